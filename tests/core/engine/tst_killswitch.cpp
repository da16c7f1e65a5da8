#include "tests/core/engine/enginebed.h"

using namespace Qt::StringLiterals;
using namespace bellwether;
using namespace bellwether::test;
using Report = VenueReport::Kind;

namespace {

const InstrumentId share{std::string_view("TEST:SHARE")};

struct KillBed : EngineBed {
    explicit KillBed(EngineConfig config = calm()) : EngineBed(std::move(config))
    {
        start();
        price(u"100");
    }
    static EngineConfig calm()
    {
        EngineConfig config = bedConfig();
        config.limits.timeStopMinutes = 0;
        config.limits.staleAfterSeconds = 1'000'000;
        return config;
    }
    void pass(int seconds)
    {
        for (int i = 0; i < seconds; ++i) {
            advance(std::chrono::seconds(1));
            engine.onTime();
        }
    }
    Result<OrderId> send(Side side, OrderType type, const char16_t *at, const char16_t *size = u"3", OrderRole role = OrderRole::Entry,
                         const StrategyId &strategy = StrategyId(std::string_view("manual")))
    {
        OrderRequest request;
        request.instrument = share;
        request.strategy = strategy;
        request.side = side;
        request.type = type;
        request.role = role;
        request.quantity = quantity(size);
        request.limitPrice = type == OrderType::Market ? Price() : test::price(at);
        request.stopPrice = type == OrderType::StopLimit ? test::price(at) : Price();
        return engine.submitOrder(request);
    }
    Order last() const { return broker.submitted.back(); }
    KillView kill() { return engine.snapshot({})->killSwitch; }
};

} // namespace

class TestKillSwitch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theLatchIsOnDiskBeforeTheFirstCancel(); // FAULTS R07
    void aDiskThatGivesNoAnswerStopsNoCancel();
    void anEntryThatWaitsForTheDiskDoesNotLeave(); // FAULTS I14
    void cancelsAreRepeatedUntilProved();
    void silentOrdersAreAskedAbout();
    void flatteningGoesOnUntilNothingIsHeld();
    void itGoesOnAfterARestart();
    void onlyAResetLetsNewRiskThrough(); // FAULTS I14
    void profitIsLocked();
    void theLockSurvivesARestart();
    void aLossStreakPausesEntries();
    void ownOrdersDoNotMeet(); // FAULTS R06
    void aStrategyThatRepeatsItselfIsAskedAbout(); // FAULTS R03
    void aStopLimitThatDoesNotFillIsReplaced(); // FAULTS R09
    void moreOnTheWireThanInTheJournalTripsTheLatch(); // FAULTS R13
};

void TestKillSwitch::theLatchIsOnDiskBeforeTheFirstCancel()
{
    KillBed bed;
    QVERIFY(bed.send(Side::Buy, OrderType::Limit, u"98"));
    bed.broker.accept(bed.last());
    bed.journal.isHeld = true;
    bed.engine.kill(false);
    QVERIFY(bed.engine.state().isKilled());
    QVERIFY(bed.broker.cancelled.empty());
    QVERIFY(!bed.kill().isDurable);
    QVERIFY(!bed.send(Side::Buy, OrderType::Limit, u"98")); // nothing new meanwhile
    bed.journal.isHeld = false;
    bed.journal.release();
    COMPARE(bed.broker.cancelled.size(), std::size_t(1));
    COMPARE(bed.kill().ordersLeft, 1);
    QVERIFY(!bed.kill().isDone);
    bed.broker.tell(Report::Cancelled, bed.last().clientId);
    QVERIFY(bed.kill().isDone);
}

void TestKillSwitch::aDiskThatGivesNoAnswerStopsNoCancel()
{
    KillBed bed;
    QVERIFY(bed.send(Side::Buy, OrderType::Limit, u"98"));
    bed.broker.accept(bed.last());
    bed.journal.isHeld = true;
    bed.engine.kill(false);
    bed.pass(1);
    COMPARE(bed.broker.cancelled.size(), std::size_t(1));
}

void TestKillSwitch::anEntryThatWaitsForTheDiskDoesNotLeave()
{
    KillBed bed;
    bed.journal.isHeld = true;
    const auto entry = bed.send(Side::Buy, OrderType::Limit, u"98");
    QVERIFY(entry);
    bed.engine.kill(false);
    bed.journal.release();
    QVERIFY(bed.broker.submitted.empty());
    COMPARE(bed.stateOf(entry->value), OrderState::Denied);
}

void TestKillSwitch::cancelsAreRepeatedUntilProved()
{
    KillBed bed;
    QVERIFY(bed.send(Side::Buy, OrderType::Limit, u"98"));
    const Order order = bed.last();
    bed.broker.accept(order);
    bed.engine.kill(false);
    for (std::size_t round = 1; round <= 3; ++round) {
        COMPARE(bed.broker.cancelled.size(), round);
        bed.broker.tell(Report::RequestRefused, order.clientId, u"try again"_s); // it never left
        bed.pass(2);
    }
    bed.broker.tell(Report::Cancelled, order.clientId);
    bed.pass(10);
    COMPARE(bed.broker.cancelled.size(), std::size_t(4));
    QVERIFY(bed.kill().isDone);
    QVERIFY(bed.log.contains(u"kill switch done: no entry is left"_s));
}

