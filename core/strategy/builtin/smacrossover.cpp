#include "core/indicators/movingaverage.h"
#include "core/strategy/builtin/shippedstrategy.h"

namespace bellwether::builtin {

namespace {

/// The fast simple average crosses the slow one, strictly on both bars. Rules as in published backtests of the pair: the
/// first decision is on bar `slow`, there is no stop and no target.
class SmaCrossover final : public ShippedStrategy<SmaCrossover> {
public:
    static const StrategyInfo &describe()
    {
        static const StrategyInfo info{
            .id = "sma_crossover",
            .title = "SMA crossover",
            .help = "The fast simple average crosses the slow one; long and short. A reference strategy for checks "
                    "against published results.",
            .category = StrategyCategory::ShortTerm,
            .parameters = {period("fast", 10, "bars of the fast average"), period("slow", 20, "bars of the slow average", 2)},
            .checkTogether = fastBelowSlow<0, 1>};
        return info;
    }

    SmaCrossover(const ParameterSet &parameters, const StrategyContext &context)
        : ShippedStrategy(context, parameters.integer(1)), m_fast(parameters.integer(0)), m_slow(parameters.integer(1))
    {
    }

    Decision advance(const BarPoint &bar)
    {
        m_previousSpread = m_spread;
        m_spread = m_fast.update(bar.close) - m_slow.update(bar.close);
        return decisionOf(m_previousSpread < 0 && m_spread > 0, m_previousSpread > 0 && m_spread < 0);
    }

    ReasonList reasons(Side side) const
    {
        const bool isBuy = side == Side::Buy;
        ReasonList list;
        list.add("fast − slow average one bar ago", m_previousSpread, isBuy ? Comparison::Below : Comparison::Above, 0);
        list.add("fast − slow average", m_spread, isBuy ? Comparison::Above : Comparison::Below, 0);
        return list;
    }

    // Half for the cross, the rest for a separation of up to 1 % of the price on the very bar of the cross.
    double confidence(Side) const { return 50 + 50 * graded(std::fabs(m_spread) / m_slow.value(), 0, 0.01); }
    Levels levels(Side, double) const { return {}; }

private:
    Sma m_fast;
    Sma m_slow;
    double m_spread = notYet;
    double m_previousSpread = notYet;
};

} // namespace

Entry smaCrossover() { return entryOf<SmaCrossover>(); }

} // namespace bellwether::builtin
