#include "core/backtest/sweep.h"

#include "core/backtest/columnrun.h"
#include "core/base/rng.h"
#include "core/strategy/strategycatalogue.h"

#include <QtTest>

#include <new>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

std::atomic<std::size_t> allocations = 0;

/// Minutes of a random walk on ticks of 0.01, with flat stretches (ties) and bars without volume.
BarColumns randomBars(Rng &rng, std::size_t count)
{
    BarColumns bars;
    double close = 100;
    Timestamp time = utcMidnight(2024, 1, 2);
    for (std::size_t i = 0; i < count; ++i) {
        const double open = close;
        if (rng.below(4) != 0)
            close = std::max(1.0, std::round(close * 100 + rng.normal() * 25) / 100);
        const double reach = double(rng.below(10)) / 100;
        time = time + std::chrono::minutes(1);
        bars.append(BarPoint{time, open, std::max(open, close) + reach, std::min(open, close) - reach, close,
                             double(rng.below(5) == 0 ? 0 : rng.below(1000))});
    }
    return bars;
}

ParameterSet randomParameters(const StrategyInfo &info, Rng &rng)
{
    while (true) {
        ParameterSet parameters(info);
        for (const ParameterSpec &spec : info.parameters) {
            const double high = spec.type == ParameterSpec::Type::Integer ? std::min(spec.max, 80.0) : spec.max;
            const double value = rng.uniform(spec.min, high);
            std::ignore = parameters.set(spec.name, spec.type == ParameterSpec::Type::Real ? value : std::floor(value));
        }
        if (parameters.check())
            return parameters;
    }
}

