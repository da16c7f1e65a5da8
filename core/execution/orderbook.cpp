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
        m_active.insert(id);
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
        m_ended.push_back(id);
        while (m_ended.size() > endedKept) {
            drop(m_ended.front());
            m_ended.pop_front();
        }
    }
    return {};
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
