#pragma once

#include "core/domain/bar.h"

#include <optional>
#include <vector>

namespace bellwether {

/// Several bars drawn as one: open of the first, close of the last, extremes, and the largest volume.
struct BarFold {
    double open = 0;
    double high = 0;
    double low = 0;
    double close = 0;
    double volumeMax = 0;
};

/// The bars of one chart by index, the bar in progress last. A pyramid of folds answers extremes over any range in
/// logarithmic time, so a chart of a million bars costs what its pixels cost.
class BarSeries {
public:
    void reset(const BarColumns &history);
    /// A bar that closed; it takes the place of the bar in progress. One at or before the last closed bar is ignored.
    void append(const BarPoint &closed);
    void setForming(const BarPoint &forming);

    std::size_t size() const { return m_bars.size(); }
    bool isEmpty() const { return m_bars.isEmpty(); }
    /// Bars that have closed.
    std::size_t closedCount() const { return m_bars.size() - (m_hasForming ? 1 : 0); }
    BarPoint at(std::size_t index) const { return m_bars.point(index); }
    const BarColumns &columns() const { return m_bars; }
    /// The bar whose interval holds `time`: the first that closes at or after it; the last bar where none does.
    std::size_t indexAt(Timestamp time) const;
    /// Fold of the bars [first, last); first < last ≤ size().
    BarFold fold(std::size_t first, std::size_t last) const;

private:
    static constexpr std::size_t fan = 16; ///< bars under one fold of the first level, folds under one of the next
    void refold(std::size_t from);
    BarFold leaf(std::size_t index) const;
    void removeForming();

    BarColumns m_bars;
    std::vector<std::vector<BarFold>> m_levels;
    bool m_hasForming = false;
};

} // namespace bellwether
