#include "core/research/search.h"

#include "core/backtest/columnrun.h"
#include "core/research/searchreport.h"
#include "core/research/trialpool.h"
#include "core/research/walkforward.h"
#include "core/strategy/strategycatalogue.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

const StrategyInfo &sma() { return **findStrategy(u"sma_crossover"_s); }

SearchSpace spaceOf(const QStringList &ranges) { return *SearchSpace::parse(sma(), ParameterSet(sma()), ranges); }

Goal goalOf(const QString &objective, const QStringList &constraints = {}) { return *Goal::parse(objective, false, constraints, sma()); }

/// A search without bars: the objective is a formula of the parameters alone.
std::vector<Trial> runFormula(const Search &search, const SearchSpace &space, const Goal &goal, std::size_t *runs = nullptr)
{
    const auto trials = search.run([&](std::span<Trial> batch) {
        for (Trial &trial : batch) {
            trial.isDone = true;
            trial.metrics.assign(goal.metrics().size(), 0);
            trial.objective = goal.objective(space.parametersAt(trial.point), 0, trial.metrics);
            trial.isAccepted = true;
        }
        if (runs)
            *runs += batch.size();
        return true;
    });
    return trials ? *trials : std::vector<Trial>();
}

BarColumns waves(std::size_t count)
{
    BarColumns bars;
    Timestamp time = utcMidnight(2020, 1, 2);
    double close = 100;
    for (std::size_t i = 0; i < count; ++i) {
        const double open = close;
        close = std::round((100 + 10 * std::sin(double(i) / 9) + 6 * std::sin(double(i) / 41)) * 100) / 100;
        time = time + std::chrono::hours(24);
        bars.append(BarPoint{time, open, std::max(open, close), std::min(open, close), close, 1000});
    }
    return bars;
}

TrialTask taskOn(std::shared_ptr<const BarColumns> bars)
{
    TrialTask task;
    task.plan.instrument.id = InstrumentId(u"TEST:WAVES"_s);
    task.plan.instrument.currency = Currency(u"USD"_s);
    task.plan.instrument.lotSize = Quantity::fromInt(1);
    task.plan.capital = {FixedPoint<MoneyTag>::fromInt(10'000), Currency(u"USD"_s)};
    task.plan.sizing = SizingKind::Percent;
    task.plan.canShort = true;
    task.leg.instrument = task.plan.instrument;
    task.leg.bars = bars;
    task.leg.lastRow = bars->size();
    task.markTime = bars->closeTime;
    return task;
}

} // namespace

class TestSearch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void expressionsHaveTheirValue_data();
    void expressionsHaveTheirValue();
    void foreignTextIsRefused_data();
    void foreignTextIsRefused(); // FAULTS H01, I30
    void rangesAreCounted();
    void badRangesAreNamed_data();
    void badRangesAreNamed();
    void hugeGridsAreRefusedWithTheirCount();
    void constraintsOnParametersSaveRuns();
    void randomCombinationsAreDistinctAndSeeded();
    void evolutionFindsTheTopOfAHill_data();
    void evolutionFindsTheTopOfAHill();
    void plateauIsTheMeanOfTheNeighbourhood();
    void deflatedSharpeIsThatOfTheSource();
    void figuresEqualThoseOfAWholeReport();
    void threadsChangeNothing(); // FAULTS I27
    void finishedRunsAreNotMadeAgain();
    void aTornStateIsCutAndAForeignOneRefused();
    void windowsFollowEachOther();
    void cellsOfTheTableAreNumbersOrNames();
};

void TestSearch::expressionsHaveTheirValue_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("value");
    QTest::newRow("products before sums") << u"1 + 2 * 3"_s << 7.0;
    QTest::newRow("parentheses") << u"(1 + 2) * 3"_s << 9.0;
    QTest::newRow("a sign before a power") << u"-2 ^ 2"_s << -4.0;
    QTest::newRow("powers to the right") << u"2 ^ 3 ^ 2"_s << 512.0;
    QTest::newRow("functions") << u"sqrt(16) + max(1, min(5, 2)) - abs(-3)"_s << 3.0;
    QTest::newRow("names") << u"fast * 10 + slow"_s << 120.0; // 10 × 10 + 20
    QTest::newRow("comparisons before and") << u"fast < slow and not slow < fast"_s << 1.0;
    QTest::newRow("or") << u"fast > slow || slow == 20"_s << 1.0;
    QTest::newRow("exponents of numbers") << u"1.5e2 - 50"_s << 100.0;
    QTest::newRow("a comparison with nothing known is false") << u"sqrt(-1) < 1"_s << 0.0;
}

