#include "core/base/rng.h"
#include "core/engine/recordcodec.h"
#include "core/sim/simbroker.h"
#include "tests/core/engine/enginebed.h"

using namespace Qt::StringLiterals;
using namespace bellwether;
using namespace bellwether::test;
using Report = VenueReport::Kind;

namespace {

/// An engine on the simulated venue, driven at random: signals, approvals, edits, manual orders, cancels, kills.
struct RandomSession {
    explicit RandomSession(std::uint64_t seed)
        : rng(seed), clock(bedStart), venue(catalogue, clock, settingsOf(seed)),
          engine(config(), catalogue, {&ExchangeCalendar::crypto(), &ExchangeCalendar::crypto()}, clock, venue, journal)
    {
        engine.setMarketTap([this](const MarketEvent &event) { venue.onMarket(event); });
        engine.start(false);
    }
    /// Every second seed fills in parts of four.
    static SimBrokerSettings settingsOf(std::uint64_t seed)
    {
        SimBrokerSettings made;
        made.tradeParticipation = seed % 2 == 0 ? Ratio::fromDouble(0.004) : Ratio();
        return made;
    }
    static EngineConfig config()
    {
        EngineConfig made = bedConfig();
        made.limits.timeStopMinutes = 30;
        made.limits.dailyLossMax = 0.01;
        made.limits.positionsMax = 3;
        return made;
    }
    void step()
    {
        clock.advanceTo(clock.now() + std::chrono::milliseconds(100 + rng.below(60'000)));
        level = std::clamp(level * (1 + 0.004 * rng.normal()), 20.0, 500.0);
        const Price last = catalogue->at(shareIndex).roundToTick(level, Rounding::Nearest);
        engine.onMarket({++sequence, shareIndex, clock.now(), TapeTrade{clock.now(), last, quantity(u"1000")}});
        const StrategyId strategy(std::array<std::string_view, 3>{"alpha", "beta", "gamma"}[rng.below(3)]);
        const auto &waiting = engine.state().signalQueue().waiting();
        switch (rng.below(12)) {
        case 0: case 1: case 2: {
            TradeSignal signal;
            signal.strategy = strategy;
            signal.instrument = catalogue->at(shareIndex).id;
            signal.time = clock.now();
            signal.side = Side(rng.below(2));
            signal.referencePrice = level;
            signal.stop = signal.target = std::numeric_limits<double>::quiet_NaN();
            signal.confidence = rng.uniform(0, 100);
            signal.reasons.add("momentum", rng.normal(), Comparison::Above, 0);
            engine.onSignal(signal);
            break;
        }
        case 3: case 4: case 5:
            if (!waiting.empty())
                std::ignore = engine.approveSignal(waiting.begin()->first, waiting.begin()->second.version);
            break;
        case 6:
            if (!waiting.empty()) {
                SignalEdit edit;
                edit.quantity = Quantity::fromInt(1 + std::int64_t(rng.below(20)));
                std::ignore = engine.editSignal(waiting.rbegin()->first, waiting.rbegin()->second.version, edit);
            }
            break;
        case 7:
            if (!waiting.empty())
                std::ignore = engine.rejectSignal(waiting.begin()->first, waiting.begin()->second.version, RejectReason::Other);
            break;
        case 8: {
            OrderRequest request;
            request.instrument = catalogue->at(shareIndex).id;
            request.side = Side(rng.below(2));
            request.type = OrderType::Limit;
            request.quantity = Quantity::fromInt(1 + std::int64_t(rng.below(9)));
            request.limitPrice = catalogue->at(shareIndex).roundToTick(level * rng.uniform(0.98, 1.02), Rounding::Nearest);
            std::ignore = engine.submitOrder(request);
            break;
        }
        case 9:
            if (!engine.state().orders().active().empty())
                std::ignore = engine.cancelOrder(*engine.state().orders().active().begin());
            break;
        case 10:
            if (rng.below(10) == 0)
                engine.kill(rng.below(2) == 0);
            else if (engine.state().isKilled())
                engine.resetLatches(u"again"_s);
            break;
        default:
            engine.setAutoTrading(rng.below(3) == 0);
        }
    }

    Rng rng;
    CataloguePtr catalogue = aCatalogue();
    SimClock clock;
    SimBroker venue;
    MemoryJournal journal;
    TradingEngine engine;
    double level = 100;
    std::uint64_t sequence = 0;
};

} // namespace

class TestRecovery : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void replayGivesTheLiveState_data();
    void replayGivesTheLiveState();
    void aSnapshotAndTheTailAreTheReplay_data() { replayGivesTheLiveState_data(); }
    void aSnapshotAndTheTailAreTheReplay();
    void aDamagedSnapshotChangesNothing();
    void sameSeedSameJournal();
    void everyPrefixIsLegal();
    void engineAndVenueAgree_data();
    void engineAndVenueAgree();
    void ordersOfEveryStateAreResolved();
    void anUnchangedVenueGetsNoOrder();
    void aLostCancelIsAskedForAgain();
    void firstPricesAfterARestartAreNoLoss();
    void aJournalThatCannotFollowIsRefused_data();
    void aJournalThatCannotFollowIsRefused();
};

void TestRecovery::replayGivesTheLiveState_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 8; ++seed)
        QTest::addRow("I18: seed %llu", seed) << seed;
}

