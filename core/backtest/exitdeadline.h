#pragma once

#include "core/backtest/eventrun.h"

namespace bellwether {

/// When time closes a position of a run on columns: the time stop, or the end of an intraday strategy's session. The
/// engine looks at time when a bar has closed.
class ExitDeadline {
public:
    static constexpr std::size_t never = std::numeric_limits<std::size_t>::max();

    /// Setup and leg outlive the object.
    ExitDeadline(const EventSetup &setup, const StrategyId &strategy, const RunLeg &leg);

    /// Why time closes, after this bar, what was opened then; none where it does not.
    std::optional<ExitReason> dueAfter(std::size_t row, Timestamp openedAt) const;
    /// The first bar from `from` on after which it is due; `never`, or a row behind the last.
    std::size_t find(std::size_t from, Timestamp openedAt) const;

private:
    const BarColumns &m_bars;
    const ExchangeCalendar &m_sessions;
    const std::size_t m_last;
    const Duration m_timeStop;      ///< zero for none
    const Duration m_squareOff;     ///< before the session ends
    bool m_hasSquareOff = false;
};

} // namespace bellwether
