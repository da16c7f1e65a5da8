#pragma once

#include "core/indicators/movingaverage.h"

#include <span>

namespace bellwether {

/// Exponential averages of one series with many periods, eight at once in vector lanes: the recursions do not depend on
/// each other, so their latencies hide behind one another. The same values as Ema, bit for bit: no multiply is fused.
class EmaLanes {
public:
    /// An average more. `startsWithFirst`: its first value is the first of the series, not the mean of the first `period`.
    void add(int period, bool startsWithFirst);
    std::size_t count() const { return m_averages.size(); }
    /// The next values: out[i] gets `values.size()` of the i-th average.
    void fill(std::span<const double> values, std::span<double *const> out);

private:
    struct Average {
        int period;
        bool startsWithFirst;
        int seen;
        double sum;
        double value;
    };
    /// One at a time, while its first values are summed.
    static void start(Average &average, std::span<const double> values, double *out);

    std::vector<Average> m_averages;
};

} // namespace bellwether
