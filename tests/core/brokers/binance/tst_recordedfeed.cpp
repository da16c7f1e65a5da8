#include "core/brokers/binance/depthsync.h"
#include "core/brokers/binance/streamdecoder.h"
#include "core/market/barbuilder.h"
#include "core/storage/filebytes.h"
#include "tests/support/shareddata.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace bellwether;
using namespace bellwether::binance;
using namespace Qt::StringLiterals;

/// The recorded websocket of two markets, byte for byte through the decoder: minute bars, book and best prices.
class TestRecordedFeed : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void replay_data();
    void replay();
};

void TestRecordedFeed::replay_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("spot, two files") << 0;
    QTest::newRow("futures") << 1;
}

void TestRecordedFeed::replay()
{
    QFETCH(int, which);
    REQUIRE_SHARED(reference, u"reference/feed_bars_and_book.json"_s);
    QFile file(reference);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject feed = QJsonDocument::fromJson(file.readAll()).object()[u"cases"][which].toObject();

    StreamDecoder decoder;
    StreamMessage message;
    DepthSync sync;
    BarBuilder builder(ExchangeCalendar::crypto());
    std::map<Timestamp, BuiltBar> bars;
    const auto keep = [&](const std::vector<BuiltBar> &built) {
        for (const BuiltBar &bar : built)
            bars[bar.bar.closeTime] = bar;
    };
    Timestamp last;
    int trades = 0;
    std::map<std::uint64_t, Quote> tickers; ///< best prices as the venue tells them, by update id
    std::map<std::uint64_t, Quote> tops;    ///< and as the book has them
    for (const QJsonValue &name : feed[u"files"].toArray()) {
        REQUIRE_SHARED(path, u"data/"_s + name.toString());
        const auto bytes = readFileBytes(path);
        QVERIFY(bytes);
        for (const QByteArray &line : bytes->bytes.split('\n')) {
            if (line.isEmpty())
                continue;
            const auto done = decoder.decode(QByteArrayView(line).sliced(line.indexOf(' ') + 1), message);
            QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
            switch (message.kind) {
            case StreamKind::Trade:
                ++trades;
                last = message.trade.time;
                keep(builder.push(message.trade));
                break;
            case StreamKind::PartialDepth:
                sync.onSnapshot(message);
                QVERIFY(sync.state() == DepthSync::State::Live);
                break;
            case StreamKind::BookTicker:
                tickers[message.lastUpdate] = message.quote;
                break;
            case StreamKind::DepthChange: {
                sync.onChange(message);
                QVERIFY(sync.state() != DepthSync::State::Broken);
                const auto bid = sync.book().best(Side::Buy);
                const auto ask = sync.book().best(Side::Sell);
                if (sync.state() == DepthSync::State::Live && sync.lastUpdate() == message.lastUpdate && bid && ask)
                    tops[message.lastUpdate] = {{}, bid->price, ask->price, bid->quantity, ask->quantity};
                break;
            }
            default:
                break;
            }
        }
    }
    keep(builder.advanceTo(last + std::chrono::minutes(1)));
    QCOMPARE(trades, feed[u"trades"].toInt());
    for (const QJsonValue &bar : feed[u"bars"].toArray()) {
        const auto it = bars.find(Timestamp::fromMs(bar[u"open_time_ms"].toInteger() + 60'000));
        QVERIFY(it != bars.end());
        const Bar &built = it->second.bar;
        QVERIFY(built.open == *parsePrice(bar[u"open"].toString()));
        QVERIFY(built.high == *parsePrice(bar[u"high"].toString()));
        QVERIFY(built.low == *parsePrice(bar[u"low"].toString()));
        QVERIFY(built.close == *parsePrice(bar[u"close"].toString()));
        QCOMPARE(built.volume, bar[u"volume"].toString().toDouble());
    }

    const QJsonObject book = feed[u"book"].toObject();
    QCOMPARE(sync.holes(), 0u);
    QCOMPARE(sync.lastUpdate(), std::uint64_t(book[u"last_update_id"].toInteger()));
    QCOMPARE(qsizetype(sync.book().levels(Side::Buy).size()), book[u"levels_bid_ask"][0].toInteger());
    QCOMPARE(qsizetype(sync.book().levels(Side::Sell).size()), book[u"levels_bid_ask"][1].toInteger());
    for (const auto &[side, key] : {std::pair{Side::Buy, u"best_10_bids"_s}, std::pair{Side::Sell, u"best_10_asks"_s}}) {
        const auto levels = sync.book().levels(side);
        const QJsonArray best = book[key].toArray();
        QCOMPARE(best.size(), 10);
        for (qsizetype i = 0; i < best.size(); ++i) {
            const DepthLevel expected{*parsePrice(best[i][0].toString()), *parseQuantity(best[i][1].toString())};
            QVERIFY(levels[levels.size() - 1 - std::size_t(i)] == expected);
        }
    }
    // The venue tells the best prices in a stream of its own: wherever it names an update of the book, both agree.
    int matches = 0;
    for (const auto &[update, ticker] : tickers) {
        const auto top = tops.find(update);
        if (top == tops.end())
            continue;
        QVERIFY(top->second == ticker);
        ++matches;
    }
    QCOMPARE(matches, book[u"book_ticker_matches"].toInt());
}

QTEST_APPLESS_MAIN(TestRecordedFeed)
#include "tst_recordedfeed.moc"
