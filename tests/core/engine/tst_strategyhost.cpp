#include "core/engine/strategyhost.h"
#include "tests/core/engine/turningstrategy.h"

#include <QTest>

#include <future>

using namespace Qt::StringLiterals;
using namespace bellwether;
using namespace bellwether::test;

namespace {

const InstrumentId share{std::string_view("TEST:SHARE")};

/// Raises on every bar; at one of them it does not come back before the gate is opened.
class StuckStrategy final : public Strategy {
public:
    StuckStrategy(StrategyId strategy, int stuckAt, std::shared_future<void> gate) : m_id(strategy), m_stuckAt(stuckAt), m_gate(std::move(gate))
    {
        m_info.id = m_id.view();
    }
    const StrategyInfo &info() const override { return m_info; }
    int warmUpBars() const override { return 0; }
    std::optional<TradeSignal> onBar(const BarPoint &bar) override
    {
        if (++m_bars == m_stuckAt)
            m_gate.wait();
        TradeSignal signal;
        signal.strategy = m_id;
        signal.instrument = share;
        signal.time = bar.closeTime;
        signal.confidence = m_bars; // tells how many bars it has seen
        return signal;
    }

private:
    StrategyId m_id;
    StrategyInfo m_info;
    int m_stuckAt;
    std::shared_future<void> m_gate;
    int m_bars = 0;
};

StrategyHost::Slot slotOf(std::unique_ptr<Strategy> strategy)
{
    StrategyHost::Slot slot;
    slot.instrument = shareIndex;
    slot.instrumentId = share;
    slot.strategy = std::move(strategy);
    return slot;
}

std::vector<StrategyHost::Slot> slotsOf(std::unique_ptr<Strategy> first, std::unique_ptr<Strategy> second)
{
    std::vector<StrategyHost::Slot> made;
    made.push_back(slotOf(std::move(first)));
    made.push_back(slotOf(std::move(second)));
    return made;
}

MarketBatchPtr barBatch(std::uint64_t sequence, Timestamp close)
{
    return std::make_shared<const MarketBatch>(MarketBatch{
        {sequence, shareIndex, close, TimedBar{Timeframe::M1, {close, price(u"100"), price(u"100"), price(u"100"), price(u"100"), 1}}}});
}

/// Everything a host said.
struct Ear {
    StrategyHost::Sinks sinks()
    {
        return {[this](SignalBatch batch) { const std::scoped_lock lock(mutex); answers.push_back(std::move(batch)); },
                [this](const StrategyId &strategy, const InstrumentId &, const QString &reason) {
                    const std::scoped_lock lock(mutex);
                    retired << u"%1: %2"_s.arg(strategy.toString(), reason);
                },
                [this](const TradeSignal &signal) { const std::scoped_lock lock(mutex); analysed.push_back(signal); }};
    }
    std::uint64_t upTo()
    {
        const std::scoped_lock lock(mutex);
        std::uint64_t last = 0;
        for (const SignalBatch &answer : answers)
            last = std::max(last, answer.upTo);
        return last;
    }
    /// `sequence:bars seen` of one strategy's signals, in the order they came.
    QStringList raised(const StrategyId &strategy)
    {
        const std::scoped_lock lock(mutex);
        QStringList texts;
        for (const SignalBatch &answer : answers) {
            for (const auto &[sequence, signal] : answer.raised) {
                if (signal.strategy == strategy)
                    texts << u"%1:%2"_s.arg(sequence).arg(signal.confidence);
            }
        }
        return texts;
    }
    std::mutex mutex;
    std::vector<SignalBatch> answers;
    QStringList retired;
    std::vector<TradeSignal> analysed;
};

} // namespace

class TestStrategyHost : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aThrowingStrategyIsRetired(); // FAULTS P04
    void warmUpRaisesNothing();
    void warmUpKeepsItsLastSignalWhileFresh();
    void theOthersGoOnWithoutASlowOne(); // FAULTS P05
    void aSlowOneHoldsUpTheRestWhereAllPlacesAreTaken();
    void aStuckOneIsRetiredAndNobodyWaitsForIt(); // FAULTS P05
    void aScheduledRunCountsItsNewestBarAlone();
    void aRunAfterTheCloseIsToldAndNotTraded();
    void aSuccessorTakesOverWithTheFirstBarAfterItsPast();
};

