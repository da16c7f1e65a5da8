#include "ui/shell/mainwindow.h"

#include "ui/charts/barsfile.h"
#include "ui/charts/pricechart.h"
#include "ui/models/poolresult.h"
#include "ui/panels/backtest/backtestpanel.h"
#include "ui/panels/backtest/setup/setupform.h"
#include "ui/panels/chart/chartpanel.h"
#include "ui/shell/tourcard.h"
#include "ui/shell/uisettings.h"
#include "ui/widgets/datatable.h"

#include <QCoreApplication>
#include <QDir>
#include <QDockWidget>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMouseEvent>
#include <QTabWidget>

using namespace Qt::StringLiterals;

// The backtest needs the room of the whole window: it takes the place of the desk's panels and gives it back. Undocked it
// is a window of its own beside them.
namespace bellwether {

namespace {

// A dock that hangs at the mouse is let go before others are placed: Qt holds a piece of the layout for it, and would put
// that back into a layout that has been made anew.
void dropDocks(const QMainWindow &window)
{
    for (QDockWidget *dock : window.findChildren<QDockWidget *>()) {
        QMouseEvent release(QEvent::MouseButtonRelease, QPointF(), QCursor::pos(), Qt::LeftButton, Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(dock, &release);
    }
}

} // namespace

void MainWindow::addLaboratory(Laboratory &lab)
{
    m_backtest = new BacktestPanel(m_context, lab, this);
    connect(m_backtest, &Panel::notice, this, [this](const QString &text) { say(text); });
    for (DataTable *table : m_backtest->findChildren<DataTable *>())
        connect(table, &DataTable::notice, m_backtest, &Panel::notice);
    if (!m_store.path().isEmpty()) {
        m_backtest->form()->offerChart();
        connect(m_backtest->form(), &SetupForm::chartWanted, this, [this] { backtestChart(); });
    }
    m_backtestDock = new QDockWidget(tr("Backtest"), this);
    m_backtestDock->setObjectName(u"backtestDock"_s);
    m_backtestDock->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetFloatable | QDockWidget::DockWidgetClosable);
    m_backtestDock->setWidget(m_backtest);
    addDockWidget(Qt::RightDockWidgetArea, m_backtestDock);
    m_backtestDock->hide();
    m_backtest->restoreState(m_store.value(uisettings::backtest));
    m_store.restoreParts(*m_backtest);
    // Closed or undocked by its title bar: the desk comes back, once Qt has done with the dock and the mouse has let go of it.
    auto *left = new QTimer(this);
    left->setInterval(20);
    connect(left, &QTimer::timeout, this, [this, left] {
        if (QGuiApplication::mouseButtons() != Qt::NoButton)
            return;
        left->stop();
        if (!m_deskLayout.isEmpty() && (m_backtestDock->isHidden() || m_backtestDock->isFloating()))
            leaveBacktest();
    });
    const auto look = [this, left] {
        if (!m_deskLayout.isEmpty() && (m_backtestDock->isHidden() || m_backtestDock->isFloating()))
            left->start();
        action(ActionId::ShowBacktest)->setChecked(!m_backtestDock->isHidden());
    };
    connect(m_backtestDock, &QDockWidget::visibilityChanged, this, look);
    connect(m_backtestDock, &QDockWidget::topLevelChanged, this, look);
    action(ActionId::ShowBacktest)->setVisible(true);
    connect(&lab, &Laboratory::runFinished, m_tour, [this] { m_tour->backtestFinished(); });
    connect(m_backtest->findChild<QTabWidget *>(u"backtestTabs"_s), &QTabWidget::currentChanged, m_tour, [this] { m_tour->reportOpened(); });
}

void MainWindow::backtestChart()
{
    const InstrumentId instrument = m_chart->instrument();
    const Timeframe timeframe = m_chart->timeframe();
    if (timeframe > Timeframe::D1) {
        say(tr("Bars of a day or less can be taken: change the timeframe of the chart."));
        return;
    }
    const BarSeries &shown = m_chart->chart()->bars();
    auto bars = std::make_shared<BarColumns>();
    bars->reserve(shown.closedCount());
    for (std::size_t i = 0; i < shown.closedCount(); ++i)
        bars->append(shown.at(i));
    const QString name = instrument.toString().section(u':', -1) + u'-' + toString(timeframe);
    const QString path = QFileInfo(m_store.path()).dir().filePath(u"chart/"_s + name + u".csv"_s);
    takeFromPool(m_backtest, [path, bars, timeframe] { return writeBars(path, *bars, timeframe); },
                 [this, path, instrument](const QString &trouble) {
                     if (trouble.isEmpty())
                         m_backtest->form()->setFiles({instrument.toString() + u'=' + path});
                     else
                         say(tr("Not written: %1 (%2)").arg(path, trouble));
                 });
}

void MainWindow::toggleBacktest()
{
    if (!m_backtestDock)
        return;
    dropDocks(*this);
    if (!m_deskLayout.isEmpty()) {
        leaveBacktest();
        return;
    }
    if (m_backtestDock->isFloating() && !m_backtestDock->isHidden()) {
        m_backtestDock->hide();
        return;
    }
    if (!m_backtestDock->isFloating()) {
        m_deskLayout = saveState(LayoutStore::layoutVersion);
        for (QDockWidget *dock : findChildren<QDockWidget *>()) {
            if (dock != m_backtestDock && !dock->isFloating())
                dock->hide();
        }
    }
    m_backtestDock->show();
    m_backtestDock->raise();
    m_backtest->setFocus(Qt::ShortcutFocusReason);
    updateActions();
}

void MainWindow::leaveBacktest()
{
    dropDocks(*this);
    const QByteArray layout = std::exchange(m_deskLayout, {});
    if (layout.isEmpty())
        return;
    const bool isFloating = m_backtestDock->isFloating();
    const QRect place = m_backtestDock->geometry();
    // Side by side both would ask for more room than there is, and the window would grow to give it.
    m_backtestDock->hide();
    const QSize before = size();
    restoreState(layout, LayoutStore::layoutVersion);
    if (isFloating) {
        m_backtestDock->setFloating(true);
        m_backtestDock->setGeometry(place);
        m_backtestDock->show();
    }
    if (size() != before)
        resize(before);
    updateTitles();
    updateActions();
    action(ActionId::ShowBacktest)->setChecked(isFloating);
}

} // namespace bellwether
