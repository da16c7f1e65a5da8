#include "ui/shell/mainwindow.h"

#include "ui/panels/chart/chartpanel.h"
#include "ui/panels/connections/connectionspanel.h"
#include "ui/panels/depth/depthpanel.h"
#include "ui/panels/exposure/exposurepanel.h"
#include "ui/panels/risk/riskpanel.h"
#include "ui/panels/signals/shadowpanel.h"
#include "ui/panels/signals/signalqueuepanel.h"
#include "ui/panels/strategies/strategiespanel.h"
#include "ui/panels/ticket/ticketpanel.h"
#include "ui/widgets/confirmdialog.h"

#include <QDockWidget>

using namespace Qt::StringLiterals;

// The panels around the queue and the chart, the ticket, and the way out.
namespace bellwether {

void MainWindow::createDeskPanels()
{
    m_ticket = new TicketPanel(m_context, this);
    m_risk = new RiskPanel(m_context, this);
    connect(m_risk, &RiskPanel::limitChanged, this, [this](const QString &key, double value) {
        // The desk keeps it for this run, the settings for the next.
        if (const auto saved = m_store.saveNow({{key, QString::number(value, 'g', 12)}}); !saved)
            say(saved.error().detail);
    });
    m_exposureDock = addDock(u"exposureDock"_s, tr("Exposure"), new ExposurePanel(m_context, this));
    m_riskDock = addDock(u"riskDock"_s, tr("Risk"), m_risk);
    m_shadowDock = addDock(u"shadowDock"_s, tr("Shadow ledger"), new ShadowPanel(m_context, this));
    m_strategiesDock = addDock(u"strategiesDock"_s, tr("Strategies"), new StrategiesPanel(m_context, this));
    m_depth = new DepthPanel(m_context, this);
    m_depthDock = addDock(u"depthDock"_s, tr("Depth"), m_depth);
    m_ticketDock = addDock(u"ticketDock"_s, tr("Order"), m_ticket);
    connect(m_ticket, &TicketPanel::leaveWanted, this, [this] {
        m_ticketDock->hide();
        activateWindow();
        m_queue->setFocus();
    });
}

void MainWindow::arrangeDeskPanels()
{
    tabifyDockWidget(m_docks[6], m_shadowDock);
    tabifyDockWidget(m_shadowDock, m_strategiesDock);
    tabifyDockWidget(m_docks[7], m_exposureDock);
    tabifyDockWidget(m_exposureDock, m_riskDock);
    if (m_connectionsDock)
        tabifyDockWidget(m_riskDock, m_connectionsDock);
    // The ladder stands beside the chart when it is called.
    splitDockWidget(m_docks[1], m_depthDock, Qt::Horizontal);
    m_depthDock->hide();
    // The ticket floats, and comes when it is called.
    addDockWidget(Qt::RightDockWidgetArea, m_ticketDock);
    m_ticketDock->setFloating(true);
    m_ticketDock->resize(340, 560);
    m_ticketDock->move(mapToGlobal(QPoint(width() - 370, 110)));
    m_ticketDock->hide();
}

void MainWindow::addAccounts(VenueAccounts &accounts)
{
    m_connectionsDock = addDock(u"connectionsDock"_s, tr("Connections"), new ConnectionsPanel(m_context, accounts, this));
    if (!restoreDockWidget(m_connectionsDock)) { // the layout that is kept knows its place
        tabifyDockWidget(m_riskDock, m_connectionsDock);
        m_docks[3]->raise(); // the positions stay in front
    }
    action(ActionId::ShowConnections)->setVisible(true);
    updateTitles();
}

void MainWindow::showConnections()
{
    if (!m_connectionsDock)
        return;
    leaveBacktest();
    showDock(m_connectionsDock);
}

void MainWindow::openTicket(Side side, const InstrumentId &instrument, Price limit)
{
    m_ticketDock->show();
    m_ticketDock->raise();
    m_ticketDock->activateWindow();
    m_ticket->start(side, instrument, limit);
    if (m_snapshot)
        m_ticket->applySnapshot(*m_snapshot);
}

void MainWindow::showDock(QDockWidget *dock)
{
    if (dock == m_depthDock)
        m_depth->show(m_chart->instrument());
    const bool isNew = dock == m_depthDock && dock->isHidden();
    dock->show();
    if (isNew)
        resizeDocks({m_docks[1], m_depthDock}, {m_docks[1]->width() * 7 / 10, m_docks[1]->width() * 3 / 10}, Qt::Horizontal);
    dock->raise();
    dock->widget()->setFocus(Qt::ShortcutFocusReason);
    if (m_snapshot)
        static_cast<Panel *>(dock->widget())->applySnapshot(*m_snapshot);
}

void MainWindow::closeNow()
{
    m_isClosingDecided = true;
    close();
}

bool MainWindow::asksBeforeClosing()
{
    if (m_isClosingDecided || !m_snapshot || m_snapshot->positions.empty())
        return false;
    const Format &format = m_context.format;
    QStringList lines;
    int naked = 0;
    for (const PositionRow &row : m_snapshot->positions) {
        naked += row.isProtected ? 0 : 1;
        lines.append(tr("%1 %2 %3, %4, %5")
                         .arg(row.side == Side::Buy ? tr("LONG") : tr("SHORT"), format.quantity(row.quantity, row.quantityDecimals), row.symbol,
                              format.signedMoney(row.unrealizedPnl),
                              row.isProtected ? tr("stop at %1").arg(format.price(row.stop, row.priceDecimals)) : tr("NO STOP")));
    }
    const int count = int(lines.size());
    constexpr int listed = 12;
    if (count > listed) {
        lines.resize(listed);
        lines.append(tr("and %1 more").arg(count - listed));
    }
    QString text = tr("%n position(s) open:", nullptr, count) + u"\n\n"_s + lines.join(u'\n') + u"\n\n"_s;
    text += naked > 0 ? tr("Nothing watches over the %n position(s) without a stop while the program is closed.", nullptr, naked)
                      : tr("Each has a stop. On a paper account stops wait until the program runs again.");
    ConfirmDialog::ask(this,
                       {.title = tr("Close with open positions"),
                        .text = text,
                        .deed = tr("Close the window"),
                        .option = tr("First close all positions at the market (%1)").arg(count),
                        .isOptionOn = false},
                       [this](bool shallFlatten, const QString &) { shallFlatten ? flattenAndClose() : closeNow(); });
    return true;
}

void MainWindow::flattenAndClose()
{
    m_isFlattening = true;
    say(tr("Closing all positions; the window closes when nothing is held."));
    m_desk.closeAllPositions();
}

} // namespace bellwether
