#pragma once

#include "core/desk/desksnapshot.h"
#include "ui/models/format.h"
#include "ui/models/rowtablemodel.h"

namespace bellwether {

struct ShadowTraits {
    using Key = SignalId;
    static Key key(const ShadowRow &row) { return row.id; }
    static bool areSame(const ShadowRow &a, const ShadowRow &b) { return a.last == b.last && a.outcome == b.outcome && a.pnl == b.pnl; }
};

/// Declined signals, and what taking each would have made.
class ShadowTableModel final : public RowTableModel<ShadowRow, ShadowTraits> {
    Q_OBJECT
public:
    enum Column { DecidedColumn, SymbolColumn, SideColumn, QuantityColumn, EntryColumn, LastColumn, PnlColumn, OutcomeColumn,
                  StateColumn, ReasonColumn, StrategyColumn, StopColumn, TargetColumn, ColumnCount };

    explicit ShadowTableModel(Format format, QObject *parent = nullptr);

protected:
    const std::vector<ColumnSpec> &columns() const override { return m_columns; }
    QString text(const ShadowRow &row, int column) const override;
    QVariant sortValue(const ShadowRow &row, int column) const override;
    Tone tone(const ShadowRow &row, int column) const override;
    QVariant help(const ShadowRow &row, int column) const override;

private:
    Format m_format;
    std::vector<ColumnSpec> m_columns;
};

} // namespace bellwether
