#pragma once

#include "core/base/timestamp.h"

#include <QString>

#include <map>
#include <optional>
#include <span>
#include <vector>

namespace bellwether {

/// One continuous trading interval, half open: a bar or order at `close` belongs to no session that ended then.
struct Session {
    Timestamp open;
    Timestamp close;
    bool operator==(const Session &) const = default;
};

/// When an exchange trades, as data: a zone, the usual intervals of a weekday, and per-date exceptions (closed, half
/// day, special or split sessions). A date outside the years the data covers is closed. Immutable after loading, so one
/// object may be read from every thread.
class ExchangeCalendar {
public:
    /// Trades always; the day is the UTC day.
    static const ExchangeCalendar &crypto();
    /// A calendar that ships: `crypto`, `nse`, `generic` (sessions not known, never closed). Errors: NotFound.
    static Result<const ExchangeCalendar *> find(QStringView id);
    /// Reads the text form described in docs/calendars.md. Errors: BadData with the line.
    static Result<ExchangeCalendar> parse(QStringView text);

    const QString &id() const { return m_id; }
    /// Abbreviation printed on time axes: `UTC`, `IST`.
    const QString &zoneName() const { return m_zoneName; }
    Duration utcOffset() const { return m_utcOffset; }
    bool isAlwaysOpen() const { return m_isAlwaysOpen; }
    /// Trading days in a year, for annualised figures: 365 or 252.
    int daysPerYear() const { return m_daysPerYear; }

    /// Days since 1970-01-01 in the exchange's zone.
    std::int64_t localDay(Timestamp time) const;
    /// The start of that local day in UTC.
    Timestamp dayStart(std::int64_t localDay) const;
    /// The trading intervals of a local day, in time order; empty when closed.
    std::vector<Session> sessionsOn(std::int64_t localDay) const;
    bool isTradingDay(std::int64_t localDay) const { return !sessionsOn(localDay).empty(); }
    bool isOpen(Timestamp time) const { return sessionAt(time).has_value(); }
    /// The interval that holds `time`.
    std::optional<Session> sessionAt(Timestamp time) const;
    /// The interval that holds `time`, else the next one; none where the data ends.
    std::optional<Session> sessionAtOrAfter(Timestamp time) const;

private:
    struct Interval {
        int openMinute;  ///< minutes after local midnight
        int closeMinute;
    };
    std::span<const Interval> intervalsOn(std::int64_t localDay) const;

    QString m_id;
    QString m_zoneName;
    Duration m_utcOffset{};
    bool m_isAlwaysOpen = false;
    int m_daysPerYear = 365;
    std::vector<Interval> m_weekday;                         ///< Monday to Friday
    std::map<std::int64_t, std::vector<Interval>> m_special; ///< by local day; empty list: closed
    std::int64_t m_firstDay = 0;
    std::int64_t m_lastDay = 0;
};

} // namespace bellwether
