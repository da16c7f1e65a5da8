#include "core/execution/orderbook.h"

#include <charconv>

namespace bellwether {

namespace {

// The number at the end of a client id: our own ids end in that of their order.
std::uint64_t trailingNumber(const ClientOrderId &id)
{
    const std::string_view text = id.view();
    const std::size_t last = text.find_last_not_of("0123456789");
    std::uint64_t number = 0;
    std::from_chars(text.data() + (last == std::string_view::npos ? 0 : last + 1), text.data() + text.size(), number);
    return number;
}

void insertInto(std::vector<OrderId> &ids, OrderId id)
{
    if (ids.empty() || ids.back() < id)
        ids.push_back(id);
    else
        ids.insert(std::lower_bound(ids.begin(), ids.end(), id), id);
}

bool eraseFrom(std::vector<OrderId> &ids, OrderId id)
{
    const auto it = std::lower_bound(ids.begin(), ids.end(), id);
    if (it == ids.end() || *it != id)
        return false;
    ids.erase(it);
    return true;
}

} // namespace

const Order &OrderBook::add(Order order)
{
    const OrderId id = order.id;
    if (m_slots.empty())
        m_firstId = id.value;
    if (id.value < m_firstId || find(id) != nullptr)
        throw Fault(QStringLiteral("order id %1 is used twice").arg(id.value));
    if (!order.clientId.isEmpty() && trailingNumber(order.clientId) != id.value)
        m_byClientId[order.clientId] = id;
    if (isFinal(order.state())) {
        m_ended.push_back(id);
    } else {
        insertInto(m_active, id);
        if (order.role == OrderRole::Entry)
            insertInto(m_activeEntries, id);
        insertInto(activeIn(order.book), id);
    }
    if (id.value - m_firstId >= m_slots.size())
        m_slots.resize(id.value - m_firstId + 1, gone);
    std::uint32_t slot = std::uint32_t(m_orders.size());
    if (m_free.empty()) {
        m_orders.push_back(std::move(order));
    } else {
        slot = m_free.back();
        m_free.pop_back();
        m_orders[slot] = std::move(order);
    }
    m_slots[id.value - m_firstId] = slot;
    return m_orders[slot];
}

Result<void> OrderBook::apply(OrderId id, const OrderEvent &event)
{
    Order *order = at(id);
    if (order == nullptr)
        return failure(ErrorCode::NotFound, QStringLiteral("no order %1").arg(id.value));
    if (auto done = order->apply(event); !done)
        return done;
    if (isFinal(order->state()) && eraseFrom(m_active, id)) {
        if (order->role == OrderRole::Entry)
            eraseFrom(m_activeEntries, id);
        eraseFrom(activeIn(order->book), id);
        m_ended.push_back(id);
        while (m_ended.size() > endedKept) {
            drop(m_ended.front());
            m_ended.pop_front();
        }
    }
    return {};
}

const std::vector<OrderId> &OrderBook::activeOf(BookId book) const
{
    static const std::vector<OrderId> none;
    return book.value < m_activeByBook.size() ? m_activeByBook[book.value] : none;
}

std::vector<OrderId> &OrderBook::activeIn(BookId book)
{
    if (book.value >= m_activeByBook.size())
        m_activeByBook.resize(book.value + 1);
    return m_activeByBook[book.value];
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
    if (Order *order = at(id))
        order->venueId = venueId;
}

Order *OrderBook::at(OrderId id)
{
    const std::uint64_t index = id.value - m_firstId; // wraps to a huge number below the first
    return index < m_slots.size() && m_slots[index] != gone ? &m_orders[m_slots[index]] : nullptr;
}

const Order *OrderBook::find(OrderId id) const { return const_cast<OrderBook *>(this)->at(id); }

const Order *OrderBook::find(const ClientOrderId &id) const
{
    const Order *order = find(OrderId{trailingNumber(id)});
    if (order != nullptr && order->clientId == id)
        return order;
    const auto it = m_byClientId.find(id);
    return it == m_byClientId.end() ? nullptr : find(it->second);
}

void OrderBook::drop(OrderId id)
{
    std::uint32_t &slot = m_slots[id.value - m_firstId];
    if (!m_byClientId.empty())
        m_byClientId.erase(m_orders[slot].clientId);
    m_orders[slot].venueId.clear();
    m_orders[slot].reason.clear();
    m_free.push_back(slot);
    slot = gone;
    while (!m_slots.empty() && m_slots.front() == gone) {
        m_slots.pop_front();
        ++m_firstId;
    }
}

} // namespace bellwether
