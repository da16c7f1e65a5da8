#include "tests/core/exchange/loopback.h"

#include "core/brokers/binance/answers.h"
#include "core/brokers/binance/depthsync.h"
#include "core/brokers/binance/streamdecoder.h"
#include "core/brokers/binance/userevent.h"

#include <QTcpSocket>
#include <QTest>

using namespace bellwether;
using namespace bellwether::exchange;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The stand-in venue over real sockets, with the client's own transport, decoders and book on the other end.
class TestSpotServer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void orderOverTheWire();
    void bookFollowsTheStream();
    void subscriptions();
    void derivedStreams();
    void userData();
    void badRequests_data();
    void badRequests();
};

void TestSpotServer::orderOverTheWire()
{
    Loopback loop;
    const net::HttpAnswer answer = loop.send(net::HttpMethod::Post, "order", "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=1");
    QVERIFY2(answer.outcome == net::HttpOutcome::Answered, qPrintable(answer.error));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("x-mbx-order-count-10s"), QByteArray("1"));
    const auto order = binance::readOrder(answer.body);
    QVERIFY2(order, answer.body.constData());
    QCOMPARE(order->status, u"FILLED"_s);
    QVERIFY(order->fills.front().price == price(u"101"_s));
    const auto cancelled = [&] {
        const auto resting = binance::readOrder(loop.send(net::HttpMethod::Post, "order", "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=50").body);
        return binance::readOrder(loop.send(net::HttpMethod::Delete, "order", "symbol=BTCUSDT&orderId=" + QByteArray::number(qint64(resting->orderId))).body);
    }();
    QVERIFY(cancelled);
    QCOMPARE(cancelled->status, u"CANCELED"_s);
    QCOMPARE(loop.venue.engine().ordersOf(loop.account).size(), std::size_t(2)); // each request once
    QVERIFY(binance::readAccount(loop.send(net::HttpMethod::Get, "account", {}).body));
}

void TestSpotServer::bookFollowsTheStream()
{
    Loopback loop;
    binance::StreamDecoder decoder;
    binance::StreamMessage message;
    binance::DepthSync sync;
    int trades = 0;
    Bar kline;
    net::StreamSession session(loop.stream(u"/stream?streams=btcusdt@depth@100ms/btcusdt@trade/btcusdt@bookTicker/btcusdt@kline_1m"_s));
    connect(&session, &net::StreamSession::messageReceived, this, [&](QByteArrayView text) {
        const auto done = decoder.decode(text, message);
        QVERIFY2(done, text.constData());
        if (message.kind == binance::StreamKind::DepthChange)
            sync.onChange(message);
        else if (message.kind == binance::StreamKind::Trade)
            ++trades;
        else if (message.kind == binance::StreamKind::Kline)
            kline = message.bar;
    });
    session.start();
    QTRY_VERIFY(session.state() == net::StreamState::Open);
    QTest::qWait(150);
    const net::HttpAnswer snapshot = loop.send(net::HttpMethod::Get, "depth", {});
    QCOMPARE(snapshot.status, 400); // it has no signature to check and no symbol
    net::HttpRequest request;
    request.url = QUrl(u"http://127.0.0.1:%1/api/v3/depth?symbol=BTCUSDT&limit=5000"_s.arg(loop.server.port()));
    bool isThere = false;
    loop.transport.send(request, [&](const net::HttpAnswer &answer) {
        isThere = decoder.decode(answer.body, message).has_value() && message.kind == binance::StreamKind::PartialDepth;
        sync.onSnapshot(message);
    });
    QTRY_VERIFY(isThere);
    QVERIFY(sync.state() == binance::DepthSync::State::Live);
    for (int i = 0; i < 20; ++i) {
        loop.quote(QString::number(90 + i), QString::number(95 + i));
        loop.venue.engine().tradeHouse(0, Side::Buy, price(QString::number(95 + i)), units(u"0.1"_s), loop.clock.now());
        QTest::qWait(15);
    }
    QTRY_COMPARE(sync.lastUpdate(), loop.venue.engine().lastUpdate(0));
    QCOMPARE(sync.holes(), 0u);
    QVERIFY(std::ranges::equal(sync.book().levels(Side::Buy), loop.venue.engine().book(0).levels(Side::Buy)));
    QVERIFY(std::ranges::equal(sync.book().levels(Side::Sell), loop.venue.engine().book(0).levels(Side::Sell)));
    QTRY_COMPARE(trades, 20);
    QVERIFY(kline.close == price(u"114"_s));
}

