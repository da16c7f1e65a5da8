#include "core/exchange/spotapi.h"

#include "core/brokers/binance/answers.h"
#include "core/brokers/binance/exchangerules.h"
#include "core/net/signature.h"

#include <QTest>

using namespace bellwether;
using namespace bellwether::exchange;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Price price(const QString &text) { return *parsePrice(text); }
Quantity units(const QString &text) { return *parseQuantity(text); }

/// A venue with one account and a market at 99 / 101, called as a client would call it; answers are read by the readers
/// of the real client.
class Desk {
public:
    explicit Desk(ApiLimits limits = {}) : api(venue, limits)
    {
        account = venue.addAccount({u"anna"_s, "key", "secret"});
        venue.engine().deposit(account, u"USDT"_s, units(u"1000"_s));
        venue.engine().deposit(account, u"BTC"_s, units(u"2"_s));
        quote();
        venue.engine().tradeHouse(0, Side::Buy, price(u"101"_s), units(u"0.5"_s), now);
        quote();
    }
    void quote() { venue.engine().quoteHouse(0, {{price(u"99"_s), units(u"5"_s)}}, {{price(u"101"_s), units(u"5"_s)}}, now); }

    ApiReply get(const QByteArray &path, const QByteArray &query = {}) { return api.handle({"GET", "/api/v3/" + path, query, {}, {}}, now); }
    ApiReply call(const QByteArray &method, const QByteArray &path, QByteArray query = {})
    {
        query += (query.isEmpty() ? "timestamp=" : "&timestamp=") + QByteArray::number(qint64(now.ms()));
        query += "&signature=" + net::hmacSha256Hex("secret", query);
        return api.handle({method, "/api/v3/" + path, query, {}, "key"}, now);
    }
    QString refusal(const ApiReply &reply)
    {
        const auto error = binance::readError(reply.body);
        return error ? u"%1 %2"_s.arg(reply.status).arg(error->code) : QString();
    }

    SpotVenue venue{{ListedSymbol{.symbol = u"BTCUSDT"_s, .base = u"BTC"_s, .quote = u"USDT"_s}}, VenueFees{}};
    SpotApi api;
    AccountNumber account = 0;
    Timestamp now = Timestamp::fromSeconds(1'700'000'000);
};

const QByteArray limitBuy("symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=100&newClientOrderId=mine");

} // namespace

class TestSpotApi : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void marketData();
    void ordersLiveTheirLife();
    void pairs();
    void cancelReplace();
    void security_data();
    void security();
    void parameters_data();
    void parameters();
    void limits();
};

void TestSpotApi::marketData()
{
    Desk desk;
    QCOMPARE(desk.get("ping").body, QByteArray("{}"));
    QVERIFY(binance::readServerTime(desk.get("time").body) == desk.now);
    const auto rules = binance::readExchangeRules(desk.get("exchangeInfo").body);
    QVERIFY(rules && rules->passedOver.isEmpty());
    const binance::SymbolRules &btc = rules->symbols.at(u"BTCUSDT"_s);
    QVERIFY(btc.isTrading());
    QVERIFY(btc.instrument.tickSize == price(u"0.01"_s));
    QVERIFY(btc.instrument.lotSize == units(u"0.00001"_s));
    QCOMPARE(btc.instrument.notionalMin.toDouble(), 5.0);
    QCOMPARE(rules->rateLimits.size(), std::size_t(3));
    const auto bars = binance::readKlines(desk.get("klines", "symbol=BTCUSDT&interval=1m").body);
    QVERIFY(bars && bars->size() == 1);
    QVERIFY(bars->front().close == price(u"101"_s));
    QCOMPARE(bars->front().volume, 0.5);
    const auto trades = binance::readTrades(desk.get("trades", "symbol=BTCUSDT").body);
    QVERIFY(trades && trades->size() == 1);
    QVERIFY(trades->front().aggressor == Side::Buy);
    QVERIFY(desk.get("depth", "symbol=BTCUSDT&limit=5").body.contains("\"bids\":[[\"99.00000000\",\"5.00000000\"]]"));
    QVERIFY(desk.get("ticker/bookTicker", "symbol=BTCUSDT").body.contains("\"askPrice\":\"101.00000000\""));
    QVERIFY(desk.get("ticker/price").body.startsWith("[{"));
    QVERIFY(desk.get("ticker/24hr", "symbol=BTCUSDT").body.contains("\"lastPrice\":\"101.00000000\""));
    QCOMPARE(desk.refusal(desk.get("depth", "symbol=NOPE")), u"400 -1121"_s);
    QCOMPARE(desk.refusal(desk.get("klines", "symbol=BTCUSDT&interval=7m")), u"400 -1120"_s);
    QCOMPARE(desk.get("nothing").status, 404);
}

