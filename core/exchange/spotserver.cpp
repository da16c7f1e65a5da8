#include "core/exchange/spotserver.h"

#include "core/exchange/httpconnection.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSslServer>
#include <QTcpSocket>
#include <QWebSocket>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bellwether::exchange {

namespace {

QByteArray bytesOf(const QJsonObject &json) { return QJsonDocument(json).toJson(QJsonDocument::Compact); }

ApiReply errorReply(int status, int code, const QString &message)
{
    return {status, bytesOf({{u"code"_s, code}, {u"msg"_s, message}}), {}};
}

/// Everything that was sent but the signature.
QByteArray unsignedParameters(const ApiCall &call)
{
    QByteArray kept;
    for (const QByteArray &half : {call.query, call.body.trimmed()}) {
        for (const QByteArray &part : half.split('&')) {
            if (!part.isEmpty() && !part.startsWith("signature="))
                kept += (kept.isEmpty() ? "" : "&") + part;
        }
    }
    return kept;
}

/// The orders that an answer is about.
std::vector<OrderNumber> ordersIn(const QByteArray &body)
{
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    std::vector<OrderNumber> orders;
    const QJsonObject inner = json[u"newOrderResponse"_s].toObject();
    for (const QJsonObject &one : {json, inner}) {
        if (one.contains(u"orderId"_s))
            orders.push_back(one[u"orderId"_s].toInteger());
        const QJsonArray legs = one[u"orders"_s].toArray();
        for (const QJsonValue &leg : legs)
            orders.push_back(leg[u"orderId"_s].toInteger());
    }
    return orders;
}

} // namespace

SpotServer::SpotServer(SpotVenue &venue, const Clock &clock, ApiLimits limits, QObject *parent)
    : QObject(parent), m_venue(venue), m_clock(clock), m_api(venue, limits), m_hub(venue, m_api, m_clock, m_faults),
      m_server(std::make_unique<QTcpServer>()), m_webSockets(u"bellwether"_s, QWebSocketServer::NonSecureMode)
{
    connect(&m_webSockets, &QWebSocketServer::newConnection, this, [this] {
        while (QWebSocket *socket = m_webSockets.nextPendingConnection())
            m_hub.add(socket, m_wires.take(socket->peerPort()));
    });
    connect(&m_faultTimer, &QTimer::timeout, this, &SpotServer::applyDue);
    m_running.start();
}

SpotServer::~SpotServer()
{
    // Connections end with the server, and must not be told to one that is half gone.
    for (HttpConnection *connection : std::as_const(m_connections)) {
        connection->disconnect(this);
        delete connection;
    }
}

void SpotServer::setTls(const QSslConfiguration &configuration)
{
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(configuration);
    m_server = std::move(server);
}

Result<quint16> SpotServer::listen(quint16 port)
{
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &SpotServer::accept);
    if (!m_server->listen(QHostAddress::LocalHost, port))
        return failure(ErrorCode::StoreLocked, u"port %1: %2"_s.arg(port).arg(m_server->errorString()));
    return m_server->serverPort();
}

quint16 SpotServer::port() const { return m_server->serverPort(); }

void SpotServer::setFaults(FaultScript script)
{
    m_faults.setScript(std::move(script));
    m_clock.setOffset({});
    m_blockedUntilMs = 0;
    if (m_faults.script().isEmpty())
        m_faultTimer.stop();
    else
        m_faultTimer.start(std::chrono::milliseconds(20));
}

QJsonObject SpotServer::ledgerJson() const
{
    QJsonObject json = m_ledger.json(m_venue);
    QJsonObject acted;
    for (const auto &[rule, count] : m_faults.script().acted())
        acted[rule] = count;
    json[u"faults"_s] = acted;
    json[u"streams"_s] = QJsonObject{{u"opened"_s, qint64(m_hub.openedCount())}, {u"open"_s, m_hub.connectionCount()}, {u"messages"_s, qint64(m_hub.sentCount())}};
    return json;
}

