#include "core/risk/correlation.h"
#include "core/risk/sizing.h"
#include "tests/support/builders.h"
#include "tests/support/compare.h"

#include <QTest>

using namespace bellwether;
using namespace bellwether::test;

class TestSizing : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void kellyShareOfARecord_data();
    void kellyShareOfARecord();
    void recordsAddUp();
    void sizeByKelly();
    void sizeByVolatility();
    void volatilityOfAKnownSeries();
};

void TestSizing::kellyShareOfARecord_data()
{
    QTest::addColumn<std::vector<double>>("results");
    QTest::addColumn<double>("fraction");
    QTest::addColumn<double>("share");
    using Results = std::vector<double>;
    QTest::newRow("no trades: the fallback") << Results{} << 0.5 << 0.1;
    QTest::newRow("one too few: the fallback") << Results{1, 1, -1} << 0.5 << 0.1;
    // W = 1/2, payoff 3 ÷ 2: 0.5 − 0.5 ÷ 1.5 = 1/6.
    QTest::newRow("half of a sixth") << Results{3, 3, -2, -2} << 0.5 << 1.0 / 12;
    QTest::newRow("all of a sixth") << Results{2, 4, -1, -3} << 1.0 << 1.0 / 6;
    // W = 3/4, payoff 2: 0.75 − 0.125 = 62.5 %, of which 25 % count.
    QTest::newRow("the cap comes before the half") << Results{2, 2, 2, -1} << 0.5 << 0.125;
    // W = 1/4, payoff 1: below zero.
    QTest::newRow("no edge: nothing") << Results{1, -1, -1, -1} << 0.5 << 0.0;
    QTest::newRow("never lost: the fallback") << Results{1, 1, 1, 1} << 0.5 << 0.1;
    QTest::newRow("never won: the fallback") << Results{-1, -1, -1, -1} << 0.5 << 0.1;
    // A trade of exactly 0 is not a win: W = 2/5, payoff 3 ÷ 2: 0.4 − 0.6 ÷ 1.5 = 0.
    QTest::newRow("a flat trade counts against the wins") << Results{3, 3, -2, -2, 0} << 1.0 << 0.0;
}

void TestSizing::kellyShareOfARecord()
{
    QFETCH(std::vector<double>, results);
    QFETCH(double, fraction);
    QFETCH(double, share);
    KellyRecord record;
    for (const double result : results)
        record.add(result);
    const double got = record.share({.fraction = fraction, .fallback = 0.1, .tradesMin = 4});
    QVERIFY2(std::fabs(got - share) < 1e-15, qPrintable(QString::number(got, 'g', 17)));
}

void TestSizing::recordsAddUp()
{
    KellyRecord one;
    KellyRecord other;
    for (const double result : {3.0, -2.0})
        one.add(result);
    for (const double result : {3.0, -2.0})
        other.add(result);
    one += other;
    QCOMPARE(one.trades(), 4);
    QVERIFY(std::fabs(one.share({.fraction = 1, .fallback = 0.1, .tradesMin = 4}) - 1.0 / 6) < 1e-15);
}

// 100 000 of equity at 50 a share, lots of one, and no other bound in the way.
void TestSizing::sizeByKelly()
{
    const Instrument share = aShare();
    RiskLimits limits = RiskLimits::unrestricted();
    limits.sizing = SizingMethod::Kelly;
    limits.kellyFraction = 0.5;
    limits.kellyTradesMin = 4;
    limits.percentPerTrade = 0.02;
    SizingInput input{usdt(u"100000"), usdt(u"100000"), usdt(u"100000"), price(u"50"), {}};
    COMPARE(positionSize(input, share, limits), quantity(u"40")); // 2 % is 2 000 ÷ 50
    for (const double result : {3.0, 3.0, -2.0, -2.0})
        input.results.add(result);
    COMPARE(positionSize(input, share, limits), quantity(u"166")); // a twelfth: 8 333.33 ÷ 50 = 166.67
    for (int i = 0; i < 8; ++i)
        input.results.add(-5);
    COMPARE(positionSize(input, share, limits), Quantity()); // no edge, no stake
}

void TestSizing::sizeByVolatility()
{
    const Instrument share = aShare();
    RiskLimits limits = RiskLimits::unrestricted();
    limits.sizing = SizingMethod::VolatilityTarget;
    limits.volatilityTarget = 0.10;
    SizingInput input{usdt(u"100000"), usdt(u"100000"), usdt(u"100000"), price(u"50"), {}};
    COMPARE(positionSize(input, share, limits), Quantity()); // I16: not known is not zero
    input.volatility = 0.38;
    COMPARE(positionSize(input, share, limits), quantity(u"526")); // 0.10 ÷ 0.38 × 100 000 ÷ 50 = 526.3
    input.volatility = 0.05;
    COMPARE(positionSize(input, share, limits), quantity(u"1990")); // 4 000 would take twice the cash: 99.5 % of it
    for (const double useless : {0.0, -1.0, std::numeric_limits<double>::infinity()}) {
        input.volatility = useless;
        COMPARE(positionSize(input, share, limits), Quantity());
    }
}

// Closes that go up and down by a tenth: 30 returns, half of them +0.1 and half −1/11.
void TestSizing::volatilityOfAKnownSeries()
{
    CorrelationTracker tracker(1);
    for (int i = 0; i <= 30; ++i) {
        QVERIFY(i < 31);
        QVERIFY2(std::isnan(tracker.volatility(0)), "29 returns are too few");
        tracker.add(0, Timestamp::fromSeconds(900 * (i + 1)), i % 2 == 0 ? 100 : 110);
    }
    const double high = 0.1;
    const double low = 100.0 / 110 - 1;
    const double expected = (high - low) / 2 * std::sqrt(30.0 / 29); // two values, each fifteen times
    QVERIFY2(std::fabs(tracker.volatility(0) - expected) < 1e-12, qPrintable(QString::number(tracker.volatility(0), 'g', 17)));
}

QTEST_APPLESS_MAIN(TestSizing)
#include "tst_sizing.moc"
