#include "core/brokers/binance/answers.h"

#include "core/brokers/binance/orderfields.h"
#include "core/net/jsonvalue.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace bellwether::binance {

using net::JsonValue;
using net::readJson;

namespace {

VenueFill fillInsideOrder(const JsonValue &json)
{
    VenueFill fill;
    fill.tradeId = json["tradeId"].integer();
    fill.price = json["price"].decimal<Price>();
    fill.quantity = json["qty"].decimal<Quantity>();
    fill.commission = json["commission"].decimal<Quantity>();
    fill.commissionAsset = json["commissionAsset"].string();
    return fill;
}

VenueError errorOf(const JsonValue &json) { return {json["code"].integer(), json["msg"].string()}; }

/// A member under the first of two names that is there: amended orders spell some of them differently.
std::optional<JsonValue> either(const JsonValue &json, std::string_view first, std::string_view second)
{
    const auto found = json.find(first);
    return found ? found : json.find(second);
}

} // namespace

VenueOrder orderOf(const JsonValue &json)
{
    VenueOrder order;
    order.symbol = json["symbol"].string();
    order.orderId = json["orderId"].integer();
    order.orderListId = json["orderListId"].integer();
    // A cancel has an id of its own; ours is then the original one.
    order.clientOrderId = either(json, "origClientOrderId", "clientOrderId").value_or(json).string();
    for (const std::string_view name : {"updateTime", "transactTime", "time"}) {
        if (const auto time = json.find(name)) {
            order.time = timeOf(*time);
            break;
        }
    }
    if (!json.has("status"))
        return order;
    order.status = json["status"].string();
    order.type = json["type"].string();
    order.side = sideOf(json["side"]);
    order.price = json["price"].decimal<Price>();
    order.executed = json["executedQty"].decimal<Quantity>();
    const auto quantity = either(json, "origQty", "qty");
    order.quantity = quantity ? quantity->decimal<Quantity>() : json["origQty"].decimal<Quantity>();
    // Both m are the venue's, one of them only in amended orders.
    if (const auto value = either(json, "cummulativeQuoteQty", "cumulativeQuoteQty"))
        order.quoteExecuted = value->decimal<Quantity>();
    if (const auto stop = json.find("stopPrice"))
        order.stopPrice = stop->decimal<Price>();
    if (const auto working = json.find("isWorking"))
        order.isWorking = working->flag();
    else if (const auto since = json.find("workingTime"))
        order.isWorking = since->integer() > 0;
    if (const auto fills = json.find("fills"))
        fills->forEach([&](const JsonValue &fill) { order.fills.push_back(fillInsideOrder(fill)); });
    for (VenueFill &fill : order.fills) {
        fill.orderId = order.orderId;
        fill.side = order.side;
        fill.time = order.time;
    }
    return order;
}

Side sideOf(const JsonValue &json)
{
    const std::string_view side = json.text();
    if (side != "BUY" && side != "SELL")
        json.refuse("BUY or SELL");
    return side == "BUY" ? Side::Buy : Side::Sell;
}

Timestamp timeOf(const JsonValue &json)
{
    const auto time = Timestamp::fromStamp(json.integer());
    if (!time)
        json.refuse("a time");
    return *time;
}

double VenueOrder::averagePrice() const
{
    return executed.isZero() ? 0 : quoteExecuted.toDouble() / executed.toDouble();
}

RefusalKind kindOf(int httpStatus, std::int64_t code)
{
    struct Row {
        std::int64_t code;
        RefusalKind kind;
    };
    static constexpr std::array rows{
        Row{-1006, RefusalKind::OutcomeUnknown}, Row{-1007, RefusalKind::OutcomeUnknown},
        Row{-1000, RefusalKind::Busy},           Row{-1001, RefusalKind::Busy},
        Row{-1008, RefusalKind::Busy},           Row{-1016, RefusalKind::Busy},
        Row{-1003, RefusalKind::TooMany},        Row{-1015, RefusalKind::TooMany},
        Row{-1021, RefusalKind::ClockWrong},     Row{-1002, RefusalKind::NotAllowed},
        Row{-1022, RefusalKind::NotAllowed},     Row{-2014, RefusalKind::NotAllowed},
        Row{-2015, RefusalKind::NotAllowed},     Row{-2013, RefusalKind::OrderUnknown},
        Row{-2011, RefusalKind::CancelRefused},
    };
    if (httpStatus == 429 || httpStatus == 418)
        return RefusalKind::TooMany;
    // Whatever a broken server says about the order is no proof.
    if (httpStatus >= 500)
        return RefusalKind::OutcomeUnknown;
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row &one) { return one.code == code; });
    if (row != rows.end())
        return row->kind;
    return httpStatus == 401 || httpStatus == 403 ? RefusalKind::NotAllowed : RefusalKind::Refused;
}

std::optional<VenueError> readError(QByteArrayView json)
{
    const auto error = readJson(json, u"error"_s, errorOf);
    return error ? std::optional(*error) : std::nullopt;
}

Result<VenueOrder> readOrder(QByteArrayView json)
{
    return readJson(json, u"order"_s, [](const JsonValue &root) {
        if (const auto amended = root.find("amendedOrder")) {
            VenueOrder order = orderOf(*amended);
            order.time = timeOf(root["transactTime"]);
            // An amended order keeps its old id beside the new one, which is the one it has from now on.
            order.clientOrderId = (*amended)["clientOrderId"].string();
            return order;
        }
        return orderOf(root);
    });
}

