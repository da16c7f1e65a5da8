#include "core/analytics/returnfigures.h"

#include "core/analytics/statistics.h"
#include "core/base/error.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace bellwether {

double annualGrowth(double start, double end, double years)
{
    return start > 0 && end > 0 && years > 0 ? std::pow(end / start, 1.0 / years) - 1.0 : notAvailable;
}

double annualVolatility(std::span<const double> returns, double periodsPerYear)
{
    return sampleDeviation(returns) * std::sqrt(periodsPerYear);
}

double sharpeRatio(std::span<const double> returns, double periodsPerYear, double riskFree)
{
    const double deviation = sampleDeviation(returns);
    return deviation > 0 ? (meanOf(returns) - riskFree) / deviation * std::sqrt(periodsPerYear) : notAvailable;
}

double sortinoRatio(std::span<const double> returns, double periodsPerYear, double target)
{
    if (returns.size() < 2)
        return notAvailable;
    double squares = 0;
    for (const double value : returns)
        squares += std::pow(std::min(value - target, 0.0), 2);
    const double excess = meanOf(returns) - target;
    if (squares == 0)
        return excess > 0 ? std::numeric_limits<double>::infinity() : notAvailable;
    return excess / std::sqrt(squares / double(returns.size())) * std::sqrt(periodsPerYear);
}

double omegaRatio(std::span<const double> returns, double threshold)
{
    double gains = 0;
    double shortfalls = 0;
    for (const double value : returns)
        (value > threshold ? gains : shortfalls) += std::fabs(value - threshold);
    return shortfalls > 0 ? gains / shortfalls : notAvailable;
}

double tailRatio(std::span<const double> returns)
{
    std::vector<double> sorted(returns.begin(), returns.end());
    std::sort(sorted.begin(), sorted.end());
    const double low = quantileOfSorted(sorted, 0.05);
    return sorted.size() >= 2 && low != 0 ? std::fabs(quantileOfSorted(sorted, 0.95) / low) : notAvailable;
}

double probabilisticSharpe(double sharpe, double benchmark, double observations, double skewness, double kurtosis)
{
    const double variance = 1.0 - skewness * sharpe + (kurtosis - 1.0) / 4.0 * sharpe * sharpe;
    if (!(variance > 0) || !(observations >= 2))
        return notAvailable;
    return normalDistribution((sharpe - benchmark) * std::sqrt(observations - 1.0) / std::sqrt(variance));
}

double expectedMaximumSharpe(double varianceOfSharpes, double trials)
{
    if (!(varianceOfSharpes >= 0) || !(trials > 1))
        return trials == 1 ? 0.0 : notAvailable;
    constexpr double gamma = std::numbers::egamma;
    return std::sqrt(varianceOfSharpes)
        * ((1.0 - gamma) * normalQuantile(1.0 - 1.0 / trials)
           + gamma * normalQuantile(1.0 - 1.0 / (trials * std::numbers::e)));
}

double minimumTrackRecord(double sharpe, double benchmark, double confidence, double skewness, double kurtosis)
{
    if (!(sharpe > benchmark))
        return notAvailable;
    const double variance = 1.0 - skewness * sharpe + (kurtosis - 1.0) / 4.0 * sharpe * sharpe;
    return 1.0 + variance * std::pow(normalQuantile(confidence) / (sharpe - benchmark), 2);
}

ValueAtRisk valueAtRisk(std::span<const double> returns, double tail)
{
    std::vector<double> sorted(returns.begin(), returns.end());
    std::sort(sorted.begin(), sorted.end());
    const double mean = meanOf(returns);
    const double deviation = sampleDeviation(returns);
    const double z = normalQuantile(tail);
    const double s = skewnessOf(returns);
    const double k = kurtosisOf(returns) - 3.0;
    // Cornish and Fisher 1938: the normal quantile corrected for skewness and excess kurtosis.
    const double expanded = z + (z * z - 1) * s / 6 + (z * z * z - 3 * z) * k / 24 - (2 * z * z * z - 5 * z) * s * s / 36;
    return {quantileOfSorted(sorted, tail), tailMeanOfSorted(sorted, tail), mean + z * deviation,
            mean - deviation * normalDensity(z) / tail, mean + expanded * deviation};
}

BenchmarkFigures againstBenchmark(std::span<const double> returns, std::span<const double> benchmark,
                                  double periodsPerYear)
{
    if (returns.size() != benchmark.size())
        throw Fault(QStringLiteral("returns and benchmark differ in length"));
    const double sd = sampleDeviation(returns);
    const double sdBenchmark = sampleDeviation(benchmark);
    if (!(sdBenchmark > 0))
        return {notAvailable, notAvailable, notAvailable, notAvailable, notAvailable};
    const double mean = meanOf(returns);
    const double meanBenchmark = meanOf(benchmark);
    double covariance = 0;
    std::vector<double> difference(returns.size());
    for (std::size_t i = 0; i < returns.size(); ++i) {
        covariance += (returns[i] - mean) * (benchmark[i] - meanBenchmark);
        difference[i] = returns[i] - benchmark[i];
    }
    covariance /= double(returns.size() - 1);
    const double beta = covariance / (sdBenchmark * sdBenchmark);
    const double correlation = sd > 0 ? covariance / (sd * sdBenchmark) : notAvailable;
    const double trackingError = sampleDeviation(difference) * std::sqrt(periodsPerYear);
    return {(mean - beta * meanBenchmark) * periodsPerYear, beta, correlation * correlation, trackingError,
            trackingError > 0 ? meanOf(difference) * periodsPerYear / trackingError : notAvailable};
}

double kellyFraction(double winRate, double payoff)
{
    return payoff > 0 ? winRate - (1.0 - winRate) / payoff : notAvailable;
}

double cappedKelly(double kelly) { return std::clamp(kelly, 0.0, 0.25); }

} // namespace bellwether
