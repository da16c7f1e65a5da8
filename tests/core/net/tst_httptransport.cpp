#include "core/net/httptransport.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace bellwether;
using namespace bellwether::net;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A server of a few lines that does on purpose what servers do when they fail, and counts whole requests.
class BadServer : public QObject {
public:
    enum class Does { Answer, CloseWithoutAnswer, Redirect, CutBody, LongBody, Silence, Drip, Garbage };

    BadServer()
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no port to listen on");
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection()) {
                ++connections;
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            }
        });
    }

    QUrl url(const QString &path = u"/api?a=1%2B2"_s) const
    {
        return QUrl::fromEncoded(u"http://127.0.0.1:%1%2"_s.arg(m_server.serverPort()).arg(path).toLatin1());
    }

    Does does = Does::Answer;
    int requests = 0;
    int connections = 0;
    QByteArray lastRequest;

private:
    void read(QTcpSocket *socket)
    {
        QByteArray &text = m_read[socket];
        text += socket->readAll();
        for (;;) {
            const qsizetype head = text.indexOf("\r\n\r\n");
            if (head < 0)
                return;
            qsizetype length = 0;
            for (const QByteArray &line : text.left(head).split('\n')) {
                if (line.toLower().startsWith("content-length:"))
                    length = line.mid(15).trimmed().toLongLong();
            }
            if (text.size() < head + 4 + length)
                return;
            lastRequest = text.left(head + 4 + length);
            text.remove(0, head + 4 + length);
            ++requests;
            answer(socket);
        }
    }

    void answer(QTcpSocket *socket)
    {
        switch (does) {
        case Does::Answer:
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-MBX-USED-WEIGHT-1M: 7\r\n\r\n{}");
            return;
        case Does::CloseWithoutAnswer:
            socket->abort();
            return;
        case Does::Redirect:
            socket->write("HTTP/1.1 302 Found\r\nLocation: " + url(u"/elsewhere"_s).toEncoded() + "\r\nContent-Length: 0\r\n\r\n");
            return;
        case Does::CutBody:
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":");
            socket->disconnectFromHost();
            return;
        case Does::LongBody:
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 5000000\r\n\r\n" + QByteArray(5'000'000, ' '));
            return;
        case Does::Silence:
            return;
        case Does::Drip:
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
            startTimer(20);
            m_dripping = socket;
            return;
        case Does::Garbage:
            socket->write("hello\r\n\r\n");
            socket->disconnectFromHost();
            return;
        }
    }
    void timerEvent(QTimerEvent *) override
    {
        if (m_dripping->state() == QAbstractSocket::ConnectedState)
            m_dripping->write(".");
    }

    QTcpServer m_server;
    QTcpSocket *m_dripping = nullptr;
    QHash<QTcpSocket *, QByteArray> m_read;
};

HttpAnswer answerTo(HttpTransport &transport, const HttpRequest &request)
{
    std::optional<HttpAnswer> answer;
    transport.send(request, [&](const HttpAnswer &got) { answer = got; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, 8'000))
        qFatal("no answer at all");
    return *answer;
}

} // namespace

Q_DECLARE_METATYPE(BadServer::Does)

class TestHttpTransport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bytesGoOutAsTheyAre();
    void oneRequestWhereTheServerHangsUp_data();
    void oneRequestWhereTheServerHangsUp();
    void outcomes_data();
    void outcomes();
    void refusedConnectionIsNotSent();
    void plainTextStaysOnThisMachine(); // FAULTS H02
};

void TestHttpTransport::bytesGoOutAsTheyAre()
{
    BadServer server;
    HttpTransport transport;
    HttpRequest request;
    request.method = HttpMethod::Post;
    request.url = server.url(u"/api/v3/order?symbol=%EF%BC%91&x=1%2B2"_s);
    request.body = "quantity=1&name=%C3%A9&signature=abc%3D";
    request.headers = {{"X-MBX-APIKEY", "key"}};
    const HttpAnswer answer = answerTo(transport, request);
    QVERIFY(answer.outcome == HttpOutcome::Answered);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, QByteArray("{}"));
    QCOMPARE(answer.header("x-mbx-used-weight-1m"), QByteArray("7"));
    QVERIFY(answer.header("retry-after").isEmpty());
    QVERIFY2(server.lastRequest.startsWith("POST /api/v3/order?symbol=%EF%BC%91&x=1%2B2 HTTP/1.1\r\n"), server.lastRequest.constData());
    QVERIFY(server.lastRequest.endsWith("\r\n\r\nquantity=1&name=%C3%A9&signature=abc%3D"));
    QVERIFY(server.lastRequest.contains("X-MBX-APIKEY: key\r\n"));
}

