#include "core/strategy/builtin/momentumwindow.h"
#include "core/strategy/builtin/shippedstrategy.h"

namespace bellwether::builtin {

namespace {

/// A move over a rolling window that is large, unusual and on a surge of volume. It works from the tape alone. Until the
/// first print arrives each bar counts as one print and one twelfth of the window, so that the rule can be replayed over
/// bars; the first print starts the window anew. After a signal it keeps quiet for one window.
class LiveMomentum final : public ShippedStrategy<LiveMomentum> {
public:
    static const StrategyInfo &describe()
    {
        static const StrategyInfo info{
            .id = "live_momentum",
            .title = "Live momentum",
            .help = "Rate of change and volume surge over a rolling window of live ticks; needs no history. On bars alone the "
                    "window is 12 bars.",
            .category = StrategyCategory::DayTrading,
            .parameters = {{"window_seconds", ParameterSpec::Type::Integer, 60, 12, 3'600, 12, "length of the window"},
                           real("min_move_pct", 0.3, 0.001, 20, 0.05, "least move over the window in percent"),
                           real("volume_surge", 2, 0, 50, 0.25, "volume of the window as a multiple of the usual, 0 for any"),
                           real("z_min", 2, 0, 20, 0.25, "least move in standard deviations of the usual one"),
                           real("stop_sigma", 2, 0, 20, 0.25, "stop distance in usual moves of a window, 0 for none"),
                           real("target_sigma", 3, 0, 50, 0.25, "target distance in usual moves of a window, 0 for none")}};
        return info;
    }

    LiveMomentum(const ParameterSet &p, const StrategyContext &context)
        : ShippedStrategy(context, int(MomentumWindow::windowBuckets + MomentumWindow::historyMin) - 1),
          m_bucketNs(std::int64_t(p.integer(0)) * 1'000'000'000 / MomentumWindow::windowBuckets), m_moveMin(p.value(1)),
          m_surgeMin(p.value(2)), m_zMin(p.value(3)), m_stopSigma(p.value(4)), m_targetSigma(p.value(5))
    {
    }

    Decision advance(const BarPoint &bar)
    {
        if (m_hasTape)
            return Decision::None;
        m_window.add(m_window.bucket() + 1, bar.close, bar.volume);
        return decide();
    }

    std::optional<TradeSignal> onTrade(const TapeTrade &trade) override
    {
        if (!m_hasTape) {
            m_hasTape = true;
            m_window = {};
            m_quietUntil = 0;
        }
        const double price = trade.price.toDouble();
        if (!(price > 0))
            return {};
        const std::int64_t bucket = Timestamp::floorDiv(trade.time.ns(), m_bucketNs);
        m_window.add(std::max(bucket, m_window.bucket()), price, trade.quantity.toDouble());
        const Decision decision = decide();
        if (decision == Decision::None)
            return {};
        std::optional<TradeSignal> signal(std::in_place);
        fill(*signal, decision, trade.time, price);
        return signal;
    }

    ReasonList reasons(Side side) const
    {
        const bool isBuy = side == Side::Buy;
        const int sign = signOf(side);
        const Comparison beyond = isBuy ? Comparison::AtLeast : Comparison::AtMost;
        ReasonList list;
        list.add("move over the window in percent", m_window.move() * 100, beyond, m_moveMin * sign);
        list.add("move in usual moves", m_window.zScore(), beyond, m_zMin * sign);
        list.add("volume surge", surge(), Comparison::AtLeast, m_surgeMin);
        list.add("twelfths of a window left to keep quiet", double(m_quietLeft), Comparison::AtMost, 0);
        return list;
    }

    double confidence(Side) const
    {
        return 25 + 55 * graded(std::fabs(m_window.zScore()), m_zMin, m_zMin + 4) + 20 * graded(surge(), m_surgeMin, m_surgeMin + 4);
    }
    Levels levels(Side side, double price) const
    {
        return levelsAt(side, price, price * m_window.usualMove(), m_stopSigma, m_targetSigma);
    }

private:
    // Without any volume in the history only a threshold of 0 is met.
    double surge() const
    {
        const double surge = m_window.surge();
        return std::isnan(surge) ? 0 : surge;
    }

    Decision decide()
    {
        m_quietLeft = std::max(std::int64_t(0), m_quietUntil - m_window.bucket());
        if (!m_window.isReady() || m_quietLeft > 0)
            return Decision::None;
        const double move = m_window.move() * 100;
        if (!(std::fabs(move) >= m_moveMin))
            return Decision::None;
        const double z = m_window.zScore();
        const bool isSurging = surge() >= m_surgeMin;
        const Decision decision
            = decisionOf(move >= m_moveMin && z >= m_zMin && isSurging, move <= -m_moveMin && z <= -m_zMin && isSurging);
        if (decision != Decision::None)
            m_quietUntil = m_window.bucket() + MomentumWindow::windowBuckets;
        return decision;
    }

    MomentumWindow m_window;
    std::int64_t m_bucketNs;
    double m_moveMin;
    double m_surgeMin;
    double m_zMin;
    double m_stopSigma;
    double m_targetSigma;
    std::int64_t m_quietUntil = 0;
    std::int64_t m_quietLeft = 0; // as it was when the last print was judged
    bool m_hasTape = false;
};

} // namespace

Entry liveMomentum() { return entryOf<LiveMomentum>(); }

} // namespace bellwether::builtin
