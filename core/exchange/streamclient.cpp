#include "core/exchange/streamclient.h"

#include "core/exchange/httpconnection.h"

#include <QTcpSocket>
#include <QTimer>
#include <QWebSocket>

using namespace Qt::StringLiterals;

namespace bellwether::exchange {

StreamClient::StreamClient(QWebSocket *socket, QTcpSocket *wire, QObject *parent) : QObject(parent), m_socket(socket), m_wire(wire)
{
    m_socket->setParent(this);
    connect(m_socket, &QWebSocket::disconnected, this, &StreamClient::gone);
    connect(m_socket, &QWebSocket::pong, this, [this] { m_hasPonged = true; });
    m_second.start();
}

bool StreamClient::countMessage()
{
    if (m_second.elapsed() >= 1'000) {
        m_second.restart();
        m_messages = 0;
    }
    if (++m_messages <= messagesPerSecondMax)
        return true;
    m_socket->close(QWebSocketProtocol::CloseCodePolicyViolated, u"Too many requests"_s);
    return false;
}

void StreamClient::ping()
{
    if (!m_hasPonged)
        return m_socket->close(QWebSocketProtocol::CloseCodePolicyViolated, u"Pong timeout"_s);
    m_hasPonged = false;
    m_socket->ping();
}

bool StreamClient::put(const QString &text)
{
    if (!m_stalled.hasExpired())
        return false;
    if (m_isHolding) {
        m_held.push_back(text);
        return false;
    }
    m_socket->sendTextMessage(text);
    if (!m_swapped.isEmpty())
        m_socket->sendTextMessage(std::exchange(m_swapped, {}));
    return true;
}

void StreamClient::flush()
{
    m_isHolding = false;
    for (const QString &text : std::exchange(m_held, {}))
        put(text);
}

bool StreamClient::act(const FaultAction &action)
{
    switch (action.verb) {
    case FaultVerb::Fin:
        if (m_wire)
            m_wire->disconnectFromHost(); // no closing handshake of the web socket
        return true;
    case FaultVerb::Rst:
        if (m_wire)
            HttpConnection::reset(*m_wire);
        return true;
    case FaultVerb::Close:
        m_socket->close(QWebSocketProtocol::CloseCode(action.status));
        return true;
    case FaultVerb::Freeze:
        // Nothing is read any more, so nothing is answered, pings neither.
        if (m_wire)
            m_wire->disconnect(SIGNAL(readyRead()));
        [[fallthrough]];
    case FaultVerb::Stall:
        m_stalled = action.wait > Duration::zero() ? QDeadlineTimer(msOf(action.wait)) : QDeadlineTimer(QDeadlineTimer::Forever);
        return true;
    default:
        return false;
    }
}

bool StreamClient::send(const QString &text, const std::vector<FaultAction> &actions)
{
    if (actions.empty())
        return put(text);
    const FaultAction &action = actions.front();
    if (act(action) || action.verb == FaultVerb::Drop)
        return false;
    switch (action.verb) {
    case FaultVerb::Duplicate: {
        bool isSent = put(text);
        for (int copy = 0; copy < action.times; ++copy)
            isSent = put(text) || isSent;
        return isSent;
    }
    case FaultVerb::Reorder:
        m_swapped = text;
        QTimer::singleShot(1'000, this, [this] {
            if (!m_swapped.isEmpty())
                put(std::exchange(m_swapped, {}));
        });
        return false;
    case FaultVerb::Delay:
        // What comes after it waits behind it: the order stays.
        if (!std::exchange(m_isHolding, true))
            QTimer::singleShot(msOf(action.wait), this, &StreamClient::flush);
        put(text);
        return false;
    case FaultVerb::Truncate:
        return put(text.left(action.bytes < 0 ? text.size() / 2 : action.bytes));
    case FaultVerb::Garbage:
        return put(action.body.isEmpty() ? u"\u0007{]\"no json\\x"_s : QString::fromUtf8(action.body));
    case FaultVerb::Oversize:
        return put(QString(action.bytes, u' '));
    case FaultVerb::DeepJson:
        return put(QString(action.bytes / 2, u'[') + QString(action.bytes / 2, u']'));
    case FaultVerb::Binary:
        return m_socket->sendBinaryMessage(text.toUtf8()) > 0;
    case FaultVerb::BadUtf8:
        // A text frame of two bytes that are no UTF-8 (RFC 6455, 5.2): the library would not write it.
        return m_wire && m_wire->write("\x81\x02\xc3\x28", 4) == 4;
    default:
        return put(text);
    }
}

} // namespace bellwether::exchange
