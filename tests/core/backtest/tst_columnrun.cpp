#include "core/backtest/columnrun.h"

#include "tests/core/backtest/crossstrategy.h"
#include "tests/core/backtest/referencedata.h"
#include "tests/core/backtest/scriptedstrategy.h"
#include "tests/support/shareddata.h"

#include <QJsonArray>
#include <QtTest>

using namespace bellwether;
using namespace bellwether::test;
using namespace Qt::StringLiterals;

namespace {

BarColumns barsOf(const QString &file)
{
    const QString path = sharedFile(u"data/"_s + file);
    return file.startsWith(u"india") ? readDaily(path, u"ddMMyy"_s, false, 6) : readDaily(path, u"yyyy-MM-dd"_s, true, 5);
}

RunPlan planOf(std::int64_t capital)
{
    RunPlan plan;
    plan.instrument.id = InstrumentId(u"TEST:STOCK"_s);
    plan.instrument.currency = Currency(u"USD"_s);
    plan.instrument.lotSize = Quantity::fromInt(1);
    plan.capital = {FixedPoint<MoneyTag>::fromInt(capital), Currency(u"USD"_s)};
    return plan;
}

Ratio ratioOf(double value) { return Ratio::fromDouble(value); }

/// Daily bars with the given opens and closes.
BarColumns barsFrom(const std::vector<std::pair<double, double>> &openClose)
{
    BarColumns bars;
    Timestamp time = utcMidnight(2024, 1, 2);
    for (const auto &[open, close] : openClose) {
        bars.append(BarPoint{time, open, std::max(open, close), std::min(open, close), close, 1});
        time = time + std::chrono::hours(24);
    }
    return bars;
}

} // namespace

class TestColumnRun : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void publishedCases_data();
    void publishedCases();
    void unitSizeCases();
    void optimiserGrid();
    void tradesByHand();
    void fillsAtTheCloseOfTheDecisionBar();
    void warmUpRowsRaiseNoTrades();
    void aSignalOfTheLastBarLeavesTheEndRuleAlone();
    void shortHoldingEndsWhereEquityIsGone();
    void allInSpendsLessThanEverything();
    void fixedSizeBeyondTheMoneyIsDenied();
    void refusesBadPlans_data();
    void refusesBadPlans();
};

void TestColumnRun::publishedCases_data()
{
    QTest::addColumn<QJsonObject>("reference");
    REQUIRE_SHARED(path, u"reference/backtest_sma_cross.json"_s);
    const QJsonArray cases = readJson(path)[u"cases"].toArray();
    for (const auto &value : cases)
        QTest::newRow(qPrintable(value[u"name"].toString())) << value.toObject();
}

void TestColumnRun::publishedCases()
{
    REQUIRE_SHARED(path, u"reference/backtest_sma_cross.json"_s);
    QFETCH(QJsonObject, reference);
    const QString data = reference[u"data"].toString().section(u' ', 0, 0);
    const bool isIndian = data.startsWith(u"india");
    const BarColumns bars = barsOf(data);
    QCOMPARE(bars.size(), std::size_t(reference[u"bars"].toInt()));
    const QJsonObject settings = reference[u"settings"].toObject();
    RunPlan plan = planOf(settings[u"cash"].toInteger());
    plan.costs.spread = ratioOf(settings[u"spread"].toDouble());
    plan.costs.commission = ratioOf(settings[u"commission"].toDouble());
    plan.canShort = true;
    plan.end = settings[u"finalize"].toBool() ? EndRule::CloseAtLastOpen : EndRule::KeepOpen;
    CrossStrategy strategy(isIndian ? 20 : 10, isIndian ? 50 : 20);
    const RunResult result = runColumns(plan, strategy, bars, 0, bars.size());

    QCOMPARE(result.trades.size(), std::size_t(reference[u"trade_count"].toInt()));
    const QJsonArray trades = reference[u"trades"].toArray(); // of one case only the first three are listed
    for (qsizetype i = 0; i < trades.size(); ++i) {
        const RoundTrip &trade = result.trades[std::size_t(i)];
        const QJsonObject expected = trades[i].toObject();
        QCOMPARE(int(trade.entryBar), expected[u"entry_bar"].toInt());
        QCOMPARE(int(trade.exitBar), expected[u"exit_bar"].toInt());
        QCOMPARE(signOf(trade.side) * trade.quantity.toDouble(), expected[u"size"].toDouble());
        QCOMPARE(trade.entryPrice.raw(), Price::fromDouble(expected[u"entry_price"].toDouble()).raw());
        QCOMPARE(trade.exitPrice.raw(), Price::fromDouble(expected[u"exit_price"].toDouble()).raw());
        QVERIFY(std::fabs(trade.pnl.toDouble() - expected[u"pnl"].toDouble()) < 1e-6);
        QVERIFY(std::fabs(trade.costs.toDouble() - expected[u"fees"].toDouble()) < 1e-6);
        QVERIFY(std::fabs(trade.returnFraction() - expected[u"return_frac"].toDouble()) < 1e-9);
        QCOMPARE(toIsoString(trade.entryTime).left(10), expected[u"entry_time"].toString().left(10));
        QCOMPARE(toIsoString(trade.exitTime).left(10), expected[u"exit_time"].toString().left(10));
    }
    const QJsonObject statistics = reference[u"statistics"].toObject();
    QVERIFY(std::fabs(result.finalEquity.toDouble() - statistics[u"Equity Final [$]"].toDouble()) < 1e-6);
    QVERIFY(std::fabs(result.equity.back() - result.finalEquity.toDouble()) < 1e-6);
    const auto samples = reference[u"equity_samples"].toArray();
    for (const auto &sample : samples) {
        const double ours = result.equity[std::size_t(sample[u"bar"].toInt())];
        QVERIFY2(std::fabs(ours - sample[u"equity"].toDouble()) < 1e-6, qPrintable(QString::number(sample[u"bar"].toInt())));
    }
    if (statistics.contains(u"Commissions [$]"_s)) { // of closed trades; ours has the entry of the open one too
        double paid = result.costs.at("commission").toDouble();
        for (const OpenTrade &trade : result.open)
            paid -= trade.costs.toDouble();
        QVERIFY(std::fabs(paid - statistics[u"Commissions [$]"].toDouble()) < 1e-6);
    }
}

