#include "tests/support/fakedesk.h"
#include "tests/support/fakelab.h"
#include "ui/panels/chart/chartpanel.h"
#include "ui/panels/signals/signalqueuepanel.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/decimaledit.h"

#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace bellwether;
using namespace Qt::StringLiterals;
using Kind = test::DeskCommand::Kind;

class TestMainWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<test::FakeDesk>(
            test::FakeDesk::Options{.symbols = 6, .historyBars = 200, .pendingSignals = 4, .areSignalsRenewed = false});
        open({});
    }
    void cleanup()
    {
        m_window.reset();
        m_desk.reset();
    }

    void a_approvesTheChosenSignal_once_howeverOftenItIsPressed()
    {
        const SignalRow chosen = *queue()->selected();
        m_desk->holdAnswers(true);
        press(Qt::Key_A);
        press(Qt::Key_A);
        QTest::mouseClick(m_window->findChild<QPushButton *>(u"approveButton"_s), Qt::LeftButton);
        QTest::keyClick(queue()->table(), Qt::Key_Return);
        QCOMPARE(m_desk->count(Kind::Approve), 1);
        QCOMPARE(last(Kind::Approve).signal, chosen.id);
        QCOMPARE(last(Kind::Approve).version, chosen.version);
        QVERIFY(!m_window->action(ActionId::ApproveSignal)->isEnabled());
        // The row leaves; the next one is not approved by a press that comes late.
        m_desk->answerHeld();
        step();
        press(Qt::Key_A);
        QCOMPARE(m_desk->count(Kind::Approve), 1);
        QVERIFY(m_window->findChild<QLabel *>(u"signalResult"_s)->text().contains(u"Ordered"_s));
        // After a moment it is.
        QTest::qWait(400);
        press(Qt::Key_A);
        QCOMPARE(m_desk->count(Kind::Approve), 2);
    }

    void aRefusedApproval_isToldAndCanBeTriedAgain()
    {
        for (SignalRow &row : m_desk->pending())
            row.version = 7; // edited behind the window's back
        press(Qt::Key_A);
        QCOMPARE(m_desk->count(Kind::Approve), 1);
        QTRY_VERIFY(queue()->canDecide());
        QVERIFY(m_window->findChild<QLabel *>(u"signalResult"_s)->text().contains(u"not pending any more"_s));
        m_desk->publish();
        m_window->flush();
        press(Qt::Key_A);
        QCOMPARE(m_desk->count(Kind::Approve), 2);
        QCOMPARE(lastCommand().version, 7U);
    }

    void jAndK_moveThroughTheQueue()
    {
        QCOMPARE(queue()->table()->currentSourceRow(), 0);
        press(Qt::Key_J);
        press(Qt::Key_J);
        QCOMPARE(queue()->table()->currentSourceRow(), 2);
        press(Qt::Key_K);
        QCOMPARE(queue()->table()->currentSourceRow(), 1);
        const SignalId chosen = queue()->selected()->id;
        m_desk->addSignal(0, Side::Buy); // arrives on top: the chosen row moves down and stays chosen
        step();
        QCOMPARE(queue()->table()->currentSourceRow(), 2);
        QCOMPARE(queue()->selected()->id, chosen);
    }

    void r_asksForAReason_aDigitGivesIt()
    {
        const SignalRow chosen = *queue()->selected();
        press(Qt::Key_R);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 7);
        QCOMPARE(m_desk->count(Kind::Reject), 0);
        QTest::keyClick(menu, Qt::Key_2);
        QCOMPARE(m_desk->count(Kind::Reject), 1);
        QCOMPARE(lastCommand().signal, chosen.id);
        QVERIFY(lastCommand().reason == RejectReason::TooRisky);
    }

    void escape_rejectsNothing()
    {
        press(Qt::Key_R);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
        QCOMPARE(m_desk->count(Kind::Reject), 0);
    }

    void e_editsSizeAndStop_exactly()
    {
        const SignalRow chosen = *queue()->selected();
        press(Qt::Key_E);
        QWidget *dialog = question();
        QVERIFY(dialog);
        auto *quantity = dialog->findChild<DecimalEdit *>(u"quantity"_s);
        const Quantity before = chosen.quantity;
        QTest::keyClick(quantity, Qt::Key_Up);
        dialog->findChild<DecimalEdit *>(u"target"_s)->clear();
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"save"_s), Qt::LeftButton);
        QCOMPARE(m_desk->count(Kind::Edit), 1);
        const Instrument &instrument
            = *std::ranges::find(m_desk->instruments(), chosen.instrument, &Instrument::id);
        QVERIFY(lastCommand().edit.quantity == before + instrument.lotSize);
        QVERIFY(lastCommand().edit.target == Price());
        QVERIFY(!lastCommand().edit.stop);
        QVERIFY(!lastCommand().edit.limitPrice);
    }

    void anEdit_thatMakesNoSense_cannotBeSaved()
    {
        const SignalRow chosen = *queue()->selected();
        press(Qt::Key_E);
        QWidget *dialog = question();
        auto *stop = dialog->findChild<DecimalEdit *>(u"stop"_s);
        auto *save = dialog->findChild<QPushButton *>(u"save"_s);
        QVERIFY(save->isEnabled());
        stop->setText(u"12.345.6"_s);
        QVERIFY(!save->isEnabled());
        stop->setText(toString(chosen.target)); // beyond the entry
        QVERIFY(!save->isEnabled());
        QVERIFY(!dialog->findChild<QLabel *>(u"problem"_s)->text().isEmpty());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QCOMPARE(m_desk->count(Kind::Edit), 0);
    }

    void theButtonsOfARow_decideThatRow()
    {
        DataTable *table = queue()->table();
        const SignalRow second = m_desk->pending()[1];
        clickButton(table, 1, SignalTableModel::ActionColumn, 0);
        QCOMPARE(m_desk->count(Kind::Approve), 1);
        QCOMPARE(lastCommand().signal, second.id);
        clickButton(table, 1, SignalTableModel::ActionColumn, 0); // busy: the second click does nothing
        QCOMPARE(m_desk->count(Kind::Approve), 1);
    }

    void letters_goIntoAFilterLine_notIntoCommands()
    {
        auto *filter = m_window->findChild<QLineEdit *>(u"signalFilter"_s);
        filter->setFocus();
        QTest::keyClicks(filter, u"ae"_s);
        QCOMPARE(filter->text(), u"ae"_s);
        QCOMPARE(m_desk->count(Kind::Approve), 0);
    }

    void kill_asksOnce_inNumbers()
    {
        m_desk->openPosition(0, Side::Buy);
        step();
        press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        QWidget *dialog = question();
        QVERIFY(dialog);
        QVERIFY(dialog->findChild<QLabel *>(u"confirmText"_s)->text().contains(u"orders cancelled: 2."_s));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QCOMPARE(m_desk->count(Kind::Kill), 0);
        QTest::mouseClick(m_window->findChild<QToolButton *>(u"killButton"_s), Qt::LeftButton);
        dialog = question();
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"confirmDeed"_s), Qt::LeftButton);
        QCOMPARE(m_desk->count(Kind::Kill), 1);
        QVERIFY(!lastCommand().isOn); // flattening is a box to tick
        step();
        QVERIFY(m_window->findChild<QLabel *>(u"alarm"_s)->isVisible());
        QVERIFY(!m_window->action(ActionId::ApproveSignal)->isEnabled());
        QVERIFY(m_window->action(ActionId::CloseAllPositions)->isEnabled());
    }

    void reset_needsANote()
    {
        m_desk->kill(false);
        step();
        m_window->action(ActionId::ResetLatches)->trigger();
        QWidget *dialog = question();
        auto *deed = dialog->findChild<QPushButton *>(u"confirmDeed"_s);
        QVERIFY(!deed->isEnabled());
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"confirmNote"_s), u"feed is back"_s);
        QTest::mouseClick(deed, Qt::LeftButton);
        QCOMPARE(lastCommand().kind, Kind::Reset);
        QCOMPARE(lastCommand().note, u"feed is back"_s);
    }

    void autoTrade_isArmedAfterAQuestion_andSwitchedOffWithoutOne()
    {
        auto *button = m_window->findChild<QToolButton *>(u"autoButton"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(!button->isChecked());
        QCOMPARE(m_desk->count(Kind::AutoTrading), 0);
        QTest::mouseClick(question()->findChild<QPushButton *>(u"confirmDeed"_s), Qt::LeftButton);
        QCOMPARE(m_desk->count(Kind::AutoTrading), 1);
        QVERIFY(lastCommand().isOn);
        step();
        QVERIFY(button->isChecked());
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(m_desk->count(Kind::AutoTrading), 2);
        QVERIFY(!lastCommand().isOn);
    }

    void f6AndF7_askOnce()
    {
        m_desk->openPosition(0, Side::Buy);
        m_desk->openPosition(1, Side::Sell);
        step();
        press(Qt::Key_F7);
        confirm();
        QCOMPARE(m_desk->count(Kind::CancelAll), 1);
        press(Qt::Key_F6);
        confirm();
        QCOMPARE(m_desk->count(Kind::CloseAll), 1);
        step();
        QVERIFY(!m_window->action(ActionId::CloseAllPositions)->isEnabled());
    }

    void enter_doesWhatHasTheFocus_whichIsNothingAtFirst()
    {
        m_desk->openPosition(0, Side::Buy);
        step();
        press(Qt::Key_F6);
        QTest::keyClick(question()->focusWidget(), Qt::Key_Return);
        QVERIFY(!question());
        QCOMPARE(m_desk->count(Kind::CloseAll), 0);
        press(Qt::Key_F6);
        QTest::keyClick(question()->focusWidget(), Qt::Key_Tab);
        QTest::keyClick(question()->focusWidget(), Qt::Key_Return);
        QCOMPARE(m_desk->count(Kind::CloseAll), 1);
    }

    void anOrderThatIsDone_saysSo_whenItIsToBeChanged()
    {
        m_desk->openPosition(0, Side::Buy);
        step();
        show(u"ordersDock"_s);
        auto *orders = m_window->findChild<DataTable *>(u"orderTable"_s);
        m_desk->cancelAllOrders();
        step();
        Q_EMIT orders->rowActivated(0);
        QCOMPARE(m_window->statusBar()->currentMessage(), u"This order cannot be changed any more."_s);
        QVERIFY(!question());
    }

    void aPosition_isClosedByItsButton_anOrderCancelledByIts()
    {
        m_desk->openPosition(2, Side::Buy);
        step();
        show(u"positionsDock"_s);
        clickButton(m_window->findChild<DataTable *>(u"positionTable"_s), 0, 7, 0);
        confirm();
        QCOMPARE(m_desk->count(Kind::Close), 1);
        QCOMPARE(lastCommand().instrument, m_desk->instruments()[2].id);
        m_desk->openPosition(3, Side::Buy);
        step();
        show(u"ordersDock"_s);
        clickButton(m_window->findChild<DataTable *>(u"orderTable"_s), 0, 11, 0);
        QCOMPARE(m_desk->count(Kind::Cancel), 1);
    }

    void theWatchlist_choosesTheChart()
    {
        auto *table = m_window->findChild<DataTable *>(u"watchTable"_s);
        QCOMPARE(m_window->chartPanel()->instrument(), m_desk->instruments()[0].id);
        table->selectSourceRow(3);
        QCOMPARE(m_window->chartPanel()->instrument(), m_desk->instruments()[3].id);
        m_window->findChild<QAction *>(u"timeframe_1h"_s)->trigger();
        QVERIFY(m_window->chartPanel()->timeframe() == Timeframe::H1);
        // One subscription at a time.
        QCOMPARE(m_desk->count(Kind::Subscribe) - m_desk->count(Kind::Unsubscribe), 1);
        QTRY_VERIFY(m_window->chartPanel()->chart()->barCount() >= 200);
    }

    void pause_step_andSpeed_reachTheDesk()
    {
        press(Qt::Key_F8);
        QCOMPARE(m_desk->count(Kind::Pause), 1);
        QVERIFY(lastCommand().isOn);
        m_window->flush();
        m_window->action(ActionId::StepFeed)->trigger();
        QCOMPARE(m_desk->count(Kind::Step), 1);
        auto *speed = m_window->findChild<QComboBox *>(u"feedSpeed"_s);
        QTest::keyClick(speed, Qt::Key_End);
        QTest::keyClick(speed, Qt::Key_Return);
        speed->activated(speed->count() - 1);
        QCOMPARE(lastCommand().kind, Kind::Speed);
        QCOMPARE(lastCommand().speed, 0.0);
    }

    void thePaperBanner_standsInTitleStripAndStatusBar()
    {
        QVERIFY(m_window->windowTitle().startsWith(u"PAPER"_s));
        QCOMPARE(m_window->findChild<QLabel *>(u"modeBadge"_s)->text(), u"PAPER"_s);
        QCOMPARE(m_window->findChild<QLabel *>(u"statusMode"_s)->text(), u"PAPER"_s);
        m_desk->scene().mode = RunMode::Live;
        step();
        QVERIFY(m_window->windowTitle().startsWith(u"LIVE"_s));
        QCOMPARE(m_window->findChild<QLabel *>(u"modeBadge"_s)->property("state").toString(), u"live"_s);
    }

    void ctrlDigits_raiseAndFocusPanels()
    {
        press(Qt::Key_5, Qt::ControlModifier);
        auto *orders = m_window->findChild<DataTable *>(u"orderTable"_s);
        QVERIFY(orders->isVisible());
        QVERIFY(orders->hasFocus());
        press(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(queue()->table()->hasFocus());
    }

    void everyControl_hasANameForScreenReaders()
    {
        for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || !widget->isEnabled()
                || widget->objectName().startsWith(u"qt_"_s))
                continue;
            const bool hasName = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            if (qobject_cast<const QAbstractItemView *>(widget) || button || qobject_cast<const QLineEdit *>(widget)
                || qobject_cast<const QComboBox *>(widget)) {
                QVERIFY2(hasName || widget->metaObject()->className() == QByteArray("QHeaderView")
                             || qobject_cast<const QTabBar *>(widget->parentWidget()),
                         qPrintable(u"%1 '%2'"_s.arg(QString::fromLatin1(widget->metaObject()->className()),
                                                     widget->objectName())));
            }
        }
    }

    void aNarrowWindow_keepsWhatDecides() // U43: what 150 % leaves of a screen of 1600 by 900
    {
        const auto labelOf = [this](const QString &name) {
            const auto labels = m_window->findChildren<QLabel *>();
            const auto found = std::ranges::find(labels, name, [](const QLabel *each) { return each->accessibleName(); });
            return found != labels.end() ? *found : nullptr;
        };
        m_window->resize(1'600, 900);
        QTRY_VERIFY(labelOf(u"Cash"_s)->isVisible());
        auto *timeframes = m_window->findChild<QToolButton *>(u"timeframeMenu"_s);
        QVERIFY(!timeframes->isVisible());
        m_window->resize(1'024, 600);
        QTRY_VERIFY(!labelOf(u"Cash"_s)->isVisible());
        QCOMPARE(m_window->width(), 1'024);
        QTRY_VERIFY(timeframes->isVisible());
        for (const QString &name : {u"killButton"_s, u"autoButton"_s, u"lossGauge"_s, u"modeBadge"_s, u"timeframeMenu"_s, u"approveButton"_s}) {
            const auto *widget = m_window->findChild<QWidget *>(name);
            QVERIFY2(widget->isVisible() && m_window->rect().contains(QRect(widget->mapTo(m_window.get(), QPoint()), widget->size())), qPrintable(name));
        }
        QVERIFY(labelOf(u"Equity"_s)->isVisible());
        m_window->resize(1'600, 900);
        QTRY_VERIFY(labelOf(u"Cash"_s)->isVisible());
        QTRY_VERIFY(!timeframes->isVisible());
    }

    void aDockAtTheMouse_isLetGo_beforeTheLayoutIsMadeAnew()
    {
        auto *dock = m_window->findChild<QDockWidget *>(u"watchDock"_s);
        QTest::mousePress(dock, Qt::LeftButton, {}, QPoint(30, 8));
        QTest::mouseMove(dock, QPoint(120, 90));
        QTest::mouseMove(dock, QPoint(260, 200));
        QVERIFY(dock->isFloating());
        m_window->action(ActionId::ResetLayout)->trigger();
        QTest::mouseMove(dock, QPoint(300, 240));
        QTest::mouseRelease(dock, Qt::LeftButton, {}, QPoint(300, 240));
        QCoreApplication::processEvents();
        QVERIFY(!dock->isFloating());
        QVERIFY(dock->isVisible());
    }

    void theBacktest_isDraggedOutOfItsPlace_andTheDeskComesBack()
    {
        m_window->addLaboratory(m_lab);
        m_window->action(ActionId::ShowBacktest)->trigger();
        QCoreApplication::processEvents();
        auto *dock = m_window->findChild<QDockWidget *>(u"backtestDock"_s);
        const auto *watch = m_window->findChild<QDockWidget *>(u"watchDock"_s);
        QVERIFY(watch->isHidden());
        QTest::mousePress(dock, Qt::LeftButton, {}, QPoint(30, 8));
        QTest::mouseMove(dock, QPoint(120, 90));
        QTest::mouseMove(dock, QPoint(2'500, 1'500));
        QVERIFY(dock->isFloating());
        QTest::mouseRelease(dock, Qt::LeftButton, {}, QPoint(2'500, 1'500));
        QTRY_VERIFY(!watch->isHidden());
        QVERIFY(dock->isFloating() && dock->isVisible());
    }

    void theLayout_survivesARestart()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"bellwether.ini"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[risk]\n# kept\nmax_positions = 7\n");
        file.close();
        open(path);
        auto *watch = m_window->findChild<QDockWidget *>(u"watchDock"_s);
        watch->hide();
        m_window->findChild<DataTable *>(u"signalTable"_s)->setColumnWidth(SignalTableModel::StrategyColumn, 177);
        m_window->action(ActionId::ToggleTheme)->trigger();
        m_window->chartPanel()->show(m_desk->instruments()[2].id, Timeframe::M15);
        m_window->chartPanel()->setIndicators({u"sma:20"_s});
        m_window->close();

        open(path);
        QVERIFY(m_window->findChild<QDockWidget *>(u"watchDock"_s)->isHidden());
        QCOMPARE(m_window->findChild<DataTable *>(u"signalTable"_s)->columnWidth(SignalTableModel::StrategyColumn), 177);
        QCOMPARE(m_window->theme().scheme(), ColorScheme::Light);
        QCOMPARE(m_window->chartPanel()->instrument(), m_desk->instruments()[2].id);
        QVERIFY(m_window->chartPanel()->timeframe() == Timeframe::M15);
        QCOMPARE(m_window->chartPanel()->indicators(), QStringList{u"sma:20"_s});
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("# kept\nmax_positions = 7\n"));
        m_window->action(ActionId::ToggleTheme)->trigger();
    }

    void aSettingsFileThatCannotBeRead_isNotWrittenOver()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"bellwether.ini"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no key here\n");
        file.close();
        open(path);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"layout not saved.*"_s));
        m_window->close();
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("no key here\n"));
    }

