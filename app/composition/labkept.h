#pragma once

#include "core/backtest/runreport.h"
#include "core/lab/labruns.h"
#include "core/storage/runstore.h"

namespace bellwether {

LabKeptRun labKeptRunOf(const KeptRun &run);
/// The reports are those of `runs`, in their order.
LabComparison labComparisonOf(const std::vector<KeptRun> &runs, std::span<const RunReport *const> reports);
/// The words that would ask for this run again, as far as its report tells them.
LabRequest labRequestOf(const RunReport &report);

} // namespace bellwether
