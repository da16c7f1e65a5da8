#pragma once

#include "core/backtest/runreport.h"

namespace bellwether {

/// The report as the JSON document of docs/report-json.md, without the curve and the days where `hasEquity` is false, with
/// at most about `marksMax` marks of the curve (shownMarks).
QByteArray reportJson(const RunReport &report, bool hasEquity = true, std::size_t marksMax = std::numeric_limits<std::size_t>::max());
/// One row per closed trade, with the names of the JSON fields as header.
QByteArray tradesCsv(const RunReport &report);
/// `time,equity`, one row per bar.
QByteArray equityCsv(const RunReport &report);
/// The summary that a person reads: what was run, the figures in three columns, what to be careful about.
QString reportText(const RunReport &report);

} // namespace bellwether
