#include "tests/core/engine/enginebed.h"

using namespace Qt::StringLiterals;
using namespace bellwether;
using namespace bellwether::test;

namespace {

const InstrumentId share{std::string_view("TEST:SHARE")};
const Currency rupee{std::string_view("INR")};
// A Wednesday, 12:00 in India; the session ends at 15:30.
const Timestamp noon = utcMidnight(2024, 1, 3) + std::chrono::minutes(6 * 60 + 30);

Money inr(const char16_t *text) { return {usdt(text).amount, rupee}; }

Instrument rupeeShare()
{
    Instrument made = aShare();
    made.currency = rupee;
    made.notionalMin = inr(u"0");
    made.calendar = u"nse"_s;
    return made;
}

EngineConfig indianConfig()
{
    EngineConfig config = bedConfig();
    config.startingCash = inr(u"100000");
    config.calendar = *ExchangeCalendar::find(u"nse");
    return config;
}

/// An account in rupees on one share of the NSE.
struct IndianBed {
    explicit IndianBed(EngineConfig config = indianConfig(), std::vector<JournalEntry> past = {})
        : clock(noon), engine(std::move(config), aCatalogue({rupeeShare()}), {*ExchangeCalendar::find(u"nse")}, clock, broker, journal)
    {
        broker.time = noon;
        journal.entries = past;
        if (!engine.recover(past))
            qFatal("the journal is read");
        engine.start(false);
        price(u"100");
    }
    void price(const char16_t *at) { engine.onMarket({++sequence, 0, clock.now(), TapeTrade{clock.now(), test::price(at), quantity(u"1000")}}); }
    void advance(Duration by)
    {
        clock.advanceTo(clock.now() + by);
        broker.time = clock.now();
    }
    Result<OrderId> order(Side side, Product product, const char16_t *size = u"10")
    {
        OrderRequest request;
        request.instrument = share;
        request.side = side;
        request.product = product;
        request.quantity = quantity(size);
        request.bracketStop = test::price(side == Side::Buy ? u"95" : u"105");
        return engine.submitOrder(request);
    }
    void fill()
    {
        const Order entry = broker.submitted.back();
        broker.accept(entry);
        VenueReport report;
        report.kind = VenueReport::Kind::Filled;
        report.order = entry.clientId;
        report.time = clock.now();
        report.venueTradeId = u"T%1"_s.arg(entry.id.value);
        report.price = test::price(u"100");
        report.quantity = entry.quantity;
        report.commission = inr(u"0");
        broker.tellForeign(report);
        for (const Order &each : std::vector<Order>(broker.submitted)) {
            if (each.role == OrderRole::StopLoss)
                broker.accept(each);
        }
    }
    const Order &last() const { return *engine.state().orders().find(OrderId{engine.state().nextOrderId().value - 1}); }

    SimClock clock;
    FakeBroker broker;
    SlowJournal journal;
    TradingEngine engine;
    std::uint64_t sequence = 0;
};

} // namespace

