#include "core/exchange/streamhub.h"

#include "core/domain/timeframe.h"
#include "core/exchange/faultinjector.h"
#include "core/exchange/spotjson.h"
#include "core/exchange/streamclient.h"
#include "core/exchange/userdatajson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>
#include <QWebSocket>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bellwether::exchange {

namespace {

QString textOf(const QJsonObject &json) { return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)); }

} // namespace

StreamHub::StreamHub(SpotVenue &venue, const SpotApi &api, const Clock &clock, FaultInjector &faults, QObject *parent)
    : QObject(parent), m_venue(venue), m_api(api), m_clock(clock), m_faults(faults), m_toldUpdate(venue.engine().symbols().size())
{
    m_venue.onAccountEvent = [this](const AccountEvent &event) { onAccountEvent(event); };
    m_venue.onPrint = [this](SymbolNumber symbol, const TapePrint &print) {
        publishTrade(symbol, print);
        publishKlines(symbol, print.print.time);
    };
    connect(&m_bookTimer, &QTimer::timeout, this, &StreamHub::publishBooks);
    m_bookTimer.start(100);
    connect(&m_secondTimer, &QTimer::timeout, this, &StreamHub::publishTickers);
    m_secondTimer.start(1'000);
    connect(&m_pingTimer, &QTimer::timeout, this, [this] {
        for (StreamClient *client : std::vector(m_clients))
            client->ping();
    });
    m_pingTimer.start(std::chrono::seconds(20));
}

StreamHub::~StreamHub()
{
    m_venue.onAccountEvent = nullptr;
    m_venue.onPrint = nullptr;
}

QString StreamHub::streamName(SymbolNumber symbol, QStringView kind) const
{
    return m_venue.engine().symbols()[std::size_t(symbol)].symbol.toLower() + u'@' + kind.toString();
}

bool StreamHub::isStream(const QString &name) const
{
    static const QStringList kinds{u"trade"_s, u"aggTrade"_s, u"bookTicker"_s, u"miniTicker"_s, u"ticker"_s, u"depth"_s, u"depth@100ms"_s,
                                   u"depth5"_s, u"depth10"_s, u"depth20"_s, u"depth5@100ms"_s, u"depth10@100ms"_s, u"depth20@100ms"_s};
    const qsizetype at = name.indexOf(u'@');
    const QString kind = name.mid(at + 1);
    return at > 0 && m_venue.engine().findSymbol(name.left(at).toUpper()) >= 0
        && (kinds.contains(kind) || (kind.startsWith(u"kline_") && parseTimeframe(kind.mid(6))));
}

void StreamHub::add(QWebSocket *socket, QTcpSocket *wire)
{
    auto *client = new StreamClient(socket, wire, this);
    ++m_opened;
    const QUrl url = socket->requestUrl();
    client->isApi = url.path().startsWith(u"/ws-api/"_s);
    client->isCombined = url.path().startsWith(u"/stream"_s);
    const QString names = client->isCombined ? QUrlQuery(url).queryItemValue(u"streams"_s, QUrl::FullyDecoded) : url.path().mid(4);
    for (const QString &name : names.split(u'/', Qt::SkipEmptyParts)) {
        if (!client->isApi && isStream(name))
            client->streams.insert(name);
    }
    connect(socket, &QWebSocket::textMessageReceived, client, [this, client](const QString &text) {
        if (client->isApi || client->countMessage())
            onMessage(*client, text);
    });
    connect(client, &StreamClient::gone, this, [this, client] {
        std::erase(m_clients, client);
        client->deleteLater();
    });
    m_clients.push_back(client);
}

void StreamHub::act(const FaultAction &action)
{
    for (StreamClient *client : std::vector(m_clients)) {
        if (action.verb == FaultVerb::ExpireKey)
            expireKeys(*client);
        else if (action.verb == FaultVerb::Shutdown)
            shutDown(*client, action.wait);
        else
            client->act(action);
    }
}

void StreamHub::expireKeys(StreamClient &client)
{
    for (const auto &[account, subscription] : std::exchange(client.subscriptions, {})) {
        const QJsonObject event{{u"e"_s, u"eventStreamTerminated"_s}, {u"E"_s, qint64(m_clock.now().ms())}};
        send(client, u"user/eventStreamTerminated"_s, textOf({{u"subscriptionId"_s, subscription}, {u"event"_s, event}}));
    }
}

void StreamHub::shutDown(StreamClient &client, Duration wait)
{
    const QJsonObject event{{u"e"_s, u"serverShutdown"_s}, {u"E"_s, qint64(m_clock.now().ms())}};
    const QString name = u"!serverShutdown"_s;
    send(client, name, textOf(client.isCombined ? QJsonObject{{u"stream"_s, name}, {u"data"_s, event}} : client.isApi ? QJsonObject{{u"event"_s, event}} : event));
    QTimer::singleShot(msOf(wait), client.socket(),
                       [socket = client.socket()] { socket->close(QWebSocketProtocol::CloseCodeGoingAway); });
}

void StreamHub::send(StreamClient &client, const QString &target, const QString &text)
{
    QString account;
    if (!m_faults.script().isEmpty() && !client.subscriptions.empty())
        account = m_venue.keys(client.subscriptions.begin()->first).name;
    const std::vector<FaultAction> actions = m_faults.at(FaultPoint::Stream, target, account);
    if (!actions.empty() && actions.front().verb == FaultVerb::ExpireKey)
        QMetaObject::invokeMethod(&client, [this, &client] { expireKeys(client); }, Qt::QueuedConnection);
    m_sent += client.send(text, actions) ? 1 : 0;
}

void StreamHub::onMessage(StreamClient &client, const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject())
        client.send(u"{\"code\":3,\"msg\":\"Invalid JSON: expected an object\"}"_s);
    else if (client.isApi)
        onApi(client, document.object());
    else
        onControl(client, document.object());
}

