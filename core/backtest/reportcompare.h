#pragma once

#include "core/backtest/runreport.h"

namespace bellwether {

/// Runs side by side.
struct RunComparison {
    /// One figure of the column of all trades, as exported (percent for shares), in the order of the runs.
    struct Row {
        const MetricSpec *metric = nullptr;
        std::vector<double> values;
    };
    std::vector<Row> rows;                    ///< figures that at least one run has
    std::vector<std::int64_t> day;            ///< every day of any run, ascending, as DailyEquity
    std::vector<std::vector<double>> growth;  ///< per run: equity at the close of the day ÷ its capital; NaN outside its
                                              ///< period, the last close before on a day that it has no mark of
};

RunComparison compareRuns(std::span<const RunReport *const> runs);

} // namespace bellwether
