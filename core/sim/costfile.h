#pragma once

#include "core/sim/costschedule.h"

#include <QByteArray>

namespace bellwether {

/// Reads a schedule from JSON: `{"title": …, "lines": [{"kind": "brokerage", "rate": "0.0003", "order_max": "20"}, …]}`.
/// A line has `kind`; `rate`, or `buy_rate` and `sell_rate`; `per_order`, `order_max`, `rounded_to` as amounts;
/// `liquidity` (`maker`, `taker`) where it is for such fills only; and `of`, a list of kinds, where it is a tax on lines
/// above it. Numbers are decimal text. Errors: BadData naming `file`, the line and what was expected.
Result<CostSchedule> readCostFile(const QByteArray &json, const QString &file);

} // namespace bellwether
