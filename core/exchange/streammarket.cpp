// The market streams of StreamHub.
#include "core/exchange/streamhub.h"

#include "core/exchange/daystatistics.h"
#include "core/exchange/spotjson.h"
#include "core/exchange/streamclient.h"
#include "core/market/baraggregator.h"
#include "core/market/exchangecalendar.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace bellwether::exchange {

namespace {

QString jsonText(const QJsonObject &json) { return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)); }

template <typename Levels> QJsonArray rowsOf(const Levels &levels)
{
    QJsonArray rows;
    for (const DepthLevel &level : levels)
        rows.append(QJsonArray{decimalText(level.price), decimalText(level.quantity)});
    return rows;
}

} // namespace

bool StreamHub::isWanted(const QString &stream) const
{
    return std::any_of(m_clients.begin(), m_clients.end(), [&](const StreamClient *client) { return client->streams.contains(stream); });
}

void StreamHub::publish(const QString &stream, const QJsonObject &data)
{
    publishText(stream, jsonText(data));
}

void StreamHub::publishText(const QString &stream, const QString &data)
{
    QString combined;
    for (StreamClient *client : std::vector(m_clients)) { // an end of a connection takes it out of the list
        if (!client->streams.contains(stream))
            continue;
        if (client->isCombined && combined.isEmpty())
            combined = u"{\"stream\":\""_s + stream + u"\",\"data\":"_s + data + u'}';
        send(*client, stream, client->isCombined ? combined : data);
    }
}

void StreamHub::publishTrade(SymbolNumber symbol, const TapePrint &one)
{
    // Written by hand where there are many of them.
    const TapeTrade &print = one.print;
    const QString &name = m_venue.engine().symbols()[std::size_t(symbol)].symbol;
    for (const bool isAggregate : {false, true}) {
        const QString stream = streamName(symbol, isAggregate ? u"aggTrade" : u"trade");
        if (!isWanted(stream))
            continue;
        const QString number = QString::number(print.id);
        const QString ids = isAggregate ? u"\"a\":%1,\"f\":%1,\"l\":%1"_s.arg(number) : u"\"t\":"_s + number;
        publishText(stream, u"{\"e\":\""_s + (isAggregate ? u"aggTrade"_s : u"trade"_s) + u"\",\"E\":"_s + QString::number(m_clock.now().ms()) + u",\"s\":\""_s + name + u"\","_s
                                + ids + u",\"p\":\""_s + decimalText(print.price) + u"\",\"q\":\""_s + decimalText(print.quantity) + u"\",\"T\":"_s
                                + QString::number(print.time.ms()) + (one.isBuyerMaker ? u",\"m\":true,\"M\":true}"_s : u",\"m\":false,\"M\":true}"_s));
    }
}

void StreamHub::publishBooks()
{
    MatchingEngine &engine = m_venue.engine();
    for (SymbolNumber symbol = 0; symbol < SymbolNumber(engine.symbols().size()); ++symbol) {
        const QString &name = engine.symbols()[std::size_t(symbol)].symbol;
        const std::uint64_t update = engine.lastUpdate(symbol);
        const auto bid = engine.book(symbol).best(Side::Buy);
        const auto ask = engine.book(symbol).best(Side::Sell);
        if (update != m_toldUpdate[std::size_t(symbol)] && bid && ask) {
            m_toldUpdate[std::size_t(symbol)] = update;
            publish(streamName(symbol, u"bookTicker"), {{u"u"_s, qint64(update)}, {u"s"_s, name}, {u"b"_s, decimalText(bid->price)},
                                                        {u"B"_s, decimalText(bid->quantity)}, {u"a"_s, decimalText(ask->price)},
                                                        {u"A"_s, decimalText(ask->quantity)}});
        }
        const DepthChanges changes = engine.takeChanges(symbol);
        if (changes.firstUpdate == 0)
            continue;
        const QJsonObject data{{u"e"_s, u"depthUpdate"_s}, {u"E"_s, qint64(m_clock.now().ms())}, {u"s"_s, name},
                               {u"U"_s, qint64(changes.firstUpdate)}, {u"u"_s, qint64(changes.lastUpdate)},
                               {u"b"_s, rowsOf(changes.bids)}, {u"a"_s, rowsOf(changes.asks)}};
        publish(streamName(symbol, u"depth"), data);
        publish(streamName(symbol, u"depth@100ms"), data);
        publishPartialBook(symbol);
    }
}

