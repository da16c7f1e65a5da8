#include "tests/support/fakedesk.h"
#include "tests/support/fakelab.h"
#include "ui/panels/signals/signalqueuepanel.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QTabBar>
#include <QTest>
#include <QTextEdit>

using namespace bellwether;
using namespace Qt::StringLiterals;

/// U45: names for screen readers on every control of every panel and dialog, and a focus that can be seen.
class TestAccessibility : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<test::FakeDesk>(test::FakeDesk::Options{.symbols = 6, .historyBars = 60, .pendingSignals = 3, .areSignalsRenewed = false});
        m_desk->openPosition(0, Side::Buy);
        m_desk->advance();
        m_window = std::make_unique<MainWindow>(*m_desk);
        m_window->addLaboratory(m_lab);
        m_window->resize(1'600, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->flush();
    }
    void cleanup()
    {
        m_window.reset();
        m_desk.reset();
    }

    void everyControlOfEveryPanel_hasAName()
    {
        QStringList nameless;
        for (const QWidget *each : m_window->findChildren<QWidget *>())
            note(each, nameless);
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    }

    void everyControlOfADialog_hasAName_data()
    {
        QTest::addColumn<ActionId>("action");
        QTest::newRow("settings") << ActionId::OpenSettings;
        QTest::newRow("keys") << ActionId::ShowKeys;
        QTest::newRow("kill switch") << ActionId::KillSwitch;
        QTest::newRow("auto-trade") << ActionId::ToggleAutoTrading;
        QTest::newRow("approve all") << ActionId::ApproveAll;
        QTest::newRow("edit a signal") << ActionId::EditSignal;
        QTest::newRow("close all") << ActionId::CloseAllPositions;
        QTest::newRow("name of a layout") << ActionId::SaveLayout;
        QTest::newRow("ticket") << ActionId::NewOrder;
        QTest::newRow("palette") << ActionId::CommandPalette;
    }
    void everyControlOfADialog_hasAName()
    {
        QFETCH(const ActionId, action);
        QVERIFY(m_window->action(action)->isEnabled());
        m_window->action(action)->trigger();
        QCoreApplication::processEvents();
        QStringList nameless;
        int controls = 0;
        for (const QWidget *top : QApplication::topLevelWidgets()) {
            if (top == m_window.get() || !top->isVisible())
                continue;
            for (const QWidget *each : top->findChildren<QWidget *>())
                controls += note(each, nameless) ? 1 : 0;
        }
        for (const QWidget *each : m_window->findChildren<QWidget *>()) // what opens inside the window
            controls += note(each, nameless) ? 1 : 0;
        QVERIFY(controls > 0);
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    }

    void theFocus_isSeen_whereverItIs()
    {
        QStringList unseen;
        int looked = 0;
        for (QWidget *each : m_window->findChildren<QWidget *>()) {
            if (!isControl(each) || !each->isVisibleTo(m_window.get()) || each->visibleRegion().isEmpty() || !each->isEnabled()
                || !(each->focusPolicy() & Qt::TabFocus) || each->focusProxy())
                continue;
            m_window->setFocus();
            each->clearFocus();
            QCoreApplication::processEvents();
            const QImage before = each->grab().toImage();
            each->setFocus(Qt::TabFocusReason);
            QCoreApplication::processEvents();
            if (!each->hasFocus())
                continue;
            ++looked;
            if (each->grab().toImage() == before)
                unseen.append(nameOf(each));
        }
        QVERIFY(looked > 20);
        QVERIFY2(unseen.isEmpty(), qPrintable(unseen.join(u'\n')));
    }

private:
    static bool isControl(const QWidget *widget)
    {
        if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith(u"qt_"_s) || qobject_cast<const QScrollBar *>(widget)
            || qobject_cast<const QHeaderView *>(widget))
            return false;
        // Parts of a control speak through it.
        if (qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()) || qobject_cast<const QComboBox *>(widget->parentWidget())
            || qobject_cast<const QTabBar *>(widget->parentWidget()))
            return false;
        return qobject_cast<const QAbstractItemView *>(widget) || qobject_cast<const QAbstractButton *>(widget)
            || qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget)
            || qobject_cast<const QAbstractSlider *>(widget) || qobject_cast<const QTextEdit *>(widget) || widget->inherits("QCustomPlot");
    }
    static QString nameOf(const QWidget *widget)
    {
        QStringList path;
        for (const QWidget *each = widget; each && path.size() < 3; each = each->parentWidget())
            path.prepend(QString::fromLatin1(each->metaObject()->className()) + u' ' + each->objectName());
        return path.join(u" > "_s);
    }
    /// True where it is a control.
    static bool note(const QWidget *widget, QStringList &nameless)
    {
        if (!isControl(widget))
            return false;
        // Not inside the popup of a combo box, whose list has no window of its own yet.
        if (widget->parentWidget() && widget->parentWidget()->inherits("QComboBoxPrivateContainer"))
            return false;
        const QAccessibleInterface *speaker = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        if ((!speaker || speaker->text(QAccessible::Name).isEmpty()) && widget->accessibleName().isEmpty())
            nameless.append(nameOf(widget));
        return true;
    }

    test::FakeLab m_lab;
    std::unique_ptr<test::FakeDesk> m_desk;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
