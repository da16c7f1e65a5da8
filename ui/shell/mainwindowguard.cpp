#include "ui/shell/mainwindow.h"

#include "ui/panels/signals/signalqueuepanel.h"
#include "ui/panels/ticket/orderconsent.h"
#include "ui/shell/overlays.h"
#include "ui/shell/uisettings.h"
#include "ui/widgets/confirmdialog.h"

#include <QApplication>
#include <QDockWidget>

using namespace Qt::StringLiterals;

// What stands between a hand and an order: one-click trading, the lock; and the way around the panels by key.
namespace bellwether {

void MainWindow::createConsent()
{
    m_consent = new OrderConsent(this);
    m_context.consent = m_consent;
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

} // namespace bellwether
