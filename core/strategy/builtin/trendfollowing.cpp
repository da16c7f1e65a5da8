#include "core/indicators/trend.h"
#include "core/strategy/builtin/shippedstrategy.h"

namespace bellwether::builtin {

namespace {

/// The close breaks the channel of the bars before it, with the long averages and the ADX saying that there is a trend.
/// Only the first close outside counts: a bar whose predecessor was already outside its own channel raises nothing.
class TrendFollowing final : public ShippedStrategy<TrendFollowing> {
public:
    static const StrategyInfo &describe()
    {
        static const StrategyInfo info{
            .id = "trend_following",
            .title = "Trend following",
            .help = "The close breaks the Donchian channel with the averages in trend order and the ADX above its threshold.",
            .category = StrategyCategory::LongTerm,
            .parameters = {period("channel", 20, "bars of the channel before the current one", 2),
                           period("fast", 50, "bars of the fast average"), period("slow", 200, "bars of the slow average", 2),
                           period("adx_period", 14, "bars of the ADX", 2),
                           real("adx_min", 20, 0, 100, 1, "ADX above which a trend is strong enough"), stopAtr(2.5), targetAtr(5)},
            .checkTogether = fastBelowSlow<1, 2>};
        return info;
    }

    TrendFollowing(const ParameterSet &p, const StrategyContext &context)
        : ShippedStrategy(context, std::max({p.integer(0) + 1, p.integer(2) - 1, 2 * p.integer(3) - 1, atrPeriod})),
          m_channel(p.integer(0)), m_fast(p.integer(1)), m_slow(p.integer(2)), m_adx(p.integer(3)), m_adxMin(p.value(4)),
          m_stopAtr(p.value(5)), m_targetAtr(p.value(6))
    {
    }

    Decision advance(const BarPoint &bar)
    {
        m_before = m_now;
        m_now = {bar.close, m_channel.update(bar.high, bar.low)};
        const double fast = m_fast.update(bar.close);
        const double slow = m_slow.update(bar.close);
        m_atr.update(bar.high, bar.low, bar.close);
        const bool isTrending = m_adx.update(bar.high, bar.low, bar.close).adx > m_adxMin;
        return decisionOf(
            m_now.close > m_now.channel.upper && m_before.close <= m_before.channel.upper && fast > slow && isTrending,
            m_now.close < m_now.channel.lower && m_before.close >= m_before.channel.lower && fast < slow && isTrending);
    }

    ReasonList reasons(Side side) const
    {
        ReasonList list;
        if (side == Side::Buy) {
            list.add("close against the channel top", m_now.close, Comparison::Above, m_now.channel.upper);
            list.add("close one bar ago against its channel top", m_before.close, Comparison::AtMost, m_before.channel.upper);
            list.add("fast against slow average", m_fast.value(), Comparison::Above, m_slow.value());
        } else {
            list.add("close against the channel bottom", m_now.close, Comparison::Below, m_now.channel.lower);
            list.add("close one bar ago against its channel bottom", m_before.close, Comparison::AtLeast,
                     m_before.channel.lower);
            list.add("fast against slow average", m_fast.value(), Comparison::Below, m_slow.value());
        }
        list.add("ADX", m_adx.value().adx, Comparison::Above, m_adxMin);
        return list;
    }

    double confidence(Side side) const
    {
        const double beyond = side == Side::Buy ? m_now.close - m_now.channel.upper : m_now.channel.lower - m_now.close;
        return 25 + 40 * graded(m_adx.value().adx, m_adxMin, m_adxMin + 25) + 35 * graded(beyond / m_atr.value(), 0, 1);
    }
    Levels levels(Side side, double price) const { return levelsAt(side, price, m_atr.value(), m_stopAtr, m_targetAtr); }

private:
    struct Point {
        double close = notYet;
        ChannelValue channel;
    };

    Donchian m_channel;
    Sma m_fast;
    Sma m_slow;
    Adx m_adx;
    Atr m_atr{atrPeriod};
    double m_adxMin;
    double m_stopAtr;
    double m_targetAtr;
    Point m_before;
    Point m_now;
};

} // namespace

Entry trendFollowing() { return entryOf<TrendFollowing>(); }

} // namespace bellwether::builtin