void StreamHub::onControl(StreamClient &client, const QJsonObject &request)
{
    const QString method = request[u"method"_s].toString();
    const QJsonValue id = request[u"id"_s];
    const QString target = u"answer/"_s + method;
    const auto refuse = [&](int code, const QString &message) {
        send(client, target, textOf({{u"error"_s, QJsonObject{{u"code"_s, code}, {u"msg"_s, message}}}, {u"id"_s, id}}));
    };
    const QJsonArray names = request[u"params"_s].toArray();
    QJsonValue result;
    if (method == u"SUBSCRIBE"_s) {
        for (const QJsonValue &name : names) {
            if (!isStream(name.toString()))
                return refuse(2, u"Invalid request: unknown stream %1"_s.arg(name.toString().left(64)));
        }
        if (int(client.streams.size()) + int(names.size()) > streamsMax)
            return refuse(2, u"Invalid request: too many streams"_s);
        for (const QJsonValue &name : names)
            client.streams.insert(name.toString());
    } else if (method == u"UNSUBSCRIBE"_s) {
        for (const QJsonValue &name : names)
            client.streams.erase(name.toString());
    } else if (method == u"LIST_SUBSCRIPTIONS"_s) {
        result = QJsonArray::fromStringList(QStringList(client.streams.begin(), client.streams.end()));
    } else if (method == u"SET_PROPERTY"_s && names.size() == 2 && names[0].toString() == u"combined"_s) {
        client.isCombined = names[1].toBool();
    } else if (method == u"GET_PROPERTY"_s && names.size() == 1 && names[0].toString() == u"combined"_s) {
        result = client.isCombined;
    } else {
        return refuse(1, u"Invalid request: unknown method"_s);
    }
    send(client, target, textOf({{u"result"_s, result}, {u"id"_s, id}}));
}

void StreamHub::onAccountEvent(const AccountEvent &event)
{
    QJsonObject json;
    for (StreamClient *client : std::vector(m_clients)) {
        const auto subscription = client->subscriptions.find(event.account);
        if (subscription == client->subscriptions.end())
            continue;
        if (json.isEmpty())
            json = userDataJson(m_venue, event, m_clock.now());
        send(*client, u"user/"_s + json[u"e"_s].toString(), textOf({{u"subscriptionId"_s, subscription->second}, {u"event"_s, json}}));
    }
}

} // namespace bellwether::exchange
