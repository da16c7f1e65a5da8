#include "core/sim/simbroker.h"

#include "core/base/rng.h"
#include "tests/core/sim/simvenue.h"

using namespace bellwether;
using namespace bellwether::test;

class TestSimBroker : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void marketFillsAtTheNextOpen();
    void marketFillsAtTheCloseThatCausedIt();
    void oneBarFillsOneOrder_data();
    void oneBarFillsOneOrder();
    void stopComesBeforeTargetInOneBar();
    void siblingNeverFillsInTheSameBar();
    void brokerOrderNeverFillsOnDataThatCausedIt();
    void barOfTheSameMomentOfAnotherInstrumentDoesNotFill();
    void derivedBarsDoNotFill();
    void participationSplitsAnOrder();
    void quotesFillAtTheirSide();
    void quotesSwitchBarsOff();
    void latencyDelaysArrivalAndCancel();
    void tradesFillLimitsThrough();
    void cancelledOrderDoesNotFill();
    void modifyChangesPriceAndQuantity();
    void dayOrderExpires();
    void immediateOrCancelKeepsNothing();
    void postOnlyNeverTakes();
    void ifTouchedFollowsQuotes();
    void refusals_data();
    void refusals();
    void saleBeyondPositionIsCancelledAtTheFill();
    void queryAnswers();
    void restoredBrokerGoesOn();
    void costsAreTalliedByKind();
    void filledNeverExceedsQuantity();
};

void TestSimBroker::marketFillsAtTheNextOpen()
{
    Venue venue;
    venue.bar(100, 102, 99, 101);
    venue.broker.submit(venue.order(1, Side::Buy, u"10"));
    QCOMPARE(venue.told(), QStringList());
    venue.bar(101.5, 103, 101, 102);
    QCOMPARE(venue.told(), QStringList{u"1 filled 10 @ 101.5"_s});
    QVERIFY(venue.reports.back().time == start + std::chrono::minutes(1)); // the moment the bar opened
    QCOMPARE(venue.reports.back().venueTradeId, u"SIM-000001"_s);
    QCOMPARE(toString(venue.broker.position(stock)), u"10"_s);
}

void TestSimBroker::marketFillsAtTheCloseThatCausedIt()
{
    SimBrokerSettings settings;
    settings.fillTiming = FillTiming::Close;
    Venue venue(settings);
    venue.bar(100, 102, 99, 101);
    venue.broker.submit(venue.order(1, Side::Buy, u"10"));
    QCOMPARE(venue.told(), QStringList{u"1 filled 10 @ 101"_s});
    QVERIFY(venue.reports.back().time == start + std::chrono::minutes(1));
    QCOMPARE(venue.broker.workingCount(), 0u);
}

