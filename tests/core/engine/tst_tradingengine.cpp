#include "tests/core/engine/enginebed.h"

using namespace Qt::StringLiterals;
using namespace bellwether;
using namespace bellwether::test;
using Report = VenueReport::Kind;

class TestTradingEngine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void signalBecomesAnOrderThroughApproval();
    void everyFillOfAnEntryGetsItsBracket();
    void oneSideOfTheBracketCancelsTheOther();
    void aPartialStopShrinksTheTarget();
    void aSiblingFilledWhileItsChangeWasOutIsCancelled();
    void autoTradingOrdersAtOnce();
    void aSignalFromBeforeTheStartWaitsForTheTrader();
    void autoTradingOffStopsNewIntents();
    void doubleApprovalGivesOneIntent();
    void approvalIsRefused_data();
    void approvalIsRefused();
    void editGivesANewVersion();
    void editIsCheckedAsAWhole_data();
    void editIsCheckedAsAWhole();
    void aNewerSignalSupersedes();
    void unusableSignalsAreDropped_data();
    void unusableSignalsAreDropped();
    void anOppositeSignalReverses();
    void anOppositeSignalClosesWhatCannotBeShort();
    void anExitIsNeverGated_data();
    void anExitIsNeverGated();
    void dailyLossHaltsInTheSameStep();
    void aLossThatIsClosedHaltsToo();
    void dailyLossHaltSurvivesARestart();
    void dailyLossHaltEndsWithTheDay();
    void killSwitchCancelsAndCloses();
    void anUnknownEntryIsCancelledOnceTheVenueKnowsIt();
    void timeStopClosesDayTrades();
    void squareOffBeforeTheSessionEnds();
    void nothingIsSentBeforeItsCommit();
    void anUnsentOrderIsCancelledAtOnce();
    void anExitWaitingForTheDiskDoesNotOverClose();
    void aStopFillTakesBackTheExit();
    void closingTwiceKeepsTheStop();
    void aLateFillIsRecorded();
    void aRepeatedFillCountsOnce();
    void aRefusedCancelIsQueried(); // FAULTS S13
    void aFaultKeepsStopsAndWaysOut(); // FAULTS P04
    void aStoppedDeskLeavesNoEntry();
    void aForeignReportIsLogged();
    void quotesAloneLeaveThePriceToBars();
    void aSectorCountsEachHoldingOnce();
    void theTraderAddsToHisOwnBook();
};

void TestTradingEngine::signalBecomesAnOrderThroughApproval()
{
    EngineBed bed;
    bed.start();
    bed.price(u"100");
    const SignalId id = bed.raise(Side::Buy, 100.004);
    COMPARE(bed.queued(id).price, price(u"100"));
    COMPARE(bed.queued(id).stop, price(u"97"));     // 100.004 × 0.97 = 97.00388, down to the tick
    COMPARE(bed.queued(id).target, price(u"105.01")); // 100.004 × 1.05 = 105.0042, up to the tick
    QVERIFY(bed.broker.submitted.empty());
    const auto order = bed.engine.approveSignal(id, 1);
    QVERIFY(order.has_value());
    COMPARE(bed.broker.submitted.size(), 1u);
    COMPARE(bed.stateOf(1), OrderState::Unknown);
    bed.broker.accept(bed.order(1));
    COMPARE(bed.stateOf(1), OrderState::Open);
    bed.broker.fill(bed.order(1), quantity(u"10"), price(u"100.01"));
    COMPARE(bed.stateOf(1), OrderState::Filled);
    COMPARE(bed.held(), quantity(u"10"));
    COMPARE(bed.queued(id).state, SignalState::Ordered);
    COMPARE(bed.engine.state().portfolio().cash(), usdt(u"98999.9"));
}

void TestTradingEngine::everyFillOfAnEntryGetsItsBracket()
{
    EngineBed bed;
    bed.start();
    bed.price(u"100");
    QVERIFY(bed.engine.approveSignal(bed.raise(Side::Buy, 100), 1));
    const Order entry = bed.order(1);
    bed.broker.accept(entry);
    bed.broker.fill(entry, quantity(u"4"), price(u"100")); // R10: the stop follows each fill
    COMPARE(bed.broker.submitted.size(), 3u);
    bed.broker.fill(entry, quantity(u"6"), price(u"100"));
    COMPARE(bed.broker.submitted.size(), 5u);
    Quantity stopped;
    for (const Order &order : bed.broker.submitted) {
        if (order.role == OrderRole::StopLoss) {
            stopped += order.quantity;
            COMPARE(order.stopPrice, price(u"97"));
            COMPARE(order.side, Side::Sell);
            COMPARE(order.parent, OrderId{1});
        } else if (order.role == OrderRole::TakeProfit) {
            COMPARE(order.limitPrice, price(u"105"));
            COMPARE(bed.order(order.sibling.value).sibling, order.id);
        }
    }
    COMPARE(stopped, quantity(u"10"));
}

