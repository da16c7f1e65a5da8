#include "core/backtest/bracketrun.h"

#include "core/market/baraggregator.h"
#include "core/strategy/strategycatalogue.h"
#include "tests/core/backtest/randomrun.h"
#include "tests/core/backtest/referencedata.h"
#include "tests/support/shareddata.h"

#include <QtTest>

using namespace bellwether;
using namespace bellwether::test;

namespace {

/// What differs beyond trades and curve.
QString finerDifference(const RunResult &a, const RunResult &b)
{
    if (const QString coarse = difference(a, b); !coarse.isEmpty())
        return coarse;
    const auto same = [](double x, double y) { return (std::isnan(x) && std::isnan(y)) || std::fabs(x - y) < 1e-6; };
    for (std::size_t i = 0; i < a.trades.size(); ++i) {
        if (!same(a.trades[i].moneyAtRisk, b.trades[i].moneyAtRisk) || a.trades[i].target != b.trades[i].target || !same(a.trades[i].equityBefore, b.trades[i].equityBefore)
            || a.entryReason(a.trades[i].reasonFirst, a.trades[i].reasonCount) != b.entryReason(b.trades[i].reasonFirst, b.trades[i].reasonCount))
            return u"trade %1: risk, equity before or reasons"_s.arg(i);
    }
    for (std::size_t i = 0; i < a.open.size(); ++i)
        if (a.open[i].unrealizedPnl != b.open[i].unrealizedPnl || a.open[i].entryBar != b.open[i].entryBar)
            return u"open trade %1"_s.arg(i);
    for (const auto *counts : {&a.denied, &b.denied})
        for (const auto &[reason, count] : *counts)
            if (!a.denied.contains(reason) || !b.denied.contains(reason) || a.denied.at(reason) != b.denied.at(reason))
                return u"denied %1: %2 | %3"_s.arg(QString::fromStdString(reason))
                    .arg(a.denied.contains(reason) ? a.denied.at(reason) : 0).arg(b.denied.contains(reason) ? b.denied.at(reason) : 0);
    if (a.costs != b.costs)
        return u"costs"_s;
    return a.signalCount == b.signalCount ? QString() : u"signals"_s;
}

/// Signals with stops and targets of all kinds: near, far, on the wrong side, none.
std::map<std::size_t, ScriptedStrategy::Step> bracketSteps(Rng &rng, const BarColumns &bars)
{
    std::map<std::size_t, ScriptedStrategy::Step> steps;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        if (rng.uniform() > 0.15)
            continue;
        const Side side = rng.uniform() < 0.5 ? Side::Buy : Side::Sell;
        const double away = bars.close[i] * 0.01 * rng.uniform() * signOf(side);
        ScriptedStrategy::Step step(side);
        if (rng.uniform() < 0.7)
            step.stop = bars.close[i] - (rng.uniform() < 0.05 ? -away : away);
        if (rng.uniform() < 0.7)
            step.target = bars.close[i] + 1.5 * away;
        steps[i] = step;
    }
    return steps;
}

/// Bars of NSE sessions, or of every day, with holes.
BarColumns sessionBars(Rng &rng, std::size_t count, const ExchangeCalendar &calendar, Duration step = std::chrono::minutes(15), double holes = 0.05)
{
    const BarColumns walk = randomBars(rng, count);
    BarColumns bars;
    std::size_t row = 0;
    for (std::int64_t day = utcMidnight(2021, 5, 3).utcDay(); row < walk.size(); ++day)
        for (const Session &session : calendar.sessionsOn(day))
            for (Timestamp close = session.open + step; close <= session.close && row < walk.size();
                 close = close + step, ++row) {
                if (rng.uniform() < holes)
                    continue;
                BarPoint point = walk.point(row);
                point.closeTime = close;
                bars.append(point);
            }
    return bars;
}

using Minutes = std::vector<std::array<double, 4>>;

/// Most of the bars: where one is missing, the bar around it may have an extreme that no bar inside has.
std::shared_ptr<const BarColumns> thinned(Rng &rng, const BarColumns &bars)
{
    auto some = std::make_shared<BarColumns>();
    for (std::size_t row = 0; row < bars.size(); ++row)
        if (rng.uniform() > 0.05)
            some->append(bars.point(row));
    return some;
}

} // namespace

