#pragma once

#include "app/composition/backtestjob.h"
#include "core/domain/bar.h"

namespace bellwether {

/// The bars of a job at its timeframe, from its files or from the history store, and what they tell of the instrument:
/// the job's plan gets timeframe, calendar and steps. Errors: those of readBarFile and the bar store; BadData and
/// NotFound where there is nothing to run on.
Result<BarColumns> loadBars(const BacktestRequest &request, BacktestJob &job);

} // namespace bellwether
