#pragma once

#include "core/backtest/entryjudge.h"
#include "core/backtest/exitdeadline.h"
#include "core/sim/fillrules.h"

namespace bellwether {

/// An entry that was decided on.
struct BracketEntry {
    Side side = Side::Buy;
    Quantity quantity;   ///< zero for all-in: decided at the fill
    EntryLevels levels;
    ReasonList reasons;
};

/// What a run on columns holds: one position with its stop and target.
struct BracketHolding {
    Side side = Side::Buy;
    Quantity quantity;   ///< zero when flat
    Price price;
    Money notional;
    Money fee;
    Timestamp openedAt;
    std::size_t row = 0;
    double equityBefore = 0;
    double moneyAtRisk = std::numeric_limits<double>::quiet_NaN();
    std::uint32_t reasonFirst = 0;
    std::uint32_t reasonCount = 0;
    EntryLevels levels;
    Price target;                 ///< that it was entered with
    bool hasMovedStop = false;
    bool hasRested = false;       ///< stop and target were there during an earlier bar
    std::size_t deadline = ExitDeadline::never; ///< the bar after which time closes it
};

/// The money of a run on columns under the rules of the engine, and the one position that it holds: fills cost what the
/// venue charges and worsens, and what is closed becomes a round trip of the result.
class BracketAccount {
public:
    /// All but the plan's capital outlive the object.
    BracketAccount(const EventSetup &setup, const StrategyId &strategy, const Instrument &instrument, const RunLeg &leg, RunResult &result);

    const Money &cash() const { return m_cash; }
    bool isFlat() const { return m_holding.quantity.isZero(); }
    const BracketHolding &holding() const { return m_holding; }
    BracketHolding &holding() { return m_holding; }
    Money equityAt(Price price) const;
    /// Average price of what is held, as the engine's portfolio has it.
    Price averagePrice() const;
    /// Strictly less than all the money buys so much at that price; zero for less than the least order.
    Quantity allInSize(Side side, Price reference) const;

    void enter(const BracketEntry &entry, Quantity quantity, std::size_t row, Price reference, Timestamp time);
    void exit(std::size_t row, const FillChance &chance, Timestamp time, ExitReason reason, OrderRole role);
    /// Writes what is left and what it all cost into the result.
    void finish(Price last);

private:
    void charge(const WorsenedPrice &price, Quantity quantity, const CostBreakdown &fees);

    const EventSetup &m_setup;
    const Instrument &m_instrument;
    const CostSchedule &m_schedule;
    const BarColumns &m_bars;
    const std::size_t m_first;
    RunResult &m_result;
    Money m_cash;
    BracketHolding m_holding;
    CostBreakdown m_costs;
};

} // namespace bellwether
