// The WebSocket API of StreamHub: sessions and user data.
#include "core/exchange/streamhub.h"

#include "core/exchange/streamclient.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace bellwether::exchange {

namespace {

[[noreturn]] void refuse(int code, const QString &message, int status = 400) { throw ApiError{status, code, message}; }

int subscribed(StreamClient &client, AccountNumber account)
{
    if (client.subscriptions.contains(account))
        refuse(-2035, u"User Data Stream subscription already active."_s);
    return client.subscriptions[account] = ++client.lastSubscription;
}

} // namespace

AccountNumber StreamHub::authoriseApi(const QJsonObject &parameters) const
{
    // Signed are all parameters but the signature, sorted by name, as they are.
    ApiCall call;
    call.apiKey = parameters[u"apiKey"_s].toString().toUtf8();
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        const QString value = it->isString() ? it->toString() : QString::number(it->toInteger());
        const QByteArray bytes = it.key() == u"signature" ? value.toUtf8().toPercentEncoding() : value.toUtf8();
        call.query += (call.query.isEmpty() ? "" : "&") + it.key().toUtf8() + '=' + bytes;
    }
    ApiParams params(call.query, {});
    return m_api.authorise(call, params, m_clock.now());
}

QJsonObject StreamHub::answerApi(StreamClient &client, const QString &method, const QJsonObject &parameters)
{
    if (method == u"ping")
        return {};
    if (method == u"time")
        return {{u"serverTime"_s, qint64(m_clock.now().ms())}};
    const auto session = [&] {
        return QJsonObject{{u"apiKey"_s, client.loggedOn == 0 ? QJsonValue() : QJsonValue(QString::fromLatin1(m_venue.keys(client.loggedOn).apiKey))},
                           {u"returnRateLimits"_s, false}, {u"serverTime"_s, qint64(m_clock.now().ms())},
                           {u"userDataStream"_s, !client.subscriptions.empty()}};
    };
    if (method == u"session.logon") {
        const AccountNumber account = authoriseApi(parameters);
        if (m_venue.keys(account).publicKey.isEmpty())
            refuse(-4056, u"HMAC_SHA256 API key is not supported."_s);
        client.loggedOn = account;
        return session();
    }
    if (method == u"session.logout") {
        client.loggedOn = 0;
        return session();
    }
    if (method == u"session.status")
        return session();
    if (method == u"userDataStream.subscribe.signature")
        return {{u"subscriptionId"_s, subscribed(client, authoriseApi(parameters))}};
    if (method == u"userDataStream.subscribe") {
        if (client.loggedOn == 0)
            refuse(-2015, u"Invalid API-key, IP, or permissions for action."_s, 401);
        return {{u"subscriptionId"_s, subscribed(client, client.loggedOn)}};
    }
    if (method == u"userDataStream.unsubscribe") {
        const int one = parameters[u"subscriptionId"_s].toInt(-1);
        const auto ended = std::erase_if(client.subscriptions, [&](const auto &entry) { return one < 0 || entry.second == one; });
        if (ended == 0)
            refuse(-2036, u"User Data Stream subscription not active."_s);
        return {};
    }
    refuse(-1000, u"Unknown method"_s);
}

void StreamHub::onApi(StreamClient &client, const QJsonObject &request)
{
    const QString method = request[u"method"_s].toString();
    QJsonObject answer{{u"id"_s, request[u"id"_s]}, {u"status"_s, 200}};
    try {
        if (method == u"session.subscriptions") {
            QJsonArray rows;
            for (const auto &[account, subscription] : client.subscriptions)
                rows.append(QJsonObject{{u"subscriptionId"_s, subscription}});
            answer[u"result"_s] = rows;
        } else {
            answer[u"result"_s] = answerApi(client, method, request[u"params"_s].toObject());
        }
    } catch (const ApiError &error) {
        answer[u"status"_s] = error.status;
        answer[u"error"_s] = QJsonObject{{u"code"_s, error.code}, {u"msg"_s, error.message}};
    }
    send(client, u"answer/"_s + method, QString::fromUtf8(QJsonDocument(answer).toJson(QJsonDocument::Compact)));
}

} // namespace bellwether::exchange
