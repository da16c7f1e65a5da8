#include "core/engine/orderdesk.h"

#include <QScopeGuard>
#include <QVarLengthArray>

using namespace Qt::StringLiterals;

// How orders leave: once their intent is durable, in order, and when nothing they wait for is in their way.
namespace bellwether {

namespace {

using Kind = OrderEvent::Kind;

} // namespace

void OrderDesk::committed(std::uint64_t upTo)
{
    // Sending may place more orders (the venue answers inline on paper); those wait for their own commit.
    while (!m_unsent.empty() && m_unsent.front().sequence <= upTo) {
        const Unsent unsent = m_unsent.front();
        if (const Unsent *partner = partnerOf(unsent.order); partner != nullptr && partner->sequence > upTo)
            return; // they leave together, with the commit that holds both
        m_unsent.pop_front();
        const BookId book = orderOf(unsent.order).book;
        const bool isBehind = std::ranges::any_of(m_waiting, [&](const Unsent &other) { return orderOf(other.order).book == book; });
        if (isBehind || !leaveOrKeep(unsent, m_waiting.size()))
            m_waiting.push_back(unsent);
    }
}

bool OrderDesk::leave(OrderId id)
{
    if (orderOf(id).state() != OrderState::Checked)
        return true; // it was taken back
    const Order &order = orderOf(id);
    const bool isEntry = order.role == OrderRole::Entry;
    if (isEntry && m_core.state.isKilled()) { // latched while the intent waited for the disk
        std::ignore = cancel(id, u"kill switch"_s);
        return true;
    }
    if (order.role == OrderRole::Exit && !isWayFree(order))
        return false;
    if (exceedsHolding(order)) {
        // A stop or a target was faster while the exit waited.
        const Order exit = order;
        change(id, Kind::Denied, u"the position changed before the order could leave"_s);
        if (!m_core.state.works().parentOf(id).isValid()) // a slice is not the whole
            std::ignore = closeBook(exit.book, exit.reason, exit.referencePrice, exit.signal);
        return true;
    }
    if (!hasRoom(order)) {
        if (!isEntry)
            return false;
        const QString reason = u"the client sent as many orders in this second as it may"_s; // late, it would be another decision
        m_core.record(OrderRefused{order.strategy, order.instrument, u"order_rate"_s, reason});
        std::ignore = cancel(id, reason);
        return true;
    }
    send(id);
    return true;
}

// What a fault interrupted before the order left is tried again with the next look at what waits.
bool OrderDesk::leaveOrKeep(const Unsent &unsent, std::size_t place)
{
    try {
        return leave(unsent.order);
    } catch (...) {
        if (orderOf(unsent.order).state() == OrderState::Checked)
            m_waiting.insert(m_waiting.begin() + std::ptrdiff_t(std::min(place, m_waiting.size())), unsent);
        throw;
    }
}

void OrderDesk::releaseWaiting()
{
    if (m_waiting.empty() || std::exchange(m_isReleasing, true))
        return;
    const auto released = qScopeGuard([this] { m_isReleasing = false; }); // after a fault too: exits have to leave later
    const std::deque<Unsent> waiting = m_waiting; // a copy: leaving changes it
    std::size_t stuck = 0;
    QVarLengthArray<BookId, 8> stuckBooks;
    for (const Unsent &unsent : waiting) {
        const auto it = std::ranges::find(m_waiting, unsent.order, &Unsent::order);
        if (it == m_waiting.end())
            continue; // it left with another one, or was taken back
        m_waiting.erase(it);
        const BookId book = orderOf(unsent.order).book;
        if (!stuckBooks.contains(book) && leaveOrKeep(unsent, stuck))
            continue;
        stuckBooks.append(book);
        m_waiting.insert(m_waiting.begin() + std::ptrdiff_t(stuck++), unsent);
    }
}

bool OrderDesk::hasRoom(const Order &order)
{
    const EngineConfig &config = m_core.config;
    if (!config.budget)
        return true;
    int count = partnerOf(order.id) != nullptr ? 2 : 1;
    for (const OrderRole role : {OrderRole::StopLoss, OrderRole::TakeProfit})
        count += m_brackets.attachedOf(order, role) != nullptr ? 1 : 0;
    return config.budget->take(m_core.now(), count, order.role == OrderRole::Entry, {config.limits.ordersPerSecondMax, config.limits.ordersReserved});
}

void OrderDesk::countRequest()
{
    if (m_core.config.budget)
        m_core.config.budget->note(m_core.now());
}

const OrderDesk::Unsent *OrderDesk::partnerOf(OrderId id) const
{
    const Order &order = orderOf(id);
    if (!m_broker.holdsPairs() || !order.sibling.isValid() || order.isAttached)
        return nullptr;
    const Unsent *partner = nullptr;
    for (const auto *list : {&m_unsent, &m_waiting}) {
        if (const auto found = std::ranges::find(*list, order.sibling, &Unsent::order); found != list->end())
            partner = &*found;
    }
    if (partner == nullptr)
        return nullptr;
    const Order &other = orderOf(order.sibling);
    const bool isPair = other.sibling == id && other.side == order.side && other.quantity == order.quantity
        && ((order.type == OrderType::Stop && other.type == OrderType::Limit) || (order.type == OrderType::Limit && other.type == OrderType::Stop));
    return isPair ? partner : nullptr;
}

void OrderDesk::sendPair(const Order &one, const Order &other)
{
    for (const Order *order : {&one, &other}) {
        change(order->id, Kind::IntentCommitted);
        change(order->id, Kind::SendStarted);
        ++m_sent.count;
        m_sent.content += sendHash(*order);
    }
    const bool isStopFirst = one.type == OrderType::Stop;
    m_broker.submitPair(isStopFirst ? one : other, isStopFirst ? other : one);
}

void OrderDesk::forgetUnsent(OrderId id)
{
    for (auto *unsent : {&m_unsent, &m_waiting})
        std::erase_if(*unsent, [id](const Unsent &each) { return each.order == id; });
    if (orderOf(id).role == OrderRole::Exit)
        m_closing.erase(orderOf(id).book);
}

void OrderDesk::send(OrderId id)
{
    const Order &order = orderOf(id);
    if (const Unsent *partner = partnerOf(id)) {
        const Order &other = orderOf(partner->order);
        forgetUnsent(other.id);
        return sendPair(order, other);
    }
    std::array<const Order *, 3> parts{&order, m_brackets.attachedOf(order, OrderRole::StopLoss),
                                       m_brackets.attachedOf(order, OrderRole::TakeProfit)};
    for (const Order *&part : parts) {
        if (part == nullptr || part->state() != OrderState::Checked) {
            part = nullptr; // it was taken back meanwhile
            continue;
        }
        change(part->id, Kind::IntentCommitted);
        change(part->id, Kind::SendStarted);
        ++m_sent.count;
        m_sent.content += sendHash(*part);
    }
    if (parts[1] != nullptr || parts[2] != nullptr)
        m_broker.submitBracket(order, parts[1], parts[2]);
    else
        m_broker.submit(order);
}

void OrderDesk::checkTime()
{
    m_watch.checkTime();
    releaseWaiting();
    // A request that waits in the adapter makes the wire lag; ahead of us, or different, it can never be.
    const WireTally &wire = m_broker.wire();
    if (!m_core.state.isKilled() && (wire.count > m_sent.count || (wire.count == m_sent.count && wire.content != m_sent.content)))
        distrust(u"%1 orders reached the wire, %2 were journalled"_s.arg(wire.count).arg(m_sent.count)
                 + (wire.count == m_sent.count ? u", and they are not the same"_s : QString()));
}

void OrderDesk::resolveAfterRestart()
{
    // What was checked or durable but never heard of may have left: rule 2 of the order states.
    const std::vector<OrderId> ids = m_core.state.orders().active();
    for (const OrderId id : ids) {
        switch (orderOf(id).state()) {
        case OrderState::Checked:
            change(id, Kind::IntentCommitted);
            [[fallthrough]];
        case OrderState::Intent:
            change(id, Kind::SendStarted);
            [[fallthrough]];
        default:
            break;
        }
        m_broker.query(orderOf(id));
        // A request that was out when the program ended may be lost: repeating it cannot do more than the first.
        const Order &order = orderOf(id);
        if (order.state() == OrderState::CancelPending) {
            m_broker.cancel(order);
        } else if (order.state() == OrderState::ModifyPending) {
            change(id, Kind::CancelRefused, u"the outcome of the modification is not known"_s);
            catchUp(id);
        }
    }
    for (std::uint64_t number = 1; number <= m_core.state.portfolio().books().size(); ++number)
        m_brackets.restore(BookId{number});
}

} // namespace bellwether
