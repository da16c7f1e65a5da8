#include "core/exchange/spotapi.h"

#include "core/exchange/spotjson.h"
#include "core/net/signature.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <sodium.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bellwether::exchange {

namespace {

bool isSignedBy(const AccountKeys &keys, const SignedPayload &payload)
{
    if (keys.publicKey.isEmpty())
        return net::hmacSha256Hex(keys.secret, payload.payload) == payload.signature.toLower();
    const auto bytes = [](const QByteArray &text) { return reinterpret_cast<const unsigned char *>(text.constData()); };
    const QByteArray signature = QByteArray::fromBase64(payload.signature);
    return signature.size() == qsizetype(crypto_sign_BYTES) && keys.publicKey.size() == qsizetype(crypto_sign_PUBLICKEYBYTES)
        && crypto_sign_verify_detached(bytes(signature), bytes(payload.payload), std::size_t(payload.payload.size()), bytes(keys.publicKey)) == 0;
}

} // namespace

struct SpotApi::Route {
    QByteArray method;
    QByteArray path;
    bool isSigned;
    int weight;
    int orders;
    Handler handler;
};

const std::vector<SpotApi::Route> &SpotApi::routes()
{
    static const std::vector<Route> all{
        {"GET", "ping", false, 1, 0, &SpotApi::ping},
        {"GET", "time", false, 1, 0, &SpotApi::time},
        {"GET", "exchangeInfo", false, 20, 0, &SpotApi::exchangeInfo},
        {"GET", "depth", false, 5, 0, &SpotApi::depth},
        {"GET", "trades", false, 25, 0, &SpotApi::trades},
        {"GET", "historicalTrades", false, 25, 0, &SpotApi::trades},
        {"GET", "aggTrades", false, 4, 0, &SpotApi::aggregateTrades},
        {"GET", "klines", false, 2, 0, &SpotApi::klines},
        {"GET", "avgPrice", false, 2, 0, &SpotApi::averagePrice},
        {"GET", "ticker/24hr", false, 2, 0, &SpotApi::dayTicker},
        {"GET", "ticker/price", false, 2, 0, &SpotApi::priceTicker},
        {"GET", "ticker/bookTicker", false, 2, 0, &SpotApi::bookTicker},
        {"POST", "order", true, 1, 1, &SpotApi::placeOrder},
        {"POST", "order/test", true, 1, 0, &SpotApi::testOrder},
        {"GET", "order", true, 4, 0, &SpotApi::queryOrder},
        {"DELETE", "order", true, 1, 0, &SpotApi::cancelOrder},
        {"DELETE", "openOrders", true, 1, 0, &SpotApi::cancelAll},
        {"POST", "order/cancelReplace", true, 1, 1, &SpotApi::cancelReplace},
        {"PUT", "order/amend/keepPriority", true, 4, 0, &SpotApi::amend},
        {"GET", "openOrders", true, 6, 0, &SpotApi::openOrders},
        {"GET", "allOrders", true, 20, 0, &SpotApi::allOrders},
        {"POST", "orderList/oco", true, 1, 2, &SpotApi::placeOco},
        {"POST", "orderList/oto", true, 1, 2, &SpotApi::placeOto},
        {"POST", "orderList/otoco", true, 1, 3, &SpotApi::placeOtoco},
        {"GET", "openOrderList", true, 6, 0, &SpotApi::openLists},
        {"GET", "allOrderList", true, 20, 0, &SpotApi::allLists},
        {"GET", "order/amendments", true, 4, 0, &SpotApi::amendments},
        {"GET", "myPreventedMatches", true, 20, 0, &SpotApi::preventedMatches},
        {"GET", "orderList", true, 4, 0, &SpotApi::queryList},
        {"DELETE", "orderList", true, 1, 0, &SpotApi::cancelList},
        {"GET", "account", true, 20, 0, &SpotApi::account},
        {"GET", "account/commission", true, 20, 0, &SpotApi::commission},
        {"GET", "myTrades", true, 20, 0, &SpotApi::myTrades},
        {"GET", "rateLimit/order", true, 40, 0, &SpotApi::orderCounts},
        {"GET", "/sapi/v1/account/apiRestrictions", true, 1, 0, &SpotApi::keyRights},
    };
    return all;
}

int SpotApi::weightOf(const Route &route, const ApiParams &params)
{
    if (route.path == "depth") {
        const int levels = params.has("limit") ? params.peek("limit").toInt() : 100;
        return levels <= 100 ? 5 : levels <= 500 ? 25 : levels <= 1'000 ? 50 : 250;
    }
    const bool isOne = params.has("symbol");
    if (route.path == "openOrders" && route.method == "GET")
        return isOne ? 6 : 80;
    if (route.path == "ticker/24hr")
        return isOne ? 2 : params.peek("symbols").count(',') >= 100 || !params.has("symbols") ? 80 : 40;
    if (route.path == "ticker/price" || route.path == "ticker/bookTicker")
        return isOne ? 2 : 4;
    if (route.path == "myTrades")
        return params.has("orderId") ? 5 : 20;
    if (route.path == "order/test")
        return params.peek("computeCommissionRates") == "true" ? 20 : 1;
    return route.weight;
}

SpotApi::SpotApi(SpotVenue &venue, ApiLimits limits) : m_venue(venue), m_limits(limits) {}

