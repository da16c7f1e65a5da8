#include "tests/core/exchange/recordingvenue.h"

#include "core/base/rng.h"
#include "core/domain/decimal.h"

#include <QTest>

using namespace bellwether;
using namespace bellwether::exchange;
using namespace Qt::StringLiterals;

class TestMatchingEngine : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void priceBeforeTime();
    void balancesAndFees();
    void betterPricesAreGivenBack();
    void marketOrders();
    void quoteQuantities();
    void timeInForce();
    void makersOnly();
    void triggers_data();
    void triggers();
    void triggersCascade();
    void oneCancelsTheOther();
    void oneTriggersTheOther();
    void cancels();
    void reducedOrdersKeepTheirPlace();
    void houseQuotesTradeWithOrders();
    void refusals_data();
    void refusals();
    void depthChanges();
    void nothingIsMadeOrLost();
};

void TestMatchingEngine::priceBeforeTime()
{
    Venue venue;
    const OrderNumber late = venue.put(venue.ask(venue.anna, Side::Sell, u"1"_s, u"101"_s));
    const OrderNumber first = venue.put(venue.ask(venue.anna, Side::Sell, u"1"_s, u"100"_s));
    const OrderNumber second = venue.put(venue.ask(venue.anna, Side::Sell, u"1"_s, u"100"_s));
    venue.told.clear();
    const OrderNumber buy = venue.put(venue.ask(venue.ben, Side::Buy, u"1.5"_s, u"101"_s));
    QCOMPARE(venue.told, (QStringList{u"4 new"_s, u"2 trade 1@100 maker"_s, u"4 trade 1@100 taker"_s, u"3 trade 0.5@100 maker"_s,
                                      u"4 trade 0.5@100 taker"_s}));
    QVERIFY(venue.statusOf(first) == OrderStatus::Filled);
    QVERIFY(venue.statusOf(second) == OrderStatus::PartiallyFilled);
    QVERIFY(venue.statusOf(late) == OrderStatus::New);
    QVERIFY(venue.statusOf(buy) == OrderStatus::Filled);
    QVERIFY(venue.engine.lastPrice(0) == price(u"100"_s));
    QVERIFY(venue.engine.book(0).best(Side::Sell) == (DepthLevel{price(u"100"_s), units(u"0.5"_s)}));
    QCOMPARE(venue.prints, 2);
}

void TestMatchingEngine::balancesAndFees()
{
    Venue venue({Ratio::fromRaw(50'000), Ratio::fromRaw(100'000)}); // 0.05 % and 0.1 %
    venue.put(venue.ask(venue.anna, Side::Sell, u"2"_s, u"1000"_s));
    QVERIFY(venue.engine.balances(venue.anna).of(u"BTC"_s).locked == units(u"2"_s));
    QVERIFY(venue.engine.balances(venue.anna).of(u"BTC"_s).free == units(u"8"_s));
    venue.put(venue.market(venue.ben, Side::Buy, u"0.5"_s));
    // Ben pays 500 and gets 0.5 less 0.1 %; Anna gets 500 less 0.05 %.
    QVERIFY(venue.engine.balances(venue.ben).of(u"USDT"_s).free == units(u"99500"_s));
    QVERIFY(venue.engine.balances(venue.ben).of(u"BTC"_s).free == units(u"10.4995"_s));
    QVERIFY(venue.engine.balances(venue.anna).of(u"USDT"_s).free == units(u"100499.75"_s));
    QVERIFY(venue.engine.balances(venue.anna).of(u"BTC"_s).locked == units(u"1.5"_s));
}

void TestMatchingEngine::betterPricesAreGivenBack()
{
    Venue venue({Ratio(), Ratio()});
    venue.put(venue.ask(venue.anna, Side::Sell, u"1"_s, u"900"_s));
    const OrderNumber buy = venue.put(venue.ask(venue.ben, Side::Buy, u"3"_s, u"1000"_s));
    // 900 paid; for the two units that rest 2,000 are set aside.
    QVERIFY(venue.engine.balances(venue.ben).of(u"USDT"_s) == (Balances::Holding{units(u"97100"_s), units(u"2000"_s)}));
    QVERIFY(!venue.engine.cancel(venue.ben, buy, venue.now));
    QVERIFY(venue.engine.balances(venue.ben).of(u"USDT"_s) == (Balances::Holding{units(u"99100"_s), Quantity()}));
}

