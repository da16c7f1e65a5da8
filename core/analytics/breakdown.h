#pragma once

#include "core/analytics/dailyequity.h"
#include "core/analytics/roundtrip.h"
#include "core/analytics/statistics.h"

#include <span>

namespace bellwether {

/// Closed trades that have something in common, and what they brought.
struct TradeGroup {
    QString name;
    int trades = 0;
    int wins = 0;
    double net = 0;
    double grossProfit = 0;
    double grossLoss = 0;        ///< ≥ 0

    void add(const RoundTrip &trade);
    double winRate() const { return trades > 0 ? double(wins) / trades : notAvailable; }
    double mean() const { return trades > 0 ? net / trades : notAvailable; }
    /// +∞ without losses, NaN without trades that won or lost.
    double profitFactor() const;
};

/// By why they were closed, in the order of ExitReason; reasons without a trade are absent here and below.
std::vector<TradeGroup> byExitReason(std::span<const RoundTrip> trades);
/// By the hour of the entry in the venue's zone, `00` to `23`.
std::vector<TradeGroup> byHour(std::span<const RoundTrip> trades, Duration utcOffset);
/// By the weekday of the entry in the venue's zone, `Mon` to `Sun`.
std::vector<TradeGroup> byWeekday(std::span<const RoundTrip> trades, Duration utcOffset);
/// By the calendar month of the exit in the venue's zone, `Jan` to `Dec`, all years together.
std::vector<TradeGroup> byMonthOfYear(std::span<const RoundTrip> trades, Duration utcOffset);

/// Figures of the days up to and with `day`, over the window that ends there.
struct RollingPoint {
    std::int64_t day = 0;        ///< as DailyEquity
    double sharpe = 0;
    double volatility = 0;
    double beta = 0;             ///< NaN without a benchmark
};
/// Sharpe ratio, volatility and beta over each `window` days; a quarter of the trading days of a year is three months.
/// None where there are fewer days than that. `benchmark` has the same days, or none.
std::vector<RollingPoint> rollingFigures(const DailyEquity &equity, const DailyEquity &benchmark, std::size_t window,
                                         double periodsPerYear);

/// Returns in equal classes from the smallest to the largest.
struct Histogram {
    double low = 0;              ///< lower edge of the first class
    double width = 0;            ///< of each; 0 where all values are equal, and then there is one class
    std::vector<int> counts;
};
/// Between 1 and `classesMax` classes by the rule of Freedman and Diaconis 1981. Values that are not finite are left out.
Histogram histogramOf(std::span<const double> values, std::size_t classesMax = 60);

} // namespace bellwether
