#include "app/composition/backtestjob.h"

#include "core/strategy/strategycatalogue.h"

#include <QRegularExpression>

#include <chrono>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

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

Result<void> readInstruments(const BacktestRequest &request, BacktestJob &job)
{
    auto sources = sourcesOf(request);
    if (!sources)
        return failure(sources.error());
    job.sources = *std::move(sources);
    const auto lot = decimal(u"--lot"_s, request.lot, decimalScale, u"a number above 0"_s);
    if (!lot || *lot <= 0)
        return failure(badOption(u"--lot"_s, request.lot, u"a number above 0"_s));
    job.hasOwnLot = !request.lot.isEmpty();
    if (job.hasOwnLot)
        for (BacktestSource &source : job.sources)
            source.instrument.lotSize = source.instrument.quantityMin = Quantity::fromRaw(*lot);
    job.plan.instrument = job.sources.front().instrument;
    job.plan.calendar = job.sources.front().calendar;
    job.plan.daysPerYear = job.plan.calendar->daysPerYear();
    return {};
}

Result<void> readStrategies(const BacktestRequest &request, BacktestJob &job)
{
    if (request.strategies.isEmpty())
        return failure(ErrorCode::InvalidArgument, u"--strategy is required"_s);
    for (const QString &id : request.strategies) {
        const auto info = findStrategy(id);
        if (!info)
            return failure(info.error());
        for (const RunStrategy &other : job.strategies)
            if (other.info == *info)
                return failure(ErrorCode::InvalidArgument, u"strategy '%1' is given twice"_s.arg(id));
        job.strategies.push_back({*info, ParameterSet(**info)});
    }
    for (const QString &text : request.parameters) {
        // `fast=9` for the only strategy, `ema_crossover.fast=9` for one of several.
        const qsizetype dot = text.left(text.indexOf(u'=')).indexOf(u'.');
        const QString owner = dot > 0 ? text.left(dot) : QString();
        if (owner.isEmpty() && job.strategies.size() > 1)
            return failure(badOption(u"--param"_s, text, u"STRATEGY.NAME=VALUE, since there are several strategies"_s));
        const auto strategy = std::find_if(job.strategies.begin(), job.strategies.end(), [&](const RunStrategy &one) {
            return owner.isEmpty() || one.info->id == owner.toStdString();
        });
        if (strategy == job.strategies.end())
            return failure(badOption(u"--param"_s, text, u"one of the strategies of the run before the dot"_s));
        if (const auto set = strategy->parameters.setFromText(text.mid(dot + 1)); !set)
            return failure(ErrorCode::InvalidArgument, set.error().detail);
    }
    for (const RunStrategy &strategy : job.strategies)
        if (const auto fits = strategy.parameters.check(); !fits)
            return failure(ErrorCode::InvalidArgument, fits.error().detail);
    return {};
}

