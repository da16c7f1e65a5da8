#pragma once

#include "core/desk/desksnapshot.h"
#include "ui/models/format.h"
#include "ui/models/rowtablemodel.h"

namespace bellwether {

struct WorkTraits {
    using Key = quint64;
    static Key key(const WorkRow &row) { return row.id.value; }
    static bool areSame(const WorkRow &a, const WorkRow &b);
};

/// Orders that the engine works, with how far each is.
class WorkTableModel final : public RowTableModel<WorkRow, WorkTraits> {
    Q_OBJECT
public:
    enum Column { KindColumn, SymbolColumn, SideColumn, QuantityColumn, FilledColumn, AverageColumn, ProgressColumn, LevelColumn, StateColumn,
                  ActionColumn, TextColumn, StartedColumn, EndsColumn, StrategyColumn, IdColumn, ColumnCount };

    explicit WorkTableModel(Format format, QObject *parent = nullptr);

protected:
    const std::vector<ColumnSpec> &columns() const override { return m_columns; }
    QString text(const WorkRow &row, int column) const override;
    QVariant sortValue(const WorkRow &row, int column) const override;
    Tone tone(const WorkRow &row, int column) const override;
    QVariant help(const WorkRow &row, int column) const override;
    QVariant extra(const WorkRow &row, int column, int role) const override;

private:
    Format m_format;
    std::vector<ColumnSpec> m_columns;
};

/// Words as the window shows them.
QString workKindText(WorkKind kind);
QString workStateText(WorkState state);
/// What the kind does, in a sentence.
QString workKindHelp(WorkKind kind);

} // namespace bellwether
