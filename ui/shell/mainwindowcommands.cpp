#include "ui/shell/mainwindow.h"

#include "ui/models/costtruth.h"
#include "ui/panels/chart/chartpanel.h"
#include "ui/panels/orders/orderspanel.h"
#include "ui/panels/positions/positionspanel.h"
#include "ui/panels/reconcile/reconcileribbon.h"
#include "ui/panels/signals/signalqueuepanel.h"
#include "ui/panels/ticket/orderconsent.h"
#include "ui/panels/watchlist/watchlistpanel.h"
#include "ui/widgets/confirmdialog.h"

using namespace Qt::StringLiterals;

// What the commands do, and what they ask before.
namespace bellwether {

void MainWindow::run(ActionId id, bool isChecked)
{
    switch (id) {
    case ActionId::ApproveSignal: m_queue->approveSelected(); break;
    case ActionId::RejectSignal: m_queue->rejectSelected(); break;
    case ActionId::EditSignal: m_queue->editSelected(); break;
    case ActionId::UndoDecision: m_queue->undo(); break;
    case ActionId::ApproveAll: m_queue->askApproveAll(); break;
    case ActionId::NextSignal: m_queue->moveSelection(1); break;
    case ActionId::PreviousSignal: m_queue->moveSelection(-1); break;
    case ActionId::ToggleAutoTrading: askAutoTrading(); break;
    case ActionId::ToggleOneClick: askOneClick(); break;
    case ActionId::NewOrder: openTicket(Side::Buy, m_chart->instrument()); break;
    case ActionId::BuySelected: openTicket(Side::Buy, instrumentInHand()); break;
    case ActionId::SellSelected: openTicket(Side::Sell, instrumentInHand()); break;
    case ActionId::ReversePosition: m_positions->reverseSelected(); break;
    case ActionId::ProtectPosition: m_positions->protectSelected(); break;
    case ActionId::ModifyOrder: m_orders->modifySelected(); break;
    case ActionId::ShowExposure: showDock(m_exposureDock); break;
    case ActionId::ShowRisk: showDock(m_riskDock); break;
    case ActionId::ShowStrategies: showDock(m_strategiesDock); break;
    case ActionId::ShowDepth: showDock(m_depthDock); break;
    case ActionId::ShowConnections: showConnections(); break;
    case ActionId::NextPanel: cyclePanels(1); break;
    case ActionId::PreviousPanel: cyclePanels(-1); break;
    case ActionId::CompareBooks: m_ribbon->compare(); break;
    case ActionId::StartTour: startTour(); break;
    case ActionId::LockWindow: setLocked(isChecked); break;
    case ActionId::ShowShadow: showDock(m_shadowDock); break;
    case ActionId::ClosePosition: m_positions->closeSelected(); break;
    case ActionId::CancelOrder: m_orders->cancelSelected(); break;
    case ActionId::CloseAllPositions: askCloseAll(); break;
    case ActionId::CancelAllOrders: askCancelAll(); break;
    case ActionId::KillSwitch: askKill(); break;
    case ActionId::ResetLatches: askReset(); break;
    case ActionId::PauseFeed: m_desk.setFeedPaused(isChecked); break;
    case ActionId::StepFeed: m_desk.stepFeed(); break;
    case ActionId::StartReplay: askReplay(); break;
    case ActionId::LeaveReplay: Q_EMIT leaveReplayWanted(); break;
    case ActionId::ShowPanel1:
    case ActionId::ShowPanel2:
    case ActionId::ShowPanel3:
    case ActionId::ShowPanel4:
    case ActionId::ShowPanel5:
    case ActionId::ShowPanel6:
    case ActionId::ShowPanel7:
    case ActionId::ShowPanel8: showPanel(int(id) - int(ActionId::ShowPanel1)); break;
    case ActionId::ShowBacktest: toggleBacktest(); break;
    case ActionId::FullScreen: isChecked ? showFullScreen() : showNormal(); break;
    case ActionId::ToggleTheme:
        m_theme.set(isChecked ? ColorScheme::Light : ColorScheme::Dark, m_theme.upDown());
        break;
    case ActionId::GreenUp: m_theme.set(m_theme.scheme(), UpDownColors::GreenUp); break;
    case ActionId::RedUp: m_theme.set(m_theme.scheme(), UpDownColors::RedUp); break;
    case ActionId::BlueUp: m_theme.set(m_theme.scheme(), UpDownColors::BlueUp); break;
    case ActionId::ToggleFlashing: m_watch->setFlashing(isChecked); break;
    case ActionId::TimesOfExchange: chooseTimes(u"exchange"_s); break;
    case ActionId::TimesUtc: chooseTimes(u"utc"_s); break;
    case ActionId::TimesLocal: chooseTimes(u"local"_s); break;
    case ActionId::OpenSettings: openSettings(); break;
    case ActionId::ShowBackups: showBackups(); break;
    case ActionId::CycleCosts: m_costs->next(); break;
    case ActionId::SaveLayout: askLayoutName(); break;
    case ActionId::ResetLayout: arrange(); break;
    case ActionId::CommandPalette: openPalette(false, {}); break;
    case ActionId::SymbolSearch: openPalette(true, {}); break;
    case ActionId::ShowKeys: showKeys({}); break;
    case ActionId::ContextHelp: showKeys(scopeOfFocus()); break;
    case ActionId::Quit: close(); break;
    }
    showThemeChecks(); // a checkable action has toggled itself; the state is what the theme and the desk say
    updateActions();
}

void MainWindow::askAutoTrading()
{
    if (m_snapshot->isAutoTrading) {
        m_desk.setAutoTrading(false);
        return;
    }
    const AccountView &account = m_snapshot->account;
    const Format &format = m_context.format;
    ConfirmDialog::ask(this,
                       {.title = tr("Arm auto-trade"),
                        .text = tr("Signals with a confidence of %1 or more go to the risk gate without a question, up to %2 "
                                   "positions (%3 open now). The day ends at a loss of %4; %5 is lost so far.")
                                    .arg(format.number(m_snapshot->confidenceCutoff, 0))
                                    .arg(account.openPositionsMax)
                                    .arg(account.openPositions)
                                    .arg(format.moneyWithCurrency(account.dayLossLimit),
                                         format.moneyWithCurrency(account.dayLoss)),
                        .deed = tr("Arm auto-trade")},
                       [this](bool, const QString &) { m_desk.setAutoTrading(true); });
}

void MainWindow::askCloseAll()
{
    if (m_consent->isArmed()) {
        m_consent->touch();
        m_desk.closeAllPositions();
        return;
    }
    const AccountView &account = m_snapshot->account;
    const int count = int(m_snapshot->positions.size());
    ConfirmDialog::ask(this,
                       {.title = tr("Close all positions"),
                        .text = tr("Market orders to send: %1, worth %2 together. Profit or loss taken: about %3. Stops and "
                                   "targets of these positions are cancelled.")
                                    .arg(count)
                                    .arg(m_context.format.moneyWithCurrency(account.grossExposure),
                                         m_context.format.signedMoney(account.unrealizedPnl)),
                        .deed = tr("Close all (%1)").arg(count)},
                       [this](bool, const QString &) { m_desk.closeAllPositions(); });
}

void MainWindow::askCancelAll()
{
    if (m_consent->isArmed()) {
        m_consent->touch();
        m_desk.cancelAllOrders();
        return;
    }
    const auto isWorkingRow = [](const OrderRow &row) { return isWorking(row.order.state()); };
    const auto isStop = [&](const OrderRow &row) { return isWorkingRow(row) && row.order.role == OrderRole::StopLoss; };
    const int count = int(std::ranges::count_if(*m_snapshot->orders, isWorkingRow));
    const int stops = int(std::ranges::count_if(*m_snapshot->orders, isStop));
    ConfirmDialog::ask(this,
                       {.title = tr("Cancel all orders"),
                        .text = stops > 0 ? tr("Working orders to cancel: %1. Stops among them: %2; their positions are then "
                                               "without protection.")
                                                .arg(count)
                                                .arg(stops)
                                          : tr("Working orders to cancel: %1.").arg(count),
                        .deed = tr("Cancel all (%1)").arg(count)},
                       [this](bool, const QString &) { m_desk.cancelAllOrders(); });
}

void MainWindow::askKill()
{
    const int working = m_snapshot->orders ? int(std::ranges::count_if(*m_snapshot->orders, [](const OrderRow &row) {
        return isWorking(row.order.state());
    }))
                                           : 0;
    const int positions = int(m_snapshot->positions.size());
    const AccountView &account = m_snapshot->account;
    ConfirmDialog::ask(this,
                       {.title = tr("Kill switch"),
                        .text = tr("Trading stops now: auto-trade goes off and no new risk is taken until you reset the switch. "
                                   "Working orders cancelled: %1. Open positions: %2, worth %3.")
                                    .arg(working)
                                    .arg(positions)
                                    .arg(m_context.format.moneyWithCurrency(account.grossExposure)),
                        .deed = tr("Stop trading"),
                        .option = positions > 0 ? tr("Also close all positions at the market (%1)").arg(positions)
                                                : QString(),
                        .isOptionOn = false},
                       [this](bool shallFlatten, const QString &) { m_killCommand = m_desk.kill(shallFlatten); });
}

void MainWindow::askReset()
{
    ConfirmDialog::ask(this,
                       {.title = tr("Reset after kill or halt"),
                        .text = tr("New risk is allowed again. Reason of the stop: %1. Lost today: %2 of %3.")
                                    .arg(m_snapshot->haltReason.isEmpty() ? tr("not given") : m_snapshot->haltReason,
                                         m_context.format.money(m_snapshot->account.dayLoss),
                                         m_context.format.moneyWithCurrency(m_snapshot->account.dayLossLimit)),
                        .deed = tr("Allow trading again"),
                        .noteLabel = tr("Why it is safe to go on (goes into the journal)")},
                       [this](bool, const QString &note) { m_desk.resetLatches(note); });
}

} // namespace bellwether
