#include "core/risk/riskgate.h"
#include "tests/support/builders.h"
#include "tests/support/compare.h"

#include <limits>

using namespace Qt::StringLiterals;
using namespace bellwether;
using namespace bellwether::test;

namespace {

const Timestamp noon = utcMidnight(2024, 1, 3) + std::chrono::hours(12); // a Wednesday

/// A buy of 10 at 100 in an account of 100 000 that every rule allows; a test moves one thing.
struct Scene {
    Instrument instrument = aShare();
    RiskLimits limits = RiskLimits::conservative();
    Order order = anOrder().buy(u"10");
    RiskView view{order, instrument, limits, ExchangeCalendar::crypto(), noon};

    Scene()
    {
        instrument.sector = u"Energy"_s;
        view.last = price(u"100");
        view.lastAt = noon;
        view.tradedValue20d = 1e6;
        view.equity = view.cash = usdt(u"100000");
        view.grossExposure = view.sectorExposure = usdt(u"0");
        view.heldAgainst = quantity(u"10");
    }
    Q_DISABLE_COPY_MOVE(Scene)
    QString refusal() const
    {
        const auto denial = checkOrder(view);
        return denial ? denial->rule : QString();
    }
};
using Change = std::function<void(Scene &)>;

} // namespace

class TestRiskGate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rule_data();
    void rule();
    void aReducingOrderPassesEveryEntryRule_data() { rule_data(); }
    void aReducingOrderPassesEveryEntryRule();
    void aReducingOrderMustNotFlip();
    void notANumberNeverAllows_data();
    void notANumberNeverAllows();
    void indianSession_data();
    void indianSession();
    void allRefusalsAreListed();
    void loweringALimitLetsNothingMoreThrough();
};

