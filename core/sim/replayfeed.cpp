#include "core/sim/replayfeed.h"

#include "core/market/baraggregator.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr auto gapWallTime = std::chrono::seconds(10);
constexpr double speedMax = 1e6;

} // namespace

ReplayFeed::ReplayFeed(std::vector<ReplaySeries> series, Timestamp start, double speed, QObject *parent)
    : MarketFeed(parent), m_start(start), m_speed(std::clamp(speed, 0.0, speedMax)), m_timer(this)
{
    for (ReplaySeries &one : series) {
        if (!one.bars)
            one.bars = std::make_shared<const BarColumns>();
        m_cursors.push_back({std::move(one)});
    }
    std::stable_sort(m_cursors.begin(), m_cursors.end(), [](const Cursor &a, const Cursor &b) {
        return std::pair(a.series.instrument, a.series.timeframe) < std::pair(b.series.instrument, b.series.timeframe);
    });
    startAfter(start);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &ReplayFeed::pump);
}

void ReplayFeed::startAfter(Timestamp time)
{
    for (Cursor &cursor : m_cursors) {
        const auto &times = cursor.series.bars->closeTime;
        cursor.row = std::size_t(std::upper_bound(times.begin(), times.end(), time) - times.begin());
    }
    m_lastTime = time;
}

std::size_t ReplayFeed::remaining() const
{
    std::size_t rows = 0;
    for (const Cursor &cursor : m_cursors)
        rows += cursor.series.bars->size() - cursor.row;
    return rows;
}

std::pair<Timestamp, Timestamp> ReplayFeed::span() const
{
    std::pair<Timestamp, Timestamp> span;
    for (const Cursor &cursor : m_cursors) {
        const auto &times = cursor.series.bars->closeTime;
        if (times.empty() || times.back() <= m_start)
            continue;
        const Timestamp first = *std::upper_bound(times.begin(), times.end(), m_start);
        span.first = span.first.isValid() ? std::min(span.first, first) : first;
        span.second = std::max(span.second, times.back());
    }
    return span;
}

BarColumns ReplayFeed::history(InstrumentIndex instrument, Timeframe timeframe, std::size_t count)
{
    // The series of that timeframe, else the longest shorter one, from which the bars are made.
    const Cursor *source = nullptr;
    for (const Cursor &cursor : m_cursors) {
        if (cursor.series.instrument == instrument && cursor.series.timeframe <= timeframe)
            source = &cursor;
    }
    BarColumns result;
    if (!source)
        return result;
    const BarColumns &bars = *source->series.bars;
    const auto last = std::size_t(std::upper_bound(bars.closeTime.begin(), bars.closeTime.end(), m_start) - bars.closeTime.begin());
    if (source->series.timeframe == timeframe) {
        result.append(bars, last - std::min(last, count), last);
        return result;
    }
    const auto ratio = std::size_t(durationOf(timeframe) / durationOf(source->series.timeframe));
    BarColumns shorter;
    shorter.append(bars, last - std::min(last, (count + 1) * ratio), last);
    const auto &calendar = source->series.calendar ? *source->series.calendar : ExchangeCalendar::crypto();
    const BarColumns longer = aggregate(shorter, timeframe, calendar);
    const std::size_t whole = longer.rowsBetween(Timestamp::fromNs(std::numeric_limits<std::int64_t>::min()), m_start).second;
    result.append(longer, whole - std::min(whole, count), whole);
    return result;
}

ReplayFeed::Cursor *ReplayFeed::next()
{
    Cursor *first = nullptr;
    for (Cursor &cursor : m_cursors) {
        if (!cursor.isAtEnd() && (!first || cursor.time() < first->time()))
            first = &cursor;
    }
    return first;
}

void ReplayFeed::take(Cursor &cursor, MarketBatch &batch)
{
    m_lastTime = cursor.time();
    batch.push_back({++m_sent, cursor.series.instrument, m_lastTime, TimedBar{cursor.series.timeframe, cursor.series.bars->bar(cursor.row)}});
    ++cursor.row;
}

void ReplayFeed::send(MarketBatch &&batch)
{
    if (!batch.empty())
        Q_EMIT batchReady(std::make_shared<const MarketBatch>(std::move(batch)));
}

void ReplayFeed::start()
{
    if (m_isRunning)
        return;
    m_isRunning = true;
    if (const Cursor *first = next())
        rebase(first->time());
    Q_EMIT stateChanged(m_isPaused ? FeedState::Paused : FeedState::Live, u"%1 bars to replay"_s.arg(remaining()));
    pump();
}

