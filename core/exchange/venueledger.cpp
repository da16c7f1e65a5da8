#include "core/exchange/venueledger.h"

#include "core/exchange/spotapi.h"
#include "core/exchange/spotjson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace bellwether::exchange {

namespace {

QJsonObject requestJson(const SeenRequest &request)
{
    return {{u"number"_s, qint64(request.number)},
            {u"time"_s, qint64(request.time.ms())},
            {u"method"_s, QString::fromLatin1(request.method)},
            {u"path"_s, QString::fromLatin1(request.path)},
            {u"parameters"_s, QString::fromUtf8(request.parameters)},
            {u"account"_s, request.account},
            {u"carried_out"_s, request.isCarriedOut},
            {u"status"_s, request.status},
            {u"code"_s, request.code},
            {u"faults"_s, QJsonArray::fromStringList(request.faults)}};
}

QJsonObject fillOf(const SpotVenue &venue, const OwnTrade &trade)
{
    QJsonObject json = fillJson(trade.execution);
    json[u"symbol"_s] = venue.engine().symbols()[std::size_t(trade.symbol)].symbol;
    json[u"orderId"_s] = qint64(trade.order);
    json[u"side"_s] = wordOf(trade.side);
    json[u"isMaker"_s] = trade.execution.isMaker;
    json[u"time"_s] = qint64(trade.time.ms());
    return json;
}

} // namespace

SeenRequest &VenueLedger::add(SeenRequest request)
{
    request.number = ++m_count;
    if (m_requests.size() == requestsMax)
        m_requests.pop_front();
    return m_requests.emplace_back(std::move(request));
}

SeenRequest *VenueLedger::find(std::int64_t number)
{
    if (m_requests.empty() || number < m_requests.front().number || number > m_requests.back().number)
        return nullptr;
    return &m_requests[std::size_t(number - m_requests.front().number)];
}

QJsonObject VenueLedger::json(const SpotVenue &venue) const
{
    QJsonArray requests;
    for (const SeenRequest &request : m_requests)
        requests.append(requestJson(request));
    QJsonObject accounts;
    for (AccountNumber account = 1; account <= venue.accountCount(); ++account) {
        QJsonArray orders;
        for (const OrderNumber number : venue.engine().ordersOf(account))
            orders.append(SpotApi::orderJson(venue, venue.engine().order(number)));
        QJsonArray fills;
        for (const OwnTrade &trade : venue.ownTrades(account))
            fills.append(fillOf(venue, trade));
        QJsonObject balances;
        for (const auto &[asset, holding] : venue.engine().balances(account).all())
            balances[asset] = QJsonObject{{u"free"_s, decimalText(holding.free)}, {u"locked"_s, decimalText(holding.locked)}};
        accounts[venue.keys(account).name] = QJsonObject{{u"orders"_s, orders}, {u"fills"_s, fills}, {u"balances"_s, balances}};
    }
    return {{u"type"_s, u"ledger"_s},
            {u"request_count"_s, qint64(m_count)},
            {u"requests"_s, requests},
            {u"accounts"_s, accounts}};
}

} // namespace bellwether::exchange
