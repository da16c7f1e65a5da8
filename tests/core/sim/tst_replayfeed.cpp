#include "core/sim/replayfeed.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace bellwether;

namespace {

const Timestamp start = utcMidnight(2024, 1, 2);
constexpr auto minute = std::chrono::minutes(1);

std::shared_ptr<const BarColumns> minutes(int first, int last, double price)
{
    auto bars = std::make_shared<BarColumns>();
    for (int i = first; i <= last; ++i)
        bars->append(BarPoint{start + minute * i, price, price + 1, price - 1, price, double(i)});
    return bars;
}

/// Collects what a feed gives; acknowledges where told to.
struct Consumer {
    explicit Consumer(ReplayFeed &feed)
    {
        QObject::connect(&feed, &MarketFeed::batchReady, &feed, [this, &feed](const MarketBatchPtr &batch) {
            largestBatch = std::max(largestBatch, batch->size());
            events.insert(events.end(), batch->begin(), batch->end());
            if (shallAcknowledge)
                feed.acknowledge(batch->back().sequence);
        });
        QObject::connect(&feed, &MarketFeed::finished, &feed, [this] { ++finished; });
    }
    MarketBatch events;
    std::size_t largestBatch = 0;
    bool shallAcknowledge = true;
    int finished = 0;
};

} // namespace

class TestReplayFeed : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void mergesByTimeThenInstrument();
    void staysWithinTheWindow();
    void startAfterGoesOn();
    void historyEndsAtTheStart();
    void pausedFeedStepsByMoment();
    void runsAtASpeed();
    void skipsHoles();
    void emptyReplayFinishes();
    void itsSpanIsThatOfItsBars();
    void runsToAMoment_andIsPausedAgain();
    void aPauseOnTheWay_endsTheRun();
    void runsToAMoment_noFurtherThanTheConsumerFollows();
};

void TestReplayFeed::mergesByTimeThenInstrument()
{
    ReplayFeed feed({{1, Timeframe::M1, minutes(1, 4, 20)}, {0, Timeframe::M1, minutes(2, 3, 10)}}, start, 0);
    Consumer consumer(feed);
    feed.start();
    QStringList order;
    std::uint64_t sequence = 0;
    for (const MarketEvent &event : consumer.events) {
        order << u"%1@%2"_s.arg(event.instrument).arg((event.time - start) / minute);
        QCOMPARE(event.sequence, ++sequence);
    }
    QCOMPARE(order.join(u' '), u"1@1 0@2 1@2 0@3 1@3 1@4"_s);
    QCOMPARE(consumer.finished, 1);
}