void TestSpotApi::ordersLiveTheirLife()
{
    Desk desk;
    auto order = binance::readOrder(desk.call("POST", "order", limitBuy).body);
    QVERIFY(order);
    QCOMPARE(order->status, u"NEW"_s);
    QCOMPARE(order->clientOrderId, u"mine"_s);
    const QByteArray id = QByteArray::number(qint64(order->orderId));
    order = binance::readOrder(desk.call("GET", "order", "symbol=BTCUSDT&origClientOrderId=mine").body);
    QVERIFY(order && order->quantity == units(u"1"_s));
    auto open = binance::readOrders(desk.call("GET", "openOrders", "symbol=BTCUSDT").body);
    QVERIFY(open && open->size() == 1);
    auto account = binance::readAccount(desk.call("GET", "account").body);
    QVERIFY(account && account->canTrade && !account->canWithdraw);
    QVERIFY(account->balances[1].asset == u"USDT"_s && account->balances[1].locked == units(u"100"_s));
    // The market comes down to the order.
    desk.venue.engine().tradeHouse(0, Side::Sell, price(u"100"_s), units(u"0.25"_s), desk.now);
    order = binance::readOrder(desk.call("GET", "order", "symbol=BTCUSDT&orderId=" + id).body);
    QCOMPARE(order->status, u"PARTIALLY_FILLED"_s);
    QVERIFY(order->executed == units(u"0.25"_s));
    const auto fills = binance::readMyTrades(desk.call("GET", "myTrades", "symbol=BTCUSDT&orderId=" + id).body);
    QVERIFY(fills && fills->size() == 1);
    QVERIFY(fills->front().isMaker && fills->front().commission == units(u"0.00025"_s));
    order = binance::readOrder(desk.call("DELETE", "order", "symbol=BTCUSDT&origClientOrderId=mine").body);
    QVERIFY(order);
    QCOMPARE(order->status, u"CANCELED"_s);
    QCOMPARE(order->clientOrderId, u"mine"_s);
    QCOMPARE(desk.refusal(desk.call("DELETE", "order", "symbol=BTCUSDT&origClientOrderId=mine")), u"400 -2011"_s);
    QCOMPARE(desk.refusal(desk.call("GET", "order", "symbol=BTCUSDT&orderId=999")), u"400 -2013"_s);

    order = binance::readOrder(desk.call("POST", "order", "symbol=BTCUSDT&side=SELL&type=MARKET&quantity=0.5").body);
    QVERIFY(order);
    QCOMPARE(order->status, u"FILLED"_s);
    QCOMPARE(order->fills.size(), std::size_t(1));
    QVERIFY(order->fills[0].price == price(u"99"_s));
    QCOMPARE(order->averagePrice(), 99.0);
    QCOMPARE(desk.call("POST", "order/test", "symbol=BTCUSDT&side=SELL&type=MARKET&quantity=0.5").body, QByteArray("{}"));
    const auto all = binance::readOrders(desk.call("GET", "allOrders", "symbol=BTCUSDT").body);
    QVERIFY(all && all->size() == 2);
    QCOMPARE(desk.call("DELETE", "openOrders", "symbol=BTCUSDT").status, 400); // none is open
}

void TestSpotApi::pairs()
{
    Desk desk;
    const auto list = binance::readOrderList(
        desk.call("POST", "orderList/oco", "symbol=BTCUSDT&side=SELL&quantity=1&aboveType=LIMIT_MAKER&abovePrice=120"
                                           "&belowType=STOP_LOSS_LIMIT&belowStopPrice=90&belowPrice=89&belowTimeInForce=GTC").body);
    QVERIFY(list);
    QCOMPARE(list->contingency, u"OCO"_s);
    QCOMPARE(list->status, u"EXECUTING"_s);
    QCOMPARE(list->orders.size(), std::size_t(2));
    QVERIFY(!list->orders[0].isWorking && list->orders[1].isWorking);
    const QByteArray id = "symbol=BTCUSDT&orderListId=" + QByteArray::number(qint64(list->orderListId));
    const auto gone = binance::readOrderList(desk.call("DELETE", "orderList", id).body);
    QVERIFY(gone);
    QCOMPARE(gone->status, u"ALL_DONE"_s);
    QCOMPARE(gone->orders[0].status, u"CANCELED"_s);
    const auto chain = binance::readOrderList(
        desk.call("POST", "orderList/oto", "symbol=BTCUSDT&workingSide=BUY&workingType=LIMIT&workingTimeInForce=GTC&workingQuantity=1"
                                           "&workingPrice=98&pendingSide=SELL&pendingType=LIMIT&pendingTimeInForce=GTC&pendingQuantity=1&pendingPrice=110").body);
    QVERIFY2(chain, chain ? "" : qPrintable(chain.error().detail));
    QCOMPARE(chain->orders[1].status, u"PENDING_NEW"_s);
}

