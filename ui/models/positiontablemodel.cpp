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
        && a.isProtected == b.isProtected && a.product == b.product && a.openingCosts == b.openingCosts && a.closingCosts == b.closingCosts;
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
        {tr("Product"), tr("CNC is delivery, MIS intraday and squared off before the close, NRML a derivative held over the night"), false},
    };
    nameProfits();
}

void PositionTableModel::setCosts(CostTruth truth)
{
    if (truth == m_costs)
        return;
    m_costs = truth;
    nameProfits();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    touchAll();
}

// The head of a column says what its numbers are.
void PositionTableModel::nameProfits()
{
    const QString how = costTruthText(m_costs);
    m_columns[UnrealizedColumn] = {tr("P&L %1").arg(how), tr("Unrealized profit or loss; with costs: those of the way in and of the way out at the last price"), true};
    m_columns[PercentColumn] = {tr("P&L %"), tr("The same against the entry value (%1)").arg(how), true};
    m_columns[RealizedColumn] = {tr("Realized"), tr("Realized profit or loss of this book (%1)").arg(how), true};
}

Money PositionTableModel::openPnl(const PositionRow &row) const
{
    return row.closingCosts.currency.isEmpty() ? row.unrealizedPnl : withCosts(row.unrealizedPnl, row.openingCosts + row.closingCosts, m_costs);
}

Money PositionTableModel::realizedPnl(const PositionRow &row) const
{
    // What the open part was charged counts in its own profit.
    Money costs = row.costs;
    if (!row.openingCosts.currency.isEmpty() && !costs.currency.isEmpty())
        costs = costs > row.openingCosts ? costs - row.openingCosts : Money::zero(costs.currency);
    return withCosts(row.realizedPnl, costs, m_costs);
}

double PositionTableModel::openPercent(const PositionRow &row) const
{
    const double entry = std::fabs(row.marketValue.toDouble() - row.unrealizedPnl.toDouble());
    const double costs = openPnl(row).toDouble() - row.unrealizedPnl.toDouble();
    return entry > 0 ? row.pnlPercent + costs / entry * 100 : row.pnlPercent;
}

QString PositionTableModel::text(const PositionRow &row, int column) const
{
    switch (Column(column)) {
    case SymbolColumn: return row.symbol;
    case SideColumn: return row.side == Side::Buy ? tr("LONG") : tr("SHORT");
    case QuantityColumn: return m_format.quantity(row.quantity, row.quantityDecimals);
    case AverageColumn: return m_format.price(row.averagePrice, row.priceDecimals);
    case LastColumn: return m_format.price(row.last, row.priceDecimals);
    case UnrealizedColumn: return m_format.signedMoney(openPnl(row));
    case PercentColumn: return m_format.signedPercent(openPercent(row));
    case ActionColumn: return {};
    case ValueColumn: return m_format.money(row.marketValue);
    case StopColumn: return row.stop.isZero() ? tr("none") : m_format.price(row.stop, row.priceDecimals);
    case TargetColumn: return m_format.price(row.target, row.priceDecimals);
    case RealizedColumn: return m_format.signedMoney(realizedPnl(row));
    case CostsColumn: return m_format.money(row.costs);
    case StrategyColumn: return row.strategy.toString();
    case OpenedColumn: return m_format.dateTime(row.openedAt);
    case ProductColumn: return toString(row.product);
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
    case UnrealizedColumn: return openPnl(row).toDouble();
    case PercentColumn: return openPercent(row);
    case ValueColumn: return row.marketValue.toDouble();
    case StopColumn: return row.stop.toDouble();
    case TargetColumn: return row.target.toDouble();
    case RealizedColumn: return realizedPnl(row).toDouble();
    case CostsColumn: return row.costs.toDouble();
    case OpenedColumn: return qint64(row.openedAt.ns());
    case SymbolColumn:
    case SideColumn:
    case ActionColumn:
    case StrategyColumn:
    case ProductColumn:
    case ColumnCount: break;
    }
    return text(row, column);
}

Tone PositionTableModel::tone(const PositionRow &row, int column) const
{
    switch (Column(column)) {
    case SideColumn: return toneOf(row.side);
    case UnrealizedColumn: return toneOf(openPnl(row));
    case PercentColumn: return toneOf(openPercent(row));
    case RealizedColumn: return toneOf(realizedPnl(row));
    case StopColumn: return row.isProtected ? Tone::Flat : Tone::Warning;
    case SymbolColumn: return Tone::Strong;
    case CostsColumn:
    case StrategyColumn:
    case ProductColumn:
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
