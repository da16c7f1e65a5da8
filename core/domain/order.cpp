#include "core/domain/order.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

using Kind = OrderEvent::Kind;

// The arrows of FAULTS.md that do not depend on quantities: event, states it may come from, state it leads to.
struct Arrow {
    Kind kind;
    std::initializer_list<OrderState> from;
    OrderState to;
};

const std::array arrows{
    Arrow{Kind::SubmittedForApproval, {OrderState::Draft}, OrderState::AwaitingApproval},
    Arrow{Kind::PassedChecks, {OrderState::Draft, OrderState::AwaitingApproval}, OrderState::Checked},
    Arrow{Kind::Denied, {OrderState::Draft, OrderState::AwaitingApproval, OrderState::Checked, OrderState::Intent}, OrderState::Denied},
    Arrow{Kind::Lapsed, {OrderState::AwaitingApproval}, OrderState::Lapsed},
    Arrow{Kind::IntentCommitted, {OrderState::Checked}, OrderState::Intent},
    Arrow{Kind::SendStarted, {OrderState::Intent}, OrderState::Unknown},
    Arrow{Kind::Accepted, {OrderState::Unknown}, OrderState::Open},
    Arrow{Kind::CancelRequested, {OrderState::Open, OrderState::Partial}, OrderState::CancelPending},
    Arrow{Kind::ModifyRequested, {OrderState::Open, OrderState::Partial}, OrderState::ModifyPending},
    Arrow{Kind::Cancelled,
          {OrderState::Unknown, OrderState::Open, OrderState::Partial, OrderState::CancelPending, OrderState::ModifyPending},
          OrderState::Cancelled},
    Arrow{Kind::Expired,
          {OrderState::Unknown, OrderState::Open, OrderState::Partial, OrderState::CancelPending, OrderState::ModifyPending},
          OrderState::Expired},
    Arrow{Kind::Rejected, {OrderState::Unknown, OrderState::Open, OrderState::Partial}, OrderState::Rejected},
};

bool contains(std::initializer_list<OrderState> states, OrderState state)
{
    return std::find(states.begin(), states.end(), state) != states.end();
}

constexpr std::initializer_list<OrderState> live{OrderState::Unknown, OrderState::Open, OrderState::Partial,
                                                 OrderState::CancelPending, OrderState::ModifyPending};
constexpr std::initializer_list<OrderState> ended{OrderState::Cancelled, OrderState::Expired, OrderState::Rejected};
constexpr std::initializer_list<OrderState> pending{OrderState::CancelPending, OrderState::ModifyPending};

} // namespace

Price Order::averagePrice() const
{
    if (m_filledQuantity.isZero())
        return {};
    const Int128 half = m_filledQuantity.raw() / 2;
    const Int128 rounded = m_filledValue >= 0 ? m_filledValue + half : m_filledValue - half;
    return Price::fromRaw(std::int64_t(rounded / m_filledQuantity.raw()));
}

Result<void> Order::apply(const OrderEvent &event)
{
    auto taken = take(event);
    if (taken)
        ++m_revision;
    return taken;
}

Result<void> Order::take(const OrderEvent &event)
{
    const auto impossible = [&] {
        return failure(ErrorCode::InvalidTransition,
                       u"order %1: %2 cannot happen in state %3"_s.arg(id.value).arg(toString(event.kind), toString(m_state)));
    };
    const auto enter = [&](OrderState state) {
        m_state = state;
        updatedAt = event.time;
        if (!event.reason.isEmpty())
            reason = event.reason;
    };

    switch (event.kind) {
    case Kind::Filled:
    case Kind::LateFill: {
        const bool isLate = event.kind == Kind::LateFill;
        if (!contains(isLate ? ended : live, m_state))
            return impossible();
        if (!event.quantity.isPositive() || event.quantity > leavesQuantity()) {
            return failure(ErrorCode::OutOfRange, u"order %1: a fill of %2 exceeds the %3 left"_s.arg(id.value)
                                                      .arg(toString(event.quantity), toString(leavesQuantity())));
        }
        m_filledQuantity += event.quantity;
        m_filledValue += Int128(event.price.raw()) * event.quantity.raw();
        if (leavesQuantity().isZero())
            enter(OrderState::Filled);
        else if (contains(pending, m_state))
            m_stateBeforePending = OrderState::Partial; // the request is still out; a refusal returns to Partial
        else if (!isLate)
            enter(OrderState::Partial);
        updatedAt = event.time;
        return {};
    }
    case Kind::FillVoided: {
        if (m_state != OrderState::Filled && m_state != OrderState::Partial && !contains(ended, m_state))
            return impossible();
        if (!event.quantity.isPositive() || event.quantity > m_filledQuantity)
            return failure(ErrorCode::OutOfRange, u"order %1: more is voided than was filled"_s.arg(id.value));
        m_filledQuantity -= event.quantity;
        m_filledValue -= Int128(event.price.raw()) * event.quantity.raw();
        updatedAt = event.time;
        return {};
    }
    case Kind::CancelRefused:
        if (!contains(pending, m_state))
            return impossible();
        enter(m_stateBeforePending);
        return {};
    case Kind::Modified:
        if (m_state != OrderState::ModifyPending)
            return impossible();
        if (event.quantity.isPositive()) {
            if (event.quantity <= m_filledQuantity)
                return failure(ErrorCode::OutOfRange, u"order %1: modified below what is filled"_s.arg(id.value));
            quantity = event.quantity;
        }
        if (!event.price.isZero())
            (hasTriggerPrice(type) ? stopPrice : limitPrice) = event.price;
        enter(m_stateBeforePending);
        return {};
    default:
        break;
    }

    for (const Arrow &arrow : arrows) {
        if (arrow.kind != event.kind)
            continue;
        if (!contains(arrow.from, m_state))
            return impossible();
        if (event.kind == Kind::CancelRequested || event.kind == Kind::ModifyRequested)
            m_stateBeforePending = m_state;
        enter(arrow.to);
        return {};
    }
    return impossible();
}

