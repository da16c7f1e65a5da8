#pragma once

#include "core/backtest/runreport.h"

namespace bellwether {

/// The charts of a report as inline SVG: well-formed XML whose colours are CSS classes of the page around it
/// (`axis`, `grid`, `equity`, `benchmark`, `peak`, `fall`, `gain`, `loss`, `mark`). Empty text where there is nothing to
/// draw. Curves show about 1,500 marks with their extremes.

/// Equity with its running peak and the benchmark, and under it the drawdown on the same time axis.
QString equitySvg(const RunReport &report);
/// Daily returns in classes, with VaR 95 %.
QString returnHistogramSvg(const RunReport &report);
/// Result of each trade against how far it went against us (MAE) and for us (MFE), in percent of the entry's value; up to
/// 2,000 trades, evenly picked.
QString excursionSvg(const RunReport &report);
/// Sharpe ratio, volatility and beta over rolling three months.
QString rollingSvg(const RunReport &report);

} // namespace bellwether
