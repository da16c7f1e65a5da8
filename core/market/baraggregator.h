#pragma once

#include "core/domain/bar.h"
#include "core/market/exchangecalendar.h"

#include <array>

namespace bellwether {

/// The interval that one bar of a timeframe covers: [start, end).
struct Bucket {
    Timestamp start;
    Timestamp end;
    bool operator==(const Bucket &) const = default;
};

/// The bucket that holds `time`; none while the exchange is closed. Intraday buckets count from the session's open and
/// end at its close at the latest (NSE: 15m from 09:15, the last hour of the day is 15:15–15:30; crypto: UTC). A day is
/// first open to last close of the local day, a week Monday's first open to the week's last close.
std::optional<Bucket> bucketAt(Timestamp time, Timeframe timeframe, const ExchangeCalendar &calendar);

/// The bars that one step closed: none, one, or two where a bucket whose last minute is missing is followed by a bar
/// that completes the next bucket at once. Oldest first.
class ClosedBars {
public:
    const Bar *begin() const { return m_bars.data(); }
    const Bar *end() const { return m_bars.data() + m_count; }
    std::size_t size() const { return m_count; }
    bool isEmpty() const { return m_count == 0; }
    const Bar &operator[](std::size_t i) const { return m_bars[i]; }
    void add(const Bar &bar) { m_bars[m_count++] = bar; }

private:
    std::array<Bar, 2> m_bars;
    std::size_t m_count = 0;
};

/// Builds 5m … 1w bars from closed shorter bars, one at a time, in time order. A bucket without any minute gives no
/// bar; one with some gives a bar of those. Bars outside the sessions (pre-open match, official close) are left out.
/// A bar is stamped with the end of its bucket and closes with the bucket's last minute, or when a later bar or
/// flush() shows that this minute never came. An input at or before the last one taken is ignored.
class BarAggregator {
public:
    /// `calendar` outlives the aggregator.
    BarAggregator(Timeframe timeframe, const ExchangeCalendar &calendar) : m_timeframe(timeframe), m_calendar(&calendar) {}

    ClosedBars push(const Bar &minute);
    /// The bar that is growing, stamped with the end of its bucket.
    std::optional<Bar> forming() const { return m_hasBar ? std::optional(m_bar) : std::nullopt; }
    /// Closes the bucket when its end has passed although its last minute has not come.
    std::optional<Bar> flush(Timestamp now);

    Timeframe timeframe() const { return m_timeframe; }

private:
    Timeframe m_timeframe;
    const ExchangeCalendar *m_calendar;
    Bucket m_bucket;
    Bar m_bar;
    bool m_hasBar = false;
    Timestamp m_lastTaken;
};

/// The whole history at once: the bars that BarAggregator gives for the same rows, followed by the last bucket even
/// where its last minute is missing.
BarColumns aggregate(const BarColumns &minutes, Timeframe timeframe, const ExchangeCalendar &calendar);

} // namespace bellwether
