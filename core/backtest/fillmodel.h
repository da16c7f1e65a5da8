#pragma once

#include "core/backtest/runplan.h"

namespace bellwether {

/// Exact price, size and fee of the fills of a plain run.
class FillModel {
public:
    explicit FillModel(const RunPlan &plan) : m_plan(plan) {}

    /// Price of an entry or exit by `side` when the market stands at `reference`.
    Price entryPrice(Price reference, Side side) const
    {
        return worsened(reference, side, shareOf(reference, m_plan.costs.spread) + shareOf(reference, m_plan.costs.slippage));
    }
    Price exitPrice(Price reference, Side side) const
    {
        return worsened(reference, side, shareOf(reference, m_plan.costs.slippage));
    }
    /// A share of a price, rounded to 1e-8.
    static Price shareOf(Price price, Ratio share)
    {
        return share.isZero() ? Price() : Price::fromRaw(mulScaled(price.raw(), share.raw()));
    }
    Money fee(const Money &notional) const
    {
        return m_plan.costs.commission.isZero() ? Money::zero(notional.currency) : fractionOf(notional, m_plan.costs.commission);
    }
    /// All-in: units that `equity` in cash buys at the fill, strictly less than all of it.
    Quantity allIn(const Money &equity, Price reference, Price fillPrice) const;
    /// Percent and fixed: units as the engine decides them when the bar closes at `close` with this equity. Zero where
    /// they cost more than there is or come to less than a lot.
    Quantity atDecision(const Money &equity, Price close) const;
    /// Fixed: the least equity, in units of 1e-8, with which atDecision() is not zero at this close; the largest number
    /// there is where none is enough.
    std::int64_t fixedSizeNeeds(Price close) const;

private:
    static Price worsened(Price reference, Side side, Price step)
    {
        return side == Side::Buy ? reference + step : reference - step;
    }
    Quantity tradable(Quantity units, Price price) const;

    const RunPlan &m_plan;
};

} // namespace bellwether
