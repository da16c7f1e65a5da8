#pragma once

#include "core/domain/money.h"

namespace bellwether::test {

/// Exact values from the text a reader would write; a typing mistake in a test is a Fault.
template <typename Value> Value exactly(const char16_t *text)
{
    const auto raw = parseDecimal(QStringView(text));
    if (!raw)
        throw Fault(raw.error().detail);
    return Value::fromRaw(*raw);
}
inline Price price(const char16_t *text) { return exactly<Price>(text); }
inline Quantity quantity(const char16_t *text) { return exactly<Quantity>(text); }
inline Money usdt(const char16_t *text)
{
    return {exactly<FixedPoint<MoneyTag>>(text), Currency(std::string_view("USDT"))};
}

} // namespace bellwether::test
