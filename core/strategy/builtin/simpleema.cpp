#include "core/indicators/volatility.h"
#include "core/strategy/builtin/shippedstrategy.h"

namespace bellwether::builtin {

namespace {

/// The close crosses one exponential average.
class SimpleEma final : public ShippedStrategy<SimpleEma> {
public:
    static const StrategyInfo &describe()
    {
        static const StrategyInfo info{.id = "simple_ema",
                                       .title = "Simple EMA",
                                       .help = "The close crosses its exponential average.",
                                       .category = StrategyCategory::DayTrading,
                                       .parameters = {period("period", 20, "bars of the average", 2), stopAtr(2), targetAtr(3)}};
        return info;
    }

    SimpleEma(const ParameterSet &p, const StrategyContext &context)
        : ShippedStrategy(context, std::max(p.integer(0), atrPeriod)), m_ema(p.integer(0)), m_stopAtr(p.value(1)),
          m_targetAtr(p.value(2))
    {
    }

    Decision advance(const BarPoint &bar)
    {
        m_previousGap = m_gap;
        m_gap = bar.close - m_ema.update(bar.close);
        m_atr.update(bar.high, bar.low, bar.close);
        return decisionOf(m_previousGap <= 0 && m_gap > 0, m_previousGap >= 0 && m_gap < 0);
    }

    ReasonList reasons(Side side) const
    {
        const bool isBuy = side == Side::Buy;
        ReasonList list;
        list.add("close − average one bar ago", m_previousGap, isBuy ? Comparison::AtMost : Comparison::AtLeast, 0);
        list.add("close − average", m_gap, isBuy ? Comparison::Above : Comparison::Below, 0);
        return list;
    }

    // The momentum of the crossing: how far the close moved against the average within the bar, up to two ranges.
    double confidence(Side) const { return 20 + 80 * graded(std::fabs(m_gap - m_previousGap) / m_atr.value(), 0, 2); }
    Levels levels(Side side, double price) const { return levelsAt(side, price, m_atr.value(), m_stopAtr, m_targetAtr); }

private:
    Ema m_ema;
    Atr m_atr{atrPeriod};
    double m_stopAtr;
    double m_targetAtr;
    double m_gap = notYet;
    double m_previousGap = notYet;
};

} // namespace

Entry simpleEma() { return entryOf<SimpleEma>(); }

} // namespace bellwether::builtin
