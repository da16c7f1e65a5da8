#pragma once

#include "core/backtest/runreport.h"
#include "core/storage/runstore.h"

namespace bellwether {

/// Puts a finished run into the store, made now, and returns its id. A curve of more than 20,000 marks is thinned around
/// its extremes; days, trades and figures are kept as they are. Errors: those of RunStore.
Result<std::int64_t> keepRun(RunStore &store, const RunReport &report, const QString &note = {});

/// The report of a kept run. Errors: NotFound, StoreCorrupt, BadData (written by a version that this one cannot read).
Result<RunReport> openRun(const RunStore &store, std::int64_t id);

/// A run as it is named on the command line: the number of a kept one in the store at `storePath`, else the path of a
/// report in JSON. Errors: NotFound, FileUnreadable, BadData, those of RunStore.
Result<RunReport> loadRun(const QString &run, const QString &storePath);

/// The number of a kept run. Errors: InvalidArgument where the text is none.
Result<std::int64_t> parseRunId(const QString &text);

} // namespace bellwether
