#pragma once

#include "core/base/ids.h"
#include "core/domain/fixedpoint.h"
#include "core/domain/timeframe.h"

#include <span>
#include <vector>

namespace bellwether {

/// Open, high, low, close and volume of an interval, stamped at the moment it closed and delivered then.
/// Volume is a statistic, not a holding: a double, since a day of a low-priced coin exceeds the range of Quantity.
struct Bar {
    Timestamp closeTime;
    Price open;
    Price high;
    Price low;
    Price close;
    double volume = 0;

    bool operator==(const Bar &) const = default;
};

/// A bar as indicators and strategies read it: doubles in, estimates out.
struct BarPoint {
    Timestamp closeTime;
    double open = 0;
    double high = 0;
    double low = 0;
    double close = 0;
    double volume = 0;
};

inline BarPoint pointOf(const Bar &bar)
{
    return {bar.closeTime, bar.open.toDouble(), bar.high.toDouble(), bar.low.toDouble(), bar.close.toDouble(), bar.volume};
}
/// Exact for prices that came from decimals below 2.2e7 (see FixedPoint::fromDouble).
inline Bar barOf(const BarPoint &point)
{
    return {point.closeTime, Price::fromDouble(point.open), Price::fromDouble(point.high),
            Price::fromDouble(point.low), Price::fromDouble(point.close), point.volume};
}

/// A history of bars as columns of equal length, oldest first: what the store loads, indicators scan and charts draw.
struct BarColumns {
    std::vector<Timestamp> closeTime;
    std::vector<double> open;
    std::vector<double> high;
    std::vector<double> low;
    std::vector<double> close;
    std::vector<double> volume;

    std::size_t size() const { return closeTime.size(); }
    bool isEmpty() const { return closeTime.empty(); }
    void reserve(std::size_t count);
    void append(const BarPoint &point);
    void append(const Bar &bar) { append(pointOf(bar)); }
    /// Appends the rows [first, last) of `other`.
    void append(const BarColumns &other, std::size_t first, std::size_t last);
    BarPoint point(std::size_t row) const
    {
        return {closeTime[row], open[row], high[row], low[row], close[row], volume[row]};
    }
    Bar bar(std::size_t row) const { return barOf(point(row)); }
    /// The rows with from ≤ closeTime ≤ to, as [first, last).
    std::pair<std::size_t, std::size_t> rowsBetween(Timestamp from, Timestamp to) const;
};

} // namespace bellwether
