// Lists of orders of SpotApi.
#include "core/exchange/spotapi.h"
#include "core/exchange/spotjson.h"
#include "core/exchange/spotparams.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bellwether::exchange {

namespace {

/// What may stand above and what below in a pair (errors.md, -1165 to -1199).
void refuseWrongPlaces(const NewOrder &above, const NewOrder &below)
{
    const bool isBuy = above.side == Side::Buy;
    if (above.kind == OrderKind::LimitMaker && isBuy)
        throw ApiError{400, -1165, u"A limit order in a buy OCO must be below."_s};
    if (below.kind == OrderKind::LimitMaker && !isBuy)
        throw ApiError{400, -1166, u"A limit order in a sell OCO must be above."_s};
    if (isStopLoss(below.kind) && isBuy)
        throw ApiError{400, -1196, u"A stop loss order in a buy OCO must be above."_s};
    if (isStopLoss(above.kind) && !isBuy)
        throw ApiError{400, -1197, u"A stop loss order in a sell OCO must be below."_s};
    if (isTakeProfit(above.kind) && isBuy)
        throw ApiError{400, -1198, u"A take profit order in a buy OCO must be below."_s};
    if (isTakeProfit(below.kind) && !isBuy)
        throw ApiError{400, -1199, u"A take profit order in a sell OCO must be above."_s};
}

} // namespace

NewOrder SpotApi::legOf(ApiParams &params, AccountNumber account, QByteArrayView prefix, const char *sideName, const char *quantityName) const
{
    NewOrder order;
    order.account = account;
    order.symbol = symbolOf(params);
    order.side = readSide(params.text(sideName));
    order.quantity = params.decimal<Quantity>(quantityName);
    order.kind = readKind(params.text(joined(prefix, "type")));
    order.price = params.decimal<Price>(joined(prefix, "price"));
    order.stopPrice = params.decimal<Price>(joined(prefix, "stopPrice"));
    order.clientOrderId = clientIdOf(params, joined(prefix, "clientOrderId"));
    if (params.has(joined(prefix, "timeInForce")))
        order.timeInForce = readTimeInForce(params.text(joined(prefix, "timeInForce")));
    readOptions(params, prefix, order);
    if (order.icebergQuantity.isPositive() && order.timeInForce != TimeInForce::Gtc)
        throw ApiError{400, -1160, u"Parameter 'icebergQty' is not supported if 'timeInForce' is not GTC."_s};
    return order;
}

QJsonObject SpotApi::listSummary(std::int64_t list) const
{
    const MatchingEngine &engine = m_venue.engine();
    const std::vector<OrderNumber> numbers = engine.ordersOfList(list);
    const OrderRecord &first = engine.order(numbers.front());
    const QString symbol = engine.symbols()[std::size_t(first.asked.symbol)].symbol;
    QJsonArray orders;
    bool isDone = true;
    Timestamp updated;
    for (const OrderNumber number : numbers) {
        const OrderRecord &order = engine.order(number);
        isDone = isDone && isFinal(order.status);
        updated = std::max(updated, order.updated);
        orders.append(QJsonObject{{u"symbol"_s, symbol}, {u"orderId"_s, qint64(number)}, {u"clientOrderId"_s, order.asked.clientOrderId}});
    }
    return {{u"orderListId"_s, qint64(list)},
            {u"contingencyType"_s, engine.isChain(list) ? u"OTO"_s : u"OCO"_s},
            {u"listStatusType"_s, isDone ? u"ALL_DONE"_s : u"EXEC_STARTED"_s},
            {u"listOrderStatus"_s, isDone ? u"ALL_DONE"_s : u"EXECUTING"_s},
            {u"listClientOrderId"_s, engine.clientIdOf(list)},
            {u"transactionTime"_s, qint64(updated.ms())},
            {u"symbol"_s, symbol},
            {u"orders"_s, orders}};
}

QJsonObject SpotApi::listJson(std::int64_t list) const
{
    QJsonObject json = listSummary(list);
    QJsonArray reports;
    for (const OrderNumber number : m_venue.engine().ordersOfList(list))
        reports.append(placed(number, "RESULT", 0, m_venue.engine().order(number).asked.account));
    json[u"orderReports"_s] = reports;
    return json;
}

