#pragma once

#include <QStringList>

#include <utility>
#include <vector>

namespace bellwether {

/// What a shipped strategy decides on, as a chart takes it (`ema:9`), with its parameters filled in; empty for one that
/// decides on no indicator that a chart can draw, or is not known. `parameters` may be those of several strategies, with
/// names such as `ema_crossover.fast`.
QStringList indicatorsOf(const QString &strategy, const std::vector<std::pair<QString, double>> &parameters);

} // namespace bellwether
