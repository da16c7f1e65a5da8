#pragma once

#include "core/domain/decimal.h"
#include "core/domain/money.h"
#include "core/exchange/venueorder.h"

namespace bellwether::exchange {

/// Exact, since the matching engine lets no symbol in whose tick times step has more than eight decimals.
inline Quantity valueOf(Price price, Quantity quantity) { return Quantity::fromRaw(mulDiv(price.raw(), quantity.raw(), decimalScale)); }

inline Quantity shareOf(Quantity quantity, Ratio share) { return Quantity::fromRaw(mulDiv(quantity.raw(), share.raw(), decimalScale)); }

inline Refusal noBalanceRefusal() { return {-2010, QStringLiteral("Account has insufficient balance for requested action.")}; }
inline Refusal noOrderRefusal() { return {-2011, QStringLiteral("Unknown order sent.")}; }

} // namespace bellwether::exchange