void TestKillSwitch::silentOrdersAreAskedAbout()
{
    KillBed bed;
    QVERIFY(bed.send(Side::Buy, OrderType::Limit, u"98")); // unknown: cannot be cancelled
    const Order order = bed.last();
    bed.engine.kill(false);
    bed.pass(8);
    QVERIFY(!bed.broker.queried.empty());
    QVERIFY(bed.broker.queried.size() <= 2);
    QVERIFY(bed.broker.cancelled.empty());
    bed.broker.accept(order); // it was there: cancelled at once
    COMPARE(bed.broker.cancelled.size(), std::size_t(1));
}

void TestKillSwitch::flatteningGoesOnUntilNothingIsHeld()
{
    KillBed bed;
    bed.enter();
    bed.engine.kill(true);
    for (const Order &cancelled : std::vector(bed.broker.cancelled))
        bed.broker.tell(Report::Cancelled, cancelled.clientId);
    const Order exit = bed.last();
    COMPARE(exit.role, OrderRole::Exit);
    COMPARE(exit.quantity, quantity(u"10"));
    bed.broker.accept(exit);
    bed.broker.fill(exit, quantity(u"4"), test::price(u"100"));
    bed.broker.tell(Report::Cancelled, exit.clientId, u"by the venue"_s);
    bed.pass(4);
    const Order second = bed.last();
    QVERIFY(second.id != exit.id);
    COMPARE(second.quantity, quantity(u"6"));
    COMPARE(bed.kill().positionsLeft, 1);
    bed.broker.accept(second);
    bed.broker.fill(second, quantity(u"6"), test::price(u"100"));
    bed.pass(4);
    COMPARE(bed.held(), quantity(u"0"));
    QVERIFY(bed.kill().isDone);
}

void TestKillSwitch::itGoesOnAfterARestart()
{
    KillBed bed;
    bed.enter();
    bed.engine.kill(true);
    EngineBed again(KillBed::calm(), bed.journal.entries, bed.clock.now());
    QVERIFY(again.recovered);
    QVERIFY(again.engine.state().isKilled());
    QVERIFY(again.engine.state().killFlattens());
    again.start();
    again.price(u"100");
    for (int i = 0; i < 8; ++i) {
        again.advance(std::chrono::seconds(1));
        again.engine.onTime();
    }
    QVERIFY(!again.broker.queried.empty());
    QVERIFY(!again.engine.snapshot({})->killSwitch.isDone);
}

