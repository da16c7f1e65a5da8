#include "core/market/barbuilder.h"
#include "core/market/markethub.h"
#include "core/sim/simulatedfeed.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace bellwether;

namespace {

const Timestamp monday = utcMidnight(2026, 11, 2); // an ordinary trading day of the NSE
constexpr auto minute = std::chrono::minutes(1);
constexpr auto second = std::chrono::seconds(1);

SimulatedMarketPtr crypto(std::uint64_t seed = 7) { return std::make_shared<SimulatedMarket>(seed, simulatedCryptoSymbols()); }
SimulatedMarketPtr indian(std::uint64_t seed = 7) { return std::make_shared<SimulatedMarket>(seed, simulatedIndianSymbols()); }

bool areEqual(const BarColumns &a, const BarColumns &b)
{
    return a.closeTime == b.closeTime && a.open == b.open && a.high == b.high && a.low == b.low && a.close == b.close && a.volume == b.volume;
}

double deviationOf(const std::vector<double> &values)
{
    double sum = 0;
    double squares = 0;
    for (const double value : values) {
        sum += value;
        squares += value * value;
    }
    const double mean = sum / double(values.size());
    return std::sqrt(squares / double(values.size()) - mean * mean);
}

std::vector<double> returnsOf(const BarColumns &bars)
{
    std::vector<double> returns;
    for (std::size_t row = 1; row < bars.size(); ++row)
        returns.push_back(std::log(bars.close[row] / bars.close[row - 1]));
    return returns;
}

} // namespace

class TestSimulatedMarket : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pathIsTheSameFromAnySide();
    void instrumentsAreSound();
    void printsBuildTheBarsOfHistory_data();
    void printsBuildTheBarsOfHistory();
    void historyDoesNotDependOnItsLength();
    void seedsDiffer();
    void volatilityIsRealistic();
    void dayBarsMeetTheMinutes();
    void indianSharesTickInSessionsOnly();
    void historyIsCheap();
    void aheadToSessionFindsTheOpening();
    void feedIsDeterministicAndOrdered();
    void feedSpeedMovesItsClock();
    void restartedFeedContinuesThePath();
    void pausedFeedSteps();
    void maxSpeedWaitsForTheConsumer();
    void loadMarketGivesTheRate();
    void theBookStandsOnTheLastQuote();
    void theBookIsSoundAndTheSameForEqualSeeds();
    void theBookIsEmptyWhileClosed();
    void theFeedTellsTheBookOfWhatItSent();
};

