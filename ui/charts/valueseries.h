#pragma once

#include "ui/charts/foldpyramid.h"

#include <limits>
#include <vector>

namespace bellwether {

/// The least and greatest of several values, those that are not known (NaN) left out.
struct ValueFold {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    bool isEmpty() const { return low > high; }
    void extend(const ValueFold &next)
    {
        low = next.low < low ? next.low : low;
        high = next.high > high ? next.high : high;
    }
};

/// The values of one line by index, NaN where there is none, with their extremes over any range.
class ValueSeries {
public:
    ValueSeries() = default;
    explicit ValueSeries(std::vector<double> values);

    std::size_t size() const { return m_values.size(); }
    bool isEmpty() const { return m_values.empty(); }
    double operator[](std::size_t index) const { return m_values[index]; }
    double back() const { return m_values.back(); }
    /// The value after the last.
    void append(double value);
    void replaceLast(double value);
    /// Fold of the values [first, last); last ≤ size().
    ValueFold fold(std::size_t first, std::size_t last) const;

private:
    std::vector<double> m_values;
    FoldPyramid<ValueFold> m_folds;
};

} // namespace bellwether