/// The run on columns against the engine that trades.
class TestBracketRun : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void equalsTheEngineOnRandomRuns_data();
    void equalsTheEngineOnRandomRuns();
    void nothingOfTheDayIsHeldOverTheNight();
    void equalsTheEngineOnShippedStrategies();
    void allInWithoutExitsIsThePlainRun();
    void allInStopsOut();
    void shorterBarsTellWhatCameFirst_data();
    void shorterBarsTellWhatCameFirst();
};

void TestBracketRun::equalsTheEngineOnRandomRuns_data()
{
    QTest::addColumn<int>("sizing");
    QTest::addColumn<bool>("isAtClose");
    QTest::addColumn<bool>("isNse");
    QTest::addColumn<bool>("hasDetail");
    for (const auto sizing : {SizingKind::Risk, SizingKind::Percent, SizingKind::Fixed, SizingKind::Kelly})
        for (const bool isAtClose : {false, true})
            for (const bool isNse : {false, true})
                for (const bool hasDetail : {false, true})
                    QTest::addRow("%s size, filled at the %s, %s%s", qPrintable(toString(sizing)), isAtClose ? "close" : "next open",
                                  isNse ? "in sessions" : "round the clock", hasDetail ? ", shorter bars inside" : "")
                        << int(sizing) << isAtClose << isNse << hasDetail;
}

