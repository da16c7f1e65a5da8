#pragma once

#include "core/base/clock.h"
#include "core/market/marketfeed.h"
#include "core/sim/simulatedmarket.h"

#include <QTimer>

namespace bellwether {

struct SimulatedFeedSettings {
    int ticksPerSecond = 5;             ///< per symbol, 1…1,000; two of five are prints, the others quotes
    std::chrono::milliseconds interval{50}; ///< between batches
};

/// The simulated market as a feed. It has a time of its own: the start plus the wall time since, times the speed, read
/// by the desk through clock(). At another speed than 1 the hours without any session are skipped. Speed 0 is as fast as
/// the consumer acknowledges.
class SimulatedFeed final : public MarketFeed {
    Q_OBJECT
public:
    /// At speed 0, events that may be under way beyond the last acknowledged one.
    static constexpr std::uint64_t window = 16'384;
    static constexpr std::size_t batchMax = 4'096;
    /// A wall clock further ahead than this (a suspended machine) is caught up with without the ticks between.
    static constexpr auto catchUpMax = std::chrono::minutes(5);

    /// The catalogue of its events is simulatedInstruments(*market). `wall` outlives the feed.
    SimulatedFeed(SimulatedMarketPtr market, const Clock &wall, Timestamp start, SimulatedFeedSettings settings = {},
                  QObject *parent = nullptr);

    /// The desk's time; readable from any thread, lives as long as the feed.
    const SimClock &clock() const { return m_clock; }
    BarColumns history(InstrumentIndex instrument, Timeframe timeframe, std::size_t count) override;
    bool isSteerable() const override { return true; }
    double speed() const override { return m_speed; }
    std::optional<Depth> depth(InstrumentIndex instrument, std::size_t levels) override;

    void start() override;
    void stop() override;
    void setSpeed(double speed) override;
    void setPaused(bool isPaused) override;
    void step() override;
    void acknowledge(quint64 sequence) override;
    /// Publishes what is due by the wall clock; the timer's work, callable by tests.
    void publishDue();

private:
    Timestamp virtualNow() const;
    void rebase();
    bool generateSecond();
    void skipClosedTime();
    bool isAnyOpen(Timestamp time) const;
    void sendUpTo(Timestamp time);
    void publishMax();

    SimulatedMarketPtr m_market;
    const Clock &m_wall;
    SimulatedFeedSettings m_settings;
    SimClock m_clock;
    std::vector<SimulatedMarket::Block> m_blocks; ///< one per symbol
    MarketBatch m_pending;                        ///< generated, in order, from m_pendingFrom on
    std::size_t m_pendingFrom = 0;
    Timestamp m_start;
    Timestamp m_generatedTo; ///< whole second up to which events have been generated
    Timestamp m_baseVirtual;
    Timestamp m_baseWall;
    double m_speed = 1;
    bool m_isRunning = false;
    bool m_isPaused = false;
    bool m_isPublishing = false;
    std::uint64_t m_sent = 0;
    std::uint64_t m_acknowledged = 0;
    QTimer m_timer;
};

} // namespace bellwether
