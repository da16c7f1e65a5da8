#include "core/backtest/stoptrail.h"

#include "core/backtest/bracketrun.h"
#include "tests/core/backtest/randomrun.h"

#include <QtTest>

using namespace bellwether;
using namespace bellwether::test;

namespace {

using Prices = std::vector<std::array<double, 4>>; // open, high, low, close of a minute

ExitDistance distance(const char *text) { return *parseMoveDistance(QString::fromLatin1(text)); }

BarColumns minutes(const Prices &prices)
{
    BarColumns bars;
    Timestamp time = utcMidnight(2024, 1, 1);
    for (const auto &[open, high, low, close] : prices) {
        time = time + std::chrono::minutes(1);
        bars.append(BarPoint{time, open, high, low, close, 1});
    }
    return bars;
}

Price price(double value) { return Price::fromDouble(value); }

} // namespace

/// Stops that move, worked by hand, in the engine and on columns.
class TestStopTrail : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theStopOfABarIsThatOfTheBarsBefore_data();
    void theStopOfABarIsThatOfTheBarsBefore();
    void rangesCountWhereTheyAreKnown();
    void nearerIsTowardsThePrice();
    void distancesOfMovesAreReadAsWritten();
};

void TestStopTrail::theStopOfABarIsThatOfTheBarsBefore_data()
{
    // A signal on the close of the first bar, at 100, over ten units.
    QTest::addColumn<Side>("side");
    QTest::addColumn<bool>("isAtClose");
    QTest::addColumn<QString>("stop");
    QTest::addColumn<QString>("trail");
    QTest::addColumn<QString>("breakeven");
    QTest::addColumn<Prices>("prices");
    QTest::addColumn<QString>("trade");
    const QString none = u"none"_s;
    const std::array<double, 4> flat{100, 100, 100, 100};
    // 110 × 0.95 = 104.5 holds in the bar of 105 to 112; its own 112 × 0.95 = 106.4 from the next bar on, which opens below.
    QTest::newRow("a high moves the stop of the next bar, an open below it is the price")
        << Side::Buy << false << none << u"5%"_s << none << Prices{flat, {100, 110, 99, 108}, {108, 112, 105, 106}, {106, 107, 104, 105}}
        << u"long 10 bars 1-3 at 100 106, 2024-01-01T00:01:00Z-2024-01-01T00:03:00Z costs 0 pnl 60 moved_stop"_s;
    QTest::newRow("met inside a bar: the stop is the price")
        << Side::Buy << false << none << u"5%"_s << none << Prices{flat, {100, 110, 99, 108}, {108, 112, 105, 107}, {107, 108, 106, 107}}
        << u"long 10 bars 1-3 at 100 106.4, 2024-01-01T00:01:00Z-2024-01-01T00:04:00Z costs 0 pnl 64 moved_stop"_s;
    QTest::newRow("before it has moved it is the first stop")
        << Side::Buy << false << none << u"5%"_s << none << Prices{flat, {100, 110, 94, 108}}
        << u"long 10 bars 1-1 at 100 95, 2024-01-01T00:01:00Z-2024-01-01T00:02:00Z costs 0 pnl -50 stop"_s;
    // 90 × 1.05 = 94.5
    QTest::newRow("short: above the lowest price")
        << Side::Sell << false << none << u"5%"_s << none << Prices{flat, {100, 101, 90, 92}, {92, 96, 91, 95}}
        << u"short 10 bars 1-2 at 100 94.5, 2024-01-01T00:01:00Z-2024-01-01T00:03:00Z costs 0 pnl 55 moved_stop"_s;
    QTest::newRow("a nearer stop comes first")
        << Side::Buy << false << u"2%"_s << u"5%"_s << none << Prices{flat, {100, 101, 97, 99}}
        << u"long 10 bars 1-1 at 100 98, 2024-01-01T00:01:00Z-2024-01-01T00:02:00Z costs 0 pnl -20 stop"_s;
    // The 120 of the bar of the entry was before it: 104 × 0.95 = 98.8.
    QTest::newRow("filled at the close: that bar is over")
        << Side::Buy << true << none << u"5%"_s << none << Prices{{100, 120, 100, 100}, {100, 104, 99, 103}, {103, 103, 98, 99}}
        << u"long 10 bars 0-2 at 100 98.8, 2024-01-01T00:01:00Z-2024-01-01T00:03:00Z costs 0 pnl -12 moved_stop"_s;
    QTest::newRow("breakeven: a gain of 2 % moves the stop to the entry")
        << Side::Buy << false << u"5%"_s << none << u"2%"_s << Prices{flat, {100, 102, 99, 101}, {101, 101, 99, 100}}
        << u"long 10 bars 1-2 at 100 100, 2024-01-01T00:01:00Z-2024-01-01T00:03:00Z costs 0 pnl 0 moved_stop"_s;
    QTest::newRow("breakeven: a gain of 1.9 % moves nothing")
        << Side::Buy << false << u"5%"_s << none << u"2%"_s << Prices{flat, {100, 101.9, 99, 101}, {101, 101, 94, 96}}
        << u"long 10 bars 1-2 at 100 95, 2024-01-01T00:01:00Z-2024-01-01T00:03:00Z costs 0 pnl -50 stop"_s;
    QTest::newRow("breakeven: short, without a stop before")
        << Side::Sell << false << none << none << u"2%"_s << Prices{flat, {100, 108, 98, 99}, {99, 101, 98, 100}}
        << u"short 10 bars 1-2 at 100 100, 2024-01-01T00:01:00Z-2024-01-01T00:03:00Z costs 0 pnl 0 moved_stop"_s;
    // The trailing stop, 103 × 0.96 = 98.88, is behind the entry: the entry is nearer.
    QTest::newRow("both: the nearer of the two")
        << Side::Buy << false << none << u"4%"_s << u"2%"_s << Prices{flat, {100, 103, 99, 102}, {102, 102, 99.5, 100}}
        << u"long 10 bars 1-2 at 100 100, 2024-01-01T00:01:00Z-2024-01-01T00:03:00Z costs 0 pnl 0 moved_stop"_s;
}

