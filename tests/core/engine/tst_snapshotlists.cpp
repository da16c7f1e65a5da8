#include "tests/core/engine/enginebed.h"

using namespace Qt::StringLiterals;
using namespace bellwether;
using namespace bellwether::test;

class TestSnapshotLists : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatDidNotChange_isTheSameRow_whatDidIsANewOne()
    {
        EngineBed bed;
        bed.start();
        bed.enter();
        const auto before = bed.engine.snapshot({});
        COMPARE(before->orders->size(), std::size_t(3));
        COMPARE(before->fills->size(), std::size_t(1));
        COMPARE(before->signalHistory->size(), std::size_t(1));
        COMPARE((*before->orders)[2].order.role, OrderRole::Entry); // newest first
        COMPARE(before->orders->front().order.state(), OrderState::Open);

        bed.advance(std::chrono::seconds(1));
        QVERIFY(bed.engine.cancelOrder(before->orders->front().order.id).has_value());
        const auto after = bed.engine.snapshot({});
        QVERIFY(after->orders != before->orders);
        COMPARE(after->orders->front().order.state(), OrderState::CancelPending);
        COMPARE(before->orders->front().order.state(), OrderState::Open);
        QVERIFY(after->orders->handles()[2] == before->orders->handles()[2]);
        QVERIFY(after->fills == before->fills);
        QVERIFY(after->signalHistory == before->signalHistory);
    }

    void aWaitingSignal_followsThePrice_withTheReasonsOfItsVersion()
    {
        EngineBed bed;
        bed.start();
        bed.price(u"100");
        const SignalId id = bed.raise(Side::Buy, 100);
        const auto first = bed.engine.snapshot({});
        COMPARE(first->pendingSignals->front().now, price(u"100"));
        bed.price(u"100.5");
        const auto second = bed.engine.snapshot({});
        COMPARE(second->pendingSignals->front().now, price(u"100.5"));
        QCOMPARE(second->pendingSignals->front().driftPercent, 0.49999999999998934);
        COMPARE(first->pendingSignals->front().now, price(u"100"));

        SignalEdit edit;
        edit.quantity = quantity(u"7");
        QVERIFY(bed.engine.editSignal(id, 1, edit).has_value());
        const auto edited = bed.engine.snapshot({});
        QCOMPARE(edited->pendingSignals->front().version, 2u);
        COMPARE(edited->pendingSignals->front().quantity, quantity(u"7"));

        QVERIFY(bed.engine.rejectSignal(id, 2, RejectReason::Other).has_value());
        const auto rejected = bed.engine.snapshot({});
        QVERIFY(rejected->pendingSignals->empty());
        COMPARE(rejected->signalHistory->front().id, id);
        COMPARE(rejected->signalHistory->front().state, SignalState::Rejected);
    }

    void theLists_areTheNewest500Orders_andAllRecentFills()
    {
        EngineBed bed;
        bed.start(true);
        bed.price(u"100");
        std::size_t looks = 0;
        for (int i = 0; i < 300; ++i) { // one order in, then one that closes and one that opens the other side
            bed.advance(std::chrono::seconds(1));
            bed.price(u"100");
            const std::size_t sent = bed.broker.submitted.size();
            bed.raise(i % 2 == 0 ? Side::Buy : Side::Sell, 100);
            confirmCancels(bed.broker, bed.engine); // of the stop and target that the exit waits for
            for (std::size_t at = sent; at < bed.broker.submitted.size(); ++at) {
                const Order order = bed.broker.submitted[at];
                bed.broker.accept(order);
                if (order.type == OrderType::Market)
                    bed.broker.fill(order, order.quantity, price(u"100"));
            }
            if (i % 7 == 0)
                looks += bed.engine.snapshot({})->orders->size();
        }
        QVERIFY(looks > 0);
        const auto snapshot = bed.engine.snapshot({});
        COMPARE(snapshot->orders->size(), std::size_t(500));
        std::vector<const Order *> newest;
        for (const Order &order : bed.engine.state().orders().all() | std::views::reverse) {
            if (newest.size() < 500)
                newest.push_back(&order);
        }
        for (std::size_t i = 0; i < newest.size(); ++i) {
            COMPARE((*snapshot->orders)[i].order.id, newest[i]->id);
            COMPARE((*snapshot->orders)[i].order.state(), newest[i]->state());
            COMPARE((*snapshot->orders)[i].order.filledQuantity(), newest[i]->filledQuantity());
        }
        const auto &recent = bed.engine.state().recentFills();
        COMPARE(snapshot->fills->size(), recent.size());
        for (std::size_t i = 0; i < recent.size(); ++i)
            QVERIFY((*snapshot->fills)[i].fill == recent[recent.size() - 1 - i].first);
        const auto &decided = bed.engine.state().signalQueue().decided();
        for (std::size_t i = 0; i < snapshot->signalHistory->size(); ++i)
            COMPARE((*snapshot->signalHistory)[i].id, decided[decided.size() - 1 - i].id);
    }
};

QTEST_APPLESS_MAIN(TestSnapshotLists)
#include "tst_snapshotlists.moc"
