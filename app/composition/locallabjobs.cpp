#include "app/composition/locallab.h"

#include "app/composition/backtestpresets.h"
#include "app/composition/labkept.h"
#include "app/composition/labvalues.h"
#include "app/composition/montecarlojob.h"
#include "app/composition/runarchive.h"
#include "core/storage/barstore.h"

using namespace Qt::StringLiterals;

// Paths of runs, and the runs that are kept.
namespace bellwether {

namespace {

/// A number of a form; `fallback` where it is empty.
Result<double> numberOf(const QString &option, const QString &text, double fallback, double least, double most)
{
    if (text.trimmed().isEmpty())
        return fallback;
    bool isNumber = false;
    const double value = text.trimmed().toDouble(&isNumber);
    if (!isNumber || !(value >= least && value <= most))
        return failure(ErrorCode::OutOfRange, u"--%1 '%2': expected %3 to %4"_s.arg(option, text).arg(least, 0, 'g', 10).arg(most, 0, 'g', 10));
    return value;
}

Result<MonteCarloSettings> settingsOf(const LabMonteCarloRequest &request)
{
    MonteCarloSettings settings;
    const auto method = parsePathMethod(request.method.isEmpty() ? u"bootstrap"_s : request.method);
    const auto paths = numberOf(u"paths"_s, request.paths, 10'000, 1, 1'000'000);
    const auto seed = numberOf(u"seed"_s, request.seed, 1, 0, 9e15);
    const auto ruin = numberOf(u"ruin"_s, request.ruin, 50, 0.1, 99.9);
    if (!method)
        return failure(method.error());
    for (const auto *number : {&paths, &seed, &ruin}) {
        if (!*number)
            return failure(number->error());
    }
    settings.method = *method;
    settings.paths = std::size_t(*paths);
    settings.seed = std::uint64_t(*seed);
    settings.ruinLoss = *ruin / 100;
    return settings;
}

/// Bars of the instruments of a kept run, as far as the history store has them.
std::vector<RunLeg> legsOf(const RunReport &report, const QString &barStorePath)
{
    std::vector<RunLeg> legs;
    const auto store = BarStore::open(barStorePath);
    for (std::size_t i = 0; i < report.instruments.size(); ++i) {
        RunLeg leg{.instrument = report.instruments[i]};
        auto bars = std::make_shared<BarColumns>();
        if (store) {
            const Duration length = durationOf(report.plan.timeframe);
            if (auto loaded = (*store)->loadOrDerive(leg.instrument.id, report.plan.timeframe, report.data.from, report.data.to + length))
                *bars = *std::move(loaded);
        }
        leg.lastRow = bars->size();
        leg.bars = std::move(bars);
        legs.push_back(std::move(leg));
    }
    return legs;
}

Result<std::vector<KeptRun>> rowsOf(const RunStore &store, const std::vector<std::int64_t> &ids)
{
    std::vector<KeptRun> rows;
    for (const std::int64_t id : ids) {
        auto row = store.run(id);
        if (!row)
            return failure(row.error());
        rows.push_back(*std::move(row));
    }
    return rows;
}

} // namespace

LabJobId LocalLab::startMonteCarlo(const LabMonteCarloRequest &request)
{
    const auto found = m_reports.find(request.run);
    const auto report = found == m_reports.end() ? nullptr : found->second;
    return start([this, request, report](const JobPtr &job) {
        if (!report)
            return fail(job, {ErrorCode::NotFound, u"that run is no longer held; run it again"_s});
        auto settings = settingsOf(request);
        if (!settings)
            return fail(job, settings.error());
        settings->isCancelled = &job->isCancelled;
        const auto made = runMonteCarlo(sourceOf(*report), *settings);
        if (!made)
            return fail(job, made.error());
        auto value = std::make_shared<LabMonteCarlo>();
        *value = {request.run, made->settings.method, made->settings.seed, made->settings.ruinLoss, made->settings.blockLength,
                  made->samples, made->historicalDrawdown, made->currency, made->result, made->seconds};
        post([this, id = job->id, value = LabMonteCarloPtr(value)] { Q_EMIT monteCarloFinished(id, value); });
    });
}

LabJobId LocalLab::startPreset(const LabPresetRequest &request)
{
    return start([this, request](const JobPtr &job) {
        const auto preset = parseBacktestPreset(request.preset);
        if (!preset)
            return fail(job, preset.error());
        const auto tell = [this, job](std::size_t done, std::size_t total) {
            post([this, id = job->id, done, total] { Q_EMIT presetProgressed(id, int(done), int(total)); });
        };
        const auto made = runPreset(*preset, backtestRequestOf(request.run, m_base), tell, [job] { return job->isCancelled.load(); });
        if (!made)
            return fail(job, made.error());
        auto value = std::make_shared<LabPreset>();
        *value = {request, made->currency, made->capital, {}, made->notes, made->seconds};
        for (const PresetRow &row : made->rows) {
            value->rows.push_back({row.month, row.instrument, row.strategy, toString(row.timeframe), std::int64_t(row.trades), row.finalEquity,
                                   row.returnShare, row.buyAndHold, row.drawdownMax, row.sharpe, row.profitFactor, row.winRate, row.costs,
                                   std::int64_t(row.signalCount), {}});
            for (const auto &[reason, count] : row.denied)
                value->rows.back().denied.push_back({QString::fromStdString(reason), std::int64_t(count)});
        }
        post([this, id = job->id, value = LabPresetPtr(value)] { Q_EMIT presetFinished(id, value); });
    });
}

void LocalLab::listRuns(const RunStore &store)
{
    const auto runs = store.list();
    if (!runs)
        return;
    auto list = std::make_shared<std::vector<LabKeptRun>>();
    for (const KeptRun &run : *runs)
        list->push_back(labKeptRunOf(run));
    post([this, list = LabKeptRunsPtr(list)] { Q_EMIT runsListed(list); });
}

// A run that cannot be kept is still a run: the trouble is told, the report stays.
void LocalLab::keep(const JobPtr &job, const RunReport &report)
{
    const std::scoped_lock lock(m_runStore);
    const auto store = RunStore::open(m_runStorePath);
    const auto kept = store ? keepRun(**store, report) : failure(store.error());
    if (kept)
        listRuns(**store);
    else
        post([this, id = job->id, error = kept.error()] {
            Q_EMIT failed(id, {error.code, {}, u"the run was not kept: %1"_s.arg(error.detail)});
        });
}

void LocalLab::refreshRuns()
{
    start([this](const JobPtr &job) {
        const std::scoped_lock lock(m_runStore);
        const auto store = RunStore::open(m_runStorePath);
        if (store)
            listRuns(**store);
        else
            fail(job, store.error());
    });
}

LabJobId LocalLab::openRun(std::int64_t id)
{
    return start([this, id](const JobPtr &job) {
        const std::scoped_lock lock(m_runStore);
        const auto store = RunStore::open(m_runStorePath);
        auto opened = store ? bellwether::openRun(**store, id) : failure(store.error());
        if (!opened)
            return fail(job, opened.error());
        const auto report = std::make_shared<const RunReport>(*std::move(opened));
        const auto legs = legsOf(*report, m_base.barStorePath);
        finish(job, report, std::make_shared<const LabReport>(labReportOf(job->id, labRequestOf(*report), legs, report)));
    });
}

LabJobId LocalLab::compareRuns(const std::vector<std::int64_t> &ids)
{
    return start([this, ids](const JobPtr &job) {
        const std::scoped_lock lock(m_runStore);
        const auto store = RunStore::open(m_runStorePath);
        const auto rows = store ? rowsOf(**store, ids) : failure(store.error());
        if (!rows)
            return fail(job, rows.error());
        std::vector<RunReport> reports;
        for (const std::int64_t id : ids) {
            auto report = bellwether::openRun(**store, id);
            if (!report)
                return fail(job, report.error());
            reports.push_back(*std::move(report));
        }
        std::vector<const RunReport *> places;
        for (const RunReport &report : reports)
            places.push_back(&report);
        const auto value = std::make_shared<const LabComparison>(labComparisonOf(*rows, places));
        post([this, id = job->id, value] { Q_EMIT comparisonMade(id, value); });
    });
}

LabJobId LocalLab::deleteRuns(const std::vector<std::int64_t> &ids)
{
    return start([this, ids](const JobPtr &job) {
        const std::scoped_lock lock(m_runStore);
        const auto store = RunStore::open(m_runStorePath);
        const auto removed = store ? (*store)->remove(ids) : failure(store.error());
        if (!removed)
            return fail(job, removed.error());
        listRuns(**store);
    });
}

} // namespace bellwether
