#pragma once

#include "core/analytics/montecarlo.h"
#include "core/backtest/runreport.h"

namespace bellwether {

/// How the paths of a run are made. Zero means the default.
struct MonteCarloSettings {
    PathMethod method = PathMethod::Bootstrap;
    std::size_t paths = 10'000;
    std::uint64_t seed = 1;
    double ruinLoss = 0.5;
    std::size_t blockLength = 0;         ///< of Block; default: √ of the number of days
    int threads = 0;
    const std::atomic<bool> *isCancelled = nullptr;
};

/// What is drawn from: results of trades and daily returns, as fractions of the equity before.
struct MonteCarloSource {
    QString name;
    QString currency;
    double capital = 0;
    std::vector<double> trades;
    std::vector<double> days;
};

struct MonteCarloReport {
    MonteCarloSettings settings;         ///< with the block length that was used
    QString source;
    QString currency;
    std::size_t samples = 0;             ///< trades or days that were drawn from
    double historicalDrawdown = 0;       ///< maximum drawdown of the samples in the order they came
    MonteCarloResult result;
    double seconds = 0;
};

/// Trades and days of a report.
MonteCarloSource sourceOf(const RunReport &report);
/// Trades of a CSV with a header and a column `pnl`, in the order of their exits; the equity before a trade is that of a
/// column `equity_before`, or else `capital` and what the trades before brought. Errors: FileUnreadable; BadData with file,
/// line and column.
Result<MonteCarloSource> readTradesCsv(const QString &path, double capital);

/// Paths as long as what happened. Errors: BadData (fewer than two samples of the method), InvalidArgument, Cancelled.
Result<MonteCarloReport> runMonteCarlo(const MonteCarloSource &source, MonteCarloSettings settings);

QByteArray monteCarloJson(const MonteCarloReport &report);
QString monteCarloText(const MonteCarloReport &report);

} // namespace bellwether