void TestColumnRun::unitSizeCases()
{
    REQUIRE_SHARED(path, u"reference/backtest_sma_cross.json"_s);
    const auto cases = readJson(path)[u"unit_size_cases"].toArray();
    for (const auto &reference : cases) {
        const BarColumns bars = barsOf(reference[u"data"].toString());
        RunPlan plan = planOf(1'000'000);
        plan.sizing = SizingKind::Fixed;
        const bool isFast = reference[u"name"].toString().endsWith(u"10_20");
        CrossStrategy strategy(isFast ? 10 : 20, isFast ? 20 : 50);
        const RunResult result = runColumns(plan, strategy, bars, 0, bars.size());
        const QJsonArray trades = reference[u"trades"].toArray();
        QCOMPARE(qsizetype(result.trades.size()), trades.size());
        Money total = Money::zero(plan.capital.currency);
        for (qsizetype i = 0; i < trades.size(); ++i) {
            const RoundTrip &trade = result.trades[std::size_t(i)];
            QCOMPARE(int(trade.entryBar), trades[i][u"entry_bar"].toInt());
            QCOMPARE(int(trade.exitBar), trades[i][u"exit_bar"].toInt());
            QCOMPARE(trade.pnl.amount.raw(), FixedPoint<MoneyTag>::fromDouble(trades[i][u"pnl"].toDouble()).raw());
            total += trade.pnl;
        }
        QCOMPARE(total.amount.raw(), FixedPoint<MoneyTag>::fromDouble(reference[u"total_pnl"].toDouble()).raw());
        const QJsonArray open = reference[u"open_at_end"].toArray();
        QCOMPARE(qsizetype(result.open.size()), open.size());
        if (!open.isEmpty())
            QCOMPARE(int(result.open.front().entryBar), open[0][u"entry_bar"].toInt());
    }
}

