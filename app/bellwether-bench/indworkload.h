#pragma once

#include "app/bellwether-bench/workload.h"

namespace bellwether::bench {

/// `ind`: EMA(20), RSI(14), MACD(12, 26, 9), Bollinger(20, 2), ATR(14) and SuperTrend(10, 3) over the whole file.
int runIndicators(const BarColumns &bars);

} // namespace bellwether::bench
