// Orders of SpotApi.
#include "core/exchange/spotapi.h"
#include "core/exchange/spotjson.h"
#include "core/exchange/spotparams.h"

#include "core/domain/decimal.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bellwether::exchange {

QJsonObject SpotApi::orderJson(const SpotVenue &venue, const OrderRecord &order)
{
    const NewOrder &asked = order.asked;
    QJsonObject json{{u"symbol"_s, venue.engine().symbols()[std::size_t(asked.symbol)].symbol},
                     {u"orderId"_s, qint64(order.number)},
                     {u"orderListId"_s, qint64(order.list)},
                     {u"clientOrderId"_s, asked.clientOrderId},
                     {u"price"_s, decimalText(asked.price)},
                     {u"origQty"_s, decimalText(asked.quantity)},
                     {u"executedQty"_s, decimalText(order.executed)},
                     {u"origQuoteOrderQty"_s, decimalText(asked.quoteQuantity)},
                     {u"cummulativeQuoteQty"_s, decimalText(order.quoteExecuted)},
                     {u"status"_s, wordOf(order.status)},
                     {u"timeInForce"_s, wordOf(asked.timeInForce)},
                     {u"type"_s, wordOf(asked.kind)},
                     {u"side"_s, wordOf(asked.side)},
                     {u"stopPrice"_s, decimalText(asked.stopPrice)},
                     {u"icebergQty"_s, decimalText(asked.icebergQuantity)},
                     {u"time"_s, qint64(order.created.ms())},
                     {u"updateTime"_s, qint64(order.updated.ms())},
                     {u"isWorking"_s, order.isWorking},
                     {u"workingTime"_s, order.isWorking ? qint64(order.updated.ms()) : qint64(-1)},
                     {u"selfTradePreventionMode"_s, wordOf(asked.selfTrade)}};
    if (order.preventedMatch >= 0) {
        json[u"preventedMatchId"_s] = qint64(order.preventedMatch);
        json[u"preventedQuantity"_s] = decimalText(order.prevented);
    }
    if (asked.trailingDelta != 0) {
        json[u"trailingDelta"_s] = asked.trailingDelta;
        json[u"trailingTime"_s] = order.trailFrom.isPositive() ? qint64(order.trailTime.ms()) : qint64(-1);
    }
    if (asked.strategyId != 0)
        json[u"strategyId"_s] = qint64(asked.strategyId);
    if (asked.strategyType != 0)
        json[u"strategyType"_s] = qint64(asked.strategyType);
    return json;
}

NewOrder SpotApi::newOrderOf(ApiParams &params, AccountNumber account, QByteArrayView prefix) const
{
    NewOrder order;
    order.account = account;
    order.symbol = symbolOf(params);
    order.side = readSide(params.text(joined(prefix, "side")));
    order.kind = readKind(params.text(joined(prefix, "type")));
    order.quantity = params.decimal<Quantity>(joined(prefix, "quantity"));
    order.price = params.decimal<Price>(joined(prefix, "price"));
    order.stopPrice = params.decimal<Price>(joined(prefix, "stopPrice"));
    order.clientOrderId = clientIdOf(params, prefix.isEmpty() ? QByteArray("newClientOrderId") : joined(prefix, "clientOrderId"));
    readOptions(params, prefix, order);
    if (prefix.isEmpty())
        order.quoteQuantity = params.decimal<Quantity>("quoteOrderQty");
    const bool hasForce = order.kind == OrderKind::Limit || order.kind == OrderKind::StopLossLimit || order.kind == OrderKind::TakeProfitLimit;
    const QByteArray forceName = joined(prefix, "timeInForce");
    if (hasForce)
        order.timeInForce = readTimeInForce(params.text(forceName));
    // What a type needs has to be there, and what it has no use for must not be.
    const auto demand = [&](const char *name, bool isNeeded) {
        const QByteArray whole = joined(prefix, name);
        if (isNeeded && !params.has(whole))
            throw ApiError{400, -1102, u"Mandatory parameter '%1' was not sent, was empty/null, or malformed."_s.arg(QString::fromLatin1(whole))};
        if (!isNeeded && params.has(whole))
            throw ApiError{400, -1106, u"Parameter '%1' sent when not required."_s.arg(QString::fromLatin1(whole))};
    };
    demand("price", !isAtMarket(order.kind));
    if (!hasTrigger(order.kind) || order.trailingDelta == 0)
        demand("stopPrice", hasTrigger(order.kind));
    if (!hasTrigger(order.kind))
        demand("trailingDelta", false);
    demand("timeInForce", hasForce);
    const bool isByMoney = prefix.isEmpty() && params.has("quoteOrderQty");
    if (isByMoney && order.kind != OrderKind::Market)
        throw ApiError{400, -1106, u"Parameter 'quoteOrderQty' sent when not required."_s};
    demand("quantity", !isByMoney);
    const bool mayHide = !isAtMarket(order.kind) && order.timeInForce == TimeInForce::Gtc;
    if (order.icebergQuantity.isPositive() && !mayHide)
        throw ApiError{400, -2010, u"Unsupported order combination"_s};
    return order;
}

