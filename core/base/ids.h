#pragma once

#include "core/base/fixedtext.h"

#include <compare>
#include <cstdint>
#include <functional>

namespace bellwether {

/// A number that names one thing of one kind; ids of different kinds do not mix. 0 means "none".
template <typename Tag> struct NumberId {
    std::uint64_t value = 0;

    constexpr bool isValid() const { return value != 0; }
    constexpr auto operator<=>(const NumberId &) const = default;
};

/// A short text that names one thing of one kind.
template <typename Tag, std::size_t Capacity> struct TextId : FixedText<Capacity> {
    using FixedText<Capacity>::FixedText;
    auto operator<=>(const TextId &) const = default;
};

using OrderId = NumberId<struct OrderIdTag>;
using SignalId = NumberId<struct SignalIdTag>;
using FillId = NumberId<struct FillIdTag>;
/// A position book of one account: (strategy, instrument) pairs numbered from 1 in the order of their first use.
using BookId = NumberId<struct BookIdTag>;
/// `VENUE:SYMBOL`, for example `BINANCE:BTCUSDT`, `NSE:RELIANCE`.
using InstrumentId = TextId<struct InstrumentIdTag, 32>;
/// A strategy as the catalogue names it (`ema_crossover`), the owner of a position book. `manual` is the trader's own.
using StrategyId = TextId<struct StrategyIdTag, 32>;
/// An account as the profile names it, for example `paper-crypto`.
using AccountId = TextId<struct AccountIdTag, 24>;
/// The id that a venue sees on our order; unique for ever.
using ClientOrderId = TextId<struct ClientOrderIdTag, 36>;

} // namespace bellwether

template <typename Tag> struct std::hash<bellwether::NumberId<Tag>> {
    std::size_t operator()(const bellwether::NumberId<Tag> &id) const { return std::hash<std::uint64_t>{}(id.value); }
};
template <typename Tag, std::size_t Capacity> struct std::hash<bellwether::TextId<Tag, Capacity>> {
    std::size_t operator()(const bellwether::TextId<Tag, Capacity> &id) const
    {
        return id.hash();
    }
};
