#pragma once

#include "core/desk/desksnapshot.h"
#include "ui/models/format.h"
#include "ui/models/rowtablemodel.h"

namespace bellwether {

struct OrderTraits {
    using Key = OrderId;
    static Key key(const OrderRow &row) { return row.order.id; }
    static bool areSame(const OrderRow &a, const OrderRow &b);
};

/// Orders, newest on top.
class OrderTableModel final : public RowTableModel<OrderRow, OrderTraits> {
    Q_OBJECT
public:
    enum Column { TimeColumn, SymbolColumn, SideColumn, RoleColumn, TypeColumn, QuantityColumn, FilledColumn, LimitColumn,
                  StopColumn, AverageColumn, StateColumn, ActionColumn, ReasonColumn, StrategyColumn, IdColumn,
                  ProductColumn, ColumnCount };

    explicit OrderTableModel(Format format, QObject *parent = nullptr);

protected:
    const std::vector<ColumnSpec> &columns() const override { return m_columns; }
    QString text(const OrderRow &row, int column) const override;
    QVariant sortValue(const OrderRow &row, int column) const override;
    Tone tone(const OrderRow &row, int column) const override;
    QVariant help(const OrderRow &row, int column) const override;
    QVariant extra(const OrderRow &row, int column, int role) const override;

private:
    Format m_format;
    std::vector<ColumnSpec> m_columns;
};

/// Words as the window shows them.
QString orderStateText(OrderState state);
QString orderTypeText(OrderType type);
QString orderRoleText(OrderRole role);

} // namespace bellwether
