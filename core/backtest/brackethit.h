#pragma once

#include "core/backtest/bracketaccount.h"

#include <optional>

namespace bellwether {

/// The fill of a stop or target.
struct BracketHit {
    FillChance chance;
    Timestamp time;
    ExitReason reason = ExitReason::Stop;
    OrderRole role = OrderRole::StopLoss;
};

/// What closes the holding in the bar of `row`, which opened at `openedAt`; none where the bar meets neither its stop nor
/// its target. A gap beyond a level fills at the open. Inside the bar the stop comes first, unless the leg has shorter bars
/// that say otherwise: they are gone through one by one, and tell the moment. The holding has rested afterwards.
std::optional<BracketHit> bracketHit(BracketHolding &holding, const RunLeg &leg, std::size_t row, Timestamp openedAt);

} // namespace bellwether
