#include "tests/core/exchange/loopback.h"

#include "core/brokers/binance/userevent.h"

#include <QJsonDocument>
#include <QTcpSocket>

using namespace bellwether;
using namespace bellwether::exchange;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(bellwether::net::HttpOutcome)

/// What a fault script does to requests and streams on real sockets, as the client's own transport sees it, and what the
/// ledger says of it.
class TestVenueFaults : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ambiguousAnswers_data();
    void ambiguousAnswers();
    void neverCarriedOut();
    void carriedOutLate();
    void notFoundForAWhile();
    void lateFills();
    void limits();
    void refusals();
    void clockOffset();
    void marketMessages_data();
    void marketMessages();
    void order();
    void brokenStreams_data();
    void brokenStreams();
    void userDataEnds();
    void refusedUpgrade();
    void control();
};

void TestVenueFaults::ambiguousAnswers_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<net::HttpOutcome>("outcome");
    QTest::addColumn<int>("status");
    const auto unknown = net::HttpOutcome::Unknown;
    QTest::newRow("silence") << QByteArray(R"("do":"silence")") << unknown << 0;
    QTest::newRow("fin") << QByteArray(R"("do":"fin")") << unknown << 0;
    QTest::newRow("rst") << QByteArray(R"("do":"rst")") << unknown << 0;
    QTest::newRow("bad gateway") << QByteArray(R"("do":"status","status":502)") << net::HttpOutcome::Answered << 502;
    QTest::newRow("a time-out behind the venue") << QByteArray(R"("do":"status","status":504,"code":-1007)") << net::HttpOutcome::Answered << 504;
    QTest::newRow("half an answer") << QByteArray(R"("do":"truncate")") << unknown << 0;
    QTest::newRow("a page") << QByteArray(R"("do":"garbage","body":"<html>login</html>")") << net::HttpOutcome::Answered << 200;
    QTest::newRow("a redirect") << QByteArray(R"("do":"redirect")") << unknown << 307;
    QTest::newRow("64 MiB") << QByteArray(R"("do":"oversize")") << unknown << 0;
    QTest::newRow("drops") << QByteArray(R"("do":"drip","ms":50)") << unknown << 0;
    QTest::newRow("too late") << QByteArray(R"("do":"delay","ms":5000)") << unknown << 0;
}

void TestVenueFaults::ambiguousAnswers() // FAULTS S01 S02 S03 S04: the venue's half
{
    QFETCH(QByteArray, verb);
    QFETCH(net::HttpOutcome, outcome);
    QFETCH(int, status);
    Loopback loop;
    loop.play(R"({"name":"lost","on":"request","method":"POST","match":"order","nth":1,)" + verb + "}");
    const net::HttpAnswer answer = loop.place("mine", 700ms);
    QVERIFY2(answer.outcome == outcome, qPrintable(answer.error));
    if (status != 0)
        QCOMPARE(answer.status, status);
    QCOMPARE(loop.asked("mine"), u"NEW"_s); // it is there all the same
    QCOMPARE(loop.place("second").status, 200); // and the fault is over
    QCOMPARE(loop.venue.engine().ordersOf(loop.account).size(), std::size_t(2));
    const auto &requests = loop.server.ledger().requests();
    QCOMPARE(std::ranges::count_if(requests, [](const SeenRequest &one) { return one.parameters.contains("newClientOrderId=mine"); }), 1);
    QCOMPARE(requests[0].faults, QStringList{u"lost"_s});
    QVERIFY(requests[0].isCarriedOut);
    QCOMPARE(requests[0].status, 200);
    QVERIFY(requests[1].faults.isEmpty());
    for (const SeenRequest &one : requests)
        QVERIFY(!one.parameters.contains("signature"));
}

void TestVenueFaults::neverCarriedOut() // FAULTS S05: the venue's half
{
    Loopback loop;
    loop.play(R"({"on":"request","method":"POST","match":"order","do":"rst","carried_out":false})");
    QVERIFY(loop.place("mine").outcome == net::HttpOutcome::Unknown);
    QCOMPARE(loop.asked("mine"), u"-2013"_s);
    QVERIFY(loop.venue.engine().ordersOf(loop.account).empty());
    QVERIFY(!loop.server.ledger().requests()[0].isCarriedOut);
}

void TestVenueFaults::carriedOutLate()
{
    Loopback loop;
    loop.play(R"({"on":"request","method":"POST","match":"order","nth":1,"do":"fin","carried_out":"late","ms":1000})");
    QVERIFY(loop.place("mine").outcome == net::HttpOutcome::Unknown);
    QCOMPARE(loop.asked("mine"), u"-2013"_s);
    QTRY_COMPARE(loop.asked("mine"), u"NEW"_s);
    loop.play(R"({"on":"request","method":"POST","match":"order","do":"delay","carried_out":"late","ms":100})");
    QCOMPARE(loop.place("other").status, 200); // a patient client has its answer
}

