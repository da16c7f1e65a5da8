#include "app/bellwether-bench/sweepworkload.h"

#include "app/bellwether-bench/benchplan.h"
#include "core/backtest/sweep.h"

#include <sys/resource.h>

#include <thread>

namespace bellwether::bench {

namespace {

/// The rule of the protocol as comparisons: both averages start with the first close, no decision before bar 300.
SweepRule emaPair(int fast, int slow)
{
    using Kind = ColumnKey::Kind;
    const ColumnRelation isAbove{{Kind::EmaFromFirst, fast}, {Kind::EmaFromFirst, slow}};
    return {.buy = {{isAbove}, {}}, .sell = {{{isAbove.left, isAbove.right, true}}, {}}, .warmUpBars = 300};
}

void runShare(const Sweep &sweep, std::span<const SweepRule> rules, std::span<SweepTally> tallies, std::size_t threads)
{
    std::vector<std::jthread> pool;
    for (std::size_t i = 0; i < threads; ++i) {
        const std::size_t first = rules.size() * i / threads;
        const std::size_t count = rules.size() * (i + 1) / threads - first;
        pool.emplace_back([&sweep, share = rules.subspan(first, count), out = tallies.subspan(first, count)] { sweep.tally(share, out); });
    }
}

long peakKilobytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

} // namespace

int runSweep(const BarColumns &bars)
{
    const long before = peakKilobytes();
    std::vector<SweepRule> rules;
    // By slow average, so that the shares of the threads have few columns in common; dealt out in turn, for the short ones
    // cross more often and take longer.
    const int cores = int(std::max(2u, std::thread::hardware_concurrency()));
    for (int share = 0; share < cores; ++share)
        for (int slow = 22 + share; slow <= 71; slow += cores)
            for (int fast = 2; fast <= 21; ++fast)
                rules.push_back(emaPair(fast, slow));
    constexpr std::size_t checked = 9 - 2;
    const RunPlan plan = protocolPlan();
    std::vector<SweepTally> tallies(rules.size());
    for (const std::size_t threads : {std::size_t(1), std::size_t(cores)}) {
        const double seconds = bestSeconds(5, [&] {
            const Sweep sweep(plan, bars, 0, bars.size(), threads);
            runShare(sweep, rules, tallies, threads);
        });
        char note[120];
        std::snprintf(note, sizeof note, "%zu threads, %.0f runs/s, end equity %.4f, %ld MB over the bars", threads,
                      double(rules.size()) / seconds, tallies[checked].finalEquity.toDouble(), (peakKilobytes() - before) / 1024);
        report(threads == 1 ? "sweep_one_thread" : "sweep", rules.size(), seconds, double(tallies[checked].trades), note);
    }
    return 0;
}

} // namespace bellwether::bench
