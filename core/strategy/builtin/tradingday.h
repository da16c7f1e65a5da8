#pragma once

#include "core/indicators/volume.h"
#include "core/strategy/strategy.h"

#include <algorithm>

namespace bellwether::builtin {

/// What an intraday rule knows of the trading day so far: session VWAP, opening range, and the last swing high. Days are
/// those of the calendar; bars are stamped at their close. O(1) per bar; asks the calendar once a day.
class TradingDay {
public:
    TradingDay(const ExchangeCalendar &calendar, Timeframe timeframe, Duration openingRange)
        : m_calendar(&calendar), m_openingRange(std::max(openingRange, durationOf(timeframe)))
    {
    }

    void update(const BarPoint &bar)
    {
        const bool isNewDay = bar.closeTime > m_dayEnd || bar.closeTime <= m_dayStart;
        if (isNewDay)
            startDay(bar);
        m_isOpeningOver = bar.closeTime > m_rangeEnd;
        m_vwap.update(bar.high, bar.low, bar.close, bar.volume, isNewDay);
        if (!m_isOpeningOver)
            m_rangeLow = std::isnan(m_rangeLow) ? bar.low : std::min(m_rangeLow, bar.low);
        findSwing(bar.high);
    }

    /// Since the day's first bar; NaN without volume.
    double vwap() const { return m_vwap.value(); }
    /// Lowest low of the opening range once that has passed; NaN before, and on a day whose opening was not seen.
    double rangeLow() const { return m_isOpeningOver ? m_rangeLow : notYet; }
    /// The last bar of the day that was higher than the ones around it; known one bar later.
    double swingHigh() const { return m_swingHigh; }
    /// Highest high of the day before that bar.
    double highBeforeSwing() const { return m_highBeforeSwing; }

private:
    void startDay(const BarPoint &bar)
    {
        // A bar that closes at midnight belongs to the day that ends.
        const std::int64_t day = m_calendar->localDay(bar.closeTime - Duration(1));
        m_dayStart = m_calendar->dayStart(day);
        m_dayEnd = m_calendar->dayStart(day + 1);
        const std::vector<Session> sessions = m_calendar->sessionsOn(day);
        m_rangeEnd = sessions.empty() ? m_dayStart : sessions.front().open + m_openingRange;
        m_rangeLow = m_swingHigh = m_highBeforeSwing = m_highBefore = m_high[0] = m_high[1] = notYet;
    }

    void findSwing(double high)
    {
        if (m_high[1] > m_high[0] && m_high[1] >= high) {
            m_swingHigh = m_high[1];
            m_highBeforeSwing = m_highBefore;
        }
        // m_highBefore: highest of the day before the bar that m_high[1] will be at the next call
        m_highBefore = std::isnan(m_highBefore) ? m_high[1] : std::max(m_highBefore, m_high[1]);
        m_high[0] = m_high[1];
        m_high[1] = high;
    }

    const ExchangeCalendar *m_calendar;
    Duration m_openingRange;
    Timestamp m_dayStart;
    Timestamp m_dayEnd;
    Timestamp m_rangeEnd;
    bool m_isOpeningOver = false;
    Vwap m_vwap;
    double m_rangeLow = notYet;
    double m_high[2]{notYet, notYet}; // of the two bars before
    double m_highBefore = notYet;
    double m_swingHigh = notYet;
    double m_highBeforeSwing = notYet;
};

} // namespace bellwether::builtin
