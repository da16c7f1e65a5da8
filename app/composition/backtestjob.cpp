#include "app/composition/backtestjob.h"

#include "app/composition/papervenue.h"
#include "core/backtest/columnrun.h"
#include "core/backtest/eventrun.h"
#include "core/market/baraggregator.h"
#include "core/market/instrumentdefaults.h"
#include "core/storage/barfile.h"
#include "core/storage/barstore.h"
#include "core/strategy/strategycatalogue.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <chrono>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

/// The request with every word understood, apart from what depends on the data.
struct Job {
    RunPlan plan;
    const StrategyInfo *info = nullptr;
    std::optional<ParameterSet> parameters;
    std::optional<Timeframe> timeframe;
    Timestamp from;                          ///< zero for the beginning
    std::optional<Timestamp> to;
    RiskLimits limits;                       ///< of risk sizing
    bool isInstrumentKnown = false;
    bool hasOwnLot = false;
    bool hasOwnCosts = false;
};

Error badOption(const QString &option, const QString &value, const QString &expected)
{
    return {ErrorCode::InvalidArgument, u"%1 '%2': expected %3"_s.arg(option, value, expected)};
}

/// A decimal option, exact to 1e-8; `fallback` where it is not given.
Result<std::int64_t> decimal(const QString &option, const QString &value, std::int64_t fallback, const QString &expected)
{
    if (value.isEmpty())
        return fallback;
    const auto parsed = parseDecimal(value);
    return parsed ? Result<std::int64_t>(*parsed) : failure(badOption(option, value, expected));
}

/// A moment; a date alone is its first instant in the zone, or with `isEnd` its last.
Result<Timestamp> moment(const QString &option, const QString &value, Duration utcOffset, bool isEnd)
{
    const auto time = parseIsoTime(value);
    if (!time)
        return failure(badOption(option, value, u"a date such as 2021-05-31 or a moment such as 2021-05-31T09:15Z"_s));
    const bool isDate = !value.contains(u'T') && !value.contains(u' ');
    return isDate ? *time - utcOffset + (isEnd ? Duration(std::chrono::hours(24)) : Duration::zero()) : *time;
}

Result<void> adoptCalendar(RunPlan &plan)
{
    const auto calendar = ExchangeCalendar::find(plan.instrument.calendar);
    if (!calendar)
        return failure(calendar.error());
    plan.calendar = *calendar;
    plan.daysPerYear = plan.calendar->daysPerYear();
    return {};
}

Result<void> readInstrument(const BacktestRequest &request, RunPlan &plan, Job &job)
{
    job.isInstrumentKnown = !request.instrument.isEmpty();
    if (job.isInstrumentKnown) {
        auto instrument = defaultInstrument(request.instrument);
        if (!instrument)
            return failure(instrument.error());
        plan.instrument = std::move(*instrument);
    } else {
        // A bare file says nothing of steps: prices are taken as they are, quantities in whole units.
        plan.instrument.symbol = QFileInfo(request.dataFiles.front()).baseName();
        plan.instrument.id = InstrumentId(u"FILE:"_s + QString::fromLatin1(plan.instrument.symbol.toLatin1()).left(24));
        plan.instrument.kind = InstrumentKind::Equity;
        plan.instrument.currency = Currency(std::string_view("USD"));
        plan.instrument.tickSize = Price::fromRaw(1);
        plan.instrument.lotSize = Quantity::fromInt(1);
        plan.instrument.notionalMin = Money::zero(plan.instrument.currency);
        plan.instrument.calendar = u"generic"_s;
    }
    if (const auto done = adoptCalendar(plan); !done)
        return failure(done.error());
    if (request.lot.isEmpty())
        return {};
    const auto lot = decimal(u"--lot"_s, request.lot, 0, u"a number above 0"_s);
    if (!lot || *lot <= 0)
        return failure(badOption(u"--lot"_s, request.lot, u"a number above 0"_s));
    plan.instrument.lotSize = Quantity::fromRaw(*lot);
    plan.instrument.quantityMin = Quantity::fromRaw(*lot);
    job.hasOwnLot = true;
    return {};
}

