#pragma once

#include "core/brokers/binance/answers.h"

#include <variant>

namespace bellwether::binance {

/// `executionReport`: one change of one of our orders.
struct OrderUpdate {
    /// The order after the change. Its clientOrderId is the order's own, also where a cancel has one of its own.
    VenueOrder order;
    QString execution;           ///< `NEW`, `CANCELED`, `REPLACED`, `REJECTED`, `TRADE`, `EXPIRED`, `TRADE_PREVENTION`
    QString rejectReason;        ///< empty for none
    std::int64_t executionId = 0; ///< with the symbol, unique: what a repeated event is known by; 0 where not sent
    std::optional<VenueFill> fill; ///< TRADE
};

/// `outboundAccountPosition`: the new state of the balances that changed.
struct BalancesUpdate {
    Timestamp time;
    std::vector<VenueBalance> balances;
};

/// `balanceUpdate`: a deposit, withdrawal or transfer.
struct BalanceChange {
    Timestamp time;
    QString asset;
    Quantity change;             ///< negative for less
};

/// `listStatus`: an order list began, ended or was refused; its orders are told by updates of their own.
struct OrderListUpdate {
    VenueOrderList list;
};

/// The venue ends the subscription: subscribe again and reconcile.
struct StreamEnded {
    bool isWholeConnection = false; ///< `serverShutdown`: the socket goes as well
};

/// An event type that this client does not read.
struct OtherUserEvent {
    QString type;
};

using UserEvent = std::variant<OrderUpdate, BalancesUpdate, BalanceChange, OrderListUpdate, StreamEnded, OtherUserEvent>;

/// Reads an event of the user data stream, with or without its envelope `{"subscriptionId":…,"event":{…}}`.
/// Errors: BadData naming the field.
Result<UserEvent> readUserEvent(QByteArrayView json);

} // namespace bellwether::binance