void TestMatchingEngine::marketOrders()
{
    Venue venue;
    venue.quote(u"99"_s, u"101"_s);
    const OrderNumber whole = venue.put(venue.market(venue.anna, Side::Sell, u"1"_s));
    QVERIFY(venue.statusOf(whole) == OrderStatus::Filled);
    venue.quote(u"99"_s, u"101"_s);
    const OrderNumber more = venue.put(venue.market(venue.anna, Side::Sell, u"3"_s)); // one unit is all there is
    QVERIFY(venue.statusOf(more) == OrderStatus::Expired);
    QVERIFY(venue.engine.order(more).executed == units(u"1"_s));
    QVERIFY(venue.engine.balances(venue.anna).of(u"BTC"_s) == (Balances::Holding{units(u"8"_s), Quantity()}));
}

void TestMatchingEngine::quoteQuantities()
{
    Venue venue({Ratio(), Ratio()});
    venue.engine.quoteHouse(0, {}, {{price(u"100"_s), units(u"1"_s)}, {price(u"200"_s), units(u"5"_s)}}, venue.now);
    NewOrder order = venue.market(venue.anna, Side::Buy, u"0"_s);
    order.quoteQuantity = units(u"350.001"_s); // one unit at 100, then 250.001 at 200: 1.25 and a rest below a step
    const OrderNumber number = venue.put(order);
    QVERIFY(venue.statusOf(number) == OrderStatus::Filled);
    QVERIFY(venue.engine.order(number).executed == units(u"2.25"_s));
    QVERIFY(venue.engine.order(number).quoteExecuted == units(u"350"_s));
    QVERIFY(venue.engine.balances(venue.anna).of(u"USDT"_s).locked.isZero());
}

void TestMatchingEngine::timeInForce()
{
    Venue venue;
    venue.quote(u"99"_s, u"101"_s);
    NewOrder order = venue.ask(venue.anna, Side::Buy, u"2"_s, u"101"_s);
    order.timeInForce = exchange::TimeInForce::Fok;
    const OrderNumber kill = venue.put(order);
    QVERIFY(venue.statusOf(kill) == OrderStatus::Expired);
    QVERIFY(venue.engine.order(kill).executed.isZero());
    order.timeInForce = exchange::TimeInForce::Ioc;
    const OrderNumber some = venue.put(order);
    QVERIFY(venue.statusOf(some) == OrderStatus::Expired);
    QVERIFY(venue.engine.order(some).executed == units(u"1"_s));
    QVERIFY(venue.engine.openOrders(venue.anna).empty());
}

void TestMatchingEngine::makersOnly()
{
    Venue venue;
    venue.quote(u"99"_s, u"101"_s);
    NewOrder order = venue.ask(venue.anna, Side::Buy, u"1"_s, u"101"_s);
    order.kind = OrderKind::LimitMaker;
    QCOMPARE(venue.refused(order), u"-2010 Order would immediately match and take."_s);
    order.price = price(u"100.99"_s);
    QVERIFY(venue.statusOf(venue.put(order)) == OrderStatus::New);
}

void TestMatchingEngine::triggers_data()
{
    QTest::addColumn<OrderKind>("kind");
    QTest::addColumn<int>("side");
    QTest::addColumn<QString>("stop");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("at");
    QTest::newRow("a stop to buy waits for a rise") << OrderKind::StopLoss << 1 << u"110"_s << u"109.99"_s << u"110"_s;
    QTest::newRow("a stop to sell waits for a fall") << OrderKind::StopLoss << -1 << u"90"_s << u"90.01"_s << u"90"_s;
    QTest::newRow("a target to sell waits for a rise") << OrderKind::TakeProfit << -1 << u"110"_s << u"109.99"_s << u"110"_s;
    QTest::newRow("a target to buy waits for a fall") << OrderKind::TakeProfit << 1 << u"90"_s << u"90.01"_s << u"90"_s;
    QTest::newRow("with a limit it rests there") << OrderKind::StopLossLimit << -1 << u"90"_s << u"90.01"_s << u"90"_s;
}

