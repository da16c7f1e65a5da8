#include "ui/charts/barseries.h"

#include <algorithm>

namespace bellwether {

namespace {

BarFold leafOf(const BarPoint &bar)
{
    return {.open = bar.open, .high = bar.high, .low = bar.low, .close = bar.close, .closeHigh = bar.close,
            .closeLow = bar.close, .volumeMax = bar.volume};
}

} // namespace

BarFold BarSeries::leaf(std::size_t index) const { return leafOf(at(index)); }

void BarSeries::reset(std::shared_ptr<const BarColumns> history)
{
    m_base = std::move(history);
    m_tail = {};
    m_hasForming = false;
    m_folds.clear();
    m_isFolded = m_base->size() <= scanned;
    if (m_isFolded)
        refold(0);
}

BarSeries::Folds BarSeries::foldsOf(const BarColumns &history)
{
    Folds folds;
    folds.refold(0, history.size(), [&history](std::size_t i) { return leafOf(history.point(i)); });
    return folds;
}

void BarSeries::adopt(Folds folds)
{
    m_folds = std::move(folds);
    m_isFolded = true;
    refold(m_base->size() > 0 ? m_base->size() - 1 : 0);
}

void BarSeries::refold(std::size_t from)
{
    if (m_isFolded)
        m_folds.refold(from, size(), [this](std::size_t i) { return leaf(i); });
}

void BarSeries::removeForming()
{
    if (!m_hasForming)
        return;
    m_hasForming = false;
    m_tail.closeTime.pop_back();
    for (auto *column : {&m_tail.open, &m_tail.high, &m_tail.low, &m_tail.close, &m_tail.volume})
        column->pop_back();
}

void BarSeries::append(const BarPoint &closed)
{
    const std::size_t count = closedCount();
    if (count > 0 && closed.closeTime <= closeTime(count - 1))
        return;
    removeForming();
    m_tail.append(closed);
    refold(size() - 1);
}

void BarSeries::setForming(const BarPoint &forming)
{
    const std::size_t count = closedCount();
    if (count > 0 && forming.closeTime <= closeTime(count - 1))
        return;
    removeForming();
    m_tail.append(forming);
    m_hasForming = true;
    refold(size() - 1);
}

std::size_t BarSeries::indexAt(Timestamp time) const
{
    const auto within = [time](const std::vector<Timestamp> &times) {
        return std::size_t(std::lower_bound(times.begin(), times.end(), time) - times.begin());
    };
    const std::size_t base = m_base->size();
    if (base > 0 && time <= m_base->closeTime.back())
        return within(m_base->closeTime);
    return std::min(base + within(m_tail.closeTime), size() - 1);
}

BarFold BarSeries::fold(std::size_t first, std::size_t last) const
{
    return m_folds.fold(first, last, [this](std::size_t i) { return leaf(i); });
}

} // namespace bellwether
