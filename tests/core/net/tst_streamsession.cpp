#include "core/net/streamsession.h"

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace bellwether;
using namespace bellwether::net;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A web socket server that keeps its clients and can be told to misbehave.
class Venue : public QObject {
public:
    Venue() : m_server(u"venue"_s, QWebSocketServer::NonSecureMode)
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no port to listen on");
        connect(&m_server, &QWebSocketServer::newConnection, this, [this] {
            while (QWebSocket *client = m_server.nextPendingConnection()) {
                client->setParent(this);
                clients.append(client);
                connect(client, &QWebSocket::textMessageReceived, this, [this](const QString &text) { received.append(text); });
            }
        });
    }
    StreamSettings settings() const
    {
        StreamSettings settings;
        settings.url = QUrl(u"ws://127.0.0.1:%1/stream"_s.arg(m_server.serverPort()));
        settings.silenceMax = 5s;
        return settings;
    }
    void hangUp()
    {
        for (QWebSocket *client : std::as_const(clients))
            client->abort();
        clients.clear();
    }

    QList<QWebSocket *> clients;
    QStringList received;

private:
    QWebSocketServer m_server;
};

} // namespace

class TestStreamSession : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void messagesGoBothWays();
    void comesBackAfterAClose();
    void silenceEndsTheConnection();
    void oldConnectionsAreRenewed();
    void tooLongMessagesAreRefused();
    void binaryIsRefused();
    void refusedConnections();
    void stopIsQuiet();
    void plainTextStaysOnThisMachine(); // FAULTS H02
    void manyReconnectsLeaveNothing();
    void greetings_data();
    void greetings();
    void pingsAreAnswered();
};

