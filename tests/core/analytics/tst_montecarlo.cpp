#include "core/analytics/montecarlo.h"

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

QJsonObject reference(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

std::vector<double> returnsOf(const QJsonArray &array)
{
    std::vector<double> out;
    for (const auto &value : array)
        out.push_back(value.toDouble());
    return out;
}

std::vector<double> closeToClose(const QString &path)
{
    QFile file(path);
    std::vector<double> returns;
    double last = 0;
    if (file.open(QIODevice::ReadOnly))
        file.readLine();
    while (!file.atEnd()) {
        const double close = file.readLine().split(',').value(4).toDouble();
        if (last > 0)
            returns.push_back(close / last - 1);
        last = close;
    }
    return returns;
}

double shareBelow(const std::vector<double> &ascending, double level)
{
    return double(std::lower_bound(ascending.begin(), ascending.end(), level) - ascending.begin()) / double(ascending.size());
}

MonteCarloResult simulated(const MonteCarloPlan &plan, const PathMaker &maker)
{
    const auto result = simulatePaths(plan, maker);
    return result ? *result : MonteCarloResult();
}

} // namespace

/// The simulation against closed formulas: means within four standard errors, as the reference asks.
class TestMonteCarlo : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void brownianMotionHasItsClosedForm();
    void barrierIsTouchedAsOftenAsItShould();
    void bootstrapHasTheClosedFormMeanAndDeviation();
    void shuffleLeavesTheEndAndVariesTheDrawdown();
    void blockKeepsNeighboursTogether();
    void threadsAndSeeds();
    void fanIsTheQuantilesOfEachStep();
    void ruinAndLossAreCounted();
    void wrongPlans_data();
    void wrongPlans();
    void cancelled();
};

