#pragma once

#include "core/backtest/runreport.h"

namespace bellwether {

/// Reads what reportJson() wrote. The figures are those of the document, not worked out again; of the curve there is what
/// the document has, and reasons have the six digits of their text. Errors: BadData with one line that names the field, such as
/// `trades[3].entry_time: expected a time`. Members that are not known are passed over, and those that an earlier version
/// did not write stay empty; summary with capital and final equity, and trades are needed.
Result<RunReport> readReport(QByteArrayView json);

} // namespace bellwether