void TestStreamSession::messagesGoBothWays()
{
    Venue venue;
    StreamSession session(venue.settings());
    QVERIFY(!session.send("too early"));
    QList<QByteArray> messages;
    connect(&session, &StreamSession::messageReceived, &session, [&](QByteArrayView text) { messages.append(text.toByteArray()); });
    connect(&session, &StreamSession::opened, &session, [&] { session.send("{\"method\":\"SUBSCRIBE\"}"); });
    session.start();
    QTRY_COMPARE(venue.received, QStringList{u"{\"method\":\"SUBSCRIBE\"}"_s});
    QVERIFY(session.state() == StreamState::Open);
    venue.clients.first()->sendTextMessage(u"é1"_s);
    venue.clients.first()->sendTextMessage(u"2"_s);
    QTRY_COMPARE(messages.size(), 2);
    QCOMPARE(messages[0], QByteArray("\xc3\xa9" "1"));
    // Lengths of two and of eight bytes, both ways; Qt's server cuts the longer one into fragments.
    for (const int size : {300, 70'000, 1'200'000}) {
        messages.clear();
        venue.received.clear();
        const QByteArray text(size, 'x');
        QVERIFY(session.send(text));
        QTRY_COMPARE(venue.received, QStringList{QString::fromLatin1(text)});
        venue.clients.first()->sendTextMessage(QString::fromLatin1(text));
        QTRY_COMPARE(messages, QList<QByteArray>{text});
    }
}

// W04: the next try comes after a second at the earliest, and the user learns why.
void TestStreamSession::comesBackAfterAClose()
{
    Venue venue;
    StreamSession session(venue.settings());
    QSignalSpy opened(&session, &StreamSession::opened);
    QSignalSpy closed(&session, &StreamSession::closed);
    session.start();
    QTRY_COMPARE(opened.size(), 1);
    QTRY_COMPARE(venue.clients.size(), 1);
    venue.hangUp();
    QTRY_COMPARE(closed.size(), 1);
    QVERIFY(session.state() == StreamState::Waiting);
    QTest::qWait(700);
    QCOMPARE(opened.size(), 1);
    QTRY_COMPARE(opened.size(), 2);
    QCOMPARE(session.openedCount(), 2);
}

// W03: the socket is open and pings are answered, but no data comes.
void TestStreamSession::silenceEndsTheConnection()
{
    Venue venue;
    StreamSettings settings = venue.settings();
    settings.silenceMax = 300ms;
    settings.pingInterval = 100ms;
    StreamSession session(settings);
    QSignalSpy closed(&session, &StreamSession::closed);
    session.start();
    QTRY_COMPARE(closed.size(), 1);
    QVERIFY2(closed[0][0].toString().startsWith(u"no data for"_s), qPrintable(closed[0][0].toString()));
    // A stream that may be silent lives on pings.
    settings.silenceMax = Duration::zero();
    StreamSession quiet(settings);
    QSignalSpy quietClosed(&quiet, &StreamSession::closed);
    quiet.start();
    QTest::qWait(600);
    QCOMPARE(quietClosed.size(), 0);
    QVERIFY(quiet.state() == StreamState::Open);
}

// W05: closed by us before the venue does, and open again at once.
void TestStreamSession::oldConnectionsAreRenewed()
{
    Venue venue;
    StreamSettings settings = venue.settings();
    settings.lifetime = 200ms;
    settings.pingInterval = 100ms;
    StreamSession session(settings);
    session.start();
    QTRY_VERIFY_WITH_TIMEOUT(session.openedCount() >= 3, 900); // no waits of a second between
}

// W11
void TestStreamSession::tooLongMessagesAreRefused()
{
    Venue venue;
    StreamSettings settings = venue.settings();
    settings.messageBytesMax = 1'000;
    StreamSession session(settings);
    int messages = 0;
    connect(&session, &StreamSession::messageReceived, &session, [&] { ++messages; });
    QSignalSpy closed(&session, &StreamSession::closed);
    session.start();
    QTRY_COMPARE(venue.clients.size(), 1);
    venue.clients.first()->sendTextMessage(QString(2'000, u'x'));
    QTRY_COMPARE(closed.size(), 1);
    QCOMPARE(messages, 0);
}

void TestStreamSession::binaryIsRefused()
{
    Venue venue;
    StreamSession session(venue.settings());
    QSignalSpy closed(&session, &StreamSession::closed);
    session.start();
    QTRY_COMPARE(venue.clients.size(), 1);
    venue.clients.first()->sendBinaryMessage("x");
    QTRY_COMPARE(closed.size(), 1);
}

void TestStreamSession::refusedConnections()
{
    StreamSettings settings;
    {
        Venue venue;
        settings = venue.settings();
    }
    StreamSession session(settings);
    QSignalSpy closed(&session, &StreamSession::closed);
    session.start();
    QTRY_COMPARE(closed.size(), 1);
    QTest::qWait(500);
    QCOMPARE(closed.size(), 1); // not more than one try a second
    QVERIFY(session.state() == StreamState::Waiting);
}

void TestStreamSession::stopIsQuiet()
{
    Venue venue;
    StreamSession session(venue.settings());
    QSignalSpy closed(&session, &StreamSession::closed);
    session.start();
    QTRY_COMPARE(venue.clients.size(), 1);
    session.stop();
    QTest::qWait(100);
    QCOMPARE(closed.size(), 0);
    QVERIFY(session.state() == StreamState::Stopped);
    session.start();
    QTRY_VERIFY(session.state() == StreamState::Open);
}

void TestStreamSession::plainTextStaysOnThisMachine()
{
    StreamSettings settings;
    settings.url = QUrl(u"ws://stream.example.com/ws?key=secret"_s);
    StreamSession session(settings);
    QSignalSpy closed(&session, &StreamSession::closed);
    session.start();
    QCOMPARE(closed.size(), 1);
    QVERIFY(!closed[0][0].toString().contains(u"secret"_s));
    QVERIFY(session.state() == StreamState::Stopped);
}

// W14, short form: a renewed connection leaves no socket and no timer behind.
void TestStreamSession::manyReconnectsLeaveNothing()
{
    Venue venue;
    StreamSession session(venue.settings());
    connect(&session, &StreamSession::opened, &session, [&] {
        if (session.openedCount() < 100)
            QTimer::singleShot(0, &session, [&] { session.renew(u"again"_s); });
    });
    session.start();
    QTRY_COMPARE(session.openedCount(), 100);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(session.findChildren<QObject *>().size(), 0);
    QTRY_COMPARE(std::count_if(venue.clients.begin(), venue.clients.end(), [](QWebSocket *client) { return client->isValid(); }), 1);
}

void TestStreamSession::greetings_data()
{
    QTest::addColumn<QByteArray>("answer"); // KEY stands for what the request's key makes
    QTest::addColumn<QString>("why");
    const QByteArray good = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\nSec-WebSocket-Accept: KEY\r\n\r\n";
    QTest::newRow("a good one, with a message right behind it") << good + "\x81\x02hi" << QString();
    QTest::newRow("the key of another request") << QByteArray(good).replace("KEY", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=") << u"does not belong to it"_s;
    QTest::newRow("an extension nobody asked for") << QByteArray(good).replace("Upgrade: ", "Sec-WebSocket-Extensions: permessage-deflate\r\nUpgrade: ") << u"not asked for"_s;
    QTest::newRow("a redirect") << QByteArray("HTTP/1.1 307 Temporary Redirect\r\nLocation: ws://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n") << u"HTTP status 307"_s;
    QTest::newRow("a page") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello") << u"HTTP status 200"_s;
    QTest::newRow("no HTTP") << QByteArray("220 smtp ready\r\n\r\n") << u"no HTTP"_s;
    QTest::newRow("a head without an end") << QByteArray(20'000, 'a') << u"too long"_s;
}

void TestStreamSession::greetings()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, why);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QByteArray asked;
    connect(&server, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [&asked, socket, answer] {
            asked += socket->readAll();
            if (!asked.endsWith("\r\n\r\n"))
                return;
            const qsizetype at = asked.indexOf("Sec-WebSocket-Key: ") + 19;
            const QByteArray key = asked.mid(at, asked.indexOf("\r\n", at) - at);
            socket->write(QByteArray(answer).replace("KEY", QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1).toBase64()));
        });
    });
    StreamSettings settings;
    settings.url = QUrl(u"ws://127.0.0.1:%1/stream?streams=a@trade/b@trade"_s.arg(server.serverPort()));
    StreamSession session(settings);
    QList<QByteArray> messages;
    connect(&session, &StreamSession::messageReceived, &session, [&](QByteArrayView text) { messages.append(text.toByteArray()); });
    QSignalSpy closed(&session, &StreamSession::closed);
    session.start();
    if (why.isEmpty()) {
        QTRY_COMPARE(messages, QList<QByteArray>{"hi"});
        QVERIFY2(asked.startsWith("GET /stream?streams=a@trade/b@trade HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(server.serverPort()) + "\r\n"), asked.constData());
        return;
    }
    QTRY_COMPARE(closed.size(), 1);
    QVERIFY2(closed[0][0].toString().contains(why), qPrintable(closed[0][0].toString()));
    QCOMPARE(session.openedCount(), 0);
}

void TestStreamSession::pingsAreAnswered()
{
    Venue venue;
    StreamSession session(venue.settings());
    session.start();
    QTRY_COMPARE(venue.clients.size(), 1);
    QByteArray echoed;
    connect(venue.clients.first(), &QWebSocket::pong, this, [&](quint64, const QByteArray &payload) { echoed = payload; });
    venue.clients.first()->ping("1700000000123");
    QTRY_COMPARE(echoed, QByteArray("1700000000123"));
}

QTEST_GUILESS_MAIN(TestStreamSession)
#include "tst_streamsession.moc"
