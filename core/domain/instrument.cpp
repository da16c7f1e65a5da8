#include "core/domain/instrument.h"

#include "core/base/timestamp.h"

namespace bellwether {

namespace {

int decimalsOf(std::int64_t raw)
{
    int places = decimalPlaces;
    while (places > 0 && raw != 0 && raw % 10 == 0) {
        raw /= 10;
        --places;
    }
    return raw == 0 ? 0 : places;
}

} // namespace

Money Instrument::notional(Price price, Quantity quantity) const
{
    const Money value = notionalOf(price, quantity, currency);
    if (multiplier == 1)
        return value;
    return {FixedPoint<MoneyTag>::fromRaw(mulDiv(value.amount.raw(), multiplier, 1)), currency};
}

Price Instrument::roundToTick(double price, Rounding rounding, Side side) const
{
    return roundToTick(Price::fromDouble(price), rounding, side);
}

Price Instrument::roundToTick(Price price, Rounding rounding, Side side) const
{
    const std::int64_t tick = tickSize.raw();
    if (tick <= 0)
        throw Fault(QStringLiteral("instrument %1 has no tick size").arg(id.toString()));
    const std::int64_t down = Timestamp::floorDiv(price.raw(), tick) * tick;
    const std::int64_t rest = price.raw() - down;
    if (rest == 0)
        return price;
    if (rounding == Rounding::TowardPassive)
        rounding = side == Side::Buy ? Rounding::Down : Rounding::Up;
    const bool isUp = rounding == Rounding::Up || (rounding == Rounding::Nearest && rest * 2 >= tick);
    return Price::fromRaw(isUp ? down + tick : down);
}

Quantity Instrument::roundToLot(Quantity quantity) const
{
    const std::int64_t lot = lotSize.raw();
    if (lot <= 0)
        throw Fault(QStringLiteral("instrument %1 has no lot size").arg(id.toString()));
    const Quantity rounded = Quantity::fromRaw(quantity.raw() / lot * lot);
    return rounded < quantityMin ? Quantity() : rounded;
}

int Instrument::priceDecimals() const { return decimalsOf(tickSize.raw()); }
int Instrument::quantityDecimals() const { return decimalsOf(lotSize.raw()); }

QString toString(InstrumentKind kind)
{
    switch (kind) {
    case InstrumentKind::Spot: return QStringLiteral("spot");
    case InstrumentKind::Equity: return QStringLiteral("equity");
    case InstrumentKind::Index: return QStringLiteral("index");
    case InstrumentKind::Future: return QStringLiteral("future");
    case InstrumentKind::Option: return QStringLiteral("option");
    }
    return {};
}

} // namespace bellwether
