#include "core/domain/money.h"

namespace bellwether {

namespace {

template <typename Value> Result<Value> parseNamed(QStringView text, const char16_t *what)
{
    const auto raw = parseDecimal(text);
    if (!raw)
        return failure(raw.error().code, QString::fromUtf16(what) + u' ' + raw.error().detail);
    return Value::fromRaw(*raw);
}

} // namespace

Result<Price> parsePrice(QStringView text) { return parseNamed<Price>(text, u"price"); }
Result<Quantity> parseQuantity(QStringView text) { return parseNamed<Quantity>(text, u"quantity"); }

QString toString(const Money &money) { return formatDecimal(money.amount.raw()) + u' ' + money.currency.toString(); }

Money notionalOf(Price price, Quantity quantity, Currency currency)
{
    return {FixedPoint<MoneyTag>::fromRaw(mulScaled(price.raw(), quantity.raw())), currency};
}

Money fractionOf(const Money &money, Ratio fraction)
{
    return {FixedPoint<MoneyTag>::fromRaw(mulScaled(money.amount.raw(), fraction.raw())), money.currency};
}

} // namespace bellwether