void TestSpotApi::cancelReplace()
{
    Desk desk;
    const QByteArray better("symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=98&cancelReplaceMode=STOP_ON_FAILURE");
    auto reply = desk.call("POST", "order/cancelReplace", better + "&cancelOrderId=77");
    QCOMPARE(reply.status, 400);
    auto answer = binance::readCancelReplace(reply.body);
    QVERIFY(answer && answer->cancelError && !answer->isNewOrderTried);
    const auto old = binance::readOrder(desk.call("POST", "order", limitBuy).body);
    reply = desk.call("POST", "order/cancelReplace", better + "&cancelOrderId=" + QByteArray::number(qint64(old->orderId)));
    QCOMPARE(reply.status, 200);
    answer = binance::readCancelReplace(reply.body);
    QVERIFY(answer && answer->cancelled && answer->placed);
    QVERIFY(answer->placed->price == price(u"98"_s));
    QByteArray dear = better + "&cancelOrderId=" + QByteArray::number(qint64(answer->placed->orderId));
    dear.replace("quantity=1", "quantity=100"); // more than the money there is: the old one is gone, the new one refused
    reply = desk.call("POST", "order/cancelReplace", dear);
    QCOMPARE(reply.status, 409);
    answer = binance::readCancelReplace(reply.body);
    QVERIFY(answer && answer->cancelled && answer->placeError && answer->placeError->code == -2010);
    const auto amended = [&] {
        const auto order = binance::readOrder(desk.call("POST", "order", limitBuy).body);
        return desk.call("PUT", "order/amend/keepPriority", "symbol=BTCUSDT&newQty=0.5&orderId=" + QByteArray::number(qint64(order->orderId)));
    }();
    QCOMPARE(amended.status, 200);
    QVERIFY(binance::readOrder(amended.body)->quantity == units(u"0.5"_s));
}

void TestSpotApi::security_data()
{
    QTest::addColumn<QByteArray>("apiKey");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<int>("offsetMs");
    QTest::addColumn<QString>("expected");
    QTest::newRow("all is right") << QByteArray("key") << QByteArray("secret") << 0 << QString();
    QTest::newRow("no key") << QByteArray() << QByteArray("secret") << 0 << u"401 -2014"_s;
    QTest::newRow("another key") << QByteArray("other") << QByteArray("secret") << 0 << u"401 -2015"_s;
    QTest::newRow("a wrong secret") << QByteArray("key") << QByteArray("Secret") << 0 << u"400 -1022"_s;
    QTest::newRow("5 s old is just in time") << QByteArray("key") << QByteArray("secret") << -5000 << QString();
    QTest::newRow("a millisecond older is not") << QByteArray("key") << QByteArray("secret") << -5001 << u"400 -1021"_s;
    QTest::newRow("a second ahead") << QByteArray("key") << QByteArray("secret") << 1000 << u"400 -1021"_s;
    QTest::newRow("almost a second ahead") << QByteArray("key") << QByteArray("secret") << 999 << QString();
}

void TestSpotApi::security()
{
    QFETCH(QByteArray, apiKey);
    QFETCH(QByteArray, secret);
    QFETCH(int, offsetMs);
    QFETCH(QString, expected);
    Desk desk;
    const QByteArray query = "timestamp=" + QByteArray::number(qint64(desk.now.ms()) + offsetMs);
    QByteArray signature = net::hmacSha256Hex(secret, query);
    QCOMPARE(desk.refusal(desk.api.handle({"GET", "/api/v3/account", query + "&signature=" + signature, {}, apiKey}, desk.now)), expected);
    // Split over query and body, joined without anything between.
    signature = net::hmacSha256Hex("secret", "recvWindow=5000timestamp=" + QByteArray::number(qint64(desk.now.ms())));
    const ApiReply split = desk.api.handle({"GET", "/api/v3/account", "recvWindow=5000", "timestamp=" + QByteArray::number(qint64(desk.now.ms())) + "&signature=" + signature, "key"}, desk.now);
    QCOMPARE(split.status, 200);
}

