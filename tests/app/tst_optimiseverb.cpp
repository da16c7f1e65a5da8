#include "tests/support/shareddata.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <csignal>

using namespace bellwether;
using namespace Qt::StringLiterals;

/// `bellwether-cli optimise` and `walk-forward` as a script calls them.
class TestOptimiseVerb : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void publishedGridGivesThePublishedEquities();
    void oneTableOnOneCoreTwoCoresAndTwoRanks_data();
    void oneTableOnOneCoreTwoCoresAndTwoRanks();
    void aKilledSearchGoesOn();
    void aKilledWalkForwardTestGoesOn();
    void anInterruptedSearchKeepsItsResults();
    void refusals_data();
    void refusals();
    void windowsOfAWalkForwardTestAreWhatBacktestSays();

private:
    struct Ran {
        int code = -1;
        QByteArray out;
        QByteArray error;
        QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    };
    QStringList common(const QString &verb) const { return {verb, u"--profile"_s, m_folder->filePath(u"profile"_s), u"--quiet"_s, u"--json"_s}; }
    static Ran run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        if (!process.waitForFinished(120'000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    static Ran run(const QStringList &arguments) { return run(QStringLiteral(BELLWETHER_CLI), arguments); }
    /// The table without what depends on the clock.
    static QByteArray tableOf(const Ran &ran)
    {
        QJsonObject json = ran.json();
        json.remove(u"seconds"_s);
        json.remove(u"resumed_runs"_s);
        return QJsonDocument(json).toJson();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

QStringList published(const QString &data)
{
    return {u"--strategy"_s, u"sma_crossover"_s, u"--data"_s, data,       u"--spread"_s, u"0.002"_s,     u"--short"_s,
            u"--sizing"_s,   u"all-in"_s,        u"--range"_s, u"fast=5:25:5"_s, u"--range"_s, u"slow=10:65:5"_s};
}

/// A search of some seconds, so that it can be stopped on its way.
QStringList lengthy(const QString &data)
{
    return {u"--strategy"_s, u"sma_crossover"_s, u"--data"_s, data, u"--short"_s, u"--sizing"_s, u"percent"_s,
            u"--range"_s,    u"fast=2:60"_s,     u"--range"_s, u"slow=61:160"_s};
}

/// Waits until the search has written down `runs` finished runs; the state file, empty where it never does.
QString waitForState(const QString &folder, int runs)
{
    for (int i = 0; i < 600; ++i) {
        const QFileInfoList files = QDir(folder).entryInfoList({u"*.search"_s}, QDir::Files);
        if (!files.isEmpty()) {
            QFile file(files.front().filePath());
            if (file.open(QIODevice::ReadOnly) && file.readAll().count('\n') > runs)
                return files.front().filePath();
        }
        QTest::qWait(20);
    }
    return {};
}

} // namespace

void TestOptimiseVerb::publishedGridGivesThePublishedEquities()
{
    REQUIRE_SHARED(reference, u"reference/backtest_sma_cross.json"_s);
    REQUIRE_SHARED(data, u"data/us_daily/GOOG.csv"_s);
    QFile file(reference);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject grid = QJsonDocument::fromJson(file.readAll())[u"optimizer_grid"][u"grids"][0].toObject();
    QCOMPARE(grid[u"cost"].toString(), u"spread .002"_s);
    const Ran ran = run(common(u"optimise"_s) + published(data) + QStringList{u"--objective"_s, u"final_equity"_s});
    QCOMPARE(ran.error, QByteArray());
    QCOMPARE(ran.code, 0);
    std::map<std::pair<int, int>, QJsonObject> ours;
    const QJsonObject json = ran.json();
    for (const auto &value : json[u"runs"].toArray())
        ours[{value[u"params"][u"fast"].toInt(), value[u"params"][u"slow"].toInt()}] = value.toObject();
    const QJsonArray rows = grid[u"rows"].toArray();
    QCOMPARE(rows.size(), 50);
    QCOMPARE(ours.size(), std::size_t(50));
    double highest = 0;
    for (const auto &row : rows) {
        const QJsonObject run = ours.at({row[u"fast"].toInt(), row[u"slow"].toInt()});
        QVERIFY2(std::fabs(run[u"final_equity"].toDouble() - row[u"equity_final"].toDouble()) < 1e-6, qPrintable(row[u"equity_final"].toVariant().toString()));
        QCOMPARE(run[u"trade_count"].toInt(), row[u"trades"].toInt());
        QVERIFY(std::fabs(run[u"max_drawdown_pct"].toDouble() + row[u"max_drawdown_pct"].toDouble()) < 1e-6);
        highest = std::max(highest, row[u"equity_final"].toDouble());
    }
    QVERIFY(std::fabs(json[u"best"][u"final_equity"].toDouble() - highest) < 1e-6);
    // Over: nothing is left behind.
    QVERIFY(QDir(m_folder->filePath(u"profile/searches"_s)).isEmpty());
}

void TestOptimiseVerb::oneTableOnOneCoreTwoCoresAndTwoRanks_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("grid") << QStringList{u"--objective"_s, u"calmar"_s};
    QTest::newRow("random") << QStringList{u"--method"_s, u"random"_s, u"--samples"_s, u"30"_s, u"--seed"_s, u"5"_s};
    QTest::newRow("genetic") << QStringList{u"--method"_s, u"genetic"_s, u"--generations"_s, u"5"_s, u"--seed"_s, u"5"_s};
    QTest::newRow("differential evolution") << QStringList{u"--method"_s, u"de"_s, u"--generations"_s, u"5"_s, u"--seed"_s, u"5"_s};
    QTest::newRow("through the engine") << QStringList{u"--sizing"_s, u"risk"_s};
}

void TestOptimiseVerb::oneTableOnOneCoreTwoCoresAndTwoRanks()
{
    REQUIRE_SHARED(data, u"data/us_daily/GOOG.csv"_s);
    QFETCH(QStringList, arguments);
    QStringList search = published(data);
    // Only one sizing may be named.
    if (const qsizetype at = search.indexOf(u"--sizing"_s); arguments.contains(u"risk"_s))
        search.remove(at, 2);
    const QStringList all = common(u"optimise"_s) + search + arguments;
    const Ran one = run(all + QStringList{u"--jobs"_s, u"1"_s});
    QCOMPARE(one.error, QByteArray());
    QCOMPARE(one.code, 0);
    QVERIFY(one.json()[u"runs"].toArray().size() >= 20);
    QCOMPARE(tableOf(run(all + QStringList{u"--jobs"_s, u"2"_s})), tableOf(one));
    const QString mpirun = QStandardPaths::findExecutable(u"mpirun"_s);
    if (mpirun.isEmpty())
        QSKIP("mpirun is absent: the table of two processes was not compared");
    // MPI keeps memory until its process ends: a leak checker must not take that for ours.
    const Ran ranks = run(mpirun, QStringList{u"--allow-run-as-root"_s, u"--oversubscribe"_s, u"-x"_s, u"LSAN_OPTIONS=detect_leaks=0"_s,
                                              u"-n"_s, u"2"_s, QStringLiteral(BELLWETHER_CLI)}
                                      + all + QStringList{u"--jobs"_s, u"1"_s});
    if (ranks.error.contains("built without MPI"))
        QSKIP("built without MPI: the table of two processes was not compared");
    QVERIFY2(ranks.code == 0, ranks.error.constData());
    QCOMPARE(tableOf(ranks), tableOf(one));
}

void TestOptimiseVerb::aKilledSearchGoesOn()
{
    REQUIRE_SHARED(data, u"data/us_daily/GOOG.csv"_s);
    const QStringList all = common(u"optimise"_s) + lengthy(data) + QStringList{u"--jobs"_s, u"1"_s};
    QProcess process;
    process.start(QStringLiteral(BELLWETHER_CLI), all);
    const QString state = waitForState(m_folder->filePath(u"profile/searches"_s), 100);
    process.kill();
    QVERIFY(process.waitForFinished());
    QVERIFY2(!state.isEmpty(), "the search ended before it could be killed");
    QFile file(state);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const qsizetype kept = file.readAll().count('\n') - 1;
    const Ran resumed = run(all);
    QCOMPARE(resumed.code, 0);
    QCOMPARE(resumed.json()[u"resumed_runs"].toInt(), int(kept));
    QVERIFY(!QFile::exists(state));
    const Ran atOnce = run(all);
    QCOMPARE(atOnce.json()[u"resumed_runs"].toInt(), 0);
    QCOMPARE(tableOf(resumed), tableOf(atOnce));
}

void TestOptimiseVerb::aKilledWalkForwardTestGoesOn()
{
    REQUIRE_SHARED(data, u"data/us_daily/GOOG.csv"_s);
    const QString folder = m_folder->filePath(u"profile/searches"_s);
    const QStringList all = common(u"walk-forward"_s) + lengthy(data) + QStringList{u"--windows"_s, u"3"_s, u"--jobs"_s, u"1"_s};
    QProcess process;
    process.start(QStringLiteral(BELLWETHER_CLI), all);
    // In the second window, so that the first is whole.
    for (int i = 0; i < 600 && QDir(folder).entryList({u"*.search"_s}, QDir::Files).size() < 2; ++i)
        QTest::qWait(20);
    process.kill();
    QVERIFY(process.waitForFinished());
    QVERIFY2(QDir(folder).entryList({u"*.search"_s}, QDir::Files).size() >= 2, "the test ended before it could be killed");
    const Ran resumed = run(all);
    QCOMPARE(resumed.code, 0);
    QVERIFY(resumed.json()[u"resumed_runs"].toInt() >= 59 * 100); // of the first window
    QVERIFY(QDir(folder).isEmpty());
    const Ran atOnce = run(all);
    QCOMPARE(atOnce.json()[u"resumed_runs"].toInt(), 0);
    QCOMPARE(tableOf(resumed), tableOf(atOnce));
}

void TestOptimiseVerb::anInterruptedSearchKeepsItsResults()
{
    REQUIRE_SHARED(data, u"data/us_daily/GOOG.csv"_s);
    const QString csv = m_folder->filePath(u"runs.csv"_s);
    QProcess process;
    process.start(QStringLiteral(BELLWETHER_CLI), common(u"optimise"_s) + lengthy(data) + QStringList{u"--csv"_s, csv});
    QVERIFY(!waitForState(m_folder->filePath(u"profile/searches"_s), 100).isEmpty());
    ::kill(pid_t(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 130);
    const QJsonObject json = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    QVERIFY(json[u"search"][u"cancelled"].toBool());
    const auto runs = json[u"runs"].toArray().size();
    QVERIFY(runs >= 100 && runs < json[u"search"][u"expected_runs"].toInt());
    QVERIFY(!json[u"best"].toObject().isEmpty());
    QVERIFY(!QFile::exists(csv));
}

void TestOptimiseVerb::refusals_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("said");
    const auto ranges = [](const QStringList &texts) {
        QStringList arguments{u"--strategy"_s, u"supertrend_macd_rsi_ema"_s, u"--data"_s, u"none.csv"_s};
        for (const QString &text : texts)
            arguments += {u"--range"_s, text};
        return arguments;
    };
    QTest::newRow("a grid that explodes") << ranges({u"atr_period=2:101"_s, u"rsi_period=2:101"_s, u"ema=2:101"_s, u"macd_signal=2:101"_s, u"macd_fast=2:11"_s})
                                          << 2 << QByteArray("the ranges make 1000000000 combinations, a grid takes at most 1000000");
    QTest::newRow("an empty range") << ranges({u"ema=50:20:5"_s}) << 2 << QByteArray("--range 'ema=50:20:5': expected an end that is not below the start");
    QTest::newRow("no range") << ranges({}) << 2 << QByteArray("--range is required");
    QTest::newRow("an unknown objective") << ranges({u"ema=20:50"_s}) + QStringList{u"--objective"_s, u"sharp"_s} << 2 << QByteArray("not 'sharp'");
    QTest::newRow("an unknown method") << ranges({u"ema=20:50"_s}) + QStringList{u"--method"_s, u"magic"_s} << 2 << QByteArray("expected grid, random, genetic or de");
    QTest::newRow("constraints that nothing keeps") << ranges({u"ema=20:50"_s}) + QStringList{u"--constraint"_s, u"ema > 60"_s} << 2 << QByteArray("no combination of the ranges");
    QTest::newRow("a heat map of one parameter") << ranges({u"ema=20:50"_s}) + QStringList{u"--heat-map"_s, u"ema,ema"_s} << 2 << QByteArray("--heat-map 'ema,ema'");
    QTest::newRow("a missing file") << ranges({u"ema=20:50"_s}) << 3 << QByteArray("none.csv");
}

void TestOptimiseVerb::refusals()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QByteArray, said);
    const Ran ran = run(common(u"optimise"_s) + arguments);
    QCOMPARE(ran.code, code);
    QVERIFY2(ran.error.contains(said), ran.error.constData());
    QCOMPARE(ran.out, QByteArray());
}