void TestTradingEngine::oneSideOfTheBracketCancelsTheOther()
{
    EngineBed bed;
    bed.start();
    bed.enter();
    bed.broker.fill(bed.order(2), quantity(u"10"), price(u"97"));
    COMPARE(bed.broker.cancelled.size(), 1u);
    COMPARE(bed.broker.cancelled[0].id, OrderId{3});
    COMPARE(bed.stateOf(3), OrderState::CancelPending);
    bed.broker.tell(Report::Cancelled, bed.order(3).clientId);
    COMPARE(bed.stateOf(3), OrderState::Cancelled);
    COMPARE(bed.held(), Quantity());
    COMPARE(bed.engine.state().portfolio().equity(), usdt(u"99970")); // 10 × (97 − 100)
}

void TestTradingEngine::aPartialStopShrinksTheTarget()
{
    EngineBed bed;
    bed.start();
    bed.enter();
    bed.broker.fill(bed.order(2), quantity(u"4"), price(u"97"));
    COMPARE(bed.broker.modified.size(), 1u);
    COMPARE(bed.broker.modified[0].order.id, OrderId{3});
    COMPARE(bed.broker.modified[0].change.quantity, quantity(u"6"));
    bed.broker.confirmModified(bed.broker.modified[0]);
    COMPARE(bed.order(3).leavesQuantity(), quantity(u"6")); // I07: never closes more than is held
    COMPARE(bed.stateOf(3), OrderState::Open);
}

// I07: the second part of the stop came while the target could not be cancelled, since its change was under way.
void TestTradingEngine::aSiblingFilledWhileItsChangeWasOutIsCancelled()
{
    EngineBed bed;
    bed.start();
    bed.enter();
    bed.broker.fill(bed.order(2), quantity(u"4"), price(u"97"));
    bed.broker.fill(bed.order(2), quantity(u"6"), price(u"97"));
    COMPARE(bed.held(), Quantity());
    COMPARE(bed.stateOf(3), OrderState::ModifyPending);
    bed.broker.confirmModified(bed.broker.modified[0]);
    COMPARE(bed.stateOf(3), OrderState::CancelPending);
    COMPARE(bed.broker.cancelled.size(), 1u);
}

void TestTradingEngine::autoTradingOrdersAtOnce()
{
    EngineBed bed;
    bed.start(true);
    bed.price(u"100");
    const SignalId id = bed.raise(Side::Buy, 100);
    COMPARE(bed.queued(id).state, SignalState::Ordered);
    COMPARE(bed.broker.submitted.size(), 1u);
}

// T05: a start is no burst of late orders.
void TestTradingEngine::aSignalFromBeforeTheStartWaitsForTheTrader()
{
    EngineBed bed;
    bed.start(true);
    bed.price(u"100");
    bed.engine.onSignal(bed.signal(Side::Buy, 100), SignalOrigin::BeforeStart);
    const SignalId id{bed.engine.state().nextSignalId().value - 1};
    COMPARE(bed.queued(id).state, SignalState::Pending);
    COMPARE(bed.broker.submitted.size(), 0u);
    QVERIFY(bed.engine.approveSignal(id, bed.queued(id).version));
    COMPARE(bed.broker.submitted.size(), 1u);
}

void TestTradingEngine::autoTradingOffStopsNewIntents()
{
    EngineBed bed;
    bed.start(true);
    bed.price(u"100");
    bed.raise(Side::Buy, 100);
    bed.engine.setAutoTrading(false); // U05
    const SignalId id = bed.raise(Side::Buy, 100, beta);
    COMPARE(bed.queued(id).state, SignalState::Pending);
    COMPARE(bed.broker.submitted.size(), 1u);
    bed.broker.accept(bed.order(1));
    bed.broker.fill(bed.order(1), quantity(u"10"), price(u"100"));
    COMPARE(bed.broker.submitted.size(), 3u); // the order in flight finishes, with its bracket
}

void TestTradingEngine::doubleApprovalGivesOneIntent()
{
    EngineBed bed;
    bed.start();
    bed.price(u"100");
    const SignalId id = bed.raise(Side::Buy, 100);
    QVERIFY(bed.engine.approveSignal(id, 1));
    const auto again = bed.engine.approveSignal(id, 1); // U01, I06
    COMPARE(again.error().code, ErrorCode::Conflict);
    COMPARE(bed.engine.approveSignal(id, bed.queued(id).version).error().code, ErrorCode::Conflict);
    COMPARE(bed.broker.submitted.size(), 1u);
}

using Step = std::function<void(EngineBed &, SignalId)>;

void TestTradingEngine::approvalIsRefused_data()
{
    QTest::addColumn<Step>("step");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("state");
    const auto row = [](const char *name, Step step, ErrorCode code, SignalState state) { QTest::newRow(name) << std::move(step) << int(code) << int(state); };
    row("U02: after it was rejected", [](EngineBed &b, SignalId id) { QVERIFY(b.engine.rejectSignal(id, 1, RejectReason::NotNow)); }, ErrorCode::Conflict, SignalState::Rejected);
    row("U02: after five minutes and a nanosecond", [](EngineBed &b, SignalId) { b.advance(std::chrono::seconds(300)); b.price(u"100"); b.advance(Duration(1)); }, ErrorCode::Stale, SignalState::Expired);
    row("U02: expired by passing time", [](EngineBed &b, SignalId) { b.advance(std::chrono::seconds(301)); b.engine.onTime(); }, ErrorCode::Conflict, SignalState::Expired);
    row("U02: after it was edited", [](EngineBed &b, SignalId id) { SignalEdit e; e.quantity = quantity(u"5"); QVERIFY(b.engine.editSignal(id, 1, e)); }, ErrorCode::Conflict, SignalState::Pending);
    row("U03: the price moved more than 1 %", [](EngineBed &b, SignalId) { b.price(u"101.01"); }, ErrorCode::Stale, SignalState::Expired);
    row("U03: the price fell more than 1 %", [](EngineBed &b, SignalId) { b.price(u"98.99"); }, ErrorCode::Stale, SignalState::Expired);
    row("M09: the last price is too old", [](EngineBed &b, SignalId) { b.advance(std::chrono::seconds(31)); }, ErrorCode::Denied, SignalState::Denied);
    row("U04: the engine does not run", [](EngineBed &b, SignalId) { b.engine.stop(false); }, ErrorCode::Denied, SignalState::Denied);
    row("R07: the kill switch is latched", [](EngineBed &b, SignalId) { b.engine.kill(false); }, ErrorCode::Denied, SignalState::Denied);
}

