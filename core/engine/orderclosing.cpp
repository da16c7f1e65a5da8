#include "core/engine/orderdesk.h"

#include <QVarLengthArray>

using namespace Qt::StringLiterals;

// How holdings are closed: never more than is held, and not before the venue has said what became of their stops and targets.
namespace bellwether {

namespace {

constexpr Duration askAgainAfter = std::chrono::seconds(5); // the venue, about orders that an exit waits for

} // namespace

Result<OrderId> OrderDesk::closeBook(BookId book, const QString &reason, Price referencePrice, SignalId signal)
{
    const auto &[key, position] = m_core.state.portfolio().book(book);
    if (position.isFlat())
        return failure(ErrorCode::NotFound, u"%1 holds nothing in %2"_s.arg(key.strategy.toString(), key.instrument.toString()));
    Draft draft;
    draft.order.signal = signal;
    draft.order.strategy = key.strategy;
    draft.order.instrument = key.instrument;
    draft.order.role = OrderRole::Exit;
    draft.order.side = opposite(position.side());
    draft.order.quantity = position.quantity().magnitude()
        - m_core.state.orders().leaves(book, [](const Order &order) { return order.role == OrderRole::Exit; });
    draft.order.referencePrice = referencePrice;
    draft.order.reason = reason;
    if (!draft.order.quantity.isPositive())
        return failure(ErrorCode::Conflict, u"an exit is already at work"_s);
    if (const Instrument &instrument = m_core.instrumentOf(book); !instrument.isOnLot(draft.order.quantity)) {
        draft.order.quantity = instrument.roundToLot(draft.order.quantity); // fees taken in kind leave odd holdings
        if (!draft.order.quantity.isPositive())
            return failure(ErrorCode::InvalidArgument, u"what is held of %1 is less than the venue takes"_s.arg(instrument.symbol));
    }
    m_closing.insert_or_assign(book, m_core.now());
    cancelBook(book, {OrderRole::Entry, OrderRole::StopLoss, OrderRole::TakeProfit}, reason);
    auto placed = place(std::move(draft));
    if (!placed)
        m_closing.erase(book);
    return placed;
}

bool OrderDesk::isWayFree(const Order &exit)
{
    const auto closing = m_closing.find(exit.book);
    if (closing == m_closing.end())
        return true;
    bool isFree = true;
    const bool isAsking = m_core.now() - closing->second >= askAgainAfter;
    const auto &active = m_core.state.orders().activeOf(exit.book);
    const QVarLengthArray<OrderId, 8> ids(active.begin(), active.end()); // a copy: cancelling changes it
    for (const OrderId id : ids) {
        const Order &order = orderOf(id);
        const bool isProtective = order.role == OrderRole::StopLoss || order.role == OrderRole::TakeProfit;
        if (!isProtective || isFinal(order.state()) || m_brackets.isDormant(order))
            continue;
        std::ignore = cancel(id, exit.reason); // asked for already, or it could not be cancelled before
        if (isFinal(orderOf(id).state()))
            continue;
        isFree = false;
        if (isAsking)
            m_broker.query(orderOf(id));
    }
    if (isFree) {
        m_closing.erase(exit.book);
    } else if (isAsking) {
        m_closing[exit.book] = m_core.now();
        m_core.trouble(ErrorClass::Api, ErrorRecovery::Retry, u"order"_s,
                       u"the exit of %1 waits: the venue has not said what became of its stop or target"_s.arg(m_core.instrumentOf(exit.book).symbol));
    }
    return isFree;
}

bool OrderDesk::exceedsHolding(const Order &order) const
{
    if (order.role != OrderRole::Exit)
        return false;
    const Position &position = m_core.state.portfolio().position(order.book);
    const bool isAgainst = !position.isFlat() && position.side() != order.side;
    return order.leavesQuantity() > (isAgainst ? position.quantity().magnitude() : Quantity());
}

void OrderDesk::fitToHolding(BookId book)
{
    if (m_core.state.portfolio().position(book).isFlat())
        cancelBook(book, {OrderRole::Exit}, u"position closed"_s);
    m_brackets.fitToHolding(book);
}

} // namespace bellwether
