#pragma once

#include "core/backtest/runleg.h"
#include "core/backtest/runplan.h"
#include "core/backtest/runprogress.h"
#include "core/backtest/runresult.h"
#include "core/engine/tradingengine.h"
#include "core/sim/simbroker.h"

namespace bellwether {

/// A run through the engine that trades live: its configuration and that of the simulated venue. Starting cash, mode
/// and calendar come from the plan.
struct EventSetup {
    RunPlan plan;
    EngineConfig engine;
    SimBrokerSettings venue;
};

/// The setup that does what runColumns() does: no limits but the money, no stops but those of `plan.exits`, costs as in
/// the plan.
EventSetup plainSetup(const RunPlan &plan);
/// The desk's own rules: risk sizing within `limits`, stops and targets, time stops and the schedule of the strategy's
/// category. `plan.fill` decides the timing, `venue` the costs.
EventSetup deskSetup(const RunPlan &plan, std::span<const RunStrategy> strategies, const RiskLimits &limits, SimBrokerSettings venue);

/// The sessions that the orders of a leg keep. A daily bar arrives at the end of its session, where an intraday order would
/// be refused; such runs keep none.
const ExchangeCalendar &sessionsOf(const RunPlan &plan, const RunLeg &leg);

/// A strategy at work on one leg of a run. The object is used by one run and serves one instrument.
struct RunActor {
    Strategy *strategy = nullptr;
    std::uint16_t leg = 0;
    std::uint16_t index = 0;  ///< which of the run's strategies
};

/// Runs bar by bar through TradingEngine and SimBroker, inline and without a journal, all legs on one account and one
/// clock. For each bar the venue matches first, then the strategies of its leg see it in their order, and their signals are
/// approved at once. Rows before a leg's firstRow warm its strategies and the engine's day figures. Positions open after
/// the last bar stay open, whatever `plan.end` says. Fault without legs, for a leg without rows, and for all-in, which
/// the engine does not know.
RunResult runEvents(const EventSetup &setup, std::span<const RunLeg> legs, std::span<const RunActor> actors,
                    const RunObserver &observer = {});
/// One strategy on the plan's instrument.
RunResult runEvents(const EventSetup &setup, Strategy &strategy, const BarColumns &bars, std::size_t firstRow,
                    std::size_t lastRow, const RunObserver &observer = {});

} // namespace bellwether
