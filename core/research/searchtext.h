#pragma once

#include "core/research/searchreport.h"

namespace bellwether {

/// The documented JSON of `optimise` (docs/cli.md).
QByteArray searchJson(const SearchReport &report);
/// One line per run: parameters, then figures, best first.
QByteArray searchCsv(const SearchReport &report);
/// For people: the best `rows` runs, the plateau and how much of it may be luck.
QString searchText(const SearchReport &report, std::size_t rows);
/// `fast 9, slow 21`: the searched parameters of a trial.
QString pointText(const SearchSpace &space, const SearchPoint &point);

} // namespace bellwether
