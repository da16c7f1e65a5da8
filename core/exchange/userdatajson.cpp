#include "core/exchange/userdatajson.h"

#include "core/domain/decimal.h"
#include "core/exchange/spotjson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace bellwether::exchange {

namespace {

QString executionWord(ExecutionType type)
{
    static const QStringList words{u"NEW"_s, u"TRADE"_s, u"CANCELED"_s, u"REJECTED"_s, u"EXPIRED"_s, u"REPLACED"_s, u"TRADE_PREVENTION"_s};
    return words[int(type)];
}

QJsonObject executionReport(const SpotVenue &venue, const AccountEvent &event, Timestamp now)
{
    const OrderRecord &order = event.order;
    const NewOrder &asked = order.asked;
    const Execution execution = event.execution.value_or(Execution());
    const bool isCancel = event.type == ExecutionType::Canceled;
    QJsonObject json{{u"e"_s, u"executionReport"_s},
            {u"E"_s, qint64(now.ms())},
            {u"s"_s, venue.engine().symbols()[std::size_t(asked.symbol)].symbol},
            // A cancel has an id of its own.
            {u"c"_s, isCancel ? u"cancel-%1"_s.arg(order.number) : asked.clientOrderId},
            {u"S"_s, wordOf(asked.side)},
            {u"o"_s, wordOf(asked.kind)},
            {u"f"_s, wordOf(asked.timeInForce)},
            {u"q"_s, decimalText(asked.quantity)},
            {u"p"_s, decimalText(asked.price)},
            {u"P"_s, decimalText(asked.stopPrice)},
            {u"F"_s, decimalText(asked.icebergQuantity)},
            {u"g"_s, qint64(order.list)},
            {u"C"_s, isCancel ? asked.clientOrderId : QString()},
            {u"x"_s, executionWord(event.type)},
            {u"X"_s, wordOf(order.status)},
            {u"r"_s, u"NONE"_s},
            {u"i"_s, qint64(order.number)},
            {u"l"_s, decimalText(execution.quantity)},
            {u"z"_s, decimalText(order.executed)},
            {u"L"_s, decimalText(execution.price)},
            {u"n"_s, decimalText(execution.commission)},
            {u"N"_s, event.execution ? QJsonValue(execution.commissionAsset) : QJsonValue()},
            {u"T"_s, qint64(order.updated.ms())},
            {u"t"_s, event.execution ? qint64(execution.trade) : qint64(-1)},
            {u"I"_s, qint64(event.executionId)},
            {u"w"_s, order.isWorking && !isFinal(order.status)},
            {u"m"_s, execution.isMaker},
            {u"M"_s, false},
            {u"O"_s, qint64(order.created.ms())},
            {u"Z"_s, decimalText(order.quoteExecuted)},
            {u"Y"_s, decimalText(Quantity::fromRaw(event.execution ? mulDiv(execution.price.raw(), execution.quantity.raw(), decimalScale) : 0))},
            {u"Q"_s, decimalText(asked.quoteQuantity)},
            {u"V"_s, wordOf(asked.selfTrade)}};
    if (order.isWorking)
        json[u"W"_s] = qint64(order.updated.ms());
    if (asked.trailingDelta != 0) {
        json[u"d"_s] = asked.trailingDelta;
        if (order.trailFrom.isPositive())
            json[u"D"_s] = qint64(order.trailTime.ms());
    }
    if (asked.strategyId != 0)
        json[u"j"_s] = qint64(asked.strategyId);
    if (asked.strategyType != 0)
        json[u"J"_s] = qint64(asked.strategyType);
    if (order.preventedMatch >= 0) {
        json[u"v"_s] = qint64(order.preventedMatch);
        json[u"A"_s] = decimalText(order.prevented);
        if (event.type == ExecutionType::Prevented)
            json[u"B"_s] = decimalText(order.lastPrevented);
    }
    return json;
}

QJsonObject listStatus(const SpotVenue &venue, const AccountEvent &event, Timestamp now)
{
    const MatchingEngine &engine = venue.engine();
    QJsonArray orders;
    QString symbol;
    for (const OrderNumber number : event.listOrders) {
        const OrderRecord &order = engine.order(number);
        symbol = engine.symbols()[std::size_t(order.asked.symbol)].symbol;
        orders.append(QJsonObject{{u"s"_s, symbol}, {u"i"_s, qint64(number)}, {u"c"_s, order.asked.clientOrderId}});
    }
    return {{u"e"_s, u"listStatus"_s}, {u"E"_s, qint64(now.ms())}, {u"s"_s, symbol}, {u"g"_s, qint64(event.list)},
            {u"c"_s, engine.isChain(event.list) ? u"OTO"_s : u"OCO"_s}, {u"l"_s, event.isListDone ? u"ALL_DONE"_s : u"EXEC_STARTED"_s},
            {u"L"_s, event.isListDone ? u"ALL_DONE"_s : u"EXECUTING"_s}, {u"r"_s, u"NONE"_s}, {u"C"_s, engine.clientIdOf(event.list)},
            {u"T"_s, qint64(now.ms())}, {u"O"_s, orders}};
}

QJsonObject accountPosition(const SpotVenue &venue, const AccountEvent &event, Timestamp now)
{
    QJsonArray balances;
    const ListedSymbol &symbol = venue.engine().symbols()[std::size_t(event.order.asked.symbol)];
    for (const QString &asset : {symbol.base, symbol.quote}) {
        const Balances::Holding holding = venue.engine().balances(event.account).of(asset);
        balances.append(QJsonObject{{u"a"_s, asset}, {u"f"_s, decimalText(holding.free)}, {u"l"_s, decimalText(holding.locked)}});
    }
    return {{u"e"_s, u"outboundAccountPosition"_s}, {u"E"_s, qint64(now.ms())}, {u"u"_s, qint64(now.ms())}, {u"B"_s, balances}};
}

} // namespace

QJsonObject userDataJson(const SpotVenue &venue, const AccountEvent &event, Timestamp now)
{
    switch (event.kind) {
    case AccountEvent::Kind::Order:
        return executionReport(venue, event, now);
    case AccountEvent::Kind::Balances:
        return accountPosition(venue, event, now);
    case AccountEvent::Kind::List:
        return listStatus(venue, event, now);
    }
    return {};
}

} // namespace bellwether::exchange
