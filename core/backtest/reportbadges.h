#pragma once

#include "core/backtest/runreport.h"

namespace bellwether {

/// What should make a reader careful, each as `name: sentence`. The names do not change: `few trades`, `not significant`,
/// `one trade`, `zero cost`, `gaps`, `synthetic`, `survivorship`, `out of money`, `not enough money`, `open position`, `short`.
QStringList badgesOf(const RunReport &report, std::span<const RunLeg> legs);

/// Whether no bar of the tested period opens anywhere but at the close before it. Markets do not do that; data that was
/// computed does. False for fewer than 100 bars.
bool looksComputed(const RunLeg &leg);

} // namespace bellwether
