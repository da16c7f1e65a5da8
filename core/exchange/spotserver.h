#pragma once

#include "core/exchange/faultinjector.h"
#include "core/exchange/offsetclock.h"
#include "core/exchange/spotapi.h"
#include "core/exchange/streamhub.h"
#include "core/exchange/venueledger.h"

#include <QElapsedTimer>
#include <QHash>
#include <QPointer>
#include <QSslConfiguration>
#include <QWebSocketServer>

class QTcpServer;
class QTcpSocket;

namespace bellwether::exchange {

class HttpConnection;

/// The venue on a socket of the loopback interface: REST under `/api/v3/`, market streams under `/ws` and `/stream`, the
/// WebSocket API under `/ws-api/v3`, all on one port, in plain text or under TLS. A fault script says what goes wrong; the
/// ledger keeps what really happened. Under `/control/` a test reads the ledger and changes the script.
class SpotServer : public QObject {
    Q_OBJECT
public:
    /// Connections at a time; further ones are closed at once.
    static constexpr int connectionsMax = 512;

    SpotServer(SpotVenue &venue, const Clock &clock, ApiLimits limits = {}, QObject *parent = nullptr);
    ~SpotServer() override;

    /// Serves https and wss from now on; before listen().
    void setTls(const QSslConfiguration &configuration);
    /// 0 takes any free port. Errors: StoreLocked where the port is taken.
    Result<quint16> listen(quint16 port);
    quint16 port() const;

    /// Begins a script at its start.
    void setFaults(FaultScript script);
    const VenueLedger &ledger() const { return m_ledger; }
    /// The ledger with what the script did and what the web sockets carried.
    QJsonObject ledgerJson() const;
    int streamCount() const { return m_hub.connectionCount(); }

private:
    void accept();
    void read(HttpConnection *connection);
    void upgrade(HttpConnection *connection, const QByteArray &path);
    void serve(HttpConnection *connection, const ApiCall &call);
    ApiReply carryOut(const ApiCall &call, std::int64_t request, const std::vector<FaultAction> &effects);
    /// Writes into the ledger what the venue itself answers.
    void noteReply(std::int64_t request, const ApiReply &reply);
    void applyEffects(const ApiReply &reply, const std::vector<FaultAction> &effects);
    ApiReply control(const ApiCall &call);
    ApiReply blocked() const;
    void applyDue();

    SpotVenue &m_venue;
    OffsetClock m_clock;
    FaultInjector m_faults;
    VenueLedger m_ledger;
    SpotApi m_api;
    StreamHub m_hub;
    std::unique_ptr<QTcpServer> m_server;
    QWebSocketServer m_webSockets;
    QHash<quint16, QPointer<QTcpSocket>> m_wires;    ///< below web sockets, by the peer's port
    QSet<HttpConnection *> m_connections;
    QTimer m_faultTimer;
    QElapsedTimer m_running;
    qint64 m_blockedUntilMs = 0;                     ///< by m_running
    int m_blockStatus = 0;
};

} // namespace bellwether::exchange
