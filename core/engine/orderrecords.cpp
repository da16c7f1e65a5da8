#include "core/engine/recordfamilies.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

void write(RecordWriter &out, const Order &order)
{
    out.id("id", order.id);
    out.text("client", order.clientId);
    out.text("venue", order.venueId);
    out.id("signal", order.signal);
    out.id("parent", order.parent);
    out.id("sibling", order.sibling);
    if (order.isAttached)
        out.flag("attached", true);
    out.text("strategy", order.strategy);
    out.text("instrument", order.instrument);
    out.text("role", toString(order.role));
    out.text("side", toString(order.side));
    out.text("type", toString(order.type));
    out.text("tif", toString(order.timeInForce));
    if (order.product != Product::None)
        out.text("product", toString(order.product));
    out.decimal("quantity", order.quantity);
    out.decimal("limit", order.limitPrice);
    out.decimal("stop", order.stopPrice);
    out.decimal("reference", order.referencePrice);
    out.decimal("bracket_stop", order.bracketStop);
    out.decimal("bracket_target", order.bracketTarget);
    out.time("created", order.createdAt);
    out.text("reason", order.reason);
}

Order readOrder(RecordReader &in)
{
    Order order;
    order.id = in.ownId<OrderId>("id");
    order.clientId = in.ownText<ClientOrderId>("client");
    order.venueId = in.text("venue");
    order.signal = in.id<SignalId>("signal");
    order.parent = in.id<OrderId>("parent");
    order.sibling = in.id<OrderId>("sibling");
    order.isAttached = in.has("attached") && in.flag("attached");
    order.strategy = in.ownText<StrategyId>("strategy");
    order.instrument = in.ownText<InstrumentId>("instrument");
    order.role = in.oneOf<OrderRole>("role", 4);
    order.side = in.oneOf<Side>("side", 2);
    order.type = in.oneOf<OrderType>("type", int(OrderType::LimitIfTouched) + 1);
    order.timeInForce = in.oneOf<TimeInForce>("tif", int(TimeInForce::PostOnly) + 1);
    order.product = in.has("product") ? in.oneOf<Product>("product", productCount) : Product::None;
    order.quantity = in.decimal<Quantity>("quantity");
    if (!order.quantity.isPositive())
        in.fault("quantity");
    order.limitPrice = in.decimal<Price>("limit");
    order.stopPrice = in.decimal<Price>("stop");
    order.referencePrice = in.decimal<Price>("reference");
    order.bracketStop = in.decimal<Price>("bracket_stop");
    order.bracketTarget = in.decimal<Price>("bracket_target");
    order.createdAt = in.time("created");
    order.updatedAt = order.createdAt;
    order.reason = in.text("reason");
    // A planned order has passed its checks; that is the state its record stands for.
    if (!order.apply({OrderEvent::Kind::PassedChecks, order.createdAt}))
        in.fault("id");
    return order;
}

} // namespace

QByteArray encode(const OrderPlanned &planned)
{
    RecordWriter out("order_planned");
    write(out, planned.order);
    out.id("work", planned.work);
    return out.finish();
}

QByteArray encode(const OrderRouted &routed)
{
    RecordWriter out("order_routed");
    out.id("order", routed.order);
    out.text("account", routed.account);
    out.text("reason", routed.reason);
    return out.finish();
}

QByteArray encode(const OrderRefused &refused)
{
    RecordWriter out("order_refused");
    out.text("strategy", refused.strategy);
    out.text("instrument", refused.instrument);
    out.text("rule", refused.rule);
    out.text("text", refused.text);
    return out.finish();
}

QByteArray encode(const OrderChanged &changed)
{
    RecordWriter out("order_changed");
    out.id("order", changed.order);
    out.text("event", toString(changed.event.kind));
    out.time("at", changed.event.time);
    out.decimal("quantity", changed.event.quantity);
    out.decimal("price", changed.event.price);
    out.text("reason", changed.event.reason);
    out.text("venue", changed.venueOrderId);
    out.text("trade", changed.venueTradeId);
    out.money("commission", changed.commission);
    out.id("fill", changed.fill);
    return out.finish();
}

QByteArray encode(const OrderAdopted &adopted)
{
    RecordWriter out("order_adopted");
    write(out, adopted.order);
    return out.finish();
}

std::optional<Record> readOrderRecord(std::string_view kind, RecordReader &in)
{
    if (kind == "order_changed") {
        OrderChanged changed;
        changed.order = in.ownId<OrderId>("order");
        changed.event.kind = in.oneOf<OrderEvent::Kind>("event", int(OrderEvent::Kind::FillVoided) + 1);
        changed.event.time = in.time("at");
        changed.event.quantity = in.decimal<Quantity>("quantity");
        changed.event.price = in.decimal<Price>("price");
        changed.event.reason = in.text("reason");
        changed.venueOrderId = in.text("venue");
        changed.venueTradeId = in.text("trade");
        changed.commission = in.money("commission");
        changed.fill = in.id<FillId>("fill");
        return changed;
    }
    if (kind == "order_planned")
        return OrderPlanned{readOrder(in), in.id<WorkId>("work")};
    if (kind == "order_routed")
        return OrderRouted{in.ownId<OrderId>("order"), in.ownText<AccountId>("account"), in.text("reason")};
    if (kind == "order_refused")
        return OrderRefused{in.shortText<StrategyId>("strategy"), in.shortText<InstrumentId>("instrument"), in.text("rule"), in.text("text")};
    if (kind == "order_adopted")
        return OrderAdopted{readOrder(in)};
    return {};
}

} // namespace bellwether
