#include "ui/models/positiontablemodel.h"

namespace bellwether {

PositionTraits::Key PositionTraits::key(const PositionRow &row)
{
    std::string key(row.strategy.view());
    key += '|';
    key += row.instrument.view();
    return key;
}

bool PositionTraits::areSame(const PositionRow &a, const PositionRow &b)
{
    return a.side == b.side && a.quantity == b.quantity && a.averagePrice == b.averagePrice && a.last == b.last
        && a.unrealizedPnl == b.unrealizedPnl && a.realizedPnl == b.realizedPnl && a.costs == b.costs
        && a.marketValue == b.marketValue && a.stop == b.stop && a.target == b.target
        && a.isProtected == b.isProtected;
}

PositionTableModel::PositionTableModel(Format format, QObject *parent)
    : RowTableModel(parent), m_format(std::move(format))
{
    m_columns = {
        {tr("Symbol"), tr("Instrument"), false},
        {tr("Side"), tr("Long or short"), false},
        {tr("Qty"), tr("Quantity in units"), true},
        {tr("Avg"), tr("Average entry price"), true},
        {tr("Last"), tr("Price of the last trade"), true},
        {tr("P&L"), tr("Unrealized profit or loss, before costs"), true},
        {tr("P&L %"), tr("Unrealized profit or loss against the entry value"), true},
        {tr("Close"), tr("Close the position at the market"), false},
        {tr("Value"), tr("Market value"), true},
        {tr("Stop"), tr("Stop-loss price; a warning where no stop covers the whole quantity"), true},
        {tr("Target"), tr("Take-profit price"), true},
        {tr("Realized"), tr("Realized profit or loss of this book, before costs"), true},
        {tr("Costs"), tr("Commission and fees of this book"), true},
        {tr("Strategy"), tr("Strategy that owns the position"), false},
        {tr("Opened"), tr("When it was opened, in the exchange's zone"), false},
    };
}

QString PositionTableModel::text(const PositionRow &row, int column) const
{
    switch (Column(column)) {
    case SymbolColumn: return row.symbol;
    case SideColumn: return row.side == Side::Buy ? tr("LONG") : tr("SHORT");
    case QuantityColumn: return m_format.quantity(row.quantity, row.quantityDecimals);
    case AverageColumn: return m_format.price(row.averagePrice, row.priceDecimals);
    case LastColumn: return m_format.price(row.last, row.priceDecimals);
    case UnrealizedColumn: return m_format.signedMoney(row.unrealizedPnl);
    case PercentColumn: return m_format.signedPercent(row.pnlPercent);
    case ActionColumn: return {};
    case ValueColumn: return m_format.money(row.marketValue);
    case StopColumn: return row.stop.isZero() ? tr("none") : m_format.price(row.stop, row.priceDecimals);
    case TargetColumn: return m_format.price(row.target, row.priceDecimals);
    case RealizedColumn: return m_format.signedMoney(row.realizedPnl);
    case CostsColumn: return m_format.money(row.costs);
    case StrategyColumn: return row.strategy.toString();
    case OpenedColumn: return m_format.dateTime(row.openedAt);
    case ColumnCount: break;
    }
    return {};
}

QVariant PositionTableModel::sortValue(const PositionRow &row, int column) const
{
    switch (Column(column)) {
    case QuantityColumn: return row.quantity.toDouble();
    case AverageColumn: return row.averagePrice.toDouble();
    case LastColumn: return row.last.toDouble();
    case UnrealizedColumn: return row.unrealizedPnl.toDouble();
    case PercentColumn: return row.pnlPercent;
    case ValueColumn: return row.marketValue.toDouble();
    case StopColumn: return row.stop.toDouble();
    case TargetColumn: return row.target.toDouble();
    case RealizedColumn: return row.realizedPnl.toDouble();
    case CostsColumn: return row.costs.toDouble();
    case OpenedColumn: return qint64(row.openedAt.ns());
    case SymbolColumn:
    case SideColumn:
    case ActionColumn:
    case StrategyColumn:
    case ColumnCount: break;
    }
    return text(row, column);
}

Tone PositionTableModel::tone(const PositionRow &row, int column) const
{
    switch (Column(column)) {
    case SideColumn: return toneOf(row.side);
    case UnrealizedColumn: return toneOf(row.unrealizedPnl);
    case PercentColumn: return toneOf(row.pnlPercent);
    case RealizedColumn: return toneOf(row.realizedPnl);
    case StopColumn: return row.isProtected ? Tone::Flat : Tone::Warning;
    case SymbolColumn: return Tone::Strong;
    case CostsColumn:
    case StrategyColumn:
    case OpenedColumn: return Tone::Muted;
    case QuantityColumn:
    case AverageColumn:
    case LastColumn:
    case ActionColumn:
    case ValueColumn:
    case TargetColumn:
    case ColumnCount: break;
    }
    return Tone::Flat;
}

QVariant PositionTableModel::help(const PositionRow &row, int column) const
{
    if (column == StopColumn && !row.isProtected)
        return tr("No working stop covers the whole quantity of this position.");
    return column == OpenedColumn ? QVariant(m_format.dualTime(row.openedAt)) : QVariant();
}

} // namespace bellwether
