#include "tests/support/shareddata.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace bellwether;
using namespace Qt::StringLiterals;

/// Kept runs and what is made of them, as a script calls `backtest`, `runs` and `monte-carlo`.
class TestRunsVerb : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void runsAreKeptWhereThereIsAProfile_data();
    void runsAreKeptWhereThereIsAProfile();
    void aKeptRunIsShownAgain();
    void runsAreCompared();
    void runsAreDeletedAllOrNone();
    void pageIsWritten();
    void monteCarloIsTheSameForRunReportAndTrades();
    void monteCarloOnManyThreads();
    void refusals_data();
    void refusals();

private:
    struct Ran {
        int code = -1;
        QByteArray out;
        QByteArray error;
        QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    };
    Ran run(const QStringList &arguments) const;
    Ran keep(const QStringList &more = {}) const;
    QStringList base() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestRunsVerb::init() { m_folder = std::make_unique<QTemporaryDir>(); }

TestRunsVerb::Ran TestRunsVerb::run(const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder->path());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_DATA_HOME"_s, m_folder->filePath(u"home"_s)); // where the default profile lives
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(BELLWETHER_CLI), arguments);
    if (!process.waitForFinished(120'000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QStringList TestRunsVerb::base() const
{
    return {u"backtest"_s, u"--strategy"_s, u"sma_crossover"_s, u"--sizing"_s, u"all-in"_s,
            u"--json"_s,   u"--data"_s,     test::sharedFile(u"data/us_daily/GOOG.csv"_s)};
}

TestRunsVerb::Ran TestRunsVerb::keep(const QStringList &more) const { return run(base() + QStringList{u"--profile"_s, u"p"_s} + more); }

void TestRunsVerb::runsAreKeptWhereThereIsAProfile_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("profile");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("a bare rule on a file touches no profile") << QStringList() << u"home/bellwether"_s << false;
    QTest::newRow("but is kept when asked for") << QStringList{u"--save"_s} << u"home/bellwether"_s << true;
    QTest::newRow("or when a remark is made") << QStringList{u"--note"_s, u"x"_s} << u"home/bellwether"_s << true;
    QTest::newRow("a named profile keeps") << QStringList{u"--profile"_s, u"p"_s} << u"p"_s << true;
    QTest::newRow("unless it is not to") << QStringList{u"--profile"_s, u"p"_s, u"--no-save"_s} << u"p"_s << false;
}

void TestRunsVerb::runsAreKeptWhereThereIsAProfile()
{
    REQUIRE_SHARED(data, u"data/us_daily/GOOG.csv"_s);
    QFETCH(QStringList, options);
    QFETCH(QString, profile);
    QFETCH(bool, isKept);
    const Ran ran = run(base() + options);
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.error, QByteArray());
    QCOMPARE(ran.json().contains(u"run"), isKept);
    QCOMPARE(QFile::exists(m_folder->filePath(profile + u"/runs.sqlite"_s)), isKept);
}

void TestRunsVerb::aKeptRunIsShownAgain()
{
    REQUIRE_SHARED(data, u"data/us_daily/GOOG.csv"_s);
    const QJsonObject made = keep({u"--note"_s, u"first"_s}).json();
    QCOMPARE(made[u"run"].toInt(), 1);
    const Ran shown = run({u"runs"_s, u"show"_s, u"1"_s, u"--profile"_s, u"p"_s, u"--json"_s});
    QCOMPARE(shown.code, 0);
    const QJsonObject again = shown.json();
    QCOMPARE(again[u"summary"][u"final_equity"].toDouble(), made[u"summary"][u"final_equity"].toDouble());
    QVERIFY(again[u"trades"] == made[u"trades"]);
    QVERIFY(again[u"equity"] == made[u"equity"]);
    QCOMPARE(again[u"run"].toInt(), 1);
    const QJsonArray list = run({u"runs"_s, u"list"_s, u"--profile"_s, u"p"_s, u"--json"_s}).json()[u"runs"].toArray();
    QCOMPARE(list.size(), 1);
    QCOMPARE(list[0][u"params"].toString(), u"fast=10 slow=20"_s);
    QCOMPARE(list[0][u"note"].toString(), u"first"_s);
    QCOMPARE(list[0][u"from"].toString(), u"2004-08-19T00:00:00Z"_s);
    QCOMPARE(list[0][u"fingerprint"].toString(), made[u"data"][u"fingerprint"].toString());
    QCOMPARE(list[0][u"trade_count"].toInt(), made[u"summary"][u"trade_count"].toInt());
}