void TestTradingEngine::approvalIsRefused()
{
    QFETCH(const Step, step);
    QFETCH(const int, code);
    QFETCH(const int, state);
    EngineBed bed;
    bed.start();
    bed.price(u"100");
    const SignalId id = bed.raise(Side::Buy, 100);
    step(bed, id);
    const auto order = bed.engine.approveSignal(id, 1);
    QVERIFY(!order);
    COMPARE(int(order.error().code), code);
    COMPARE(bed.queued(id).state, SignalState(state));
    QVERIFY(bed.broker.submitted.empty());
    QVERIFY(!bed.engine.approveSignal(id, 1)); // and it stays refused
    QVERIFY(bed.broker.submitted.empty());
}

void TestTradingEngine::editGivesANewVersion()
{
    EngineBed bed;
    bed.start();
    bed.price(u"100");
    const SignalId id = bed.raise(Side::Buy, 100);
    SignalEdit edit;
    edit.quantity = quantity(u"7");
    edit.limitPrice = price(u"99.5");
    edit.stop = price(u"98");
    QVERIFY(bed.engine.editSignal(id, 1, edit));
    COMPARE(bed.engine.editSignal(id, 1, edit).error().code, ErrorCode::Conflict);
    COMPARE(bed.engine.approveSignal(id, 1).error().code, ErrorCode::Conflict);
    QVERIFY(bed.engine.approveSignal(id, 2));
    const Order &sent = bed.broker.submitted.at(0);
    COMPARE(sent.quantity, quantity(u"7"));
    COMPARE(sent.type, OrderType::Limit);
    COMPARE(sent.limitPrice, price(u"99.5"));
    COMPARE(sent.bracketStop, price(u"98"));
    COMPARE(sent.bracketTarget, price(u"105"));
}

using Edit = std::function<void(SignalEdit &)>;

void TestTradingEngine::editIsCheckedAsAWhole_data()
{
    QTest::addColumn<Edit>("change");
    QTest::newRow("half a share") << Edit([](SignalEdit &e) { e.quantity = quantity(u"0.5"); });
    QTest::newRow("no share") << Edit([](SignalEdit &e) { e.quantity = Quantity(); });
    QTest::newRow("a negative quantity") << Edit([](SignalEdit &e) { e.quantity = quantity(u"-1"); });
    QTest::newRow("a stop off the tick") << Edit([](SignalEdit &e) { e.stop = price(u"97.001"); });
    QTest::newRow("a stop above a buy") << Edit([](SignalEdit &e) { e.stop = price(u"100"); });
    QTest::newRow("a target below a buy") << Edit([](SignalEdit &e) { e.target = price(u"100"); });
    QTest::newRow("a limit below the stop") << Edit([](SignalEdit &e) { e.limitPrice = price(u"96"); });
    QTest::newRow("a negative limit") << Edit([](SignalEdit &e) { e.limitPrice = price(u"-1"); });
}

void TestTradingEngine::editIsCheckedAsAWhole()
{
    QFETCH(const Edit, change);
    EngineBed bed;
    bed.start();
    bed.price(u"100");
    const SignalId id = bed.raise(Side::Buy, 100);
    SignalEdit edit;
    change(edit);
    COMPARE(bed.engine.editSignal(id, 1, edit).error().code, ErrorCode::InvalidArgument);
    COMPARE(bed.queued(id).version, 1u);
}

void TestTradingEngine::aNewerSignalSupersedes()
{
    EngineBed bed;
    bed.start();
    bed.price(u"100");
    const SignalId first = bed.raise(Side::Buy, 100);
    const SignalId second = bed.raise(Side::Sell, 100);
    const SignalId other = bed.raise(Side::Buy, 100, beta);
    COMPARE(bed.queued(first).state, SignalState::Superseded);
    COMPARE(bed.queued(second).state, SignalState::Pending);
    COMPARE(bed.queued(other).state, SignalState::Pending);
    COMPARE(bed.engine.approveSignal(first, 1).error().code, ErrorCode::Conflict);
}

using Spoil = std::function<void(TradeSignal &)>;

