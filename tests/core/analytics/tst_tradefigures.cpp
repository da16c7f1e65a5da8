#include "core/analytics/metrictable.h"
#include "core/analytics/tradefigures.h"

#include <QtTest>

#include <set>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

Money money(double amount) { return {FixedPoint<MoneyTag>::fromDouble(amount), Currency(u"USD"_s)}; }

/// A trade of 10 units entered at 100 with this result and holding time.
RoundTrip aTrade(Side side, double pnl, int hours, double moneyAtRisk = notAvailable)
{
    RoundTrip trade;
    trade.side = side;
    trade.entryTime = utcMidnight(2024, 1, 1);
    trade.exitTime = trade.entryTime + std::chrono::hours(hours);
    trade.quantity = Quantity::fromInt(10);
    trade.entryPrice = Price::fromInt(100);
    trade.exitPrice = Price::fromDouble(100 + signOf(side) * pnl / 10);
    trade.costs = money(1);
    trade.pnl = money(pnl);
    trade.equityBefore = 1000;
    trade.moneyAtRisk = moneyAtRisk;
    return trade;
}

bool isNear(double value, double expected) { return std::fabs(value - expected) < 1e-9; }

} // namespace

class TestTradeFigures : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void figuresByHand();
    void sidesAreCountedApart();
    void noTradesHaveNoFigures();
    void onlyWinnersHaveAnInfiniteProfitFactor();
    void multiplesOfRiskWhenEveryTradeHadAStop();
    void excursionsOfALongAndAShortTrade();
    void exposureCountsBarsWithAPosition();
    void positionsAtTheSameTimeCountOnce();
    void tableKeysAreUniqueAndPercentIsNamed();
    void displayTextSaysWhatIsMissing();
};

void TestTradeFigures::figuresByHand()
{
    const std::vector<RoundTrip> trades{aTrade(Side::Buy, 30, 1), aTrade(Side::Buy, 10, 2), aTrade(Side::Sell, -20, 3),
                                        aTrade(Side::Sell, 0, 4), aTrade(Side::Buy, -10, 10)};
    const TradeFigures figures = tradeFiguresOf(trades, TradeSide::All);
    QCOMPARE(figures.tradeCount, 5.0);
    QCOMPARE(figures.wins, 2.0);
    QCOMPARE(figures.losses, 2.0);
    QCOMPARE(figures.flats, 1.0);
    QVERIFY(isNear(figures.winRate, 0.4));
    QVERIFY(isNear(figures.netProfit, 10));
    QVERIFY(isNear(figures.profitFactor, 40.0 / 30));
    QVERIFY(isNear(figures.expectancy, 2));
    QVERIFY(isNear(figures.expectancyShare, 0.002));
    QVERIFY(isNear(figures.averageReturn, 0.002));
    QVERIFY(isNear(figures.payoff, 20.0 / 15));
    QVERIFY(isNear(figures.costs, 5));
    QVERIFY(isNear(figures.bestReturn, 0.03));
    QVERIFY(isNear(figures.worstReturn, -0.02));
    // Results 30, 10, −20, 0, −10 have mean 2 and Σ (x − 2)² = 784 + 64 + 484 + 4 + 144 = 1480: deviation √370.
    QVERIFY(isNear(figures.sqn, std::sqrt(5.0) * 2 / std::sqrt(370.0)));
    // t = 0.2325 with 4 degrees: between the 80 % and 90 % points of the table (0.271 and 0.134).
    QVERIFY(figures.pValue > 0.80 && figures.pValue < 0.90);
    // 0.4 − 0.6 ÷ 1.333 is below zero: do not bet.
    QCOMPARE(figures.kelly, 0.0);
    QCOMPARE(figures.holdingMin, 3600.0);
    QCOMPARE(figures.holdingMedian, 3 * 3600.0);
    QCOMPARE(figures.holdingMean, 4 * 3600.0);
    QCOMPARE(figures.holdingMax, 10 * 3600.0);
    QCOMPARE(figures.holdingMinWinners, 3600.0);
    QCOMPARE(figures.holdingMeanWinners, 1.5 * 3600);
    QCOMPARE(figures.holdingMedianWinners, 1.5 * 3600);
    QCOMPARE(figures.holdingMaxLosers, 10 * 3600.0);
    QCOMPARE(figures.holdingMedianLosers, 6.5 * 3600);
    QCOMPARE(figures.winningStreak, 2.0);
    QCOMPARE(figures.losingStreak, 1.0); // a flat trade ends a streak
    QVERIFY(std::isnan(figures.expectancyR));
    QVERIFY(std::isnan(figures.averageAdverse));
}

