#pragma once

#include "core/exchange/spotvenue.h"

#include <QJsonObject>

namespace bellwether::exchange {

/// Statistics of the last 24 hours from the minute bars.
struct DayStatistics {
    double open = 0, high = 0, low = 0, close = 0, volume = 0, turnover = 0;
};
DayStatistics dayOf(const BarColumns &bars, Timestamp now);

/// An estimate as the venue writes it, with eight decimals.
QString numberText(double value);

/// The `@ticker` or `@miniTicker` message of a symbol.
QJsonObject tickerJson(const SpotVenue &venue, SymbolNumber symbol, Timestamp now, bool isMini);

} // namespace bellwether::exchange