void TestTradingEngine::unusableSignalsAreDropped_data()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<QString>("cause");
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("confidence below the cut-off") << Spoil([](TradeSignal &s) { s.confidence = 24.9; }) << u"below_confidence_cutoff"_s;
    QTest::newRow("I16: confidence not a number") << Spoil([nan](TradeSignal &s) { s.confidence = nan; }) << u"not_finite"_s;
    QTest::newRow("I16: price not a number") << Spoil([nan](TradeSignal &s) { s.referencePrice = nan; }) << u"not_finite"_s;
    QTest::newRow("a price of zero") << Spoil([](TradeSignal &s) { s.referencePrice = 0; }) << u"not_finite"_s;
    QTest::newRow("P04: a price beyond every range") << Spoil([](TradeSignal &s) { s.referencePrice = 1e300; }) << u"not_finite"_s;
    QTest::newRow("P04: an instrument that nobody trades") << Spoil([](TradeSignal &s) { s.instrument = InstrumentId(std::string_view("TEST:NONE")); }) << u"unknown_instrument"_s;
    QTest::newRow("a short of what cannot be shorted") << Spoil([](TradeSignal &s) { s.side = Side::Sell; s.instrument = InstrumentId(std::string_view("TEST:COIN")); }) << u"short_not_possible"_s;
}

void TestTradingEngine::unusableSignalsAreDropped()
{
    QFETCH(const Spoil, spoil);
    QFETCH(const QString, cause);
    EngineBed bed;
    bed.start();
    bed.price(u"100");
    TradeSignal signal = bed.signal(Side::Buy, 100);
    spoil(signal);
    bed.engine.onSignal(signal);
    QVERIFY(bed.engine.state().signalQueue().waiting().empty());
    COMPARE(bed.engine.signalDesk().dropped().at(cause), 1);

    TradeSignal wild = bed.signal(Side::Buy, 100);
    wild.stop = 1e300;
    wild.target = std::numeric_limits<double>::infinity();
    bed.engine.onSignal(wild); // levels that mean nothing give way to the defaults
    COMPARE(bed.queued({1}).stop, price(u"97"));
    COMPARE(bed.queued({1}).target, price(u"105"));
}

void TestTradingEngine::anOppositeSignalReverses()
{
    EngineBed bed;
    bed.start();
    bed.enter();
    const SignalId id = bed.raise(Side::Sell, 100);
    QVERIFY(bed.queued(id).isReversal);
    bed.broker.onCancel = [&](const Order &order) { bed.broker.tell(Report::Cancelled, order.clientId); };
    QVERIFY(bed.engine.approveSignal(id, 1));
    COMPARE(bed.stateOf(2), OrderState::Cancelled);
    COMPARE(bed.stateOf(3), OrderState::Cancelled);
    const Order exit = bed.order(4);
    const Order entry = bed.order(5);
    COMPARE(exit.role, OrderRole::Exit);
    COMPARE(exit.quantity, quantity(u"10"));
    COMPARE(entry.role, OrderRole::Entry);
    COMPARE(entry.side, Side::Sell);
    for (const Order &order : {exit, entry}) {
        bed.broker.accept(order);
        bed.broker.fill(order, quantity(u"10"), price(u"101"));
    }
    COMPARE(bed.held(), quantity(u"-10"));
    COMPARE(bed.order(6).side, Side::Buy); // the new stop
    COMPARE(bed.order(6).stopPrice, price(u"103"));
}

void TestTradingEngine::anOppositeSignalClosesWhatCannotBeShort()
{
    EngineConfig config = bedConfig();
    config.limits.allowsShort = false;
    EngineBed bed(config);
    bed.start();
    bed.enter();
    TradeSignal weak = bed.signal(Side::Sell, 100);
    weak.confidence = 1; // a way out needs no confidence
    bed.engine.onSignal(weak);
    const QueuedSignal &queued = bed.queued({2});
    QVERIFY(queued.isExit);
    COMPARE(queued.quantity, quantity(u"10"));
    QVERIFY(bed.engine.approveSignal({2}, 1));
    confirmCancels(bed.broker, bed.engine);
    COMPARE(bed.broker.submitted.back().role, OrderRole::Exit);
    COMPARE(bed.broker.submitted.size(), 4u); // entry, stop, target, exit
}

void TestTradingEngine::anExitIsNeverGated_data()
{
    using Gate = std::function<void(EngineBed &)>;
    QTest::addColumn<Gate>("gate");
    QTest::newRow("I14: by the kill switch") << Gate([](EngineBed &b) { b.engine.kill(false); });
    QTest::newRow("R01: by the daily loss halt") << Gate([](EngineBed &b) { b.advance(std::chrono::seconds(1)); b.engine.stop(false); b.start(); b.price(u"1"); });
    QTest::newRow("by a stale price") << Gate([](EngineBed &b) { b.advance(std::chrono::hours(1)); });
    QTest::newRow("by a fault") << Gate([](EngineBed &b) { b.engine.enterFaulted(u"test"_s); });
}

void TestTradingEngine::anExitIsNeverGated()
{
    using Gate = std::function<void(EngineBed &)>;
    QFETCH(const Gate, gate);
    EngineBed bed;
    bed.start();
    bed.enter();
    gate(bed);
    QVERIFY(bed.engine.closePosition({alpha, InstrumentId(std::string_view("TEST:SHARE"))}).has_value());
    confirmCancels(bed.broker, bed.engine);
    COMPARE(bed.broker.submitted.back().role, OrderRole::Exit);
}

