#include "core/backtest/fillmodel.h"

namespace bellwether {

Quantity FillModel::size(Money equity, Price reference, Price fillPrice) const
{
    // The fee is reserved on the plain price, as the published reference engine does.
    const Int128 unitCost = (Int128(fillPrice.raw()) + shareOf(reference, m_plan.costs.commission).raw())
        * m_plan.instrument.multiplier;
    if (!equity.amount.isPositive() || unitCost <= 0)
        return {};
    const auto affordable = [&](std::int64_t money) {
        const Int128 units = Int128(money) * decimalScale / unitCost;
        return Quantity::fromRaw(units > INT64_MAX ? INT64_MAX : std::int64_t(units));
    };
    Quantity units;
    switch (m_plan.sizing) {
    case SizingKind::AllIn:
        units = affordable(equity.amount.raw() - 1); // strictly less than all of it
        break;
    case SizingKind::Percent:
        units = affordable(fractionOf(equity, m_plan.sizePercent).amount.raw());
        break;
    case SizingKind::Fixed:
        if (unitCost * m_plan.sizeUnits.raw() <= Int128(equity.amount.raw()) * decimalScale)
            units = m_plan.sizeUnits;
        break;
    case SizingKind::Risk:
        throw Fault(QStringLiteral("risk sizing belongs to the engine"));
    }
    units = m_plan.instrument.roundToLot(units);
    const Money least = m_plan.instrument.notionalMin;
    const bool isTooSmall = least.amount.isPositive() && m_plan.instrument.notional(fillPrice, units).amount < least.amount;
    return isTooSmall ? Quantity() : units;
}

} // namespace bellwether
