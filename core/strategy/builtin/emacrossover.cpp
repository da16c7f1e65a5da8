#include "core/indicators/volatility.h"
#include "core/strategy/builtin/shippedstrategy.h"
#include "core/strategy/builtin/volumeratio.h"

namespace bellwether::builtin {

namespace {

/// The fast exponential average crosses the slow one on more than usual volume.
class EmaCrossover final : public ShippedStrategy<EmaCrossover> {
public:
    static const StrategyInfo &describe()
    {
        static const StrategyInfo info{
            .id = "ema_crossover",
            .title = "EMA crossover",
            .help = "The fast exponential average crosses the slow one and the volume is above its average.",
            .category = StrategyCategory::DayTrading,
            .parameters = {period("fast", 9, "bars of the fast average"), period("slow", 21, "bars of the slow average", 2),
                           period("volume_period", 20, "bars of the volume average"),
                           real("volume_ratio", 1.2, 0, 20, 0.1, "volume as a multiple of its average, 0 for any"),
                           stopAtr(2), targetAtr(3)},
            .checkTogether = fastBelowSlow<0, 1>};
        return info;
    }

    EmaCrossover(const ParameterSet &p, const StrategyContext &context)
        : ShippedStrategy(context, std::max({p.integer(1), p.integer(2), atrPeriod})), m_fast(p.integer(0)),
          m_slow(p.integer(1)), m_volume(p.integer(2)), m_ratioMin(p.value(3)), m_stopAtr(p.value(4)), m_targetAtr(p.value(5))
    {
    }

    Decision advance(const BarPoint &bar)
    {
        m_previousSpread = m_spread;
        m_spread = m_fast.update(bar.close) - m_slow.update(bar.close);
        m_atr.update(bar.high, bar.low, bar.close);
        const bool isBusy = m_volume.update(bar.volume) >= m_ratioMin;
        return decisionOf(m_previousSpread <= 0 && m_spread > 0 && isBusy, m_previousSpread >= 0 && m_spread < 0 && isBusy);
    }

    ReasonList reasons(Side side) const
    {
        const bool isBuy = side == Side::Buy;
        ReasonList list;
        list.add("fast − slow average one bar ago", m_previousSpread, isBuy ? Comparison::AtMost : Comparison::AtLeast, 0);
        list.add("fast − slow average", m_spread, isBuy ? Comparison::Above : Comparison::Below, 0);
        list.add("volume ratio", m_volume.value(), Comparison::AtLeast, m_ratioMin);
        return list;
    }

    // A cross of a quarter of an average range on one bar is a wide one.
    double confidence(Side) const
    {
        return 20 + 40 * graded(std::fabs(m_spread) / m_atr.value(), 0, 0.25)
            + 40 * graded(m_volume.value(), m_ratioMin, m_ratioMin + 2);
    }
    Levels levels(Side side, double price) const { return levelsAt(side, price, m_atr.value(), m_stopAtr, m_targetAtr); }

private:
    Ema m_fast;
    Ema m_slow;
    VolumeRatio m_volume;
    Atr m_atr{atrPeriod};
    double m_ratioMin;
    double m_stopAtr;
    double m_targetAtr;
    double m_spread = notYet;
    double m_previousSpread = notYet;
};

} // namespace

Entry emaCrossover() { return entryOf<EmaCrossover>(); }

} // namespace bellwether::builtin