void TestMatchingEngine::triggers()
{
    QFETCH(OrderKind, kind);
    QFETCH(int, side);
    QFETCH(QString, stop);
    QFETCH(QString, before);
    QFETCH(QString, at);
    Venue venue;
    const auto tradeAt = [&](const QString &where) {
        venue.engine.quoteHouse(0, {{price(where), units(u"5"_s)}}, {{price(where) + price(u"0.01"_s), units(u"5"_s)}}, venue.now);
        venue.engine.tradeHouse(0, Side::Sell, price(where), units(u"0.1"_s), venue.now);
    };
    tradeAt(u"100"_s);
    NewOrder order = venue.ask(venue.anna, side > 0 ? Side::Buy : Side::Sell, u"1"_s, u"95"_s);
    order.kind = kind;
    order.stopPrice = price(stop);
    const OrderNumber number = venue.put(order);
    tradeAt(before);
    QVERIFY(!venue.engine.order(number).isWorking);
    tradeAt(at);
    QVERIFY(venue.engine.order(number).isWorking);
    QVERIFY(venue.statusOf(number) == (kind == OrderKind::StopLossLimit ? OrderStatus::New : OrderStatus::Filled));
    // What has been reached already is refused.
    tradeAt(at);
    order.clientOrderId.clear();
    QCOMPARE(venue.refused(order), u"-2010 Stop price would trigger immediately."_s);
}

void TestMatchingEngine::triggersCascade()
{
    Venue venue;
    venue.engine.quoteHouse(0, {{price(u"100"_s), units(u"1"_s)}, {price(u"95"_s), units(u"1"_s)}, {price(u"90"_s), units(u"9"_s)}}, {}, venue.now);
    venue.engine.tradeHouse(0, Side::Sell, price(u"100"_s), units(u"0.5"_s), venue.now);
    const auto stopAt = [&](AccountNumber account, const QString &at) {
        NewOrder order = venue.ask(account, Side::Sell, u"1"_s, u"0"_s);
        order.kind = OrderKind::StopLoss;
        order.stopPrice = price(at);
        return venue.put(order);
    };
    const OrderNumber lower = stopAt(venue.anna, u"95"_s);
    const OrderNumber upper = stopAt(venue.ben, u"99"_s);
    // Half a unit is left at 100: this trades at 95 and fires the lower stop, which fires the upper one below it.
    venue.put(venue.market(venue.ben, Side::Sell, u"1"_s));
    QVERIFY(venue.statusOf(lower) == OrderStatus::Filled);
    QVERIFY(venue.statusOf(upper) == OrderStatus::Filled);
}

