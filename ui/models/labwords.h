#pragma once

#include "core/analytics/roundtrip.h"

namespace bellwether {

/// How a trade was closed, in the language of the window: `time stop`.
QString exitWords(ExitReason reason);
/// The name that reports give to a kind of cost, a way of closing a trade, a reason why an entry was not made
/// (`short_not_possible`) or a badge, in words; one that has none is shown as it is, without underscores.
QString labWords(const QString &name);
/// `Jan` for 1, short enough for the column of a map.
QString monthName(int month);

} // namespace bellwether
