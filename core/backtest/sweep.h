#pragma once

#include "core/backtest/runplan.h"
#include "core/backtest/runresult.h"
#include "core/backtest/sweeprule.h"

#include <functional>

namespace bellwether {

class FixedFills;

/// What is left of a run when only its end matters.
struct SweepTally {
    Money finalEquity;
    std::size_t trades = 0;         ///< closed round trips
    bool ranOutOfMoney = false;
    QString trouble;                ///< amounts left the range of Money: no result
};

/// Many runs of one plan over the same bars: the columns that their rules compare are computed once a block, every run
/// goes over the block while it is in the cache, and only decisions cost more than a comparison. Money is exact: the
/// account is that of runColumns(), and a test holds the results equal.
///
/// Plan and bars outlive the object. Any number of threads may call run() and tally() at once.
class Sweep {
public:
    /// Whether the plan lets decisions be separated from the account: plain, without a confidence that a signal needs.
    static bool isPossible(const RunPlan &plan);

    /// Rows as in runColumns(); what all runs share is worked out on so many threads. Fault where the plan is not possible
    /// or a row lies outside the bars.
    Sweep(const RunPlan &plan, const BarColumns &bars, std::size_t firstRow, std::size_t lastRow, std::size_t threads = 1);
    ~Sweep();

    /// The end of every run. Nothing is allocated per bar or decision.
    void tally(std::span<const SweepRule> rules, std::span<SweepTally> out) const;

    /// Memory of one thread, kept from call to call.
    struct Memory {
        std::vector<std::vector<std::uint32_t>> decisions;
        RunResult result;
    };
    /// Which run, and its result: trades without reasons, open position and equity curve, no sums of costs, no denials;
    /// null where amounts left the range of Money. Valid during the call.
    using Sink = std::function<void(std::size_t run, const RunResult *result)>;
    /// Every run in turn. Decisions of all `rules` are held at once, about 10 kB a run per 100,000 bars.
    void run(std::span<const SweepRule> rules, Memory &memory, const Sink &sink) const;

private:
    template <typename Take> void decide(std::span<const SweepRule> rules, Take take) const;

    const RunPlan &m_plan;
    const BarColumns &m_bars;
    std::size_t m_first;
    std::size_t m_last;
    std::unique_ptr<const FixedFills> m_fixedFills; ///< none where the size depends on the account
};

} // namespace bellwether
