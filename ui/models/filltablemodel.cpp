#include "ui/models/filltablemodel.h"

#include "ui/models/signaltablemodel.h"

namespace bellwether {

double slippageOf(const Fill &fill)
{
    if (fill.referencePrice.isZero())
        return std::numeric_limits<double>::quiet_NaN();
    return signOf(fill.side) * (fill.lastPrice - fill.referencePrice).toDouble();
}

FillTableModel::FillTableModel(Format format, QObject *parent) : RowTableModel(parent), m_format(std::move(format))
{
    m_columns = {
        {tr("Time"), tr("When it was filled, in the exchange's zone"), false},
        {tr("Symbol"), tr("Instrument"), false},
        {tr("Side"), {}, false},
        {tr("Qty"), tr("Quantity filled, in units"), true},
        {tr("Price"), tr("Price of the fill"), true},
        {tr("Slippage"), tr("Price given away against what the decision saw; positive is worse"), true},
        {tr("Fee"), tr("Commission of the fill"), true},
        {tr("Realized"), tr("Profit or loss of the closed part, before costs"), true},
        {tr("Strategy"), tr("Strategy that owns the fill"), false},
        {tr("Order"), tr("Number of the order"), true},
    };
}

QString FillTableModel::text(const FillRow &row, int column) const
{
    const Fill &fill = row.fill;
    switch (Column(column)) {
    case TimeColumn: return m_format.time(fill.time);
    case SymbolColumn: return row.symbol;
    case SideColumn: return sideText(fill.side);
    case QuantityColumn: return m_format.quantity(fill.lastQuantity, row.quantityDecimals);
    case PriceColumn: return m_format.price(fill.lastPrice, row.priceDecimals);
    case SlippageColumn: return m_format.number(slippageOf(fill), row.priceDecimals);
    case CommissionColumn: return m_format.money(fill.commission);
    case RealizedColumn: return row.realizedPnl.amount.isZero() ? QString() : m_format.signedMoney(row.realizedPnl);
    case StrategyColumn: return fill.strategy.toString();
    case OrderColumn: return QString::number(fill.order.value);
    case ColumnCount: break;
    }
    return {};
}

QVariant FillTableModel::sortValue(const FillRow &row, int column) const
{
    const Fill &fill = row.fill;
    switch (Column(column)) {
    case TimeColumn: return qint64(fill.time.ns());
    case QuantityColumn: return fill.lastQuantity.toDouble();
    case PriceColumn: return fill.lastPrice.toDouble();
    case SlippageColumn: return slippageOf(fill);
    case CommissionColumn: return fill.commission.toDouble();
    case RealizedColumn: return row.realizedPnl.toDouble();
    case OrderColumn: return qulonglong(fill.order.value);
    case SymbolColumn:
    case SideColumn:
    case StrategyColumn:
    case ColumnCount: break;
    }
    return text(row, column);
}

Tone FillTableModel::tone(const FillRow &row, int column) const
{
    switch (Column(column)) {
    case SideColumn: return toneOf(row.fill.side);
    case RealizedColumn: return toneOf(row.realizedPnl);
    case SymbolColumn: return Tone::Strong;
    case TimeColumn:
    case CommissionColumn:
    case OrderColumn: return Tone::Muted;
    case QuantityColumn:
    case PriceColumn:
    case SlippageColumn:
    case StrategyColumn:
    case ColumnCount: break;
    }
    return Tone::Flat;
}

QVariant FillTableModel::help(const FillRow &row, int column) const
{
    return column == TimeColumn ? QVariant(m_format.dualTime(row.fill.time)) : QVariant();
}

} // namespace bellwether
