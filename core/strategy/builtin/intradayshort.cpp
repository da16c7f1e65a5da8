#include "core/indicators/volatility.h"
#include "core/strategy/builtin/shippedstrategy.h"
#include "core/strategy/builtin/tradingday.h"
#include "core/strategy/builtin/volumeratio.h"

namespace bellwether::builtin {

namespace {

/// Sells when a weak day breaks down: the close falls through the low of the opening range on volume, below the session's
/// VWAP, after a swing high that stayed below the day's high. Silent on daily and weekly bars.
class IntradayShort final : public ShippedStrategy<IntradayShort> {
public:
    static const StrategyInfo &describe()
    {
        static const StrategyInfo info{
            .id = "intraday_short",
            .title = "Intraday short",
            .help = "Below the session VWAP, after a lower high, the close breaks the low of the opening range with volume.",
            .category = StrategyCategory::ShortSelling,
            .parameters = {{"opening_minutes", ParameterSpec::Type::Integer, 15, 1, 240, 5, "length of the opening range"},
                           period("volume_period", 20, "bars of the volume average"),
                           real("volume_ratio", 1.5, 0, 20, 0.1, "volume as a multiple of its average, 0 for any"), reward(2)}};
        return info;
    }

    IntradayShort(const ParameterSet &p, const StrategyContext &context)
        : ShippedStrategy(context, std::max(p.integer(1) - 1, atrPeriod)),
          m_day(*context.calendar, context.timeframe, std::chrono::minutes(p.integer(0))), m_volume(p.integer(1)),
          m_ratioMin(p.value(2)), m_reward(p.value(3)), m_isIntraday(isIntraday(context.timeframe))
    {
    }

    Decision advance(const BarPoint &bar)
    {
        if (!m_isIntraday)
            return Decision::None;
        m_previousClose = m_close;
        m_close = bar.close;
        m_day.update(bar);
        m_volume.update(bar.volume);
        m_atr.update(bar.high, bar.low, bar.close);
        const bool isBreaking = m_previousClose >= m_day.rangeLow() && m_close < m_day.rangeLow();
        return decisionOf(false, isBreaking && m_close < m_day.vwap() && m_day.swingHigh() < m_day.highBeforeSwing()
                              && m_volume.value() >= m_ratioMin);
    }

    // It never buys: the list for that side has one condition that is never met.
    ReasonList reasons(Side side) const
    {
        ReasonList list;
        if (side == Side::Buy) {
            list.addMet({"this strategy sells only", Comparison::Above, 0, 0, false});
            return list;
        }
        list.add("close against the session VWAP", m_close, Comparison::Below, m_day.vwap());
        list.add("last swing high against the day's high before it", m_day.swingHigh(), Comparison::Below,
                 m_day.highBeforeSwing());
        list.add("close one bar ago against the opening-range low", m_previousClose, Comparison::AtLeast, m_day.rangeLow());
        list.add("close against the opening-range low", m_close, Comparison::Below, m_day.rangeLow());
        list.add("volume ratio", m_volume.value(), Comparison::AtLeast, m_ratioMin);
        return list;
    }

    std::vector<ReasonList> conditions() const override { return {reasons(Side::Sell)}; }

    double confidence(Side) const
    {
        return 25 + 40 * graded((m_day.rangeLow() - m_close) / m_atr.value(), 0, 1)
            + 35 * graded(m_volume.value(), m_ratioMin, m_ratioMin + 2);
    }
    // The idea is wrong above the lower high.
    Levels levels(Side side, double price) const
    {
        return levelsAt(side, price, m_day.swingHigh() - price, m_day.swingHigh() > price ? 1 : 0,
                        m_day.swingHigh() > price ? m_reward : 0);
    }

private:
    TradingDay m_day;
    VolumeRatio m_volume;
    Atr m_atr{atrPeriod};
    double m_ratioMin;
    double m_reward;
    bool m_isIntraday;
    double m_close = notYet;
    double m_previousClose = notYet;
};

} // namespace

Entry intradayShort() { return entryOf<IntradayShort>(); }

} // namespace bellwether::builtin
