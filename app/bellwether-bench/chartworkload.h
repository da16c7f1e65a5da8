#pragma once

#include "app/bellwether-bench/workload.h"

namespace bellwether::bench {

/// `chart`: the chart of the window over the whole file, offscreen at 1600×900 with candles, volume, three overlays and the
/// crosshair. First paint with the last 200 bars in view, then the frames of the scenario: `pan200`, `pan5k`, `panhalf` and
/// `zoom`, each timed from the change of range to pixels in the window; `tick` is the last bar moving. `sec` is the median
/// frame, the note has the 95th percentile. `settled` is when every indicator is there; its note has the memory.
int runChart(const BarColumns &bars);

} // namespace bellwether::bench
