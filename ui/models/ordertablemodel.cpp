#include "ui/models/ordertablemodel.h"

#include "ui/models/signaltablemodel.h"

#include <QCoreApplication>

namespace bellwether {

namespace {

QString word(const char *text) { return QCoreApplication::translate("Order", text); }

} // namespace

QString orderStateText(OrderState state)
{
    switch (state) {
    case OrderState::Draft: return word(QT_TRANSLATE_NOOP("Order", "Draft"));
    case OrderState::AwaitingApproval: return word(QT_TRANSLATE_NOOP("Order", "Awaiting approval"));
    case OrderState::Checked: return word(QT_TRANSLATE_NOOP("Order", "Checked"));
    case OrderState::Intent: return word(QT_TRANSLATE_NOOP("Order", "Sending"));
    case OrderState::Unknown: return word(QT_TRANSLATE_NOOP("Order", "Unknown"));
    case OrderState::Open: return word(QT_TRANSLATE_NOOP("Order", "Open"));
    case OrderState::Partial: return word(QT_TRANSLATE_NOOP("Order", "Part filled"));
    case OrderState::Filled: return word(QT_TRANSLATE_NOOP("Order", "Filled"));
    case OrderState::CancelPending: return word(QT_TRANSLATE_NOOP("Order", "Cancelling"));
    case OrderState::ModifyPending: return word(QT_TRANSLATE_NOOP("Order", "Modifying"));
    case OrderState::Cancelled: return word(QT_TRANSLATE_NOOP("Order", "Cancelled"));
    case OrderState::Expired: return word(QT_TRANSLATE_NOOP("Order", "Expired"));
    case OrderState::Rejected: return word(QT_TRANSLATE_NOOP("Order", "Rejected"));
    case OrderState::Denied: return word(QT_TRANSLATE_NOOP("Order", "Denied"));
    case OrderState::Lapsed: return word(QT_TRANSLATE_NOOP("Order", "Lapsed"));
    }
    return {};
}

QString orderTypeText(OrderType type)
{
    switch (type) {
    case OrderType::Market: return word(QT_TRANSLATE_NOOP("Order", "Market"));
    case OrderType::Limit: return word(QT_TRANSLATE_NOOP("Order", "Limit"));
    case OrderType::Stop: return word(QT_TRANSLATE_NOOP("Order", "Stop"));
    case OrderType::StopLimit: return word(QT_TRANSLATE_NOOP("Order", "Stop limit"));
    case OrderType::MarketIfTouched: return word(QT_TRANSLATE_NOOP("Order", "If touched"));
    case OrderType::LimitIfTouched: return word(QT_TRANSLATE_NOOP("Order", "Limit if touched"));
    }
    return {};
}

QString orderRoleText(OrderRole role)
{
    switch (role) {
    case OrderRole::Entry: return word(QT_TRANSLATE_NOOP("Order", "Entry"));
    case OrderRole::Exit: return word(QT_TRANSLATE_NOOP("Order", "Exit"));
    case OrderRole::StopLoss: return word(QT_TRANSLATE_NOOP("Order", "Stop loss"));
    case OrderRole::TakeProfit: return word(QT_TRANSLATE_NOOP("Order", "Take profit"));
    }
    return {};
}

bool OrderTraits::areSame(const OrderRow &a, const OrderRow &b)
{
    return a.order.state() == b.order.state() && a.order.filledQuantity() == b.order.filledQuantity()
        && a.order.quantity == b.order.quantity && a.order.limitPrice == b.order.limitPrice
        && a.order.stopPrice == b.order.stopPrice && a.order.updatedAt == b.order.updatedAt
        && a.order.reason == b.order.reason && a.symbol == b.symbol;
}

OrderTableModel::OrderTableModel(Format format, QObject *parent) : RowTableModel(parent), m_format(std::move(format))
{
    m_columns = {
        {tr("Time"), tr("When the order was made, in the exchange's zone"), false},
        {tr("Symbol"), tr("Instrument"), false},
        {tr("Side"), {}, false},
        {tr("Role"), tr("What the order is for; only an entry adds risk"), false},
        {tr("Type"), {}, false},
        {tr("Qty"), tr("Quantity in units"), true},
        {tr("Filled"), tr("Quantity filled so far"), true},
        {tr("Limit"), tr("Limit price"), true},
        {tr("Stop"), tr("Stop price"), true},
        {tr("Avg"), tr("Average price of the fills"), true},
        {tr("State"), {}, false},
        {tr("Cancel"), tr("Cancel the working order"), false},
        {tr("Reason"), tr("Why it was sent, denied, rejected or cancelled"), false},
        {tr("Strategy"), tr("Strategy that owns the order"), false},
        {tr("Id"), tr("Number of the order"), true},
        {tr("Product"), tr("CNC is delivery, MIS intraday and squared off before the close, NRML a derivative held over the night"), false},
    };
}

QString OrderTableModel::text(const OrderRow &row, int column) const
{
    const Order &order = row.order;
    switch (Column(column)) {
    case TimeColumn: return m_format.time(order.createdAt);
    case SymbolColumn: return row.symbol;
    case SideColumn: return sideText(order.side);
    case RoleColumn: return orderRoleText(order.role);
    case TypeColumn: return orderTypeText(order.type);
    case QuantityColumn: return m_format.quantity(order.quantity, row.quantityDecimals);
    case FilledColumn: return m_format.quantity(order.filledQuantity(), row.quantityDecimals);
    case LimitColumn: return m_format.price(order.limitPrice, row.priceDecimals);
    case StopColumn: return m_format.price(order.stopPrice, row.priceDecimals);
    case AverageColumn: return m_format.price(order.averagePrice(), row.priceDecimals);
    case StateColumn: return orderStateText(order.state());
    case ActionColumn: return {};
    case ReasonColumn: return order.reason;
    case StrategyColumn: return order.strategy.toString();
    case IdColumn: return QString::number(order.id.value);
    case ProductColumn: return toString(order.product);
    case ColumnCount: break;
    }
    return {};
}

QVariant OrderTableModel::sortValue(const OrderRow &row, int column) const
{
    const Order &order = row.order;
    switch (Column(column)) {
    case TimeColumn: return qint64(order.createdAt.ns());
    case QuantityColumn: return order.quantity.toDouble();
    case FilledColumn: return order.filledQuantity().toDouble();
    case LimitColumn: return order.limitPrice.toDouble();
    case StopColumn: return order.stopPrice.toDouble();
    case AverageColumn: return order.averagePrice().toDouble();
    case IdColumn: return qulonglong(order.id.value);
    case SymbolColumn:
    case SideColumn:
    case RoleColumn:
    case TypeColumn:
    case StateColumn:
    case ActionColumn:
    case ReasonColumn:
    case StrategyColumn:
    case ProductColumn:
    case ColumnCount: break;
    }
    return text(row, column);
}

Tone OrderTableModel::tone(const OrderRow &row, int column) const
{
    const OrderState state = row.order.state();
    if (column == SideColumn)
        return toneOf(row.order.side);
    if (column == StateColumn) {
        if (state == OrderState::Rejected || state == OrderState::Denied || state == OrderState::Unknown)
            return Tone::Warning;
        return isWorking(state) ? Tone::Strong : Tone::Muted;
    }
    if (column == SymbolColumn)
        return Tone::Strong;
    return column == ReasonColumn || column == IdColumn || column == TimeColumn ? Tone::Muted : Tone::Flat;
}

QVariant OrderTableModel::help(const OrderRow &row, int column) const
{
    if (column == TimeColumn)
        return m_format.dualTime(row.order.createdAt);
    return column == ReasonColumn ? QVariant(row.order.reason) : QVariant();
}

QVariant OrderTableModel::extra(const OrderRow &row, int, int role) const
{
    // Only a working order can be cancelled.
    return role == BusyRole ? QVariant(!isWorking(row.order.state()) || row.order.state() == OrderState::CancelPending)
                            : QVariant();
}

} // namespace bellwether