void TestRecovery::replayGivesTheLiveState()
{
    QFETCH(const quint64, seed);
    RandomSession session(seed);
    for (int i = 0; i < 3'000; ++i)
        session.step();
    QVERIFY(session.engine.state().fillCount() > 50);
    DeskState replayed(session.catalogue, usdt(u"100000"));
    for (const JournalEntry &entry : session.journal.entries()) {
        const auto record = decodeRecord(entry.body);
        QVERIFY2(record.has_value(), entry.body.constData());
        QVERIFY(replayed.apply(*record, entry.time).has_value());
    }
    QCOMPARE(replayed.digest(), session.engine.state().digest());
    const Portfolio &portfolio = session.engine.state().portfolio();
    COMPARE(portfolio.realizedPnl() + portfolio.unrealizedPnl() - portfolio.commission(), portfolio.equity() - portfolio.startingCash()); // I09
}

// I18. The snapshot is that of the live state, in the middle of everything: orders at work, signals that wait, works.
void TestRecovery::aSnapshotAndTheTailAreTheReplay()
{
    QFETCH(const quint64, seed);
    RandomSession session(seed);
    for (int part = 0; part < 4; ++part) {
        for (int i = 0; i < 500; ++i)
            session.step();
        const QByteArray snapshot = session.engine.state().snapshot();
        const std::size_t from = session.journal.entries().size();
        DeskState state(session.catalogue, usdt(u"1"));
        QVERIFY(state.restore(snapshot).has_value());
        QCOMPARE(state.digest(), session.engine.state().digest());
        QVERIFY2(state.snapshot() == snapshot, "what is restored is written as the same bytes");
        for (int i = 0; i < 300; ++i)
            session.step();
        for (std::size_t i = from; i < session.journal.entries().size(); ++i) {
            const JournalEntry &entry = session.journal.entries()[i];
            QVERIFY2(state.apply(*decodeRecord(entry.body), entry.time).has_value(), entry.body.constData());
        }
        QCOMPARE(state.digest(), session.engine.state().digest());
        QVERIFY(state.portfolio().books().size() == session.engine.state().portfolio().books().size());
        COMPARE(state.orders().keptCount(), session.engine.state().orders().keptCount());
    }
}

// H01: whatever the bytes are, they are refused or are a state; nothing is half taken over.
void TestRecovery::aDamagedSnapshotChangesNothing()
{
    RandomSession session(4);
    for (int i = 0; i < 600; ++i)
        session.step();
    const QByteArray whole = session.engine.state().snapshot();
    DeskState state(session.catalogue, usdt(u"7"));
    const QByteArray before = state.digest();
    Rng rng(4);
    int refused = 0;
    for (int round = 0; round < 1'500; ++round) {
        QByteArray damaged = whole;
        if (round % 3 == 0)
            damaged.truncate(qsizetype(rng.below(std::uint64_t(whole.size()))));
        else
            damaged[qsizetype(rng.below(std::uint64_t(whole.size())))] = char(rng.below(256));
        DeskState taken(session.catalogue, usdt(u"7"));
        if (taken.restore(damaged))
            continue;
        ++refused;
        QCOMPARE(taken.digest(), before);
    }
    QVERIFY2(refused >= 500, "every one that was cut is refused");
    QVERIFY(!state.restore(QByteArray()).has_value());
    QVERIFY(!state.restore(whole + 'x').has_value());
    DeskState other(aCatalogue({aCoin()}), usdt(u"7")); // an instrument is missing
    QVERIFY(!other.restore(whole).has_value());
}

void TestRecovery::sameSeedSameJournal()
{
    RandomSession first(9);
    RandomSession second(9);
    for (int i = 0; i < 1'000; ++i) {
        first.step();
        second.step();
    }
    QVERIFY(first.journal.entries() == second.journal.entries()); // I27
}

void TestRecovery::everyPrefixIsLegal()
{
    RandomSession session(3);
    for (int i = 0; i < 400; ++i)
        session.step();
    const auto &all = session.journal.entries();
    for (std::size_t length = 0; length <= all.size(); length += 7) {
        EngineBed bed(RandomSession::config(), {all.begin(), all.begin() + std::ptrdiff_t(length)}, session.clock.now());
        QVERIFY2(bed.recovered.has_value(), qPrintable(bed.recovered ? QString() : bed.recovered.error().detail));
        bed.start();
        COMPARE(bed.engine.core().lifecycle, EngineState::Running);
    }
}

// I22: after every step the venue and the engine hold the same, and nothing works at one place only. R08: the stops of a
// strategy are never larger than what it holds.
void TestRecovery::engineAndVenueAgree_data()
{
    QTest::addColumn<quint64>("seed");
    QTest::newRow("whole fills") << quint64(21);
    QTest::newRow("fills in parts") << quint64(22);
}

void TestRecovery::engineAndVenueAgree()
{
    QFETCH(const quint64, seed);
    RandomSession session(seed);
    for (int i = 0; i < 3'000; ++i) {
        session.step();
        Quantity held;
        for (const auto &[key, position] : session.engine.state().portfolio().books())
            held += position.quantity();
        for (const auto &[key, position] : session.engine.state().portfolio().books()) {
            const BookId book = session.engine.state().portfolio().idOf(key);
            const Quantity stopped = session.engine.state().orders().armed(book, [](const Order &o) { return o.role == OrderRole::StopLoss; });
            QVERIFY2(stopped <= position.quantity().magnitude(), qPrintable(u"step %1: stops of %2 for %3"_s.arg(i).arg(toString(stopped), toString(position.quantity()))));
        }
        COMPARE(held, session.venue.position(shareIndex));
        COMPARE(std::size_t(session.engine.state().orders().workingCount()), session.venue.workingCount());
    }
}

void TestRecovery::ordersOfEveryStateAreResolved()
{
    EngineBed first;
    first.start();
    first.price(u"100");
    const auto buy = [&first](std::uint64_t number) {
        OrderRequest request;
        request.instrument = InstrumentId(std::string_view("TEST:SHARE"));
        request.strategy = StrategyId("s" + std::to_string(number));
        request.type = OrderType::Limit;
        request.quantity = quantity(u"10");
        request.limitPrice = price(u"99");
        QVERIFY(first.engine.submitOrder(request).has_value());
    };
    for (std::uint64_t number = 1; number <= 6; ++number)
        buy(number);
    for (const std::uint64_t number : {2, 3, 4, 5})
        first.broker.accept(first.order(number));
    first.broker.fill(first.order(3), quantity(u"4"), price(u"99"));
    QVERIFY(first.engine.cancelOrder({4}));
    QVERIFY(first.engine.cancelOrder({5}));
    first.journal.isHeld = true;
    buy(7); // durable nowhere but in this journal: planned, not sent
    COMPARE(first.stateOf(7), OrderState::Checked);

    EngineBed second(bedConfig(), first.journal.entries, bedStart + std::chrono::minutes(1));
    QVERIFY(second.recovered.has_value());
    second.broker.onQuery = [&](const Order &order) {
        switch (order.id.value) {
        case 1: second.broker.accept(order); break;                                             // it had arrived
        case 2: second.broker.fill(order, quantity(u"10"), price(u"99"), u"N-2"_s); break;      // filled meanwhile
        case 3: second.broker.accept(order); break;                                             // as it was
        case 4: second.broker.tell(Report::Cancelled, order.clientId); break;                   // the cancel worked
        case 5: second.broker.tell(Report::Absent, order.clientId); break;                      // gone
        case 6: break;                                                                          // no answer
        default: second.broker.tell(Report::Absent, order.clientId);                            // never sent
        }
    };
    second.start();
    COMPARE(second.stateOf(1), OrderState::Open);
    COMPARE(second.stateOf(2), OrderState::Filled);
    COMPARE(second.stateOf(3), OrderState::Partial);
    COMPARE(second.stateOf(4), OrderState::Cancelled);
    COMPARE(second.stateOf(5), OrderState::Cancelled);
    COMPARE(second.stateOf(6), OrderState::Unknown); // I05: only on evidence
    COMPARE(second.stateOf(7), OrderState::Rejected);
    QVERIFY2(second.broker.submitted.empty(), "I20: nothing is sent again");
    second.broker.accept(second.order(6));
    COMPARE(second.stateOf(6), OrderState::Open);
}

void TestRecovery::anUnchangedVenueGetsNoOrder()
{
    EngineBed first;
    first.start();
    first.enter();
    std::vector<JournalEntry> past = first.journal.entries;
    QByteArray digest;
    for (int restart = 1; restart <= 3; ++restart) {
        EngineBed next(bedConfig(), past, bedStart + std::chrono::minutes(restart));
        next.broker.onQuery = [&next](const Order &order) { next.broker.accept(order); };
        next.start();
        QVERIFY2(next.broker.submitted.empty() && next.broker.cancelled.empty(), "I20");
        COMPARE(next.broker.queried.size(), 2u);
        if (restart > 1)
            QCOMPARE(next.engine.state().digest(), digest);
        digest = next.engine.state().digest();
        past = next.journal.entries;
    }
}

void TestRecovery::aLostCancelIsAskedForAgain()
{
    EngineBed first;
    first.start();
    first.enter();
    QVERIFY(first.engine.cancelOrder({3}));
    EngineBed second(bedConfig(), first.journal.entries, bedStart + std::chrono::minutes(1));
    second.broker.onQuery = [&](const Order &order) { second.broker.accept(order); }; // S14: the request never arrived
    second.start();
    COMPARE(second.broker.cancelled.size(), 1u);
    COMPARE(second.broker.cancelled[0].id, OrderId{3});
    COMPARE(second.stateOf(3), OrderState::CancelPending);
}

// Bought at 100, worth 200 long since: until a price comes, what is held is valued at what it cost, and that is no loss.
void TestRecovery::firstPricesAfterARestartAreNoLoss()
{
    EngineConfig config = bedConfig();
    config.limits.fixedQuantity = quantity(u"200");
    EngineBed first(config);
    first.start();
    first.price(u"100");
    QVERIFY(first.engine.approveSignal(first.raise(Side::Buy, 100, beta), 1));
    first.broker.accept(first.order(1));
    first.broker.fill(first.order(1), quantity(u"200"), price(u"100"));
    first.price(u"200");
    first.advance(std::chrono::hours(24));
    first.price(u"200"); // the day starts with 120 000
    COMPARE(first.engine.state().dayStartEquity(), usdt(u"120000"));

    EngineBed second(config, first.journal.entries, first.clock.now() + std::chrono::minutes(1));
    second.start();
    second.price(u"50", coinIndex); // of something else
    QVERIFY2(!second.engine.state().isHalted(), "R02: an equity that is not known decides nothing");
    second.price(u"200");
    QVERIFY(!second.engine.state().isHalted());
    second.price(u"181"); // 3 800 below; the limit is 3 600
    QVERIFY(second.engine.state().isHalted());

    EngineBed third(config, first.journal.entries, first.clock.now() + std::chrono::hours(24));
    third.start();
    third.price(u"200");
    COMPARE(third.engine.state().dayStartEquity(), usdt(u"120000"));
}

void TestRecovery::aJournalThatCannotFollowIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("a change of an order that was never planned") << encodeRecord(OrderChanged{{9}, {OrderEvent::Kind::Accepted, bedStart}, {}, {}, {}, {}});
    QTest::newRow("a decision about a signal that does not wait") << encodeRecord(SignalDecided{{9}, SignalState::Rejected, {}, {}, {}});
    QTest::newRow("an edit of a signal that does not wait") << encodeRecord(SignalEdited{{9}, 2, {}, {}, {}, {}});
    Order foreign = anOrder(1).buy(u"1");
    foreign.instrument = InstrumentId(std::string_view("GONE:AWAY"));
    QTest::newRow("an order for an instrument that the catalogue lacks") << encodeRecord(OrderPlanned{foreign});
    QTest::newRow("no record at all") << QByteArray("hello");
}

void TestRecovery::aJournalThatCannotFollowIsRefused()
{
    QFETCH(const QByteArray, body);
    EngineBed bed(bedConfig(), {{1, bedStart, encodeRecord(AutoTradingSet{false})}, {2, bedStart, body}});
    QVERIFY(!bed.recovered);
    COMPARE(bed.recovered.error().code, ErrorCode::StoreCorrupt);
    QVERIFY2(bed.recovered.error().detail.contains(u"journal entry 2"_s), qPrintable(bed.recovered.error().detail));
}

QTEST_APPLESS_MAIN(TestRecovery)
#include "tst_recovery.moc"
