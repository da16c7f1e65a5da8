#pragma once

#include "core/desk/desksnapshot.h"
#include "ui/models/costtruth.h"
#include "ui/models/format.h"
#include "ui/models/rowtablemodel.h"

namespace bellwether {

struct PositionTraits {
    using Key = std::string; ///< strategy and instrument: each strategy has its own book
    static Key key(const PositionRow &row);
    static bool areSame(const PositionRow &a, const PositionRow &b);
};

/// Open positions, one row per strategy and instrument.
class PositionTableModel final : public RowTableModel<PositionRow, PositionTraits> {
    Q_OBJECT
public:
    enum Column { SymbolColumn, SideColumn, QuantityColumn, AverageColumn, LastColumn, UnrealizedColumn, PercentColumn,
                  ActionColumn, ValueColumn, StopColumn, TargetColumn, RealizedColumn, CostsColumn, StrategyColumn,
                  OpenedColumn, ProductColumn, ColumnCount };

    explicit PositionTableModel(Format format, QObject *parent = nullptr);
    /// How profits count costs.
    void setCosts(CostTruth truth);

protected:
    const std::vector<ColumnSpec> &columns() const override { return m_columns; }
    QString text(const PositionRow &row, int column) const override;
    QVariant sortValue(const PositionRow &row, int column) const override;
    Tone tone(const PositionRow &row, int column) const override;
    QVariant help(const PositionRow &row, int column) const override;

private:
    void nameProfits();
    Money openPnl(const PositionRow &row) const;
    Money realizedPnl(const PositionRow &row) const;
    double openPercent(const PositionRow &row) const;
    Format m_format;
    CostTruth m_costs = CostTruth::Gross;
    std::vector<ColumnSpec> m_columns;
};

} // namespace bellwether
