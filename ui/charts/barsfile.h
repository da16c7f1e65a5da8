#pragma once

#include "core/domain/bar.h"
#include "core/domain/timeframe.h"

#include <QString>

namespace bellwether {

/// Bars as a file that `import` and the backtest read: `time,open,high,low,close,volume`; times are those of the opens in
/// milliseconds, of daily bars their day. Not for weekly ones. Returns what went wrong; empty where the whole file is
/// there. For any thread.
QString writeBars(const QString &path, const BarColumns &bars, Timeframe timeframe);

} // namespace bellwether