void TestVenueFaults::notFoundForAWhile() // FAULTS S06: the venue's half
{
    Loopback loop;
    loop.play(R"({"on":"request","method":"POST","match":"order","do":"not-found","ms":2000})");
    QCOMPARE(loop.place("mine").status, 200);
    QCOMPARE(loop.asked("mine"), u"-2013"_s);
    QCOMPARE(loop.send(net::HttpMethod::Get, "openOrders", "symbol=BTCUSDT").body, QByteArray("[]"));
    QCOMPARE(loop.send(net::HttpMethod::Get, "allOrders", "symbol=BTCUSDT").body, QByteArray("[]"));
    QTRY_COMPARE(loop.asked("mine"), u"NEW"_s);
}

void TestVenueFaults::lateFills() // FAULTS S15: the venue's half
{
    Loopback loop;
    loop.play(R"({"on":"request","match":"order","method":"DELETE","do":"late-fill","ms":1000})");
    QCOMPARE(loop.place("mine").status, 200);
    QCOMPARE(loop.send(net::HttpMethod::Delete, "order", "symbol=BTCUSDT&origClientOrderId=mine").status, 200);
    QCOMPARE(loop.asked("mine"), u"CANCELED"_s);
    QTRY_COMPARE(loop.asked("mine"), u"FILLED"_s);
    // One coin for 50, less 0.1 % of the coin.
    QVERIFY(loop.venue.engine().balances(loop.account).of(u"BTC"_s).free == units(u"10.999"_s));
    QVERIFY(loop.venue.engine().balances(loop.account).of(u"USDT"_s).free == units(u"99950"_s));
    QVERIFY(loop.venue.engine().balances(loop.account).of(u"USDT"_s).locked.isZero());
    QCOMPARE(loop.venue.ownTrades(loop.account).size(), std::size_t(1));
    loop.play(R"({"on":"request","match":"order","method":"POST","do":"late-fill","ms":50})");
    QCOMPARE(loop.place("open").status, 200);
    QTRY_COMPARE(loop.asked("open"), u"FILLED"_s);
}

void TestVenueFaults::limits() // FAULTS S10 S11: the venue's half
{
    Loopback loop;
    loop.play(R"({"on":"request","match":"order","method":"POST","nth":1,"do":"limit","status":418,"ms":1000})");
    const net::HttpAnswer banned = loop.place("mine");
    QCOMPARE(banned.status, 418);
    QCOMPARE(banned.header("retry-after"), QByteArray("1"));
    QCOMPARE(loop.send(net::HttpMethod::Get, "account", {}).status, 418); // everything, until it is over
    QTRY_COMPARE(loop.send(net::HttpMethod::Get, "account", {}).status, 200);
    QVERIFY(loop.venue.engine().ordersOf(loop.account).empty());
}

void TestVenueFaults::refusals()
{
    Loopback loop;
    loop.play(R"({"on":"request","match":"order","method":"POST","nth":1,"do":"reject","code":-2010,"body":"Account has insufficient balance for requested action."},
                 {"on":"request","match":"order","method":"POST","nth":2,"do":"reject","status":500,"code":-1000})");
    const net::HttpAnswer refused = loop.place("mine");
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.body, QByteArray("{\"code\":-2010,\"msg\":\"Account has insufficient balance for requested action.\"}"));
    QCOMPARE(loop.place("mine").status, 500);
    QVERIFY(loop.venue.engine().ordersOf(loop.account).empty());
}

void TestVenueFaults::clockOffset() // FAULTS S12: the venue's half
{
    Loopback loop;
    loop.play(R"({"on":"time","at_ms":0,"do":"clock-offset","ms":7000})");
    QTRY_COMPARE(loop.place("mine").body.left(13), QByteArray("{\"code\":-1021"));
    loop.play({});
    QCOMPARE(loop.place("other").status, 200);
}

