#pragma once

#include <cstdint>
#include <span>

namespace bellwether {

/// (end ÷ start)^(1 ÷ years) − 1. NaN unless all three are positive.
double annualGrowth(double start, double end, double years);
/// Sample deviation of the returns × √N, N periods a year. NaN for fewer than two returns.
double annualVolatility(std::span<const double> returns, double periodsPerYear);
/// (mean − riskFree) ÷ sample deviation × √N, riskFree per period. NaN for fewer than two returns or no spread.
double sharpeRatio(std::span<const double> returns, double periodsPerYear, double riskFree = 0);
/// (mean − target) ÷ √(mean of min(r − target, 0)² over all periods) × √N. NaN for fewer than two returns; +∞ where no
/// return is below the target and the mean is above it.
double sortinoRatio(std::span<const double> returns, double periodsPerYear, double target = 0);
/// Σ gains over the threshold ÷ Σ shortfalls below it.
double omegaRatio(std::span<const double> returns, double threshold = 0);
/// |95th percentile ÷ 5th percentile|.
double tailRatio(std::span<const double> returns);

/// Probabilistic Sharpe ratio: chance that the true per-period Sharpe exceeds `benchmark`, with n observations, skewness
/// and plain (not excess) kurtosis. Source: Bailey and López de Prado, The Sharpe ratio efficient frontier, 2012.
double probabilisticSharpe(double sharpe, double benchmark, double observations, double skewness, double kurtosis);
/// Expected maximum Sharpe of `trials` independent searches whose Sharpe ratios have the given variance, in the same
/// per-period unit. Source: Bailey and López de Prado, The deflated Sharpe ratio, 2014.
double expectedMaximumSharpe(double varianceOfSharpes, double trials);
/// Observations needed until the Sharpe exceeds `benchmark` with the confidence. Source as probabilisticSharpe.
double minimumTrackRecord(double sharpe, double benchmark, double confidence, double skewness, double kurtosis);

/// One-day risk as returns, so a loss is negative. `tail` is 0.05 or 0.01.
struct ValueAtRisk {
    double historical = 0;
    double conditional = 0;      ///< mean of the returns at or beyond `historical`
    double normal = 0;
    double normalConditional = 0;
    double cornishFisher = 0;
};
ValueAtRisk valueAtRisk(std::span<const double> returns, double tail);

/// Returns against those of a benchmark over the same periods (least squares of ours on its).
struct BenchmarkFigures {
    double alpha = 0;            ///< per year: intercept × N
    double beta = 0;
    double rSquared = 0;
    double trackingError = 0;    ///< sample deviation of the difference × √N
    double informationRatio = 0; ///< mean difference × N ÷ tracking error
};
/// NaN figures for fewer than two returns. Fault if the lengths differ.
BenchmarkFigures againstBenchmark(std::span<const double> returns, std::span<const double> benchmark,
                                  double periodsPerYear);

/// W − (1 − W) ÷ payoff, not capped: negative means do not bet.
double kellyFraction(double winRate, double payoff);
/// A Kelly figure as it may be used: within 0 and 25 %.
double cappedKelly(double kelly);

} // namespace bellwether