void TestTradingEngine::dailyLossHaltsInTheSameStep()
{
    EngineConfig config = bedConfig();
    config.limits.fixedQuantity = quantity(u"100");
    EngineBed bed(config);
    bed.start();
    bed.price(u"100");
    QVERIFY(bed.engine.approveSignal(bed.raise(Side::Buy, 100), 1));
    bed.broker.accept(bed.order(1));
    bed.broker.fill(bed.order(1), quantity(u"100"), price(u"100"));
    bed.broker.accept(bed.order(2));
    bed.broker.accept(bed.order(3));
    QVERIFY(bed.engine.approveSignal(bed.raise(Side::Buy, 100, beta), 1)); // an entry at work
    bed.broker.accept(bed.order(4));
    bed.price(u"70.01"); // a loss of 2 999 of 3 000
    QVERIFY(!bed.engine.state().isHalted());
    bed.price(u"70"); // R01: exactly 3 % of 100 000
    QVERIFY(bed.engine.state().isHalted());
    COMPARE(bed.stateOf(4), OrderState::CancelPending);
    COMPARE(bed.stateOf(2), OrderState::Open); // stops are kept
    COMPARE(bed.stateOf(3), OrderState::Open);
    const SignalId later = bed.raise(Side::Buy, 70, StrategyId(std::string_view("gamma")));
    COMPARE(bed.engine.approveSignal(later, 1).error().code, ErrorCode::Denied);
}

void TestTradingEngine::aLossThatIsClosedHaltsToo()
{
    EngineConfig config = bedConfig();
    config.limits.fixedQuantity = quantity(u"100");
    EngineBed bed(config);
    bed.start();
    bed.price(u"100");
    QVERIFY(bed.engine.approveSignal(bed.raise(Side::Buy, 100), 1));
    bed.broker.accept(bed.order(1));
    bed.broker.fill(bed.order(1), quantity(u"100"), price(u"100"));
    bed.broker.accept(bed.order(2));
    bed.broker.fill(bed.order(2), quantity(u"100"), price(u"70")); // the stop gapped, and nothing is held any more
    COMPARE(bed.held(), Quantity());
    QVERIFY2(bed.engine.state().isHalted(), "R01: in the step of the fill");
}

void TestTradingEngine::dailyLossHaltSurvivesARestart()
{
    EngineConfig config = bedConfig();
    config.limits.fixedQuantity = quantity(u"100");
    std::vector<JournalEntry> past;
    {
        EngineBed bed(config);
        bed.start();
        bed.price(u"100");
        QVERIFY(bed.engine.approveSignal(bed.raise(Side::Buy, 100), 1));
        bed.broker.accept(bed.order(1));
        bed.broker.fill(bed.order(1), quantity(u"100"), price(u"100"));
        bed.price(u"69");
        QVERIFY(bed.engine.state().isHalted());
        past = bed.journal.entries;
    }
    EngineBed bed(config, past, bedStart + std::chrono::minutes(5));
    QVERIFY(bed.recovered.has_value());
    bed.start();
    QVERIFY(bed.engine.state().isHalted());
    bed.price(u"100");
    COMPARE(bed.engine.approveSignal(bed.raise(Side::Buy, 100, beta), 1).error().code, ErrorCode::Denied);
}

void TestTradingEngine::dailyLossHaltEndsWithTheDay()
{
    EngineConfig config = bedConfig();
    config.limits.fixedQuantity = quantity(u"100");
    EngineBed bed(config);
    bed.start();
    bed.price(u"100");
    QVERIFY(bed.engine.approveSignal(bed.raise(Side::Buy, 100, beta), 1));
    bed.broker.accept(bed.order(1));
    bed.broker.fill(bed.order(1), quantity(u"100"), price(u"100"));
    bed.price(u"60");
    QVERIFY(bed.engine.state().isHalted());
    bed.advance(std::chrono::hours(12)); // T06: the next UTC day
    bed.price(u"60");
    QVERIFY(!bed.engine.state().isHalted());
    COMPARE(bed.engine.state().dayStartEquity(), usdt(u"96000"));
    bed.price(u"31.21"); // 2 879 below; 3 % of 96 000 are 2 880
    QVERIFY(!bed.engine.state().isHalted());
    bed.price(u"31.2");
    QVERIFY(bed.engine.state().isHalted());
}

void TestTradingEngine::killSwitchCancelsAndCloses()
{
    EngineBed bed;
    bed.start();
    bed.enter();
    QVERIFY(bed.engine.approveSignal(bed.raise(Side::Buy, 100, beta), 1));
    bed.broker.accept(bed.order(4));
    bed.engine.kill(false); // R07
    QVERIFY(bed.engine.state().isKilled());
    COMPARE(bed.stateOf(4), OrderState::CancelPending);
    COMPARE(bed.stateOf(2), OrderState::Open);
    bed.broker.onCancel = [&](const Order &order) { bed.broker.tell(Report::Cancelled, order.clientId); };
    bed.engine.kill(true);
    COMPARE(bed.stateOf(2), OrderState::Cancelled);
    COMPARE(bed.broker.submitted.back().role, OrderRole::Exit);
    EngineBed after(bedConfig(), bed.journal.entries);
    after.start();
    QVERIFY2(after.engine.state().isKilled(), "the latch survives a restart");
    after.engine.resetLatches(u"checked by the trader"_s);
    QVERIFY(!after.engine.state().isKilled());
}