QJsonValue SpotApi::placed(OrderNumber number, QByteArrayView kind, std::size_t firstTrade, AccountNumber account) const
{
    const OrderRecord &order = m_venue.engine().order(number);
    QJsonObject json = orderJson(m_venue, order);
    for (const QString &name : {u"time"_s, u"updateTime"_s, u"isWorking"_s, u"stopPrice"_s, u"icebergQty"_s})
        json.remove(name);
    if (order.asked.icebergQuantity.isPositive())
        json[u"icebergQty"_s] = decimalText(order.asked.icebergQuantity);
    json[u"transactTime"_s] = qint64(order.updated.ms());
    if (hasTrigger(order.asked.kind))
        json[u"stopPrice"_s] = decimalText(order.asked.stopPrice);
    if (kind == "RESULT")
        return json;
    if (kind == "ACK") {
        return QJsonObject{{u"symbol"_s, json[u"symbol"_s]}, {u"orderId"_s, json[u"orderId"_s]}, {u"orderListId"_s, json[u"orderListId"_s]},
                           {u"clientOrderId"_s, json[u"clientOrderId"_s]}, {u"transactTime"_s, json[u"transactTime"_s]}};
    }
    QJsonArray fills;
    const auto &trades = m_venue.ownTrades(account);
    for (std::size_t i = firstTrade; i < trades.size(); ++i) {
        if (trades[i].order == number)
            fills.append(fillJson(trades[i].execution));
    }
    json[u"fills"_s] = fills;
    return json;
}

QJsonValue SpotApi::placeOrder(ApiParams &params, AccountNumber account, Timestamp now)
{
    const NewOrder order = newOrderOf(params, account);
    const bool isFull = order.kind == OrderKind::Limit || order.kind == OrderKind::Market;
    const QByteArray kind = params.text("newOrderRespType", isFull ? "FULL" : "ACK");
    params.refuseOthers();
    const std::size_t firstTrade = m_venue.ownTrades(account).size();
    return placed(numberOrThrow(m_venue.engine().place(order, now)), kind, firstTrade, account);
}

QJsonValue SpotApi::testOrder(ApiParams &params, AccountNumber account, Timestamp)
{
    const NewOrder order = newOrderOf(params, account);
    params.pass("newOrderRespType");
    params.pass("computeCommissionRates");
    throwIf(m_venue.engine().check(order));
    return QJsonObject();
}

const OrderRecord &SpotApi::orderOf(ApiParams &params, AccountNumber account, int code) const
{
    const SymbolNumber symbol = symbolOf(params);
    const MatchingEngine &engine = m_venue.engine();
    OrderNumber number = 0;
    if (params.has("orderId")) {
        number = params.integer("orderId");
        params.pass("origClientOrderId");
    } else if (params.has("origClientOrderId")) {
        number = engine.find(account, QString::fromUtf8(params.text("origClientOrderId")));
    } else {
        throw ApiError{400, -1102, u"Param 'origClientOrderId' or 'orderId' must be sent, but both were empty/null!"_s};
    }
    const std::vector<OrderNumber> &own = engine.ordersOf(account);
    if (!std::binary_search(own.begin(), own.end(), number) || engine.order(number).asked.symbol != symbol || m_venue.isHidden(number))
        throw ApiError{400, code, code == -2013 ? u"Order does not exist."_s : u"Unknown order sent."_s};
    return engine.order(number);
}