/// Every bar a signal, its confidence the bars seen so far: tells who answers and what it was warmed with.
class CountingStrategy final : public Strategy {
public:
    CountingStrategy(StrategyId strategy, double base) : m_id(strategy), m_base(base) { m_info.id = m_id.view(); }
    const StrategyInfo &info() const override { return m_info; }
    int warmUpBars() const override { return 0; }
    std::optional<TradeSignal> onBar(const BarPoint &bar) override
    {
        TradeSignal signal;
        signal.strategy = m_id;
        signal.instrument = share;
        signal.time = bar.closeTime;
        signal.referencePrice = bar.close;
        signal.confidence = m_base + ++m_bars;
        return signal;
    }

private:
    StrategyId m_id;
    StrategyInfo m_info;
    double m_base;
    int m_bars = 0;
};

void TestStrategyHost::aThrowingStrategyIsRetired()
{
    Ear ear;
    const auto batches = someBatches(2, 100);
    {
        StrategyHost host(slotsOf(std::make_unique<TurningStrategy>(alpha, 10, 25), std::make_unique<TurningStrategy>(beta, 10)), 2, ear.sinks());
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"alpha on TEST:SHARE is retired"_s));
        for (const MarketBatchPtr &batch : batches)
            host.post(batch);
        QTRY_COMPARE(host.retiredCount(), 1); // P04
        QTRY_COMPARE(ear.upTo(), 100u);
        QCOMPARE(host.runningCount(), 1);
    }
    QCOMPARE(ear.answers.size(), batches.size());
    QCOMPARE(ear.retired, QStringList{u"alpha: division by zero"_s});
    std::map<StrategyId, int> raised;
    std::uint64_t last = 0;
    for (const SignalBatch &answer : ear.answers) {
        QVERIFY(answer.upTo > last); // in order, each batch answered
        last = answer.upTo;
        for (const auto &[sequence, signal] : answer.raised) {
            QVERIFY(sequence <= answer.upTo);
            ++raised[signal.strategy];
        }
    }
    QCOMPARE(raised[alpha], 2);  // at bars 10 and 20
    QCOMPARE(raised[beta], 10);
}

void TestStrategyHost::warmUpRaisesNothing()
{
    std::vector<StrategyHost::Slot> hosted;
    hosted.push_back(slotOf(std::make_unique<TurningStrategy>(alpha, 10)));
    for (int i = 1; i <= 15; ++i)
        hosted[0].warmUp.append(BarPoint{bedStart - std::chrono::minutes(16 - i), 1, 1, 1, 1, 1});
    Ear ear;
    StrategyHost host(std::move(hosted), 2, ear.sinks());
    for (const MarketBatchPtr &batch : someBatches(2, 15))
        host.post(batch);
    QTRY_COMPARE(ear.upTo(), 15u);
    QCOMPARE(ear.raised(alpha).size(), 2); // bars 16 … 30 of its life: only 20 and 30 raise
}

void TestStrategyHost::warmUpKeepsItsLastSignalWhileFresh()
{
    // Twenty bars a minute apart that end at bedStart; the strategy raises on the tenth and the twentieth.
    auto hosted = slotsOf(std::make_unique<TurningStrategy>(alpha, 10), std::make_unique<TurningStrategy>(alpha, 10));
    for (StrategyHost::Slot &slot : hosted) {
        for (int i = 1; i <= 20; ++i)
            slot.warmUp.append(BarPoint{bedStart - std::chrono::minutes(20 - i), 1, 1, 1, 1, 1});
    }
    hosted[0].freshSince = bedStart - std::chrono::minutes(1);
    hosted[1].freshSince = bedStart; // just too old
    Ear ear;
    StrategyHost host(std::move(hosted), 2, ear.sinks());
    QTRY_COMPARE(ear.raised(alpha).size(), 1);
    const std::scoped_lock lock(ear.mutex);
    COMPARE(ear.answers.front().raised.front().first, 0u);
    QVERIFY(ear.answers.front().raised.front().second.time == bedStart);
}

