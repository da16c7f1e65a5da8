#pragma once

#include "core/domain/signal.h"
#include "core/market/exchangecalendar.h"
#include "core/sim/simbroker.h"

namespace bellwether {

using StrategyCategories = std::map<StrategyId, StrategyCategory>;

/// The simulated venue that paper accounts and backtests under the desk's rules trade at: costs by the exchange of the
/// calendar (NSE, else Binance spot) and a slippage of 2 basis points. At the NSE strategies of the categories short_term
/// and long_term hold for delivery and pay by that schedule, all others are intraday; an order that names its product pays by
/// that one.
SimBrokerSettings paperVenue(const ExchangeCalendar &calendar, const StrategyCategories &categories);
/// The same on a stream of ticks, where an order takes 50 ms to arrive.
SimBrokerSettings tickedPaperVenue(const ExchangeCalendar &calendar, const StrategyCategories &categories);

} // namespace bellwether
