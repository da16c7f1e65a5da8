#pragma once

#include "core/desk/backupkeeper.h"
#include "ui/models/format.h"
#include "ui/models/rowtablemodel.h"

namespace bellwether {

struct BackupTraits {
    using Key = QString;
    static Key key(const BackupRow &row) { return row.path; }
    static bool areSame(const BackupRow &a, const BackupRow &b) { return a == b; }
};

/// The backups of a profile, and whether each was read whole.
class BackupTableModel final : public RowTableModel<BackupRow, BackupTraits> {
    Q_OBJECT
public:
    enum Column { MadeColumn, AccountColumn, SizeColumn, EntriesColumn, CheckColumn, HoldsColumn, FileColumn, ColumnCount };

    explicit BackupTableModel(Format format, QObject *parent = nullptr);
    /// `12 orders, 9 fills, 1 position, cash 10,012.50 USDT`; the trouble of a damaged one.
    QString contents(const BackupRow &row) const;

protected:
    const std::vector<ColumnSpec> &columns() const override { return m_columns; }
    QString text(const BackupRow &row, int column) const override;
    QVariant sortValue(const BackupRow &row, int column) const override;
    Tone tone(const BackupRow &row, int column) const override;
    QVariant help(const BackupRow &row, int column) const override;

private:
    Format m_format;
    std::vector<ColumnSpec> m_columns;
};

} // namespace bellwether