void TestStrategyHost::theOthersGoOnWithoutASlowOne()
{
    std::promise<void> gate;
    Ear ear;
    StrategyHost host(slotsOf(std::make_unique<StuckStrategy>(alpha, 2, gate.get_future().share()), std::make_unique<StuckStrategy>(beta, 0, std::shared_future<void>())),
                      2, ear.sinks(), {.slowAfter = std::chrono::milliseconds(1)});
    for (std::uint64_t bar = 1; bar <= 4; ++bar)
        host.post(barBatch(bar, bedStart + std::chrono::minutes(bar)));
    QTRY_VERIFY([&] { host.watch(); return ear.upTo() == 4; }());
    QCOMPARE(ear.raised(beta), (QStringList{u"1:1"_s, u"2:2"_s, u"3:3"_s, u"4:4"_s}));
    QCOMPARE(ear.raised(alpha), QStringList{u"1:1"_s});
    QCOMPARE(host.overlapCount(), 2u); // bars 3 and 4 came while it was at bar 2
    QCOMPARE(host.retiredCount(), 0);
    gate.set_value();
    QTRY_COMPARE(ear.raised(alpha), (QStringList{u"1:1"_s, u"2:2"_s})); // late, yet not lost
    host.post(barBatch(5, bedStart + std::chrono::minutes(5)));
    QTRY_COMPARE(ear.upTo(), 5u);
    QCOMPARE(ear.raised(alpha), (QStringList{u"1:1"_s, u"2:2"_s, u"5:5"_s})); // bars 3 and 4 were handed over with it
}

void TestStrategyHost::aSlowOneHoldsUpTheRestWhereAllPlacesAreTaken()
{
    std::promise<void> gate;
    Ear ear;
    StrategyHost host(slotsOf(std::make_unique<StuckStrategy>(alpha, 1, gate.get_future().share()), std::make_unique<StuckStrategy>(beta, 0, std::shared_future<void>())),
                      2, ear.sinks(), {.concurrentMax = 1, .slowAfter = std::chrono::milliseconds(1)});
    host.post(barBatch(1, bedStart));
    for (int i = 0; i < 20; ++i) {
        QTest::qSleep(2);
        host.watch();
    }
    QCOMPARE(ear.upTo(), 0u);
    gate.set_value();
    QTRY_COMPARE(ear.upTo(), 1u);
    QCOMPARE(ear.raised(beta), QStringList{u"1:1"_s});
}

void TestStrategyHost::aStuckOneIsRetiredAndNobodyWaitsForIt()
{
    auto gate = std::make_shared<std::promise<void>>();
    Ear ear;
    {
        StrategyHost host(slotsOf(std::make_unique<StuckStrategy>(alpha, 2, gate->get_future().share()), std::make_unique<StuckStrategy>(beta, 0, std::shared_future<void>())),
                          2, ear.sinks(), {.concurrentMax = 1, .slowAfter = std::chrono::milliseconds(1), .timeout = std::chrono::milliseconds(30)});
        for (std::uint64_t bar = 1; bar <= 3; ++bar)
            host.post(barBatch(bar, bedStart + std::chrono::minutes(bar)));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"alpha on TEST:SHARE is retired: it gave no answer for 0.03 s"_s));
        QTRY_VERIFY([&] { host.watch(); return ear.upTo() == 3; }());
        QCOMPARE(host.retiredCount(), 1);
        QCOMPARE(host.runningCount(), 1);
        QCOMPARE(ear.retired, QStringList{u"alpha: it gave no answer for 0.03 s"_s});
        QCOMPARE(ear.raised(beta).size(), 3);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"left behind"_s));
        QElapsedTimer elapsed;
        elapsed.start();
        host.stop();
        QVERIFY2(elapsed.elapsed() < 20'000, "the desk waited for the stuck strategy");
    }
    gate->set_value(); // its thread ends after the host, and what it says reaches nobody
    QTest::qSleep(20);
    QCOMPARE(ear.raised(alpha), QStringList{u"1:1"_s});
}