void TestReplayFeed::staysWithinTheWindow()
{
    ReplayFeed feed({{0, Timeframe::M1, minutes(1, 20'000, 10)}}, start, 0);
    Consumer consumer(feed);
    consumer.shallAcknowledge = false;
    feed.start();
    QCOMPARE(consumer.events.size(), std::size_t(ReplayFeed::window));
    QVERIFY(consumer.largestBatch <= ReplayFeed::batchMax);
    feed.acknowledge(100);
    QCOMPARE(consumer.events.size(), std::size_t(ReplayFeed::window) + 100);
    consumer.shallAcknowledge = true;
    feed.acknowledge(consumer.events.size());
    QCOMPARE(consumer.events.size(), 20'000u);
    QCOMPARE(consumer.finished, 1);
}

void TestReplayFeed::startAfterGoesOn()
{
    ReplayFeed feed({{0, Timeframe::M1, minutes(1, 100, 10)}}, start, 0);
    feed.startAfter(start + minute * 60);
    QCOMPARE(feed.remaining(), 40u);
    Consumer consumer(feed);
    feed.start();
    QVERIFY(consumer.events.front().time == start + minute * 61);
    QCOMPARE(consumer.events.front().sequence, 1u);
}

void TestReplayFeed::historyEndsAtTheStart()
{
    ReplayFeed feed({{0, Timeframe::M1, minutes(1, 1'000, 10)}}, start + minute * 303, 0);
    const BarColumns ones = feed.history(0, Timeframe::M1, 50);
    QCOMPARE(ones.size(), 50u);
    QVERIFY(ones.closeTime.back() == start + minute * 303);
    const BarColumns fives = feed.history(0, Timeframe::M5, 10);
    QCOMPARE(fives.size(), 10u);
    QVERIFY(fives.closeTime.back() == start + minute * 300);
    QCOMPARE(fives.volume.back(), 296.0 + 297 + 298 + 299 + 300);
    QVERIFY(feed.history(1, Timeframe::M1, 10).isEmpty());
    QCOMPARE(feed.history(0, Timeframe::M1, 5'000).size(), 303u);
}

void TestReplayFeed::pausedFeedStepsByMoment()
{
    ReplayFeed feed({{0, Timeframe::M1, minutes(1, 3, 10)}, {1, Timeframe::M1, minutes(1, 3, 20)}}, start, 0);
    Consumer consumer(feed);
    feed.setPaused(true);
    feed.start();
    QCOMPARE(consumer.events.size(), 0u);
    feed.step();
    QCOMPARE(consumer.events.size(), 2u);
    feed.step();
    feed.step();
    QCOMPARE(consumer.events.size(), 6u);
    QCOMPARE(consumer.finished, 1);
    feed.step();
    QCOMPARE(consumer.events.size(), 6u);
}

void TestReplayFeed::runsAtASpeed()
{
    // 600 times real time: a minute takes 100 ms.
    ReplayFeed feed({{0, Timeframe::M1, minutes(1, 5, 10)}}, start, 600);
    Consumer consumer(feed);
    QElapsedTimer timer;
    timer.start();
    feed.start();
    QCOMPARE(consumer.events.size(), 1u); // the first bar comes at once
    QTRY_COMPARE_WITH_TIMEOUT(consumer.finished, 1, 5'000);
    QVERIFY2(timer.elapsed() >= 380, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(consumer.events.size(), 5u);
}

void TestReplayFeed::skipsHoles()
{
    auto bars = std::make_shared<BarColumns>();
    for (const int day : {0, 1, 2})
        bars->append(BarPoint{start + std::chrono::hours(24 * day + 1), 10, 10, 10, 10, 1});
    ReplayFeed feed({{0, Timeframe::M1, bars}}, start, 600); // a day would take 144 s
    Consumer consumer(feed);
    feed.start();
    QTRY_COMPARE_WITH_TIMEOUT(consumer.finished, 1, 5'000);
    QCOMPARE(consumer.events.size(), 3u);
}

void TestReplayFeed::emptyReplayFinishes()
{
    ReplayFeed feed({{0, Timeframe::M1, nullptr}}, start, 1);
    Consumer consumer(feed);
    feed.start();
    QCOMPARE(consumer.finished, 1);
}

void TestReplayFeed::itsSpanIsThatOfItsBars()
{
    const ReplayFeed feed({{0, Timeframe::M1, minutes(3, 9, 10)}, {1, Timeframe::M1, minutes(5, 12, 10)}}, start, 0);
    QVERIFY(feed.span() == std::pair(start + minute * 3, start + minute * 12));
    const ReplayFeed later({{0, Timeframe::M1, minutes(3, 9, 10)}}, start + minute * 4, 0);
    QVERIFY(later.span() == std::pair(start + minute * 5, start + minute * 9)); // what is history is not replayed
    QVERIFY(!ReplayFeed({{0, Timeframe::M1, nullptr}}, start, 1).span().first.isValid());
}

void TestReplayFeed::runsToAMoment_andIsPausedAgain()
{
    ReplayFeed feed({{0, Timeframe::M1, minutes(1, 1'000, 10)}}, start, 1);
    Consumer consumer(feed);
    feed.setPaused(true);
    feed.start();
    feed.runTo(start + minute * 600);
    QCOMPARE(consumer.events.size(), 600u);
    QVERIFY(!feed.target().isValid());
    QCOMPARE(feed.speed(), 1.0);
    feed.runTo(start + minute * 300); // a replay knows no way back
    QCOMPARE(consumer.events.size(), 600u);
    feed.step();
    QCOMPARE(consumer.events.size(), 601u);
    feed.runTo(start + minute * 5'000);
    QCOMPARE(consumer.events.size(), 1'000u);
    QCOMPARE(consumer.finished, 1);
}

void TestReplayFeed::aPauseOnTheWay_endsTheRun()
{
    ReplayFeed feed({{0, Timeframe::M1, minutes(1, 20'000, 10)}}, start, 1);
    Consumer consumer(feed);
    consumer.shallAcknowledge = false;
    feed.setPaused(true);
    feed.start();
    feed.runTo(start + minute * 15'000);
    QVERIFY(feed.target().isValid());
    feed.setPaused(true);
    QVERIFY(!feed.target().isValid());
    const std::size_t seen = consumer.events.size();
    feed.acknowledge(seen);
    QCOMPARE(consumer.events.size(), seen);
}

void TestReplayFeed::runsToAMoment_noFurtherThanTheConsumerFollows()
{
    ReplayFeed feed({{0, Timeframe::M1, minutes(1, 20'000, 10)}}, start, 1);
    Consumer consumer(feed);
    consumer.shallAcknowledge = false;
    feed.setPaused(true);
    feed.start();
    feed.runTo(start + minute * 15'000);
    QCOMPARE(consumer.events.size(), std::size_t(ReplayFeed::window));
    consumer.shallAcknowledge = true;
    feed.acknowledge(consumer.events.size());
    QCOMPARE(consumer.events.size(), 15'000u);
}

QTEST_GUILESS_MAIN(TestReplayFeed)
#include "tst_replayfeed.moc"