void StreamHub::publishPartialBook(SymbolNumber symbol)
{
    const DepthBook &book = m_venue.engine().book(symbol);
    for (const int depth : {5, 10, 20}) {
        for (const char16_t *suffix : {u"", u"@100ms"}) {
            const QString stream = streamName(symbol, u"depth"_s + QString::number(depth) + QString::fromUtf16(suffix));
            if (!isWanted(stream))
                continue;
            const auto best = [&](Side side) { return rowsOf(book.levels(side) | std::views::reverse | std::views::take(depth)); };
            publish(stream, {{u"lastUpdateId"_s, qint64(m_venue.engine().lastUpdate(symbol))}, {u"bids"_s, best(Side::Buy)}, {u"asks"_s, best(Side::Sell)}});
        }
    }
}

void StreamHub::publishTickers()
{
    const Timestamp now = m_clock.now();
    for (SymbolNumber symbol = 0; symbol < SymbolNumber(m_venue.engine().symbols().size()); ++symbol) {
        for (const bool isMini : {true, false}) {
            const QString stream = streamName(symbol, isMini ? u"miniTicker" : u"ticker");
            if (isWanted(stream))
                publish(stream, tickerJson(m_venue, symbol, now, isMini));
        }
    }
}

void StreamHub::publishKlines(SymbolNumber symbol, Timestamp now)
{
    std::set<QString> wanted;
    const QString prefix = streamName(symbol, u"kline_");
    for (const StreamClient *client : m_clients) {
        for (auto it = client->streams.lower_bound(prefix); it != client->streams.end() && it->startsWith(prefix); ++it)
            wanted.insert(*it);
    }
    for (const QString &stream : wanted)
        publishKline(symbol, stream, *parseTimeframe(QStringView(stream).mid(prefix.size())), now);
}

void StreamHub::publishKline(SymbolNumber symbol, const QString &stream, Timeframe timeframe, Timestamp now)
{
    const BarColumns &minutes = m_venue.bars(symbol);
    if (minutes.isEmpty())
        return;
    // The running bar and the one before it: no more than two of them are aggregated for a print.
    const Duration length = durationOf(timeframe);
    BarColumns bars;
    const auto [first, end] = minutes.rowsBetween(now - length - length, now + length);
    bars.append(minutes, first, end);
    if (timeframe != Timeframe::M1)
        bars = aggregate(bars, timeframe, ExchangeCalendar::crypto());
    const QString &name = m_venue.engine().symbols()[std::size_t(symbol)].symbol;
    const auto send = [&](std::size_t row, bool isClosed) {
        const std::int64_t close = bars.closeTime[row].ms();
        const auto text = [](double value) { return QString::number(value, 'f', 8); };
        publish(stream, {{u"e"_s, u"kline"_s}, {u"E"_s, qint64(m_clock.now().ms())}, {u"s"_s, name},
                         {u"k"_s, QJsonObject{{u"t"_s, qint64(close - msOf(length).count())}, {u"T"_s, qint64(close - 1)}, {u"s"_s, name}, {u"i"_s, toString(timeframe)},
                                              {u"o"_s, text(bars.open[row])}, {u"h"_s, text(bars.high[row])}, {u"l"_s, text(bars.low[row])},
                                              {u"c"_s, text(bars.close[row])}, {u"v"_s, text(bars.volume[row])}, {u"x"_s, isClosed}}}});
    };
    // The first print of a bar closes the one before.
    const std::size_t last = bars.size() - 1;
    const bool isFirst = m_venue.tape(symbol).size() > 1 && (m_venue.tape(symbol).end() - 2)->print.time < bars.closeTime[last] - length;
    if (isFirst && last > 0)
        send(last - 1, true);
    send(last, bars.closeTime[last] <= now);
}

} // namespace bellwether::exchange
