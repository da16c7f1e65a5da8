#include "tests/core/exchange/loopback.h"
#include "tests/core/exchange/testca.h"

#include "core/exchange/venuetls.h"

#include <QSslSocket>
#include <QTcpSocket>

using namespace bellwether;
using namespace bellwether::exchange;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The venue under TLS, and the client before a venue that is not the one it says.
class TestVenueTls : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void trusted();
    void badCertificates_data();
    void badCertificates();
    void plainTextToATlsPort();
    void wrongFiles();

private:
    std::unique_ptr<TestCa> m_ca;
};

namespace {

/// A venue under TLS beside the plain one of Loopback: the same requests, over https.
struct SecureVenue {
    explicit SecureVenue(const QString &certificate, const QString &key) : server(venue, clock)
    {
        venue.addAccount({u"anna"_s, "key", "secret"});
        const auto tls = readVenueTls(certificate, key);
        if (!tls)
            qFatal("%s", qPrintable(tls.error().detail));
        server.setTls(*tls);
        if (!server.listen(0))
            qFatal("no port");
    }
    net::HttpAnswer ask()
    {
        net::HttpRequest request;
        request.url = QUrl(u"https://127.0.0.1:%1/api/v3/time"_s.arg(server.port()));
        request.headers = {{"X-MBX-APIKEY", "key"}};
        std::optional<net::HttpAnswer> answer;
        transport.send(request, [&](const net::HttpAnswer &got) { answer = got; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 12'000))
            qFatal("no answer");
        return *answer;
    }

    SystemClock clock;
    SpotVenue venue{{ListedSymbol{.symbol = u"BTCUSDT"_s, .base = u"BTC"_s, .quote = u"USDT"_s}}, VenueFees{}};
    SpotServer server;
    net::HttpTransport transport;
};

} // namespace

void TestVenueTls::initTestCase()
{
    if (!TestCa::isPossible() || !QSslSocket::supportsSsl())
        QSKIP("there is no openssl command, or Qt has no TLS: certificates were not tried");
    m_ca = std::make_unique<TestCa>();
    m_ca->issue(u"good"_s, u"IP:127.0.0.1"_s);
    m_ca->issue(u"elsewhere"_s, u"DNS:api.example.org"_s);
    m_ca->issue(u"expired"_s, u"IP:127.0.0.1"_s, -1);
    m_ca->selfSign(u"own"_s);
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.addCaCertificate(m_ca->authority());
    QSslConfiguration::setDefaultConfiguration(configuration);
}

void TestVenueTls::trusted()
{
    SecureVenue secure(m_ca->file(u"good.pem"_s), m_ca->file(u"good.key"_s));
    const net::HttpAnswer answer = secure.ask();
    QVERIFY2(answer.outcome == net::HttpOutcome::Answered && answer.status == 200, qPrintable(answer.error));
    QCOMPARE(secure.server.ledger().requestCount(), 1);
    net::StreamSettings settings;
    settings.url = QUrl(u"wss://127.0.0.1:%1/ws"_s.arg(secure.server.port()));
    net::StreamSession session(settings);
    QList<QByteArray> messages;
    connect(&session, &net::StreamSession::messageReceived, this, [&](QByteArrayView text) { messages.append(text.toByteArray()); });
    session.start();
    QTRY_VERIFY(session.state() == net::StreamState::Open);
    session.send(R"({"method":"LIST_SUBSCRIPTIONS","id":3})");
    QTRY_COMPARE(messages, QList<QByteArray>{R"({"id":3,"result":[]})"});
}

void TestVenueTls::badCertificates_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("reason");
    QTest::newRow("of another host") << u"elsewhere"_s << u"host name did not match"_s;
    QTest::newRow("expired") << u"expired"_s << u"expired"_s;
    QTest::newRow("signed by itself") << u"own"_s << u"self-signed"_s;
}

void TestVenueTls::badCertificates() // FAULTS H02
{
    QFETCH(QString, name);
    QFETCH(QString, reason);
    SecureVenue secure(m_ca->file(name + u".pem"_s), m_ca->file(name + u".key"_s));
    const net::HttpAnswer answer = secure.ask();
    QVERIFY(answer.outcome == net::HttpOutcome::NotSent);
    QVERIFY2(answer.error.startsWith(u"127.0.0.1 cannot be trusted, nothing was sent: "_s) && answer.error.contains(reason, Qt::CaseInsensitive), qPrintable(answer.error));
    net::StreamSettings settings;
    settings.url = QUrl(u"wss://127.0.0.1:%1/ws"_s.arg(secure.server.port()));
    net::StreamSession session(settings);
    QString why;
    connect(&session, &net::StreamSession::closed, this, [&](const QString &told) { why = told; });
    session.start();
    QTRY_VERIFY(!why.isEmpty());
    QVERIFY2(why.contains(u"cannot be trusted"_s) && why.contains(reason, Qt::CaseInsensitive), qPrintable(why));
    QVERIFY(session.state() != net::StreamState::Open);
    // Not a byte of a request has come through.
    QCOMPARE(secure.server.ledger().requestCount(), 0);
    QCOMPARE(secure.server.streamCount(), 0);
}

void TestVenueTls::plainTextToATlsPort()
{
    SecureVenue secure(m_ca->file(u"good.pem"_s), m_ca->file(u"good.key"_s));
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, secure.server.port());
    QTRY_VERIFY(socket.state() == QAbstractSocket::ConnectedState);
    socket.write("GET /api/v3/time HTTP/1.1\r\n\r\n");
    QTRY_VERIFY(socket.state() == QAbstractSocket::UnconnectedState);
    QCOMPARE(secure.server.ledger().requestCount(), 0);
    QCOMPARE(secure.ask().status, 200); // others are served on
}

void TestVenueTls::wrongFiles()
{
    QVERIFY(readVenueTls(m_ca->file(u"none"_s), m_ca->file(u"good.key"_s)).error().code == ErrorCode::FileUnreadable);
    QVERIFY(readVenueTls(m_ca->file(u"good.key"_s), m_ca->file(u"good.key"_s)).error().detail.endsWith(u"no certificate in PEM"_s));
    QVERIFY(readVenueTls(m_ca->file(u"good.pem"_s), m_ca->file(u"good.pem"_s)).error().detail.contains(u"no private key in PEM"_s));
}

QTEST_GUILESS_MAIN(TestVenueTls)
#include "tst_venuetls.moc"
