#pragma once

#include "core/backtest/jsonwriter.h"
#include "core/backtest/runreport.h"

namespace bellwether {

/// What a JSON report leaves out.
struct JsonParts {
    bool hasCurves = true;
    std::size_t marksMax = std::numeric_limits<std::size_t>::max();
    bool isKept = false; ///< without what is worked out again from the rest when it is written next
};

/// The member `metrics`: every figure in its columns, and the tables.
void writeMetrics(JsonWriter &json, const RunReport &report, const JsonParts &parts);

} // namespace bellwether
