#include "core/market/baraggregator.h"
#include "core/market/barbuilder.h"
#include "core/storage/barfile.h"
#include "core/storage/filebytes.h"
#include "tests/support/shareddata.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace bellwether;
using namespace Qt::StringLiterals;

// Larger bars from the minutes of real files and minutes from a recorded feed, against the reference figures.

namespace {

QJsonObject readJson(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

BarColumns aggregated(const QString &path, Timeframe timeframe, const ExchangeCalendar &calendar)
{
    const auto file = readBarFile(path);
    if (!file)
        qFatal("%s", qPrintable(file.error().detail));
    return aggregate(file->bars, timeframe, calendar);
}

bool isNear(double a, double b) { return std::fabs(a - b) <= 1e-9 * std::max(std::fabs(a), std::fabs(b)); }

} // namespace

class TestResampling : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bitcoin_data();
    void bitcoin();
    void bitcoinHoursOfMay();
    void niftyQuarterHours();
    void niftyDays();
    void niftySpecialDays();
    void recordedFeed_data();
    void recordedFeed();
};

void TestResampling::bitcoin_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("timeframe");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("countKey");
    QTest::newRow("hours around the outage") << u"BTCUSDT-1m-2018-02.zip"_s << u"1h"_s << u"2018-02 1h around the outage"_s << u"2018-02 1h bars"_s;
    QTest::newRow("days with missing minutes") << u"BTCUSDT-1m-2018-02.zip"_s << u"1d"_s << u"2018-02 1d"_s << u"2018-02 1d bars"_s;
    QTest::newRow("four hours from microseconds") << u"BTCUSDT-1m-2025-01.zip"_s << u"4h"_s << u"2025-01 4h (file in microseconds)"_s << u"2025-01 4h bars"_s;
}

void TestResampling::bitcoin()
{
    QFETCH(QString, file);
    QFETCH(QString, timeframe);
    QFETCH(QString, key);
    QFETCH(QString, countKey);
    REQUIRE_SHARED(reference, u"reference/resampling.json"_s);
    REQUIRE_SHARED(path, u"data/crypto_1m_binance_btcusdt/"_s + file);
    const QJsonObject btc = readJson(reference)[u"btc"].toObject();
    const Timeframe length = *parseTimeframe(timeframe);
    const BarColumns bars = aggregated(path, length, ExchangeCalendar::crypto());
    QCOMPARE(qint64(bars.size()), btc[u"counts"][countKey].toInteger());
    const QJsonArray expected = btc[key].toArray();
    QVERIFY(!expected.isEmpty());
    for (const QJsonValue &bar : expected) {
        const Timestamp closeTime = *parseIsoTime(bar[u"open_time_utc"].toString()) + durationOf(length);
        const auto it = std::lower_bound(bars.closeTime.begin(), bars.closeTime.end(), closeTime);
        QVERIFY(it != bars.closeTime.end() && *it == closeTime);
        const std::size_t row = std::size_t(it - bars.closeTime.begin());
        QCOMPARE(bars.open[row], bar[u"open"].toDouble());
        QCOMPARE(bars.high[row], bar[u"high"].toDouble());
        QCOMPARE(bars.low[row], bar[u"low"].toDouble());
        QCOMPARE(bars.close[row], bar[u"close"].toDouble());
        QVERIFY(isNear(bars.volume[row], bar[u"volume"].toDouble()));
    }
}

void TestResampling::bitcoinHoursOfMay()
{
    REQUIRE_SHARED(reference, u"reference/indicators_btc_1h_2021_05.json"_s);
    REQUIRE_SHARED(path, u"data/crypto_1m_binance_btcusdt/BTCUSDT-1m-2021-05.zip"_s);
    const QJsonObject root = readJson(reference);
    const BarColumns bars = aggregated(path, Timeframe::H1, ExchangeCalendar::crypto());
    const QJsonObject input = (root.contains(u"bars") ? root[u"bars"] : root[u"input"]).toObject();
    QCOMPARE(bars.size(), std::size_t(744));
    if (input.contains(u"close")) {
        const QJsonArray closes = input[u"close"].toArray();
        QCOMPARE(closes.size(), qsizetype(744));
        for (qsizetype i = 0; i < closes.size(); ++i)
            QCOMPARE(bars.close[std::size_t(i)], closes[i].toDouble());
    }
}

void TestResampling::niftyQuarterHours()
{
    REQUIRE_SHARED(reference, u"reference/resampling.json"_s);
    REQUIRE_SHARED(path, u"data/india_index_1m/NIFTY_1m_20210101_20220630.csv.gz"_s);
    const BarColumns bars = aggregated(path, Timeframe::M15, **ExchangeCalendar::find(u"nse"));
    const QJsonArray expected = readJson(reference)[u"nse"][u"NIFTY 15m"].toArray();
    QVERIFY(expected.size() >= 50);
    for (const QJsonValue &bar : expected) {
        const QString date = bar[u"date"].toString();
        const Timestamp start = *parseIsoTime(u"%1-%2-%3T%4+05:30"_s.arg(date.left(4), date.mid(4, 2), date.mid(6), bar[u"start_ist"].toString()));
        const auto it = std::lower_bound(bars.closeTime.begin(), bars.closeTime.end(), start + std::chrono::minutes(15));
        QVERIFY(it != bars.closeTime.end() && *it == start + std::chrono::minutes(15));
        const std::size_t row = std::size_t(it - bars.closeTime.begin());
        QCOMPARE(bars.open[row], bar[u"open"].toDouble());
        QCOMPARE(bars.high[row], bar[u"high"].toDouble());
        QCOMPARE(bars.low[row], bar[u"low"].toDouble());
        QCOMPARE(bars.close[row], bar[u"close"].toDouble());
    }
}