void TestSimBroker::oneBarFillsOneOrder_data()
{
    QTest::addColumn<int>("type"); // 1 limit, 2 stop, 3 stop-limit, 4 market if touched, 5 limit if touched
    QTest::addColumn<bool>("isBuy");
    QTest::addColumn<double>("stop");
    QTest::addColumn<double>("limit");
    QTest::addColumn<QString>("filledAt"); // bar: open 100, high 105, low 95, close 102
    const auto row = [](const char *name, int type, bool isBuy, double stop, double limit, const QString &at) {
        QTest::newRow(name) << type << isBuy << stop << limit << at;
    };
    row("a buy limit inside the bar fills at its limit", 1, true, 0, 97, u"97"_s);
    row("a buy limit above the open fills at the open", 1, true, 0, 101, u"100"_s);
    row("a buy limit at the low fills", 1, true, 0, 95, u"95"_s);
    row("a buy limit below the low rests", 1, true, 0, 94.99, QString());
    row("a sell limit inside the bar fills at its limit", 1, false, 0, 104, u"104"_s);
    row("a sell limit below the open fills at the open", 1, false, 0, 98, u"100"_s);
    row("a sell limit above the high rests", 1, false, 0, 105.01, QString());
    row("a buy stop inside the bar fills at its stop", 2, true, 103, 0, u"103"_s);
    row("a buy stop that is gapped through fills at the open", 2, true, 99, 0, u"100"_s);
    row("a buy stop above the high rests", 2, true, 105.01, 0, QString());
    row("a sell stop inside the bar fills at its stop", 2, false, 96, 0, u"96"_s);
    row("a sell stop that is gapped through fills at the open", 2, false, 101, 0, u"100"_s);
    row("a sell stop below the low rests", 2, false, 94.99, 0, QString());
    row("a buy stop-limit with room fills at the stop", 3, true, 103, 104, u"103"_s);
    row("a buy stop-limit gapped within its limit fills at the open", 3, true, 99, 101, u"100"_s);
    row("a buy stop-limit gapped beyond its limit waits for the limit", 3, true, 98, 99, u"99"_s);
    row("a buy stop-limit below its stop fills only where the close proves the way back", 3, true, 104, 103, u"103"_s);
    row("a buy stop-limit whose limit is below the close waits", 3, true, 104, 101, QString());
    row("a sell stop-limit with room fills at the stop", 3, false, 97, 96, u"97"_s);
    row("a sell stop-limit not reached rests", 3, false, 94, 93, QString());
    row("a sale if touched inside the bar fills at its trigger", 4, false, 104, 0, u"104"_s);
    row("a sale if touched below the open fills at the open", 4, false, 98, 0, u"100"_s);
    row("a sale if touched above the high rests", 4, false, 105.01, 0, QString());
    row("a purchase if touched inside the bar fills at its trigger", 4, true, 96, 0, u"96"_s);
    row("a purchase if touched below the low rests", 4, true, 94.99, 0, QString());
    row("a purchase limit if touched with room fills at the trigger", 5, true, 97, 98, u"97"_s);
    row("a purchase limit if touched fills at its limit on the way on", 5, true, 97, 96, u"96"_s);
    row("a purchase limit if touched below the low is triggered and rests", 5, true, 97, 94, QString());
    row("a sale limit if touched not reached rests", 5, false, 106, 105, QString());
}

void TestSimBroker::oneBarFillsOneOrder()
{
    QFETCH(int, type);
    QFETCH(bool, isBuy);
    QFETCH(double, stop);
    QFETCH(double, limit);
    QFETCH(QString, filledAt);
    Venue venue;
    Order order = venue.order(1, isBuy ? Side::Buy : Side::Sell, u"10");
    order.type = std::array{OrderType::Limit, OrderType::Stop, OrderType::StopLimit, OrderType::MarketIfTouched, OrderType::LimitIfTouched}[std::size_t(type - 1)];
    order.limitPrice = Price::fromDouble(limit);
    order.stopPrice = Price::fromDouble(stop);
    venue.broker.submit(order);
    venue.bar(100, 105, 95, 102);
    QCOMPARE(venue.told(), filledAt.isEmpty() ? QStringList() : QStringList{u"1 filled 10 @ %1"_s.arg(filledAt)});
}

void TestSimBroker::stopComesBeforeTargetInOneBar()
{
    Venue venue;
    venue.broker.submit(venue.order(1, Side::Buy, u"10"));
    venue.bar(100, 100, 100, 100);
    // The engine's OCO: whatever child fills first, the other is cancelled inside the sink.
    venue.onReport = [&](const VenueReport &report) {
        if (report.kind == Kind::Filled && report.order.view() == "3")
            venue.broker.cancel(venue.limit(2, Side::Sell, u"10", u"105"));
    };
    venue.broker.submit(venue.limit(2, Side::Sell, u"10", u"105"));
    venue.broker.submit(venue.stop(3, Side::Sell, u"10", u"95"));
    venue.bar(100, 106, 94, 100);
    QCOMPARE(venue.told(), (QStringList{u"1 filled 10 @ 100"_s, u"3 filled 10 @ 95"_s, u"2 cancelled"_s}));
    QVERIFY(venue.broker.position(stock).isZero());
}

