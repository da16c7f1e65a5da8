#include "core/engine/cadence.h"

#include "core/market/baraggregator.h"

namespace bellwether {

namespace {

constexpr Duration wholeDay = std::chrono::hours(24);

// From the opening on; a step of a whole day leaves the close.
Duration stepOf(StrategyCategory category)
{
    switch (category) {
    case StrategyCategory::ShortSelling: return std::chrono::minutes(30);
    case StrategyCategory::ShortTerm: return std::chrono::hours(2);
    case StrategyCategory::DayTrading:
    case StrategyCategory::LongTerm: break;
    }
    return wholeDay;
}

} // namespace

Cadence::Run Cadence::onBarClose(Timestamp close)
{
    const Timestamp inside = close - Duration(1);
    const bool needsSession = m_category == StrategyCategory::DayTrading || m_category == StrategyCategory::ShortSelling;
    if (needsSession && !m_calendar->isOpen(inside))
        return Run::None;
    if (m_category == StrategyCategory::DayTrading)
        return Run::Decide;
    const Timestamp end = periodEnd(inside);
    const bool isLate = m_waitingFor && *m_waitingFor < end;
    const bool isDue = close == end;
    m_waitingFor = isDue ? std::nullopt : std::optional(end);
    if (!isDue && !isLate)
        return Run::None;
    if (m_category != StrategyCategory::ShortSelling || m_calendar->isAlwaysOpen())
        return Run::Decide;
    const auto next = m_calendar->sessionAtOrAfter(close);
    const bool goesOn = next && m_calendar->localDay(next->open) == m_calendar->localDay(inside);
    return goesOn ? Run::Decide : Run::Analyse;
}

Timestamp Cadence::periodEnd(Timestamp inside) const
{
    const std::int64_t day = m_calendar->localDay(inside);
    const std::vector<Session> sessions = m_calendar->sessionsOn(day);
    if (sessions.empty() || inside >= sessions.back().close)
        return m_calendar->dayStart(day + 1);
    const Timestamp open = sessions.front().open;
    if (inside < open)
        return open;
    const Duration step = stepOf(m_category);
    const std::int64_t passed = (inside - open) / step;
    return std::min(open + step * (passed + 1), sessions.back().close);
}

Timestamp Cadence::nextRun(StrategyCategory category, Timeframe timeframe, bool isScheduled, const ExchangeCalendar &calendar, Timestamp now)
{
    Timestamp inside = now;
    if (!calendar.isAlwaysOpen() && !calendar.isOpen(now)) {
        const auto session = calendar.sessionAtOrAfter(now);
        if (!session)
            return {};
        inside = session->open;
    }
    if (isScheduled && category != StrategyCategory::DayTrading)
        return Cadence(category, calendar).periodEnd(inside);
    const auto bucket = bucketAt(inside, timeframe, calendar);
    return bucket ? bucket->end : Timestamp();
}

Timeframe Cadence::timeframeOf(StrategyCategory category)
{
    switch (category) {
    case StrategyCategory::DayTrading: return Timeframe::M5;
    case StrategyCategory::ShortSelling: return Timeframe::M30;
    case StrategyCategory::ShortTerm: return Timeframe::H1;
    case StrategyCategory::LongTerm: break;
    }
    return Timeframe::D1;
}

} // namespace bellwether
