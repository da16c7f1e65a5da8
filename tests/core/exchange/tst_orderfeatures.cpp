#include "tests/core/exchange/recordingvenue.h"

#include "core/domain/decimal.h"

#include <QTest>

using namespace bellwether;
using namespace bellwether::exchange;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Icebergs, trails, self-trade prevention, chains with a pair, amendments, filters: as the documents of Binance spot have
/// them (faqs/stp_faq.md, faqs/trailing-stop-faq.md, faqs/order_amend_keep_priority.md, filters.md).
class TestOrderFeatures : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void icebergsShowAPart();
    void hiddenQuantityTrades();
    void selfTrades_data();
    void selfTrades();
    void selfTradesDecrement();
    void trails_data();
    void trails();
    void chainWithAPair();
    void pairsEitherWay_data();
    void pairsEitherWay();
    void amendments();
    void lateFills();
    void filters_data();
    void filters();
    void positionMax();
    void openAlgos();
};

namespace {

OrderNumber iceberg(Venue &venue, const QString &quantity, const QString &shown)
{
    NewOrder order = venue.ask(venue.anna, Side::Sell, quantity, u"100"_s);
    order.icebergQuantity = units(shown);
    return venue.put(order);
}

} // namespace

void TestOrderFeatures::icebergsShowAPart()
{
    Venue venue;
    const OrderNumber hidden = iceberg(venue, u"3"_s, u"1"_s);
    const OrderNumber other = venue.put(venue.ask(venue.ben, Side::Sell, u"1"_s, u"100"_s));
    QVERIFY(venue.engine.book(0).best(Side::Sell) == (DepthLevel{price(u"100"_s), units(u"2"_s)}));
    // The first part was first; the next one stands behind the other order.
    venue.engine.tradeHouse(0, Side::Buy, price(u"100"_s), units(u"1.5"_s), venue.now);
    QVERIFY(venue.engine.order(hidden).executed == units(u"1"_s));
    QVERIFY(venue.engine.order(other).executed == units(u"0.5"_s));
    QVERIFY(venue.engine.book(0).best(Side::Sell) == (DepthLevel{price(u"100"_s), units(u"1.5"_s)}));
    venue.engine.tradeHouse(0, Side::Buy, price(u"100"_s), units(u"1"_s), venue.now);
    QVERIFY(venue.statusOf(other) == OrderStatus::Filled);
    QVERIFY(venue.engine.order(hidden).executed == units(u"1.5"_s));
    QVERIFY(venue.engine.book(0).best(Side::Sell) == (DepthLevel{price(u"100"_s), units(u"0.5"_s)}));
    venue.engine.tradeHouse(0, Side::Buy, price(u"100"_s), units(u"5"_s), venue.now);
    QVERIFY(venue.statusOf(hidden) == OrderStatus::Filled);
    QVERIFY(!venue.engine.book(0).best(Side::Sell));
}

void TestOrderFeatures::hiddenQuantityTrades()
{
    Venue venue;
    const OrderNumber hidden = iceberg(venue, u"3"_s, u"1"_s);
    NewOrder all = venue.ask(venue.ben, Side::Buy, u"3"_s, u"100"_s);
    all.timeInForce = TimeInForce::Fok;
    QVERIFY(venue.statusOf(venue.put(all)) == OrderStatus::Filled); // fill or kill counts what does not show
    QVERIFY(venue.statusOf(hidden) == OrderStatus::Filled);
    // And so does what a market order has to have.
    (void)iceberg(venue, u"2"_s, u"0.5"_s);
    QVERIFY(venue.statusOf(venue.put(venue.market(venue.ben, Side::Buy, u"2"_s))) == OrderStatus::Filled);
    QVERIFY(venue.engine.balances(venue.ben).of(u"USDT"_s) == (Balances::Holding{units(u"99500"_s), Quantity()}));
}

