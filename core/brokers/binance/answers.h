#pragma once

#include "core/base/result.h"
#include "core/domain/money.h"
#include "core/domain/side.h"
#include "core/domain/timeframe.h"
#include "core/domain/bar.h"
#include "core/domain/quote.h"

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace bellwether::binance {

/// The venue's refusal of a request: `{"code":-2010,"msg":"…"}`.
struct VenueError {
    std::int64_t code = 0;
    QString message;
};

/// What a refusal means for what was asked. Source: Binance spot API documentation, errors.md, and rule 2 of three outcomes.
enum class RefusalKind {
    OutcomeUnknown, ///< the request may have been carried out: ask, never send again
    Busy,           ///< server trouble: reads may be repeated later
    TooMany,        ///< rate limit: wait
    ClockWrong,     ///< timestamp outside the window: measure the offset anew
    NotAllowed,     ///< key, signature or permission: the user has to act
    OrderUnknown,   ///< no such order (may lag right after placing it)
    CancelRefused,  ///< often the order has just filled: ask
    Refused,        ///< the venue does not want this request
};
RefusalKind kindOf(int httpStatus, std::int64_t code);

/// One execution of an order.
struct VenueFill {
    std::int64_t tradeId = 0;
    std::int64_t orderId = 0;      ///< 0 inside the answer to an order
    Price price;
    Quantity quantity;
    Quantity commission;           ///< in units of `commissionAsset`
    QString commissionAsset;
    Timestamp time;                ///< zero inside the answer to an order
    Side side = Side::Buy;
    bool isMaker = false;
};

/// An order as the venue has it: the answer to placing, cancelling, amending or asking.
struct VenueOrder {
    QString symbol;
    std::int64_t orderId = 0;
    std::int64_t orderListId = -1;
    QString clientOrderId;         ///< ours, also in the answer to a cancel
    QString status;                ///< empty in a bare acknowledgement
    QString type;
    Side side = Side::Buy;
    Price price;
    Price stopPrice;
    Quantity quantity;
    Quantity executed;
    Quantity quoteExecuted;        ///< Σ price × quantity in the quote asset
    Timestamp time;                ///< of the last change
    bool isWorking = true;         ///< false: a stop that has not been triggered
    std::vector<VenueFill> fills;

    /// Average price of what was executed; zero for nothing.
    double averagePrice() const;
};

/// A balance of one asset.
struct VenueBalance {
    QString asset;
    Quantity free;
    Quantity locked;
};

struct VenueAccount {
    bool canTrade = false;
    bool canWithdraw = false;
    std::vector<VenueBalance> balances;
    QString uid;
    Ratio makerFee = Ratio::fromRaw(100'000);   ///< 0.1 % where the answer does not tell
    Ratio takerFee = Ratio::fromRaw(100'000);
};

/// An order list (OCO, OTO) with its orders.
struct VenueOrderList {
    std::int64_t orderListId = 0;
    QString contingency;           ///< `OCO`, `OTO`
    QString status;                ///< `EXECUTING`, `ALL_DONE`, `REJECT`
    QString clientListId;
    QString symbol;
    std::vector<VenueOrder> orders;
};

/// The answer to a cancel-and-replace, whichever halves worked.
struct CancelReplaceAnswer {
    std::optional<VenueOrder> cancelled;
    std::optional<VenueError> cancelError;
    std::optional<VenueOrder> placed;
    std::optional<VenueError> placeError;
    bool isNewOrderTried = false;
};

/// Nothing where the text is no refusal.
std::optional<VenueError> readError(QByteArrayView json);
/// Errors of all below: BadData naming the answer and the field.
Result<VenueOrder> readOrder(QByteArrayView json);
Result<std::vector<VenueOrder>> readOrders(QByteArrayView json);
Result<VenueOrderList> readOrderList(QByteArrayView json);
Result<CancelReplaceAnswer> readCancelReplace(QByteArrayView json);
Result<std::vector<VenueFill>> readMyTrades(QByteArrayView json);
Result<VenueAccount> readAccount(QByteArrayView json);
Result<Timestamp> readServerTime(QByteArrayView json);
/// Closed and running bars in the order of the answer; the last one may still be running.
Result<std::vector<Bar>> readKlines(QByteArrayView json);
Result<std::vector<TapeTrade>> readTrades(QByteArrayView json);
/// Number of the first print inside the first aggregate of the answer; 0 where it holds none.
Result<std::uint64_t> readFirstTradeOfAggregates(QByteArrayView json);
/// Last price of one symbol (`ticker/price`).
Result<Price> readLastPrice(QByteArrayView json);

} // namespace bellwether::binance