Result<void> readSizing(const BacktestRequest &request, Job &job)
{
    RunPlan &plan = job.plan;
    const auto kind = parseSizingKind(request.sizing.isEmpty() ? u"risk"_s : request.sizing);
    if (!kind)
        return failure(kind.error());
    plan.sizing = *kind;
    const auto size = decimal(u"--size"_s, request.size, plan.sizing == SizingKind::Percent ? 10 * decimalScale : decimalScale,
                              u"a number above 0"_s);
    if (!size)
        return failure(size.error());
    if (plan.sizing == SizingKind::AllIn && !request.size.isEmpty())
        return failure(ErrorCode::InvalidArgument, u"--size does not go with --sizing all-in"_s);
    if (plan.sizing == SizingKind::Risk) {
        auto limits = RiskLimits::fromSettings(request.settings);
        if (!limits)
            return failure(limits.error());
        job.limits = *std::move(limits);
        job.limits.sizing = SizingMethod::RiskFraction;
        if (!request.size.isEmpty())
            job.limits.riskPerTrade = double(*size) / double(decimalScale) / 100;
        if (!(job.limits.riskPerTrade > 0 && job.limits.riskPerTrade <= 1))
            return failure(badOption(u"--size"_s, request.size, u"a percentage above 0 and up to 100"_s));
        if (!request.closeAtEnd.isEmpty())
            return failure(ErrorCode::InvalidArgument, u"--close-at-end goes with --sizing all-in, fixed or percent"_s);
    }
    if (plan.sizing == SizingKind::Percent)
        plan.sizePercent = Ratio::fromRaw(*size / 100);
    else if (plan.sizing == SizingKind::Fixed)
        plan.sizeUnits = Quantity::fromRaw(*size);
    // A fixed number of units of an unknown instrument is taken as it was asked for.
    if (plan.sizing == SizingKind::Fixed && !job.isInstrumentKnown && !job.hasOwnLot)
        plan.instrument.lotSize = Quantity::fromRaw(1);
    return {};
}

Result<void> readCosts(const BacktestRequest &request, Job &job)
{
    RunPlan &plan = job.plan;
    const QString share = u"a share such as 0.001"_s;
    for (const auto &[option, value, field] : {std::tuple{u"--commission"_s, &request.commission, &plan.costs.commission},
                                               {u"--spread"_s, &request.spread, &plan.costs.spread},
                                               {u"--slippage"_s, &request.slippage, &plan.costs.slippage}}) {
        const auto raw = decimal(option, *value, 0, share);
        if (!raw)
            return failure(raw.error());
        *field = Ratio::fromRaw(*raw);
    }
    job.hasOwnCosts = !request.commission.isEmpty() || !request.spread.isEmpty() || !request.slippage.isEmpty();
    return {};
}

Result<void> readPeriod(const BacktestRequest &request, Job &job)
{
    if (!request.timeframe.isEmpty()) {
        const auto timeframe = parseTimeframe(request.timeframe);
        if (!timeframe)
            return failure(ErrorCode::InvalidArgument, timeframe.error().detail);
        job.timeframe = *timeframe;
    }
    const Duration offset = job.plan.calendar->utcOffset();
    if (!request.from.isEmpty()) {
        const auto from = moment(u"--from"_s, request.from, offset, false);
        if (!from)
            return failure(from.error());
        job.from = *from;
    }
    if (!request.to.isEmpty()) {
        const auto to = moment(u"--to"_s, request.to, offset, true);
        if (!to)
            return failure(to.error());
        if (!request.from.isEmpty() && *to <= job.from)
            return failure(ErrorCode::InvalidArgument, u"--from %1 is after --to %2"_s.arg(request.from, request.to));
        job.to = *to;
    }
    return {};
}