void TestSimulatedMarket::pathIsTheSameFromAnySide()
{
    PathParameters parameters;
    parameters.seed = 3;
    parameters.symbolSeed = 99;
    const SimulatedPath path(parameters);
    std::array<double, SimulatedPath::blockSize> values;
    std::set<PathRegime::Kind> kinds;
    double last = 0;
    for (std::int64_t block = 430'000; block < 430'030; ++block) {
        kinds.insert(path.regimeOf(block).kind);
        path.fillBlock(block, values);
        for (const std::int64_t offset : {0, 1, 2'047, 2'048, 3'333, 4'095})
            QCOMPARE(values[std::size_t(offset)], path.at(block * SimulatedPath::blockSize + offset));
        if (block > 430'000) // no jump where blocks meet: within eight standard deviations of a second in a busy regime
            QVERIFY(std::fabs(values[0] - last) < 8 * 2.2 * parameters.stepVolatility);
        last = values.back();
    }
    QCOMPARE(kinds.size(), 4u);
}

void TestSimulatedMarket::instrumentsAreSound()
{
    for (const SimulatedMarketPtr &market : {crypto(), indian()}) {
        QVERIFY(market->size() >= 8);
        InstrumentCatalogue catalogue(simulatedInstruments(*market));
        for (const Instrument &instrument : catalogue.all()) {
            QVERIFY(instrument.tickSize.isPositive() && instrument.lotSize.isPositive());
            QVERIFY(instrument.isOnLot(instrument.quantityMin));
            QVERIFY(!instrument.sector.isEmpty());
            QVERIFY(ExchangeCalendar::find(instrument.calendar).has_value());
            QVERIFY(instrument.notionalMin.currency == instrument.currency);
        }
        QCOMPARE(catalogue.size(), market->size());
    }
    QVERIFY(indian()->instrument(InstrumentIndex(indian()->size() - 1)).kind == InstrumentKind::Index);
}

void TestSimulatedMarket::printsBuildTheBarsOfHistory_data()
{
    QTest::addColumn<bool>("isCrypto");
    QTest::addColumn<int>("rate");
    QTest::newRow("crypto at one tick a second") << true << 1;
    QTest::newRow("crypto at five ticks a second") << true << 5;
    QTest::newRow("crypto at two hundred ticks a second") << true << 200;
    QTest::newRow("Indian shares at five ticks a second") << false << 5;
}

void TestSimulatedMarket::printsBuildTheBarsOfHistory()
{
    QFETCH(bool, isCrypto);
    QFETCH(int, rate);
    const SimulatedMarketPtr market = isCrypto ? crypto() : indian();
    const Timestamp from = monday + std::chrono::hours(5);
    const int minutes = rate > 50 ? 20 : 150;
    for (InstrumentIndex index = 0; index < market->size(); index += 3) {
        BarBuilder builder(market->calendar(index));
        SimulatedMarket::Block cache;
        BarColumns built;
        Timestamp last;
        for (int s = 0; s < minutes * 60; ++s) {
            MarketBatch events;
            market->appendSecond(index, from + second * s, rate, cache, events);
            QCOMPARE(events.size(), std::size_t(rate));
            for (const MarketEvent &event : events) {
                QVERIFY(event.time >= last && event.time >= from + second * s && event.time < from + second * (s + 1));
                last = event.time;
                if (const auto *quote = std::get_if<Quote>(&event.payload)) {
                    QVERIFY(quote->isTwoSided() && quote->bid < quote->ask);
                    QVERIFY(market->instrument(index).isOnTick(quote->bid) && market->instrument(index).isOnTick(quote->ask));
                    continue;
                }
                const auto &trade = std::get<TapeTrade>(event.payload);
                QVERIFY(market->instrument(index).isOnTick(trade.price) && market->instrument(index).isOnLot(trade.quantity));
                for (const BuiltBar &bar : builder.push(trade))
                    built.append(bar.bar);
            }
        }
        for (const BuiltBar &bar : builder.advanceTo(from + minute * minutes))
            built.append(bar.bar);
        QVERIFY(areEqual(built, market->bars(index, Timeframe::M1, from + minute * minutes, std::size_t(minutes))));
    }
}

void TestSimulatedMarket::historyDoesNotDependOnItsLength()
{
    for (const SimulatedMarketPtr &market : {crypto(), indian()}) {
        const Timestamp until = monday + std::chrono::hours(8);
        const BarColumns longer = market->bars(0, Timeframe::M1, until, 3'000);
        QCOMPARE(longer.size(), 3'000u);
        BarColumns tail;
        tail.append(longer, 2'400, 3'000);
        QVERIFY(areEqual(tail, market->bars(0, Timeframe::M1, until, 600)));
        BarColumns body;
        body.append(longer, 0, 2'940);
        QVERIFY(areEqual(body, market->bars(0, Timeframe::M1, longer.closeTime[2'939], 2'940)));
        QVERIFY(areEqual(market->bars(0, Timeframe::M5, until, 100), market->bars(0, Timeframe::M5, until, 100)));
        QCOMPARE(market->bars(0, Timeframe::M5, until, 100).size(), 100u);
        for (std::size_t row = 1; row < longer.size(); ++row)
            QVERIFY(longer.closeTime[row] > longer.closeTime[row - 1]);
    }
}

void TestSimulatedMarket::seedsDiffer()
{
    const Timestamp until = monday;
    QVERIFY(!areEqual(crypto(1)->bars(0, Timeframe::M1, until, 100), crypto(2)->bars(0, Timeframe::M1, until, 100)));
    QVERIFY(areEqual(crypto(1)->bars(0, Timeframe::M1, until, 100), crypto(1)->bars(0, Timeframe::M1, until, 100)));
}

void TestSimulatedMarket::volatilityIsRealistic()
{
    const auto minutes = returnsOf(crypto()->bars(0, Timeframe::M1, monday, 10'000));
    const double ofMinute = deviationOf(minutes);
    QVERIFY2(ofMinute > 0.0003 && ofMinute < 0.0010, qPrintable(QString::number(ofMinute)));
    double largest = 0;
    for (const double value : minutes)
        largest = std::max(largest, std::fabs(value));
    QVERIFY2(largest > 4 * ofMinute && largest < 0.05, qPrintable(QString::number(largest)));
    for (InstrumentIndex index = 0; index < crypto()->size(); ++index) {
        const auto days = returnsOf(crypto()->bars(index, Timeframe::D1, monday, 250));
        QCOMPARE(days.size(), 249u);
        const double ofDay = deviationOf(days);
        QVERIFY2(ofDay > 0.008 && ofDay < 0.05, qPrintable(QString::number(ofDay)));
    }
    const auto shares = returnsOf(indian()->bars(0, Timeframe::D1, monday, 250));
    QVERIFY2(deviationOf(shares) > 0.004 && deviationOf(shares) < 0.025, qPrintable(QString::number(deviationOf(shares))));
}

void TestSimulatedMarket::dayBarsMeetTheMinutes()
{
    for (const SimulatedMarketPtr &market : {crypto(), indian()}) {
        const BarColumns days = market->bars(0, Timeframe::D1, monday, 3);
        QCOMPARE(days.size(), 3u);
        const BarColumns minutes = market->bars(0, Timeframe::M1, days.closeTime[2], 375);
        QVERIFY(minutes.closeTime.back() == days.closeTime[2]);
        QCOMPARE(minutes.close.back(), days.close[2]);
        if (market->calendar(0).isAlwaysOpen())
            continue;
        // An NSE day of 375 minutes: the open is that of the first one, and the sampled volume is near the sum.
        QCOMPARE(minutes.open.front(), days.open[2]);
        double volume = 0;
        for (const double value : minutes.volume)
            volume += value;
        QVERIFY2(days.volume[2] > 0.6 * volume && days.volume[2] < 1.6 * volume, qPrintable(u"%1 %2"_s.arg(days.volume[2]).arg(volume)));
    }
}

void TestSimulatedMarket::indianSharesTickInSessionsOnly()
{
    const SimulatedMarketPtr market = indian();
    SimulatedMarket::Block cache;
    const auto ticksAt = [&](Timestamp time) {
        MarketBatch events;
        market->appendSecond(0, time, 5, cache, events);
        return events.size();
    };
    const Timestamp open = monday + std::chrono::minutes(3 * 60 + 45); // 09:15 IST
    const Timestamp close = monday + std::chrono::hours(10);           // 15:30 IST
    QCOMPARE(ticksAt(open - second), 0u);
    QCOMPARE(ticksAt(open), 5u);
    QCOMPARE(ticksAt(close - second), 5u);
    QCOMPARE(ticksAt(close), 0u);
    QCOMPARE(ticksAt(open - std::chrono::hours(24)), 0u); // Sunday
    for (const Timestamp time : market->bars(0, Timeframe::M1, close, 1'000).closeTime)
        QVERIFY(market->calendar(0).isOpen(time - minute));
}

void TestSimulatedMarket::historyIsCheap()
{
    const SimulatedMarketPtr market = crypto();
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(market->bars(0, Timeframe::M1, monday, 3'000).size(), 3'000u);
    const auto minutesTook = timer.restart();
    QCOMPARE(market->bars(0, Timeframe::D1, monday, 260).size(), 260u);
    const auto daysTook = timer.elapsed();
    qInfo("3,000 minutes in %lld ms, 260 days in %lld ms", minutesTook, daysTook);
    QVERIFY(minutesTook < 500 && daysTook < 500); // the aim is 50 ms in a release build
}

void TestSimulatedMarket::aheadToSessionFindsTheOpening()
{
    const ExchangeCalendar &nse = indian()->calendar(0);
    const Timestamp open = monday + std::chrono::minutes(3 * 60 + 45);
    QVERIFY(aheadToSession(open + minute, nse) == Duration::zero());
    QVERIFY(aheadToSession(open - minute, nse) == minute * 46);
    QVERIFY(aheadToSession(open - std::chrono::hours(48), nse) == std::chrono::hours(48) + minute * 45); // Saturday
    QVERIFY(aheadToSession(monday, ExchangeCalendar::crypto()) == Duration::zero());
}

void TestSimulatedMarket::feedIsDeterministicAndOrdered()
{
    const auto run = [](int stepMs) {
        SimClock wall(monday);
        SimulatedFeed feed(crypto(), wall, monday);
        MarketBatch events;
        QObject::connect(&feed, &MarketFeed::batchReady, &feed, [&](const MarketBatchPtr &batch) {
            events.insert(events.end(), batch->begin(), batch->end());
        });
        feed.start();
        for (int ms = 0; ms < 10'000; ms += stepMs) {
            wall.advanceTo(monday + std::chrono::milliseconds(ms + stepMs));
            feed.publishDue();
            if (feed.clock().now() != wall.now())
                return MarketBatch();
        }
        return events;
    };
    const MarketBatch events = run(50);
    QCOMPARE(events.size(), 10u * 5 * crypto()->size());
    for (std::size_t i = 0; i < events.size(); ++i) {
        QCOMPARE(events[i].sequence, i + 1);
        QVERIFY(i == 0 || events[i - 1].time <= events[i].time);
    }
    const MarketBatch again = run(1'000);
    QCOMPARE(again.size(), events.size());
    for (std::size_t i = 0; i < events.size(); ++i)
        QVERIFY(again[i].time == events[i].time && again[i].instrument == events[i].instrument);
}

void TestSimulatedMarket::feedSpeedMovesItsClock()
{
    SimClock wall(monday);
    SimulatedFeed feed(indian(), wall, monday + std::chrono::hours(10) - minute); // a minute before the close
    std::size_t count = 0;
    QObject::connect(&feed, &MarketFeed::batchReady, &feed, [&](const MarketBatchPtr &batch) { count += batch->size(); });
    feed.start();
    feed.setSpeed(60);
    wall.advanceTo(monday + std::chrono::milliseconds(500));
    feed.publishDue();
    QVERIFY(feed.clock().now() == monday + std::chrono::hours(10) - std::chrono::seconds(30));
    wall.advanceTo(monday + std::chrono::milliseconds(1'100));
    feed.publishDue(); // the close has passed: on to Tuesday's opening
    QVERIFY(feed.clock().now() >= monday + std::chrono::hours(24) + std::chrono::minutes(3 * 60 + 45));
    feed.setPaused(true);
    const Timestamp paused = feed.clock().now();
    const std::size_t before = count;
    wall.advanceTo(monday + std::chrono::seconds(30));
    feed.publishDue();
    QVERIFY(feed.clock().now() == paused);
    QCOMPARE(count, before);
}

void TestSimulatedMarket::restartedFeedContinuesThePath()
{
    const Timestamp restart = monday + minute * 30;
    SimClock wall(restart);
    SimulatedFeed feed(crypto(), wall, restart);
    MarketHub hub(std::make_shared<InstrumentCatalogue>(simulatedInstruments(*crypto())), {{0, Timeframe::M5}});
    hub.load(feed, 300);
    QObject::connect(&feed, &MarketFeed::batchReady, &feed, [&](const MarketBatchPtr &batch) { hub.enrich(*batch); });
    feed.start();
    for (int s = 1; s <= 600; ++s) {
        wall.advanceTo(restart + second * s);
        feed.publishDue();
    }
    hub.flush(feed.clock().now());
    QVERIFY(areEqual(*hub.history({0, Timeframe::M1}), crypto()->bars(0, Timeframe::M1, restart + minute * 10, 310)));
    const BarColumns fives = crypto()->bars(0, Timeframe::M5, restart + minute * 10, 62);
    const auto kept = hub.history({0, Timeframe::M5});
    BarColumns tail;
    tail.append(*kept, kept->size() - 62, kept->size());
    QVERIFY(areEqual(tail, fives));
}

void TestSimulatedMarket::pausedFeedSteps()
{
    SimClock wall(monday);
    SimulatedFeed feed(crypto(), wall, monday);
    std::size_t count = 0;
    QObject::connect(&feed, &MarketFeed::batchReady, &feed, [&](const MarketBatchPtr &batch) { count += batch->size(); });
    feed.setPaused(true);
    feed.start();
    QCOMPARE(count, 0u);
    feed.step();
    QCOMPARE(count, 1u);
    for (int i = 0; i < 99; ++i)
        feed.step();
    QCOMPARE(count, 100u);
}

void TestSimulatedMarket::maxSpeedWaitsForTheConsumer()
{
    SimClock wall(monday);
    SimulatedFeed feed(crypto(), wall, monday);
    std::size_t count = 0;
    QObject::connect(&feed, &MarketFeed::batchReady, &feed, [&](const MarketBatchPtr &batch) { count += batch->size(); });
    feed.setSpeed(0);
    feed.start();
    QVERIFY(count >= SimulatedFeed::window && count < SimulatedFeed::window + 100);
    const std::size_t before = count;
    feed.acknowledge(1'000);
    QVERIFY(count >= before + 900 && count <= before + 1'100);
}

void TestSimulatedMarket::loadMarketGivesTheRate()
{
    SimClock wall(monday);
    const auto market = std::make_shared<SimulatedMarket>(1, simulatedLoadSymbols(50));
    SimulatedFeed feed(market, wall, monday, {.ticksPerSecond = 200});
    std::size_t count = 0;
    QObject::connect(&feed, &MarketFeed::batchReady, &feed, [&](const MarketBatchPtr &batch) { count += batch->size(); });
    feed.start();
    QElapsedTimer timer;
    timer.start();
    for (int i = 1; i <= 100; ++i) {
        wall.advanceTo(monday + std::chrono::milliseconds(50 * i));
        feed.publishDue();
    }
    QVERIFY(count >= 50'000 && count < 50'100);
    qInfo("%.0f ns per tick", double(timer.nsecsElapsed()) / double(count));
}

void TestSimulatedMarket::theBookStandsOnTheLastQuote()
{
    const auto market = crypto();
    for (const InstrumentIndex index : {InstrumentIndex(0), InstrumentIndex(6)}) {
        SimulatedMarket::Block cache;
        MarketBatch events;
        const Timestamp at = monday + std::chrono::hours(3);
        market->appendSecond(index, at, 10, cache, events);
        int quotes = 0;
        for (const MarketEvent &event : events) {
            const auto *quote = std::get_if<Quote>(&event.payload);
            if (quote == nullptr)
                continue;
            ++quotes;
            const Depth depth = market->depth(index, event.time, 10, 20, cache);
            QVERIFY((depth.bids.front() == DepthLevel{quote->bid, quote->bidSize}));
            QVERIFY((depth.asks.front() == DepthLevel{quote->ask, quote->askSize}));
        }
        QCOMPARE(quotes, 6); // four of ten ticks are prints
    }
}

void TestSimulatedMarket::theBookIsSoundAndTheSameForEqualSeeds()
{
    const auto market = indian();
    const auto again = indian();
    const Timestamp open = monday + std::chrono::hours(5); // 10:30 in India
    SimulatedMarket::Block cache;
    SimulatedMarket::Block other;
    const Instrument &instrument = market->instrument(0);
    std::set<std::int64_t> sizes;
    for (int step = 0; step < 50; ++step) {
        const Timestamp time = open + std::chrono::milliseconds(100 * step);
        const Depth depth = market->depth(0, time, 5, 30, cache);
        QVERIFY(depth == again->depth(0, time, 5, 30, other));
        QCOMPARE(depth.bids.size(), 30u);
        QCOMPARE(depth.asks.size(), 30u);
        QVERIFY(depth.bids.front().price < depth.asks.front().price);
        for (std::size_t i = 0; i < 30; ++i) {
            QVERIFY(i == 0 || (depth.bids[i].price < depth.bids[i - 1].price && depth.asks[i].price > depth.asks[i - 1].price));
            for (const DepthLevel &level : {depth.bids[i], depth.asks[i]}) {
                QVERIFY(level.quantity >= instrument.lotSize);
                QCOMPARE(level.price.raw() % instrument.tickSize.raw(), 0);
                QCOMPARE(level.quantity.raw() % instrument.lotSize.raw(), 0);
            }
        }
        sizes.insert(depth.bids[5].quantity.raw());
    }
    QVERIFY(sizes.size() > 10); // it lives
}

void TestSimulatedMarket::theBookIsEmptyWhileClosed()
{
    const auto market = indian();
    SimulatedMarket::Block cache;
    const Depth night = market->depth(0, monday + std::chrono::hours(14), 5, 20, cache);
    QVERIFY(night.bids.empty() && night.asks.empty());
    const auto index = InstrumentIndex(market->size() - 1);
    QVERIFY(market->instrument(index).kind == InstrumentKind::Index);
    const Depth ofIndex = market->depth(index, monday + std::chrono::hours(5), 5, 20, cache);
    QVERIFY(ofIndex.bids.empty() && ofIndex.asks.empty()); // cannot be traded
}

void TestSimulatedMarket::theFeedTellsTheBookOfWhatItSent()
{
    SimClock wall(monday);
    SimulatedFeed feed(crypto(), wall, monday);
    std::optional<Quote> last;
    QObject::connect(&feed, &MarketFeed::batchReady, &feed, [&](const MarketBatchPtr &batch) {
        for (const MarketEvent &event : *batch) {
            if (const auto *quote = std::get_if<Quote>(&event.payload); quote != nullptr && event.instrument == 0)
                last = *quote;
        }
    });
    feed.start();
    for (int i = 0; i < 20; ++i) {
        wall.advanceTo(wall.now() + std::chrono::milliseconds(150));
        feed.publishDue();
        const auto depth = feed.depth(0, 10);
        QVERIFY(depth.has_value());
        if (last)
            QVERIFY(depth->bids.front().price == last->bid);
    }
    QVERIFY(last.has_value());
}

QTEST_GUILESS_MAIN(TestSimulatedMarket)
#include "tst_simulatedmarket.moc"
