#include "core/backtest/exitdeadline.h"

#include "core/backtest/gallop.h"

namespace bellwether {

namespace {

Duration timeStopOf(const EventSetup &setup, const StrategyId &strategy)
{
    const bool applies = setup.engine.timeStopsAll || setup.engine.isOfTheDay(strategy);
    return applies ? Duration(std::chrono::minutes(setup.engine.limits.timeStopMinutes)) : Duration::zero();
}

} // namespace

ExitDeadline::ExitDeadline(const EventSetup &setup, const StrategyId &strategy, const RunLeg &leg)
    : m_bars(*leg.bars), m_sessions(sessionsOf(setup.plan, leg)), m_last(leg.lastRow), m_timeStop(timeStopOf(setup, strategy)),
      m_squareOff(std::chrono::minutes(setup.engine.squareOffMinutesBeforeClose)),
      m_hasSquareOff(setup.engine.isOfTheDay(strategy) && !m_sessions.isAlwaysOpen())
{
}

std::optional<ExitReason> ExitDeadline::dueAfter(std::size_t row, Timestamp openedAt) const
{
    const Timestamp now = m_bars.closeTime[row];
    if (m_timeStop > Duration::zero() && now - openedAt >= m_timeStop)
        return ExitReason::TimeStop;
    if (!m_hasSquareOff)
        return {};
    const auto session = m_sessions.sessionAt(now);
    return session && session->close - now <= m_squareOff ? std::optional(ExitReason::SquareOff) : std::nullopt;
}

std::size_t ExitDeadline::find(std::size_t from, Timestamp openedAt) const
{
    std::size_t deadline = never;
    if (m_timeStop > Duration::zero()) {
        const Timestamp due = openedAt + m_timeStop;
        deadline = gallop(from, m_last, [&](std::size_t row) { return m_bars.closeTime[row] >= due; });
    }
    // At most a session of bars: each is asked, since half days and special sessions end at other times.
    if (m_hasSquareOff)
        for (std::size_t row = from; row < std::min(deadline, m_last); ++row)
            if (dueAfter(row, openedAt))
                deadline = row;
    return deadline;
}

} // namespace bellwether
