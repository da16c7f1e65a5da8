#pragma once

#include "core/base/fixedtext.h"
#include "core/domain/fixedpoint.h"

namespace bellwether {

/// ISO 4217 code or the venue's asset name: `INR`, `USD`, `USDT`.
using Currency = FixedText<8>;

/// An exact amount of one currency. Arithmetic over two currencies is a Fault.
struct Money {
    FixedPoint<struct MoneyTag> amount;
    Currency currency;

    static Money zero(Currency currency) { return {{}, currency}; }

    Money operator+(const Money &other) const { return {amount + checked(other), currency}; }
    Money operator-(const Money &other) const { return {amount - checked(other), currency}; }
    Money operator-() const { return {-amount, currency}; }
    Money &operator+=(const Money &other) { return *this = *this + other; }
    Money &operator-=(const Money &other) { return *this = *this - other; }
    std::partial_ordering operator<=>(const Money &other) const { return amount <=> checked(other); }
    bool operator==(const Money &other) const { return amount == other.amount && currency == other.currency; }

    double toDouble() const { return amount.toDouble(); }

private:
    FixedPoint<MoneyTag> checked(const Money &other) const
    {
        if (currency != other.currency)
            throw Fault(QStringLiteral("money of two currencies: %1 and %2").arg(currency.toString(), other.currency.toString()));
        return other.amount;
    }
};

/// `12.50 INR`-like text for logs: shortest decimal and currency.
QString toString(const Money &money);

/// price × quantity as money, rounded half away from zero to 1e-8. Fault on overflow.
Money notionalOf(Price price, Quantity quantity, Currency currency);
/// `fraction` of an amount, for example a commission of 0.001; the fraction is exact to 1e-8.
Money fractionOf(const Money &money, FixedPoint<struct RatioTag> fraction);
/// A ratio such as a commission rate or a margin share, exact to 1e-8.
using Ratio = FixedPoint<struct RatioTag>;

} // namespace bellwether
