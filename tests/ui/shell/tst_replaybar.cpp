#include "tests/support/fakedesk.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/replaybar.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace bellwether;
using namespace Qt::StringLiterals;
using Kind = test::DeskCommand::Kind;

/// The control bar of a replay: play, step, speed, scrub, exit to live (signature 13).
class TestReplayBar : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<test::FakeDesk>(test::FakeDesk::Options{.symbols = 3, .historyBars = 60, .pendingSignals = 1, .areSignalsRenewed = false});
        m_window = std::make_unique<MainWindow>(*m_desk);
        m_window->resize(1'600, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        publish();
    }
    void cleanup()
    {
        m_window->closeNow();
        m_window.reset();
        m_desk.reset();
    }

    void theBar_isThereForAReplayAlone()
    {
        QVERIFY(!bar()->isVisible());
        QVERIFY(m_window->findChild<QComboBox *>(u"feedSpeed"_s)->isVisible());
        QVERIFY(!m_window->action(ActionId::LeaveReplay)->isEnabled());
        beginReplay();
        QVERIFY(bar()->isVisible());
        QVERIFY(m_window->findChild<QComboBox *>(u"replaySpeed"_s)->isVisible());
        QVERIFY(!m_window->findChild<QComboBox *>(u"feedSpeed"_s)->isVisible()); // once is enough
        QSignalSpy left(m_window.get(), &MainWindow::leaveReplayWanted);
        QTest::mouseClick(m_window->findChild<QToolButton *>(u"leaveReplay"_s), Qt::LeftButton);
        QCOMPARE(left.size(), 1);
    }

    void theHandle_followsTheReplay()
    {
        beginReplay();
        QVERIFY(std::abs(share() - 0.5) < 0.01);
        m_desk->scene().time = m_to;
        publish();
        QCOMPARE(share(), 1.0);
    }

    void aDragForward_runsThere()
    {
        beginReplay();
        drag(0.75);
        QVERIFY(place()->text().contains(u"runs there"_s));
        QCOMPARE(m_desk->count(Kind::RunTo), 0); // while it is held
        release(0.75);
        QCOMPARE(m_desk->count(Kind::RunTo), 1);
        const double reached = double((m_desk->commands().back().time - m_from).count()) / double((m_to - m_from).count());
        QVERIFY2(std::abs(reached - 0.75) < 0.01, qPrintable(QString::number(reached)));
        m_window->flush();
        QVERIFY2(place()->text().contains(u"runs to"_s), qPrintable(place()->text()));
    }

    void aDragBack_isSaidToBeginAnew_andAsks()
    {
        beginReplay();
        QSignalSpy anew(bar(), &ReplayBar::restartWanted);
        QSignalSpy wanted(m_window.get(), &MainWindow::replayBackWanted);
        drag(0.25);
        QVERIFY(place()->text().contains(u"begins anew"_s));
        release(0.25);
        QCOMPARE(m_desk->count(Kind::RunTo), 0);
        QCOMPARE(anew.size(), 0);
        QDialog *question = dialog();
        QVERIFY(question);
        QVERIFY(!question->isModal());
        QVERIFY(question->findChild<QLabel *>(u"confirmText"_s)->text().contains(u"is not repeated"_s));
        QTest::mouseClick(question->findChild<QPushButton *>(u"confirmDeed"_s), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        const auto to = anew.front().front().value<Timestamp>();
        QVERIFY(to > m_from && to < m_desk->scene().time);
    }

    void theKeys_moveTheHandle_andWaitForAMoment()
    {
        beginReplay();
        slider()->setFocus();
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(slider(), Qt::Key_PageUp);
        QCOMPARE(m_desk->count(Kind::RunTo), 0);
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->count(Kind::RunTo), 1, 3'000);
    }

    void aReplay_isStartedFromTheMenu_butNeverOverALiveAccount()
    {
        QVERIFY(m_window->action(ActionId::StartReplay)->isEnabled());
        m_desk->scene().mode = RunMode::Live;
        publish();
        QVERIFY(!m_window->action(ActionId::StartReplay)->isEnabled());
    }

private:
    void beginReplay()
    {
        m_from = m_desk->scene().time - std::chrono::hours(5);
        m_to = m_desk->scene().time + std::chrono::hours(5);
        m_desk->scene().health.feedFrom = m_from;
        m_desk->scene().health.feedTo = m_to;
        publish();
    }
    void publish()
    {
        m_desk->publish();
        m_window->flush();
        QCoreApplication::processEvents();
    }
    ReplayBar *bar() const { return m_window->findChild<ReplayBar *>(); }
    TimeSlider *slider() const { return m_window->findChild<TimeSlider *>(u"replaySlider"_s); }
    QLabel *place() const { return m_window->findChild<QLabel *>(u"replayPlace"_s); }
    double share() const { return double(slider()->value()) / slider()->maximum(); }
    QPoint at(double share) const { return {int(slider()->width() * share), slider()->height() / 2}; }
    void drag(double to)
    {
        QTest::mousePress(slider(), Qt::LeftButton, {}, at(0.5));
        QTest::mouseMove(slider(), at(to));
        QCoreApplication::processEvents();
    }
    void release(double to) { QTest::mouseRelease(slider(), Qt::LeftButton, {}, at(to)); }
    static QDialog *dialog()
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (widget->objectName() == u"confirm"_s && widget->isVisible())
                return qobject_cast<QDialog *>(widget);
        }
        return nullptr;
    }

    std::unique_ptr<test::FakeDesk> m_desk;
    std::unique_ptr<MainWindow> m_window;
    Timestamp m_from;
    Timestamp m_to;
};

QTEST_MAIN(TestReplayBar)
#include "tst_replaybar.moc"
