#pragma once

#include "core/base/ids.h"
#include "core/base/timestamp.h"
#include "core/domain/fixedpoint.h"
#include "core/domain/product.h"
#include "core/domain/side.h"

namespace bellwether {

enum class OrderType {
    Market,
    Limit,
    Stop,
    StopLimit,
    MarketIfTouched, ///< a market order once the price has come as far as its trigger: above the market for a sale, below for a purchase
    LimitIfTouched,  ///< the same, and then a limit order
};
enum class TimeInForce {
    Day,
    GoodTillCancelled,
    ImmediateOrCancel,
    PostOnly, ///< until cancelled, of limit orders alone: one that would trade as it arrives ends instead
};

/// Has a price beyond which it does not trade.
constexpr bool hasLimitPrice(OrderType type) { return type == OrderType::Limit || type == OrderType::StopLimit || type == OrderType::LimitIfTouched; }
/// Waits until the price is against it: further up for a purchase, further down for a sale.
constexpr bool isStopType(OrderType type) { return type == OrderType::Stop || type == OrderType::StopLimit; }
/// Waits for its stopPrice, from whichever side.
constexpr bool hasTriggerPrice(OrderType type) { return isStopType(type) || type == OrderType::MarketIfTouched || type == OrderType::LimitIfTouched; }

/// The states of FAULTS.md; Order::apply holds the only transitions between them.
enum class OrderState {
    Draft,
    AwaitingApproval,
    Checked,
    Intent,
    Unknown,
    Open,
    Partial,
    Filled,
    CancelPending,
    ModifyPending,
    Cancelled,
    Expired,
    Rejected,
    Denied,
    Lapsed,
};

/// What an order is for. Only an Entry adds risk; the others reduce it and are never gated by approval, halt or mode.
enum class OrderRole { Entry, Exit, StopLoss, TakeProfit };

/// One thing that happened to an order. `quantity` and `price` are those of a fill or of an accepted modification.
struct OrderEvent {
    enum class Kind {
        SubmittedForApproval,
        PassedChecks,
        Denied,
        Lapsed,
        IntentCommitted,  ///< durable; the order may now leave
        SendStarted,      ///< handed to the wire: the outcome is unknown until the venue says
        Accepted,
        Filled,
        CancelRequested,
        ModifyRequested,
        CancelRefused,    ///< the venue kept the order as it was
        Modified,
        Cancelled,
        Expired,
        Rejected,
        LateFill,         ///< a fill that arrived after a final state, recorded as such
        FillVoided,       ///< the venue took a named trade back
    };
    Kind kind;
    Timestamp time;
    Quantity quantity = {};
    Price price = {};
    QString reason = {};
};

/// An instruction to a venue. Changes only by apply().
class Order {
public:
    OrderId id;
    ClientOrderId clientId;
    QString venueId;
    SignalId signal;
    OrderId parent;              ///< the entry of a bracket's stop and target
    OrderId sibling;             ///< the other one of stop and target: one cancels the other
    bool isAttached = false;     ///< left for the venue together with its parent, whose fills arm it there
    StrategyId strategy;
    InstrumentId instrument;
    BookId book;                 ///< of these two: given by the account that takes the order up, no part of the journal
    OrderRole role = OrderRole::Entry;
    Side side = Side::Buy;
    OrderType type = OrderType::Market;
    TimeInForce timeInForce = TimeInForce::GoodTillCancelled;
    Product product = Product::None;
    Quantity quantity;
    Price limitPrice;            ///< of types with hasLimitPrice()
    Price stopPrice;             ///< the trigger of types with hasTriggerPrice()
    Price referencePrice;        ///< what the decision saw
    Price bracketStop;           ///< stop of the bracket this entry opens; zero for none
    Price bracketTarget;         ///< target of the bracket; zero for none
    Timestamp createdAt;
    Timestamp updatedAt;
    QString reason;              ///< why it was denied, rejected, cancelled; why it was sent

    OrderState state() const { return m_state; }
    Quantity filledQuantity() const { return m_filledQuantity; }
    Quantity leavesQuantity() const { return quantity - m_filledQuantity; }
    /// Volume-weighted price of the fills; zero before the first.
    Price averagePrice() const;

    /// Applies one event. Errors: InvalidTransition where the table has no such arrow; OutOfRange where a fill would
    /// exceed the quantity. The order is unchanged after an error.
    Result<void> apply(const OrderEvent &event);
    /// How many events were applied: two copies of one order with the same count are equal but for the venue's id.
    std::uint32_t revision() const { return m_revision; }

private:
    friend struct StateFields; // a snapshot keeps an order as it stands
    Result<void> take(const OrderEvent &event);

    OrderState m_state = OrderState::Draft;
    OrderState m_stateBeforePending = OrderState::Open; ///< where a refused cancel or modify returns to
    std::uint32_t m_revision = 0;
    Quantity m_filledQuantity;
    Int128 m_filledValue = 0; ///< Σ price × quantity in units of 1e-16
};

/// `open`, `cancel_pending`, …
QString toString(OrderState state);
/// `intent committed`, `late fill`, …
QString toString(OrderEvent::Kind kind);
QString toString(OrderType type);
QString toString(OrderRole role);
QString toString(TimeInForce timeInForce);

/// No further change is expected, except a recorded late fill or a voided one.
constexpr bool isFinal(OrderState state)
{
    return state == OrderState::Filled || state == OrderState::Cancelled || state == OrderState::Expired
        || state == OrderState::Rejected || state == OrderState::Denied || state == OrderState::Lapsed;
}
/// May be at the venue, so its remaining quantity reserves exposure: from the durable intent to a final state.
constexpr bool isWorking(OrderState state)
{
    return state == OrderState::Intent || state == OrderState::Unknown || state == OrderState::Open
        || state == OrderState::Partial || state == OrderState::CancelPending || state == OrderState::ModifyPending;
}
/// Reduces risk whatever its size (capped at the position by the engine).
constexpr bool isReducing(OrderRole role) { return role != OrderRole::Entry; }

} // namespace bellwether