void TestSimBroker::siblingNeverFillsInTheSameBar()
{
    Venue venue;
    venue.broker.submit(venue.order(1, Side::Buy, u"10"));
    venue.bar(100, 100, 100, 100);
    Order target = venue.limit(2, Side::Sell, u"10", u"105");
    Order stop = venue.stop(3, Side::Sell, u"10", u"95");
    target.parent = stop.parent = OrderId{1};
    venue.broker.submit(target);
    venue.broker.submit(stop);
    venue.bar(100, 106, 94, 100);
    QCOMPARE(venue.told(), (QStringList{u"1 filled 10 @ 100"_s, u"3 filled 10 @ 95"_s}));
}

void TestSimBroker::brokerOrderNeverFillsOnDataThatCausedIt()
{
    // The bracket is submitted from inside the report of the entry's fill, in the middle of matching.
    Venue venue;
    venue.onReport = [&](const VenueReport &report) {
        if (report.kind == Kind::Filled && report.order.view() == "1") {
            for (int child = 2; child < 30; ++child)
                venue.broker.submit(venue.stop(child, Side::Sell, u"10", u"99"));
        }
    };
    venue.broker.submit(venue.order(1, Side::Buy, u"10"));
    venue.bar(100, 101, 98, 100);
    QCOMPARE(venue.told(), QStringList{u"1 filled 10 @ 100"_s});
    QCOMPARE(venue.broker.workingCount(), 28u);
}

void TestSimBroker::barOfTheSameMomentOfAnotherInstrumentDoesNotFill()
{
    Venue venue;
    venue.bar(50, 50, 50, 50, 1000, spot);          // the strategy decides on this one, at 10:01
    venue.broker.submit(venue.order(1, Side::Buy, u"10"));
    const Timestamp moment = venue.clock.now();
    const BarPoint sameMoment{moment, 100, 101, 99, 100, 1000};
    venue.broker.onMarket({2, stock, moment, TimedBar{Timeframe::M1, barOf(sameMoment)}});
    QCOMPARE(venue.told(), QStringList());
    venue.bar(102, 103, 101, 102);
    QCOMPARE(venue.told(), QStringList{u"1 filled 10 @ 102"_s});
}

void TestSimBroker::derivedBarsDoNotFill()
{
    Venue venue;
    venue.bar(100, 101, 99, 100);
    venue.broker.submit(venue.limit(1, Side::Buy, u"10", u"95"));
    venue.broker.onMarket({2, stock, venue.clock.now(), TimedBar{Timeframe::M5, barOf(BarPoint{venue.clock.now(), 90, 101, 89, 100, 1})}});
    QCOMPARE(venue.told(), QStringList());
}

void TestSimBroker::participationSplitsAnOrder()
{
    SimBrokerSettings settings;
    settings.barParticipation = ratio(u"0.1");
    Venue venue(settings);
    venue.broker.submit(venue.order(1, Side::Buy, u"250"));
    venue.bar(100, 101, 99, 100, 1009); // a tenth is 100.9, whole lots 100
    venue.bar(101, 101, 99, 100, 5);    // half a lot: nothing
    venue.bar(102, 103, 99, 100, 1200);
    venue.bar(103, 103, 99, 100, 0);    // a bar without volume fills nothing
    venue.bar(104, 105, 99, 100, 1000);
    QCOMPARE(venue.told(), (QStringList{u"1 filled 100 @ 100"_s, u"1 filled 120 @ 102"_s, u"1 filled 30 @ 104"_s}));
    QCOMPARE(toString(venue.broker.position(stock)), u"250"_s);
    QCOMPARE(venue.broker.workingCount(), 0u);
}