QJsonValue SpotApi::queryOrder(ApiParams &params, AccountNumber account, Timestamp)
{
    return orderJson(m_venue, orderOf(params, account, -2013));
}

std::optional<Refusal> SpotApi::cancelRestricted(AccountNumber account, OrderNumber number, QByteArrayView restriction, Timestamp now)
{
    if (!restriction.isEmpty() && restriction != "ONLY_NEW" && restriction != "ONLY_PARTIALLY_FILLED")
        throw ApiError{400, -1145, u"Invalid cancelRestrictions"_s};
    const std::vector<OrderNumber> &own = m_venue.engine().ordersOf(account);
    if (!restriction.isEmpty() && std::binary_search(own.begin(), own.end(), number)) {
        const OrderStatus status = m_venue.engine().order(number).status;
        if (!isFinal(status) && status != (restriction == "ONLY_NEW" ? OrderStatus::New : OrderStatus::PartiallyFilled))
            return Refusal{-2011, u"Order was not canceled due to cancel restrictions."_s};
    }
    return m_venue.engine().cancel(account, number, now);
}

QJsonValue SpotApi::cancelOrder(ApiParams &params, AccountNumber account, Timestamp now)
{
    const OrderRecord &order = orderOf(params, account, -2011);
    const QByteArray cancelId = params.text("newClientOrderId", "cancel-" + QByteArray::number(qint64(order.number)));
    const QByteArray restriction = params.text("cancelRestrictions", "");
    params.refuseOthers();
    const std::int64_t list = order.list;
    throwIf(cancelRestricted(account, order.number, restriction, now));
    if (list >= 0)
        return listJson(list);
    QJsonObject json = placed(order.number, "RESULT", 0, account).toObject();
    json[u"origClientOrderId"_s] = order.asked.clientOrderId;
    json[u"clientOrderId"_s] = QString::fromUtf8(cancelId);
    return json;
}

QJsonValue SpotApi::cancelAll(ApiParams &params, AccountNumber account, Timestamp now)
{
    const SymbolNumber symbol = symbolOf(params);
    params.refuseOthers();
    const std::vector<OrderNumber> open = m_venue.engine().openOrders(account, symbol);
    if (open.empty())
        throw ApiError{400, -2011, u"Unknown order sent."_s};
    QJsonArray rows;
    for (const OrderNumber number : open) {
        const std::int64_t list = m_venue.engine().order(number).list;
        if (m_venue.engine().cancel(account, number, now))
            continue; // went with its list
        if (list >= 0) {
            rows.append(listJson(list));
            continue;
        }
        QJsonObject json = placed(number, "RESULT", 0, account).toObject();
        json[u"origClientOrderId"_s] = json[u"clientOrderId"_s];
        rows.append(json);
    }
    return rows;
}

