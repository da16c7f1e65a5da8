#include "ui/models/signalhistorymodel.h"

#include <QCoreApplication>

namespace bellwether {

QString stateText(SignalState state)
{
    switch (state) {
    case SignalState::Pending: return QCoreApplication::translate("SignalState", "Pending");
    case SignalState::Approved: return QCoreApplication::translate("SignalState", "Approved");
    case SignalState::Ordered: return QCoreApplication::translate("SignalState", "Ordered");
    case SignalState::Rejected: return QCoreApplication::translate("SignalState", "Rejected");
    case SignalState::Expired: return QCoreApplication::translate("SignalState", "Expired");
    case SignalState::Superseded: return QCoreApplication::translate("SignalState", "Superseded");
    case SignalState::Denied: return QCoreApplication::translate("SignalState", "Denied");
    }
    return {};
}

SignalHistoryModel::SignalHistoryModel(Format format, InstrumentLookup instruments, QObject *parent)
    : RowTableModel(parent), m_format(std::move(format)), m_instruments(std::move(instruments))
{
    m_columns = {
        {tr("Decided"), tr("When the signal ended, in the exchange's zone"), false},
        {tr("Symbol"), tr("Instrument"), false},
        {tr("Side"), {}, false},
        {tr("Qty"), tr("Quantity in units"), true},
        {tr("Price"), tr("Price when the signal was raised"), true},
        {tr("Seen"), tr("Price when it was decided"), true},
        {tr("Result"), tr("What became of the signal"), false},
        {tr("Reason"), tr("Why it ended"), false},
        {tr("Conf."), tr("Confidence of the strategy, 0 to 100"), true},
        {tr("Strategy"), tr("Strategy that raised the signal"), false},
        {tr("Mode"), tr("Paper or live"), false},
    };
}

QString SignalHistoryModel::text(const SignalRow &row, int column) const
{
    const int decimals = m_instruments.priceDecimals(row.instrument);
    switch (Column(column)) {
    case TimeColumn: return m_format.dateTime(row.decidedAt);
    case SymbolColumn: return row.symbol;
    case SideColumn: return sideText(row.side);
    case QuantityColumn: return m_format.quantity(row.quantity, m_instruments.quantityDecimals(row.instrument));
    case PriceColumn: return m_format.price(row.signalPrice, decimals);
    case SeenColumn: return m_format.price(row.now, decimals);
    case ResultColumn: return stateText(row.state);
    case ReasonColumn: return row.stateReason;
    case ConfidenceColumn: return m_format.number(row.confidence, 0);
    case StrategyColumn: return row.strategy.toString();
    case ModeColumn: return modeText(row.mode);
    case ColumnCount: break;
    }
    return {};
}

QVariant SignalHistoryModel::sortValue(const SignalRow &row, int column) const
{
    switch (Column(column)) {
    case TimeColumn: return qint64(row.decidedAt.ns());
    case QuantityColumn: return row.quantity.toDouble();
    case PriceColumn: return row.signalPrice.toDouble();
    case SeenColumn: return row.now.toDouble();
    case ConfidenceColumn: return row.confidence;
    case SymbolColumn:
    case SideColumn:
    case ResultColumn:
    case ReasonColumn:
    case StrategyColumn:
    case ModeColumn:
    case ColumnCount: break;
    }
    return text(row, column);
}

Tone SignalHistoryModel::tone(const SignalRow &row, int column) const
{
    if (column == SideColumn)
        return toneOf(row.side);
    if (column == ResultColumn && row.state == SignalState::Denied)
        return Tone::Warning;
    return column == TimeColumn || column == ReasonColumn || column == ModeColumn ? Tone::Muted : Tone::Flat;
}

QVariant SignalHistoryModel::help(const SignalRow &row, int column) const
{
    if (column == TimeColumn)
        return m_format.dualTime(row.decidedAt);
    return column == ReasonColumn ? QVariant(row.stateReason) : QVariant();
}

} // namespace bellwether
