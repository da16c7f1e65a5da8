#pragma once

#include "ui/models/rowtablemodel.h"

namespace bellwether {

/// A small table whose cells are texts made when it is filled: costs, exits, kept runs, windows of a walk-forward. Not for
/// thousands of rows.
class CellTableModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    struct Cell {
        QString text;
        QVariant sortValue{};  ///< a double for numbers; the text where there is none
        Tone tone = Tone::Flat;
        QString help{};
    };
    using Row = std::vector<Cell>;

    explicit CellTableModel(std::vector<ColumnSpec> columns, QObject *parent = nullptr);

    /// Each row has one cell per column.
    void setRows(std::vector<Row> rows);
    /// Other columns and rows at once.
    void setTable(std::vector<ColumnSpec> columns, std::vector<Row> rows);
    const std::vector<Row> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_columns.size()); }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<ColumnSpec> m_columns;
    std::vector<Row> m_rows;
};

/// Title, tooltip and alignment of a column.
QVariant columnHeader(const ColumnSpec &spec, int role);

} // namespace bellwether
