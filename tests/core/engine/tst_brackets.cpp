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
