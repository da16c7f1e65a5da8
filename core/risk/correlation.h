#pragma once

#include "core/base/timestamp.h"
#include "core/market/instrumentcatalogue.h"

namespace bellwether {

/// Keeps the last closes of every instrument and tells how closely two of them move. O(1) and no allocation per bar
/// once an instrument has been seen; a correlation costs one pass over the window.
class CorrelationTracker {
public:
    static constexpr int window = 60; ///< returns, so 61 closes

    explicit CorrelationTracker(std::size_t instruments) : m_series(instruments) {}

    /// A closed bar of the tracked timeframe.
    void add(InstrumentIndex instrument, Timestamp time, double close);
    /// Pearson correlation of the simple returns over the bars both have; NaN with fewer than half a window in common
    /// or where one of them never moved.
    double between(InstrumentIndex a, InstrumentIndex b) const;
    /// Standard deviation of the simple returns of the window, per bar; NaN with fewer than half a window.
    double volatility(InstrumentIndex instrument) const;

private:
    struct Series {
        std::array<Timestamp, window + 1> time;
        std::array<double, window + 1> close;
        std::size_t count = 0; ///< ever added
    };
    std::vector<Series> m_series;
};

} // namespace bellwether
