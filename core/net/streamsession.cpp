#include "core/net/streamsession.h"

#include "core/net/tlstrouble.h"
#include "core/net/websocket.h"

#include <QHostAddress>

#include <chrono>

using namespace Qt::StringLiterals;

namespace bellwether::net {

namespace {

bool isAllowed(const QUrl &url)
{
    if (url.scheme() == u"wss"_s)
        return !url.host().isEmpty();
    return url.scheme() == u"ws"_s && (url.host() == u"localhost"_s || QHostAddress(url.host()).isLoopback());
}

std::chrono::milliseconds ms(Duration duration) { return std::chrono::ceil<std::chrono::milliseconds>(duration); }

} // namespace

StreamSession::StreamSession(StreamSettings settings, QObject *parent)
    : QObject(parent), m_settings(std::move(settings)), m_backoff(m_settings.seed, m_settings.backoffMax)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &StreamSession::connectNow);
    connect(&m_heartbeat, &QTimer::timeout, this, &StreamSession::beat);
}

StreamSession::~StreamSession() { stop(); }

std::int64_t StreamSession::monotonicNs()
{
    return std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

Duration StreamSession::silence() const { return Duration(monotonicNs() - m_lastMessageNs); }

void StreamSession::start()
{
    if (m_state == StreamState::Stopped)
        connectNow();
}

void StreamSession::stop()
{
    m_state = StreamState::Stopped;
    m_retry.stop();
    m_heartbeat.stop();
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    // It may be the one whose signal led here.
    m_socket.release()->deleteLater();
}

void StreamSession::renew(const QString &why)
{
    if (m_state == StreamState::Open || m_state == StreamState::Connecting)
        drop(why, true);
}

bool StreamSession::send(QByteArrayView text) { return m_state == StreamState::Open && m_socket->sendText(text); }

void StreamSession::connectNow()
{
    if (!isAllowed(m_settings.url)) {
        m_state = StreamState::Stopped;
        Q_EMIT closed(u"%1 is neither wss nor on this machine"_s.arg(m_settings.url.toString(QUrl::RemoveQuery)));
        return;
    }
    m_state = StreamState::Connecting;
    m_sinceNs = monotonicNs();
    m_socket = std::make_unique<WebSocket>(m_settings.messageBytesMax);
    connect(m_socket.get(), &WebSocket::opened, this, [this] {
        m_state = StreamState::Open;
        ++m_openedCount;
        m_isPongDue = false;
        m_sinceNs = m_lastMessageNs = m_lastPingNs = monotonicNs();
        Q_EMIT opened();
    });
    connect(m_socket.get(), &WebSocket::textReceived, this, [this](QByteArrayView text) {
        m_lastMessageNs = monotonicNs();
        // A connection that brings messages is a good one; one that opens and closes again is not.
        m_backoff.reset();
        Q_EMIT messageReceived(text);
    });
    connect(m_socket.get(), &WebSocket::binaryReceived, this, [this] { drop(u"the venue sent binary data"_s); });
    connect(m_socket.get(), &WebSocket::ponged, this, [this] { m_isPongDue = false; });
    connect(m_socket.get(), &WebSocket::distrusted, this, [this](const QList<QSslError> &errors) { drop(tlsTrouble(m_settings.url, errors)); });
    connect(m_socket.get(), &WebSocket::closed, this, [this](const QString &why) { drop(why); });
    const Duration shortest = std::min({m_settings.connectTimeout, m_settings.pingInterval,
                                        m_settings.silenceMax > Duration::zero() ? m_settings.silenceMax : m_settings.pingInterval});
    m_heartbeat.start(ms(shortest / 4));
    m_socket->open(m_settings.url);
}

void StreamSession::beat()
{
    const std::int64_t now = monotonicNs();
    const Duration age(now - m_sinceNs);
    if (m_state == StreamState::Connecting) {
        if (age > m_settings.connectTimeout)
            drop(u"no connection within %1 s"_s.arg(std::chrono::duration<double>(m_settings.connectTimeout).count()));
        return;
    }
    if (m_state != StreamState::Open)
        return;
    if (age > m_settings.lifetime)
        return drop(u"the connection has reached its age"_s, true);
    if (m_settings.silenceMax > Duration::zero() && silence() > m_settings.silenceMax)
        return drop(u"no data for %1 s"_s.arg(std::chrono::duration<double>(silence()).count(), 0, 'f', 1));
    if (Duration(now - m_lastPingNs) < m_settings.pingInterval)
        return;
    if (m_isPongDue)
        return drop(u"a ping was not answered"_s);
    m_isPongDue = true;
    m_lastPingNs = now;
    m_socket->ping();
}

void StreamSession::drop(const QString &why, bool isAtOnce)
{
    stop();
    m_state = StreamState::Waiting;
    m_retry.start(isAtOnce ? std::chrono::milliseconds(0) : ms(m_backoff.next()));
    Q_EMIT closed(why);
}

} // namespace bellwether::net
