#pragma once

#include "core/analytics/breakdown.h"
#include "core/backtest/runreport.h"

namespace bellwether {

/// By which rules the run went: `capital 10000 USDT, sizing percent, fills at next-open, long only; commission 0.1 %, spread
/// 0 %, slippage 0.02 %; stop 2%, trailing stop 1.5atr`, the costs as a schedule where one applied, exits where they were set.
QString rulesSentence(const RunPlan &plan);

/// `15m`, or `15m with 1m inside`.
QString barsText(const RunPlan &plan);

/// Closed trades by the conditions that were met at their entry, named without their values and in order of names;
/// entries without conditions are `no reason given`.
std::vector<TradeGroup> byEntryReason(const RunResult &result);

/// Positions of the marks that show the equity curve with at most about `countMax` of them: the first and the last, the
/// lowest and the highest of each stretch, and where the deepest drawdowns begin, bottom and end. All of them where there
/// are no more than `countMax`.
std::vector<std::size_t> shownMarks(const RunReport &report, std::size_t countMax);

/// The equity curve at shownMarks(), as columns of equal length. Seconds count from `origin`, the first mark.
struct ShownCurve {
    Timestamp origin;
    Timestamp end;
    std::vector<double> seconds;
    std::vector<double> equity;
    std::vector<double> peak;
    std::vector<double> benchmark;  ///< NaN where the run has none
    std::vector<double> drawdown;   ///< in percent, ≤ 0
};
/// Fault where the report has no marks.
ShownCurve shownCurve(const RunReport &report, std::size_t countMax);

/// Rolling figures of three months: windows of a quarter of the trading days of a year.
std::vector<RollingPoint> rollingQuarter(const RunReport &report);

/// Chance of falling below half of the capital, from bootstrapped orders of the run's trades.
struct RuinEstimate {
    double probability = notAvailable; ///< NaN without trades
    std::size_t paths = 0;
};
/// As many paths as two million draws allow, at most 10,000.
RuinEstimate riskOfRuin(std::span<const RoundTrip> trades, std::uint64_t seed);
/// Results of the trades as shares of the equity before each; those entered on no equity are left out.
std::vector<double> tradeReturns(std::span<const RoundTrip> trades);

} // namespace bellwether