class TestProducts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theTradersOrder_isIntraday_whereItNamesNothing()
    {
        IndianBed bed;
        QVERIFY(bed.order(Side::Buy, Product::None).has_value());
        COMPARE(bed.broker.submitted.back().product, Product::Intraday);
    }

    void whatProtectsAndCloses_hasTheProductOfItsEntry()
    {
        IndianBed bed;
        QVERIFY(bed.order(Side::Buy, Product::Delivery).has_value());
        bed.fill();
        COMPARE(bed.last().role, OrderRole::StopLoss);
        COMPARE(bed.last().product, Product::Delivery);
        COMPARE(bed.engine.snapshot({})->positions.front().product, Product::Delivery);
        QVERIFY(bed.engine.closePosition({StrategyId(std::string_view("manual")), share}).has_value());
        COMPARE(bed.last().role, OrderRole::Exit);
        COMPARE(bed.last().product, Product::Delivery);
    }

    void aSignal_tradesByTheCategoryOfItsStrategy_data()
    {
        QTest::addColumn<StrategyId>("strategy");
        QTest::addColumn<StrategyCategory>("category");
        QTest::addColumn<Product>("product");
        QTest::newRow("day trading is intraday") << alpha << StrategyCategory::DayTrading << Product::Intraday;
        QTest::newRow("long term is delivery") << beta << StrategyCategory::LongTerm << Product::Delivery;
    }
    void aSignal_tradesByTheCategoryOfItsStrategy()
    {
        QFETCH(const StrategyId, strategy);
        QFETCH(const StrategyCategory, category);
        QFETCH(const Product, product);
        IndianBed bed;
        TradeSignal signal;
        signal.strategy = strategy;
        signal.category = category;
        signal.instrument = share;
        signal.time = bed.clock.now();
        signal.side = Side::Buy;
        signal.referencePrice = 100;
        signal.stop = signal.target = std::numeric_limits<double>::quiet_NaN();
        signal.confidence = 80;
        const SignalId id = bed.engine.state().nextSignalId();
        bed.engine.onSignal(signal);
        QVERIFY(bed.engine.approveSignal(id, 1).has_value());
        COMPARE(bed.broker.submitted.front().product, product);
    }

    void aSignalToSellShort_isRefusedWhereItsStrategyHoldsForDelivery_data()
    {
        QTest::addColumn<StrategyId>("strategy");
        QTest::addColumn<StrategyCategory>("category");
        QTest::addColumn<bool>("isAllowed");
        QTest::newRow("day trading sells short as MIS") << alpha << StrategyCategory::DayTrading << true;
        QTest::newRow("long term cannot: shares that are not held cannot be delivered") << beta << StrategyCategory::LongTerm << false;
    }
    void aSignalToSellShort_isRefusedWhereItsStrategyHoldsForDelivery()
    {
        QFETCH(const StrategyId, strategy);
        QFETCH(const StrategyCategory, category);
        QFETCH(const bool, isAllowed);
        IndianBed bed;
        TradeSignal signal;
        signal.strategy = strategy;
        signal.category = category;
        signal.instrument = share;
        signal.time = bed.clock.now();
        signal.side = Side::Sell;
        signal.referencePrice = 100;
        signal.stop = signal.target = std::numeric_limits<double>::quiet_NaN();
        signal.confidence = 80;
        const SignalId id = bed.engine.state().nextSignalId();
        bed.engine.onSignal(signal);
        const auto approved = bed.engine.approveSignal(id, 1);
        COMPARE(approved.has_value(), isAllowed);
        if (isAllowed)
            COMPARE(bed.broker.submitted.front().product, Product::Intraday);
        else
            QVERIFY2(approved.error().detail.contains(u"CNC cannot be sold short"_s), qPrintable(approved.error().detail));
        COMPARE(bed.broker.submitted.size(), isAllowed ? 1u : 0u);
    }

    void theGate_refusesWhatTheProductForbids()
    {
        IndianBed bed;
        QVERIFY(!bed.order(Side::Buy, Product::Carry)); // of derivatives only
        QVERIFY(!bed.order(Side::Sell, Product::Delivery)); // not held
        QVERIFY(bed.order(Side::Buy, Product::Delivery).has_value());
        QVERIFY(!bed.order(Side::Buy, Product::Intraday)); // at work as delivery
        bed.fill();
        const auto mixed = bed.order(Side::Buy, Product::Intraday);
        QVERIFY(!mixed.has_value());
        QVERIFY2(mixed.error().detail.contains(u"held as CNC"_s), qPrintable(mixed.error().detail));
        QVERIFY(bed.order(Side::Buy, Product::Delivery).has_value());
    }

    void intraday_isSquaredOff_deliveryIsNot_data()
    {
        QTest::addColumn<Product>("product");
        QTest::addColumn<int>("exits");
        QTest::newRow("MIS, 20 minutes before the close") << Product::Intraday << 1;
        QTest::newRow("CNC is held over the night") << Product::Delivery << 0;
    }
    void intraday_isSquaredOff_deliveryIsNot()
    {
        QFETCH(const Product, product);
        IndianBed bed;
        QVERIFY(bed.order(Side::Buy, product).has_value());
        bed.fill();
        const auto exits = [&] { return int(std::ranges::count(bed.broker.submitted, OrderRole::Exit, &Order::role)); };
        bed.advance(std::chrono::minutes(189)); // 15:09
        bed.price(u"100");
        QCOMPARE(exits(), 0);
        bed.advance(std::chrono::minutes(1));
        bed.price(u"100");
        confirmCancels(bed.broker, bed.engine);
        QTEST(exits(), "exits");
    }

    void aRestart_knowsTheProductOfWhatIsHeld()
    {
        IndianBed bed;
        QVERIFY(bed.order(Side::Buy, Product::Delivery).has_value());
        bed.fill();
        IndianBed again(indianConfig(), bed.journal.entries);
        COMPARE(again.engine.snapshot({})->positions.front().product, Product::Delivery);
        const auto mixed = again.order(Side::Buy, Product::Intraday);
        QVERIFY(!mixed.has_value());
        QVERIFY2(mixed.error().detail.contains(u"held as CNC"_s), qPrintable(mixed.error().detail));
    }

    // Ten at 100 intraday with a margin of a fifth tie up 200; the other 800 can be used again.
    void marginFreesCash_ofIntradayOrdersOnly()
    {
        EngineConfig config = indianConfig();
        config.limits.intradayMargin = 0.2;
        IndianBed bed(config);
        OrderRequest request;
        request.instrument = share;
        request.quantity = quantity(u"10");
        request.product = Product::Intraday;
        COMPARE(bed.engine.previewOrder(request)->margin, inr(u"200"));
        request.product = Product::Delivery;
        COMPARE(bed.engine.previewOrder(request)->margin, inr(u"1000"));
        QVERIFY(bed.order(Side::Buy, Product::Intraday).has_value());
        COMPARE(bed.engine.previewOrder(request)->cashFree, inr(u"99800")); // while it works
        bed.fill();
        COMPARE(bed.engine.previewOrder(request)->cashFree, inr(u"99800")); // and when it is held
    }
};

QTEST_APPLESS_MAIN(TestProducts)
#include "tst_products.moc"
