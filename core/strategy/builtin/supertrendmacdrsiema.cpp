#include "core/indicators/momentum.h"
#include "core/indicators/trend.h"
#include "core/strategy/builtin/shippedstrategy.h"

namespace bellwether::builtin {

namespace {

/// Four confirmations on one side: SuperTrend, MACD against its signal, RSI against 50, close against an exponential
/// average. It speaks on the bar where the last of them joins.
class SuperTrendMacdRsiEma final : public ShippedStrategy<SuperTrendMacdRsiEma> {
public:
    static const StrategyInfo &describe()
    {
        static const StrategyInfo info{
            .id = "supertrend_macd_rsi_ema",
            .title = "SuperTrend, MACD, RSI and EMA",
            .help = "SuperTrend, MACD histogram, RSI against 50 and the exponential average all come to one side.",
            .category = StrategyCategory::DayTrading,
            .parameters = {period("atr_period", 10, "bars of the range of the SuperTrend"),
                           real("multiplier", 3, 0.1, 20, 0.1, "distance of the SuperTrend bands in average true ranges"),
                           period("macd_fast", 12, "bars of the fast MACD average"),
                           period("macd_slow", 26, "bars of the slow MACD average", 2),
                           period("macd_signal", 9, "bars of the MACD signal line"), period("rsi_period", 14, "bars of the RSI", 2),
                           period("ema", 50, "bars of the confirming average", 2), reward(2)},
            .checkTogether = fastBelowSlow<2, 3>};
        return info;
    }

    SuperTrendMacdRsiEma(const ParameterSet &p, const StrategyContext &context)
        : ShippedStrategy(context,
                          std::max({p.integer(0) + 1, p.integer(3) + p.integer(4) - 1, p.integer(5) + 1, p.integer(6)})),
          m_trend(p.integer(0), p.value(1)), m_macd(p.integer(2), p.integer(3), p.integer(4)), m_rsi(p.integer(5)),
          m_ema(p.integer(6)), m_reward(p.value(7))
    {
    }

    Decision advance(const BarPoint &bar)
    {
        m_previousVotes = m_votes;
        m_close = bar.close;
        const double trend = m_trend.update(bar.high, bar.low, bar.close).direction;
        const double histogram = m_macd.update(bar.close).histogram;
        const double rsi = m_rsi.update(bar.close) - 50;
        const double gap = bar.close - m_ema.update(bar.close);
        m_votes = 0;
        for (const double vote : {trend, histogram, rsi, gap})
            m_votes += int(vote > 0) - int(vote < 0);
        return decisionOf(m_votes == 4 && m_previousVotes < 4, m_votes == -4 && m_previousVotes > -4);
    }

    ReasonList reasons(Side side) const
    {
        const bool isBuy = side == Side::Buy;
        const Comparison beyond = isBuy ? Comparison::Above : Comparison::Below;
        ReasonList list;
        list.add("SuperTrend direction", m_trend.value().direction, beyond, 0);
        list.add("MACD histogram", m_macd.value().histogram, beyond, 0);
        list.add("RSI", m_rsi.value(), beyond, 50);
        list.add("close against the average", m_close, beyond, m_ema.value());
        list.add("balance of confirmations one bar ago", m_previousVotes, isBuy ? Comparison::Below : Comparison::Above,
                 isBuy ? 4 : -4);
        return list;
    }

    // Ten for each confirmation, the rest for how strong each is.
    double confidence(Side side) const
    {
        const int sign = signOf(side);
        const double atr = m_trend.atr();
        const auto share = [sign](double strength, double full) { return 10 * int(strength * sign > 0) + 15 * graded(strength * sign, 0, full); };
        return share((m_close - m_trend.value().line) / atr, 4) + share(m_macd.value().histogram / atr, 0.3)
            + share(m_rsi.value() - 50, 20) + share((m_close - m_ema.value()) / atr, 3);
    }
    Levels levels(Side side, double price) const
    {
        return levelsAt(side, price, std::fabs(price - m_trend.value().line), 1, m_reward);
    }

private:
    SuperTrend m_trend;
    Macd m_macd;
    Rsi m_rsi;
    Ema m_ema;
    double m_reward;
    double m_close = notYet;
    int m_votes = 0;
    int m_previousVotes = 0;
};

} // namespace

Entry superTrendMacdRsiEma() { return entryOf<SuperTrendMacdRsiEma>(); }

} // namespace bellwether::builtin
