#pragma once

#include "core/base/rng.h"
#include "core/strategy/strategy.h"
#include "tests/core/engine/enginebed.h"

namespace bellwether::test {

/// Buys and sells in turn every few bars; throws at one of them where asked to.
class TurningStrategy final : public Strategy {
public:
    TurningStrategy(StrategyId strategy, int every, int throwsAt = -1) : m_id(strategy), m_every(every), m_throwsAt(throwsAt)
    {
        m_info.id = m_id.view();
    }
    const StrategyInfo &info() const override { return m_info; }
    int warmUpBars() const override { return 0; }
    std::optional<TradeSignal> onBar(const BarPoint &bar) override
    {
        ++m_bars;
        if (m_bars == m_throwsAt)
            throw std::runtime_error("division by zero");
        if (m_bars % m_every != 0)
            return {};
        TradeSignal signal;
        signal.strategy = m_id;
        signal.instrument = InstrumentId(std::string_view("TEST:SHARE"));
        signal.time = bar.closeTime;
        signal.side = m_bars / m_every % 2 == 1 ? Side::Buy : Side::Sell;
        signal.referencePrice = bar.close;
        signal.stop = signal.target = std::numeric_limits<double>::quiet_NaN();
        signal.confidence = 60;
        return signal;
    }

private:
    StrategyId m_id;
    StrategyInfo m_info;
    int m_every;
    int m_throwsAt;
    int m_bars = 0;
};

/// Bars of a random walk of the share, a minute each, in batches of uneven length.
inline std::vector<MarketBatchPtr> someBatches(std::uint64_t seed, int bars)
{
    Rng rng(seed);
    std::vector<MarketBatchPtr> batches;
    auto batch = std::make_shared<MarketBatch>();
    double level = 100;
    const Instrument share = aShare();
    for (int i = 1; i <= bars; ++i) {
        const double open = level;
        level = std::clamp(level * (1 + 0.003 * rng.normal()), 50.0, 200.0);
        const Timestamp time = bedStart + std::chrono::minutes(i);
        const auto rounded = [&share](double value) { return share.roundToTick(value, Rounding::Nearest); };
        batch->push_back({std::uint64_t(i), shareIndex, time,
                          TimedBar{Timeframe::M1, {time, rounded(open), rounded(std::max(open, level) * 1.001), rounded(std::min(open, level) * 0.999), rounded(level), 5'000}}});
        if (rng.below(9) == 0 || i == bars) {
            batches.push_back(std::move(batch));
            batch = std::make_shared<MarketBatch>();
        }
    }
    return batches;
}

} // namespace bellwether::test
