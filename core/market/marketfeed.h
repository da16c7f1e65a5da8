#pragma once

#include "core/domain/depth.h"
#include "core/market/marketevent.h"

#include <QObject>

namespace bellwether {

/// Health of a feed as lamps show it.
enum class FeedState { Stopped, Connecting, Live, Paused, Stale, Finished, Failed };

/// Where market data comes from: a venue's stream, a replay of stored bars, or the simulated market. Lives on its own
/// thread; commands are slots called queued, data leaves in batches.
class MarketFeed : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Bars of the instrument that closed at or before the moment the feed starts from, oldest first, at most
    /// `count`. Called before start(), on the feed's thread; what warms indicators and fills a fresh chart.
    virtual BarColumns history(InstrumentIndex instrument, Timeframe timeframe, std::size_t count) = 0;

    /// Asks for such bars while the feed runs, as of now; historyReady() follows, at once or when they have come. A feed that
    /// has to wait for them goes on meanwhile, and asks until it has them. On the feed's thread.
    virtual void requestHistory(InstrumentIndex instrument, Timeframe timeframe, std::size_t count)
    {
        Q_EMIT historyReady(instrument, timeframe, std::make_shared<const BarColumns>(history(instrument, timeframe, count)));
    }

    /// Whether speed, pause and step mean anything to it: not to the stream of a venue.
    virtual bool isSteerable() const { return false; }
    /// 1 is real time, 0 as fast as possible; on the feed's thread.
    virtual double speed() const { return 1; }

    /// The order book around the market as of the last event sent, at most `levels` a side; on the feed's thread. Nothing
    /// where the feed has no book.
    virtual std::optional<Depth> depth(InstrumentIndex, std::size_t) { return {}; }

    /// First and last moment of a finite feed; both invalid of others.
    virtual std::pair<Timestamp, Timestamp> span() const { return {}; }
    /// Where runTo() is going; invalid when it is not. On the feed's thread.
    virtual Timestamp target() const { return {}; }

public Q_SLOTS:
    virtual void start() = 0;
    virtual void stop() = 0;
    /// 1 is real time; 0 means as fast as the consumer takes it. Feeds of live venues ignore it.
    virtual void setSpeed(double) {}
    virtual void setPaused(bool) {}
    /// Emits the next group of events of one time stamp while paused.
    virtual void step() {}
    /// A finite feed goes on as fast as the consumer takes it, also while paused, until its next event is after `time`; then as
    /// before. A pause, or a new speed, on the way ends it.
    virtual void runTo(Timestamp) {}
    /// The consumer has processed everything up to this sequence: replays use it to stay a bounded distance ahead.
    virtual void acknowledge(quint64) {}

Q_SIGNALS:
    void batchReady(bellwether::MarketBatchPtr batch);
    void stateChanged(bellwether::FeedState state, const QString &detail);
    /// The answer to requestHistory(), on the feed's thread.
    void historyReady(bellwether::InstrumentIndex instrument, bellwether::Timeframe timeframe, const std::shared_ptr<const bellwether::BarColumns> &bars);
    /// Something that a trader should know of the feed's work, in one English line.
    void noted(const QString &text);
    /// After the last batch of a finite feed.
    void finished();
};

} // namespace bellwether
