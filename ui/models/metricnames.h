#pragma once

#include "core/analytics/metrictable.h"

#include <QString>

namespace bellwether {

/// The title of a figure in the language of the window.
QString metricName(const MetricSpec &metric);

} // namespace bellwether