Result<std::vector<VenueOrder>> readOrders(QByteArrayView json)
{
    return readJson(json, u"orders"_s, [](const JsonValue &root) {
        std::vector<VenueOrder> orders;
        root.forEach([&](const JsonValue &order) { orders.push_back(orderOf(order)); });
        return orders;
    });
}

Result<VenueOrderList> readOrderList(QByteArrayView json)
{
    return readJson(json, u"order list"_s, [](const JsonValue &root) {
        VenueOrderList list;
        list.orderListId = root["orderListId"].integer();
        list.contingency = root["contingencyType"].string();
        list.status = root["listOrderStatus"].string();
        list.clientListId = root["listClientOrderId"].string();
        list.symbol = root["symbol"].string();
        const auto reports = root.find("orderReports");
        (reports ? *reports : root["orders"]).forEach([&](const JsonValue &order) {
            if (reports) {
                list.orders.push_back(orderOf(order));
            } else {
                VenueOrder bare;
                bare.symbol = order["symbol"].string();
                bare.orderId = order["orderId"].integer();
                bare.orderListId = list.orderListId;
                bare.clientOrderId = order["clientOrderId"].string();
                list.orders.push_back(bare);
            }
        });
        return list;
    });
}

Result<CancelReplaceAnswer> readCancelReplace(QByteArrayView json)
{
    return readJson(json, u"cancel and replace"_s, [](const JsonValue &root) {
        CancelReplaceAnswer answer;
        const JsonValue body = root.find("data").value_or(root);
        const auto half = [&](std::string_view outcome, std::string_view response, std::optional<VenueOrder> &done,
                              std::optional<VenueError> &error) {
            const std::string_view said = body[outcome].text();
            if (said == "SUCCESS")
                done = orderOf(body[response]);
            else if (said == "FAILURE")
                error = errorOf(body[response]);
            return said != "NOT_ATTEMPTED";
        };
        half("cancelResult", "cancelResponse", answer.cancelled, answer.cancelError);
        answer.isNewOrderTried = half("newOrderResult", "newOrderResponse", answer.placed, answer.placeError);
        return answer;
    });
}

Result<std::vector<VenueFill>> readMyTrades(QByteArrayView json)
{
    return readJson(json, u"own trades"_s, [](const JsonValue &root) {
        std::vector<VenueFill> fills;
        root.forEach([&](const JsonValue &row) {
            VenueFill fill;
            fill.tradeId = row["id"].integer();
            fill.orderId = row["orderId"].integer();
            fill.price = row["price"].decimal<Price>();
            fill.quantity = row["qty"].decimal<Quantity>();
            fill.commission = row["commission"].decimal<Quantity>();
            fill.commissionAsset = row["commissionAsset"].string();
            fill.time = timeOf(row["time"]);
            fill.side = row["isBuyer"].flag() ? Side::Buy : Side::Sell;
            fill.isMaker = row["isMaker"].flag();
            fills.push_back(std::move(fill));
        });
        return fills;
    });
}

Result<VenueAccount> readAccount(QByteArrayView json)
{
    return readJson(json, u"account"_s, [](const JsonValue &root) {
        VenueAccount account;
        account.canTrade = root["canTrade"].flag();
        account.canWithdraw = root["canWithdraw"].flag();
        if (const auto uid = root.find("uid"))
            account.uid = QString::number(uid->integer());
        if (const auto rates = root.find("commissionRates")) {
            account.makerFee = (*rates)["maker"].decimal<Ratio>();
            account.takerFee = (*rates)["taker"].decimal<Ratio>();
        }
        root["balances"].forEach([&](const JsonValue &row) {
            account.balances.push_back({row["asset"].string(), row["free"].decimal<Quantity>(), row["locked"].decimal<Quantity>()});
        });
        return account;
    });
}

Result<Timestamp> readServerTime(QByteArrayView json)
{
    return readJson(json, u"server time"_s, [](const JsonValue &root) { return timeOf(root["serverTime"]); });
}

Result<std::vector<Bar>> readKlines(QByteArrayView json)
{
    return readJson(json, u"klines"_s, [](const JsonValue &root) {
        std::vector<Bar> bars;
        bars.reserve(root.size());
        root.forEach([&](const JsonValue &row) {
            // The stamp is the last moment inside the bar.
            const Timestamp inside = timeOf(row.at(6));
            const auto step = Duration(inside.ns() % 1'000'000 == 0 ? 1'000'000 : 1'000);
            bars.push_back({inside + step, row.at(1).decimal<Price>(), row.at(2).decimal<Price>(), row.at(3).decimal<Price>(),
                            row.at(4).decimal<Price>(), row.at(5).real()});
        });
        return bars;
    });
}

Result<std::vector<TapeTrade>> readTrades(QByteArrayView json)
{
    return readJson(json, u"trades"_s, [](const JsonValue &root) {
        std::vector<TapeTrade> trades;
        root.forEach([&](const JsonValue &row) {
            trades.push_back({timeOf(row["time"]), row["price"].decimal<Price>(), row["qty"].decimal<Quantity>(),
                              std::uint64_t(row["id"].integer()), row["isBuyerMaker"].flag() ? Side::Sell : Side::Buy});
        });
        return trades;
    });
}

Result<std::uint64_t> readFirstTradeOfAggregates(QByteArrayView json)
{
    return readJson(json, u"aggregate trades"_s, [](const JsonValue &root) {
        return root.size() == 0 ? std::uint64_t(0) : std::uint64_t(std::max<std::int64_t>(root.at(0)["f"].integer(), 0));
    });
}

Result<Price> readLastPrice(QByteArrayView json)
{
    return readJson(json, u"last price"_s, [](const JsonValue &root) { return root["price"].decimal<Price>(); });
}

} // namespace bellwether::binance
