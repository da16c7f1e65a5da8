#pragma once

#include "core/backtest/dayturnover.h"
#include "core/backtest/eventrun.h"
#include "core/risk/riskview.h"

namespace bellwether {

/// Stop and target of an entry; zero where it has none.
struct EntryLevels {
    Price stop;
    Price target;
};

/// What the engine asks of a signal before it becomes an entry, for a run on columns that holds nothing else: its levels,
/// its size, and whether the risk gate lets it pass.
class EntryJudge {
public:
    /// Setup, instrument and leg outlive the object.
    EntryJudge(const EventSetup &setup, const StrategyId &strategy, const Instrument &instrument, const RunLeg &leg);

    /// The close is not on the tick, or the strategy's reference was another price, so that approval would come too late.
    bool drifts(std::size_t row, const TradeSignal &signal) const;
    EntryLevels levelsOf(const TradeSignal &signal) const;
    /// Zero where it comes to less than a lot. `closed` are the trades so far.
    Quantity size(const TradeSignal &signal, const EntryLevels &levels, const Money &equity, std::span<const RoundTrip> closed);
    /// What forbids it after the bar of that row; rows are asked in ascending order.
    std::optional<Denial> denial(std::size_t row, const TradeSignal &signal, const EntryLevels &levels, Quantity quantity, const Money &equity,
                                 bool isHalted);

private:
    Price priceOf(const TradeSignal &signal) const { return m_instrument.roundToTick(signal.referencePrice, Rounding::Nearest); }
    double kellyShare(std::span<const RoundTrip> closed);

    const RunPlan &m_plan;
    const EngineConfig &m_engine;
    const RiskLimits &m_limits;
    const Instrument &m_instrument;
    const StrategyId m_strategy;
    const BarColumns &m_bars;
    const ExchangeCalendar &m_sessions;
    DayTurnover m_turnover;
    KellyRecord m_kelly;           ///< of the first `m_kellyCounted` trades
    std::size_t m_kellyCounted = 0;
};

} // namespace bellwether
