#include "core/backtest/jsonwriter.h"

#include "core/domain/decimal.h"

#include <charconv>
#include <chrono>
#include <cmath>

namespace bellwether {

namespace {

void putTwo(char *at, unsigned number)
{
    at[0] = char('0' + number / 10);
    at[1] = char('0' + number % 10);
}

void appendDate(QByteArray &out, std::int64_t day)
{
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
    const auto year = unsigned(int(date.year()));
    char text[] = "0000-00-00";
    putTwo(text, year / 100 % 100);
    putTwo(text + 2, year % 100);
    putTwo(text + 5, unsigned(date.month()));
    putTwo(text + 8, unsigned(date.day()));
    out.append(text, 10);
}

} // namespace

void appendIsoTime(QByteArray &out, Timestamp time)
{
    const std::int64_t seconds = time.seconds();
    if (seconds * 1'000'000'000 != time.ns()) {
        out.append(toIsoString(time).toLatin1());
        return;
    }
    const std::int64_t day = time.utcDay();
    const auto second = unsigned(seconds - day * 86'400);
    char text[] = "T00:00:00Z";
    putTwo(text + 1, second / 3'600);
    putTwo(text + 4, second / 60 % 60);
    putTwo(text + 7, second % 60);
    appendDate(out, day);
    out.append(text, 10);
}

void appendNumber(QByteArray &out, double number)
{
    if (!std::isfinite(number))
        return;
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, number + 0.0).ptr; // no zero with a sign
    out.append(digits, qsizetype(end - digits));
}

void appendDecimal(QByteArray &out, std::int64_t raw)
{
    const std::uint64_t magnitude = raw < 0 ? 0 - std::uint64_t(raw) : std::uint64_t(raw);
    char digits[32];
    char *end = digits;
    if (raw < 0)
        *end++ = '-';
    end = std::to_chars(end, digits + sizeof digits, magnitude / std::uint64_t(decimalScale)).ptr;
    if (std::uint64_t rest = magnitude % std::uint64_t(decimalScale); rest != 0) {
        *end++ = '.';
        for (std::uint64_t unit = std::uint64_t(decimalScale) / 10; rest != 0; unit /= 10) {
            *end++ = char('0' + rest / unit);
            rest %= unit;
        }
    }
    out.append(digits, qsizetype(end - digits));
}

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
    appendNumber(m_text, number);
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
    separate();
    m_text.append('"');
    appendIsoTime(m_text, time);
    m_text.append('"');
}

void JsonWriter::date(std::int64_t day)
{
    separate();
    m_text.append('"');
    appendDate(m_text, day);
    m_text.append('"');
}

void JsonWriter::decimal(std::int64_t raw)
{
    separate();
    appendDecimal(m_text, raw);
}

void JsonWriter::utf8(std::string_view text)
{
    separate();
    quoted(text);
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
    static constexpr char hex[] = "0123456789abcdef";
    m_text.append('"');
    std::size_t done = 0;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const char c = utf8[i];
        const bool isControl = static_cast<unsigned char>(c) < 0x20;
        if (!isControl && c != '"' && c != '\\')
            continue;
        m_text.append(utf8.data() + done, qsizetype(i - done));
        done = i + 1;
        if (isControl)
            m_text.append("\\u00").append(hex[(c >> 4) & 15]).append(hex[c & 15]);
        else
            m_text.append('\\').append(c);
    }
    m_text.append(utf8.data() + done, qsizetype(utf8.size() - done));
    m_text.append('"');
}

} // namespace bellwether
