#include "core/base/rng.h"
#include "core/market/barbuilder.h"

#include <QTest>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

Timestamp at(const QString &text) { return *parseIsoTime(text); }

TapeTrade print(const QString &time, const QString &price, const QString &quantity, std::uint64_t id, Side side = Side::Buy)
{
    return {at(u"2021-05-03T"_s + time + u'Z'), *parsePrice(price), *parseQuantity(quantity), id, side};
}

} // namespace

class TestBarBuilder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nextMinuteClosesTheBar();
    void clockClosesTheBar();
    void repeatedIdCountsOnce();
    void latePrintGivesARevision();
    void tooLatePrintIsDropped(); // FAULTS M06
    void idDecidesOpenAndClose();
    void sumsAreExact();
    void badPrintsAreDropped();
    void printsOutsideTheSessionAreDropped();
    void shuffledPrintsGiveTheSameBars();
};

void TestBarBuilder::nextMinuteClosesTheBar()
{
    BarBuilder builder(ExchangeCalendar::crypto());
    QVERIFY(builder.push(print(u"10:00:01"_s, u"100"_s, u"1"_s, 1)).empty());
    QVERIFY(builder.push(print(u"10:00:30"_s, u"105"_s, u"2"_s, 2, Side::Sell)).empty());
    QVERIFY(builder.push(print(u"10:00:59"_s, u"95"_s, u"3"_s, 3)).empty());
    QCOMPARE(builder.forming()->tradeCount, 3u);
    const auto bars = builder.push(print(u"10:01:00"_s, u"96"_s, u"1"_s, 4));
    QCOMPARE(bars.size(), std::size_t(1));
    const Bar expected{at(u"2021-05-03T10:01Z"_s), *parsePrice(u"100"), *parsePrice(u"105"), *parsePrice(u"95"), *parsePrice(u"95"), 6};
    QVERIFY(bars[0].bar == expected);
    QCOMPARE(bars[0].takerBuyVolume, 4.0);
    QCOMPARE(bars[0].turnover, 100.0 + 210 + 285);
    QVERIFY(!bars[0].isRevision);
}

void TestBarBuilder::clockClosesTheBar()
{
    BarBuilder builder(ExchangeCalendar::crypto());
    builder.push(print(u"10:00:01"_s, u"100"_s, u"1"_s, 1));
    QVERIFY(builder.advanceTo(at(u"2021-05-03T10:00:59Z"_s)).empty());
    QCOMPARE(builder.advanceTo(at(u"2021-05-03T10:01:00Z"_s)).size(), std::size_t(1));
    QVERIFY(builder.advanceTo(at(u"2021-05-03T10:05:00Z"_s)).empty()); // minutes without prints give no bar
}

void TestBarBuilder::repeatedIdCountsOnce() // M06
{
    BarBuilder builder(ExchangeCalendar::crypto());
    builder.push(print(u"10:00:01"_s, u"100"_s, u"1"_s, 7));
    builder.push(print(u"10:00:01"_s, u"100"_s, u"1"_s, 7));
    QCOMPARE(builder.forming()->bar.volume, 1.0);
    QCOMPARE(builder.duplicates(), std::uint64_t(1));
    builder.advanceTo(at(u"2021-05-03T10:01:00Z"_s));
    QVERIFY(builder.push(print(u"10:00:01"_s, u"100"_s, u"1"_s, 7)).empty()); // also after the minute was delivered
}

void TestBarBuilder::latePrintGivesARevision() // M06
{
    BarBuilder builder(ExchangeCalendar::crypto());
    builder.push(print(u"10:00:01"_s, u"100"_s, u"1"_s, 1));
    builder.push(print(u"10:01:01"_s, u"101"_s, u"1"_s, 3));
    const auto bars = builder.push(print(u"10:00:59"_s, u"99"_s, u"2"_s, 2));
    QCOMPARE(bars.size(), std::size_t(1));
    QVERIFY(bars[0].isRevision);
    QCOMPARE(bars[0].bar.closeTime, at(u"2021-05-03T10:01Z"_s));
    QVERIFY(bars[0].bar.close == *parsePrice(u"99"));
    QCOMPARE(bars[0].bar.volume, 3.0);
}

void TestBarBuilder::tooLatePrintIsDropped()
{
    BarBuilder builder(ExchangeCalendar::crypto());
    builder.push(print(u"10:00:01"_s, u"100"_s, u"1"_s, 1));
    builder.push(print(u"10:10:01"_s, u"101"_s, u"1"_s, 3));
    QVERIFY(builder.push(print(u"10:00:59"_s, u"99"_s, u"2"_s, 2)).empty());
    QCOMPARE(builder.droppedLate(), std::uint64_t(1));
}