void TestVenueFaults::marketMessages_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QList<int>>("expected"); // trades in the order in which they arrive, of five
    QTest::newRow("none") << QByteArray() << QList<int>{1, 2, 3, 4, 5};
    QTest::newRow("one is lost") << QByteArray(R"("nth":2,"do":"drop")") << QList<int>{1, 3, 4, 5};
    QTest::newRow("one comes three times") << QByteArray(R"("nth":2,"do":"duplicate","times":2)") << QList<int>{1, 2, 2, 2, 3, 4, 5};
    QTest::newRow("two change places") << QByteArray(R"("nth":2,"do":"reorder")") << QList<int>{1, 3, 2, 4, 5};
    QTest::newRow("the last has nobody to change with") << QByteArray(R"("nth":5,"do":"reorder")") << QList<int>{1, 2, 3, 4, 5};
    QTest::newRow("one is late, and those behind it") << QByteArray(R"("nth":2,"do":"delay","ms":100)") << QList<int>{1, 2, 3, 4, 5};
    QTest::newRow("nothing any more") << QByteArray(R"("nth":3,"do":"stall")") << QList<int>{1, 2};
    QTest::newRow("half a message") << QByteArray(R"("nth":2,"do":"truncate")") << QList<int>{1, -1, 3, 4, 5};
    QTest::newRow("no json") << QByteArray(R"("nth":2,"do":"garbage")") << QList<int>{1, -1, 3, 4, 5};
    QTest::newRow("a million brackets") << QByteArray(R"("nth":2,"do":"deep-json","bytes":1000000)") << QList<int>{1, -1, 3, 4, 5};
}

void TestVenueFaults::marketMessages() // FAULTS W01 W03: the venue's half
{
    QFETCH(QByteArray, rule);
    QFETCH(QList<int>, expected);
    Loopback loop;
    QList<int> arrived;
    net::StreamSession session(loop.stream(u"/ws/btcusdt@trade"_s));
    connect(&session, &net::StreamSession::messageReceived, this, [&](QByteArrayView text) {
        arrived.append(QJsonDocument::fromJson(text.toByteArray()).object()[u"t"_s].toInt(-1));
    });
    session.start();
    QTRY_VERIFY(session.state() == net::StreamState::Open);
    if (!rule.isEmpty())
        loop.play(R"({"on":"stream","match":"btcusdt@trade",)" + rule + "}");
    for (int i = 0; i < 5; ++i)
        loop.venue.engine().tradeHouse(0, Side::Buy, price(u"101"_s), units(u"0.1"_s), loop.clock.now());
    QTRY_COMPARE(arrived, expected);
    QTest::qWait(30);
    QCOMPARE(arrived, expected);
    QVERIFY(session.state() == net::StreamState::Open);
}

void TestVenueFaults::order()
{
    // A delayed message keeps its place, and so does what comes long after it.
    Loopback loop;
    QList<int> arrived;
    QElapsedTimer since;
    net::StreamSession session(loop.stream(u"/ws/btcusdt@trade"_s));
    connect(&session, &net::StreamSession::messageReceived, this, [&](QByteArrayView text) { arrived.append(QJsonDocument::fromJson(text.toByteArray()).object()[u"t"_s].toInt(-1)); });
    session.start();
    QTRY_VERIFY(session.state() == net::StreamState::Open);
    loop.play(R"({"on":"stream","match":"*@trade","nth":1,"do":"delay","ms":300})");
    since.start();
    for (int i = 0; i < 2; ++i)
        loop.venue.engine().tradeHouse(0, Side::Buy, price(u"101"_s), units(u"0.1"_s), loop.clock.now());
    QTRY_COMPARE(arrived, (QList<int>{1, 2}));
    QVERIFY(since.elapsed() >= 290);
}

void TestVenueFaults::brokenStreams_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::newRow("fin") << QByteArray(R"("do":"fin")");
    QTest::newRow("rst") << QByteArray(R"("do":"rst")");
    QTest::newRow("closed with a reason") << QByteArray(R"("do":"close","status":1012)");
    QTest::newRow("bytes that are no UTF-8") << QByteArray(R"("do":"bad-utf8")");
    QTest::newRow("64 MiB") << QByteArray(R"("do":"oversize")");
}

