#include "core/backtest/exitlevels.h"

#include <cmath>

namespace bellwether {

double ExitLevels::levelOf(const ExitDistance &distance, double price, double proposed, bool isAbove) const
{
    if (distance.kind == ExitDistance::Kind::Default || distance.kind == ExitDistance::Kind::Strategy)
        return proposed;
    const double away = distance.of(price, range());
    return isAbove ? price + away : price - away;
}

void ExitLevels::apply(TradeSignal &signal) const
{
    const bool isBuy = signal.side == Side::Buy;
    signal.stop = levelOf(m_rules.stop, signal.referencePrice, signal.stop, !isBuy);
    if (m_rules.trail.isDistance()) {
        const double price = signal.referencePrice;
        const double first = levelOf(m_rules.trail, price, {}, !isBuy);
        const bool hasStop = isBuy ? signal.stop < price : signal.stop > price; // one on the wrong side is none
        if (std::isfinite(first))
            signal.stop = !hasStop ? first : isBuy ? std::max(signal.stop, first) : std::min(signal.stop, first);
    }
    signal.target = levelOf(m_rules.target, signal.referencePrice, signal.target, isBuy);
}

} // namespace bellwether
