#include "core/analytics/statistics.h"

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace bellwether {

namespace {

double centralMoment(std::span<const double> values, double mean, int power)
{
    double sum = 0;
    for (const double value : values)
        sum += std::pow(value - mean, power);
    return sum / double(values.size());
}

double standardisedMoment(std::span<const double> values, int power)
{
    if (sampleDeviation(values) > 0) {
        const double mean = meanOf(values);
        return centralMoment(values, mean, power) / std::pow(centralMoment(values, mean, 2), power / 2.0);
    }
    return notAvailable;
}

} // namespace

double meanOf(std::span<const double> values)
{
    if (values.empty())
        return notAvailable;
    return std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
}

double sampleDeviation(std::span<const double> values)
{
    if (values.size() < 2)
        return notAvailable;
    const double mean = meanOf(values);
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    const double deviation = std::sqrt(squares / double(values.size() - 1));
    // Equal values whose mean is off by an ulp have a deviation of that ulp; it is not a spread.
    return deviation <= 1e-14 * std::fabs(mean) ? 0.0 : deviation;
}

double skewnessOf(std::span<const double> values) { return standardisedMoment(values, 3); }
double kurtosisOf(std::span<const double> values) { return standardisedMoment(values, 4); }

double quantileOfSorted(std::span<const double> ascending, double level)
{
    if (ascending.empty())
        return notAvailable;
    const double position = double(ascending.size() - 1) * std::clamp(level, 0.0, 1.0);
    const auto below = std::size_t(position);
    if (below + 1 >= ascending.size())
        return ascending.back();
    return ascending[below] + (position - double(below)) * (ascending[below + 1] - ascending[below]);
}

double medianOf(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return quantileOfSorted(values, 0.5);
}

double tailMeanOfSorted(std::span<const double> ascending, double level)
{
    if (ascending.empty())
        return notAvailable;
    const auto count = std::size_t(double(ascending.size() - 1) * std::clamp(level, 0.0, 1.0)) + 1;
    return meanOf(ascending.first(count));
}

double normalDensity(double z) { return std::exp(-0.5 * z * z) / std::sqrt(2.0 * std::numbers::pi); }
double normalDistribution(double z) { return 0.5 * std::erfc(-z / std::numbers::sqrt2); }

double normalQuantile(double probability)
{
    if (!(probability > 0))
        return probability == 0 ? -std::numeric_limits<double>::infinity() : notAvailable;
    if (!(probability < 1))
        return probability == 1 ? std::numeric_limits<double>::infinity() : notAvailable;
    return boost::math::quantile(boost::math::normal_distribution<>(), probability);
}

double studentTwoSided(double t, double degreesOfFreedom)
{
    if (std::isnan(t) || !(degreesOfFreedom >= 1))
        return notAvailable;
    if (std::isinf(t))
        return 0.0;
    const boost::math::students_t_distribution<> distribution(degreesOfFreedom);
    return 2.0 * boost::math::cdf(boost::math::complement(distribution, std::fabs(t)));
}

} // namespace bellwether
