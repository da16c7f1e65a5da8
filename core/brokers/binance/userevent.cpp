#include "core/brokers/binance/userevent.h"

#include "core/brokers/binance/orderfields.h"

using namespace Qt::StringLiterals;

namespace bellwether::binance {

using net::JsonValue;
using net::readJson;

namespace {

OrderUpdate orderUpdateOf(const JsonValue &json)
{
    OrderUpdate update;
    VenueOrder &order = update.order;
    order.symbol = json["s"].string();
    order.orderId = json["i"].integer();
    if (const auto list = json.find("g"))
        order.orderListId = list->integer();
    // A cancel carries its own id as "c" and the order's as "C".
    const QString original = json["C"].string();
    order.clientOrderId = original.isEmpty() ? json["c"].string() : original;
    order.side = sideOf(json["S"]);
    order.type = json["o"].string();
    order.status = json["X"].string();
    order.price = json["p"].decimal<Price>();
    order.stopPrice = json["P"].decimal<Price>();
    order.quantity = json["q"].decimal<Quantity>();
    order.executed = json["z"].decimal<Quantity>();
    order.quoteExecuted = json["Z"].decimal<Quantity>();
    order.time = timeOf(json["T"]);
    // An order that is through is not on the book either; only a live stop order waits for its trigger.
    order.isWorking = json["w"].flag() || order.status != u"NEW"_s;
    update.execution = json["x"].string();
    const QString reason = json["r"].string();
    update.rejectReason = reason == u"NONE"_s ? QString() : reason;
    if (const auto expiry = json.find("eR"); expiry && update.rejectReason.isEmpty())
        update.rejectReason = expiry->isText() ? expiry->string() : QString::number(expiry->integer());
    if (const auto id = json.find("I"))
        update.executionId = id->integer();
    if (update.execution != u"TRADE"_s)
        return update;
    VenueFill &fill = update.fill.emplace();
    fill.tradeId = json["t"].integer();
    fill.orderId = order.orderId;
    fill.price = json["L"].decimal<Price>();
    fill.quantity = json["l"].decimal<Quantity>();
    fill.commission = json["n"].decimal<Quantity>();
    if (const auto asset = json.find("N"))
        fill.commissionAsset = asset->string();
    fill.time = order.time;
    fill.side = order.side;
    fill.isMaker = json["m"].flag();
    return update;
}

BalancesUpdate balancesOf(const JsonValue &json)
{
    BalancesUpdate update{timeOf(json["u"]), {}};
    json["B"].forEach([&](const JsonValue &row) {
        update.balances.push_back({row["a"].string(), row["f"].decimal<Quantity>(), row["l"].decimal<Quantity>()});
    });
    return update;
}

OrderListUpdate listOf(const JsonValue &json)
{
    OrderListUpdate update;
    update.list.symbol = json["s"].string();
    update.list.orderListId = json["g"].integer();
    update.list.contingency = json["c"].string();
    update.list.status = json["L"].string();
    update.list.clientListId = json["C"].string();
    json["O"].forEach([&](const JsonValue &row) {
        VenueOrder order;
        order.symbol = row["s"].string();
        order.orderId = row["i"].integer();
        order.orderListId = update.list.orderListId;
        order.clientOrderId = row["c"].string();
        update.list.orders.push_back(std::move(order));
    });
    return update;
}

UserEvent eventOf(const JsonValue &json)
{
    const std::string_view type = json["e"].text();
    if (type == "executionReport")
        return orderUpdateOf(json);
    if (type == "outboundAccountPosition")
        return balancesOf(json);
    if (type == "balanceUpdate")
        return BalanceChange{timeOf(json["T"]), json["a"].string(), json["d"].decimal<Quantity>()};
    if (type == "listStatus")
        return listOf(json);
    if (type == "eventStreamTerminated")
        return StreamEnded{};
    if (type == "serverShutdown")
        return StreamEnded{true};
    return OtherUserEvent{json["e"].string()};
}

} // namespace

Result<UserEvent> readUserEvent(QByteArrayView json)
{
    return readJson(json, u"user event"_s, [](const JsonValue &root) { return eventOf(root.find("event").value_or(root)); });
}

} // namespace bellwether::binance
