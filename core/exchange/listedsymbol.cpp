#include "core/exchange/listedsymbol.h"

#include "core/domain/decimal.h"

using namespace Qt::StringLiterals;

namespace bellwether::exchange {

namespace {

bool isOnStep(std::int64_t value, std::int64_t step) { return step == 0 || value % step == 0; }

bool isPriceGood(const ListedSymbol &symbol, Price price)
{
    return price >= symbol.tickSize && price <= symbol.priceMax && isOnStep(price.raw(), symbol.tickSize.raw());
}

bool isLotGood(const ListedSymbol &symbol, Quantity quantity)
{
    return quantity >= symbol.quantityMin && quantity <= symbol.quantityMax && isOnStep(quantity.raw(), symbol.step.raw());
}

bool isNearAverage(const ListedSymbol &symbol, const NewOrder &order, Price average)
{
    const bool isBuy = order.side == Side::Buy;
    const Int128 price = Int128(order.price.raw()) * decimalScale;
    return price <= Int128(average.raw()) * (isBuy ? symbol.bidUp : symbol.askUp).raw()
        && price >= Int128(average.raw()) * (isBuy ? symbol.bidDown : symbol.askDown).raw();
}

} // namespace

Refusal filterFailure(const char *name) { return {-1013, u"Filter failure: %1"_s.arg(QString::fromUtf8(name))}; }

std::optional<Refusal> checkFilters(const ListedSymbol &symbol, const NewOrder &order, Price average)
{
    const bool isByMoney = order.kind == OrderKind::Market && order.quoteQuantity.isPositive();
    if (!isAtMarket(order.kind) && !isPriceGood(symbol, order.price))
        return filterFailure("PRICE_FILTER");
    const bool hasStop = hasTrigger(order.kind) && (order.trailingDelta == 0 || order.stopPrice.isPositive());
    if (hasStop && !isPriceGood(symbol, order.stopPrice))
        return filterFailure("PRICE_FILTER");
    if (!isAtMarket(order.kind) && average.isPositive() && !isNearAverage(symbol, order, average))
        return filterFailure("PERCENT_PRICE_BY_SIDE");
    if (!isByMoney && !isLotGood(symbol, order.quantity))
        return filterFailure("LOT_SIZE");
    if (order.icebergQuantity.isPositive() && !isLotGood(symbol, order.icebergQuantity))
        return filterFailure("LOT_SIZE");
    if (order.kind == OrderKind::Market && symbol.marketQuantityMax.isPositive() && order.quantity > symbol.marketQuantityMax)
        return filterFailure("MARKET_LOT_SIZE");
    const Price at = !isAtMarket(order.kind) ? order.price : order.stopPrice.isPositive() ? order.stopPrice : average;
    if (isByMoney || at.isPositive()) {
        const Quantity value = isByMoney ? order.quoteQuantity : Quantity::fromRaw(mulDiv(at.raw(), order.quantity.raw(), decimalScale));
        // The upper bound is not for the market (applyMaxToMarket is false).
        if (value < symbol.notionalMin || (!isAtMarket(order.kind) && value > symbol.notionalMax))
            return filterFailure("NOTIONAL");
    }
    if (order.icebergQuantity.isPositive()) {
        const std::int64_t parts = (order.quantity.raw() + order.icebergQuantity.raw() - 1) / order.icebergQuantity.raw();
        if (parts > symbol.icebergParts)
            return filterFailure("ICEBERG_PARTS");
    }
    if (order.trailingDelta != 0 && (order.trailingDelta < symbol.trailingMin || order.trailingDelta > symbol.trailingMax))
        return filterFailure("TRAILING_DELTA");
    return std::nullopt;
}

} // namespace bellwether::exchange
