#pragma once

#include "core/backtest/runreport.h"

namespace bellwether {

/// The report as the JSON document of docs/cli.md. Times are ISO 8601 in UTC; figures that do not exist are null.
QByteArray reportJson(const RunReport &report, bool hasEquity = true);
/// One row per closed trade, with the names of the JSON fields as header.
QByteArray tradesCsv(const RunReport &report);
/// `time,equity`, one row per bar.
QByteArray equityCsv(const RunReport &report);
/// The summary that a person reads: what was run, the figures in three columns, what to be careful about.
QString reportText(const RunReport &report);

} // namespace bellwether