void TestColumnRun::optimiserGrid()
{
    REQUIRE_SHARED(path, u"reference/backtest_sma_cross.json"_s);
    const BarColumns bars = barsOf(u"us_daily/GOOG.csv"_s);
    const auto grids = readJson(path)[u"optimizer_grid"][u"grids"].toArray();
    QCOMPARE(grids.size(), 2);
    for (const auto &grid : grids) {
        RunPlan plan = planOf(10'000);
        plan.canShort = true;
        (grid[u"cost"].toString().startsWith(u"spread") ? plan.costs.spread : plan.costs.commission) = ratioOf(0.002);
        const auto rows = grid[u"rows"].toArray();
        QCOMPARE(rows.size(), 50);
        for (const auto &row : rows) {
            CrossStrategy strategy(std::size_t(row[u"fast"].toInt()), std::size_t(row[u"slow"].toInt()));
            const RunResult result = runColumns(plan, strategy, bars, 0, bars.size());
            const QString name = u"%1/%2"_s.arg(row[u"fast"].toInt()).arg(row[u"slow"].toInt());
            QVERIFY2(int(result.trades.size()) == row[u"trades"].toInt(), qPrintable(name));
            QVERIFY2(std::fabs(result.finalEquity.toDouble() - row[u"equity_final"].toDouble()) < 1e-5,
                     qPrintable(name));
        }
    }
}

void TestColumnRun::tradesByHand()
{
    // Capital 1000, 1 % commission, 1 % spread, 1 % slippage, whole units, long and short, next open.
    RunPlan plan = planOf(1000);
    plan.canShort = true;
    plan.costs = {ratioOf(0.01), ratioOf(0.01), ratioOf(0.01)};
    const BarColumns bars = barsFrom({{90, 95}, {100, 110}, {120, 115}, {100, 90}});
    ScriptedStrategy strategy({{0, Side::Buy}, {2, Side::Sell}});
    const RunResult result = runColumns(plan, strategy, bars, 0, bars.size());
    // Buy at 100·1.02 = 102; a unit costs 102 + 1 = 103, so 9 units: 918 and a fee of 9.18. Sold at 100·0.99 = 99:
    // 891, fee 8.91. Result −27 − 18.09 = −45.09; 954.91 is left. Short at 98: a unit binds 98 + 1 = 99, 9 units, fee 8.82.
    QCOMPARE(result.trades.size(), std::size_t(1));
    QCOMPARE(toString(result.trades[0].quantity), u"9"_s);
    QCOMPARE(toString(result.trades[0].entryPrice), u"102"_s);
    QCOMPARE(toString(result.trades[0].exitPrice), u"99"_s);
    QCOMPARE(toString(result.trades[0].pnl.amount), u"-45.09"_s);
    QCOMPARE(result.open.size(), std::size_t(1));
    QCOMPARE(toString(result.open[0].quantity), u"9"_s);
    QCOMPARE(toString(result.open[0].entryPrice), u"98"_s);
    // At the last close of 90 the short has made 72 and paid 8.82.
    QCOMPARE(toString(result.open[0].unrealizedPnl.amount), u"63.18"_s);
    QCOMPARE(toString(result.finalEquity.amount), u"1018.09"_s);
    // Marks: flat 1000; 72.82 + 9·110; 72.82 + 9·115; the end.
    const std::vector<double> marks{1000, 1062.82, 1107.82, 1018.09};
    for (std::size_t i = 0; i < marks.size(); ++i)
        QVERIFY(std::fabs(result.equity[i] - marks[i]) < 1e-9);
    QCOMPARE(toString(result.costs.at("commission").amount), u"26.91"_s);
    QCOMPARE(toString(result.costs.at("spread").amount), u"18"_s);  // 9 on each entry
    QCOMPARE(toString(result.costs.at("slippage").amount), u"27"_s); // 9 on each fill
}

void TestColumnRun::fillsAtTheCloseOfTheDecisionBar()
{
    RunPlan plan = planOf(1000);
    plan.fill = FillMoment::Close;
    plan.sizing = SizingKind::Fixed;
    const BarColumns bars = barsFrom({{90, 95}, {100, 110}, {120, 115}});
    ScriptedStrategy strategy({{0, Side::Buy}, {2, Side::Sell}});
    const RunResult result = runColumns(plan, strategy, bars, 0, bars.size());
    QCOMPARE(result.trades.size(), std::size_t(1));
    QCOMPARE(toString(result.trades[0].pnl.amount), u"20"_s);
    QCOMPARE(result.trades[0].entryBar, 0u);
    QCOMPARE(result.trades[0].exitBar, 2u);
    QCOMPARE(result.equity, (std::vector<double>{1000, 1015, 1020}));
}

void TestColumnRun::warmUpRowsRaiseNoTrades()
{
    RunPlan plan = planOf(1000);
    plan.sizing = SizingKind::Fixed;
    const BarColumns bars = barsFrom({{90, 95}, {100, 110}, {120, 115}, {130, 140}});
    ScriptedStrategy strategy({{0, Side::Buy}, {2, Side::Buy}});
    const RunResult result = runColumns(plan, strategy, bars, 2, bars.size());
    QCOMPARE(result.equity.size(), std::size_t(2));
    QCOMPARE(result.signalCount, std::size_t(1));
    QCOMPARE(result.open.size(), std::size_t(1));
    QCOMPARE(result.open[0].entryBar, 1u); // bars count from the first tested one
    QCOMPARE(toString(result.finalEquity.amount), u"1010"_s);
}

void TestColumnRun::aSignalOfTheLastBarLeavesTheEndRuleAlone()
{
    RunPlan plan = planOf(1000);
    plan.sizing = SizingKind::Fixed;
    plan.end = EndRule::CloseAtLastOpen;
    const BarColumns bars = barsFrom({{90, 95}, {100, 110}, {120, 115}});
    ScriptedStrategy strategy({{0, Side::Buy}, {2, Side::Sell}});
    const RunResult result = runColumns(plan, strategy, bars, 0, bars.size());
    QCOMPARE(result.trades.size(), std::size_t(1));
    QCOMPARE(toString(result.trades[0].pnl.amount), u"20"_s); // bought at the open of 100, sold at that of 120
    QVERIFY(result.open.empty());
}

void TestColumnRun::shortHoldingEndsWhereEquityIsGone()
{
    RunPlan plan = planOf(1000);
    plan.canShort = true;
    const BarColumns bars = barsFrom({{100, 100}, {100, 100}, {150, 210}, {210, 300}, {300, 300}});
    ScriptedStrategy strategy({{0, Side::Sell}, {3, Side::Buy}});
    const RunResult result = runColumns(plan, strategy, bars, 0, bars.size());
    // 9 units short at 100; at 210 the loss is 990: still 10 left. At 300 it is 1800: gone, closed there, 800 short.
    QCOMPARE(result.trades.size(), std::size_t(1));
    QCOMPARE(toString(result.trades[0].exitReason), u"out_of_money"_s);
    QCOMPARE(result.trades[0].exitBar, 3u);
    QVERIFY(result.ranOutOfMoney);
    QCOMPARE(result.equity, (std::vector<double>{1000, 1000, 10, -800, -800}));
    QCOMPARE(result.denied.at("not_enough_money"), std::size_t(1));
}

void TestColumnRun::allInSpendsLessThanEverything()
{
    // The published engine multiplies the money with 1 − 2.2e-16 before it divides, so an exact fit loses one unit.
    RunPlan plan = planOf(1000);
    const BarColumns bars = barsFrom({{100, 100}, {100, 100}});
    ScriptedStrategy strategy({{0, Side::Buy}});
    const RunResult exact = runColumns(plan, strategy, bars, 0, bars.size());
    QCOMPARE(toString(exact.open.at(0).quantity), u"9"_s);
}

void TestColumnRun::fixedSizeBeyondTheMoneyIsDenied()
{
    RunPlan plan = planOf(1000);
    plan.sizing = SizingKind::Fixed;
    plan.sizeUnits = Quantity::fromInt(11);
    const BarColumns bars = barsFrom({{100, 100}, {100, 100}});
    ScriptedStrategy strategy({{0, Side::Buy}, {1, Side::Buy}});
    const RunResult result = runColumns(plan, strategy, bars, 0, bars.size());
    QVERIFY(result.open.empty());
    QCOMPARE(result.denied.at("not_enough_money"), std::size_t(1));
    QCOMPARE(result.denied.at("no_bar_left_to_fill"), std::size_t(1));
}

void TestColumnRun::refusesBadPlans_data()
{
    QTest::addColumn<RunPlan>("plan");
    QTest::addColumn<QString>("named");
    RunPlan plan = planOf(0);
    QTest::newRow("no capital") << plan << u"capital"_s;
    plan = planOf(1000);
    plan.costs.commission = ratioOf(-0.001);
    QTest::newRow("a negative commission") << plan << u"commission"_s;
    plan = planOf(1000);
    plan.costs.spread = ratioOf(1);
    QTest::newRow("a spread of everything") << plan << u"spread"_s;
    plan = planOf(1000);
    plan.sizing = SizingKind::Percent;
    plan.sizePercent = ratioOf(1.5);
    QTest::newRow("more than all the equity") << plan << u"size"_s;
    plan = planOf(1000);
    plan.sizing = SizingKind::Fixed;
    plan.sizeUnits = Quantity::fromRaw(1);
    QTest::newRow("less than a lot") << plan << u"size"_s;
}

void TestColumnRun::refusesBadPlans()
{
    QFETCH(RunPlan, plan);
    QFETCH(QString, named);
    const Result<void> checked = validate(plan);
    QVERIFY(!checked);
    QVERIFY2(checked.error().detail.startsWith(named), qPrintable(checked.error().detail));
}

QTEST_APPLESS_MAIN(TestColumnRun)
#include "tst_columnrun.moc"
