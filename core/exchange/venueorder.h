#pragma once

#include "core/domain/fixedpoint.h"
#include "core/domain/side.h"
#include "core/base/timestamp.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace bellwether::exchange {

enum class OrderKind { Limit, LimitMaker, Market, StopLoss, StopLossLimit, TakeProfit, TakeProfitLimit };
enum class TimeInForce { Gtc, Ioc, Fok };
enum class OrderStatus { PendingNew, New, PartiallyFilled, Filled, Canceled, Rejected, Expired, ExpiredInMatch };
/// What becomes of orders of one account that would trade with each other; the taker's says it.
enum class SelfTradeMode { None, ExpireTaker, ExpireMaker, ExpireBoth, Decrement };

/// Whether the order waits for the last price to reach its stop price first.
constexpr bool hasTrigger(OrderKind kind) { return kind >= OrderKind::StopLoss; }
/// Whether the order takes any price.
constexpr bool isAtMarket(OrderKind kind)
{
    return kind == OrderKind::Market || kind == OrderKind::StopLoss || kind == OrderKind::TakeProfit;
}
constexpr bool isStopLoss(OrderKind kind) { return kind == OrderKind::StopLoss || kind == OrderKind::StopLossLimit; }
constexpr bool isTakeProfit(OrderKind kind) { return kind == OrderKind::TakeProfit || kind == OrderKind::TakeProfitLimit; }
constexpr bool isFinal(OrderStatus status) { return status >= OrderStatus::Filled; }

using AccountNumber = int;
using SymbolNumber = int;
using OrderNumber = std::int64_t;

/// An order as it is asked for.
struct NewOrder {
    AccountNumber account = 0;
    SymbolNumber symbol = 0;
    QString clientOrderId;
    Side side = Side::Buy;
    OrderKind kind = OrderKind::Limit;
    TimeInForce timeInForce = TimeInForce::Gtc;
    Quantity quantity;
    Quantity quoteQuantity;   ///< Market: the money to spend or to get, instead of the quantity
    Price price;
    Price stopPrice;
    Quantity icebergQuantity; ///< shown at a time; zero shows all
    int trailingDelta = 0;    ///< hundredths of a per cent that the price has to come back; zero for none
    SelfTradeMode selfTrade = SelfTradeMode::None;
    std::int64_t strategyId = 0;   ///< labels of the client; zero for none
    std::int64_t strategyType = 0;
};

/// Money or units set aside for an order, or for the orders of a list that can only have it once.
struct Reserve {
    QString asset;
    Quantity amount;
};

/// An order as the venue has it.
struct OrderRecord {
    OrderNumber number = 0;
    NewOrder asked;
    OrderStatus status = OrderStatus::New;
    bool isWorking = true;    ///< on the book or at the market; false while it waits for its trigger or its turn
    Quantity executed;
    Quantity quoteExecuted;
    Quantity visible;         ///< of an iceberg on the book: what is left of the part that shows
    Quantity prevented;       ///< ended by self-trade prevention
    Quantity lastPrevented;
    std::int64_t preventedMatch = -1;
    Price trailFrom;          ///< best price since the trail began; zero before
    Timestamp trailTime;
    int amends = 0;
    Timestamp created;
    Timestamp updated;
    std::int64_t list = -1;
    std::shared_ptr<Reserve> reserve;

    Quantity leaves() const { return asked.quantity - executed - prevented; }
    /// What the book shows of it.
    Quantity shown() const { return asked.icebergQuantity.isPositive() ? visible : leaves(); }
};

/// Orders of one account that met and did not trade.
struct PreventedMatch {
    std::int64_t number = 0;
    SymbolNumber symbol = 0;
    AccountNumber account = 0;
    OrderNumber taker = 0;
    OrderNumber maker = 0;
    SelfTradeMode mode = SelfTradeMode::None;
    Price price;
    Quantity takerPrevented;
    Quantity makerPrevented;
    Timestamp time;
};

/// What an amendment changed.
struct Amendment {
    OrderNumber order = 0;
    std::int64_t execution = 0;
    QString clientOrderId;      ///< before
    QString newClientOrderId;
    Quantity quantity;          ///< before
    Quantity newQuantity;
    Timestamp time;
};

/// One execution, from the side of one order.
struct Execution {
    std::int64_t trade = 0;
    Price price;
    Quantity quantity;
    Quantity commission;
    QString commissionAsset;
    bool isMaker = false;
};

/// A refusal with the code and the text of the venue that is stood in for.
struct Refusal {
    int code = 0;
    QString message;
};

enum class ExecutionType { New, Trade, Canceled, Rejected, Expired, Replaced, Prevented };

} // namespace bellwether::exchange
