#include "core/exchange/httpconnection.h"

#include <QTcpSocket>
#include <QTimer>

#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace bellwether::exchange {

namespace {

/// Head and body as they would go out, with the connection to be closed after them.
QByteArray spoiltBytes(int status, const QByteArray &body, std::vector<std::pair<QByteArray, QByteArray>> headers = {})
{
    return httpBytes({status, body, std::move(headers)}, false);
}

QByteArray errorBody(int code, const QByteArray &message)
{
    return "{\"code\":" + QByteArray::number(code) + ",\"msg\":\"" + message + "\"}";
}

} // namespace

HttpConnection::HttpConnection(QTcpSocket *socket, QObject *parent) : QObject(parent), m_socket(socket)
{
    m_socket->setParent(this);
    connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
}

QTcpSocket *HttpConnection::release()
{
    m_socket->disconnect(this);
    m_socket->setParent(nullptr);
    deleteLater();
    return std::exchange(m_socket, nullptr);
}

void HttpConnection::reset(QTcpSocket &socket)
{
    const linger now{1, 0};
    ::setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    socket.abort();
}

void HttpConnection::read()
{
    if (!m_reader.feed(m_socket->readAll())) {
        m_socket->write(spoiltBytes(400, errorBody(-1000, "no HTTP request")));
        return m_socket->disconnectFromHost();
    }
    take();
}

void HttpConnection::take()
{
    if (m_isBusy)
        return;
    if (const auto call = m_reader.take()) {
        m_isBusy = true;
        Q_EMIT called(*call);
    }
}

void HttpConnection::send(const ApiReply &reply)
{
    m_socket->write(httpBytes(reply, m_reader.keepsAlive()));
    m_isBusy = false;
    if (!m_reader.keepsAlive() || !m_reader.feed({}))
        return m_socket->disconnectFromHost();
    take();
}

void HttpConnection::answer(const ApiReply &reply, const FaultAction *action, Rng &rng)
{
    if (action == nullptr)
        return send(reply);
    const bool isAtOnce = action->wait <= Duration::zero() || action->carriedOut == CarriedOut::Late || action->verb == FaultVerb::Drip
        || action->verb == FaultVerb::Reject || action->verb == FaultVerb::Limit;
    if (isAtOnce)
        return spoil(reply, *action, rng);
    QTimer::singleShot(msOf(action->wait), this,
                       [this, reply, action = *action, &rng] { spoil(reply, action, rng); });
}

void HttpConnection::spoil(const ApiReply &reply, const FaultAction &action, Rng &rng)
{
    const auto last = [this](const QByteArray &bytes) {
        m_socket->write(bytes);
        m_socket->disconnectFromHost();
    };
    switch (action.verb) {
    case FaultVerb::Silence:
        return; // and what else comes on this connection is not looked at
    case FaultVerb::Fin:
        return m_socket->disconnectFromHost();
    case FaultVerb::Rst:
        return reset(*m_socket);
    case FaultVerb::Status: {
        const QByteArray page = action.code != 0 ? errorBody(action.code, "An unknown error occurred.") : "<html><body><h1>" + QByteArray::number(action.status) + "</h1></body></html>";
        return send({action.status, action.body.isEmpty() ? page : action.body, {}});
    }
    case FaultVerb::Truncate: {
        const QByteArray whole = httpBytes(reply, false);
        const qsizetype kept = action.bytes < 0 ? reply.body.size() / 2 : std::min<qsizetype>(action.bytes, reply.body.size());
        return last(whole.chopped(reply.body.size() - kept));
    }
    case FaultVerb::Garbage: {
        QByteArray bytes = action.body;
        for (int i = 0; bytes.size() < 64 && action.body.isEmpty(); ++i)
            bytes.append(char(rng.below(256)));
        return send({200, bytes, {}});
    }
    case FaultVerb::Redirect:
        return send({action.status, {}, {{"Location", action.body}}});
    case FaultVerb::Oversize:
        m_socket->write(httpBytes({200, {}, {}}, false).replace("Content-Length: 0", "Content-Length: " + QByteArray::number(action.bytes)));
        m_toPour = action.bytes;
        connect(m_socket, &QTcpSocket::bytesWritten, this, &HttpConnection::pour);
        return pour();
    case FaultVerb::DeepJson:
        return send({200, QByteArray(action.bytes / 2, '[') + QByteArray(action.bytes / 2, ']'), {}});
    case FaultVerb::Drip:
        return drip(httpBytes(reply, false), std::max<Duration>(action.wait, std::chrono::milliseconds(1)));
    default:
        return send(reply);
    }
}

void HttpConnection::pour()
{
    // No more in memory than the socket takes.
    constexpr qint64 chunk = 64 << 10;
    while (m_toPour > 0 && m_socket->bytesToWrite() < chunk) {
        m_socket->write(QByteArray(std::min(m_toPour, chunk), ' '));
        m_toPour -= std::min(m_toPour, chunk);
    }
    if (m_toPour == 0)
        m_socket->disconnectFromHost();
}

void HttpConnection::drip(const QByteArray &bytes, Duration pause)
{
    if (bytes.isEmpty())
        return m_socket->disconnectFromHost();
    m_socket->write(bytes.left(1));
    QTimer::singleShot(msOf(pause), this, [this, bytes, pause] { drip(bytes.mid(1), pause); });
}

} // namespace bellwether::exchange
