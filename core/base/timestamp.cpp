#include "core/base/timestamp.h"

#include <QDateTime>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

// Reads exactly `digits` decimal digits at `pos`; -1 where there are fewer or something else.
int readDigits(QStringView text, qsizetype &pos, int digits)
{
    if (pos + digits > text.size())
        return -1;
    int value = 0;
    for (int i = 0; i < digits; ++i) {
        const char16_t c = text[pos + i].unicode();
        if (c < u'0' || c > u'9')
            return -1;
        value = value * 10 + (c - u'0');
    }
    pos += digits;
    return value;
}

bool take(QStringView text, qsizetype &pos, char16_t c)
{
    if (pos >= text.size() || text[pos] != QChar(c))
        return false;
    ++pos;
    return true;
}

} // namespace

QString toIsoString(Timestamp time)
{
    const std::int64_t seconds = time.seconds();
    QString text = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ss"_s);
    if (std::int64_t rest = time.ns() - seconds * 1'000'000'000; rest != 0) {
        int width = 9;
        while (width > 3 && rest % 1000 == 0) {
            rest /= 1000;
            width -= 3;
        }
        text += u'.' + QString::number(rest).rightJustified(width, u'0');
    }
    return text + u'Z';
}

// The whole years that nanoseconds in 64 bits can tell.
static constexpr int firstYear = 1678;
static constexpr int lastYear = 2261;

Result<Timestamp> parseIsoTime(QStringView text)
{
    const auto bad = [&] { return failure(ErrorCode::InvalidTime, u"'%1' is not an ISO 8601 time"_s.arg(text)); };
    qsizetype pos = 0;
    const int year = readDigits(text, pos, 4);
    if (year < firstYear || year > lastYear || !take(text, pos, u'-'))
        return bad();
    const int month = readDigits(text, pos, 2);
    if (month < 0 || !take(text, pos, u'-'))
        return bad();
    const int day = readDigits(text, pos, 2);
    if (day < 0 || !QDate::isValid(year, month, day))
        return bad();
    Timestamp time = utcMidnight(year, unsigned(month), unsigned(day));
    if (pos == text.size())
        return time;
    if (!take(text, pos, u'T') && !take(text, pos, u' '))
        return bad();
    const int hour = readDigits(text, pos, 2);
    if (hour < 0 || hour > 23 || !take(text, pos, u':'))
        return bad();
    const int minute = readDigits(text, pos, 2);
    if (minute < 0 || minute > 59)
        return bad();
    std::int64_t ns = (std::int64_t(hour) * 3600 + minute * 60) * 1'000'000'000;
    if (take(text, pos, u':')) {
        const int second = readDigits(text, pos, 2);
        if (second < 0 || second > 59)
            return bad();
        ns += std::int64_t(second) * 1'000'000'000;
        if (take(text, pos, u'.')) {
            std::int64_t unit = 100'000'000;
            int digit = readDigits(text, pos, 1);
            if (digit < 0)
                return bad();
            for (; digit >= 0; digit = readDigits(text, pos, 1), unit /= 10)
                ns += digit * unit;
        }
    }
    if (pos < text.size() && !take(text, pos, u'Z')) {
        const bool isEast = take(text, pos, u'+');
        if (!isEast && !take(text, pos, u'-'))
            return bad();
        const int zoneHour = readDigits(text, pos, 2);
        take(text, pos, u':');
        const int zoneMinute = readDigits(text, pos, 2);
        if (zoneHour < 0 || zoneHour > 18 || zoneMinute < 0 || zoneMinute > 59)
            return bad();
        const std::int64_t offset = (std::int64_t(zoneHour) * 3600 + zoneMinute * 60) * 1'000'000'000;
        ns += isEast ? -offset : offset;
    }
    if (pos != text.size())
        return bad();
    return time + Duration(ns);
}

} // namespace bellwether
