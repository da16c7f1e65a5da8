#include "app/composition/locallab.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

/// Everything that a laboratory has said, by job.
struct Said {
    explicit Said(LocalLab &lab)
    {
        QObject::connect(&lab, &Laboratory::runProgressed, &lab, [this](const LabProgressPtr &value) { progress.push_back(value); });
        QObject::connect(&lab, &Laboratory::runFinished, &lab, [this](LabJobId job, const LabReportPtr &value) { runs[job] = value; ++ends[job]; });
        QObject::connect(&lab, &Laboratory::monteCarloFinished, &lab, [this](LabJobId job, const LabMonteCarloPtr &value) { paths[job] = value; ++ends[job]; });
        QObject::connect(&lab, &Laboratory::searchProgressed, &lab, [this](const LabSearchProgressPtr &value) {
            searchProgress.push_back(value);
            if (onSearchProgress)
                onSearchProgress(value->job);
        });
        QObject::connect(&lab, &Laboratory::presetProgressed, &lab, [this](LabJobId, int done, int total) { presetProgress.emplace_back(done, total); });
        QObject::connect(&lab, &Laboratory::presetFinished, &lab, [this](LabJobId job, const LabPresetPtr &value) { tables[job] = value; ++ends[job]; });
        QObject::connect(&lab, &Laboratory::searchFinished, &lab, [this](LabJobId job, const LabSearchPtr &value) { searches[job] = value; ++ends[job]; });
        QObject::connect(&lab, &Laboratory::walkForwardProgressed, &lab, [this](LabJobId job, int window, int windows, double share) {
            windowProgress.push_back({window, windows, share});
            if (onWindowProgress)
                onWindowProgress(job, window);
        });
        QObject::connect(&lab, &Laboratory::walkForwardFinished, &lab, [this](LabJobId job, const LabWalkForwardPtr &value) { tests[job] = value; ++ends[job]; });
        QObject::connect(&lab, &Laboratory::runsListed, &lab, [this](const LabKeptRunsPtr &value) { kept = value; });
        QObject::connect(&lab, &Laboratory::comparisonMade, &lab, [this](LabJobId job, const LabComparisonPtr &value) { comparisons[job] = value; ++ends[job]; });
        QObject::connect(&lab, &Laboratory::exported, &lab, [this](LabJobId job, const QString &) { ++ends[job]; });
        QObject::connect(&lab, &Laboratory::failed, &lab, [this](LabJobId job, const LabFailure &failure) { failures[job] = failure; ++ends[job]; });
    }

    std::vector<LabProgressPtr> progress;
    std::vector<LabSearchProgressPtr> searchProgress;
    std::vector<std::tuple<int, int, double>> windowProgress;
    std::function<void(LabJobId)> onSearchProgress;
    std::function<void(LabJobId, int)> onWindowProgress;
    std::map<LabJobId, LabReportPtr> runs;
    std::map<LabJobId, LabPresetPtr> tables;
    std::vector<std::pair<int, int>> presetProgress;
    std::map<LabJobId, LabMonteCarloPtr> paths;
    std::map<LabJobId, LabSearchPtr> searches;
    std::map<LabJobId, LabWalkForwardPtr> tests;
    std::map<LabJobId, LabComparisonPtr> comparisons;
    std::map<LabJobId, LabFailure> failures;
    std::map<LabJobId, int> ends;
    LabKeptRunsPtr kept;
};

} // namespace

#define WAIT_FOR(job) QTRY_VERIFY_WITH_TIMEOUT(said.ends[job] > 0, 60'000)

/// Research as the window asks for it, with the loop of its thread.
class TestLocalLab : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aRunIsReportedAndKept();
    void aCancelledRunEndsOnce();
    void aPresetIsOneTable();
    void troubleNamesTheField_data();
    void troubleNamesTheField();
    void checksAreSaidAsBadges();
    void aCancelledSearchKeepsItsRunsAndGoesOn();
    void aCancelledWalkForwardTestGoesOn();
    void pathsAreDrawnFromARunOfTheSession();
    void keptRunsAreOpenedComparedAndDeleted();
    void exportsAreWholeOrNot();
    void goingAwayEndsTheWork();

private:
    LabRequest request() const;
    LabSearchRequest search() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    Profile m_profile;
};

