#pragma once

#include "core/lab/labcatalogue.h"
#include "core/lab/labmontecarlo.h"
#include "core/lab/labpreset.h"
#include "core/lab/labruns.h"
#include "core/lab/labsearch.h"
#include "core/lab/labwalkforward.h"

#include <QObject>

namespace bellwether {

using LabCataloguePtr = std::shared_ptr<const LabCatalogue>;

/// What a finished run can be written as.
enum class LabFormat { Json, TradesCsv, EquityCsv, Html, Pdf };
/// `json`, `csv`, `html`, `pdf`.
QString fileEndingOf(LabFormat format);

/// Research as the window sees it: requests in words go in, values come out. Lives on the thread of its user; every
/// command returns at once and its work is done elsewhere. Each job ends with exactly one of its finished signal and
/// failed(), which after cancel() has the code Cancelled.
class Laboratory : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// What can be run; empty before the first catalogueChanged(), never null.
    virtual LabCataloguePtr catalogue() const = 0;
    /// Looks again what the history store has. Answered by catalogueChanged().
    virtual void refreshCatalogue() = 0;

    /// Runs one backtest and keeps it. Answered by runProgressed(), at most 20 times a second, and runFinished().
    virtual LabJobId startRun(const LabRequest &request) = 0;
    /// Makes the many runs of a preset. Answered by presetProgressed() and presetFinished().
    virtual LabJobId startPreset(const LabPresetRequest &request) = 0;
    /// Draws paths from a run of this session. Answered by monteCarloFinished().
    virtual LabJobId startMonteCarlo(const LabMonteCarloRequest &request) = 0;
    /// Tries combinations of parameters. Answered by searchProgressed(), at most 20 times a second, and searchFinished(),
    /// which after cancel() has the runs made until then.
    virtual LabJobId startSearch(const LabSearchRequest &request) = 0;

    /// Searches window after window and trades each winner over the bars after it. Answered by walkForwardProgressed() and
    /// walkForwardFinished(), which after cancel() has the windows made until then.
    virtual LabJobId startWalkForward(const LabWalkForwardRequest &request) = 0;

    /// Looks what runs are kept. Answered by runsListed().
    virtual void refreshRuns() = 0;
    /// Brings a kept run back into this session. Answered by runFinished().
    virtual LabJobId openRun(std::int64_t id) = 0;
    /// Answered by comparisonMade().
    virtual LabJobId compareRuns(const std::vector<std::int64_t> &ids) = 0;
    /// Removes all of them, or none. Answered by runsListed() or failed().
    virtual LabJobId deleteRuns(const std::vector<std::int64_t> &ids) = 0;

    /// Ends a job that is going on; no effect on one that has ended.
    virtual void cancel(LabJobId job) = 0;
    /// Writes a run of this session to a file, whole or not at all. Answered by exported() or failed().
    virtual LabJobId exportRun(LabJobId run, LabFormat format, const QString &path) = 0;

Q_SIGNALS:
    void catalogueChanged(bellwether::LabCataloguePtr catalogue);
    void runProgressed(bellwether::LabProgressPtr progress);
    void runFinished(bellwether::LabJobId job, bellwether::LabReportPtr report);
    void presetProgressed(bellwether::LabJobId job, int done, int total);
    void presetFinished(bellwether::LabJobId job, bellwether::LabPresetPtr table);
    void monteCarloFinished(bellwether::LabJobId job, bellwether::LabMonteCarloPtr result);
    void searchProgressed(bellwether::LabSearchProgressPtr progress);
    void searchFinished(bellwether::LabJobId job, bellwether::LabSearchPtr search);
    /// `share` of the search in window number `window` (from 0) is done.
    void walkForwardProgressed(bellwether::LabJobId job, int window, int windows, double share);
    void walkForwardFinished(bellwether::LabJobId job, bellwether::LabWalkForwardPtr test);
    /// Kept runs, the newest first; after refreshRuns() and whenever a finished run was kept.
    void runsListed(bellwether::LabKeptRunsPtr runs);
    void comparisonMade(bellwether::LabJobId job, bellwether::LabComparisonPtr comparison);
    void exported(bellwether::LabJobId job, const QString &path);
    void failed(bellwether::LabJobId job, const bellwether::LabFailure &failure);
};

} // namespace bellwether
