#include "core/brokers/binance/orderrequests.h"

using namespace Qt::StringLiterals;

namespace bellwether::binance {

using net::HttpMethod;
using net::RequestPurpose;

namespace {

QByteArray typeOf(OrderType type, bool isPostOnly)
{
    switch (type) {
    case OrderType::Market: return "MARKET";
    case OrderType::Limit: return isPostOnly ? "LIMIT_MAKER" : "LIMIT";
    case OrderType::Stop: return "STOP_LOSS";
    case OrderType::StopLimit: return "STOP_LOSS_LIMIT";
    case OrderType::MarketIfTouched: return "TAKE_PROFIT";
    case OrderType::LimitIfTouched: return "TAKE_PROFIT_LIMIT";
    }
    return {};
}

QByteArray sideText(Side side) { return side == Side::Buy ? "BUY" : "SELL"; }

void addTerms(RestParams &params, const Order &order, Quantity quantity)
{
    params.emplace_back("side", sideText(order.side));
    params.emplace_back("type", venueType(order));
    const bool hasLimit = hasLimitPrice(order.type);
    if (hasLimit && order.timeInForce != TimeInForce::PostOnly)
        params.emplace_back("timeInForce", order.timeInForce == TimeInForce::ImmediateOrCancel ? "IOC" : "GTC");
    params.emplace_back("quantity", decimalOf(quantity));
    if (hasLimit)
        params.emplace_back("price", decimalOf(order.limitPrice));
    if (hasTriggerPrice(order.type))
        params.emplace_back("stopPrice", decimalOf(order.stopPrice));
}

} // namespace

QByteArray symbolOf(const InstrumentId &instrument)
{
    const std::string_view whole = instrument.view();
    const std::size_t colon = whole.find(':');
    const std::string_view symbol = colon == std::string_view::npos ? whole : whole.substr(colon + 1);
    return QByteArray(symbol.data(), qsizetype(symbol.size()));
}

QByteArray venueClientId(const ClientOrderId &order, int generation)
{
    QByteArray id(order.view().data(), qsizetype(order.view().size()));
    if (generation > 0)
        id += "_" + QByteArray::number(generation);
    return id;
}

std::optional<std::pair<ClientOrderId, int>> orderOfClientId(const QString &clientId)
{
    const QByteArray text = clientId.toLatin1();
    if (!text.startsWith("bw-"))
        return {};
    const qsizetype mark = text.lastIndexOf('_');
    bool isNumber = false;
    const int generation = mark < 0 ? 0 : text.mid(mark + 1).toInt(&isNumber);
    const QByteArray name = mark < 0 || !isNumber ? text : text.left(mark);
    if (!ClientOrderId::fits(std::string_view(name.constData(), std::size_t(name.size()))))
        return {};
    return std::pair(ClientOrderId(std::string_view(name.constData(), std::size_t(name.size()))), isNumber ? generation : 0);
}

QByteArray venueType(const Order &order) { return typeOf(order.type, order.timeInForce == TimeInForce::PostOnly); }

RestCall placeCall(const Order &order, Quantity quantity, int generation, RequestPurpose purpose)
{
    RestCall call{HttpMethod::Post, "/api/v3/order", {{"symbol", symbolOf(order.instrument)}}, true, 1, 1, purpose};
    addTerms(call.params, order, quantity);
    call.params.emplace_back("newClientOrderId", venueClientId(order.clientId, generation));
    call.params.emplace_back("newOrderRespType", "FULL");
    return call;
}

RestCall cancelCall(const Order &order, int generation)
{
    return {HttpMethod::Delete, "/api/v3/order",
            {{"symbol", symbolOf(order.instrument)}, {"origClientOrderId", venueClientId(order.clientId, generation)}},
            true, 1, 0, RequestPurpose::Reducing};
}

RestCall pairCall(const Order &stop, const Order &target, int generation)
{
    // Of a pair that sells, the target is above the market and the stop below; of one that buys, the other way round.
    const bool isSale = stop.side == Side::Sell;
    const QByteArray targetLeg = isSale ? "above" : "below";
    const QByteArray stopLeg = isSale ? "below" : "above";
    RestCall call{HttpMethod::Post, "/api/v3/orderList/oco",
                  {{"symbol", symbolOf(stop.instrument)}, {"side", sideText(stop.side)}, {"quantity", decimalOf(stop.quantity)},
                   {targetLeg + "Type", "LIMIT_MAKER"}, {targetLeg + "Price", decimalOf(target.limitPrice)},
                   {targetLeg + "ClientOrderId", venueClientId(target.clientId, generation)},
                   {stopLeg + "Type", "STOP_LOSS"}, {stopLeg + "StopPrice", decimalOf(stop.stopPrice)},
                   {stopLeg + "ClientOrderId", venueClientId(stop.clientId, generation)}},
                  true, 1, 2, RequestPurpose::Reducing};
    return call;
}

RestCall replaceCall(const Order &changed, Quantity quantity, int generation)
{
    RestCall call{HttpMethod::Post, "/api/v3/order/cancelReplace",
                  {{"symbol", symbolOf(changed.instrument)}, {"cancelReplaceMode", "STOP_ON_FAILURE"},
                   {"cancelOrigClientOrderId", venueClientId(changed.clientId, generation)}},
                  true, 1, 1, isReducing(changed.role) ? RequestPurpose::Reducing : RequestPurpose::Trading};
    addTerms(call.params, changed, quantity);
    call.params.emplace_back("newClientOrderId", venueClientId(changed.clientId, generation + 1));
    call.params.emplace_back("newOrderRespType", "FULL");
    return call;
}

RestCall reduceCall(const Order &order, Quantity quantity, int generation)
{
    const QByteArray id = venueClientId(order.clientId, generation);
    return {HttpMethod::Put, "/api/v3/order/amend/keepPriority",
            {{"symbol", symbolOf(order.instrument)}, {"origClientOrderId", id}, {"newClientOrderId", id}, {"newQty", decimalOf(quantity)}},
            true, 4, 0, RequestPurpose::Reducing};
}

RestCall queryCall(const Order &order, int generation)
{
    return {HttpMethod::Get, "/api/v3/order",
            {{"symbol", symbolOf(order.instrument)}, {"origClientOrderId", venueClientId(order.clientId, generation)}},
            true, 4, 0, RequestPurpose::Reducing, std::chrono::seconds(5)};
}

RestCall tradesCall(const Order &order, std::int64_t venueOrder)
{
    return {HttpMethod::Get, "/api/v3/myTrades",
            {{"symbol", symbolOf(order.instrument)}, {"orderId", QByteArray::number(qlonglong(venueOrder))}, {"limit", "1000"}},
            true, 5, 0, RequestPurpose::Reducing, std::chrono::seconds(5)};
}

std::optional<OrderType> orderTypeOf(const QString &type)
{
    if (type == u"MARKET")
        return OrderType::Market;
    if (type == u"LIMIT" || type == u"LIMIT_MAKER")
        return OrderType::Limit;
    if (type == u"STOP_LOSS")
        return OrderType::Stop;
    if (type == u"STOP_LOSS_LIMIT")
        return OrderType::StopLimit;
    if (type == u"TAKE_PROFIT")
        return OrderType::MarketIfTouched;
    if (type == u"TAKE_PROFIT_LIMIT")
        return OrderType::LimitIfTouched;
    return {};
}

} // namespace bellwether::binance
