#pragma once

#include "core/backtest/runreport.h"

namespace bellwether {

/// The whole report as one page that needs nothing beside it: charts as inline SVG, light or dark as the reader's system is,
/// no script and no address to fetch from, well-formed as XML. All text of names, notes and reasons is escaped. Lists the
/// first 5,000 trades and says so where there are more.
QByteArray reportHtml(const RunReport &report);

} // namespace bellwether