void TestMatchingEngine::oneCancelsTheOther()
{
    Venue venue;
    const auto pair = [&] {
        NewOrder target = venue.ask(venue.anna, Side::Sell, u"2"_s, u"110"_s);
        target.kind = OrderKind::LimitMaker;
        NewOrder stop = venue.ask(venue.anna, Side::Sell, u"2"_s, u"89"_s);
        stop.kind = OrderKind::StopLossLimit;
        stop.stopPrice = price(u"90"_s);
        return std::get<std::int64_t>(venue.engine.placeOco(target, stop, venue.now));
    };
    venue.engine.quoteHouse(0, {{price(u"100"_s), units(u"5"_s)}}, {}, venue.now);
    venue.engine.tradeHouse(0, Side::Sell, price(u"100"_s), units(u"1"_s), venue.now);
    auto legs = venue.engine.ordersOfList(pair());
    // Two units are set aside once.
    QVERIFY(venue.engine.balances(venue.anna).of(u"BTC"_s) == (Balances::Holding{units(u"8"_s), units(u"2"_s)}));
    venue.put(venue.ask(venue.ben, Side::Buy, u"0.5"_s, u"110"_s)); // a part of the target ends the stop
    QVERIFY(venue.statusOf(legs[0]) == OrderStatus::Expired);
    QVERIFY(venue.statusOf(legs[1]) == OrderStatus::PartiallyFilled);
    venue.put(venue.ask(venue.ben, Side::Buy, u"1.5"_s, u"110"_s));
    QVERIFY(venue.told.contains(u"list 1 done"_s));
    QVERIFY(venue.engine.balances(venue.anna).of(u"BTC"_s) == (Balances::Holding{units(u"8"_s), Quantity()}));

    // The price is 110: the stop is reached on the way down and ends the target.
    NewOrder target = venue.ask(venue.anna, Side::Sell, u"1"_s, u"120"_s);
    target.kind = OrderKind::LimitMaker;
    NewOrder stop = venue.ask(venue.anna, Side::Sell, u"1"_s, u"100"_s);
    stop.kind = OrderKind::StopLossLimit;
    stop.stopPrice = price(u"105"_s);
    legs = venue.engine.ordersOfList(std::get<std::int64_t>(venue.engine.placeOco(target, stop, venue.now)));
    venue.engine.quoteHouse(0, {{price(u"104"_s), units(u"5"_s)}}, {}, venue.now);
    venue.engine.tradeHouse(0, Side::Sell, price(u"104"_s), units(u"1"_s), venue.now);
    QVERIFY(venue.statusOf(legs[0]) == OrderStatus::Filled);
    QVERIFY(venue.statusOf(legs[1]) == OrderStatus::Expired);

    // One is cancelled, and so is the other; what was set aside is free.
    target.price = price(u"130"_s);
    stop.stopPrice = price(u"90"_s);
    stop.price = price(u"89"_s);
    legs = venue.engine.ordersOfList(std::get<std::int64_t>(venue.engine.placeOco(target, stop, venue.now)));
    QVERIFY(!venue.engine.cancel(venue.anna, legs[0], venue.now));
    QVERIFY(venue.statusOf(legs[1]) == OrderStatus::Canceled);
    QVERIFY(venue.engine.balances(venue.anna).of(u"BTC"_s).locked.isZero());
    stop.quantity = units(u"3"_s);
    QCOMPARE(std::get<Refusal>(venue.engine.placeOco(target, stop, venue.now)).code, -1014);
}

void TestMatchingEngine::oneTriggersTheOther()
{
    Venue venue;
    const NewOrder working = venue.ask(venue.anna, Side::Buy, u"1"_s, u"100"_s);
    NewOrder pending = venue.ask(venue.anna, Side::Sell, u"1"_s, u"120"_s);
    const auto legs = venue.engine.ordersOfList(std::get<std::int64_t>(venue.engine.placeOto(working, {pending}, venue.now)));
    QVERIFY(venue.statusOf(legs[1]) == OrderStatus::PendingNew);
    venue.put(venue.ask(venue.ben, Side::Sell, u"0.5"_s, u"100"_s));
    QVERIFY(venue.statusOf(legs[1]) == OrderStatus::PendingNew);
    venue.put(venue.ask(venue.ben, Side::Sell, u"0.5"_s, u"100"_s));
    QVERIFY(venue.statusOf(legs[1]) == OrderStatus::New);
    QVERIFY(venue.engine.book(0).best(Side::Sell) == (DepthLevel{price(u"120"_s), units(u"1"_s)}));
    // Without its first order the second never comes.
    const auto others = venue.engine.ordersOfList(std::get<std::int64_t>(venue.engine.placeOto(working, {pending}, venue.now)));
    QVERIFY(!venue.engine.cancel(venue.anna, others[0], venue.now));
    QVERIFY(venue.statusOf(others[1]) == OrderStatus::Canceled);
}

void TestMatchingEngine::cancels()
{
    Venue venue;
    const OrderNumber number = venue.put(venue.ask(venue.anna, Side::Buy, u"1"_s, u"100"_s));
    QCOMPARE(venue.engine.cancel(venue.ben, number, venue.now)->code, -2011); // not his
    QVERIFY(!venue.engine.cancel(venue.anna, number, venue.now));
    QCOMPARE(venue.engine.cancel(venue.anna, number, venue.now)->code, -2011);
    QCOMPARE(venue.engine.cancel(venue.anna, 999, venue.now)->code, -2011);
    QVERIFY(venue.engine.balances(venue.anna).of(u"USDT"_s) == (Balances::Holding{units(u"100000"_s), Quantity()}));
    QVERIFY(!venue.engine.book(0).best(Side::Buy));
}