void TestLocalLab::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_profile = *Profile::open(m_folder->filePath(u"profile"_s));
    // Half hours on a slow wave: crosses of averages come every hundred bars or so.
    QFile file(m_folder->filePath(u"wave.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QByteArray text("time,open,high,low,close,volume\n");
    const Timestamp first = *parseIsoTime(u"2021-01-01T00:00:00Z");
    for (int i = 0; i < 20'000; ++i) {
        const QByteArray price = QByteArray::number(100 + 10 * std::sin(double(i) / 30), 'f', 2);
        text += toIsoString(first + Duration(std::chrono::minutes(30 * i))).toLatin1() + ',' + price + ',' + price + ',' + price + ',' + price + ",1000000\n";
    }
    file.write(text);
}

LabRequest TestLocalLab::request() const
{
    LabRequest request;
    request.dataFiles = {m_folder->filePath(u"wave.csv"_s)};
    request.strategies = {u"sma_crossover"_s};
    request.sizing = u"fixed"_s;
    request.canShort = true;
    return request;
}

LabSearchRequest TestLocalLab::search() const
{
    LabSearchRequest search;
    search.run = request();
    search.run.sizing = u"percent"_s;
    search.ranges = {u"fast=2:40"_s, u"slow=41:140"_s};
    return search;
}

void TestLocalLab::aRunIsReportedAndKept()
{
    LocalLab lab(m_profile, {});
    Said said(lab);
    LabRequest asked = request();
    asked.seed = u"42"_s;
    const LabJobId job = lab.startRun(asked);
    QCOMPARE(said.ends[job], 0); // nothing is done on this thread
    WAIT_FOR(job);
    QTRY_VERIFY_WITH_TIMEOUT(said.kept, 60'000);
    QVERIFY(said.runs.contains(job));
    const LabReport &report = *said.runs[job];
    QCOMPARE(report.bars, std::int64_t(20'000));
    QVERIFY(report.trades->size() > 100);
    QCOMPARE(report.equity->size(), std::size_t(20'000));
    QVERIFY(report.request == asked);
    QVERIFY(!said.progress.empty());
    QVERIFY(said.progress.front()->done > 0 && said.progress.front()->total == 20'000);
    QCOMPARE(said.kept->size(), std::size_t(1));
    QCOMPARE(said.kept->front().trades, std::int64_t(report.trades->size()));
    QCOMPARE(said.kept->front().seed, std::int64_t(42));
    QCOMPARE(said.ends[job], 1);
}

void TestLocalLab::aCancelledRunEndsOnce()
{
    LocalLab lab(m_profile, {});
    Said said(lab);
    const LabJobId job = lab.startRun(request());
    lab.cancel(job);
    lab.cancel(job + 1); // none: no effect
    WAIT_FOR(job);
    QVERIFY(said.failures[job].code == ErrorCode::Cancelled);
    QVERIFY(said.runs.empty());
    lab.refreshRuns();
    QTRY_VERIFY_WITH_TIMEOUT(said.kept, 60'000);
    QVERIFY(said.kept->empty());
    QCOMPARE(said.ends[job], 1);
}

void TestLocalLab::aPresetIsOneTable()
{
    LocalLab lab(m_profile, {});
    Said said(lab);
    LabPresetRequest asked{.run = request(), .preset = u"monthly"_s};
    const LabJobId job = lab.startPreset(asked);
    WAIT_FOR(job);
    // 20,000 half hours are 416 days and a few hours: January 2021 to February 2022.
    const LabPreset &table = *said.tables[job];
    QCOMPARE(table.rows.size(), std::size_t(14));
    QCOMPARE(table.rows.front().month, u"2021-01"_s);
    QCOMPARE(table.rows.back().month, u"2022-02"_s);
    QVERIFY(table.rows[3].trades > 0);
    QCOMPARE(said.presetProgress.size(), std::size_t(14));
    QCOMPARE(said.presetProgress.back(), (std::pair{14, 14}));
    QVERIFY(table.request.preset == u"monthly"_s);

    asked.preset = u"weekly"_s;
    const LabJobId wrong = lab.startPreset(asked);
    asked.preset = u"comprehensive"_s;
    const LabJobId cancelled = lab.startPreset(asked);
    lab.cancel(cancelled);
    WAIT_FOR(wrong);
    WAIT_FOR(cancelled);
    QCOMPARE(said.failures[wrong].field, u"preset"_s);
    QVERIFY(said.failures[cancelled].code == ErrorCode::Cancelled);
    QCOMPARE(said.ends[cancelled], 1);
}

void TestLocalLab::troubleNamesTheField_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("named");
    QTest::newRow("capital") << u"capital"_s << u"-5"_s << u"capital"_s;
    QTest::newRow("a strategy that is not there") << u"strategy"_s << u"magic"_s << u"strategy"_s;
    QTest::newRow("size") << u"size"_s << u"much"_s << u"size"_s;
    QTest::newRow("stop") << u"stop"_s << u"far"_s << u"stop"_s;
    QTest::newRow("a trailing stop") << u"trail"_s << u"far"_s << u"trail"_s;
    QTest::newRow("breakeven") << u"breakeven"_s << u"strategy"_s << u"breakeven"_s;
    QTest::newRow("a benchmark that is not stored") << u"benchmark"_s << u"NSE:NOWHERE"_s << u"benchmark"_s;
    QTest::newRow("seed") << u"seed"_s << u"0"_s << u"seed"_s;
    QTest::newRow("detail bars as long as the bars") << u"detail"_s << u"30m"_s << u"detail"_s;
    QTest::newRow("detail bars that the file does not have") << u"detail"_s << u"1m"_s << u"detail"_s;
    QTest::newRow("costs") << u"costs"_s << u"free"_s << u"costs"_s;
    QTest::newRow("category") << u"category"_s << u"lazy"_s << u"category"_s;
    QTest::newRow("a period without bars") << u"from"_s << u"2030-01-01"_s << u"from"_s;
    QTest::newRow("checks") << u"checks"_s << u"luck"_s << u"check"_s;
}

void TestLocalLab::troubleNamesTheField()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(QString, named);
    LocalLab lab(m_profile, {});
    Said said(lab);
    LabRequest wrong = request();
    const std::map<QString, QString LabRequest::*> fields{{u"capital"_s, &LabRequest::capital}, {u"size"_s, &LabRequest::size}, {u"stop"_s, &LabRequest::stop},
                                                          {u"detail"_s, &LabRequest::detail}, {u"costs"_s, &LabRequest::costs},
                                                          {u"category"_s, &LabRequest::category}, {u"from"_s, &LabRequest::from},
                                                          {u"checks"_s, &LabRequest::checks}, {u"trail"_s, &LabRequest::trail},
                                                          {u"breakeven"_s, &LabRequest::breakeven}, {u"benchmark"_s, &LabRequest::benchmark},
                                                          {u"seed"_s, &LabRequest::seed}};
    if (field == u"strategy")
        wrong.strategies = {value};
    else
        wrong.*fields.at(field) = value;
    const LabJobId job = lab.startRun(wrong);
    WAIT_FOR(job);
    QVERIFY(said.runs.empty());
    QVERIFY(!said.failures[job].text.isEmpty());
    QCOMPARE(said.failures[job].field, named);
    QCOMPARE(said.ends[job], 1);
}

void TestLocalLab::checksAreSaidAsBadges()
{
    LocalLab lab(m_profile, {});
    Said said(lab);
    LabRequest asked = request();
    asked.checks = u"lookahead,warmup"_s;
    const LabJobId job = lab.startRun(asked);
    WAIT_FOR(job);
    QVERIFY(said.runs.contains(job));
    const QString badges = said.runs[job]->badges.join(u'\n');
    QVERIFY2(badges.contains(u"look-ahead: none"_s) && badges.contains(u"warm-up: none missing"_s), qPrintable(badges));
}

void TestLocalLab::aCancelledSearchKeepsItsRunsAndGoesOn()
{
    LocalLab lab(m_profile, {});
    Said said(lab);
    said.onSearchProgress = [&](LabJobId job) { lab.cancel(job); };
    const LabJobId first = lab.startSearch(search());
    WAIT_FOR(first);
    const LabSearch &part = *said.searches[first];
    QVERIFY(part.wasCancelled);
    QCOMPARE(part.expected, std::int64_t(39 * 100));
    QVERIFY(!part.trials.empty() && std::int64_t(part.trials.size()) < part.expected);
    QVERIFY(!said.searchProgress.empty());
    QCOMPARE(said.searchProgress.front()->names, (QStringList{u"fast"_s, u"slow"_s}));

    said.onSearchProgress = {};
    const LabJobId second = lab.startSearch(search());
    WAIT_FOR(second);
    const LabSearch &whole = *said.searches[second];
    QVERIFY(!whole.wasCancelled);
    QCOMPARE(whole.trials.size(), std::size_t(39 * 100));
    QVERIFY(whole.resumed >= std::int64_t(part.trials.size()));
    QCOMPARE(said.ends[first] + said.ends[second], 2);
}

void TestLocalLab::aCancelledWalkForwardTestGoesOn()
{
    LocalLab lab(m_profile, {});
    Said said(lab);
    LabWalkForwardRequest asked;
    asked.search = search();
    asked.search.ranges = {u"fast=2:20:2"_s, u"slow=21:61:5"_s};
    asked.windows = u"3"_s;
    said.onWindowProgress = [&](LabJobId job, int window) {
        if (window == 1)
            lab.cancel(job);
    };
    const LabJobId first = lab.startWalkForward(asked);
    WAIT_FOR(first);
    QVERIFY(said.tests.contains(first));
    said.onWindowProgress = {};
    const LabJobId second = lab.startWalkForward(asked);
    WAIT_FOR(second);
    const LabWalkForward &whole = *said.tests[second];
    QVERIFY(!whole.wasCancelled);
    QCOMPARE(whole.steps.size(), std::size_t(3));
    // The windows that were there come out as they did.
    for (std::size_t i = 0; i < said.tests[first]->steps.size(); ++i)
        QCOMPARE(said.tests[first]->steps[i].parameters, whole.steps[i].parameters);
}

void TestLocalLab::pathsAreDrawnFromARunOfTheSession()
{
    LocalLab lab(m_profile, {});
    Said said(lab);
    const LabJobId run = lab.startRun(request());
    WAIT_FOR(run);
    const LabJobId drawn = lab.startMonteCarlo({.run = run, .paths = u"500"_s});
    const LabJobId foreign = lab.startMonteCarlo({.run = run + 100});
    const LabJobId wrong = lab.startMonteCarlo({.run = run, .paths = u"many"_s});
    WAIT_FOR(drawn);
    WAIT_FOR(foreign);
    WAIT_FOR(wrong);
    QCOMPARE(said.paths[drawn]->result.paths, std::size_t(500));
    QVERIFY(said.failures[foreign].code == ErrorCode::NotFound);
    QCOMPARE(said.failures[wrong].field, u"paths"_s);
}

void TestLocalLab::keptRunsAreOpenedComparedAndDeleted()
{
    LocalLab lab(m_profile, {});
    Said said(lab);
    const LabJobId one = lab.startRun(request());
    WAIT_FOR(one);
    LabRequest other = request();
    other.parameters = {u"fast=5"_s};
    const LabJobId two = lab.startRun(other);
    WAIT_FOR(two);
    QTRY_VERIFY_WITH_TIMEOUT(said.kept && said.kept->size() == 2, 60'000);
    QVERIFY(said.failures.empty());
    const std::vector<std::int64_t> ids{said.kept->at(1).id, said.kept->at(0).id};

    const LabJobId opened = lab.openRun(ids[0]);
    const LabJobId compared = lab.compareRuns(ids);
    const LabJobId missing = lab.openRun(999);
    WAIT_FOR(opened);
    WAIT_FOR(compared);
    WAIT_FOR(missing);
    QVERIFY(said.runs[opened]->finalEquity == said.runs[one]->finalEquity);
    QCOMPARE(said.runs[opened]->trades->size(), said.runs[one]->trades->size());
    QCOMPARE(said.comparisons[compared]->runs.size(), std::size_t(2));
    QVERIFY(said.failures[missing].code == ErrorCode::NotFound);

    const LabJobId refused = lab.deleteRuns({ids[0], 999});
    WAIT_FOR(refused);
    lab.refreshRuns();
    QTest::qWait(50);
    QTRY_COMPARE_WITH_TIMEOUT(said.kept->size(), std::size_t(2), 60'000); // all of them, or none
    lab.deleteRuns({ids[0]});
    QTRY_COMPARE_WITH_TIMEOUT(said.kept->size(), std::size_t(1), 60'000);
    QCOMPARE(said.kept->front().id, ids[1]);
}

void TestLocalLab::exportsAreWholeOrNot()
{
    LocalLab lab(m_profile, {});
    Said said(lab);
    const LabJobId run = lab.startRun(request());
    WAIT_FOR(run);
    const QString path = m_folder->filePath(u"trades.csv"_s);
    const LabJobId good = lab.exportRun(run, LabFormat::TradesCsv, path);
    const LabJobId bad = lab.exportRun(run, LabFormat::Html, m_folder->filePath(u"none/page.html"_s));
    const LabJobId foreign = lab.exportRun(run + 100, LabFormat::Json, m_folder->filePath(u"run.json"_s));
    WAIT_FOR(good);
    WAIT_FOR(bad);
    WAIT_FOR(foreign);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), qsizetype(said.runs[run]->trades->size() + 1));
    QVERIFY(said.failures[bad].code == ErrorCode::FileUnwritable);
    QVERIFY(said.failures[foreign].code == ErrorCode::NotFound);
    QVERIFY(!QFile::exists(m_folder->filePath(u"run.json"_s)));
}

void TestLocalLab::goingAwayEndsTheWork()
{
    auto lab = std::make_unique<LocalLab>(m_profile, Settings());
    LabSearchRequest endless = search();
    endless.run.stop = u"2%"_s; // one run after the other
    lab->startSearch(endless);
    lab->startRun(request());
    QTest::qWait(50);
    QElapsedTimer clock;
    clock.start();
    lab.reset();
    QVERIFY2(clock.elapsed() < 10'000, qPrintable(QString::number(clock.elapsed())));
}

QTEST_GUILESS_MAIN(TestLocalLab)
#include "tst_locallab.moc"
