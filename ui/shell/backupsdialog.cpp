#include "ui/shell/backupsdialog.h"

#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/tone.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

BackupsDialog::BackupsDialog(const PanelContext &context, BackupKeeper &keeper, QWidget *parent)
    : QDialog(parent), m_context(context), m_keeper(keeper), m_model(new BackupTableModel(context.format, this)),
      m_table(new DataTable(context.theme, m_model, u"backupTable"_s, this)), m_chosen(new QLabel(this)), m_restore(new QPushButton(tr("Restore…"), this))
{
    setObjectName(u"backups"_s);
    setWindowTitle(tr("Backups"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(900, 420);
    auto *heading = new QLabel(tr("Backups of this profile"), this);
    heading->setProperty("kind", u"heading"_s);
    auto *help = new QLabel(tr("A running account is backed up once a day. Each backup is read whole and replayed before it can be restored."), this);
    help->setWordWrap(true);
    help->setProperty("tone", u"muted"_s);
    m_table->setAccessibleName(tr("Backups"));
    m_table->setEmptyText(tr("There is no backup yet. The first is made a minute after the start of an account, or with the button below."));
    m_table->setColumnWidths({16, 15, 9, 9, 11, 44, 30});
    m_chosen->setObjectName(u"chosenBackup"_s);
    m_chosen->setWordWrap(true);
    m_chosen->setProperty("tone", u"muted"_s);
    auto *make = new QPushButton(tr("Back up now"), this);
    make->setObjectName(u"backUpNow"_s);
    make->setAutoDefault(false);
    auto *accounts = new QMenu(make);
    make->setMenu(accounts);
    connect(accounts, &QMenu::aboutToShow, this, [this, accounts] {
        accounts->clear();
        for (const QString &account : m_keeper.accounts())
            accounts->addAction(account, this, [this, account] { m_keeper.backUp(account); });
    });
    m_restore->setObjectName(u"restoreBackup"_s);
    m_restore->setAutoDefault(false);
    auto *close = new QPushButton(tr("Close"), this);
    close->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(make);
    buttons->addStretch();
    buttons->addWidget(close);
    buttons->addWidget(m_restore);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->setSpacing(10);
    for (QWidget *part : std::initializer_list<QWidget *>{heading, help})
        layout->addWidget(part);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_chosen);
    layout->addLayout(buttons);
    connect(&m_keeper, &BackupKeeper::listed, this, &BackupsDialog::take);
    connect(&m_keeper, &BackupKeeper::checked, this, &BackupsDialog::update);
    connect(&m_keeper, &BackupKeeper::failed, this, [this](const QString &text) {
        setText(m_chosen, tr("No backup was made: %1").arg(text));
        setStyleProperty(m_chosen, "tone", u"warning"_s);
    });
    connect(m_table, &DataTable::currentSourceRowChanged, this, [this] { showChosen(); });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_restore, &QPushButton::clicked, this, [this] { askRestore(); });
    showChosen();
    m_keeper.list();
    m_table->setFocus();
}

void BackupsDialog::take(const std::vector<BackupRow> &rows)
{
    // What was read before need not be read again to be shown.
    std::vector<BackupRow> shown = rows;
    for (BackupRow &row : shown) {
        if (const int before = m_model->rowOf(row.path); before >= 0 && m_model->row(before).madeAt == row.madeAt)
            row = m_model->row(before);
    }
    m_model->setRows(shown);
    showChosen();
}

void BackupsDialog::update(const BackupRow &row)
{
    std::vector<BackupRow> rows = m_model->rows();
    const auto known = std::ranges::find(rows, row.path, &BackupRow::path);
    if (known == rows.end())
        return;
    *known = row;
    m_model->setRows(rows);
    showChosen();
}

void BackupsDialog::showChosen()
{
    const int row = m_table->currentSourceRow();
    const bool isWhole = row >= 0 && m_model->row(row).check == BackupRow::Check::Whole;
    m_restore->setEnabled(isWhole);
    setStyleProperty(m_chosen, "tone", u"muted"_s);
    if (row < 0)
        setText(m_chosen, tr("Choose a backup to restore it."));
    else if (isWhole)
        setText(m_chosen, tr("Restoring it stops the desk, puts this journal in the place of that of %1, and starts again on paper, disarmed.").arg(m_model->row(row).account));
    else
        setText(m_chosen, m_model->row(row).check == BackupRow::Check::Damaged ? m_model->row(row).trouble : tr("It is being read."));
}

void BackupsDialog::askRestore()
{
    const BackupRow row = m_model->row(m_table->currentSourceRow());
    const DeskSnapshotPtr snapshot = m_context.desk.snapshot();
    const bool isOwn = snapshot && snapshot->account.account.toString() == row.account;
    const int positions = snapshot ? int(snapshot->positions.size()) : 0;
    QString text = tr("Account %1 goes back to %2, %3 entries: %4.\n\nWhat it did since is set aside beside it, not deleted. The desk stops, "
                      "and starts again on paper with auto-trade off.")
                       .arg(row.account, m_context.format.dateTime(row.madeAt), m_context.format.number(double(row.entries), 0), m_model->contents(row));
    if (positions > 0) {
        text += u"\n\n⚠  "_s
            + (isOwn ? tr("Open positions now: %1. The account will hold what the backup says instead.").arg(positions)
                     : tr("Open positions now: %1. Nothing watches over them while their account does not run.").arg(positions));
    }
    ConfirmDialog::ask(this, {.title = tr("Restore %1").arg(row.account), .text = text, .deed = tr("Restore")},
                       [this, path = row.path](bool, const QString &) { Q_EMIT restoreWanted(path); });
}

} // namespace bellwether
