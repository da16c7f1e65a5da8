#include "core/base/rng.h"
#include "core/risk/correlation.h"
#include "core/risk/risklimits.h"
#include "core/risk/sizing.h"
#include "tests/support/builders.h"
#include "tests/support/compare.h"

#include <limits>

using namespace Qt::StringLiterals;
using namespace bellwether;
using namespace bellwether::test;

class TestRiskLimits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void presetsAreValid();
    void presetsAreThoseOfTheProduct();
    void limitsOutsideTheirRangeAreRefused_data();
    void limitsOutsideTheirRangeAreRefused();
    void settingsOverrideThePreset();
    void settingsErrorsNameTheKey_data();
    void settingsErrorsNameTheKey();
    void sizeByHand_data();
    void sizeByHand();
    void sizeNeverExceedsItsBounds();
    void confidenceScalesTheRisk();
    void correlationOfKnownSeries_data();
    void correlationOfKnownSeries();
    void correlationUsesOnlySharedTimes();
};

void TestRiskLimits::presetsAreValid()
{
    for (const RiskLimits &limits : {RiskLimits::conservative(), RiskLimits::active(), RiskLimits::unrestricted()})
        QVERIFY(limits.validate().has_value());
}

// The table of the risk gate in the product's description, line by line.
void TestRiskLimits::presetsAreThoseOfTheProduct()
{
    const RiskLimits conservative = RiskLimits::conservative();
    const RiskLimits active = RiskLimits::active();
    COMPARE(conservative.riskPerTrade, 0.01);
    COMPARE(active.riskPerTrade, 0.02);
    COMPARE(conservative.positionsMax, 10);
    COMPARE(active.positionsMax, 20);
    COMPARE(conservative.positionsPerSymbolMax, 1);
    COMPARE(active.positionsPerSymbolMax, 2);
    COMPARE(conservative.dailyLossMax, 0.03);
    COMPARE(active.dailyLossMax, 0.05);
    COMPARE(conservative.correlationMax, 0.8);
    COMPARE(active.correlationMax, 0.9);
    COMPARE(conservative.sectorExposureMax, 0.3);
    COMPARE(active.sectorExposureMax, 0.4);
    for (const RiskLimits &limits : {conservative, active}) {
        COMPARE(limits.exposureMax, 0.6);
        COMPARE(limits.stopDefault, 0.03);
        COMPARE(limits.targetDefault, 0.05);
        COMPARE(limits.timeStopMinutes, 30);
        COMPARE(limits.priceMin, 10.0);
        COMPARE(limits.liquidityMin, 100'000.0);
        COMPARE(limits.cashShareMax, 0.9);
        COMPARE(limits.kellyFraction, 0.5);
        // Set: none of them is without a bound.
        QVERIFY(limits.orderQuantityMax < 1e10 && limits.orderValueMax <= 1 && limits.priceDistanceMax <= 0.2 && limits.ordersPerSecondMax <= 50
                && limits.openOrdersMax <= 1'000 && limits.repeatedOrdersMax <= 20 && limits.staleAfterSeconds <= 60);
    }
}

void TestRiskLimits::limitsOutsideTheirRangeAreRefused_data()
{
    using Change = std::function<void(RiskLimits &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("key");
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinite = std::numeric_limits<double>::infinity();
    QTest::newRow("I16: a NaN risk") << Change([nan](RiskLimits &l) { l.riskPerTrade = nan; }) << u"risk.risk_per_trade"_s;
    QTest::newRow("an infinite exposure") << Change([infinite](RiskLimits &l) { l.exposureMax = infinite; }) << u"risk.max_exposure"_s;
    QTest::newRow("a daily loss of zero") << Change([](RiskLimits &l) { l.dailyLossMax = 0; }) << u"risk.max_daily_loss"_s;
    QTest::newRow("a cash share above one") << Change([](RiskLimits &l) { l.cashShareMax = 1.01; }) << u"risk.cash_share"_s;
    QTest::newRow("no positions at all") << Change([](RiskLimits &l) { l.positionsMax = 0; }) << u"risk.max_positions"_s;
    QTest::newRow("a negative time stop") << Change([](RiskLimits &l) { l.timeStopMinutes = -1; }) << u"risk.time_stop_minutes"_s;
    QTest::newRow("U10: an empty list of symbols is not every symbol") << Change([](RiskLimits &l) { l.symbols.clear(); }) << u"risk.symbols"_s;
    QTest::newRow("every order kept for exits") << Change([](RiskLimits &l) { l.ordersReserved = l.ordersPerSecondMax; }) << u"risk.reserved_orders"_s;
    QTest::newRow("I16: a NaN leverage") << Change([nan](RiskLimits &l) { l.leverageMax = nan; }) << u"risk.max_leverage"_s;
    QTest::newRow("a fixed quantity of zero") << Change([](RiskLimits &l) { l.fixedQuantity = {}; }) << u"risk.fixed_quantity"_s;
}

void TestRiskLimits::limitsOutsideTheirRangeAreRefused()
{
    using Change = std::function<void(RiskLimits &)>;
    QFETCH(const Change, change);
    QFETCH(const QString, key);
    RiskLimits limits = RiskLimits::conservative();
    change(limits);
    const auto checked = limits.validate();
    QVERIFY(!checked);
    COMPARE(checked.error().code, ErrorCode::OutOfRange);
    QVERIFY2(checked.error().detail.startsWith(key), qPrintable(checked.error().detail));
}

void TestRiskLimits::settingsOverrideThePreset()
{
    Settings settings;
    settings.override(u"risk.preset"_s, u"active"_s);
    settings.override(u"risk.max_positions"_s, u"7"_s);
    settings.override(u"risk.max_daily_loss"_s, u"0.04"_s);
    settings.override(u"risk.sizing"_s, u"percent"_s);
    settings.override(u"risk.allow_short"_s, u"false"_s);
    const auto limits = RiskLimits::fromSettings(settings);
    QVERIFY(limits.has_value());
    RiskLimits expected = RiskLimits::active();
    expected.positionsMax = 7;
    expected.dailyLossMax = 0.04;
    expected.sizing = SizingMethod::PercentOfEquity;
    expected.allowsShort = false;
    QVERIFY(*limits == expected);
    QVERIFY(*RiskLimits::fromSettings(Settings()) == RiskLimits::conservative());
}

void TestRiskLimits::settingsErrorsNameTheKey_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::newRow("an unknown preset") << u"risk.preset"_s << u"reckless"_s;
    QTest::newRow("text for a number") << u"risk.max_exposure"_s << u"much"_s;
    QTest::newRow("I16: nan for a number") << u"risk.risk_per_trade"_s << u"nan"_s;
    QTest::newRow("a number out of range") << u"risk.max_correlation"_s << u"1.5"_s;
    QTest::newRow("U10: empty is not unlimited") << u"risk.max_daily_loss"_s << u""_s;
    QTest::newRow("a fraction for a count") << u"risk.max_positions"_s << u"2.5"_s;
    QTest::newRow("an unknown sizing") << u"risk.sizing"_s << u"martingale"_s;
    QTest::newRow("neither yes nor no") << u"risk.allow_short"_s << u"perhaps"_s;
}

void TestRiskLimits::settingsErrorsNameTheKey()
{
    QFETCH(const QString, key);
    QFETCH(const QString, value);
    Settings settings;
    settings.override(key, value);
    const auto limits = RiskLimits::fromSettings(settings);
    QVERIFY(!limits);
    QVERIFY2(limits.error().detail.contains(key), qPrintable(limits.error().detail));
}

void TestRiskLimits::sizeByHand_data()
{
    QTest::addColumn<int>("method");
    QTest::addColumn<QString>("price");
    QTest::addColumn<QString>("stop");
    QTest::addColumn<double>("confidence");
    QTest::addColumn<QString>("size");
    // Equity 100 000, cash 50 000, room 40 000; one order at most half of equity; lot 1.
    QTest::newRow("1 % of 100 000 at a distance of 5, confidence 100 doubles it") << 0 << u"100"_s << u"95"_s << 100.0 << u"400"_s;
    QTest::newRow("the same at confidence 0 is halved") << 0 << u"100"_s << u"95"_s << 0.0 << u"100"_s;
    QTest::newRow("a confidence that is not a number takes the least") << 0 << u"100"_s << u"95"_s << std::nan("") << u"100"_s;
    QTest::newRow("without a stop the default distance of 3 % counts") << 0 << u"1000"_s << u"0"_s << 0.0 << u"16"_s; // 500 ÷ 30
    QTest::newRow("a tight stop is bounded by the exposure room") << 0 << u"100"_s << u"99.99"_s << 100.0 << u"447"_s; // 0.995 × 45 000 ÷ 100
    QTest::newRow("a stop at the price gives no size") << 0 << u"100"_s << u"100"_s << 50.0 << u"0"_s;
    QTest::newRow("10 % of equity") << 1 << u"300"_s << u"0"_s << 50.0 << u"33"_s;
    QTest::newRow("a price above the budget gives no size") << 1 << u"10000.01"_s << u"0"_s << 50.0 << u"0"_s;
    QTest::newRow("a fixed quantity is what it is") << 2 << u"100"_s << u"95"_s << 0.0 << u"1"_s;
    QTest::newRow("a price of zero gives no size") << 1 << u"0"_s << u"0"_s << 50.0 << u"0"_s;
}

void TestRiskLimits::sizeByHand()
{
    QFETCH(const int, method);
    QFETCH(const QString, price);
    QFETCH(const QString, stop);
    QFETCH(const double, confidence);
    RiskLimits limits = RiskLimits::conservative();
    limits.sizing = SizingMethod(method);
    limits.orderValueMax = 0.5;
    const SizingInput input{usdt(u"100000"), usdt(u"60000"), usdt(u"45000"), *parsePrice(price), *parsePrice(stop), confidence};
    QTEST(toString(positionSize(input, aShare(), limits)), "size");
}

void TestRiskLimits::sizeNeverExceedsItsBounds()
{
    Rng rng(5);
    const Instrument coin = aCoin();
    for (int i = 0; i < 20'000; ++i) {
        RiskLimits limits = RiskLimits::conservative();
        limits.sizing = SizingMethod(rng.below(2));
        limits.riskPerTrade = rng.uniform(0.0001, 1);
        limits.percentPerTrade = rng.uniform(0.0001, 1);
        SizingInput input{usdt(u"0"), usdt(u"0"), usdt(u"0"), {}, {}, rng.uniform(-50, 150)};
        input.equity.amount = FixedPoint<MoneyTag>::fromDouble(rng.uniform(-1'000, 1e6));
        input.cash.amount = FixedPoint<MoneyTag>::fromDouble(rng.uniform(-1'000, 1e6));
        input.exposureRoom.amount = FixedPoint<MoneyTag>::fromDouble(rng.uniform(0, 1e6));
        input.price = coin.roundToTick(std::exp(rng.uniform(-4, 11)), Rounding::Nearest);
        input.stop = coin.roundToTick(input.price.toDouble() * rng.uniform(0, 1), Rounding::Down);
        const Quantity size = positionSize(input, coin, limits);
        QVERIFY(!size.isNegative() && (size.isZero() || coin.isOnLot(size)));
        const double value = coin.notional(input.price, size).toDouble();
        const double bound = std::min({std::max(0.0, input.cash.toDouble()) * limits.cashShareMax,
                                       std::max(0.0, input.equity.toDouble()) * limits.orderValueMax, input.exposureRoom.toDouble()});
        QVERIFY2(value <= bound || size.isZero(), qPrintable(u"I12, seed 5, round %1: %2 of %3"_s.arg(i).arg(value).arg(bound)));
    }
}

void TestRiskLimits::confidenceScalesTheRisk()
{
    COMPARE(confidenceMultiplier(0), 0.5);
    COMPARE(confidenceMultiplier(50), 1.25);
    COMPARE(confidenceMultiplier(100), 2.0);
    COMPARE(confidenceMultiplier(-10), 0.5);
    COMPARE(confidenceMultiplier(1e9), 2.0);
}

void TestRiskLimits::correlationOfKnownSeries_data()
{
    QTest::addColumn<int>("bars");
    QTest::addColumn<int>("kind"); // 0 the same returns, 1 the opposite, 2 without relation, 3 never moves
    QTest::addColumn<double>("expected");
    const double unknown = std::nan("");
    QTest::newRow("the same returns give 1") << 61 << 0 << 1.0;
    QTest::newRow("opposite returns give -1") << 61 << 1 << -1.0;
    QTest::newRow("returns of period 2 and 4 give 0") << 61 << 2 << 0.0;
    QTest::newRow("a series that never moves is unknown") << 61 << 3 << unknown;
    QTest::newRow("31 bars are enough") << 31 << 0 << 1.0;
    QTest::newRow("30 bars are too few") << 30 << 0 << unknown;
    QTest::newRow("only the last 61 bars count") << 500 << 1 << -1.0;
}

void TestRiskLimits::correlationOfKnownSeries()
{
    QFETCH(const int, bars);
    QFETCH(const int, kind);
    QFETCH(const double, expected);
    CorrelationTracker tracker(2);
    double first = 100;
    double second = 50;
    for (int i = 0; i < bars; ++i) {
        const double move = i % 2 == 0 ? 0.01 : -0.01;
        const double slow = i % 4 < 2 ? 0.01 : -0.01;
        if (i > 0) {
            first *= 1 + move;
            second *= 1 + (kind == 0 ? move : kind == 1 ? -move : kind == 2 ? slow : 0.0);
        }
        tracker.add(0, Timestamp::fromSeconds(60 * (i + 1)), first);
        tracker.add(1, Timestamp::fromSeconds(60 * (i + 1)), second);
    }
    const double actual = tracker.between(0, 1);
    if (std::isnan(expected))
        QVERIFY(std::isnan(actual));
    else
        QVERIFY2(std::fabs(actual - expected) < 1e-9, qPrintable(QString::number(actual)));
}

void TestRiskLimits::correlationUsesOnlySharedTimes()
{
    CorrelationTracker tracker(2);
    double value = 100;
    for (int i = 0; i < 120; ++i) {
        value *= i % 4 == 0 ? 1.02 : 0.99;
        tracker.add(0, Timestamp::fromSeconds(60 * (i + 1)), value);
        if (i % 3 != 1) // the other misses every third bar: same closes at the times both have
            tracker.add(1, Timestamp::fromSeconds(60 * (i + 1)), 3 * value);
    }
    QVERIFY(std::fabs(tracker.between(0, 1) - 1) < 1e-9);
}

QTEST_APPLESS_MAIN(TestRiskLimits)
#include "tst_risklimits.moc"