void TestSimBroker::quotesFillAtTheirSide()
{
    SimBrokerSettings settings;
    settings.quoteParticipation = ratio(u"0.5");
    settings.costs.spread = ratio(u"0.01"); // not charged: the quote has a spread of its own
    Venue venue(settings);
    venue.broker.submit(venue.order(1, Side::Buy, u"30"));
    venue.broker.submit(venue.order(2, Side::Sell, u"10"));
    venue.quote(u"99", u"101", u"100", u"40");
    QCOMPARE(venue.told(), (QStringList{u"1 filled 20 @ 101"_s, u"2 filled 10 @ 99"_s}));
    venue.quote(u"102", u"100"); // crossed: nobody trades on it
    venue.quote(u"0", u"0");
    QCOMPARE(venue.told().size(), 2);
    venue.quote(u"100", u"102");
    QCOMPARE(venue.told().back(), u"1 filled 10 @ 102"_s);
    // A stop is triggered by the side it trades at; a limit that has rested fills at its limit.
    venue.broker.submit(venue.stop(3, Side::Sell, u"5", u"98"));
    venue.broker.submit(venue.limit(4, Side::Buy, u"5", u"97"));
    venue.quote(u"98.5", u"99");
    QCOMPARE(venue.told().size(), 3);
    venue.quote(u"96", u"96.5");
    QCOMPARE(venue.told().mid(3), (QStringList{u"3 filled 5 @ 96"_s, u"4 filled 5 @ 97"_s}));
}

void TestSimBroker::quotesSwitchBarsOff()
{
    Venue venue;
    venue.quote(u"99", u"101");
    venue.broker.submit(venue.order(1, Side::Buy, u"1"));
    venue.bar(100, 101, 99, 100);
    QCOMPARE(venue.told(), QStringList());
    venue.quote(u"99", u"101");
    QCOMPARE(venue.told(), QStringList{u"1 filled 1 @ 101"_s});
}

void TestSimBroker::latencyDelaysArrivalAndCancel()
{
    SimBrokerSettings settings;
    settings.latency = std::chrono::milliseconds(150);
    Venue venue(settings);
    venue.broker.submit(venue.order(1, Side::Buy, u"1"));
    venue.quote(u"99", u"101"); // 100 ms after the submit
    QCOMPARE(venue.told(), QStringList());
    venue.quote(u"100", u"102"); // 200 ms
    QCOMPARE(venue.told(), QStringList{u"1 filled 1 @ 102"_s});

    venue.broker.submit(venue.limit(2, Side::Buy, u"1", u"90"));
    venue.quote(u"99", u"101");
    venue.quote(u"99", u"101");
    venue.broker.cancel(venue.limit(2, Side::Buy, u"1", u"90"));
    venue.quote(u"88", u"89"); // 100 ms after the cancel left: the fill wins the race
    QCOMPARE(venue.told().back(), u"2 filled 1 @ 90"_s);

    venue.broker.submit(venue.limit(3, Side::Buy, u"1", u"80"));
    venue.broker.cancel(venue.limit(3, Side::Buy, u"1", u"80"));
    venue.clock.advanceTo(venue.clock.now() + std::chrono::milliseconds(149));
    venue.broker.onTime(venue.clock.now());
    QCOMPARE(venue.told().size(), 2);
    venue.clock.advanceTo(venue.clock.now() + std::chrono::milliseconds(1));
    venue.broker.onTime(venue.clock.now());
    QCOMPARE(venue.told().back(), u"3 cancelled"_s);
}

