#pragma once

#include "core/desk/desksnapshot.h"
#include "ui/models/format.h"
#include "ui/models/rowtablemodel.h"

namespace bellwether {

struct FillTraits {
    using Key = FillId;
    static Key key(const FillRow &row) { return row.fill.id; }
    static bool areSame(const FillRow &a, const FillRow &b) { return a.fill == b.fill && a.realizedPnl == b.realizedPnl; }
};

/// Fills, newest on top.
class FillTableModel final : public RowTableModel<FillRow, FillTraits> {
    Q_OBJECT
public:
    enum Column { TimeColumn, SymbolColumn, SideColumn, QuantityColumn, PriceColumn, SlippageColumn, CommissionColumn,
                  RealizedColumn, StrategyColumn, OrderColumn, ColumnCount };

    explicit FillTableModel(Format format, QObject *parent = nullptr);

protected:
    const std::vector<ColumnSpec> &columns() const override { return m_columns; }
    QString text(const FillRow &row, int column) const override;
    QVariant sortValue(const FillRow &row, int column) const override;
    Tone tone(const FillRow &row, int column) const override;
    QVariant help(const FillRow &row, int column) const override;

private:
    Format m_format;
    std::vector<ColumnSpec> m_columns;
};

/// Price given away against what the decision saw, per unit; positive is worse for us. NaN where it saw none.
double slippageOf(const Fill &fill);

} // namespace bellwether
