#pragma once

#include "core/base/result.h"

#include <QString>

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>

namespace bellwether {

using Duration = std::chrono::nanoseconds;

/// A moment in UTC as nanoseconds since 1970-01-01T00:00:00Z. Zones appear in calendars and in the window only.
class Timestamp {
public:
    constexpr Timestamp() = default;
    static constexpr Timestamp fromNs(std::int64_t ns) { return Timestamp(ns); }
    /// Counts of more than 285 years become 285 years, which leaves seven to add durations in.
    static constexpr Timestamp fromUs(std::int64_t us) { return scaled(us, 1'000); }
    static constexpr Timestamp fromMs(std::int64_t ms) { return scaled(ms, 1'000'000); }
    static constexpr Timestamp fromSeconds(std::int64_t s) { return scaled(s, 1'000'000'000); }
    /// A stamp of a venue, in milliseconds or in microseconds, which its size tells. Nothing before 1970 and from 2200 on.
    static constexpr std::optional<Timestamp> fromStamp(std::int64_t stamp)
    {
        constexpr std::int64_t year2200Ms = 7'258'118'400'000;
        if (stamp < 0 || stamp >= year2200Ms * 1'000)
            return std::nullopt;
        return stamp < year2200Ms ? fromMs(stamp) : fromUs(stamp);
    }

    constexpr std::int64_t ns() const { return m_ns; }
    constexpr std::int64_t ms() const { return floorDiv(m_ns, 1'000'000); }
    constexpr std::int64_t seconds() const { return floorDiv(m_ns, 1'000'000'000); }
    /// Days since 1970-01-01 in UTC; negative before.
    constexpr std::int64_t utcDay() const { return floorDiv(m_ns, 86'400'000'000'000); }
    constexpr bool isValid() const { return m_ns != 0; }

    constexpr Timestamp operator+(Duration d) const { return Timestamp(m_ns + d.count()); }
    constexpr Timestamp operator-(Duration d) const { return Timestamp(m_ns - d.count()); }
    constexpr Duration operator-(Timestamp other) const { return Duration(m_ns - other.m_ns); }
    constexpr auto operator<=>(const Timestamp &) const = default;

    /// Division that rounds toward minus infinity, so that times before 1970 fall into the right interval.
    static constexpr std::int64_t floorDiv(std::int64_t a, std::int64_t b)
    {
        const std::int64_t q = a / b;
        return (a % b != 0 && (a < 0) != (b < 0)) ? q - 1 : q;
    }

private:
    constexpr explicit Timestamp(std::int64_t ns) : m_ns(ns) {}
    static constexpr Timestamp scaled(std::int64_t count, std::int64_t unit)
    {
        const std::int64_t most = 9'000'000'000'000'000'000 / unit;
        return Timestamp((count > most ? most : count < -most ? -most : count) * unit);
    }
    std::int64_t m_ns = 0;
};

/// ISO 8601 in UTC with a Z: `2021-05-01T00:00:00Z`; milliseconds or finer are added only where they are not zero.
QString toIsoString(Timestamp time);

/// Reads ISO 8601 (`2021-05-01`, `2021-05-01T09:15`, with optional seconds, fraction, `Z` or `±hh:mm`). Without a zone
/// the text is taken as UTC. Errors: InvalidTime.
Result<Timestamp> parseIsoTime(QStringView text);

/// Midnight UTC of a civil date (proleptic Gregorian). Month 1…12, day 1…31; no range check.
constexpr Timestamp utcMidnight(int year, unsigned month, unsigned day)
{
    const auto days = std::chrono::sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day));
    return Timestamp::fromSeconds(std::int64_t(days.time_since_epoch().count()) * 86'400);
}

} // namespace bellwether
