#pragma once

#include "core/base/result.h"

#include <QString>

#include <cstdint>
#include <string_view>

namespace bellwether {

/// 128 bits for products of two fixed-point values (a compiler extension).
__extension__ typedef __int128 Int128;

/// One unit of a fixed-point value is 1e-8.
inline constexpr std::int64_t decimalScale = 100'000'000;
inline constexpr int decimalPlaces = 8;

/// Reads a plain decimal (`-12.5`, `0.00000001`) into units of 1e-8, strictly: digits and at most one point, no
/// exponent, no spaces, no "nan", no grouping. Errors: InvalidNumber (not a decimal, or more than 8 significant
/// decimals), OutOfRange (beyond ±9.2e10). Trailing zeros beyond 8 decimals are accepted.
Result<std::int64_t> parseDecimal(std::string_view text);
Result<std::int64_t> parseDecimal(QStringView text);

/// Shortest exact form of `raw` units of 1e-8: `12.5`, `-0.00000001`, `3`.
QString formatDecimal(std::int64_t raw);
/// With at least `minPlaces` decimals (trailing zeros kept), for columns that line up.
QString formatDecimal(std::int64_t raw, int minPlaces);

/// a × b ÷ c in 128 bits, rounded half away from zero. Fault on overflow or c = 0.
std::int64_t mulDiv(std::int64_t a, std::int64_t b, std::int64_t c);
/// a × b ÷ 1e8, rounded the same: the product of two fixed-point values. Most products fit into 64 bits, where the
/// division by a constant is a multiplication.
inline std::int64_t mulScaled(std::int64_t a, std::int64_t b)
{
    std::int64_t product = 0;
    if (__builtin_mul_overflow(a, b, &product)) [[unlikely]]
        return mulDiv(a, b, decimalScale);
    const std::int64_t rest = product % decimalScale;
    return product / decimalScale + (rest >= decimalScale / 2) - (rest <= -decimalScale / 2);
}

} // namespace bellwether