void TestSearch::expressionsHaveTheirValue()
{
    QFETCH(QString, text);
    QFETCH(double, value);
    const std::array values{10.0, 20.0};
    const auto parsed = Expression::parse(text, [](QStringView name) { return name == u"fast" ? 0 : name == u"slow" ? 1 : -1; });
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().detail));
    QCOMPARE(parsed->evaluate(values), value);
}

void TestSearch::foreignTextIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("said");
    QTest::newRow("nothing") << QString() << u"character 1"_s;
    QTest::newRow("an unknown name") << u"sharp * 2"_s << u"not 'sharp'"_s;
    QTest::newRow("an unknown function") << u"system(1)"_s << u"one of abs"_s;
    QTest::newRow("an open parenthesis") << u"(1 + 2"_s << u"')'"_s;
    QTest::newRow("a number too many") << u"1 2"_s << u"character 3"_s;
    QTest::newRow("a number of two points") << u"1.2.3"_s << u"a number"_s;
    QTest::newRow("parentheses without end") << QString(100'000, u'(') << u"fewer levels"_s;
    QTest::newRow("signs without end") << QString(100'000, u'-') + u'1' << u"fewer levels"_s;
    QTest::newRow("operands without end") << u"1^("_s.repeated(90) << u"fewer levels"_s;
}

void TestSearch::foreignTextIsRefused()
{
    QFETCH(QString, text);
    QFETCH(QString, said);
    const auto goal = Goal::parse(text, false, {}, sma());
    QVERIFY(!goal);
    QVERIFY2(goal.error().detail.contains(said), qPrintable(goal.error().detail.right(120)));
}

void TestSearch::rangesAreCounted()
{
    const SearchSpace space = spaceOf({u"fast=5:25:5"_s, u"slow=10:67:5"_s});
    QCOMPARE(space.size(), 60.0); // 5 × 12: 67 is not reached
    QCOMPARE(space.parametersAt(space.pointAt(0)).integer(0), 5);
    QCOMPARE(space.parametersAt(space.pointAt(1)).integer(1), 15); // the last range turns fastest
    QCOMPARE(space.parametersAt(space.pointAt(59)).integer(1), 65);
    const StrategyInfo &bands = **findStrategy(u"bollinger_reversion"_s);
    const auto real = SearchSpace::parse(bands, ParameterSet(bands), {u"width=1:2:0.1"_s});
    QVERIFY(real);
    QCOMPARE(real->size(), 11.0);
    QVERIFY(real->parametersAt({3}).value(1) == 1.3); // and not 1.3000000000000003
}

void TestSearch::badRangesAreNamed_data()
{
    QTest::addColumn<QStringList>("ranges");
    QTest::addColumn<QString>("said");
    QTest::newRow("none") << QStringList() << u"--range name=start:end:step is required"_s;
    QTest::newRow("no equals sign") << QStringList{u"fast"_s} << u"expected name=start:end:step"_s;
    QTest::newRow("an unknown parameter") << QStringList{u"speed=1:2"_s} << u"no parameter 'speed'"_s;
    QTest::newRow("a text") << QStringList{u"fast=1:x:1"_s} << u"not 'x'"_s;
    QTest::newRow("an end below the start") << QStringList{u"fast=9:5:1"_s} << u"the range is empty"_s;
    QTest::newRow("no step") << QStringList{u"fast=5:9:0"_s} << u"a step above 0"_s;
    QTest::newRow("not a number") << QStringList{u"fast=nan:9:1"_s} << u"expected numbers"_s;
    QTest::newRow("beyond what the parameter allows") << QStringList{u"fast=5:1000000:1"_s} << u"outside its range"_s;
    QTest::newRow("fractions of a whole parameter") << QStringList{u"fast=5:9:0.5"_s} << u"whole number"_s;
    QTest::newRow("twice the same") << QStringList{u"fast=5:9"_s, u"fast=10:12"_s} << u"has a range already"_s;
}

void TestSearch::badRangesAreNamed()
{
    QFETCH(QStringList, ranges);
    QFETCH(QString, said);
    const auto space = SearchSpace::parse(sma(), ParameterSet(sma()), ranges);
    QVERIFY(!space);
    QVERIFY2(space.error().detail.contains(said), qPrintable(space.error().detail));
}

void TestSearch::hugeGridsAreRefusedWithTheirCount()
{
    const StrategyInfo &info = **findStrategy(u"supertrend_macd_rsi_ema"_s);
    const auto space = SearchSpace::parse(info, ParameterSet(info), {u"atr_period=2:101:1"_s, u"rsi_period=2:101:1"_s, u"ema=2:101:1"_s, u"macd_signal=2:101:1"_s, u"macd_fast=2:11:1"_s});
    QVERIFY(space);
    const auto goal = Goal::parse(u"sharpe"_s, false, {}, info);
    const auto search = Search::prepare(*space, *goal, {});
    QVERIFY(!search);
    QVERIFY2(search.error().detail.contains(u"1000000000 combinations"), qPrintable(search.error().detail));
    QVERIFY(search.error().detail.contains(u"--method random"));
    SearchSettings random;
    random.method = SearchMethod::Random;
    random.samples = 50;
    QCOMPARE(Search::prepare(*space, *goal, random)->expectedRuns(), std::size_t(50));
}

void TestSearch::constraintsOnParametersSaveRuns()
{
    const SearchSpace space = spaceOf({u"fast=5:25:5"_s, u"slow=10:65:5"_s});
    // The strategy itself wants fast below slow: of 60 combinations 10 fall away, as in the published grid of 50.
    QCOMPARE(Search::prepare(space, goalOf(u"sharpe"_s), {})->expectedRuns(), std::size_t(50));
    const Goal apart = goalOf(u"sharpe"_s, {u"slow >= 2 * fast"_s, u"trade_count > 5"_s});
    // fast 5, 10, 15, 20, 25 with slow from 10, 20, 30, 40, 50 to 65: 12 + 10 + 8 + 6 + 4.
    QCOMPARE(Search::prepare(space, apart, {})->expectedRuns(), std::size_t(40));
    QVERIFY(!Search::prepare(space, goalOf(u"sharpe"_s, {u"fast > slow"_s}), {}));
}

void TestSearch::randomCombinationsAreDistinctAndSeeded()
{
    const SearchSpace space = spaceOf({u"fast=2:40"_s, u"slow=20:90"_s});
    const Goal goal = goalOf(u"fast"_s);
    SearchSettings settings;
    settings.method = SearchMethod::Random;
    settings.samples = 300;
    const auto pointsOf = [&](std::uint64_t seed) {
        settings.seed = seed;
        std::vector<SearchPoint> points;
        for (const Trial &trial : runFormula(*Search::prepare(space, goal, settings), space, goal))
            points.push_back(trial.point);
        return points;
    };
    const auto points = pointsOf(7);
    QCOMPARE(points.size(), std::size_t(300));
    QCOMPARE(std::set<SearchPoint>(points.begin(), points.end()).size(), points.size());
    QVERIFY(points == pointsOf(7));
    QVERIFY(points != pointsOf(8));
    // More than there are: all of them.
    const SearchSpace small = spaceOf({u"fast=2:5"_s, u"slow=20:21"_s});
    QCOMPARE(Search::prepare(small, goal, settings)->expectedRuns(), std::size_t(8));
}

void TestSearch::evolutionFindsTheTopOfAHill_data()
{
    QTest::addColumn<QString>("method");
    QTest::newRow("the genetic algorithm") << u"genetic"_s;
    QTest::newRow("differential evolution") << u"de"_s;
}

void TestSearch::evolutionFindsTheTopOfAHill()
{
    QFETCH(QString, method);
    const SearchSpace space = spaceOf({u"fast=2:200"_s, u"slow=201:500"_s});
    // A hill of 59,700 combinations with its top at 37 and 411.
    const Goal goal = goalOf(u"0 - (fast - 37)^2 - (slow - 411)^2"_s);
    SearchSettings settings;
    settings.method = *parseSearchMethod(method);
    settings.generations = 40;
    settings.seed = 3;
    const Search search = *Search::prepare(space, goal, settings);
    std::size_t runs = 0;
    const std::vector<Trial> trials = runFormula(search, space, goal, &runs);
    QVERIFY(runs <= search.expectedRuns());
    QCOMPARE(trials.size(), runs); // nothing is run twice
    const auto best = std::max_element(trials.begin(), trials.end(), [](const Trial &a, const Trial &b) { return a.objective < b.objective; });
    // 1312 draws by chance come within about √(59700 ÷ 1312 ÷ π) = 4 steps of it; one generation more than chance is wanted.
    QVERIFY2(best->objective > -12, qPrintable(QString::number(best->objective)));
    const std::vector<Trial> again = runFormula(search, space, goal);
    QVERIFY(std::equal(trials.begin(), trials.end(), again.begin(), again.end(), [](const Trial &a, const Trial &b) { return a.point == b.point; }));
}

void TestSearch::plateauIsTheMeanOfTheNeighbourhood()
{
    const SearchSpace space = spaceOf({u"fast=2:4"_s, u"slow=10:12"_s});
    const Goal goal = goalOf(u"sharpe"_s);
    // A peak of 9 beside a cliff, and a plateau of 5:
    //   9 x 5
    //   0 5 5     (x was tried and broke a constraint: it counts as the worst, 0)
    //   0 5 5
    const double values[]{9, -1, 5, 0, 5, 5, 0, 5, 5};
    std::vector<Trial> trials;
    for (std::uint32_t i = 0; i < 9; ++i)
        trials.push_back({.point = space.pointAt(i), .isDone = true, .metrics = {0}, .objective = values[i], .isAccepted = i != 1});
    const auto scores = plateauScores(space, goal, trials);
    QCOMPARE(scores[0].score, (9 + 0 + 0 + 5) / 4.0);
    QVERIFY(!scores[1].isKnown());
    QCOMPARE(scores[8].score, 5.0);
    QCOMPARE(scores[8].neighbours, 3);
    QCOMPARE(scores[4].score, (5 + 9 + 0 + 5 + 0 + 5 + 0 + 5 + 5) / 9.0);
    SearchReport report(space, goal);
    trials.front().metrics.assign(goal.metrics().size(), 1);
    for (Trial &trial : trials)
        trial.metrics.assign(goal.metrics().size(), 1);
    complete(report, trials, std::pair<std::size_t, std::size_t>{0, 1});
    QCOMPARE(report.best()->objective, 9.0);
    QCOMPARE(report.plateau[*report.plateauBest].score, 5.0);
    QCOMPARE(report.heatMap->best.size(), std::size_t(9));
    QCOMPARE(report.heatMap->best[0], 9.0);
    QVERIFY(std::isnan(report.heatMap->best[3])); // fast 2, slow 11: the one that broke a constraint
}

void TestSearch::deflatedSharpeIsThatOfTheSource()
{
    // Bailey and López de Prado 2014, numerical example: 100 trials with an annual variance of 1/2, 1,250 daily returns, best
    // annual Sharpe 2.5, skewness −3, kurtosis 10, 250 days a year: expected maximum 0.1132 a day, deflated 0.9004.
    const Goal goal = goalOf(u"sharpe"_s);
    std::vector<Trial> trials(100);
    const double half = std::sqrt(0.5 * 99 / 100); // ± this has a sample variance of 1/2
    for (std::size_t i = 0; i < trials.size(); ++i) {
        trials[i].metrics.assign(goal.metrics().size(), 0);
        trials[i].metrics[std::size_t(goal.indexOf("sharpe"))] = i % 2 == 0 ? half : -half;
    }
    Trial best = trials[0];
    best.metrics[std::size_t(goal.indexOf("sharpe"))] = 2.5;
    best.metrics[std::size_t(goal.indexOf("days"))] = 1250;
    best.metrics[std::size_t(goal.indexOf("skewness"))] = -3;
    best.metrics[std::size_t(goal.indexOf("kurtosis"))] = 10;
    const DeflatedSharpe deflated = deflatedSharpe(goal, trials, &best, 250);
    QCOMPARE(deflated.trials, std::size_t(100));
    QVERIFY(std::fabs(deflated.expectedMaximum - 0.1132) < 5e-5);
    QVERIFY(std::fabs(deflated.probability - 0.9004) < 5e-5);
}

void TestSearch::figuresEqualThoseOfAWholeReport()
{
    const auto bars = std::make_shared<const BarColumns>(waves(1500));
    TrialTask task = taskOn(bars);
    const RunLeg leg = task.leg;
    const SearchSpace space = spaceOf({u"fast=4:8:2"_s, u"slow=10:30:10"_s});
    std::size_t whole = 0;
    const auto run = [&](const ParameterSet &parameters) {
        const auto strategy = makeStrategy(sma(), parameters, {leg.instrument.id, task.plan.timeframe, leg.calendar});
        return runColumns(task.plan, *strategy, *bars, 0, bars->size());
    };
    task.runBare = run;
    task.runWhole = [&](const ParameterSet &parameters) -> Result<RunReport> {
        ++whole;
        const std::array legs{leg};
        const std::array strategies{RunStrategy{&sma(), parameters}};
        return makeReport({task.plan, legs, strategies, {factsOf(leg, task.plan.timeframe)}, {}}, run(parameters));
    };
    const ParameterSet parameters = space.parametersAt({1, 1});
    const RunReport report = *task.runWhole(parameters);
    // On shared columns, then as runs of their own.
    for (const RunLeg &columns : {leg, RunLeg()}) {
        task.leg = columns;
        std::size_t fast = 0;
        for (const MetricSpec &metric : metricTable()) {
            const Goal goal = goalOf(QString::fromLatin1(metric.key.data(), qsizetype(metric.key.size())));
            const TrialRunner runner(task, space, goal);
            std::vector<Trial> trials{{.point = {1, 1}}};
            TrialRunner::Memory memory;
            whole = 0;
            runner.run(trials, memory);
            fast += whole == 0;
            const double expected = exportedValue(metric, report.figures, TradeSide::All);
            QVERIFY2(trials[0].objective == expected || (std::isnan(trials[0].objective) && std::isnan(expected)), metric.key.data());
            QVERIFY(trials[0].finalEquity == report.result.finalEquity);
        }
        QVERIFY2(fast > 50, "hardly a figure came without a whole report");
    }
}

void TestSearch::threadsChangeNothing()
{
    const TrialTask task = taskOn(std::make_shared<const BarColumns>(waves(800)));
    const SearchSpace space = spaceOf({u"fast=2:20"_s, u"slow=5:60:5"_s});
    const Goal goal = goalOf(u"sharpe"_s, {u"trade_count >= 3"_s});
    const TrialRunner runner(task, space, goal);
    const auto tableOf = [&](std::size_t jobs, SearchMethod method) {
        SearchSettings settings;
        settings.method = method;
        const Search search = *Search::prepare(space, goal, settings);
        TrialPool pool({.runner = runner, .space = space, .goal = goal, .jobs = jobs, .expected = search.expectedRuns()});
        QByteArray table;
        const auto trials = search.run([&](std::span<Trial> batch) { return pool.run(batch); });
        if (!trials)
            return table;
        for (const Trial &trial : *trials)
            table += TrialStore::lineOf(trial);
        return table;
    };
    for (const SearchMethod method : {SearchMethod::Grid, SearchMethod::Random, SearchMethod::Genetic, SearchMethod::Differential}) {
        const QByteArray one = tableOf(1, method);
        QVERIFY(one.count('\n') > 50);
        QCOMPARE(tableOf(2, method), one);
        QCOMPARE(tableOf(5, method), one);
    }
}

void TestSearch::finishedRunsAreNotMadeAgain()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"grid.search"_s);
    const TrialTask task = taskOn(std::make_shared<const BarColumns>(waves(800)));
    const SearchSpace space = spaceOf({u"fast=2:20"_s, u"slow=5:60:5"_s});
    const Goal goal = goalOf(u"sharpe"_s);
    const TrialRunner runner(task, space, goal);
    const Search search = *Search::prepare(space, goal, {});
    std::size_t resumed = 0;
    const auto attempt = [&](std::size_t stopAfter) {
        const auto store = TrialStore::open(path, u"this search"_s, 2);
        TrialPool pool({.runner = runner, .space = space, .goal = goal, .jobs = 2, .expected = search.expectedRuns(), .store = store->get(),
                        .observer = [stopAfter](const SearchProgress &progress) { return progress.done < stopAfter; }});
        const auto trials = search.run([&](std::span<Trial> batch) { return pool.run(batch); });
        resumed = pool.resumed();
        return trials ? *trials : std::vector<Trial>();
    };
    const std::vector<Trial> part = attempt(60);
    QVERIFY(part.size() >= 60 && part.size() < search.expectedRuns());
    const std::vector<Trial> all = attempt(1'000'000);
    QCOMPARE(resumed, part.size());
    QCOMPARE(all.size(), search.expectedRuns());
    QFile::remove(path);
    const std::vector<Trial> atOnce = attempt(1'000'000);
    QCOMPARE(resumed, std::size_t(0));
    for (std::size_t i = 0; i < all.size(); ++i) {
        QCOMPARE(TrialStore::lineOf(all[i]), TrialStore::lineOf(atOnce[i]));
        QVERIFY(all[i].objective == atOnce[i].objective || std::isnan(all[i].objective));
    }
}

