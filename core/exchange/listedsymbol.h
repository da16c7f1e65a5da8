#pragma once

#include "core/domain/money.h"
#include "core/exchange/venueorder.h"

namespace bellwether::exchange {

/// What can be traded at the stand-in venue, with the steps that its orders must keep.
struct ListedSymbol {
    QString symbol;           ///< `BTCUSDT`
    QString base;
    QString quote;
    Price tickSize = Price::fromRaw(1'000'000);
    Price priceMax = Price::fromInt(1'000'000);
    /// Limits of an order's price as multiples of the average price.
    Ratio bidUp = Ratio::fromRaw(500'000'000), bidDown = Ratio::fromRaw(20'000'000);
    Ratio askUp = Ratio::fromRaw(500'000'000), askDown = Ratio::fromRaw(20'000'000);
    Quantity step = Quantity::fromRaw(1'000);
    Quantity quantityMin = Quantity::fromRaw(1'000);
    Quantity quantityMax = Quantity::fromInt(9'000);
    Quantity marketQuantityMax;                    ///< of an order at the market; zero for no limit but the one above
    Quantity notionalMin = Quantity::fromInt(5);   ///< in the quote asset
    Quantity notionalMax = Quantity::fromInt(9'000'000);
    int averageMinutes = 5;                        ///< of the average price; zero takes the last one
    Quantity positionMax;                          ///< held and bought of the base asset; zero for no limit
    int icebergParts = 10;
    int trailingMin = 10, trailingMax = 2'000;     ///< hundredths of a per cent
    int openOrdersMax = 200;
    int algoOrdersMax = 100;
    int icebergOrdersMax = 100;
    int amendsMax = 10;
    int listsMax = 20;
};

Refusal filterFailure(const char *name);

/// The filters that look at one order alone, as Binance spot has them (filters.md, 2026-05-08): PRICE_FILTER,
/// PERCENT_PRICE_BY_SIDE, LOT_SIZE, MARKET_LOT_SIZE, NOTIONAL, ICEBERG_PARTS, TRAILING_DELTA. `average` is zero while there
/// is none, and what needs it passes then.
std::optional<Refusal> checkFilters(const ListedSymbol &symbol, const NewOrder &order, Price average);

} // namespace bellwether::exchange
