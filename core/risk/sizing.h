#pragma once

#include "core/domain/instrument.h"
#include "core/risk/risklimits.h"

#include <limits>

namespace bellwether {

/// Above it nothing is a price: half the range of Price, so that no later sum leaves it.
inline constexpr double levelLargest = 4.5e10;
/// A stop or target as proposed, else `defaultShare` of the price away (none where that is NaN): on the tick, above the
/// price or below it. Zero where there is none or it lies on the wrong side.
Price bracketLevel(double proposed, double price, double defaultShare, bool isAbove, const Instrument &instrument);

/// The factor on the planned risk: a straight line from 0.5 at confidence 0 to 2.0 at 100.
double confidenceMultiplier(double confidence);

/// How Kelly is used.
struct KellyRule {
    double fraction = 0.5;    ///< of the full Kelly share
    double fallback = 0.1;    ///< share until there are enough trades, or while all won or all lost
    int tradesMin = 30;
};

/// Wins and losses of closed trades, net of costs, as the Kelly rule reads them.
class KellyRecord {
public:
    static constexpr double shareMax = 0.25; ///< full Kelly is capped here, before its fraction is taken

    void add(double result);
    int trades() const { return m_trades; }
    /// Share of equity to put behind the next trade: fraction × (W − (1 − W) ÷ payoff), W the share of wins and payoff the
    /// average win ÷ the average loss; 0 where the trades have no edge. Source: Kelly, A new interpretation of
    /// information rate, 1956.
    double share(const KellyRule &rule) const;
    /// The trades of both.
    KellyRecord &operator+=(const KellyRecord &other);

private:
    friend struct StateFields; // a snapshot of the state keeps it
    int m_trades = 0;
    int m_wins = 0;
    int m_losses = 0;
    double m_won = 0;
    double m_lost = 0;
};

/// What a position size depends on.
struct SizingInput {
    Money equity;
    Money cash;               ///< free of what working entries reserve
    Money exposureRoom;       ///< exposure that may still be added, over all and to its sector
    Price price;
    Price stop;               ///< zero where there is none
    double confidence = 50;   ///< 0…100
    KellyRecord results = {}; ///< closed trades of the strategy, for Kelly
    double volatility = std::numeric_limits<double>::quiet_NaN(); ///< of the instrument in a year; NaN where it is not known
};

/// Quantity to enter with, rounded down to the lot. Zero when it comes to less than one lot or cannot be decided.
/// RiskFraction: riskPerTrade × multiplier × equity ÷ stop distance; PercentOfEquity: percent × equity ÷ price; Kelly: the
/// share of the strategy's own trades × equity ÷ price; VolatilityTarget: target ÷ volatility × equity ÷ price;
/// always half a percent within the cash share, the value of one order and the exposure room, so that a tick between
/// signal and approval does not turn the size into a refusal.
Quantity positionSize(const SizingInput &input, const Instrument &instrument, const RiskLimits &limits);

} // namespace bellwether
