#include "app/composition/backtestdata.h"

#include "core/market/baraggregator.h"
#include "core/market/instrumentdefaults.h"
#include "core/storage/barfile.h"
#include "core/storage/barstore.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

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
Result<void> recogniseMarket(const BarColumns &bars, const BacktestJob &job, BacktestSource &source)
{
    const QString venue = source.isInstrumentKnown ? QString() : venueOfHours(bars);
    if (venue.isEmpty())
        return {};
    static const QRegularExpression leading(u"^[A-Za-z0-9]+"_s);
    const QString name = leading.match(source.instrument.symbol).captured().toUpper();
    auto known = defaultInstrument(venue + u':' + (name.isEmpty() ? u"FILE"_s : name.left(20)));
    if (!known)
        return failure(known.error());
    if (job.hasOwnLot || job.plan.sizing == SizingKind::AllIn || job.plan.sizing == SizingKind::Fixed) {
        known->lotSize = source.instrument.lotSize;
        known->quantityMin = source.instrument.quantityMin;
        known->notionalMin = Money::zero(known->currency);
    }
    source.instrument = *std::move(known);
    return adoptCalendar(source);
}

/// Bars as a source has them.
struct Loaded {
    BarColumns bars;
    Timeframe timeframe = Timeframe::D1;
};

/// The shorter bars that a run looks into; none where it does not ask for them. `shorter` gives bars of a timeframe.
template <typename BarsOf> Result<std::shared_ptr<const BarDetail>> detailOf(const BacktestJob &job, const BacktestSource &source, Timeframe timeframe,
                                                                             const BarColumns &bars, BarsOf shorter)
{
    if (!job.detail)
        return std::shared_ptr<const BarDetail>();
    if (*job.detail >= timeframe)
        return failure(ErrorCode::InvalidArgument, u"--detail %1: expected bars shorter than the %2 of the run"_s
                                                       .arg(toString(*job.detail), toString(timeframe)));
    Result<BarColumns> inside = shorter(*job.detail);
    if (!inside)
        return failure(inside.error());
    if (inside->isEmpty())
        return failure(ErrorCode::NotFound, u"--detail %1: there are no such bars of %2"_s.arg(toString(*job.detail), source.name));
    return std::make_shared<const BarDetail>(bars, timeframe, std::make_shared<const BarColumns>(*std::move(inside)), *job.detail);
}

/// The files one after the other.
Result<Loaded> loadFiles(const BacktestJob &job, BacktestSource &source)
{
    BarFileOptions options;
    if (source.isInstrumentKnown)
        options.calendar = source.calendar;
    BarColumns bars;
    std::optional<Timeframe> timeframe;
    for (const QString &path : source.files) {
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
    if (!timeframe)
        return failure(ErrorCode::BadData, u"%1: the bars stand at a distance that is none of 1m, 5m, 15m, 30m, 1h, 4h, 1d, 1w"_s
                                               .arg(source.files.front()));
    if (const auto done = recogniseMarket(bars, job, source); !done)
        return failure(done.error());
    return Loaded{std::move(bars), *timeframe};
}

/// What the store knows of the instrument, and the shortest bars it has of it, or those of the asked timeframe.
Result<Loaded> loadStored(const BarStore &store, const BacktestJob &job, BacktestSource &source)
{
    auto instrument = store.instrument(source.name);
    if (!instrument)
        return failure(instrument.error());
    if (job.hasOwnLot) {
        instrument->lotSize = source.instrument.lotSize;
        instrument->quantityMin = source.instrument.quantityMin;
    }
    source.instrument = *std::move(instrument);
    if (const auto done = adoptCalendar(source); !done)
        return failure(done.error());
    const auto series = store.list();
    if (!series)
        return failure(series.error());
    const auto stored = std::find_if(series->begin(), series->end(), [&](const StoredSeries &one) {
        return one.instrument == source.instrument.id;
    });
    if (stored == series->end())
        return failure(ErrorCode::NotFound, u"the history store has no bars of %1"_s.arg(source.name));
    const Timeframe timeframe = job.timeframe.value_or(stored->timeframe);
    auto bars = store.loadOrDerive(source.instrument.id, timeframe);
    if (!bars)
        return failure(bars.error());
    if (bars->isEmpty())
        return failure(ErrorCode::NotFound, u"the history store has no bars to make %1 of %2"_s.arg(toString(timeframe), source.name));
    return Loaded{*std::move(bars), timeframe};
}

/// Bars of a timeframe that `option` asks for, built from the shorter ones of the source.
Result<BarColumns> longerBars(QStringView option, Timeframe timeframe, const BacktestSource &source, const Loaded &loaded)
{
    if (timeframe < loaded.timeframe)
        return failure(ErrorCode::InvalidArgument,
                       u"%1 %2: the data has %3 bars"_s.arg(option, toString(timeframe), toString(loaded.timeframe)));
    return aggregate(loaded.bars, timeframe, *source.calendar);
}

} // namespace

