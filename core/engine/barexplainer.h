#pragma once

#include "core/desk/barexplanation.h"
#include "core/engine/strategyhost.h"

namespace bellwether {

class SignalDesk;
class DeskState;

/// Feeds a fresh strategy the bars up to the span (after, upTo] and says what it saw there: the last bar of the span, or
/// the last one that raised a signal. Where one was raised the gate is NotKnown (or Schedule) until nameGate().
/// Takes time in proportion to the bars; any thread.
StrategyVerdict verdictOf(StrategyHost::Slot slot, const BarColumns &bars, Timestamp after, Timestamp upTo);

/// Looks up what became of the signal that `verdict` raised; on the engine's thread. Others are left as they are.
void nameGate(StrategyVerdict &verdict, const InstrumentId &instrument, const DeskState &state, const SignalDesk &desk);

} // namespace bellwether