void TestStrategyHost::aScheduledRunCountsItsNewestBarAlone()
{
    // Short term on crypto: a run every two hours. Hourly closes from 12:00, the third and the fifth are runs.
    std::vector<StrategyHost::Slot> hosted;
    hosted.push_back(slotOf(std::make_unique<StuckStrategy>(alpha, 0, std::shared_future<void>())));
    hosted[0].cadence.emplace(StrategyCategory::ShortTerm, ExchangeCalendar::crypto());
    Ear ear;
    StrategyHost host(std::move(hosted), 2, ear.sinks());
    for (std::uint64_t bar = 1; bar <= 5; ++bar)
        host.post(barBatch(bar, bedStart + std::chrono::hours(bar - 1)));
    QTRY_COMPARE(ear.upTo(), 5u);
    QCOMPARE(ear.raised(alpha), (QStringList{u"1:1"_s, u"3:3"_s, u"5:5"_s}));
    QCOMPARE(host.overlapCount(), 0u);
}

void TestStrategyHost::aRunAfterTheCloseIsToldAndNotTraded()
{
    std::vector<StrategyHost::Slot> hosted;
    hosted.push_back(slotOf(std::make_unique<StuckStrategy>(alpha, 0, std::shared_future<void>())));
    hosted[0].cadence.emplace(StrategyCategory::ShortSelling, **ExchangeCalendar::find(u"nse"));
    Ear ear;
    StrategyHost host(std::move(hosted), 2, ear.sinks());
    const Timestamp close = utcMidnight(2024, 1, 10) + std::chrono::hours(10); // 15:30 in India
    host.post(barBatch(1, close - std::chrono::minutes(15)));
    host.post(barBatch(2, close));
    QTRY_COMPARE(ear.upTo(), 2u);
    QCOMPARE(ear.raised(alpha), QStringList{u"1:1"_s});
    const std::scoped_lock lock(ear.mutex);
    QCOMPARE(ear.analysed.size(), 1u);
    QVERIFY(ear.analysed.front().time == close);
}

void TestStrategyHost::aSuccessorTakesOverWithTheFirstBarAfterItsPast()
{
    Ear ear;
    StrategyHost host(slotsOf(std::make_unique<CountingStrategy>(alpha, 0), std::make_unique<CountingStrategy>(beta, 0)), 2, ear.sinks());
    const auto close = [](int minute) { return bedStart + std::chrono::minutes(minute); };
    host.post(barBatch(1, close(1)));
    QTRY_COMPARE(ear.upTo(), 1u);
    // The feed has made three bars by now; the strategies have seen the first of them.
    BarColumns past;
    for (int minute = 1; minute <= 3; ++minute)
        past.append(BarPoint{close(minute), 100, 100, 100, 100, 1});
    host.replace(share, std::make_unique<CountingStrategy>(alpha, 50), past);
    host.replace(InstrumentId(std::string_view("TEST:OTHER")), std::make_unique<CountingStrategy>(beta, 50), past); // does not run there
    for (int minute = 2; minute <= 5; ++minute)
        host.post(barBatch(std::uint64_t(minute), close(minute)));
    QTRY_COMPARE(ear.upTo(), 5u);
    host.stop();
    // The old one answers up to the third bar, the new one from the fourth on, which is the fourth it sees.
    QCOMPARE(ear.raised(alpha), (QStringList{u"1:1"_s, u"2:2"_s, u"3:3"_s, u"4:54"_s, u"5:55"_s}));
    QCOMPARE(ear.raised(beta), (QStringList{u"1:1"_s, u"2:2"_s, u"3:3"_s, u"4:4"_s, u"5:5"_s}));
}

QTEST_GUILESS_MAIN(TestStrategyHost)
#include "tst_strategyhost.moc"
