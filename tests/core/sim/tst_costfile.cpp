#include "core/sim/costfile.h"
#include "core/sim/costmodel.h"

#include <QtTest>

using namespace bellwether;
using namespace Qt::StringLiterals;

/// Schedules as data, and costs that are not part of a schedule.
class TestCostFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void schedulesByTheirFigures();
    void badFiles_data();
    void badFiles();
    void borrowingIsChargedByTime();
};

void TestCostFile::schedulesByTheirFigures()
{
    const Money value{FixedPoint<MoneyTag>::fromInt(10'000), Currency(std::string_view("USD"))};
    const auto fee = [&](QStringView id, Liquidity liquidity) {
        const auto schedule = CostSchedule::find(id);
        return schedule ? toString(schedule->charge(Side::Buy, liquidity, Money::zero(value.currency), value).total().amount) : QString();
    };
    QCOMPARE(fee(u"flat:20", Liquidity::Taker), u"20"_s);
    QCOMPARE(fee(u"percent:0.001", Liquidity::Taker), u"10"_s);
    QCOMPARE(fee(u"maker_taker:0.0002/0.0004", Liquidity::Maker), u"2"_s);
    QCOMPARE(fee(u"maker_taker:0.0002/0.0004", Liquidity::Taker), u"4"_s);
    QCOMPARE(fee(u"binance_spot_bnb", Liquidity::Taker), u"7.5"_s);
    for (const QString &bad : {u"flat:"_s, u"flat:x"_s, u"percent:2"_s, u"maker_taker:0.1"_s, u"nse"_s, u":"_s, u""_s, u"flat:-1"_s})
        QVERIFY2(!CostSchedule::find(bad), qPrintable(bad));
}

void TestCostFile::badFiles_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("said");
    QTest::newRow("not JSON") << QByteArray("{") << u"f.json: "_s;
    QTest::newRow("no lines") << QByteArray("{}") << u"expected an array 'lines'"_s;
    QTest::newRow("an unknown kind") << QByteArray(R"({"lines": [{"kind": "tip", "rate": "0.1"}]})") << u"line 1: 'tip' is no kind of cost"_s;
    QTest::newRow("a number that is no text") << QByteArray(R"({"lines": [{"kind": "commission", "rate": 0.1}]})")
                                              << u"field 'rate': expected a decimal text"_s;
    QTest::newRow("a misspelled field") << QByteArray(R"({"lines": [{"kind": "commission", "rates": "0.1"}]})") << u"field 'rates' is not known"_s;
    QTest::newRow("two rates") << QByteArray(R"({"lines": [{"kind": "commission", "rate": "0.1", "buy_rate": "0.1"}]})") << u"expected either rate"_s;
}

void TestCostFile::badFiles()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, said);
    const auto schedule = readCostFile(json, u"f.json"_s);
    QVERIFY(!schedule);
    QVERIFY2(schedule.error().detail.contains(said), qPrintable(schedule.error().detail));
}

void TestCostFile::borrowingIsChargedByTime()
{
    CostModel costs;
    costs.borrowPerYear = Ratio::fromDouble(0.073);
    const Money value{FixedPoint<MoneyTag>::fromInt(36'525), Currency(std::string_view("USD"))};
    const Timestamp opened = utcMidnight(2024, 1, 1);
    // 7.3 % of 36 525 is 2666.325 a year of 365.25 days, 7.3 a day.
    QVERIFY(std::fabs(costs.borrowing(value, opened, opened + std::chrono::hours(24 * 10)).toDouble() - 73) < 1e-3);
    QVERIFY(costs.borrowing(value, opened, opened).amount.isZero());
}

QTEST_APPLESS_MAIN(TestCostFile)
#include "tst_costfile.moc"
