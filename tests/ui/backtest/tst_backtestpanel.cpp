#include "tests/ui/backtest/backtestbed.h"
#include "ui/charts/curvechart.h"
#include "ui/panels/backtest/overviewpage.h"
#include "ui/panels/backtest/setup/formfield.h"
#include "ui/panels/backtest/setup/setupform.h"
#include "ui/panels/backtest/setup/symbolpicker.h"

#include <QCheckBox>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QListWidget>
#include <QPushButton>
#include <QTabBar>
#include <QToolButton>

using namespace bellwether;
using namespace Qt::StringLiterals;

class TestBacktestPanel : public QObject, private test::BacktestBed {
    Q_OBJECT
private Q_SLOTS:
    void init() { startOver(); }
    void cleanup() { stop(); }

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
};

QTEST_MAIN(TestBacktestPanel)
#include "tst_backtestpanel.moc"
