#include "core/brokers/binance/depthsync.h"
#include "core/brokers/binance/streamdecoder.h"
#include "tests/support/shareddata.h"

#include <QFile>
#include <QTest>

using namespace bellwether;
using namespace bellwether::binance;
using namespace Qt::StringLiterals;

namespace {

Price price(const QString &text) { return *parsePrice(text); }
Quantity units(const QString &text) { return *parseQuantity(text); }

StreamMessage decoded(const QByteArray &bytes)
{
    static StreamDecoder decoder;
    StreamMessage message;
    const auto done = decoder.decode(bytes, message);
    if (!done)
        qFatal("%s", qPrintable(done.error().detail));
    return message;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

StreamMessage change(std::uint64_t first, std::uint64_t last, std::vector<DepthLevel> bids, std::vector<DepthLevel> asks = {})
{
    StreamMessage message;
    message.kind = StreamKind::DepthChange;
    message.firstUpdate = first;
    message.lastUpdate = last;
    message.bids = std::move(bids);
    message.asks = std::move(asks);
    return message;
}

} // namespace

class TestStreamDecoder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void recordedMessages();
    void documentedMessages();
    void keysInAnyOrder();
    void numbersAreExact();
    void refused_data();
    void refused();
    void answers();
    void cutAnywhere();
    void memoryIsReused();
    void bookFollowsTheProcedure();
    void bookBreaks();
};

void TestStreamDecoder::recordedMessages()
{
    REQUIRE_SHARED(trade, u"fixtures/binance/mainnet/ws_combined_trade.json"_s);
    StreamMessage message = decoded(contentOf(trade));
    QVERIFY(message.kind == StreamKind::Trade);
    QVERIFY(message.stream == "ethusdt@trade");
    QVERIFY(message.symbol == "ETHUSDT");
    QVERIFY(message.eventTime == Timestamp::fromMs(1639351062244));
    // "a" and "b" are order ids in recordings of that year, not prices.
    const TapeTrade expected{Timestamp::fromMs(1639351062243), price(u"4149.74"_s), units(u"0.4387"_s), 705291099, Side::Sell};
    QVERIFY(message.trade == expected);

    REQUIRE_SHARED(aggregate, u"fixtures/binance/mainnet/ws_combined_agg_trade_extra_field.json"_s);
    message = decoded(contentOf(aggregate));
    QVERIFY(message.kind == StreamKind::AggregateTrade);
    const TapeTrade together{Timestamp::fromMs(1675759520847), price(u"1632.46"_s), units(u"0.34305"_s), 226532, Side::Buy};
    QVERIFY(message.trade == together);
}

void TestStreamDecoder::documentedMessages()
{
    REQUIRE_SHARED(ticker, u"fixtures/binance/docs/ws_bookTicker.json"_s);
    StreamMessage message = decoded(contentOf(ticker));
    QVERIFY(message.kind == StreamKind::BookTicker);
    QCOMPARE(message.lastUpdate, 400900217u);
    QVERIFY(message.symbol == "BNBUSDT");
    const Quote expected{{}, price(u"25.3519"_s), price(u"25.3652"_s), units(u"31.21"_s), units(u"40.66"_s)};
    QVERIFY(message.quote == expected);

    REQUIRE_SHARED(depth, u"fixtures/binance/docs/ws_depthUpdate.json"_s);
    message = decoded(contentOf(depth));
    QVERIFY(message.kind == StreamKind::DepthChange);
    QCOMPARE(message.firstUpdate, 157u);
    QCOMPARE(message.lastUpdate, 160u);
    QVERIFY(message.bids == std::vector({DepthLevel{price(u"0.0024"_s), units(u"10"_s)}}));
    QVERIFY(message.asks == std::vector({DepthLevel{price(u"0.0026"_s), units(u"100"_s)}}));

    REQUIRE_SHARED(partial, u"fixtures/binance/docs/ws_partial_depth.json"_s);
    message = decoded(contentOf(partial));
    QVERIFY(message.kind == StreamKind::PartialDepth);
    QCOMPARE(message.lastUpdate, 160u);
    QVERIFY(message.bids == std::vector({DepthLevel{price(u"0.0024"_s), units(u"10"_s)}}));

    REQUIRE_SHARED(kline, u"fixtures/binance/docs/ws_kline.json"_s);
    message = decoded(contentOf(kline));
    QVERIFY(message.kind == StreamKind::Kline);
    QVERIFY(message.interval == "1m");
    QVERIFY(!message.isClosed);
    const Bar bar{Timestamp::fromMs(1672515840000), price(u"0.0010"_s), price(u"0.0025"_s), price(u"0.0015"_s), price(u"0.0020"_s), 1000};
    QVERIFY(message.bar == bar);

    REQUIRE_SHARED(mini, u"fixtures/binance/docs/ws_miniTicker.json"_s);
    message = decoded(contentOf(mini));
    QVERIFY(message.kind == StreamKind::DayTicker);
    QVERIFY(message.bar.close == price(u"0.0025"_s));
    QCOMPARE(message.bar.volume, 10000.0);
    REQUIRE_SHARED(day, u"fixtures/binance/docs/ws_ticker.json"_s);
    QVERIFY(decoded(contentOf(day)).kind == StreamKind::DayTicker);

    REQUIRE_SHARED(shutdown, u"fixtures/binance/docs/ws_serverShutdown_raw.json"_s);
    QVERIFY(decoded(contentOf(shutdown)).kind == StreamKind::ServerShutdown);
}