private:
    void open(const QString &settingsPath)
    {
        m_window.reset();
        m_window = std::make_unique<MainWindow>(*m_desk, settingsPath);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        queue()->setHold(0);
        step();
        QTest::qWait(360); // the queue has chosen its first row by itself; let that settle
        queue()->setFocus();
    }
    void step()
    {
        m_desk->advance();
        m_window->flush();
        QCoreApplication::processEvents();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(m_window.get(), key, modifiers); }
    void confirm()
    {
        QWidget *dialog = question();
        QVERIFY(dialog);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"confirmDeed"_s), Qt::LeftButton);
    }
    /// The dialog that is open; none is ever modal.
    static QWidget *question()
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (qobject_cast<QDialog *>(widget) && widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    void show(const QString &dock)
    {
        m_window->findChild<QDockWidget *>(dock)->raise();
        QCoreApplication::processEvents();
    }
    void clickButton(DataTable *table, int row, int column, int button)
    {
        table->scrollTo(table->model()->index(row, column));
        const QRect cell = table->visualRect(table->model()->index(row, column));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, CellDelegate::buttonRect(cell, button).center());
    }
    SignalQueuePanel *queue() const { return m_window->signalPanel(); }
    const test::DeskCommand &last(Kind kind) const
    {
        return *std::find_if(m_desk->commands().rbegin(), m_desk->commands().rend(),
                             [kind](const test::DeskCommand &command) { return command.kind == kind; });
    }
    const test::DeskCommand &lastCommand() const { return m_desk->commands().back(); }

    test::FakeLab m_lab;
    std::unique_ptr<test::FakeDesk> m_desk;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
