#include "core/net/backoff.h"
#include "core/net/clockoffset.h"
#include "core/net/ratebudget.h"

#include <QTest>

using namespace bellwether;
using namespace bellwether::net;
using namespace std::chrono_literals;

/// The small clocks and counters of a venue client: how much may be sent, when to come back, what time it is there.
class TestRateBudget : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void purposesHaveTheirShare(); // FAULTS S10
    void intervalsBeginAnew();
    void venueFiguresWin();
    void blocksHold(); // FAULTS S11
    void limitsChange();
    void severalLimits();
    void backoffGrowsAndIsSpread(); // FAULTS W04
    void clockIsTheMiddleOfTheShortestTrip(); // FAULTS S12, T01
};

namespace {

const Timestamp noon = Timestamp::fromSeconds(1'700'000'040); // a whole minute

}

void TestRateBudget::purposesHaveTheirShare()
{
    RateBudget budget;
    budget.setLimits({{1min, 100}});
    QVERIFY(budget.tryTake(60, RequestPurpose::Background, noon));
    QVERIFY(!budget.tryTake(1, RequestPurpose::Background, noon));
    QVERIFY(budget.tryTake(30, RequestPurpose::Trading, noon));
    QVERIFY(!budget.tryTake(1, RequestPurpose::Trading, noon));
    QVERIFY(budget.tryTake(10, RequestPurpose::Reducing, noon));
    QVERIFY(!budget.tryTake(1, RequestPurpose::Reducing, noon));
    QCOMPARE(budget.usedShare(noon), 1.0);
}

void TestRateBudget::intervalsBeginAnew()
{
    RateBudget budget;
    budget.setLimits({{1min, 100}});
    QVERIFY(budget.tryTake(60, RequestPurpose::Background, noon + 59s));
    QVERIFY(!budget.tryTake(1, RequestPurpose::Background, noon + 59s));
    QVERIFY(budget.nextRoom(1, RequestPurpose::Background, noon + 59s) == noon + 60s);
    QVERIFY(budget.nextRoom(1, RequestPurpose::Reducing, noon + 59s) == noon + 59s);
    QVERIFY(budget.tryTake(60, RequestPurpose::Background, noon + 60s));
}

void TestRateBudget::venueFiguresWin()
{
    RateBudget budget;
    budget.setLimits({{1min, 100}});
    budget.onUsed(1min, 95, noon); // another program of the same address
    QVERIFY(!budget.tryTake(1, RequestPurpose::Trading, noon));
    budget.onUsed(1min, 20, noon); // a figure that came late says less than is known
    QVERIFY(!budget.tryTake(1, RequestPurpose::Trading, noon));
    budget.onUsed(10s, 99, noon);  // an interval that is not watched
    QVERIFY(budget.tryTake(5, RequestPurpose::Reducing, noon));
}

void TestRateBudget::blocksHold()
{
    RateBudget budget;
    budget.setLimits({{1min, 100}});
    budget.block(noon + 120s);
    budget.block(noon + 30s);
    QVERIFY(!budget.tryTake(1, RequestPurpose::Reducing, noon + 119s));
    QVERIFY(budget.isBlocked(noon + 119s));
    QVERIFY(budget.nextRoom(1, RequestPurpose::Trading, noon) == noon + 120s);
    QVERIFY(budget.tryTake(1, RequestPurpose::Reducing, noon + 120s));
}

void TestRateBudget::limitsChange()
{
    RateBudget budget;
    budget.setLimits({{1min, 100}});
    QVERIFY(budget.tryTake(50, RequestPurpose::Background, noon));
    budget.setLimits({{1min, 40}, {0s, 5}, {10s, 0}}); // what makes no sense is passed over
    QVERIFY(!budget.tryTake(1, RequestPurpose::Reducing, noon));
    QVERIFY(budget.tryTake(1, RequestPurpose::Reducing, noon + 60s));
}

void TestRateBudget::severalLimits()
{
    RateBudget orders;
    orders.setLimits({{10s, 50}, {24h, 100}});
    QVERIFY(orders.tryTake(45, RequestPurpose::Trading, noon));
    QVERIFY(!orders.tryTake(1, RequestPurpose::Trading, noon));
    QVERIFY(orders.tryTake(45, RequestPurpose::Trading, noon + 10s));
    QVERIFY(!orders.tryTake(1, RequestPurpose::Trading, noon + 20s)); // 90 of the day
    QVERIFY(orders.tryTake(10, RequestPurpose::Reducing, noon + 20s));
}

void TestRateBudget::backoffGrowsAndIsSpread()
{
    Backoff backoff(7);
    const std::vector<Duration> ceilings{2s, 4s, 8s, 16s, 32s, 60s, 60s};
    for (const Duration ceiling : ceilings) {
        const Duration wait = backoff.next();
        QVERIFY(wait >= 1s && wait <= ceiling);
    }
    backoff.reset();
    QVERIFY(backoff.next() <= 2s);
    Backoff other(8);
    Backoff third(9);
    QVERIFY(other.next() != third.next());
}

void TestRateBudget::clockIsTheMiddleOfTheShortestTrip()
{
    ClockOffset clock;
    QVERIFY(!clock.isKnown());
    QVERIFY(clock.venueTime(noon) == noon);
    clock.add(noon, noon + 5s + 50ms, noon + 100ms); // 5 s ahead, ± 50 ms
    QVERIFY(clock.offset() == 5s);
    QVERIFY(clock.uncertainty() == 50ms);
    clock.add(noon, noon + 9s, noon + 4s);           // a slow answer says less
    QVERIFY(clock.offset() == 5s);
    clock.add(noon, noon + 5s + 7ms, noon + 10ms);
    QVERIFY(clock.offset() == 5s + 2ms);
    clock.add(noon, noon + 1h, noon - 1s);           // our clock went back meanwhile
    QVERIFY(clock.offset() == 5s + 2ms);
    for (int i = 0; i < 8; ++i)                      // old samples give way
        clock.add(noon, noon + 6s + 20ms, noon + 40ms);
    QVERIFY(clock.offset() == 6s);
    clock.clear();
    QVERIFY(!clock.isKnown());
}

QTEST_APPLESS_MAIN(TestRateBudget)
#include "tst_ratebudget.moc"
