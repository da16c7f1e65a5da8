#pragma once

#include "core/base/clock.h"
#include "core/desk/depthupdate.h"
#include "core/desk/desksnapshot.h"
#include "core/market/marketfeed.h"
#include "core/market/markethub.h"

#include <QThread>
#include <QTimer>

#include <atomic>
#include <deque>
#include <set>

namespace bellwether {

/// Owns the thread of a feed and the hub that makes its bars. What leaves are batches for strategies and engine, and
/// chart updates ten times a second.
class FeedHost {
public:
    struct Sinks {
        std::function<void(MarketBatchPtr)> batch;    ///< called on the feed's thread, in order
        std::function<void()> finished;               ///< after the last batch of a finite feed
        std::function<void(ChartUpdatePtr)> chart;
        std::function<void(DepthUpdatePtr)> depth = [](const DepthUpdatePtr &) {};
        std::function<void(const QString &)> noted = [](const QString &) {}; ///< what the feed has to say, on its thread
    };

    /// `clock` is the feed's own time, by which bars without prints close; null where the events give the time.
    FeedHost(std::unique_ptr<MarketFeed> feed, std::unique_ptr<MarketHub> hub, CataloguePtr catalogue, const Clock *clock);
    ~FeedHost();
    Q_DISABLE_COPY_MOVE(FeedHost)

    void setSinks(Sinks sinks) { m_sinks = std::move(sinks); }
    void start();
    /// Stops the feed and joins its thread; nothing reaches the sinks after it returns.
    void stop();

    // Any thread, queued.
    void setSpeed(double speed);
    void setPaused(bool isPaused);
    void step();
    void runTo(Timestamp time);
    void acknowledge(std::uint64_t sequence);
    void subscribeChart(InstrumentIndex instrument, Timeframe timeframe);
    void unsubscribeChart(InstrumentIndex instrument, Timeframe timeframe);
    void subscribeDepth(InstrumentIndex instrument);
    void unsubscribeDepth(InstrumentIndex instrument);
    /// Gives the closed bars of series that strategies run on; null where the hub keeps none. On the feed's thread, so that
    /// what closes after them has not been passed on yet, and not at all once it has stopped.
    using SeriesMap = std::map<Timeframe, std::shared_ptr<const BarColumns>>;
    void readHistory(InstrumentIndex instrument, std::set<Timeframe> timeframes, std::function<void(SeriesMap)> then);

    FeedState state() const { return FeedState(m_state.load()); }
    bool isSteerable() const { return m_isSteerable; }
    double speed() const { return m_speed.load(); }
    /// First and last moment of a finite feed; invalid of others.
    std::pair<Timestamp, Timestamp> span() const { return m_span; }
    /// Where runTo() is going; invalid when it is not.
    Timestamp target() const { return Timestamp::fromNs(m_targetNs.load()); }
    Timestamp lastEventAt() const { return Timestamp::fromNs(m_lastEventNs.load()); }

private:
    struct Chart {
        InstrumentIndex instrument = 0;
        Timeframe timeframe = Timeframe::M1;
        Timestamp sentUpTo;          ///< close time of the last bar sent
        bool needsHistory = true;
    };
    struct Book {
        InstrumentIndex instrument = 0;
        std::optional<TapeTrade> lastTrade;
    };
    void onBatch(const MarketBatch &raw);
    void onHistory(SeriesKey key, const BarColumns &older);
    void passOn(MarketBatchPtr enriched);
    void passAcknowledgement();
    void tick();
    void sendChart(Chart &chart);
    void sendBook(const Book &book);

    std::unique_ptr<MarketFeed> m_feed;
    std::unique_ptr<MarketHub> m_hub;
    CataloguePtr m_catalogue;
    const Clock *m_clock;
    Sinks m_sinks;
    // On the feed's thread:
    std::vector<Chart> m_charts;
    std::vector<Book> m_books;
    std::unique_ptr<QTimer> m_timer;
    std::deque<std::pair<std::uint64_t, std::uint64_t>> m_sent; ///< last sequence of a batch, and of the raw one it came from
    const bool m_isSteerable;
    const std::pair<Timestamp, Timestamp> m_span;
    std::atomic<double> m_speed;
    std::atomic<int> m_state = int(FeedState::Stopped);
    std::atomic<std::int64_t> m_lastEventNs = 0;
    std::atomic<std::int64_t> m_targetNs = 0;
    std::atomic<std::uint64_t> m_acknowledged = 0;
    std::atomic<bool> m_isAcknowledging = false;
    QThread m_thread;
};

} // namespace bellwether