QJsonValue SpotApi::cancelReplace(ApiParams &params, AccountNumber account, Timestamp now)
{
    const QByteArray mode = params.text("cancelReplaceMode");
    if (mode != "STOP_ON_FAILURE" && mode != "ALLOW_FAILURE")
        throw ApiError{400, -1100, u"Invalid cancelReplaceMode."_s};
    const NewOrder replacement = newOrderOf(params, account);
    const QByteArray kind = params.text("newOrderRespType", "RESULT");
    const auto errorJson = [](int code, const QString &message) { return QJsonObject{{u"code"_s, code}, {u"msg"_s, message}}; };
    QJsonObject data;
    bool isCancelled = false;
    OrderNumber old = params.has("cancelOrderId") ? params.integer("cancelOrderId") : 0;
    if (old == 0)
        old = m_venue.engine().find(account, QString::fromUtf8(params.text("cancelOrigClientOrderId")));
    params.pass("cancelOrigClientOrderId");
    params.pass("cancelNewClientOrderId");
    const QByteArray restriction = params.text("cancelRestrictions", "");
    const QByteArray onLimit = params.text("orderRateLimitExceededMode", "DO_NOTHING");
    if (onLimit != "DO_NOTHING" && onLimit != "CANCEL_ONLY")
        throw ApiError{400, -1130, u"Data sent for parameter 'orderRateLimitExceededMode' is not valid."_s};
    params.refuseOthers();
    if (const auto refusal = cancelRestricted(account, old, restriction, now)) {
        data[u"cancelResponse"_s] = errorJson(refusal->code, refusal->message);
    } else {
        isCancelled = true;
        data[u"cancelResponse"_s] = placed(old, "RESULT", 0, account);
    }
    data[u"cancelResult"_s] = isCancelled ? u"SUCCESS"_s : u"FAILURE"_s;
    if (!isCancelled && mode == "STOP_ON_FAILURE") {
        data[u"newOrderResult"_s] = u"NOT_ATTEMPTED"_s;
        data[u"newOrderResponse"_s] = QJsonValue();
    } else {
        const std::size_t firstTrade = m_venue.ownTrades(account).size();
        const auto outcome = m_venue.engine().place(replacement, now);
        const auto *refusal = std::get_if<Refusal>(&outcome);
        data[u"newOrderResult"_s] = refusal ? u"FAILURE"_s : u"SUCCESS"_s;
        data[u"newOrderResponse"_s] = refusal ? QJsonValue(errorJson(refusal->code, refusal->message))
                                              : placed(std::get<OrderNumber>(outcome), kind, firstTrade, account);
        if (isCancelled && !refusal)
            return data;
        // One half worked: 409. Neither did: 400.
        const bool isPartial = isCancelled || !refusal;
        throw ApiPartial{isPartial ? 409 : 400, isPartial ? -2021 : -2022,
                         isPartial ? u"Order cancel-replace partially failed."_s : u"Order cancel-replace failed."_s, data};
    }
    throw ApiPartial{400, -2022, u"Order cancel-replace failed."_s, data};
}

QJsonValue SpotApi::amend(ApiParams &params, AccountNumber account, Timestamp now)
{
    const OrderRecord &order = orderOf(params, account, -2013);
    const Quantity quantity = params.decimal<Quantity>("newQty");
    const QString before = order.asked.clientOrderId;
    QString clientId = clientIdOf(params, "newClientOrderId");
    if (clientId.isEmpty())
        clientId = u"amend-%1-%2"_s.arg(order.number).arg(order.amends + 1);
    params.refuseOthers();
    throwIf(m_venue.engine().reduce(account, order.number, quantity, clientId, now));
    QJsonObject json = placed(order.number, "RESULT", 0, account).toObject();
    json[u"qty"_s] = json.take(u"origQty"_s);
    json[u"cumulativeQuoteQty"_s] = json.take(u"cummulativeQuoteQty"_s);
    json[u"origClientOrderId"_s] = before;
    json[u"preventedQty"_s] = decimalText(order.prevented);
    return QJsonObject{{u"transactTime"_s, qint64(now.ms())}, {u"executionId"_s, qint64(m_venue.engine().amendments().size())}, {u"amendedOrder"_s, json}};
}

