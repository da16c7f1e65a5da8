// Stop and target that leave with their entry, for a venue that holds them.
#include "core/engine/recordcodec.h"
#include "tests/core/engine/enginebed.h"

using namespace Qt::StringLiterals;
using namespace bellwether;
using namespace bellwether::test;
using Report = VenueReport::Kind;

namespace {

const BookKey book{alpha, InstrumentId(std::string_view("TEST:SHARE"))};

/// A desk at a venue that holds brackets, and an approved buy of ten at 100 with stop 97 and target 105.
struct HoldingBed : EngineBed {
    explicit HoldingBed(EngineConfig config = bedConfig()) : EngineBed(std::move(config))
    {
        broker.isHoldingBrackets = true;
        broker.onCancel = [this](const Order &order) { broker.tell(Report::Cancelled, order.clientId); };
        start();
        price(u"100");
    }
    void approve() { QVERIFY(engine.approveSignal(raise(Side::Buy, 100), 1)); }
    void acceptAll()
    {
        for (std::uint64_t number = 1; number <= 3; ++number)
            broker.accept(order(number));
    }
    void fill(std::uint64_t number, const char16_t *size, const char16_t *at) { broker.fill(order(number), quantity(size), test::price(at)); }
    PositionRow row() { return engine.snapshot({})->positions.at(0); }
};

} // namespace

class TestBrackets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBracketLeavesWithItsEntry();
    void nothingOfItLeavesBeforeItsCommit();
    void partialFillsNeedNoNewOrder();
    void aCancelledEntryLeavesWhatItFilledProtected();
    void anEntryMadeSmallerShrinksItsBracket();
    void flatKeepsTheBracketOfAnEntryAtWork();
    void closingABookEndsItsBracket();
    void closingAPartShrinksWhatProtectsIt_data();
    void closingAPartShrinksWhatProtectsIt();
    void anEntryWithoutItsStopIsCoveredWhenItFills();
    void aLostStopIsPlacedAgain_data();
    void aLostStopIsPlacedAgain(); // FAULTS R08
    void aStopThatCannotStandGivesWayToAnExit(); // FAULTS R08
    void aLostStopThatThePricePassedClosesAtOnce();
    void aStopTakenBackOnPurposeStaysAway();
    void aFillAfterTheEndIsProtected();
    void aSleepingStopIsNoProtection();
    void aLaterRunKnowsWhatIsAttached();
};

void TestBrackets::aBracketLeavesWithItsEntry()
{
    HoldingBed bed;
    bed.approve();
    COMPARE(bed.broker.bracketsSubmitted, 1);
    COMPARE(bed.broker.submitted.size(), 3u);
    const Order stop = bed.order(2);
    const Order target = bed.order(3);
    COMPARE(stop.role, OrderRole::StopLoss);
    COMPARE(stop.stopPrice, price(u"97"));
    COMPARE(target.role, OrderRole::TakeProfit);
    COMPARE(target.limitPrice, price(u"105"));
    for (const Order &child : {stop, target}) {
        COMPARE(child.parent, OrderId{1});
        COMPARE(child.side, Side::Sell);
        COMPARE(child.quantity, quantity(u"10"));
        COMPARE(child.clientId.toString(), u"bw-paper-%1"_s.arg(child.id.value));
        COMPARE(child.state(), OrderState::Unknown); // as its entry, until the venue says
    }
    COMPARE(stop.sibling, target.id);
    COMPARE(target.sibling, stop.id);
    bed.acceptAll();
    bed.fill(1, u"10", u"100");
    COMPARE(bed.broker.submitted.size(), 3u);
    bed.fill(2, u"10", u"97");
    COMPARE(bed.stateOf(3), OrderState::Cancelled);
    COMPARE(bed.held(), Quantity());
}

void TestBrackets::nothingOfItLeavesBeforeItsCommit()
{
    HoldingBed bed;
    bed.journal.isHeld = true;
    bed.approve();
    QVERIFY(bed.broker.submitted.empty());
    for (std::uint64_t number = 1; number <= 3; ++number)
        COMPARE(bed.stateOf(number), OrderState::Checked);
    QVERIFY(bed.engine.cancelOrder({1}).has_value());
    for (std::uint64_t number = 1; number <= 3; ++number)
        COMPARE(bed.stateOf(number), OrderState::Denied);
    bed.approve();
    QVERIFY(bed.engine.cancelOrder({6}).has_value()); // the target alone
    bed.journal.isHeld = false;
    bed.journal.release();
    COMPARE(bed.broker.submitted.size(), 2u);
    COMPARE(bed.broker.submitted[1].role, OrderRole::StopLoss);
}

