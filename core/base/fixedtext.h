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

    // One memcmp: these are keys of maps on hot paths, and comparing bytes one by one took a fifth of an order's time.
    bool operator==(const FixedText &other) const { return std::memcmp(m_bytes.data(), other.m_bytes.data(), Capacity) == 0; }
    std::strong_ordering operator<=>(const FixedText &other) const
    {
        return std::memcmp(m_bytes.data(), other.m_bytes.data(), Capacity) <=> 0;
    }

private:
    std::array<char, Capacity> m_bytes{};
};

} // namespace bellwether

template <std::size_t Capacity> struct std::hash<bellwether::FixedText<Capacity>> {
    std::size_t operator()(const bellwether::FixedText<Capacity> &text) const
    {
        return std::hash<std::string_view>{}(text.view());
    }
};
