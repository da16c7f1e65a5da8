#pragma once

#include "core/desk/backupkeeper.h"
#include "ui/models/backuptablemodel.h"
#include "ui/panels/panel.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace bellwether {

class DataTable;

/// The backups of the profile: each read whole, one made now, and one put in the place of its account. Blocks nothing.
class BackupsDialog final : public QDialog {
    Q_OBJECT
public:
    /// `keeper` outlives the dialog.
    BackupsDialog(const PanelContext &context, BackupKeeper &keeper, QWidget *parent);

Q_SIGNALS:
    /// The trader has confirmed it.
    void restoreWanted(const QString &path);

private:
    void take(const std::vector<BackupRow> &rows);
    void update(const BackupRow &row);
    void showChosen();
    void askRestore();

    const PanelContext &m_context;
    BackupKeeper &m_keeper;
    BackupTableModel *m_model;
    DataTable *m_table;
    QLabel *m_chosen;
    QPushButton *m_restore;
};

} // namespace bellwether
