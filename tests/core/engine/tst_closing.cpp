// What happens between the wish to close a holding and its end: the stop and the target at the venue may still fill, and what
// they fill must not be closed again (FAULTS S15, R10, R11; I07).
#include "tests/core/engine/enginebed.h"

using namespace Qt::StringLiterals;
using namespace bellwether;
using namespace bellwether::test;
using Report = VenueReport::Kind;

class TestClosing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theExitWaitsForTheLastWord();
    void aLateFillOfTheWholeLeavesNothingToClose();
    void aLateFillOfAPartIsNotClosedAgain();
    void aRefusedCancelIsAskedForAgain();
    void aSilentVenueIsAskedAgain();
    void aStopThatIsUnknownIsWaitedFor();
    void withoutStopsTheExitLeavesAtOnce();
    void aReversalFollowsItsExit();
    void flatteningWaitsToo();
    void aClosedBookMayBeTradedAgain();
    void afterAFaultTheExitStillLeaves_data();
    void afterAFaultTheExitStillLeaves(); // FAULTS P04
    void afterAFaultInACommitTheExitStillLeaves(); // FAULTS P04

private:
    /// Holds ten with stop (order 2) and target (order 3) open; closing makes order 4.
    struct Bed : EngineBed {
        Bed()
        {
            start();
            enter();
            broker.submitted.clear();
        }
        void close() { QVERIFY(engine.closePosition({alpha, InstrumentId(std::string_view("TEST:SHARE"))}).has_value()); }
        void cancelled(std::uint64_t number) { broker.tell(Report::Cancelled, order(number).clientId); }
    };
};

void TestClosing::theExitWaitsForTheLastWord()
{
    Bed bed;
    bed.close();
    COMPARE(bed.stateOf(4), OrderState::Checked);
    COMPARE(bed.broker.cancelled.size(), 2u);
    bed.cancelled(2);
    QVERIFY2(bed.broker.submitted.empty(), "the target may still fill");
    bed.cancelled(3);
    COMPARE(bed.broker.submitted.size(), 1u);
    COMPARE(bed.broker.submitted[0].quantity, quantity(u"10"));
    bed.broker.accept(bed.order(4));
    bed.broker.fill(bed.order(4), quantity(u"10"), price(u"100"));
    COMPARE(bed.held(), Quantity());
}

void TestClosing::aLateFillOfTheWholeLeavesNothingToClose()
{
    Bed bed;
    bed.close();
    bed.broker.fill(bed.order(2), quantity(u"10"), price(u"97")); // the stop was faster than its cancel
    bed.cancelled(3);
    bed.advance(std::chrono::seconds(1));
    bed.engine.onTime();
    QVERIFY2(bed.broker.submitted.empty(), "a sale of what is sold would be a short");
    COMPARE(bed.stateOf(4), OrderState::Denied);
    COMPARE(bed.held(), Quantity());
}

void TestClosing::aLateFillOfAPartIsNotClosedAgain()
{
    Bed bed;
    bed.close();
    bed.broker.fill(bed.order(3), quantity(u"4"), price(u"105"));
    bed.cancelled(3);
    bed.cancelled(2);
    COMPARE(bed.stateOf(4), OrderState::Denied);
    COMPARE(bed.broker.submitted.size(), 1u);
    COMPARE(bed.broker.submitted[0].quantity, quantity(u"6"));
    COMPARE(bed.broker.submitted[0].role, OrderRole::Exit);
    bed.broker.fill(bed.broker.submitted[0], quantity(u"6"), price(u"100"));
    COMPARE(bed.held(), Quantity());
}

void TestClosing::aRefusedCancelIsAskedForAgain()
{
    Bed bed;
    bed.close();
    bed.cancelled(3);
    bed.broker.tell(Report::RequestRefused, bed.order(2).clientId, u"busy"_s); // S13: it may be anything
    COMPARE(bed.broker.cancelled.size(), 3u);
    QVERIFY(bed.broker.submitted.empty());
    bed.cancelled(2);
    COMPARE(bed.broker.submitted.size(), 1u);
}

