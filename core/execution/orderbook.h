#pragma once

#include "core/domain/order.h"
#include "core/portfolio/portfolio.h"

#include <deque>
#include <map>
#include <set>

namespace bellwether {

/// All orders of one account: those at work, and the last ones that ended (kept so that a late fill finds its order).
/// Iteration is by id, which is the order of creation.
class OrderBook {
public:
    static constexpr std::size_t endedKept = 5'000;

    void add(Order order);
    /// Applies one event and moves the order among the lists. Errors: NotFound, and those of Order::apply.
    Result<void> apply(OrderId id, const OrderEvent &event);
    void setVenueId(OrderId id, const QString &venueId);

    const Order *find(OrderId id) const;
    const Order *find(const ClientOrderId &id) const;
    /// Orders that may be at the venue, from the durable intent to a final state, and those checked but not yet durable.
    const std::set<OrderId> &active() const { return m_active; }
    /// The entries among them: what reserves exposure.
    const std::set<OrderId> &activeEntries() const { return m_activeEntries; }
    /// Those of one book.
    const std::set<OrderId> &activeOf(const BookKey &key) const;
    /// Every order kept, oldest first.
    const std::map<OrderId, Order> &all() const { return m_orders; }

    /// Calls `visit` for every order kept from `first` on, oldest first.
    template <typename Visit> void forEachFrom(OrderId first, Visit visit) const
    {
        for (auto it = m_orders.lower_bound(first); it != m_orders.end(); ++it)
            visit(it->second);
    }

    /// What an order could fill now: an attached one only what its parent has filled.
    Quantity armedLeaves(const Order &order) const;
    int workingCount() const { return int(m_active.size()); }
    /// Remaining quantity of the active orders of a book that satisfy `accepts`.
    template <typename Predicate> Quantity leaves(const BookKey &key, Predicate accepts) const
    {
        Quantity total;
        for (const OrderId id : activeOf(key)) {
            const Order &order = m_orders.at(id);
            if (accepts(order))
                total += order.leavesQuantity();
        }
        return total;
    }

    /// The same of what they could fill now.
    template <typename Predicate> Quantity armed(const BookKey &key, Predicate accepts) const
    {
        Quantity total;
        for (const OrderId id : activeOf(key)) {
            const Order &order = m_orders.at(id);
            if (accepts(order))
                total += armedLeaves(order);
        }
        return total;
    }

private:
    void activate(const Order &order);
    void drop(OrderId id);

    std::map<OrderId, Order> m_orders;
    std::set<OrderId> m_active;
    std::set<OrderId> m_activeEntries;
    std::map<BookKey, std::set<OrderId>> m_activeByBook;
    std::deque<OrderId> m_ended;
    std::unordered_map<ClientOrderId, OrderId> m_byClientId;
};

} // namespace bellwether
