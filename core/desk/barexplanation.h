#pragma once

#include "core/desk/desksnapshot.h"

namespace bellwether {

/// What one strategy saw when a bar closed, how far it came, and the first gate that stopped it.
struct StrategyVerdict {
    enum class Gate {
        NoBars,     ///< none of its timeframe had closed by then
        WarmUp,     ///< it decides later: `detail` counts the bars, `12 of 35`
        Conditions, ///< no side had all of its conditions met
        Schedule,   ///< all met at a bar that its category does not decide on
        Before,     ///< stopped before the queue; `detail` is the cause as DeskCounters::droppedSignals names it
        Queue,      ///< waited for approval and was not given it; `state` and `detail` tell
        Risk,       ///< approved and refused by the risk gate; `detail` names the rule
        Waiting,    ///< still in the queue
        Ordered,    ///< nothing stopped it
        NotKnown,   ///< all met, but the desk did not run then or has forgotten
    };
    struct SideView {
        Side side = Side::Buy;
        std::vector<ReasonText> conditions;
    };
    StrategyId strategy;
    Timeframe timeframe = Timeframe::M1;
    Timestamp barClose;            ///< of its last bar in the span; of the one that raised the signal where one did
    std::vector<SideView> sides;   ///< buy and sell; empty without bars and during the warm-up
    std::optional<Side> raised;    ///< the side with every condition met
    SignalState state = SignalState::Pending; ///< of the signal in the queue
    Gate gate = Gate::NoBars;
    QString detail;
};

/// What every strategy of an instrument saw at the bars that closed in (after, upTo].
struct BarExplanation {
    quint64 command = 0;
    InstrumentId instrument;
    Timestamp after;
    Timestamp upTo;
    std::vector<StrategyVerdict> verdicts; ///< in the order the strategies run
};

} // namespace bellwether
