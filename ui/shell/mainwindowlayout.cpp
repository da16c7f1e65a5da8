#include "ui/shell/mainwindow.h"

#include "ui/panels/account/accountstrip.h"
#include "ui/panels/backtest/backtestpanel.h"
#include "ui/panels/chart/chartpanel.h"
#include "ui/panels/watchlist/watchlistpanel.h"
#include "ui/shell/feedcontrols.h"
#include "ui/shell/uisettings.h"

#include <QDockWidget>
#include <QGuiApplication>
#include <QMenuBar>
#include <QScreen>
#include <QTabBar>
#include <QToolBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

// Menus, bars, the places of the docks, and what of them outlives the window.
namespace bellwether {

namespace {

constexpr int firstSizesMs = 2'000;

} // namespace

void MainWindow::createMenus()
{
    QMenu *menu = nullptr;
    std::optional<ActionScope> scope;
    for (const ActionSpec &spec : allActions()) {
        if (scope != spec.scope) {
            scope = spec.scope;
            menu = menuBar()->addMenu(scopeText(spec.scope));
        }
        if (spec.id == ActionId::SaveLayout) {
            QMenu *layouts = menu->addMenu(tr("Layouts"));
            connect(layouts, &QMenu::aboutToShow, this, [this, layouts] { fillLayoutMenu(layouts); });
            continue;
        }
        menu->addAction(action(spec.id));
    }
}

void MainWindow::createStrip()
{
    m_strip = new AccountStrip(m_context, this);
    m_panels.push_back(m_strip);
    m_feed = new FeedControls(m_desk, action(ActionId::PauseFeed), action(ActionId::StepFeed), m_strip);
    m_strip->addSwitch(m_feed);
    m_auto = new QToolButton(m_strip);
    m_auto->setObjectName(u"autoButton"_s);
    m_auto->setDefaultAction(action(ActionId::ToggleAutoTrading));
    m_auto->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_auto->setProperty("kind", u"armable"_s);
    m_strip->addSwitch(m_auto);
    m_reset = new QToolButton(m_strip);
    m_reset->setObjectName(u"resetButton"_s);
    action(ActionId::ResetLatches)->setIconText(tr("Reset…"));
    m_reset->setDefaultAction(action(ActionId::ResetLatches));
    m_reset->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_reset->hide();
    m_strip->addSwitch(m_reset);
    auto *kill = new QToolButton(m_strip);
    kill->setObjectName(u"killButton"_s);
    kill->setDefaultAction(action(ActionId::KillSwitch));
    action(ActionId::KillSwitch)->setIconText(tr("KILL"));
    kill->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    kill->setProperty("kind", u"danger"_s);
    m_strip->addSwitch(kill);

    auto *bar = new QToolBar(tr("Account"), this);
    bar->setObjectName(u"accountBar"_s);
    bar->setMovable(false);
    bar->setFloatable(false);
    bar->toggleViewAction()->setEnabled(false); // the account is always in view
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->addWidget(m_strip);
    addToolBar(Qt::TopToolBarArea, bar);
}

void MainWindow::arrange()
{
    leaveBacktest();
    const auto dock = [this](int number) { return m_docks[std::size_t(number - 1)]; };
    for (QDockWidget *each : m_docks) {
        removeDockWidget(each);
        each->setFloating(false);
    }
    addDockWidget(Qt::LeftDockWidgetArea, dock(3));
    splitDockWidget(dock(3), dock(1), Qt::Vertical);
    splitDockWidget(dock(3), dock(2), Qt::Horizontal);
    splitDockWidget(dock(1), dock(4), Qt::Horizontal);
    tabifyDockWidget(dock(1), dock(7));
    for (const auto &[before, after] : {std::pair{4, 5}, std::pair{5, 6}, std::pair{6, 8}})
        tabifyDockWidget(dock(before), dock(after));
    for (QDockWidget *each : m_docks)
        each->show();
    arrangeDeskPanels();
    dock(1)->raise();
    dock(4)->raise();
    m_isDefaultLayout = true;
    resizeDefault();
    updateTitles();
}

void MainWindow::scheduleTitles()
{
    // Who shares a tab bar is known once the layout has settled.
    QTimer::singleShot(0, this, [this] { updateTitles(); });
}

void MainWindow::updateTitles()
{
    for (QDockWidget *dock : m_docks) {
        // Under a tab that names the panel a title bar would say it twice.
        const bool hasTab = !dock->isFloating() && !tabifiedDockWidgets(dock).isEmpty();
        if (hasTab == (dock->titleBarWidget() != nullptr))
            continue;
        QWidget *old = dock->titleBarWidget();
        dock->setTitleBarWidget(hasTab ? new QWidget(dock) : nullptr);
        delete old;
    }
    // Qt gives a tab bar that it uses again its base line back.
    for (QTabBar *tabs : findChildren<QTabBar *>(Qt::FindDirectChildrenOnly))
        tabs->setDrawBase(false);
}

void MainWindow::resizeDefault()
{
    const int usable = height() - 110;
    resizeDocks({m_docks[2], m_docks[0]}, {usable * 59 / 100, usable * 41 / 100}, Qt::Vertical);
    resizeDocks({m_docks[2], m_docks[1]}, {290, width() - 290}, Qt::Horizontal);
    resizeDocks({m_docks[0], m_docks[3]}, {width() * 63 / 100, width() * 37 / 100}, Qt::Horizontal);
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (!m_sinceShown.isValid())
        m_sinceShown.start();
    // Docks take their sizes once the window has its own.
    if (m_isDefaultLayout)
        QTimer::singleShot(0, this, [this] { resizeDefault(); });
}

QSize MainWindow::screenRoom() const { return screen()->availableSize() - QSize(8, 40); }

// Windows are moved by the desktop when a monitor comes or goes, so the layout of a set is the one from before.
void MainWindow::followMonitors()
{
    m_monitors = monitorSet();
    m_placeTimer.setSingleShot(true);
    m_placeTimer.setInterval(1'000);
    connect(&m_placeTimer, &QTimer::timeout, this, [this] {
        const QString monitors = monitorSet();
        if (monitors != m_monitors) {
            if (!m_place.first.isEmpty())
                m_store.keepFor(std::exchange(m_monitors, monitors), m_place.first, m_place.second);
            leaveBacktest();
            if (m_store.restoreFor(*this, monitors))
                say(tr("The layout of these monitors is back."));
            resize(size().boundedTo(screenRoom()));
            updateTitles();
        }
        m_place = {saveGeometry(), m_deskLayout.isEmpty() ? saveState(LayoutStore::layoutVersion) : m_deskLayout};
    });
    for (const auto signal : {&QGuiApplication::screenAdded, &QGuiApplication::screenRemoved})
        connect(qGuiApp, signal, this, [this] { m_placeTimer.start(); });
}

void MainWindow::moveEvent(QMoveEvent *event)
{
    QMainWindow::moveEvent(event);
    if (!m_monitors.isEmpty())
        m_placeTimer.start();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (!m_monitors.isEmpty())
        m_placeTimer.start();
    // The desktop gives a new window its size, all of the screen perhaps, a moment after it is shown.
    if (m_isDefaultLayout && m_sinceShown.isValid() && m_sinceShown.elapsed() < firstSizesMs)
        QTimer::singleShot(0, this, [this] { resizeDefault(); });
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (asksBeforeClosing()) {
        event->ignore();
        return;
    }
    // A layout that has just been restored has no sizes yet: the one that is to come back is kept as it was.
    const QByteArray docks = m_deskLayout;
    leaveBacktest();
    if (m_backtest)
        m_store.set(uisettings::backtest.key, m_backtest->state());
    m_store.take(*this, docks);
    m_store.set(uisettings::theme.key, m_theme.scheme() == ColorScheme::Light ? u"light"_s : u"dark"_s);
    m_store.set(uisettings::upDown.key, m_theme.upDown() == UpDownColors::RedUp    ? u"red-green"_s
                                        : m_theme.upDown() == UpDownColors::BlueUp ? u"blue-orange"_s
                                                                                   : u"green-red"_s);
    m_store.set(uisettings::flashing.key, action(ActionId::ToggleFlashing)->isChecked() ? u"true"_s : u"false"_s);
    m_store.set(uisettings::watchlists.key, m_watch->lists().toString());
    if (const int shown = m_watch->shownList(); shown != m_store.value(uisettings::shownWatchlist))
        m_store.set(uisettings::shownWatchlist.key, QString::number(shown));
    m_store.set(uisettings::instrument.key, m_chart->instrument().toString());
    m_store.set(uisettings::timeframe.key, toString(m_chart->timeframe()));
    m_store.set(uisettings::indicators.key, m_chart->indicators().join(u' '));
    m_store.set(uisettings::charts.key, m_chart->state());
    if (const auto saved = m_store.save(); !saved)
        qWarning("layout not saved: %s", qUtf8Printable(saved.error().detail));
    QMainWindow::closeEvent(event);
}

} // namespace bellwether
