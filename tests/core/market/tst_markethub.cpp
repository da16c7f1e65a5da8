#include "core/market/markethub.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace bellwether;

namespace {

const Timestamp start = utcMidnight(2024, 1, 2);
constexpr auto minute = std::chrono::minutes(1);
constexpr auto second = std::chrono::seconds(1);

CataloguePtr makeCatalogue(int count)
{
    std::vector<Instrument> instruments;
    for (int i = 0; i < count; ++i) {
        Instrument instrument;
        instrument.id = InstrumentId(u"BINANCE:S%1"_s.arg(i));
        instrument.symbol = u"S%1"_s.arg(i);
        instrument.calendar = u"crypto"_s;
        instruments.push_back(instrument);
    }
    return std::make_shared<InstrumentCatalogue>(std::move(instruments));
}

MarketEvent trade(InstrumentIndex instrument, Timestamp time, double price, double size = 1)
{
    return {0, instrument, time, TapeTrade{time, Price::fromDouble(price), Quantity::fromDouble(size)}};
}
MarketEvent minuteBar(InstrumentIndex instrument, Timestamp closeTime, double open, double high, double low, double close)
{
    return {0, instrument, closeTime, TimedBar{Timeframe::M1, barOf(BarPoint{closeTime, open, high, low, close, 10})}};
}

/// `T0`, `1m@60 0 10/12/9/11`: kind, instrument, seconds since the start.
QStringList told(const MarketBatch &batch)
{
    QStringList lines;
    for (const MarketEvent &event : batch) {
        const auto *timed = std::get_if<TimedBar>(&event.payload);
        if (!timed) {
            lines << u"tick %1"_s.arg(event.instrument);
            continue;
        }
        const BarPoint bar = pointOf(timed->bar);
        lines << u"%1 %2 @%3 %4/%5/%6/%7 v%8"_s.arg(toString(timed->timeframe)).arg(event.instrument)
                     .arg((bar.closeTime - start) / second).arg(bar.open).arg(bar.high).arg(bar.low).arg(bar.close).arg(bar.volume);
    }
    return lines;
}

/// A feed that has a history and nothing else.
class StillFeed final : public MarketFeed {
public:
    BarColumns minutes;
    BarColumns days;
    BarColumns history(InstrumentIndex, Timeframe timeframe, std::size_t) override
    {
        return timeframe == Timeframe::M1 ? minutes : timeframe == Timeframe::D1 ? days : BarColumns();
    }
    void start() override {}
    void stop() override {}
};

} // namespace

class TestMarketHub : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void printsBecomeBars();
    void barStandsBeforeTheEventThatPassedIt();
    void silentInstrumentIsClosedByTime();
    void feedBarsAreDerivedFrom();
    void barsOfOneMomentReachTheirBucketBeforeItCloses();
    void longerFeedBarsAreDropped();
    void sequencesHaveNoHoles();
    void formingBarJoinsTheMinuteUnderWay();
    void historyIsCappedAndShared();
    void subscriptionWhileRunningKnowsThePast();
    void loadPutsOlderBarsInFront();
    void latePrintCorrectsTheKeptBar();
    void tickCostsLittle();
};

void TestMarketHub::printsBecomeBars()
{
    MarketHub hub(makeCatalogue(1), {{0, Timeframe::M5}});
    MarketBatch raw;
    // Two prints a minute: 10, 12 | 11, 9 | 8, 9 | 9, 10 | 10, 7
    const double prices[] = {10, 12, 11, 9, 8, 9, 9, 10, 10, 7};
    for (int i = 0; i < 10; ++i)
        raw.push_back(trade(0, start + second * (30 * i + 1), prices[i], 2));
    const auto first = hub.enrich(raw);
    QCOMPARE(told(*first).filter(u"1m"_s), (QStringList{u"1m 0 @60 10/12/10/12 v4"_s, u"1m 0 @120 11/11/9/9 v4"_s,
                                                       u"1m 0 @180 8/9/8/9 v4"_s, u"1m 0 @240 9/10/9/10 v4"_s}));
    const auto closed = hub.flush(start + minute * 5);
    QVERIFY(closed);
    QCOMPARE(told(*closed), (QStringList{u"1m 0 @300 10/10/7/7 v4"_s, u"5m 0 @300 10/12/7/7 v20"_s}));
    QVERIFY(!hub.flush(start + minute * 6));
}

void TestMarketHub::barStandsBeforeTheEventThatPassedIt()
{
    MarketHub hub(makeCatalogue(1), {});
    const auto batch = hub.enrich({trade(0, start + second, 10), trade(0, start + second * 61, 20)});
    QCOMPARE(told(*batch), (QStringList{u"tick 0"_s, u"1m 0 @60 10/10/10/10 v1"_s, u"tick 0"_s}));
    QVERIFY(batch->at(1).time == start + minute);
}

