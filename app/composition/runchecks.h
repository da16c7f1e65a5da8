#pragma once

#include "app/composition/preparedbacktest.h"

namespace bellwether {

/// Whether signals depend on bars that came later: the strategies run again on data that really ends earlier.
struct LookAheadCheck {
    std::size_t cuts = 0;
    std::size_t compared = 0;    ///< signals of the whole run before a cut, over all cuts
    std::size_t moved = 0;       ///< of these, absent or different on the shorter data; or there alone
    Timestamp firstMoved;

    bool isGood() const { return moved == 0; }
};

/// How far signals depend on the bars before the first: the strategies start so many bars before the middle of the
/// tested period, and what they say after it is compared with the run on all bars.
struct WarmUpCheck {
    struct Start {
        std::size_t bars = 0;
        std::size_t compared = 0;
        std::size_t differing = 0;
    };
    std::vector<Start> starts;   ///< 1, 2, 4, 8 and 16 times the warm-up that the strategies ask for, as far as the data goes

    /// Bars from which on nothing differs; none where even the longest start does.
    std::optional<std::size_t> settledAfter() const;
};

/// Makes a fresh strategy of the run for one of its legs.
using StrategyMaker = std::function<std::unique_ptr<Strategy>(const RunStrategy &strategy, const RunLeg &leg)>;
/// Those that ship.
StrategyMaker shippedMaker(const PreparedBacktest &prepared);

/// Runs every strategy of the run with its parameters on every leg, signals alone.
LookAheadCheck checkLookAhead(const PreparedBacktest &prepared, const StrategyMaker &make);
WarmUpCheck checkWarmUp(const PreparedBacktest &prepared, const StrategyMaker &make);

/// One sentence of each, as a badge of a report has it.
QString toString(const LookAheadCheck &check);
QString toString(const WarmUpCheck &check);

/// `lookahead`, `warmup` or both with a comma between; gives their sentences. Errors: InvalidArgument.
Result<QStringList> runChecks(const QString &names, const PreparedBacktest &prepared);

} // namespace bellwether
