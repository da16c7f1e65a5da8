#include "core/storage/timetext.h"

#include <charconv>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

struct Row {
    TimeLayout layout;
    QStringView name;
};
constexpr std::array layouts{Row{TimeLayout::Epoch, u"epoch"},          Row{TimeLayout::YearMonthDay, u"ymd"},
                             Row{TimeLayout::MonthDayYear, u"mdy"},     Row{TimeLayout::DayMonthYear, u"dmy"},
                             Row{TimeLayout::CompactYmd, u"yyyymmdd"},  Row{TimeLayout::CompactDmy, u"ddmmyy"}};

bool isDigit(char c) { return c >= '0' && c <= '9'; }

// A cursor over the bytes of a cell.
struct Cursor {
    const char *at;
    const char *end;

    bool isDone() const { return at == end; }
    bool take(char c)
    {
        if (at == end || *at != c)
            return false;
        ++at;
        return true;
    }
    // Up to `digitsMax` digits as a number; -1 for none.
    int number(int digitsMax)
    {
        int value = -1;
        for (int i = 0; i < digitsMax && at != end && isDigit(*at); ++i, ++at)
            value = std::max(value, 0) * 10 + (*at - '0');
        return value;
    }
    bool takeSeparator() { return take('-') || take('/') || take('.'); }
};

int monthOf(Cursor &cursor)
{
    static constexpr std::array<std::string_view, 12> names{"jan", "feb", "mar", "apr", "may", "jun",
                                                            "jul", "aug", "sep", "oct", "nov", "dec"};
    if (cursor.end - cursor.at < 3)
        return -1;
    std::array<char, 3> word{};
    for (std::size_t i = 0; i < 3; ++i)
        word[i] = char(cursor.at[i] | 0x20);
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (std::string_view(word.data(), 3) == names[i]) {
            cursor.at += 3;
            return int(i) + 1;
        }
    }
    return -1;
}

struct Date {
    int year = -1;
    int month = -1;
    int day = -1;

    bool isValid() const
    {
        using namespace std::chrono;
        return year >= 1900 && year < 2200 && month >= 1 && month <= 12 && day >= 1
            && year_month_day(std::chrono::year(year), std::chrono::month(unsigned(month)), std::chrono::day(unsigned(day))).ok();
    }
};

int fullYear(int year, std::ptrdiff_t digits) { return digits <= 2 && year >= 0 ? year + (year < 70 ? 2000 : 1900) : year; }

Date readDate(Cursor &cursor, TimeLayout layout)
{
    Date date;
    switch (layout) {
    case TimeLayout::Epoch:
        return date;
    case TimeLayout::CompactYmd:
        date.year = cursor.number(4);
        date.month = cursor.number(2);
        date.day = cursor.number(2);
        return date;
    case TimeLayout::CompactDmy:
        date.day = cursor.number(2);
        date.month = cursor.number(2);
        date.year = fullYear(cursor.number(2), 2);
        return date;
    case TimeLayout::YearMonthDay:
        date.year = cursor.number(4);
        if (!cursor.takeSeparator())
            return {};
        date.month = cursor.number(2);
        if (!cursor.takeSeparator())
            return {};
        date.day = cursor.number(2);
        return date;
    case TimeLayout::MonthDayYear:
    case TimeLayout::DayMonthYear: {
        const int first = cursor.number(2);
        if (!cursor.takeSeparator())
            return {};
        int second = cursor.number(2);
        const bool isNamed = second < 0;
        if (isNamed)
            second = monthOf(cursor);
        if (!cursor.takeSeparator())
            return {};
        const char *yearStart = cursor.at;
        const int year = cursor.number(4);
        date.year = fullYear(year, cursor.at - yearStart);
        const bool isMonthFirst = layout == TimeLayout::MonthDayYear && !isNamed;
        date.month = isMonthFirst ? first : second;
        date.day = isMonthFirst ? second : first;
        return date;
    }
    }
    return date;
}