void TestRunsVerb::runsAreCompared()
{
    REQUIRE_SHARED(data, u"data/us_daily/GOOG.csv"_s);
    const QJsonObject first = keep().json();
    const QJsonObject second = keep({u"--param"_s, u"fast=5"_s, u"--from"_s, u"2008-01-02"_s}).json();
    const QJsonObject compared = run({u"runs"_s, u"compare"_s, u"1"_s, u"2"_s, u"--profile"_s, u"p"_s, u"--json"_s}).json();
    const double one = first[u"summary"][u"return_pct"].toDouble();
    const double two = second[u"summary"][u"return_pct"].toDouble();
    const QJsonObject metric = compared[u"metrics"][u"total_return_pct"].toObject();
    QVERIFY(std::fabs(metric[u"values"][0].toDouble() - one) < 1e-9);
    QVERIFY(std::fabs(metric[u"differences"][1].toDouble() - (two - one)) < 1e-9);
    // The curves stand on one basis, the capital being 1, and the later run has none before it began.
    const QJsonArray curves = compared[u"curves"].toArray();
    QCOMPARE(curves[0][0].toString(), u"2004-08-19"_s);
    QCOMPARE(curves[0][1].toDouble(), 1.0);
    QVERIFY(curves[0][2].isNull());
    QVERIFY(std::fabs(curves.last()[1].toDouble() - (1 + one / 100)) < 1e-9);
    QVERIFY(std::fabs(curves.last()[2].toDouble() - (1 + two / 100)) < 1e-9);
}

void TestRunsVerb::runsAreDeletedAllOrNone()
{
    REQUIRE_SHARED(data, u"data/us_daily/GOOG.csv"_s);
    keep();
    keep();
    const QStringList profile{u"--profile"_s, u"p"_s};
    QCOMPARE(run(QStringList{u"runs"_s, u"delete"_s, u"1"_s, u"7"_s} + profile).code, 2);
    QCOMPARE(run(QStringList{u"runs"_s, u"show"_s, u"1"_s} + profile).code, 0);
    QCOMPARE(run(QStringList{u"runs"_s, u"delete"_s, u"1"_s} + profile).code, 0);
    const Ran gone = run(QStringList{u"runs"_s, u"show"_s, u"1"_s} + profile);
    QCOMPARE(gone.code, 2);
    QCOMPARE(gone.error, QByteArray("bellwether-cli: no run 1 is kept\n"));
    QCOMPARE(run(QStringList{u"runs"_s, u"note"_s, u"2"_s, u"better"_s} + profile).code, 0);
    QVERIFY(run(QStringList{u"runs"_s, u"list"_s} + profile).out.contains("better"));
}