void TestStreamDecoder::keysInAnyOrder()
{
    const StreamMessage message = decoded(R"({"data":{"m":false,"T":2,"q":"0.5","p":"3","t":9,"s":"AB","E":1,"e":"trade"},"stream":"ab@trade"})");
    QVERIFY(message.kind == StreamKind::Trade);
    QVERIFY(message.stream == "ab@trade");
    QCOMPARE(message.trade.id, 9u);
    QVERIFY(message.trade.aggressor == Side::Buy);
}

void TestStreamDecoder::numbersAreExact()
{
    // An id above 2^53 has no double, a price of eight decimals no short one; microseconds are told by their size.
    const StreamMessage message = decoded(
        R"({"e":"trade","E":1672515782136123,"s":"AB","t":9007199254740993,"p":"0.00000001","q":"90000000000.12345678","T":1672515782136123,"m":true})");
    QCOMPARE(message.trade.id, 9007199254740993u);
    QCOMPARE(message.trade.price.raw(), std::int64_t(1));
    QCOMPARE(message.trade.quantity.raw(), std::int64_t(9000000000012345678));
    QVERIFY(message.trade.time == Timestamp::fromUs(1672515782136123));
}

void TestStreamDecoder::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("hello");
    QTest::newRow("an array at the top") << QByteArray("[1,2]");
    QTest::newRow("cut in the middle") << QByteArray(R"({"e":"trade","E":1,"s":"AB","t":9,"p":"3")");
    QTest::newRow("a price that is a JSON number") << QByteArray(R"({"e":"trade","E":1,"s":"AB","t":9,"p":3,"q":"1","T":2,"m":true})");
    QTest::newRow("a price that is not a number") << QByteArray(R"({"e":"trade","E":1,"s":"AB","t":9,"p":"nan","q":"1","T":2,"m":true})");
    QTest::newRow("a price with an exponent") << QByteArray(R"({"e":"trade","E":1,"s":"AB","t":9,"p":"1e400","q":"1","T":2,"m":true})");
    QTest::newRow("a price of zero") << QByteArray(R"({"e":"trade","E":1,"s":"AB","t":9,"p":"0","q":"1","T":2,"m":true})");
    QTest::newRow("a negative quantity") << QByteArray(R"({"e":"trade","E":1,"s":"AB","t":9,"p":"3","q":"-1","T":2,"m":true})");
    QTest::newRow("nine decimals") << QByteArray(R"({"e":"trade","E":1,"s":"AB","t":9,"p":"3.123456789","q":"1","T":2,"m":true})");
    QTest::newRow("a missing field") << QByteArray(R"({"e":"trade","E":1,"s":"AB","t":9,"p":"3","q":"1","m":true})");
    QTest::newRow("a time beyond the year 2286") << QByteArray(R"({"e":"trade","E":1,"s":"AB","t":9,"p":"3","q":"1","T":99999999999999999,"m":true})");
    QTest::newRow("a level without a quantity") << QByteArray(R"({"e":"depthUpdate","E":1,"s":"AB","U":1,"u":2,"b":[["1"]],"a":[]})");
    QTest::newRow("levels that are no array") << QByteArray(R"({"e":"depthUpdate","E":1,"s":"AB","U":1,"u":2,"b":"x","a":[]})");
    QTest::newRow("a symbol of a hundred letters") << QByteArray(R"({"u":1,"s":")") + QByteArray(100, 'A') + R"(","b":"1","B":"1","a":"1","A":"1"})";
    QTest::newRow("bad UTF-8") << QByteArray("{\"e\":\"trade\",\"s\":\"\xff\xfe\"}");
    QTest::newRow("a thousand open brackets") << QByteArray(R"({"e":)") + QByteArray(10'000, '[');
    QTest::newRow("longer than any message") << QByteArray(StreamDecoder::messageBytesMax + 1, ' ');
}

void TestStreamDecoder::refused()
{
    QFETCH(QByteArray, bytes);
    StreamDecoder decoder;
    StreamMessage message;
    const auto done = decoder.decode(bytes, message);
    QVERIFY(!done);
    QVERIFY(done.error().code == ErrorCode::BadData);
    QVERIFY(done.error().detail.size() < 300);
    // The next message is not touched by the bad one.
    QVERIFY(decoder.decode(R"({"u":1,"s":"AB","b":"1","B":"1","a":"2","A":"1"})", message));
    QVERIFY(message.kind == StreamKind::BookTicker);
}

void TestStreamDecoder::answers()
{
    StreamMessage message = decoded(R"({"result":null,"id":7})");
    QVERIFY(message.kind == StreamKind::Acknowledgement);
    QCOMPARE(message.requestId, 7);
    message = decoded(R"({"code":2,"msg":"Invalid request: unknown stream"})");
    QVERIFY(message.kind == StreamKind::Refusal);
    QCOMPARE(message.errorCode, 2);
    QVERIFY(message.text == "Invalid request: unknown stream");
    message = decoded(R"({"error":{"code":3,"msg":"Invalid JSON"},"id":4})");
    QVERIFY(message.kind == StreamKind::Refusal);
    QCOMPARE(message.errorCode, 3);
    QVERIFY(decoded(R"({"e":"somethingNew","x":[{}]})").kind == StreamKind::Other);
}

// Every prefix of a message is refused, none is taken for a shorter message.
void TestStreamDecoder::cutAnywhere()
{
    const QByteArray whole = R"({"stream":"ab@depth","data":{"e":"depthUpdate","E":1,"s":"AB","U":1,"u":2,"b":[["1","2"]],"a":[["3","4"]]}})";
    StreamDecoder decoder;
    StreamMessage message;
    QVERIFY(decoder.decode(whole, message));
    for (qsizetype size = 0; size < whole.size() - 1; ++size)
        QVERIFY2(!decoder.decode(QByteArrayView(whole).first(size), message), qPrintable(QString::number(size)));
}

void TestStreamDecoder::memoryIsReused()
{
    StreamDecoder decoder;
    StreamMessage message;
    QVERIFY(decoder.decode(R"({"e":"depthUpdate","E":1,"s":"AB","U":1,"u":2,"b":[["1","2"],["2","1"]],"a":[["3","4"]]})", message));
    const DepthLevel *bids = message.bids.data();
    QVERIFY(decoder.decode(R"({"e":"depthUpdate","E":1,"s":"AB","U":3,"u":4,"b":[["5","2"]],"a":[]})", message));
    QCOMPARE(message.bids.data(), bids);
    QCOMPARE(message.bids.size(), std::size_t(1));
    QVERIFY(message.asks.empty());
}

void TestStreamDecoder::bookFollowsTheProcedure()
{
    const auto level = [](int at, int quantity) { return DepthLevel{Price::fromInt(at), Quantity::fromInt(quantity)}; };
    DepthSync sync;
    sync.onChange(change(95, 99, {level(9, 9)}));          // older than the snapshot: dropped
    sync.onChange(change(100, 102, {level(10, 5)}));       // holds the snapshot's id: applied
    StreamMessage snapshot = change(0, 101, {level(10, 1), level(8, 2)}, {level(12, 3), level(11, 4)});
    sync.onSnapshot(snapshot);
    QVERIFY(sync.state() == DepthSync::State::Live);
    QCOMPARE(sync.lastUpdate(), 102u);
    QVERIFY(sync.book().best(Side::Buy) == level(10, 5));
    QVERIFY(sync.book().best(Side::Sell) == level(12, 3) || sync.book().best(Side::Sell) == level(11, 4));
    sync.onChange(change(103, 104, {level(10, 0)}, {level(11, 0)}));
    QVERIFY(sync.book().best(Side::Buy) == level(8, 2));
    QVERIFY(sync.book().best(Side::Sell) == level(12, 3));
    sync.onChange(change(103, 104, {level(9, 7)}));        // a repeat is passed over
    QVERIFY(sync.book().best(Side::Buy) == level(8, 2));
}

void TestStreamDecoder::bookBreaks()
{
    const auto level = [](int at, int quantity) { return DepthLevel{Price::fromInt(at), Quantity::fromInt(quantity)}; };
    DepthSync sync;
    sync.onChange(change(100, 102, {level(10, 5)}));
    sync.onSnapshot(change(0, 90, {level(1, 1)}, {level(99, 1)}));
    QVERIFY(sync.state() == DepthSync::State::Waiting); // too old: another is needed
    sync.onSnapshot(change(0, 101, {level(10, 1)}, {level(99, 1)}));
    QVERIFY(sync.state() == DepthSync::State::Live);
    sync.onChange(change(104, 105, {level(11, 1)}));   // 103 is missing
    QVERIFY(sync.state() == DepthSync::State::Broken);
    QCOMPARE(sync.holes(), 1u);
    QVERIFY(!sync.book().best(Side::Buy));
    sync.startOver();
    sync.onSnapshot(change(0, 105, {level(10, 1)}, {level(99, 1)}));
    sync.onChange(change(106, 106, {level(100, 1)}));  // a bid above the ask cannot be
    QVERIFY(sync.state() == DepthSync::State::Broken);
}

QTEST_APPLESS_MAIN(TestStreamDecoder)
#include "tst_streamdecoder.moc"
