#pragma once

#include "core/base/ids.h"
#include "core/base/timestamp.h"
#include "core/domain/money.h"

#include <QByteArray>

#include <array>
#include <charconv>
#include <cmath>

namespace bellwether {

/// Writes one journal record as compact JSON, field by field; what is empty or zero is left out.
class RecordWriter {
public:
    explicit RecordWriter(std::string_view kind)
    {
        m_bytes.reserve(512);
        m_bytes += '{';
        text("kind", kind);
    }
    void text(std::string_view key, std::string_view value)
    {
        this->key(key);
        quote(value);
    }
    void text(std::string_view key, const QString &value)
    {
        if (!value.isEmpty())
            text(key, std::string_view(value.toStdString()));
    }
    template <std::size_t N> void text(std::string_view key, const FixedText<N> &value)
    {
        if (!value.isEmpty())
            text(key, value.view());
    }
    void number(std::string_view key, std::int64_t value)
    {
        this->key(key);
        append(value);
    }
    template <typename Tag> void id(std::string_view key, NumberId<Tag> value)
    {
        if (value.isValid())
            number(key, std::int64_t(value.value));
    }
    void real(std::string_view key, double value)
    {
        this->key(key);
        if (std::fabs(value) >= 1e18 && std::isfinite(value)) // else a long row of digits that readers take for an integer
            append(value, std::chars_format::scientific);
        else if (std::isfinite(value))
            append(value);
        else
            m_bytes += "null";
    }
    void flag(std::string_view key, bool value)
    {
        this->key(key);
        m_bytes += value ? "true" : "false";
    }
    template <typename Tag> void decimal(std::string_view key, FixedPoint<Tag> value)
    {
        if (!value.isZero())
            text(key, toString(value));
    }
    void money(std::string_view key, const Money &value)
    {
        if (!value.currency.isEmpty())
            text(key, toString(value));
    }
    void time(std::string_view key, Timestamp value) { number(key, value.ns()); }

    void openArray(std::string_view key)
    {
        this->key(key);
        m_bytes += '[';
    }
    void closeArray() { m_bytes += ']'; }
    void openObject(std::string_view key)
    {
        this->key(key);
        m_bytes += '{';
    }
    void openElement() { m_bytes += m_bytes.endsWith('[') ? "{" : ",{"; }
    void close() { m_bytes += '}'; }
    QByteArray finish()
    {
        close();
        return std::move(m_bytes);
    }

private:
    void key(std::string_view key)
    {
        if (!m_bytes.endsWith('{'))
            m_bytes += ',';
        m_bytes += '"';
        m_bytes.append(key.data(), qsizetype(key.size()));
        m_bytes += "\":";
    }
    void quote(std::string_view value)
    {
        m_bytes += '"';
        for (const char c : value) {
            if (c == '"' || c == '\\') {
                m_bytes += '\\';
                m_bytes += c;
            } else if (static_cast<unsigned char>(c) < 0x20) {
                m_bytes += "\\u00";
                m_bytes += "0123456789abcdef"[(c >> 4) & 15];
                m_bytes += "0123456789abcdef"[c & 15];
            } else {
                m_bytes += c;
            }
        }
        m_bytes += '"';
    }
    template <typename Number, typename... Format> void append(Number value, Format... format)
    {
        std::array<char, 40> text;
        const auto end = std::to_chars(text.data(), text.data() + text.size(), value, format...).ptr;
        m_bytes.append(text.data(), end - text.data());
    }

    QByteArray m_bytes;
};

} // namespace bellwether
