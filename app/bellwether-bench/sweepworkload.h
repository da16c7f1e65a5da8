#pragma once

#include "app/bellwether-bench/workload.h"

namespace bellwether::bench {

/// `sweep`: the rule of `bt` for fast 2…21 and slow 22…71, a thousand runs each with end equity and number of trades, on
/// one thread and on as many as there are cores. The check is the number of round trips of (9, 22).
int runSweep(const BarColumns &bars);

} // namespace bellwether::bench