void TestSpotServer::subscriptions()
{
    Loopback loop;
    QStringList answers;
    net::StreamSession session(loop.stream(u"/ws"_s));
    connect(&session, &net::StreamSession::messageReceived, this, [&](QByteArrayView text) { answers.append(QString::fromUtf8(text)); });
    session.start();
    QTRY_VERIFY(session.state() == net::StreamState::Open);
    session.send(R"({"method":"SUBSCRIBE","params":["btcusdt@trade"],"id":1})");
    session.send(R"({"method":"SUBSCRIBE","params":["nothing@trade"],"id":2})");
    session.send(R"({"method":"LIST_SUBSCRIPTIONS","id":3})");
    session.send("no json");
    QTRY_COMPARE(answers.size(), 4);
    QCOMPARE(answers[0], u"{\"id\":1,\"result\":null}"_s);
    QVERIFY(answers[1].contains(u"unknown stream nothing@trade"_s));
    QCOMPARE(answers[2], u"{\"id\":3,\"result\":[\"btcusdt@trade\"]}"_s);
    QVERIFY(answers[3].contains(u"Invalid JSON"_s));
    loop.venue.engine().tradeHouse(0, Side::Buy, price(u"101"_s), units(u"0.1"_s), loop.clock.now());
    QTRY_COMPARE(answers.size(), 5);
    QVERIFY(answers[4].startsWith(u"{\"e\":\"trade\""_s)); // raw, since the path was /ws
    session.send(R"({"method":"UNSUBSCRIBE","params":["btcusdt@trade"],"id":5})");
    QTRY_COMPARE(answers.size(), 6);
    loop.venue.engine().tradeHouse(0, Side::Buy, price(u"101"_s), units(u"0.1"_s), loop.clock.now());
    QTest::qWait(50);
    QCOMPARE(answers.size(), 6);
}

