#include "app/composition/feeds.h"

#include "core/market/instrumentdefaults.h"
#include "core/sim/replayfeed.h"
#include "core/sim/simulatedfeed.h"
#include "core/storage/barfile.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

const Setting<int> ticksPerSecond{u"market.ticks_per_second", 5, {1, 1'000}, u"Updates a second of each simulated symbol"};
const Setting<int> loadSymbols{u"market.load_symbols", 0, {0, 500}, u"Crypto-like symbols for a load test in place of those that ship; 0 is off"};

/// The simulated feed reads the wall clock, which must outlive it.
const SystemClock &wallClock()
{
    static const SystemClock clock;
    return clock;
}

Result<FeedSource> makeSimulated(const Settings &settings, const DeskRequest &request, Timestamp notBefore)
{
    const auto rate = settings.value(ticksPerSecond);
    if (!rate)
        return failure(rate.error());
    const auto load = settings.value(loadSymbols);
    if (!load)
        return failure(load.error());
    std::vector<SimulatedSymbol> symbols = request.market == u"indian" ? simulatedIndianSymbols()
        : *load > 0                                                    ? simulatedLoadSymbols(*load)
                                                                       : simulatedCryptoSymbols();
    if (!request.symbols.isEmpty()) {
        std::vector<SimulatedSymbol> wanted;
        for (const QString &name : request.symbols) {
            const auto it = std::find_if(symbols.begin(), symbols.end(), [&](const SimulatedSymbol &symbol) {
                return symbol.instrument.symbol == name || symbol.instrument.id.toString() == name;
            });
            if (it == symbols.end()) {
                QStringList known;
                for (const SimulatedSymbol &symbol : symbols)
                    known.append(symbol.instrument.symbol);
                return failure(ErrorCode::NotFound, u"symbol '%1' is not one of %2"_s.arg(name, known.join(u", "_s)));
            }
            wanted.push_back(*it);
        }
        symbols = std::move(wanted);
    }
    auto market = std::make_shared<const SimulatedMarket>(request.seed, std::move(symbols));
    // An account that ran at a higher speed is ahead of the wall: its time goes on and never back.
    const Timestamp now = std::max(wallClock().now(), notBefore);
    auto feed = std::make_unique<SimulatedFeed>(market, wallClock(), now + aheadToSession(now, market->calendar(0)), SimulatedFeedSettings{*rate});
    feed->setSpeed(request.replaySpeed);
    FeedSource source;
    source.catalogue = std::make_shared<const InstrumentCatalogue>(simulatedInstruments(*market));
    source.clock = &feed->clock();
    source.name = u"simulated market"_s;
    source.feed = std::move(feed);
    return source;
}

// `BTCUSDT-1m-2021-05.zip` holds BINANCE:BTCUSDT: the letters and digits a file name starts with are its symbol.
Result<Instrument> instrumentOf(const QString &path, const DeskRequest &request)
{
    QString name = request.symbols.value(0);
    if (name.isEmpty()) {
        static const QRegularExpression leading(u"^[A-Za-z0-9]+"_s);
        name = leading.match(QFileInfo(path).fileName()).captured().toUpper();
    }
    if (!name.contains(u':'))
        name.prepend(request.market == u"indian" ? u"NSE:"_s : u"BINANCE:"_s);
    return defaultInstrument(name);
}

Result<FeedSource> makeReplay(const DeskRequest &request)
{
    std::map<InstrumentId, std::pair<Instrument, BarColumns>> columns;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    Timeframe timeframe = Timeframe::M1;
    for (const QString &path : request.replayFiles) {
        const auto instrument = instrumentOf(path, request);
        if (!instrument)
            return failure(instrument.error());
        BarFileOptions options;
        const auto calendar = ExchangeCalendar::find(instrument->calendar);
        if (!calendar)
            return failure(calendar.error());
        options.calendar = *calendar;
        const auto file = readBarFile(path, options);
        if (!file)
            return failure(file.error());
        if (!file->timeframe)
            return failure(ErrorCode::BadData, u"%1: the bars are of no known timeframe"_s.arg(path));
        if (!columns.empty() && *file->timeframe != timeframe)
            return failure(ErrorCode::BadData, u"%1: %2 bars after files of %3 bars"_s.arg(path, toString(*file->timeframe), toString(timeframe)));
        timeframe = *file->timeframe;
        auto &[known, bars] = columns.try_emplace(instrument->id, *instrument, BarColumns()).first->second;
        if (!bars.isEmpty() && file->bars.closeTime.front() <= bars.closeTime.back())
            return failure(ErrorCode::BadData, u"%1: starts before the file given before it ends"_s.arg(path));
        bars.append(file->bars, 0, file->bars.size());
        for (const auto *column : {&file->bars.open, &file->bars.high, &file->bars.low, &file->bars.close, &file->bars.volume})
            hash.addData(QByteArrayView(reinterpret_cast<const char *>(column->data()), qsizetype(column->size() * sizeof(double))));
        hash.addData(instrument->id.toString().toUtf8());
    }
    FeedSource source;
    std::vector<Instrument> instruments;
    std::vector<ReplaySeries> series;
    Timestamp start;
    for (auto &[id, entry] : columns) {
        series.push_back({InstrumentIndex(instruments.size()), timeframe, std::make_shared<const BarColumns>(std::move(entry.second)),
                          *ExchangeCalendar::find(entry.first.calendar)});
        instruments.push_back(std::move(entry.first));
    }
    auto feed = std::make_unique<ReplayFeed>(std::move(series), start, request.replaySpeed);
    source.catalogue = std::make_shared<const InstrumentCatalogue>(std::move(instruments));
    source.resumeAfter = [replay = feed.get()](Timestamp time) { replay->startAfter(time); };
    source.name = u"replay"_s;
    source.fingerprint = QString::fromLatin1(hash.result().toHex().left(32));
    source.feed = std::move(feed);
    return source;
}

} // namespace

Result<FeedSource> makeFeed(const Settings &settings, const DeskRequest &request, Timestamp notBefore)
{
    return request.replayFiles.isEmpty() ? makeSimulated(settings, request, notBefore) : makeReplay(request);
}

std::vector<SettingSpec> feedSettings() { return {ticksPerSecond, loadSymbols}; }

std::vector<QStringView> feedSettingKeys() { return {ticksPerSecond.key, loadSymbols.key}; }

} // namespace bellwether
