#pragma once

#include "core/base/timestamp.h"
#include "core/exchange/faultscript.h"
#include "core/exchange/venueorder.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QObject>
#include <QPointer>

#include <deque>
#include <map>
#include <set>

class QTcpSocket;
class QWebSocket;

namespace bellwether::exchange {

/// One web socket of the venue: what it subscribed, and the way of messages to it with what a fault script does to them.
class StreamClient : public QObject {
    Q_OBJECT
public:
    /// Messages a client may send in a second; one more and it is closed.
    static constexpr int messagesPerSecondMax = 5;

    /// Takes `socket`. `wire` is the connection below it, for what a web socket would not do.
    StreamClient(QWebSocket *socket, QTcpSocket *wire, QObject *parent = nullptr);

    /// Sends, or does what the first of the actions says; true where a message was put on the wire.
    bool send(const QString &text, const std::vector<FaultAction> &actions = {});
    /// Only ends of connections, stalls and the like; false for other verbs.
    bool act(const FaultAction &action);
    /// Counts a message of the client; false where it has sent too many.
    bool countMessage();
    /// Closes the connection where the last ping was not answered; else asks again.
    void ping();

    QWebSocket *socket() const { return m_socket; }

    bool isCombined = false;
    bool isApi = false;
    std::set<QString> streams;
    std::map<AccountNumber, int> subscriptions; ///< user data, by account
    AccountNumber loggedOn = 0;
    int lastSubscription = -1;

Q_SIGNALS:
    void gone();

private:
    bool put(const QString &text);
    void flush();

    QWebSocket *m_socket;
    QPointer<QTcpSocket> m_wire;
    std::deque<QString> m_held;      ///< behind a delayed message
    bool m_isHolding = false;
    QString m_swapped;               ///< goes after the next one
    QDeadlineTimer m_stalled{0};
    QElapsedTimer m_second;
    int m_messages = 0;
    bool m_hasPonged = true;
};

} // namespace bellwether::exchange