void TestKillSwitch::onlyAResetLetsNewRiskThrough()
{
    KillBed bed;
    bed.engine.kill(false);
    bed.pass(86'400 / 60);
    QVERIFY(!bed.send(Side::Buy, OrderType::Limit, u"99"));
    bed.engine.resetLatches(u"checked"_s);
    QVERIFY(bed.send(Side::Buy, OrderType::Limit, u"99"));
    QVERIFY(!bed.kill().isSet);
}

void TestKillSwitch::profitIsLocked()
{
    EngineConfig config = KillBed::calm();
    config.limits.profitLockStart = 0.001; // 100 of 100 000
    config.limits.profitLockKeep = 0.5;
    config.usesDefaultTarget = false;
    KillBed bed(config);
    bed.price(u"100");
    const SignalId id = bed.raise(Side::Buy, 100);
    QVERIFY(bed.engine.approveSignal(id, 1));
    const Order entry = bed.broker.submitted.front();
    bed.broker.accept(entry);
    bed.broker.fill(entry, quantity(u"10"), test::price(u"100"));
    bed.price(u"109"); // 90
    QVERIFY(!bed.engine.state().dayFloor());
    bed.price(u"160"); // 600: the floor is 300
    COMPARE(*bed.engine.state().dayFloor(), usdt(u"300"));
    bed.price(u"150"); // 500: it never falls
    COMPARE(*bed.engine.state().dayFloor(), usdt(u"300"));
    bed.price(u"130.01");
    QVERIFY(!bed.engine.state().isHalted());
    bed.price(u"130");
    QVERIFY(bed.engine.state().isHalted());
    QVERIFY2(bed.engine.state().haltReason().contains(u"locked"_s), qPrintable(bed.engine.state().haltReason()));
    QVERIFY(!bed.send(Side::Buy, OrderType::Market, u""));
    COMPARE(bed.held(), quantity(u"10")); // what is held keeps its stop
}

void TestKillSwitch::theLockSurvivesARestart()
{
    EngineConfig config = KillBed::calm();
    config.limits.profitLockStart = 0.001;
    KillBed bed(config);
    bed.enter();
    bed.price(u"104.90");
    bed.price(u"160");
    QVERIFY(bed.engine.state().dayFloor());
    const EngineBed again(config, bed.journal.entries, bed.clock.now());
    QVERIFY(again.recovered);
    QVERIFY(*again.engine.state().dayFloor() == *bed.engine.state().dayFloor());
}

void TestKillSwitch::aLossStreakPausesEntries()
{
    EngineConfig config = KillBed::calm();
    config.limits.lossStreakMax = 2;
    config.limits.coolDownMinutes = 30;
    config.limits.dailyLossMax = 1;
    KillBed bed(config);
    for (int i = 0; i < 2; ++i) {
        QVERIFY(bed.send(Side::Buy, OrderType::Market, u""));
        bed.broker.accept(bed.last());
        bed.broker.fill(bed.last(), quantity(u"3"), test::price(u"100"));
        QVERIFY(bed.engine.closePosition({StrategyId(std::string_view("manual")), share}));
        bed.broker.accept(bed.last());
        bed.broker.fill(bed.last(), quantity(u"3"), test::price(u"99"));
    }
    const auto refused = bed.send(Side::Buy, OrderType::Market, u"");
    QVERIFY(!refused);
    QVERIFY2(refused.error().detail.startsWith(u"2 losses in a row"_s), qPrintable(refused.error().detail));
    bed.pass(30 * 60 - 1);
    QVERIFY(!bed.send(Side::Buy, OrderType::Market, u""));
    bed.pass(1);
    QVERIFY(bed.send(Side::Buy, OrderType::Market, u""));
}

void TestKillSwitch::ownOrdersDoNotMeet()
{
    KillBed bed;
    QVERIFY(bed.send(Side::Sell, OrderType::Limit, u"101", u"3", OrderRole::Entry, beta));
    bed.broker.accept(bed.last());
    QVERIFY(bed.send(Side::Buy, OrderType::Limit, u"100.99"));
    const auto refused = bed.send(Side::Buy, OrderType::Limit, u"101");
    QVERIFY(!refused);
    QVERIFY(refused.error().detail.contains(u"own order"_s));
    QVERIFY(!bed.send(Side::Sell, OrderType::Limit, u"100.98", u"3", OrderRole::Entry, beta));
}

void TestKillSwitch::aStrategyThatRepeatsItselfIsAskedAbout()
{
    EngineConfig config = KillBed::calm();
    config.limits.repeatedOrdersMax = 3;
    KillBed bed(config);
    for (int i = 0; i < 3; ++i)
        QVERIFY(bed.send(Side::Buy, OrderType::Limit, u"98", u"3", OrderRole::Entry, alpha));
    QVERIFY(bed.engine.state().switchOf({alpha, share}).isAutomatic);
    QVERIFY(!bed.send(Side::Buy, OrderType::Limit, u"98", u"3", OrderRole::Entry, alpha));
    QVERIFY(!bed.engine.state().switchOf({alpha, share}).isAutomatic);
    QVERIFY(bed.engine.state().switchOf({alpha, share}).isOn);
}

void TestKillSwitch::aStopLimitThatDoesNotFillIsReplaced()
{
    KillBed bed;
    QVERIFY(bed.send(Side::Buy, OrderType::Market, u""));
    bed.broker.accept(bed.last());
    bed.broker.fill(bed.last(), quantity(u"3"), test::price(u"100"));
    QVERIFY(bed.send(Side::Sell, OrderType::StopLimit, u"97", u"3", OrderRole::StopLoss));
    const Order stop = bed.last();
    bed.broker.accept(stop);
    bed.price(u"95"); // through stop and limit in one move
    bed.pass(4);
    QVERIFY(bed.broker.cancelled.empty());
    bed.broker.fill(stop, quantity(u"1"), test::price(u"97"));
    bed.pass(3);
    COMPARE(bed.broker.cancelled.size(), std::size_t(1));
    COMPARE(bed.last().id, stop.id); // not before it is proved
    bed.broker.tell(Report::Cancelled, stop.clientId);
    bed.pass(1);
    COMPARE(bed.last().type, OrderType::Market);
    COMPARE(bed.last().role, OrderRole::Exit);
    COMPARE(bed.last().quantity, quantity(u"2"));
}

void TestKillSwitch::moreOnTheWireThanInTheJournalTripsTheLatch()
{
    KillBed bed;
    QVERIFY(bed.send(Side::Buy, OrderType::Limit, u"98"));
    bed.pass(2);
    QVERIFY(!bed.engine.state().isKilled());
    Order stray = bed.last();
    bed.broker.submit(stray); // the adapter sends it twice
    bed.pass(1);
    QVERIFY(bed.engine.state().isKilled());
    // Another one with the same count shows as well.
    KillBed other;
    other.broker.isCountingSends = false;
    QVERIFY(other.send(Side::Buy, OrderType::Limit, u"98"));
    other.broker.isCountingSends = true;
    stray = other.last();
    stray.quantity = quantity(u"30");
    other.broker.submit(stray);
    other.pass(1);
    QVERIFY(other.engine.state().isKilled());
}

QTEST_APPLESS_MAIN(TestKillSwitch)
#include "tst_killswitch.moc"
