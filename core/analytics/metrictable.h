#pragma once

#include "core/analytics/runfigures.h"

#include <QString>

#include <span>
#include <string_view>

namespace bellwether {

/// How a figure is counted. Share is a fraction that is shown and exported as percent (its key ends in `_pct`).
enum class MetricUnit { Count, Amount, Share, Number, Days, Seconds };

/// One figure of the report: its key in JSON, its title, the one definition (tooltip), and where it stands. Exactly one
/// of `account` and `trade` is set; an account figure exists in the column of all trades only.
struct MetricSpec {
    std::string_view key;
    std::string_view title;
    std::string_view definition;
    MetricUnit unit = MetricUnit::Number;
    double AccountFigures::*account = nullptr;
    double TradeFigures::*trade = nullptr;
};

/// Every figure in the order of the report.
std::span<const MetricSpec> metricTable();
/// What analyse() must work out for these figures of all trades.
FigureNeeds needsOf(std::span<const MetricSpec *const> metrics);
/// The value as exported: percent for shares. NaN where the column has no such figure.
double exportedValue(const MetricSpec &metric, const RunFigures &figures, TradeSide side);
/// The value as a person reads it: `12.34 %`, `n/a`, `no losses`, `41 d 3 h`.
QString displayText(const MetricSpec &metric, double exported);

} // namespace bellwether