void TestBracketRun::equalsTheEngineOnRandomRuns()
{
    QFETCH(int, sizing);
    QFETCH(bool, isAtClose);
    QFETCH(bool, isNse);
    QFETCH(bool, hasDetail);
    using Kind = ExitDistance::Kind;
    std::map<ExitReason, int> exits;
    std::size_t unknown = 0;
    int moved = 0; // runs that the bars inside changed
    std::map<std::string, std::size_t> denied;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        Rng rng(seed);
        const ExchangeCalendar &calendar = isNse ? **ExchangeCalendar::find(u"nse") : ExchangeCalendar::crypto();
        const BarColumns fives = hasDetail ? sessionBars(rng, 1'800, calendar, std::chrono::minutes(5)) : BarColumns();
        const BarColumns bars = hasDetail ? aggregate(fives, Timeframe::M15, calendar) : sessionBars(rng, 600, calendar);
        const auto steps = bracketSteps(rng, bars);
        RunPlan plan = planOf(100'000, Timeframe::M15);
        plan.calendar = &calendar;
        plan.sizing = SizingKind(sizing);
        plan.canShort = seed % 3 != 0;
        plan.fill = isAtClose ? FillMoment::Close : FillMoment::NextOpen;
        plan.sizePercent = Ratio::fromDouble(0.3);
        plan.sizeUnits = Quantity::fromInt(7);
        plan.kelly = {.fraction = seed % 2 == 0 ? 0.5 : 1, .fallback = 0.2, .tradesMin = 5};
        plan.instrument.tickSize = Price::fromDouble(0.05);
        if (seed % 2 == 0)
            plan.instrument.lotSize = plan.instrument.quantityMin = Quantity::fromRaw(1'000);
        const std::array kinds{Kind::Default, Kind::None, Kind::Strategy, Kind::Percent, Kind::Atr};
        plan.exits.stop = {kinds[seed % 5], kinds[seed % 5] == Kind::Percent ? 0.4 : 1.5};
        plan.exits.target = {kinds[seed / 5 % 5], kinds[seed / 5 % 5] == Kind::Percent ? 0.7 : 2.0};
        if (seed % 4 == 1)
            plan.exits.timeStopMinutes = 45;
        if (seed > 40) { // stops that move
            if (seed % 3 != 0)
                plan.exits.trail = {seed % 2 == 0 ? Kind::Percent : Kind::Atr, seed % 2 == 0 ? 0.6 : 1.2};
            if (seed % 3 != 1)
                plan.exits.breakeven = {seed % 4 < 2 ? Kind::Percent : Kind::Atr, seed % 4 < 2 ? 0.3 : 0.8};
        }
        SimBrokerSettings venue;
        venue.costs.slippage = {SlippageModel::Kind::Percent, {}, Ratio::fromDouble(0.0003)};
        venue.costs.spread = Ratio::fromDouble(0.0002);
        venue.costs.commission = seed % 2 == 0 ? *CostSchedule::find(u"nse_intraday") : CostSchedule::makerTaker(Ratio::fromDouble(0.0005), Ratio::fromDouble(0.001));
        venue.costs.borrowPerYear = Ratio::fromDouble(0.08);
        if (seed % 3 == 1)
            venue.costs.commissionOf[StrategyId(ScriptedStrategy::describe().id)] = *CostSchedule::find(u"nse_delivery");
        EventSetup setup = plan.sizing == SizingKind::Risk
            ? deskSetup(plan, {}, seed % 3 == 0 ? RiskLimits::conservative() : seed % 3 == 1 ? RiskLimits::active() : RiskLimits::unrestricted(), venue)
            : plainSetup(plan);
        setup.venue.costs = venue.costs;
        if (seed % 5 == 0)
            setup.engine.limits.dailyLossMax = sizing == int(SizingKind::Fixed) ? 0.0001 : 0.002;
        if (seed % 2 == 1)
            setup.engine.categories[StrategyId(ScriptedStrategy::describe().id)]
                = seed % 4 == 1 ? StrategyCategory::DayTrading : StrategyCategory::ShortSelling;
        ScriptedStrategy first(steps, stock, Timeframe::M15);
        ScriptedStrategy second(steps, stock, Timeframe::M15);
        RunLeg leg = borrowedLeg(plan.instrument, calendar, bars, seed % 3 == 0 ? 50 : 0, bars.size());
        if (hasDetail) {
            const RunResult without = [&] {
                ScriptedStrategy strategy(steps, stock, Timeframe::M15);
                return runBrackets(setup, strategy, leg);
            }();
            leg.detail = std::make_shared<const BarDetail>(bars, Timeframe::M15, thinned(rng, fives), Timeframe::M5);
            unknown += leg.detail->unknownIn(leg.firstRow, leg.lastRow);
            ScriptedStrategy strategy(steps, stock, Timeframe::M15);
            moved += !difference(without, runBrackets(setup, strategy, leg)).isEmpty();
        }
        const RunActor actor{&first, 0, 0};
        QVERIFY(isBracketable(setup));
        const RunResult events = runEvents(setup, std::span(&leg, 1), std::span(&actor, 1));
        const RunResult columns = runBrackets(setup, second, leg);
        const QString apart = finerDifference(columns, events);
        QVERIFY2(apart.isEmpty(), qPrintable(u"seed %1: %2"_s.arg(seed).arg(apart)));
        for (const RoundTrip &trade : columns.trades)
            ++exits[trade.exitReason];
        for (const auto &[reason, count] : columns.denied)
            denied[reason] += count;
    }
    // The runs met what they are there for.
    QVERIFY(exits[ExitReason::Stop] > 100 && exits[ExitReason::Target] > 20 && exits[ExitReason::TimeStop] > 20);
    QVERIFY(exits[ExitReason::Signal] > 20);
    QVERIFY2(exits[ExitReason::MovedStop] > 100, qPrintable(QString::number(exits[ExitReason::MovedStop])));
    QVERIFY(denied["daily_loss"] > 0);
    QVERIFY(!isNse || (exits[ExitReason::SquareOff] > 5 && denied["square_off"] > 5));
    QCOMPARE(exits[ExitReason::Other], 0);
    QVERIFY(!hasDetail || (unknown > 100 && moved > 10));
}

// Three whole days of 25 bars. From 15:10 on an entry could not be closed before the night; what the very last bar raises is
// filled at the next open.
void TestBracketRun::nothingOfTheDayIsHeldOverTheNight()
{
    const ExchangeCalendar &calendar = **ExchangeCalendar::find(u"nse");
    Rng rng(1);
    const BarColumns bars = sessionBars(rng, 75, calendar, std::chrono::minutes(15), 0);
    RunPlan plan = planOf(100'000, Timeframe::M15);
    plan.calendar = &calendar;
    plan.sizing = SizingKind::Percent;
    plan.sizePercent = Ratio::fromDouble(0.3);
    EventSetup setup = plainSetup(plan);
    setup.engine.categories[StrategyId(ScriptedStrategy::describe().id)] = StrategyCategory::DayTrading;
    const std::map<std::size_t, ScriptedStrategy::Step> steps{{23, Side::Buy}, {24, Side::Buy}, {48, Side::Buy}, {73, Side::Buy}};
    ScriptedStrategy strategy(steps, stock, Timeframe::M15);
    const RunResult run = runBrackets(setup, strategy, borrowedLeg(plan.instrument, calendar, bars, 0, bars.size()));
    QCOMPARE(run.trades.size(), 1u);
    QVERIFY(run.trades[0].exitReason == ExitReason::SquareOff);
    QCOMPARE(run.trades[0].entryTime, *parseIsoTime(u"2021-05-04T03:45:00Z"_s));
    QCOMPARE(run.trades[0].exitTime, *parseIsoTime(u"2021-05-04T09:45:00Z"_s));
    QCOMPARE(run.denied.at("square_off"), 2u);
    QCOMPARE(run.denied.at("already_in_position"), 1u);
}

void TestBracketRun::equalsTheEngineOnShippedStrategies()
{
    REQUIRE_SHARED(path, u"data/us_daily/GOOG.csv"_s);
    const BarColumns bars = readDaily(path, u"yyyy-MM-dd"_s, true, 5);
    for (const char *id : {"sma_crossover", "ema_crossover", "supertrend_ema", "bollinger_reversion"}) {
        const StrategyInfo *info = *findStrategy(QString::fromLatin1(id));
        RunPlan plan = planOf(100'000, Timeframe::D1);
        plan.sizing = SizingKind::Risk;
        plan.canShort = true;
        plan.exits.stop = {ExitDistance::Kind::Atr, 2};
        plan.exits.target = {ExitDistance::Kind::Percent, 6};
        plan.exits.timeStopMinutes = 60 * 24 * 10;
        const std::vector strategies{RunStrategy{info, ParameterSet(*info)}};
        const EventSetup setup = deskSetup(plan, strategies, RiskLimits::conservative(), {});
        const auto make = [&] { return makeStrategy(*info, ParameterSet(*info), {stock, Timeframe::D1, &ExchangeCalendar::crypto()}); };
        const RunResult events = runEvents(setup, *make(), bars, 100, bars.size());
        const RunResult columns = runBrackets(setup, *make(), borrowedLeg(plan.instrument, *plan.calendar, bars, 100, bars.size()));
        QVERIFY(columns.trades.size() > 3);
        const QString apart = finerDifference(columns, events);
        QVERIFY2(apart.isEmpty(), qPrintable(QString::fromLatin1(id) + u": "_s + apart));
    }
}

void TestBracketRun::allInWithoutExitsIsThePlainRun()
{
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        Rng rng(seed);
        const BarColumns bars = randomBars(rng, 400);
        const auto steps = randomSteps(rng, bars.size());
        RunPlan plan = planOf(100'000, Timeframe::M1);
        plan.sizing = SizingKind::AllIn;
        plan.canShort = true;
        plan.fill = seed % 2 == 0 ? FillMoment::Close : FillMoment::NextOpen;
        plan.costs = {Ratio::fromDouble(0.001), Ratio::fromDouble(0.0003), Ratio::fromDouble(0.0002)};
        ScriptedStrategy first(steps, stock, Timeframe::M1);
        ScriptedStrategy second(steps, stock, Timeframe::M1);
        const RunResult plain = runColumns(plan, first, bars, 0, bars.size());
        const RunResult bracket = runBrackets(plainSetup(plan), second, borrowedLeg(plan.instrument, *plan.calendar, bars, 0, bars.size()));
        const QString apart = difference(bracket, plain);
        QVERIFY2(apart.isEmpty(), qPrintable(u"seed %1: %2"_s.arg(seed).arg(apart)));
    }
}

void TestBracketRun::allInStopsOut()
{
    // 10 000 buy 99 at 100 and no more than that, since strictly less than everything is spent; the stop is 5 % away.
    BarColumns bars;
    Timestamp time = utcMidnight(2024, 1, 1);
    for (const BarPoint &point : {BarPoint{{}, 100, 100, 100, 100, 1}, {{}, 100, 101, 94, 96, 1}, {{}, 96, 96, 96, 96, 1}}) {
        time = time + std::chrono::minutes(1);
        bars.append(BarPoint{time, point.open, point.high, point.low, point.close, 1});
    }
    RunPlan plan = planOf(10'000, Timeframe::M1);
    plan.sizing = SizingKind::AllIn;
    plan.exits.stop = {ExitDistance::Kind::Percent, 5};
    ScriptedStrategy strategy({{0, ScriptedStrategy::Step(Side::Buy)}}, stock, Timeframe::M1);
    const RunResult result = runBrackets(plainSetup(plan), strategy, borrowedLeg(plan.instrument, *plan.calendar, bars, 0, 3));
    QCOMPARE(result.trades.size(), std::size_t(1));
    QCOMPARE(describe(result.trades[0]), u"long 99 bars 1-1 at 100 95, 2024-01-01T00:01:00Z-2024-01-01T00:02:00Z costs 0 pnl -495 stop"_s);
    QCOMPARE(result.equity, (std::vector<double>{10'000, 9'505, 9'505}));
}

void TestBracketRun::shorterBarsTellWhatCameFirst_data()
{
    // Bought at 100 as the bar of 00:05–00:10 opens, stop 95, target 105: the bar ran from 94 to 106.
    QTest::addColumn<Minutes>("minutes"); // open, high, low, close from 00:05 on
    QTest::addColumn<QString>("trade");
    QTest::newRow("nothing inside: the stop came first") << Minutes{} << u"long 10 bars 1-1 at 100 95, 2024-01-01T00:05:00Z-2024-01-01T00:10:00Z costs 0 pnl -50 stop"_s;
    QTest::newRow("up, then down: the target") << Minutes{{100, 102, 99, 102}, {102, 106, 101, 101}, {101, 101, 94, 96}}
                                               << u"long 10 bars 1-1 at 100 105, 2024-01-01T00:05:00Z-2024-01-01T00:07:00Z costs 0 pnl 50 target"_s;
    QTest::newRow("down, then up: the stop") << Minutes{{100, 101, 94, 96}, {96, 106, 96, 105}}
                                             << u"long 10 bars 1-1 at 100 95, 2024-01-01T00:05:00Z-2024-01-01T00:06:00Z costs 0 pnl -50 stop"_s;
    QTest::newRow("a minute gaps through the stop: its open") << Minutes{{100, 104, 97, 97}, {94, 96, 94, 95}, {95, 106, 95, 101}}
                                                              << u"long 10 bars 1-1 at 100 94, 2024-01-01T00:05:00Z-2024-01-01T00:06:00Z costs 0 pnl -60 stop"_s;
    QTest::newRow("both within a minute: the stop came first") << Minutes{{100, 101, 99, 100}, {100, 106, 94, 101}}
                                                               << u"long 10 bars 1-1 at 100 95, 2024-01-01T00:05:00Z-2024-01-01T00:07:00Z costs 0 pnl -50 stop"_s;
    QTest::newRow("the high is missing: the stop came first") << Minutes{{100, 105, 99, 104}, {104, 104, 94, 101}}
                                                              << u"long 10 bars 1-1 at 100 95, 2024-01-01T00:05:00Z-2024-01-01T00:10:00Z costs 0 pnl -50 stop"_s;
}

void TestBracketRun::shorterBarsTellWhatCameFirst()
{
    QFETCH(Minutes, minutes);
    QFETCH(QString, trade);
    const Timestamp start = utcMidnight(2024, 1, 1);
    BarColumns bars;
    bars.append(BarPoint{start + std::chrono::minutes(5), 100, 100, 100, 100, 1});
    bars.append(BarPoint{start + std::chrono::minutes(10), 100, 106, 94, 101, 1});
    const auto inside = std::make_shared<BarColumns>();
    for (std::size_t i = 0; i < minutes.size(); ++i)
        inside->append(BarPoint{start + std::chrono::minutes(6 + i), minutes[i][0], minutes[i][1], minutes[i][2], minutes[i][3], 1});
    RunPlan plan = planOf(10'000, Timeframe::M5);
    plan.sizeUnits = Quantity::fromInt(10);
    plan.exits.stop = plan.exits.target = {ExitDistance::Kind::Percent, 5};
    RunLeg leg = borrowedLeg(plan.instrument, *plan.calendar, bars, 0, 2);
    leg.detail = std::make_shared<const BarDetail>(bars, Timeframe::M5, inside, Timeframe::M1);
    for (const bool isEngine : {false, true}) {
        ScriptedStrategy strategy({{0, ScriptedStrategy::Step(Side::Buy)}}, stock, Timeframe::M5);
        const RunActor actor{&strategy, 0, 0};
        const RunResult result = isEngine ? runEvents(plainSetup(plan), std::span(&leg, 1), std::span(&actor, 1)) : runBrackets(plainSetup(plan), strategy, leg);
        QCOMPARE(result.trades.size(), std::size_t(1));
        QCOMPARE(describe(result.trades[0]), trade);
    }
}

QTEST_APPLESS_MAIN(TestBracketRun)
#include "tst_bracketrun.moc"