void TestOrderFeatures::selfTrades_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QList<int>>("ended"); // of three makers and the taker
    QTest::newRow("none: they trade") << int(SelfTradeMode::None) << QList<int>{int(OrderStatus::Filled), int(OrderStatus::Filled), int(OrderStatus::PartiallyFilled), int(OrderStatus::Filled)};
    QTest::newRow("the taker goes") << int(SelfTradeMode::ExpireTaker) << QList<int>{int(OrderStatus::New), int(OrderStatus::New), int(OrderStatus::New), int(OrderStatus::ExpiredInMatch)};
    QTest::newRow("the makers go") << int(SelfTradeMode::ExpireMaker) << QList<int>{int(OrderStatus::ExpiredInMatch), int(OrderStatus::ExpiredInMatch), int(OrderStatus::ExpiredInMatch), int(OrderStatus::New)};
    QTest::newRow("the first maker and the taker go") << int(SelfTradeMode::ExpireBoth) << QList<int>{int(OrderStatus::ExpiredInMatch), int(OrderStatus::New), int(OrderStatus::New), int(OrderStatus::ExpiredInMatch)};
}

void TestOrderFeatures::selfTrades() // the scenarios A to D of stp_faq.md
{
    QFETCH(int, mode);
    QFETCH(QList<int>, ended);
    Venue venue;
    QList<OrderNumber> orders{venue.put(venue.ask(venue.anna, Side::Buy, u"1.2"_s, u"120"_s)), venue.put(venue.ask(venue.anna, Side::Buy, u"1.3"_s, u"110"_s)),
                              venue.put(venue.ask(venue.anna, Side::Buy, u"8.1"_s, u"100"_s))};
    NewOrder taker = venue.ask(venue.anna, Side::Sell, u"3"_s, u"100"_s);
    taker.selfTrade = SelfTradeMode(mode);
    orders.append(venue.put(taker));
    Quantity set;
    for (qsizetype i = 0; i < orders.size(); ++i) {
        const OrderRecord &order = venue.engine.order(orders[i]);
        QCOMPARE(int(order.status), ended[i]);
        if (!isFinal(order.status) && order.asked.side == Side::Buy)
            set += Quantity::fromRaw(mulDiv(order.asked.price.raw(), order.leaves().raw(), decimalScale));
    }
    QVERIFY(venue.engine.balances(venue.anna).of(u"USDT"_s).locked == set);
    if (SelfTradeMode(mode) == SelfTradeMode::ExpireMaker) {
        QCOMPARE(venue.engine.preventedMatches().size(), std::size_t(3));
        const PreventedMatch &second = venue.engine.preventedMatches()[1];
        QVERIFY(second.number == 1 && second.price == price(u"110"_s) && second.makerPrevented == units(u"1.3"_s) && second.takerPrevented.isZero());
        QVERIFY(venue.told.contains(u"1 prevented"_s));
    }
}

void TestOrderFeatures::selfTradesDecrement()
{
    Venue venue;
    const OrderNumber maker = venue.put(venue.ask(venue.anna, Side::Buy, u"2"_s, u"100"_s));
    NewOrder taker = venue.ask(venue.anna, Side::Sell, u"0.5"_s, u"100"_s);
    taker.selfTrade = SelfTradeMode::Decrement;
    const OrderNumber smaller = venue.put(taker);
    QVERIFY(venue.statusOf(smaller) == OrderStatus::ExpiredInMatch);
    QVERIFY(venue.statusOf(maker) == OrderStatus::New);
    QVERIFY(venue.engine.order(maker).prevented == units(u"0.5"_s));
    QVERIFY(venue.engine.order(maker).leaves() == units(u"1.5"_s));
    QVERIFY(venue.engine.book(0).best(Side::Buy) == (DepthLevel{price(u"100"_s), units(u"1.5"_s)}));
    QVERIFY(venue.engine.balances(venue.anna).of(u"USDT"_s) == (Balances::Holding{units(u"99850"_s), units(u"150"_s)}));
    QVERIFY(venue.engine.balances(venue.anna).of(u"BTC"_s) == (Balances::Holding{units(u"10"_s), Quantity()}));
    venue.put(venue.ask(venue.ben, Side::Sell, u"1.5"_s, u"100"_s));
    QVERIFY(venue.statusOf(maker) == OrderStatus::Filled);
}