void TestStopTrail::theStopOfABarIsThatOfTheBarsBefore()
{
    QFETCH(Side, side);
    QFETCH(bool, isAtClose);
    QFETCH(QString, stop);
    QFETCH(QString, trail);
    QFETCH(QString, breakeven);
    QFETCH(Prices, prices);
    QFETCH(QString, trade);
    const BarColumns bars = minutes(prices);
    RunPlan plan = planOf(10'000, Timeframe::M1);
    plan.sizeUnits = Quantity::fromInt(10);
    plan.canShort = true;
    plan.fill = isAtClose ? FillMoment::Close : FillMoment::NextOpen;
    plan.exits.stop = *parseExitDistance(stop);
    plan.exits.trail = *parseMoveDistance(trail);
    plan.exits.breakeven = *parseMoveDistance(breakeven);
    const RunLeg leg = borrowedLeg(plan.instrument, *plan.calendar, bars, 0, bars.size());
    for (const bool isEngine : {false, true}) {
        ScriptedStrategy strategy({{0, ScriptedStrategy::Step(side)}}, stock, Timeframe::M1);
        const RunActor actor{&strategy, 0, 0};
        const RunResult result = isEngine ? runEvents(plainSetup(plan), std::span(&leg, 1), std::span(&actor, 1)) : runBrackets(plainSetup(plan), strategy, leg);
        QCOMPARE(result.trades.size(), std::size_t(1));
        QCOMPARE(describe(result.trades[0]), trade);
    }
}

void TestStopTrail::rangesCountWhereTheyAreKnown()
{
    const double unknown = std::numeric_limits<double>::quiet_NaN();
    Instrument instrument = planOf(1, Timeframe::M1).instrument;
    instrument.tickSize = price(0.5);
    ExitRules rules;
    rules.trail = distance("2atr");
    rules.breakeven = distance("1atr");
    StopTrail trail(rules);
    QVERIFY(trail.isActive());
    trail.start(Side::Buy, price(100));
    QVERIFY(trail.after(103, 99, unknown, price(100), instrument).isZero());
    // Best 103: 103 − 2 × 4 = 95, a gain of 3 is less than a range of 4.
    QCOMPARE(trail.after(102, 99, 4, price(100), instrument).toDouble(), 95.0);
    // A range of 2.9: 97.2 is 97 on the tick, and the gain of 3 was enough for the entry.
    QCOMPARE(trail.after(102, 99, 2.9, price(100), instrument).toDouble(), 100.0);
    // 108 − 5.8 = 102.2, on the tick 102.
    QCOMPARE(trail.after(108, 104, 2.9, price(100), instrument).toDouble(), 102.0);
    QCOMPARE(trail.best(), 108.0);
    trail.start(Side::Sell, price(50));
    QCOMPARE(trail.after(51, 49, 2, price(50), instrument).toDouble(), 53.0); // 49 + 4
    QVERIFY(!StopTrail(ExitRules()).isActive());
}

void TestStopTrail::nearerIsTowardsThePrice()
{
    QVERIFY(isNearer(price(99), price(98), Side::Buy));
    QVERIFY(!isNearer(price(98), price(99), Side::Buy));
    QVERIFY(isNearer(price(101), price(102), Side::Sell));
    QVERIFY(isNearer(price(101), Price(), Side::Sell));
    QVERIFY(!isNearer(Price(), price(1), Side::Buy));
    QVERIFY(!isNearer(price(99), price(99), Side::Buy));
}

void TestStopTrail::distancesOfMovesAreReadAsWritten()
{
    for (const char *text : {"2%", "1.5atr", "none"})
        QCOMPARE(toString(distance(text)), QString::fromLatin1(text));
    for (const char *text : {"strategy", "", "2", "-1%", "default"})
        QVERIFY2(!parseMoveDistance(QString::fromLatin1(text)), text);
}

QTEST_APPLESS_MAIN(TestStopTrail)
#include "tst_stoptrail.moc"
