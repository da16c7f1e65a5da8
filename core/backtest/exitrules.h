#pragma once

#include "core/domain/bar.h"
#include "core/domain/signal.h"
#include "core/indicators/volatility.h"

namespace bellwether {

/// How far a stop or target stands from the price of the signal.
struct ExitDistance {
    enum class Kind {
        Default,  ///< with risk sizing the strategy's, else that of the limits; with other sizing none
        None,
        Strategy, ///< what the signal brings, else none
        Percent,  ///< `amount` percent of the price
        Atr,      ///< `amount` average true ranges of 14 bars
    };
    Kind kind = Kind::Default;
    double amount = 0;

    bool operator==(const ExitDistance &) const = default;
};
/// `none`, `strategy`, `2%`, `1.5atr`. Errors: InvalidArgument with the value and what was expected.
Result<ExitDistance> parseExitDistance(QStringView text);
QString toString(const ExitDistance &distance);

/// Exits beside the strategy's own signals. With a stop and a target in one bar the stop is taken to come first.
struct ExitRules {
    ExitDistance stop;
    ExitDistance target;
    std::optional<int> timeStopMinutes;  ///< of every position; 0 never; none: as the limits say, for intraday categories

    bool isDefault() const { return *this == ExitRules(); }
    bool operator==(const ExitRules &) const = default;
};

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