void TestOptimiseVerb::windowsOfAWalkForwardTestAreWhatBacktestSays()
{
    REQUIRE_SHARED(data, u"data/us_daily/GOOG.csv"_s);
    const Ran ran = run(common(u"walk-forward"_s) + published(data) + QStringList{u"--windows"_s, u"3"_s, u"--anchored"_s, u"--objective"_s, u"final_equity"_s});
    QCOMPARE(ran.error, QByteArray());
    QCOMPARE(ran.code, 0);
    const QJsonObject json = ran.json();
    const QJsonArray windows = json[u"windows"].toArray();
    QCOMPARE(windows.size(), 3);
    QString capital = u"10000"_s;
    for (const auto &window : windows) {
        const auto parameter = [&](const QString &name) { return u"%1=%2"_s.arg(name).arg(window[u"params"][name].toInt()); };
        // The part ends with the midnight after its last day.
        const QString last = QDate::fromString(window[u"out_of_sample_to"].toString().left(10), Qt::ISODate).addDays(-1).toString(Qt::ISODate);
        const QJsonObject part = run({u"backtest"_s, u"--strategy"_s, u"sma_crossover"_s, u"--data"_s, data, u"--spread"_s, u"0.002"_s,
                                      u"--short"_s, u"--sizing"_s, u"all-in"_s, u"--close-at-end"_s, u"close"_s, u"--capital"_s, capital,
                                      u"--param"_s, parameter(u"fast"_s), u"--param"_s, parameter(u"slow"_s), u"--from"_s,
                                      window[u"out_of_sample_from"].toString().left(10), u"--to"_s, last, u"--json"_s, u"--no-equity"_s})
                                     .json();
        QCOMPARE(part[u"data"][u"bars"].toInt(), window[u"out_of_sample_bars"].toInt());
        QCOMPARE(part[u"summary"][u"final_equity"].toDouble(), window[u"end_equity"].toDouble());
        QCOMPARE(part[u"summary"][u"trade_count"].toInt(), window[u"trade_count"].toInt());
        capital = QString::number(window[u"end_equity"].toDouble(), 'f', 8);
    }
    QCOMPARE(json[u"equity"].toArray().last()[1].toDouble(), capital.toDouble());
}

QTEST_GUILESS_MAIN(TestOptimiseVerb)
#include "tst_optimiseverb.moc"