ApiReply SpotApi::handle(const ApiCall &call, Timestamp now)
{
    ApiReply reply;
    std::pair<AccountNumber, int> counted; // a refused order does not count
    try {
        static const QByteArray root("/api/v3/");
        const QByteArray name = call.path.startsWith(root) ? call.path.mid(root.size()) : call.path;
        const auto route = std::find_if(routes().begin(), routes().end(), [&](const Route &one) {
            return one.method == call.method && one.path == name;
        });
        if (route == routes().end())
            throw ApiError{404, -1000, u"No such call: %1 %2"_s.arg(QString::fromLatin1(call.method), QString::fromLatin1(call.path.left(80)))};
        ApiParams params(call.query, call.body);
        const AccountNumber account = route->isSigned ? authorise(call, params, now) : 0;
        count(weightOf(*route, params), route->orders, account, now, reply);
        counted = {account, route->orders};
        const QJsonValue answer = (this->*route->handler)(params, account, now);
        params.refuseOthers();
        const QJsonDocument document = answer.isArray() ? QJsonDocument(answer.toArray()) : QJsonDocument(answer.toObject());
        reply.body = document.toJson(QJsonDocument::Compact);
    } catch (const ApiError &error) {
        if (counted.second > 0)
            m_venue.unfilled().add(counted.first, -counted.second, now);
        reply.status = error.status;
        reply.body = QJsonDocument(QJsonObject{{u"code"_s, error.code}, {u"msg"_s, error.message}}).toJson(QJsonDocument::Compact);
    } catch (const ApiPartial &error) {
        reply.status = error.status;
        reply.body = QJsonDocument(QJsonObject{{u"code"_s, error.code}, {u"msg"_s, error.message}, {u"data"_s, error.data}}).toJson(QJsonDocument::Compact);
    }
    return reply;
}

AccountNumber SpotApi::authorise(const ApiCall &call, ApiParams &params, Timestamp now) const
{
    if (call.apiKey.isEmpty())
        throw ApiError{401, -2014, u"API-key format invalid."_s};
    const AccountNumber account = m_venue.findAccount(call.apiKey);
    if (account == 0)
        throw ApiError{401, -2015, u"Invalid API-key, IP, or permissions for action."_s};
    const std::int64_t stamp = params.integer("timestamp");
    const std::int64_t window = params.integer("recvWindow", 5'000);
    params.pass("signature");
    if (window < 1 || window > 60'000)
        throw ApiError{400, -1131, u"recvWindow must be less than 60000."_s};
    // One that is no time at all counts as too old, or as too new.
    const Timestamp time = Timestamp::fromStamp(stamp).value_or(stamp < 0 ? Timestamp() : now + 1s);
    if (time >= now + 1s)
        throw ApiError{400, -1021, u"Timestamp for this request was 1000ms ahead of the server's time."_s};
    if (now - time > std::chrono::milliseconds(window))
        throw ApiError{400, -1021, u"Timestamp for this request is outside of the recvWindow."_s};
    const SignedPayload payload = payloadOf(call);
    if (payload.signature.isEmpty())
        throw ApiError{400, -1102, u"Mandatory parameter 'signature' was not sent, was empty/null, or malformed."_s};
    if (!isSignedBy(m_venue.keys(account), payload))
        throw ApiError{400, -1022, u"Signature for this request is not valid."_s};
    return account;
}

void SpotApi::count(int weight, int orders, AccountNumber account, Timestamp now, ApiReply &reply)
{
    const std::int64_t minute = Timestamp::floorDiv(now.seconds(), 60);
    if (minute != m_minute) {
        m_minute = minute;
        m_weight = m_overruns = 0;
    }
    const auto refuseBanned = [&] {
        reply.headers.emplace_back("Retry-After", QByteArray::number((m_bannedUntil - now + 999ms) / 1s));
        throw ApiError{418, -1003, u"Way too much request weight used; IP banned until %1. Please use WebSocket Streams for live updates to avoid bans."_s.arg(m_bannedUntil.ms())};
    };
    if (now < m_bannedUntil)
        refuseBanned();
    m_weight += weight;
    reply.headers.emplace_back("X-MBX-USED-WEIGHT", QByteArray::number(m_weight));
    reply.headers.emplace_back("X-MBX-USED-WEIGHT-1M", QByteArray::number(m_weight));
    if (m_weight > m_limits.weightPerMinute) {
        if (++m_overruns > overrunsMax) {
            // Who goes on after being told to stop is shut out, longer each time, up to three days.
            m_banLength = std::min<Duration>(m_banLength * 2, 72h);
            m_bannedUntil = now + m_banLength;
            refuseBanned();
        }
        reply.headers.emplace_back("Retry-After", QByteArray::number(60 - now.seconds() % 60));
        throw ApiError{429, -1003, u"Too much request weight used; current limit is %1 request weight per 1 MINUTE."_s.arg(m_limits.weightPerMinute)};
    }
    if (orders == 0)
        return;
    const UnfilledCounts::Counts before = m_venue.unfilled().of(account, now);
    const auto refuseOrders = [&](int limit, const QString &interval) {
        throw ApiError{429, -1015, u"Too many new orders; current limit is %1 orders per %2."_s.arg(limit).arg(interval)};
    };
    if (before.inTenSeconds + orders > m_limits.ordersPer10s)
        refuseOrders(m_limits.ordersPer10s, u"10 SECOND"_s);
    if (before.inDay + orders > m_limits.ordersPerDay)
        refuseOrders(m_limits.ordersPerDay, u"1 DAY"_s);
    m_venue.unfilled().add(account, orders, now);
    reply.headers.emplace_back("X-MBX-ORDER-COUNT-10S", QByteArray::number(before.inTenSeconds + orders));
    reply.headers.emplace_back("X-MBX-ORDER-COUNT-1D", QByteArray::number(before.inDay + orders));
}

SymbolNumber SpotApi::symbolOf(ApiParams &params) const
{
    const SymbolNumber symbol = m_venue.engine().findSymbol(QString::fromUtf8(params.text("symbol")));
    if (symbol < 0)
        throw ApiError{400, -1121, u"Invalid symbol."_s};
    return symbol;
}

} // namespace bellwether::exchange
