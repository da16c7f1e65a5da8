#pragma once

#include "core/base/timestamp.h"

#include <QByteArray>
#include <QString>

#include <string_view>
#include <vector>

namespace bellwether {

/// Appends the time as toIsoString writes it, without a text in between: reports have millions of these.
void appendIsoTime(QByteArray &out, Timestamp time);
/// Appends the shortest text that reads back to the same double; nothing where it is not finite.
void appendNumber(QByteArray &out, double number);
/// Appends a fixed-point value, a count of 1e-8, as formatDecimal writes it.
void appendDecimal(QByteArray &out, std::int64_t raw);

/// Writes one JSON document piece by piece, with two spaces of indentation, so that a million marks need no tree in
/// memory. The caller keeps to the grammar: keys in objects, values in arrays.
class JsonWriter {
public:
    void beginObject(bool isInline = false) { open('{', isInline); }
    void endObject() { close('}'); }
    void beginArray(bool isInline = false) { open('[', isInline); }
    void endArray() { close(']'); }
    void key(std::string_view name);

    /// Shortest text that reads back to the same double; null where it is not finite.
    void value(double number);
    void value(std::int64_t number);
    void value(bool flag);
    void value(const QString &text);
    /// As toIsoString.
    void value(Timestamp time);
    /// The date of a day counted from 1970-01-01: `2021-05-31`.
    void date(std::int64_t day);
    /// A number that is exact as text already.
    void number(const QString &text);
    /// A fixed-point value, a count of 1e-8.
    void decimal(std::int64_t raw);
    void null();
    /// Text that is UTF-8 already. Not named value(): a literal would be taken for a flag.
    void utf8(std::string_view text);

    template <typename T> void field(std::string_view name, const T &content)
    {
        key(name);
        value(content);
    }
    void numberField(std::string_view name, const QString &text)
    {
        key(name);
        number(text);
    }

    void utf8Field(std::string_view name, std::string_view content)
    {
        key(name);
        utf8(content);
    }
    template <typename FixedPoint> void decimalField(std::string_view name, FixedPoint content)
    {
        key(name);
        decimal(content.raw());
    }

    const QByteArray &text() const { return m_text; }

private:
    struct Level {
        bool isInline;
        bool isEmpty;
    };
    void open(char bracket, bool isInline);
    void close(char bracket);
    void separate();
    void breakLine() { m_text.append('\n').append(QByteArray(2 * qsizetype(m_levels.size()), ' ')); }
    void quoted(std::string_view utf8);

    QByteArray m_text;
    std::vector<Level> m_levels;
    bool m_isAfterKey = false;
};

} // namespace bellwether
