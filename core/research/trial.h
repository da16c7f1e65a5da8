#pragma once

#include "core/domain/money.h"
#include "core/research/searchspace.h"

#include <limits>

namespace bellwether {

/// One combination that was tried and what came of it.
struct Trial {
    SearchPoint point;
    bool isDone = false;
    Money finalEquity;
    std::int64_t trades = 0;        ///< closed round trips
    std::vector<double> metrics;    ///< those of Goal::metrics(), as exported; empty without a result
    double objective = std::numeric_limits<double>::quiet_NaN();
    bool isAccepted = false;        ///< has an objective and keeps every constraint

    bool hasResult() const { return !metrics.empty(); }
};

} // namespace bellwether
