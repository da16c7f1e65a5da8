#include "core/risk/sizing.h"

#include <QTest>

using namespace bellwether;

class TestSizing : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void kellyShareOfARecord_data();
    void kellyShareOfARecord();
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

QTEST_APPLESS_MAIN(TestSizing)
#include "tst_sizing.moc"