void TestTradingEngine::anUnknownEntryIsCancelledOnceTheVenueKnowsIt()
{
    EngineBed bed;
    bed.start();
    bed.price(u"100");
    QVERIFY(bed.engine.approveSignal(bed.raise(Side::Buy, 100), 1));
    bed.engine.kill(false);
    COMPARE(bed.stateOf(1), OrderState::Unknown);
    bed.broker.accept(bed.order(1)); // R07: cancels are retried until proved
    COMPARE(bed.stateOf(1), OrderState::CancelPending);
}

void TestTradingEngine::timeStopClosesDayTrades()
{
    EngineConfig config = bedConfig();
    config.limits.timeStopMinutes = 30;
    EngineBed bed(config);
    bed.start();
    bed.enter();
    bed.advance(std::chrono::minutes(30) - std::chrono::seconds(1));
    bed.engine.onTime();
    COMPARE(bed.broker.submitted.size(), 3u);
    bed.advance(std::chrono::seconds(1));
    bed.engine.onTime();
    confirmCancels(bed.broker, bed.engine);
    COMPARE(bed.broker.submitted.size(), 4u);
    COMPARE(bed.broker.submitted.back().role, OrderRole::Exit);
    COMPARE(bed.broker.submitted.back().reason, u"time stop"_s);
    bed.advance(std::chrono::seconds(1));
    bed.engine.onTime();
    COMPARE(bed.broker.submitted.size(), 4u); // one exit is enough
}

void TestTradingEngine::squareOffBeforeTheSessionEnds()
{
    // NSE closes at 10:00 UTC; intraday positions go 20 minutes before.
    EngineConfig config = bedConfig();
    const ExchangeCalendar &nse = **ExchangeCalendar::find(u"nse");
    config.calendar = &nse;
    SimClock clock(*parseIsoTime(u"2024-01-03T09:30:00Z"));
    FakeBroker broker;
    MemoryJournal journal;
    TradingEngine engine(config, aCatalogue(), {&nse, &nse}, clock, broker, journal);
    engine.start(true);
    const auto tick = [&] { engine.onMarket({1, shareIndex, clock.now(), TapeTrade{clock.now(), price(u"100"), quantity(u"1")}}); };
    tick();
    EngineBed maker;
    for (const StrategyId &strategy : {alpha, beta}) {
        TradeSignal signal = maker.signal(Side::Buy, 100, strategy);
        signal.time = clock.now();
        engine.onSignal(signal);
        broker.accept(broker.submitted.back());
        broker.fill(Order(broker.submitted.back()), quantity(u"10"), price(u"100"));
        for (const std::size_t last : {2, 1}) // stop and target
            broker.accept(Order(broker.submitted[broker.submitted.size() - last]));
    }
    clock.advanceTo(*parseIsoTime(u"2024-01-03T09:39:59Z"));
    tick();
    COMPARE(broker.submitted.size(), 6u);
    clock.advanceTo(*parseIsoTime(u"2024-01-03T09:40:00Z"));
    tick();
    confirmCancels(broker, engine);
    COMPARE(broker.submitted.size(), 7u);
    COMPARE(broker.submitted.back().strategy, alpha); // beta holds for the long term
    COMPARE(broker.submitted.back().reason, u"intraday square-off"_s);
}

void TestTradingEngine::nothingIsSentBeforeItsCommit()
{
    EngineBed bed;
    bed.start();
    bed.price(u"100");
    bed.journal.isHeld = true;
    const SignalId id = bed.raise(Side::Buy, 100);
    QVERIFY(bed.engine.approveSignal(id, 1));
    QVERIFY(bed.engine.isWaitingForJournal());
    QVERIFY2(bed.broker.submitted.empty(), "I01, D13: no commit, no send");
    COMPARE(bed.stateOf(1), OrderState::Checked);
    for (int i = 0; i < 10; ++i) {
        bed.advance(std::chrono::seconds(1));
        bed.price(u"100");
    }
    QVERIFY(bed.broker.submitted.empty());
    bed.journal.isHeld = false;
    bed.journal.release();
    COMPARE(bed.broker.submitted.size(), 1u);
    bed.journal.release();
    COMPARE(bed.broker.submitted.size(), 1u);
}

void TestTradingEngine::anUnsentOrderIsCancelledAtOnce()
{
    EngineBed bed;
    bed.start();
    bed.price(u"100");
    bed.journal.isHeld = true;
    QVERIFY(bed.engine.approveSignal(bed.raise(Side::Buy, 100), 1));
    QVERIFY(bed.engine.cancelOrder({1}).has_value());
    COMPARE(bed.stateOf(1), OrderState::Denied);
    bed.journal.isHeld = false;
    bed.journal.release();
    QVERIFY(bed.broker.submitted.empty());
    QVERIFY(bed.broker.cancelled.empty());
}

