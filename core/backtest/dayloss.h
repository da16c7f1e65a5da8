#pragma once

#include "core/domain/money.h"

#include <limits>

namespace bellwether {

/// The latch of the daily loss as a run on columns keeps it: no entry for the rest of the day once the equity has fallen
/// so far since the day began.
class DayLoss {
public:
    /// `share` of the equity at the start of a day; 0 for no limit.
    explicit DayLoss(double share) : m_share(Ratio::fromDouble(share)) {}

    void startDay(const Money &equity)
    {
        m_isHalted = false;
        m_start = equity;
        m_limit = fractionOf(equity, m_share);
        m_floor = m_limit.amount.isZero() ? none : (m_start - m_limit).toDouble() + 1e-6;
    }
    bool isHalted() const { return m_isHalted; }
    bool isWatching() const { return !m_isHalted && !m_limit.amount.isZero(); }
    /// Whether this equity is the one that halts. Ask while it is watching.
    bool halts(const Money &equity)
    {
        if (m_start.amount - equity.amount < m_limit.amount)
            return false;
        m_isHalted = true;
        m_floor = none;
        return true;
    }
    /// Marks above it cannot halt.
    double floor() const { return m_floor; }

private:
    static constexpr double none = -std::numeric_limits<double>::infinity();

    const Ratio m_share;
    Money m_start;
    Money m_limit;
    double m_floor = none;
    bool m_isHalted = false;
};

} // namespace bellwether