void TestClosing::aSilentVenueIsAskedAgain()
{
    Bed bed;
    bed.close();
    bed.cancelled(3);
    const std::size_t asked = bed.broker.queried.size();
    for (int second = 0; second < 12; ++second) {
        bed.advance(std::chrono::seconds(1));
        bed.engine.onTime();
    }
    COMPARE(bed.broker.queried.size(), asked + 2); // every five seconds
    QVERIFY(bed.broker.submitted.empty());
    QVERIFY(std::ranges::any_of(bed.log, [](const QString &text) { return text.contains(u"the exit of SHARE waits"_s); }));
    bed.broker.tell(Report::Absent, bed.order(2).clientId); // S14: its cancel had worked, only the answer was lost
    COMPARE(bed.broker.submitted.size(), 1u);
}

void TestClosing::aStopThatIsUnknownIsWaitedFor()
{
    EngineBed bed;
    bed.start();
    bed.price(u"100");
    QVERIFY(bed.engine.approveSignal(bed.raise(Side::Buy, 100), 1));
    bed.broker.accept(bed.order(1));
    bed.broker.fill(bed.order(1), quantity(u"10"), price(u"100")); // the stop is on its way
    COMPARE(bed.stateOf(2), OrderState::Unknown);
    bed.broker.accept(bed.order(3));
    QVERIFY(bed.engine.closePosition({alpha, InstrumentId(std::string_view("TEST:SHARE"))}).has_value());
    bed.broker.tell(Report::Cancelled, bed.order(3).clientId);
    const std::size_t sent = bed.broker.submitted.size();
    bed.broker.accept(bed.order(2)); // it arrived: now it can be cancelled
    COMPARE(bed.stateOf(2), OrderState::CancelPending);
    COMPARE(bed.broker.submitted.size(), sent);
    bed.broker.tell(Report::Cancelled, bed.order(2).clientId);
    COMPARE(bed.broker.submitted.size(), sent + 1);
    COMPARE(bed.broker.submitted.back().role, OrderRole::Exit);
}

void TestClosing::withoutStopsTheExitLeavesAtOnce()
{
    EngineConfig config = bedConfig();
    config.usesBrackets = false;
    EngineBed bed(config);
    bed.start();
    bed.price(u"100");
    QVERIFY(bed.engine.approveSignal(bed.raise(Side::Buy, 100), 1));
    bed.broker.accept(bed.order(1));
    bed.broker.fill(bed.order(1), quantity(u"10"), price(u"100"));
    QVERIFY(bed.engine.closePosition({alpha, InstrumentId(std::string_view("TEST:SHARE"))}).has_value());
    COMPARE(bed.broker.submitted.size(), 2u);
}

void TestClosing::aReversalFollowsItsExit()
{
    Bed bed;
    QVERIFY(bed.engine.reversePosition({alpha, InstrumentId(std::string_view("TEST:SHARE"))}).has_value());
    QVERIFY2(bed.broker.submitted.empty(), "the entry of the other side does not overtake the exit");
    bed.cancelled(2);
    bed.cancelled(3);
    COMPARE(bed.broker.submitted.size(), 2u);
    COMPARE(bed.broker.submitted[0].role, OrderRole::Exit);
    COMPARE(bed.broker.submitted[1].role, OrderRole::Entry);
}

void TestClosing::flatteningWaitsToo()
{
    Bed bed;
    bed.engine.kill(true);
    QVERIFY(bed.broker.submitted.empty());
    bed.broker.fill(bed.order(2), quantity(u"10"), price(u"97"));
    bed.cancelled(3);
    for (int second = 0; second < 6; ++second) {
        bed.advance(std::chrono::seconds(1));
        bed.engine.onTime();
    }
    QVERIFY(bed.broker.submitted.empty());
    COMPARE(bed.held(), Quantity());
}

