#pragma once

#include "core/domain/bar.h"

#include <chrono>
#include <cstdio>

namespace bellwether::bench {

/// One workload of the worker protocol: the bars of the data file in, JSON lines on standard output.
using RunWorkload = int (*)(const BarColumns &bars);

/// Best wall clock of `repetitions` runs, in seconds.
template <typename Function> double bestSeconds(int repetitions, Function function)
{
    double best = 1e300;
    for (int i = 0; i < repetitions; ++i) {
        const auto start = std::chrono::steady_clock::now();
        function();
        best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    return best;
}

/// Prints one line of the protocol: `count` units of work took `seconds`; `check` says that the work was the same.
inline void report(const char *metric, std::size_t count, double seconds, double check, const char *note = "")
{
    std::printf("{\"peer\":\"bellwether\",\"metric\":\"%s\",\"n\":%zu,\"sec\":%.9g,\"check\":%.10g,\"note\":\"%s\"}\n",
                metric, count, seconds, check, note);
    std::fflush(stdout);
}

} // namespace bellwether::bench
