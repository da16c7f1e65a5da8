#pragma once

#include "core/domain/bar.h"
#include "ui/charts/foldpyramid.h"

#include <limits>
#include <memory>

namespace bellwether {

/// Several bars drawn as one: open of the first, close of the last, extremes, and the largest volume.
struct BarFold {
    double open = std::numeric_limits<double>::quiet_NaN(); ///< NaN for the fold of no bar
    double high = -std::numeric_limits<double>::infinity();
    double low = std::numeric_limits<double>::infinity();
    double close = 0;
    double closeHigh = -std::numeric_limits<double>::infinity();
    double closeLow = std::numeric_limits<double>::infinity();
    double volumeMax = 0;

    void extend(const BarFold &next)
    {
        open = open == open ? open : next.open; // NaN is not itself
        high = std::max(high, next.high);
        low = std::min(low, next.low);
        close = next.close;
        closeHigh = std::max(closeHigh, next.closeHigh);
        closeLow = std::min(closeLow, next.closeLow);
        volumeMax = std::max(volumeMax, next.volumeMax);
    }
};

/// The bars of one chart by index, the bar in progress last. The history is shared with whoever loaded it, not copied;
/// bars that came later stand after it. Until adopt() brings the folds of a long history, ranges are scanned.
class BarSeries {
public:
    using Folds = FoldPyramid<BarFold>;

    /// Begins anew. A history of up to `scanned` bars is folded at once; a longer one waits for adopt().
    void reset(std::shared_ptr<const BarColumns> history);
    void reset(const BarColumns &history) { reset(std::make_shared<const BarColumns>(history)); }
    /// A bar that closed; it takes the place of the bar in progress. One at or before the last closed bar is ignored.
    void append(const BarPoint &closed);
    void setForming(const BarPoint &forming);

    std::size_t size() const { return m_base->size() + m_tail.size(); }
    bool isEmpty() const { return size() == 0; }
    bool hasForming() const { return m_hasForming; }
    /// Bars that have closed.
    std::size_t closedCount() const { return size() - (m_hasForming ? 1 : 0); }
    BarPoint at(std::size_t index) const
    {
        const std::size_t base = m_base->size();
        return index < base ? m_base->point(index) : m_tail.point(index - base);
    }
    Timestamp closeTime(std::size_t index) const
    {
        const std::size_t base = m_base->size();
        return index < base ? m_base->closeTime[index] : m_tail.closeTime[index - base];
    }
    /// The bar whose interval holds `time`: the first that closes at or after it; the last bar where none does.
    std::size_t indexAt(Timestamp time) const;
    /// Fold of the bars [first, last); first < last ≤ size().
    BarFold fold(std::size_t first, std::size_t last) const;

    /// The history the series began with, never null.
    const std::shared_ptr<const BarColumns> &base() const { return m_base; }
    bool isFolded() const { return m_isFolded; }
    /// The folds of a history, for any thread; adopt() takes them for the history they were made of.
    static Folds foldsOf(const BarColumns &history);
    void adopt(Folds folds);

    static constexpr std::size_t scanned = 20'000;

private:
    BarFold leaf(std::size_t index) const;
    void removeForming();
    void refold(std::size_t from);

    std::shared_ptr<const BarColumns> m_base = std::make_shared<const BarColumns>();
    BarColumns m_tail;
    Folds m_folds;
    bool m_hasForming = false;
    bool m_isFolded = true;
};

} // namespace bellwether
