#pragma once

#include "app/bellwether-bench/workload.h"

namespace bellwether::bench {

/// `bt`: the 9/21 EMA crossover of the protocol through the product's own column run, with trades, costs and a mark for
/// every bar. The check is the number of round trips closed by a signal.
int runBacktest(const BarColumns &bars);

} // namespace bellwether::bench
