#include "core/indicators/momentum.h"
#include "core/indicators/volatility.h"
#include "core/strategy/builtin/shippedstrategy.h"

namespace bellwether::builtin {

namespace {

/// The close comes back into the Bollinger bands after a close outside, while the RSI is or was a bar ago extreme: the
/// re-entry itself often takes the RSI out of its extreme.
class BollingerReversion final : public ShippedStrategy<BollingerReversion> {
public:
    static const StrategyInfo &describe()
    {
        static const StrategyInfo info{
            .id = "bollinger_reversion",
            .title = "Bollinger reversion",
            .help = "The close re-enters the Bollinger bands and the RSI was extreme on one of the last two bars.",
            .category = StrategyCategory::DayTrading,
            .parameters = {period("period", 20, "bars of the bands", 2),
                           real("width", 2, 0.1, 10, 0.1, "half width of the bands in standard deviations"),
                           period("rsi_period", 14, "bars of the RSI", 2),
                           real("rsi_low", 30, 0, 50, 1, "RSI at or below which a buy is confirmed"),
                           real("rsi_high", 70, 50, 100, 1, "RSI at or above which a sell is confirmed"), stopAtr(2)}};
        return info;
    }

    BollingerReversion(const ParameterSet &p, const StrategyContext &context)
        : ShippedStrategy(context, std::max({p.integer(0), p.integer(2) + 1, atrPeriod})), m_bands(p.integer(0), p.value(1)),
          m_rsi(p.integer(2)), m_rsiLow(p.value(3)), m_rsiHigh(p.value(4)), m_stopAtr(p.value(5))
    {
    }

    Decision advance(const BarPoint &bar)
    {
        m_before = m_now;
        m_deviationBefore = m_bands.deviation();
        m_now = {bar.close, m_bands.update(bar.close), m_rsi.update(bar.close)};
        m_atr.update(bar.high, bar.low, bar.close);
        const bool isBuy = m_before.close < m_before.bands.lower && m_now.close >= m_now.bands.lower && rsiMin() <= m_rsiLow;
        const bool isSell = m_before.close > m_before.bands.upper && m_now.close <= m_now.bands.upper && rsiMax() >= m_rsiHigh;
        return decisionOf(isBuy, isSell);
    }

    ReasonList reasons(Side side) const
    {
        ReasonList list;
        if (side == Side::Buy) {
            list.add("close one bar ago against the lower band", m_before.close, Comparison::Below, m_before.bands.lower);
            list.add("close against the lower band", m_now.close, Comparison::AtLeast, m_now.bands.lower);
            list.add("lower RSI of two bars", rsiMin(), Comparison::AtMost, m_rsiLow);
        } else {
            list.add("close one bar ago against the upper band", m_before.close, Comparison::Above, m_before.bands.upper);
            list.add("close against the upper band", m_now.close, Comparison::AtMost, m_now.bands.upper);
            list.add("higher RSI of two bars", rsiMax(), Comparison::AtLeast, m_rsiHigh);
        }
        return list;
    }

    double confidence(Side side) const
    {
        const bool isBuy = side == Side::Buy;
        const double outside = isBuy ? m_before.bands.lower - m_before.close : m_before.close - m_before.bands.upper;
        const double extreme = isBuy ? m_rsiLow - rsiMin() : rsiMax() - m_rsiHigh;
        return 25 + 40 * graded(outside / m_deviationBefore, 0, 1) + 35 * graded(extreme, 0, 20);
    }

    // The target is the middle band, where it lies ahead.
    Levels levels(Side side, double price) const
    {
        Levels levels = levelsAt(side, price, m_atr.value(), m_stopAtr, 0);
        if ((m_now.bands.middle - price) * signOf(side) > 0)
            levels.target = m_now.bands.middle;
        return levels;
    }

private:
    struct Point {
        double close = notYet;
        BandsValue bands;
        double rsi = notYet;
    };

    double rsiMin() const { return std::min(m_before.rsi, m_now.rsi); }
    double rsiMax() const { return std::max(m_before.rsi, m_now.rsi); }

    Bollinger m_bands;
    Rsi m_rsi;
    Atr m_atr{atrPeriod};
    double m_rsiLow;
    double m_rsiHigh;
    double m_stopAtr;
    Point m_before;
    Point m_now;
    double m_deviationBefore = notYet;
};

} // namespace

Entry bollingerReversion() { return entryOf<BollingerReversion>(); }

} // namespace bellwether::builtin
