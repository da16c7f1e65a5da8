#pragma once

#include "core/market/exchangecalendar.h"
#include "core/market/marketfeed.h"

#include <QElapsedTimer>
#include <QTimer>

namespace bellwether {

/// Stored bars of one instrument, in time order. The columns are shared, never changed.
struct ReplaySeries {
    InstrumentIndex instrument = 0;
    Timeframe timeframe = Timeframe::M1;
    std::shared_ptr<const BarColumns> bars;
    const ExchangeCalendar *calendar = nullptr; ///< for longer bars in history(); null is crypto
};

/// Plays stored bars as a market: merged by closing time, then instrument, then timeframe. Speed 1 is real time and 0 is
/// as fast as the consumer acknowledges; nights and holes in the data are skipped. Starts paused where setPaused(true)
/// came before start().
class ReplayFeed final : public MarketFeed {
    Q_OBJECT
public:
    /// Events that may be under way beyond the last acknowledged one at speed 0.
    static constexpr std::uint64_t window = 4'096;
    static constexpr std::size_t batchMax = 512;

    /// The first event is the first bar that closed after `start`; earlier ones are history.
    ReplayFeed(std::vector<ReplaySeries> series, Timestamp start, double speed = 1, QObject *parent = nullptr);

    BarColumns history(InstrumentIndex instrument, Timeframe timeframe, std::size_t count) override;
    bool isSteerable() const override { return true; }
    double speed() const override { return m_speed; }
    std::pair<Timestamp, Timestamp> span() const override;
    Timestamp target() const override { return m_target; }
    /// Before start(): goes on after a moment that a recovered run has already seen.
    void startAfter(Timestamp time);
    std::size_t remaining() const;

    void start() override;
    void stop() override;
    void setSpeed(double speed) override;
    void setPaused(bool isPaused) override;
    void step() override;
    void runTo(Timestamp time) override;
    void acknowledge(quint64 sequence) override;

private:
    struct Cursor {
        ReplaySeries series;
        std::size_t row = 0;
        bool isAtEnd() const { return row >= series.bars->size(); }
        Timestamp time() const { return series.bars->closeTime[row]; }
    };
    Cursor *next();
    void take(Cursor &cursor, MarketBatch &batch);
    void send(MarketBatch &&batch);
    void pump();
    bool pumpOnce();
    void pace();
    bool isUnpaced() const { return m_speed == 0 || m_target.isValid(); }
    void endRun();
    void rebase(Timestamp time);

    std::vector<Cursor> m_cursors; ///< by instrument, then timeframe
    Timestamp m_start;
    Timestamp m_target; ///< runs there as fast as acknowledged; invalid when it does not
    double m_speed = 1;
    bool m_isRunning = false;
    bool m_isPaused = false;
    bool m_isPumping = false;
    std::uint64_t m_sent = 0;
    std::uint64_t m_acknowledged = 0;
    Timestamp m_lastTime;
    QTimer m_timer;
    QElapsedTimer m_elapsed;
    Timestamp m_base; ///< data time at which m_elapsed was started
};

} // namespace bellwether
