#include "core/analytics/dailyequity.h"
#include "core/analytics/drawdown.h"
#include "core/analytics/returnfigures.h"
#include "core/analytics/statistics.h"
#include "tests/support/shareddata.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

QJsonObject readJson(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

std::vector<double> numbers(const QJsonArray &array)
{
    std::vector<double> out;
    for (const auto &value : array)
        if (!value.isNull()) // the sources leave the first return out of every mean
            out.push_back(value.toDouble());
    return out;
}

bool isNear(double value, double expected, double tolerance = 1e-9)
{
    return std::fabs(value - expected) <= tolerance * std::max(1.0, std::fabs(expected));
}

std::vector<double> wealthOf(const std::vector<double> &returns)
{
    std::vector<double> out;
    double wealth = 1;
    for (const double r : returns)
        out.push_back(wealth *= 1 + r);
    return out;
}

std::vector<double> closesOf(const QString &path)
{
    QFile file(path);
    std::vector<double> closes;
    if (file.open(QIODevice::ReadOnly))
        while (!file.atEnd())
            closes.push_back(file.readLine().split(',').value(4).toDouble());
    closes.erase(closes.begin()); // the header
    return closes;
}

} // namespace

class TestReturnFigures : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void publishedFigures();
    void undefinedRatiosAreNotNumbers();
    void quantilesOfThePublishedTable();
    void figuresOfRealSeries();
    void probabilisticAndDeflatedSharpe();
    void kellyCases();
    void studentAndNormal();
    void drawdownsByHand();
    void daysTakeTheirLastMark();
    void monthsCompound();
    void benchmarkOfTwiceTheMarket();
};

void TestReturnFigures::publishedFigures()
{
    REQUIRE_SHARED(path, u"reference/risk_metrics.json"_s);
    const QJsonObject reference = readJson(path);
    const QJsonObject arrays = reference[u"published_arrays"].toObject();
    const std::map<QString, double> periods{{u"daily"_s, 252}, {u"weekly"_s, 52}, {u"monthly"_s, 12}};
    int checked = 0;
    const auto cases = reference[u"published"][u"cases"].toArray();
    for (const auto &value : cases) {
        const QString metric = value[u"metric"].toString();
        const QJsonArray array = arrays[value[u"array"].toString()].toArray();
        const std::vector<double> returns = numbers(array);
        const double n = periods.at(value[u"period"].toString());
        const std::vector<double> wealth = wealthOf(returns);
        const auto worst = deepest(drawdownsOf(wealth, 1.0));
        const double drawdown = worst ? worst->depth : 0.0;
        // The number of periods of a yearly figure counts the missing first return too, as the source does.
        const double growth = annualGrowth(1, wealth.back(), double(array.size()) / n);
        const std::map<QString, double> ours{{u"max_drawdown"_s, -drawdown},
                                             {u"annual_return"_s, growth},
                                             {u"annual_volatility"_s, annualVolatility(returns, n)},
                                             {u"calmar"_s, growth / drawdown},
                                             {u"sharpe"_s, sharpeRatio(returns, n)},
                                             {u"sortino"_s, sortinoRatio(returns, n)},
                                             {u"total_return"_s, wealth.back() - 1}};
        QVERIFY2(ours.contains(metric), qPrintable(metric));
        QVERIFY2(isNear(ours.at(metric), value[u"expected"].toDouble(), value[u"tolerance"].toDouble()),
                 qPrintable(metric + u" of "_s + value[u"array"].toString()));
        ++checked;
    }
    QCOMPARE(checked, 12);
}

