// Orders and accounts of SpotApi.
#include "core/exchange/spotapi.h"
#include "core/exchange/spotjson.h"

#include "core/domain/decimal.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bellwether::exchange {

namespace {

OrderNumber numberOrThrow(const std::variant<OrderNumber, Refusal> &outcome)
{
    if (const auto *refusal = std::get_if<Refusal>(&outcome))
        throw ApiError{400, refusal->code, refusal->message};
    return std::get<OrderNumber>(outcome);
}

void throwIf(const std::optional<Refusal> &refusal)
{
    if (refusal)
        throw ApiError{400, refusal->code, refusal->message};
}

QByteArray joined(QByteArrayView prefix, const char *name)
{
    if (prefix.isEmpty())
        return name;
    QByteArray whole = prefix.toByteArray() + name;
    whole[prefix.size()] = char(std::toupper(whole[prefix.size()]));
    return whole;
}

/// Labels and options that change nothing here.
void passLabels(ApiParams &params, QByteArrayView prefix = {})
{
    for (const char *name : {"strategyId", "strategyType", "icebergQty", "selfTradePreventionMode"}) {
        if (qstrcmp(name, "icebergQty") != 0)
            params.pass(joined(prefix, name));
        else if (params.has(joined(prefix, name)))
            throw ApiError{400, -1013, u"Filter failure: ICEBERG_PARTS"_s};
    }
}

} // namespace

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
                     {u"icebergQty"_s, decimalText(0)},
                     {u"time"_s, qint64(order.created.ms())},
                     {u"updateTime"_s, qint64(order.updated.ms())},
                     {u"isWorking"_s, order.isWorking},
                     {u"workingTime"_s, order.isWorking ? qint64(order.updated.ms()) : qint64(-1)},
                     {u"selfTradePreventionMode"_s, u"NONE"_s}};
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
    const QByteArray idName = prefix.isEmpty() ? QByteArray("newClientOrderId") : joined(prefix, "clientOrderId");
    order.clientOrderId = QString::fromUtf8(params.text(idName, ""));
    const bool isIdGood = order.clientOrderId.size() <= 36
        && std::all_of(order.clientOrderId.begin(), order.clientOrderId.end(), [](QChar c) {
               return c.unicode() < 128 && (c.isLetterOrNumber() || u"-_.:/"_s.contains(c));
           });
    if (!isIdGood)
        throw ApiError{400, -1100, u"Illegal characters found in parameter 'newClientOrderId'; legal range is '^[a-zA-Z0-9-_]{1,36}$'."_s};
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
    demand("stopPrice", hasTrigger(order.kind));
    demand("timeInForce", hasForce);
    const bool isByMoney = prefix.isEmpty() && params.has("quoteOrderQty");
    if (isByMoney && order.kind != OrderKind::Market)
        throw ApiError{400, -1106, u"Parameter 'quoteOrderQty' sent when not required."_s};
    demand("quantity", !isByMoney);
    passLabels(params, prefix);
    return order;
}

QJsonValue SpotApi::placed(OrderNumber number, QByteArrayView kind, std::size_t firstTrade, AccountNumber account) const
{
    const OrderRecord &order = m_venue.engine().order(number);
    QJsonObject json = orderJson(m_venue, order);
    for (const QString &name : {u"time"_s, u"updateTime"_s, u"isWorking"_s, u"stopPrice"_s, u"icebergQty"_s})
        json.remove(name);
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
    const std::vector<OrderNumber> own = engine.ordersOf(account);
    if (!std::binary_search(own.begin(), own.end(), number) || engine.order(number).asked.symbol != symbol || m_venue.isHidden(number))
        throw ApiError{400, code, code == -2013 ? u"Order does not exist."_s : u"Unknown order sent."_s};
    return engine.order(number);
}

QJsonValue SpotApi::queryOrder(ApiParams &params, AccountNumber account, Timestamp)
{
    return orderJson(m_venue, orderOf(params, account, -2013));
}

