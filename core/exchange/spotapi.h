#pragma once

#include "core/exchange/apicall.h"
#include "core/exchange/spotvenue.h"

#include <QJsonObject>


namespace bellwether::exchange {

/// Limits that the venue enforces; small ones make a client show how it behaves at them.
struct ApiLimits {
    int weightPerMinute = 6'000;
    int ordersPer10s = 50;
    int ordersPerDay = 160'000;
};

/// The REST half of the spot protocol over a SpotVenue: security, parameters, limits, answers and errors as Binance has
/// them, without sockets. Source: Binance spot API documentation, rest-api.md (2026-07-21). One thread.
class SpotApi {
public:
    /// Calls beyond the weight of a minute that are told to wait; the next one is banned.
    static constexpr int overrunsMax = 20;

    explicit SpotApi(SpotVenue &venue, ApiLimits limits = {});

    /// `now` is the venue's clock.
    ApiReply handle(const ApiCall &call, Timestamp now);

    /// A json of an order, as answers to queries have it.
    static QJsonObject orderJson(const SpotVenue &venue, const OrderRecord &order);
    /// Checks key, time and signature of a call; the account. Throws ApiError.
    AccountNumber authorise(const ApiCall &call, ApiParams &params, Timestamp now) const;

private:
    struct Route;
    using Handler = QJsonValue (SpotApi::*)(ApiParams &params, AccountNumber account, Timestamp now);
    static const std::vector<Route> &routes();

    static int weightOf(const Route &route, const ApiParams &params);
    void count(int weight, int orders, AccountNumber account, Timestamp now, ApiReply &reply);
    SymbolNumber symbolOf(ApiParams &params) const;
    const OrderRecord &orderOf(ApiParams &params, AccountNumber account, int code) const;
    NewOrder newOrderOf(ApiParams &params, AccountNumber account, QByteArrayView prefix = {}) const;
    QJsonValue placed(OrderNumber number, QByteArrayView kind, std::size_t firstTrade, AccountNumber account) const;
    std::optional<Refusal> cancelRestricted(AccountNumber account, OrderNumber number, QByteArrayView restriction, Timestamp now);
    // spotlists.cpp
    NewOrder legOf(ApiParams &params, AccountNumber account, QByteArrayView prefix, const char *sideName, const char *quantityName) const;
    std::int64_t listOf(ApiParams &params, AccountNumber account, const char *idName, int code) const;
    QJsonObject listSummary(std::int64_t list) const;
    QJsonObject listJson(std::int64_t list) const;
    QJsonValue placeOco(ApiParams &, AccountNumber, Timestamp now);
    QJsonValue placeOto(ApiParams &, AccountNumber, Timestamp now);
    QJsonValue placeOtoco(ApiParams &, AccountNumber, Timestamp now);
    QJsonValue queryList(ApiParams &, AccountNumber, Timestamp);
    QJsonValue cancelList(ApiParams &, AccountNumber, Timestamp now);
    QJsonValue openLists(ApiParams &, AccountNumber, Timestamp);
    QJsonValue allLists(ApiParams &, AccountNumber, Timestamp);

    // spotmarket.cpp
    QJsonValue ping(ApiParams &, AccountNumber, Timestamp);
    QJsonValue time(ApiParams &, AccountNumber, Timestamp now);
    QJsonValue exchangeInfo(ApiParams &, AccountNumber, Timestamp now);
    QJsonValue depth(ApiParams &, AccountNumber, Timestamp);
    QJsonValue trades(ApiParams &, AccountNumber, Timestamp);
    QJsonValue aggregateTrades(ApiParams &, AccountNumber, Timestamp);
    QJsonValue klines(ApiParams &, AccountNumber, Timestamp);
    QJsonValue averagePrice(ApiParams &, AccountNumber, Timestamp now);
    QJsonValue dayTicker(ApiParams &, AccountNumber, Timestamp now);
    QJsonValue priceTicker(ApiParams &, AccountNumber, Timestamp);
    QJsonValue bookTicker(ApiParams &, AccountNumber, Timestamp);
    // spotorders.cpp
    QJsonValue placeOrder(ApiParams &, AccountNumber, Timestamp now);
    QJsonValue testOrder(ApiParams &, AccountNumber, Timestamp now);
    QJsonValue queryOrder(ApiParams &, AccountNumber, Timestamp);
    QJsonValue cancelOrder(ApiParams &, AccountNumber, Timestamp now);
    QJsonValue cancelAll(ApiParams &, AccountNumber, Timestamp now);
    QJsonValue cancelReplace(ApiParams &, AccountNumber, Timestamp now);
    QJsonValue amend(ApiParams &, AccountNumber, Timestamp now);
    QJsonValue openOrders(ApiParams &, AccountNumber, Timestamp);
    QJsonValue allOrders(ApiParams &, AccountNumber, Timestamp);
    QJsonValue amendments(ApiParams &, AccountNumber, Timestamp);
    QJsonValue preventedMatches(ApiParams &, AccountNumber, Timestamp);
    // spotaccount.cpp
    QJsonValue account(ApiParams &, AccountNumber, Timestamp now);
    QJsonValue commission(ApiParams &, AccountNumber, Timestamp);
    QJsonValue myTrades(ApiParams &, AccountNumber, Timestamp);
    QJsonValue orderCounts(ApiParams &, AccountNumber, Timestamp now);
    QJsonValue keyRights(ApiParams &, AccountNumber, Timestamp now);

    SpotVenue &m_venue;
    ApiLimits m_limits;
    std::int64_t m_minute = 0;
    int m_weight = 0;
    int m_overruns = 0;                 ///< calls beyond the weight in this minute
    Timestamp m_bannedUntil;
    Duration m_banLength = std::chrono::minutes(1); ///< of the ban before
};

} // namespace bellwether::exchange
