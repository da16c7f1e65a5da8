#pragma once

#include "core/base/timestamp.h"
#include "core/desk/workrequest.h"
#include "core/domain/bar.h"
#include "core/domain/signal.h"

#include <QByteArray>
#include <QStringList>

#include <cstring>
#include <deque>
#include <map>
#include <optional>
#include <type_traits>
#include <vector>

namespace bellwether {

/// Takes the parts of a state down as bytes of this machine's kind. The same list of parts, given to a StateReader,
/// reads them back.
class StateWriter {
public:
    static constexpr bool isReading = false;
    void bytes(void *data, std::size_t size) { m_bytes.append(static_cast<const char *>(data), qsizetype(size)); }
    std::size_t count(std::size_t size)
    {
        std::uint64_t number = size;
        bytes(&number, sizeof number);
        return size;
    }
    void fault() {}
    bool isSound() const { return true; }
    QByteArray take() { return std::move(m_bytes); }

private:
    QByteArray m_bytes;
};

/// Reads what a StateWriter wrote. Whatever the bytes are, it ends: after the first trouble everything reads as zero.
class StateReader {
public:
    static constexpr bool isReading = true;
    explicit StateReader(const QByteArray &bytes) : m_bytes(bytes) {}
    void bytes(void *data, std::size_t size)
    {
        if (!m_isSound || size > left()) {
            m_isSound = false;
            std::memset(data, 0, size);
            return;
        }
        std::memcpy(data, m_bytes.constData() + m_at, size);
        m_at += size;
    }
    /// How many elements follow: never more than there are bytes for.
    std::size_t count(std::size_t)
    {
        std::uint64_t number = 0;
        bytes(&number, sizeof number);
        if (number <= left())
            return std::size_t(number);
        m_isSound = false;
        return 0;
    }
    void fault() { m_isSound = false; }
    bool isSound() const { return m_isSound; }
    bool isAtEnd() const { return left() == 0; }

private:
    std::size_t left() const { return std::size_t(m_bytes.size()) - m_at; }
    QByteArray m_bytes;
    std::size_t m_at = 0;
    bool m_isSound = true;
};

/// The last value of an enumeration that a state holds: what lies beyond is no value of it.
template <typename Enum> inline constexpr Enum lastOf = Enum::none;
template <> inline constexpr Side lastOf<Side> = Side::Sell;
template <> inline constexpr Product lastOf<Product> = Product::Carry;
template <> inline constexpr OrderType lastOf<OrderType> = OrderType::LimitIfTouched;
template <> inline constexpr TimeInForce lastOf<TimeInForce> = TimeInForce::PostOnly;
template <> inline constexpr OrderRole lastOf<OrderRole> = OrderRole::TakeProfit;
template <> inline constexpr OrderState lastOf<OrderState> = OrderState::Lapsed;
template <> inline constexpr SignalState lastOf<SignalState> = SignalState::Denied;
template <> inline constexpr StrategyCategory lastOf<StrategyCategory> = StrategyCategory::LongTerm;
template <> inline constexpr Comparison lastOf<Comparison> = Comparison::AtMost;
template <> inline constexpr Timeframe lastOf<Timeframe> = allTimeframes.back();
template <> inline constexpr WorkKind lastOf<WorkKind> = WorkKind::MarketMaker;
template <> inline constexpr WorkState lastOf<WorkState> = WorkState::Failed;
template <> inline constexpr Distance::Unit lastOf<Distance::Unit> = Distance::Unit::Atr;
template <> inline constexpr WorkCondition::Kind lastOf<WorkCondition::Kind> = WorkCondition::Kind::TimeAt;

// One part: a number, a text, an id, an enumeration, or a container of such. Structures have their own overloads in
// StateFields, found through `Archive::operator()` there.
template <typename Archive, typename Value>
    requires(std::is_arithmetic_v<Value> || std::is_same_v<Value, Int128> || std::has_unique_object_representations_v<Value>)
    && (!std::is_enum_v<Value>)
void archivePart(Archive &archive, Value &value)
{
    if constexpr (std::is_same_v<Value, bool>) {
        std::uint8_t byte = value ? 1 : 0;
        archive.bytes(&byte, 1);
        value = byte != 0;
    } else {
        archive.bytes(&value, sizeof value);
    }
}
template <typename Archive, typename Enum>
    requires std::is_enum_v<Enum>
void archivePart(Archive &archive, Enum &value)
{
    std::int32_t number = std::int32_t(value);
    archive.bytes(&number, sizeof number);
    if (number < 0 || number > std::int32_t(lastOf<Enum>)) {
        archive.fault();
        number = 0;
    }
    value = Enum(number);
}
template <typename Archive> void archivePart(Archive &archive, QString &value)
{
    QByteArray text = Archive::isReading ? QByteArray() : value.toUtf8();
    text.resize(qsizetype(archive.count(std::size_t(text.size()))));
    archive.bytes(text.data(), std::size_t(text.size()));
    if constexpr (Archive::isReading)
        value = QString::fromUtf8(text);
}

} // namespace bellwether
