#include "core/exchange/barmarket.h"

#include <QTest>

using namespace bellwether;
using namespace bellwether::exchange;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Price price(const QString &text) { return *parsePrice(text); }
Quantity units(const QString &text) { return *parseQuantity(text); }

/// Four minutes of a coin: one of history, three to play.
BarMarket::Series series()
{
    BarColumns bars;
    const Timestamp old = Timestamp::fromSeconds(1'600'000'020);
    bars.append(BarPoint{old + 1min, 100, 101, 99, 100, 4});
    bars.append(BarPoint{old + 2min, 100, 110, 95, 105, 8});
    bars.append(BarPoint{old + 3min, 105, 106, 90, 92, 4});
    bars.append(BarPoint{old + 5min, 92, 93, 91, 93, 4}); // a minute is missing before it
    return {0, bars, 1min, 1};
}

} // namespace

/// Stored bars as a venue's market.
class TestBarMarket : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void barsComeBack();
    void ordersTradeWithTheBars();
    void aDenseMarketKeepsItsClock();
};

void TestBarMarket::barsComeBack()
{
    SpotVenue venue({ListedSymbol{.symbol = u"BTCUSDT"_s, .base = u"BTC"_s, .quote = u"USDT"_s}}, {});
    const Timestamp start = Timestamp::fromSeconds(1'700'000'040); // a whole minute
    BarMarket market(venue, {series()}, start + 7s, 1);
    QVERIFY(market.clock().now() == start);
    QCOMPARE(venue.bars(0).size(), std::size_t(1));
    QVERIFY(venue.bars(0).closeTime[0] == start);
    market.playTo(start + 30s);
    QCOMPARE(venue.tape(0).size(), std::size_t(3)); // open, low, high: at 0, 15 and 30 seconds
    QVERIFY(venue.tape(0)[1].print.price == price(u"95"_s) && venue.tape(0)[2].print.price == price(u"110"_s));
    QVERIFY(!market.isOver());
    market.playTo(start + 10min);
    QVERIFY(market.isOver());
    QVERIFY(market.clock().now() == start + 10min);
    const BarColumns wanted = series().bars;
    const BarColumns &bars = venue.bars(0);
    QCOMPARE(bars.size(), wanted.size());
    for (std::size_t row = 0; row < bars.size(); ++row) {
        QVERIFY(bars.closeTime[row] - start == wanted.closeTime[row] - wanted.closeTime[0]);
        QCOMPARE(bars.open[row], wanted.open[row]);
        QCOMPARE(bars.high[row], wanted.high[row]);
        QCOMPARE(bars.low[row], wanted.low[row]);
        QCOMPARE(bars.close[row], wanted.close[row]);
        QCOMPARE(bars.volume[row], wanted.volume[row]);
    }
}

void TestBarMarket::ordersTradeWithTheBars()
{
    SpotVenue venue({ListedSymbol{.symbol = u"BTCUSDT"_s, .base = u"BTC"_s, .quote = u"USDT"_s}}, {});
    const AccountNumber anna = venue.addAccount({u"anna"_s, "key", "secret"});
    venue.engine().deposit(anna, u"USDT"_s, units(u"1000"_s));
    const Timestamp start = Timestamp::fromSeconds(1'700'000'040);
    BarMarket market(venue, {series()}, start, 1);
    market.playTo(start);
    const auto placed = venue.engine().place({.account = anna, .side = Side::Buy, .quantity = units(u"1"_s), .price = price(u"96"_s)}, start);
    const OrderNumber order = std::get<OrderNumber>(placed);
    QVERIFY(venue.engine().order(order).status == OrderStatus::New);
    market.playTo(start + 15s); // the low of 95
    QVERIFY(venue.engine().order(order).status == OrderStatus::Filled);
    QVERIFY(venue.ownTrades(anna).front().execution.price == price(u"96"_s));
}

// Two minutes of bars in each minute of the venue's: prints at 0, 7.5 and 15 seconds in place of 0, 15 and 30.
void TestBarMarket::aDenseMarketKeepsItsClock()
{
    SpotVenue venue({ListedSymbol{.symbol = u"BTCUSDT"_s, .base = u"BTC"_s, .quote = u"USDT"_s}}, {});
    const Timestamp start = Timestamp::fromSeconds(1'700'000'040);
    BarMarket market(venue, {series()}, start, 1, 2);
    market.playTo(start + 15s);
    QVERIFY(market.clock().now() == start + 15s);
    QCOMPARE(venue.tape(0).size(), std::size_t(3));
    QVERIFY(venue.tape(0)[1].print.price == price(u"95"_s));
    QVERIFY(venue.tape(0)[1].print.time == start + 7500ms);
    QVERIFY(venue.bars(0).closeTime[0] == start); // its history is not squeezed
    market.playTo(start + 112s);
    QVERIFY(!market.isOver()); // the last print is due at 3:45 of the bars, so at 112.5 seconds
    market.playTo(start + 113s);
    QVERIFY(market.isOver());
}

QTEST_GUILESS_MAIN(TestBarMarket)
#include "tst_barmarket.moc"