void TestSimBroker::tradesFillLimitsThrough()
{
    SimBrokerSettings settings;
    settings.tradeParticipation = ratio(u"1");
    Venue venue(settings);
    venue.broker.submit(venue.limit(1, Side::Buy, u"150", u"100"));
    venue.trade(u"101");
    venue.trade(u"100"); // touched, not through
    QCOMPARE(venue.told(), QStringList());
    venue.trade(u"99.5");
    venue.trade(u"99", u"60");
    QCOMPARE(venue.told(), (QStringList{u"1 filled 100 @ 100"_s, u"1 filled 50 @ 100"_s}));
    venue.broker.submit(venue.limit(2, Side::Buy, u"10", u"100")); // arrives above the market
    venue.broker.submit(venue.order(3, Side::Sell, u"10"));
    venue.broker.submit(venue.stop(4, Side::Sell, u"10", u"98.5"));
    venue.trade(u"98");
    QCOMPARE(venue.told().mid(2), (QStringList{u"2 filled 10 @ 98"_s, u"3 filled 10 @ 98"_s, u"4 filled 10 @ 98"_s}));

    settings.tradeLimitFill = LimitFill::AtTouch;
    Venue touching(settings);
    touching.broker.submit(touching.limit(1, Side::Buy, u"10", u"100"));
    touching.trade(u"101");
    touching.trade(u"100");
    QCOMPARE(touching.told(), QStringList{u"1 filled 10 @ 100"_s});
}

void TestSimBroker::cancelledOrderDoesNotFill()
{
    Venue venue;
    const Order order = venue.limit(1, Side::Buy, u"10", u"100");
    venue.broker.submit(order);
    venue.broker.cancel(order);
    venue.bar(99, 99, 99, 99);
    venue.broker.cancel(order);
    QCOMPARE(venue.told(), (QStringList{u"1 cancelled"_s, u"1 refused"_s}));
}

void TestSimBroker::modifyChangesPriceAndQuantity()
{
    Venue venue;
    const Order order = venue.limit(1, Side::Buy, u"10", u"90");
    venue.broker.submit(order);
    venue.broker.modify(order, {price(u"95.005"), {}});
    venue.broker.modify(order, {{}, quantity(u"2.5")});
    QCOMPARE(venue.told(), (QStringList{u"1 refused"_s, u"1 refused"_s}));
    venue.broker.modify(order, {price(u"95"), quantity(u"4")});
    venue.bar(97, 98, 94, 97);
    QCOMPARE(venue.told().mid(2), (QStringList{u"1 modified"_s, u"1 filled 4 @ 95"_s}));
    venue.broker.modify(order, {price(u"96"), {}});
    QCOMPARE(venue.told().back(), u"1 refused"_s);
}

void TestSimBroker::dayOrderExpires()
{
    Venue venue;
    Order order = venue.limit(1, Side::Buy, u"10", u"90");
    order.timeInForce = TimeInForce::Day;
    venue.broker.submit(order);
    venue.broker.onTime(utcMidnight(2024, 1, 3) - Duration(1));
    QCOMPARE(venue.told(), QStringList());
    venue.broker.onTime(utcMidnight(2024, 1, 3));
    QCOMPARE(venue.told(), QStringList{u"1 expired"_s});
}

void TestSimBroker::immediateOrCancelKeepsNothing()
{
    SimBrokerSettings settings;
    settings.quoteParticipation = ratio(u"1");
    Venue venue(settings);
    Order order = venue.limit(1, Side::Buy, u"10", u"100");
    order.timeInForce = TimeInForce::ImmediateOrCancel;
    venue.broker.submit(order);
    venue.quote(u"99", u"100", u"5", u"4");
    QCOMPARE(venue.told(), (QStringList{u"1 filled 4 @ 100"_s, u"1 expired"_s}));
}

void TestSimBroker::postOnlyNeverTakes()
{
    Venue venue;
    Order taker = venue.limit(1, Side::Buy, u"10", u"100");
    taker.timeInForce = TimeInForce::PostOnly;
    Order maker = venue.limit(2, Side::Buy, u"10", u"98");
    maker.timeInForce = TimeInForce::PostOnly;
    venue.broker.submit(taker);
    venue.broker.submit(maker);
    venue.quote(u"99", u"100");
    QCOMPARE(venue.told(), QStringList{u"1 expired"_s});
    venue.quote(u"97", u"98");
    QCOMPARE(venue.told(), (QStringList{u"1 expired"_s, u"2 filled 10 @ 98"_s}));
}

