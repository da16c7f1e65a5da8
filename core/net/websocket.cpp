#include "core/net/websocket.h"

#include "core/net/greeting.h"

#include <QRandomGenerator>
#include <QSslSocket>

#include <array>
#include <cstring>

using namespace Qt::StringLiterals;

namespace bellwether::net {

namespace {

constexpr qint64 unreadBytesMax = 1 << 20; ///< beyond it the server waits
constexpr qint64 readAtOnce = 256 << 10;
constexpr qsizetype greetingBytesMax = 16 << 10;

enum Opcode { TextFrame = 1, CloseFrame = 8, PingFrame = 9, PongFrame = 10 };

} // namespace

WebSocket::WebSocket(quint64 messageBytesMax, QObject *parent) : QObject(parent), m_reader(messageBytesMax) {}

WebSocket::~WebSocket()
{
    if (m_socket)
        m_socket->disconnect(this);
}

void WebSocket::open(const QUrl &url)
{
    m_url = url;
    m_state = State::Connecting;
    const bool isSecure = url.scheme() == u"wss"_s;
    if (isSecure) {
        auto socket = std::make_unique<QSslSocket>();
        connect(socket.get(), &QSslSocket::encrypted, this, &WebSocket::greet);
        connect(socket.get(), &QSslSocket::sslErrors, this, &WebSocket::distrusted);
        m_socket = std::move(socket);
    } else {
        m_socket = std::make_unique<QTcpSocket>();
        connect(m_socket.get(), &QTcpSocket::connected, this, &WebSocket::greet);
    }
    m_socket->setReadBufferSize(unreadBytesMax);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &WebSocket::read);
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
        if (error != QAbstractSocket::RemoteHostClosedError) // what it sent before is still read
            finish(m_socket->errorString());
    });
    connect(m_socket.get(), &QTcpSocket::disconnected, this, [this] { finish(u"the connection was closed"_s); });
    if (isSecure)
        static_cast<QSslSocket *>(m_socket.get())->connectToHostEncrypted(url.host(), quint16(url.port(443)));
    else
        m_socket->connectToHost(url.host(), quint16(url.port(80)));
}

void WebSocket::abort()
{
    m_state = State::Over;
    if (m_socket)
        m_socket->abort();
}

void WebSocket::greet()
{
    if (m_state != State::Connecting)
        return;
    m_state = State::Greeting;
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    std::array<quint32, 4> nonce{};
    QRandomGenerator::system()->fillRange(nonce.data(), qsizetype(nonce.size()));
    m_key = QByteArray(reinterpret_cast<const char *>(nonce.data()), sizeof nonce).toBase64();
    m_socket->write(greetingOf(m_url, m_key));
}

void WebSocket::read()
{
    if (m_state == State::Greeting)
        readGreeting();
    while (m_state == State::Open) {
        const qint64 wanted = std::min(m_socket->bytesAvailable(), readAtOnce);
        if (wanted <= 0)
            return;
        const qint64 got = m_socket->read(m_reader.room(std::size_t(wanted)), wanted);
        if (got <= 0)
            return;
        m_reader.filled(std::size_t(got));
        drain();
    }
}

void WebSocket::readGreeting()
{
    m_head += m_socket->read(greetingBytesMax - m_head.size());
    const qsizetype size = m_head.indexOf("\r\n\r\n");
    if (size < 0) {
        if (m_head.size() >= greetingBytesMax)
            finish(u"the answer to the opening of the web socket is too long"_s);
        return;
    }
    if (const auto welcomed = checkGreeting(QByteArrayView(m_head).first(size + 4), m_key); !welcomed)
        return finish(welcomed.error().detail);
    const QByteArray rest = std::exchange(m_head, {}).mid(size + 4);
    std::copy(rest.begin(), rest.end(), m_reader.room(std::size_t(rest.size()) + 1));
    m_reader.filled(std::size_t(rest.size()));
    m_state = State::Open;
    Q_EMIT opened();
    drain();
}

void WebSocket::drain()
{
    FrameReader::Message message;
    FrameReader::Step step = FrameReader::Step::Message;
    while (m_state == State::Open && (step = m_reader.next(message)) == FrameReader::Step::Message)
        take(message);
    if (m_state == State::Open && step == FrameReader::Step::Broken)
        end(m_reader.closeCode(), QString::fromLatin1(m_reader.trouble()));
}

void WebSocket::take(const FrameReader::Message &message)
{
    switch (message.kind) {
    case FrameReader::Kind::Text: Q_EMIT textReceived(message.payload); return;
    case FrameReader::Kind::Binary: Q_EMIT binaryReceived(); return;
    case FrameReader::Kind::Ping: sendFrame(PongFrame, message.payload); return;
    case FrameReader::Kind::Pong: Q_EMIT ponged(); return;
    case FrameReader::Kind::Close: {
        const QString reason = message.payload.size() > 2 ? QString::fromUtf8(message.payload.sliced(2)) : QString();
        const int code = message.payload.size() >= 2 ? uchar(message.payload[0]) << 8 | uchar(message.payload[1]) : 1000;
        return end(code, reason.isEmpty() ? u"the venue closed with code %1"_s.arg(code) : u"the venue closed: %1"_s.arg(reason));
    }
    }
}

bool WebSocket::sendText(QByteArrayView utf8)
{
    if (m_state != State::Open)
        return false;
    sendFrame(TextFrame, utf8);
    return true;
}

void WebSocket::ping()
{
    if (m_state == State::Open)
        sendFrame(PingFrame, {});
}

void WebSocket::sendFrame(int opcode, QByteArrayView payload)
{
    QByteArray frame;
    frame.reserve(payload.size() + 14);
    frame += char(0x80 | opcode);
    if (payload.size() < 126) {
        frame += char(0x80 | payload.size());
    } else {
        const int bytes = payload.size() <= 0xffff ? 2 : 8;
        frame += char(0x80 | (bytes == 2 ? 126 : 127));
        for (int i = bytes - 1; i >= 0; --i)
            frame += char(quint64(payload.size()) >> (8 * i));
    }
    const quint32 mask = QRandomGenerator::system()->generate();
    std::array<char, 4> key{};
    std::memcpy(key.data(), &mask, key.size());
    frame.append(key.data(), qsizetype(key.size()));
    for (qsizetype i = 0; i < payload.size(); ++i)
        frame += char(payload[i] ^ key[std::size_t(i % 4)]);
    m_socket->write(frame);
}

void WebSocket::end(int code, const QString &why)
{
    const std::array<char, 2> bytes{char(code >> 8), char(code)};
    sendFrame(CloseFrame, {bytes.data(), qsizetype(bytes.size())});
    m_socket->flush();
    finish(why);
}

void WebSocket::finish(const QString &why)
{
    if (m_state == State::Over)
        return;
    m_state = State::Over;
    m_socket->disconnectFromHost();
    Q_EMIT closed(why);
}

} // namespace bellwether::net