void TestClosing::aClosedBookMayBeTradedAgain()
{
    Bed bed;
    bed.close();
    bed.broker.fill(bed.order(2), quantity(u"10"), price(u"97"));
    bed.cancelled(3);
    bed.enter(); // another ten with a stop
    const std::uint64_t stop = bed.broker.submitted.back().id.value - 1;
    OrderRequest part; // a part is sold by hand: the stop stays
    part.instrument = InstrumentId(std::string_view("TEST:SHARE"));
    part.strategy = alpha;
    part.role = OrderRole::Exit;
    part.side = Side::Sell;
    part.quantity = quantity(u"3");
    QVERIFY(bed.engine.submitOrder(part).has_value());
    COMPARE(bed.broker.submitted.back().quantity, quantity(u"3"));
    COMPARE(bed.stateOf(stop), OrderState::Open);
}

void TestClosing::afterAFaultTheExitStillLeaves_data()
{
    QTest::addColumn<bool>("isOneOfTwo");
    QTest::newRow("one exit") << false;
    QTest::newRow("another exit behind it") << true;
}

void TestClosing::afterAFaultTheExitStillLeaves()
{
    QFETCH(const bool, isOneOfTwo);
    Bed bed;
    std::uint64_t other = 0;
    if (isOneOfTwo) {
        const std::uint64_t entry = bed.engine.state().nextOrderId().value;
        QVERIFY(bed.engine.approveSignal(bed.raise(Side::Buy, 100, beta), 1));
        bed.broker.accept(bed.order(entry));
        bed.broker.fill(bed.order(entry), quantity(u"10"), price(u"100"));
        for (std::uint64_t child = entry + 1; child < entry + 3; ++child)
            bed.broker.accept(bed.order(child));
        other = entry + 3;
        bed.broker.submitted.clear();
    }
    const std::uint64_t first = bed.engine.state().nextOrderId().value;
    bed.close();
    if (isOneOfTwo) {
        QVERIFY(bed.engine.closePosition({beta, InstrumentId(std::string_view("TEST:SHARE"))}).has_value());
        COMPARE(bed.order(first + 1).role, OrderRole::Exit);
    }
    bed.cancelled(3);
    // While what waits is looked through, the adapter breaks an assumption of its own.
    bed.broker.onCancel = [](const Order &) { throw Fault(u"the adapter is confused"_s); };
    QVERIFY_THROWS_EXCEPTION(Fault, bed.broker.tell(Report::RequestRefused, bed.order(2).clientId, u"busy"_s));
    bed.broker.onCancel = {};
    bed.engine.enterFaulted(u"the adapter is confused"_s); // as the host of the engine does
    COMPARE(bed.stateOf(first), OrderState::Checked);
    bed.cancelled(2);
    COMPARE(bed.broker.submitted.size(), 1u);
    COMPARE(bed.broker.submitted[0].id, OrderId{first});
    if (isOneOfTwo) {
        for (std::uint64_t child = other - 2; child < other; ++child)
            bed.cancelled(child);
        COMPARE(bed.broker.submitted.size(), 2u);
        COMPARE(bed.broker.submitted[1].id, OrderId{first + 1});
    }
}

void TestClosing::afterAFaultInACommitTheExitStillLeaves()
{
    EngineConfig config = bedConfig();
    config.usesBrackets = false;
    EngineBed bed(config);
    bed.start();
    bed.price(u"100");
    QVERIFY(bed.engine.approveSignal(bed.raise(Side::Buy, 100), 1));
    bed.broker.accept(bed.order(1));
    bed.broker.fill(bed.order(1), quantity(u"10"), price(u"100"));
    // An entry breaks the adapter while the commit that lets it leave is answered.
    bed.broker.onSubmit = [](const Order &) { throw Fault(u"the adapter is confused"_s); };
    const SignalId second = bed.raise(Side::Buy, 100, beta);
    QVERIFY_THROWS_EXCEPTION(Fault, std::ignore = bed.engine.approveSignal(second, 1));
    bed.broker.onSubmit = {};
    bed.engine.enterFaulted(u"the adapter is confused"_s);
    bed.broker.submitted.clear();
    QVERIFY(bed.engine.closePosition({alpha, InstrumentId(std::string_view("TEST:SHARE"))}).has_value());
    COMPARE(bed.broker.submitted.size(), 1u);
    COMPARE(bed.broker.submitted[0].role, OrderRole::Exit);
}

QTEST_APPLESS_MAIN(TestClosing)
#include "tst_closing.moc"
