#include "app/composition/preparedbacktest.h"

#include "app/composition/backtestdata.h"
#include "app/composition/papervenue.h"
#include "core/backtest/bracketrun.h"
#include "core/backtest/columnrun.h"
#include "core/lab/labrequest.h"
#include "core/storage/quality.h"
#include "core/strategy/strategycatalogue.h"

#include <chrono>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

/// Costs of the paper venue of the desk, unless the request names its own.
SimBrokerSettings venueOf(const BacktestJob &job, const PreparedBacktest &prepared)
{
    SimBrokerSettings venue;
    if (prepared.plan.hasVenueCosts) {
        StrategyCategories categories;
        for (const RunStrategy &strategy : prepared.strategies)
            categories[StrategyId(strategy.info->id)] = strategy.ranAs();
        venue = paperVenue(*prepared.plan.calendar, categories);
    } else {
        venue.costs = job.costs;
    }
    venue.barParticipation = job.participation;
    return venue;
}

/// Under which rules the run goes; none for a bare rule on columns.
std::optional<EventSetup> setupOf(const BacktestJob &job, const PreparedBacktest &prepared)
{
    const RunPlan &plan = prepared.plan;
    if (plan.sizing == SizingKind::Risk)
        return deskSetup(plan, prepared.strategies, job.limits, venueOf(job, prepared));
    const bool hasSchedule = std::any_of(prepared.strategies.begin(), prepared.strategies.end(),
                                         [](const RunStrategy &strategy) { return strategy.category.has_value(); });
    if (isPlain(plan) && !job.needsVenue && !hasSchedule && prepared.legs.size() == 1 && prepared.strategies.size() == 1)
        return {};
    EventSetup setup = plainSetup(plan);
    const bool roundsToTick = setup.venue.costs.roundsToTick;
    setup.venue.costs = job.costs;
    setup.venue.costs.roundsToTick = roundsToTick;
    setup.venue.barParticipation = job.participation;
    if (hasSchedule && isIntraday(plan.timeframe))
        for (const RunStrategy &strategy : prepared.strategies)
            setup.engine.categories[StrategyId(strategy.info->id)] = strategy.ranAs();
    return setup;
}

std::int64_t gapsIn(const RunLeg &leg, Timeframe timeframe)
{
    BarColumns tested;
    if (leg.rowCount() < leg.bars->size())
        tested.append(*leg.bars, leg.firstRow, leg.lastRow);
    const ExchangeCalendar *sessions = leg.calendar->isAlwaysOpen() ? nullptr : leg.calendar;
    return std::int64_t(findGaps(tested.isEmpty() ? *leg.bars : tested, durationOf(timeframe), sessions).size());
}

/// Cuts the legs to the tested period; one that has no bar in it is left out with a badge, unless it is the only one.
Result<void> cutToPeriod(const BacktestJob &job, PreparedBacktest &prepared)
{
    for (RunLeg &leg : prepared.legs) {
        const auto &times = leg.bars->closeTime;
        if (job.from.isValid())
            leg.firstRow = std::size_t(std::upper_bound(times.begin(), times.end(), job.from) - times.begin());
        if (job.to)
            leg.lastRow = leg.bars->rowsBetween(times.front(), *job.to).second;
    }
    const bool isAnyTested = std::any_of(prepared.legs.begin(), prepared.legs.end(),
                                         [](const RunLeg &leg) { return leg.firstRow < leg.lastRow; });
    if (!isAnyTested)
        return failure(ErrorCode::BadData, u"%1: no bars between --from and --to"_s.arg(job.sources.front().name));
    std::erase_if(prepared.legs, [&](const RunLeg &leg) {
        const bool isEmpty = leg.firstRow >= leg.lastRow;
        if (isEmpty)
            prepared.badges.append(u"no data: %1 has no bars in the period and is left out"_s.arg(leg.instrument.symbol));
        return isEmpty;
    });
    return {};
}

/// What a reader should know of the data of several legs, and of bars that nothing was traded in.
void noteCoverage(PreparedBacktest &prepared)
{
    constexpr Duration notable = std::chrono::hours(24 * 4); // longer than a weekend with a holiday
    Timestamp start = prepared.legs.front().firstClose();
    Timestamp end = prepared.legs.front().lastClose();
    for (const RunLeg &leg : prepared.legs) {
        start = std::min(start, leg.firstClose());
        end = std::max(end, leg.lastClose());
    }
    for (const RunLeg &leg : prepared.legs) {
        const QString &symbol = leg.instrument.symbol;
        if (leg.firstClose() - start > notable)
            prepared.badges.append(u"late start: the bars of %1 begin on %2"_s.arg(symbol, toIsoString(leg.firstClose()).left(10)));
        if (end - leg.lastClose() > notable)
            prepared.badges.append(u"early end: the bars of %1 end on %2, what is held then keeps its last price"_s
                                       .arg(symbol, toIsoString(leg.lastClose()).left(10)));
        if (leg.instrument.kind == InstrumentKind::Index && prepared.plan.sizing == SizingKind::Risk)
            prepared.badges.append(u"index: %1 cannot be traded, the venue rejects every order"_s.arg(symbol));
        const auto volume = std::span(leg.bars->volume).subspan(leg.firstRow, leg.rowCount());
        if (std::all_of(volume.begin(), volume.end(), [](double traded) { return traded == 0; }))
            prepared.badges.append(u"no volume: the bars of %1 have none, rules that ask for it never trade"_s.arg(symbol));
    }
}