void TestMarketHub::silentInstrumentIsClosedByTime()
{
    MarketHub hub(makeCatalogue(2), {{0, Timeframe::M5}});
    hub.enrich({trade(0, start + second, 10)});
    // Instrument 0 stays silent for its bucket; the events of 1 are what tells the time.
    const auto batch = hub.enrich({trade(1, start + minute, 5), trade(1, start + minute * 5, 6)});
    QCOMPARE(told(*batch), (QStringList{u"1m 0 @60 10/10/10/10 v1"_s, u"tick 1"_s, u"5m 0 @300 10/10/10/10 v1"_s,
                                        u"1m 1 @120 5/5/5/5 v1"_s, u"tick 1"_s}));
    for (std::size_t i = 1; i < batch->size(); ++i)
        QVERIFY(batch->at(i - 1).time <= batch->at(i).time);
}

void TestMarketHub::feedBarsAreDerivedFrom()
{
    MarketHub hub(makeCatalogue(1), {{0, Timeframe::M15}, {0, Timeframe::M5}});
    MarketBatch raw;
    for (int i = 1; i <= 15; ++i)
        raw.push_back(minuteBar(0, start + minute * i, i, i + 0.5, i - 0.5, i));
    const QStringList lines = told(*hub.enrich(raw));
    QCOMPARE(lines.size(), 19);
    QCOMPARE(lines[4], u"1m 0 @300 5/5.5/4.5/5 v10"_s);
    QCOMPARE(lines[5], u"5m 0 @300 1/5.5/0.5/5 v50"_s);
    QCOMPARE(lines.mid(16), (QStringList{u"1m 0 @900 15/15.5/14.5/15 v10"_s, u"5m 0 @900 11/15.5/10.5/15 v50"_s,
                                         u"15m 0 @900 1/15.5/0.5/15 v150"_s}));
}

void TestMarketHub::barsOfOneMomentReachTheirBucketBeforeItCloses()
{
    MarketHub hub(makeCatalogue(2), {{0, Timeframe::M5}, {1, Timeframe::M5}});
    MarketBatch raw;
    for (int i = 1; i <= 5; ++i) {
        raw.push_back(minuteBar(0, start + minute * i, 1, 1, 1, 1));
        raw.push_back(minuteBar(1, start + minute * i, 2, 2, 2, 2));
    }
    // The batch ends between two bars of one moment, and the time is told in the gap.
    const MarketBatch rest{raw.back()};
    raw.pop_back();
    QCOMPARE(told(*hub.enrich(raw)).filter(u"5m"_s), QStringList{u"5m 0 @300 1/1/1/1 v50"_s});
    QVERIFY(!hub.flush(start + minute * 5));
    QCOMPARE(told(*hub.enrich(rest)).filter(u"5m"_s), QStringList{u"5m 1 @300 2/2/2/2 v50"_s});
}

void TestMarketHub::longerFeedBarsAreDropped()
{
    MarketHub hub(makeCatalogue(1), {});
    MarketEvent day = minuteBar(0, start + minute * 5, 1, 1, 1, 1);
    std::get<TimedBar>(day.payload).timeframe = Timeframe::M5;
    QCOMPARE(hub.enrich({minuteBar(0, start + minute, 1, 1, 1, 1), day})->size(), 1u);
    MarketHub alone(makeCatalogue(1), {});
    QCOMPARE(alone.enrich({day})->size(), 1u);
}

