#pragma once

#include <limits>
#include <span>
#include <vector>

namespace bellwether {

/// "n/a" of every figure: too few samples, or no such thing.
inline constexpr double notAvailable = std::numeric_limits<double>::quiet_NaN();

/// NaN for no values.
double meanOf(std::span<const double> values);
/// Sample standard deviation (n − 1). NaN for fewer than two values; exactly 0 where the spread is within rounding of
/// the mean, so that a ratio over it is "not defined" rather than a huge number.
double sampleDeviation(std::span<const double> values);
/// Population skewness, third standardised moment. NaN where there is no spread.
double skewnessOf(std::span<const double> values);
/// Population kurtosis, fourth standardised moment: 3 for a normal, not excess. NaN where there is no spread.
double kurtosisOf(std::span<const double> values);
/// Quantile of ascending values with linear interpolation at position (n − 1)·level; NaN for no values.
double quantileOfSorted(std::span<const double> ascending, double level);
double medianOf(std::vector<double> values);
/// Mean of the k + 1 smallest of ascending values, k = ⌊(n − 1)·level⌋: what lies at or beyond the quantile.
double tailMeanOfSorted(std::span<const double> ascending, double level);

double normalDensity(double z);
double normalDistribution(double z);
/// Inverse of normalDistribution; −∞ and +∞ at 0 and 1.
double normalQuantile(double probability);
/// Two-sided probability of |t| or more under Student's t. NaN for fewer than one degree of freedom or a NaN t.
double studentTwoSided(double t, double degreesOfFreedom);

} // namespace bellwether
