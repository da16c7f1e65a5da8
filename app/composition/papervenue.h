#pragma once

#include "core/market/exchangecalendar.h"
#include "core/sim/simbroker.h"

namespace bellwether {

/// The simulated venue that paper accounts and backtests under the desk's rules trade at: costs by the exchange of the
/// calendar (NSE intraday, else Binance spot) and a slippage of 2 basis points.
SimBrokerSettings paperVenue(const ExchangeCalendar &calendar);
/// The same on a stream of ticks, where an order takes 50 ms to arrive.
SimBrokerSettings tickedPaperVenue(const ExchangeCalendar &calendar);

} // namespace bellwether
