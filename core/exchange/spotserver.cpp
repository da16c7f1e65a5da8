#include "core/exchange/spotserver.h"

#include "core/exchange/httprequestreader.h"

#include <QTcpSocket>
#include <QWebSocket>

using namespace Qt::StringLiterals;

namespace bellwether::exchange {

SpotServer::SpotServer(SpotVenue &venue, const Clock &clock, ApiLimits limits, QObject *parent)
    : QObject(parent), m_venue(venue), m_clock(clock), m_api(venue, limits), m_hub(venue, m_api, clock),
      m_webSockets(u"bellwether"_s, QWebSocketServer::NonSecureMode)
{
    connect(&m_server, &QTcpServer::newConnection, this, &SpotServer::accept);
    connect(&m_webSockets, &QWebSocketServer::newConnection, this, [this] {
        while (QWebSocket *socket = m_webSockets.nextPendingConnection())
            m_hub.add(socket);
    });
}

SpotServer::~SpotServer()
{
    // Connections end with the server, and must not be told to one that is half gone.
    for (QTcpSocket *socket : m_readers.keys())
        socket->disconnect(this);
}

Result<quint16> SpotServer::listen(quint16 port)
{
    if (!m_server.listen(QHostAddress::LocalHost, port))
        return failure(ErrorCode::StoreLocked, u"port %1: %2"_s.arg(port).arg(m_server.errorString()));
    return m_server.serverPort();
}

void SpotServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        if (m_readers.size() >= connectionsMax) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        m_readers.insert(socket, std::make_shared<HttpRequestReader>());
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_readers.remove(socket);
            socket->deleteLater();
        });
    }
}

void SpotServer::read(QTcpSocket *socket)
{
    // The head of a web socket is left to its own server, unread.
    const QByteArray head = socket->peek(HttpRequestReader::headBytesMax);
    const QByteArray path = head.mid(head.indexOf(' ') + 1, 9);
    if (head.startsWith("GET ") && (path.startsWith("/ws") || path.startsWith("/stream"))) {
        if (!head.contains("\r\n\r\n"))
            return;
        m_readers.remove(socket);
        socket->disconnect(this);
        return m_webSockets.handleConnection(socket);
    }
    const auto reader = m_readers.value(socket);
    if (!reader)
        return;
    if (!reader->feed(socket->readAll())) {
        socket->write(httpBytes({400, "{\"code\":-1000,\"msg\":\"no HTTP request\"}", {}}, false));
        return socket->disconnectFromHost();
    }
    while (const auto call = reader->take()) {
        socket->write(httpBytes(m_api.handle(*call, m_clock.now()), reader->keepsAlive()));
        if (!reader->keepsAlive())
            return socket->disconnectFromHost();
        if (!reader->feed({}))
            return socket->disconnectFromHost();
    }
}

} // namespace bellwether::exchange
