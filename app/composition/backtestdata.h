#pragma once

#include "app/composition/backtestjob.h"

namespace bellwether {

/// The bars of a job at its timeframe, one leg for each source, from files or from the history store. What they tell of
/// the instruments goes into the sources, and that of the first into the plan. Errors: those of readBarFile and the
/// bar store; BadData, NotFound and InvalidArgument where the sources do not make one run.
Result<std::vector<RunLeg>> loadLegs(const BacktestRequest &request, BacktestJob &job);

/// The instrument of the history store that the job is measured against, on its timeframe or, where there are no such bars, the
/// shortest stored one; none where it names none.
/// Errors: NotFound, and those of the bar store.
Result<std::optional<RunLeg>> loadBenchmark(const BacktestRequest &request, const BacktestJob &job);

} // namespace bellwether