void TestReturnFigures::undefinedRatiosAreNotNumbers()
{
    QVERIFY(std::isnan(sharpeRatio(std::vector{0.01}, 252)));
    QVERIFY(std::isnan(sharpeRatio(std::vector<double>(9, 0.01), 252)));
    QVERIFY(std::isinf(sortinoRatio(std::vector{0.01, 0.02, 0.01}, 252)));
    QVERIFY(std::isnan(sortinoRatio({}, 252)));
    QVERIFY(std::isnan(tailRatio({})));
    QVERIFY(std::isnan(skewnessOf(std::vector<double>(5, 0.01))));
    QVERIFY(std::isnan(annualGrowth(100, 0, 1)));
    const auto worst = deepest(drawdownsOf(std::vector{1.1, 0.99, 1.089}, 1.0));
    QVERIFY(worst && isNear(worst->depth, 0.1));
}

void TestReturnFigures::quantilesOfThePublishedTable()
{
    REQUIRE_SHARED(path, u"reference/risk_metrics.json"_s);
    const auto table = readJson(path)[u"published"][u"var"].toArray();
    for (const auto &row : table) {
        std::vector<double> returns = numbers(row[u"returns"].toArray());
        std::sort(returns.begin(), returns.end());
        QCOMPARE(quantileOfSorted(returns, row[u"cutoff"].toDouble()), row[u"expected"].toDouble());
    }
}

void TestReturnFigures::figuresOfRealSeries()
{
    REQUIRE_SHARED(path, u"reference/risk_metrics.json"_s);
    const auto series = readJson(path)[u"real_data"].toArray();
    for (qsizetype i = 0; i < 2; ++i) {
        const QJsonObject expected = series[i][u"expected"].toObject();
        const std::vector<double> closes = closesOf(test::sharedFile(u"data/"_s + series[i][u"data"].toString()));
        std::vector<double> returns;
        for (std::size_t k = 1; k < closes.size(); ++k)
            returns.push_back(closes[k] / closes[k - 1] - 1);
        QCOMPARE(int(returns.size()), expected[u"n"].toInt());
        const std::vector<double> wealth = wealthOf(returns);
        const auto worst = deepest(drawdownsOf(wealth, 1.0));
        const double growth = annualGrowth(1, wealth.back(), double(returns.size()) / 252);
        const ValueAtRisk five = valueAtRisk(returns, 0.05);
        const ValueAtRisk one = valueAtRisk(returns, 0.01);
        const double perPeriod = sharpeRatio(returns, 1);
        const std::map<QString, double> ours{
            {u"total_return"_s, wealth.back() - 1},
            {u"annual_return"_s, growth},
            {u"annual_volatility"_s, annualVolatility(returns, 252)},
            {u"sharpe"_s, sharpeRatio(returns, 252)},
            {u"sortino"_s, sortinoRatio(returns, 252)},
            {u"max_drawdown"_s, -worst->depth},
            {u"max_drawdown_trough_index"_s, double(worst->trough)},
            {u"max_drawdown_peak_index"_s, double(worst->peak)},
            {u"calmar"_s, growth / worst->depth},
            {u"omega_0"_s, omegaRatio(returns)},
            {u"skew"_s, skewnessOf(returns)},
            {u"kurtosis"_s, kurtosisOf(returns)},
            {u"var_hist_05"_s, five.historical},
            {u"cvar_hist_05"_s, five.conditional},
            {u"var_normal_05"_s, five.normal},
            {u"cvar_normal_05"_s, five.normalConditional},
            {u"var_cornish_fisher_05"_s, five.cornishFisher},
            {u"var_hist_01"_s, one.historical},
            {u"cvar_hist_01"_s, one.conditional},
            {u"var_normal_01"_s, one.normal},
            {u"cvar_normal_01"_s, one.normalConditional},
            {u"var_cornish_fisher_01"_s, one.cornishFisher},
            {u"sharpe_per_period"_s, perPeriod},
            {u"psr_0"_s, probabilisticSharpe(perPeriod, 0, double(returns.size()), skewnessOf(returns), kurtosisOf(returns))},
        };
        for (const auto &[name, value] : ours)
            QVERIFY2(isNear(value, expected[name].toDouble(), 1e-10),
                     qPrintable(u"%1 %2 %3"_s.arg(series[i][u"data"].toString(), name).arg(value, 0, 'g', 15)));
        if (i == 1) {
            const QJsonObject withRate = series[2][u"expected"].toObject();
            QVERIFY(isNear(sharpeRatio(returns, 252, 0.02 / 252), withRate[u"sharpe"].toDouble()));
            QVERIFY(isNear(sortinoRatio(returns, 252, 0.02 / 252), withRate[u"sortino"].toDouble()));
        }
    }
}

