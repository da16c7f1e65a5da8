#pragma once

#include "core/backtest/runreport.h"

namespace bellwether {

/// The report for print: headline, equity with drawdown, months, every figure, tables, and the first 5,000 trades. Works
/// without a display.
QByteArray reportPdf(const RunReport &report);

} // namespace bellwether