void TestSpotApi::parameters_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("expected");
    const QByteArray base("symbol=BTCUSDT&side=BUY");
    QTest::newRow("no type") << base + "&quantity=1" << u"400 -1102"_s;
    QTest::newRow("a type that is none") << base + "&type=BEST&quantity=1" << u"400 -1116"_s;
    QTest::newRow("a side that is none") << QByteArray("symbol=BTCUSDT&side=UP&type=MARKET&quantity=1") << u"400 -1117"_s;
    QTest::newRow("a price at the market") << base + "&type=MARKET&quantity=1&price=5" << u"400 -1106"_s;
    QTest::newRow("no price for a limit") << base + "&type=LIMIT&timeInForce=GTC&quantity=1" << u"400 -1102"_s;
    QTest::newRow("no time in force") << base + "&type=LIMIT&quantity=1&price=100" << u"400 -1102"_s;
    QTest::newRow("an empty parameter") << base + "&type=MARKET&quantity=" << u"400 -1105"_s;
    QTest::newRow("letters for a number") << base + "&type=MARKET&quantity=one" << u"400 -1100"_s;
    QTest::newRow("an exponent") << base + "&type=MARKET&quantity=1e2" << u"400 -1100"_s;
    QTest::newRow("nine decimals") << base + "&type=MARKET&quantity=1.000000001" << u"400 -1111"_s;
    QTest::newRow("a parameter that nobody knows") << base + "&type=MARKET&quantity=1&colour=red" << u"400 -1104"_s;
    QTest::newRow("off the step") << base + "&type=MARKET&quantity=0.123456" << u"400 -1013"_s;
    QTest::newRow("more than the money") << base + "&type=LIMIT&timeInForce=GTC&quantity=11&price=100" << u"400 -2010"_s;
    QTest::newRow("an id with a space") << base + "&type=MARKET&quantity=1&newClientOrderId=a%20b" << u"400 -1100"_s;
}

void TestSpotApi::parameters()
{
    QFETCH(QByteArray, query);
    QFETCH(QString, expected);
    Desk desk;
    QCOMPARE(desk.refusal(desk.call("POST", "order", query)), expected);
    QVERIFY(desk.venue.ownTrades(desk.account).empty());
    QVERIFY(desk.venue.engine().ordersOf(desk.account).empty()); // a refusal leaves nothing behind
}

void TestSpotApi::limits()
{
    Desk desk({.weightPerMinute = 10, .ordersPer10s = 2});
    QCOMPARE(desk.get("ping").status, 200);
    const QByteArray other("symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=98");
    ApiReply reply = desk.call("POST", "order", other);
    QCOMPARE(reply.status, 200);
    const auto headerOf = [](const ApiReply &from, const QByteArray &name) {
        for (const auto &[key, value] : from.headers) {
            if (key == name)
                return value;
        }
        return QByteArray();
    };
    QCOMPARE(headerOf(reply, "X-MBX-USED-WEIGHT-1M"), QByteArray("2"));
    QCOMPARE(headerOf(reply, "X-MBX-ORDER-COUNT-10S"), QByteArray("1"));
    // What trades at once is taken off again; what rests stays counted.
    QCOMPARE(desk.call("POST", "order", "symbol=BTCUSDT&side=SELL&type=MARKET&quantity=0.1").status, 200);
    QCOMPARE(desk.call("POST", "order", other).status, 200);
    reply = desk.call("POST", "order", other);
    QCOMPARE(desk.refusal(reply), u"429 -1015"_s);
    desk.now = desk.now + 10s;
    QCOMPARE(desk.call("POST", "order", other).status, 200);
    reply = desk.call("GET", "account");
    QCOMPARE(desk.refusal(reply), u"429 -1003"_s);
    QVERIFY(headerOf(reply, "Retry-After").toInt() > 0);
    // Who asks on and on is banned, for two minutes the first time.
    for (int call = 1; call < SpotApi::overrunsMax; ++call)
        QCOMPARE(desk.get("ping").status, 429);
    reply = desk.get("ping");
    QCOMPARE(desk.refusal(reply), u"418 -1003"_s);
    QCOMPARE(headerOf(reply, "Retry-After"), QByteArray("120"));
    desk.now = desk.now + 119s;
    QCOMPARE(desk.get("ping").status, 418);
    desk.now = desk.now + 1s;
    QCOMPARE(desk.get("ping").status, 200);
    desk.now = desk.now + 60s;
    QCOMPARE(desk.get("ping").status, 200);
}

QTEST_APPLESS_MAIN(TestSpotApi)
#include "tst_spotapi.moc"
