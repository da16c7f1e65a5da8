#pragma once

#include "core/backtest/runreport.h"

namespace bellwether {

/// What should make a reader careful, each as `name: sentence`. The names do not change: `few trades`, `not significant`,
/// `one trade`, `zero cost`, `gaps`, `synthetic`, `survivorship`, `out of money`, `not enough money`, `open position`, `short`, `no trade`.
QStringList badgesOf(const RunReport &report, std::span<const RunLeg> legs);

/// What became of the signals of a run that traded nothing: `no signal`, or `12 signals (9 × short not possible, 3 × daily
/// loss)`, the most frequent first.
QString entriesNotMade(std::size_t signalCount, const std::map<std::string, std::size_t> &denied);

/// Whether no bar of the tested period opens anywhere but at the close before it. Markets do not do that; data that was
/// computed does. False for fewer than 100 bars.
bool looksComputed(const RunLeg &leg);

} // namespace bellwether
