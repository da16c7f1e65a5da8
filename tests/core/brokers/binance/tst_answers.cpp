#include "core/brokers/binance/answers.h"
#include "core/brokers/binance/exchangerules.h"
#include "core/brokers/binance/userevent.h"
#include "tests/support/shareddata.h"

#include <QFile>
#include <QTest>

using namespace bellwether;
using namespace bellwether::binance;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Price price(const QString &text) { return *parsePrice(text); }
Quantity units(const QString &text) { return *parseQuantity(text); }

} // namespace

#define FIXTURE(variable, name)                                                                                        \
    REQUIRE_SHARED(variable##Path, u"fixtures/binance/" name ".json"_s);                                               \
    const QByteArray variable = contentOf(variable##Path)

/// The recorded and documented answers of the venue, field by field.
class TestAnswers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void placedOrder();
    void bareAcknowledgement();
    void askedOrder();
    void cancelledOrder();
    void amendedOrder();
    void orderList();
    void cancelReplace();
    void ownTrades();
    void account();
    void marketData();
    void exchangeInfo();
    void symbolRules_data();
    void symbolRules();
    void orderUpdates();
    void accountUpdates();
    void refusals_data();
    void refusals();
    void badAnswers_data();
    void badAnswers();
};

void TestAnswers::placedOrder()
{
    FIXTURE(json, "docs/rest_order_new_full");
    const auto order = readOrder(json);
    QVERIFY(order);
    QCOMPARE(order->symbol, u"BTCUSDT"_s);
    QCOMPARE(order->orderId, 28);
    QCOMPARE(order->orderListId, -1);
    QCOMPARE(order->clientOrderId, u"6gCrw2kRUAF9CvJDGP16IP"_s);
    QCOMPARE(order->status, u"FILLED"_s);
    QCOMPARE(order->type, u"MARKET"_s);
    QVERIFY(order->side == Side::Sell);
    QVERIFY(order->quantity == units(u"10"_s));
    QVERIFY(order->executed == units(u"10"_s));
    QVERIFY(order->time == Timestamp::fromMs(1507725176595));
    QCOMPARE(order->fills.size(), std::size_t(5));
    const VenueFill &fill = order->fills[1];
    QCOMPARE(fill.tradeId, 57);
    QVERIFY(fill.price == price(u"3999"_s));
    QVERIFY(fill.quantity == units(u"5"_s));
    QVERIFY(fill.commission == units(u"19.995"_s));
    QCOMPARE(fill.commissionAsset, u"USDT"_s);
    QVERIFY(fill.side == Side::Sell);

    FIXTURE(resultJson, "docs/rest_order_new_result");
    const auto result = readOrder(resultJson);
    QVERIFY(result);
    QVERIFY(!result->status.isEmpty());
    QVERIFY(result->fills.empty());
}

void TestAnswers::bareAcknowledgement()
{
    FIXTURE(json, "docs/rest_order_new_ack");
    const auto order = readOrder(json);
    QVERIFY(order);
    QVERIFY(order->status.isEmpty());
    QCOMPARE(order->orderId, 28);
    QVERIFY(order->time == Timestamp::fromMs(1507725176595));
}

void TestAnswers::askedOrder()
{
    FIXTURE(json, "docs/rest_order_query");
    const auto order = readOrder(json);
    QVERIFY(order);
    QCOMPARE(order->clientOrderId, u"myOrder1"_s);
    QCOMPARE(order->status, u"NEW"_s);
    QVERIFY(order->price == price(u"0.1"_s));
    QVERIFY(order->isWorking);
    QVERIFY(order->averagePrice() == 0);
}

void TestAnswers::cancelledOrder()
{
    FIXTURE(json, "docs/rest_order_cancel");
    const auto order = readOrder(json);
    QVERIFY(order);
    QCOMPARE(order->clientOrderId, u"myOrder1"_s); // not the id of the cancel
    QCOMPARE(order->status, u"CANCELED"_s);
    QVERIFY(order->price == price(u"2"_s));
}

void TestAnswers::amendedOrder()
{
    FIXTURE(json, "docs/rest_amend_keepPriority");
    const auto order = readOrder(json);
    QVERIFY(order);
    QCOMPARE(order->orderId, 33);
    QCOMPARE(order->clientOrderId, u"PFaq6hIHxqFENGfdtn4J6Q"_s);
    QVERIFY(order->quantity == units(u"5"_s));
    QVERIFY(order->time == Timestamp::fromMs(1741926410255));
}

void TestAnswers::orderList()
{
    FIXTURE(json, "docs/rest_orderList_oco");
    const auto list = readOrderList(json);
    QVERIFY(list);
    QCOMPARE(list->orderListId, 1);
    QCOMPARE(list->contingency, u"OCO"_s);
    QCOMPARE(list->status, u"EXECUTING"_s);
    QCOMPARE(list->clientListId, u"lH1YDkuQKWiXVXHPSKYEIp"_s);
    QCOMPARE(list->orders.size(), std::size_t(2));
    QCOMPARE(list->orders[0].type, u"STOP_LOSS_LIMIT"_s);
    QVERIFY(list->orders[0].stopPrice == price(u"1"_s));
    QVERIFY(!list->orders[0].isWorking); // waits for its trigger
    QVERIFY(list->orders[1].isWorking);
    QCOMPARE(list->orders[1].orderListId, 1);
}

void TestAnswers::cancelReplace()
{
    FIXTURE(done, "docs/rest_cancelReplace_success");
    const auto both = readCancelReplace(done);
    QVERIFY(both && both->cancelled && both->placed && !both->cancelError && !both->placeError);
    FIXTURE(stopped, "docs/rest_cancelReplace_stop_on_failure");
    const auto none = readCancelReplace(stopped);
    QVERIFY(none && none->cancelError && !none->placed);
    QVERIFY(!none->isNewOrderTried);
    FIXTURE(failed, "docs/rest_cancelReplace_both_failed");
    const auto two = readCancelReplace(failed);
    QVERIFY(two && two->isNewOrderTried);
    QCOMPARE(two->cancelError->code, -2011);
    QCOMPARE(two->placeError->code, -2010);
    QCOMPARE(two->placeError->message, u"Order would immediately match and take."_s);
}

void TestAnswers::ownTrades()
{
    FIXTURE(json, "docs/rest_myTrades");
    const auto fills = readMyTrades(json);
    QVERIFY(fills);
    QCOMPARE(fills->size(), std::size_t(1));
    const VenueFill &fill = fills->front();
    QCOMPARE(fill.tradeId, 28457);
    QCOMPARE(fill.orderId, 100234);
    QVERIFY(fill.price == price(u"4.000001"_s));
    QVERIFY(fill.commission == units(u"10.1"_s));
    QCOMPARE(fill.commissionAsset, u"BNB"_s);
    QVERIFY(fill.side == Side::Buy && !fill.isMaker);
}

void TestAnswers::account()
{
    FIXTURE(json, "docs/rest_account");
    const auto account = readAccount(json);
    QVERIFY(account);
    QVERIFY(account->canTrade && account->canWithdraw);
    QCOMPARE(account->uid, u"354937868"_s);
    QCOMPARE(account->balances.size(), std::size_t(2));
    QCOMPARE(account->balances[0].asset, u"BTC"_s);
    QVERIFY(account->balances[0].free == units(u"4723846.89208129"_s));
}

void TestAnswers::marketData()
{
    FIXTURE(time, "mainnet/rest_time");
    QVERIFY(readServerTime(time));
    FIXTURE(klines, "mainnet/rest_klines");
    const auto bars = readKlines(klines);
    QVERIFY(bars && !bars->empty());
    for (std::size_t i = 0; i < bars->size(); ++i) {
        const Bar &bar = (*bars)[i];
        QVERIFY(bar.low <= bar.open && bar.open <= bar.high && bar.low <= bar.close && bar.close <= bar.high);
        QCOMPARE(bar.closeTime.ms() % 60'000, 0);
        QVERIFY(i == 0 || bar.closeTime > (*bars)[i - 1].closeTime);
    }
    FIXTURE(trades, "mainnet/rest_trades");
    const auto tape = readTrades(trades);
    QVERIFY(tape && !tape->empty());
    QVERIFY(tape->front().price.isPositive() && tape->front().id > 0);
}

void TestAnswers::exchangeInfo()
{
    FIXTURE(json, "mainnet/rest_exchange_info");
    const auto rules = readExchangeRules(json);
    QVERIFY(rules);
    QVERIFY(rules->serverTime == Timestamp::fromMs(1634942465856));
    QCOMPARE(rules->rateLimits.size(), std::size_t(4));
    QCOMPARE(rules->rateLimits[0].kind, u"REQUEST_WEIGHT"_s);
    QVERIFY(rules->rateLimits[0].interval == std::chrono::minutes(1));
    QCOMPARE(rules->rateLimits[0].limit, 1200);
    QVERIFY(rules->rateLimits[3].interval == std::chrono::minutes(5));
    QVERIFY(rules->passedOver.isEmpty());
    const SymbolRules &btc = rules->symbols.at(u"BTCUSDT"_s);
    QVERIFY(btc.isTrading());
    QCOMPARE(btc.instrument.id.toString(), u"BINANCE:BTCUSDT"_s);
    QVERIFY(btc.instrument.tickSize == price(u"0.01"_s));
    QVERIFY(btc.instrument.lotSize == units(u"0.00001"_s));
    QVERIFY(btc.instrument.quantityMin == units(u"0.00001"_s));
    QVERIFY(btc.quantityMax == units(u"9000"_s));
    QVERIFY(btc.marketQuantityMax == units(u"112.2110882"_s));
    QVERIFY(btc.marketStep.isZero()); // off
    QCOMPARE(btc.instrument.notionalMin.toDouble(), 10.0);
    QVERIFY(btc.notionalMinAppliesToMarket);
    QCOMPARE(btc.ordersMax, 200);
    QCOMPARE(btc.stopOrdersMax, 5);
    QCOMPARE(btc.baseAsset, u"BTC"_s);
    QVERIFY(btc.hasQuoteQuantity);
}

void TestAnswers::symbolRules_data()
{
    QTest::addColumn<OrderType>("type");
    QTest::addColumn<QString>("quantity");
    QTest::addColumn<QString>("limit");
    QTest::addColumn<QString>("expected"); // part of the refusal; empty where it may go
    QTest::newRow("a whole order may go") << OrderType::Limit << u"0.001"_s << u"60000"_s << QString();
    QTest::newRow("exactly the least value may go") << OrderType::Limit << u"0.001"_s << u"10000"_s << QString();
    QTest::newRow("a step below the least value") << OrderType::Limit << u"0.00099"_s << u"10000"_s << u"below the minimum 10"_s;
    QTest::newRow("a price between two ticks") << OrderType::Limit << u"0.001"_s << u"60000.005"_s << u"multiple of the tick 0.01"_s;
    QTest::newRow("the highest price") << OrderType::Limit << u"0.001"_s << u"1000000"_s << QString();
    QTest::newRow("a tick above the highest price") << OrderType::Limit << u"0.001"_s << u"1000000.01"_s << u"outside 0.01 to 1000000"_s;
    QTest::newRow("a quantity between two steps") << OrderType::Limit << u"0.000015"_s << u"60000"_s << u"multiple of the step 0.00001"_s;
    QTest::newRow("the largest quantity") << OrderType::Limit << u"9000"_s << u"1"_s << QString();
    QTest::newRow("a step above the largest quantity") << OrderType::Limit << u"9000.00001"_s << u"1"_s << u"above the maximum 9000"_s;
    QTest::newRow("at the market less may be sold") << OrderType::Market << u"112.21109"_s << u"0"_s << u"above the maximum 112.2110882"_s;
    QTest::newRow("a market order is valued at the last price") << OrderType::Market << u"0.0001"_s << u"0"_s << u"below the minimum 10"_s;
}

void TestAnswers::symbolRules()
{
    QFETCH(OrderType, type);
    QFETCH(QString, quantity);
    QFETCH(QString, limit);
    QFETCH(QString, expected);
    FIXTURE(json, "mainnet/rest_exchange_info");
    auto rules = readExchangeRules(json);
    QVERIFY(rules);
    SymbolRules &btc = rules->symbols.at(u"BTCUSDT"_s);
    const auto verdict = btc.check(type, units(quantity), price(limit), Price(), price(u"60000"_s));
    QCOMPARE(verdict.has_value(), expected.isEmpty());
    if (!verdict) {
        QVERIFY2(verdict.error().detail.contains(expected), qPrintable(verdict.error().detail));
        QVERIFY(verdict.error().code == ErrorCode::Denied);
    }
    btc.status = u"HALT"_s;
    QVERIFY(!btc.check(type, units(quantity), price(limit), Price(), price(u"60000"_s)));
}

void TestAnswers::orderUpdates()
{
    FIXTURE(created, "docs/user_executionReport");
    auto event = readUserEvent(created);
    QVERIFY(event);
    const auto *update = std::get_if<OrderUpdate>(&*event);
    QVERIFY(update);
    QCOMPARE(update->execution, u"NEW"_s);
    QCOMPARE(update->order.clientOrderId, u"mUvoqJxFIILMdfAW5iGSOW"_s);
    QCOMPARE(update->order.orderId, 4293153);
    QVERIFY(update->order.price == price(u"0.1026441"_s));
    QCOMPARE(update->executionId, 8641984);
    QVERIFY(!update->fill);
    QVERIFY(update->rejectReason.isEmpty());

    FIXTURE(traded, "user_stream/execution_report_trade");
    event = readUserEvent(traded);
    QVERIFY(event);
    update = std::get_if<OrderUpdate>(&*event);
    QVERIFY(update && update->fill);
    QCOMPARE(update->order.status, u"FILLED"_s);
    QCOMPARE(update->fill->tradeId, 98765432);
    QVERIFY(update->fill->price == price(u"2500"_s));
    QVERIFY(update->fill->quantity == units(u"1"_s));
    QVERIFY(update->fill->commission == units(u"0.001"_s));
    QCOMPARE(update->fill->commissionAsset, u"ETH"_s);
    QVERIFY(update->fill->isMaker);
    QCOMPARE(update->order.averagePrice(), 2500.0);

    FIXTURE(cancelled, "user_stream/execution_report_canceled");
    event = readUserEvent(cancelled);
    QVERIFY(event);
    update = std::get_if<OrderUpdate>(&*event);
    QVERIFY(update && update->execution == u"CANCELED"_s);
    // On a cancel "c" is the id of the cancel and "C" that of the order.
    const auto swapped = readUserEvent(
        R"({"e":"executionReport","E":1,"s":"AB","c":"cancel-1","S":"BUY","o":"LIMIT","f":"GTC","q":"1","p":"2","P":"0","C":"order-1",)"
        R"("x":"CANCELED","X":"CANCELED","r":"NONE","i":5,"l":"0","z":"0","L":"0","n":"0","N":null,"T":1,"t":-1,"w":false,"m":false,"O":1,"Z":"0"})");
    QVERIFY(swapped);
    QCOMPARE(std::get<OrderUpdate>(*swapped).order.clientOrderId, u"order-1"_s);
}

void TestAnswers::accountUpdates()
{
    FIXTURE(position, "docs/user_outboundAccountPosition");
    auto event = readUserEvent(position);
    QVERIFY(event);
    const auto &balances = std::get<BalancesUpdate>(*event);
    QVERIFY(balances.time == Timestamp::fromMs(1564034571073));
    QCOMPARE(balances.balances.size(), std::size_t(1));
    QCOMPARE(balances.balances[0].asset, u"ETH"_s);
    QVERIFY(balances.balances[0].free == units(u"10000"_s));
    FIXTURE(bare, "user_stream/account_position");
    QVERIFY(std::holds_alternative<BalancesUpdate>(*readUserEvent(bare)));
    FIXTURE(deposit, "user_stream/balance_update");
    event = readUserEvent(deposit);
    QVERIFY(event && std::get<BalanceChange>(*event).change == units(u"0.001"_s));
    FIXTURE(list, "docs/user_listStatus");
    event = readUserEvent(list);
    QVERIFY(event);
    QCOMPARE(std::get<OrderListUpdate>(*event).list.orders.size(), std::size_t(2));
    QCOMPARE(std::get<OrderListUpdate>(*event).list.orders[1].clientOrderId, u"bfYPSQdLoqAJeNrOr9adzq"_s);
    FIXTURE(ended, "docs/user_eventStreamTerminated");
    event = readUserEvent(ended);
    QVERIFY(event && !std::get<StreamEnded>(*event).isWholeConnection);
    QVERIFY(std::get<StreamEnded>(*readUserEvent(R"({"e":"serverShutdown","E":1})")).isWholeConnection);
    QCOMPARE(std::get<OtherUserEvent>(*readUserEvent(R"({"e":"externalLockUpdate","E":1})")).type, u"externalLockUpdate"_s);
}

void TestAnswers::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *name, int status, int code, RefusalKind kind) {
        QTest::newRow(name) << status << code << int(kind);
    };
    row("a timeout inside the venue", 400, -1007, RefusalKind::OutcomeUnknown);
    row("an unexpected answer inside the venue", 400, -1006, RefusalKind::OutcomeUnknown);
    row("any 5xx, whatever it says", 503, -2010, RefusalKind::OutcomeUnknown);
    row("too many requests", 429, -1003, RefusalKind::TooMany);
    row("a banned address", 418, -1003, RefusalKind::TooMany);
    row("too many orders", 400, -1015, RefusalKind::TooMany);
    row("the clock", 400, -1021, RefusalKind::ClockWrong);
    row("a bad signature", 400, -1022, RefusalKind::NotAllowed);
    row("a key from another address", 401, -2015, RefusalKind::NotAllowed);
    row("the firewall", 403, 0, RefusalKind::NotAllowed);
    row("no such order", 400, -2013, RefusalKind::OrderUnknown);
    row("a cancel that came too late", 400, -2011, RefusalKind::CancelRefused);
    row("a filter", 400, -1013, RefusalKind::Refused);
    row("no balance", 400, -2010, RefusalKind::Refused);
    row("a code that is new", 400, -9999, RefusalKind::Refused);
}