void TestTradingEngine::anExitWaitingForTheDiskDoesNotOverClose()
{
    EngineBed bed;
    bed.start();
    bed.enter();
    bed.journal.isHeld = true;
    QVERIFY(bed.engine.closePosition({alpha, InstrumentId(std::string_view("TEST:SHARE"))}));
    bed.broker.fill(bed.order(2), quantity(u"4"), price(u"97")); // I07: the stop was faster for a part
    confirmCancels(bed.broker, bed.engine);
    bed.journal.isHeld = false;
    bed.journal.release();
    COMPARE(bed.stateOf(4), OrderState::Denied);
    COMPARE(bed.broker.submitted.back().role, OrderRole::Exit);
    COMPARE(bed.broker.submitted.back().quantity, quantity(u"6"));
}

void TestTradingEngine::aStopFillTakesBackTheExit()
{
    EngineBed bed;
    bed.start();
    bed.enter();
    QVERIFY(bed.engine.closePosition({alpha, InstrumentId(std::string_view("TEST:SHARE"))}));
    bed.broker.fill(bed.order(2), quantity(u"10"), price(u"97")); // S15: between cancel request and confirmation
    COMPARE(bed.held(), Quantity());
    COMPARE(bed.stateOf(4), OrderState::Denied); // it never left
}

void TestTradingEngine::closingTwiceKeepsTheStop()
{
    EngineBed bed;
    bed.start();
    bed.enter();
    OrderRequest request;
    request.instrument = InstrumentId(std::string_view("TEST:SHARE"));
    request.strategy = alpha;
    request.role = OrderRole::Exit;
    request.side = Side::Sell;
    request.type = OrderType::Limit;
    request.quantity = quantity(u"10");
    request.limitPrice = price(u"110");
    QVERIFY(bed.engine.submitOrder(request).has_value());
    COMPARE(bed.engine.closePosition({alpha, request.instrument}).error().code, ErrorCode::Conflict);
    COMPARE(bed.stateOf(2), OrderState::Open); // a refused close leaves the protection alone
}

void TestTradingEngine::aLateFillIsRecorded()
{
    EngineBed bed;
    bed.start();
    bed.price(u"100");
    QVERIFY(bed.engine.approveSignal(bed.raise(Side::Buy, 100), 1));
    bed.broker.accept(bed.order(1));
    QVERIFY(bed.engine.cancelOrder({1}).has_value());
    bed.broker.tell(Report::Cancelled, bed.order(1).clientId);
    COMPARE(bed.stateOf(1), OrderState::Cancelled);
    bed.broker.fill(bed.order(1), quantity(u"3"), price(u"100")); // S15
    COMPARE(bed.stateOf(1), OrderState::Cancelled);
    COMPARE(bed.held(), quantity(u"3"));
    COMPARE(bed.broker.submitted.size(), 3u); // protected like any other fill
    bed.broker.fill(bed.order(1), quantity(u"7"), price(u"100"));
    COMPARE(bed.stateOf(1), OrderState::Filled);
    bed.broker.fill(bed.order(1), quantity(u"1"), price(u"100")); // I03: never more than the quantity
    COMPARE(bed.held(), quantity(u"10"));
    QVERIFY(bed.log.join(u'\n').contains(u"late fill"_s));
}

void TestTradingEngine::aRepeatedFillCountsOnce()
{
    EngineBed bed;
    bed.start();
    bed.price(u"100");
    QVERIFY(bed.engine.approveSignal(bed.raise(Side::Buy, 100), 1));
    bed.broker.accept(bed.order(1));
    for (int i = 0; i < 3; ++i) { // W07: new, fill, new, fill, …
        bed.broker.accept(bed.order(1));
        bed.broker.fill(bed.order(1), quantity(u"4"), price(u"100"), u"T-1"_s);
    }
    COMPARE(bed.held(), quantity(u"4"));
    COMPARE(bed.order(1).filledQuantity(), quantity(u"4"));
    COMPARE(bed.fillRows, 1);
    bed.broker.fill(bed.order(1), quantity(u"6"), price(u"100"), u"T-2"_s);
    bed.broker.fill(bed.order(1), quantity(u"6"), price(u"100"), u"T-2"_s);
    bed.broker.accept(bed.order(1));
    COMPARE(bed.stateOf(1), OrderState::Filled);
    COMPARE(bed.held(), quantity(u"10"));
    EngineBed after(bedConfig(), bed.journal.entries);
    after.start();
    after.broker.fill(bed.order(1), quantity(u"6"), price(u"100"), u"T-2"_s); // also after a restart
    COMPARE(after.held(), quantity(u"10"));
}

void TestTradingEngine::aRefusedCancelIsQueried()
{
    EngineBed bed;
    bed.start();
    bed.enter();
    QVERIFY(bed.engine.cancelOrder({2}).has_value());
    bed.broker.onQuery = [&](const Order &order) { bed.broker.fill(order, quantity(u"10"), price(u"97"), u"T-9"_s); };
    bed.broker.tell(Report::RequestRefused, bed.order(2).clientId, u"already filled"_s); // S13
    COMPARE(bed.broker.queried.size(), 1u);
    COMPARE(bed.stateOf(2), OrderState::Filled);
    COMPARE(bed.held(), Quantity());
}

