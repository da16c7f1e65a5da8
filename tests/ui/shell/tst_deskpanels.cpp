#include "tests/support/fakedesk.h"
#include "ui/panels/chart/chartpanel.h"
#include "ui/panels/exposure/exposurepanel.h"
#include "ui/panels/signals/signalqueuepanel.h"
#include "ui/panels/ticket/ticketpanel.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/statusstrip.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/decimaledit.h"
#include "ui/widgets/lamp.h"
#include "ui/widgets/ringbutton.h"

#include <QAbstractItemModelTester>
#include <QCloseEvent>
#include <QComboBox>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QTest>
#include <QToolButton>

using namespace bellwether;
using namespace Qt::StringLiterals;
using Kind = test::DeskCommand::Kind;

/// The panels around the chart: U23 to U38, U46, and the approval card.
class TestDeskPanels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<test::FakeDesk>(
            test::FakeDesk::Options{.symbols = 6, .historyBars = 60, .pendingSignals = 3, .areSignalsRenewed = false});
        m_window = std::make_unique<MainWindow>(*m_desk);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        step();
        QTest::qWait(360); // the queue has chosen its first row by itself
    }
    void cleanup()
    {
        m_window->closeNow();
        m_window.reset();
        m_desk.reset();
    }

    // Ticket

    void b_buysTheSymbolOfTheChosenRow() // U24
    {
        m_desk->openPosition(3, Side::Buy);
        step();
        m_window->action(ActionId::ShowPanel4)->trigger();
        auto *positions = m_window->findChild<DataTable *>(u"positionTable"_s);
        positions->selectSourceRow(0);
        QVERIFY(positions->hasFocus());
        QTest::keyClick(positions, Qt::Key_S);
        QVERIFY(ticket()->request()->side == Side::Sell);
        QCOMPARE(ticket()->request()->instrument, m_desk->instruments()[3].id);
        QVERIFY(m_window->chartPanel()->instrument() != m_desk->instruments()[3].id);
        QTest::keyClick(edit(u"quantity"_s), Qt::Key_Escape);
        m_window->action(ActionId::ShowPanel1)->trigger();
        const InstrumentId chosen = m_window->signalPanel()->selected()->instrument;
        press(Qt::Key_B);
        QCOMPARE(ticket()->request()->instrument, chosen);
    }

    void b_opensABuyTicket_ofTheSymbolOnTheChart_s_aSellTicket() // U24
    {
        m_window->action(ActionId::ShowPanel3)->trigger(); // the watchlist, whose row the chart follows
        press(Qt::Key_B);
        QVERIFY(ticket()->isVisible());
        QVERIFY(ticket()->request()->side == Side::Buy);
        QCOMPARE(ticket()->request()->instrument, m_window->chartPanel()->instrument());
        QTest::keyClick(edit(u"quantity"_s), Qt::Key_Escape);
        QVERIFY(!ticket()->isVisible());
        press(Qt::Key_S);
        QVERIFY(ticket()->request()->side == Side::Sell);
        QCOMPARE(ticket()->property("side").toString(), u"sell"_s);
        QTest::keyClick(edit(u"quantity"_s), Qt::Key_Escape);
        press(Qt::Key_F9);
        QVERIFY(ticket()->isVisible());
    }

    void theSendButton_namesTheDeed_andAsksOnceInNumbers() // U25, U26
    {
        m_window->action(ActionId::ShowPanel3)->trigger(); // the symbol of the chart
        press(Qt::Key_B);
        QTest::keyClick(edit(u"quantity"_s), Qt::Key_Up); // one lot more than one lot
        QTRY_VERIFY(sendButton()->isEnabled());
        const Instrument &instrument = m_desk->instruments().front();
        QVERIFY(sendButton()->text().contains(u"BUY"_s));
        QVERIFY(sendButton()->text().contains(instrument.symbol));
        QTest::keyClick(edit(u"quantity"_s), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(dialog(u"confirm"_s));
        QVERIFY(dialog(u"confirm"_s)->findChild<QLabel *>(u"confirmText"_s)->text().contains(u"PAPER"_s));
        QCOMPARE(m_desk->count(Kind::Submit), 0);
        QTest::mouseClick(dialog(u"confirm"_s)->findChild<QPushButton *>(u"confirmDeed"_s), Qt::LeftButton);
        QCOMPARE(m_desk->count(Kind::Submit), 1);
        QVERIFY(last(Kind::Submit).request.quantity == instrument.lotSize + instrument.lotSize);
        QVERIFY(last(Kind::Submit).request.type == OrderType::Market);
    }

    void whatTheGateWouldRefuse_isSaidBefore_andCannotBeSent() // U27, U30
    {
        m_desk->refusePreviews({{u"exposure"_s, u"gross exposure would be 71 % (limit 60 %)"_s}});
        press(Qt::Key_B);
        QTRY_VERIFY(ticket()->findChild<QLabel *>(u"verdict"_s)->text().contains(u"71 %"_s));
        QVERIFY(!sendButton()->isEnabled());
        QTest::keyClick(edit(u"quantity"_s), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!dialog(u"confirm"_s));
        QCOMPARE(m_desk->count(Kind::Submit), 0);
    }

    void theSizeOfTheLimits_standsBesideTheOrder()
    {
        press(Qt::Key_B);
        const auto *suggested = ticket()->findChild<QLabel *>(u"suggested"_s);
        const auto chosen = std::ranges::find(m_desk->instruments(), ticket()->request()->instrument, &Instrument::id);
        const Instrument &instrument = *chosen;
        QTRY_COMPARE(suggested->text(), Format().quantity(instrument.lotSize + instrument.lotSize, instrument.quantityDecimals()));
        QCOMPARE(suggested->toolTip(), u"1 % of equity at risk"_s);
    }

    void memoryAndErrors_haveLampsThatSayWhatIsDone()
    {
        const auto lamp = [this](const QString &name) { return m_window->findChild<Lamp *>(name); };
        HealthView &health = m_desk->scene().health;
        health.memory = {MemoryLevel::Low, 200 << 20, 2'000 << 20, 4'000 << 20, {}};
        health.errors = {ErrorRow{.errorClass = ErrorClass::Network}, ErrorRow{.errorClass = ErrorClass::Trading}};
        step();
        QCOMPARE(lamp(u"memoryLamp"_s)->state(), Lamp::State::Good);
        QVERIFY2(lamp(u"memoryLamp"_s)->toolTip().contains(u"200 MiB"_s), qPrintable(lamp(u"memoryLamp"_s)->toolTip()));
        QCOMPARE(lamp(u"errorLamp"_s)->state(), Lamp::State::Good);
        health.memory.level = MemoryLevel::Critical;
        health.memory.shed = u"no new risk is taken"_s;
        ErrorRow &network = health.errors[0];
        network.count = 5;
        network.lastHour = 2;
        network.recoveries = {1, 4, 0};
        network.lastRecovery = ErrorRecovery::Delay;
        network.lastText = u"the cable"_s;
        step();
        QCOMPARE(lamp(u"memoryLamp"_s)->state(), Lamp::State::Bad);
        QVERIFY(lamp(u"memoryLamp"_s)->toolTip().contains(u"no new risk is taken"_s));
        QCOMPARE(lamp(u"errorLamp"_s)->state(), Lamp::State::Warning);
        QVERIFY2(lamp(u"errorLamp"_s)->toolTip().contains(u"Network: 2, since the start 5 (tried again 1, waited 4, given up 0)"_s),
                 qPrintable(lamp(u"errorLamp"_s)->toolTip()));
        QVERIFY(lamp(u"errorLamp"_s)->toolTip().contains(u"the cable"_s));
        // One that was given up on within the hour is worse; one of before is history.
        ErrorRow &trading = health.errors[1];
        trading.count = trading.lastHour = 1;
        trading.lastRecovery = ErrorRecovery::Stop;
        trading.lastAt = m_desk->scene().time;
        QCOMPARE(errorLamp(health.errors, trading.lastAt + std::chrono::minutes(59)), Lamp::State::Bad);
        QCOMPARE(errorLamp(health.errors, trading.lastAt + std::chrono::hours(1)), Lamp::State::Warning);
    }

    void aLimitOrder_takesPriceStopAndTarget_exactly() // U23
    {
        press(Qt::Key_B);
        auto *type = ticket()->findChild<QComboBox *>(u"type"_s);
        QVERIFY(!edit(u"limit"_s)->isEnabled());
        type->setCurrentIndex(type->findData(int(OrderType::Limit)));
        QVERIFY(!ticket()->request()); // it needs a price
        const Price last = m_desk->scene().watch.front().last;
        const Price tick = m_desk->instruments().front().tickSize;
        edit(u"limit"_s)->setValue(last.raw());
        QTest::keyClick(edit(u"limit"_s), Qt::Key_Down, Qt::ShiftModifier); // ten ticks
        QCOMPARE(ticket()->request()->limitPrice.raw(), last.raw() - 10 * tick.raw());
        edit(u"stop"_s)->setValue(last.raw());
        QVERIFY(!ticket()->request()); // above the entry of a buy
        edit(u"stop"_s)->setValue(last.raw() - 1000 * tick.raw());
        edit(u"target"_s)->setValue(last.raw() + 1000 * tick.raw());
        QVERIFY(ticket()->request().has_value());
        QTRY_VERIFY(sendButton()->isEnabled());
        QVERIFY(ticket()->findChild<QLabel *>(u"risk"_s)->text().contains(u"USDT"_s));
    }

    void aNewTicket_beginsWithTheLeastThatTheVenueTakes()
    {
        test::FakeDesk desk({.notionalMin = 5});
        desk.advance();
        MainWindow window(desk);
        auto *ticket = window.findChild<TicketPanel *>();
        for (std::size_t i = 0; i < 4; ++i) {
            const Instrument &instrument = desk.instruments()[i];
            ticket->start(Side::Buy, instrument.id);
            const auto request = ticket->request();
            QVERIFY2(request, request ? "" : qPrintable(instrument.symbol + u": "_s + request.error().detail));
            const Quantity quantity = request->quantity;
            const double lotWorth = instrument.lotSize.toDouble() * desk.scene().watch[i].last.toDouble();
            const double worth = quantity.toDouble() * desk.scene().watch[i].last.toDouble();
            QVERIFY2(worth >= 5 && (worth <= 5.25 + lotWorth * 1.001 || quantity == instrument.lotSize + instrument.lotSize), qPrintable(instrument.symbol));
        }
    }

    void percentOfEquity_setsTheQuantity()
    {
        m_window->action(ActionId::ShowPanel3)->trigger(); // the symbol of the chart
        press(Qt::Key_B);
        QTest::mouseClick(ticket()->findChild<QToolButton *>(u"share10"_s), Qt::LeftButton);
        const Instrument &instrument = m_desk->instruments().front();
        const double value = ticket()->request()->quantity.toDouble() * m_desk->scene().watch.front().last.toDouble();
        // 10 % of the equity of 10,000, rounded down to the lot.
        QVERIFY(value <= 1'000.01 && value > 1'000 - 2 * instrument.lotSize.toDouble() * m_desk->scene().watch.front().last.toDouble());
    }

    // Positions and orders

    void aPosition_getsStopAndTarget() // U46: in numbers
    {
        m_desk->openPosition(0, Side::Buy);
        step();
        const PositionRow held = m_desk->scene().positions.front();
        selectFirst(u"positionTable"_s);
        m_window->action(ActionId::ProtectPosition)->trigger();
        QDialog *change = dialog(u"change"_s);
        QVERIFY(change);
        auto *stop = change->findChild<DecimalEdit *>(u"first"_s);
        auto *save = change->findChild<QPushButton *>(u"save"_s);
        stop->setValue(held.last.raw() + 1000 * m_desk->instruments().front().tickSize.raw()); // above a long position's price
        QVERIFY(!save->isEnabled());
        stop->setValue(held.stop.raw() - m_desk->instruments().front().tickSize.raw());
        change->findChild<DecimalEdit *>(u"second"_s)->clear();
        QTest::mouseClick(save, Qt::LeftButton);
        QCOMPARE(m_desk->count(Kind::Protect), 1);
        QCOMPARE(last(Kind::Protect).stop.raw(), held.stop.raw() - m_desk->instruments().front().tickSize.raw());
        QVERIFY(last(Kind::Protect).target.isZero());
    }

    void aPosition_isReversed_afterAQuestion()
    {
        m_desk->openPosition(1, Side::Buy);
        step();
        selectFirst(u"positionTable"_s);
        m_window->action(ActionId::ReversePosition)->trigger();
        QTest::mouseClick(dialog(u"confirm"_s)->findChild<QPushButton *>(u"confirmDeed"_s), Qt::LeftButton);
        QCOMPARE(m_desk->count(Kind::Reverse), 1);
        QCOMPARE(last(Kind::Reverse).instrument, m_desk->instruments()[1].id);
    }

    void anOrder_isChangedByADoubleClick() // U38
    {
        m_desk->openPosition(0, Side::Buy);
        step();
        m_window->findChild<QDockWidget *>(u"ordersDock"_s)->raise();
        QCoreApplication::processEvents();
        auto *table = m_window->findChild<DataTable *>(u"orderTable"_s);
        const QRect cell = table->visualRect(table->model()->index(0, 1));
        QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, cell.center());
        QDialog *change = dialog(u"change"_s);
        QVERIFY(change); // the target of the bracket is on top
        auto *price = change->findChild<DecimalEdit *>(u"second"_s);
        const std::int64_t before = *price->value();
        QTest::keyClick(price, Qt::Key_Up);
        QTest::mouseClick(change->findChild<QPushButton *>(u"save"_s), Qt::LeftButton);
        QCOMPARE(m_desk->count(Kind::Modify), 1);
        QCOMPARE(last(Kind::Modify).orderEdit.price->raw(), before + m_desk->instruments().front().tickSize.raw());
        QVERIFY(!last(Kind::Modify).orderEdit.quantity);
    }

    // Queue

    void anApproval_isHeldForAMoment_andZTakesItBack() // signature 3
    {
        m_window->signalPanel()->setHold(60'000);
        press(Qt::Key_A);
        QCOMPARE(m_desk->count(Kind::Approve), 0);
        QVERIFY(!m_window->signalPanel()->canDecide());
        press(Qt::Key_Z);
        QVERIFY(m_window->signalPanel()->canDecide());
        QVERIFY(!m_window->action(ActionId::UndoDecision)->isEnabled());
        m_window->signalPanel()->setHold(120);
        press(Qt::Key_A);
        QTRY_COMPARE(m_desk->count(Kind::Approve), 1);
        press(Qt::Key_Z); // gone
        QCOMPARE(m_desk->count(Kind::Approve), 1);
    }

    void theCard_showsTheTimeLeft_andWhatTheGateWouldSay() // signature 1 and 2
    {
        m_desk->refusePreviews({{u"correlation"_s, u"correlation of 0.91 with ETHUSDT (limit 0.8)"_s}});
        press(Qt::Key_J);
        step();
        QTRY_VERIFY(m_window->findChild<QLabel *>(u"signalVerdict"_s)->text().contains(u"0.91"_s));
        auto *approve = m_window->findChild<RingButton *>(u"approveButton"_s);
        QVERIFY(approve->share() > 0 && approve->share() <= 1);
    }

    void approveAll_statesCountAndRisk_andLeavesOutWhatIsRefused() // U33
    {
        m_window->signalPanel()->setHold(0);
        m_window->action(ActionId::ApproveAll)->trigger();
        QDialog *all = dialog(u"approveAll"_s);
        QVERIFY(all);
        auto *deed = all->findChild<QPushButton *>(u"approveAllDeed"_s);
        QTRY_VERIFY(deed->isEnabled());
        QVERIFY(deed->text().contains(u'3'));
        QVERIFY(all->findChild<QLabel *>(u"approveAllText"_s)->text().contains(u"USDT"_s));
        QTest::mouseClick(deed, Qt::LeftButton);
        QCOMPARE(m_desk->count(Kind::Approve), 3);
    }

    void approveAll_isDisabled_whereTheSumBreaksALimit() // U33
    {
        m_desk->scene().account.openPositionsMax = 2;
        step();
        m_window->action(ActionId::ApproveAll)->trigger();
        QDialog *all = dialog(u"approveAll"_s);
        QTRY_VERIFY(all->findChild<QLabel *>(u"approveAllProblem"_s)->text().contains(u"3 positions of 2"_s));
        QVERIFY(!all->findChild<QPushButton *>(u"approveAllDeed"_s)->isEnabled());
    }

    // Risk and exposure

    void theRiskPanel_rehearsesTheKillSwitch_withoutDoingAnything() // signature 12
    {
        m_desk->openPosition(0, Side::Buy);
        step();
        m_window->action(ActionId::ShowRisk)->trigger();
        QTest::mouseClick(m_window->findChild<QPushButton *>(u"rehearse"_s), Qt::LeftButton);
        QVERIFY(m_window->findChild<QLabel *>(u"killReceipt"_s)->text().contains(u"nothing was done"_s));
        QCOMPARE(m_desk->count(Kind::Kill), 0);
    }

    void aNarrowExposurePanel_showsOneChart_thatIsChosen()
    {
        m_desk->openPosition(0, Side::Buy);
        step();
        ExposurePanel panel({*m_desk, m_window->theme(), Format(), InstrumentLookup(m_desk->instruments())});
        auto *results = panel.findChild<QToolButton *>(u"exposureResults"_s);
        auto *shares = panel.findChild<AllocationChart *>();
        auto *bars = panel.findChild<ResultBars *>();
        panel.resize(1'000, 300);
        panel.show();
        QVERIFY(results->isHidden() && !shares->isHidden() && !bars->isHidden());
        panel.resize(500, 300);
        QTRY_VERIFY(!results->isHidden() && !shares->isHidden() && bars->isHidden());
        QTest::mouseClick(results, Qt::LeftButton);
        QVERIFY(shares->isHidden() && !bars->isHidden());
        panel.resize(1'000, 300);
        QTRY_VERIFY(!shares->isHidden() && !bars->isHidden());
    }

    void theWhatIfSlider_saysWhatAMoveWouldDo()
    {
        m_desk->openPosition(0, Side::Buy); // 8 % of 10,000
        step();
        m_window->action(ActionId::ShowRisk)->trigger();
        auto *move = m_window->findChild<QSlider *>(u"whatIfMove"_s);
        move->setValue(-20); // −10 %: about −80, far from the limit of 300
        const QString mild = m_window->findChild<QLabel *>(u"whatIf"_s)->text();
        QVERIFY2(mild.contains(u"−10.0 %"_s) && !mild.contains(u"halted"_s), qPrintable(mild));
        for (std::size_t i = 1; i < 5; ++i)
            m_desk->openPosition(i, Side::Buy); // 40 % together: about −400
        step();
        QVERIFY(m_window->findChild<QLabel *>(u"whatIf"_s)->text().contains(u"halted"_s));
    }

    void aStrategy_isSwitchedOff_onOneSymbol()
    {
        m_window->action(ActionId::ShowStrategies)->trigger();
        step();
        auto *table = m_window->findChild<DataTable *>(u"strategyTable"_s);
        const QAbstractItemModelTester tester(table->filter().sourceModel(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(table->filter().rowCount(), 12); // two strategies on six symbols
        table->selectSourceRow(0);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(m_desk->count(Kind::Switch), 1);
        QVERIFY(!last(Kind::Switch).isOn);
        QCOMPARE(last(Kind::Switch).instrument, m_desk->instruments()[0].id);
        step();
        QVERIFY(!m_desk->snapshot()->strategies->front().isOn);
        QTest::keyClick(table, Qt::Key_Return);
        QVERIFY(last(Kind::Switch).isOn);
    }

    void aStrategysParameters_areChangedInItsCard_forOneSymbolOrAll()
    {
        m_window->action(ActionId::ShowStrategies)->trigger();
        step();
        m_window->findChild<DataTable *>(u"strategyTable"_s)->selectSourceRow(0);
        auto *fast = m_window->findChild<QDoubleSpinBox *>(u"param_fast"_s);
        auto *apply = m_window->findChild<QPushButton *>(u"strategyApply"_s);
        QVERIFY(fast && fast->isVisible());
        QCOMPARE(fast->value(), 9.0);
        QVERIFY(!apply->isEnabled());
        fast->setFocus();
        QTest::keyClick(fast, Qt::Key_Up);
        QVERIFY(apply->isEnabled());
        step(); // what the desk says meanwhile does not undo it
        QCOMPARE(m_window->findChild<QDoubleSpinBox *>(u"param_fast"_s)->value(), 10.0);
        QTest::mouseClick(apply, Qt::LeftButton);
        QCOMPARE(m_desk->count(Kind::Tune), 1);
        QCOMPARE(last(Kind::Tune).note, u"fast=10"_s); // what is not the default
        QCOMPARE(last(Kind::Tune).instrument, m_desk->instruments()[0].id);
        step();
        QVERIFY(!apply->isEnabled());
        QTRY_VERIFY(m_window->findChild<QLabel *>(u"strategyAnswer"_s)->text().contains(u"next bar"_s));
        QTest::mouseClick(m_window->findChild<QPushButton *>(u"strategyApplyAll"_s), Qt::LeftButton);
        QCOMPARE(m_desk->count(Kind::Tune), 1 + 6); // the strategy on each of six symbols
        QTest::mouseClick(m_window->findChild<QPushButton *>(u"strategyDefaults"_s), Qt::LeftButton);
        QCOMPARE(m_window->findChild<QDoubleSpinBox *>(u"param_fast"_s)->value(), 9.0);
        QTest::mouseClick(apply, Qt::LeftButton);
        QVERIFY(last(Kind::Tune).note.isEmpty());
    }

    void aStrategysCard_saysThatLiveNeedsAnArmedAccount()
    {
        m_window->action(ActionId::ShowStrategies)->trigger();
        step();
        auto *mode = m_window->findChild<QComboBox *>(u"strategyMode"_s);
        QCOMPARE(mode->currentIndex(), mode->findData(int(RunMode::Paper)));
        const QModelIndex live = mode->model()->index(mode->findData(int(RunMode::Live)), 0);
        QVERIFY(!(mode->model()->flags(live) & Qt::ItemIsEnabled));
        QVERIFY(mode->model()->data(live, Qt::ToolTipRole).toString().contains(u"armed"_s));
    }

    // The way out

    void closing_listsOpenPositionsFirst() // U46, P02
    {
        m_desk->openPosition(0, Side::Buy);
        m_desk->scene().positions.front().isProtected = false;
        step();
        QVERIFY(!m_window->close());
        QDialog *question = dialog(u"confirm"_s);
        QVERIFY(question);
        const QString text = question->findChild<QLabel *>(u"confirmText"_s)->text();
        QVERIFY(text.contains(m_desk->instruments().front().symbol) && text.contains(u"NO STOP"_s));
        QTest::keyClick(question, Qt::Key_Escape);
        QVERIFY(m_window->isVisible());
        QVERIFY(!m_window->close());
        QTest::mouseClick(dialog(u"confirm"_s)->findChild<QAbstractButton *>(u"confirmOption"_s), Qt::LeftButton);
        QTest::mouseClick(dialog(u"confirm"_s)->findChild<QPushButton *>(u"confirmDeed"_s), Qt::LeftButton);
        QCOMPARE(m_desk->count(Kind::CloseAll), 1);
        step();
        QTRY_VERIFY(!m_window->isVisible());
    }

private:
    void step()
    {
        m_desk->advance();
        m_window->flush();
        QCoreApplication::processEvents();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), key, modifiers);
    }
    void selectFirst(const QString &table)
    {
        auto *view = m_window->findChild<DataTable *>(table);
        view->selectSourceRow(0);
        QCoreApplication::processEvents();
    }
    static QDialog *dialog(const QString &name)
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (widget->objectName() == name && widget->isVisible())
                return qobject_cast<QDialog *>(widget);
        }
        return nullptr;
    }
    TicketPanel *ticket() const { return m_window->findChild<TicketPanel *>(); }
    DecimalEdit *edit(const QString &name) const { return ticket()->findChild<DecimalEdit *>(name); }
    QPushButton *sendButton() const { return ticket()->findChild<QPushButton *>(u"send"_s); }
    const test::DeskCommand &last(Kind kind) const
    {
        return *std::find_if(m_desk->commands().rbegin(), m_desk->commands().rend(),
                             [kind](const test::DeskCommand &command) { return command.kind == kind; });
    }

    std::unique_ptr<test::FakeDesk> m_desk;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestDeskPanels)
#include "tst_deskpanels.moc"
