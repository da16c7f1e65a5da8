#pragma once

#include "core/base/timestamp.h"

#include <QByteArray>
#include <QString>

#include <string_view>
#include <vector>

namespace bellwether {

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
    /// A number that is exact as text already, such as a price.
    void number(const QString &text);
    void null();

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