// `hh:mm[:ss[.fraction]]`; none where it is not a time of day.
std::optional<Duration> readClock(Cursor &cursor)
{
    const int hour = cursor.number(2);
    if (hour < 0 || hour > 23 || !cursor.take(':'))
        return std::nullopt;
    const int minute = cursor.number(2);
    if (minute < 0 || minute > 59)
        return std::nullopt;
    std::int64_t ns = (std::int64_t(hour) * 3600 + minute * 60) * 1'000'000'000;
    if (cursor.take(':')) {
        const int second = cursor.number(2);
        if (second < 0 || second > 59)
            return std::nullopt;
        ns += second * 1'000'000'000LL;
        if (cursor.take('.')) {
            std::int64_t unit = 100'000'000;
            if (cursor.isDone() || !isDigit(*cursor.at))
                return std::nullopt;
            for (; !cursor.isDone() && isDigit(*cursor.at); ++cursor.at, unit /= 10)
                ns += (*cursor.at - '0') * unit;
        }
    }
    return Duration(ns);
}

std::optional<Timestamp> readEpoch(std::string_view text)
{
    std::int64_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    // Some tools write the count as a decimal, `1483228800.0`; a fraction that is not zero is no whole unit.
    std::string_view rest(end, std::size_t(text.data() + text.size() - end));
    if (error != std::errc() || count <= 0
        || (!rest.empty() && (rest.front() != '.' || rest.find_first_not_of('0', 1) != std::string_view::npos)))
        return std::nullopt;
    if (count < 100'000'000'000)
        return count < 7'258'118'400 ? std::optional(Timestamp::fromSeconds(count)) : std::nullopt;
    if (count < 100'000'000'000'000)
        return count < 7'258'118'400'000 ? std::optional(Timestamp::fromMs(count)) : std::nullopt;
    if (count < 100'000'000'000'000'000)
        return count < 7'258'118'400'000'000 ? std::optional(Timestamp::fromUs(count)) : std::nullopt;
    return count < 7'258'118'400'000'000'000 ? std::optional(Timestamp::fromNs(count)) : std::nullopt;
}

bool isAllDigits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), isDigit); }

bool reads(std::string_view cell, TimeLayout layout) { return readTime(cell, {}, layout, FileZone()).has_value(); }

} // namespace

QString toString(TimeLayout layout) { return layouts[std::size_t(layout)].name.toString(); }

Result<TimeLayout> parseTimeLayout(QStringView text)
{
    for (const Row &row : layouts) {
        if (row.name == text)
            return row.layout;
    }
    return failure(ErrorCode::InvalidArgument,
                   u"time format '%1' is not one of epoch, ymd, mdy, dmy, yyyymmdd, ddmmyy"_s.arg(text));
}

std::optional<TimeGuess> guessTimeLayout(std::span<const std::string_view> cells)
{
    const auto first = std::find_if(cells.begin(), cells.end(), [](std::string_view cell) { return !cell.empty(); });
    if (first == cells.end())
        return std::nullopt;
    const std::string_view cell = *first;
    const std::size_t digits = std::size_t(std::find_if_not(cell.begin(), cell.end(), isDigit) - cell.begin());
    if (digits == 8 && reads(cell, TimeLayout::CompactYmd))
        return TimeGuess{TimeLayout::CompactYmd};
    if (digits == 6 && digits == cell.size() && reads(cell, TimeLayout::CompactDmy))
        return TimeGuess{TimeLayout::CompactDmy};
    if (digits >= 9 && reads(cell, TimeLayout::Epoch))
        return TimeGuess{TimeLayout::Epoch};
    if (reads(cell, TimeLayout::YearMonthDay))
        return TimeGuess{TimeLayout::YearMonthDay};
    bool canBeMonthFirst = false;
    bool canBeDayFirst = false;
    bool isMonthFirstOnly = false;
    bool isDayFirstOnly = false;
    for (const std::string_view date : cells) {
        const bool isMdy = reads(date, TimeLayout::MonthDayYear);
        const bool isDmy = reads(date, TimeLayout::DayMonthYear);
        canBeMonthFirst = canBeMonthFirst || isMdy;
        canBeDayFirst = canBeDayFirst || isDmy;
        isMonthFirstOnly = isMonthFirstOnly || (isMdy && !isDmy);
        isDayFirstOnly = isDayFirstOnly || (isDmy && !isMdy);
    }
    if (!canBeMonthFirst && !canBeDayFirst)
        return std::nullopt;
    if (isMonthFirstOnly != isDayFirstOnly)
        return TimeGuess{isMonthFirstOnly ? TimeLayout::MonthDayYear : TimeLayout::DayMonthYear};
    const bool isSlash = cell.find('/') != std::string_view::npos;
    return TimeGuess{isSlash ? TimeLayout::MonthDayYear : TimeLayout::DayMonthYear, true};
}

