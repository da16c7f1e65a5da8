#pragma once

#include "core/indicators/rolling.h"
#include "core/strategy/builtin/builtin.h"

#include <algorithm>

namespace bellwether::builtin {

/// What a rule says of the bar it was just given.
enum class Decision { None, Buy, Sell };

inline Decision decisionOf(bool isBuy, bool isSell)
{
    return isBuy ? Decision::Buy : isSell ? Decision::Sell : Decision::None;
}

/// Where to get out; NaN where there is none.
struct Levels {
    double stop = notYet;
    double target = notYet;
};

/// Levels at multiples of a distance in price units; a multiple of 0 gives none, and neither does a level that would lie
/// at or below 0.
inline Levels levelsAt(Side side, double price, double distance, double stopMultiple, double targetMultiple)
{
    const double step = distance * signOf(side);
    const auto level = [price](double offset) { return offset != 0 && price + offset > 0 ? price + offset : notYet; };
    return {level(-stopMultiple * step), level(targetMultiple * step)};
}

/// 0 at `from` or below, 1 at `to` or above, linear between; 0 for NaN.
inline double graded(double value, double from, double to)
{
    const double share = (value - from) / (to - from);
    return share > 0 ? std::min(share, 1.0) : 0.0;
}

/// Period of the average true range that distances are measured in.
inline constexpr int atrPeriod = 14;

inline ParameterSpec period(std::string_view name, int fallback, std::string_view help, int min = 1, int max = 1'000)
{
    return {name, ParameterSpec::Type::Integer, double(fallback), double(min), double(max), 1, help};
}
inline ParameterSpec real(std::string_view name, double fallback, double min, double max, double step, std::string_view help)
{
    return {name, ParameterSpec::Type::Real, fallback, min, max, step, help};
}
inline ParameterSpec stopAtr(double fallback)
{
    return real("stop_atr", fallback, 0, 20, 0.25, "stop distance in average true ranges, 0 for none");
}
inline ParameterSpec targetAtr(double fallback)
{
    return real("target_atr", fallback, 0, 50, 0.25, "target distance in average true ranges, 0 for none");
}
inline ParameterSpec reward(double fallback)
{
    return real("reward", fallback, 0, 20, 0.25, "target distance as a multiple of the stop distance, 0 for none");
}

/// For StrategyInfo::checkTogether: parameter number `Fast` below number `Slow`.
template <std::size_t Fast, std::size_t Slow> Result<void> fastBelowSlow(std::span<const double> values)
{
    if (values[Fast] < values[Slow])
        return {};
    return failure(ErrorCode::InvalidArgument,
                   QStringLiteral("fast (%1) must be below slow (%2)").arg(values[Fast]).arg(values[Slow]));
}

/// What all shipped strategies share: counting the warm-up, and turning a decision into a signal. `scan` runs the same
/// step as `onBar` with every call known to the compiler.
///
/// A Derived has
///   static const StrategyInfo &describe();
///   Decision advance(const BarPoint &bar);      // one bar; must be None where a value is NaN
///   ReasonList reasons(Side side) const;        // all met exactly when advance() decided for that side
///   double confidence(Side side) const;
///   Levels levels(Side side, double price) const;
template <typename Derived> class ShippedStrategy : public Strategy {
public:
    const StrategyInfo &info() const final { return Derived::describe(); }
    int warmUpBars() const final { return m_warmUpBars; }

    std::optional<TradeSignal> onBar(const BarPoint &bar) final
    {
        const Decision decision = step(bar);
        if (decision == Decision::None)
            return {};
        std::optional<TradeSignal> signal(std::in_place);
        fill(*signal, decision, bar.closeTime, bar.close);
        return signal;
    }

    void scan(const BarColumns &bars, std::size_t first, std::size_t last, std::vector<SignalAt> &out) final
    {
        for (std::size_t row = first; row < last; ++row) {
            const Decision decision = advanceToDecision(bars, row, last);
            if (decision == Decision::None)
                return;
            SignalAt &found = out.emplace_back();
            found.row = row;
            fill(found.signal, decision, bars.closeTime[row], bars.close[row]);
        }
    }

    std::vector<ReasonList> conditions() const override
    {
        return {self().reasons(Side::Buy), self().reasons(Side::Sell)};
    }

protected:
    ShippedStrategy(const StrategyContext &context, int warmUpBars)
        : m_context(context), m_warmUpBars(warmUpBars), m_left(warmUpBars)
    {
    }

    const StrategyContext &context() const { return m_context; }

    [[gnu::noinline]] void fill(TradeSignal &signal, Decision decision, Timestamp time, double price) const
    {
        const Side side = decision == Decision::Buy ? Side::Buy : Side::Sell;
        const Levels levels = self().levels(side, price);
        const StrategyInfo &description = Derived::describe();
        signal.strategy = StrategyId(description.id);
        signal.instrument = m_context.instrument;
        signal.timeframe = m_context.timeframe;
        signal.category = description.category;
        signal.time = time;
        signal.side = side;
        signal.referencePrice = price;
        signal.stop = levels.stop;
        signal.target = levels.target;
        signal.confidence = std::clamp(self().confidence(side), 0.0, 100.0);
        signal.reasons = self().reasons(side);
    }

private:
    Derived &self() { return static_cast<Derived &>(*this); }
    const Derived &self() const { return static_cast<const Derived &>(*this); }

    Decision step(const BarPoint &bar)
    {
        const Decision decision = self().advance(bar);
        if (m_left == 0) [[likely]]
            return decision;
        --m_left;
        return Decision::None;
    }

    // Steps from `row` to the first decision and leaves `row` there, or at `last`. The state is taken into a local object
    // for the loop, whose numbers the compiler can then keep in registers from bar to bar.
    [[gnu::flatten]] Decision advanceToDecision(const BarColumns &bars, std::size_t &row, std::size_t last)
    {
        Derived local(std::move(self()));
        Decision decision = Decision::None;
        std::size_t at = row;
        while (at < last && (decision = local.step(bars.point(at))) == Decision::None)
            ++at;
        self() = std::move(local);
        row = at;
        return decision;
    }

    StrategyContext m_context;
    int m_warmUpBars;
    int m_left;
};

template <typename Derived> Entry entryOf()
{
    return {&Derived::describe(), [](const ParameterSet &parameters, const StrategyContext &context) {
                return std::unique_ptr<Strategy>(std::make_unique<Derived>(parameters, context));
            }};
}

} // namespace bellwether::builtin
