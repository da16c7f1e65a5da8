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
    std::vector<RunLeg> legs;                ///< at the plan's timeframe
    std::vector<RunStrategy> strategies;     ///< with the parameters of the request
    std::optional<EventSetup> setup;         ///< under the rules of the engine; none: a bare rule on columns
    std::vector<DataFacts> facts;            ///< of each leg
    QStringList badges;                      ///< what the data shows already
    std::shared_ptr<const RunLeg> benchmark; ///< where it is none of the legs
    std::vector<std::pair<QString, QString>> asked; ///< the words of the request, by option

    // Of the first leg and the first strategy, which are all there is in a search.
    const StrategyInfo *info = nullptr;
    ParameterSet parameters;
    std::shared_ptr<const BarColumns> bars;
    std::size_t firstRow = 0;                ///< the tested period; earlier rows warm the strategy
    std::size_t lastRow = 0;
};

/// Checks the request as a whole before any data is read, then loads the bars. Errors: InvalidArgument, OutOfRange and
/// NotFound for the request; those of readBarFile and the bar store for the data.
Result<PreparedBacktest> prepareBacktest(const BacktestRequest &request);

/// One run with these parameters for its first strategy, which are of `prepared.info` and have passed
/// ParameterSet::check(); others keep theirs. Risk sizing goes through the engine that trades, with its limits and the
/// costs of the paper venue where none are given; other sizing of one strategy in one instrument on columns. Any thread.
/// Errors: Cancelled, when the observer says so; OutOfRange, when amounts leave the range of Money.
Result<RunReport> runPrepared(const PreparedBacktest &prepared, const ParameterSet &parameters, const RunObserver &observer = {});

/// The same run without its report. Errors: as above.
Result<RunResult> runBare(const PreparedBacktest &prepared, const ParameterSet &parameters, const RunObserver &observer = {});

/// Preparation and run in one.
Result<RunReport> runBacktest(const BacktestRequest &request, const RunObserver &observer = {});

} // namespace bellwether