Result<void> readRules(const BacktestRequest &request, Job &job)
{
    RunPlan &plan = job.plan;
    const auto capital = decimal(u"--capital"_s, request.capital, 10'000 * decimalScale, u"a number above 0"_s);
    if (!capital)
        return failure(capital.error());
    plan.capital = {FixedPoint<MoneyTag>::fromRaw(*capital), plan.instrument.currency};
    const auto fill = parseFillMoment(request.fill.isEmpty() ? u"next-open"_s : request.fill);
    if (!fill)
        return failure(fill.error());
    plan.fill = *fill;
    plan.canShort = request.canShort;
    if (request.closeAtEnd == u"close")
        plan.end = EndRule::CloseAtLastClose;
    else if (request.closeAtEnd == u"last-open")
        plan.end = EndRule::CloseAtLastOpen;
    else if (!request.closeAtEnd.isEmpty())
        return failure(badOption(u"--close-at-end"_s, request.closeAtEnd, u"close or last-open"_s));
    const auto confidence = decimal(u"--min-confidence"_s, request.minConfidence, 0, u"0 to 100"_s);
    if (!confidence || *confidence < 0 || *confidence > 100 * decimalScale)
        return failure(badOption(u"--min-confidence"_s, request.minConfidence, u"0 to 100"_s));
    plan.confidenceMin = double(*confidence) / double(decimalScale);
    if (!request.minConfidence.isEmpty())
        job.limits.confidenceCutoff = plan.confidenceMin;
    return validate(plan);
}

Result<Job> understand(const BacktestRequest &request)
{
    Job job;
    const auto info = findStrategy(request.strategy);
    if (!info)
        return failure(info.error());
    job.info = *info;
    job.parameters.emplace(*job.info);
    for (const QString &parameter : request.parameters)
        if (const auto set = job.parameters->setFromText(parameter); !set)
            return failure(ErrorCode::InvalidArgument, set.error().detail);
    if (const auto fits = job.parameters->check(); !fits)
        return failure(ErrorCode::InvalidArgument, fits.error().detail);
    if (const auto done = readInstrument(request, job.plan, job); !done)
        return failure(done.error());
    if (const auto done = readSizing(request, job); !done)
        return failure(done.error());
    if (const auto done = readCosts(request, job); !done)
        return failure(done.error());
    if (const auto done = readPeriod(request, job); !done)
        return failure(done.error());
    if (const auto done = readRules(request, job); !done)
        return failure(done.error());
    return job;
}

/// Bars of the asked timeframe, built from those of the source where they are shorter.
Result<BarColumns> atTimeframe(const Job &job, BarColumns bars, std::optional<Timeframe> source, RunPlan &plan)
{
    if (!source)
        return failure(ErrorCode::BadData, u"the bars stand at a distance that is none of 1m, 5m, 15m, 30m, 1h, 4h, 1d, 1w"_s);
    plan.timeframe = job.timeframe.value_or(*source);
    if (plan.timeframe == *source)
        return bars;
    if (plan.timeframe < *source)
        return failure(ErrorCode::InvalidArgument,
                       u"--timeframe %1: the data has %2 bars"_s.arg(toString(plan.timeframe), toString(*source)));
    return aggregate(bars, plan.timeframe, *plan.calendar);
}

/// The files one after the other.
Result<BarColumns> loadFiles(const BacktestRequest &request, Job &job)
{
    BarFileOptions options;
    if (job.isInstrumentKnown)
        options.calendar = job.plan.calendar;
    BarColumns bars;
    std::optional<Timeframe> timeframe;
    for (const QString &path : request.dataFiles) {
        auto file = readBarFile(path, options);
        if (!file)
            return failure(file.error());
        if (file->bars.isEmpty())
            return failure(ErrorCode::BadData, u"%1: the file has no bars"_s.arg(path));
        if (bars.isEmpty()) {
            timeframe = file->timeframe;
            bars = std::move(file->bars);
            continue;
        }
        if (file->timeframe != timeframe)
            return failure(ErrorCode::BadData, u"%1: its bars are of another timeframe than those before"_s.arg(path));
        if (file->bars.closeTime.front() <= bars.closeTime.back())
            return failure(ErrorCode::BadData, u"%1: starts before the file given before it ends"_s.arg(path));
        bars.append(file->bars, 0, file->bars.size());
    }
    return atTimeframe(job, std::move(bars), timeframe, job.plan);
}

Result<BarColumns> loadStored(const BacktestRequest &request, Job &job)
{
    const auto store = BarStore::open(request.barStorePath);
    if (!store)
        return failure(store.error());
    auto instrument = (*store)->instrument(request.instrument);
    if (!instrument)
        return failure(instrument.error());
    if (job.hasOwnLot) {
        instrument->lotSize = job.plan.instrument.lotSize;
        instrument->quantityMin = job.plan.instrument.quantityMin;
    }
    job.plan.instrument = *std::move(instrument);
    if (const auto done = adoptCalendar(job.plan); !done)
        return failure(done.error());
    const auto series = (*store)->list();
    if (!series)
        return failure(series.error());
    const auto stored = std::find_if(series->begin(), series->end(), [&](const StoredSeries &one) {
        return one.instrument == job.plan.instrument.id;
    });
    if (stored == series->end())
        return failure(ErrorCode::NotFound, u"the history store has no bars of %1"_s.arg(request.instrument));
    job.plan.timeframe = job.timeframe.value_or(stored->timeframe);
    auto bars = (*store)->loadOrDerive(job.plan.instrument.id, job.plan.timeframe);
    if (bars && bars->isEmpty())
        return failure(ErrorCode::NotFound, u"the history store has no bars to make %1 of %2"_s.arg(toString(job.plan.timeframe), request.instrument));
    return bars;
}

/// The venue whose hours the bars of a file keep: who trades in the sessions of the NSE is an Indian share, who trades on
/// every Saturday is a coin. Empty for any other.
QString venueOfHours(const BarColumns &bars)
{
    const ExchangeCalendar *nse = *ExchangeCalendar::find(u"nse");
    std::size_t inSession = 0;
    std::size_t onSaturday = 0;
    for (const Timestamp close : bars.closeTime) {
        const Timestamp inside = close - Duration(1);
        onSaturday += ((inside.utcDay() % 7) + 7) % 7 == 2; // 1970-01-01 was a Thursday
        inSession += nse->isOpen(inside);
    }
    // The NSE has a Saturday session now and then; a round-the-clock market has a seventh of its bars there.
    if (inSession * 10 >= bars.size() * 9)
        return u"NSE"_s;
    return onSaturday * 10 >= bars.size() ? u"BINANCE"_s : QString();
}

/// What the bars of a file without a named instrument tell of it: its calendar and currency, and for sizes that are
/// worked out the steps of its venue. All-in keeps whole units, and fixed sizes are taken as they were asked for.
Result<void> recogniseMarket(const BacktestRequest &request, const BarColumns &bars, Job &job)
{
    const QString venue = job.isInstrumentKnown ? QString() : venueOfHours(bars);
    if (venue.isEmpty())
        return {};
    static const QRegularExpression leading(u"^[A-Za-z0-9]+"_s);
    const QString name = leading.match(QFileInfo(request.dataFiles.front()).fileName()).captured().toUpper();
    auto known = defaultInstrument(venue + u':' + (name.isEmpty() ? u"FILE"_s : name.left(20)));
    if (!known)
        return failure(known.error());
    RunPlan &plan = job.plan;
    if (job.hasOwnLot || plan.sizing == SizingKind::AllIn || plan.sizing == SizingKind::Fixed) {
        known->lotSize = plan.instrument.lotSize;
        known->quantityMin = plan.instrument.quantityMin;
        known->notionalMin = Money::zero(known->currency);
    }
    plan.instrument = *std::move(known);
    return adoptCalendar(plan);
}

/// Costs of the paper venue of the desk, unless the request names its own.
SimBrokerSettings venueOf(const Job &job)
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

RunResult runPlan(const Job &job, Strategy &strategy, const BarColumns &bars, std::size_t first, std::size_t last)
{
    if (isPlain(job.plan))
        return runColumns(job.plan, strategy, bars, first, last);
    return runEvents(deskSetup(job.plan, *job.info, job.limits, venueOf(job)), strategy, bars, first, last);
}

std::int64_t gapsIn(const BarColumns &bars, std::size_t first, std::size_t last, const RunPlan &plan)
{
    BarColumns tested;
    if (first > 0 || last < bars.size())
        tested.append(bars, first, last);
    const ExchangeCalendar *sessions = plan.calendar->isAlwaysOpen() ? nullptr : plan.calendar;
    return std::int64_t(findGaps(tested.isEmpty() ? bars : tested, durationOf(plan.timeframe), sessions).size());
}

} // namespace