void TestOrderFeatures::trails_data()
{
    QTest::addColumn<bool>("isStop");
    QTest::addColumn<bool>("isBuy");
    QTest::addColumn<QString>("stopPrice");
    QTest::addColumn<int>("delta");
    QTest::addColumn<QString>("limit");
    QTest::addColumn<QStringList>("before");  // prices at which it still waits
    QTest::addColumn<QString>("fires");
    QTest::newRow("A, a stop to buy") << true << true << u"44000"_s << 500 << u"45000"_s
                                      << QStringList{u"37000"_s, u"44000"_s, u"45000"_s, u"46000"_s, u"42000"_s, u"44099.99"_s} << u"44100"_s;
    QTest::newRow("B, a stop to sell") << true << false << u"39000"_s << 1000 << u"38000"_s
                                       << QStringList{u"41500"_s, u"39000"_s, u"37000"_s, u"41000"_s, u"36900.01"_s} << u"36900"_s;
    QTest::newRow("C, a profit to buy") << false << true << u"38000"_s << 850 << u"38500"_s
                                        << QStringList{u"42000"_s, u"38000"_s, u"37000"_s, u"39000"_s, u"38000"_s, u"40144.99"_s} << u"40145"_s;
    QTest::newRow("D, a profit to sell") << false << false << u"42000"_s << 750 << u"41000"_s
                                         << QStringList{u"41500"_s, u"39000"_s, u"42000"_s, u"45000"_s, u"44000"_s, u"46500"_s, u"43012.51"_s} << u"43012.5"_s;
    QTest::newRow("E, without a stop price") << true << false << u"0"_s << 700 << u"39000"_s
                                             << QStringList{u"42000"_s, u"39500"_s, u"45500"_s, u"42315.01"_s} << u"42315"_s;
}

void TestOrderFeatures::trails() // the scenarios of trailing-stop-faq.md
{
    QFETCH(bool, isStop);
    QFETCH(bool, isBuy);
    QFETCH(QString, stopPrice);
    QFETCH(int, delta);
    QFETCH(QString, limit);
    QFETCH(QStringList, before);
    QFETCH(QString, fires);
    Venue venue;
    const auto print = [&](const QString &at) {
        venue.engine.quoteHouse(0, {}, {{price(at), units(u"1"_s)}}, venue.now);
        venue.engine.tradeHouse(0, Side::Buy, price(at), units(u"1"_s), venue.now);
    };
    print(u"40000"_s);
    NewOrder order = venue.ask(venue.anna, isBuy ? Side::Buy : Side::Sell, u"0.01"_s, limit);
    order.kind = isStop ? OrderKind::StopLossLimit : OrderKind::TakeProfitLimit;
    order.stopPrice = price(stopPrice);
    order.trailingDelta = delta;
    const OrderNumber number = venue.put(order);
    for (const QString &at : before) {
        print(at);
        QVERIFY2(!venue.engine.order(number).isWorking, qPrintable(at));
    }
    print(fires);
    QVERIFY(venue.engine.order(number).isWorking);
}