void TestSimBroker::ifTouchedFollowsQuotes()
{
    Venue venue;
    Order order = venue.stop(1, Side::Buy, u"10", u"95");
    order.type = OrderType::LimitIfTouched;
    order.limitPrice = price(u"94");
    venue.broker.submit(order);
    venue.quote(u"99", u"100"); // above the trigger
    venue.quote(u"94", u"95");  // touched, and dearer than the limit
    QCOMPARE(venue.told(), QStringList());
    venue.quote(u"96", u"97");  // away again: it stays triggered
    venue.quote(u"93", u"94");
    QCOMPARE(venue.told(), QStringList{u"1 filled 10 @ 94"_s});
}

void TestSimBroker::refusals_data()
{
    QTest::addColumn<QString>("instrument");
    QTest::addColumn<int>("side");
    QTest::addColumn<QString>("size");
    QTest::addColumn<QString>("limit");
    QTest::addColumn<QString>("reason"); // empty: accepted
    const auto row = [](const char *name, const char *instrument, Side side, const char16_t *size, const char16_t *limit, const char16_t *reason) {
        QTest::newRow(name) << QString::fromLatin1(instrument) << int(side) << QString::fromUtf16(size)
                            << QString::fromUtf16(limit) << QString::fromUtf16(reason);
    };
    row("an order within every rule is accepted", "BINANCE:BTCUSDT", Side::Buy, u"0.5", u"10", u"");
    row("one unit off the tick is rejected", "BINANCE:BTCUSDT", Side::Buy, u"0.5", u"10.00000001", u"tick");
    row("a negative price is rejected", "BINANCE:BTCUSDT", Side::Buy, u"0.5", u"-10", u"tick");
    row("off the lot is rejected", "BINANCE:BTCUSDT", Side::Buy, u"0.5005", u"10", u"lot");
    row("zero quantity is rejected", "BINANCE:BTCUSDT", Side::Buy, u"0", u"10", u"lot");
    row("one lot below the minimum notional is rejected", "BINANCE:BTCUSDT", Side::Buy, u"0.499", u"10", u"minimum");
    row("a sale without a holding is rejected", "BINANCE:BTCUSDT", Side::Sell, u"0.5", u"10", u"sold short");
    row("a short sale is accepted where the instrument allows it", "NASDAQ:GOOG", Side::Sell, u"5", u"10", u"");
    row("an index cannot be traded", "NSE:NIFTY", Side::Buy, u"1", u"10", u"index");
    row("an unknown instrument is rejected", "NSE:NOBODY", Side::Buy, u"1", u"10", u"unknown");
}

void TestSimBroker::refusals()
{
    QFETCH(QString, instrument);
    QFETCH(int, side);
    QFETCH(QString, size);
    QFETCH(QString, limit);
    QFETCH(QString, reason);
    Venue venue;
    Order order = venue.order(1, Side(side), u"1");
    order.instrument = InstrumentId(instrument);
    order.type = OrderType::Limit;
    order.quantity = quantity(size);
    order.limitPrice = price(limit);
    venue.broker.submit(order);
    QCOMPARE(venue.reports.size(), 1u);
    QCOMPARE(venue.reports[0].kind, reason.isEmpty() ? Kind::Accepted : Kind::Rejected);
    QVERIFY2(venue.reports[0].reason.contains(reason), qPrintable(venue.reports[0].reason));
}

