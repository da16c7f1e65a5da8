#pragma once

#include "core/backtest/runplan.h"
#include "core/backtest/runprogress.h"
#include "core/backtest/runresult.h"
#include "core/engine/tradingengine.h"
#include "core/sim/simbroker.h"
#include "core/strategy/strategy.h"

namespace bellwether {

/// A run through the engine that trades live: its configuration and that of the simulated venue. Starting cash, mode
/// and calendar come from the plan.
struct EventSetup {
    RunPlan plan;
    EngineConfig engine;
    SimBrokerSettings venue;
};

/// The setup that does what runColumns() does: no limits but the money, no stops, costs as in the plan. Fault for all-in,
/// which the engine does not know.
EventSetup plainSetup(const RunPlan &plan, const StrategyInfo &info);
/// The desk's own rules: risk sizing within `limits`, stops and targets, time stops and the schedule of the strategy's
/// category. `plan.fill` decides the timing, `venue` the costs.
EventSetup deskSetup(const RunPlan &plan, const StrategyInfo &info, const RiskLimits &limits, SimBrokerSettings venue);

/// Runs bar by bar through TradingEngine and SimBroker, inline and without a journal. For each bar the venue matches
/// first, then the strategy sees it, and its signal is approved at once. Rows before firstRow warm the strategy and the
/// engine's day figures. Positions open after the last bar stay open, whatever `plan.end` says.
RunResult runEvents(const EventSetup &setup, Strategy &strategy, const BarColumns &bars, std::size_t firstRow,
                    std::size_t lastRow, const RunObserver &observer = {});

} // namespace bellwether
