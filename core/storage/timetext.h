#pragma once

#include "core/base/result.h"
#include "core/base/timestamp.h"

#include <QString>
#include <QTimeZone>

#include <optional>
#include <span>
#include <string_view>

namespace bellwether {

/// How a column of times is written. Epoch counts tell seconds, milli-, micro- and nanoseconds by their size, row by
/// row, since Binance changed the unit of its files. The dates take any of - / . between the numbers and an optional
/// time of day `hh:mm[:ss[.fraction]]` with an optional zone (`Z`, `±hh:mm`).
enum class TimeLayout {
    Epoch,
    YearMonthDay, ///< 2021-05-01, 2021/5/1
    MonthDayYear, ///< 5/1/2021, 05/01/21
    DayMonthYear, ///< 1/5/2021, 01.05.2021, 01-May-2021
    CompactYmd,   ///< 20210501
    CompactDmy,   ///< 010521
};

/// `epoch`, `ymd`, `mdy`, `dmy`, `yyyymmdd`, `ddmmyy`.
QString toString(TimeLayout layout);
Result<TimeLayout> parseTimeLayout(QStringView text);

/// What a sample of cells says about its layout: none where no layout reads the first cell. `isAmbiguous`: day and
/// month cannot be told apart, so the usual reading of the separator was taken (5/1/2021 month first, else day first).
struct TimeGuess {
    TimeLayout layout;
    bool isAmbiguous = false;
};
std::optional<TimeGuess> guessTimeLayout(std::span<const std::string_view> cells);

/// A zone of a file: a fixed offset or a zone with daylight saving.
class FileZone {
public:
    FileZone() = default;
    /// `UTC`, `IST`, `+05:30`, or a name of the zone database such as `America/New_York`. Errors: InvalidArgument.
    static Result<FileZone> parse(QStringView text);
    static FileZone fixed(Duration offset, const QString &name);

    /// A local reading of the clock, as if it were UTC, to UTC.
    Timestamp toUtc(Timestamp local) const;
    const QString &name() const { return m_name; }

private:
    QString m_name = QStringLiteral("UTC");
    Duration m_offset{};
    QTimeZone m_zone; ///< valid where daylight saving applies
    mutable std::int64_t m_cachedHour = std::numeric_limits<std::int64_t>::min();
    mutable Duration m_cachedOffset{};
};

/// Reads a date cell and, where the file has one, a separate time cell. None where they are no moment of 1900 to 2199.
std::optional<Timestamp> readTime(std::string_view date, std::string_view time, TimeLayout layout, const FileZone &zone);

} // namespace bellwether