void TestSimBroker::saleBeyondPositionIsCancelledAtTheFill()
{
    Venue venue;
    venue.broker.restore({{InstrumentId(u"BINANCE:BTCUSDT"_s), quantity(u"0.5")}}, {}, 0, 0);
    venue.broker.submit(venue.order(1, Side::Sell, u"0.5", spot));
    venue.broker.submit(venue.order(2, Side::Sell, u"0.4", spot)); // both were covered when they came
    venue.bar(100, 100, 100, 100, 1000, spot);
    QCOMPARE(venue.told(), (QStringList{u"1 filled 0.5 @ 100"_s, u"2 cancelled"_s}));
    QVERIFY(venue.broker.position(spot).isZero());

    SimBrokerSettings settings;
    settings.allowShort = true;
    Venue lenient(settings);
    lenient.broker.submit(lenient.order(1, Side::Sell, u"0.5", spot));
    lenient.bar(100, 100, 100, 100, 1000, spot);
    QCOMPARE(toString(lenient.broker.position(spot)), u"-0.5"_s);
}

void TestSimBroker::queryAnswers()
{
    Venue venue;
    const Order resting = venue.limit(1, Side::Buy, u"10", u"90");
    const Order filled = venue.order(2, Side::Buy, u"10");
    venue.broker.submit(resting);
    venue.broker.submit(filled);
    venue.bar(100, 100, 100, 100);
    venue.reports.clear();
    venue.broker.query(resting);
    venue.broker.query(filled);
    venue.broker.query(venue.order(3, Side::Buy, u"10"));
    QCOMPARE(venue.reports[0].kind, Kind::Accepted);
    QCOMPARE(venue.reports[1].kind, Kind::Filled);
    QCOMPARE(venue.reports[1].venueTradeId, u"SIM-000001"_s); // the same trade, so it counts once
    QCOMPARE(venue.reports[2].kind, Kind::Absent);
}

void TestSimBroker::restoredBrokerGoesOn()
{
    Venue venue;
    Order order = venue.limit(7, Side::Sell, u"10", u"105");
    using Event = OrderEvent::Kind;
    for (const Event kind : {Event::PassedChecks, Event::IntentCommitted, Event::SendStarted, Event::Accepted})
        QVERIFY(order.apply({kind, start}));
    QVERIFY(order.apply({Event::Filled, start, quantity(u"4"), price(u"105")}));
    venue.broker.restore({{InstrumentId(u"NASDAQ:GOOG"_s), quantity(u"6")}}, {order}, 12, 41);
    QCOMPARE(venue.reports.size(), 0u);
    QCOMPARE(venue.broker.workingCount(), 1u);
    venue.bar(100, 106, 100, 106);
    QCOMPARE(venue.told(), QStringList{u"7 filled 6 @ 105"_s});
    QCOMPARE(venue.reports.back().venueTradeId, u"SIM-000042"_s);
    QVERIFY(venue.broker.position(stock).isZero());
}

void TestSimBroker::costsAreTalliedByKind()
{
    SimBrokerSettings settings;
    settings.costs.spread = ratio(u"0.002");
    settings.costs.slippage = {.kind = SlippageModel::Kind::Fixed, .amount = price(u"0.05")};
    settings.costs.commission = CostSchedule::percent(ratio(u"0.001"));
    Venue venue(settings);
    QCOMPARE(toString(venue.broker.marketFillPrice(stock, Side::Buy, OrderRole::Entry, price(u"100"))), u"100.25"_s);
    venue.broker.submit(venue.order(1, Side::Buy, u"10"));
    venue.bar(100, 101, 99, 100);
    QCOMPARE(venue.told(), QStringList{u"1 filled 10 @ 100.25"_s});
    QCOMPARE(toString(venue.reports.back().commission), u"1.0025 USDT"_s);
    Order exit = venue.order(2, Side::Sell, u"10");
    exit.role = OrderRole::Exit;
    venue.broker.submit(exit);
    venue.bar(100, 101, 99, 100);
    QCOMPARE(venue.told().back(), u"2 filled 10 @ 99.95"_s);
    QCOMPARE(venue.broker.costs().size(), 1u);
    const CostBreakdown &costs = venue.broker.costs()[0];
    QCOMPARE(toString(costs.of(CostKind::Spread)), u"2 USDT"_s);
    QCOMPARE(toString(costs.of(CostKind::Slippage)), u"1 USDT"_s);
    QCOMPARE(toString(costs.of(CostKind::Commission)), u"2.002 USDT"_s); // 1002.5 and 999.5
}

