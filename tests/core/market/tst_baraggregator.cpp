#include "core/base/rng.h"
#include "core/market/baraggregator.h"
#include "core/market/barvalidation.h"

#include <QTest>

#include <limits>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

const ExchangeCalendar &nse() { return **ExchangeCalendar::find(u"nse"); }
Timestamp at(const QString &text) { return *parseIsoTime(text); }
Timestamp ist(const QString &text) { return *parseIsoTime(text + u"+05:30"_s); }

Bar minute(Timestamp closeTime, int price, double volume = 1)
{
    return {closeTime, Price::fromInt(price), Price::fromInt(price + 2), Price::fromInt(price - 2), Price::fromInt(price + 1), volume};
}

std::vector<Bar> pushAll(BarAggregator &aggregator, const std::vector<Bar> &minutes)
{
    std::vector<Bar> bars;
    for (const Bar &bar : minutes) {
        for (const Bar &closed : aggregator.push(bar))
            bars.push_back(closed);
    }
    return bars;
}

} // namespace

class TestBarAggregator : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void buckets_data();
    void buckets();
    void closesAtItsLastMinute();
    void missingLastMinuteClosesLate();
    void oneMinuteMayCloseTwoBars();
    void rowsOutsideTheSessionAreLeftOut();
    void repeatedAndOlderMinutesAreIgnored();
    void wholeHistoryEqualsOneByOne_data();
    void wholeHistoryEqualsOneByOne();
    void validation_data();
    void validation();
    void misalignedTime();
};

void TestBarAggregator::buckets_data()
{
    QTest::addColumn<QString>("calendar");
    QTest::addColumn<QString>("timeframe");
    QTest::addColumn<QString>("time");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("end");
    const QString none;
    QTest::newRow("crypto 4h counts from midnight UTC") << u"crypto"_s << u"4h"_s << u"2021-05-03T13:59Z"_s << u"2021-05-03T12:00Z"_s << u"2021-05-03T16:00Z"_s;
    QTest::newRow("crypto week starts on Monday") << u"crypto"_s << u"1w"_s << u"2021-05-09T23:59Z"_s << u"2021-05-03"_s << u"2021-05-10"_s;
    QTest::newRow("crypto week before 1970") << u"crypto"_s << u"1w"_s << u"1969-12-28T10:00Z"_s << u"1969-12-22"_s << u"1969-12-29"_s;
    QTest::newRow("nse 15m counts from the open") << u"nse"_s << u"15m"_s << u"2021-04-01T09:16+05:30"_s << u"2021-04-01T09:15+05:30"_s << u"2021-04-01T09:30+05:30"_s;
    QTest::newRow("nse hour is off the clock hour") << u"nse"_s << u"1h"_s << u"2021-04-01T10:14+05:30"_s << u"2021-04-01T09:15+05:30"_s << u"2021-04-01T10:15+05:30"_s;
    QTest::newRow("nse last hour ends at the close") << u"nse"_s << u"1h"_s << u"2021-04-01T15:29+05:30"_s << u"2021-04-01T15:15+05:30"_s << u"2021-04-01T15:30+05:30"_s;
    QTest::newRow("nse day is the session") << u"nse"_s << u"1d"_s << u"2021-04-01T12:00+05:30"_s << u"2021-04-01T09:15+05:30"_s << u"2021-04-01T15:30+05:30"_s;
    QTest::newRow("nse day with two sessions") << u"nse"_s << u"1d"_s << u"2021-02-24T10:00+05:30"_s << u"2021-02-24T09:15+05:30"_s << u"2021-02-24T17:00+05:30"_s;
    QTest::newRow("nse second session starts its own buckets") << u"nse"_s << u"1h"_s << u"2021-02-24T16:50+05:30"_s << u"2021-02-24T16:45+05:30"_s << u"2021-02-24T17:00+05:30"_s;
    QTest::newRow("nse week that ends on Thursday") << u"nse"_s << u"1w"_s << u"2021-03-30T12:00+05:30"_s << u"2021-03-30T09:15+05:30"_s << u"2021-04-01T15:30+05:30"_s;
    QTest::newRow("nse after the close is no bucket") << u"nse"_s << u"15m"_s << u"2021-04-01T15:30+05:30"_s << none << none;
    QTest::newRow("nse between two sessions is no bucket") << u"nse"_s << u"1d"_s << u"2021-02-24T13:00+05:30"_s << none << none;
}

void TestBarAggregator::buckets()
{
    QFETCH(QString, calendar);
    QFETCH(QString, timeframe);
    QFETCH(QString, time);
    QFETCH(QString, start);
    QFETCH(QString, end);
    const auto bucket = bucketAt(at(time), *parseTimeframe(timeframe), **ExchangeCalendar::find(calendar));
    QCOMPARE(bucket.has_value(), !start.isEmpty());
    if (bucket) {
        QCOMPARE(toIsoString(bucket->start), toIsoString(at(start)));
        QCOMPARE(toIsoString(bucket->end), toIsoString(at(end)));
    }
}