void TestOrderFeatures::chainWithAPair()
{
    Venue venue;
    venue.quote(u"100"_s, u"101"_s, u"5"_s);
    venue.engine.tradeHouse(0, Side::Sell, price(u"100"_s), units(u"1"_s), venue.now);
    const NewOrder working = venue.ask(venue.anna, Side::Buy, u"1"_s, u"99"_s);
    NewOrder target = venue.ask(venue.anna, Side::Sell, u"0.99"_s, u"110"_s);
    target.kind = OrderKind::LimitMaker;
    NewOrder stop = venue.ask(venue.anna, Side::Sell, u"0.99"_s, u"89"_s);
    stop.kind = OrderKind::StopLossLimit;
    stop.stopPrice = price(u"90"_s);
    const auto placed = venue.engine.placeOto(working, {target, stop}, venue.now, u"mine"_s);
    const std::int64_t list = std::get<std::int64_t>(placed);
    QCOMPARE(venue.engine.findList(venue.anna, u"mine"_s), list);
    auto legs = venue.engine.ordersOfList(list);
    QCOMPARE(legs.size(), std::size_t(3));
    venue.quote(u"97"_s, u"98"_s, u"5"_s); // the market comes down to the first order
    QVERIFY(venue.statusOf(legs[0]) == OrderStatus::Filled);
    QVERIFY(venue.statusOf(legs[1]) == OrderStatus::New && venue.statusOf(legs[2]) == OrderStatus::New);
    // 10 + 1 less 0.1 %, of which 0.99 are set aside once for both.
    QVERIFY(venue.engine.balances(venue.anna).of(u"BTC"_s) == (Balances::Holding{units(u"10.009"_s), units(u"0.99"_s)}));
    venue.quote(u"88"_s, u"90"_s, u"5"_s);
    venue.engine.tradeHouse(0, Side::Buy, price(u"90"_s), units(u"1"_s), venue.now); // the stop, whose limit rests at 89
    QVERIFY(venue.statusOf(legs[1]) == OrderStatus::Expired);
    QVERIFY(!isFinal(venue.statusOf(legs[2])) && venue.engine.order(legs[2]).isWorking);
    venue.quote(u"89"_s, u"90"_s, u"5"_s);
    QVERIFY(venue.statusOf(legs[2]) == OrderStatus::Filled);
    QVERIFY(venue.told.contains(u"list 1 done"_s));
    QVERIFY(venue.engine.balances(venue.anna).of(u"BTC"_s) == (Balances::Holding{units(u"10.009"_s), Quantity()}));
    // Any order of a list that is cancelled takes the others along.
    const auto other = std::get<std::int64_t>(venue.engine.placeOto(venue.ask(venue.anna, Side::Buy, u"1"_s, u"80"_s), {target, stop}, venue.now));
    legs = venue.engine.ordersOfList(other);
    QVERIFY(!venue.engine.cancel(venue.anna, legs[2], venue.now));
    for (const OrderNumber leg : legs)
        QVERIFY(venue.statusOf(leg) == OrderStatus::Canceled);
    QVERIFY(venue.engine.balances(venue.anna).of(u"USDT"_s).locked.isZero());
    QVERIFY(venue.engine.listsOf(venue.anna, true).empty());
}

void TestOrderFeatures::pairsEitherWay_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("profitAt");
    QTest::addColumn<QString>("stopAt");
    QTest::addColumn<int>("expected");
    QTest::newRow("limit and stop") << int(OrderKind::LimitMaker) << u"110"_s << u"90"_s << 0;
    QTest::newRow("profit and stop") << int(OrderKind::TakeProfitLimit) << u"110"_s << u"90"_s << 0;
    QTest::newRow("at one price") << int(OrderKind::LimitMaker) << u"105"_s << u"105"_s << -2010;
    QTest::newRow("two stops") << int(OrderKind::StopLossLimit) << u"95"_s << u"90"_s << -1014;
    QTest::newRow("a plain limit") << int(OrderKind::Limit) << u"110"_s << u"90"_s << -1158;
}

void TestOrderFeatures::pairsEitherWay()
{
    QFETCH(int, kind);
    QFETCH(QString, profitAt);
    QFETCH(QString, stopAt);
    QFETCH(int, expected);
    Venue venue;
    venue.quote(u"99"_s, u"101"_s);
    venue.engine.tradeHouse(0, Side::Sell, price(u"99"_s), units(u"0.5"_s), venue.now);
    NewOrder profit = venue.ask(venue.anna, Side::Sell, u"1"_s, profitAt);
    profit.kind = OrderKind(kind);
    profit.stopPrice = hasTrigger(profit.kind) ? price(profitAt) : Price();
    NewOrder stop = venue.ask(venue.anna, Side::Sell, u"1"_s, u"85"_s);
    stop.kind = OrderKind::StopLossLimit;
    stop.stopPrice = price(stopAt);
    const auto placed = venue.engine.placeOco(profit, stop, venue.now);
    const auto *refusal = std::get_if<Refusal>(&placed);
    QCOMPARE(refusal ? refusal->code : 0, expected);
    QCOMPARE(venue.engine.openOrders(venue.anna).size(), std::size_t(expected == 0 ? 2 : 0));
}

