#include "core/backtest/reportbadges.h"

#include <QtTest>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

const Currency usd(u"USD"_s);

/// Bars of days; with `isComputed` each opens at the close before it.
RunLeg aLeg(std::size_t days, bool isComputed, InstrumentKind kind = InstrumentKind::Spot)
{
    auto bars = std::make_shared<BarColumns>();
    for (std::size_t i = 0; i < days; ++i) {
        const double open = 100 + double(i % 7);
        const double close = 100 + double((i + 1) % 7);
        bars->append(BarPoint{utcMidnight(2020, 1, 2) + std::chrono::hours(24 * i), isComputed || i != days / 2 ? open : open + 0.01,
                              110, 90, close, 1});
    }
    RunLeg leg;
    leg.instrument.symbol = u"ABC"_s;
    leg.instrument.kind = kind;
    leg.lastRow = days;
    leg.bars = bars;
    return leg;
}

/// A run with these results of trades and a cost of 1, over a year.
RunReport aReport(const std::vector<double> &results)
{
    RunReport report;
    report.data.from = utcMidnight(2020, 1, 1);
    report.data.to = utcMidnight(2021, 1, 1);
    report.result.costs["commission"] = {FixedPoint<MoneyTag>::fromInt(1), usd};
    report.figures.account.days = 365;
    for (const double result : results) {
        RoundTrip trade;
        trade.quantity = Quantity::fromInt(1);
        trade.entryPrice = Price::fromInt(100);
        trade.pnl = {FixedPoint<MoneyTag>::fromDouble(result), usd};
        trade.costs = Money::zero(usd);
        trade.equityBefore = 1'000;
        report.result.trades.push_back(trade);
    }
    report.figures.all = tradeFiguresOf(report.result.trades, TradeSide::All);
    return report;
}

/// Forty trades that win 2 or 3 in turn.
std::vector<double> goodTrades()
{
    std::vector<double> results;
    for (int i = 0; i < 40; ++i)
        results.push_back(i % 2 ? 2 : 3);
    return results;
}

QStringList namesOf(const QStringList &badges)
{
    QStringList names;
    for (const QString &badge : badges)
        names.append(badge.section(u':', 0, 0));
    return names;
}

} // namespace

class TestReportBadges : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSoundRunHasNone();
    void eachHasItsReason_data();
    void eachHasItsReason();
    void noTradeSaysWhatBecameOfTheSignals();
    void luckIsNamed();
    void computedBarsAreRecognised();
    void sharesOverYearsAreSurvivors();
};

void TestReportBadges::aSoundRunHasNone()
{
    const std::vector<RunLeg> legs{aLeg(365, false)};
    QCOMPARE(badgesOf(aReport(goodTrades()), legs), QStringList());
}

void TestReportBadges::eachHasItsReason_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : {u"zero cost"_s, u"gaps"_s, u"out of money"_s, u"not enough money"_s, u"open position"_s, u"short"_s})
        QTest::newRow(qPrintable(name + u" is told"_s)) << name;
}

void TestReportBadges::eachHasItsReason()
{
    QFETCH(QString, name);
    RunReport report = aReport(goodTrades());
    if (name == u"zero cost")
        report.result.costs["commission"] = Money::zero(usd);
    else if (name == u"gaps")
        report.data.gaps = 3;
    else if (name == u"out of money")
        report.result.ranOutOfMoney = true;
    else if (name == u"not enough money")
        report.result.denied["not_enough_money"] = 4;
    else if (name == u"open position")
        report.result.open.push_back({});
    else
        report.figures.account.days = 29;
    QCOMPARE(namesOf(badgesOf(report, {})), QStringList{name});
}

void TestReportBadges::noTradeSaysWhatBecameOfTheSignals()
{
    RunReport report = aReport({});
    QVERIFY(badgesOf(report, {}).contains(u"no trade: the strategy gave no signal"_s));
    report.result.signalCount = 12;
    report.result.denied = {{"daily_loss", 3}, {"short_not_possible", 9}};
    QVERIFY(badgesOf(report, {}).contains(u"no trade: 12 signals (9 × short not possible, 3 × daily loss)"_s));
    QVERIFY(!namesOf(badgesOf(report, {})).contains(u"few trades"_s));
    report.result.denied = {{"order_shape", 11}, {"not_enough_money", 1}};
    const QStringList badges = badgesOf(report, {});
    QVERIFY(badges.contains(u"no trade: 12 signals (11 × less than the least order, 1 × not enough money)"_s));
    QVERIFY2(badges.last().startsWith(u"not enough money: 12 entries"_s), qPrintable(badges.last()));
    report.result.open.push_back({}); // one that is still held is a trade
    QVERIFY(!namesOf(badgesOf(report, {})).contains(u"no trade"_s));
}

void TestReportBadges::luckIsNamed()
{
    // 29 equal-sided trades: too few, and as many losses as wins but for one.
    std::vector<double> even;
    for (int i = 0; i < 29; ++i)
        even.push_back(i % 2 ? -5 : 5);
    const QStringList names = namesOf(badgesOf(aReport(even), {}));
    QCOMPARE(names, (QStringList{u"few trades"_s, u"not significant"_s, u"one trade"_s}));
    // One trade of 100 among 39 that lose 1 each: 61 in all, and −39 without it.
    std::vector<double> lucky(39, -1.0);
    lucky.push_back(100);
    const QStringList badges = badgesOf(aReport(lucky), {});
    QVERIFY(badges.contains(u"one trade: the best one brought 100.00, all others together -39.00"_s));
    // A single trade is few, not "one trade": there are no others to compare it with.
    QCOMPARE(namesOf(badgesOf(aReport({5}), {})), QStringList{u"few trades"_s});
}

void TestReportBadges::computedBarsAreRecognised()
{
    QVERIFY(looksComputed(aLeg(100, true)));
    QVERIFY(!looksComputed(aLeg(100, false)));
    QVERIFY(!looksComputed(aLeg(99, true)));
    const std::vector<RunLeg> legs{aLeg(365, true)};
    QCOMPARE(namesOf(badgesOf(aReport(goodTrades()), legs)), QStringList{u"synthetic"_s});
}

void TestReportBadges::sharesOverYearsAreSurvivors()
{
    const std::vector<RunLeg> two{aLeg(365, false, InstrumentKind::Equity), aLeg(365, false, InstrumentKind::Equity)};
    RunReport report = aReport(goodTrades());
    QCOMPARE(namesOf(badgesOf(report, two)), QStringList{u"survivorship"_s});
    QCOMPARE(badgesOf(report, std::span(two).first(1)), QStringList());
    report.data.to = utcMidnight(2020, 6, 1);
    QCOMPARE(badgesOf(report, two), QStringList());
}

QTEST_APPLESS_MAIN(TestReportBadges)
#include "tst_reportbadges.moc"