// I03, with cancels and modifications at random moments and every kind of data.
void TestSimBroker::filledNeverExceedsQuantity()
{
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        Rng rng(seed);
        SimBrokerSettings settings;
        settings.barParticipation = settings.quoteParticipation = settings.tradeParticipation = ratio(u"0.3");
        settings.latency = std::chrono::milliseconds(rng.below(2) * 120);
        Venue venue(settings);
        std::map<QString, Order> orders;
        std::map<QString, Quantity> filled;
        Quantity position;
        venue.onReport = [&](const VenueReport &report) {
            Order &order = orders.at(report.order.toString());
            using Event = OrderEvent::Kind;
            if (report.kind == Kind::Accepted)
                QVERIFY(order.apply({Event::Accepted, report.time}));
            if (report.kind == Kind::Cancelled)
                QVERIFY(order.apply({Event::Cancelled, report.time}));
            if (report.kind != Kind::Filled)
                return;
            const auto applied = order.apply({Event::Filled, report.time, report.quantity, report.price});
            QVERIFY2(applied, qPrintable(u"seed %1: %2"_s.arg(seed).arg(applied ? QString() : applied.error().detail)));
            filled[report.order.toString()] += report.quantity;
            position = order.side == Side::Buy ? position + report.quantity : position - report.quantity;
        };
        const bool usesQuotes = rng.below(2) == 0;
        double level = 100;
        for (int number = 1; number <= 300; ++number) {
            level *= 1 + 0.004 * rng.normal();
            const double tickLevel = std::round(level * 100) / 100;
            const auto text = [](double value) { return toString(Price::fromDouble(std::round(value * 100) / 100)); };
            const QString low = text(tickLevel - 0.1);
            const QString high = text(tickLevel + 0.1);
            if (usesQuotes && rng.below(2) == 0)
                venue.quote(reinterpret_cast<const char16_t *>(low.utf16()), reinterpret_cast<const char16_t *>(high.utf16()));
            else if (usesQuotes)
                venue.trade(reinterpret_cast<const char16_t *>(low.utf16()), u"50");
            else
                venue.bar(tickLevel, tickLevel + 0.5, tickLevel - 0.5, tickLevel, double(rng.below(200)));
            Order order = venue.order(number, rng.below(2) ? Side::Buy : Side::Sell, u"1");
            order.quantity = Quantity::fromInt(std::int64_t(1 + rng.below(60)));
            order.type = OrderType(rng.below(4));
            order.limitPrice = order.stopPrice = price(text(tickLevel + rng.uniform(-1, 1)));
            using Event = OrderEvent::Kind;
            for (const Event kind : {Event::PassedChecks, Event::IntentCommitted, Event::SendStarted})
                QVERIFY(order.apply({kind, venue.clock.now()}));
            orders.emplace(QString::number(number), order);
            venue.broker.submit(order);
            if (rng.below(3) == 0)
                venue.broker.cancel(orders.at(QString::number(1 + rng.below(std::uint64_t(number)))));
        }
        for (const auto &[id, quantityFilled] : filled)
            QVERIFY(orders.at(id).filledQuantity() == quantityFilled);
        QVERIFY(venue.broker.position(stock) == position);
        QVERIFY2(filled.size() > 50, qPrintable(u"seed %1 filled %2 orders"_s.arg(seed).arg(filled.size())));
    }
}

QTEST_APPLESS_MAIN(TestSimBroker)
#include "tst_simbroker.moc"