void TestTradingEngine::aFaultKeepsStopsAndWaysOut()
{
    EngineBed bed;
    bed.start(true);
    bed.enter();
    bed.raise(Side::Buy, 100, beta);
    bed.broker.accept(bed.order(4));
    bed.engine.enterFaulted(u"a broken assumption"_s);
    COMPARE(bed.stateOf(4), OrderState::CancelPending);
    COMPARE(bed.stateOf(2), OrderState::Open);
    const SignalId id = bed.raise(Side::Buy, 100, StrategyId(std::string_view("gamma")));
    COMPARE(bed.queued(id).state, SignalState::Denied);
    COMPARE(bed.engine.snapshot({})->state, EngineState::Faulted);
    COMPARE(bed.engine.snapshot({})->stateReason, u"a broken assumption"_s);
}

void TestTradingEngine::aStoppedDeskLeavesNoEntry()
{
    EngineBed bed;
    bed.start();
    bed.enter();
    QVERIFY(bed.engine.approveSignal(bed.raise(Side::Buy, 100, beta), 1));
    bed.broker.accept(bed.order(4));
    bed.engine.stop(false);
    COMPARE(bed.stateOf(4), OrderState::CancelPending);
    COMPARE(bed.stateOf(2), OrderState::Open); // protective orders stay
}

void TestTradingEngine::aForeignReportIsLogged()
{
    EngineBed bed;
    bed.start();
    const std::size_t before = bed.journal.entries.size();
    bed.broker.tell(Report::Accepted, ClientOrderId(std::string_view("someone-else")));
    QVERIFY(bed.log.last().contains(u"not ours"_s)); // W09: shown
    COMPARE(bed.journal.entries.size(), before);
}

void TestTradingEngine::quotesAloneLeaveThePriceToBars()
{
    EngineBed bed;
    bed.start();
    bed.engine.onMarket({1, shareIndex, bed.clock.now(), Quote{bed.clock.now(), price(u"99"), price(u"101"), quantity(u"1"), quantity(u"1")}});
    COMPARE(bed.engine.core().lastPrice(shareIndex), Price());
    const auto bar = [&](const char16_t *close) {
        bed.advance(std::chrono::minutes(1));
        bed.engine.onMarket({2, shareIndex, bed.clock.now(), TimedBar{Timeframe::M1, Bar{bed.clock.now(), price(close), price(close), price(close), price(close), 5}}});
    };
    bar(u"100");
    COMPARE(bed.engine.core().lastPrice(shareIndex), price(u"100"));
    bed.price(u"102"); // prints know better than bars
    bar(u"100.5");
    COMPARE(bed.engine.core().lastPrice(shareIndex), price(u"102"));
}

// Two strategies hold ten each at 100 in one sector: 2 000, and ten more make 3 000 of an equity of 100 000.
void TestTradingEngine::aSectorCountsEachHoldingOnce()
{
    for (const bool isAllowed : {true, false}) {
        EngineConfig config = bedConfig();
        config.limits.sectorExposureMax = isAllowed ? 0.03 : 0.0299;
        std::vector<Instrument> instruments{aCoin(), aShare()};
        instruments[1].sector = u"Energy"_s;
        SimClock clock(bedStart);
        FakeBroker broker;
        MemoryJournal journal;
        TradingEngine engine(config, aCatalogue(instruments), {&ExchangeCalendar::crypto(), &ExchangeCalendar::crypto()}, clock, broker, journal);
        engine.start(true);
        engine.onMarket({1, shareIndex, clock.now(), TapeTrade{clock.now(), price(u"100"), quantity(u"1")}});
        const EngineBed maker;
        for (const StrategyId &strategy : {alpha, beta}) {
            engine.onSignal(maker.signal(Side::Buy, 100, strategy));
            const Order entry = broker.submitted.back();
            broker.accept(entry);
            broker.fill(entry, quantity(u"10"), price(u"100"));
        }
        OrderRequest request;
        request.instrument = instruments[1].id;
        request.quantity = quantity(u"10");
        QCOMPARE(engine.submitOrder(request).has_value(), isAllowed);
    }
}

// One position per symbol: the trader's orders for one book are one position, held or at work; another book is a second.
void TestTradingEngine::theTraderAddsToHisOwnBook()
{
    EngineConfig config = bedConfig();
    config.limits.positionsPerSymbolMax = 1;
    config.limits.positionsMax = 1;
    EngineBed bed(config);
    bed.start();
    bed.price(u"100");
    OrderRequest request;
    request.instrument = InstrumentId(std::string_view("TEST:SHARE"));
    request.type = OrderType::Limit;
    request.quantity = quantity(u"10");
    request.limitPrice = price(u"99");
    QVERIFY(bed.engine.submitOrder(request).has_value());
    request.limitPrice = price(u"98");
    QVERIFY2(bed.engine.submitOrder(request), "while the first is at work");
    bed.broker.accept(bed.order(1));
    bed.broker.fill(bed.order(1), quantity(u"10"), price(u"99"));
    request.type = OrderType::Market;
    QVERIFY2(bed.engine.submitOrder(request), "to what is held");
    request.strategy = alpha;
    COMPARE(bed.engine.submitOrder(request).error().code, ErrorCode::Denied);
    const SignalId id = bed.raise(Side::Buy, 100, beta);
    COMPARE(bed.engine.approveSignal(id, 1).error().code, ErrorCode::Denied);
}

QTEST_APPLESS_MAIN(TestTradingEngine)
#include "tst_tradingengine.moc"