void TestReturnFigures::probabilisticAndDeflatedSharpe()
{
    REQUIRE_SHARED(path, u"reference/psr_dsr_kelly.json"_s);
    const QJsonObject reference = readJson(path);
    const QJsonObject deflated = reference[u"dsr_example"].toObject();
    const double perYear = deflated[u"observations_per_year"].toDouble();
    const double benchmark = expectedMaximumSharpe(deflated[u"annual_variance_of_trial_sharpes"].toDouble() / perYear,
                                                   deflated[u"trials"].toDouble());
    QVERIFY(isNear(benchmark, deflated[u"sr0_per_observation"].toDouble()));
    const double sharpe = deflated[u"annual_sharpe"].toDouble() / std::sqrt(perYear);
    QVERIFY(isNear(probabilisticSharpe(sharpe, benchmark, deflated[u"T"].toDouble(), deflated[u"skew"].toDouble(),
                                       deflated[u"kurtosis"].toDouble()),
                   deflated[u"expected_dsr"].toDouble()));
    const QJsonObject monthly = reference[u"psr_example"].toObject();
    for (const auto &shape : {monthly[u"normal"], monthly[u"non_normal"]})
        QVERIFY(isNear(probabilisticSharpe(monthly[u"sharpe_per_month"].toDouble(), 0, monthly[u"T"].toDouble(),
                                           shape[u"skew"].toDouble(), shape[u"kurtosis"].toDouble()),
                       shape[u"expected"].toDouble()));
    const double observations = minimumTrackRecord(2 / std::sqrt(250), 1 / std::sqrt(250), 0.95, 0, 3);
    QVERIFY(isNear(observations / 250, reference[u"min_track_record_example"][u"expected_years"].toDouble()));
}

void TestReturnFigures::kellyCases()
{
    QVERIFY(isNear(kellyFraction(0.6, 1), 0.2));    // the textbook coin
    QVERIFY(isNear(kellyFraction(0.53, 1), 0.06));  // Thorp
    QVERIFY(isNear(kellyFraction(0.55, 1.5), 0.25));
    QVERIFY(isNear(kellyFraction(0.4, 1), -0.2));
    QCOMPARE(cappedKelly(-0.2), 0.0);
    QCOMPARE(cappedKelly(0.4), 0.25);
}

void TestReturnFigures::studentAndNormal()
{
    // Critical values as printed in any table of the two distributions.
    QVERIFY(isNear(studentTwoSided(2.228, 10), 0.05, 2e-5));
    QVERIFY(isNear(studentTwoSided(-12.706, 1), 0.05, 1e-5));
    QVERIFY(isNear(normalQuantile(0.975), 1.959963984540054));
    QVERIFY(isNear(normalDistribution(1.959963984540054), 0.975));
    QVERIFY(std::isnan(studentTwoSided(1, 0)));
    QCOMPARE(normalQuantile(0), -std::numeric_limits<double>::infinity());
}

