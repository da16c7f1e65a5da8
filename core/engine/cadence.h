#pragma once

#include "core/domain/signal.h"
#include "core/market/exchangecalendar.h"

namespace bellwether {

/// When a strategy that runs by the schedule of its category is handed the bars that closed since its last run. Asked at
/// every bar close, so it lives on market time alone and says the same in a replay as live.
///
/// day_trading: every bar that closes in market hours. short_selling: every half hour of a session from its opening on,
/// and an analysis at the close. short_term: every two hours from the opening on, and at the close. long_term: once a day
/// at the close. Where always is market hours the day is the UTC day, and there is no analysis.
class Cadence {
public:
    enum class Run {
        None,    ///< the bar waits
        Decide,  ///< a signal of the newest bar counts
        Analyse, ///< the market has closed: what is found is told, not traded
    };

    /// `calendar` outlives the cadence.
    Cadence(StrategyCategory category, const ExchangeCalendar &calendar) : m_category(category), m_calendar(&calendar) {}

    /// A bar closed; in time order. A run that no bar closed for in time is made up by the next one.
    Run onBarClose(Timestamp close);
    /// When a strategy decides next after `now`: at the close of a bar in market hours, or of a period of its category where
    /// it is scheduled. Invalid where the calendar knows no further session.
    static Timestamp nextRun(StrategyCategory category, Timeframe timeframe, bool isScheduled, const ExchangeCalendar &calendar, Timestamp now);
    /// The timeframe that fits the category: 5m, 30m, 1h, 1d.
    static Timeframe timeframeOf(StrategyCategory category);

private:
    Timestamp periodEnd(Timestamp inside) const;

    StrategyCategory m_category;
    const ExchangeCalendar *m_calendar;
    std::optional<Timestamp> m_waitingFor; ///< end of the period that the waiting bars belong to
};

} // namespace bellwether
