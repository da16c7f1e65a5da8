#pragma once

#include "core/base/result.h"
#include "core/domain/instrument.h"
#include "core/domain/order.h"

#include <QByteArrayView>

#include <map>

namespace bellwether::binance {

/// One of the venue's rate limits, as `exchangeInfo` names them; the documented figures change, so they are never built in.
struct NamedRateLimit {
    QString kind;        ///< `REQUEST_WEIGHT`, `ORDERS`, `RAW_REQUESTS`
    Duration interval{};
    int limit = 0;
};

/// What the venue demands of the orders of one symbol. A value of zero switches its rule off, as it does at the venue.
struct SymbolRules {
    Instrument instrument;     ///< `BINANCE:BTCUSDT` with tick, lot, minimum quantity and notional
    QString status;            ///< `TRADING` alone accepts orders
    QString baseAsset;
    QString quoteAsset;
    QStringList orderTypes;
    bool isSpotAllowed = false;
    bool hasQuoteQuantity = false; ///< market orders may name the money instead of the quantity
    Price priceMin;
    Price priceMax;
    Quantity quantityMax;
    Quantity marketQuantityMin;
    Quantity marketQuantityMax;
    Quantity marketStep;
    Money notionalMax;
    bool notionalMinAppliesToMarket = false;
    bool notionalMaxAppliesToMarket = false;
    int ordersMax = 0;         ///< open orders of the symbol
    int stopOrdersMax = 0;     ///< of them with a trigger

    bool isTrading() const { return status == QLatin1StringView("TRADING") && isSpotAllowed; }
    /// Whether the venue would take the order as it is: Denied with the rule's name and its numbers where not. `reference`
    /// is the price that a market order is valued at.
    Result<void> check(OrderType type, Quantity quantity, Price limitPrice, Price stopPrice, Price reference) const;
};

struct ExchangeRules {
    Timestamp serverTime;
    std::vector<NamedRateLimit> rateLimits;
    std::map<QString, SymbolRules> symbols; ///< by the venue's symbol
    QStringList passedOver;                 ///< symbols that fixed point cannot hold, with the reason
};

/// Reads `exchangeInfo`. Unknown filters are passed over, since the venue adds some over time. Errors: BadData.
Result<ExchangeRules> readExchangeRules(QByteArrayView json);

} // namespace bellwether::binance