void TestReturnFigures::drawdownsByHand()
{
    // Start 100: 110, 99 (−10 %), 104.5, 110 (recovered), 88 (−20 %), 99 (not recovered).
    const std::vector<double> equity{110, 99, 104.5, 110, 88, 99};
    const std::vector<Drawdown> drawdowns = drawdownsOf(equity, 100);
    QCOMPARE(drawdowns.size(), std::size_t(2));
    QVERIFY(isNear(drawdowns[0].depth, 0.1));
    QCOMPARE(drawdowns[0].peak, std::ptrdiff_t(0));
    QCOMPARE(drawdowns[0].trough, std::size_t(1));
    QCOMPARE(drawdowns[0].recovery.value(), std::size_t(3));
    QVERIFY(isNear(drawdowns[1].depth, 0.2));
    QVERIFY(!drawdowns[1].recovery);
    QCOMPARE(largestMoneyDrawdown(drawdowns), 22.0);
    QVERIFY(isNear(averageDepth(drawdowns), 0.15));
    QCOMPARE(deepest(drawdowns, 5).front().trough, std::size_t(4));
    const UnderwaterFigures under = underwaterOf(equity, 100);
    QVERIFY(isNear(under.share, 4.0 / 6));
    QCOMPARE(under.longestDays, std::size_t(2));
    QVERIFY(isNear(under.ulcer, std::sqrt((0.01 + 0.0025 + 0.04 + 0.01) / 6)));
    QCOMPARE(drawdownsOf(std::vector{90.0}, 100).front().peak, std::ptrdiff_t(-1));
}

void TestReturnFigures::daysTakeTheirLastMark()
{
    const auto at = [](unsigned day, int hour) { return utcMidnight(2024, 3, day) + std::chrono::hours(hour); };
    // The mark at the midnight that ends the 1st is the 1st's.
    const std::vector<Timestamp> times{at(1, 12), at(1, 24), at(2, 1), at(2, 20), at(4, 3)};
    const DailyEquity daily = dailyEquityOf(times, std::vector<double>{101, 102, 103, 51, 102}, 100, Duration::zero());
    QCOMPARE(daily.value, (std::vector<double>{100, 102, 51, 102}));
    QCOMPARE(daily.returns.size(), std::size_t(3));
    QVERIFY(isNear(daily.returns[1], -0.5));
    QCOMPARE(daily.calendarDays(), std::int64_t(3));
    // In India 20:00 UTC is the next day already.
    const DailyEquity indian
        = dailyEquityOf(times, std::vector<double>{101, 102, 103, 51, 102}, 100, std::chrono::minutes(330));
    QCOMPARE(indian.value, (std::vector<double>{100, 101, 103, 51, 102}));
}

void TestReturnFigures::monthsCompound()
{
    const auto day = [](unsigned month, unsigned date) { return utcMidnight(2024, month, date) + std::chrono::hours(12); };
    const std::vector<Timestamp> times{day(1, 30), day(1, 31), day(2, 1), day(4, 1)};
    const DailyEquity daily = dailyEquityOf(times, std::vector<double>{110, 121, 60.5, 66.55}, 100, Duration::zero());
    const std::vector<PeriodReturn> months = monthlyReturns(daily);
    QCOMPARE(months.size(), std::size_t(3));
    QVERIFY(isNear(months[0].fraction, 0.21));
    QVERIFY(isNear(months[1].fraction, -0.5));
    QCOMPARE(months[2].month, 4u);
    QVERIFY(isNear(yearlyReturns(daily).front().fraction, -0.3345));
}

void TestReturnFigures::benchmarkOfTwiceTheMarket()
{
    const std::vector<double> market{0.01, -0.02, 0.03, 0.0};
    std::vector<double> ours;
    for (const double r : market)
        ours.push_back(2 * r + 0.001);
    const BenchmarkFigures figures = againstBenchmark(ours, market, 252);
    QVERIFY(isNear(figures.beta, 2));
    QVERIFY(isNear(figures.alpha, 0.252));
    QVERIFY(isNear(figures.rSquared, 1));
    // The difference r + 0.001 has the market's deviation.
    QVERIFY(isNear(figures.trackingError, annualVolatility(market, 252)));
    QVERIFY(isNear(figures.informationRatio, (0.005 + 0.001) * 252 / annualVolatility(market, 252)));
    QVERIFY(std::isnan(againstBenchmark(std::vector{0.1}, std::vector{0.1}, 252).beta));
}

QTEST_APPLESS_MAIN(TestReturnFigures)
#include "tst_returnfigures.moc"
