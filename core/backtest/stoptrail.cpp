#include "core/backtest/stoptrail.h"

#include <algorithm>

namespace bellwether {

bool isNearer(Price stop, Price than, Side holding)
{
    if (!stop.isPositive())
        return false;
    return than.isZero() || (holding == Side::Buy ? stop > than : stop < than);
}

void StopTrail::start(Side side, Price entry)
{
    m_side = side;
    m_best = entry.toDouble();
    m_isFresh = true;
    m_isEven = false;
}

Price StopTrail::after(double high, double low, double range, Price entry, const Instrument &instrument)
{
    const bool isLong = m_side == Side::Buy;
    m_isFresh = false;
    m_best = isLong ? std::max(m_best, high) : std::min(m_best, low);
    Price stop;
    if (m_trail.isDistance()) {
        const double away = m_trail.of(m_best, range);
        const double level = isLong ? m_best - away : m_best + away;
        if (away > 0 && level > 0)
            stop = instrument.roundToTick(level, isLong ? Rounding::Down : Rounding::Up);
    }
    if (m_breakeven.isDistance()) {
        const double cost = entry.toDouble();
        const double gain = isLong ? m_best - cost : cost - m_best;
        m_isEven |= gain >= m_breakeven.of(cost, range) - 1e-9 * cost; // what a percentage loses in a double
        const Price even = instrument.roundToTick(entry, Rounding::Nearest);
        if (m_isEven && isNearer(even, stop, m_side))
            stop = even;
    }
    return stop;
}

} // namespace bellwether