void TestMonteCarlo::brownianMotionHasItsClosedForm()
{
    REQUIRE_SHARED(path, u"reference/monte_carlo.json"_s);
    const auto cases = reference(path)[u"gbm"].toArray();
    QCOMPARE(cases.size(), 2);
    for (const auto &one : cases) {
        const double start = one[u"S0"].toDouble();
        const MonteCarloPlan plan{.startingEquity = start, .steps = 1, .paths = 40'000};
        const auto result
            = simulated(plan, brownianPaths(one[u"mu"].toDouble(), one[u"sigma"].toDouble(), one[u"T_years"].toDouble()));
        const auto n = double(plan.paths);
        const double deviation = one[u"std"].toDouble();
        QVERIFY(std::fabs(result.meanFinal - one[u"mean"].toDouble()) < 4 * deviation / std::sqrt(n));
        QVERIFY(std::fabs(result.deviationFinal / deviation - 1) < 0.03);
        // A quantile is as far off as the share of paths below its exact place is.
        const QJsonObject quantiles = one[u"quantiles"].toObject();
        for (auto it = quantiles.begin(); it != quantiles.end(); ++it) {
            const double p = it.key().toDouble();
            QVERIFY(std::fabs(shareBelow(result.sortedFinals, it->toDouble()) - p) < 4 * std::sqrt(p * (1 - p) / n));
        }
        const QJsonObject below = one[u"prob_below"].toObject();
        for (auto it = below.begin(); it != below.end(); ++it) {
            const double p = it->toDouble();
            QVERIFY(std::fabs(shareBelow(result.sortedFinals, it.key().toDouble()) - p) < 4 * std::sqrt(p * (1 - p) / n));
        }
        const double loss = one[u"prob_below"][QString::number(start)].toDouble();
        QVERIFY(std::fabs(result.probabilityOfLoss - loss) < 4 * std::sqrt(loss * (1 - loss) / n));
    }
}

void TestMonteCarlo::barrierIsTouchedAsOftenAsItShould()
{
    REQUIRE_SHARED(path, u"reference/monte_carlo.json"_s);
    const auto barrier = reference(path)[u"barrier"][0];
    const double start = barrier[u"S0"].toDouble();
    const double sigma = barrier[u"sigma"].toDouble();
    const int steps = 1'000;
    // The formula watches all the time; steps miss touches between them as if the barrier lay 0.5826 σ √dt lower
    // (Broadie, Glasserman and Kou 1997), so it is raised by as much.
    const double level = barrier[u"level"].toDouble() * std::exp(0.5826 * sigma / std::sqrt(double(steps)));
    const MonteCarloPlan plan{.startingEquity = start, .steps = steps, .paths = 10'000, .ruinLoss = 1 - level / start};
    const auto result = simulated(plan, brownianPaths(barrier[u"mu"].toDouble(), sigma, barrier[u"T_years"].toDouble()));
    const double p = barrier[u"prob_min_below"].toDouble();
    QVERIFY(std::fabs(result.probabilityOfRuin - p) < 4 * std::sqrt(p * (1 - p) / 10'000));
}

void TestMonteCarlo::bootstrapHasTheClosedFormMeanAndDeviation()
{
    REQUIRE_SHARED(path, u"reference/monte_carlo.json"_s);
    REQUIRE_SHARED(prices, u"data/us_daily/SPY_2017_2018.csv"_s);
    const auto cases = reference(path)[u"bootstrap"].toArray();
    QCOMPARE(cases.size(), 2);
    for (const auto &one : cases) {
        const auto returns = one[u"returns"].isArray() ? returnsOf(one[u"returns"].toArray()) : closeToClose(prices);
        const double mean = one[u"expected_factor"].toDouble();
        const double deviation = one[u"std_factor"].toDouble();
        // A block of one is the plain bootstrap.
        for (const PathMethod method : {PathMethod::Bootstrap, PathMethod::Block}) {
            const MonteCarloPlan plan{.steps = std::size_t(one[u"n"].toInt()), .paths = 10'000};
            const auto result = simulated(plan, pathsOf(method, returns, 1));
            QVERIFY(std::fabs(result.meanFinal - mean) < 4 * deviation / 100);
            QVERIFY(std::fabs(result.deviationFinal / deviation - 1) < 0.05);
        }
    }
}

void TestMonteCarlo::shuffleLeavesTheEndAndVariesTheDrawdown()
{
    // Three trades: up 10 %, down 20 %, up 50 %. The end is 1.1 · 0.8 · 1.5 = 1.32 in every order; the drawdown is the
    // one loss, 20 %, in every order.
    const MonteCarloPlan three{.startingEquity = 100, .steps = 3, .paths = 500};
    auto result = simulated(three, pathsOf(PathMethod::Shuffle, {0.1, -0.2, 0.5}, 1));
    for (const double end : result.finalEquity)
        QVERIFY(std::fabs(end - 132) < 1e-9);
    for (const double depth : result.drawdown)
        QVERIFY(std::fabs(depth - 0.2) < 1e-12);
    // Two losses of 20 % and a gain of 50 %: apart they cost 20 %, together 36 %; they are neighbours in 2 of 3 orders.
    result = simulated({.steps = 3, .paths = 9'000}, pathsOf(PathMethod::Shuffle, {-0.2, 0.5, -0.2}, 1));
    QVERIFY(std::fabs(result.sortedDrawdowns.front() - 0.2) < 1e-12);
    QVERIFY(std::fabs(result.sortedDrawdowns.back() - 0.36) < 1e-12);
    const double apart = shareBelow(result.sortedDrawdowns, 0.3);
    QVERIFY(std::fabs(apart - 1.0 / 3) < 4 * std::sqrt(2.0 / 9 / 9'000));
}

void TestMonteCarlo::blockKeepsNeighboursTogether()
{
    const std::vector<double> returns{0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07};
    const PathMaker maker = pathsOf(PathMethod::Block, returns, 3);
    Rng rng(5);
    std::vector<double> factors(60);
    maker(rng, factors);
    std::set<double> starts;
    for (std::size_t i = 0; i < factors.size(); ++i) {
        if (i % 3 == 0) {
            starts.insert(factors[i]);
            continue;
        }
        const bool isWrapped = std::fabs(factors[i - 1] - 1.07) < 1e-12;
        QVERIFY(std::fabs(factors[i] - (isWrapped ? 1.01 : factors[i - 1] + 0.01)) < 1e-12);
    }
    QVERIFY(starts.size() > 3);
    QCOMPARE(usualBlockLength(100), std::size_t(10));
    QCOMPARE(usualBlockLength(101), std::size_t(11));
}

void TestMonteCarlo::threadsAndSeeds()
{
    const std::vector<double> returns{0.02, -0.01, 0.03, -0.02, 0.01};
    const PathMaker maker = pathsOf(PathMethod::Bootstrap, returns, 1);
    MonteCarloPlan plan{.startingEquity = 1'000, .steps = 50, .paths = 1'000, .seed = 7, .threads = 1};
    const auto one = simulated(plan, maker);
    plan.threads = 4;
    const auto four = simulated(plan, maker);
    QVERIFY(one.sortedFinals == four.sortedFinals);
    QVERIFY(one.sortedDrawdowns == four.sortedDrawdowns);
    QVERIFY(one.fan == four.fan);
    plan.seed = 8;
    QVERIFY(simulated(plan, maker).sortedFinals != one.sortedFinals);
}

void TestMonteCarlo::fanIsTheQuantilesOfEachStep()
{
    // Path k of 21 goes up by k % in the first step and stays: the quantiles lie on the whole percents.
    std::atomic<int> count = 0;
    const PathMaker maker = [&](Rng &, std::span<double> factors) {
        std::fill(factors.begin(), factors.end(), 1.0);
        factors[0] = 1.0 + 0.01 * count++;
    };
    const auto result = simulated({.startingEquity = 100, .steps = 2, .paths = 21}, maker);
    QCOMPARE(result.fan.size(), std::size_t(3));
    for (const double value : result.fan[0].equity)
        QCOMPARE(value, 100.0);
    const std::array expected{101.0, 105.0, 110.0, 115.0, 119.0};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        QCOMPARE(result.fan[1].equity[i], expected[i]);
        QCOMPARE(result.fan[2].equity[i], expected[i]);
    }
    // A long path is thinned evenly and shows its last step.
    const auto thinned = simulated({.steps = 1'234, .paths = 10}, pathsOf(PathMethod::Bootstrap, {0.01, -0.01}, 1));
    QCOMPARE(thinned.fan.size(), std::size_t(501));
    QCOMPARE(thinned.fan.back().step, std::size_t(1'234));
    QCOMPARE(thinned.fan.back().equity[2], quantileOfSorted(thinned.sortedFinals, 0.5));
}

void TestMonteCarlo::ruinAndLossAreCounted()
{
    // One step that halves and loses a little more, or doubles: half of the paths lose, and those are ruined at −50 %.
    const PathMaker maker = pathsOf(PathMethod::Bootstrap, {-0.51, 1.0}, 1);
    const auto result = simulated({.steps = 1, .paths = 10'000}, maker);
    QVERIFY(std::fabs(result.probabilityOfLoss - 0.5) < 0.02);
    QCOMPARE(result.probabilityOfRuin, result.probabilityOfLoss);
    QCOMPARE(simulated({.steps = 1, .paths = 10'000, .ruinLoss = 0.51}, maker).probabilityOfRuin, 0.0);
    // More than everything cannot be lost, and nothing comes back from nothing.
    const auto broke = simulated({.steps = 5, .paths = 10, .ruinLoss = 1}, pathsOf(PathMethod::Shuffle, {-1.5, 9, 9, 9, 9}, 1));
    QCOMPARE(broke.sortedFinals.back(), 0.0);
    QCOMPARE(broke.probabilityOfRuin, 1.0);
}

void TestMonteCarlo::wrongPlans_data()
{
    QTest::addColumn<int>("steps");
    QTest::addColumn<int>("paths");
    QTest::addColumn<double>("start");
    QTest::addColumn<double>("ruin");
    QTest::newRow("no steps") << 0 << 100 << 1.0 << 0.5;
    QTest::newRow("no paths") << 10 << 0 << 1.0 << 0.5;
    QTest::newRow("more paths than a machine holds") << 10 << 1'000'001 << 1.0 << 0.5;
    QTest::newRow("nothing to start with") << 10 << 100 << 0.0 << 0.5;
    QTest::newRow("a start that is no number") << 10 << 100 << notAvailable << 0.5;
    QTest::newRow("ruin without a loss") << 10 << 100 << 1.0 << 0.0;
    QTest::newRow("ruin beyond everything") << 10 << 100 << 1.0 << 1.01;
}

void TestMonteCarlo::wrongPlans()
{
    QFETCH(int, steps);
    QFETCH(int, paths);
    QFETCH(double, start);
    QFETCH(double, ruin);
    const MonteCarloPlan plan{
        .startingEquity = start, .steps = std::size_t(steps), .paths = std::size_t(paths), .ruinLoss = ruin};
    const auto result = simulatePaths(plan, pathsOf(PathMethod::Bootstrap, {0.01}, 1));
    QVERIFY(!result);
    QVERIFY(result.error().code == ErrorCode::InvalidArgument);
}

void TestMonteCarlo::cancelled()
{
    const std::atomic<bool> isCancelled = true;
    const auto result = simulatePaths({.steps = 10, .isCancelled = &isCancelled}, pathsOf(PathMethod::Bootstrap, {0.01}, 1));
    QVERIFY(!result);
    QVERIFY(result.error().code == ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(TestMonteCarlo)
#include "tst_montecarlo.moc"
