#include "ui/charts/barseries.h"

#include <algorithm>

namespace bellwether {

namespace {

void extend(BarFold &fold, const BarFold &next)
{
    fold.high = std::max(fold.high, next.high);
    fold.low = std::min(fold.low, next.low);
    fold.close = next.close;
    fold.volumeMax = std::max(fold.volumeMax, next.volumeMax);
}

} // namespace

BarFold BarSeries::leaf(std::size_t index) const
{
    return {m_bars.open[index], m_bars.high[index], m_bars.low[index], m_bars.close[index], m_bars.volume[index]};
}

void BarSeries::reset(const BarColumns &history)
{
    m_bars = history;
    m_hasForming = false;
    m_levels.clear();
    refold(0);
}

void BarSeries::removeForming()
{
    if (!m_hasForming)
        return;
    m_hasForming = false;
    m_bars.closeTime.pop_back();
    for (auto *column : {&m_bars.open, &m_bars.high, &m_bars.low, &m_bars.close, &m_bars.volume})
        column->pop_back();
}

void BarSeries::append(const BarPoint &closed)
{
    const std::size_t count = closedCount();
    if (count > 0 && closed.closeTime <= m_bars.closeTime[count - 1])
        return;
    removeForming();
    m_bars.append(closed);
    refold(m_bars.size() - 1);
}

void BarSeries::setForming(const BarPoint &forming)
{
    const std::size_t count = closedCount();
    if (count > 0 && forming.closeTime <= m_bars.closeTime[count - 1])
        return;
    removeForming();
    m_bars.append(forming);
    m_hasForming = true;
    refold(m_bars.size() - 1);
}

void BarSeries::refold(std::size_t from)
{
    std::size_t below = m_bars.size();
    std::size_t first = from;
    for (std::size_t level = 0; below > fan; ++level) {
        if (m_levels.size() <= level)
            m_levels.emplace_back();
        auto &folds = m_levels[level];
        const std::size_t count = (below + fan - 1) / fan;
        // A level that is new starts at its beginning, whatever changed below it.
        const std::size_t start = folds.empty() ? 0 : first / fan;
        folds.resize(count);
        for (std::size_t i = start; i < count; ++i) {
            const std::size_t end = std::min(below, (i + 1) * fan);
            BarFold fold = level == 0 ? leaf(i * fan) : m_levels[level - 1][i * fan];
            for (std::size_t j = i * fan + 1; j < end; ++j)
                extend(fold, level == 0 ? leaf(j) : m_levels[level - 1][j]);
            folds[i] = fold;
        }
        below = count;
        first = start;
    }
}

std::size_t BarSeries::indexAt(Timestamp time) const
{
    const auto place = std::lower_bound(m_bars.closeTime.begin(), m_bars.closeTime.end(), time);
    if (place == m_bars.closeTime.end())
        return m_bars.size() - 1;
    return std::size_t(place - m_bars.closeTime.begin());
}

BarFold BarSeries::fold(std::size_t first, std::size_t last) const
{
    BarFold fold = leaf(first);
    std::size_t i = first + 1;
    while (i < last) {
        // The largest fold that starts here and ends inside the range.
        std::size_t span = 1;
        std::size_t level = 0;
        while (level < m_levels.size() && i % (span * fan) == 0 && i + span * fan <= last) {
            span *= fan;
            ++level;
        }
        extend(fold, level == 0 ? leaf(i) : m_levels[level - 1][i / span]);
        i += span;
    }
    return fold;
}

} // namespace bellwether