Result<RunReport> runBacktest(const BacktestRequest &request)
{
    auto job = understand(request);
    if (!job)
        return failure(job.error());
    RunPlan &plan = job->plan;
    const auto bars = request.dataFiles.isEmpty() ? loadStored(request, *job) : loadFiles(request, *job);
    if (!bars)
        return failure(bars.error());
    if (const auto done = recogniseMarket(request, *bars, *job); !done)
        return failure(done.error());
    plan.hasVenueCosts = !isPlain(plan) && !job->hasOwnCosts && plan.calendar->id() != u"generic";
    plan.instrument.canShort = request.canShort;
    plan.capital.currency = plan.instrument.currency;
    const auto start = std::upper_bound(bars->closeTime.begin(), bars->closeTime.end(), job->from);
    const auto first = job->from.isValid() ? std::size_t(start - bars->closeTime.begin()) : std::size_t(0);
    const std::size_t last = job->to ? bars->rowsBetween(bars->closeTime.front(), *job->to).second : bars->size();
    if (first >= last)
        return failure(ErrorCode::BadData, u"%1: no bars between --from and --to"_s.arg(request.dataFiles.value(0, request.instrument)));

    const auto strategy = makeStrategy(*job->info, *job->parameters, {plan.instrument.id, plan.timeframe, plan.calendar});
    const auto started = std::chrono::steady_clock::now();
    RunResult result = runPlan(*job, *strategy, *bars, first, last);
    DataFacts facts = factsOf(*bars, first, last, plan.timeframe, *plan.calendar);
    facts.gaps = gapsIn(*bars, first, last, plan);
    RunReport report = makeReport(plan, *job->info, *job->parameters, std::move(result), *bars, first, last, std::move(facts));
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    return report;
}

} // namespace bellwether