void SpotServer::accept()
{
    while (auto *socket = m_server->nextPendingConnection()) {
        if (m_connections.size() >= connectionsMax) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        auto *connection = new HttpConnection(socket, this);
        m_connections.insert(connection);
        connect(socket, &QTcpSocket::readyRead, this, [this, connection] { read(connection); });
        connect(connection, &QObject::destroyed, this, [this, connection] { m_connections.remove(connection); });
        connect(connection, &HttpConnection::called, this, [this, connection](const ApiCall &call) { serve(connection, call); });
        if (socket->bytesAvailable() > 0)
            read(connection);
    }
}

void SpotServer::read(HttpConnection *connection)
{
    // The head of a web socket is left to its own server, unread.
    if (connection->socket() == nullptr)
        return;
    const QByteArray head = connection->socket()->peek(HttpRequestReader::headBytesMax);
    if (head.startsWith("GET /ws") || head.startsWith("GET /stream")) {
        if (head.contains("\r\n\r\n"))
            upgrade(connection, head.mid(4, head.indexOf(' ', 4) - 4));
        return;
    }
    connection->read();
}

void SpotServer::upgrade(HttpConnection *connection, const QByteArray &path)
{
    const auto actions = m_faults.at(FaultPoint::Connect, QString::fromLatin1(path.split('?').first()));
    if (!actions.empty()) {
        connection->socket()->disconnect(this);
        return connection->answer({503, {}, {}}, &actions.front(), m_faults.script().rng());
    }
    QTcpSocket *socket = connection->release();
    socket->disconnect(this);
    socket->setParent(m_server.get()); // the web socket above it does not own it
    m_wires.insert(socket->peerPort(), socket);
    m_webSockets.handleConnection(socket);
}

ApiReply SpotServer::blocked() const
{
    const qint64 left = (m_blockedUntilMs - m_running.elapsed() + 999) / 1'000;
    const qint64 until = m_clock.now().ms() + left * 1'000;
    ApiReply reply = errorReply(m_blockStatus, -1003, m_blockStatus == 418 ? u"Way too much request weight used; IP banned until %1."_s.arg(until)
                                                                           : u"Too much request weight used."_s);
    reply.headers.emplace_back("Retry-After", QByteArray::number(left));
    return reply;
}

void SpotServer::serve(HttpConnection *connection, const ApiCall &call)
{
    if (call.path.startsWith("/control/"))
        return connection->answer(control(call), nullptr, m_faults.script().rng());
    const AccountNumber account = m_venue.findAccount(call.apiKey);
    SeenRequest seen{.time = m_clock.now(), .method = call.method, .path = call.path, .parameters = unsignedParameters(call)};
    seen.account = account > 0 ? m_venue.keys(account).name : QString();
    const QString target = QString::fromLatin1(call.path).remove(u"/api/v3/"_s);
    const std::vector<FaultAction> actions = m_faults.at(FaultPoint::Request, target, seen.account, call.method);
    for (const FaultAction &action : actions)
        seen.faults.append(action.rule);
    const std::int64_t number = m_ledger.add(std::move(seen)).number;
    const auto first = std::find_if(actions.begin(), actions.end(), [](const FaultAction &action) { return isAnswerVerb(action.verb) || action.verb == FaultVerb::DeepJson; });
    const FaultAction *answer = first == actions.end() ? nullptr : &*first;
    if (answer && answer->verb == FaultVerb::Limit) {
        m_blockedUntilMs = m_running.elapsed() + msOf(answer->wait).count();
        m_blockStatus = answer->status;
    }
    ApiReply reply;
    if (m_running.elapsed() < m_blockedUntilMs) {
        reply = blocked();
        noteReply(number, reply);
        answer = nullptr;
    } else if (answer && answer->verb == FaultVerb::Reject) {
        reply = errorReply(answer->status, answer->code, answer->body.isEmpty() ? u"Rejected."_s : QString::fromUtf8(answer->body));
        noteReply(number, reply);
    } else if (!answer || answer->carriedOut == CarriedOut::Now) {
        reply = carryOut(call, number, actions);
    } else if (answer->carriedOut == CarriedOut::Late) {
        // The request hangs somewhere on its way: the venue sees it later, and its answer finds nobody but a patient client.
        QTimer::singleShot(msOf(answer->wait), this, [this, call, number, actions, action = *answer, connection = QPointer(connection)] {
            const ApiReply late = carryOut(call, number, actions);
            if (action.verb == FaultVerb::Delay && connection)
                connection->answer(late, nullptr, m_faults.script().rng());
        });
        if (answer->verb == FaultVerb::Delay)
            return;
    }
    connection->answer(reply, answer, m_faults.script().rng());
}