void TestHttpTransport::oneRequestWhereTheServerHangsUp_data()
{
    QTest::addColumn<int>("method");
    QTest::addColumn<bool>("isWarm");
    for (const auto &[name, method] : {std::pair{"POST", HttpMethod::Post}, std::pair{"PUT", HttpMethod::Put}, std::pair{"DELETE", HttpMethod::Delete}}) {
        QTest::addRow("%s on a new connection", name) << int(method) << false;
        QTest::addRow("%s on an open connection", name) << int(method) << true;
    }
}

// S02: accepted, then the connection goes before the reply: the venue has seen exactly one request.
void TestHttpTransport::oneRequestWhereTheServerHangsUp()
{
    QFETCH(int, method);
    QFETCH(bool, isWarm);
    BadServer server;
    HttpTransport transport;
    HttpRequest request;
    request.method = HttpMethod(method);
    request.url = server.url();
    request.body = "a=1";
    if (isWarm)
        QVERIFY(answerTo(transport, request).outcome == HttpOutcome::Answered);
    const int before = server.requests;
    server.does = BadServer::Does::CloseWithoutAnswer;
    const HttpAnswer answer = answerTo(transport, request);
    QVERIFY2(answer.outcome == HttpOutcome::Unknown, qPrintable(answer.error));
    QTest::qWait(200); // a second try would come now
    QCOMPARE(server.requests, before + 1);
    // Neither is one without a body of its own sent again.
    request.body.clear();
    QVERIFY(answerTo(transport, request).outcome == HttpOutcome::Unknown);
    QTest::qWait(200);
    QCOMPARE(server.requests, before + 2);
}

void TestHttpTransport::outcomes_data()
{
    QTest::addColumn<BadServer::Does>("does");
    QTest::newRow("a redirect is not followed") << BadServer::Does::Redirect;
    QTest::newRow("a body that is cut off") << BadServer::Does::CutBody;
    QTest::newRow("a body beyond the limit") << BadServer::Does::LongBody;
    QTest::newRow("silence") << BadServer::Does::Silence;
    QTest::newRow("a byte now and then") << BadServer::Does::Drip;
    QTest::newRow("no HTTP") << BadServer::Does::Garbage;
}

// S01, S04: whatever is not a whole answer leaves the outcome open.
void TestHttpTransport::outcomes()
{
    QFETCH(BadServer::Does, does);
    BadServer server;
    server.does = does;
    HttpTransport transport;
    transport.setAnswerBytesMax(1'000'000);
    HttpRequest request;
    request.method = HttpMethod::Post;
    request.url = server.url();
    request.body = "a=1";
    request.timeout = 400ms;
    const HttpAnswer answer = answerTo(transport, request);
    QVERIFY(answer.outcome == HttpOutcome::Unknown);
    QVERIFY(!answer.error.isEmpty());
    QVERIFY(answer.body.isEmpty());
    QVERIFY(answer.took < 5s);
    QCOMPARE(server.requests, 1);
}

void TestHttpTransport::refusedConnectionIsNotSent()
{
    HttpRequest request;
    request.method = HttpMethod::Post;
    request.body = "a=1";
    {
        BadServer server;
        request.url = server.url();
    }
    HttpTransport transport;
    QVERIFY(answerTo(transport, request).outcome == HttpOutcome::NotSent);
}

void TestHttpTransport::plainTextStaysOnThisMachine()
{
    HttpTransport transport;
    HttpRequest request;
    request.url = QUrl(u"http://api.example.com/api?signature=secret"_s);
    const HttpAnswer answer = answerTo(transport, request);
    QVERIFY(answer.outcome == HttpOutcome::NotSent);
    QVERIFY(!answer.error.contains(u"secret"_s));
    QVERIFY(HttpTransport::isAllowed(QUrl(u"https://api.example.com/"_s)));
    QVERIFY(HttpTransport::isAllowed(QUrl(u"http://localhost:1/"_s)));
    QVERIFY(HttpTransport::isAllowed(QUrl(u"http://[::1]:1/"_s)));
    QVERIFY(!HttpTransport::isAllowed(QUrl(u"http://localhost.example.com/"_s)));
    QVERIFY(!HttpTransport::isAllowed(QUrl(u"ftp://127.0.0.1/"_s)));
    QVERIFY(!HttpTransport::isAllowed(QUrl()));
}

QTEST_GUILESS_MAIN(TestHttpTransport)
#include "tst_httptransport.moc"
