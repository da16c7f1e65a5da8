#include "ui/models/celltablemodel.h"

namespace bellwether {

QVariant columnHeader(const ColumnSpec &spec, int role)
{
    switch (role) {
    case Qt::DisplayRole: return spec.title;
    case Qt::ToolTipRole: return spec.help.isEmpty() ? spec.title : spec.help;
    case Qt::TextAlignmentRole: return int((spec.isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default: return {};
    }
}

CellTableModel::CellTableModel(std::vector<ColumnSpec> columns, QObject *parent)
    : QAbstractTableModel(parent), m_columns(std::move(columns))
{
}

void CellTableModel::setRows(std::vector<Row> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void CellTableModel::setTable(std::vector<ColumnSpec> columns, std::vector<Row> rows)
{
    beginResetModel();
    m_columns = std::move(columns);
    m_rows = std::move(rows);
    endResetModel();
}

QVariant CellTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    return columnHeader(m_columns[std::size_t(section)], role);
}

QVariant CellTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount())
        return {};
    const Cell &cell = m_rows[std::size_t(index.row())][std::size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole: return cell.text;
    case SortRole: return cell.sortValue.isValid() ? cell.sortValue : QVariant(cell.text);
    case ToneRole: return int(cell.tone);
    case Qt::ToolTipRole: return cell.help.isEmpty() ? QVariant() : QVariant(cell.help);
    case Qt::TextAlignmentRole: return columnHeader(m_columns[std::size_t(index.column())], role);
    default: return {};
    }
}

} // namespace bellwether
