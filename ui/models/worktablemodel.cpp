#include "ui/models/worktablemodel.h"

#include "core/desk/workfields.h"
#include "ui/models/signaltablemodel.h"

#include <QCoreApplication>

namespace bellwether {

namespace {

QString word(const char *text) { return QCoreApplication::translate("Work", text); }

} // namespace

QString workKindText(WorkKind kind)
{
    switch (kind) {
    case WorkKind::TrailingStop: return word(QT_TRANSLATE_NOOP("Work", "Trailing stop"));
    case WorkKind::Breakeven: return word(QT_TRANSLATE_NOOP("Work", "Breakeven"));
    case WorkKind::Oco: return word(QT_TRANSLATE_NOOP("Work", "OCO"));
    case WorkKind::Conditional: return word(QT_TRANSLATE_NOOP("Work", "Conditional"));
    case WorkKind::Iceberg: return word(QT_TRANSLATE_NOOP("Work", "Iceberg"));
    case WorkKind::Twap: return word(QT_TRANSLATE_NOOP("Work", "TWAP"));
    case WorkKind::Vwap: return word(QT_TRANSLATE_NOOP("Work", "VWAP"));
    case WorkKind::MarketMaker: return word(QT_TRANSLATE_NOOP("Work", "Market maker"));
    }
    return {};
}

QString workStateText(WorkState state)
{
    switch (state) {
    case WorkState::Working: return word(QT_TRANSLATE_NOOP("Work", "Working"));
    case WorkState::Cancelling: return word(QT_TRANSLATE_NOOP("Work", "Cancelling"));
    case WorkState::Done: return word(QT_TRANSLATE_NOOP("Work", "Done"));
    case WorkState::Cancelled: return word(QT_TRANSLATE_NOOP("Work", "Cancelled"));
    case WorkState::Failed: return word(QT_TRANSLATE_NOOP("Work", "Failed"));
    }
    return {};
}

QString workKindHelp(WorkKind kind)
{
    switch (kind) {
    case WorkKind::TrailingStop: return word(QT_TRANSLATE_NOOP("Work", "Moves the stop of what is held after the best price, never back."));
    case WorkKind::Breakeven: return word(QT_TRANSLATE_NOOP("Work", "Moves the stop of what is held to its entry once the trade has gone far enough."));
    case WorkKind::Oco: return word(QT_TRANSLATE_NOOP("Work", "A limit at the venue and a stop watched here: what one fills the other cannot."));
    case WorkKind::Conditional: return word(QT_TRANSLATE_NOOP("Work", "Sends an order when a condition is met."));
    case WorkKind::Iceberg: return word(QT_TRANSLATE_NOOP("Work", "A limit order of which the venue sees a part at a time."));
    case WorkKind::Twap: return word(QT_TRANSLATE_NOOP("Work", "Equal slices over a time."));
    case WorkKind::Vwap: return word(QT_TRANSLATE_NOOP("Work", "Slices over a time by the usual volume of each quarter of an hour."));
    case WorkKind::MarketMaker: return word(QT_TRANSLATE_NOOP("Work", "A bid and an ask around the middle, shifted against what is held."));
    }
    return {};
}

bool WorkTraits::areSame(const WorkRow &a, const WorkRow &b)
{
    return a.state == b.state && a.filled == b.filled && a.averagePrice == b.averagePrice && a.level == b.level && a.text == b.text;
}

WorkTableModel::WorkTableModel(Format format, QObject *parent) : RowTableModel(parent), m_format(std::move(format))
{
    m_columns = {
        {tr("Kind"), tr("Order that the engine works by orders of its own"), false},
        {tr("Symbol"), tr("Instrument"), false},
        {tr("Side"), {}, false},
        {tr("Qty"), tr("Quantity in units"), true},
        {tr("Filled"), tr("Quantity filled so far"), true},
        {tr("Avg"), tr("Average price of the fills"), true},
        {tr("Progress"), tr("Filled share of the whole; none for kinds without an end of their own"), true},
        {tr("Level"), tr("Price that it watches or works at"), true},
        {tr("State"), {}, false},
        {tr("Cancel"), tr("End it: nothing more is sent, and what is at the venue is cancelled until that is proved"), false},
        {tr("Doing"), tr("What it is doing, or why it ended"), false},
        {tr("Started"), tr("When it was started, in the exchange's zone"), false},
        {tr("Ends"), tr("When its time is over"), false},
        {tr("Strategy"), tr("Strategy whose book it works for"), false},
        {tr("Id"), tr("Number of the worked order"), true},
    };
}

QString WorkTableModel::text(const WorkRow &row, int column) const
{
    const WorkKindInfo &info = infoOf(row.request.kind);
    switch (Column(column)) {
    case KindColumn: return workKindText(row.request.kind);
    case SymbolColumn: return row.symbol;
    case SideColumn: return info.hasSide ? sideText(row.request.side) : QString();
    case QuantityColumn: return info.hasQuantity ? m_format.quantity(row.request.quantity, row.quantityDecimals) : QString();
    case FilledColumn: return info.hasQuantity ? m_format.quantity(row.filled, row.quantityDecimals) : QString();
    case AverageColumn: return m_format.price(row.averagePrice, row.priceDecimals);
    case ProgressColumn: return std::isnan(row.progress) ? QString() : m_format.percent(row.progress * 100, 0);
    case LevelColumn: return m_format.price(row.level, row.priceDecimals);
    case StateColumn: return workStateText(row.state);
    case ActionColumn: return {};
    case TextColumn: return row.text;
    case StartedColumn: return m_format.time(row.startedAt);
    case EndsColumn: return row.endsAt.isValid() ? m_format.time(row.endsAt) : QString();
    case StrategyColumn: return row.request.strategy.toString();
    case IdColumn: return QString::number(row.id.value);
    case ColumnCount: break;
    }
    return {};
}

QVariant WorkTableModel::sortValue(const WorkRow &row, int column) const
{
    switch (Column(column)) {
    case QuantityColumn: return row.request.quantity.toDouble();
    case FilledColumn: return row.filled.toDouble();
    case AverageColumn: return row.averagePrice.toDouble();
    case ProgressColumn: return std::isnan(row.progress) ? -1.0 : row.progress;
    case LevelColumn: return row.level.toDouble();
    case StartedColumn: return qint64(row.startedAt.ns());
    case EndsColumn: return qint64(row.endsAt.ns());
    case IdColumn: return qulonglong(row.id.value);
    case KindColumn:
    case SymbolColumn:
    case SideColumn:
    case StateColumn:
    case ActionColumn:
    case TextColumn:
    case StrategyColumn:
    case ColumnCount: break;
    }
    return text(row, column);
}

Tone WorkTableModel::tone(const WorkRow &row, int column) const
{
    if (column == SideColumn)
        return infoOf(row.request.kind).hasSide ? toneOf(row.request.side) : Tone::Flat;
    if (column == StateColumn)
        return row.state == WorkState::Failed ? Tone::Warning : isFinal(row.state) ? Tone::Muted : Tone::Strong;
    if (column == KindColumn || column == SymbolColumn)
        return Tone::Strong;
    return column == TextColumn || column == IdColumn || column == StartedColumn || column == EndsColumn ? Tone::Muted : Tone::Flat;
}

QVariant WorkTableModel::help(const WorkRow &row, int column) const
{
    if (column == KindColumn)
        return workKindHelp(row.request.kind);
    return column == TextColumn ? QVariant(row.text) : QVariant();
}

QVariant WorkTableModel::extra(const WorkRow &row, int column, int role) const
{
    if (role == ProgressRole && column == ProgressColumn && !std::isnan(row.progress))
        return std::clamp(row.progress, 0.0, 1.0);
    // Only one that goes on can be ended.
    return role == BusyRole ? QVariant(row.state != WorkState::Working) : QVariant();
}

} // namespace bellwether