void TestTradeFigures::sidesAreCountedApart()
{
    const std::vector<RoundTrip> trades{aTrade(Side::Buy, 30, 1), aTrade(Side::Sell, -20, 3)};
    QCOMPARE(tradeFiguresOf(trades, TradeSide::Long).netProfit, 30.0);
    QCOMPARE(tradeFiguresOf(trades, TradeSide::Short).netProfit, -20.0);
    QCOMPARE(tradeFiguresOf(trades, TradeSide::Short).tradeCount, 1.0);
}

void TestTradeFigures::noTradesHaveNoFigures()
{
    const TradeFigures figures = tradeFiguresOf({}, TradeSide::All);
    QCOMPARE(figures.tradeCount, 0.0);
    QVERIFY(std::isnan(figures.winRate));
    QVERIFY(std::isnan(figures.profitFactor));
}

void TestTradeFigures::onlyWinnersHaveAnInfiniteProfitFactor()
{
    const std::vector<RoundTrip> trades{aTrade(Side::Buy, 30, 1)};
    const TradeFigures figures = tradeFiguresOf(trades, TradeSide::All);
    QVERIFY(std::isinf(figures.profitFactor));
    QVERIFY(std::isnan(figures.payoff));
    QVERIFY(std::isnan(figures.sqn)); // one sample has no spread
}

void TestTradeFigures::multiplesOfRiskWhenEveryTradeHadAStop()
{
    const std::vector<RoundTrip> trades{aTrade(Side::Buy, 30, 1, 10), aTrade(Side::Buy, -20, 1, 20)};
    const TradeFigures figures = tradeFiguresOf(trades, TradeSide::All);
    QVERIFY(isNear(figures.expectancyR, 1)); // 3 R and −1 R
    QVERIFY(isNear(figures.sqn, std::sqrt(2.0) * 1 / std::sqrt(8.0)));
}

void TestTradeFigures::excursionsOfALongAndAShortTrade()
{
    BarColumns bars;
    for (const auto &[low, high] : {std::pair{90.0, 105.0}, {95.0, 120.0}, {50.0, 200.0}})
        bars.append(BarPoint{{}, 100, high, low, 100, 0});
    RoundTrip longTrade = aTrade(Side::Buy, 150, 1); // leaves at 115 at the open of bar 2
    longTrade.exitBar = 2;
    RoundTrip shortTrade = aTrade(Side::Sell, -150, 1);
    shortTrade.exitBar = 2;
    std::vector<RoundTrip> trades{longTrade, shortTrade};
    measureExcursions(trades, bars, 0, true);
    QVERIFY(isNear(trades[0].adverse, -100));
    QVERIFY(isNear(trades[0].favourable, 200));
    QVERIFY(isNear(trades[1].adverse, -200));
    QVERIFY(isNear(trades[1].favourable, 100));
    measureExcursions(trades, bars, 0, false); // entered at the close of bar 0, left at that of bar 2
    QVERIFY(isNear(trades[0].adverse, -500));
    QVERIFY(isNear(trades[0].favourable, 1000));

    // 10 units at 100 are a value of 1000; with 50 at risk the long trade's −500, +1000 and result 150 are −10, 20 and 3 R.
    trades[0].moneyAtRisk = 50;
    const TradeFigures figures = tradeFiguresOf(std::span(trades).first(1), TradeSide::All);
    QVERIFY(isNear(figures.averageAdverseShare, -0.5));
    QVERIFY(isNear(figures.averageFavourableShare, 1.0));
    QVERIFY(isNear(figures.averageGiveBackShare, 0.85));
    QVERIFY(isNear(figures.averageAdverseR, -10));
    QVERIFY(isNear(figures.averageFavourableR, 20));
    QVERIFY(isNear(figures.averageGiveBackR, 17));
    QVERIFY(std::isnan(tradeFiguresOf(trades, TradeSide::All).averageAdverseR)); // the short one had no stop
}

