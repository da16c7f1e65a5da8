#pragma once

#include "core/backtest/runplan.h"

namespace bellwether::bench {

/// The account of the protocol: 1,000,000 in cash, one unit a trade, long only, 0.1 % commission, fills at the next open.
inline RunPlan protocolPlan()
{
    RunPlan plan;
    plan.instrument.id = InstrumentId(QStringLiteral("BENCH:BARS"));
    plan.instrument.currency = Currency(QStringLiteral("USD"));
    plan.instrument.notionalMin = Money::zero(plan.instrument.currency);
    plan.timeframe = Timeframe::M1;
    plan.capital = {FixedPoint<MoneyTag>::fromInt(1'000'000), plan.instrument.currency};
    plan.sizing = SizingKind::Fixed;
    plan.costs.commission = Ratio::fromRaw(decimalScale / 1000);
    return plan;
}

} // namespace bellwether::bench