void TestRunsVerb::pageIsWritten()
{
    REQUIRE_SHARED(data, u"data/us_daily/GOOG.csv"_s);
    QCOMPARE(keep({u"--html"_s, u"made.html"_s}).code, 0);
    QCOMPARE(run({u"runs"_s, u"show"_s, u"1"_s, u"--profile"_s, u"p"_s, u"--html"_s, u"again.html"_s}).code, 0);
    for (const QString &name : {u"made.html"_s, u"again.html"_s}) {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(file.readAll());
        while (!xml.atEnd())
            xml.readNext();
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(file.size() > 50'000);
    }
}

void TestRunsVerb::monteCarloIsTheSameForRunReportAndTrades()
{
    REQUIRE_SHARED(data, u"data/us_daily/GOOG.csv"_s);
    QCOMPARE(keep({u"--report"_s, u"r.json"_s, u"--trades"_s, u"t.csv"_s}).code, 0);
    const auto simulate = [&](const QStringList &source) {
        QJsonObject json = run(QStringList{u"monte-carlo"_s, u"--json"_s, u"--seed"_s, u"5"_s, u"--profile"_s, u"p"_s} + source).json();
        for (const QString &own : {u"source"_s, u"seconds"_s, u"currency"_s})
            json.remove(own);
        return json;
    };
    const QJsonObject ofRun = simulate({u"1"_s});
    QCOMPARE(ofRun[u"paths"].toInt(), 10'000);
    QCOMPARE(ofRun[u"fan"].toArray().size(), ofRun[u"steps"].toInt() + 1);
    QVERIFY(ofRun[u"final_equity"][u"p5"].toDouble() < ofRun[u"final_equity"][u"p95"].toDouble());
    QVERIFY(simulate({u"r.json"_s}) == ofRun);
    QVERIFY(simulate({u"--trades"_s, u"t.csv"_s, u"--capital"_s, u"10000"_s}) == ofRun);
    // Shuffled trades end where the run's closed trades end, compounded.
    const QJsonObject shuffled = simulate({u"1"_s, u"--method"_s, u"shuffle"_s});
    const double low = shuffled[u"final_equity"][u"p1"].toDouble();
    QVERIFY(std::fabs(shuffled[u"final_equity"][u"p99"].toDouble() / low - 1) < 1e-9);
}

void TestRunsVerb::monteCarloOnManyThreads()
{
    REQUIRE_SHARED(data, u"data/us_daily/GOOG.csv"_s);
    keep();
    QStringList results;
    for (const QString &jobs : {u"1"_s, u"2"_s, u"7"_s}) {
        QJsonObject json = run({u"monte-carlo"_s, u"1"_s, u"--profile"_s, u"p"_s, u"--method"_s, u"block"_s, u"--jobs"_s, jobs, u"--json"_s}).json();
        QCOMPARE(json[u"samples"].toInt(), 2148); // days of the run
        json.remove(u"seconds"_s);
        results.append(QString::fromUtf8(QJsonDocument(json).toJson()));
    }
    QCOMPARE(results[1], results[0]);
    QCOMPARE(results[2], results[0]);
}

void TestRunsVerb::refusals_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("said");
    const QByteArray good = "pnl\n1\n2\n";
    QTest::newRow("no run") << QStringList{u"monte-carlo"_s} << good << 2 << u"RUN or --trades"_s;
    QTest::newRow("a run that is not kept") << QStringList{u"monte-carlo"_s, u"5"_s} << good << 2 << u"no run 5 is kept"_s;
    QTest::newRow("a file that is not there") << QStringList{u"monte-carlo"_s, u"gone.json"_s} << good << 3 << u"gone.json: "_s;
    QTest::newRow("a file that is no report") << QStringList{u"monte-carlo"_s, u"f"_s} << good << 3 << u"f: not a JSON document"_s;
    QTest::newRow("an unknown method") << QStringList{u"monte-carlo"_s, u"--trades"_s, u"f"_s, u"--method"_s, u"dice"_s} << good << 2 << u"--method 'dice': expected shuffle, bootstrap or block"_s;
    QTest::newRow("days of trades") << QStringList{u"monte-carlo"_s, u"--trades"_s, u"f"_s, u"--method"_s, u"block"_s} << good << 3 << u"f: 0 daily returns, block needs at least two"_s;
    QTest::newRow("no column of results") << QStringList{u"monte-carlo"_s, u"--trades"_s, u"f"_s} << QByteArray("profit\n1\n") << 3 << u"f, line 1: expected a header with a column pnl"_s;
    QTest::newRow("a result that is no number") << QStringList{u"monte-carlo"_s, u"--trades"_s, u"f"_s} << QByteArray("a,pnl\nx,1\nx,nan\n") << 3 << u"f, line 3: pnl 'nan': expected a number"_s;
    QTest::newRow("trades beyond the capital") << QStringList{u"monte-carlo"_s, u"--trades"_s, u"f"_s, u"--capital"_s, u"10"_s} << QByteArray("pnl\n-11\n1\n") << 3 << u"f, line 3: no equity is left"_s;
    QTest::newRow("one trade") << QStringList{u"monte-carlo"_s, u"--trades"_s, u"f"_s} << QByteArray("pnl\n1\n") << 3 << u"f: 1 closed trades"_s;
    QTest::newRow("no capital") << QStringList{u"monte-carlo"_s, u"--trades"_s, u"f"_s, u"--capital"_s, u"0"_s} << good << 2 << u"--capital '0'"_s;
    QTest::newRow("no paths") << QStringList{u"monte-carlo"_s, u"--trades"_s, u"f"_s, u"--paths"_s, u"0"_s} << good << 2 << u"0 paths: expected 1 to 1000000"_s;
    QTest::newRow("ruin beyond everything") << QStringList{u"monte-carlo"_s, u"--trades"_s, u"f"_s, u"--ruin"_s, u"101"_s} << good << 2 << u"ruin"_s;
    QTest::newRow("a word for a number") << QStringList{u"runs"_s, u"delete"_s, u"all"_s} << good << 2 << u"'all': expected the number of a kept run"_s;
    QTest::newRow("one run to compare") << QStringList{u"runs"_s, u"compare"_s, u"1"_s} << good << 2 << u"runs"_s;
}

void TestRunsVerb::refusals()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, file);
    QFETCH(int, code);
    QFETCH(QString, said);
    QFile written(m_folder->filePath(u"f"_s));
    QVERIFY(written.open(QIODevice::WriteOnly) && written.write(file) == file.size());
    written.close();
    const Ran ran = run(arguments + QStringList{u"--profile"_s, u"p"_s});
    QVERIFY2(QString::fromUtf8(ran.error).contains(said), ran.error.constData());
    QCOMPARE(ran.code, code);
    QCOMPARE(ran.out, QByteArray());
}

QTEST_MAIN(TestRunsVerb)
#include "tst_runsverb.moc"
