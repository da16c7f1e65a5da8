#pragma once

#include "core/domain/decimal.h"

#include <cmath>
#include <compare>

namespace bellwether {

/// An exact decimal: a signed count of 1e-8 units, range ±9.2e10. Overflow is a Fault, never a wrap.
template <typename Tag> class FixedPoint {
public:
    constexpr FixedPoint() = default;
    static constexpr FixedPoint fromRaw(std::int64_t raw) { return FixedPoint(raw); }
    static FixedPoint fromInt(std::int64_t units)
    {
        std::int64_t raw = 0;
        if (__builtin_mul_overflow(units, decimalScale, &raw))
            throw Fault(QStringLiteral("fixed-point overflow"));
        return FixedPoint(raw);
    }
    /// The nearest unit of 1e-8; exact for values read from decimals below 2.2e7. Fault when not finite or too large.
    static FixedPoint fromDouble(double value)
    {
        const double scaled = value * double(decimalScale);
        if (!(std::fabs(scaled) < 9.2e18))
            throw Fault(QStringLiteral("number is not finite or too large for fixed point"));
        return FixedPoint(std::llround(scaled));
    }

    constexpr std::int64_t raw() const { return m_raw; }
    constexpr double toDouble() const { return double(m_raw) / double(decimalScale); }
    constexpr bool isZero() const { return m_raw == 0; }
    constexpr bool isPositive() const { return m_raw > 0; }
    constexpr bool isNegative() const { return m_raw < 0; }
    constexpr FixedPoint magnitude() const { return FixedPoint(m_raw < 0 ? -m_raw : m_raw); }

    FixedPoint operator+(FixedPoint other) const
    {
        std::int64_t sum = 0;
        if (__builtin_add_overflow(m_raw, other.m_raw, &sum))
            throw Fault(QStringLiteral("fixed-point overflow"));
        return FixedPoint(sum);
    }
    FixedPoint operator-(FixedPoint other) const
    {
        std::int64_t difference = 0;
        if (__builtin_sub_overflow(m_raw, other.m_raw, &difference))
            throw Fault(QStringLiteral("fixed-point overflow"));
        return FixedPoint(difference);
    }
    constexpr FixedPoint operator-() const { return FixedPoint(-m_raw); }
    FixedPoint &operator+=(FixedPoint other) { return *this = *this + other; }
    FixedPoint &operator-=(FixedPoint other) { return *this = *this - other; }
    constexpr auto operator<=>(const FixedPoint &) const = default;

private:
    constexpr explicit FixedPoint(std::int64_t raw) : m_raw(raw) {}
    std::int64_t m_raw = 0;
};

/// Quote currency per unit; negative for some spreads.
using Price = FixedPoint<struct PriceTag>;
/// Units, not lots; the direction is in Side.
using Quantity = FixedPoint<struct QuantityTag>;

Result<Price> parsePrice(QStringView text);
Result<Quantity> parseQuantity(QStringView text);

template <typename Tag> QString toString(FixedPoint<Tag> value) { return formatDecimal(value.raw()); }

} // namespace bellwether