void TestMatchingEngine::reducedOrdersKeepTheirPlace()
{
    Venue venue;
    const OrderNumber first = venue.put(venue.ask(venue.anna, Side::Buy, u"2"_s, u"100"_s));
    const OrderNumber second = venue.put(venue.ask(venue.ben, Side::Buy, u"1"_s, u"100"_s));
    QVERIFY(!venue.engine.reduce(venue.anna, first, units(u"1"_s), u"smaller"_s, venue.now));
    QVERIFY(venue.engine.balances(venue.anna).of(u"USDT"_s).locked == units(u"100"_s));
    QCOMPARE(venue.engine.reduce(venue.anna, first, units(u"5"_s), {}, venue.now)->code, -2038);
    venue.engine.tradeHouse(0, Side::Sell, price(u"100"_s), units(u"1"_s), venue.now);
    QVERIFY(venue.statusOf(first) == OrderStatus::Filled);
    QVERIFY(venue.statusOf(second) == OrderStatus::New);
}

void TestMatchingEngine::houseQuotesTradeWithOrders()
{
    Venue venue({Ratio(), Ratio()});
    venue.quote(u"99"_s, u"101"_s);
    const OrderNumber number = venue.put(venue.ask(venue.anna, Side::Sell, u"0.4"_s, u"102"_s));
    venue.quote(u"103"_s, u"104"_s); // the market has gone through the order
    QVERIFY(venue.statusOf(number) == OrderStatus::Filled);
    QVERIFY(venue.engine.balances(venue.anna).of(u"USDT"_s).free == units(u"100040.8"_s)); // at its own price
    QVERIFY(venue.engine.book(0).best(Side::Buy) == (DepthLevel{price(u"103"_s), units(u"0.6"_s)}));
    for (int i = 0; i < 100; ++i)
        venue.quote(u"99"_s, u"101"_s);
    QCOMPARE(venue.engine.book(0).levels(Side::Buy).size(), std::size_t(1)); // old quotes are gone
    QVERIFY(venue.engine.ordersOf(MatchingEngine::house).size() <= 2);
}

void TestMatchingEngine::refusals_data()
{
    QTest::addColumn<QString>("quantity");
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("expected");
    QTest::newRow("off the tick") << u"1"_s << u"100.005"_s << u"-1013 Filter failure: PRICE_FILTER"_s;
    QTest::newRow("no price") << u"1"_s << u"0"_s << u"-1013 Filter failure: PRICE_FILTER"_s;
    QTest::newRow("off the step") << u"0.000015"_s << u"100"_s << u"-1013 Filter failure: LOT_SIZE"_s;
    QTest::newRow("nothing") << u"0"_s << u"100"_s << u"-1013 Filter failure: LOT_SIZE"_s;
    QTest::newRow("below the least value") << u"0.04999"_s << u"100"_s << u"-1013 Filter failure: NOTIONAL"_s;
    QTest::newRow("exactly the least value") << u"0.05"_s << u"100"_s << QString();
    QTest::newRow("all the money") << u"1000"_s << u"100"_s << QString();
    QTest::newRow("a step more than all the money") << u"1000.00001"_s << u"100"_s
                                                    << u"-2010 Account has insufficient balance for requested action."_s;
}

void TestMatchingEngine::refusals()
{
    QFETCH(QString, quantity);
    QFETCH(QString, at);
    QFETCH(QString, expected);
    Venue venue;
    QCOMPARE(venue.refused(venue.ask(venue.anna, Side::Buy, quantity, at)), expected);
    NewOrder named = venue.ask(venue.ben, Side::Buy, u"1"_s, u"100"_s);
    named.clientOrderId = u"mine"_s;
    const OrderNumber first = venue.put(named);
    QCOMPARE(venue.refused(named), u"-2010 Duplicate order sent."_s);
    QVERIFY(!venue.engine.cancel(venue.ben, first, venue.now));
    QCOMPARE(venue.refused(named), QString()); // an id is free again when its order has ended
    QVERIFY(venue.engine.find(venue.ben, u"mine"_s) > first);
}

