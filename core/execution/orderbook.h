#pragma once

#include "core/domain/order.h"

#include <deque>
#include <ranges>
#include <unordered_map>
#include <vector>

namespace bellwether {

/// All orders of one account: those at work, and the last ones that ended (kept so that a late fill finds its order).
/// Iteration is by id, which is the order of creation. An order keeps its place in memory as long as it is kept.
class OrderBook {
public:
    static constexpr std::size_t endedKept = 5'000;

    /// Takes an order up. Fault when its id was used before, or lies below every order that is kept.
    const Order &add(Order order);
    /// Applies one event and moves the order among the lists. Errors: NotFound, and those of Order::apply.
    Result<void> apply(OrderId id, const OrderEvent &event);
    void setVenueId(OrderId id, const QString &venueId);

    /// By our id: one step, whatever is kept.
    const Order *find(OrderId id) const;
    const Order *find(const ClientOrderId &id) const;
    /// Orders that may be at the venue, from the durable intent to a final state, and those checked but not yet durable.
    const std::vector<OrderId> &active() const { return m_active; }
    /// The entries among them: what reserves exposure.
    const std::vector<OrderId> &activeEntries() const { return m_activeEntries; }
    /// Those of one book.
    const std::vector<OrderId> &activeOf(BookId book) const;
    /// Every order kept, oldest first; a view that can be reversed.
    auto all() const
    {
        return m_slots | std::views::filter([](std::uint32_t slot) { return slot != gone; })
            | std::views::transform([this](std::uint32_t slot) -> const Order & { return m_orders[slot]; });
    }
    std::size_t keptCount() const { return m_orders.size() - m_free.size(); }
    /// Calls `visit` for every order kept from `first` on, oldest first.
    template <typename Visit> void forEachFrom(OrderId first, Visit visit) const
    {
        for (std::uint64_t id = std::max(first.value, m_firstId); id < m_firstId + m_slots.size(); ++id) {
            if (const Order *order = find(OrderId{id}))
                visit(*order);
        }
    }

    int workingCount() const { return int(m_active.size()); }
    /// What an order could fill now: an attached one only what its parent has filled.
    Quantity armedLeaves(const Order &order) const;
    /// Remaining quantity of the active orders of a book that satisfy `accepts`.
    template <typename Predicate> Quantity leaves(BookId book, Predicate accepts) const
    {
        Quantity total;
        for (const OrderId id : activeOf(book)) {
            const Order &order = *find(id);
            if (accepts(order))
                total += order.leavesQuantity();
        }
        return total;
    }
    /// The same of what they could fill now.
    template <typename Predicate> Quantity armed(BookId book, Predicate accepts) const
    {
        Quantity total;
        for (const OrderId id : activeOf(book)) {
            const Order &order = *find(id);
            if (accepts(order))
                total += armedLeaves(order);
        }
        return total;
    }

private:
    friend struct StateFields;
    static constexpr std::uint32_t gone = ~std::uint32_t(0);

    Order *at(OrderId id);
    std::vector<OrderId> &activeIn(BookId book);
    void drop(OrderId id);

    std::deque<Order> m_orders;           ///< slots, used again when their order is dropped
    std::vector<std::uint32_t> m_free;
    std::deque<std::uint32_t> m_slots;    ///< slot of each id from m_firstId on; ids have few holes
    std::uint64_t m_firstId = 1;
    std::vector<OrderId> m_active;        ///< ascending, as are the two below
    std::vector<OrderId> m_activeEntries;
    std::vector<std::vector<OrderId>> m_activeByBook; ///< by the number of the book
    std::deque<OrderId> m_ended;
    std::unordered_map<ClientOrderId, OrderId> m_byClientId; ///< of orders whose client id does not end in their own number
};

} // namespace bellwether
