#pragma once

#include "app/composition/backtestrequest.h"
#include "core/backtest/runplan.h"
#include "core/risk/risklimits.h"
#include "core/strategy/strategy.h"

#include <optional>

namespace bellwether {

/// A request with every word understood, apart from what depends on the data.
struct BacktestJob {
    RunPlan plan;
    const StrategyInfo *info = nullptr;
    std::optional<ParameterSet> parameters;  ///< has a value once understood
    std::optional<Timeframe> timeframe;
    Timestamp from;                          ///< zero for the beginning
    std::optional<Timestamp> to;
    RiskLimits limits;                       ///< of risk sizing
    bool isInstrumentKnown = false;
    bool hasOwnLot = false;
    bool hasOwnCosts = false;
};

/// Checks the request as a whole before any data is read. Errors: InvalidArgument, OutOfRange and NotFound, one line each
/// that names the option, its value and what was expected.
Result<BacktestJob> understand(const BacktestRequest &request);

/// Takes calendar and days of a year from the plan's instrument. Errors: NotFound.
Result<void> adoptCalendar(RunPlan &plan);

} // namespace bellwether
