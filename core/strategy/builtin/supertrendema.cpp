#include "core/indicators/trend.h"
#include "core/strategy/builtin/shippedstrategy.h"

namespace bellwether::builtin {

namespace {

/// SuperTrend and an exponential average come to say the same: the SuperTrend flips to the side the average confirms, or
/// the close crosses the average to the side the SuperTrend is on. It speaks on the bar where they begin to agree.
class SuperTrendEma final : public ShippedStrategy<SuperTrendEma> {
public:
    static const StrategyInfo &describe()
    {
        static const StrategyInfo info{
            .id = "supertrend_ema",
            .title = "SuperTrend and EMA",
            .help = "SuperTrend flips or agrees and the exponential average confirms the side; the stop is the SuperTrend line.",
            .category = StrategyCategory::DayTrading,
            .parameters = {period("atr_period", 10, "bars of the range of the SuperTrend"),
                           real("multiplier", 3, 0.1, 20, 0.1, "distance of the SuperTrend bands in average true ranges"),
                           period("ema", 50, "bars of the confirming average", 2), reward(2)}};
        return info;
    }

    SuperTrendEma(const ParameterSet &p, const StrategyContext &context)
        : ShippedStrategy(context, std::max(p.integer(0) + 1, p.integer(2))), m_trend(p.integer(0), p.value(1)),
          m_ema(p.integer(2)), m_reward(p.value(3))
    {
    }

    Decision advance(const BarPoint &bar)
    {
        m_previousSide = m_side;
        m_close = bar.close;
        const double direction = m_trend.update(bar.high, bar.low, bar.close).direction;
        const double ema = m_ema.update(bar.close);
        m_side = double(direction > 0 && bar.close > ema) - double(direction < 0 && bar.close < ema);
        return decisionOf(m_side > 0 && m_previousSide <= 0, m_side < 0 && m_previousSide >= 0);
    }

    ReasonList reasons(Side side) const
    {
        const bool isBuy = side == Side::Buy;
        const Comparison beyond = isBuy ? Comparison::Above : Comparison::Below;
        ReasonList list;
        list.add("SuperTrend direction", m_trend.value().direction, beyond, 0);
        list.add("close against the average", m_close, beyond, m_ema.value());
        list.add("agreement one bar ago", m_previousSide, isBuy ? Comparison::AtMost : Comparison::AtLeast, 0);
        return list;
    }

    // Alignment: how clearly the close is beyond the average; and how near the line is, as a near line is a small risk.
    double confidence(Side) const
    {
        const double aligned = std::fabs(m_close - m_ema.value()) / m_trend.atr();
        const double toLine = std::fabs(m_close - m_trend.value().line) / m_trend.atr();
        return 30 + 35 * graded(aligned, 0, 2) + 35 * (1 - graded(toLine, 1, 6));
    }
    Levels levels(Side side, double price) const
    {
        return levelsAt(side, price, std::fabs(price - m_trend.value().line), 1, m_reward);
    }

private:
    SuperTrend m_trend;
    Ema m_ema;
    double m_reward;
    double m_close = notYet;
    double m_side = 0;
    double m_previousSide = 0;
};

} // namespace

Entry superTrendEma() { return entryOf<SuperTrendEma>(); }

} // namespace bellwether::builtin