QJsonValue SpotApi::amendments(ApiParams &params, AccountNumber account, Timestamp)
{
    const SymbolNumber symbol = symbolOf(params);
    const OrderNumber number = params.integer("orderId");
    const std::int64_t from = params.integer("fromExecutionId", 0);
    const std::int64_t count = std::clamp<std::int64_t>(params.integer("limit", 500), 1, 1'000);
    QJsonArray rows;
    for (const Amendment &one : m_venue.engine().amendments()) {
        const OrderRecord &order = m_venue.engine().order(one.order);
        if (one.order != number || order.asked.account != account || order.asked.symbol != symbol || one.execution < from || rows.size() >= count)
            continue;
        rows.append(QJsonObject{{u"symbol"_s, m_venue.engine().symbols()[std::size_t(symbol)].symbol}, {u"orderId"_s, qint64(number)},
                                {u"executionId"_s, qint64(one.execution)}, {u"origClientOrderId"_s, one.clientOrderId},
                                {u"newClientOrderId"_s, one.newClientOrderId}, {u"origQty"_s, decimalText(one.quantity)},
                                {u"newQty"_s, decimalText(one.newQuantity)}, {u"time"_s, qint64(one.time.ms())}});
    }
    return rows;
}

QJsonValue SpotApi::preventedMatches(ApiParams &params, AccountNumber account, Timestamp)
{
    const SymbolNumber symbol = symbolOf(params);
    const bool isOfOrder = params.has("orderId");
    if (!isOfOrder && !params.has("preventedMatchId"))
        throw ApiError{400, -1102, u"Param 'orderId' or 'preventedMatchId' must be sent, but both were empty/null!"_s};
    const std::int64_t order = params.integer("orderId", 0);
    const std::int64_t wanted = params.integer("preventedMatchId", -1);
    const std::int64_t from = params.integer("fromPreventedMatchId", -1);
    const std::int64_t count = std::clamp<std::int64_t>(params.integer("limit", 500), 1, 1'000);
    QJsonArray rows;
    for (const PreventedMatch &one : m_venue.engine().preventedMatches()) {
        const bool isMeant = one.account == account && one.symbol == symbol && one.number >= from
            && (isOfOrder ? one.taker == order || one.maker == order : one.number == wanted);
        if (!isMeant || rows.size() >= count)
            continue;
        QJsonObject json{{u"symbol"_s, m_venue.engine().symbols()[std::size_t(symbol)].symbol}, {u"preventedMatchId"_s, qint64(one.number)},
                         {u"takerOrderId"_s, qint64(one.taker)}, {u"makerOrderId"_s, qint64(one.maker)}, {u"tradeGroupId"_s, -1},
                         {u"selfTradePreventionMode"_s, wordOf(one.mode)}, {u"price"_s, decimalText(one.price)}, {u"transactTime"_s, qint64(one.time.ms())}};
        if (one.takerPrevented.isPositive())
            json[u"takerPreventedQuantity"_s] = decimalText(one.takerPrevented);
        if (one.makerPrevented.isPositive())
            json[u"makerPreventedQuantity"_s] = decimalText(one.makerPrevented);
        rows.append(json);
    }
    return rows;
}

QJsonValue SpotApi::openOrders(ApiParams &params, AccountNumber account, Timestamp)
{
    const SymbolNumber symbol = params.has("symbol") ? symbolOf(params) : -1;
    QJsonArray rows;
    for (const OrderNumber number : m_venue.engine().openOrders(account, symbol)) {
        if (!m_venue.isHidden(number))
            rows.append(orderJson(m_venue, m_venue.engine().order(number)));
    }
    return rows;
}

QJsonValue SpotApi::allOrders(ApiParams &params, AccountNumber account, Timestamp)
{
    const SymbolNumber symbol = symbolOf(params);
    const std::int64_t from = params.integer("orderId", 0);
    const std::int64_t start = params.integer("startTime", 0);
    const std::int64_t end = params.integer("endTime", std::numeric_limits<std::int64_t>::max());
    refuseLongWindow(params, start, end);
    const std::int64_t count = std::clamp<std::int64_t>(params.integer("limit", 500), 1, 1'000);
    QJsonArray rows;
    for (const OrderNumber number : m_venue.engine().ordersOf(account)) {
        const OrderRecord &order = m_venue.engine().order(number);
        if (!m_venue.isHidden(number) && order.asked.symbol == symbol && number >= from && order.created.ms() >= start && order.created.ms() <= end)
            rows.append(orderJson(m_venue, order));
    }
    while (rows.size() > count)
        from > 0 ? rows.removeLast() : rows.removeFirst();
    return rows;
}

} // namespace bellwether::exchange
