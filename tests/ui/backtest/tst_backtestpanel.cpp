#include "tests/support/fakedesk.h"
#include "tests/support/fakelab.h"
#include "ui/charts/curvechart.h"
#include "ui/charts/heatgrid.h"
#include "ui/charts/scatterchart.h"
#include "ui/charts/stepchart.h"
#include "ui/panels/backtest/backtestpanel.h"
#include "ui/panels/backtest/setup/formfield.h"
#include "ui/panels/backtest/overviewpage.h"
#include "ui/panels/backtest/searchmap.h"
#include "ui/panels/backtest/setup/setupform.h"
#include "ui/panels/backtest/setup/symbolpicker.h"
#include "ui/panels/backtest/tradespage.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace bellwether;
using namespace Qt::StringLiterals;

class TestBacktestPanel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<test::FakeDesk>(test::FakeDesk::Options{.symbols = 3, .historyBars = 60, .areSignalsRenewed = false});
        m_lab = std::make_unique<test::FakeLab>();
        open();
    }
    void cleanup()
    {
        m_window.reset();
        m_lab.reset();
        m_desk.reset();
    }

    void run_sendsTheForm_andShowsWhatCameOfIt()
    {
        line(u"field_capital"_s)->setText(u"25000"_s);
        find<QDoubleSpinBox>(u"param_fast"_s)->setValue(7);
        choose(u"field_timeframe"_s, u"15m"_s);
        QTest::keyClick(line(u"field_capital"_s), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_lab->runs.size(), 1U);
        const LabRequest &request = m_lab->runs.front();
        QCOMPARE(request.strategies, QStringList{u"cross"_s});
        QCOMPARE(request.instruments, QStringList{u"BINANCE:BTCUSDT"_s});
        QCOMPARE(request.parameters, QStringList({u"fast=7"_s, u"slow=21"_s, u"ratio=1.2"_s, u"strict=0"_s}));
        QCOMPARE(request.timeframe, u"15m"_s);
        QCOMPARE(request.capital, u"25000"_s);
        QCOMPARE(request.sizing, u"risk"_s);
        QVERIFY(request.commission.isEmpty()); // the venue's own
        QVERIFY(panel()->isRunning());
        m_lab->finishRun(2'000, 40);
        QVERIFY(!panel()->isRunning());
        // 20 × 10 − 20 × 4 and a little for the order: +1.20 %.
        QVERIFY2(text(u"headReturn"_s).startsWith(u"1.20"_s), qPrintable(text(u"headReturn"_s)));
        QCOMPARE(text(u"headTrades"_s), u"40"_s);
        QCOMPARE(text(u"headCosts"_s), u"23.00"_s);
        QCOMPARE(text(u"runBadge"_s), u"few trades"_s);
        QVERIFY(find<QLabel>(u"headSharpe"_s)->toolTip().contains(u"√N"_s)); // the definition
        QVERIFY(!panel()->overview()->equityChart()->isEmpty());
    }

    void theBenchmark_isNamed()
    {
        panel()->run();
        auto report = test::FakeLab::report(m_lab->lastJob(), 2'000, 40);
        report->benchmarkName = u"NIFTY"_s;
        Q_EMIT m_lab->runFinished(m_lab->lastJob(), report);
        QCOMPARE(text(u"headBenchmarkTitle"_s), u"NIFTY held"_s);
        panel()->run();
        report = test::FakeLab::report(m_lab->lastJob(), 2'000, 40);
        report->benchmarkName = u"none"_s;
        report->benchmark = std::make_shared<const std::vector<double>>();
        report->figures.account.buyAndHold = notAvailable;
        Q_EMIT m_lab->runFinished(m_lab->lastJob(), report);
        QCOMPARE(text(u"headBenchmarkTitle"_s), u"Buy and hold"_s);
        QCOMPARE(text(u"headBenchmark"_s), u"n/a"_s);
        QVERIFY(!panel()->overview()->equityChart()->isEmpty());
    }

    void aSecondRun_waitsForTheFirst()
    {
        panel()->run();
        panel()->run();
        QCOMPARE(m_lab->runs.size(), 1U);
    }

    void badInput_isMarkedAtItsField_andNothingRuns_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::newRow("text in the capital") << u"field_capital"_s << u"ten"_s;
        QTest::newRow("a capital of zero") << u"field_capital"_s << u"0"_s;
        QTest::newRow("a day that does not exist") << u"field_from"_s << u"2021-02-30"_s;
        QTest::newRow("a seed of zero") << u"field_seed"_s << u"0"_s;
        QTest::newRow("a confidence above 100") << u"field_min-confidence"_s << u"101"_s;
    }
    void badInput_isMarkedAtItsField_andNothingRuns()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        line(field)->setText(value);
        QTest::mouseClick(find<QPushButton>(u"runBacktest"_s), Qt::LeftButton);
        QCOMPARE(m_lab->runs.size(), 0U);
        auto *holder = qobject_cast<FormField *>(line(field)->parentWidget());
        QVERIFY(holder && holder->hasTrouble());
        QCOMPARE(line(field)->property("tone").toString(), u"loss"_s);
        QVERIFY(line(field)->hasFocus());
        // The next letter takes the mark away.
        QTest::keyClick(line(field), Qt::Key_Backspace);
        QVERIFY(!holder->hasTrouble());
    }

    void aRefusalThatNamesAField_isShownThere()
    {
        panel()->run();
        m_lab->fail(ErrorCode::InvalidArgument, u"to"_s, u"--to 2020: before the first bar"_s);
        QVERIFY(!panel()->isRunning());
        QVERIFY(qobject_cast<FormField *>(line(u"field_to"_s)->parentWidget())->hasTrouble());
        panel()->run();
        m_lab->fail(ErrorCode::OutOfRange, u"slow"_s, u"parameter slow of cross is too small"_s);
        QVERIFY(qobject_cast<FormField *>(find<QDoubleSpinBox>(u"param_slow"_s)->parentWidget())->hasTrouble());
    }

    void ownCosts_areSharesOfWhatWasTypedAsPercent()
    {
        choose(u"field_costs"_s, u"own"_s);
        line(u"field_commission"_s)->setText(u"0.1"_s);
        line(u"field_slippage"_s)->setText(u"0.025"_s);
        panel()->run();
        QCOMPARE(m_lab->runs.back().commission, u"0.001"_s);
        QCOMPARE(m_lab->runs.back().slippage, u"0.00025"_s);
        QVERIFY(m_lab->runs.back().spread.isEmpty());
        QVERIFY(!shareOfPercent(u"0.0000001"_s)); // finer than shares are counted
        QCOMPARE(percentOfShare(u"0.002"_s), u"0.2"_s);
    }

    void theCurve_isDrawnWhileTheRunGoes_andCancelEndsIt()
    {
        panel()->run();
        m_lab->progress(1'000, 4'000);
        QVERIFY(!panel()->overview()->equityChart()->isEmpty());
        QVERIFY2(text(u"backtestStatus"_s).contains(u"1,000 of 4,000"_s), qPrintable(text(u"backtestStatus"_s)));
        QVERIFY(text(u"backtestStatus"_s).contains(u"2.00K bars/s"_s)); // 1,000 in half a second
        QTest::keyClick(line(u"field_capital"_s), Qt::Key_Escape);
        QCOMPARE(m_lab->cancelled, std::vector<LabJobId>{m_lab->lastJob()});
        m_lab->fail(ErrorCode::Cancelled, {}, u"the run was cancelled"_s);
        QVERIFY(panel()->overview()->equityChart()->isEmpty());
        QVERIFY(find<QPushButton>(u"runBacktest"_s)->isEnabled());
    }

    void aCancelledRun_leavesTheLastResult()
    {
        finish();
        const QString before = text(u"headReturn"_s);
        panel()->run();
        m_lab->progress(10, 100);
        m_lab->fail(ErrorCode::Cancelled, {}, u"the run was cancelled"_s);
        QCOMPARE(text(u"headReturn"_s), before);
        QVERIFY(panel()->overview()->equityChart()->legendText(0).contains(u"Buy and hold"_s));
    }

    void anEmptyStore_saysWhatToDo()
    {
        m_lab->emptyStore();
        m_lab->refreshCatalogue();
        QVERIFY(!panel()->form()->hasData());
        panel()->run();
        QCOMPARE(m_lab->runs.size(), 0U);
        bool isTold = false;
        for (const QLabel *label : panel()->findChildren<QLabel *>())
            isTold = isTold || label->text().contains(u"bellwether-cli import"_s);
        QVERIFY(isTold);
        // Files need no store.
        panel()->form()->setFiles({u"one.csv"_s, u"two.csv"_s});
        panel()->run();
        QCOMPARE(m_lab->runs.size(), 1U);
        QCOMPARE(m_lab->runs.back().dataFiles, QStringList({u"one.csv"_s, u"two.csv"_s}));
        QVERIFY(m_lab->runs.back().instruments.isEmpty());
    }

    void theForm_isThereAgainAfterARestart()
    {
        choose(u"field_strategy"_s, u"reversal"_s);
        find<QDoubleSpinBox>(u"param_period"_s)->setValue(33);
        QTest::mouseClick(find<QToolButton>(u"addStrategy"_s), Qt::LeftButton);
        panel()->form()->symbols()->setChosen({u"BINANCE:BTCUSDT"_s, u"BINANCE:ETHUSDT"_s});
        choose(u"kind_size"_s, u"percent"_s);
        line(u"field_size"_s)->setText(u"25"_s);
        choose(u"field_costs"_s, u"maker_taker"_s);
        line(u"field_maker"_s)->setText(u"0.05"_s);
        line(u"field_taker"_s)->setText(u"0.1"_s);
        choose(u"kind_slippage"_s, u"volume"_s);
        line(u"field_slippage"_s)->setText(u"0.1"_s);
        line(u"field_borrow"_s)->setText(u"5"_s);
        choose(u"kind_stop"_s, u"atr"_s);
        line(u"field_stop"_s)->setText(u"1.5"_s);
        choose(u"kind_target"_s, u"%"_s);
        line(u"field_target"_s)->setText(u"4"_s);
        choose(u"kind_trail"_s, u"%"_s);
        line(u"field_trail"_s)->setText(u"2.5"_s);
        choose(u"kind_breakeven"_s, u"atr"_s);
        choose(u"field_benchmark"_s, u"BINANCE:ETHUSDT"_s);
        line(u"field_seed"_s)->setText(u"7"_s);
        line(u"field_time-stop"_s)->setText(u"4h"_s);
        choose(u"field_short"_s, u"short"_s);
        choose(u"field_category"_s, u"day_trading"_s);
        find<QCheckBox>(u"field_warmup"_s)->setChecked(true);
        panel()->form()->setPreset(u"monthly"_s);
        QTest::mouseClick(find<QToolButton>(u"fold_rules"_s), Qt::LeftButton);
        const LabRequest before = panel()->form()->request();
        const QString kept = panel()->state();
        SetupForm fresh;
        fresh.restoreState(kept); // before it knows any strategy
        fresh.setCatalogue(*m_lab->catalogue());
        QVERIFY(fresh.request() == before);
        QCOMPARE(before.strategies, QStringList({u"reversal"_s, u"cross"_s}));
        QCOMPARE(before.costs, u"maker_taker:0.0005/0.001"_s);
        QCOMPARE(before.slippage, u"volume:0.1"_s);
        QCOMPARE(before.stop, u"1.5atr"_s);
        QCOMPARE(before.target, u"4%"_s);
        QCOMPARE(before.trail, u"2.5%"_s);
        QCOMPARE(before.breakeven, u"2atr"_s); // the amount that the field shows
        QCOMPARE(before.benchmark, u"BINANCE:ETHUSDT"_s);
        QCOMPARE(before.seed, u"7"_s);
        QCOMPARE(before.checks, u"warmup"_s);
        QCOMPARE(fresh.preset(), u"monthly"_s);
        QVERIFY(!fresh.findChild<QCheckBox *>(u"field_warmup"_s)->isVisibleTo(&fresh));
    }

    void severalStrategiesAndSymbols_shareARun()
    {
        QTest::mouseClick(find<QToolButton>(u"addStrategy"_s), Qt::LeftButton);
        find<QDoubleSpinBox>(u"param_2_period"_s)->setValue(14); // the first that was not taken: reversal
        // The list of symbols, by keys: Space takes one more, Escape closes.
        QTest::mouseClick(panel()->form()->symbols(), Qt::LeftButton);
        auto *list = panel()->findChild<QListWidget *>(u"symbolList"_s);
        QVERIFY(list->isVisible());
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Space);
        QTest::keyClick(list, Qt::Key_Escape);
        QCOMPARE(panel()->form()->symbols()->text(), u"BTCUSDT, ETHUSDT"_s);
        panel()->run();
        const LabRequest &request = m_lab->runs.back();
        QCOMPARE(request.strategies, QStringList({u"cross"_s, u"reversal"_s}));
        QCOMPARE(request.instruments, QStringList({u"BINANCE:BTCUSDT"_s, u"BINANCE:ETHUSDT"_s}));
        QVERIFY(request.parameters.contains(u"cross.fast=9"_s));
        QVERIFY(request.parameters.contains(u"reversal.period=14"_s));
        m_lab->fail(ErrorCode::OutOfRange, u"period"_s, u"parameter period of reversal is too small"_s);
        QVERIFY(qobject_cast<FormField *>(find<QDoubleSpinBox>(u"param_2_period"_s)->parentWidget())->hasTrouble());
        // One strategy twice is one account with two equal books: refused at the second.
        choose(u"field_strategy2"_s, u"cross"_s);
        panel()->run();
        QCOMPARE(m_lab->runs.size(), 1U);
        QTest::mouseClick(find<QToolButton>(u"removeStrategy2"_s), Qt::LeftButton);
        panel()->run();
        QCOMPARE(m_lab->runs.back().strategies, QStringList{u"cross"_s});
        QVERIFY(m_lab->runs.back().parameters.contains(u"fast=9"_s));
    }

    void costsOfASchedule_goWithSpreadAndSlippage()
    {
        choose(u"field_costs"_s, u"nse_intraday"_s);
        QVERIFY(!line(u"field_commission"_s)->isVisible());
        line(u"field_spread"_s)->setText(u"0.01"_s);
        choose(u"kind_slippage"_s, u"fixed"_s);
        line(u"field_slippage"_s)->setText(u"0.05"_s);
        line(u"field_participation"_s)->setText(u"10"_s);
        panel()->run();
        QCOMPARE(m_lab->runs.back().costs, u"nse_intraday"_s);
        QVERIFY(m_lab->runs.back().commission.isEmpty());
        QCOMPARE(m_lab->runs.back().spread, u"0.0001"_s);
        QCOMPARE(m_lab->runs.back().slippage, u"fixed:0.05"_s);
        QCOMPARE(m_lab->runs.back().participation, u"0.1"_s);
        m_lab->fail(ErrorCode::Cancelled, {}, {});
        choose(u"field_costs"_s, u"flat"_s);
        line(u"field_fee"_s)->setText(u"20"_s);
        panel()->run();
        QCOMPARE(m_lab->runs.back().costs, u"flat:20"_s);
        m_lab->fail(ErrorCode::Cancelled, {}, {});
        // The paper venue goes with the desk's own sizing.
        choose(u"kind_size"_s, u"kelly"_s);
        QCOMPARE(line(u"field_size"_s)->placeholderText(), u"50"_s);
        line(u"field_size"_s)->setText(u"25"_s);
        QCOMPARE(panel()->form()->request().sizing, u"kelly"_s);
        QCOMPARE(panel()->form()->request().size, u"25"_s);
        choose(u"kind_size"_s, u"risk"_s);
        choose(u"field_costs"_s, u"venue"_s);
        choose(u"kind_size"_s, u"fixed"_s);
        QCOMPARE(find<QComboBox>(u"field_costs"_s)->currentData().toString(), u"own"_s);
    }

    void aCheckThatFoundNothing_isNoWarning()
    {
        find<QCheckBox>(u"field_lookahead"_s)->setChecked(true);
        panel()->run();
        QCOMPARE(m_lab->runs.back().checks, u"lookahead"_s);
        auto report = test::FakeLab::report(m_lab->lastJob(), 100, 4);
        report->badges = {u"look-ahead: none, 12 signals are the same on data cut at 8 places"_s, u"zero costs: nothing was charged"_s};
        Q_EMIT m_lab->runFinished(m_lab->lastJob(), report);
        QStringList kinds;
        for (const QLabel *badge : panel()->findChildren<QLabel *>(u"runBadge"_s))
            kinds.append(badge->property("kind").toString() + u' ' + badge->text());
        kinds.sort();
        QCOMPARE(kinds, QStringList({u"caution zero costs"_s, u"passed look-ahead \u2713"_s}));
    }

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

    void exports_areWrittenElsewhere_andSayHowTheyEnded()
    {
        finish();
        QStringList notices;
        connect(panel(), &Panel::notice, this, [&](const QString &said) { notices.append(said); });
        panel()->setSavePath([](QWidget *, const QString &, const QString &suggested, const QString &, const auto &then) { then(u"/tmp/"_s + suggested); });
        QAction *pdf = nullptr;
        for (QAction *one : find<QToolButton>(u"exportRun"_s)->menu()->actions())
            pdf = one->text().contains(u"PDF"_s) ? one : pdf;
        QVERIFY(pdf);
        pdf->trigger();
        QCOMPARE(m_lab->exports.size(), 1U);
        QVERIFY(m_lab->exports.back().format == LabFormat::Pdf);
        QCOMPARE(m_lab->exports.back().path, u"/tmp/cross-report.pdf"_s);
        QCOMPARE(m_lab->exports.back().run, panel()->report()->run);
        m_lab->fail(ErrorCode::FileUnwritable, {}, u"/tmp/cross-report.pdf: Permission denied"_s);
        QVERIFY(notices.back().contains(u"Permission denied"_s));
        Q_EMIT m_lab->exported(m_lab->lastJob(), u"/tmp/cross-report.pdf"_s);
        QCOMPARE(notices.back(), u"Written: /tmp/cross-report.pdf"_s);
    }

    void aTableOfManyRows_isExportedWithoutAStall()
    {
        finish(400'000, 100'000);
        show(panel()->trades());
        QTemporaryDir folder;
        const QString path = folder.filePath(u"trades.csv"_s);
        QSignalSpy told(panel(), &Panel::notice);
        QElapsedTimer clock;
        clock.start();
        panel()->trades()->table()->exportCsv(path);
        const qint64 blocked = clock.elapsed();
        QVERIFY(told.isEmpty()); // not on this thread
        QVERIFY(told.wait(60'000));
        qInfo("export of 100,000 trades: the window waited %lld ms, the file took %lld ms", blocked, clock.elapsed());
        QVERIFY2(blocked < 500, qPrintable(QString::number(blocked)));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), 100'001);
        panel()->trades()->table()->exportCsv(u"/nowhere/at/all.csv"_s);
        QVERIFY(told.wait());
        QVERIFY2(told.back().front().toString().startsWith(u"Not written"_s), qPrintable(told.back().front().toString()));
    }

    void aChosenRow_centresTheCandlesOnItsTrade_aMarkerChoosesItsRow()
    {
        finish(2'000, 40);
        TradesPage *page = panel()->trades();
        show(page);
        page->choose(10);
        const RoundTrip &trade = (*panel()->report()->trades)[10];
        QTRY_VERIFY(page->chart()->isSettled());
        const QCPRange view = page->chart()->view();
        QVERIFY(view.lower < trade.entryBar && trade.exitBar < view.upper);
        QVERIFY(std::fabs(view.center() - (trade.entryBar + trade.exitBar) / 2.0) < 1);
        QVERIFY(!panel()->overview()->equityChart()->hovered());
        // Entry and exit of the next trade, which is closed beyond the edge, follow its own.
        page->chart()->flush();
        Q_EMIT page->chart()->markerClicked(2);
        QCOMPARE(page->chosen(), 11);
    }

    void aPointOfTheCloud_opensItsTrade()
    {
        finish(2'000, 40);
        Q_EMIT panel()->overview()->excursionChart()->pointClicked(7);
        QCOMPARE(panel()->findChild<QTabWidget *>(u"backtestTabs"_s)->currentWidget(), panel()->trades());
        QCOMPARE(panel()->trades()->chosen(), 7);
    }

    void aHundredThousandTrades_areSortedElsewhere_theChosenOneStays()
    {
        finish(400'000, 100'000);
        TradesPage *page = panel()->trades();
        show(page);
        TradeTableModel *model = page->model();
        const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        page->choose(1); // the smallest winner
        QSignalSpy sorted(model, &TradeTableModel::sorted);
        page->table()->sortByColumn(TradeTableModel::PnlColumn, Qt::DescendingOrder);
        QCOMPARE(sorted.count(), 0); // not on this thread
        QVERIFY(sorted.wait());
        QCOMPARE(model->tradeAt(0), 99'999); // the largest result
        QCOMPARE(page->chosen(), 1);
        QCOMPARE(model->rowOf(1), 49'999); // the last of the winners
        page->table()->sortByColumn(-1, Qt::AscendingOrder);
        QVERIFY(sorted.wait());
        QCOMPARE(model->tradeAt(0), 0);
        QCOMPARE(model->index(1, TradeTableModel::CumulativeColumn).data().toString(), u"6.00"_s); // −4 + 10
    }

    void aHundredThousandTrades_areFiltered_sortedAndScrolledWithoutAStall()
    {
        finish(400'000, 100'000);
        TradesPage *page = panel()->trades();
        show(page);
        TradeTableModel *model = page->model();
        QSignalSpy arranged(model, &TradeTableModel::sorted);
        qint64 longest = 0;
        const auto timed = [&](const char *what, auto deed) {
            QElapsedTimer clock;
            clock.start();
            deed();
            const qint64 took = clock.elapsed();
            longest = std::max(longest, took);
            qInfo("%s: the window waited %lld ms", what, took);
        };
        page->choose(4'001);
        timed("filter", [&] { find<QLineEdit>(u"tradeFilter"_s)->setText(u"target"_s); });
        QVERIFY(arranged.wait(20'000));
        QCOMPARE(model->rowCount(), 50'000); // the odd ones
        QCOMPARE(page->chosen(), 4'001);
        QVERIFY2(text(u"tradeCount"_s).contains(u"50,000 of 100,000"_s), qPrintable(text(u"tradeCount"_s)));
        timed("losers", [&] { find<QComboBox>(u"tradeOutcomes"_s)->setCurrentIndex(2); });
        QVERIFY(arranged.wait(20'000));
        QCOMPARE(model->rowCount(), 0); // who reached the target won
        find<QComboBox>(u"tradeOutcomes"_s)->setCurrentIndex(0);
        timed("all again", [&] { find<QLineEdit>(u"tradeFilter"_s)->clear(); });
        QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(), 100'000, 20'000);
        timed("sort", [&] { page->table()->sortByColumn(TradeTableModel::PnlColumn, Qt::DescendingOrder); });
        QVERIFY(arranged.wait(20'000));
        timed("scroll", [&] {
            for (int row = 0; row < 100'000; row += 10'000) {
                page->table()->scrollTo(page->table()->model()->index(row, 0), QAbstractItemView::PositionAtTop);
                page->table()->viewport()->repaint();
            }
        });
        QVERIFY2(longest < 1'000, qPrintable(QString::number(longest)));
        // What a filter hides is shown when it is asked for.
        find<QComboBox>(u"tradeOutcomes"_s)->setCurrentIndex(1);
        QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(), 50'000, 20'000);
        page->choose(10); // a loser
        QTRY_COMPARE_WITH_TIMEOUT(page->chosen(), 10, 20'000);
    }

    void months_areCompoundedAndNamed()
    {
        finish(4'000, 40); // 41 days: January and February
        const HeatGrid::Content &content = panel()->overview()->monthMap()->content();
        QCOMPARE(content.rows, QStringList{u"2021"_s});
        QCOMPARE(content.columns.size(), 13);
        QVERIFY(!std::isnan(content.values[0]) && !std::isnan(content.values[1]) && std::isnan(content.values[2]));
        const double year = (1 + content.values[0]) * (1 + content.values[1]) - 1;
        QVERIFY(std::fabs(content.values[12] - year) < 1e-12);
    }

    void theCrosshair_standsAtTheSameMomentInBothPanes()
    {
        finish();
        CurveChart *chart = panel()->overview()->equityChart();
        chart->flush();
        QTest::mouseMove(chart, QPoint(chart->width() / 2, chart->height() - 60)); // over the drawdown
        QTRY_VERIFY(chart->hovered().has_value());
        const auto row = TimeSeries{panel()->report()->markTime, panel()->report()->equity}.rowAt(*chart->hovered());
        QVERIFY(row);
        const QString equity = Format().number((*panel()->report()->equity)[*row], 2);
        QVERIFY2(chart->legendText(0).contains(equity), qPrintable(chart->legendText(0) + u" / "_s + equity));
        const Timestamp from = chart->viewFrom();
        // The wheel zooms around the moment under the pointer.
        const Timestamp under = *chart->hovered();
        const QPointF at(QPoint(chart->width() / 2, 50));
        QWheelEvent wheel(at, chart->mapToGlobal(at), {}, {0, 240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(chart, &wheel);
        QVERIFY(chart->viewFrom() > from);
        QVERIFY(std::abs((*chart->hovered() - under).count()) < 60'000'000'000);
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
        QVERIFY(told.wait());
        QFile file(folder.filePath(u"search.csv"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), stopped->csv);
    }

    void everyFigure_hasItsFormulaAndWhatItWasMadeFrom()
    {
        finish(2'000, 40);
        const auto *table = find<DataTable>(u"metricTable"_s);
        QVERIFY(table->model()->rowCount() > 40);
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            const QString help = table->model()->index(row, 0).data(Qt::ToolTipRole).toString();
            QVERIFY2(help.contains(u": "_s) && help.contains(u"40 closed trades"_s), qPrintable(help));
            QVERIFY2(help.section(u": "_s, 1).section(u'\n', 0, 0).size() > 5, qPrintable(help));
        }
        for (const auto &name : {u"headReturn"_s, u"headDrawdown"_s, u"headSharpe"_s, u"headTrades"_s, u"headCosts"_s, u"headEquity"_s})
            QVERIFY2(!find<QLabel>(name)->toolTip().isEmpty(), qPrintable(name));
    }

    void entries_areCountedByTheConditionsTheyMet()
    {
        panel()->run();
        auto report = test::FakeLab::report(m_lab->lastJob(), 400, 4);
        report->reasons = std::make_shared<const std::vector<Reason>>(std::vector<Reason>{
            {.label = "fast average", .isMet = true}, {.label = "volume", .isMet = true}, {.label = "breakout", .isMet = true}});
        auto trades = *report->trades; // −4, 10, −4, 10 and a little for the order
        for (RoundTrip &trade : trades)
            trade.reasonCount = 2;
        trades[3].reasonFirst = 2;
        trades[3].reasonCount = 1;
        report->trades = std::make_shared<const std::vector<RoundTrip>>(trades);
        Q_EMIT m_lab->runFinished(m_lab->lastJob(), report);
        const auto *table = find<DataTable>(u"entryTable"_s);
        QCOMPARE(table->model()->rowCount(), 2);
        QCOMPARE(table->model()->index(0, 0).data().toString(), u"long: fast average, volume"_s);
        QCOMPARE(table->model()->index(0, 1).data().toString(), u"3"_s);
        QCOMPARE(table->model()->index(0, 2).data().toString(), u"33.3 %"_s); // one of three
        QCOMPARE(table->model()->index(0, 3).data().toString(), u"2.00"_s);   // −4 + 10 − 4
        QCOMPARE(table->model()->index(1, 0).data().toString(), u"long: breakout"_s);
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

    void ctrlB_givesTheRoomOfTheDesk_andGivesItBack()
    {
        auto *signalsDock = m_window->findChild<QDockWidget *>(u"signalsDock"_s);
        QVERIFY(panel()->isVisible());
        QVERIFY(!signalsDock->isVisible());
        QVERIFY(m_window->action(ActionId::ShowBacktest)->isChecked());
        // What cannot be seen is not approved.
        QVERIFY(!m_window->action(ActionId::ApproveSignal)->isEnabled());
        QTest::keyClick(m_window.get(), Qt::Key_A);
        QCOMPARE(m_desk->count(test::DeskCommand::Kind::Approve), 0);
        QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier);
        QVERIFY(signalsDock->isVisible());
        QVERIFY(!panel()->isVisible());
        QCOMPARE(m_window->size(), QSize(1600, 900)); // side by side both would have asked for more
        for (const QTabBar *tabs : m_window->findChildren<QTabBar *>(Qt::FindDirectChildrenOnly))
            QVERIFY(!tabs->drawBase());
        QVERIFY(m_window->action(ActionId::ApproveSignal)->isEnabled());
        // A panel of the desk brings the desk back.
        QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier);
        QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
        QVERIFY(!panel()->isVisible());
        QVERIFY(m_window->findChild<QDockWidget *>(u"chartDock"_s)->isVisible());
    }

    void everyControl_hasANameForScreenReaders()
    {
        finish();
        for (const QWidget *widget : panel()->findChildren<QWidget *>()) {
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const bool isControl = button || qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget)
                || qobject_cast<const QAbstractItemView *>(widget);
            if (!isControl || widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith(u"qt_"_s)
                || widget->metaObject()->className() == QByteArray("QHeaderView") || qobject_cast<const QComboBox *>(widget->parentWidget())
                || (widget->parentWidget() && widget->parentWidget()->inherits("QComboBoxPrivateContainer")))
                continue;
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                     qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
        }
    }

private:
    void open()
    {
        m_window = std::make_unique<MainWindow>(*m_desk);
        m_window->addLaboratory(*m_lab);
        m_window->resize(1600, 900);
        m_window->show();
        m_desk->publish();
        m_window->flush();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier);
        QVERIFY(panel()->isVisible());
    }
    BacktestPanel *panel() const { return m_window->backtestPanel(); }
    template <typename Widget> Widget *find(const QString &name) const
    {
        auto *found = panel()->findChild<Widget *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    QLineEdit *line(const QString &name) const { return find<QLineEdit>(name); }
    QString text(const QString &name) const { return find<QLabel>(name)->text(); }
    void choose(const QString &name, const QString &value) const
    {
        auto *box = find<QComboBox>(name);
        box->setCurrentIndex(box->findData(value));
    }
    void show(QWidget *page) const { panel()->findChild<QTabWidget *>(u"backtestTabs"_s)->setCurrentWidget(page); }
    void finish(int bars = 2'000, int trades = 40)
    {
        panel()->run();
        m_lab->finishRun(bars, trades);
    }
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

    std::unique_ptr<test::FakeDesk> m_desk;
    std::unique_ptr<test::FakeLab> m_lab;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestBacktestPanel)
#include "tst_backtestpanel.moc"
