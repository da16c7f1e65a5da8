// Fills of an order that was made larger, and whose answer to that was lost or is late (FAULTS S14, S16, W01; I03, I08).
#include "tests/core/engine/enginebed.h"

#include <QTest>

using namespace bellwether;
using namespace bellwether::test;
using namespace Qt::StringLiterals;
using Report = VenueReport::Kind;

namespace {

/// Ten held with a stop of four, and a request out that makes it ten.
void growStop(EngineBed &bed)
{
    bed.start();
    bed.enter();
    OrderEdit smaller;
    smaller.quantity = quantity(u"4");
    QVERIFY(bed.engine.modifyOrder({2}, smaller).has_value());
    bed.broker.confirmModified(bed.broker.modified.back());
    OrderEdit larger;
    larger.quantity = quantity(u"10");
    QVERIFY(bed.engine.modifyOrder({2}, larger).has_value());
    COMPARE(bed.stateOf(2), OrderState::ModifyPending);
    COMPARE(bed.order(2).quantity, quantity(u"4"));
}

} // namespace

class TestGrowingOrders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLargerFillProvesTheChange()
    {
        EngineBed bed;
        growStop(bed);
        bed.broker.fill(bed.order(2), quantity(u"10"), price(u"97"));
        COMPARE(bed.held(), Quantity());
        COMPARE(bed.stateOf(2), OrderState::Filled);
        COMPARE(bed.order(2).filledQuantity(), quantity(u"10"));
    }

    // Four may be all of it or a part: until the venue has told, the order is not over, and the rest is not lost.
    void aFillOfTheOldSizeIsNotTheEnd()
    {
        EngineBed bed;
        growStop(bed);
        const std::size_t asked = bed.broker.queried.size();
        bed.broker.fill(bed.order(2), quantity(u"4"), price(u"97"));
        COMPARE(bed.held(), quantity(u"6"));
        QVERIFY(!isFinal(bed.stateOf(2)));
        QVERIFY2(bed.broker.queried.size() > asked, "the venue is asked how large it is");
        bed.broker.fill(bed.order(2), quantity(u"6"), price(u"97"));
        COMPARE(bed.held(), Quantity());
        COMPARE(bed.stateOf(2), OrderState::Filled);
    }

    void theVenueHadItAsItWas()
    {
        EngineBed bed;
        growStop(bed);
        bed.broker.fill(bed.order(2), quantity(u"4"), price(u"97"));
        bed.broker.tell(Report::Cancelled, bed.order(2).clientId, u"there was no more of it"_s);
        COMPARE(bed.stateOf(2), OrderState::Cancelled);
        COMPARE(bed.order(2).filledQuantity(), quantity(u"4"));
        COMPARE(bed.held(), quantity(u"6"));
    }

    // The request was made by a run that has ended; this one knows nothing of it.
    void aFillBeyondWhatIsKnownCountsAndIsAskedAbout()
    {
        EngineBed first;
        growStop(first);
        EngineBed second(bedConfig(), first.journal.entries, bedStart + std::chrono::minutes(1));
        QVERIFY(second.recovered.has_value());
        second.start();
        const std::size_t asked = second.broker.queried.size();
        second.broker.fill(second.order(2), quantity(u"7"), price(u"97"), u"N-1"_s);
        COMPARE(second.held(), quantity(u"3"));
        QVERIFY(!isFinal(second.stateOf(2)));
        QVERIFY(second.broker.queried.size() > asked);
        second.broker.fill(second.order(2), quantity(u"3"), price(u"97"), u"N-2"_s);
        COMPARE(second.held(), Quantity());
        second.broker.tell(Report::Cancelled, second.order(2).clientId, u"there was no more of it"_s);
        QVERIFY(isFinal(second.stateOf(2)));
        COMPARE(second.order(2).filledQuantity(), quantity(u"10"));
    }

    void aRepeatedFillGrowsNothing()
    {
        EngineBed bed;
        growStop(bed);
        bed.broker.fill(bed.order(2), quantity(u"10"), price(u"97"), u"N-1"_s);
        bed.broker.fill(bed.order(2), quantity(u"10"), price(u"97"), u"N-1"_s);
        COMPARE(bed.held(), Quantity());
        COMPARE(bed.order(2).quantity, quantity(u"10"));
    }
};

QTEST_APPLESS_MAIN(TestGrowingOrders)
#include "tst_growingorders.moc"