void TestTradeFigures::exposureCountsBarsWithAPosition()
{
    RoundTrip trade = aTrade(Side::Sell, 0, 1);
    trade.entryBar = 1;
    trade.exitBar = 3;
    OpenTrade open;
    open.entryBar = 4;
    open.quantity = Quantity::fromInt(5);
    const std::vector<double> close(5, 100.0);
    const std::vector<double> equity(5, 2000.0);
    const std::vector<std::span<const double>> closes{close};
    const ExposureFigures figures = exposureOf(std::vector{trade}, std::vector{open}, closes, equity);
    QVERIFY(isNear(figures.share, 0.6));
    QVERIFY(isNear(figures.shortShare, 0.4));
    QVERIFY(isNear(figures.meanGross, (0.5 + 0.5 + 0.25) / 5));
    QVERIFY(isNear(figures.meanNet, (-0.5 - 0.5 + 0.25) / 5));
}

void TestTradeFigures::positionsAtTheSameTimeCountOnce()
{
    RoundTrip first = aTrade(Side::Buy, 0, 1);
    first.entryBar = 0;
    first.exitBar = 3;
    RoundTrip second = aTrade(Side::Buy, 0, 1);
    second.instrument = 1;
    second.entryBar = 2;
    second.exitBar = 4;
    const std::vector<double> cheap(5, 100.0);
    const std::vector<double> dear(5, 300.0);
    const std::vector<double> equity(5, 10'000.0);
    const std::vector<std::span<const double>> closes{cheap, dear};
    const ExposureFigures figures = exposureOf(std::vector{first, second}, {}, closes, equity);
    QVERIFY(isNear(figures.share, 0.8));
    QVERIFY(isNear(figures.longShare, 0.8));
    QVERIFY(isNear(figures.meanGross, (3 * 0.1 + 2 * 0.3) / 5)); // ten units each
}

void TestTradeFigures::tableKeysAreUniqueAndPercentIsNamed()
{
    std::set<std::string_view> keys;
    for (const MetricSpec &metric : metricTable()) {
        QVERIFY2(keys.insert(metric.key).second, metric.key.data());
        QVERIFY2((metric.account != nullptr) != (metric.trade != nullptr), metric.key.data());
        QVERIFY2((metric.unit == MetricUnit::Share) == metric.key.ends_with("_pct"), metric.key.data());
        QVERIFY2(!metric.definition.empty() && !metric.title.empty(), metric.key.data());
    }
}

void TestTradeFigures::displayTextSaysWhatIsMissing()
{
    const auto spec = [](std::string_view key) {
        return *std::find_if(metricTable().begin(), metricTable().end(), [key](const MetricSpec &m) { return m.key == key; });
    };
    QCOMPARE(displayText(spec("sharpe"), notAvailable), u"n/a"_s);
    QCOMPARE(displayText(spec("profit_factor"), std::numeric_limits<double>::infinity()), u"no losses"_s);
    QCOMPARE(displayText(spec("win_rate_pct"), 53.7634), u"53.76 %"_s);
    QCOMPARE(displayText(spec("turnover"), 24'637.2), u"24637"_s); // no power of ten
    QCOMPARE(displayText(spec("turnover"), 9'999.2), u"9999"_s);
    QCOMPARE(displayText(spec("sharpe"), -0.0), u"0"_s);
    QCOMPARE(displayText(spec("holding_mean_s"), 27 * 3600), u"1 d 3 h"_s);
    RunFigures figures;
    figures.all.winRate = 0.25;
    QCOMPARE(exportedValue(spec("win_rate_pct"), figures, TradeSide::All), 25.0);
    QVERIFY(std::isnan(exportedValue(spec("sharpe"), figures, TradeSide::Long)));
}

QTEST_APPLESS_MAIN(TestTradeFigures)
#include "tst_tradefigures.moc"