QJsonValue SpotApi::placeOco(ApiParams &params, AccountNumber account, Timestamp now)
{
    const NewOrder above = legOf(params, account, "above", "side", "quantity");
    const NewOrder below = legOf(params, account, "below", "side", "quantity");
    const QString listId = clientIdOf(params, "listClientOrderId");
    params.pass("newOrderRespType");
    params.refuseOthers();
    refuseWrongPlaces(above, below);
    return listJson(numberOrThrow(m_venue.engine().placeOco(above, below, now, listId)));
}

QJsonValue SpotApi::placeOto(ApiParams &params, AccountNumber account, Timestamp now)
{
    const NewOrder working = newOrderOf(params, account, "working");
    const NewOrder pending = newOrderOf(params, account, "pending");
    const QString listId = clientIdOf(params, "listClientOrderId");
    params.pass("newOrderRespType");
    params.refuseOthers();
    return listJson(numberOrThrow(m_venue.engine().placeOto(working, {pending}, now, listId)));
}

QJsonValue SpotApi::placeOtoco(ApiParams &params, AccountNumber account, Timestamp now)
{
    const NewOrder working = newOrderOf(params, account, "working");
    const NewOrder above = legOf(params, account, "pendingAbove", "pendingSide", "pendingQuantity");
    const NewOrder below = legOf(params, account, "pendingBelow", "pendingSide", "pendingQuantity");
    const QString listId = clientIdOf(params, "listClientOrderId");
    params.pass("newOrderRespType");
    params.refuseOthers();
    refuseWrongPlaces(above, below);
    return listJson(numberOrThrow(m_venue.engine().placeOto(working, {above, below}, now, listId)));
}

std::int64_t SpotApi::listOf(ApiParams &params, AccountNumber account, const char *idName, int code) const
{
    std::int64_t list = 0;
    if (params.has("orderListId"))
        list = params.integer("orderListId");
    else if (params.has(idName))
        list = m_venue.engine().findList(account, QString::fromUtf8(params.text(idName)));
    else
        throw ApiError{400, -1102, u"Param '%1' or 'orderListId' must be sent, but both were empty/null!"_s.arg(QString::fromLatin1(idName))};
    params.pass(idName);
    const std::vector<OrderNumber> numbers = m_venue.engine().ordersOfList(list);
    if (numbers.empty() || m_venue.engine().order(numbers.front()).asked.account != account)
        throw ApiError{400, code, code == -2018 ? u"Order list does not exist."_s : u"Unknown order list sent."_s};
    return list;
}

QJsonValue SpotApi::queryList(ApiParams &params, AccountNumber account, Timestamp)
{
    return listSummary(listOf(params, account, "origClientOrderId", -2018));
}

QJsonValue SpotApi::cancelList(ApiParams &params, AccountNumber account, Timestamp now)
{
    (void)symbolOf(params);
    const std::int64_t list = listOf(params, account, "listClientOrderId", -2011);
    params.pass("newClientOrderId");
    params.refuseOthers();
    const std::vector<OrderNumber> numbers = m_venue.engine().ordersOfList(list);
    const auto open = std::find_if(numbers.begin(), numbers.end(), [&](OrderNumber number) { return !isFinal(m_venue.engine().order(number).status); });
    throwIf(m_venue.engine().cancel(account, open == numbers.end() ? 0 : *open, now));
    return listJson(list);
}

QJsonValue SpotApi::openLists(ApiParams &, AccountNumber account, Timestamp)
{
    QJsonArray rows;
    for (const std::int64_t list : m_venue.engine().listsOf(account, true))
        rows.append(listSummary(list));
    return rows;
}

QJsonValue SpotApi::allLists(ApiParams &params, AccountNumber account, Timestamp)
{
    const std::int64_t from = params.integer("fromId", 0);
    const std::int64_t start = params.integer("startTime", 0);
    const std::int64_t end = params.integer("endTime", std::numeric_limits<std::int64_t>::max());
    refuseLongWindow(params, start, end);
    const std::int64_t count = std::clamp<std::int64_t>(params.integer("limit", 500), 1, 1'000);
    QJsonArray rows;
    for (const std::int64_t list : m_venue.engine().listsOf(account, false)) {
        const OrderRecord &first = m_venue.engine().order(m_venue.engine().ordersOfList(list).front());
        if (list >= from && first.created.ms() >= start && first.created.ms() <= end)
            rows.append(listSummary(list));
    }
    while (rows.size() > count)
        from > 0 ? rows.removeLast() : rows.removeFirst();
    return rows;
}

} // namespace bellwether::exchange
