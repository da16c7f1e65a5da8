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
        return share.isZero() ? Price() : Price::fromRaw(mulDiv(price.raw(), share.raw(), decimalScale));
    }
    Money fee(const Money &notional) const
    {
        return m_plan.costs.commission.isZero() ? Money::zero(notional.currency) : fractionOf(notional, m_plan.costs.commission);
    }
    /// Units that an entry may have with `equity` in cash; zero where that is below a lot or a minimum of the venue.
    Quantity size(Money equity, Price reference, Price fillPrice) const;

private:
    static Price worsened(Price reference, Side side, Price step)
    {
        return side == Side::Buy ? reference + step : reference - step;
    }
    const RunPlan &m_plan;
};

} // namespace bellwether