Result<FileZone> FileZone::parse(QStringView text)
{
    if (text.isEmpty() || text.compare(u"UTC", Qt::CaseInsensitive) == 0 || text == u"Z")
        return FileZone();
    if (text.compare(u"IST", Qt::CaseInsensitive) == 0)
        return fixed(std::chrono::minutes(330), u"IST"_s);
    if (text.front() == u'+' || text.front() == u'-') {
        const auto probe = parseIsoTime(u"2000-01-01T00:00"_s + text.toString());
        if (!probe)
            return failure(ErrorCode::InvalidArgument, u"zone '%1' is not an offset like +05:30"_s.arg(text));
        return fixed(utcMidnight(2000, 1, 1) - *probe, text.toString());
    }
    const QTimeZone zone(text.toUtf8());
    if (!zone.isValid()) {
        return failure(ErrorCode::InvalidArgument,
                       u"zone '%1' is not UTC, IST, an offset like +05:30 or a name like America/New_York"_s.arg(text));
    }
    FileZone named;
    named.m_name = text.toString();
    named.m_zone = zone;
    return named;
}

FileZone FileZone::fixed(Duration offset, const QString &name)
{
    FileZone zone;
    zone.m_name = name;
    zone.m_offset = offset;
    return zone;
}

Timestamp FileZone::toUtc(Timestamp local) const
{
    if (!m_zone.isValid())
        return local - m_offset;
    // Offsets change at whole hours at most, and a file visits its hours in order.
    const std::int64_t hour = Timestamp::floorDiv(local.seconds(), 3'600);
    if (hour != m_cachedHour) {
        const QDateTime asUtc = QDateTime::fromSecsSinceEpoch(hour * 3'600, Qt::UTC);
        const QDateTime there(asUtc.date(), asUtc.time(), m_zone);
        m_cachedOffset = std::chrono::seconds(hour * 3'600 - there.toSecsSinceEpoch());
        m_cachedHour = hour;
    }
    return local - m_cachedOffset;
}

std::optional<Timestamp> readTime(std::string_view date, std::string_view time, TimeLayout layout, const FileZone &zone)
{
    if (layout == TimeLayout::Epoch)
        return readEpoch(date);
    if ((layout == TimeLayout::CompactYmd && (date.size() < 8 || !isAllDigits(date.substr(0, 8))))
        || (layout == TimeLayout::CompactDmy && (date.size() != 6 || !isAllDigits(date))))
        return std::nullopt;
    Cursor cursor{date.data(), date.data() + date.size()};
    const Date read = readDate(cursor, layout);
    if (!read.isValid())
        return std::nullopt;
    Timestamp local = utcMidnight(read.year, unsigned(read.month), unsigned(read.day));
    if (!time.empty()) {
        if (!cursor.isDone())
            return std::nullopt;
        cursor = {time.data(), time.data() + time.size()};
    } else if (!cursor.isDone() && !cursor.take(' ') && !cursor.take('T')) {
        return std::nullopt;
    }
    if (!cursor.isDone()) {
        const auto clock = readClock(cursor);
        if (!clock)
            return std::nullopt;
        local = local + *clock;
    }
    if (cursor.isDone())
        return zone.toUtc(local);
    cursor.take(' ');
    if (cursor.take('Z'))
        return cursor.isDone() ? std::optional(local) : std::nullopt;
    const bool isEast = cursor.take('+');
    if (!isEast && !cursor.take('-'))
        return std::nullopt;
    const int hours = cursor.number(2);
    cursor.take(':');
    const int minutes = cursor.isDone() ? 0 : cursor.number(2);
    if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59 || !cursor.isDone())
        return std::nullopt;
    const Duration offset = std::chrono::minutes(hours * 60 + minutes);
    return isEast ? local - offset : local + offset;
}

} // namespace bellwether
