#include "tests/support/fakedesk.h"
#include "ui/panels/reconcile/reconcileribbon.h"
#include "ui/shell/mainwindow.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace bellwether;
using namespace Qt::StringLiterals;
using Kind = test::DeskCommand::Kind;

/// The ribbon that compares the books (signature 7) in the window.
class TestReconcileRibbon : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<test::FakeDesk>(test::FakeDesk::Options{.symbols = 2, .historyBars = 20, .pendingSignals = 0});
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

    void itComesWithADifference_andSaysBothBooks()
    {
        QVERIFY(!ribbon()->isVisible());
        differ(7);
        QVERIFY(ribbon()->isVisible());
        QCOMPARE(ribbon()->findChild<QLabel *>(u"reconcileBadge"_s)->text(), u"BOOKS DIFFER"_s);
        QCOMPARE(ribbon()->findChild<QLabel *>(u"reconcileBadge"_s)->property("kind").toString(), u"caution"_s);
        const QString text = ribbon()->findChild<QLabel *>(u"differenceText"_s)->text();
        QVERIFY2(text.contains(u"program 0.5"_s) && text.contains(u"venue 0.3"_s), qPrintable(text));
        QVERIFY(!ribbon()->findChild<QPushButton *>(u"differenceClose"_s)->isEnabled()); // the venue has less
        m_desk->scene().venue.differences.clear();
        step();
        QVERIFY(!ribbon()->isVisible());
    }

    void adopt_asksInNumbers_ignoreDoesNot()
    {
        differ(7);
        QTest::mouseClick(ribbon()->findChild<QPushButton *>(u"differenceAdopt"_s), Qt::LeftButton);
        QVERIFY(dialog());
        QVERIFY(dialog()->findChild<QLabel *>(u"confirmText"_s)->text().contains(u"0.3"_s));
        QCOMPARE(m_desk->count(Kind::Resolve), 0);
        QTest::mouseClick(dialog()->findChild<QPushButton *>(u"confirmDeed"_s), Qt::LeftButton);
        QCOMPARE(m_desk->count(Kind::Resolve), 1);
        QCOMPARE(last(Kind::Resolve).difference, quint64(7));
        QVERIFY(last(Kind::Resolve).action == DifferenceAction::Adopt);
        step();
        QVERIFY(!ribbon()->isVisible());
        differ(8);
        QTest::mouseClick(ribbon()->findChild<QPushButton *>(u"differenceIgnore"_s), Qt::LeftButton);
        QVERIFY(last(Kind::Resolve).action == DifferenceAction::Ignore);
        QCOMPARE(last(Kind::Resolve).difference, quint64(8));
    }

    void whileNothingCanBeCompared_itComesAfterAMoment()
    {
        m_desk->scene().venue.isReconciled = false;
        m_desk->scene().venue.doubt = u"the venue does not answer"_s;
        step();
        QVERIFY(!ribbon()->isVisible()); // a start is no alarm
        m_desk->advance(std::chrono::seconds(4));
        m_window->flush();
        QVERIFY(ribbon()->isVisible());
        QVERIFY(ribbon()->findChild<QLabel *>(u"reconcileHead"_s)->text().contains(u"does not answer"_s));
    }

    void askedFor_itStaysUntilItIsClosed()
    {
        m_window->action(ActionId::CompareBooks)->trigger();
        QCOMPARE(m_desk->count(Kind::Reconcile), 1);
        step();
        QVERIFY(ribbon()->isVisible());
        QCOMPARE(ribbon()->findChild<QLabel *>(u"reconcileBadge"_s)->text(), u"BOOKS AGREE"_s);
        QCOMPARE(ribbon()->findChild<QLabel *>(u"reconcileBadge"_s)->property("kind").toString(), u"passed"_s);
        step();
        QVERIFY(ribbon()->isVisible());
        QTest::mouseClick(ribbon()->findChild<QToolButton *>(u"reconcileHide"_s), Qt::LeftButton);
        QVERIFY(!ribbon()->isVisible());
    }

private:
    void differ(std::uint64_t id)
    {
        DifferenceRow row;
        row.id = id;
        row.instrument = m_desk->instruments().front().id;
        row.symbol = m_desk->instruments().front().symbol;
        row.ours = Quantity::fromDouble(0.5);
        row.theirs = Quantity::fromDouble(0.3);
        row.since = m_desk->scene().time;
        row.quantityDecimals = 1;
        m_desk->scene().venue.differences = {row};
        step();
    }
    void step()
    {
        m_desk->advance();
        m_window->flush();
        QCoreApplication::processEvents();
    }
    static QDialog *dialog()
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (widget->objectName() == u"confirm"_s && widget->isVisible())
                return qobject_cast<QDialog *>(widget);
        }
        return nullptr;
    }
    const test::DeskCommand &last(Kind kind) const
    {
        return *std::find_if(m_desk->commands().rbegin(), m_desk->commands().rend(),
                             [kind](const test::DeskCommand &command) { return command.kind == kind; });
    }
    ReconcileRibbon *ribbon() const { return m_window->findChild<ReconcileRibbon *>(); }

    std::unique_ptr<test::FakeDesk> m_desk;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestReconcileRibbon)
#include "tst_reconcileribbon.moc"
