#include "core/backtest/fillmodel.h"

#include "core/risk/sizing.h"

namespace bellwether {

Quantity FillModel::allIn(const Money &equity, Price reference, Price fillPrice) const
{
    // The fee is reserved on the plain price, as the published reference engine does.
    const Int128 unitCost = (Int128(fillPrice.raw()) + shareOf(reference, m_plan.costs.commission).raw())
        * m_plan.instrument.multiplier;
    if (!equity.amount.isPositive() || unitCost <= 0)
        return {};
    const Int128 units = Int128(equity.amount.raw() - 1) * decimalScale / unitCost; // strictly less than all of it
    return tradable(m_plan.instrument.roundToLot(Quantity::fromRaw(units > INT64_MAX ? INT64_MAX : std::int64_t(units))), fillPrice);
}

Quantity FillModel::atDecision(const Money &equity, Price close) const
{
    const Price price = m_plan.instrument.roundToTick(close, Rounding::Nearest);
    if (m_plan.sizing == SizingKind::Fixed) {
        // Int128, since the comparison is made for each signal and a division is not cheap.
        const Int128 value = Int128(price.raw()) * m_plan.sizeUnits.raw() * m_plan.instrument.multiplier;
        const bool isAffordable = value <= Int128(equity.amount.raw()) * decimalScale;
        return isAffordable ? tradable(m_plan.instrument.roundToLot(m_plan.sizeUnits), price) : Quantity();
    }
    RiskLimits limits = RiskLimits::unrestricted();
    limits.sizing = SizingMethod::PercentOfEquity;
    limits.percentPerTrade = m_plan.sizePercent.toDouble();
    const Money room{FixedPoint<MoneyTag>::fromDouble(9e10), equity.currency};
    return tradable(positionSize({equity, equity, room, price, {}, 50}, m_plan.instrument, limits), price);
}

std::int64_t FillModel::fixedSizeNeeds(Price close) const
{
    const Price price = m_plan.instrument.roundToTick(close, Rounding::Nearest);
    if (tradable(m_plan.instrument.roundToLot(m_plan.sizeUnits), price).isZero())
        return std::numeric_limits<std::int64_t>::max();
    const Int128 value = Int128(price.raw()) * m_plan.sizeUnits.raw() * m_plan.instrument.multiplier;
    const Int128 least = value / decimalScale + (value % decimalScale > 0);
    return least > std::numeric_limits<std::int64_t>::max() ? std::numeric_limits<std::int64_t>::max() : std::int64_t(least);
}

Quantity FillModel::tradable(Quantity units, Price price) const
{
    const Money least = m_plan.instrument.notionalMin;
    const bool isTooSmall = least.amount.isPositive() && m_plan.instrument.notional(price, units).amount < least.amount;
    return isTooSmall ? Quantity() : units;
}

} // namespace bellwether