void TestSearch::aTornStateIsCutAndAForeignOneRefused()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"torn.search"_s);
    Trial trial{.point = {1, 2}, .isDone = true, .finalEquity = {FixedPoint<MoneyTag>::fromRaw(123), Currency(u"USD"_s)}, .trades = 4, .metrics = {0.1, notAvailable, 1 / 3.0}};
    {
        const auto store = TrialStore::open(path, u"a"_s, 2);
        QVERIFY(store);
        (*store)->keep(trial);
        const auto second = TrialStore::open(path, u"a"_s, 2);
        QVERIFY(!second && second.error().code == ErrorCode::StoreLocked);
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    file.write("3 4 5"); // killed in the middle of a line
    file.close();
    {
        const auto store = TrialStore::open(path, u"a"_s, 2);
        QVERIFY(store);
        QCOMPARE((*store)->size(), std::size_t(1));
        Trial recalled{.point = {1, 2}};
        QVERIFY((*store)->recall(recalled));
        QCOMPARE(TrialStore::lineOf(recalled), TrialStore::lineOf(trial));
        trial.point = {3, 4};
        (*store)->keep(trial);
    }
    QCOMPARE((*TrialStore::open(path, u"a"_s, 2))->size(), std::size_t(2));
    const auto other = TrialStore::open(path, u"b"_s, 2);
    QVERIFY(!other && other.error().code == ErrorCode::Conflict);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("somebody's notes, which must not be lost");
    file.close();
    const auto notes = TrialStore::open(path, u"a"_s, 2);
    QVERIFY(!notes && notes.error().code == ErrorCode::BadData);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("somebody's notes"));
}