void TestMatchingEngine::depthChanges()
{
    Venue venue;
    QCOMPARE(venue.engine.takeChanges(0).firstUpdate, 0u);
    venue.put(venue.ask(venue.anna, Side::Buy, u"1"_s, u"100"_s));
    venue.put(venue.ask(venue.anna, Side::Buy, u"1"_s, u"100"_s));
    DepthChanges changes = venue.engine.takeChanges(0);
    QVERIFY(changes.bids == std::vector({DepthLevel{price(u"100"_s), units(u"2"_s)}}));
    QCOMPARE(changes.firstUpdate, 1u);
    QCOMPARE(changes.lastUpdate, 2u);
    venue.engine.tradeHouse(0, Side::Sell, price(u"100"_s), units(u"2"_s), venue.now);
    const DepthChanges next = venue.engine.takeChanges(0);
    QCOMPARE(next.firstUpdate, changes.lastUpdate + 1);
    QVERIFY(next.bids == std::vector({DepthLevel{price(u"100"_s), Quantity()}}));
}

// Whatever is sent: no balance below zero, locked is what open orders need, and no unit comes from nowhere.
void TestMatchingEngine::nothingIsMadeOrLost()
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Rng rng(seed);
        Venue venue({Ratio(), Ratio()});
        std::vector<OrderNumber> placed;
        for (int step = 0; step < 500; ++step) {
            venue.now = venue.now + std::chrono::milliseconds(rng.below(1'000));
            const AccountNumber account = rng.below(2) == 0 ? venue.anna : venue.ben;
            NewOrder order;
            order.account = account;
            order.side = rng.below(2) == 0 ? Side::Buy : Side::Sell;
            order.kind = OrderKind(rng.below(7));
            order.timeInForce = exchange::TimeInForce(rng.below(3));
            order.quantity = Quantity::fromRaw(std::int64_t(1 + rng.below(300)) * 1'000'000);
            order.price = Price::fromRaw(std::int64_t(9'500 + rng.below(1'000)) * 1'000'000);
            order.stopPrice = Price::fromRaw(std::int64_t(9'500 + rng.below(1'000)) * 1'000'000);
            if (!placed.empty() && rng.below(4) == 0) {
                (void)venue.engine.cancel(account, placed[rng.below(placed.size())], venue.now);
            } else if (rng.below(8) == 0) {
                NewOrder limit = order;
                limit.kind = OrderKind::LimitMaker;
                order.kind = OrderKind::StopLossLimit;
                (void)(rng.below(2) == 0 ? venue.engine.placeOco(limit, order, venue.now) : venue.engine.placeOto(limit, {order}, venue.now));
            } else if (const auto done = venue.engine.place(order, venue.now); std::holds_alternative<OrderNumber>(done)) {
                placed.push_back(std::get<OrderNumber>(done));
            }
            QVERIFY2(!venue.engine.book(0).isCrossed(), qPrintable(u"seed %1"_s.arg(seed)));
        }
        for (const auto &[asset, total] : {std::pair{u"BTC"_s, units(u"20"_s)}, std::pair{u"USDT"_s, units(u"200000"_s)}}) {
            Quantity sum;
            for (const AccountNumber account : {venue.anna, venue.ben})
                sum += venue.engine.balances(account).of(asset).free + venue.engine.balances(account).of(asset).locked;
            QVERIFY2(sum == total, qPrintable(u"seed %1: %2 of %3"_s.arg(QString::number(seed), toString(sum), asset)));
        }
        for (const AccountNumber account : {venue.anna, venue.ben}) {
            for (const OrderNumber number : venue.engine.openOrders(account))
                (void)venue.engine.cancel(account, number, venue.now);
            for (const auto &[asset, holding] : venue.engine.balances(account).all())
                QVERIFY2(holding.locked.isZero(), qPrintable(u"seed %1"_s.arg(seed)));
        }
        QVERIFY(venue.engine.book(0).levels(Side::Buy).empty() && venue.engine.book(0).levels(Side::Sell).empty());
        QVERIFY(venue.prints > 20);
    }
}

QTEST_APPLESS_MAIN(TestMatchingEngine)
#include "tst_matchingengine.moc"
