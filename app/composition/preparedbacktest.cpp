#include "app/composition/preparedbacktest.h"

#include "app/composition/backtestdata.h"
#include "app/composition/papervenue.h"
#include "core/backtest/columnrun.h"
#include "core/storage/quality.h"
#include "core/strategy/strategycatalogue.h"

#include <chrono>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

/// Costs of the paper venue of the desk, unless the request names its own.
SimBrokerSettings venueOf(const BacktestJob &job)
{
    const TradeCosts &costs = job.plan.costs;
    if (job.plan.hasVenueCosts)
        return paperVenue(*job.plan.calendar);
    SimBrokerSettings venue;
    venue.costs.spread = costs.spread;
    if (!costs.slippage.isZero())
        venue.costs.slippage = {SlippageModel::Kind::Percent, {}, costs.slippage};
    if (!costs.commission.isZero())
        venue.costs.commission = CostSchedule::percent(costs.commission);
    return venue;
}

std::int64_t gapsIn(const BarColumns &bars, std::size_t first, std::size_t last, const RunPlan &plan)
{
    BarColumns tested;
    if (first > 0 || last < bars.size())
        tested.append(bars, first, last);
    const ExchangeCalendar *sessions = plan.calendar->isAlwaysOpen() ? nullptr : plan.calendar;
    return std::int64_t(findGaps(tested.isEmpty() ? bars : tested, durationOf(plan.timeframe), sessions).size());
}

RunResult runPlan(const PreparedBacktest &prepared, const ParameterSet &parameters, const RunObserver &observer)
{
    const RunPlan &plan = prepared.plan;
    const auto strategy = makeStrategy(*prepared.info, parameters, {plan.instrument.id, plan.timeframe, plan.calendar});
    if (prepared.setup)
        return runEvents(*prepared.setup, *strategy, *prepared.bars, prepared.firstRow, prepared.lastRow, observer);
    return runColumns(plan, *strategy, *prepared.bars, prepared.firstRow, prepared.lastRow, observer);
}

} // namespace

Result<PreparedBacktest> prepareBacktest(const BacktestRequest &request)
{
    auto job = understand(request);
    if (!job)
        return failure(job.error());
    auto bars = loadBars(request, *job);
    if (!bars)
        return failure(bars.error());
    RunPlan &plan = job->plan;
    plan.hasVenueCosts = !isPlain(plan) && !job->hasOwnCosts && plan.calendar->id() != u"generic";
    plan.instrument.canShort = request.canShort;
    plan.capital.currency = plan.instrument.currency;
    const auto start = std::upper_bound(bars->closeTime.begin(), bars->closeTime.end(), job->from);
    const auto first = job->from.isValid() ? std::size_t(start - bars->closeTime.begin()) : std::size_t(0);
    const std::size_t last = job->to ? bars->rowsBetween(bars->closeTime.front(), *job->to).second : bars->size();
    if (first >= last)
        return failure(ErrorCode::BadData, u"%1: no bars between --from and --to"_s
                                               .arg(request.dataFiles.isEmpty() ? request.instruments.front() : request.dataFiles.front()));
    PreparedBacktest prepared{.plan = plan, .info = job->info, .parameters = *std::move(job->parameters),
                              .bars = std::make_shared<const BarColumns>(*std::move(bars)), .firstRow = first, .lastRow = last};
    if (!isPlain(plan))
        prepared.setup = deskSetup(plan, *job->info, job->limits, venueOf(*job));
    prepared.facts = factsOf(*prepared.bars, first, last, plan.timeframe, *plan.calendar);
    prepared.facts.gaps = gapsIn(*prepared.bars, first, last, plan);
    return prepared;
}

Result<RunReport> runPrepared(const PreparedBacktest &prepared, const ParameterSet &parameters, const RunObserver &observer)
{
    const auto started = std::chrono::steady_clock::now();
    try {
        RunResult result = runPlan(prepared, parameters, observer);
        if (result.wasCancelled)
            return failure(ErrorCode::Cancelled, u"the run was cancelled"_s);
        RunReport report = makeReport(prepared.plan, *prepared.info, parameters, std::move(result), *prepared.bars,
                                      prepared.firstRow, prepared.lastRow, prepared.facts);
        report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
        return report;
    } catch (const Fault &fault) {
        // Money grows without bound where a rule wins on data that nobody could trade; that is the input's doing.
        return failure(ErrorCode::OutOfRange, u"the run ended without a result: %1"_s.arg(QString::fromUtf8(fault.what())));
    }
}

Result<RunReport> runBacktest(const BacktestRequest &request, const RunObserver &observer)
{
    const auto prepared = prepareBacktest(request);
    if (!prepared)
        return failure(prepared.error());
    return runPrepared(*prepared, prepared->parameters, observer);
}

} // namespace bellwether
