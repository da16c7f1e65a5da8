#include "ui/shell/mainwindow.h"

#include "ui/shell/backupsdialog.h"
#include "ui/shell/replaybar.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/savepath.h"

#include <QToolBar>

using namespace Qt::StringLiterals;

// Other desks under this window: a replay, the desk that was, an account of a backup. Whoever made the window makes them.
namespace bellwether {

void MainWindow::createReplayBar()
{
    m_replay = new ReplayBar(m_context, action(ActionId::PauseFeed), action(ActionId::StepFeed), action(ActionId::LeaveReplay), this);
    m_panels.push_back(m_replay);
    auto *bar = new QToolBar(tr("Replay"), this);
    bar->setObjectName(u"replayToolBar"_s);
    bar->setMovable(false);
    bar->setFloatable(false);
    bar->toggleViewAction()->setVisible(false); // it comes and goes with the replay
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->addWidget(m_replay);
    addToolBarBreak(Qt::TopToolBarArea);
    addToolBar(Qt::TopToolBarArea, bar);
    bar->hide();
    connect(m_replay, &ReplayBar::wantedChanged, bar, &QToolBar::setVisible);
    connect(m_replay, &ReplayBar::restartWanted, this, &MainWindow::replayBackWanted);
}

void MainWindow::askReplay()
{
    QFileDialog *dialog = makeFileDialog(this, tr("Replay files of bars"), {}, tr("Bars (*.csv *.zip *.gz *.json *.txt);;All files (*)"));
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](QStringList files) {
        files.sort();
        confirmReplay(files);
    });
    dialog->show();
}

void MainWindow::confirmReplay(const QStringList &files)
{
    const int positions = m_snapshot ? int(m_snapshot->positions.size()) : 0;
    const int orders = m_snapshot && m_snapshot->orders
        ? int(std::ranges::count_if(*m_snapshot->orders, [](const OrderRow &row) { return isWorking(row.order.state()); }))
        : 0;
    ConfirmDialog::ask(this,
                       {.title = tr("Replay"),
                        .text = tr("The desk of %1 stops while the replay runs on a paper account of its own: its entries are cancelled, open "
                                   "positions (%2) and their stops (working orders: %3) wait for its return. “Exit to live” brings it back as it was, "
                                   "with auto-trade off.")
                                    .arg(m_snapshot ? m_snapshot->account.account.toString() : QString())
                                    .arg(positions)
                                    .arg(orders),
                        .deed = tr("Start the replay"),
                        .isHarmless = positions == 0},
                       [this, files](bool, const QString &) { Q_EMIT replayWanted(files); });
}

void MainWindow::addBackups(BackupKeeper &keeper)
{
    m_backups = &keeper;
    action(ActionId::ShowBackups)->setVisible(true);
}

void MainWindow::showBackups()
{
    if (!m_backups)
        return;
    auto *dialog = new BackupsDialog(m_context, *m_backups, this);
    connect(dialog, &BackupsDialog::restoreWanted, this, &MainWindow::restoreWanted);
    dialog->show();
}

void MainWindow::showTrouble(const QString &text)
{
    ConfirmDialog::ask(this, {.title = tr("It could not be done"), .text = text, .deed = tr("Close"), .isHarmless = true}, [](bool, const QString &) {});
}

} // namespace bellwether
