#include "core/market/exchangecalendar.h"

#include <QDate>

using namespace Qt::StringLiterals;

// Q_INIT_RESOURCE must stand outside every namespace; a static library's resources are not registered without it.
static void registerCalendarFiles() { Q_INIT_RESOURCE(calendars); }

namespace bellwether {

namespace {

constexpr std::int64_t nsPerDay = 86'400'000'000'000;
constexpr std::int64_t nsPerMinute = 60'000'000'000;

// 0 is Monday. Day 0, 1970-01-01, was a Thursday.
int weekdayOf(std::int64_t localDay) { return int(((localDay + 3) % 7 + 7) % 7); }

std::optional<std::int64_t> dayOf(QStringView text)
{
    const auto time = text.size() == 10 ? parseIsoTime(text) : failure(ErrorCode::InvalidTime, {});
    return time ? std::optional(time->utcDay()) : std::nullopt;
}

// `HH:MM` as minutes after midnight; 24:00 is the end of the day.
std::optional<int> minuteOf(QStringView text)
{
    bool isHour = false;
    bool isMinute = false;
    if (text.size() != 5 || text[2] != u':')
        return std::nullopt;
    const int hour = text.left(2).toInt(&isHour);
    const int minute = text.mid(3).toInt(&isMinute);
    const int total = hour * 60 + minute;
    if (!isHour || !isMinute || hour < 0 || minute < 0 || minute > 59 || total > 1'440)
        return std::nullopt;
    return total;
}

std::optional<std::pair<int, int>> intervalOf(QStringView text)
{
    if (text.size() != 11 || text[5] != u'-')
        return std::nullopt;
    const auto open = minuteOf(text.left(5));
    const auto close = minuteOf(text.mid(6));
    if (!open || !close || *open >= *close)
        return std::nullopt;
    return std::pair(*open, *close);
}

std::optional<Duration> offsetOf(QStringView text)
{
    if (text.size() != 6 || (text[0] != u'+' && text[0] != u'-'))
        return std::nullopt;
    const auto minutes = minuteOf(text.mid(1));
    if (!minutes)
        return std::nullopt;
    return Duration((text[0] == u'-' ? -1 : 1) * *minutes * nsPerMinute);
}

} // namespace

const ExchangeCalendar &ExchangeCalendar::crypto() { return **find(u"crypto"); }

Result<const ExchangeCalendar *> ExchangeCalendar::find(QStringView id)
{
    static const std::map<QString, ExchangeCalendar> shipped = [] {
        registerCalendarFiles();
        std::map<QString, ExchangeCalendar> calendars;
        for (const QString &name : {u"crypto"_s, u"generic"_s, u"nse"_s}) {
            QFile file(u":/calendars/%1.txt"_s.arg(name));
            if (!file.open(QIODevice::ReadOnly))
                throw Fault(u"calendar %1 is not part of the program"_s.arg(name));
            auto calendar = parse(QString::fromUtf8(file.readAll()));
            if (!calendar)
                throw Fault(u"calendar %1: %2"_s.arg(name, calendar.error().detail));
            calendars.emplace(name, std::move(*calendar));
        }
        return calendars;
    }();
    const auto it = shipped.find(id.toString());
    if (it == shipped.end())
        return failure(ErrorCode::NotFound, u"no calendar '%1' (there are crypto, generic, nse)"_s.arg(id));
    return &it->second;
}

Result<ExchangeCalendar> ExchangeCalendar::parse(QStringView text)
{
    ExchangeCalendar calendar;
    int number = 0;
    const auto bad = [&](const QString &why) { return failure(ErrorCode::BadData, u"line %1: %2"_s.arg(number).arg(why)); };
    // Reads intervals up to the first word that is none; a note follows them.
    const auto readIntervals = [](const QList<QStringView> &words) -> std::optional<std::vector<Interval>> {
        std::vector<Interval> intervals;
        for (qsizetype i = 1; i < words.size(); ++i) {
            if (!words[i].front().isDigit())
                break;
            const auto interval = intervalOf(words[i]);
            if (!interval || (!intervals.empty() && interval->first < intervals.back().closeMinute))
                return std::nullopt;
            intervals.push_back({interval->first, interval->second});
        }
        return intervals.empty() ? std::nullopt : std::optional(intervals);
    };

    bool hasZone = false;
    bool hasCover = false;
    for (const QStringView raw : text.split(u'\n')) {
        ++number;
        const QStringView line = raw.left(raw.indexOf(u'#') < 0 ? raw.size() : raw.indexOf(u'#')).trimmed();
        if (line.isEmpty())
            continue;
        const QString simplified = line.toString().simplified();
        const QList<QStringView> words = QStringView(simplified).split(u' ');
        const QStringView key = words[0];
        if (key == u"calendar" && words.size() == 2) {
            calendar.m_id = words[1].toString();
        } else if (key == u"zone" && words.size() == 3) {
            const auto offset = offsetOf(words[2]);
            if (!offset)
                return bad(u"expected a zone offset like +05:30"_s);
            calendar.m_zoneName = words[1].toString();
            calendar.m_utcOffset = *offset;
            hasZone = true;
        } else if (key == u"days-per-year" && words.size() == 2) {
            bool isNumber = false;
            calendar.m_daysPerYear = words[1].toInt(&isNumber);
            if (!isNumber || calendar.m_daysPerYear < 1 || calendar.m_daysPerYear > 366)
                return bad(u"expected 1 to 366 days"_s);
        } else if (key == u"covers" && words.size() == 3) {
            const auto first = dayOf(words[1]);
            const auto last = dayOf(words[2]);
            if (!first || !last || *first > *last)
                return bad(u"expected two dates, the first not after the last"_s);
            calendar.m_firstDay = *first;
            calendar.m_lastDay = *last;
            hasCover = true;
        } else if (key == u"weekdays") {
            const auto intervals = readIntervals(words);
            if (!intervals)
                return bad(u"expected intervals like 09:15-15:30, ascending"_s);
            calendar.m_weekday = *intervals;
        } else if (key == u"always-open" && words.size() == 1) {
            calendar.m_isAlwaysOpen = true;
        } else if (const auto day = dayOf(key)) {
            std::vector<Interval> intervals;
            if (words.size() < 2)
                return bad(u"expected 'closed' or intervals after the date"_s);
            if (words[1] != u"closed") {
                const auto read = readIntervals(words);
                if (!read)
                    return bad(u"expected 'closed' or intervals like 09:15-15:30, ascending"_s);
                intervals = *read;
            }
            if (!hasCover || *day < calendar.m_firstDay || *day > calendar.m_lastDay)
                return bad(u"%1 is outside the dates covered"_s.arg(key));
            if (!calendar.m_special.emplace(*day, std::move(intervals)).second)
                return bad(u"%1 is given twice"_s.arg(key));
        } else {
            return bad(u"'%1' is not a line of a calendar"_s.arg(line));
        }
    }
    if (calendar.m_id.isEmpty() || !hasZone)
        return bad(u"'calendar' and 'zone' are required"_s);
    if (!calendar.m_isAlwaysOpen && (!hasCover || calendar.m_weekday.empty()))
        return bad(u"'covers' and 'weekdays', or 'always-open', are required"_s);
    return calendar;
}

std::int64_t ExchangeCalendar::localDay(Timestamp time) const { return (time + m_utcOffset).utcDay(); }

Timestamp ExchangeCalendar::dayStart(std::int64_t localDay) const
{
    return Timestamp::fromNs(localDay * nsPerDay) - m_utcOffset;
}

std::span<const ExchangeCalendar::Interval> ExchangeCalendar::intervalsOn(std::int64_t localDay) const
{
    static constexpr Interval wholeDay{0, 1'440};
    if (m_isAlwaysOpen)
        return {&wholeDay, 1};
    if (localDay < m_firstDay || localDay > m_lastDay)
        return {};
    if (const auto it = m_special.find(localDay); it != m_special.end())
        return it->second;
    return weekdayOf(localDay) < 5 ? std::span<const Interval>(m_weekday) : std::span<const Interval>();
}

std::vector<Session> ExchangeCalendar::sessionsOn(std::int64_t localDay) const
{
    const Timestamp start = dayStart(localDay);
    std::vector<Session> sessions;
    for (const Interval &interval : intervalsOn(localDay))
        sessions.push_back({start + Duration(interval.openMinute * nsPerMinute), start + Duration(interval.closeMinute * nsPerMinute)});
    return sessions;
}

std::optional<Session> ExchangeCalendar::sessionAt(Timestamp time) const
{
    const std::int64_t day = localDay(time);
    const Timestamp start = dayStart(day);
    for (const Interval &interval : intervalsOn(day)) {
        const Session session{start + Duration(interval.openMinute * nsPerMinute),
                              start + Duration(interval.closeMinute * nsPerMinute)};
        if (time >= session.open && time < session.close)
            return session;
    }
    return std::nullopt;
}

std::optional<Session> ExchangeCalendar::sessionAtOrAfter(Timestamp time) const
{
    const std::int64_t first = m_isAlwaysOpen ? localDay(time) : std::max(localDay(time), m_firstDay);
    const std::int64_t last = m_isAlwaysOpen ? first : m_lastDay;
    for (std::int64_t day = first; day <= last; ++day) {
        for (const Session &session : sessionsOn(day)) {
            if (time < session.close)
                return session;
        }
    }
    return std::nullopt;
}

} // namespace bellwether
