#include "ui/models/shadowtablemodel.h"

#include "ui/models/signalhistorymodel.h"
#include "ui/models/signaltablemodel.h"

namespace bellwether {

ShadowTableModel::ShadowTableModel(Format format, QObject *parent) : RowTableModel(parent), m_format(std::move(format))
{
    m_columns = {
        {tr("Decided"), tr("When the signal was rejected or expired, in the exchange's zone"), false},
        {tr("Symbol"), tr("Instrument"), false},
        {tr("Side"), tr("What approving it would have done"), false},
        {tr("Qty"), tr("Quantity proposed, in units"), true},
        {tr("Entry"), tr("Price of the moment it was declined"), true},
        {tr("Now"), tr("Price now, or the one it ended at"), true},
        {tr("Result"), tr("What taking it would have made, before costs"), true},
        {tr("Outcome"), tr("Whether its stop or its target was reached"), false},
        {tr("State"), tr("Rejected or expired"), false},
        {tr("Reason"), tr("Why"), false},
        {tr("Strategy"), tr("Strategy that raised the signal"), false},
        {tr("Stop"), tr("Stop-loss price"), true},
        {tr("Target"), tr("Take-profit price"), true},
    };
}

QString ShadowTableModel::text(const ShadowRow &row, int column) const
{
    switch (Column(column)) {
    case DecidedColumn: return m_format.time(row.decidedAt);
    case SymbolColumn: return row.symbol;
    case SideColumn: return sideText(row.side);
    case QuantityColumn: return m_format.quantity(row.quantity, row.quantityDecimals);
    case EntryColumn: return m_format.price(row.entry, row.priceDecimals);
    case LastColumn: return m_format.price(row.last, row.priceDecimals);
    case PnlColumn: return m_format.signedMoney(row.pnl);
    case OutcomeColumn:
        return row.outcome == ShadowRow::Outcome::Open ? tr("open")
            : row.outcome == ShadowRow::Outcome::Stop  ? tr("stopped out")
                                                       : tr("target reached");
    case StateColumn: return stateText(row.state);
    case ReasonColumn: return row.stateReason;
    case StrategyColumn: return row.strategy.toString();
    case StopColumn: return m_format.price(row.stop, row.priceDecimals);
    case TargetColumn: return m_format.price(row.target, row.priceDecimals);
    case ColumnCount: break;
    }
    return {};
}

QVariant ShadowTableModel::sortValue(const ShadowRow &row, int column) const
{
    switch (Column(column)) {
    case DecidedColumn: return qint64(row.decidedAt.ns());
    case QuantityColumn: return row.quantity.toDouble();
    case EntryColumn: return row.entry.toDouble();
    case LastColumn: return row.last.toDouble();
    case PnlColumn: return row.pnl.toDouble();
    case StopColumn: return row.stop.toDouble();
    case TargetColumn: return row.target.toDouble();
    case SymbolColumn:
    case SideColumn:
    case OutcomeColumn:
    case StateColumn:
    case ReasonColumn:
    case StrategyColumn:
    case ColumnCount: break;
    }
    return text(row, column);
}

Tone ShadowTableModel::tone(const ShadowRow &row, int column) const
{
    switch (Column(column)) {
    case SymbolColumn: return Tone::Strong;
    case SideColumn: return toneOf(row.side);
    case PnlColumn: return toneOf(row.pnl);
    case OutcomeColumn: return row.outcome == ShadowRow::Outcome::Open ? Tone::Muted : Tone::Flat;
    case DecidedColumn:
    case StateColumn:
    case ReasonColumn: return Tone::Muted;
    case QuantityColumn:
    case EntryColumn:
    case LastColumn:
    case StrategyColumn:
    case StopColumn:
    case TargetColumn:
    case ColumnCount: break;
    }
    return Tone::Flat;
}

QVariant ShadowTableModel::help(const ShadowRow &row, int) const { return m_format.dualTime(row.decidedAt); }

} // namespace bellwether