void TestBarBuilder::idDecidesOpenAndClose()
{
    BarBuilder builder(ExchangeCalendar::crypto());
    builder.push(print(u"10:00:02"_s, u"102"_s, u"1"_s, 12));
    builder.push(print(u"10:00:02"_s, u"101"_s, u"1"_s, 11));
    builder.push(print(u"10:00:02"_s, u"103"_s, u"1"_s, 13));
    QVERIFY(builder.forming()->bar.open == *parsePrice(u"101"));
    QVERIFY(builder.forming()->bar.close == *parsePrice(u"103"));
}

void TestBarBuilder::sumsAreExact()
{
    BarBuilder builder(ExchangeCalendar::crypto());
    for (std::uint64_t id = 1; id <= 100'000; ++id) // doubles would drift: 0.1 is not a binary fraction
        builder.push(print(u"10:00:01"_s, u"0.1"_s, u"0.1"_s, id));
    QCOMPARE(builder.forming()->bar.volume, 10'000.0);
    QCOMPARE(builder.forming()->turnover, 1'000.0);
}

void TestBarBuilder::badPrintsAreDropped() // M01
{
    BarBuilder builder(ExchangeCalendar::crypto());
    builder.push(print(u"10:00:01"_s, u"0"_s, u"1"_s, 1));
    builder.push(print(u"10:00:01"_s, u"-5"_s, u"1"_s, 2));
    builder.push(print(u"10:00:01"_s, u"5"_s, u"0"_s, 3));
    QVERIFY(!builder.forming());
    QCOMPARE(builder.droppedInvalid(), std::uint64_t(3));
}

void TestBarBuilder::printsOutsideTheSessionAreDropped()
{
    BarBuilder builder(**ExchangeCalendar::find(u"nse"));
    builder.push(print(u"03:44:59"_s, u"100"_s, u"1"_s, 1)); // 09:14:59 IST
    QVERIFY(!builder.forming());
    builder.push(print(u"03:45:00"_s, u"100"_s, u"1"_s, 2));
    QVERIFY(builder.forming());
    QCOMPARE(builder.advanceTo(at(u"2021-05-03T10:00Z"_s)).size(), std::size_t(1));
    builder.push(print(u"10:00:00"_s, u"100"_s, u"1"_s, 3)); // 15:30 IST
    QVERIFY(!builder.forming());
    QCOMPARE(builder.droppedClosed(), std::uint64_t(2));
}

void TestBarBuilder::shuffledPrintsGiveTheSameBars() // I25
{
    const std::uint64_t seed = 7;
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    Rng rng(seed);
    std::vector<TapeTrade> trades;
    Timestamp time = at(u"2021-05-03T10:00Z"_s);
    for (std::uint64_t id = 1; id <= 5'000; ++id) {
        time = time + std::chrono::milliseconds(rng.below(300));
        trades.push_back({time, Price::fromRaw(10'000'000'000 + std::int64_t(rng.below(1'000)) * 1'000'000),
                          Quantity::fromRaw(std::int64_t(1 + rng.below(10'000'000))), id, rng.below(2) ? Side::Buy : Side::Sell});
    }
    const auto barsOf = [](const std::vector<TapeTrade> &prints) {
        BarBuilder builder(ExchangeCalendar::crypto());
        std::map<Timestamp, BuiltBar> bars; // a revision replaces its minute
        const auto keep = [&](const std::vector<BuiltBar> &built) {
            for (const BuiltBar &bar : built)
                bars[bar.bar.closeTime] = bar;
        };
        for (const TapeTrade &trade : prints)
            keep(builder.push(trade));
        keep(builder.advanceTo(at(u"2021-05-04"_s)));
        return bars;
    };
    const auto sorted = barsOf(trades);
    std::vector<TapeTrade> shuffled = trades;
    for (std::size_t i = 0; i + 100 < shuffled.size(); ++i) // within about 15 seconds, with repeats
        std::swap(shuffled[i], shuffled[i + rng.below(100)]);
    shuffled.insert(shuffled.end(), shuffled.end() - 50, shuffled.end());
    const auto unsorted = barsOf(shuffled);
    QCOMPARE(unsorted.size(), sorted.size());
    QVERIFY(sorted.size() > 10);
    for (const auto &[closeTime, bar] : sorted) {
        QVERIFY(unsorted.at(closeTime).bar == bar.bar);
        QCOMPARE(unsorted.at(closeTime).tradeCount, bar.tradeCount);
        QCOMPARE(unsorted.at(closeTime).turnover, bar.turnover);
    }
}

QTEST_APPLESS_MAIN(TestBarBuilder)
#include "tst_barbuilder.moc"