void TestSpotServer::derivedStreams()
{
    Loopback loop;
    std::map<QString, QJsonObject> last;
    net::StreamSession session(loop.stream(u"/stream?streams=btcusdt@kline_5m/btcusdt@depth5@100ms/btcusdt@miniTicker/btcusdt@ticker/btcusdt@aggTrade"_s));
    connect(&session, &net::StreamSession::messageReceived, this, [&](QByteArrayView text) {
        const QJsonObject json = QJsonDocument::fromJson(text.toByteArray()).object();
        last[json[u"stream"_s].toString()] = json[u"data"_s].toObject();
    });
    session.start();
    QTRY_VERIFY(session.state() == net::StreamState::Open);
    loop.quote(u"99"_s, u"102"_s);
    loop.venue.engine().tradeHouse(0, Side::Buy, price(u"102"_s), units(u"0.25"_s), loop.clock.now());
    loop.venue.engine().tradeHouse(0, Side::Sell, price(u"99"_s), units(u"0.5"_s), loop.clock.now());
    QTRY_COMPARE(last.size(), std::size_t(5));
    const QJsonObject kline = last[u"btcusdt@kline_5m"_s][u"k"_s].toObject();
    QCOMPARE(kline[u"t"_s].toInteger() % 300'000, 0);
    QCOMPARE(kline[u"T"_s].toInteger() - kline[u"t"_s].toInteger(), 299'999);
    QCOMPARE(kline[u"h"_s].toString(), u"102.00000000"_s);
    QCOMPARE(kline[u"c"_s].toString(), u"99.00000000"_s);
    QCOMPARE(kline[u"v"_s].toString(), u"0.75000000"_s);
    QVERIFY(!kline[u"x"_s].toBool());
    QCOMPARE(last[u"btcusdt@depth5@100ms"_s][u"bids"_s][0][1].toString(), u"4.50000000"_s); // of five
    QCOMPARE(last[u"btcusdt@miniTicker"_s][u"v"_s].toString(), u"0.75000000"_s);
    QCOMPARE(last[u"btcusdt@ticker"_s][u"a"_s].toString(), u"102.00000000"_s);
    QCOMPARE(last[u"btcusdt@aggTrade"_s][u"a"_s].toInt(), 2);
    QVERIFY(last[u"btcusdt@aggTrade"_s][u"m"_s].toBool()); // the seller took
}

void TestSpotServer::userData()
{
    Loopback loop;
    std::vector<binance::UserEvent> events;
    QStringList others;
    net::StreamSession session(loop.stream(u"/ws-api/v3"_s));
    connect(&session, &net::StreamSession::messageReceived, this, [&](QByteArrayView text) {
        if (auto event = binance::readUserEvent(text))
            events.push_back(std::move(*event));
        else
            others.append(QString::fromUtf8(text));
    });
    session.start();
    QTRY_VERIFY(session.state() == net::StreamState::Open);
    const QByteArray stamp = QByteArray::number(qint64(loop.clock.now().ms()));
    const QByteArray payload = "apiKey=key&timestamp=" + stamp;
    const auto subscribe = [&](const QByteArray &signature) {
        session.send(R"({"id":1,"method":"userDataStream.subscribe.signature","params":{"apiKey":"key","timestamp":)" + stamp
                     + R"(,"signature":")" + signature + "\"}}");
    };
    subscribe("wrong");
    subscribe(net::hmacSha256Hex("secret", payload));
    QTRY_COMPARE(others.size(), 2);
    QVERIFY(others[0].contains(u"-1022"_s));
    QVERIFY(others[1].contains(u"\"status\":200"_s));
    QVERIFY(loop.send(net::HttpMethod::Post, "order", "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=1&newClientOrderId=mine").status == 200);
    QTRY_COMPARE(events.size(), std::size_t(4)); // new, balances, trade, balances
    const auto *created = std::get_if<binance::OrderUpdate>(&events[0]);
    QVERIFY(created && created->execution == u"NEW"_s && created->order.clientOrderId == u"mine"_s);
    const auto *traded = std::get_if<binance::OrderUpdate>(&events[2]);
    QVERIFY(traded && traded->fill);
    QCOMPARE(traded->order.status, u"FILLED"_s);
    QVERIFY(traded->fill->price == price(u"101"_s));
    QVERIFY(traded->fill->commission == units(u"0.001"_s));
    const auto *balances = std::get_if<binance::BalancesUpdate>(&events[3]);
    QVERIFY(balances);
    QVERIFY(balances->balances[0].asset == u"BTC"_s && balances->balances[0].free == units(u"10.999"_s));
    QVERIFY(balances->balances[1].free == units(u"99899"_s));
}

void TestSpotServer::badRequests_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n");
    QTest::newRow("a head without an end") << "GET / HTTP/1.1\r\nX: " + QByteArray(100'000, 'x');
    QTest::newRow("a body of a gigabyte") << QByteArray("POST /api/v3/order HTTP/1.1\r\nContent-Length: 1000000000\r\n\r\n");
    QTest::newRow("binary") << QByteArray(5'000, '\x80');
}

void TestSpotServer::badRequests()
{
    QFETCH(QByteArray, bytes);
    Loopback loop;
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, loop.server.port());
    QTRY_VERIFY(socket.state() == QAbstractSocket::ConnectedState);
    socket.write(bytes);
    QTRY_VERIFY(socket.state() == QAbstractSocket::UnconnectedState);
    QVERIFY(loop.send(net::HttpMethod::Get, "account", {}).status == 200); // others are served on
}

QTEST_GUILESS_MAIN(TestSpotServer)
#include "tst_spotserver.moc"