void TestAnswers::refusals()
{
    QFETCH(int, status);
    QFETCH(int, code);
    QFETCH(int, expected);
    QCOMPARE(int(kindOf(status, code)), expected);
}

void TestAnswers::badAnswers_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing") << QByteArray() << u"order: the answer is no JSON"_s;
    QTest::newRow("a web page") << QByteArray("<html>502</html>") << u"order: the answer is no JSON"_s;
    QTest::newRow("an array") << QByteArray("[]") << u"order: field 'symbol' is missing"_s;
    QTest::newRow("a number for a text") << QByteArray(R"({"symbol":5})") << u"order: field 'symbol' is not a text"_s;
    QTest::newRow("a text for an id") << QByteArray(R"({"symbol":"A","orderId":"5"})") << u"order: field 'orderId' is not an integer"_s;
    QTest::newRow("a fraction for an id") << QByteArray(R"({"symbol":"A","orderId":5.5})") << u"order: field 'orderId' is not an integer"_s;
    QTest::newRow("a side that is none")
        << QByteArray(R"({"symbol":"A","orderId":5,"orderListId":-1,"clientOrderId":"c","status":"NEW","type":"LIMIT","side":"UP"})")
        << u"order: field 'side' is not BUY or SELL"_s;
    QTest::newRow("a price with an exponent")
        << QByteArray(R"({"symbol":"A","orderId":5,"orderListId":-1,"clientOrderId":"c","status":"NEW","type":"LIMIT","side":"BUY","price":"1e400"})")
        << u"order: field 'price' is not a decimal number of at most 8 decimals"_s;
}

void TestAnswers::badAnswers()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, expected);
    const auto order = readOrder(json);
    QVERIFY(!order);
    QVERIFY(order.error().code == ErrorCode::BadData);
    QCOMPARE(order.error().detail, expected);
    QVERIFY(!readError(json));
    QVERIFY(!readUserEvent(json));
    QVERIFY(!readExchangeRules(json));
}

QTEST_APPLESS_MAIN(TestAnswers)
#include "tst_answers.moc"
