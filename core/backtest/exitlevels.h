#pragma once

#include "core/backtest/exitrules.h"
#include "core/domain/signal.h"
#include "core/indicators/volatility.h"

#include <algorithm>
#include <array>
#include <limits>

namespace bellwether {

/// Gives signals the stop and target of the rules. Sees every bar of one instrument in order, for its true range.
class ExitLevels {
public:
    explicit ExitLevels(const ExitRules &rules)
        : m_rules(rules), m_needsRange(std::ranges::any_of(std::array{rules.stop, rules.target, rules.trail, rules.breakeven}, [](const ExitDistance &distance) {
              return distance.kind == ExitDistance::Kind::Atr;
          }))
    {
    }
    bool needsBars() const { return m_needsRange; }
    void onBar(double high, double low, double close) { m_range.update(high, low, close); }
    /// The average true range after the last bar; NaN where no rule needs it or it is not known yet.
    double range() const { return m_needsRange ? m_range.value() : std::numeric_limits<double>::quiet_NaN(); }
    /// After the bar that raised the signal. A stop that trails begins at its distance where that is nearer, or where the
    /// signal has none.
    void apply(TradeSignal &signal) const;

private:
    double levelOf(const ExitDistance &distance, double price, double proposed, bool isAbove) const;

    const ExitRules m_rules;
    const bool m_needsRange;
    Atr m_range{14};
};

} // namespace bellwether
