#include "core/execution/orderbook.h"

namespace bellwether {

void OrderBook::add(Order order)
{
    const OrderId id = order.id;
    if (!order.clientId.isEmpty())
        m_byClientId[order.clientId] = id;
    if (isFinal(order.state()))
        m_ended.push_back(id);
    else
        activate(order);
    if (!m_orders.emplace(id, std::move(order)).second)
        throw Fault(QStringLiteral("order id %1 is used twice").arg(id.value));
}

Result<void> OrderBook::apply(OrderId id, const OrderEvent &event)
{
    const auto it = m_orders.find(id);
    if (it == m_orders.end())
        return failure(ErrorCode::NotFound, QStringLiteral("no order %1").arg(id.value));
    if (auto done = it->second.apply(event); !done)
        return done;
    if (isFinal(it->second.state()) && m_active.erase(id) > 0) {
        m_activeEntries.erase(id);
        const auto book = m_activeByBook.find({it->second.strategy, it->second.instrument});
        book->second.erase(id);
        if (book->second.empty())
            m_activeByBook.erase(book);
        m_ended.push_back(id);
        while (m_ended.size() > endedKept) {
            drop(m_ended.front());
            m_ended.pop_front();
        }
    }
    return {};
}

void OrderBook::activate(const Order &order)
{
    m_active.insert(order.id);
    if (order.role == OrderRole::Entry)
        m_activeEntries.insert(order.id);
    m_activeByBook[{order.strategy, order.instrument}].insert(order.id);
}

const std::set<OrderId> &OrderBook::activeOf(const BookKey &key) const
{
    static const std::set<OrderId> none;
    const auto it = m_activeByBook.find(key);
    return it == m_activeByBook.end() ? none : it->second;
}

Quantity OrderBook::armedLeaves(const Order &order) const
{
    const Order *parent = order.isAttached ? find(order.parent) : nullptr;
    if (parent == nullptr)
        return order.leavesQuantity();
    if (isFinal(parent->state()))
        return std::min(order.leavesQuantity(), parent->filledQuantity());
    // Both leave as much as the parent, and what its fills armed on top.
    return std::max(Quantity(), order.leavesQuantity() - parent->leavesQuantity());
}

void OrderBook::setVenueId(OrderId id, const QString &venueId)
{
    if (const auto it = m_orders.find(id); it != m_orders.end())
        it->second.venueId = venueId;
}

const Order *OrderBook::find(OrderId id) const
{
    const auto it = m_orders.find(id);
    return it == m_orders.end() ? nullptr : &it->second;
}

const Order *OrderBook::find(const ClientOrderId &id) const
{
    const auto it = m_byClientId.find(id);
    return it == m_byClientId.end() ? nullptr : find(it->second);
}

void OrderBook::drop(OrderId id)
{
    const auto it = m_orders.find(id);
    m_byClientId.erase(it->second.clientId);
    m_orders.erase(it);
}

} // namespace bellwether
