#include "core/engine/feedhost.h"
#include "tests/support/builders.h"

#include <QTest>

#include <mutex>

using namespace bellwether;
using namespace bellwether::test;

namespace {

constexpr InstrumentIndex shareIndex = 1; // of aCatalogue()
const Timestamp opening = utcMidnight(2026, 11, 2);

/// Sends what it is told to, and has a book where it is told to have one.
class ScriptedFeed final : public MarketFeed {
public:
    explicit ScriptedFeed(bool hasBook) : m_hasBook(hasBook) {}
    BarColumns history(InstrumentIndex, Timeframe, std::size_t) override { return {}; }
    void requestHistory(InstrumentIndex instrument, Timeframe timeframe, std::size_t) override { wanted = {instrument, timeframe}; } // and answers later
    void answer()
    {
        auto bars = std::make_shared<BarColumns>();
        for (int hour = 1; hour <= 3; ++hour) {
            const Timestamp close = opening - std::chrono::hours(4 - hour);
            bars->append(Bar{close, price(u"99"), price(u"101"), price(u"98"), price(u"100"), 10});
        }
        Q_EMIT historyReady(wanted.instrument, wanted.timeframe, bars);
    }
    std::optional<Depth> depth(InstrumentIndex instrument, std::size_t levels) override
    {
        if (!m_hasBook || instrument != shareIndex || levels == 0)
            return {};
        return Depth{opening, {{price(u"99.95"), quantity(u"10")}}, {{price(u"100.05"), quantity(u"20")}}};
    }
    void start() override {}
    void stop() override {}
    void send(InstrumentIndex instrument, int minute, const char16_t *at)
    {
        const Timestamp time = opening + std::chrono::minutes(minute);
        auto batch = std::make_shared<MarketBatch>();
        batch->push_back({++m_sent, instrument, time, TapeTrade{time, price(at), quantity(u"5"), m_sent, Side::Sell}});
        Q_EMIT batchReady(std::move(batch));
    }

    SeriesKey wanted;

private:
    bool m_hasBook;
    std::uint64_t m_sent = 0;
};

/// A host over a scripted feed, and the books that it told.
struct Bed {
    explicit Bed(bool hasBook)
    {
        auto made = std::make_unique<ScriptedFeed>(hasBook);
        feed = made.get();
        const CataloguePtr catalogue = aCatalogue();
        host = std::make_unique<FeedHost>(std::move(made), std::make_unique<MarketHub>(catalogue, std::vector<SeriesKey>()), catalogue, nullptr);
        FeedHost::Sinks sinks;
        sinks.batch = [](const MarketBatchPtr &) {};
        sinks.finished = [] {};
        sinks.chart = [this](ChartUpdatePtr update) {
            const std::scoped_lock lock(mutex);
            if (update->history)
                histories.push_back(update->history->size());
        };
        sinks.depth = [this](DepthUpdatePtr update) {
            const std::scoped_lock lock(mutex);
            books.push_back(std::move(update));
        };
        host->setSinks(std::move(sinks));
        host->start();
    }
    std::size_t count()
    {
        const std::scoped_lock lock(mutex);
        return books.size();
    }
    DepthUpdatePtr last()
    {
        const std::scoped_lock lock(mutex);
        return books.empty() ? nullptr : books.back();
    }
    void send(InstrumentIndex instrument, int minute, const char16_t *at)
    {
        QMetaObject::invokeMethod(feed, [=, this] { feed->send(instrument, minute, at); }, Qt::BlockingQueuedConnection);
    }

    ScriptedFeed *feed = nullptr;
    std::mutex mutex;
    std::vector<std::size_t> chartSizes()
    {
        const std::scoped_lock lock(mutex);
        return histories;
    }
    std::vector<DepthUpdatePtr> books; ///< guarded by mutex
    std::vector<std::size_t> histories; ///< of charts; guarded by mutex
    std::unique_ptr<FeedHost> host;
};

} // namespace

class TestFeedHost : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theBook_isToldAtOnceAndThenInTime_untilNobodyLooks()
    {
        Bed bed(true);
        bed.host->subscribeDepth(shareIndex);
        QTRY_VERIFY(bed.last());
        QVERIFY(bed.last()->isAvailable);
        QVERIFY(bed.last()->instrument == aCatalogue()->at(shareIndex).id);
        QVERIFY(bed.last()->depth.bids.front().price == price(u"99.95"));
        QVERIFY(!bed.last()->lastTrade);
        bed.send(shareIndex, 1, u"100.05");
        bed.send(0, 1, u"7"); // another instrument's print is none of ours
        QTRY_VERIFY(bed.last()->lastTrade.has_value());
        QVERIFY(bed.last()->lastTrade->price == price(u"100.05"));
        const std::size_t before = bed.count();
        QTRY_VERIFY(bed.count() >= before + 2); // by itself, ten times a second
        bed.host->unsubscribeDepth(shareIndex);
        bed.send(shareIndex, 2, u"100.10"); // has been through the queue: so has the end of the subscription
        const std::size_t after = bed.count();
        QTest::qWait(250);
        QCOMPARE(bed.count(), after);
    }

    void aFeedWithoutABook_saysSo()
    {
        Bed bed(false);
        bed.host->subscribeDepth(shareIndex);
        QTRY_VERIFY(bed.last());
        QVERIFY(!bed.last()->isAvailable);
        QVERIFY(bed.last()->depth.bids.empty() && bed.last()->depth.asks.empty());
    }

    void aChart_isThereAtOnceAndGetsItsPastWhenThatHasCome()
    {
        Bed bed(false);
        bed.host->subscribeChart(shareIndex, Timeframe::H1);
        QTRY_COMPARE(bed.chartSizes(), std::vector<std::size_t>{0});
        bed.send(shareIndex, 1, u"100.05"); // nothing waits for the past
        QMetaObject::invokeMethod(bed.feed, [&] { bed.feed->answer(); }, Qt::BlockingQueuedConnection);
        QTRY_COMPARE(bed.chartSizes(), (std::vector<std::size_t>{0, 3}));
    }

    void history_isReadAsFarAsItWasPassedOn()
    {
        Bed bed(true);
        for (int minute = 0; minute < 4; ++minute)
            bed.send(shareIndex, minute, u"100.05");
        std::atomic<int> bars = -1;
        bed.host->readHistory(shareIndex, {Timeframe::M1}, [&bars](const FeedHost::SeriesMap &kept) { bars = int(kept.at(Timeframe::M1)->size()); });
        QTRY_COMPARE(bars.load(), 3); // the fourth minute is in progress
        bed.host->readHistory(shareIndex, {Timeframe::H1}, [&bars](const FeedHost::SeriesMap &kept) { bars = kept.at(Timeframe::H1) ? 0 : 100; });
        QTRY_COMPARE(bars.load(), 100); // nobody keeps hours
    }
};

QTEST_GUILESS_MAIN(TestFeedHost)
#include "tst_feedhost.moc"