Result<std::vector<RunLeg>> loadLegs(const BacktestRequest &request, BacktestJob &job)
{
    std::unique_ptr<BarStore> store;
    if (request.dataFiles.isEmpty()) {
        auto opened = BarStore::open(request.barStorePath);
        if (!opened)
            return failure(opened.error());
        store = *std::move(opened);
    }
    std::vector<RunLeg> legs;
    std::optional<Timeframe> timeframe = job.timeframe;
    for (BacktestSource &source : job.sources) {
        auto loaded = store ? loadStored(*store, job, source) : loadFiles(job, source);
        if (!loaded)
            return failure(loaded.error());
        if (!timeframe)
            timeframe = loaded->timeframe;
        if (!job.timeframe && loaded->timeframe != *timeframe)
            return failure(ErrorCode::InvalidArgument, u"%1 has %2 bars and %3 has %4: choose one --timeframe"_s
                                                           .arg(job.sources.front().name, toString(*timeframe), source.name, toString(loaded->timeframe)));
        auto bars = *timeframe == loaded->timeframe ? Result<BarColumns>(std::move(loaded->bars))
                                                    : longerBars(u"--timeframe", *timeframe, source, *loaded);
        if (!bars)
            return failure(bars.error());
        auto detail = detailOf(job, source, *timeframe, *bars, [&](Timeframe wanted) -> Result<BarColumns> {
            if (store)
                return store->loadOrDerive(source.instrument.id, wanted);
            return wanted == loaded->timeframe ? Result<BarColumns>(std::move(loaded->bars)) : longerBars(u"--detail", wanted, source, *loaded);
        });
        if (!detail)
            return failure(detail.error());
        if (source.instrument.currency != job.sources.front().instrument.currency)
            return failure(ErrorCode::InvalidArgument, u"%1 is priced in %2 and %3 in %4: one account has one currency"_s
                                                           .arg(job.sources.front().name, job.sources.front().instrument.currency.toString(),
                                                                source.name, source.instrument.currency.toString()));
        const std::size_t rows = bars->size();
        legs.push_back({source.instrument, source.calendar, std::make_shared<const BarColumns>(*std::move(bars)), 0, rows, *std::move(detail)});
    }
    job.plan.timeframe = *timeframe;
    job.plan.detail = job.detail;
    job.plan.instrument = job.sources.front().instrument;
    job.plan.calendar = job.sources.front().calendar;
    job.plan.daysPerYear = job.plan.calendar->daysPerYear();
    return legs;
}

Result<std::optional<RunLeg>> loadBenchmark(const BacktestRequest &request, const BacktestJob &job)
{
    const QString &id = job.plan.benchmark;
    if (id.isEmpty() || id == u"none")
        return std::optional<RunLeg>();
    const auto store = BarStore::open(request.barStorePath);
    if (!store)
        return failure(store.error());
    const auto instrument = (*store)->instrument(id);
    if (!instrument)
        return failure(ErrorCode::NotFound, u"--benchmark: "_s + instrument.error().detail);
    auto bars = (*store)->loadOrDerive(instrument->id, job.plan.timeframe);
    if (bars && bars->isEmpty()) { // longer bars do as well: the curve steps when they close
        const auto series = (*store)->list();
        if (!series)
            return failure(series.error());
        const auto stored = std::ranges::find(*series, instrument->id, &StoredSeries::instrument);
        if (stored == series->end())
            return failure(ErrorCode::NotFound, u"--benchmark: the history store has no bars of %1"_s.arg(id));
        bars = (*store)->load(instrument->id, stored->timeframe);
    }
    if (!bars)
        return failure(bars.error());
    const std::size_t rows = bars->size();
    return RunLeg{.instrument = *instrument, .bars = std::make_shared<const BarColumns>(*std::move(bars)), .firstRow = 0, .lastRow = rows};
}

} // namespace bellwether
