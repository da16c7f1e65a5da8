#pragma once

#include "core/backtest/exitrules.h"
#include "core/domain/signal.h"
#include "core/indicators/volatility.h"

namespace bellwether {

/// Gives signals the stop and target of the rules. Sees every bar of one instrument in order, for its true range.
class ExitLevels {
public:
    explicit ExitLevels(const ExitRules &rules)
        : m_rules(rules), m_needsRange(rules.stop.kind == ExitDistance::Kind::Atr || rules.target.kind == ExitDistance::Kind::Atr)
    {
    }
    bool needsBars() const { return m_needsRange; }
    void onBar(double high, double low, double close) { m_range.update(high, low, close); }
    /// After the bar that raised the signal.
    void apply(TradeSignal &signal) const;

private:
    double levelOf(const ExitDistance &distance, double price, double proposed, bool isAbove) const;

    const ExitRules m_rules;
    const bool m_needsRange;
    Atr m_range{14};
};

} // namespace bellwether