void TestBarAggregator::closesAtItsLastMinute()
{
    BarAggregator aggregator(Timeframe::M5, ExchangeCalendar::crypto());
    const Timestamp start = at(u"2021-05-03T10:00Z"_s);
    for (int i = 1; i <= 4; ++i)
        QVERIFY(aggregator.push(minute(start + std::chrono::minutes(i), 100 + i, i)).isEmpty());
    QVERIFY(aggregator.forming()->close == Price::fromInt(105));
    QCOMPARE(aggregator.forming()->closeTime, at(u"2021-05-03T10:05Z"_s));
    const ClosedBars closed = aggregator.push(minute(start + std::chrono::minutes(5), 90, 5));
    QCOMPARE(closed.size(), std::size_t(1));
    const Bar expected{at(u"2021-05-03T10:05Z"_s), Price::fromInt(101), Price::fromInt(106), Price::fromInt(88), Price::fromInt(91), 15};
    QVERIFY(closed[0] == expected);
    QVERIFY(!aggregator.forming());
}

void TestBarAggregator::missingLastMinuteClosesLate()
{
    BarAggregator aggregator(Timeframe::M5, ExchangeCalendar::crypto());
    aggregator.push(minute(at(u"2021-05-03T10:03Z"_s), 100));
    QVERIFY(!aggregator.flush(at(u"2021-05-03T10:04:59Z"_s)));
    const auto bar = aggregator.flush(at(u"2021-05-03T10:05Z"_s));
    QVERIFY(bar);
    QCOMPARE(bar->closeTime, at(u"2021-05-03T10:05Z"_s));
    QVERIFY(!aggregator.flush(at(u"2021-05-03T10:06Z"_s)));
}

void TestBarAggregator::oneMinuteMayCloseTwoBars()
{
    BarAggregator aggregator(Timeframe::M5, ExchangeCalendar::crypto());
    aggregator.push(minute(at(u"2021-05-03T10:03Z"_s), 100));
    const ClosedBars closed = aggregator.push(minute(at(u"2021-05-03T10:20Z"_s), 200));
    QCOMPARE(closed.size(), std::size_t(2));
    QCOMPARE(closed[0].closeTime, at(u"2021-05-03T10:05Z"_s));
    QCOMPARE(closed[1].closeTime, at(u"2021-05-03T10:20Z"_s));
    QVERIFY(closed[1].open == Price::fromInt(200));
}

void TestBarAggregator::rowsOutsideTheSessionAreLeftOut()
{
    BarAggregator aggregator(Timeframe::D1, nse());
    const std::vector<Bar> bars = pushAll(aggregator, {minute(ist(u"2021-04-01T09:08"_s), 500), minute(ist(u"2021-04-01T09:16"_s), 100),
                                                       minute(ist(u"2021-04-01T15:30"_s), 110), minute(ist(u"2021-04-01T15:31"_s), 900)});
    QCOMPARE(bars.size(), std::size_t(1));
    const Bar expected{ist(u"2021-04-01T15:30"_s), Price::fromInt(100), Price::fromInt(112), Price::fromInt(98), Price::fromInt(111), 2};
    QVERIFY(bars[0] == expected);
    QVERIFY(!aggregator.forming());
}

void TestBarAggregator::repeatedAndOlderMinutesAreIgnored() // M06
{
    BarAggregator aggregator(Timeframe::M5, ExchangeCalendar::crypto());
    aggregator.push(minute(at(u"2021-05-03T10:02Z"_s), 100, 7));
    aggregator.push(minute(at(u"2021-05-03T10:02Z"_s), 100, 7));
    aggregator.push(minute(at(u"2021-05-03T10:01Z"_s), 50, 7));
    QCOMPARE(aggregator.forming()->volume, 7.0);
    QVERIFY(aggregator.forming()->low == Price::fromInt(98));
}

void TestBarAggregator::wholeHistoryEqualsOneByOne_data()
{
    QTest::addColumn<QString>("calendar");
    QTest::addColumn<QString>("from");
    QTest::newRow("crypto around a year's end") << u"crypto"_s << u"2020-12-20"_s;
    QTest::newRow("nse with holidays and a Saturday budget") << u"nse"_s << u"2020-01-25"_s;
    QTest::newRow("nse around the outage day") << u"nse"_s << u"2021-02-20"_s;
    QTest::newRow("nse around Diwali") << u"nse"_s << u"2021-10-30"_s;
}

