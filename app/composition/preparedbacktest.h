#pragma once

#include "app/composition/backtestrequest.h"
#include "core/backtest/eventrun.h"
#include "core/backtest/runreport.h"

#include <memory>

namespace bellwether {

/// A request with its data: everything that a run needs. Runs leave it as it is, so one is shared by any number of
/// threads.
struct PreparedBacktest {
    RunPlan plan;
    const StrategyInfo *info = nullptr;
    ParameterSet parameters;                 ///< as the request gives them
    std::shared_ptr<const BarColumns> bars;  ///< at the plan's timeframe
    std::size_t firstRow = 0;                ///< the tested period; earlier rows warm the strategy
    std::size_t lastRow = 0;
    std::optional<EventSetup> setup;         ///< risk sizing, through the engine that trades; none: on columns
    DataFacts facts;
};

/// Checks the request as a whole before any data is read, then loads the bars. Errors: InvalidArgument, OutOfRange and
/// NotFound for the request; those of readBarFile and the bar store for the data.
Result<PreparedBacktest> prepareBacktest(const BacktestRequest &request);

/// One run with these parameters, which are of `prepared.info` and have passed ParameterSet::check(): risk sizing
/// through the engine that trades, with its limits and the costs of the paper venue where none are given; other sizing on
/// columns. Any thread. Errors: Cancelled, when the observer says so; OutOfRange, when amounts leave the range of Money.
Result<RunReport> runPrepared(const PreparedBacktest &prepared, const ParameterSet &parameters, const RunObserver &observer = {});

/// Both in one.
Result<RunReport> runBacktest(const BacktestRequest &request, const RunObserver &observer = {});

} // namespace bellwether
