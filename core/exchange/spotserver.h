#pragma once

#include "core/exchange/spotapi.h"
#include "core/exchange/streamhub.h"

#include <QHash>
#include <QTcpServer>
#include <QWebSocketServer>

namespace bellwether::exchange {

class HttpRequestReader;

/// The venue on a socket of the loopback interface: REST under `/api/v3/`, market streams under `/ws` and `/stream`, the
/// WebSocket API under `/ws-api/v3`, all on one port.
class SpotServer : public QObject {
    Q_OBJECT
public:
    /// Connections at a time; further ones are closed at once.
    static constexpr int connectionsMax = 512;

    SpotServer(SpotVenue &venue, const Clock &clock, ApiLimits limits = {}, QObject *parent = nullptr);
    ~SpotServer() override;

    /// 0 takes any free port. Errors: StoreLocked where the port is taken.
    Result<quint16> listen(quint16 port);
    quint16 port() const { return m_server.serverPort(); }

private:
    void accept();
    void read(QTcpSocket *socket);

    SpotVenue &m_venue;
    const Clock &m_clock;
    SpotApi m_api;
    StreamHub m_hub;
    QTcpServer m_server;
    QWebSocketServer m_webSockets;
    QHash<QTcpSocket *, std::shared_ptr<HttpRequestReader>> m_readers;
};

} // namespace bellwether::exchange
