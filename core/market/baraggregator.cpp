#include "core/market/baraggregator.h"

namespace bellwether {

namespace {

constexpr Duration oneTick{1};

// 1970-01-01 was a Thursday, so Monday-based weeks start on days ≡ 4 mod 7.
std::int64_t mondayOf(std::int64_t localDay) { return Timestamp::floorDiv(localDay + 3, 7) * 7 - 3; }

// First open and last close of the local days [first, last]; none where all of them are closed.
std::optional<Bucket> tradingSpan(const ExchangeCalendar &calendar, std::int64_t first, std::int64_t last)
{
    std::optional<Bucket> span;
    for (std::int64_t day = first; day <= last; ++day) {
        const std::vector<Session> sessions = calendar.sessionsOn(day);
        if (sessions.empty())
            continue;
        if (!span)
            span = Bucket{sessions.front().open, sessions.back().close};
        span->end = sessions.back().close;
    }
    return span;
}

} // namespace

std::optional<Bucket> bucketAt(Timestamp time, Timeframe timeframe, const ExchangeCalendar &calendar)
{
    const auto session = calendar.sessionAt(time);
    if (!session)
        return std::nullopt;
    if (isIntraday(timeframe)) {
        const Duration length = durationOf(timeframe);
        const Timestamp start = session->open + (time - session->open) / length * length;
        return Bucket{start, std::min(start + length, session->close)};
    }
    const std::int64_t day = calendar.localDay(time);
    if (timeframe == Timeframe::D1)
        return tradingSpan(calendar, day, day);
    return tradingSpan(calendar, mondayOf(day), mondayOf(day) + 6);
}

ClosedBars BarAggregator::push(const Bar &minute)
{
    ClosedBars closed;
    if (m_lastTaken.isValid() && minute.closeTime <= m_lastTaken)
        return closed;
    m_lastTaken = minute.closeTime;
    // The bar covers the time up to its stamp, so the moment just before the stamp says where it belongs.
    const Timestamp inside = minute.closeTime - oneTick;
    if (m_hasBar && inside >= m_bucket.end) {
        closed.add(m_bar);
        m_hasBar = false;
    }
    const bool isInBucket = inside >= m_bucket.start && inside < m_bucket.end;
    if (!isInBucket || (!isIntraday(m_timeframe) && !m_calendar->isAlwaysOpen() && !m_calendar->isOpen(inside))) {
        const auto bucket = bucketAt(inside, m_timeframe, *m_calendar);
        if (!bucket)
            return closed;
        m_bucket = *bucket;
    }
    if (m_hasBar) {
        m_bar.high = std::max(m_bar.high, minute.high);
        m_bar.low = std::min(m_bar.low, minute.low);
        m_bar.close = minute.close;
        m_bar.volume += minute.volume;
    } else {
        m_bar = minute;
        m_bar.closeTime = m_bucket.end;
        m_hasBar = true;
    }
    if (minute.closeTime >= m_bucket.end) {
        closed.add(m_bar);
        m_hasBar = false;
    }
    return closed;
}

std::optional<Bar> BarAggregator::flush(Timestamp now)
{
    if (!m_hasBar || now < m_bucket.end)
        return std::nullopt;
    m_hasBar = false;
    return m_bar;
}

BarColumns aggregate(const BarColumns &minutes, Timeframe timeframe, const ExchangeCalendar &calendar)
{
    BarColumns bars;
    Bucket bucket;
    BarPoint bar;
    bool hasBar = false;
    Timestamp lastTaken;
    const bool needsSessionCheck = !isIntraday(timeframe) && !calendar.isAlwaysOpen();
    for (std::size_t row = 0; row < minutes.size(); ++row) {
        const Timestamp closeTime = minutes.closeTime[row];
        if (lastTaken.isValid() && closeTime <= lastTaken)
            continue;
        lastTaken = closeTime;
        const Timestamp inside = closeTime - oneTick;
        if (hasBar && inside >= bucket.end) {
            bars.append(bar);
            hasBar = false;
        }
        if (inside < bucket.start || inside >= bucket.end || (needsSessionCheck && !calendar.isOpen(inside))) {
            const auto next = bucketAt(inside, timeframe, calendar);
            if (!next)
                continue;
            bucket = *next;
        }
        if (hasBar) {
            bar.high = std::max(bar.high, minutes.high[row]);
            bar.low = std::min(bar.low, minutes.low[row]);
            bar.close = minutes.close[row];
            bar.volume += minutes.volume[row];
        } else {
            bar = minutes.point(row);
            bar.closeTime = bucket.end;
            hasBar = true;
        }
        if (closeTime >= bucket.end) {
            bars.append(bar);
            hasBar = false;
        }
    }
    if (hasBar)
        bars.append(bar);
    return bars;
}

} // namespace bellwether