std::vector<RunStrategy> strategiesWith(const PreparedBacktest &prepared, const ParameterSet &parameters)
{
    std::vector<RunStrategy> strategies = prepared.strategies;
    strategies.front().parameters = parameters;
    return strategies;
}

RunResult runPlan(const PreparedBacktest &prepared, std::span<const RunStrategy> strategies, const RunObserver &observer)
{
    const RunPlan &plan = prepared.plan;
    std::vector<std::unique_ptr<Strategy>> objects;
    std::vector<RunActor> actors;
    for (std::size_t leg = 0; leg < prepared.legs.size(); ++leg) {
        for (std::size_t i = 0; i < strategies.size(); ++i) {
            objects.push_back(makeStrategy(*strategies[i].info, strategies[i].parameters,
                                           {prepared.legs[leg].instrument.id, plan.timeframe, prepared.legs[leg].calendar}));
            actors.push_back({objects.back().get(), std::uint16_t(leg), std::uint16_t(i)});
        }
    }
    if (prepared.setup && actors.size() == 1 && isBracketable(*prepared.setup))
        return runBrackets(*prepared.setup, *objects.front(), prepared.legs.front(), observer);
    if (prepared.setup)
        return runEvents(*prepared.setup, prepared.legs, actors, observer);
    return runColumns(plan, *objects.front(), *prepared.bars, prepared.firstRow, prepared.lastRow, observer);
}

/// What `work` gives. Money grows without bound where a rule wins on data that nobody could trade; that is the input's doing.
template <typename Work> std::invoke_result_t<Work> guarded(Work work)
{
    try {
        return work();
    } catch (const Fault &fault) {
        return failure(ErrorCode::OutOfRange, u"the run ended without a result: %1"_s.arg(QString::fromUtf8(fault.what())));
    }
}

} // namespace

Result<PreparedBacktest> prepareBacktest(const BacktestRequest &request)
{
    auto job = understand(request);
    if (!job)
        return failure(job.error());
    auto legs = loadLegs(request, *job);
    if (!legs)
        return failure(legs.error());
    auto benchmark = loadBenchmark(request, *job);
    if (!benchmark)
        return failure(benchmark.error());
    const RunStrategy &first = job->strategies.front();
    PreparedBacktest prepared{.plan = job->plan, .legs = *std::move(legs), .info = first.info, .parameters = first.parameters};
    if (const auto done = cutToPeriod(*job, prepared); !done)
        return failure(done.error());
    noteCoverage(prepared);
    if (*benchmark)
        prepared.benchmark = std::make_shared<const RunLeg>(**std::move(benchmark));
    for (const auto &[name, text] : requestWords(request))
        if (!text->isEmpty())
            prepared.asked.emplace_back(name, *text);
    for (RunLeg &leg : prepared.legs)
        leg.instrument.canShort = request.canShort;
    prepared.strategies = std::move(job->strategies);
    prepared.bars = prepared.legs.front().bars;
    prepared.firstRow = prepared.legs.front().firstRow;
    prepared.lastRow = prepared.legs.front().lastRow;

    RunPlan &plan = prepared.plan;
    plan.instrument = prepared.legs.front().instrument;
    plan.capital.currency = plan.instrument.currency;
    plan.hasVenueCosts = plan.sizing == SizingKind::Risk && !job->hasOwnCosts && plan.calendar->id() != u"generic";
    prepared.setup = setupOf(*job, prepared);
    if (prepared.setup && plan.end != EndRule::KeepOpen && !isBracketable(*prepared.setup))
        return failure(ErrorCode::InvalidArgument, u"--close-at-end %1 does not go with participation, session rules or a schedule of costs"_s
                                                       .arg(request.closeAtEnd));
    for (const RunLeg &leg : prepared.legs) {
        prepared.facts.push_back(factsOf(leg, plan.timeframe));
        prepared.facts.back().gaps = gapsIn(leg, plan.timeframe);
        prepared.facts.back().barsWithoutDetail = leg.detail ? std::int64_t(leg.detail->unknownIn(leg.firstRow, leg.lastRow)) : 0;
    }
    return prepared;
}

Result<RunResult> runBare(const PreparedBacktest &prepared, const ParameterSet &parameters, const RunObserver &observer)
{
    return guarded([&]() -> Result<RunResult> {
        RunResult result = runPlan(prepared, strategiesWith(prepared, parameters), observer);
        if (result.wasCancelled)
            return failure(ErrorCode::Cancelled, u"the run was cancelled"_s);
        return result;
    });
}

Result<RunReport> runPrepared(const PreparedBacktest &prepared, const ParameterSet &parameters, const RunObserver &observer)
{
    const auto started = std::chrono::steady_clock::now();
    return guarded([&]() -> Result<RunReport> {
        auto result = runBare(prepared, parameters, observer);
        if (!result)
            return failure(result.error());
        const std::vector<RunStrategy> strategies = strategiesWith(prepared, parameters);
        RunReport report = makeReport({prepared.plan, prepared.legs, strategies, prepared.facts, prepared.badges, prepared.benchmark.get()}, *std::move(result));
        report.asked = prepared.asked;
        report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
        return report;
    });
}

Result<RunReport> runBacktest(const BacktestRequest &request, const RunObserver &observer)
{
    const auto prepared = prepareBacktest(request);
    if (!prepared)
        return failure(prepared.error());
    return runPrepared(*prepared, prepared->parameters, observer);
}

} // namespace bellwether
