#include "core/engine/enginehost.h"
#include "core/sim/simbroker.h"
#include "tests/core/engine/turningstrategy.h"

#include <QSignalSpy>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace bellwether;
using namespace bellwether::test;

namespace {

/// What one account trades with, in the order it must be taken down.
struct Account {
    SimClock clock{bedStart};
    CataloguePtr catalogue = aCatalogue();
    MemoryJournal journal;
    SimBroker venue{catalogue, clock};

    std::unique_ptr<TradingEngine> makeEngine()
    {
        auto engine = std::make_unique<TradingEngine>(bedConfig(), catalogue,
                                                      std::vector<const ExchangeCalendar *>(2, &ExchangeCalendar::crypto()), clock, venue, journal);
        engine->setMarketTap([this](const MarketEvent &event) { venue.onMarket(event); });
        return engine;
    }
};

std::vector<StrategyHost::Slot> turningSlots()
{
    std::vector<StrategyHost::Slot> made(2);
    for (std::size_t i = 0; i < made.size(); ++i) {
        made[i].instrument = shareIndex;
        made[i].instrumentId = InstrumentId(std::string_view("TEST:SHARE"));
        made[i].strategy = std::make_unique<TurningStrategy>(i == 0 ? alpha : beta, i == 0 ? 7 : 13);
    }
    return made;
}

std::vector<JournalEntry> runInline(const std::vector<MarketBatchPtr> &batches)
{
    Account account;
    const auto engine = account.makeEngine();
    engine->start(true);
    auto strategies = turningSlots();
    for (const MarketBatchPtr &batch : batches) {
        for (const MarketEvent &event : *batch) {
            account.clock.advanceTo(event.time);
            engine->onMarket(event);
            for (auto &slot : strategies) {
                if (const auto signal = slot.strategy->onBar(pointOf(std::get<TimedBar>(event.payload).bar)))
                    engine->onSignal(*signal);
            }
        }
    }
    engine->stop(true);
    return account.journal.entries();
}

std::vector<JournalEntry> runInLockstep(const std::vector<MarketBatchPtr> &batches)
{
    auto account = std::make_shared<Account>();
    EngineHost::Parts parts;
    parts.owned = account;
    parts.engine = account->makeEngine();
    parts.simClock = &account->clock;
    parts.pace = Pace::Lockstep;
    parts.instruments = 2;
    EngineHost host(std::move(parts));
    QSignalSpy finished(&host, &EngineHost::finished);
    {
        StrategyHost strategies(turningSlots(), 2, {[&host](SignalBatch batch) { host.inbox().post(std::move(batch)); }, {}});
        host.start(true);
        for (const MarketBatchPtr &batch : batches) {
            host.inbox().post(batch);
            strategies.post(batch);
        }
        host.inbox().postFeedFinished();
        if (!QTest::qWaitFor([&finished] { return finished.count() == 1; }, 20'000))
            qFatal("the run never finished");
    }
    host.stop();
    return account->journal.entries();
}

} // namespace

class TestEngineHost : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void inboxWakesOncePerBatch();
    void conflationKeepsWhatMatters(); // FAULTS W12
    void aLongBacklogIsThinnedAsItDoubles_data();
    void aLongBacklogIsThinnedAsItDoubles(); // FAULTS W12
    void aHostThatNeverStartedStops();
    void aSignalWaitsForItsEvent();
    void lockstepEqualsInlineCalls();
    void aThousandRacesGiveOneIntentEach(); // FAULTS U01, I06
    void aBrokenJournalFaultsTheEngine_data();
    void aBrokenJournalFaultsTheEngine(); // FAULTS D03, D04
    void aFaultInOneEventIsContained(); // FAULTS P04
};

void TestEngineHost::inboxWakesOncePerBatch()
{
    int wakes = 0;
    EventInbox inbox([&wakes] { ++wakes; });
    inbox.post(someBatches(1, 10).front());
    inbox.post(SignalBatch{});
    inbox.post(EngineCommand([](TradingEngine &) {}));
    inbox.postFeedFinished();
    QCOMPARE(wakes, 1);
    QVERIFY(inbox.depth() > 0);
    const auto contents = inbox.takeAll();
    QCOMPARE(contents.market.size(), 1u);
    QCOMPARE(contents.strategySignals.size(), 1u);
    QCOMPARE(contents.commands.size(), 1u);
    QVERIFY(contents.isFeedFinished);
    QCOMPARE(inbox.depth(), 0u);
    QVERIFY(inbox.takeAll().market.empty());
    inbox.postFeedFinished();
    QCOMPARE(wakes, 2);
}

// W12: quotes give way to newer ones of their instrument, prints and bars never do.
void TestEngineHost::conflationKeepsWhatMatters()
{
    std::uint64_t sequence = 0;
    const auto added = [&sequence](MarketBatch &batch, InstrumentIndex instrument, auto payload) { batch.push_back({++sequence, instrument, bedStart, payload}); };
    const Quote quote{bedStart, price(u"1"), price(u"2"), quantity(u"1"), quantity(u"1")};
    MarketBatch first, second, third;
    added(first, 0, quote);       // 1: half done, not looked at
    added(second, 0, quote);      // 2: replaced by 4
    added(second, 1, quote);      // 3: replaced by 7
    added(second, 0, quote);      // 4: the last of instrument 0
    added(second, 0, TapeTrade{}); // 5
    added(third, 1, TimedBar{});  // 6
    added(third, 1, quote);       // 7: the last of all
    std::deque<MarketBatchPtr> batches;
    for (const MarketBatch &batch : {first, second, third})
        batches.push_back(std::make_shared<const MarketBatch>(batch));
    const MarketBatchPtr whole = batches[2];
    QCOMPARE(conflate(batches, 1, 2), 4u);
    QCOMPARE(batches[0]->size(), 1u);
    std::vector<std::uint64_t> sequences;
    for (std::size_t i = 1; i < 3; ++i) {
        for (const MarketEvent &event : *batches[i])
            sequences.push_back(event.sequence);
    }
    QCOMPARE(sequences, (std::vector<std::uint64_t>{4, 5, 6, 7}));
    QCOMPARE(batches[2], whole); // nothing left it, so it was not copied
}

void TestEngineHost::aLongBacklogIsThinnedAsItDoubles_data()
{
    QTest::addColumn<bool>("isMemoryShort");
    QTest::addColumn<std::size_t>("usual");
    QTest::newRow("usually from 20,000 on") << false << std::size_t(20'000);
    QTest::newRow("from 2,000 on where memory is short") << true << std::size_t(2'000);
}

void TestEngineHost::aLongBacklogIsThinnedAsItDoubles()
{
    QFETCH(const bool, isMemoryShort);
    QFETCH(const std::size_t, usual);
    BacklogWatch watch;
    QVERIFY(!watch.isDue(usual, isMemoryShort));
    QVERIFY(watch.isDue(usual + 1, isMemoryShort));
    watch.thinned(usual + 1); // nothing could go: trades and bars stay
    QVERIFY2(!watch.isDue(2 * usual + 2, isMemoryShort), "the same events are not copied at each turn");
    QVERIFY(watch.isDue(2 * usual + 3, isMemoryShort));
    watch.thinned(10);
    QVERIFY(!watch.isDue(usual, isMemoryShort));
    QVERIFY(watch.isDue(usual + 1, isMemoryShort));
    watch.thinned(5 * usual);
    watch.emptied();
    QVERIFY(watch.isDue(usual + 1, isMemoryShort));
}

void TestEngineHost::aHostThatNeverStartedStops()
{
    auto bed = std::make_shared<EngineBed>();
    EngineHost::Parts parts;
    parts.owned = bed;
    parts.engine = std::make_unique<TradingEngine>(bedConfig(), aCatalogue(), std::vector<const ExchangeCalendar *>(2, &ExchangeCalendar::crypto()),
                                                   bed->clock, bed->broker, bed->journal);
    int detached = 0;
    parts.detachJournal = [&detached] { ++detached; };
    EngineHost host(std::move(parts));
    host.stop(); // would have waited for a thread that does not run
    QCOMPARE(detached, 1);
}

// A signal that overtakes its event on the way waits for it: its order must not fill on the data that caused it.
void TestEngineHost::aSignalWaitsForItsEvent()
{
    auto bed = std::make_shared<EngineBed>();
    EngineHost::Parts parts;
    parts.owned = bed;
    parts.engine = std::make_unique<TradingEngine>(bedConfig(), aCatalogue(), std::vector<const ExchangeCalendar *>(2, &ExchangeCalendar::crypto()),
                                                   bed->clock, bed->broker, bed->journal);
    parts.instruments = 2;
    EngineHost host(std::move(parts));
    host.start(true);
    host.inbox().post(SignalBatch{1, {{1, bed->signal(Side::Buy, 100)}}});
    std::atomic<int> submittedBefore = -1;
    host.inbox().post(EngineCommand([&](TradingEngine &) { submittedBefore = int(bed->broker.submitted.size()); }));
    QTRY_COMPARE(submittedBefore.load(), 0);
    host.inbox().post(std::make_shared<const MarketBatch>(MarketBatch{{1, shareIndex, bedStart, TapeTrade{bedStart, price(u"100"), quantity(u"1000")}}}));
    std::atomic<int> submittedAfter = -1;
    QTRY_VERIFY([&] {
        host.inbox().post(EngineCommand([&](TradingEngine &) { submittedAfter = int(bed->broker.submitted.size()); }));
        return submittedAfter == 1;
    }());
    host.stop();
}

void TestEngineHost::lockstepEqualsInlineCalls()
{
    const auto batches = someBatches(5, 2'000);
    const auto expected = runInline(batches);
    QVERIFY(expected.size() > 1'000);
    for (int run = 0; run < 3; ++run) { // I27: whatever the threads do
        const auto actual = runInLockstep(batches);
        for (std::size_t i = 0; i < std::min(actual.size(), expected.size()); ++i)
            QVERIFY2(actual[i] == expected[i], qPrintable(u"entry %1: %2 instead of %3"_s.arg(i + 1).arg(QString::fromUtf8(actual[i].body), QString::fromUtf8(expected[i].body))));
        QCOMPARE(actual.size(), expected.size());
    }
}

void TestEngineHost::aThousandRacesGiveOneIntentEach()
{
    constexpr int signalCount = 1'000;
    constexpr int threadCount = 4;
    auto bed = std::make_shared<EngineBed>();
    EngineConfig config = bedConfig();
    EngineHost::Parts parts;
    parts.owned = bed;
    parts.engine = std::make_unique<TradingEngine>(config, aCatalogue(), std::vector<const ExchangeCalendar *>(2, &ExchangeCalendar::crypto()),
                                                   bed->clock, bed->broker, bed->journal);
    parts.instruments = 2;
    EngineHost host(std::move(parts));
    host.start(false);
    host.inbox().post(EngineCommand([bed](TradingEngine &engine) {
        engine.onMarket({1, shareIndex, bed->clock.now(), TapeTrade{bed->clock.now(), price(u"1"), quantity(u"1")}});
        for (int i = 0; i < signalCount; ++i)
            engine.onSignal(bed->signal(Side::Buy, 1, StrategyId("s" + std::to_string(i))));
    }));
    std::atomic<int> accepted = 0;
    std::atomic<int> answered = 0;
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < threadCount; ++thread) {
        threads.emplace_back([&] {
            for (std::uint64_t id = 1; id <= signalCount; ++id) {
                host.inbox().post(EngineCommand([&, id](TradingEngine &engine) {
                    accepted += engine.approveSignal({id}, 1) ? 1 : 0;
                    ++answered;
                }));
            }
        });
    }
    threads.clear();
    QTRY_COMPARE_WITH_TIMEOUT(answered.load(), signalCount * threadCount, 60'000);
    host.stop();
    QCOMPARE(accepted.load(), signalCount); // U01
    QCOMPARE(bed->broker.submitted.size(), std::size_t(signalCount));
}

void TestEngineHost::aBrokenJournalFaultsTheEngine_data()
{
    QTest::addColumn<int>("pace");
    QTest::newRow("D03: live") << int(Pace::Live);
    QTest::newRow("D03: a replay ends instead of waiting") << int(Pace::Lockstep);
}

void TestEngineHost::aBrokenJournalFaultsTheEngine()
{
    QFETCH(const int, pace);
    auto bed = std::make_shared<EngineBed>();
    bed->journal.isHeld = true; // the disk never answers
    EngineHost::Parts parts;
    parts.owned = bed;
    parts.engine = std::make_unique<TradingEngine>(bedConfig(), aCatalogue(), std::vector<const ExchangeCalendar *>(2, &ExchangeCalendar::crypto()),
                                                   bed->clock, bed->broker, bed->journal);
    parts.instruments = 2;
    parts.simClock = &bed->clock;
    parts.pace = Pace(pace);
    std::atomic<bool> isBroken = false;
    parts.journalFailure = [&isBroken] { return isBroken ? u"disk full"_s : QString(); };
    EngineHost host(std::move(parts));
    QSignalSpy finished(&host, &EngineHost::finished);
    DeskSnapshotPtr seen;
    const QObject scope; // snapshots that are still queued end with it
    connect(&host, &EngineHost::snapshotReady, &scope, [&seen](const DeskSnapshotPtr &snapshot) { seen = snapshot; });
    host.start(true);
    const auto batches = someBatches(1, 20);
    host.inbox().post(batches.front());
    SignalBatch batch{batches.front()->back().sequence, {}};
    const MarketEvent &last = batches.front()->back();
    TradeSignal signal = bed->signal(Side::Buy, std::get<TimedBar>(last.payload).bar.close.toDouble());
    signal.time = last.time;
    batch.raised.emplace_back(last.sequence, signal);
    host.inbox().post(std::move(batch));
    QTRY_VERIFY2(seen && !seen->orders->empty(), qPrintable(seen ? QString::number(seen->signalHistory->size()) : QString()));
    isBroken = true;
    QTRY_VERIFY_WITH_TIMEOUT(seen->state == EngineState::Faulted, 1'000); // the user is told within a second
    QVERIFY(seen->stateReason.contains(u"disk full"_s));
    QVERIFY(!seen->health.isJournalHealthy);
    if (Pace(pace) == Pace::Lockstep)
        QTRY_COMPARE(finished.count(), 1);
    isBroken = false;
    QTRY_VERIFY(seen->state == EngineState::Degraded); // it can be written again, and new risk waits for a deliberate reset
    QVERIFY2(seen->stateReason.contains(u"reset"_s), qPrintable(seen->stateReason));
    host.inbox().post(EngineCommand([](TradingEngine &engine) { engine.resetLatches(u"the disk was made larger"_s); }));
    QTRY_VERIFY(seen->state == EngineState::Running);
    QVERIFY(seen->stateReason.isEmpty());
    host.inbox().post(EngineCommand([](TradingEngine &engine) { engine.enterFaulted(u"something else"_s); }));
    isBroken = true;
    QTRY_VERIFY(!seen->health.isJournalHealthy);
    isBroken = false;
    QTRY_VERIFY(seen->health.isJournalHealthy);
    QVERIFY2(seen->state == EngineState::Faulted, "a fault of something else does not end with the disk's");
    host.stop();
    QVERIFY(bed->broker.submitted.empty()); // no unjournaled send
}

void TestEngineHost::aFaultInOneEventIsContained()
{
    auto bed = std::make_shared<EngineBed>();
    EngineHost::Parts parts;
    parts.owned = bed;
    parts.engine = std::make_unique<TradingEngine>(bedConfig(), aCatalogue(), std::vector<const ExchangeCalendar *>(2, &ExchangeCalendar::crypto()),
                                                   bed->clock, bed->broker, bed->journal);
    parts.instruments = 2;
    EngineHost host(std::move(parts));
    DeskSnapshotPtr seen;
    const QObject scope; // snapshots that are still queued end with it
    connect(&host, &EngineHost::snapshotReady, &scope, [&seen](const DeskSnapshotPtr &snapshot) { seen = snapshot; });
    QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"money of two currencies"_s));
    host.start(true);
    host.inbox().post(EngineCommand([](TradingEngine &) { std::ignore = usdt(u"1") + Money::zero(Currency(std::string_view("INR"))); }));
    QTRY_VERIFY(seen && seen->state == EngineState::Faulted);
    std::atomic<bool> isAnswered = false;
    host.inbox().post(EngineCommand([&isAnswered](TradingEngine &) { isAnswered = true; }));
    QTRY_VERIFY(isAnswered); // the thread goes on
}

QTEST_GUILESS_MAIN(TestEngineHost)
#include "tst_enginehost.moc"
