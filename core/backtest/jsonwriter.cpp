#include "core/backtest/jsonwriter.h"

#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace bellwether {

void JsonWriter::open(char bracket, bool isInline)
{
    separate();
    m_text.append(bracket);
    m_levels.push_back({isInline || (!m_levels.empty() && m_levels.back().isInline), true});
}

void JsonWriter::close(char bracket)
{
    const Level level = m_levels.back();
    m_levels.pop_back();
    if (!level.isInline && !level.isEmpty)
        breakLine();
    m_text.append(bracket);
    if (m_levels.empty())
        m_text.append('\n');
}

void JsonWriter::separate()
{
    if (m_isAfterKey) {
        m_isAfterKey = false;
        return;
    }
    if (m_levels.empty())
        return;
    Level &level = m_levels.back();
    if (!level.isEmpty)
        m_text.append(level.isInline ? ", " : ",");
    level.isEmpty = false;
    if (!level.isInline)
        breakLine();
}

void JsonWriter::key(std::string_view name)
{
    separate();
    quoted(name);
    m_text.append(": ");
    m_isAfterKey = true;
}

void JsonWriter::value(double number)
{
    if (!std::isfinite(number))
        return null();
    separate();
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    m_text.append(digits, qsizetype(end - digits));
}

void JsonWriter::value(std::int64_t number)
{
    separate();
    m_text.append(QByteArray::number(qlonglong(number)));
}

void JsonWriter::value(bool flag)
{
    separate();
    m_text.append(flag ? "true" : "false");
}

void JsonWriter::value(const QString &text)
{
    separate();
    const QByteArray utf8 = text.toUtf8();
    quoted({utf8.constData(), std::size_t(utf8.size())});
}

void JsonWriter::value(Timestamp time)
{
    const std::int64_t seconds = time.seconds();
    if (seconds * 1'000'000'000 != time.ns())
        return value(toIsoString(time));
    // A curve has a million of these: dates by arithmetic, digits in place.
    const std::int64_t day = time.utcDay();
    const auto second = unsigned(seconds - day * 86'400);
    date(day);
    char text[] = "T00:00:00Z\"";
    const auto put = [&text](int at, unsigned number) {
        text[at] = char('0' + number / 10);
        text[at + 1] = char('0' + number % 10);
    };
    put(1, second / 3'600);
    put(4, second / 60 % 60);
    put(7, second % 60);
    m_text.chop(1);
    m_text.append(text, 11);
}

void JsonWriter::date(std::int64_t day)
{
    separate();
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
    char text[16];
    const int size = std::snprintf(text, sizeof text, "\"%04d-%02u-%02u\"", int(date.year()), unsigned(date.month()), unsigned(date.day()));
    m_text.append(text, size);
}

void JsonWriter::number(const QString &text)
{
    separate();
    m_text.append(text.toLatin1());
}

void JsonWriter::null()
{
    separate();
    m_text.append("null");
}

void JsonWriter::quoted(std::string_view utf8)
{
    m_text.append('"');
    for (const char c : utf8) {
        if (c == '"' || c == '\\') {
            m_text.append('\\').append(c);
        } else if (static_cast<unsigned char>(c) < 0x20) {
            static constexpr char hex[] = "0123456789abcdef";
            m_text.append("\\u00").append(hex[(c >> 4) & 15]).append(hex[c & 15]);
        } else {
            m_text.append(c);
        }
    }
    m_text.append('"');
}

} // namespace bellwether