void TestSearch::windowsFollowEachOther()
{
    // 1000 rows, 5 parts, 75 % of a window searched: search = 3 parts, 8 parts in all.
    WalkForwardSettings settings{.isAnchored = false, .windows = 5, .inSampleShare = 0.75};
    const auto rolling = walkForwardWindows(settings, 100, 1100);
    QVERIFY(rolling);
    const std::vector<WalkForwardWindow> expected{{100, 475, 600}, {225, 600, 725}, {350, 725, 850}, {475, 850, 975}, {600, 975, 1100}};
    QVERIFY(*rolling == expected);
    settings.isAnchored = true;
    const auto anchored = walkForwardWindows(settings, 100, 1100);
    QVERIFY(std::all_of(anchored->begin(), anchored->end(), [](const WalkForwardWindow &window) { return window.searchFirst == 100; }));
    QCOMPARE(anchored->back().testLast, std::size_t(1100));
    QVERIFY(!walkForwardWindows(settings, 0, 9));
    settings.windows = 0;
    QVERIFY(!walkForwardWindows(settings, 0, 1000));
}

// FAULTS H07
void TestSearch::cellsOfTheTableAreNumbersOrNames()
{
    // Texts of the user reach neither head nor body, so no cell can begin like a formula.
    const SearchSpace space = spaceOf({u"fast=4:8:2"_s, u"slow=10:30:10"_s});
    SearchReport report(space, goalOf(u"-sharpe"_s, {u"-fast < 0"_s}));
    std::vector<Trial> trials;
    for (std::uint32_t i = 0; i < 3; ++i)
        trials.push_back({.point = {i, i}, .isDone = true, .finalEquity = {FixedPoint<MoneyTag>::fromInt(-5), Currency(u"USD"_s)},
                          .metrics = std::vector<double>(report.goal.metrics().size(), i == 0 ? notAvailable : i == 1 ? -1.5 : std::numeric_limits<double>::infinity()),
                          .objective = -2.5, .isAccepted = true});
    trials.push_back({.point = {0, 1}, .isDone = true}); // without a result
    complete(report, trials, {});
    const QList<QByteArray> lines = searchCsv(report).trimmed().split('\n');
    QCOMPARE(lines.size(), 5);
    static const QRegularExpression name(u"^[a-z][a-z0-9_]*$"_s);
    static const QRegularExpression number(u"^(-?[0-9]+(\\.[0-9]+)?(e[-+]?[0-9]+)?)?$"_s);
    for (const QByteArray &cell : lines[0].split(','))
        QVERIFY2(name.match(QString::fromUtf8(cell)).hasMatch(), cell.constData());
    for (qsizetype row = 1; row < lines.size(); ++row) {
        QCOMPARE(lines[row].count(','), lines[0].count(','));
        for (const QByteArray &cell : lines[row].split(','))
            QVERIFY2(number.match(QString::fromUtf8(cell)).hasMatch(), cell.constData());
    }
}

QTEST_APPLESS_MAIN(TestSearch)
#include "tst_search.moc"
