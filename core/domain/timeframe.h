#pragma once

#include "core/base/result.h"
#include "core/base/timestamp.h"

#include <array>

namespace bellwether {

/// Interval of a bar.
enum class Timeframe { M1, M5, M15, M30, H1, H4, D1, W1 };

inline constexpr std::array allTimeframes{Timeframe::M1,  Timeframe::M5, Timeframe::M15, Timeframe::M30,
                                          Timeframe::H1, Timeframe::H4, Timeframe::D1,  Timeframe::W1};

/// Nominal length; a day or week with sessions trades for less of it.
Duration durationOf(Timeframe timeframe);
/// `1m`, `5m`, `15m`, `30m`, `1h`, `4h`, `1d`, `1w`.
QString toString(Timeframe timeframe);
/// Errors: InvalidArgument naming the accepted words.
Result<Timeframe> parseTimeframe(QStringView text);
constexpr bool isIntraday(Timeframe timeframe) { return timeframe < Timeframe::D1; }

} // namespace bellwether
