#pragma once

#include "core/backtest/runplan.h"
#include "core/backtest/runprogress.h"
#include "core/backtest/runresult.h"
#include "core/strategy/strategy.h"

namespace bellwether {

/// Whether the plan needs nothing that the column state machine leaves out (stops, targets, approval, risk sizing).
bool isPlain(const RunPlan &plan);

/// Runs a plain plan as a state machine on columns: the strategy scans blocks of bars, and only its signals cost more
/// than the mark of a bar. Fills, fees and cash are exact (fixed point); the equity curve is their double.
///
/// Rows [firstRow, lastRow) are the tested period, earlier rows only warm the strategy. A signal against the position
/// closes it and, with room for it (long, or short where allowed), opens the other side with the money that is then
/// there. All-in puts the money of the moment behind each signal: one in the direction already held closes and re-opens
/// (other sizes deny it), and strictly less than all the money is spent. A fixed size that costs more than the equity is denied.
/// An equity of zero or less ends the holding at that close.
///
/// The same figures come from runEvents(); a test holds them equal. Fault where the plan is not plain or an amount
/// overflows.
RunResult runColumns(const RunPlan &plan, Strategy &strategy, const BarColumns &bars, std::size_t firstRow,
                     std::size_t lastRow, const RunObserver &observer = {});
/// The same into a result whose memory is used again: a sweep hands back that of its last run.
void runColumns(const RunPlan &plan, Strategy &strategy, const BarColumns &bars, std::size_t firstRow,
                std::size_t lastRow, RunResult &result, const RunObserver &observer = {});

} // namespace bellwether
