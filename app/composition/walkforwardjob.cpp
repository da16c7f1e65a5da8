#include "app/composition/walkforwardjob.h"

#include "core/backtest/columnrun.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

/// The rows [first, last) of the same backtest; earlier rows go on warming its strategy.
PreparedBacktest cutTo(const PreparedBacktest &whole, std::size_t first, std::size_t last)
{
    PreparedBacktest part = whole;
    part.firstRow = part.legs.front().firstRow = first;
    part.lastRow = part.legs.front().lastRow = last;
    return part;
}

void startWith(PreparedBacktest &part, double equity)
{
    part.plan.capital.amount = FixedPoint<MoneyTag>::fromDouble(equity);
    if (isPlain(part.plan) && part.plan.end == EndRule::KeepOpen)
        part.plan.end = EndRule::CloseAtLastClose;
    if (part.setup)
        part.setup->plan = part.plan;
}

double days(Timestamp from, Timestamp to) { return double((to - from).count()) / 8.64e13; }

/// Adds a part to the stitched curve; bars of its trades count from the start of that curve.
void append(WalkForwardReport &report, const RunReport &part)
{
    const auto offset = std::uint32_t(report.equity.size());
    report.markTime.insert(report.markTime.end(), part.markTime.begin(), part.markTime.end());
    report.equity.insert(report.equity.end(), part.result.equity.begin(), part.result.equity.end());
    for (RoundTrip trade : part.result.trades) {
        trade.entryBar += offset;
        trade.exitBar += offset;
        report.trades.push_back(trade);
    }
}

/// A part without trades: the money stays as it is.
void appendFlat(WalkForwardReport &report, const PreparedBacktest &part, double equity)
{
    for (std::size_t row = part.firstRow; row < part.lastRow; ++row) {
        report.markTime.push_back(part.bars->closeTime[row]);
        report.equity.push_back(equity);
    }
}

void takeSearch(WalkForwardStep &step, const SearchReport &search)
{
    step.runs = search.trials.size();
    const Trial *best = search.best();
    if (!best)
        return;
    step.chosen = best->point;
    step.inSampleObjective = best->objective;
    step.inSampleReturn = best->finalEquity.toDouble() / search.plan.capital.toDouble() - 1;
}

/// Trades the winner of a step and adds what came of it. Errors: those of runPrepared().
Result<void> trade(WalkForwardStep &step, const PreparedBacktest &whole, const OptimiseJob &job, WalkForwardReport &report)
{
    const double before = report.equity.empty() ? report.plan.capital.toDouble() : report.equity.back();
    PreparedBacktest part = cutTo(whole, step.window.testFirst, step.window.testLast);
    step.endEquity = before;
    // Nothing acceptable to trade with, or no money left to trade it.
    if (!step.chosen || !(before > 0)) {
        appendFlat(report, part, before);
        return {};
    }
    startWith(part, before);
    const ParameterSet parameters = job.space().parametersAt(*step.chosen);
    const auto run = runPrepared(part, parameters);
    if (!run)
        return failure(run.error());
    std::vector<double> metrics;
    for (const MetricSpec *metric : job.goal().metrics())
        metrics.push_back(exportedValue(*metric, run->figures, TradeSide::All));
    step.endEquity = run->finalEquity();
    step.outOfSampleObjective = job.goal().objective(parameters, step.endEquity, metrics);
    step.outOfSampleReturn = step.endEquity / before - 1;
    step.drawdownMax = run->figures.account.drawdownMax;
    step.trades = std::int64_t(run->result.trades.size());
    append(report, *run);
    return {};
}

} // namespace

Result<WalkForwardReport> runWalkForward(const OptimiseRequest &request, const WalkForwardSettings &settings,
                                         const WalkForwardObserver &observer, Ranks *ranks)
{
    const auto started = std::chrono::steady_clock::now();
    const auto job = OptimiseJob::prepare(request);
    if (!job)
        return failure(job.error());
    const PreparedBacktest &whole = (*job)->prepared();
    if (whole.legs.size() != 1)
        return failure(ErrorCode::InvalidArgument, u"a walk-forward test is for one instrument"_s);
    const auto windows = walkForwardWindows(settings, whole.firstRow, whole.lastRow);
    if (!windows)
        return failure(windows.error());
    WalkForwardReport report((*job)->space(), (*job)->goal());
    report.search = (*job)->settings();
    report.settings = settings;
    report.plan = whole.plan;
    report.data = combined(whole.facts);
    const auto &closes = whole.bars->closeTime;
    for (const WalkForwardWindow &window : *windows) {
        WalkForwardStep step{.window = window};
        step.searchFrom = openTimeOf(closes[window.searchFirst], whole.plan.timeframe, *whole.plan.calendar);
        step.testFrom = openTimeOf(closes[window.testFirst], whole.plan.timeframe, *whole.plan.calendar);
        step.testTo = closes[window.testLast - 1];
        step.inSampleDays = days(step.searchFrom, closes[window.testFirst - 1]);
        step.outOfSampleDays = days(step.testFrom, step.testTo);
        const auto search = (*job)->runOn(cutTo(whole, window.searchFirst, window.testFirst), [&](const SearchProgress &progress) {
            return !observer || observer({report.steps.size(), windows->size(), progress});
        }, ranks);
        if (!search)
            return failure(search.error());
        report.resumedRuns += search->resumedRuns;
        if (search->wasCancelled) {
            report.wasCancelled = true;
            break;
        }
        takeSearch(step, *search);
        if (const auto done = trade(step, whole, **job, report); !done)
            return failure(done.error());
        report.steps.push_back(std::move(step));
    }
    if (!report.wasCancelled && (!ranks || ranks->rank() == 0))
        for (const WalkForwardWindow &window : *windows)
            (*job)->forget(cutTo(whole, window.searchFirst, window.testFirst));
    complete(report);
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    return report;
}

} // namespace bellwether