void TestOrderFeatures::amendments()
{
    ListedSymbol listed{.symbol = u"BTCUSDT"_s, .base = u"BTC"_s, .quote = u"USDT"_s};
    listed.amendsMax = 2;
    Venue venue({}, listed);
    NewOrder asked = venue.ask(venue.anna, Side::Buy, u"2"_s, u"100"_s);
    asked.clientOrderId = u"old"_s;
    const OrderNumber order = venue.put(asked);
    QVERIFY(!venue.engine.reduce(venue.anna, order, units(u"1.5"_s), u"new"_s, venue.now));
    QCOMPARE(venue.engine.find(venue.anna, u"new"_s), order);
    QVERIFY(venue.told.contains(u"1 replaced"_s));
    QCOMPARE(venue.engine.reduce(venue.anna, order, units(u"1.123456789"_s.left(9)), {}, venue.now)->code, -1013); // off the step
    QVERIFY(!venue.engine.reduce(venue.anna, order, units(u"1"_s), u"new"_s, venue.now));
    QCOMPARE(venue.engine.reduce(venue.anna, order, units(u"0.5"_s), {}, venue.now)->code, -2038); // too often
    QCOMPARE(venue.engine.amendments().size(), std::size_t(2));
    QCOMPARE(venue.engine.amendments()[0].clientOrderId, u"old"_s);
    QVERIFY(venue.engine.balances(venue.anna).of(u"USDT"_s).locked == units(u"100"_s));
}

void TestOrderFeatures::lateFills()
{
    Venue venue;
    const OrderNumber order = venue.put(venue.ask(venue.anna, Side::Sell, u"2"_s, u"100"_s));
    venue.put(venue.ask(venue.ben, Side::Buy, u"0.5"_s, u"100"_s));
    QVERIFY(!venue.engine.cancel(venue.anna, order, venue.now));
    QVERIFY(!venue.engine.fillLate(order, venue.now));
    QVERIFY(venue.statusOf(order) == OrderStatus::Filled);
    QVERIFY(venue.engine.balances(venue.anna).of(u"BTC"_s) == (Balances::Holding{units(u"8"_s), Quantity()}));
    QVERIFY(venue.engine.balances(venue.anna).of(u"USDT"_s).free == units(u"100199.8"_s)); // 200 less 0.1 %
    QCOMPARE(venue.engine.fillLate(order, venue.now)->code, -2011);
    // What is not there any more cannot be delivered.
    const OrderNumber large = venue.put(venue.ask(venue.anna, Side::Sell, u"8"_s, u"100"_s));
    QVERIFY(!venue.engine.cancel(venue.anna, large, venue.now));
    venue.put(venue.ask(venue.anna, Side::Sell, u"1"_s, u"120"_s));
    QCOMPARE(venue.engine.fillLate(large, venue.now)->code, -2010);
    QVERIFY(venue.statusOf(large) == OrderStatus::Canceled);
}

void TestOrderFeatures::filters_data()
{
    QTest::addColumn<QString>("quantity");
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<int>("trail");
    QTest::addColumn<QString>("expected"); // the market is at 100; limits as ListedSymbol has them
    QTest::newRow("good") << u"1"_s << u"100"_s << u"0"_s << 0 << QString();
    QTest::newRow("off the tick") << u"1"_s << u"100.001"_s << u"0"_s << 0 << u"PRICE_FILTER"_s;
    QTest::newRow("no price") << u"1"_s << u"0"_s << u"0"_s << 0 << u"PRICE_FILTER"_s;
    QTest::newRow("five times the average") << u"1"_s << u"500"_s << u"0"_s << 0 << QString();
    QTest::newRow("a tick above it") << u"1"_s << u"500.01"_s << u"0"_s << 0 << u"PERCENT_PRICE_BY_SIDE"_s;
    QTest::newRow("a fifth of the average") << u"1"_s << u"20"_s << u"0"_s << 0 << QString();
    QTest::newRow("a tick below it") << u"1"_s << u"19.99"_s << u"0"_s << 0 << u"PERCENT_PRICE_BY_SIDE"_s;
    QTest::newRow("off the step") << u"1.000001"_s << u"100"_s << u"0"_s << 0 << u"LOT_SIZE"_s;
    QTest::newRow("too many") << u"9000.1"_s << u"100"_s << u"0"_s << 0 << u"LOT_SIZE"_s;
    QTest::newRow("worth 5") << u"0.05"_s << u"100"_s << u"0"_s << 0 << QString();
    QTest::newRow("worth less") << u"0.04999"_s << u"100"_s << u"0"_s << 0 << u"NOTIONAL"_s;
    QTest::newRow("ten parts") << u"1"_s << u"100"_s << u"0.1"_s << 0 << QString();
    QTest::newRow("eleven parts") << u"1"_s << u"100"_s << u"0.0999"_s << 0 << u"ICEBERG_PARTS"_s;
    QTest::newRow("a part off the step") << u"1"_s << u"100"_s << u"0.100001"_s << 0 << u"LOT_SIZE"_s;
    QTest::newRow("a trail of 0.1 %") << u"1"_s << u"100"_s << u"0"_s << 10 << QString();
    QTest::newRow("a shorter one") << u"1"_s << u"100"_s << u"0"_s << 9 << u"TRAILING_DELTA"_s;
    QTest::newRow("one beyond 20 %") << u"1"_s << u"100"_s << u"0"_s << 2001 << u"TRAILING_DELTA"_s;
}

