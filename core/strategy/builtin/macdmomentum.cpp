#include "core/indicators/momentum.h"
#include "core/indicators/volatility.h"
#include "core/strategy/builtin/shippedstrategy.h"

namespace bellwether::builtin {

namespace {

/// The MACD histogram changes sign while the line is already on that side of zero.
class MacdMomentum final : public ShippedStrategy<MacdMomentum> {
public:
    static const StrategyInfo &describe()
    {
        static const StrategyInfo info{
            .id = "macd_momentum",
            .title = "MACD momentum",
            .help = "The MACD histogram changes sign with the MACD line on the same side of zero.",
            .category = StrategyCategory::DayTrading,
            .parameters = {period("fast", 12, "bars of the fast average"), period("slow", 26, "bars of the slow average", 2),
                           period("signal", 9, "bars of the signal line"), stopAtr(2), targetAtr(3)},
            .checkTogether = fastBelowSlow<0, 1>};
        return info;
    }

    MacdMomentum(const ParameterSet &p, const StrategyContext &context)
        : ShippedStrategy(context, std::max(p.integer(1) + p.integer(2) - 1, atrPeriod)),
          m_macd(p.integer(0), p.integer(1), p.integer(2)), m_stopAtr(p.value(3)), m_targetAtr(p.value(4))
    {
    }

    Decision advance(const BarPoint &bar)
    {
        m_previous = m_macd.value().histogram;
        const MacdValue now = m_macd.update(bar.close);
        m_atr.update(bar.high, bar.low, bar.close);
        return decisionOf(m_previous <= 0 && now.histogram > 0 && now.macd > 0,
                          m_previous >= 0 && now.histogram < 0 && now.macd < 0);
    }

    ReasonList reasons(Side side) const
    {
        const bool isBuy = side == Side::Buy;
        const Comparison beyond = isBuy ? Comparison::Above : Comparison::Below;
        ReasonList list;
        list.add("histogram one bar ago", m_previous, isBuy ? Comparison::AtMost : Comparison::AtLeast, 0);
        list.add("histogram", m_macd.value().histogram, beyond, 0);
        list.add("MACD line", m_macd.value().macd, beyond, 0);
        return list;
    }

    // The slope of the histogram: a fifth of an average range within one bar is steep.
    double confidence(Side) const
    {
        return 20 + 80 * graded(std::fabs(m_macd.value().histogram - m_previous) / m_atr.value(), 0, 0.2);
    }
    Levels levels(Side side, double price) const { return levelsAt(side, price, m_atr.value(), m_stopAtr, m_targetAtr); }

private:
    Macd m_macd;
    Atr m_atr{atrPeriod};
    double m_stopAtr;
    double m_targetAtr;
    double m_previous = notYet;
};

} // namespace

Entry macdMomentum() { return entryOf<MacdMomentum>(); }

} // namespace bellwether::builtin
