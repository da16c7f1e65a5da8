#include "tests/ui/backtest/backtestbed.h"
#include "ui/charts/heatgrid.h"
#include "ui/charts/stepchart.h"
#include "ui/panels/backtest/searchmap.h"
#include "ui/panels/backtest/setup/formfield.h"
#include "ui/panels/backtest/setup/setupform.h"
#include "ui/widgets/datatable.h"

#include <QDoubleSpinBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace bellwether;
using namespace Qt::StringLiterals;

/// Many runs: reports, searches, walk-forward tests, paths and what is kept.
class TestBacktestResearch : public QObject, private test::BacktestBed {
    Q_OBJECT
private Q_SLOTS:
    void init() { startOver(); }
    void cleanup() { stop(); }

    void aMonthlyReport_isATable_aRowOfItIsRun()
    {
        choose(u"field_preset"_s, u"monthly"_s);
        line(u"field_from"_s)->setText(u"2021-01-15"_s);
        panel()->run();
        QCOMPARE(m_lab->runs.size(), 0U);
        QCOMPARE(m_lab->presets.size(), 1U);
        QCOMPARE(m_lab->presets.back().preset, u"monthly"_s);
        Q_EMIT m_lab->presetProgressed(m_lab->lastJob(), 1, 2);
        QCOMPARE(text(u"backtestStatus"_s), u"1 of 2 runs"_s);
        auto made = std::make_shared<LabPreset>();
        made->request = m_lab->presets.back();
        made->capital = 10'000;
        made->currency = u"USDT"_s;
        for (const auto &[month, share] : {std::pair{u"2021-01"_s, 0.1}, std::pair{u"2021-02"_s, -0.05}})
            made->rows.push_back({.month = month, .instrument = u"BINANCE:BTCUSDT"_s, .strategy = u"cross"_s, .timeframe = u"1h"_s, .trades = 3,
                                  .finalEquity = 10'000 * (1 + share), .returnShare = share});
        Q_EMIT m_lab->presetFinished(m_lab->lastJob(), made);
        QVERIFY(!panel()->isRunning());
        auto *table = find<DataTable>(u"presetTable"_s);
        QVERIFY(table->isVisible());
        QCOMPARE(table->model()->rowCount(), 2);
        QCOMPARE(table->model()->index(0, 1).data().toString(), u"2021-01"_s);
        QVERIFY2(text(u"presetStatus"_s).contains(u"4.50"_s), qPrintable(text(u"presetStatus"_s))); // 1.1 × 0.95 − 1
        const HeatGrid::Content &map = find<HeatGrid>(u"presetMap"_s)->content();
        QCOMPARE(map.rows, QStringList{u"2021"_s});
        QCOMPARE(map.values[1], -5.0);
        Q_EMIT table->rowActivated(0);
        QCOMPARE(m_lab->runs.size(), 1U);
        QCOMPARE(m_lab->runs.back().from, u"2021-01-15"_s); // the period had begun within the month
        QCOMPARE(m_lab->runs.back().to, u"2021-01-31"_s);
        QCOMPARE(m_lab->runs.back().timeframe, u"1h"_s);
        QVERIFY(panel()->form()->preset().isEmpty());
    }

    void aReportThatTradedNothing_saysWhy()
    {
        choose(u"field_preset"_s, u"short-selling"_s);
        panel()->run();
        auto made = std::make_shared<LabPreset>();
        made->request = m_lab->presets.back();
        made->capital = 10'000;
        made->rows.push_back({.instrument = u"NSE:NIFTY"_s, .strategy = u"cross"_s, .timeframe = u"15m"_s, .signalCount = 12,
                              .denied = {{u"short_sale"_s, 3}, {u"rejected_by_the_venue"_s, 9}}});
        made->rows.push_back({.instrument = u"NSE:BANKNIFTY"_s, .strategy = u"intraday_short"_s, .timeframe = u"15m"_s, .returnShare = -0.000'04});
        for (const char *note : {"index: NIFTY cannot be traded", "no volume: NIFTY", "no volume: BANKNIFTY", "gaps: 4", "gaps: 5"})
            made->notes.append(QString::fromLatin1(note));
        Q_EMIT m_lab->presetFinished(m_lab->lastJob(), made);
        const QAbstractItemModel *rows = find<DataTable>(u"presetTable"_s)->model();
        const int last = rows->columnCount() - 1;
        QCOMPARE(rows->index(0, last - 1).data().toString(), u"12"_s);
        QCOMPARE(rows->index(0, last).data().toString(), u"9 × rejected by the venue, 3 × short sale not allowed"_s);
        QCOMPARE(rows->index(1, last).data().toString(), u"the strategy gave no signal"_s);
        const QStringList notes = text(u"presetNotes"_s).split(u'\n');
        QCOMPARE(notes[0], u"2 runs without a trade: 9 × rejected by the venue, 3 × short sale not allowed"_s);
        QCOMPARE(notes[1], u"index: NIFTY cannot be traded"_s);
        QVERIFY(text(u"presetNotes"_s).endsWith(u"1 more: point here"_s));
        // A loss that rounds to nothing has no sign.
        QVERIFY(!find<HeatGrid>(u"presetMap"_s)->content().texts.contains(u"\u22120.0"_s));
    }

    void everythingRanked_asksForNoStrategy()
    {
        choose(u"field_preset"_s, u"comprehensive"_s);
        QVERIFY(!find<QDoubleSpinBox>(u"param_fast"_s)->isVisible());
        panel()->run();
        QVERIFY(m_lab->presets.back().run.strategies.isEmpty());
        QVERIFY(m_lab->presets.back().run.parameters.isEmpty());
        m_lab->fail(ErrorCode::Cancelled, {}, {});
        QVERIFY(find<QPushButton>(u"runBacktest"_s)->isEnabled());
    }

    void aSearch_isSetUpByRanges_andShowsTheBestWhileItGoes()
    {
        auto *page = find<QWidget>(u"startSearch"_s);
        show(panel()->findChild<QTabWidget *>(u"backtestTabs"_s)->widget(3));
        find<QDoubleSpinBox>(u"range_fast_start"_s)->setValue(5);
        find<QDoubleSpinBox>(u"range_fast_end"_s)->setValue(20);
        find<QDoubleSpinBox>(u"range_fast_step"_s)->setValue(5);
        find<QDoubleSpinBox>(u"range_slow_start"_s)->setValue(30);
        find<QDoubleSpinBox>(u"range_slow_end"_s)->setValue(50);
        find<QDoubleSpinBox>(u"range_slow_step"_s)->setValue(10);
        QVERIFY2(text(u"searchEstimate"_s).contains(u"12 runs"_s), qPrintable(text(u"searchEstimate"_s))); // 4 × 3
        QTest::mouseClick(page, Qt::LeftButton);
        QCOMPARE(m_lab->searches.size(), 1U);
        QCOMPARE(m_lab->searches.back().ranges, QStringList({u"fast=5:20:5"_s, u"slow=30:50:10"_s}));
        QCOMPARE(m_lab->searches.back().objective, u"sharpe"_s);
        QCOMPARE(m_lab->searches.back().constraints, QStringList{u"trade_count >= 30"_s});
        auto progress = std::make_shared<LabSearchProgress>();
        *progress = {m_lab->lastJob(), 6, 12, 100, 0.06, {u"fast"_s, u"slow"_s}, true, trial(10, 40, 1.5)};
        Q_EMIT m_lab->searchProgressed(progress);
        auto *table = find<DataTable>(u"trialTable"_s);
        QCOMPARE(table->model()->rowCount(), 1);
        QCOMPARE(find<StepChart>(u"convergenceChart"_s)->pointCount(), 1);
        Q_EMIT m_lab->searchFinished(m_lab->lastJob(), searchResult());
        QCOMPARE(table->model()->rowCount(), 4);
        QTRY_COMPARE(find<HeatGrid>(u"searchMap"_s)->content().values.size(), 4U);
        // A double click takes the combination into the form and runs it.
        Q_EMIT table->rowActivated(1);
        QCOMPARE(m_lab->runs.size(), 1U);
        QCOMPARE(m_lab->runs.back().parameters.mid(0, 2), QStringList({u"fast=5"_s, u"slow=40"_s}));
    }

    void aSearch_isExportedAndStopped_withItsResults()
    {
        show(panel()->findChild<QTabWidget *>(u"backtestTabs"_s)->widget(3));
        QVERIFY(!find<QPushButton>(u"exportSearch"_s)->isEnabled());
        QTest::mouseClick(find<QPushButton>(u"startSearch"_s), Qt::LeftButton);
        QTest::mouseClick(find<QPushButton>(u"stopSearch"_s), Qt::LeftButton);
        QCOMPARE(m_lab->cancelled, std::vector<LabJobId>{m_lab->lastJob()});
        auto stopped = std::make_shared<LabSearch>(*searchResult());
        stopped->wasCancelled = true;
        stopped->csv = "fast,slow\n10,40\n";
        Q_EMIT m_lab->searchFinished(m_lab->lastJob(), stopped);
        QCOMPARE(find<DataTable>(u"trialTable"_s)->model()->rowCount(), 4);
        QVERIFY2(text(u"searchStatus"_s).contains(u"kept"_s), qPrintable(text(u"searchStatus"_s)));
        QTemporaryDir folder;
        panel()->setSavePath([&](QWidget *, const QString &, const QString &suggested, const QString &, const auto &then) { then(folder.filePath(suggested)); });
        QSignalSpy told(panel(), &Panel::notice);
        QTest::mouseClick(find<QPushButton>(u"exportSearch"_s), Qt::LeftButton);
        QVERIFY(told.wait(60'000));
        QFile file(folder.filePath(u"search.csv"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), stopped->csv);
    }

    void theMapOfASearch_hasTheBestOfEachPair_andFramesThePlateau()
    {
        const HeatGrid::Content map = searchMap(*searchResult(), 0, 1);
        QCOMPARE(map.columns, QStringList({u"5"_s, u"10"_s}));
        QCOMPARE(map.rows, QStringList({u"30"_s, u"40"_s}));
        QCOMPARE(map.values[0], 0.5);                 // fast 5, slow 30
        QVERIFY(std::isnan(map.values[1]));           // fast 10, slow 30 was not accepted
        QCOMPARE(map.values[3], 1.5);
        QCOMPARE(map.marked, std::vector<std::size_t>{2}); // fast 5, slow 40
    }

    void paths_areDrawnFromTheRun_aBadNumberIsMarked()
    {
        finish();
        show(panel()->findChild<QTabWidget *>(u"backtestTabs"_s)->widget(5));
        const LabJobId run = panel()->report()->run;
        line(u"paths_ruin"_s)->setText(u"30"_s);
        QTest::mouseClick(find<QPushButton>(u"runPaths"_s), Qt::LeftButton);
        QCOMPARE(m_lab->paths.size(), 1U);
        QCOMPARE(m_lab->paths.back().run, run);
        QCOMPARE(m_lab->paths.back().ruin, u"30"_s);
        m_lab->fail(ErrorCode::OutOfRange, u"ruin"_s, u"--ruin '30': expected 0.1 to 20"_s);
        QVERIFY(qobject_cast<FormField *>(line(u"paths_ruin"_s)->parentWidget())->hasTrouble());
        QTest::mouseClick(find<QPushButton>(u"runPaths"_s), Qt::LeftButton);
        auto result = std::make_shared<LabMonteCarlo>();
        result->result = *simulatePaths({.startingEquity = 100, .steps = 3, .paths = 50, .threads = 1},
                                        pathsOf(PathMethod::Shuffle, {0.1, 0.1, 0.1}, 1));
        Q_EMIT m_lab->monteCarloFinished(m_lab->lastJob(), result);
        const auto *table = find<DataTable>(u"percentileTable"_s);
        QCOMPARE(table->model()->rowCount(), 7);
        QCOMPARE(table->model()->index(3, 1).data().toString(), u"133.10"_s); // 100 × 1.1³ on every path
        QVERIFY(text(u"pathSummary"_s).contains(u"Loss in 0.0 %"_s));
    }

    void aWalkForwardTest_searchesWithTheRangesOfTheOptimiser()
    {
        show(panel()->findChild<QTabWidget *>(u"backtestTabs"_s)->widget(4));
        line(u"walkForwardWindows"_s)->setText(u"4"_s);
        QTest::mouseClick(find<QPushButton>(u"startWalkForward"_s), Qt::LeftButton);
        QCOMPARE(m_lab->walkForwards.size(), 1U);
        QCOMPARE(m_lab->walkForwards.back().windows, u"4"_s);
        QCOMPARE(m_lab->walkForwards.back().search.ranges.size(), 2);
        auto test = std::make_shared<LabWalkForward>();
        test->steps.resize(2);
        test->steps[0].parameters = u"fast 9, slow 21"_s;
        test->efficiency = 0.5;
        Q_EMIT m_lab->walkForwardFinished(m_lab->lastJob(), test);
        const auto *table = find<DataTable>(u"walkForwardTable"_s);
        QCOMPARE(table->model()->rowCount(), 2);
        QVERIFY(table->model()->index(1, 4).data().toString().contains(u"not traded"_s));
        QVERIFY(text(u"walkForwardStatus"_s).contains(u"Efficiency 0.50"_s));
        // A form that is not right starts nothing.
        line(u"field_capital"_s)->setText(u"ten"_s);
        QTest::mouseClick(find<QPushButton>(u"startWalkForward"_s), Qt::LeftButton);
        QCOMPARE(m_lab->walkForwards.size(), 1U);
    }

    void keptRuns_areOpenedComparedAndDeletedAfterAQuestion()
    {
        show(panel()->findChild<QTabWidget *>(u"backtestTabs"_s)->widget(6));
        QCOMPARE(m_lab->listings, 1);
        auto runs = std::make_shared<std::vector<LabKeptRun>>();
        for (const std::int64_t id : {9, 8, 7}) {
            runs->emplace_back();
            runs->back().id = id;
            runs->back().strategies = u"cross"_s;
        }
        Q_EMIT m_lab->runsListed(runs);
        auto *table = find<DataTable>(u"runTable"_s);
        QCOMPARE(table->model()->rowCount(), 3);
        QVERIFY(!find<QPushButton>(u"openRun"_s)->isEnabled());
        table->selectSourceRow(1);
        QTest::mouseClick(find<QPushButton>(u"openRun"_s), Qt::LeftButton);
        QCOMPARE(m_lab->opened, std::vector<std::int64_t>{8});
        m_lab->finishRun();
        QCOMPARE(text(u"headTrades"_s), u"40"_s);
        show(panel()->findChild<QTabWidget *>(u"backtestTabs"_s)->widget(6));
        table->selectAll();
        QTest::mouseClick(find<QPushButton>(u"compareRuns"_s), Qt::LeftButton);
        QCOMPARE(m_lab->compared, (std::vector<std::int64_t>{7, 8, 9}));
        QTest::mouseClick(find<QPushButton>(u"deleteRuns"_s), Qt::LeftButton);
        QVERIFY(m_lab->deleted.empty());
        QTest::mouseClick(m_window->findChild<QPushButton *>(u"confirmDeed"_s), Qt::LeftButton);
        QCOMPARE(m_lab->deleted.size(), 3U);
    }

private:
    static LabTrial trial(double fast, double slow, double objective, bool isAccepted = true)
    {
        LabTrial one;
        one.values = {fast, slow};
        one.objective = objective;
        one.isAccepted = isAccepted;
        one.plateau = objective;
        return one;
    }
    static LabSearchPtr searchResult()
    {
        auto search = std::make_shared<LabSearch>();
        search->names = {u"fast"_s, u"slow"_s};
        search->trials = {trial(10, 40, 1.5), trial(5, 40, 1.25), trial(5, 30, 0.5), trial(10, 30, 9, false)};
        search->plateauBest = 1;
        search->deflatedSharpe = notAvailable;
        return search;
    }
};

QTEST_MAIN(TestBacktestResearch)
#include "tst_backtestresearch.moc"
