#include "core/backtest/eventrun.h"

#include "core/backtest/tradebook.h"
#include "core/strategy/strategycatalogue.h"
#include "tests/core/backtest/referencedata.h"
#include "tests/core/backtest/randomrun.h"
#include "tests/support/shareddata.h"

#include <QtTest>

using namespace bellwether;
using namespace bellwether::test;
using namespace Qt::StringLiterals;

namespace {

QString compareBoth(const RunPlan &plan, const std::function<std::unique_ptr<Strategy>()> &make,
                    const BarColumns &bars, std::size_t first = 0)
{
    const RunResult columns = runColumns(plan, *make(), bars, first, bars.size());
    const RunResult events = runEvents(plainSetup(plan), *make(), bars, first, bars.size());
    return columns.trades.size() < 3 ? u"only %1 trades"_s.arg(columns.trades.size()) : difference(columns, events);
}

} // namespace

class TestEventRun : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void columnsAndEngineAgreeOnRandomRuns_data();
    void columnsAndEngineAgreeOnRandomRuns();
    void columnsAndEngineAgreeOnShippedStrategies();
    void stopInsideABarComesBeforeTheTarget();
    void stopAndTargetCountInTheBarOfTheEntry_data();
    void stopAndTargetCountInTheBarOfTheEntry();
    void gapThroughTheStopFillsAtTheOpen();
    void targetFillsAtItsPrice();
    void riskSizingLosesThePlannedShareAtTheStop();
    void legsAndStrategiesShareOneAccount();
    void aRunOfManyIsTheSumOfItsParts();
    void fillsInPartsMakeOneTrade();
    void aFillBeyondTheHoldingOpensTheOtherSide();
};

void TestEventRun::columnsAndEngineAgreeOnRandomRuns_data()
{
    QTest::addColumn<bool>("isShort");
    QTest::addColumn<bool>("isAtClose");
    QTest::addColumn<bool>("isPercent");
    for (const bool isShort : {false, true})
        for (const bool isAtClose : {false, true})
            for (const bool isPercent : {false, true})
                QTest::addRow("%s, filled at the %s, %s size", isShort ? "long and short" : "long only",
                              isAtClose ? "close" : "next open", isPercent ? "percent" : "fixed")
                    << isShort << isAtClose << isPercent;
}

