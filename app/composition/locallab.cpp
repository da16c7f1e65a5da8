#include "app/composition/locallab.h"

#include "app/composition/labvalues.h"
#include "app/composition/preparedbacktest.h"
#include "app/composition/runchecks.h"
#include "core/backtest/reporthtml.h"
#include "core/backtest/reportjson.h"
#include "core/backtest/reportpdf.h"
#include "core/base/threadpriority.h"

#include <QSaveFile>

#include <chrono>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr auto progressEvery = std::chrono::milliseconds(50);
constexpr std::size_t progressPoints = 1'500; ///< about as many as a screen has columns
constexpr std::size_t reportsKept = 8;

double secondsSince(SteadyClock::time_point start) { return std::chrono::duration<double>(SteadyClock::now() - start).count(); }

QByteArray written(const RunReport &report, LabFormat format)
{
    switch (format) {
    case LabFormat::Json: return reportJson(report);
    case LabFormat::TradesCsv: return tradesCsv(report);
    case LabFormat::EquityCsv: return equityCsv(report);
    case LabFormat::Html: return reportHtml(report);
    case LabFormat::Pdf: return reportPdf(report);
    }
    return {};
}

} // namespace

LocalLab::LocalLab(const Profile &profile, const Settings &settings)
    : m_base{.barStorePath = profile.barStorePath(), .settings = settings}, m_runStorePath(profile.runStorePath()),
      m_searchFolder(profile.folder + u"/searches"_s), m_catalogue(std::make_shared<LabCatalogue>())
{
    m_pool.setObjectName(u"lab"_s);
    m_pool.setMaxThreadCount(2); // a run and an export; a search brings its own threads
}

LocalLab::~LocalLab()
{
    for (const auto &[id, job] : m_jobs)
        job->isCancelled = true;
    m_pool.waitForDone();
}

void LocalLab::refreshCatalogue()
{
    m_pool.start([this, path = m_base.barStorePath] {
        post([this, catalogue = std::make_shared<const LabCatalogue>(readLabCatalogue(path))] {
            m_catalogue = catalogue;
            Q_EMIT catalogueChanged(catalogue);
        });
    });
}

LabJobId LocalLab::start(std::function<void(const JobPtr &)> work)
{
    const auto job = std::make_shared<Job>();
    job->id = ++m_lastJob;
    m_jobs.emplace(job->id, job);
    m_pool.start([this, job, work = std::move(work)] {
        lowerThreadPriority();
        try {
            work(job);
        } catch (const std::exception &exception) {
            fail(job, {ErrorCode::BadData, QString::fromUtf8(exception.what())});
        }
        post([this, id = job->id] { m_jobs.erase(id); });
    });
    return job->id;
}

LabJobId LocalLab::startRun(const LabRequest &request)
{
    return start([this, request](const JobPtr &job) { run(job, request); });
}

void LocalLab::cancel(LabJobId job)
{
    if (const auto found = m_jobs.find(job); found != m_jobs.end())
        found->second->isCancelled = true;
}

void LocalLab::fail(const JobPtr &job, const Error &error)
{
    post([this, id = job->id, failure = labFailureOf(error)] { Q_EMIT failed(id, failure); });
}

RunObserver LocalLab::observerOf(const JobPtr &job)
{
    return [this, job, begun = SteadyClock::now(), told = SteadyClock::time_point()](const RunProgress &progress) mutable {
        if (const auto now = SteadyClock::now(); now - told >= progressEvery) {
            told = now;
            auto value = std::make_shared<LabProgress>();
            *value = {job->id, std::int64_t(progress.done), std::int64_t(progress.total), secondsSince(begun),
                      thinnedCurve(progress.markTime, progress.equity, progressPoints)};
            post([this, value = LabProgressPtr(value)] { Q_EMIT runProgressed(value); });
        }
        return !job->isCancelled;
    };
}

void LocalLab::run(const JobPtr &job, const LabRequest &request)
{
    const auto prepared = prepareBacktest(backtestRequestOf(request, m_base));
    if (!prepared)
        return fail(job, prepared.error());
    if (job->isCancelled)
        return fail(job, {ErrorCode::Cancelled, u"the run was cancelled"_s});
    auto finished = runPrepared(*prepared, prepared->parameters, observerOf(job));
    if (!finished)
        return fail(job, finished.error());
    const auto checks = request.checks.isEmpty() ? Result<QStringList>() : runChecks(request.checks, *prepared);
    if (!checks)
        return fail(job, checks.error());
    finished->badges += *checks;
    const auto report = std::make_shared<const RunReport>(*std::move(finished));
    const auto value = std::make_shared<const LabReport>(labReportOf(job->id, request, prepared->legs, report));
    finish(job, report, value);
    keep(job, *report);
}

void LocalLab::finish(const JobPtr &job, const std::shared_ptr<const RunReport> &report, const LabReportPtr &value)
{
    post([this, id = job->id, report, value] {
        m_reports.emplace(id, report);
        if (m_reports.size() > reportsKept)
            m_reports.erase(m_reports.begin());
        Q_EMIT runFinished(id, value);
    });
}

LabJobId LocalLab::exportRun(LabJobId run, LabFormat format, const QString &path)
{
    const auto found = m_reports.find(run);
    const auto report = found == m_reports.end() ? nullptr : found->second;
    return start([this, report, format, path](const JobPtr &job) {
        if (!report)
            return fail(job, {ErrorCode::NotFound, u"that run is no longer held; run it again"_s});
        QSaveFile file(path);
        const QByteArray bytes = written(*report, format);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
            return fail(job, {ErrorCode::FileUnwritable, u"%1: %2"_s.arg(path, file.errorString())});
        post([this, id = job->id, path] { Q_EMIT exported(id, path); });
    });
}

} // namespace bellwether
