#include "ui/shell/mainwindow.h"

#include "ui/models/costtruth.h"
#include "ui/panels/backtest/backtestpanel.h"
#include "ui/panels/chart/chartpanel.h"
#include "ui/panels/reconcile/reconcileribbon.h"
#include "ui/panels/signals/signalqueuepanel.h"
#include "ui/panels/ticket/orderconsent.h"
#include "ui/shell/overlays.h"
#include "ui/shell/tourcard.h"
#include "ui/shell/uisettings.h"
#include "ui/widgets/confirmdialog.h"

#include <QApplication>
#include <QDockWidget>
#include <QTabBar>
#include <QToolBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

// What stands between a hand and an order: one-click trading and the lock; the books compared; and the ways around the
// panels: by key, and on the tour.
namespace bellwether {

void MainWindow::createConsent()
{
    m_consent = new OrderConsent(this);
    m_context.consent = m_consent;
    m_costs = new CostSwitch(this);
    m_context.costs = m_costs;
    connect(m_costs, &CostSwitch::changed, this, [this](CostTruth truth) {
        m_store.set(uisettings::costs.key, toString(truth));
        say(truth == CostTruth::Gross ? tr("Profits are shown before costs.")
            : truth == CostTruth::Net ? tr("Profits are shown net: with the costs of the way in and of the way out.")
                                      : tr("Profits are shown with costs counted twice."));
    });
    m_oneClickFrame = new OneClickFrame(m_theme, this);
    m_lock = new LockScreen(m_theme, this);
    connect(m_consent, &OrderConsent::changed, this, [this](bool isArmed) {
        m_oneClickFrame->setVisible(isArmed);
        m_oneClickFrame->raise();
        action(ActionId::ToggleOneClick)->setChecked(isArmed);
        say(isArmed ? tr("One-click trading is armed.") : tr("One-click trading is off."));
    });
    connect(m_lock, &LockScreen::unlockWanted, this, [this] { setLocked(false); });
}

void MainWindow::readConsent()
{
    m_consent->setPrecautions({.valuePercent = m_store.value(uisettings::cautionValue),
                               .distancePercent = m_store.value(uisettings::cautionDistance),
                               .lots = m_store.value(uisettings::cautionLots)});
    m_consent->setIdle(std::chrono::minutes(m_store.value(uisettings::oneClickIdle)));
}

void MainWindow::askOneClick()
{
    action(ActionId::ToggleOneClick)->setChecked(m_consent->isArmed()); // it has toggled itself
    if (m_consent->isArmed()) {
        m_consent->setArmed(false);
        return;
    }
    const Precautions &precautions = m_consent->precautions();
    ConfirmDialog::ask(this,
                       {.title = tr("Arm one-click trading"),
                        .text = tr("Orders from the ladder and the ticket, close all and cancel all leave without a question. You are still asked "
                                   "above %1 of the equity or further than %2 from the last price, and the risk gate refuses what it always "
                                   "refuses. It goes off after %3 minutes without an order, and with the program.")
                                    .arg(m_context.format.percent(precautions.valuePercent, 1), m_context.format.percent(precautions.distancePercent, 1))
                                    .arg(m_store.value(uisettings::oneClickIdle)),
                        .deed = tr("Arm one-click trading")},
                       [this](bool, const QString &) { m_consent->setArmed(true); });
}

void MainWindow::setLocked(bool isLocked)
{
    if (isLocked)
        m_consent->setArmed(false);
    m_lock->setVisible(isLocked);
    m_lock->raise();
    // Panels outside the window cannot be covered by it.
    for (QDockWidget *dock : m_docks) {
        if (dock->isFloating())
            dock->widget()->setEnabled(!isLocked);
    }
    action(ActionId::LockWindow)->setChecked(isLocked);
    if (isLocked)
        m_lock->setFocus();
    else
        m_queue->setFocus();
    updateActions();
}

void MainWindow::cyclePanels(int direction)
{
    std::vector<QDockWidget *> shown;
    std::copy_if(m_docks.begin(), m_docks.end(), std::back_inserter(shown), [](const QDockWidget *dock) { return !dock->isHidden(); });
    if (shown.empty())
        return;
    const QWidget *focus = QApplication::focusWidget();
    const auto at = std::find_if(shown.begin(), shown.end(), [focus](const QDockWidget *dock) { return focus && dock->isAncestorOf(focus); });
    const int count = int(shown.size());
    const int from = at != shown.end() ? int(at - shown.begin()) : direction > 0 ? -1 : count;
    showDock(shown[std::size_t((from + direction + count) % count)]);
}

void MainWindow::createRibbon()
{
    m_ribbon = new ReconcileRibbon(m_context, this);
    m_panels.push_back(m_ribbon);
    auto *bar = new QToolBar(tr("Books compared"), this);
    bar->setObjectName(u"reconcileBar"_s);
    bar->setMovable(false);
    bar->setFloatable(false);
    bar->toggleViewAction()->setVisible(false); // it comes and goes with what it has to say
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->addWidget(m_ribbon);
    addToolBarBreak(Qt::TopToolBarArea);
    addToolBar(Qt::TopToolBarArea, bar);
    bar->hide();
    connect(m_ribbon, &ReconcileRibbon::wantedChanged, bar, &QToolBar::setVisible);
}

void MainWindow::createTour()
{
    m_tour = new TourCard(m_theme, [this](TourStep step) { return tourTarget(step); }, this);
}

void MainWindow::startTour()
{
    leaveBacktest();
    m_store.set(uisettings::tourSeen.key, u"true"_s);
    m_tour->start();
    if (m_snapshot)
        m_tour->applySnapshot(*m_snapshot);
}

void MainWindow::offerTour()
{
    if (!m_store.value(uisettings::tourSeen))
        startTour();
}

QWidget *MainWindow::tourTarget(TourStep step) const
{
    switch (step) {
    case TourStep::Approve: return m_queue->findChild<QWidget *>(u"approveButton"_s);
    case TourStep::DragStop: return m_chart;
    case TourStep::ArmAuto: return m_auto;
    case TourStep::Backtest: return m_backtest ? m_backtest->findChild<QWidget *>(u"runBacktest"_s) : nullptr;
    case TourStep::ReadReport: return m_backtest ? m_backtest->findChild<QTabBar *>() : nullptr;
    case TourStep::Done: break;
    }
    return nullptr;
}

} // namespace bellwether