ApiReply SpotServer::carryOut(const ApiCall &call, std::int64_t request, const std::vector<FaultAction> &effects)
{
    const ApiReply reply = m_api.handle(call, m_clock.now());
    if (SeenRequest *seen = m_ledger.find(request))
        seen->isCarriedOut = true;
    noteReply(request, reply);
    applyEffects(reply, effects);
    return reply;
}

void SpotServer::noteReply(std::int64_t request, const ApiReply &reply)
{
    SeenRequest *seen = m_ledger.find(request);
    if (!seen)
        return;
    seen->status = reply.status;
    if (reply.status >= 400)
        seen->code = QJsonDocument::fromJson(reply.body).object()[u"code"_s].toInt();
}

void SpotServer::applyEffects(const ApiReply &reply, const std::vector<FaultAction> &effects)
{
    for (const FaultAction &effect : effects) {
        if (effect.verb != FaultVerb::NotFound && effect.verb != FaultVerb::LateFill)
            continue;
        for (const OrderNumber order : ordersIn(reply.body)) {
            if (effect.verb == FaultVerb::NotFound)
                m_venue.setHidden(order, true);
            QTimer::singleShot(msOf(effect.wait), this, [this, order, verb = effect.verb] {
                if (verb == FaultVerb::NotFound)
                    m_venue.setHidden(order, false);
                else
                    (void)m_venue.engine().fillLate(order, m_clock.now());
            });
        }
    }
}

void SpotServer::applyDue()
{
    for (const FaultAction &action : m_faults.due()) {
        if (action.verb == FaultVerb::ClockOffset) {
            m_clock.setOffset(action.wait);
            continue;
        }
        m_hub.act(action);
        if (action.verb != FaultVerb::Rst && action.verb != FaultVerb::Fin)
            continue;
        for (HttpConnection *connection : QSet(m_connections))
            connection->answer({}, &action, m_faults.script().rng());
    }
}

ApiReply SpotServer::control(const ApiCall &call)
{
    // A page in a browser may reach loopback: it says where it comes from, and is not for here.
    if (call.hasOrigin)
        return errorReply(403, -1002, u"not for web pages"_s);
    if (call.method == "GET" && call.path == "/control/ledger")
        return {200, bytesOf(ledgerJson()), {}};
    if (call.method == "PUT" && call.path == "/control/scenario") {
        auto script = readFaultScript(call.body, u"scenario"_s);
        if (!script)
            return errorReply(400, -1100, script.error().detail);
        setFaults(std::move(*script));
        return {200, "{}", {}};
    }
    if (call.method == "POST" && call.path == "/control/fill") {
        const OrderNumber order = call.query.mid(call.query.indexOf('=') + 1).toLongLong();
        const auto refusal = m_venue.engine().fillLate(order, m_clock.now());
        return refusal ? errorReply(400, refusal->code, refusal->message) : ApiReply{200, "{}", {}};
    }
    return errorReply(404, -1000, u"no such control"_s);
}

} // namespace bellwether::exchange