void TestOrderFeatures::filters()
{
    QFETCH(QString, quantity);
    QFETCH(QString, at);
    QFETCH(QString, shown);
    QFETCH(int, trail);
    QFETCH(QString, expected);
    const ListedSymbol listed{.symbol = u"BTCUSDT"_s, .base = u"BTC"_s, .quote = u"USDT"_s};
    NewOrder order{.account = 1, .side = Side::Buy, .quantity = units(quantity), .price = price(at)};
    order.icebergQuantity = units(shown);
    order.trailingDelta = trail;
    const auto refusal = checkFilters(listed, order, price(u"100"_s));
    QCOMPARE(refusal ? refusal->message : QString(), expected.isEmpty() ? QString() : u"Filter failure: "_s + expected);
    QCOMPARE(refusal ? refusal->code : -1013, -1013);
}

void TestOrderFeatures::positionMax()
{
    ListedSymbol listed{.symbol = u"BTCUSDT"_s, .base = u"BTC"_s, .quote = u"USDT"_s};
    listed.positionMax = units(u"12"_s); // 10 are held
    Venue venue({}, listed);
    venue.put(venue.ask(venue.anna, Side::Buy, u"1.5"_s, u"100"_s));
    QCOMPARE(venue.refused(venue.ask(venue.anna, Side::Buy, u"0.6"_s, u"100"_s)), u"-1013 Filter failure: MAX_POSITION"_s);
    QCOMPARE(venue.refused(venue.ask(venue.anna, Side::Buy, u"0.5"_s, u"100"_s)), QString());
    QCOMPARE(venue.refused(venue.ask(venue.anna, Side::Sell, u"1"_s, u"110"_s)), QString());
}

void TestOrderFeatures::openAlgos()
{
    ListedSymbol listed{.symbol = u"BTCUSDT"_s, .base = u"BTC"_s, .quote = u"USDT"_s};
    listed.algoOrdersMax = 1;
    listed.marketQuantityMax = units(u"2"_s);
    Venue venue({}, listed);
    venue.quote(u"99"_s, u"101"_s, u"9"_s);
    venue.engine.tradeHouse(0, Side::Sell, price(u"99"_s), units(u"0.5"_s), venue.now);
    NewOrder stop = venue.ask(venue.anna, Side::Sell, u"1"_s, u"89"_s);
    stop.kind = OrderKind::StopLossLimit;
    stop.stopPrice = price(u"90"_s);
    QCOMPARE(venue.refused(stop), QString());
    QCOMPARE(venue.refused(stop), u"-1013 Filter failure: MAX_NUM_ALGO_ORDERS"_s);
    QCOMPARE(venue.refused(venue.ask(venue.anna, Side::Sell, u"1"_s, u"110"_s)), QString());
    QCOMPARE(venue.refused(venue.market(venue.anna, Side::Sell, u"2.1"_s)), u"-1013 Filter failure: MARKET_LOT_SIZE"_s);
}

QTEST_APPLESS_MAIN(TestOrderFeatures)
#include "tst_orderfeatures.moc"
