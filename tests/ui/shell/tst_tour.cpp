#include "tests/support/fakedesk.h"
#include "tests/support/fakelab.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/tourcard.h"

#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace bellwether;
using namespace Qt::StringLiterals;

/// The tour over the demo day (signature 14): it waits for the deed, and tells each profile once.
class TestTour : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<test::FakeDesk>(
            test::FakeDesk::Options{.symbols = 3, .historyBars = 30, .pendingSignals = 2, .areSignalsRenewed = false});
        m_lab = std::make_unique<test::FakeLab>();
        open({});
    }
    void cleanup()
    {
        close();
        m_lab.reset();
        m_desk.reset();
    }

    void eachStep_waitsForItsDeed()
    {
        m_window->action(ActionId::StartTour)->trigger();
        QVERIFY(card()->isVisible());
        step();
        QVERIFY(card()->step() == TourStep::Approve);
        step();
        QVERIFY(card()->step() == TourStep::Approve); // nothing was done
        const SignalRow row = m_desk->pending().front();
        m_desk->approveSignal(row.id, row.version);
        step();
        QVERIFY(card()->step() == TourStep::DragStop);
        step();
        QVERIFY(card()->step() == TourStep::DragStop);
        const PositionRow held = m_desk->scene().positions.front();
        m_desk->protectPosition(held.strategy, held.instrument, held.stop + m_desk->instruments().front().tickSize, held.target);
        step();
        QVERIFY(card()->step() == TourStep::ArmAuto);
        m_desk->setAutoTrading(true);
        step();
        QVERIFY(card()->step() == TourStep::Backtest);
        card()->backtestFinished();
        QVERIFY(card()->step() == TourStep::ReadReport);
        m_window->action(ActionId::ShowBacktest)->trigger();
        auto *tabs = m_window->findChild<QTabWidget *>(u"backtestTabs"_s);
        tabs->setCurrentIndex(tabs->currentIndex() == 0 ? 1 : 0);
        QVERIFY(card()->step() == TourStep::Done);
        QTest::mouseClick(card()->findChild<QPushButton *>(u"tourEnd"_s), Qt::LeftButton);
        QVERIFY(!card()->isVisible());
    }

    void aRejection_isNoApproval()
    {
        m_window->action(ActionId::StartTour)->trigger();
        step();
        const SignalRow row = m_desk->pending().front();
        m_desk->rejectSignal(row.id, row.version, RejectReason::NotNow);
        step();
        QVERIFY(card()->step() == TourStep::Approve);
    }

    void itCanBeSkippedLeftAndStartedAgain_andTakesNoKeys()
    {
        m_window->action(ActionId::StartTour)->trigger();
        step();
        QVERIFY(!card()->isAncestorOf(QApplication::focusWidget()));
        QTest::mouseClick(card()->findChild<QPushButton *>(u"tourSkip"_s), Qt::LeftButton);
        QVERIFY(card()->step() == TourStep::DragStop);
        QTest::mouseClick(card()->findChild<QPushButton *>(u"tourEnd"_s), Qt::LeftButton);
        QVERIFY(!card()->isVisible());
        m_window->action(ActionId::StartTour)->trigger();
        QVERIFY(card()->isVisible());
        QVERIFY(card()->step() == TourStep::Approve);
    }

    void theCard_staysInTheWindow_andOffItsControl()
    {
        m_window->action(ActionId::StartTour)->trigger();
        for (int i = 0; i < int(TourStep::Done); ++i) {
            step();
            QVERIFY(m_window->rect().contains(card()->geometry()));
            if (card()->step() == TourStep::ArmAuto) {
                QWidget *button = m_window->findChild<QWidget *>(u"autoButton"_s);
                QVERIFY(!card()->geometry().intersects(QRect(button->mapTo(m_window.get(), QPoint()), button->size())));
            }
            QTest::mouseClick(card()->findChild<QPushButton *>(u"tourSkip"_s), Qt::LeftButton);
        }
    }

    void aProfile_isOfferedItOnce()
    {
        close();
        const QTemporaryDir folder;
        const QString settings = folder.filePath(u"settings.ini"_s);
        open(settings);
        m_window->offerTour();
        QVERIFY(card()->isVisible());
        close();
        open(settings);
        m_window->offerTour();
        QVERIFY(!card()->isVisible());
    }

private:
    void open(const QString &settings)
    {
        m_window = std::make_unique<MainWindow>(*m_desk, settings);
        m_window->addLaboratory(*m_lab);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        step();
    }
    void close()
    {
        m_window->closeNow();
        m_window.reset();
    }
    void step()
    {
        m_desk->advance();
        m_window->flush();
        QCoreApplication::processEvents();
    }
    TourCard *card() const { return m_window->findChild<TourCard *>(); }

    std::unique_ptr<test::FakeDesk> m_desk;
    std::unique_ptr<test::FakeLab> m_lab;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestTour)
#include "tst_tour.moc"