// R05: at the limit allowed, one unit above denied.
void TestRiskGate::rule_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("denied");
    const auto row = [](const char *name, const QString &denied, Change change) { QTest::newRow(name) << std::move(change) << denied; };

    row("an ordinary entry is allowed", {}, [](Scene &) {});
    row("I14: a latched kill switch denies", u"kill_latch"_s, [](Scene &s) { s.view.isKilled = true; });
    row("R01: a daily loss halt denies", u"daily_loss"_s, [](Scene &s) { s.view.isHalted = true; });
    row("an engine that does not run denies", u"engine_state"_s, [](Scene &s) { s.view.isRunning = false; });
    row("no price yet denies", u"no_price"_s, [](Scene &s) { s.view.last = {}; });

    row("M09: a price of exactly 30 s is allowed", {}, [](Scene &s) { s.view.lastAt = noon - std::chrono::seconds(30); });
    row("M09: a nanosecond older is denied", u"stale_price"_s, [](Scene &s) { s.view.lastAt = noon - std::chrono::seconds(30) - Duration(1); });

    row("bid equal to ask is allowed", {}, [](Scene &s) { s.view.bid = s.view.ask = price(u"100"); });
    row("M10: a bid one tick above the ask is denied", u"crossed_book"_s, [](Scene &s) { s.view.bid = price(u"100.01"); s.view.ask = price(u"100"); });
    row("M10: a book without asks is denied", u"crossed_book"_s, [](Scene &s) { s.view.bid = price(u"100"); });
    row("M10: a book without bids is denied", u"crossed_book"_s, [](Scene &s) { s.view.ask = price(u"100"); });
    row("a crossed book does not concern a limit order", {}, [](Scene &s) { s.order = anOrder().buy(u"10").limit(u"100"); s.view.bid = price(u"101"); s.view.ask = price(u"100"); });

    row("a short where the venue allows it", {}, [](Scene &s) { s.order.side = Side::Sell; });
    row("a short where the instrument does not", u"short_sale"_s, [](Scene &s) { s.order.side = Side::Sell; s.instrument.canShort = false; });
    row("a short where the account does not", u"short_sale"_s, [](Scene &s) { s.order.side = Side::Sell; s.limits.allowsShort = false; });

    row("a quantity of zero is denied", u"order_shape"_s, [](Scene &s) { s.order.quantity = {}; });
    row("a negative quantity is denied", u"order_shape"_s, [](Scene &s) { s.order.quantity = quantity(u"-1"); });
    row("half a lot is denied", u"order_shape"_s, [](Scene &s) { s.order.quantity = quantity(u"10.5"); });
    row("the minimum quantity is allowed", {}, [](Scene &s) { s.instrument.quantityMin = quantity(u"10"); });
    row("below the minimum quantity is denied", u"order_shape"_s, [](Scene &s) { s.instrument.quantityMin = quantity(u"11"); });
    row("the minimum value is allowed", {}, [](Scene &s) { s.instrument.notionalMin = usdt(u"1000"); });
    row("a unit below the minimum value is denied", u"order_shape"_s, [](Scene &s) { s.instrument.notionalMin = usdt(u"1000.00000001"); });
    row("a limit price off the tick is denied", u"order_shape"_s, [](Scene &s) { s.order = anOrder().buy(u"10").limit(u"100.001"); });
    row("a limit price of zero is denied", u"order_shape"_s, [](Scene &s) { s.order = anOrder().buy(u"10").limit(u"0"); });
    row("a stop that is post-only is denied", u"order_shape"_s, [](Scene &s) {
        s.order = anOrder().buy(u"10").stop(u"101");
        s.order.timeInForce = TimeInForce::PostOnly;
    });
    row("a stop price off the tick is denied", u"order_shape"_s, [](Scene &s) { s.order = anOrder().buy(u"10").stop(u"100.001"); });

    row("exactly the largest quantity is allowed", {}, [](Scene &s) { s.limits.orderQuantityMax = 10; });
    row("a unit above the largest quantity is denied", u"order_quantity"_s, [](Scene &s) { s.limits.orderQuantityMax = 9; });

    row("a limit 5 % away is allowed", {}, [](Scene &s) { s.order = anOrder().buy(u"10").limit(u"95"); });
    row("a tick further is denied", u"price_distance"_s, [](Scene &s) { s.order = anOrder().buy(u"10").limit(u"94.99"); });
    row("a stop 5 % above is allowed", {}, [](Scene &s) { s.order = anOrder().buy(u"10").stop(u"105"); });
    row("a stop a tick further is denied", u"price_distance"_s, [](Scene &s) { s.order = anOrder().buy(u"10").stop(u"105.01"); });

    row("an order of a tenth of the equity is allowed", {}, [](Scene &s) { s.order.quantity = quantity(u"100"); });
    row("a share more is denied", u"order_value"_s, [](Scene &s) { s.order.quantity = quantity(u"101"); });

    row("a price at the floor is allowed", {}, [](Scene &s) { s.view.last = price(u"10"); });
    row("a tick below the floor is denied", u"price_floor"_s, [](Scene &s) { s.view.last = price(u"9.99"); });
    row("a coin has no price floor", {}, [](Scene &s) { s.view.last = price(u"0.5"); s.instrument.kind = InstrumentKind::Spot; });
    row("traded value at the floor is allowed", {}, [](Scene &s) { s.view.tradedValue20d = 100'000; });
    row("traded value below the floor is denied", u"liquidity_floor"_s, [](Scene &s) { s.view.tradedValue20d = std::nextafter(100'000.0, 0.0); });

    row("the tenth position is allowed", {}, [](Scene &s) { s.view.openPositions = 9; });
    row("the eleventh is denied", u"position_count"_s, [](Scene &s) { s.view.openPositions = 10; });
    row("one position in the symbol is the limit", u"positions_per_symbol"_s, [](Scene &s) { s.view.openPositionsInSymbol = 1; });

    row("exposure of exactly 60 % is allowed", {}, [](Scene &s) { s.view.grossExposure = usdt(u"59000"); });
    row("a unit of 1e-8 more is denied", u"exposure"_s, [](Scene &s) { s.view.grossExposure = usdt(u"59000.00000001"); });
    row("sector exposure of exactly 30 % is allowed", {}, [](Scene &s) { s.view.sectorExposure = usdt(u"29000"); });
    row("a unit more in the sector is denied", u"sector_exposure"_s, [](Scene &s) { s.view.sectorExposure = usdt(u"29000.00000001"); });
    row("without a sector there is no sector limit", {}, [](Scene &s) { s.view.sectorExposure = usdt(u"90000"); s.instrument.sector.clear(); });
    row("no equity denies", u"order_value"_s, [](Scene &s) { s.view.equity = usdt(u"0"); });

    row("90 % of the cash is allowed", {}, [](Scene &s) { s.limits.cashShareMax = 0.5; s.view.cash = usdt(u"2000"); });
    row("a unit less cash is denied", u"available_cash"_s, [](Scene &s) { s.limits.cashShareMax = 0.5; s.view.cash = usdt(u"1999.99999998"); });

    // Twice 1 % of 100 000 may be lost: 10 shares × 200 of distance; the order is worth less, so the price is raised.
    row("twice the planned risk is allowed", {}, [](Scene &s) { s.view.last = price(u"1000"); s.order.bracketStop = price(u"800"); });
    row("a tick wider a stop is denied", u"risk_per_trade"_s, [](Scene &s) { s.view.last = price(u"1000"); s.order.bracketStop = price(u"799.99"); });

    row("correlation at the limit is allowed", {}, [](Scene &s) { s.view.correlationMax = 0.8; });
    row("correlation above is denied", u"correlation"_s, [](Scene &s) { s.view.correlationMax = std::nextafter(0.8, 1.0); });

    row("the hundredth working order is allowed", {}, [](Scene &s) { s.view.openOrders = 99; });
    row("one more is denied", u"open_orders"_s, [](Scene &s) { s.view.openOrders = 100; });
    row("I15: the eighth order of a second is allowed", {}, [](Scene &s) { s.view.ordersLastSecond = 7; });
    row("I15: the ninth is denied", u"order_rate"_s, [](Scene &s) { s.view.ordersLastSecond = 8; });
    row("R04: a bracket of three fits into what is left", {}, [](Scene &s) { s.view.ordersLastSecond = 5; s.view.ordersAtOnce = 3; });
    row("R04: a bracket of three beside six is denied", u"order_rate"_s, [](Scene &s) { s.view.ordersLastSecond = 6; s.view.ordersAtOnce = 3; });
    row("R04: what is kept for exits is not for entries", u"order_rate"_s, [](Scene &s) { s.limits.ordersReserved = 5; s.view.ordersLastSecond = 5; });
    row("R05: leverage of exactly one is allowed", {}, [](Scene &s) { s.limits.exposureMax = 3; s.view.grossExposure = usdt(u"99000"); });
    row("R05: a unit of 1e-8 above it is denied", u"leverage"_s, [](Scene &s) { s.limits.exposureMax = 3; s.view.grossExposure = usdt(u"99000.00000001"); });
    row("R05: a symbol on the list is allowed", {}, [](Scene &s) { s.limits.symbols = {u"OTHER"_s, u"SHARE"_s}; });
    row("R05: an id on the list is allowed", {}, [](Scene &s) { s.limits.symbols = {u"TEST:SHARE"_s}; });
    row("R05: a symbol that is not on it is denied", u"symbol_list"_s, [](Scene &s) { s.limits.symbols = {u"OTHER"_s}; });
    row("R05: a refused symbol is denied", u"symbol_list"_s, [](Scene &s) { s.limits.symbolsRefused = {u"share"_s}; });
    row("R03: the fifth identical order is allowed", {}, [](Scene &s) { s.view.identicalOrdersLastMinute = 4; });
    row("R03: the sixth is denied", u"repeated_orders"_s, [](Scene &s) { s.view.identicalOrdersLastMinute = 5; });
}

void TestRiskGate::rule()
{
    QFETCH(const Change, change);
    Scene scene;
    change(scene);
    QTEST(scene.refusal(), "denied");
}

// I13, I14: no halt, latch or limit stops a way out; only a malformed or flipping order is refused.
void TestRiskGate::aReducingOrderPassesEveryEntryRule()
{
    QFETCH(const Change, change);
    QFETCH(const QString, denied);
    for (const OrderRole role : {OrderRole::Exit, OrderRole::StopLoss, OrderRole::TakeProfit}) {
        Scene scene;
        change(scene);
        scene.order.role = role;
        scene.view.heldAgainst = quantity(u"100000");
        // The venue's minimum is for entries: the rest of a holding may always go.
        const bool isMinimum = scene.instrument.quantityMin == quantity(u"11") || scene.instrument.notionalMin > usdt(u"1000");
        const bool isMalformed = denied == u"order_shape" && !isMinimum;
        QVERIFY2(scene.refusal() == (isMalformed ? u"order_shape"_s : QString()), qPrintable(scene.refusal()));
    }
}

void TestRiskGate::aReducingOrderMustNotFlip()
{
    Scene scene;
    scene.order.role = OrderRole::Exit;
    scene.view.heldAgainst = quantity(u"10");
    COMPARE(scene.refusal(), QString());
    scene.view.heldAgainst = quantity(u"9"); // R11
    COMPARE(scene.refusal(), u"reducing_size"_s);
    scene.view.heldAgainst = {};
    COMPARE(scene.refusal(), u"reducing_size"_s);
}

void TestRiskGate::notANumberNeverAllows_data()
{
    QTest::addColumn<Change>("change");
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const auto limit = [nan](const char *name, double RiskLimits::*member) {
        QTest::newRow(name) << Change([nan, member](Scene &s) { s.limits.*member = nan; });
    };
    limit("largest order quantity", &RiskLimits::orderQuantityMax);
    limit("largest order value", &RiskLimits::orderValueMax);
    limit("price floor", &RiskLimits::priceMin);
    limit("liquidity floor", &RiskLimits::liquidityMin);
    limit("exposure", &RiskLimits::exposureMax);
    limit("sector exposure", &RiskLimits::sectorExposureMax);
    limit("share of cash", &RiskLimits::cashShareMax);
    limit("correlation", &RiskLimits::correlationMax);
    QTest::newRow("risk per trade") << Change([nan](Scene &s) { s.limits.riskPerTrade = nan; s.order.bracketStop = price(u"99"); });
    QTest::newRow("price distance") << Change([nan](Scene &s) { s.limits.priceDistanceMax = nan; s.order = anOrder().buy(u"10").limit(u"100"); });
    QTest::newRow("traded value not known") << Change([nan](Scene &s) { s.view.tradedValue20d = nan; });
}

void TestRiskGate::notANumberNeverAllows()
{
    QFETCH(const Change, change);
    Scene scene;
    change(scene);
    QVERIFY2(!scene.refusal().isEmpty(), "I16: no comparison with NaN decides");
}

// 2024-01-03 is a trading day; NSE trades 09:15 to 15:30 IST, which is 03:45 to 10:00 UTC.
void TestRiskGate::indianSession_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<int>("category");
    QTest::addColumn<QString>("denied");
    QTest::addColumn<bool>("isIntraday");
    const int shorting = int(StrategyCategory::ShortSelling);
    QTest::newRow("before the open is closed") << u"2024-01-03T03:44:59Z"_s << 0 << u"closed_session"_s << false;
    QTest::newRow("the open is open") << u"2024-01-03T03:45:00Z"_s << 0 << QString() << false;
    QTest::newRow("the bar of the close still counts") << u"2024-01-03T10:00:00Z"_s << 0 << QString() << false;
    QTest::newRow("a second later is closed") << u"2024-01-03T10:00:01Z"_s << 0 << u"closed_session"_s << false;
    QTest::newRow("a short 45 minutes before the close is allowed") << u"2024-01-03T09:15:00Z"_s << shorting << QString() << false;
    QTest::newRow("a second later no short is opened") << u"2024-01-03T09:15:01Z"_s << shorting << u"short_sale"_s << false;
    QTest::newRow("intraday until 15:10") << u"2024-01-03T09:39:59Z"_s << 0 << QString() << true;
    QTest::newRow("nothing intraday from 15:10 on") << u"2024-01-03T09:40:00Z"_s << 0 << u"square_off"_s << true;
    QTest::newRow("delivery at 15:25") << u"2024-01-03T09:55:00Z"_s << 0 << QString() << false;
    QTest::newRow("what the close raises is for the next session") << u"2024-01-03T10:00:00Z"_s << 0 << QString() << true;
    QTest::newRow("Sunday is closed") << u"2024-01-07T05:00:00Z"_s << 0 << u"closed_session"_s << false;
}

void TestRiskGate::indianSession()
{
    QFETCH(const QString, at);
    QFETCH(const int, category);
    QFETCH(const bool, isIntraday);
    Scene scene;
    const Timestamp now = *parseIsoTime(at);
    RiskView view{scene.order, scene.instrument, scene.limits, **ExchangeCalendar::find(u"nse"), now, StrategyCategory(category)};
    view.isIntraday = isIntraday;
    view.squareOffMinutes = 20;
    view.last = scene.view.last;
    view.lastAt = now;
    view.tradedValue20d = 1e6;
    view.equity = view.cash = usdt(u"100000");
    view.grossExposure = view.sectorExposure = usdt(u"0");
    if (view.category == StrategyCategory::ShortSelling)
        scene.order.side = Side::Sell;
    const auto denial = checkOrder(view);
    QTEST(denial ? denial->rule : QString(), "denied");
}

void TestRiskGate::allRefusalsAreListed()
{
    Scene scene;
    scene.view.isKilled = true;
    scene.view.openPositions = 10;
    scene.view.grossExposure = usdt(u"60000");
    QStringList rules;
    for (const Denial &denial : checkOrderFully(scene.view)) {
        rules << denial.rule;
        QVERIFY(!denial.text.isEmpty());
    }
    QCOMPARE(rules, (QStringList{u"kill_latch"_s, u"position_count"_s, u"exposure"_s}));
}

void TestRiskGate::loweringALimitLetsNothingMoreThrough()
{
    for (int held = 0; held <= 70'000; held += 500) {
        bool wasAllowed = true;
        for (double limit = 0.7; limit > 0.01; limit -= 0.01) {
            Scene scene;
            scene.limits.exposureMax = limit;
            scene.view.grossExposure.amount = FixedPoint<MoneyTag>::fromInt(held);
            const bool isAllowed = scene.refusal().isEmpty();
            QVERIFY2(wasAllowed || !isAllowed, qPrintable(u"I13: held %1, limit %2"_s.arg(held).arg(limit)));
            wasAllowed = isAllowed;
        }
    }
}

QTEST_APPLESS_MAIN(TestRiskGate)
#include "tst_riskgate.moc"
