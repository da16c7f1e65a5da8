#pragma once

#include "app/bellwether-cli/verb.h"
#include "core/backtest/runreport.h"

namespace bellwether::cli {

/// Files that a report can be written to; empty names are not.
struct ReportFiles {
    std::string report, html, pdf, trades, equity;
    bool hasNoEquity = false;

    bool isEmpty() const { return report.empty() && html.empty() && pdf.empty() && trades.empty() && equity.empty(); }
};

/// Adds --report, --html, --pdf, --trades, --equity and --no-equity; `files` outlives the verb.
void addReportFileOptions(CLI::App &verb, ReportFiles &files);
/// Writes all of them or none: each is complete on disk beside its name before the first is put in its place. Errors:
/// FileUnwritable.
Result<void> writeReportFiles(const ReportFiles &files, const RunReport &report);

} // namespace bellwether::cli