void TestBrackets::partialFillsNeedNoNewOrder()
{
    HoldingBed bed;
    bed.approve();
    bed.acceptAll();
    bed.fill(1, u"4", u"100");
    bed.fill(3, u"4", u"105"); // the part was sold at the target while the entry goes on
    COMPARE(bed.held(), Quantity());
    COMPARE(bed.stateOf(2), OrderState::ModifyPending);
    COMPARE(bed.broker.modified.at(0).change.quantity, quantity(u"6"));
    bed.broker.confirmModified(bed.broker.modified[0]);
    bed.fill(1, u"6", u"100");
    COMPARE(bed.broker.submitted.size(), 3u);
    COMPARE(bed.order(2).leavesQuantity(), quantity(u"6")); // R10
    COMPARE(bed.order(3).leavesQuantity(), quantity(u"6"));
    QVERIFY(bed.row().isProtected);
}

void TestBrackets::aCancelledEntryLeavesWhatItFilledProtected()
{
    HoldingBed bed;
    bed.approve();
    bed.acceptAll();
    bed.fill(1, u"4", u"100");
    QVERIFY(bed.engine.cancelOrder({1}).has_value());
    COMPARE(bed.stateOf(1), OrderState::Cancelled);
    COMPARE(bed.broker.modified.size(), 2u);
    for (const auto &modification : std::vector(bed.broker.modified)) {
        COMPARE(modification.change.quantity, quantity(u"4")); // R10, I07
        bed.broker.confirmModified(modification);
    }
    COMPARE(bed.order(2).leavesQuantity(), quantity(u"4"));
    QVERIFY(bed.row().isProtected);
    bed.fill(2, u"4", u"97");
    COMPARE(bed.stateOf(2), OrderState::Filled);
    COMPARE(bed.stateOf(3), OrderState::Cancelled);
}

void TestBrackets::anEntryMadeSmallerShrinksItsBracket()
{
    HoldingBed bed;
    SignalEdit atLimit;
    atLimit.limitPrice = price(u"99");
    const SignalId id = bed.raise(Side::Buy, 100);
    QVERIFY(bed.engine.editSignal(id, 1, atLimit).has_value());
    QVERIFY(bed.engine.approveSignal(id, 2).has_value());
    bed.acceptAll();
    OrderEdit edit;
    edit.quantity = quantity(u"6");
    QVERIFY(bed.engine.modifyOrder({1}, edit).has_value());
    bed.broker.confirmModified(bed.broker.modified.at(0));
    COMPARE(bed.broker.modified.size(), 3u);
    for (const std::size_t child : {1u, 2u}) {
        COMPARE(bed.broker.modified[child].change.quantity, quantity(u"6"));
        bed.broker.confirmModified(FakeBroker::Modification(bed.broker.modified[child]));
    }
    COMPARE(bed.engine.account().openRisk, usdt(u"0"));
    bed.fill(1, u"6", u"99");
    QVERIFY(bed.row().isProtected);
    COMPARE(bed.broker.modified.size(), 3u);
}

void TestBrackets::flatKeepsTheBracketOfAnEntryAtWork()
{
    HoldingBed bed;
    bed.approve();
    bed.acceptAll();
    bed.fill(1, u"10", u"100");
    QVERIFY(bed.engine.approveSignal(bed.raise(Side::Sell, 100), 1));
    COMPARE(bed.stateOf(2), OrderState::Cancelled);
    COMPARE(bed.stateOf(3), OrderState::Cancelled);
    COMPARE(bed.order(4).role, OrderRole::Exit);
    COMPARE(bed.order(5).role, OrderRole::Entry);
    for (std::uint64_t number = 4; number <= 7; ++number)
        bed.broker.accept(bed.order(number));
    bed.fill(4, u"10", u"100");
    COMPARE(bed.held(), Quantity());
    COMPARE(bed.stateOf(6), OrderState::Open);
    COMPARE(bed.stateOf(7), OrderState::Open);
    bed.fill(5, u"10", u"100");
    COMPARE(bed.held(), quantity(u"-10"));
    QVERIFY(bed.row().isProtected);
    COMPARE(bed.row().stop, price(u"103"));
}