void TestEventRun::columnsAndEngineAgreeOnRandomRuns()
{
    QFETCH(bool, isShort);
    QFETCH(bool, isAtClose);
    QFETCH(bool, isPercent);
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Rng rng(seed);
        const BarColumns bars = randomBars(rng, 400);
        const auto steps = randomSteps(rng, bars.size());
        RunPlan plan = planOf(100'000, Timeframe::M1);
        plan.canShort = isShort;
        plan.fill = isAtClose ? FillMoment::Close : FillMoment::NextOpen;
        plan.sizing = isPercent ? SizingKind::Percent : SizingKind::Fixed;
        plan.sizePercent = Ratio::fromDouble(0.3);
        plan.sizeUnits = Quantity::fromInt(7);
        plan.costs = {Ratio::fromDouble(0.001), Ratio::fromDouble(0.0003), Ratio::fromDouble(0.0002)};
        if (seed % 2 == 0)
            plan.instrument.lotSize = plan.instrument.quantityMin = Quantity::fromRaw(1'000);
        const auto make = [&] { return std::make_unique<ScriptedStrategy>(steps, stock, Timeframe::M1); };
        const QString apart = compareBoth(plan, make, bars, seed % 3 == 0 ? 100 : 0);
        QVERIFY2(apart.isEmpty(), qPrintable(u"seed %1: %2"_s.arg(seed).arg(apart)));
    }
}

void TestEventRun::columnsAndEngineAgreeOnShippedStrategies()
{
    REQUIRE_SHARED(path, u"data/us_daily/GOOG.csv"_s);
    const BarColumns bars = readDaily(path, u"yyyy-MM-dd"_s, true, 5);
    for (const char *id : {"sma_crossover", "ema_crossover", "macd_momentum", "simple_ema"}) {
        const StrategyInfo *info = *findStrategy(QString::fromLatin1(id));
        RunPlan plan = planOf(100'000, Timeframe::D1);
        plan.canShort = true;
        plan.sizeUnits = Quantity::fromInt(10);
        plan.costs.commission = Ratio::fromDouble(0.002);
        const auto make = [&] {
            return makeStrategy(*info, ParameterSet(*info), {stock, Timeframe::D1, &ExchangeCalendar::crypto()});
        };
        const QString apart = compareBoth(plan, make, bars);
        QVERIFY2(apart.isEmpty(), qPrintable(QString::fromLatin1(id) + u": "_s + apart));
    }
}

namespace {

/// One signal on the first bar, bought at the open of the second, under the desk's own brackets.
RunResult runBracket(const std::vector<BarPoint> &points, ScriptedStrategy::Step step)
{
    BarColumns bars;
    Timestamp time = utcMidnight(2024, 1, 1);
    for (BarPoint point : points) {
        time = time + std::chrono::minutes(1);
        point.closeTime = time;
        bars.append(point);
    }
    RunPlan plan = planOf(100'000, Timeframe::M1);
    plan.sizing = SizingKind::Risk;
    RiskLimits limits = RiskLimits::unrestricted();
    limits.riskPerTrade = 0.01;
    ScriptedStrategy strategy({{0, step}}, stock, Timeframe::M1);
    return runEvents(deskSetup(plan, {}, limits, {}), strategy, bars, 0, bars.size());
}

constexpr BarPoint flat(double price) { return {{}, price, price, price, price, 1000}; }

} // namespace

void TestEventRun::stopInsideABarComesBeforeTheTarget()
{
    const RunResult result = runBracket({flat(100), flat(100), {{}, 100, 111, 94, 105, 1000}}, {Side::Buy, 95, 110});
    QCOMPARE(result.trades.size(), std::size_t(1));
    QCOMPARE(toString(result.trades[0].exitReason), u"stop"_s);
    QCOMPARE(toString(result.trades[0].exitPrice), u"95"_s);
    QCOMPARE(result.trades[0].exitBar, 2u);
}

void TestEventRun::stopAndTargetCountInTheBarOfTheEntry_data()
{
    QTest::addColumn<double>("high");
    QTest::addColumn<double>("low");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("price");
    QTest::newRow("the low reaches the stop") << 109.0 << 94.0 << u"stop"_s << u"95"_s;
    QTest::newRow("the high reaches the target") << 110.0 << 96.0 << u"target"_s << u"110"_s;
    QTest::newRow("both, and the stop comes first") << 111.0 << 94.0 << u"stop"_s << u"95"_s;
}

void TestEventRun::stopAndTargetCountInTheBarOfTheEntry()
{
    QFETCH(double, high);
    QFETCH(double, low);
    QFETCH(QString, reason);
    QFETCH(QString, price);
    const RunResult result = runBracket({flat(100), {{}, 100, high, low, 105, 1000}, flat(105)}, {Side::Buy, 95, 110});
    QCOMPARE(result.trades.size(), std::size_t(1));
    QCOMPARE(toString(result.trades[0].exitReason), reason);
    QCOMPARE(toString(result.trades[0].exitPrice), price);
    QCOMPARE(result.trades[0].entryBar, 1u);
    QCOMPARE(result.trades[0].exitBar, 1u);
    QVERIFY(result.open.empty());
}

void TestEventRun::gapThroughTheStopFillsAtTheOpen()
{
    const RunResult result = runBracket({flat(100), flat(100), {{}, 90, 92, 89, 91, 1000}}, {Side::Buy, 95, 110});
    QCOMPARE(result.trades.size(), std::size_t(1));
    QCOMPARE(toString(result.trades[0].exitPrice), u"90"_s);
}

void TestEventRun::targetFillsAtItsPrice()
{
    const RunResult result = runBracket({flat(100), flat(100), {{}, 100, 112, 99, 111, 1000}}, {Side::Buy, 95, 110});
    QCOMPARE(result.trades.size(), std::size_t(1));
    QCOMPARE(toString(result.trades[0].exitReason), u"target"_s);
    QCOMPARE(toString(result.trades[0].exitPrice), u"110"_s);
    QVERIFY(result.open.empty());
}

void TestEventRun::riskSizingLosesThePlannedShareAtTheStop()
{
    // 1 % of 100 000 × 1.25 (confidence 50) ÷ a distance of 5 is 250 units; the stop loses 1250.
    const RunResult result = runBracket({flat(100), flat(100), {{}, 100, 100, 94, 96, 1000}}, {Side::Buy, 95, 110});
    QCOMPARE(result.trades.size(), std::size_t(1));
    QCOMPARE(toString(result.trades[0].quantity), u"250"_s);
    QCOMPARE(toString(result.trades[0].pnl.amount), u"-1250"_s);
    QCOMPARE(result.trades[0].moneyAtRisk, 1250.0);
    QCOMPARE(toString(result.finalEquity.amount), u"98750"_s);
}

void TestEventRun::legsAndStrategiesShareOneAccount()
{
    // Two stocks, the second of which starts two minutes late; both strategies trade the first, each its own book.
    const RunPlan plan = planOf(10'000, Timeframe::M1);
    Instrument other = plan.instrument;
    other.id = InstrumentId(u"TEST:OTHER"_s);
    BarColumns first;
    BarColumns second;
    const Timestamp start = utcMidnight(2024, 1, 1);
    for (int minute = 1; minute <= 6; ++minute) {
        const Timestamp time = start + std::chrono::minutes(minute);
        const double price = 100 + minute;
        first.append(BarPoint{time, price, price, price, price, 1000});
        if (minute > 2)
            second.append(BarPoint{time, 50, 50, 50, 50, 1000});
    }
    const std::vector legs{borrowedLeg(plan.instrument, *plan.calendar, first, 0, 6), borrowedLeg(other, *plan.calendar, second, 0, 4)};
    using Steps = std::map<std::size_t, ScriptedStrategy::Step>;
    ScriptedStrategy one(Steps{{0, {Side::Buy}}, {3, {Side::Sell}}}, stock, Timeframe::M1);
    ScriptedStrategy two(Steps{{1, {Side::Buy}}}, stock, Timeframe::M1, ScriptedStrategy::describeOther());
    ScriptedStrategy three(Steps{{0, {Side::Buy}}, {1, {Side::Sell}}}, other.id, Timeframe::M1, ScriptedStrategy::describeOther());
    const std::vector<RunActor> actors{{&one, 0, 0}, {&two, 0, 1}, {&three, 1, 1}};
    const RunResult result = runEvents(plainSetup(plan), legs, actors);

    // `one` buys at 102 and sells at 105; `three` buys and sells at 50; `two` holds what it bought at 103.
    QCOMPARE(result.trades.size(), std::size_t(2));
    const RoundTrip &late = result.trades[1];
    QCOMPARE(describe(result.trades[0]), u"long 1 bars 1-4 at 102 105, 2024-01-01T00:01:00Z-2024-01-01T00:04:00Z costs 0 pnl 3 signal"_s);
    QCOMPARE(describe(late), u"long 1 bars 3-4 at 50 50, 2024-01-01T00:03:00Z-2024-01-01T00:04:00Z costs 0 pnl 0 signal"_s);
    QCOMPARE(result.trades[0].instrument, std::uint16_t(0));
    QCOMPARE(result.trades[0].strategy, std::uint16_t(0));
    QCOMPARE(late.instrument, std::uint16_t(1));
    QCOMPARE(late.strategy, std::uint16_t(1));
    QCOMPARE(result.open.size(), std::size_t(1));
    QCOMPARE(result.open[0].strategy, std::uint16_t(1));
    QCOMPARE(toString(result.open[0].unrealizedPnl.amount), u"3"_s);
    const std::vector<double> curve{10'000, 10'000, 10'001, 10'003, 10'005, 10'006};
    QCOMPARE(result.equity, curve);
}

void TestEventRun::aRunOfManyIsTheSumOfItsParts()
{
    // With a fixed size and money enough no trade depends on another, so three runs alone must give the trades and the
    // profit of the three together.
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        Rng rng(seed);
        RunPlan plan = planOf(10'000'000, Timeframe::M1);
        plan.canShort = true;
        plan.costs = {Ratio::fromDouble(0.001), Ratio::fromDouble(0.0003), Ratio::fromDouble(0.0002)};
        std::vector<BarColumns> bars;
        std::vector<std::map<std::size_t, ScriptedStrategy::Step>> steps;
        std::vector<RunLeg> legs;
        std::vector<std::unique_ptr<ScriptedStrategy>> objects;
        std::vector<RunActor> actors;
        for (std::size_t leg = 0; leg < 3; ++leg) {
            const BarColumns whole = randomBars(rng, 300);
            BarColumns &mine = bars.emplace_back(); // starts late and has holes
            for (std::size_t row = 40 * leg; row < whole.size(); ++row)
                if (rng.uniform() > 0.1)
                    mine.append(whole.point(row));
            steps.push_back(randomSteps(rng, mine.size()));
        }
        Money alone = Money::zero(plan.capital.currency);
        std::size_t trades = 0;
        for (std::size_t leg = 0; leg < 3; ++leg) {
            Instrument instrument = plan.instrument;
            instrument.id = InstrumentId(u"TEST:%1"_s.arg(leg));
            legs.push_back(borrowedLeg(instrument, *plan.calendar, bars[leg], leg, bars[leg].size()));
            objects.push_back(std::make_unique<ScriptedStrategy>(steps[leg], instrument.id, Timeframe::M1));
            actors.push_back({objects.back().get(), std::uint16_t(leg), 0});
            ScriptedStrategy again(steps[leg], instrument.id, Timeframe::M1);
            const RunActor only{&again, 0, 0};
            const RunResult result = runEvents(plainSetup(plan), std::span(&legs.back(), 1), std::span(&only, 1));
            alone += result.finalEquity - plan.capital;
            trades += result.trades.size();
        }
        const RunResult together = runEvents(plainSetup(plan), legs, actors);
        QCOMPARE(together.trades.size(), trades);
        QVERIFY(trades > 20);
        QCOMPARE(toString(together.finalEquity - plan.capital), toString(alone));
        const std::vector<Timestamp> marks = marksOf(legs);
        QVERIFY(std::is_sorted(marks.begin(), marks.end(), std::less_equal<>()));
        QCOMPARE(together.equity.size(), marks.size());
        // A trade counts marks: the bar it was entered in closed at its mark.
        for (const RoundTrip &trade : together.trades)
            QCOMPARE(toIsoString(marks[trade.entryBar]), toIsoString(trade.entryTime + std::chrono::minutes(1)));
    }
}

namespace {

Fill aFill(Side side, int quantity, int price, double fee)
{
    Fill fill;
    fill.strategy = StrategyId(u"scripted"_s);
    fill.instrument = stock;
    fill.side = side;
    fill.lastQuantity = Quantity::fromInt(quantity);
    fill.lastPrice = Price::fromInt(price);
    fill.commission = {FixedPoint<MoneyTag>::fromDouble(fee), Currency(u"USD"_s)};
    return fill;
}

} // namespace

void TestEventRun::fillsInPartsMakeOneTrade()
{
    const Instrument instrument = planOf(1, Timeframe::M1).instrument;
    TradeBook book;
    book.apply(aFill(Side::Buy, 10, 100, 1), instrument, {.bar = 1});
    book.apply(aFill(Side::Buy, 10, 110, 1), instrument, {.bar = 2});
    book.apply(aFill(Side::Sell, 5, 120, 0.5), instrument, {.bar = 3});
    QCOMPARE(book.open(instrument, Price::fromInt(100)).size(), std::size_t(1));
    // 15 left at 100 are 1500, 600 came in, 2100 were paid, 2.5 in fees.
    QCOMPARE(toString(book.open(instrument, Price::fromInt(100))[0].unrealizedPnl.amount), u"-2.5"_s);
    book.apply(aFill(Side::Sell, 15, 100, 1.5), instrument, {.bar = 4, .exitReason = ExitReason::Target});
    QCOMPARE(book.trades().size(), std::size_t(1));
    const RoundTrip &trade = book.trades()[0];
    QCOMPARE(toString(trade.quantity), u"20"_s);
    QCOMPARE(toString(trade.entryPrice), u"105"_s);
    QCOMPARE(toString(trade.exitPrice), u"105"_s);
    QCOMPARE(toString(trade.costs.amount), u"4"_s);
    QCOMPARE(toString(trade.pnl.amount), u"-4"_s);
    QCOMPARE(trade.entryBar, 1u);
    QCOMPARE(trade.exitBar, 4u);
    QCOMPARE(toString(trade.exitReason), u"target"_s);
    QVERIFY(book.open(instrument, Price::fromInt(100)).empty());
}

void TestEventRun::aFillBeyondTheHoldingOpensTheOtherSide()
{
    const Instrument instrument = planOf(1, Timeframe::M1).instrument;
    TradeBook book;
    book.apply(aFill(Side::Buy, 3, 100, 0), instrument, {});
    book.apply(aFill(Side::Sell, 5, 110, 5), instrument, {});
    QCOMPARE(book.trades().size(), std::size_t(1));
    QCOMPARE(toString(book.trades()[0].pnl.amount), u"27"_s); // 30, less three fifths of the fee
    const auto open = book.open(instrument, Price::fromInt(100));
    QCOMPARE(toString(open.at(0).quantity), u"2"_s);
    QCOMPARE(open[0].side == Side::Sell, true);
    QCOMPARE(toString(open[0].unrealizedPnl.amount), u"18"_s); // 20, less the other two fifths
}

QTEST_APPLESS_MAIN(TestEventRun)
#include "tst_eventrun.moc"
