#include "tests/support/fakedesk.h"
#include "ui/panels/depth/depthpanel.h"
#include "ui/panels/ticket/ticketpanel.h"
#include "ui/shell/mainwindow.h"

#include <QDockWidget>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace bellwether;
using namespace Qt::StringLiterals;
using Kind = test::DeskCommand::Kind;

/// One-click trading, the lock, the ladder in the window, and the way around the panels: U28, U29, U44.
class TestWindowGuard : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<test::FakeDesk>(
            test::FakeDesk::Options{.symbols = 3, .historyBars = 30, .pendingSignals = 1, .areSignalsRenewed = false});
        m_window = std::make_unique<MainWindow>(*m_desk);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        step();
    }
    void cleanup()
    {
        m_window->closeNow();
        m_window.reset();
        m_desk.reset();
    }

    void oneClick_isArmedByAQuestion_andShowsAFrame() // U29
    {
        QWidget *frame = m_window->findChild<QWidget *>(u"oneClickFrame"_s);
        QVERIFY(frame && !frame->isVisible());
        press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(dialog());
        QVERIFY(!frame->isVisible());
        confirm();
        QVERIFY(frame->isVisible());
        QCOMPARE(frame->size(), m_window->size());
        m_window->resize(m_window->size() - QSize(60, 40));
        QCoreApplication::processEvents();
        QCOMPARE(frame->size(), m_window->size());
        QVERIFY(m_window->action(ActionId::ToggleOneClick)->isChecked());
        press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier); // off at once
        QVERIFY(!frame->isVisible());
        QVERIFY(!dialog());
    }

    void armed_theTicketAndF6F7SendWithoutAQuestion() // U28, U29
    {
        m_desk->openPosition(0, Side::Buy);
        step();
        press(Qt::Key_F6);
        QVERIFY(dialog()); // not armed: asked once
        QTest::keyClick(dialog(), Qt::Key_Escape);
        m_window->action(ActionId::ToggleOneClick)->trigger();
        confirm();
        press(Qt::Key_B);
        auto *send = m_window->findChild<TicketPanel *>()->findChild<QPushButton *>(u"send"_s);
        QTRY_VERIFY(send->isEnabled());
        QTest::mouseClick(send, Qt::LeftButton);
        QCOMPARE(m_desk->count(Kind::Submit), 1);
        press(Qt::Key_F7);
        QCOMPARE(m_desk->count(Kind::CancelAll), 1);
        press(Qt::Key_F6);
        QCOMPARE(m_desk->count(Kind::CloseAll), 1);
    }

    void theLock_coversTheWindow_andLeavesWhatReducesRisk() // U44
    {
        m_desk->openPosition(0, Side::Buy);
        step();
        press(Qt::Key_L, Qt::ControlModifier);
        QWidget *lock = m_window->findChild<QWidget *>(u"lockScreen"_s);
        QVERIFY(lock->isVisible());
        QCOMPARE(lock->size(), m_window->size());
        QVERIFY(!m_window->action(ActionId::NewOrder)->isEnabled());
        QVERIFY(!m_window->action(ActionId::ApproveSignal)->isEnabled());
        QVERIFY(m_window->action(ActionId::KillSwitch)->isEnabled());
        QVERIFY(m_window->action(ActionId::CloseAllPositions)->isEnabled());
        press(Qt::Key_A);
        QTest::qWait(20);
        QCOMPARE(m_desk->count(Kind::Approve), 0);
        QTest::mouseClick(lock->findChild<QPushButton *>(u"unlock"_s), Qt::LeftButton);
        QVERIFY(!lock->isVisible());
        QVERIFY(m_window->action(ActionId::NewOrder)->isEnabled());
        press(Qt::Key_L, Qt::ControlModifier);
        press(Qt::Key_L, Qt::ControlModifier); // the key opens it too
        QVERIFY(!lock->isVisible());
    }

    void theLock_disarmsOneClick()
    {
        m_window->action(ActionId::ToggleOneClick)->trigger();
        confirm();
        press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(!m_window->action(ActionId::ToggleOneClick)->isChecked());
    }

    void controlTab_goesThroughThePanels() // U44
    {
        std::set<QDockWidget *> visited;
        for (int i = 0; i < 14; ++i) {
            m_window->action(ActionId::NextPanel)->trigger();
            for (QDockWidget *dock : m_window->findChildren<QDockWidget *>()) {
                if (dock->isAncestorOf(QApplication::focusWidget()))
                    visited.insert(dock);
            }
        }
        QVERIFY2(visited.size() >= 10, qPrintable(QString::number(visited.size())));
        QWidget *here = QApplication::focusWidget();
        m_window->action(ActionId::NextPanel)->trigger();
        m_window->action(ActionId::PreviousPanel)->trigger();
        QCOMPARE(QApplication::focusWidget(), here);
    }

    void theLadder_standsBesideTheChart_andShowsItsSymbol()
    {
        auto *depth = m_window->findChild<DepthPanel *>();
        QVERIFY(!depth->isVisible());
        press(Qt::Key_5, Qt::AltModifier);
        QVERIFY(depth->isVisible());
        QCOMPARE(depth->instrument(), m_desk->instruments().front().id);
        QCOMPARE(m_desk->count(Kind::SubscribeDepth), 1);
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
    static QDialog *dialog()
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (widget->objectName() == u"confirm"_s && widget->isVisible())
                return qobject_cast<QDialog *>(widget);
        }
        return nullptr;
    }
    static void confirm()
    {
        QVERIFY(dialog());
        QTest::mouseClick(dialog()->findChild<QPushButton *>(u"confirmDeed"_s), Qt::LeftButton);
    }

    std::unique_ptr<test::FakeDesk> m_desk;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestWindowGuard)
#include "tst_windowguard.moc"
