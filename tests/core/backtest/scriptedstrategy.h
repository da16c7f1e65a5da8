#pragma once

#include "core/strategy/strategy.h"

#include <map>

namespace bellwether::test {

/// Plays given signals: what a test wants to happen, without a rule.
class ScriptedStrategy final : public Strategy {
public:
    struct Step {
        static constexpr double none = std::numeric_limits<double>::quiet_NaN();
        Step(Side itsSide = Side::Buy, double itsStop = none, double itsTarget = none)
            : side(itsSide), stop(itsStop), target(itsTarget)
        {
        }
        Side side;
        double stop;
        double target;
    };
    explicit ScriptedStrategy(std::map<std::size_t, Step> steps, InstrumentId instrument = {}, Timeframe timeframe = Timeframe::D1,
                              const StrategyInfo &itsInfo = describe())
        : m_info(itsInfo), m_steps(std::move(steps)), m_instrument(instrument), m_timeframe(timeframe)
    {
    }

    static const StrategyInfo &describe()
    {
        static const StrategyInfo info{.id = "scripted",
                                       .title = "Scripted",
                                       .help = "",
                                       .category = StrategyCategory::LongTerm,
                                       .parameters = {}};
        return info;
    }
    /// A second one, whose books are its own.
    static const StrategyInfo &describeOther()
    {
        static const StrategyInfo info{.id = "scripted_too",
                                       .title = "Scripted too",
                                       .help = "",
                                       .category = StrategyCategory::LongTerm,
                                       .parameters = {}};
        return info;
    }
    const StrategyInfo &info() const override { return m_info; }
    int warmUpBars() const override { return 0; }
    std::optional<TradeSignal> onBar(const BarPoint &bar) override
    {
        const auto found = m_steps.find(m_row++);
        if (found == m_steps.end())
            return {};
        TradeSignal signal;
        signal.strategy = StrategyId(m_info.id);
        signal.instrument = m_instrument;
        signal.timeframe = m_timeframe;
        signal.category = m_info.category;
        signal.time = bar.closeTime;
        signal.side = found->second.side;
        signal.referencePrice = bar.close;
        signal.stop = found->second.stop;
        signal.target = found->second.target;
        signal.confidence = 50;
        signal.reasons.add("row", double(m_row), Comparison::AtLeast, 1);
        return signal;
    }

private:
    const StrategyInfo &m_info;
    std::map<std::size_t, Step> m_steps;
    InstrumentId m_instrument;
    Timeframe m_timeframe;
    std::size_t m_row = 0;
};

} // namespace bellwether::test
