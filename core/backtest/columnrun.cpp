#include "core/backtest/columnrun.h"

#include "core/backtest/columnaccount.h"

namespace bellwether {

namespace {

// Signals are large values; a block keeps the few of them in cache however long the history is.
constexpr std::size_t blockRows = 1024;

/// Keeps everything.
struct FullRecord {
    static constexpr bool keepsCosts = true;
    RunResult &kept;

    bool keepsCurve() const { return true; }
    RunResult &result() { return kept; }
    void countSignal() { ++kept.signalCount; }
    void deny(const char *reason) { ++kept.denied[reason]; }
    std::uint32_t addReasons(std::span<const Reason> reasons)
    {
        const auto first = std::uint32_t(kept.reasons.size());
        kept.reasons.insert(kept.reasons.end(), reasons.begin(), reasons.end());
        return first;
    }
    RoundTrip &addTrade() { return kept.trades.emplace_back(); }
};

/// Whether the observer of a run that has come to row `end` lets it go on.
bool goesOn(ColumnAccount<FullRecord> &account, const BarColumns &bars, std::size_t first, std::size_t end, RunResult &result,
            const RunObserver &observer)
{
    account.markUntil(end);
    const std::size_t done = end - first;
    result.wasCancelled = !observer({done, result.equity.size(), std::span(bars.closeTime).subspan(first, done),
                                     std::span<const double>(result.equity).first(done)});
    return !result.wasCancelled;
}

} // namespace

bool isPlain(const RunPlan &plan)
{
    return plan.sizing != SizingKind::Risk && plan.sizing != SizingKind::Kelly && plan.exits.isDefault();
}

RunResult runColumns(const RunPlan &plan, Strategy &strategy, const BarColumns &bars, std::size_t firstRow,
                     std::size_t lastRow, const RunObserver &observer)
{
    RunResult result;
    runColumns(plan, strategy, bars, firstRow, lastRow, result, observer);
    return result;
}

void runColumns(const RunPlan &plan, Strategy &strategy, const BarColumns &bars, std::size_t firstRow,
                std::size_t lastRow, RunResult &result, const RunObserver &observer)
{
    if (!isPlain(plan) || firstRow >= lastRow || lastRow > bars.size())
        throw Fault(QStringLiteral("column run outside its terms"));
    result.startOver(lastRow - firstRow);
    ColumnAccount<FullRecord> run(plan, bars, firstRow, lastRow, {result});
    std::vector<SignalAt> raised;
    for (std::size_t row = 0; row < lastRow; row += blockRows) {
        raised.clear();
        strategy.scan(bars, row, std::min(row + blockRows, lastRow), raised);
        // Opens are read at fills only, too far apart for the processor to foresee.
        for (const SignalAt &at : raised)
            __builtin_prefetch(bars.open.data() + std::min(at.row + 1, lastRow - 1));
        for (const SignalAt &at : raised)
            if (at.row >= firstRow)
                run.onDecision(at.row, at.signal.side, at.signal.confidence, at.signal.reasons.all());
        const std::size_t end = std::min(row + blockRows, lastRow);
        if (observer && end > firstRow && end < lastRow && end % barsPerProgress == 0 && !goesOn(run, bars, firstRow, end, result, observer))
            return;
    }
    run.finish();
}

} // namespace bellwether
