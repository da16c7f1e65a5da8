#include "app/composition/backtestdata.h"

#include "core/market/baraggregator.h"
#include "core/market/instrumentdefaults.h"
#include "core/storage/barfile.h"
#include "core/storage/barstore.h"

#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

/// Bars of the asked timeframe, built from those of the source where they are shorter.
Result<BarColumns> atTimeframe(BacktestJob &job, BarColumns bars, std::optional<Timeframe> source)
{
    if (!source)
        return failure(ErrorCode::BadData, u"the bars stand at a distance that is none of 1m, 5m, 15m, 30m, 1h, 4h, 1d, 1w"_s);
    RunPlan &plan = job.plan;
    plan.timeframe = job.timeframe.value_or(*source);
    if (plan.timeframe == *source)
        return bars;
    if (plan.timeframe < *source)
        return failure(ErrorCode::InvalidArgument,
                       u"--timeframe %1: the data has %2 bars"_s.arg(toString(plan.timeframe), toString(*source)));
    return aggregate(bars, plan.timeframe, *plan.calendar);
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
Result<void> recogniseMarket(const BacktestRequest &request, const BarColumns &bars, BacktestJob &job)
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

/// The files one after the other.
Result<BarColumns> loadFiles(const BacktestRequest &request, BacktestJob &job)
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
    if (const auto done = recogniseMarket(request, bars, job); !done)
        return failure(done.error());
    return atTimeframe(job, std::move(bars), timeframe);
}

Result<BarColumns> loadStored(const BacktestRequest &request, BacktestJob &job)
{
    const auto store = BarStore::open(request.barStorePath);
    if (!store)
        return failure(store.error());
    auto instrument = (*store)->instrument(request.instruments.front());
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
        return failure(ErrorCode::NotFound, u"the history store has no bars of %1"_s.arg(request.instruments.front()));
    job.plan.timeframe = job.timeframe.value_or(stored->timeframe);
    auto bars = (*store)->loadOrDerive(job.plan.instrument.id, job.plan.timeframe);
    if (bars && bars->isEmpty())
        return failure(ErrorCode::NotFound, u"the history store has no bars to make %1 of %2"_s.arg(toString(job.plan.timeframe), request.instruments.front()));
    return bars;
}

} // namespace

Result<BarColumns> loadBars(const BacktestRequest &request, BacktestJob &job)
{
    return request.dataFiles.isEmpty() ? loadStored(request, job) : loadFiles(request, job);
}

} // namespace bellwether
