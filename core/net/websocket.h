#pragma once

#include "core/net/framereader.h"

#include <QObject>
#include <QSslError>
#include <QTcpSocket>
#include <QUrl>

#include <memory>

namespace bellwether::net {

/// One connection of a web socket to a server, from its opening to its end (RFC 6455), without extensions. Messages are
/// handed out where they lie in the buffer of the connection: a flood of small ones costs no allocation and no change of
/// encoding. Redirects are not followed. Lives on the thread of its user; its signals are direct, and whoever hears one may
/// abort() and deleteLater() it.
class WebSocket : public QObject {
    Q_OBJECT
public:
    /// Longer messages end the connection.
    explicit WebSocket(quint64 messageBytesMax, QObject *parent = nullptr);
    ~WebSocket() override;

    /// Once; `url` is ws or wss. opened() or closed() follows.
    void open(const QUrl &url);
    /// Ends the connection without a word; no signal follows.
    void abort();
    /// False where the connection is not open.
    bool sendText(QByteArrayView utf8);
    void ping();

Q_SIGNALS:
    void opened();
    /// A text message, valid UTF-8; the bytes last until the slot returns.
    void textReceived(QByteArrayView text);
    void binaryReceived();
    void ponged();
    /// The server's certificate is not to be trusted; nothing was sent. closed() follows.
    void distrusted(const QList<QSslError> &errors);
    /// There is no connection, or none any more; once, last.
    void closed(const QString &why);

private:
    enum class State { Idle, Connecting, Greeting, Open, Over };

    void greet();
    void read();
    void readGreeting();
    void drain();
    void take(const FrameReader::Message &message);
    void sendFrame(int opcode, QByteArrayView payload);
    void end(int code, const QString &why);
    void finish(const QString &why);

    FrameReader m_reader;
    std::unique_ptr<QTcpSocket> m_socket; ///< from open() on
    QUrl m_url;
    State m_state = State::Idle;
    QByteArray m_key;
    QByteArray m_head; ///< of the server's answer, as far as it is there
};

} // namespace bellwether::net