void TestBrackets::closingABookEndsItsBracket()
{
    for (const char *way : {"time stop", "manual", "kill"}) {
        EngineConfig config = bedConfig();
        config.limits.timeStopMinutes = 30;
        HoldingBed bed(config);
        bed.approve();
        bed.acceptAll();
        bed.fill(1, u"10", u"100");
        if (way == std::string_view("time stop")) {
            bed.advance(std::chrono::minutes(30));
            bed.engine.onTime();
        } else if (way == std::string_view("manual")) {
            QVERIFY(bed.engine.closePosition(book).has_value());
        } else {
            bed.engine.kill(true);
        }
        QVERIFY2(bed.stateOf(2) == OrderState::Cancelled && bed.stateOf(3) == OrderState::Cancelled, way);
        COMPARE(bed.order(4).role, OrderRole::Exit);
    }
}

void TestBrackets::closingAPartShrinksWhatProtectsIt_data()
{
    QTest::addColumn<bool>("isHeldByVenue");
    QTest::newRow("R10: a bracket that came with its entry") << true;
    QTest::newRow("R10: a bracket that followed the fill") << false;
}

void TestBrackets::closingAPartShrinksWhatProtectsIt()
{
    QFETCH(const bool, isHeldByVenue);
    HoldingBed bed;
    bed.broker.isHoldingBrackets = isHeldByVenue;
    bed.approve();
    bed.broker.accept(bed.order(1));
    bed.fill(1, u"10", u"100");
    for (const std::uint64_t number : {2, 3})
        bed.broker.accept(bed.order(number));
    OrderRequest part;
    part.instrument = book.instrument;
    part.strategy = alpha;
    part.role = OrderRole::Exit;
    part.side = Side::Sell;
    part.quantity = quantity(u"4");
    QVERIFY(bed.engine.submitOrder(part).has_value());
    bed.broker.accept(bed.order(4));
    bed.fill(4, u"4", u"101");
    COMPARE(bed.broker.modified.size(), 2u);
    for (const auto &modification : std::vector(bed.broker.modified)) {
        COMPARE(modification.change.quantity, quantity(u"6"));
        bed.broker.confirmModified(modification);
    }
    COMPARE(bed.broker.modified.size(), 2u);
    QVERIFY(bed.row().isProtected);
}

// A venue that took the entry and refused its stop: the fill is protected by a stop of its own.
void TestBrackets::anEntryWithoutItsStopIsCoveredWhenItFills()
{
    HoldingBed bed;
    bed.approve();
    bed.broker.accept(bed.order(1));
    bed.broker.tell(Report::Rejected, bed.order(2).clientId, u"no"_s);
    bed.broker.accept(bed.order(3));
    bed.fill(1, u"10", u"100");
    COMPARE(bed.order(4).role, OrderRole::StopLoss);
    COMPARE(bed.order(4).quantity, quantity(u"10"));
}

// R08: named at once, placed again after a second, never more than one stop beside the position.
void TestBrackets::aLostStopIsPlacedAgain_data()
{
    QTest::addColumn<Report>("loss");
    QTest::newRow("cancelled by the venue") << Report::Cancelled;
    QTest::newRow("expired at the venue") << Report::Expired;
    QTest::newRow("rejected after it was accepted") << Report::Rejected;
}

void TestBrackets::aLostStopIsPlacedAgain()
{
    QFETCH(const Report, loss);
    HoldingBed bed;
    bed.approve();
    bed.acceptAll();
    bed.fill(1, u"10", u"100");
    bed.broker.tell(loss, bed.order(2).clientId, u"no reason"_s);
    QVERIFY2(bed.log.last().contains(u"is unprotected: its stop was lost (no reason)"_s), qPrintable(bed.log.last()));
    bed.engine.onTime();
    COMPARE(bed.broker.submitted.size(), 3u);
    bed.advance(std::chrono::seconds(1));
    bed.engine.onTime();
    COMPARE(bed.broker.submitted.size(), 4u);
    const Order again = bed.order(4);
    COMPARE(again.role, OrderRole::StopLoss);
    COMPARE(again.stopPrice, price(u"97"));
    COMPARE(again.quantity, quantity(u"10"));
    for (int i = 0; i < 10; ++i) { // while it is unknown nothing is added (S18)
        bed.advance(std::chrono::seconds(1));
        bed.engine.onTime();
    }
    COMPARE(bed.broker.submitted.size(), 4u);
    bed.broker.accept(again);
    QVERIFY(bed.row().isProtected);
    bed.fill(4, u"10", u"97");
    COMPARE(bed.held(), Quantity());
    COMPARE(bed.stateOf(3), OrderState::Cancelled); // the target of the lost stop
}

