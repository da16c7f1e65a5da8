#include "core/backtest/exitlevels.h"

#include <limits>

namespace bellwether {

double ExitLevels::levelOf(const ExitDistance &distance, double price, double proposed, bool isAbove) const
{
    double away = std::numeric_limits<double>::quiet_NaN();
    switch (distance.kind) {
    case ExitDistance::Kind::Default:
    case ExitDistance::Kind::Strategy: return proposed;
    case ExitDistance::Kind::None: break;
    case ExitDistance::Kind::Percent: away = price * distance.amount / 100; break;
    case ExitDistance::Kind::Atr: away = m_range.value() * distance.amount; break;
    }
    return isAbove ? price + away : price - away;
}

void ExitLevels::apply(TradeSignal &signal) const
{
    const bool isBuy = signal.side == Side::Buy;
    signal.stop = levelOf(m_rules.stop, signal.referencePrice, signal.stop, !isBuy);
    signal.target = levelOf(m_rules.target, signal.referencePrice, signal.target, isBuy);
}

} // namespace bellwether
