#include "core/sim/simulatedfeed.h"

#include "core/base/log.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr auto oneSecond = std::chrono::seconds(1);

} // namespace

SimulatedFeed::SimulatedFeed(SimulatedMarketPtr market, const Clock &wall, Timestamp start, SimulatedFeedSettings settings,
                             QObject *parent)
    : MarketFeed(parent), m_market(std::move(market)), m_wall(wall), m_settings(settings), m_clock(start),
      m_blocks(m_market->size()), m_start(start), m_generatedTo(Timestamp::fromSeconds(start.seconds())),
      m_baseVirtual(start), m_baseWall(wall.now()), m_timer(this)
{
    m_settings.ticksPerSecond = std::clamp(m_settings.ticksPerSecond, 1, 1'000);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &SimulatedFeed::publishDue);
}

BarColumns SimulatedFeed::history(InstrumentIndex instrument, Timeframe timeframe, std::size_t count)
{
    return m_market->bars(instrument, timeframe, m_start, count);
}

std::optional<Depth> SimulatedFeed::depth(InstrumentIndex instrument, std::size_t levels)
{
    return m_market->depth(instrument, m_clock.now(), m_settings.ticksPerSecond, levels, m_blocks[instrument]);
}

Timestamp SimulatedFeed::virtualNow() const
{
    if (m_isPaused || m_speed == 0)
        return m_baseVirtual;
    const double elapsed = double((m_wall.now() - m_baseWall).count());
    return m_baseVirtual + Duration(std::int64_t(std::max(0.0, elapsed) * m_speed));
}

void SimulatedFeed::rebase()
{
    m_baseVirtual = virtualNow();
    m_baseWall = m_wall.now();
}

void SimulatedFeed::start()
{
    if (m_isRunning)
        return;
    m_isRunning = true;
    m_baseWall = m_wall.now();
    // The minute under way is given whole, so that its bar equals the one that history will tell.
    m_generatedTo = Timestamp::fromSeconds(Timestamp::floorDiv(m_start.seconds(), 60) * 60);
    m_timer.start(m_settings.interval);
    Q_EMIT stateChanged(m_isPaused ? FeedState::Paused : FeedState::Live, u"simulated market, seed %1"_s.arg(m_market->seed()));
    publishDue();
}

void SimulatedFeed::stop()
{
    m_timer.stop();
    if (!m_isRunning)
        return;
    m_isRunning = false;
    Q_EMIT stateChanged(FeedState::Stopped, {});
}

void SimulatedFeed::setSpeed(double speed)
{
    if (!std::isfinite(speed) || speed < 0)
        return;
    rebase();
    m_speed = std::min(speed, 3'600.0);
    publishDue();
}

void SimulatedFeed::setPaused(bool isPaused)
{
    if (m_isPaused == isPaused)
        return;
    rebase();
    m_isPaused = isPaused;
    if (m_isRunning)
        Q_EMIT stateChanged(isPaused ? FeedState::Paused : FeedState::Live, {});
    publishDue();
}

void SimulatedFeed::step()
{
    if (!m_isRunning || !m_isPaused)
        return;
    if (m_pendingFrom == m_pending.size()) {
        skipClosedTime();
        for (int second = 0; second < 60 && m_pendingFrom == m_pending.size(); ++second)
            generateSecond();
    }
    if (m_pendingFrom == m_pending.size())
        return;
    m_baseVirtual = std::max(m_baseVirtual, m_pending[m_pendingFrom].time);
    sendUpTo(m_pending[m_pendingFrom].time);
}

void SimulatedFeed::acknowledge(quint64 sequence)
{
    m_acknowledged = std::max<std::uint64_t>(m_acknowledged, sequence);
    if (m_speed == 0)
        publishDue();
}

void SimulatedFeed::publishDue()
{
    if (!m_isRunning || m_isPaused || m_isPublishing)
        return;
    m_isPublishing = true;
    if (m_speed == 0) {
        publishMax();
    } else {
        Timestamp now = virtualNow();
        if (now - m_generatedTo > catchUpMax + oneSecond * std::int64_t(m_speed)) {
            qCInfo(logFeed) << "simulated market: time went on by" << (now - m_generatedTo) / oneSecond << "s, ticks between are left out";
            m_pending.clear();
            m_pendingFrom = 0;
            m_generatedTo = Timestamp::fromSeconds(Timestamp::floorDiv(now.seconds(), 60) * 60);
        }
        while (m_generatedTo <= now) {
            if (m_speed != 1) {
                skipClosedTime();
                now = std::max(now, virtualNow());
            }
            generateSecond();
        }
        sendUpTo(now);
    }
    m_isPublishing = false;
}

void SimulatedFeed::publishMax()
{
    while (m_isRunning && !m_isPaused && m_speed == 0 && m_sent < m_acknowledged + window) {
        skipClosedTime();
        if (!generateSecond())
            return; // no session is left in the calendars
        m_baseVirtual = std::max(m_baseVirtual, m_generatedTo);
        sendUpTo(m_generatedTo);
    }
}

bool SimulatedFeed::isAnyOpen(Timestamp time) const
{
    for (InstrumentIndex index = 0; index < m_market->size(); ++index) {
        if (m_market->calendar(index).isAlwaysOpen() || m_market->calendar(index).isOpen(time))
            return true;
    }
    return false;
}

// Moves time to the next opening where every exchange is closed.
void SimulatedFeed::skipClosedTime()
{
    if (isAnyOpen(m_generatedTo))
        return;
    std::optional<Timestamp> opening;
    for (InstrumentIndex index = 0; index < m_market->size(); ++index) {
        const auto session = m_market->calendar(index).sessionAtOrAfter(m_generatedTo);
        if (session && (!opening || session->open < *opening))
            opening = session->open;
    }
    if (!opening)
        return;
    m_generatedTo = std::max(m_generatedTo, *opening);
    m_baseVirtual = std::max(virtualNow(), m_generatedTo);
    m_baseWall = m_wall.now();
}

/// Generates the second at m_generatedTo. False where no exchange is open then.
bool SimulatedFeed::generateSecond()
{
    m_pending.erase(m_pending.begin(), m_pending.begin() + std::ptrdiff_t(m_pendingFrom));
    m_pendingFrom = 0;
    const std::size_t before = m_pending.size();
    for (InstrumentIndex index = 0; index < m_market->size(); ++index)
        m_market->appendSecond(index, m_generatedTo, m_settings.ticksPerSecond, m_blocks[index], m_pending);
    std::stable_sort(m_pending.begin() + std::ptrdiff_t(before), m_pending.end(),
                     [](const MarketEvent &a, const MarketEvent &b) { return a.time < b.time; });
    m_generatedTo = m_generatedTo + oneSecond;
    return m_pending.size() > before;
}

void SimulatedFeed::sendUpTo(Timestamp time)
{
    m_clock.advanceTo(time);
    while (m_pendingFrom < m_pending.size() && m_pending[m_pendingFrom].time <= time) {
        auto batch = std::make_shared<MarketBatch>();
        while (m_pendingFrom < m_pending.size() && m_pending[m_pendingFrom].time <= time && batch->size() < batchMax) {
            batch->push_back(m_pending[m_pendingFrom++]);
            batch->back().sequence = ++m_sent;
        }
        Q_EMIT batchReady(std::move(batch));
    }
}

} // namespace bellwether