QString toString(OrderEvent::Kind kind)
{
    switch (kind) {
    case Kind::SubmittedForApproval: return u"submitted for approval"_s;
    case Kind::PassedChecks: return u"passed checks"_s;
    case Kind::Denied: return u"denied"_s;
    case Kind::Lapsed: return u"lapsed"_s;
    case Kind::IntentCommitted: return u"intent committed"_s;
    case Kind::SendStarted: return u"send started"_s;
    case Kind::Accepted: return u"accepted"_s;
    case Kind::Filled: return u"filled"_s;
    case Kind::CancelRequested: return u"cancel requested"_s;
    case Kind::ModifyRequested: return u"modify requested"_s;
    case Kind::CancelRefused: return u"cancel refused"_s;
    case Kind::Modified: return u"modified"_s;
    case Kind::Cancelled: return u"cancelled"_s;
    case Kind::Expired: return u"expired"_s;
    case Kind::Rejected: return u"rejected"_s;
    case Kind::LateFill: return u"late fill"_s;
    case Kind::FillVoided: return u"fill voided"_s;
    }
    return {};
}

QString toString(OrderState state)
{
    switch (state) {
    case OrderState::Draft: return u"draft"_s;
    case OrderState::AwaitingApproval: return u"awaiting_approval"_s;
    case OrderState::Checked: return u"checked"_s;
    case OrderState::Intent: return u"intent"_s;
    case OrderState::Unknown: return u"unknown"_s;
    case OrderState::Open: return u"open"_s;
    case OrderState::Partial: return u"partial"_s;
    case OrderState::Filled: return u"filled"_s;
    case OrderState::CancelPending: return u"cancel_pending"_s;
    case OrderState::ModifyPending: return u"modify_pending"_s;
    case OrderState::Cancelled: return u"cancelled"_s;
    case OrderState::Expired: return u"expired"_s;
    case OrderState::Rejected: return u"rejected"_s;
    case OrderState::Denied: return u"denied"_s;
    case OrderState::Lapsed: return u"lapsed"_s;
    }
    return {};
}

QString toString(OrderType type)
{
    switch (type) {
    case OrderType::Market: return u"market"_s;
    case OrderType::Limit: return u"limit"_s;
    case OrderType::Stop: return u"stop"_s;
    case OrderType::StopLimit: return u"stop_limit"_s;
    case OrderType::MarketIfTouched: return u"market_if_touched"_s;
    case OrderType::LimitIfTouched: return u"limit_if_touched"_s;
    }
    return {};
}

QString toString(OrderRole role)
{
    switch (role) {
    case OrderRole::Entry: return u"entry"_s;
    case OrderRole::Exit: return u"exit"_s;
    case OrderRole::StopLoss: return u"stop_loss"_s;
    case OrderRole::TakeProfit: return u"take_profit"_s;
    }
    return {};
}

QString toString(TimeInForce timeInForce)
{
    switch (timeInForce) {
    case TimeInForce::Day: return u"day"_s;
    case TimeInForce::GoodTillCancelled: return u"gtc"_s;
    case TimeInForce::ImmediateOrCancel: return u"ioc"_s;
    case TimeInForce::PostOnly: return u"post_only"_s;
    }
    return {};
}

} // namespace bellwether
