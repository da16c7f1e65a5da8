#include "ui/models/backuptablemodel.h"

#include <QFileInfo>
#include <QLocale>

namespace bellwether {

BackupTableModel::BackupTableModel(Format format, QObject *parent) : RowTableModel(parent), m_format(std::move(format))
{
    m_columns = {
        {tr("Made"), tr("When the backup was made"), false},
        {tr("Account"), {}, false},
        {tr("Size"), tr("Size of the file"), true},
        {tr("Entries"), tr("Entries of its journal"), true},
        {tr("Verified"), tr("Whether the file is the one that was written, every entry follows the one before, and the whole replays"), false},
        {tr("Holds"), tr("What the account was at that moment"), false},
        {tr("File"), {}, false},
    };
}

QString BackupTableModel::contents(const BackupRow &row) const
{
    switch (row.check) {
    case BackupRow::Check::Waiting: return {};
    case BackupRow::Check::Damaged: return row.trouble;
    case BackupRow::Check::Whole: break;
    }
    return tr("orders %1, fills %2, positions %3, cash %4")
        .arg(row.orders)
        .arg(row.fills)
        .arg(row.holdings)
        .arg(m_format.moneyWithCurrency(row.cash));
}

QString BackupTableModel::text(const BackupRow &row, int column) const
{
    switch (Column(column)) {
    case MadeColumn: return m_format.dateTime(row.madeAt);
    case AccountColumn: return row.account;
    case SizeColumn: return QLocale(QLocale::English, QLocale::UnitedStates).formattedDataSize(row.bytes, 1);
    case EntriesColumn: return m_format.number(double(row.entries), 0);
    case CheckColumn:
        return row.check == BackupRow::Check::Whole ? tr("✓ whole") : row.check == BackupRow::Check::Damaged ? tr("✗ damaged") : tr("reading…");
    case HoldsColumn: return contents(row);
    case FileColumn: return QFileInfo(row.path).fileName();
    case ColumnCount: break;
    }
    return {};
}

QVariant BackupTableModel::sortValue(const BackupRow &row, int column) const
{
    switch (Column(column)) {
    case MadeColumn: return qint64(row.madeAt.ns());
    case SizeColumn: return qint64(row.bytes);
    case EntriesColumn: return qulonglong(row.entries);
    case AccountColumn:
    case CheckColumn:
    case HoldsColumn:
    case FileColumn:
    case ColumnCount: break;
    }
    return text(row, column);
}

Tone BackupTableModel::tone(const BackupRow &row, int column) const
{
    if (column == CheckColumn)
        return row.check == BackupRow::Check::Whole ? Tone::Gain : row.check == BackupRow::Check::Damaged ? Tone::Loss : Tone::Muted;
    return column == FileColumn ? Tone::Muted : Tone::Flat;
}

QVariant BackupTableModel::help(const BackupRow &row, int column) const
{
    if (column == MadeColumn)
        return m_format.dualTime(row.madeAt);
    return column == FileColumn ? row.path : contents(row);
}

} // namespace bellwether
