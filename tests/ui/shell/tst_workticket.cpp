#include "tests/support/fakedesk.h"
#include "ui/panels/orders/orderspanel.h"
#include "ui/panels/ticket/ticketpanel.h"
#include "ui/panels/ticket/workform.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/decimaledit.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace bellwether;
using namespace Qt::StringLiterals;
using Kind = test::DeskCommand::Kind;

/// Worked orders in the ticket and in the panel of orders, and the product of an order (U23).
class TestWorkTicket : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup()
    {
        m_window->closeNow();
        m_window.reset();
        m_desk.reset();
    }

    void eachKind_showsWhatItAsksFor_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QStringList>("fields");
        QTest::addColumn<bool>("hasQuantity");
        QTest::newRow("trailing stop") << int(WorkKind::TrailingStop) << QStringList{u"strategy"_s, u"distance"_s, u"timeframe"_s} << false;
        QTest::newRow("breakeven") << int(WorkKind::Breakeven) << QStringList{u"strategy"_s, u"distance"_s, u"offset"_s, u"timeframe"_s} << false;
        QTest::newRow("oco") << int(WorkKind::Oco) << QStringList{u"limit"_s, u"stop"_s, u"exit"_s} << true;
        QTest::newRow("conditional") << int(WorkKind::Conditional) << QStringList{u"condition"_s, u"limit"_s, u"bracket_stop"_s, u"bracket_target"_s, u"exit"_s} << true;
        QTest::newRow("iceberg") << int(WorkKind::Iceberg) << QStringList{u"limit"_s, u"visible"_s, u"exit"_s} << true;
        QTest::newRow("twap") << int(WorkKind::Twap) << QStringList{u"minutes"_s, u"slices"_s, u"limit"_s, u"exit"_s} << true;
        QTest::newRow("vwap") << int(WorkKind::Vwap) << QStringList{u"minutes"_s, u"slices"_s, u"limit"_s, u"exit"_s} << true;
        QTest::newRow("market maker") << int(WorkKind::MarketMaker) << QStringList{u"distance"_s, u"inventory"_s, u"seconds"_s, u"skew"_s} << true;
    }
    void eachKind_showsWhatItAsksFor()
    {
        QFETCH(const int, kind);
        QFETCH(const QStringList, fields);
        QFETCH(const bool, hasQuantity);
        open();
        choose(WorkKind(kind));
        QStringList shown;
        for (const WorkField &field : infoOf(WorkKind(kind)).fields) {
            const QString name = field.type == WorkField::Type::Condition ? u"condition"_s : QString::fromLatin1(field.key);
            if (QWidget *editor = ticket()->findChild<QWidget *>(u"work_"_s + name); editor && editor->isVisible() && !editor->accessibleName().isEmpty())
                shown.append(name);
        }
        QCOMPARE(shown, fields);
        QCOMPARE(edit(u"quantity"_s)->isVisible(), hasQuantity);
        QVERIFY(!edit(u"limit"_s)->isVisible()); // those of plain orders
        QVERIFY(!edit(u"stop"_s)->isVisible());
        combo(u"type"_s)->setCurrentIndex(0);
        QVERIFY(edit(u"stop"_s)->isVisible());
    }

    void aTwap_isStartedAsTyped_afterAQuestion()
    {
        open();
        choose(WorkKind::Twap);
        QTest::keyClick(edit(u"quantity"_s), Qt::Key_Up, Qt::ShiftModifier);
        ticket()->findChild<QSpinBox *>(u"work_minutes"_s)->setValue(20);
        ticket()->findChild<QSpinBox *>(u"work_slices"_s)->setValue(4);
        QTRY_VERIFY(sendButton()->isEnabled());
        QVERIFY2(sendButton()->text().contains(u"TWAP BUY"_s), qPrintable(sendButton()->text()));
        QTest::mouseClick(sendButton(), Qt::LeftButton);
        QCOMPARE(m_desk->count(Kind::StartWork), 0);
        confirm();
        QCOMPARE(m_desk->count(Kind::StartWork), 1);
        const WorkRequest &request = last(Kind::StartWork).workRequest;
        QVERIFY(request.kind == WorkKind::Twap);
        QCOMPARE(request.seconds, 1'200);
        QCOMPARE(request.slices, 4);
        QVERIFY(request.side == Side::Buy);
        QVERIFY(request.instrument == m_desk->instruments().front().id);
        QCOMPARE(m_desk->count(Kind::Submit), 0);
    }

    void aCondition_onAnIndicator_isWrittenOut()
    {
        open();
        choose(WorkKind::Conditional);
        QVERIFY(!sendButton()->isEnabled()); // no price yet
        combo(u"work_when"_s)->setCurrentIndex(combo(u"work_when"_s)->findData(u"less"_s));
        ticket()->findChild<QLineEdit *>(u"work_threshold"_s)->setText(u"30"_s);
        const auto request = ticket()->workRequest();
        QVERIFY2(request.has_value(), qPrintable(request ? QString() : request.error().detail));
        QVERIFY(request->condition.kind == WorkCondition::Kind::IndicatorBelow);
        QCOMPARE(request->condition.indicator, u"rsi:14"_s);
        QCOMPARE(request->condition.threshold, 30.0);
        QVERIFY(request->condition.timeframe == Timeframe::M15);
    }

    void aTrailingStop_needsAHolding_andNoGate()
    {
        open();
        choose(WorkKind::TrailingStop);
        QTest::qWait(200);
        QVERIFY(!sendButton()->isEnabled());
        m_desk->openPosition(0, Side::Buy);
        step();
        auto *holding = combo(u"work_strategy"_s);
        QCOMPARE(holding->count(), 1);
        QTRY_VERIFY(sendButton()->isEnabled());
        const auto request = ticket()->workRequest();
        QVERIFY(request.has_value());
        QCOMPARE(request->strategy.toString(), holding->currentText());
        QVERIFY((request->distance == Distance{Distance::Unit::Percent, 2}));
    }

    void whatTheGateWouldRefuseAtOnce_cannotBeStarted()
    {
        open();
        m_desk->refusePreviews({{u"exposure"_s, u"gross exposure would be too much"_s}});
        choose(WorkKind::Vwap);
        QTRY_VERIFY(ticket()->findChild<QLabel *>(u"verdict"_s)->text().contains(u"too much"_s));
        QVERIFY(!sendButton()->isEnabled());
    }

    void workedOrders_standAboveTheOrders_andAreEndedThere()
    {
        open();
        auto *table = m_window->findChild<DataTable *>(u"workTable"_s);
        const QAbstractItemModelTester tester(table->filter().sourceModel(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_window->action(ActionId::ShowPanel5)->trigger();
        QVERIFY(!table->isVisible());
        WorkRequest request;
        request.kind = WorkKind::Iceberg;
        request.instrument = m_desk->instruments().front().id;
        request.quantity = Quantity::fromInt(2);
        m_desk->startWork(request);
        step();
        QVERIFY(table->isVisible());
        QCOMPARE(table->filter().rowCount(), 1);
        table->selectSourceRow(0);
        table->setFocus();
        step();
        QVERIFY(m_window->action(ActionId::CancelOrder)->isEnabled());
        m_window->action(ActionId::CancelOrder)->trigger();
        QCOMPARE(m_desk->count(Kind::CancelWork), 1);
        QCOMPARE(m_desk->count(Kind::Cancel), 0);
        step();
        QVERIFY(!m_window->action(ActionId::CancelOrder)->isEnabled()); // it has ended
    }

    void theProduct_isThatOfTheTicket_inIndiaAlone() // U23
    {
        open();
        QVERIFY(!combo(u"product"_s)->isVisible()); // crypto has none
        QVERIFY(ticket()->request()->product == Product::None);
        cleanup();
        open(true);
        QVERIFY(combo(u"product"_s)->isVisible());
        QCOMPARE(combo(u"product"_s)->currentText(), u"MIS"_s);
        combo(u"product"_s)->setCurrentIndex(combo(u"product"_s)->findText(u"CNC"_s));
        QVERIFY(ticket()->request()->product == Product::Delivery);
        QTRY_VERIFY(sendButton()->isEnabled());
        QTest::mouseClick(sendButton(), Qt::LeftButton);
        confirm();
        QVERIFY(last(Kind::Submit).request.product == Product::Delivery);
    }

private:
    void open(bool isIndian = false)
    {
        m_desk = std::make_unique<test::FakeDesk>(
            test::FakeDesk::Options{.isIndian = isIndian, .symbols = 3, .historyBars = 60, .pendingSignals = 1, .areSignalsRenewed = false});
        m_window = std::make_unique<MainWindow>(*m_desk);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        step();
        m_window->openTicket(Side::Buy, m_desk->instruments().front().id);
        QVERIFY(ticket()->isVisible());
    }
    void choose(WorkKind kind)
    {
        combo(u"type"_s)->setCurrentIndex(combo(u"type"_s)->findData(100 + int(kind)));
        QCoreApplication::processEvents();
    }
    void confirm()
    {
        QDialog *question = nullptr;
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (widget->objectName() == u"confirm"_s && widget->isVisible())
                question = qobject_cast<QDialog *>(widget);
        }
        QVERIFY(question);
        QTest::mouseClick(question->findChild<QPushButton *>(u"confirmDeed"_s), Qt::LeftButton);
    }
    void step()
    {
        m_desk->advance();
        m_window->flush();
        QCoreApplication::processEvents();
    }
    const test::DeskCommand &last(Kind kind) const
    {
        const auto &all = m_desk->commands();
        return *std::find_if(all.rbegin(), all.rend(), [kind](const test::DeskCommand &command) { return command.kind == kind; });
    }
    TicketPanel *ticket() const { return m_window->findChild<TicketPanel *>(); }
    DecimalEdit *edit(const QString &name) const { return ticket()->findChild<DecimalEdit *>(name); }
    QComboBox *combo(const QString &name) const { return ticket()->findChild<QComboBox *>(name); }
    QPushButton *sendButton() const { return ticket()->findChild<QPushButton *>(u"send"_s); }

    std::unique_ptr<test::FakeDesk> m_desk;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestWorkTicket)
#include "tst_workticket.moc"