void TestVenueFaults::brokenStreams() // FAULTS W04 W11: the client comes back
{
    QFETCH(QByteArray, rule);
    Loopback loop;
    net::StreamSession session(loop.stream(u"/ws/btcusdt@trade"_s));
    session.start();
    QTRY_VERIFY(session.state() == net::StreamState::Open);
    loop.play(R"({"on":"stream","match":"*","nth":1,)" + rule + "}");
    loop.venue.engine().tradeHouse(0, Side::Buy, price(u"101"_s), units(u"0.1"_s), loop.clock.now());
    QTRY_VERIFY(session.state() != net::StreamState::Open);
    QTRY_VERIFY_WITH_TIMEOUT(session.state() == net::StreamState::Open, 10'000);
    QCOMPARE(loop.server.ledgerJson()[u"streams"_s][u"opened"_s].toInt(), 2);
    QTRY_COMPARE(loop.server.streamCount(), 1);
}

void TestVenueFaults::userDataEnds() // FAULTS W06: the venue's half
{
    Loopback loop;
    QList<QByteArray> messages;
    net::StreamSession session(loop.stream(u"/ws-api/v3"_s));
    connect(&session, &net::StreamSession::messageReceived, this, [&](QByteArrayView text) { messages.append(text.toByteArray()); });
    session.start();
    QTRY_VERIFY(session.state() == net::StreamState::Open);
    const QByteArray stamp = QByteArray::number(qint64(loop.clock.now().ms()));
    const QByteArray subscribe = R"({"id":1,"method":"userDataStream.subscribe.signature","params":{"apiKey":"key","timestamp":)" + stamp + R"(,"signature":")"
        + net::hmacSha256Hex("secret", "apiKey=key&timestamp=" + stamp) + "\"}}";
    session.send(subscribe);
    QTRY_COMPARE(messages.size(), 1);
    QVERIFY(messages[0].contains(R"("subscriptionId":0)"));
    session.send(subscribe);
    QTRY_COMPARE(messages.size(), 2);
    QVERIFY(messages[1].contains("-2035")); // once a connection and account
    loop.play(R"({"on":"time","at_ms":0,"do":"expire-key"})");
    QTRY_COMPARE(messages.size(), 3);
    QVERIFY(messages[2].contains(R"("e":"eventStreamTerminated")") && messages[2].contains(R"("subscriptionId":0)"));
    QCOMPARE(loop.place("mine").status, 200);
    QTest::qWait(50);
    QCOMPARE(messages.size(), 3); // nothing any more
    session.send(subscribe);
    QTRY_COMPARE(messages.size(), 4);
    QVERIFY(messages[3].contains(R"("subscriptionId":1)"));
    QCOMPARE(loop.place("next").status, 200);
    QTRY_COMPARE(messages.size(), 6); // created, balances
    QVERIFY(messages[5].contains(R"("subscriptionId":1)"));
}

void TestVenueFaults::refusedUpgrade()
{
    Loopback loop;
    loop.play(R"({"on":"connect","match":"/ws/*","count":1,"do":"status","status":503})");
    net::StreamSession session(loop.stream(u"/ws/btcusdt@trade"_s));
    session.start();
    QTRY_VERIFY_WITH_TIMEOUT(session.state() == net::StreamState::Open, 10'000);
    QCOMPARE(loop.server.ledgerJson()[u"faults"_s][u"rule 1"_s].toInt(), 1);
}

void TestVenueFaults::control()
{
    Loopback loop;
    QCOMPARE(loop.place("mine").status, 200);
    const auto call = [&](const QByteArray &text) {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, loop.server.port());
        QByteArray answer;
        connect(&socket, &QTcpSocket::readyRead, this, [&] { answer += socket.readAll(); });
        socket.write(text);
        if (!QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }))
            qFatal("the connection stays");
        return answer;
    };
    const QByteArray ledger = call("GET /control/ledger HTTP/1.1\r\nConnection: close\r\n\r\n");
    const QJsonObject json = QJsonDocument::fromJson(ledger.mid(ledger.indexOf("\r\n\r\n") + 4)).object();
    QCOMPARE(json[u"request_count"_s].toInt(), 1);
    const QJsonObject anna = json[u"accounts"_s][u"anna"_s].toObject();
    QCOMPARE(anna[u"orders"_s][0][u"clientOrderId"_s].toString(), u"mine"_s);
    QCOMPARE(anna[u"balances"_s][u"USDT"_s][u"locked"_s].toString(), u"50.00000000"_s);
    QVERIFY(!ledger.contains("secret"));
    QVERIFY(call("GET /control/ledger HTTP/1.1\r\nOrigin: http://page\r\nConnection: close\r\n\r\n").startsWith("HTTP/1.1 403"));
    const QByteArray rules(R"({"rules":[{"on":"request","do":"fin"}]})");
    QVERIFY(call("PUT /control/scenario HTTP/1.1\r\nConnection: close\r\nContent-Length: " + QByteArray::number(rules.size()) + "\r\n\r\n" + rules).startsWith("HTTP/1.1 200"));
    QVERIFY(loop.place("next").outcome == net::HttpOutcome::Unknown);
    QVERIFY(call("PUT /control/scenario HTTP/1.1\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}").contains("rules: expected a list of rules"));
}

QTEST_GUILESS_MAIN(TestVenueFaults)
#include "tst_venuefaults.moc"
