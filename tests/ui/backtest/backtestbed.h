#pragma once

#include "tests/support/fakedesk.h"
#include "tests/support/fakelab.h"
#include "ui/panels/backtest/backtestpanel.h"
#include "ui/shell/mainwindow.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTabWidget>
#include <QTest>

namespace bellwether::test {

/// The window with its backtest panel in front, over a fake desk and a fake laboratory that are new for every test.
class BacktestBed {
protected:
    void startOver()
    {
        stop();
        m_desk = std::make_unique<FakeDesk>(FakeDesk::Options{.symbols = 3, .historyBars = 60, .areSignalsRenewed = false});
        m_lab = std::make_unique<FakeLab>();
        open();
    }
    void stop()
    {
        m_window.reset();
        m_lab.reset();
        m_desk.reset();
    }
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
    void show(QWidget *page) const { panel()->findChild<QTabWidget *>(QStringLiteral("backtestTabs"))->setCurrentWidget(page); }
    void finish(int bars = 2'000, int trades = 40)
    {
        panel()->run();
        m_lab->finishRun(bars, trades);
    }

    std::unique_ptr<FakeDesk> m_desk;
    std::unique_ptr<FakeLab> m_lab;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace bellwether::test
