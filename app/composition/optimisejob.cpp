#include "app/composition/optimisejob.h"

#include "core/strategy/strategycatalogue.h"

#include <QCryptographicHash>
#include <QDir>

#include <thread>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

Result<ParameterSet> fixedParameters(const StrategyInfo &info, const QStringList &texts)
{
    ParameterSet parameters(info);
    for (const QString &text : texts)
        if (const auto set = parameters.setFromText(text); !set)
            return failure(ErrorCode::InvalidArgument, set.error().detail);
    return parameters;
}

Result<std::optional<std::pair<std::size_t, std::size_t>>> heatMapOf(const QString &text, const SearchSpace &space)
{
    using Pair = std::optional<std::pair<std::size_t, std::size_t>>;
    if (text.isEmpty())
        return space.ranges().size() < 2 ? Pair() : Pair({0, 1});
    const QStringList names = text.split(u',');
    std::vector<std::size_t> found;
    for (const QString &name : names)
        for (std::size_t i = 0; i < space.ranges().size(); ++i)
            if (space.nameOf(i) == name.trimmed())
                found.push_back(i);
    if (names.size() != 2 || found.size() != 2 || found[0] == found[1])
        return failure(ErrorCode::InvalidArgument, u"--heat-map '%1': expected two of the searched parameters, x,y"_s.arg(text));
    return Pair({found[0], found[1]});
}

/// Everything of a request that a run depends on, apart from its data and its parameters.
QString describe(const BacktestRequest &run)
{
    QStringList parts{run.instruments.join(u','), run.strategies.join(u','), run.timeframe, run.detail, run.from, run.to, run.capital,
                      run.commission, run.spread, run.slippage, run.costs, run.participation, run.borrow, run.category, run.sizing, run.size, run.lot, run.stop, run.target, run.timeStop, run.fill, run.closeAtEnd,
                      run.minConfidence, run.canShort ? u"short"_s : u"long"_s};
    for (auto value = run.settings.values().begin(); value != run.settings.values().end(); ++value)
        if (value.key().startsWith(u"risk."_s))
            parts.append(value.key() + u'=' + value.value());
    return parts.join(u'|');
}

} // namespace

Result<std::unique_ptr<OptimiseJob>> OptimiseJob::prepare(const OptimiseRequest &request)
{
    std::unique_ptr<OptimiseJob> job(new OptimiseJob(request));
    OptimiseRequest &own = job->m_request;
    if (own.run.strategies.size() != 1)
        return failure(ErrorCode::InvalidArgument, u"a search is for one --strategy"_s);
    const auto info = findStrategy(own.run.strategies.front());
    if (!info)
        return failure(info.error());
    auto fixed = fixedParameters(**info, own.run.parameters);
    if (!fixed)
        return failure(fixed.error());
    auto space = SearchSpace::parse(**info, *fixed, own.ranges);
    if (!space)
        return failure(space.error());
    job->m_space.emplace(*std::move(space));
    auto goal = Goal::parse(own.objective.isEmpty() ? u"sharpe"_s : own.objective, own.isMinimised, own.constraints, **info);
    if (!goal)
        return failure(goal.error());
    job->m_goal.emplace(*std::move(goal));
    const auto method = parseSearchMethod(own.method.isEmpty() ? u"grid"_s : own.method);
    if (!method)
        return failure(method.error());
    own.settings.method = *method;
    const auto heatMap = heatMapOf(own.heatMap, *job->m_space);
    if (!heatMap)
        return failure(heatMap.error());
    job->m_heatMap = *heatMap;
    auto search = Search::prepare(*job->m_space, *job->m_goal, own.settings);
    if (!search)
        return failure(search.error());
    job->m_search.emplace(*std::move(search));
    job->m_jobs = own.jobs > 0 ? own.jobs : std::max(1u, std::thread::hardware_concurrency());

    // The fixed parameters alone may not fit together; those of a combination that will be tried do.
    BacktestRequest run = own.run;
    run.parameters.clear();
    const ParameterSet some = job->m_space->parametersAt(job->m_search->somePoint());
    for (std::size_t i = 0; i < (*info)->parameters.size(); ++i) {
        const std::string_view name = (*info)->parameters[i].name;
        run.parameters.append(QString::fromUtf8(name.data(), qsizetype(name.size())) + u'='
                              + QString::number(some.value(i), 'g', QLocale::FloatingPointShortest));
    }
    auto prepared = prepareBacktest(run);
    if (!prepared)
        return failure(prepared.error());
    job->m_prepared.emplace(*std::move(prepared));
    return job;
}

