#pragma once

#include "core/domain/bar.h"
#include "core/domain/quote.h"
#include "core/sim/costschedule.h"
#include "core/sim/workingorder.h"

namespace bellwether {

/// A price at which data lets an order fill. Takers pay spread and slippage on top, never beyond a limit.
struct FillChance {
    Price price;
    Liquidity liquidity = Liquidity::Taker;
    bool isStop = false; ///< by a stop order, which in a bar comes before limits
};

/// Whether a limit order needs the market to trade beyond its price, or only to touch it.
enum class LimitFill { AtTouch, Through };

/// What the opening price of a bar fills: market orders, stops that were gapped through, limits that are better at the
/// open; each at the open.
std::optional<FillChance> chanceAtOpen(WorkingOrder &order, Price open);
/// What the path inside the bar fills: stops at their stop, limits at their limit. A stop-limit whose stop is reached
/// inside the bar fills at the stop where its limit allows that, else at its limit where the close proves that the price
/// came back; a triggered one is marked so.
std::optional<FillChance> chanceInside(WorkingOrder &order, const Bar &bar, LimitFill rule);
/// What is left of the bar for a stop or target that an entry inside the bar armed, at its worst: the price may have run
/// through the stop after the entry, and reached the target only where the entry's own trigger (the way to the extreme
/// led through it) or else the close proves it.
std::optional<FillChance> chanceAfterEntry(WorkingOrder &order, const Bar &bar, LimitFill rule);
/// Buys at the ask, sells at the bid; stops are triggered by the side they trade at. Nothing on a crossed or empty side.
std::optional<FillChance> chanceAtQuote(WorkingOrder &order, const Quote &quote);
/// At the price of the print; a limit that has rested fills at its limit. With `isLimitOnly` (instruments that have
/// quotes) a print fills resting limits and nothing else.
std::optional<FillChance> chanceAtTrade(WorkingOrder &order, Price price, LimitFill rule, bool isLimitOnly);

} // namespace bellwether
