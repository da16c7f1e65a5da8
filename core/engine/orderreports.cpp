#include "core/engine/orderdesk.h"

using namespace Qt::StringLiterals;

// What the venue says of orders, and what follows from it.
namespace bellwether {

namespace {

using Kind = OrderEvent::Kind;
using Severity = DeskEvent::Severity;

bool isAtVenue(OrderState state) { return isWorking(state) && state != OrderState::Intent && state != OrderState::Unknown; }

QString describe(const Order &order, const Instrument &instrument)
{
    QString text = u"%1 %2 %3 %4"_s.arg(toString(order.type), toString(order.side), toString(order.quantity), instrument.symbol);
    if (hasLimitPrice(order.type))
        text += u" @ "_s + toString(order.limitPrice);
    if (hasTriggerPrice(order.type))
        text += (isStopType(order.type) ? u" stop "_s : u" if touched "_s) + toString(order.stopPrice);
    return text;
}

} // namespace

void OrderDesk::noteGrowth(const Order &order, Quantity quantity)
{
    if (quantity > order.quantity)
        m_growing[order.id] = quantity;
    else
        m_growing.erase(order.id);
}

// The answer to a request for a larger size may be lost or late, and fills of that size come first. They prove it; what the size
// really is the venue is asked.
bool OrderDesk::growToFill(const VenueReport &report, const Order &order)
{
    if (report.kind != VenueReport::Kind::Filled || isFinal(order.state()) || m_core.state.portfolio().hasApplied(report.venueTradeId))
        return false;
    const Quantity needed = order.filledQuantity() + report.quantity;
    const auto growing = order.state() == OrderState::ModifyPending ? m_growing.find(order.id) : m_growing.end();
    Quantity size = growing != m_growing.end() ? std::max(needed, growing->second) : order.quantity;
    if (needed > size)
        size = needed + m_core.instrumentOf(order.book).lotSize; // open until the venue has told how large it was
    if (size == order.quantity)
        return false;
    if (order.state() == OrderState::Unknown)
        change(order.id, Kind::Accepted);
    if (order.state() == OrderState::CancelPending)
        change(order.id, Kind::CancelRefused, u"it is larger at the venue"_s);
    if (order.state() != OrderState::ModifyPending)
        change(order.id, Kind::ModifyRequested, u"it is larger at the venue"_s);
    m_core.record(OrderChanged{order.id, {Kind::Modified, m_core.now(), size, {}, {}}, {}, {}, {}, {}});
    m_growing.erase(order.id);
    return true;
}

void OrderDesk::onReport(const VenueReport &report)
{
    const Order *order = m_core.state.orders().find(report.order);
    if (order == nullptr) {
        m_core.log(Severity::Warning, u"order"_s, u"the venue reports an order that is not ours: "_s + report.order.toString());
        return;
    }
    const bool wasCancelling = order->state() == OrderState::CancelPending;
    const bool hasGrown = growToFill(report, *order);
    const auto changed = changeOf(report, *order);
    if (!changed)
        return;
    const OrderState before = order->state();
    const auto effect = m_core.tryRecord(*changed);
    if (!effect) {
        m_core.trouble(ErrorClass::Data, ErrorRecovery::Stop, u"order"_s, u"report ignored: "_s + effect.error().detail, Severity::Warning);
        return;
    }
    tell(*order);
    if (order->role == OrderRole::Entry && isFinal(order->state()))
        m_brackets.onEntryEnd(*order);
    if (effect->fill)
        onFill(*order, *effect->fill, effect->realizedPnl, before == OrderState::CancelPending || isFinal(before));
    onChanged(*order, before, changed->event.kind, changed->event.reason);
    releaseWaiting();
    order = m_core.state.orders().find(report.order);
    if (!hasGrown || order == nullptr || isFinal(order->state()))
        return;
    if (wasCancelling)
        std::ignore = cancel(order->id, u"as asked before"_s);
    m_broker.query(orderOf(order->id));
}

std::optional<OrderChanged> OrderDesk::changeOf(const VenueReport &report, const Order &order) const
{
    // A replay of old news, or the answer to a query: nothing that is not known.
    if (report.kind == VenueReport::Kind::Filled && m_core.state.portfolio().hasApplied(report.venueTradeId))
        return {};
    if (report.kind == VenueReport::Kind::Accepted && isAtVenue(order.state()))
        return {};
    if (report.kind != VenueReport::Kind::Filled && isFinal(order.state()))
        return {};
    OrderChanged changed{order.id, {Kind::Accepted, report.time, {}, {}, report.reason}, report.venueOrderId, {}, {}, {}};
    switch (report.kind) {
    case VenueReport::Kind::Accepted: changed.event.kind = Kind::Accepted; break;
    case VenueReport::Kind::Rejected: changed.event.kind = Kind::Rejected; break;
    case VenueReport::Kind::Cancelled: changed.event.kind = Kind::Cancelled; break;
    case VenueReport::Kind::Expired: changed.event.kind = Kind::Expired; break;
    case VenueReport::Kind::RequestRefused: changed.event.kind = Kind::CancelRefused; break;
    case VenueReport::Kind::Absent: {
        // What was accepted once and is absent now is gone; only an order that was never heard of was never there.
        const bool isPending = order.state() == OrderState::CancelPending || order.state() == OrderState::ModifyPending;
        changed.event.kind = isPending ? Kind::Cancelled : Kind::Rejected;
        changed.event.reason = isPending ? u"the venue does not have it any more"_s : u"the venue never saw it"_s;
        break;
    }
    case VenueReport::Kind::Modified:
        changed.event.kind = Kind::Modified;
        changed.event.price = report.price;
        changed.event.quantity = report.quantity;
        break;
    case VenueReport::Kind::Filled:
        changed.event.kind = isFinal(order.state()) ? Kind::LateFill : Kind::Filled;
        changed.event.price = report.price;
        changed.event.quantity = report.quantity;
        changed.venueTradeId = report.venueTradeId;
        changed.commission = report.commission;
        changed.fill = m_core.state.nextFillId();
        break;
    }
    return changed;
}

void OrderDesk::onChanged(const Order &order, OrderState before, Kind kind, const QString &reason)
{
    const bool isProtective = order.role == OrderRole::StopLoss || order.role == OrderRole::Exit;
    switch (kind) {
    case Kind::Rejected:
        m_core.trouble(ErrorClass::Trading, ErrorRecovery::Stop, u"order"_s, u"%1 rejected: %2"_s.arg(describe(order, m_core.instrumentOf(order.book)), reason));
        [[fallthrough]];
    case Kind::Cancelled:
    case Kind::Expired:
        if (isProtective && before != OrderState::CancelPending)
            m_watch.onLost(order, reason);
        break;
    case Kind::CancelRefused:
        m_broker.query(order); // it may have been filled or cancelled meanwhile
        break;
    case Kind::Accepted:
    case Kind::Modified:
        catchUp(order.id);
        if (isProtective)
            m_watch.onPlaced(order);
        break;
    default:
        break;
    }
}

void OrderDesk::catchUp(OrderId id)
{
    const Order &order = orderOf(id);
    if (order.state() != OrderState::Open && order.state() != OrderState::Partial)
        return;
    if (order.role == OrderRole::Entry) {
        const EngineState lifecycle = m_core.lifecycle;
        if (m_core.state.isKilled() || m_core.state.isHalted() || lifecycle == EngineState::Faulted
            || lifecycle == EngineState::Stopping || lifecycle == EngineState::Stopped)
            std::ignore = cancel(id, u"entries are halted"_s);
        else
            m_brackets.fitToHolding(order.book); // one made smaller leaves less to wait for
    } else if (order.role == OrderRole::Exit) {
        const Position &position = m_core.state.portfolio().position(order.book);
        if (position.isFlat() || position.side() == order.side)
            std::ignore = cancel(id, u"position closed"_s);
    } else {
        m_brackets.catchUp(order);
    }
}

void OrderDesk::onFill(const Order &order, const Fill &fill, const Money &realizedPnl, bool isEnding)
{
    const Instrument &instrument = m_core.instrumentOf(order.book);
    m_core.listener().onFill({fill, instrument.symbol, realizedPnl, instrument.priceDecimals(), instrument.quantityDecimals()});
    if (m_core.isNarrated()) {
        QString text = u"%1 %2 %3 @ %4"_s.arg(fill.side == Side::Buy ? u"bought"_s : u"sold"_s, toString(fill.lastQuantity), instrument.symbol, toString(fill.lastPrice));
        if (!realizedPnl.amount.isZero())
            text += u", result %1"_s.arg(realizedPnl.toDouble(), 0, 'f', 2);
        m_core.log(realizedPnl.amount.isNegative() ? Severity::Warning : Severity::Good, u"fill"_s, text);
    }
    const BookId book = order.book;
    m_lastFillAt = m_filledAt[m_core.state.instrumentOf(book)] = m_core.now();
    if (order.role == OrderRole::Entry)
        m_brackets.onEntryFill(order, fill.lastQuantity, isEnding);
    else if (order.role != OrderRole::Exit)
        m_brackets.reduceSibling(order);
    fitToHolding(book);
}

} // namespace bellwether