void TestMarketHub::sequencesHaveNoHoles()
{
    MarketHub hub(makeCatalogue(3), {{0, Timeframe::M5}, {1, Timeframe::M15}});
    std::uint64_t expected = 0;
    for (int i = 0; i < 2'000; ++i) {
        const auto batch = hub.enrich({trade(InstrumentIndex(i % 3), start + second * i, 10 + i % 7)});
        for (const MarketEvent &event : *batch)
            QCOMPARE(event.sequence, ++expected);
    }
    QCOMPARE(hub.lastSequence(), expected);
    QVERIFY(expected > 2'000u + 99);
}

void TestMarketHub::formingBarJoinsTheMinuteUnderWay()
{
    MarketHub hub(makeCatalogue(1), {{0, Timeframe::M5}});
    QVERIFY(!hub.forming({0, Timeframe::M1}));
    hub.enrich({trade(0, start + second, 10), trade(0, start + second * 61, 20), trade(0, start + second * 62, 5)});
    const auto ofMinute = hub.forming({0, Timeframe::M1});
    QVERIFY(ofMinute && ofMinute->open == 20 && ofMinute->close == 5 && ofMinute->closeTime == start + minute * 2);
    const auto ofFive = hub.forming({0, Timeframe::M5});
    QVERIFY(ofFive && ofFive->open == 10 && ofFive->high == 20 && ofFive->low == 5 && ofFive->close == 5 && ofFive->volume == 3);
    QVERIFY(ofFive->closeTime == start + minute * 5);
}

void TestMarketHub::historyIsCappedAndShared()
{
    MarketHub hub(makeCatalogue(1), {}, 100);
    for (int i = 1; i <= 1'000; ++i)
        hub.enrich({minuteBar(0, start + minute * i, i, i, i, i)});
    const auto history = hub.history({0, Timeframe::M1});
    QVERIFY(history->size() >= 100 && history->size() <= 125);
    QCOMPARE(history->close.back(), 1'000.0);
    QCOMPARE(hub.history({0, Timeframe::M1}).get(), history.get());
    hub.enrich({minuteBar(0, start + minute * 1'001, 1, 1, 1, 1)});
    QCOMPARE(history->close.back(), 1'000.0); // what was given out never changes
    const auto closed = hub.closedSince({0, Timeframe::M1}, start + minute * 999);
    QCOMPARE(closed.size(), 2u);
    QVERIFY(!hub.history({0, Timeframe::H1}));
}

void TestMarketHub::subscriptionWhileRunningKnowsThePast()
{
    MarketHub hub(makeCatalogue(1), {});
    for (int i = 4; i <= 12; ++i) // the first five minutes are known in part only
        hub.enrich({minuteBar(0, start + minute * i, i, i, i, i)});
    hub.subscribe({0, Timeframe::M5});
    const auto history = hub.history({0, Timeframe::M5});
    QCOMPARE(history->size(), 1u);
    QCOMPARE(history->open[0], 6.0);
    QCOMPARE(history->close[0], 10.0);
    const auto batch = hub.enrich({minuteBar(0, start + minute * 13, 1, 1, 1, 1), minuteBar(0, start + minute * 14, 1, 1, 1, 1),
                                   minuteBar(0, start + minute * 15, 1, 1, 1, 1)});
    QCOMPARE(told(*batch).filter(u"5m"_s), QStringList{u"5m 0 @900 11/12/1/1 v50"_s});
}

void TestMarketHub::loadPutsOlderBarsInFront()
{
    StillFeed feed;
    for (int i = 1; i <= 2 * 1'440; ++i) // two whole days
        feed.minutes.append(BarPoint{start + minute * i, 5, 6, 4, 5, 1});
    for (int day = -5; day <= 2; ++day)
        feed.days.append(BarPoint{start + std::chrono::hours(24 * day), 1, 1, 1, 1, 1});
    MarketHub hub(makeCatalogue(1), {{0, Timeframe::D1}, {0, Timeframe::H1}});
    hub.load(feed, 5'000);
    QCOMPARE(hub.history({0, Timeframe::M1})->size(), 2'880u);
    QCOMPARE(hub.history({0, Timeframe::H1})->size(), 48u);
    const auto days = hub.history({0, Timeframe::D1});
    QCOMPARE(days->size(), 8u);
    QCOMPARE(days->close[5], 1.0); // of the feed, closed at the start
    QCOMPARE(days->close[6], 5.0); // made from the minutes
    QCOMPARE(days->volume[7], 1'440.0);
}

void TestMarketHub::latePrintCorrectsTheKeptBar()
{
    MarketHub hub(makeCatalogue(1), {});
    hub.enrich({trade(0, start + second, 10), trade(0, start + second * 61, 20)});
    MarketEvent late = trade(0, start + second * 50, 15);
    const auto batch = hub.enrich({late});
    QCOMPARE(told(*batch), QStringList{u"tick 0"_s});
    QCOMPARE(hub.revisions(), 1u);
    QCOMPARE(hub.history({0, Timeframe::M1})->high[0], 15.0);
}

void TestMarketHub::tickCostsLittle()
{
    std::vector<SeriesKey> subscriptions;
    for (InstrumentIndex index = 0; index < 50; ++index) {
        for (const Timeframe timeframe : {Timeframe::M5, Timeframe::M15, Timeframe::H1, Timeframe::D1})
            subscriptions.push_back({index, timeframe});
    }
    MarketHub hub(makeCatalogue(50), subscriptions);
    constexpr int seconds = 120;
    constexpr int perSecond = 10'000;
    std::vector<MarketBatch> batches;
    std::uint64_t id = 0;
    for (int s = 0; s < seconds * 20; ++s) { // 20 batches a second
        MarketBatch batch;
        for (int i = 0; i < perSecond / 20; ++i) {
            MarketEvent event = trade(InstrumentIndex(i % 50), start + Duration(std::int64_t(s) * 50'000'000 + i * 100'000), 100 + i % 9);
            std::get<TapeTrade>(event.payload).id = ++id;
            batch.push_back(event);
        }
        batches.push_back(std::move(batch));
    }
    QElapsedTimer timer;
    timer.start();
    for (const MarketBatch &batch : batches)
        hub.enrich(batch);
    const double nsPerTick = double(timer.nsecsElapsed()) / (seconds * double(perSecond));
    qInfo("%.0f ns per tick", nsPerTick);
    QVERIFY(nsPerTick < 5'000); // the aim is 1,000 in a release build on a free core
}

QTEST_APPLESS_MAIN(TestMarketHub)
#include "tst_markethub.moc"