void TestBrackets::aStopThatCannotStandGivesWayToAnExit()
{
    HoldingBed bed;
    bed.broker.onSubmit = [&](const Order &order) {
        if (order.id.value > 3)
            bed.broker.tell(Report::Rejected, order.clientId, u"no"_s);
    };
    bed.approve();
    bed.acceptAll();
    bed.fill(1, u"10", u"100");
    bed.broker.tell(Report::Cancelled, bed.order(2).clientId, u"no"_s);
    std::vector<std::pair<int, OrderRole>> tried; // second, what
    std::size_t seen = bed.broker.submitted.size();
    for (int second = 1; second <= 60; ++second) {
        bed.advance(std::chrono::seconds(1));
        bed.price(u"100");
        for (; seen < bed.broker.submitted.size(); ++seen)
            tried.emplace_back(second, bed.broker.submitted[seen].role);
    }
    // The stop after 1, 2 and 4 more seconds, then the exit at once and after 1 and 2 more.
    const std::vector<std::pair<int, OrderRole>> expected{{1, OrderRole::StopLoss}, {3, OrderRole::StopLoss}, {7, OrderRole::StopLoss},
                                                          {8, OrderRole::Exit}, {10, OrderRole::Exit}, {14, OrderRole::Exit}};
    QVERIFY(tried == expected);
    QVERIFY(bed.log.join(u'\n').contains(u"could not be closed"_s));
    const SignalId later = bed.raise(Side::Buy, 100, beta);
    QVERIFY2(bed.engine.approveSignal(later, 1), "other books trade on");
    OrderRequest more;
    more.instrument = book.instrument;
    more.strategy = alpha;
    more.quantity = quantity(u"1");
    const auto refused = bed.engine.submitOrder(more);
    COMPARE(refused.error().code, ErrorCode::Denied);
    QVERIFY(refused.error().detail.contains(u"has no stop"_s));
}

void TestBrackets::aLostStopThatThePricePassedClosesAtOnce()
{
    HoldingBed bed;
    bed.approve();
    bed.acceptAll();
    bed.fill(1, u"10", u"100");
    bed.broker.tell(Report::Cancelled, bed.order(2).clientId, u"no"_s);
    bed.advance(std::chrono::seconds(1));
    bed.price(u"97");
    COMPARE(bed.order(4).role, OrderRole::Exit);
    COMPARE(bed.order(4).quantity, quantity(u"10"));
}

void TestBrackets::aStopTakenBackOnPurposeStaysAway()
{
    HoldingBed bed;
    bed.approve();
    bed.acceptAll();
    QVERIFY(bed.engine.cancelOrder({2}).has_value());
    bed.fill(1, u"10", u"100");
    COMPARE(bed.broker.submitted.size(), 3u);
    QVERIFY(!bed.row().isProtected);
}

void TestBrackets::aFillAfterTheEndIsProtected()
{
    HoldingBed bed;
    bed.approve();
    bed.acceptAll();
    QVERIFY(bed.engine.cancelOrder({1}).has_value());
    bed.broker.tell(Report::Cancelled, bed.order(2).clientId);
    bed.broker.tell(Report::Cancelled, bed.order(3).clientId);
    bed.fill(1, u"4", u"100"); // S15
    COMPARE(bed.held(), quantity(u"4"));
    COMPARE(bed.order(4).role, OrderRole::StopLoss);
    COMPARE(bed.order(4).quantity, quantity(u"4"));
    QVERIFY(!bed.order(4).isAttached);
}

void TestBrackets::aSleepingStopIsNoProtection()
{
    HoldingBed bed;
    bed.approve();
    bed.acceptAll();
    COMPARE(bed.engine.account().openRisk, usdt(u"0"));
    bed.fill(1, u"4", u"100");
    COMPARE(bed.engine.account().openRisk, usdt(u"12")); // 4 × (100 − 97)
    QVERIFY(bed.row().isProtected);
    COMPARE(bed.row().stop, price(u"97"));
}

void TestBrackets::aLaterRunKnowsWhatIsAttached()
{
    HoldingBed bed;
    bed.approve();
    bed.acceptAll();
    bed.fill(1, u"4", u"100");
    EngineBed later(bedConfig(), bed.journal.entries, bedStart + std::chrono::minutes(1));
    QVERIFY(later.recovered.has_value());
    later.broker.isHoldingBrackets = true;
    later.broker.onQuery = [&later](const Order &order) { later.broker.accept(order); };
    QVERIFY(later.order(2).isAttached);
    later.engine.start(false);
    QVERIFY2(later.broker.submitted.empty() && later.broker.modified.empty(), "I20");
    later.broker.fill(later.order(1), quantity(u"6"), price(u"100"), u"N-1"_s);
    QVERIFY(later.broker.submitted.empty());
    COMPARE(later.held(), quantity(u"10"));
}

QTEST_APPLESS_MAIN(TestBrackets)
#include "tst_brackets.moc"
