#include "core/backtest/runleg.h"

#include <algorithm>

namespace bellwether {

namespace {

// Heaps of the standard library keep the largest in front, so "less" means "later".
bool isLater(const BarMerge::Row &a, const BarMerge::Row &b)
{
    return a.time != b.time ? a.time > b.time : a.leg > b.leg;
}

} // namespace

RunLeg borrowedLeg(const Instrument &instrument, const ExchangeCalendar &calendar, const BarColumns &bars, std::size_t firstRow,
                   std::size_t lastRow)
{
    return {instrument, &calendar, std::shared_ptr<const BarColumns>(std::shared_ptr<void>(), &bars), firstRow, lastRow, {}};
}

BarMerge::BarMerge(std::span<const RunLeg> legs) : m_legs(legs)
{
    for (std::size_t leg = 0; leg < legs.size(); ++leg)
        if (legs[leg].firstRow < legs[leg].lastRow)
            m_heap.push_back({leg, legs[leg].firstRow, legs[leg].firstClose()});
    std::make_heap(m_heap.begin(), m_heap.end(), isLater);
}

std::optional<BarMerge::Row> BarMerge::next()
{
    if (m_heap.empty())
        return {};
    if (m_heap.size() > 1)
        std::pop_heap(m_heap.begin(), m_heap.end(), isLater);
    Row &last = m_heap.back();
    const Row row = last;
    if (++last.row < m_legs[last.leg].lastRow) {
        last.time = m_legs[last.leg].bars->closeTime[last.row];
        if (m_heap.size() > 1)
            std::push_heap(m_heap.begin(), m_heap.end(), isLater);
    } else {
        m_heap.pop_back();
    }
    return row;
}

std::vector<Timestamp> marksOf(std::span<const RunLeg> legs)
{
    std::vector<Timestamp> marks;
    if (legs.size() == 1) {
        const auto begin = legs.front().bars->closeTime.begin();
        marks.assign(begin + std::ptrdiff_t(legs.front().firstRow), begin + std::ptrdiff_t(legs.front().lastRow));
        return marks;
    }
    BarMerge merge(legs);
    while (const auto row = merge.next())
        if (marks.empty() || marks.back() != row->time)
            marks.push_back(row->time);
    return marks;
}

std::vector<double> buyAndHoldCurve(std::span<const RunLeg> legs, std::span<const Timestamp> marks, double capital,
                                    std::span<const double> unitCost)
{
    std::vector<double> curve(marks.size(), 0.0);
    const double share = capital / double(legs.size());
    for (std::size_t index = 0; index < legs.size(); ++index) {
        const RunLeg &leg = legs[index];
        const double units = share / unitCost[index];
        std::size_t row = leg.firstRow;
        for (std::size_t mark = 0; mark < marks.size(); ++mark) {
            while (row < leg.lastRow && leg.bars->closeTime[row] <= marks[mark])
                ++row;
            curve[mark] += row == leg.firstRow ? share : units * leg.bars->close[row - 1];
        }
    }
    return curve;
}

std::vector<double> closesAt(const RunLeg &leg, std::span<const Timestamp> marks)
{
    std::vector<double> closes(marks.size(), 0.0);
    std::size_t row = leg.firstRow;
    for (std::size_t mark = 0; mark < marks.size(); ++mark) {
        while (row < leg.lastRow && leg.bars->closeTime[row] <= marks[mark])
            ++row;
        closes[mark] = row == leg.firstRow ? 0.0 : leg.bars->close[row - 1];
    }
    return closes;
}

} // namespace bellwether
