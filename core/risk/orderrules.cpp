#include "core/risk/rules.h"

using namespace Qt::StringLiterals;

namespace bellwether::rules {

QString percentText(double fraction) { return QString::number(fraction * 100, 'g', 4) + u" %"_s; }

std::optional<Denial> orderShape(const RiskView &view)
{
    const auto denied = [](const QString &text) { return Denial{u"order_shape"_s, text}; };
    const Order &order = view.order;
    const Instrument &instrument = view.instrument;
    if (!order.quantity.isPositive())
        return denied(u"the quantity is zero: the size rounds down to less than one lot"_s);
    if (!instrument.isOnLot(order.quantity))
        return denied(u"quantity %1 is not a multiple of the lot %2"_s.arg(toString(order.quantity), toString(instrument.lotSize)));
    if (!isReducing(order.role) && order.quantity < instrument.quantityMin)
        return denied(u"quantity %1 is below the minimum %2"_s.arg(toString(order.quantity), toString(instrument.quantityMin)));
    if (order.timeInForce == TimeInForce::PostOnly && order.type != OrderType::Limit)
        return denied(u"only a limit order can be post-only, not a %1 order"_s.arg(toString(order.type)));
    const bool hasLimit = hasLimitPrice(order.type);
    const bool hasStop = hasTriggerPrice(order.type);
    for (const auto &[isUsed, price, name] : {std::tuple{hasLimit, order.limitPrice, u"limit price"_s}, {hasStop, order.stopPrice, u"stop price"_s}}) {
        if (!isUsed)
            continue;
        if (!price.isPositive())
            return denied(u"the %1 is not above zero"_s.arg(name));
        if (!instrument.isOnTick(price))
            return denied(u"%1 %2 is not a multiple of the tick %3"_s.arg(name, toString(price), toString(instrument.tickSize)));
    }
    if (!isReducing(order.role) && view.expectedPrice().isPositive() && view.expectedValue().amount < instrument.notionalMin.amount) {
        return denied(u"value %1 is below the minimum %2"_s.arg(toString(view.expectedValue()), toString(instrument.notionalMin)));
    }
    return {};
}

std::optional<Denial> product(const RiskView &view)
{
    const Order &order = view.order;
    if (order.product == Product::None)
        return {};
    const auto denied = [](const QString &text) { return Denial{u"product"_s, text}; };
    const QString name = toString(order.product);
    const std::vector<Product> possible = productsOf(view.instrument);
    if (std::ranges::find(possible, order.product) == possible.end())
        return denied(u"%1 cannot be traded as %2"_s.arg(view.instrument.symbol, name));
    if (view.addsToPosition && view.heldProduct != Product::None && view.heldProduct != order.product)
        return denied(u"%1 is held as %2: close that before an order as %3"_s.arg(view.instrument.symbol, toString(view.heldProduct), name));
    if (order.product == Product::Delivery && order.side == Side::Sell)
        return denied(u"CNC cannot be sold short: what is not held is sold as MIS"_s);
    return {};
}

std::optional<Denial> orderQuantity(const RiskView &view)
{
    if (view.order.quantity.toDouble() <= view.limits.orderQuantityMax)
        return {};
    return Denial{u"order_quantity"_s, u"quantity %1 is above the limit of %2 units"_s.arg(toString(view.order.quantity))
                                           .arg(view.limits.orderQuantityMax)};
}

std::optional<Denial> orderValue(const RiskView &view)
{
    if (isWithinShare(view.expectedValue().amount.raw(), view.limits.orderValueMax, view.equity.amount.raw()))
        return {};
    const double value = view.expectedValue().toDouble();
    const double limit = view.limits.orderValueMax * view.equity.toDouble();
    return Denial{u"order_value"_s, u"value %1 is above %2 of equity (%3)"_s.arg(value, 0, 'f', 2)
                                        .arg(percentText(view.limits.orderValueMax))
                                        .arg(limit, 0, 'f', 2)};
}

std::optional<Denial> priceDistance(const RiskView &view)
{
    if (!view.last.isPositive())
        return {};
    // A market order trades at the other side of the book, wherever that is.
    const Price quoted = view.order.side == Side::Buy ? view.ask : view.bid;
    const Price at = view.order.type == OrderType::Market ? quoted : view.expectedPrice();
    if (view.order.type == OrderType::Market && !quoted.isPositive())
        return {};
    const Price away = (at - view.last).magnitude();
    if (isWithinShare(away.raw(), view.limits.priceDistanceMax, view.last.raw()))
        return {};
    const double distance = away.toDouble() / view.last.toDouble();
    return Denial{u"price_distance"_s, u"price %1 is %2 away from the last price %3 (limit %4)"_s
                                           .arg(toString(at), percentText(distance), toString(view.last),
                                                percentText(view.limits.priceDistanceMax))};
}

std::optional<Denial> reducingSize(const RiskView &view)
{
    if (view.order.quantity <= view.heldAgainst)
        return {};
    return Denial{u"reducing_size"_s, u"closing %1 would flip a holding of %2"_s.arg(toString(view.order.quantity), toString(view.heldAgainst))};
}

} // namespace bellwether::rules
