#pragma once

#include "core/backtest/runleg.h"
#include "core/domain/timeframe.h"

#include <array>

namespace bellwether {

/// The average traded value of the last completed days of a leg, at most 20: what MarketView::tradedValue() gives after the
/// same bars, worked out only as far as it is asked for.
class DayTurnover {
public:
    DayTurnover(const RunLeg &leg, Timeframe timeframe);

    /// After the bar of that row; rows are asked in ascending order. NaN before anything traded.
    double valueAfter(std::size_t row);

private:
    void seed(Timeframe timeframe);

    const RunLeg &m_leg;
    const ExchangeCalendar &m_calendar;
    std::array<double, 20> m_days{};
    std::size_t m_dayCount = 0;
    double m_today = 0;
    std::size_t m_next;
    Timestamp m_dayEnd;      ///< the moment the local day of the last row ends
    bool m_isSeeded = false;
    Timeframe m_timeframe;
};

} // namespace bellwether
