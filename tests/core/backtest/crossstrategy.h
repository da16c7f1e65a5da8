#pragma once

#include "core/strategy/strategy.h"

#include <deque>

namespace bellwether::test {

/// A simple-average cross written the obvious way (sums over the window), after the published reference rule: decisions
/// from bar `slow` on, strict on both sides.
class CrossStrategy final : public Strategy {
public:
    CrossStrategy(std::size_t fast, std::size_t slow) : m_fast(fast), m_slow(slow) {}

    const StrategyInfo &info() const override
    {
        static const StrategyInfo info{"test_cross", "Test cross", "", StrategyCategory::LongTerm, {}};
        return info;
    }
    int warmUpBars() const override { return int(m_slow); }
    std::optional<TradeSignal> onBar(const BarPoint &bar) override
    {
        m_closes.push_back(bar.close);
        if (m_closes.size() > m_slow + 1)
            m_closes.pop_front();
        if (++m_seen <= m_slow)
            return {};
        const double before = mean(m_fast, 1) - mean(m_slow, 1);
        const double now = mean(m_fast, 0) - mean(m_slow, 0);
        if (!((before < 0 && now > 0) || (before > 0 && now < 0)))
            return {};
        TradeSignal signal;
        signal.time = bar.closeTime;
        signal.side = now > 0 ? Side::Buy : Side::Sell;
        signal.referencePrice = bar.close;
        signal.confidence = 50;
        signal.reasons.add("average difference", now, now > 0 ? Comparison::Above : Comparison::Below, 0);
        return signal;
    }

private:
    double mean(std::size_t count, std::size_t back) const
    {
        // Prices have at most 8 decimals, so exact integer sums keep a tie a tie.
        std::int64_t sum = 0;
        for (std::size_t i = m_closes.size() - back - count; i < m_closes.size() - back; ++i)
            sum += Price::fromDouble(m_closes[i]).raw();
        return double(sum) / double(count);
    }

    std::size_t m_fast;
    std::size_t m_slow;
    std::size_t m_seen = 0;
    std::deque<double> m_closes;
};

} // namespace bellwether::test
