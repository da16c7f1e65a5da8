#pragma once

#include "core/base/ids.h"
#include "core/domain/money.h"
#include "core/domain/side.h"

namespace bellwether {

enum class InstrumentKind { Spot, Equity, Index, Future, Option };

/// TowardPassive never improves the order for the other side: a buy rounds down, a sell rounds up.
enum class Rounding { Nearest, Down, Up, TowardPassive };

/// What can be traded and by which steps. Prices are in `currency` per unit; quantities in units.
struct Instrument {
    InstrumentId id;
    QString symbol;              ///< as shown: `BTCUSDT`, `RELIANCE`
    QString name;                ///< long name
    InstrumentKind kind = InstrumentKind::Spot;
    Currency currency;           ///< what prices and profit are counted in
    Price tickSize = Price::fromRaw(1'000'000);
    Quantity lotSize = Quantity::fromRaw(1);
    Quantity quantityMin;
    Money notionalMin;
    std::int64_t multiplier = 1; ///< units of the underlying per contract
    QString calendar;            ///< exchange calendar id: `crypto`, `nse`
    QString sector;
    bool canShort = false;       ///< the venue lets a sale open a position

    /// Money value of a quantity at a price, with the multiplier.
    Money notional(Price price, Quantity quantity) const;
    /// The only way from an estimate to a price that a venue accepts.
    Price roundToTick(double price, Rounding rounding, Side side = Side::Buy) const;
    Price roundToTick(Price price, Rounding rounding, Side side = Side::Buy) const;
    /// The largest multiple of the lot not above `quantity`; zero when that is below the minimum quantity.
    Quantity roundToLot(Quantity quantity) const;
    bool isOnTick(Price price) const { return tickSize.isPositive() && price.raw() % tickSize.raw() == 0; }
    bool isOnLot(Quantity quantity) const { return lotSize.isPositive() && quantity.raw() % lotSize.raw() == 0; }
    /// Decimals that show a price to its tick.
    int priceDecimals() const;
    int quantityDecimals() const;

    bool operator==(const Instrument &) const = default;
};

/// `spot`, `equity`, `index`, `future`, `option`.
QString toString(InstrumentKind kind);

} // namespace bellwether
