#pragma once

#include "core/backtest/eventrun.h"

namespace bellwether {

/// Whether runBrackets() gives what runEvents() gives for the setup: one strategy in one instrument at a venue that fills
/// whole orders, and no limit on the rate of orders that bars could reach.
bool isBracketable(const EventSetup &setup);

/// The run of one strategy in one instrument under the rules of the engine as a state machine on columns: sizing, the
/// risk gate, stops and targets inside the bar, time stops, square-off, the daily-loss latch and all costs. Only decisions,
/// fills and days cost more than a comparison and the mark of a bar. A test holds it equal to runEvents() on random runs.
///
/// All-in sizing, which the engine does not know, puts the money of the moment behind each entry; `plan.end` closes what
/// is open after the last bar at its close. Fault where the setup is not bracketable or an amount overflows.
RunResult runBrackets(const EventSetup &setup, Strategy &strategy, const RunLeg &leg, const RunObserver &observer = {});

} // namespace bellwether
