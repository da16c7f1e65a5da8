#pragma once

#include "core/domain/fixedpoint.h"
#include "core/domain/side.h"
#include "core/base/timestamp.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace bellwether::exchange {

/// What can be traded at the stand-in venue, with the steps that its orders must keep.
struct ListedSymbol {
    QString symbol;           ///< `BTCUSDT`
    QString base;
    QString quote;
    Price tickSize = Price::fromRaw(1'000'000);
    Price priceMax = Price::fromInt(1'000'000);
    Quantity step = Quantity::fromRaw(1'000);
    Quantity quantityMin = Quantity::fromRaw(1'000);
    Quantity quantityMax = Quantity::fromInt(9'000);
    Quantity notionalMin = Quantity::fromInt(5);   ///< in the quote asset
    int openOrdersMax = 200;
};

enum class OrderKind { Limit, LimitMaker, Market, StopLoss, StopLossLimit, TakeProfit, TakeProfitLimit };
enum class TimeInForce { Gtc, Ioc, Fok };
enum class OrderStatus { PendingNew, New, PartiallyFilled, Filled, Canceled, Rejected, Expired };

/// Whether the order waits for the last price to reach its stop price first.
constexpr bool hasTrigger(OrderKind kind) { return kind >= OrderKind::StopLoss; }
/// Whether the order takes any price.
constexpr bool isAtMarket(OrderKind kind)
{
    return kind == OrderKind::Market || kind == OrderKind::StopLoss || kind == OrderKind::TakeProfit;
}
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
    Timestamp created;
    Timestamp updated;
    std::int64_t list = -1;
    std::shared_ptr<Reserve> reserve;

    Quantity leaves() const { return asked.quantity - executed; }
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

enum class ExecutionType { New, Trade, Canceled, Rejected, Expired };

} // namespace bellwether::exchange