QString OptimiseJob::name(const PreparedBacktest &part) const
{
    QStringList parts{describe(m_request.run), combined(m_prepared->facts).fingerprint};
    const ParameterSet lowest = m_space->parametersAt(SearchPoint(m_space->ranges().size()));
    for (const double value : lowest.values())
        parts.append(QString::number(value, 'g', 17));
    for (const ParameterRange &range : m_space->ranges())
        parts.append(u"%1:%2:%3:%4"_s.arg(range.index).arg(range.start, 0, 'g', 17).arg(range.step, 0, 'g', 17).arg(range.count));
    for (const MetricSpec *metric : m_goal->metrics())
        parts.append(QString::fromLatin1(metric->key.data(), qsizetype(metric->key.size())));
    if (part.firstRow != m_prepared->firstRow || part.lastRow != m_prepared->lastRow)
        parts.append(u"rows %1 %2"_s.arg(part.firstRow).arg(part.lastRow));
    const QByteArray hash = QCryptographicHash::hash(parts.join(u'\n').toUtf8(), QCryptographicHash::Blake2b_160).toHex();
    return u"%1 %2"_s.arg(m_request.run.strategies.front(), QString::fromLatin1(hash));
}

QString OptimiseJob::stateFile(const QString &name) const
{
    return m_request.stateFolder + u'/' + QString(name).replace(u' ', u'-') + u".search"_s;
}

void OptimiseJob::forget(const PreparedBacktest &part) const
{
    if (!m_request.stateFolder.isEmpty())
        QFile::remove(stateFile(name(part)));
}

Result<std::unique_ptr<TrialStore>> OptimiseJob::openStore(const QString &name, Ranks *ranks) const
{
    const std::size_t rangeCount = m_space->ranges().size();
    Result<std::unique_ptr<TrialStore>> store = std::unique_ptr<TrialStore>();
    QString path = m_request.statePath;
    if (path.isEmpty() && !m_request.stateFolder.isEmpty()) {
        path = stateFile(name);
        if (!QDir().mkpath(m_request.stateFolder))
            return failure(ErrorCode::FileUnwritable, u"%1: the folder cannot be created"_s.arg(m_request.stateFolder));
        if (m_request.startsAfresh)
            QFile::remove(path);
    }
    const bool isFirst = !ranks || ranks->rank() == 0;
    if (isFirst && !path.isEmpty())
        store = TrialStore::open(path, name, rangeCount);
    if (!ranks)
        return store;
    // The first process has the file; the others start from what is in it, so that all choose the same runs.
    const QByteArray known = !store ? QByteArray("!") : *store ? (*store)->text() : QByteArray();
    const std::vector<QByteArray> texts = ranks->exchange(isFirst ? known : QByteArray());
    if (isFirst)
        return store;
    if (texts.front() == "!")
        return failure(ErrorCode::Conflict, u"the first process cannot open the state of the search"_s);
    return TrialStore::inMemory(texts.front(), rangeCount);
}

Result<SearchReport> OptimiseJob::run(const SearchObserver &observer, Ranks *ranks) const
{
    auto store = openStore(name(*m_prepared), ranks);
    if (!store)
        return failure(store.error());
    auto report = runOn(*m_prepared, store->get(), observer, ranks);
    if (report && !report->wasCancelled && *store && m_request.statePath.isEmpty())
        (*store)->remove();
    return report;
}

Result<SearchReport> OptimiseJob::runOn(const PreparedBacktest &part, const SearchObserver &observer, Ranks *ranks) const
{
    const auto store = openStore(name(part), ranks);
    if (!store)
        return failure(store.error());
    return runOn(part, store->get(), observer, ranks);
}

Result<SearchReport> OptimiseJob::runOn(const PreparedBacktest &part, TrialStore *store, const SearchObserver &observer, Ranks *ranks) const
{
    const auto started = std::chrono::steady_clock::now();
    TrialTask task{.plan = part.plan, .leg = {}, .markTime = marksOf(part.legs),
                   .runBare = [&part](const ParameterSet &parameters) { return bellwether::runBare(part, parameters); },
                   .runWhole = [&part](const ParameterSet &parameters) { return runPrepared(part, parameters); }};
    if (!part.setup)
        task.leg = part.legs.front();
    const TrialRunner runner(task, *m_space, *m_goal);
    TrialPool pool({.runner = runner, .space = *m_space, .goal = *m_goal, .jobs = m_jobs, .expected = m_search->expectedRuns(), .store = store, .ranks = ranks, .observer = observer});
    auto trials = m_search->run([&](std::span<Trial> batch) { return pool.run(batch); });
    if (!trials)
        return failure(trials.error());
    SearchReport report(*m_space, *m_goal);
    report.settings = m_request.settings;
    report.plan = part.plan;
    report.data = combined(part.facts);
    report.expectedRuns = m_search->expectedRuns();
    report.resumedRuns = pool.resumed();
    report.wasCancelled = pool.wasCancelled();
    complete(report, *std::move(trials), m_heatMap);
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    return report;
}

} // namespace bellwether
