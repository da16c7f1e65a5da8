#include "core/engine/protectionwatch.h"

#include "core/engine/orderdesk.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

using Severity = DeskEvent::Severity;

} // namespace

bool ProtectionWatch::isNeeded(BookId book) const
{
    return !m_core.state.portfolio().position(book).isFlat() && m_brackets.naked(book).isPositive();
}

bool ProtectionWatch::isBlocked(BookId book) const
{
    const auto it = m_repairs.find(book);
    return it != m_repairs.end() && it->second.isGivenUp && !m_core.state.portfolio().position(book).isFlat();
}

bool ProtectionWatch::isLoss(const Order &order) const
{
    if (!isNeeded(order.book))
        return false; // it was not needed any more, or another one stands
    if (order.role == OrderRole::StopLoss)
        return true;
    if (m_core.state.works().parentOf(order.id).isValid())
        return false; // its worked order looks after it
    // A part that the trader wanted to sell at his price is his own affair.
    const Quantity held = m_core.state.portfolio().position(order.book).quantity().magnitude();
    return order.role == OrderRole::Exit && order.type == OrderType::Market && order.leavesQuantity() >= held;
}

void ProtectionWatch::onLost(const Order &order, const QString &reason)
{
    if (!isLoss(order))
        return;
    Repair &repair = m_repairs[order.book];
    if (order.role == OrderRole::Exit && repair.role != OrderRole::Exit)
        repair = Repair{OrderRole::Exit};
    if (order.role == OrderRole::StopLoss) {
        repair.stop = order.stopPrice;
        repair.parent = order.parent;
        repair.sibling = order.sibling;
    }
    if (!repair.isGivenUp)
        schedule(order.book, repair, reason);
}

void ProtectionWatch::schedule(BookId book, Repair &repair, const QString &reason)
{
    const bool isExit = repair.role == OrderRole::Exit;
    const QString symbol = m_core.instrumentOf(book).symbol;
    const QString held = toString(m_core.state.portfolio().position(book).quantity());
    if (repair.attempts < attemptsMax) {
        const auto wait = std::chrono::seconds(1 << repair.attempts);
        repair.due = m_core.now() + wait;
        m_core.trouble(ErrorClass::Trading, ErrorRecovery::Delay, u"order"_s, u"%1 %2 is unprotected: its %3 was lost (%4); placing it again in %5 s"_s
                       .arg(held, symbol, isExit ? u"exit"_s : u"stop"_s, reason).arg(wait.count()));
        return;
    }
    if (!isExit) {
        repair.role = OrderRole::Exit;
        repair.attempts = 0;
        repair.due = m_core.now();
        m_core.trouble(ErrorClass::Trading, ErrorRecovery::Retry, u"order"_s, u"%1 %2 is unprotected: its stop could not be placed (%3); closing it at the market"_s.arg(held, symbol, reason));
        return;
    }
    repair.isGivenUp = true;
    m_core.trouble(ErrorClass::Trading, ErrorRecovery::Stop, u"order"_s, u"%1 %2 is unprotected and could not be closed (%3): close it at the venue; no entry is taken until then"_s
                   .arg(held, symbol, reason));
}

void ProtectionWatch::onPlaced(const Order &order)
{
    if (const auto it = m_repairs.find(order.book); it != m_repairs.end() && it->second.role == order.role && !isNeeded(order.book))
        m_repairs.erase(it);
}

bool ProtectionWatch::isReached(const Order &order) const
{
    if (order.type != OrderType::StopLimit || !isReducing(order.role) || isFinal(order.state())
        || !m_core.state.orders().armedLeaves(order).isPositive())
        return false;
    const Price last = m_core.lastPrice(m_core.state.instrumentOf(order.book));
    return last.isPositive() && (order.side == Side::Sell ? last <= order.stopPrice : last >= order.stopPrice);
}

