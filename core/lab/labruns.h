#pragma once

#include "core/analytics/metrictable.h"
#include "core/lab/labreport.h"

namespace bellwether {

/// What is known of a kept run without opening it. Shares as fractions, NaN where there is no figure.
struct LabKeptRun {
    std::int64_t id = 0;
    Timestamp madeAt;
    QString strategies;
    QString instruments;
    QString timeframe;
    Timestamp from;
    Timestamp to;
    QString parameters;
    QString sizing;
    QString currency;
    double capital = 0;
    double finalEquity = 0;
    double totalReturn = 0;
    double drawdownMax = 0;
    double sharpe = 0;
    double profitFactor = 0;
    std::int64_t trades = 0;
    int badges = 0;
    QString fingerprint;  ///< of the data
    QString version;      ///< of the program
    std::int64_t seed = 0;
    QString note;
};
using LabKeptRunsPtr = std::shared_ptr<const std::vector<LabKeptRun>>;

/// Kept runs side by side.
struct LabComparison {
    struct Run {
        std::int64_t id = 0;
        QString name;         ///< `#12 ema_crossover BINANCE:BTCUSDT 15m`
        QString parameters;
        LabCurve growth;      ///< equity ÷ capital − 1 by day
    };
    struct Row {
        const MetricSpec *metric = nullptr;
        std::vector<double> values; ///< one per run, as exported
    };
    std::vector<Run> runs;
    std::vector<Row> rows;
};
using LabComparisonPtr = std::shared_ptr<const LabComparison>;

} // namespace bellwether
