#pragma once

#include "core/backtest/columnrun.h"
#include "core/base/rng.h"
#include "tests/core/backtest/scriptedstrategy.h"

namespace bellwether::test {

using namespace Qt::StringLiterals;

inline const InstrumentId stock(u"TEST:STOCK"_s);

inline RunPlan planOf(std::int64_t capital, Timeframe timeframe)
{
    RunPlan plan;
    plan.instrument.id = stock;
    plan.instrument.symbol = u"STOCK"_s;
    plan.instrument.kind = InstrumentKind::Equity;
    plan.instrument.currency = Currency(u"USD"_s);
    plan.instrument.tickSize = Price::fromRaw(1);
    plan.instrument.lotSize = Quantity::fromInt(1);
    plan.instrument.notionalMin = Money::zero(plan.instrument.currency);
    plan.timeframe = timeframe;
    plan.capital = {FixedPoint<MoneyTag>::fromInt(capital), plan.instrument.currency};
    plan.sizing = SizingKind::Fixed;
    return plan;
}

/// A random walk on cents with gaps between bars.
inline BarColumns randomBars(Rng &rng, std::size_t count)
{
    BarColumns bars;
    double price = 100;
    Timestamp time = utcMidnight(2024, 1, 1);
    const auto cents = [](double value) { return std::round(value * 100) / 100; };
    for (std::size_t i = 0; i < count; ++i) {
        time = time + std::chrono::minutes(1);
        const double open = cents(price * (1 + 0.002 * rng.normal()));
        const double close = cents(open * (1 + 0.005 * rng.normal()));
        const double high = cents(std::max(open, close) * (1 + 0.002 * rng.uniform()));
        const double low = cents(std::min(open, close) * (1 - 0.002 * rng.uniform()));
        bars.append(BarPoint{time, open, high, low, close, 1000});
        price = close;
    }
    return bars;
}

inline std::map<std::size_t, ScriptedStrategy::Step> randomSteps(Rng &rng, std::size_t count)
{
    std::map<std::size_t, ScriptedStrategy::Step> steps;
    for (std::size_t i = 0; i < count; ++i)
        if (rng.uniform() < 0.1)
            steps[i] = {rng.uniform() < 0.5 ? Side::Buy : Side::Sell};
    return steps;
}

inline QString describe(const RoundTrip &trade)
{
    return u"%1 %2 bars %3-%4 at %5 %6, %7-%8 costs %9 pnl %10"_s
        .arg(trade.isLong() ? u"long"_s : u"short"_s, toString(trade.quantity))
        .arg(trade.entryBar).arg(trade.exitBar)
        .arg(toString(trade.entryPrice), toString(trade.exitPrice), toIsoString(trade.entryTime), toIsoString(trade.exitTime),
             toString(trade.costs.amount), toString(trade.pnl.amount))
        + u' ' + toString(trade.exitReason);
}

/// Empty where the two runs agree, else what differs.
inline QString difference(const RunResult &a, const RunResult &b)
{
    for (std::size_t i = 0; i < std::min(a.trades.size(), b.trades.size()); ++i)
        if (describe(a.trades[i]) != describe(b.trades[i]))
            return u"trade %1: %2 | %3"_s.arg(i).arg(describe(a.trades[i]), describe(b.trades[i]));
    if (a.trades.size() != b.trades.size())
        return u"%1 | %2 trades"_s.arg(a.trades.size()).arg(b.trades.size());
    if (a.finalEquity != b.finalEquity)
        return u"final %1 | %2"_s.arg(toString(a.finalEquity), toString(b.finalEquity));
    for (std::size_t i = 0; i < a.equity.size(); ++i)
        if (std::fabs(a.equity[i] - b.equity[i]) > 1e-6)
            return u"equity of bar %1: %2 | %3"_s.arg(i).arg(a.equity[i], 0, 'f', 8).arg(b.equity[i], 0, 'f', 8);
    if (a.open.size() != b.open.size())
        return u"%1 | %2 open"_s.arg(a.open.size()).arg(b.open.size());
    for (const char *kind : {"commission", "spread", "slippage"})
        if (a.costs.at(kind) != b.costs.at(kind))
            return u"%1 %2 | %3"_s.arg(QString::fromLatin1(kind), toString(a.costs.at(kind)), toString(b.costs.at(kind)));
    return {};
}

} // namespace bellwether::test