RunPlan randomPlan(Rng &rng)
{
    RunPlan plan;
    plan.instrument.id = InstrumentId(u"TEST:SWEEP"_s);
    plan.instrument.currency = Currency(u"USD"_s);
    plan.instrument.lotSize = Quantity::fromRaw(decimalScale / 100);
    plan.timeframe = Timeframe::M1;
    plan.capital = {FixedPoint<MoneyTag>::fromInt(std::int64_t(150 + rng.below(20'000))), plan.instrument.currency};
    plan.sizing = std::array{SizingKind::Percent, SizingKind::Fixed, SizingKind::AllIn}[rng.below(3)];
    plan.sizePercent = Ratio::fromDouble(0.25);
    plan.sizeUnits = Quantity::fromInt(std::int64_t(1 + rng.below(20)));
    plan.fill = rng.below(2) == 0 ? FillMoment::NextOpen : FillMoment::Close;
    plan.end = std::array{EndRule::KeepOpen, EndRule::CloseAtLastClose, EndRule::CloseAtLastOpen}[rng.below(plan.fill == FillMoment::Close ? 2 : 3)];
    plan.costs.commission = Ratio::fromDouble(double(rng.below(3)) / 1000);
    plan.costs.spread = Ratio::fromDouble(double(rng.below(2)) / 1000);
    plan.costs.slippage = Ratio::fromDouble(double(rng.below(2)) / 2000);
    plan.canShort = rng.below(2) == 0;
    return plan;
}

} // namespace

// Counts what runs allocate.
void *operator new(std::size_t size)
{
    ++allocations;
    if (void *memory = std::malloc(size))
        return memory;
    throw std::bad_alloc();
}
void operator delete(void *memory) noexcept { std::free(memory); }
void operator delete(void *memory, std::size_t) noexcept { std::free(memory); }

class TestSweep : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sharedRunsEqualOrdinaryOnes_data();
    void sharedRunsEqualOrdinaryOnes();
    void strategiesBeyondComparisonsHaveNoRule();
    void runsAllocateNothing();
};

void TestSweep::sharedRunsEqualOrdinaryOnes_data()
{
    QTest::addColumn<QString>("strategy");
    for (const StrategyInfo *info : shippedStrategies())
        if (sweepRuleOf(*info, ParameterSet(*info)))
            QTest::newRow(info->id.data()) << QString::fromLatin1(info->id.data());
}

void TestSweep::sharedRunsEqualOrdinaryOnes()
{
    QFETCH(QString, strategy);
    const StrategyInfo &info = **findStrategy(strategy);
    std::size_t trades = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        Rng rng(seed);
        // Blocks are 1024 rows: lengths on both sides of their edges.
        const BarColumns bars = randomBars(rng, seed % 3 == 0 ? 2048 : 2000 + rng.below(3000));
        const RunPlan plan = randomPlan(rng);
        const std::size_t first = seed % 2 == 0 ? 0 : rng.below(1500);
        const std::size_t last = bars.size() - rng.below(50);
        std::vector<ParameterSet> sets;
        std::vector<SweepRule> rules;
        for (int i = 0; i < 9; ++i) {
            sets.push_back(randomParameters(info, rng));
            rules.push_back(*sweepRuleOf(info, sets.back()));
        }
        const Sweep sweep(plan, bars, first, last, 1 + first % 3);
        std::vector<SweepTally> tallies(rules.size());
        sweep.tally(rules, tallies);
        Sweep::Memory memory;
        sweep.run(rules, memory, [&](std::size_t run, const RunResult *shared) {
            const QString where = u"seed %1, run %2"_s.arg(seed).arg(run);
            const auto ordinary = makeStrategy(info, sets[run], {plan.instrument.id, plan.timeframe, plan.calendar});
            const RunResult expected = runColumns(plan, *ordinary, bars, first, last);
            trades += expected.trades.size();
            QVERIFY2(shared != nullptr, qPrintable(where));
            QVERIFY2(shared->finalEquity == expected.finalEquity, qPrintable(where));
            QVERIFY2(shared->equity == expected.equity, qPrintable(where));
            QCOMPARE(shared->trades.size(), expected.trades.size());
            for (std::size_t i = 0; i < expected.trades.size(); ++i) {
                QCOMPARE(shared->trades[i].entryBar, expected.trades[i].entryBar);
                QCOMPARE(shared->trades[i].exitBar, expected.trades[i].exitBar);
                QVERIFY2(shared->trades[i].pnl == expected.trades[i].pnl, qPrintable(where));
                QVERIFY2(shared->trades[i].quantity == expected.trades[i].quantity, qPrintable(where));
            }
            QCOMPARE(shared->open.size(), expected.open.size());
            QCOMPARE(shared->ranOutOfMoney, expected.ranOutOfMoney);
            QVERIFY2(tallies[run].finalEquity == expected.finalEquity, qPrintable(where));
            QCOMPARE(tallies[run].trades, expected.trades.size());
            QCOMPARE(tallies[run].ranOutOfMoney, expected.ranOutOfMoney);
        });
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY2(trades > 100, "the random runs hardly traded");
}

void TestSweep::strategiesBeyondComparisonsHaveNoRule()
{
    for (const QString &id : {u"live_momentum"_s, u"intraday_short"_s})
        QVERIFY(!sweepRuleOf(**findStrategy(id), ParameterSet(**findStrategy(id))));
}

void TestSweep::runsAllocateNothing()
{
    Rng rng(7);
    const BarColumns bars = randomBars(rng, 20'000);
    RunPlan plan = randomPlan(rng);
    plan.capital.amount = FixedPoint<MoneyTag>::fromInt(1'000'000);
    const StrategyInfo &info = **findStrategy(u"simple_ema"_s);
    std::vector<SweepRule> rules;
    for (int period = 5; period < 25; ++period) {
        ParameterSet parameters(info);
        QVERIFY(parameters.set("period", period));
        rules.push_back(*sweepRuleOf(info, parameters));
    }
    const Sweep sweep(plan, bars, 0, bars.size());
    Sweep::Memory memory;
    std::vector<std::size_t> atRun;
    atRun.reserve(2 * rules.size());
    const auto note = [&](std::size_t, const RunResult *result) {
        QVERIFY(result->trades.size() > 100);
        atRun.push_back(allocations);
    };
    sweep.run(rules, memory, note); // memory grows to what runs need
    sweep.run(rules, memory, note);
    QCOMPARE(atRun.back(), atRun[rules.size()]);
}

QTEST_APPLESS_MAIN(TestSweep)
#include "tst_sweep.moc"
