#pragma once

#include "core/backtest/runreport.h"

namespace bellwether {

/// The report as the JSON document of docs/report-json.md, without the curves and the days where `hasEquity` is false.
QByteArray reportJson(const RunReport &report, bool hasEquity = true);
/// The same to be kept: curves of more than 20,000 marks thinned around their extremes (shownMarks), and without what
/// reportJson() works out again from the rest.
QByteArray keptReportJson(const RunReport &report);
/// One row per closed trade, with the names of the JSON fields as header.
QByteArray tradesCsv(const RunReport &report);
/// `time,equity`, one row per bar.
QByteArray equityCsv(const RunReport &report);
/// The summary that a person reads: what was run, the figures in three columns, what to be careful about.
QString reportText(const RunReport &report);

} // namespace bellwether
