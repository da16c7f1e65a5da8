#include "core/backtest/dayturnover.h"

#include "core/market/baraggregator.h"

#include <limits>

namespace bellwether {

DayTurnover::DayTurnover(const RunLeg &leg, Timeframe timeframe)
    : m_leg(leg), m_calendar(isIntraday(timeframe) ? *leg.calendar : ExchangeCalendar::crypto()), m_next(leg.firstRow), m_timeframe(timeframe)
{
}

void DayTurnover::seed(Timeframe timeframe)
{
    m_isSeeded = true;
    if (m_leg.firstRow == 0)
        return;
    BarColumns before;
    before.append(*m_leg.bars, 0, m_leg.firstRow);
    const BarColumns days = timeframe < Timeframe::D1 ? aggregate(before, Timeframe::D1, *m_leg.calendar) : before;
    for (std::size_t row = days.size() - std::min(days.size(), m_days.size()); row < days.size(); ++row)
        m_days[m_dayCount++ % m_days.size()] = days.volume[row] * days.close[row];
}

double DayTurnover::valueAfter(std::size_t row)
{
    if (!m_isSeeded)
        seed(m_timeframe);
    const BarColumns &bars = *m_leg.bars;
    for (; m_next <= row; ++m_next) {
        const Timestamp inside = bars.closeTime[m_next] - Duration(1);
        if (inside >= m_dayEnd) {
            if (m_today > 0)
                m_days[m_dayCount++ % m_days.size()] = m_today;
            m_today = 0;
            m_dayEnd = m_calendar.dayStart(m_calendar.localDay(inside) + 1);
        }
        m_today += bars.volume[m_next] * bars.close[m_next];
    }
    const std::size_t days = std::min(m_dayCount, m_days.size());
    if (days == 0)
        return m_today > 0 ? m_today : std::numeric_limits<double>::quiet_NaN();
    double sum = 0;
    for (std::size_t i = 0; i < days; ++i)
        sum += m_days[i];
    return sum / double(days);
}

} // namespace bellwether