Result<void> readSizing(const BacktestRequest &request, BacktestJob &job)
{
    RunPlan &plan = job.plan;
    const auto kind = parseSizingKind(request.sizing.isEmpty() ? u"risk"_s : request.sizing);
    if (!kind)
        return failure(kind.error());
    plan.sizing = *kind;
    const auto size = decimal(u"--size"_s, request.size, plan.sizing == SizingKind::Percent ? 10 * decimalScale
                                  : plan.sizing == SizingKind::Kelly ? 50 * decimalScale : decimalScale,
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
    else if (plan.sizing == SizingKind::Kelly)
        plan.kelly.fraction = double(*size) / double(decimalScale) / 100;
    else if (plan.sizing == SizingKind::Fixed)
        plan.sizeUnits = Quantity::fromRaw(*size);
    if (plan.sizing == SizingKind::AllIn && !job.isSingle())
        return failure(ErrorCode::InvalidArgument, u"--sizing all-in takes one instrument and one strategy"_s);
    // A fixed number of units of an unknown instrument is taken as it was asked for.
    if (plan.sizing == SizingKind::Fixed && !job.hasOwnLot)
        for (BacktestSource &source : job.sources)
            if (!source.isInstrumentKnown)
                source.instrument.lotSize = Quantity::fromRaw(1);
    plan.instrument = job.sources.front().instrument;
    return {};
}

/// `0.0002` of the price, `fixed:0.05` of money a unit, or `volume:0.1` × (share of the bar's volume)² of the price.
Result<SlippageModel> slippageOf(const QString &text)
{
    using Kind = SlippageModel::Kind;
    const qsizetype colon = text.indexOf(u':');
    const QString kind = text.left(std::max<qsizetype>(colon, 0));
    const auto raw = decimal(u"--slippage"_s, text.mid(colon + 1), 0, u"0.0002, fixed:0.05 or volume:0.1"_s);
    if (!raw || *raw < 0 || !(kind.isEmpty() || kind == u"fixed" || kind == u"volume"))
        return failure(badOption(u"--slippage"_s, text, u"0.0002, fixed:0.05 or volume:0.1"_s));
    if (kind == u"fixed")
        return SlippageModel{Kind::Fixed, Price::fromRaw(*raw), {}};
    return SlippageModel{kind.isEmpty() ? Kind::Percent : Kind::VolumeShare, {}, Ratio::fromRaw(*raw)};
}

Result<void> readCosts(const BacktestRequest &request, BacktestJob &job)
{
    RunPlan &plan = job.plan;
    const QString share = u"a share such as 0.001"_s;
    for (const auto &[option, value, field] : {std::tuple{u"--commission"_s, &request.commission, &plan.costs.commission},
                                               {u"--spread"_s, &request.spread, &plan.costs.spread},
                                               {u"--participation"_s, &request.participation, &job.participation},
                                               {u"--borrow"_s, &request.borrow, &job.costs.borrowPerYear}}) {
        const auto raw = decimal(option, *value, 0, share);
        if (!raw || *raw < 0 || *raw > decimalScale)
            return failure(badOption(option, *value, share));
        *field = Ratio::fromRaw(*raw);
    }
    if (!request.costs.isEmpty() && !request.commission.isEmpty())
        return failure(ErrorCode::InvalidArgument, u"--costs and --commission name the same: give one of them"_s);
    job.costs.commission = CostSchedule::percent(plan.costs.commission);
    if (!request.costs.isEmpty()) {
        auto schedule = CostSchedule::find(request.costs);
        if (!schedule)
            return failure(ErrorCode::InvalidArgument, u"--costs: "_s + schedule.error().detail);
        job.costs.commission = *std::move(schedule);
    }
    if (!request.slippage.isEmpty()) {
        const auto slippage = slippageOf(request.slippage);
        if (!slippage)
            return failure(slippage.error());
        job.costs.slippage = *slippage;
        if (slippage->kind == SlippageModel::Kind::Percent)
            plan.costs.slippage = slippage->share;
    }
    job.costs.spread = plan.costs.spread;
    const bool isShareOfPrice = request.slippage.isEmpty() || job.costs.slippage.kind == SlippageModel::Kind::Percent;
    job.needsVenue = !request.costs.isEmpty() || !isShareOfPrice || !job.participation.isZero() || !job.costs.borrowPerYear.isZero();
    job.hasOwnCosts = job.needsVenue || !request.commission.isEmpty() || !request.spread.isEmpty() || !request.slippage.isEmpty();
    if (!request.costs.isEmpty())
        plan.costsName = request.costs;
    if (!job.participation.isZero() && plan.sizing == SizingKind::AllIn)
        return failure(ErrorCode::InvalidArgument, u"--participation does not go with --sizing all-in"_s);
    return {};
}

/// Minutes of `90`, `90m`, `4h` or `2d`.
std::optional<int> minutesOf(const QString &text)
{
    static const QRegularExpression shape(u"^([0-9]{1,6})([mhd]?)$"_s);
    const auto match = shape.match(text);
    if (!match.hasMatch())
        return {};
    const int unit = match.captured(2) == u"h" ? 60 : match.captured(2) == u"d" ? 24 * 60 : 1;
    const std::int64_t minutes = match.captured(1).toLongLong() * unit;
    return minutes <= 10'000'000 ? std::optional(int(minutes)) : std::nullopt;
}

Result<void> readCategory(const BacktestRequest &request, BacktestJob &job)
{
    for (const QString &text : request.category.split(u',', Qt::SkipEmptyParts)) {
        const qsizetype equals = text.indexOf(u'=');
        const QString owner = text.left(std::max<qsizetype>(equals, 0));
        const auto category = parseStrategyCategory(text.mid(equals + 1));
        if (!category)
            return failure(badOption(u"--category"_s, text, u"day_trading, short_selling, short_term or long_term"_s));
        bool isKnown = false;
        for (RunStrategy &strategy : job.strategies) {
            if (equals >= 0 && strategy.info->id != owner.toStdString())
                continue;
            strategy.category = *category;
            isKnown = true;
        }
        if (!isKnown)
            return failure(badOption(u"--category"_s, text, u"one of the strategies of the run before the ="_s));
    }
    return {};
}

Result<void> readExits(const BacktestRequest &request, RunPlan &plan)
{
    for (const auto &[option, value, field] : {std::tuple{u"--stop"_s, &request.stop, &plan.exits.stop}, {u"--target"_s, &request.target, &plan.exits.target}}) {
        if (value->isEmpty())
            continue;
        const auto distance = parseExitDistance(*value);
        if (!distance)
            return failure(distance.error().code, option + u' ' + distance.error().detail);
        *field = *distance;
    }
    for (const auto &[option, value, field] : {std::tuple{u"--trail"_s, &request.trail, &plan.exits.trail},
                                               {u"--breakeven"_s, &request.breakeven, &plan.exits.breakeven}}) {
        if (value->isEmpty())
            continue;
        const auto distance = parseMoveDistance(*value);
        if (!distance)
            return failure(distance.error().code, option + u' ' + distance.error().detail);
        *field = *distance;
    }
    if (request.timeStop.isEmpty())
        return {};
    plan.exits.timeStopMinutes = minutesOf(request.timeStop);
    if (!plan.exits.timeStopMinutes)
        return failure(badOption(u"--time-stop"_s, request.timeStop, u"minutes, or a time such as 4h or 2d"_s));
    return {};
}

Result<void> readPeriod(const BacktestRequest &request, BacktestJob &job)
{
    if (!request.timeframe.isEmpty()) {
        const auto timeframe = parseTimeframe(request.timeframe);
        if (!timeframe)
            return failure(ErrorCode::InvalidArgument, timeframe.error().detail);
        job.timeframe = *timeframe;
    }
    if (!request.detail.isEmpty()) {
        const auto detail = parseTimeframe(request.detail);
        if (!detail)
            return failure(ErrorCode::InvalidArgument, u"--detail: "_s + detail.error().detail);
        job.detail = *detail;
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

Result<void> readRules(const BacktestRequest &request, BacktestJob &job)
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
    if (plan.end != EndRule::KeepOpen && !job.isSingle())
        return failure(ErrorCode::InvalidArgument, u"--close-at-end takes one instrument and one strategy"_s);
    if (!request.seed.isEmpty()) {
        bool isNumber = false;
        plan.seed = request.seed.toULongLong(&isNumber);
        if (!isNumber || plan.seed == 0 || plan.seed > 9'000'000'000'000'000)
            return failure(badOption(u"--seed"_s, request.seed, u"a whole number from 1 to 9e15"_s));
    }
    plan.benchmark = request.benchmark;
    if (!request.benchmark.isEmpty() && request.benchmark != u"none" && request.barStorePath.isEmpty())
        return failure(badOption(u"--benchmark"_s, request.benchmark, u"none, or an instrument of the history store"_s));
    const auto confidence = decimal(u"--min-confidence"_s, request.minConfidence, 0, u"0 to 100"_s);
    if (!confidence || *confidence < 0 || *confidence > 100 * decimalScale)
        return failure(badOption(u"--min-confidence"_s, request.minConfidence, u"0 to 100"_s));
    plan.confidenceMin = double(*confidence) / double(decimalScale);
    if (!request.minConfidence.isEmpty())
        job.limits.confidenceCutoff = plan.confidenceMin;
    return validate(plan);
}

} // namespace

Result<BacktestJob> understand(const BacktestRequest &request)
{
    BacktestJob job;
    if (const auto done = readStrategies(request, job); !done)
        return failure(done.error());
    if (const auto done = readInstruments(request, job); !done)
        return failure(done.error());
    if (const auto done = readSizing(request, job); !done)
        return failure(done.error());
    if (const auto done = readCosts(request, job); !done)
        return failure(done.error());
    if (const auto done = readPeriod(request, job); !done)
        return failure(done.error());
    if (const auto done = readExits(request, job.plan); !done)
        return failure(done.error());
    if (const auto done = readCategory(request, job); !done)
        return failure(done.error());
    if (const auto done = readRules(request, job); !done)
        return failure(done.error());
    return job;
}

} // namespace bellwether
