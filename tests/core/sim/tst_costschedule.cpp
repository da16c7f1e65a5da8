#include "core/sim/costmodel.h"
#include "core/sim/costschedule.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace bellwether;

namespace {

Money inr(const char16_t *text) { return {FixedPoint<MoneyTag>::fromRaw(*parseDecimal(QStringView(text))), Currency(u"INR"_s)}; }
Money toPaisa(const Money &money)
{
    return {FixedPoint<MoneyTag>::fromRaw((money.amount.raw() + 500'000) / 1'000'000 * 1'000'000), money.currency};
}
Price price(const char16_t *text) { return *parsePrice(QStringView(text)); }
Ratio ratio(const char16_t *text) { return Ratio::fromRaw(*parseDecimal(QStringView(text))); }

CostBreakdown roundTrip(const CostSchedule &schedule)
{
    // Buy 100 × 1000.00, sell 100 × 1010.00 (india-compliance §7).
    CostBreakdown costs = schedule.charge(Side::Buy, Liquidity::Taker, inr(u"0"), inr(u"100000"));
    costs.add(schedule.charge(Side::Sell, Liquidity::Taker, inr(u"0"), inr(u"101000")));
    return costs;
}

} // namespace

class TestCostSchedule : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void deliveryExample();
    void intradayExample();
    void brokerageBelowTheCap();
    void partsCostWhatTheWholeCosts();
    void taxIsRoundedToTheRupee();
    void binanceSpot();
    void flatIsChargedOncePerOrder();
    void makerAndTakerDiffer();
    void unknownScheduleIsNamed();
    void spreadWorsensEntriesOnly();
    void worsenedPriceRoundsAgainstTheOrder();
    void volumeShareGrowsWithTheSquare();
};

void TestCostSchedule::deliveryExample()
{
    const CostBreakdown costs = roundTrip(*CostSchedule::find(u"nse_delivery"));
    QCOMPARE(toString(costs.of(CostKind::TransactionTax)), toString(inr(u"201")));
    QCOMPARE(toString(costs.of(CostKind::ExchangeFee)), toString(inr(u"5.9697")));
    QCOMPARE(toString(costs.of(CostKind::InvestorProtection)), toString(inr(u"0.201")));
    QCOMPARE(toString(costs.of(CostKind::RegulatorFee)), toString(inr(u"0.201")));
    QCOMPARE(toString(costs.of(CostKind::StampDuty)), toString(inr(u"15")));
    QCOMPARE(toString(costs.of(CostKind::ServiceTax)), toString(inr(u"1.110726"))); // 0.18 × 6.1707
    QCOMPARE(toString(costs.of(CostKind::Brokerage)), toString(inr(u"0")));
    QCOMPARE(toString(toPaisa(costs.total())), toString(inr(u"223.48")));
}

void TestCostSchedule::intradayExample()
{
    const CostBreakdown costs = roundTrip(*CostSchedule::find(u"nse_intraday"));
    QCOMPARE(toString(costs.of(CostKind::Brokerage)), toString(inr(u"40")));
    QCOMPARE(toString(costs.of(CostKind::TransactionTax)), toString(inr(u"25")));
    QCOMPARE(toString(costs.of(CostKind::StampDuty)), toString(inr(u"3")));
    QCOMPARE(toString(costs.of(CostKind::ServiceTax)), toString(inr(u"8.310726"))); // 0.18 × 46.1707
    QCOMPARE(toString(toPaisa(costs.total())), toString(inr(u"82.68")));
}

void TestCostSchedule::brokerageBelowTheCap()
{
    // 0.03 % of 10 000 is 3.
    const auto schedule = *CostSchedule::find(u"nse_intraday");
    QCOMPARE(toString(schedule.charge(Side::Buy, Liquidity::Taker, inr(u"0"), inr(u"10000")).of(CostKind::Brokerage)), toString(inr(u"3")));
}

void TestCostSchedule::partsCostWhatTheWholeCosts()
{
    for (const auto *id : {u"nse_intraday", u"nse_delivery", u"binance_spot"}) {
        const auto schedule = *CostSchedule::find(QStringView(id));
        for (const Side side : {Side::Buy, Side::Sell}) {
            CostBreakdown parts(Currency(u"INR"_s));
            Money before = inr(u"0");
            for (const auto *value : {u"30000.1", u"0.07", u"44000", u"26999.83"}) {
                parts.add(schedule.charge(side, Liquidity::Taker, before, inr(value)));
                before += inr(value);
            }
            QCOMPARE(toString(before), toString(inr(u"101000")));
            QVERIFY(parts == schedule.charge(side, Liquidity::Taker, inr(u"0"), before));
        }
    }
}

void TestCostSchedule::taxIsRoundedToTheRupee()
{
    const auto schedule = *CostSchedule::find(u"nse_intraday");
    const auto tax = [&](const char16_t *value) {
        return schedule.charge(Side::Sell, Liquidity::Taker, inr(u"0"), inr(value)).of(CostKind::TransactionTax);
    };
    QCOMPARE(toString(tax(u"98000")), toString(inr(u"25")));    // 24.50 rounds up
    QCOMPARE(toString(tax(u"97999.96")), toString(inr(u"24"))); // 24.49999
}

void TestCostSchedule::binanceSpot()
{
    const auto schedule = *CostSchedule::find(u"binance_spot");
    const Money value{FixedPoint<MoneyTag>::fromRaw(*parseDecimal(u"1234.5")), Currency(u"USDT"_s)};
    const CostBreakdown costs = schedule.charge(Side::Buy, Liquidity::Maker, Money::zero(Currency(u"USDT"_s)), value);
    QCOMPARE(toString(costs.total()), u"1.2345 USDT"_s);
    QVERIFY(costs.of(CostKind::Commission) == costs.total());
}

void TestCostSchedule::flatIsChargedOncePerOrder()
{
    const auto schedule = CostSchedule::flat(FixedPoint<MoneyTag>::fromInt(7));
    QCOMPARE(toString(schedule.charge(Side::Buy, Liquidity::Taker, inr(u"0"), inr(u"100")).total()), toString(inr(u"7")));
    QCOMPARE(toString(schedule.charge(Side::Buy, Liquidity::Taker, inr(u"100"), inr(u"900")).total()), toString(inr(u"0")));
}

void TestCostSchedule::makerAndTakerDiffer()
{
    const auto schedule = CostSchedule::makerTaker(ratio(u"0.0002"), ratio(u"0.0005"));
    QCOMPARE(toString(schedule.charge(Side::Sell, Liquidity::Maker, inr(u"0"), inr(u"10000")).total()), toString(inr(u"2")));
    QCOMPARE(toString(schedule.charge(Side::Sell, Liquidity::Taker, inr(u"0"), inr(u"10000")).total()), toString(inr(u"5")));
}

void TestCostSchedule::unknownScheduleIsNamed()
{
    const auto schedule = CostSchedule::find(u"nyse");
    QVERIFY(!schedule);
    QVERIFY(schedule.error().code == ErrorCode::NotFound);
    QVERIFY(schedule.error().detail.contains(u"'nyse'"_s));
}

void TestCostSchedule::spreadWorsensEntriesOnly()
{
    CostModel model;
    model.spread = ratio(u"0.002");
    model.roundsToTick = false;
    const Instrument instrument;
    // Reference case goog_10_20_spread, first and second entry: 169.02 × 0.998 and 179.13 × 1.002.
    const auto sold = worsen(model, instrument, Side::Sell, OrderRole::Entry, price(u"169.02"), false, {}, 0);
    QCOMPARE(toString(sold.price), u"168.68196"_s);
    QCOMPARE(toString(sold.spread), u"0.33804"_s);
    const auto bought = worsen(model, instrument, Side::Buy, OrderRole::Entry, price(u"179.13"), false, {}, 0);
    QCOMPARE(toString(bought.price), u"179.48826"_s);
    const auto closed = worsen(model, instrument, Side::Buy, OrderRole::Exit, price(u"179.13"), false, {}, 0);
    QCOMPARE(toString(closed.price), u"179.13"_s);
}

void TestCostSchedule::worsenedPriceRoundsAgainstTheOrder()
{
    CostModel model;
    model.slippage = {.kind = SlippageModel::Kind::Percent, .share = ratio(u"0.0005")};
    Instrument instrument;
    instrument.tickSize = price(u"0.05");
    // 100.10 × 0.0005 = 0.05005: 100.15005 up to 100.20, 100.04995 down to 100.00.
    QCOMPARE(toString(worsen(model, instrument, Side::Buy, OrderRole::Exit, price(u"100.1"), false, {}, 0).price), u"100.2"_s);
    QCOMPARE(toString(worsen(model, instrument, Side::Sell, OrderRole::Exit, price(u"100.1"), false, {}, 0).price), u"100"_s);
}

void TestCostSchedule::volumeShareGrowsWithTheSquare()
{
    CostModel model;
    model.roundsToTick = false;
    model.slippage = {.kind = SlippageModel::Kind::VolumeShare, .share = ratio(u"0.1")};
    const Instrument instrument;
    // 25 of 1000 traded: 0.1 × 0.025² × 100 = 0.00625.
    const auto worsened = worsen(model, instrument, Side::Buy, OrderRole::Entry, price(u"100"), false, Quantity::fromInt(25), 1000);
    QCOMPARE(toString(worsened.price), u"100.00625"_s);
    QCOMPARE(toString(worsened.slippage), u"0.00625"_s);
}

QTEST_APPLESS_MAIN(TestCostSchedule)
#include "tst_costschedule.moc"