void ProtectionWatch::checkStopLimits()
{
    for (const OrderId id : m_core.state.orders().active()) {
        if (isReached(*m_core.state.orders().find(id)))
            m_late.try_emplace(id, Late{m_core.now()});
    }
    std::vector<OrderId> ids;
    for (const auto &[id, late] : m_late)
        ids.push_back(id);
    for (const OrderId id : ids) {
        const Order *order = m_core.state.orders().find(id);
        Late &late = m_late[id];
        const bool hasEnded = order == nullptr || isFinal(order->state());
        if (hasEnded) {
            if (late.isCancelled && order != nullptr)
                exitInstead(*order);
            m_late.erase(id);
        } else if (!late.isCancelled && m_core.now() - late.since >= fillPatience) {
            m_core.trouble(ErrorClass::Trading, ErrorRecovery::Retry, u"order"_s, u"the stop of %1 was reached, but its limit %2 has not filled; closing at the market"_s
                           .arg(m_core.instrumentOf(order->book).symbol, toString(order->limitPrice)));
            late.isCancelled = bool(m_orders.cancel(id, u"its limit did not fill"_s));
        }
    }
}

void ProtectionWatch::exitInstead(const Order &order)
{
    const auto &[key, position] = m_core.state.portfolio().book(order.book);
    const Quantity closing = m_core.state.orders().leaves(order.book, [](const Order &o) { return o.role == OrderRole::Exit; });
    OrderDraft draft;
    draft.order.strategy = key.strategy;
    draft.order.instrument = key.instrument;
    draft.order.role = OrderRole::Exit;
    draft.order.side = order.side;
    draft.order.quantity = std::min(order.leavesQuantity(), position.quantity().magnitude() - closing);
    draft.order.referencePrice = m_core.lastPrice(m_core.state.instrumentOf(order.book));
    draft.order.reason = u"its stop-limit did not fill"_s;
    if (position.isFlat() || position.side() == order.side || !draft.order.quantity.isPositive())
        return;
    if (const auto placed = m_orders.place(std::move(draft)); !placed)
        m_core.trouble(ErrorClass::Trading, ErrorRecovery::Stop, u"order"_s, u"position unprotected: "_s + placed.error().detail);
}

void ProtectionWatch::checkTime()
{
    checkStopLimits();
    if (m_repairs.empty())
        return;
    std::erase_if(m_repairs, [this](const auto &repair) { return m_core.state.portfolio().position(repair.first).isFlat(); });
    std::vector<BookId> due; // the venue may answer from inside
    for (const auto &[book, repair] : m_repairs) {
        if (!repair.isGivenUp && m_core.now() >= repair.due && isNeeded(book))
            due.push_back(book);
    }
    for (const BookId book : due)
        attempt(book, m_repairs[book]);
}

void ProtectionWatch::attempt(BookId book, Repair &repair)
{
    if (repair.attempts == attemptsMax) { // the last one neither stands nor was it refused
        schedule(book, repair, u"it did not stand"_s);
        return;
    }
    repair.due = m_core.now() + std::chrono::seconds(1 << repair.attempts++);
    const Price last = m_core.lastPrice(m_core.state.instrumentOf(book));
    const auto placed = repair.role == OrderRole::Exit ? m_orders.closeBook(book, u"unprotected"_s, last) : placeStop(book, repair);
    if (!placed)
        schedule(book, repair, placed.error().detail);
}

Result<OrderId> ProtectionWatch::placeStop(BookId book, const Repair &repair)
{
    const Portfolio::Book &held = m_core.state.portfolio().book(book);
    const Side side = opposite(held.position.side());
    const Price last = m_core.lastPrice(m_core.state.instrumentOf(book));
    const bool isThrough = last.isPositive() && (side == Side::Sell ? last <= repair.stop : last >= repair.stop);
    if (isThrough)
        return m_orders.closeBook(book, u"stop"_s, last); // the price is where the stop would have closed it
    OrderDraft draft;
    Order &stop = draft.order;
    stop.parent = repair.parent;
    stop.sibling = repair.sibling;
    stop.strategy = held.key.strategy;
    stop.instrument = held.key.instrument;
    stop.role = OrderRole::StopLoss;
    stop.side = side;
    stop.type = OrderType::Stop;
    stop.quantity = m_brackets.naked(book);
    stop.stopPrice = stop.referencePrice = repair.stop;
    stop.reason = u"placed again"_s;
    return m_orders.place(std::move(draft));
}

} // namespace bellwether
