#pragma once

#include "core/base/timestamp.h"
#include "core/net/backoff.h"

#include <QObject>
#include <QTimer>
#include <QUrl>

#include <memory>

namespace bellwether::net {

class WebSocket;

/// How a stream session behaves; the defaults fit a market stream that always has something to say.
struct StreamSettings {
    QUrl url;                                             ///< wss anywhere, ws on loopback
    Duration connectTimeout = std::chrono::seconds(10);
    /// No message for this long means that the stream is dead, even where pings are answered; zero for a stream that may
    /// be silent, whose connection is then proved by pings alone.
    Duration silenceMax = std::chrono::seconds(30);
    Duration pingInterval = std::chrono::seconds(15);     ///< an answer is due before the next one
    Duration lifetime = std::chrono::hours(23);           ///< venues close after a day: we do it first, in order
    quint64 messageBytesMax = 4 << 20;
    Duration backoffMax = std::chrono::seconds(60);
    std::uint64_t seed = 1;                               ///< spreads the waits
};

enum class StreamState {
    Stopped,
    Connecting,
    Open,
    Waiting, ///< for the next try
};

/// One web socket that is kept open: connects, proves that it lives, ends it when it is silent, too old or too talkative,
/// and comes back after a growing, spread wait of at least a second. What was subscribed is its user's to send again at
/// every opened(). Lives on the thread of its user; its signals are direct.
class StreamSession : public QObject {
    Q_OBJECT
public:
    explicit StreamSession(StreamSettings settings, QObject *parent = nullptr);
    ~StreamSession() override;

    void start();
    /// Closes and stays closed until start(). No signal of the old connection follows.
    void stop();
    /// Ends this connection and comes back at once, as when the venue announces that it will close.
    void renew(const QString &why);
    /// Sends a text message; false where the stream is not open.
    bool send(QByteArrayView text);

    StreamState state() const { return m_state; }
    /// Connections opened since construction.
    int openedCount() const { return m_openedCount; }
    /// Time since the last message, by a clock that never goes back.
    Duration silence() const;

Q_SIGNALS:
    void opened();
    /// The connection has gone; `why` is one English line. Another one is under way unless the session was stopped.
    void closed(const QString &why);
    /// The bytes last until the slot returns.
    void messageReceived(QByteArrayView text);

private:
    void connectNow();
    void drop(const QString &why, bool isAtOnce = false);
    void beat();
    static std::int64_t monotonicNs();

    StreamSettings m_settings;
    Backoff m_backoff;
    StreamState m_state = StreamState::Stopped;
    std::unique_ptr<WebSocket> m_socket;
    QTimer m_retry;
    QTimer m_heartbeat;
    int m_openedCount = 0;
    bool m_isPongDue = false;
    std::int64_t m_lastMessageNs = 0;
    std::int64_t m_lastPingNs = 0;
    std::int64_t m_sinceNs = 0;  ///< of the running state
};

} // namespace bellwether::net