void ReplayFeed::stop()
{
    m_timer.stop();
    if (!m_isRunning)
        return;
    m_isRunning = false;
    Q_EMIT stateChanged(FeedState::Stopped, {});
}

void ReplayFeed::rebase(Timestamp time)
{
    m_base = time;
    m_elapsed.start();
}

void ReplayFeed::setSpeed(double speed)
{
    if (!std::isfinite(speed) || speed < 0)
        return;
    m_speed = std::min(speed, speedMax);
    m_target = {};
    rebase(m_lastTime);
    pump();
}

void ReplayFeed::setPaused(bool isPaused)
{
    const bool wasRunning = std::exchange(m_target, {}).isValid();
    if (m_isPaused == isPaused && !wasRunning)
        return;
    m_isPaused = isPaused;
    rebase(m_lastTime);
    if (!m_isRunning)
        return;
    Q_EMIT stateChanged(isPaused ? FeedState::Paused : FeedState::Live, {});
    pump();
}

void ReplayFeed::step()
{
    if (!m_isRunning || !m_isPaused || m_target.isValid())
        return;
    MarketBatch batch;
    const Cursor *first = next();
    const Timestamp moment = first ? first->time() : Timestamp();
    for (Cursor *cursor = next(); cursor && cursor->time() == moment; cursor = next())
        take(*cursor, batch);
    send(std::move(batch));
    pump();
}

void ReplayFeed::runTo(Timestamp time)
{
    if (!m_isRunning || time <= m_lastTime)
        return;
    m_target = time;
    Q_EMIT stateChanged(FeedState::Live, u"to %1"_s.arg(toIsoString(time)));
    pump();
}

// Goes on from there as before.
void ReplayFeed::endRun()
{
    m_target = {};
    rebase(m_lastTime);
    if (m_isPaused)
        Q_EMIT stateChanged(FeedState::Paused, {});
}

void ReplayFeed::acknowledge(quint64 sequence)
{
    m_acknowledged = std::max<std::uint64_t>(m_acknowledged, sequence);
    if (isUnpaced())
        pump();
}

// A consumer that acknowledges from inside batchReady() comes back here; the loop that runs already goes on for it.
void ReplayFeed::pump()
{
    if (m_isPumping)
        return;
    m_isPumping = true;
    while (pumpOnce()) { }
    m_isPumping = false;
}

bool ReplayFeed::pumpOnce()
{
    if (!m_isRunning)
        return false;
    if (!next()) {
        m_timer.stop();
        m_isRunning = false;
        m_target = {};
        Q_EMIT stateChanged(FeedState::Finished, u"the replay has ended"_s);
        Q_EMIT finished();
        return false;
    }
    if (m_target.isValid() && next()->time() > m_target)
        endRun();
    if (m_isPaused && !m_target.isValid()) {
        m_timer.stop();
        return false;
    }
    MarketBatch batch;
    if (isUnpaced()) {
        m_timer.stop();
        const std::uint64_t allowed = std::min<std::uint64_t>(batchMax, m_acknowledged + window - std::min(m_sent, m_acknowledged + window));
        batch.reserve(allowed);
        for (Cursor *cursor = next(); cursor && batch.size() < allowed && !(m_target.isValid() && cursor->time() > m_target); cursor = next())
            take(*cursor, batch);
        const bool hasSent = !batch.empty();
        send(std::move(batch));
        return hasSent;
    }
    const auto elapsed = double(m_elapsed.nsecsElapsed());
    const Timestamp due = m_base + Duration(std::int64_t(std::min(elapsed * m_speed, 9e18)));
    for (Cursor *cursor = next(); cursor && cursor->time() <= due && batch.size() < batchMax; cursor = next())
        take(*cursor, batch);
    const bool isFull = batch.size() == batchMax;
    send(std::move(batch));
    if (isFull || !next())
        return true;
    pace();
    return false;
}

void ReplayFeed::pace()
{
    const Cursor *cursor = next();
    const Duration gap = cursor->time() - m_lastTime;
    const Duration longest = std::max<Duration>(Duration(std::int64_t(double(Duration(gapWallTime).count()) * m_speed)),
                                                2 * durationOf(cursor->series.timeframe));
    if (gap > longest) {
        // A night or a hole: the next bar comes as if it followed by its own length.
        rebase(cursor->time() - durationOf(cursor->series.timeframe));
        m_lastTime = cursor->time() - durationOf(cursor->series.timeframe);
    }
    const double waitMs = (double((cursor->time() - m_base).count()) / m_speed - double(m_elapsed.nsecsElapsed())) / 1e6;
    m_timer.setSingleShot(true);
    m_timer.start(int(std::clamp(waitMs, 1.0, 60'000.0)));
}

} // namespace bellwether