QJsonValue SpotApi::cancelOrder(ApiParams &params, AccountNumber account, Timestamp now)
{
    const OrderRecord &order = orderOf(params, account, -2011);
    const QByteArray cancelId = params.text("newClientOrderId", "cancel-" + QByteArray::number(qint64(order.number)));
    const QByteArray restriction = params.text("cancelRestrictions", "");
    params.refuseOthers();
    if (!restriction.isEmpty() && restriction != "ONLY_NEW" && restriction != "ONLY_PARTIALLY_FILLED")
        throw ApiError{400, -1145, u"Invalid cancelRestrictions"_s};
    const bool isKept = (restriction == "ONLY_NEW" && order.status != OrderStatus::New)
        || (restriction == "ONLY_PARTIALLY_FILLED" && order.status != OrderStatus::PartiallyFilled);
    if (isKept && !isFinal(order.status))
        throw ApiError{400, -2011, u"Order was not canceled due to cancel restrictions."_s};
    const std::int64_t list = order.list;
    throwIf(m_venue.engine().cancel(account, order.number, now));
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
        if (m_venue.engine().cancel(account, number, now))
            continue; // went with its pair
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
    params.refuseOthers();
    if (const auto refusal = m_venue.engine().cancel(account, old, now)) {
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
    params.pass("newClientOrderId");
    params.refuseOthers();
    throwIf(m_venue.engine().reduce(account, order.number, quantity, now));
    QJsonObject json = placed(order.number, "RESULT", 0, account).toObject();
    json[u"qty"_s] = json.take(u"origQty"_s);
    json[u"cumulativeQuoteQty"_s] = json.take(u"cummulativeQuoteQty"_s);
    json[u"origClientOrderId"_s] = order.asked.clientOrderId;
    return QJsonObject{{u"transactTime"_s, qint64(now.ms())}, {u"executionId"_s, qint64(order.number)}, {u"amendedOrder"_s, json}};
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

QJsonObject SpotApi::listJson(std::int64_t list) const
{
    const MatchingEngine &engine = m_venue.engine();
    const std::vector<OrderNumber> numbers = engine.ordersOfList(list);
    QJsonArray orders;
    QJsonArray reports;
    bool isDone = true;
    for (const OrderNumber number : numbers) {
        const OrderRecord &order = engine.order(number);
        isDone = isDone && isFinal(order.status);
        QJsonObject report = placed(number, "RESULT", 0, order.asked.account).toObject();
        orders.append(QJsonObject{{u"symbol"_s, report[u"symbol"_s]}, {u"orderId"_s, report[u"orderId"_s]}, {u"clientOrderId"_s, report[u"clientOrderId"_s]}});
        reports.append(report);
    }
    const OrderRecord &first = engine.order(numbers.front());
    return {{u"orderListId"_s, qint64(list)},
            {u"contingencyType"_s, engine.isChain(list) ? u"OTO"_s : u"OCO"_s},
            {u"listStatusType"_s, isDone ? u"ALL_DONE"_s : u"EXEC_STARTED"_s},
            {u"listOrderStatus"_s, isDone ? u"ALL_DONE"_s : u"EXECUTING"_s},
            {u"listClientOrderId"_s, u"list-%1"_s.arg(list)},
            {u"transactionTime"_s, qint64(first.updated.ms())},
            {u"symbol"_s, engine.symbols()[std::size_t(first.asked.symbol)].symbol},
            {u"orders"_s, orders},
            {u"orderReports"_s, reports}};
}

QJsonValue SpotApi::placeOco(ApiParams &params, AccountNumber account, Timestamp now)
{
    const auto leg = [&](QByteArrayView prefix) {
        NewOrder order;
        order.account = account;
        order.symbol = symbolOf(params);
        order.side = readSide(params.text("side"));
        order.quantity = params.decimal<Quantity>("quantity");
        order.kind = readKind(params.text(joined(prefix, "type")));
        order.price = params.decimal<Price>(joined(prefix, "price"));
        order.stopPrice = params.decimal<Price>(joined(prefix, "stopPrice"));
        order.clientOrderId = QString::fromUtf8(params.text(joined(prefix, "clientOrderId"), ""));
        if (params.has(joined(prefix, "timeInForce")))
            order.timeInForce = readTimeInForce(params.text(joined(prefix, "timeInForce")));
        passLabels(params, prefix);
        return order;
    };
    const NewOrder above = leg("above");
    const NewOrder below = leg("below");
    for (const char *name : {"listClientOrderId", "newOrderRespType", "selfTradePreventionMode"})
        params.pass(name);
    params.refuseOthers();
    const bool isAboveLimit = above.kind == OrderKind::LimitMaker;
    const auto outcome = m_venue.engine().placeOco(isAboveLimit ? above : below, isAboveLimit ? below : above, now);
    return listJson(numberOrThrow(outcome));
}

QJsonValue SpotApi::placeOto(ApiParams &params, AccountNumber account, Timestamp now)
{
    const NewOrder working = newOrderOf(params, account, "working");
    const NewOrder pending = newOrderOf(params, account, "pending");
    for (const char *name : {"listClientOrderId", "newOrderRespType", "selfTradePreventionMode"})
        params.pass(name);
    params.refuseOthers();
    return listJson(numberOrThrow(m_venue.engine().placeOto(working, pending, now)));
}

QJsonValue SpotApi::queryList(ApiParams &params, AccountNumber account, Timestamp)
{
    const std::int64_t list = params.integer("orderListId");
    const std::vector<OrderNumber> numbers = m_venue.engine().ordersOfList(list);
    if (numbers.empty() || m_venue.engine().order(numbers.front()).asked.account != account)
        throw ApiError{400, -2018, u"Order list does not exist."_s};
    return listJson(list);
}

QJsonValue SpotApi::cancelList(ApiParams &params, AccountNumber account, Timestamp now)
{
    (void)symbolOf(params);
    const std::int64_t list = params.integer("orderListId");
    params.pass("newClientOrderId");
    params.refuseOthers();
    const std::vector<OrderNumber> numbers = m_venue.engine().ordersOfList(list);
    if (numbers.empty() || m_venue.engine().order(numbers.front()).asked.account != account)
        throw ApiError{400, -2011, u"Unknown order list sent."_s};
    const auto open = std::find_if(numbers.begin(), numbers.end(), [&](OrderNumber number) { return !isFinal(m_venue.engine().order(number).status); });
    throwIf(m_venue.engine().cancel(account, open == numbers.end() ? 0 : *open, now));
    return listJson(list);
}

QJsonValue SpotApi::account(ApiParams &params, AccountNumber account, Timestamp now)
{
    const bool isShort = params.text("omitZeroBalances", "false") == "true";
    QJsonArray balances;
    for (const auto &[asset, holding] : m_venue.engine().balances(account).all()) {
        if (!isShort || holding != Balances::Holding{})
            balances.append(QJsonObject{{u"asset"_s, asset}, {u"free"_s, decimalText(holding.free)}, {u"locked"_s, decimalText(holding.locked)}});
    }
    const AccountKeys &keys = m_venue.keys(account);
    return QJsonObject{{u"makerCommission"_s, int(m_venue.fees().maker.raw() / 10'000)},
                       {u"takerCommission"_s, int(m_venue.fees().taker.raw() / 10'000)},
                       {u"buyerCommission"_s, 0},
                       {u"sellerCommission"_s, 0},
                       {u"commissionRates"_s, QJsonObject{{u"maker"_s, decimalText(m_venue.fees().maker)}, {u"taker"_s, decimalText(m_venue.fees().taker)},
                                                          {u"buyer"_s, decimalText(0)}, {u"seller"_s, decimalText(0)}}},
                       {u"canTrade"_s, keys.canTrade},
                       {u"canWithdraw"_s, keys.canWithdraw},
                       {u"canDeposit"_s, false},
                       {u"brokered"_s, false},
                       {u"requireSelfTradePrevention"_s, false},
                       {u"preventSor"_s, false},
                       {u"updateTime"_s, qint64(now.ms())},
                       {u"accountType"_s, u"SPOT"_s},
                       {u"balances"_s, balances},
                       {u"permissions"_s, QJsonArray{u"SPOT"_s}},
                       {u"uid"_s, account}};
}

QJsonValue SpotApi::commission(ApiParams &params, AccountNumber, Timestamp)
{
    const SymbolNumber symbol = symbolOf(params);
    const auto rates = [](Ratio maker, Ratio taker) {
        return QJsonObject{{u"maker"_s, decimalText(maker)}, {u"taker"_s, decimalText(taker)}, {u"buyer"_s, decimalText(0)}, {u"seller"_s, decimalText(0)}};
    };
    return QJsonObject{{u"symbol"_s, m_venue.engine().symbols()[std::size_t(symbol)].symbol},
                       {u"standardCommission"_s, rates(m_venue.fees().maker, m_venue.fees().taker)},
                       {u"specialCommission"_s, rates(Ratio(), Ratio())},
                       {u"taxCommission"_s, rates(Ratio(), Ratio())},
                       {u"discount"_s, QJsonObject{{u"enabledForAccount"_s, false}, {u"enabledForSymbol"_s, false},
                                                   {u"discountAsset"_s, u"BNB"_s}, {u"discount"_s, decimalText(0)}}}};
}

QJsonValue SpotApi::myTrades(ApiParams &params, AccountNumber account, Timestamp)
{
    const SymbolNumber symbol = symbolOf(params);
    const std::int64_t order = params.integer("orderId", 0);
    const std::int64_t from = params.integer("fromId", 0);
    const std::int64_t start = params.integer("startTime", 0);
    const std::int64_t end = params.integer("endTime", std::numeric_limits<std::int64_t>::max());
    const std::int64_t count = std::clamp<std::int64_t>(params.integer("limit", 500), 1, 1'000);
    QJsonArray rows;
    for (const OwnTrade &trade : m_venue.ownTrades(account)) {
        if (trade.symbol != symbol || (order != 0 && trade.order != order) || trade.trade < from || trade.time.ms() < start || trade.time.ms() > end)
            continue;
        QJsonObject json = fillJson(trade.execution);
        json[u"id"_s] = json.take(u"tradeId"_s);
        json[u"symbol"_s] = m_venue.engine().symbols()[std::size_t(symbol)].symbol;
        json[u"orderId"_s] = qint64(trade.order);
        json[u"orderListId"_s] = qint64(trade.list);
        json[u"quoteQty"_s] = decimalText(mulDiv(trade.execution.price.raw(), trade.execution.quantity.raw(), decimalScale));
        json[u"time"_s] = qint64(trade.time.ms());
        json[u"isBuyer"_s] = trade.side == Side::Buy;
        json[u"isMaker"_s] = trade.execution.isMaker;
        json[u"isBestMatch"_s] = true;
        rows.append(json);
    }
    while (rows.size() > count)
        from > 0 ? rows.removeLast() : rows.removeFirst();
    return rows;
}

QJsonValue SpotApi::orderCounts(ApiParams &, AccountNumber account, Timestamp now)
{
    const std::deque<Timestamp> &times = m_orderTimes[account];
    const auto recent = std::count_if(times.begin(), times.end(), [&](Timestamp time) { return now - time < std::chrono::seconds(10); });
    const auto row = [](const QString &interval, int number, int limit, qint64 count) {
        return QJsonObject{{u"rateLimitType"_s, u"ORDERS"_s}, {u"interval"_s, interval}, {u"intervalNum"_s, number}, {u"limit"_s, limit}, {u"count"_s, count}};
    };
    return QJsonArray{row(u"SECOND"_s, 10, m_limits.ordersPer10s, recent), row(u"DAY"_s, 1, m_limits.ordersPerDay, qint64(times.size()))};
}

} // namespace bellwether::exchange
