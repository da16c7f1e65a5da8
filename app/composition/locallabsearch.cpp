#include "app/composition/locallab.h"

#include "app/composition/labvalues.h"
#include "app/composition/optimisejob.h"
#include "app/composition/walkforwardjob.h"
#include "core/research/searchtext.h"

#include <chrono>

using namespace Qt::StringLiterals;

// Searches over parameters, and whether they would have helped.
namespace bellwether {

namespace {

constexpr auto progressEvery = std::chrono::milliseconds(50);

Result<OptimiseRequest> optimiseRequestOf(const LabSearchRequest &request, const BacktestRequest &base)
{
    OptimiseRequest search;
    search.run = backtestRequestOf(request.run, base);
    search.ranges = request.ranges;
    search.constraints = request.constraints;
    search.objective = request.objective;
    search.method = request.method;
    for (const auto &[option, text, place] : {std::tuple{u"samples"_s, &request.samples, &search.settings.samples},
                                              std::tuple{u"seed"_s, &request.seed, &search.settings.seed}}) {
        bool isNumber = false;
        const qulonglong value = text->trimmed().toULongLong(&isNumber);
        if (text->trimmed().isEmpty())
            continue;
        if (!isNumber)
            return failure(ErrorCode::InvalidArgument, u"--%1 '%2': expected a whole number"_s.arg(option, *text));
        *place = value;
    }
    return search;
}

double metricOf(const Goal &goal, const Trial &trial, std::string_view key)
{
    const int index = goal.indexOf(key);
    return index < 0 || std::size_t(index) >= trial.metrics.size() ? notAvailable : trial.metrics[std::size_t(index)];
}

LabTrial labTrialOf(const SearchSpace &space, const Goal &goal, const Trial &trial)
{
    LabTrial lab;
    for (std::size_t i = 0; i < space.ranges().size(); ++i)
        lab.values.push_back(space.ranges()[i].valueAt(trial.point[i]));
    lab.objective = trial.objective;
    lab.finalEquity = trial.finalEquity.toDouble();
    lab.trades = trial.trades;
    lab.totalReturn = metricOf(goal, trial, "total_return_pct");
    lab.drawdownMax = metricOf(goal, trial, "max_drawdown_pct");
    lab.sharpe = metricOf(goal, trial, "sharpe");
    lab.plateau = notAvailable;
    lab.isAccepted = trial.isAccepted;
    return lab;
}

QStringList namesOf(const SearchSpace &space)
{
    QStringList names;
    for (std::size_t i = 0; i < space.ranges().size(); ++i)
        names.append(space.nameOf(i));
    return names;
}

LabSearch labSearchOf(const LabSearchRequest &request, const SearchReport &report)
{
    LabSearch lab;
    lab.request = request;
    lab.objective = report.goal.objectiveText();
    lab.isMinimised = report.goal.isMinimised();
    lab.names = namesOf(report.space);
    lab.trials.reserve(report.trials.size());
    for (std::size_t i = 0; i < report.trials.size(); ++i) {
        lab.trials.push_back(labTrialOf(report.space, report.goal, report.trials[i]));
        if (i < report.plateau.size())
            lab.trials.back().plateau = report.plateau[i].score;
    }
    lab.plateauBest = report.plateauBest ? int(*report.plateauBest) : -1;
    lab.expected = std::int64_t(report.expectedRuns);
    lab.resumed = std::int64_t(report.resumedRuns);
    lab.deflatedSharpe = report.deflated.probability;
    lab.wasCancelled = report.wasCancelled;
    lab.seconds = report.seconds;
    lab.csv = searchCsv(report);
    return lab;
}

LabWalkForward labWalkForwardOf(const LabWalkForwardRequest &request, const WalkForwardReport &report)
{
    LabWalkForward lab;
    lab.request = request;
    for (const WalkForwardStep &step : report.steps)
        lab.steps.push_back({step.searchFrom, step.testFrom, step.testTo, step.chosen ? pointText(report.space, *step.chosen) : QString(),
                             step.inSampleObjective, step.outOfSampleObjective, step.inSampleReturn, step.outOfSampleReturn,
                             step.drawdownMax, step.efficiency(), step.trades, std::int64_t(step.runs)});
    lab.equity = {report.markTime, report.equity};
    lab.capital = report.plan.capital.toDouble();
    lab.currency = report.plan.capital.currency.toString();
    lab.figures = report.figures;
    lab.efficiency = report.efficiency();
    lab.profitableShare = report.profitableShare();
    lab.wasCancelled = report.wasCancelled;
    lab.seconds = report.seconds;
    return lab;
}

Result<WalkForwardSettings> walkForwardSettingsOf(const LabWalkForwardRequest &request)
{
    WalkForwardSettings settings;
    settings.isAnchored = request.isAnchored;
    bool isNumber = true;
    if (!request.windows.isEmpty())
        settings.windows = request.windows.toInt(&isNumber);
    if (!isNumber)
        return failure(ErrorCode::InvalidArgument, u"--windows '%1': expected a whole number"_s.arg(request.windows));
    if (!request.inSample.isEmpty())
        settings.inSampleShare = request.inSample.toDouble(&isNumber) / 100;
    if (!isNumber || !(settings.inSampleShare > 0 && settings.inSampleShare < 1))
        return failure(ErrorCode::OutOfRange, u"--in-sample '%1': expected a percentage between 0 and 100"_s.arg(request.inSample));
    return settings;
}

} // namespace

LabJobId LocalLab::startWalkForward(const LabWalkForwardRequest &request)
{
    return start([this, request](const JobPtr &job) {
        auto words = optimiseRequestOf(request.search, m_base);
        const auto settings = walkForwardSettingsOf(request);
        if (!words)
            return fail(job, words.error());
        if (!settings)
            return fail(job, settings.error());
        words->stateFolder = m_searchFolder;
        auto told = std::chrono::steady_clock::time_point();
        const auto observer = [&](const WalkForwardProgress &progress) {
            if (const auto now = std::chrono::steady_clock::now(); now - told >= progressEvery) {
                told = now;
                const double share = progress.search.expected > 0 ? double(progress.search.done) / double(progress.search.expected) : 0;
                post([this, id = job->id, window = int(progress.window), windows = int(progress.windows), share] {
                    Q_EMIT walkForwardProgressed(id, window, windows, std::min(share, 1.0));
                });
            }
            return !job->isCancelled;
        };
        const auto report = runWalkForward(*words, *settings, observer);
        if (!report)
            return fail(job, report.error());
        const auto value = std::make_shared<const LabWalkForward>(labWalkForwardOf(request, *report));
        post([this, id = job->id, value] { Q_EMIT walkForwardFinished(id, value); });
    });
}

LabJobId LocalLab::startSearch(const LabSearchRequest &request)
{
    return start([this, request](const JobPtr &job) {
        auto words = optimiseRequestOf(request, m_base);
        if (!words)
            return fail(job, words.error());
        words->stateFolder = m_searchFolder;
        const auto search = OptimiseJob::prepare(*words);
        if (!search)
            return fail(job, search.error());
        const SearchSpace &space = (*search)->space();
        const Goal &goal = (*search)->goal();
        auto told = std::chrono::steady_clock::time_point();
        const auto observer = [&](const SearchProgress &progress) {
            if (const auto now = std::chrono::steady_clock::now(); now - told >= progressEvery) {
                told = now;
                auto value = std::make_shared<LabSearchProgress>();
                *value = {job->id, std::int64_t(progress.done), std::int64_t(progress.expected), progress.runsPerSecond(),
                          progress.secondsLeft(), namesOf(space), progress.best != nullptr,
                          progress.best ? labTrialOf(space, goal, *progress.best) : LabTrial()};
                post([this, value = LabSearchProgressPtr(value)] { Q_EMIT searchProgressed(value); });
            }
            return !job->isCancelled;
        };
        const auto report = (*search)->run(observer);
        if (!report)
            return fail(job, report.error());
        const auto value = std::make_shared<const LabSearch>(labSearchOf(request, *report));
        post([this, id = job->id, value] { Q_EMIT searchFinished(id, value); });
    });
}

} // namespace bellwether