void TestResampling::niftyDays()
{
    REQUIRE_SHARED(reference, u"reference/resampling.json"_s);
    REQUIRE_SHARED(path, u"data/india_index_1m/NIFTY_1m_20210101_20220630.csv.gz"_s);
    const ExchangeCalendar &nse = **ExchangeCalendar::find(u"nse");
    const BarColumns bars = aggregated(path, Timeframe::D1, nse);
    QCOMPARE(bars.size(), std::size_t(371)); // trading days of the file
    for (const QJsonValue &bar : readJson(reference)[u"nse"][u"NIFTY daily"].toArray()) {
        const QString date = bar[u"date"].toString();
        const std::int64_t day = parseIsoTime(u"%1-%2-%3"_s.arg(date.left(4), date.mid(4, 2), date.mid(6)))->utcDay();
        const Timestamp closeTime = nse.sessionsOn(day).back().close;
        const auto it = std::lower_bound(bars.closeTime.begin(), bars.closeTime.end(), closeTime);
        if (it == bars.closeTime.end() || *it != closeTime)
            continue; // the reference also lists a day whose session is not of the regular kind
        const std::size_t row = std::size_t(it - bars.closeTime.begin());
        QCOMPARE(bars.open[row], bar[u"open"].toDouble());
        QCOMPARE(bars.high[row], bar[u"high"].toDouble());
        QCOMPARE(bars.low[row], bar[u"low"].toDouble());
        QCOMPARE(bars.close[row], bar[u"close_of_last_minute"].toDouble()); // not the official close
    }
}

void TestResampling::niftySpecialDays()
{
    REQUIRE_SHARED(path, u"data/india_index_1m/NIFTY_1m_20210101_20220630.csv.gz"_s);
    const ExchangeCalendar &nse = **ExchangeCalendar::find(u"nse");
    const BarColumns bars = aggregated(path, Timeframe::M15, nse);
    const auto barsOn = [&](const QString &date) {
        const std::int64_t day = parseIsoTime(date)->utcDay();
        return std::count_if(bars.closeTime.begin(), bars.closeTime.end(), [&](Timestamp time) { return nse.localDay(time) == day; });
    };
    QCOMPARE(barsOn(u"2021-11-04"_s), 4); // 18:15 to 19:15
    // 09:15 to 10:08 touches four quarter hours, 15:45 to 17:00 five; 15:38 is no session minute.
    QCOMPARE(barsOn(u"2021-02-24"_s), 9);
    QCOMPARE(barsOn(u"2021-04-01"_s), 25);
}

void TestResampling::recordedFeed_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("spot, two files") << 0;
    QTest::newRow("futures") << 1;
}

void TestResampling::recordedFeed()
{
    QFETCH(int, which);
    REQUIRE_SHARED(reference, u"reference/feed_bars_and_book.json"_s);
    const QJsonObject feed = readJson(reference)[u"cases"][which].toObject();
    BarBuilder builder(ExchangeCalendar::crypto());
    std::map<Timestamp, BuiltBar> bars;
    const auto keep = [&](const std::vector<BuiltBar> &built) {
        for (const BuiltBar &bar : built)
            bars[bar.bar.closeTime] = bar;
    };
    Timestamp last;
    for (const QJsonValue &name : feed[u"files"].toArray()) {
        REQUIRE_SHARED(path, u"data/"_s + name.toString());
        const auto bytes = readFileBytes(path);
        QVERIFY(bytes);
        for (const QByteArray &line : bytes->bytes.split('\n')) {
            if (!line.contains("\"e\":\"trade\""))
                continue;
            const QJsonObject data = QJsonDocument::fromJson(line.mid(line.indexOf(' ') + 1)).object()[u"data"].toObject();
            if (data.contains(u"X") && data[u"X"].toString() != u"MARKET")
                continue; // insurance fund and settlement prints are no market trades
            last = Timestamp::fromMs(data[u"T"].toInteger());
            keep(builder.push({last, *parsePrice(data[u"p"].toString()), *parseQuantity(data[u"q"].toString()),
                               std::uint64_t(data[u"t"].toInteger()), data[u"m"].toBool() ? Side::Sell : Side::Buy}));
        }
    }
    keep(builder.advanceTo(last + std::chrono::minutes(1)));
    const QJsonArray expected = feed[u"bars"].toArray();
    QCOMPARE(qsizetype(bars.size()), expected.size());
    for (const QJsonValue &bar : expected) {
        const auto it = bars.find(Timestamp::fromMs(bar[u"open_time_ms"].toInteger() + 60'000));
        QVERIFY(it != bars.end());
        const BuiltBar &built = it->second;
        QVERIFY(built.bar.open == *parsePrice(bar[u"open"].toString()));
        QVERIFY(built.bar.high == *parsePrice(bar[u"high"].toString()));
        QVERIFY(built.bar.low == *parsePrice(bar[u"low"].toString()));
        QVERIFY(built.bar.close == *parsePrice(bar[u"close"].toString()));
        QCOMPARE(built.bar.volume, bar[u"volume"].toString().toDouble());
        QCOMPARE(qint64(built.tradeCount), bar[u"trades"].toInteger());
        QVERIFY(isNear(built.takerBuyVolume, bar[u"taker_buy_volume"].toString().toDouble()));
        QVERIFY(isNear(built.turnover, bar[u"quote_volume"].toString().toDouble()));
    }
}

QTEST_APPLESS_MAIN(TestResampling)
#include "tst_resampling.moc"
