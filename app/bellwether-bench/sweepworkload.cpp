#include "app/bellwether-bench/sweepworkload.h"

#include "app/bellwether-bench/benchplan.h"
#include "core/backtest/sweep.h"

#include <sys/resource.h>

#include <ctime>
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

/// Processor time that this thread has taken.
double threadSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) + 1e-9 * double(time.tv_nsec);
}

/// A share of the rules on each thread, of which the caller is one: it would only wait otherwise, and two new threads may
/// come to stand behind one another on the processor that it left. `busy` gets the processor time of each share.
void runShares(const Sweep &sweep, std::span<const SweepRule> rules, std::span<SweepTally> tallies, std::span<double> busy)
{
    const auto work = [&](std::size_t share) {
        const double start = threadSeconds();
        const std::size_t first = rules.size() * share / busy.size();
        const std::size_t count = rules.size() * (share + 1) / busy.size() - first;
        sweep.tally(rules.subspan(first, count), tallies.subspan(first, count));
        busy[share] = threadSeconds() - start;
    };
    std::vector<std::jthread> others;
    for (std::size_t share = 1; share < busy.size(); ++share)
        others.emplace_back(work, share);
    work(0);
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
        std::vector<double> busy(threads);
        const double seconds = bestSeconds(5, [&] {
            const Sweep sweep(plan, bars, 0, bars.size(), threads);
            runShares(sweep, rules, tallies, busy);
        });
        char note[160];
        std::snprintf(note, sizeof note, "%zu threads, %.0f runs/s, end equity %.4f, %ld MB over the bars, shares of %.1f to %.1f ms of processor time",
                      threads, double(rules.size()) / seconds, tallies[checked].finalEquity.toDouble(), (peakKilobytes() - before) / 1024,
                      *std::ranges::min_element(busy) * 1e3, *std::ranges::max_element(busy) * 1e3);
        report(threads == 1 ? "sweep_one_thread" : "sweep", rules.size(), seconds, double(tallies[checked].trades), note);
    }
    return 0;
}

} // namespace bellwether::bench