void TestBarAggregator::wholeHistoryEqualsOneByOne()
{
    QFETCH(QString, calendar);
    QFETCH(QString, from);
    const ExchangeCalendar &exchange = **ExchangeCalendar::find(calendar);
    const std::uint64_t seed = 20210501;
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    Rng rng(seed);
    std::vector<Bar> minutes;
    int price = 1'000;
    for (int i = 1; i < 16 * 1'440; ++i) {
        price += int(rng.below(11)) - 5;
        if (rng.below(10) > 1) // every fifth minute is missing, closed hours are in the input too
            minutes.push_back(minute(at(from) + std::chrono::minutes(i), price, double(rng.below(1'000)) / 8));
        if (rng.below(500) == 0)
            i += int(rng.below(600));
    }
    BarColumns columns;
    for (const Bar &bar : minutes)
        columns.append(bar);
    for (const Timeframe timeframe : allTimeframes) {
        BarAggregator aggregator(timeframe, exchange);
        std::vector<Bar> bars = pushAll(aggregator, minutes);
        if (const auto rest = aggregator.flush(Timestamp::fromNs(std::numeric_limits<std::int64_t>::max())))
            bars.push_back(*rest);
        const BarColumns whole = aggregate(columns, timeframe, exchange);
        QCOMPARE(whole.size(), bars.size());
        for (std::size_t i = 0; i < bars.size(); ++i) {
            QVERIFY2(whole.bar(i) == bars[i], qPrintable(toString(timeframe) + u" bar "_s + QString::number(i)));
            QVERIFY(validate(bars[i], timeframe, exchange));
        }
    }
}

void TestBarAggregator::validation_data()
{
    QTest::addColumn<BarPoint>("bar");
    QTest::addColumn<QString>("field"); // empty: accepted
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double inf = std::numeric_limits<double>::infinity();
    const Timestamp time = at(u"2021-05-03T10:00Z"_s);
    QTest::newRow("a bar") << BarPoint{time, 10, 12, 9, 11, 5} << u""_s;
    QTest::newRow("all prices equal") << BarPoint{time, 10, 10, 10, 10, 5} << u""_s;
    QTest::newRow("zero volume is accepted (M04)") << BarPoint{time, 10, 12, 9, 11, 0} << u""_s;
    QTest::newRow("NaN close (M01)") << BarPoint{time, 10, 12, 9, nan, 5} << u"'close'"_s;
    QTest::newRow("infinite high (M01)") << BarPoint{time, 10, inf, 9, 11, 5} << u"'high'"_s;
    QTest::newRow("zero open (M01)") << BarPoint{time, 0, 12, 9, 11, 5} << u"'open'"_s;
    QTest::newRow("negative low (M01)") << BarPoint{time, 10, 12, -9, 11, 5} << u"'low'"_s;
    QTest::newRow("high below low (M03)") << BarPoint{time, 10, 9, 12, 11, 5} << u"'high'"_s;
    QTest::newRow("close above high (M03)") << BarPoint{time, 10, 12, 9, 12.01, 5} << u"'close'"_s;
    QTest::newRow("open below low (M03)") << BarPoint{time, 8.99, 12, 9, 11, 5} << u"'open'"_s;
    QTest::newRow("negative volume (M03)") << BarPoint{time, 10, 12, 9, 11, -1} << u"'volume'"_s;
    QTest::newRow("NaN volume (M01)") << BarPoint{time, 10, 12, 9, 11, nan} << u"'volume'"_s;
    QTest::newRow("no time") << BarPoint{{}, 10, 12, 9, 11, 1} << u"time"_s;
}

void TestBarAggregator::validation()
{
    QFETCH(BarPoint, bar);
    QFETCH(QString, field);
    const auto valid = validate(bar);
    QCOMPARE(valid.has_value(), field.isEmpty());
    if (!valid) {
        QVERIFY(valid.error().code == ErrorCode::BadData);
        QVERIFY2(valid.error().detail.contains(field), qPrintable(valid.error().detail));
    }
}

void TestBarAggregator::misalignedTime() // M03
{
    const auto check = [](Timestamp time, Timeframe timeframe, const ExchangeCalendar &calendar) {
        return validate(minute(time, 100), timeframe, calendar).has_value();
    };
    QVERIFY(check(at(u"2021-05-03T10:05Z"_s), Timeframe::M5, ExchangeCalendar::crypto()));
    QVERIFY(!check(at(u"2021-05-03T10:04Z"_s), Timeframe::M5, ExchangeCalendar::crypto()));
    QVERIFY(!check(at(u"2021-05-03T10:05:30Z"_s), Timeframe::M1, ExchangeCalendar::crypto()));
    QVERIFY(check(ist(u"2021-04-01T15:30"_s), Timeframe::H1, nse()));
    QVERIFY(!check(ist(u"2021-04-01T15:31"_s), Timeframe::M1, nse()));
}

QTEST_APPLESS_MAIN(TestBarAggregator)
#include "tst_baraggregator.moc"
