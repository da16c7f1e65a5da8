#pragma once

#include "core/base/error.h"

#include <QString>

#include <algorithm>
#include <array>
#include <compare>
#include <cstring>
#include <functional>
#include <string_view>

namespace bellwether {

/// Short ASCII text of at most `Capacity` bytes held inside the value: an id that costs no allocation, crosses threads
/// by copy and orders like its bytes. Longer text is a Fault; check with fits() first where the text comes from outside.
template <std::size_t Capacity> class FixedText {
public:
    constexpr FixedText() = default;
    constexpr explicit FixedText(std::string_view text)
    {
        if (!fits(text))
            throw Fault(QStringLiteral("text longer than its field"));
        std::copy(text.begin(), text.end(), m_bytes.begin());
    }
    explicit FixedText(const QString &text) : FixedText(std::string_view(text.toStdString())) {}

    static constexpr bool fits(std::string_view text) { return text.size() <= Capacity; }

    constexpr std::string_view view() const
    {
        std::size_t size = 0;
        while (size < Capacity && m_bytes[size] != '\0')
            ++size;
        return {m_bytes.data(), size};
    }
    QString toString() const { return QString::fromLatin1(view().data(), qsizetype(view().size())); }
    constexpr bool isEmpty() const { return m_bytes[0] == '\0'; }

    // By words: these are keys of maps on hot paths, where bytes one by one, and calls of memcmp, took much of an order's
    // time.
    bool operator==(const FixedText &other) const
    {
        std::uint64_t difference = 0;
        for (std::size_t at = 0; at < Capacity; at += sizeof difference)
            difference |= word(at) ^ other.word(at);
        return difference == 0;
    }
    std::size_t hash() const
    {
        std::uint64_t mixed = 0x9E3779B97F4A7C15u;
        for (std::size_t at = 0; at < Capacity; at += sizeof mixed) {
            mixed = (mixed ^ word(at)) * 0xFF51AFD7ED558CCDu;
            mixed ^= mixed >> 32;
        }
        return mixed;
    }
    std::strong_ordering operator<=>(const FixedText &other) const
    {
        return std::memcmp(m_bytes.data(), other.m_bytes.data(), Capacity) <=> 0;
    }

private:
    std::uint64_t word(std::size_t at) const
    {
        std::uint64_t value = 0;
        std::memcpy(&value, m_bytes.data() + at, std::min(sizeof value, Capacity - at));
        return value;
    }

    std::array<char, Capacity> m_bytes{};
};

} // namespace bellwether

template <std::size_t Capacity> struct std::hash<bellwether::FixedText<Capacity>> {
    std::size_t operator()(const bellwether::FixedText<Capacity> &text) const
    {
        return text.hash();
    }
};
