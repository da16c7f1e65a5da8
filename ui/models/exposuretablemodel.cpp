#include "ui/models/exposuretablemodel.h"

#include <limits>
#include <map>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

using Fold = std::map<QString, ExposureRow>;

void addSignal(ExposureRow &row, SignalState state)
{
    ++row.raised;
    switch (state) {
    case SignalState::Ordered: ++row.ordered; break;
    case SignalState::Rejected: ++row.declined; break;
    case SignalState::Expired:
    case SignalState::Superseded: ++row.expired; break;
    case SignalState::Denied: ++row.denied; break;
    case SignalState::Pending:
    case SignalState::Approved: break;
    }
}

} // namespace

double ExposureRow::winPercent() const
{
    return closingFills > 0 ? 100.0 * winningFills / closingFills : std::numeric_limits<double>::quiet_NaN();
}

std::vector<ExposureRow> exposureRows(const DeskSnapshot &snapshot, const InstrumentLookup &instruments, ExposureBy by)
{
    Fold fold;
    const auto rowOf = [&](const StrategyId &strategy, const InstrumentId &instrument, const QString &symbol) -> ExposureRow & {
        const Instrument *what = instruments.find(instrument);
        const QString name = by == ExposureBy::Strategy ? strategy.toString()
            : by == ExposureBy::Symbol                  ? symbol
            : what && !what->sector.isEmpty()           ? what->sector
                                                        : ExposureTableModel::tr("no sector");
        ExposureRow &row = fold[name];
        row.name = name;
        return row;
    };
    for (const PositionRow &position : snapshot.positions) {
        ExposureRow &row = rowOf(position.strategy, position.instrument, position.symbol);
        const double value = std::fabs(position.marketValue.toDouble());
        ++row.positions;
        (position.side == Side::Buy ? row.longValue : row.shortValue) += value;
        row.openPnl += position.unrealizedPnl.toDouble();
        row.unprotected += position.isProtected ? 0 : 1;
        const double distance = signOf(position.side) * (position.last - position.stop).toDouble();
        if (position.stop.isPositive() && distance > 0 && position.last.isPositive())
            row.risk += value * distance / position.last.toDouble();
    }
    if (snapshot.fills) {
        for (const FillRow &fill : *snapshot.fills) {
            ExposureRow &row = rowOf(fill.fill.strategy, fill.fill.instrument, fill.symbol);
            row.realizedPnl += fill.realizedPnl.toDouble();
            row.costs += fill.fill.commission.toDouble();
            row.closingFills += fill.realizedPnl.amount.isZero() ? 0 : 1;
            row.winningFills += fill.realizedPnl.amount.isPositive() ? 1 : 0;
        }
    }
    for (const auto &list : {snapshot.pendingSignals, snapshot.signalHistory}) {
        if (!list || by == ExposureBy::Sector)
            continue;
        for (const SignalRow &row : *list)
            addSignal(rowOf(row.strategy, row.instrument, row.symbol), row.state);
    }
    const double equity = snapshot.account.equity.toDouble();
    std::vector<ExposureRow> rows;
    for (auto &[name, row] : fold) {
        row.equityPercent = equity > 0 ? (row.longValue + row.shortValue) / equity * 100 : 0;
        rows.push_back(std::move(row));
    }
    std::stable_sort(rows.begin(), rows.end(), [](const ExposureRow &a, const ExposureRow &b) {
        return a.longValue + a.shortValue > b.longValue + b.shortValue;
    });
    return rows;
}

ExposureTableModel::ExposureTableModel(Format format, QObject *parent) : RowTableModel(parent), m_format(std::move(format))
{
    m_columns = {
        {tr("Name"), tr("Strategy, symbol or sector"), false},
        {tr("Pos."), tr("Open positions"), true},
        {tr("Long"), tr("Market value of the long positions"), true},
        {tr("Short"), tr("Market value of the short positions"), true},
        {tr("Net"), tr("Long less short"), true},
        {tr("Of equity"), tr("Long and short together against the equity"), true},
        {tr("Open P&L"), tr("Unrealized profit or loss, before costs"), true},
        {tr("Realized"), tr("Realized profit or loss of the fills listed, before costs"), true},
        {tr("Costs"), tr("Commission and fees of the fills listed"), true},
        {tr("At stops"), tr("Lost from here if every stop is hit; a warning where a position has none"), true},
        {tr("Trades"), tr("Fills that closed something"), true},
        {tr("Won"), tr("Share of them with a profit"), true},
        {tr("Signals"), tr("Signals raised, as the queue and the history list them"), true},
        {tr("Ordered"), tr("Signals that became orders"), true},
        {tr("Rejected"), tr("Signals rejected by the trader"), true},
        {tr("Expired"), tr("Signals that expired or were superseded"), true},
        {tr("Denied"), tr("Signals refused by the risk gate"), true},
    };
}

double ExposureTableModel::number(const ExposureRow &row, int column) const
{
    switch (Column(column)) {
    case PositionsColumn: return row.positions;
    case LongColumn: return row.longValue;
    case ShortColumn: return row.shortValue;
    case NetColumn: return row.netValue();
    case ShareColumn: return row.equityPercent;
    case OpenColumn: return row.openPnl;
    case RealizedColumn: return row.realizedPnl;
    case CostsColumn: return row.costs;
    case RiskColumn: return row.risk;
    case TradesColumn: return row.closingFills;
    case WinColumn: return row.winPercent();
    case RaisedColumn: return row.raised;
    case OrderedColumn: return row.ordered;
    case DeclinedColumn: return row.declined;
    case ExpiredColumn: return row.expired;
    case DeniedColumn: return row.denied;
    case NameColumn:
    case ColumnCount: break;
    }
    return 0;
}

QString ExposureTableModel::text(const ExposureRow &row, int column) const
{
    const double value = number(row, column);
    switch (Column(column)) {
    case NameColumn: return row.name;
    case OpenColumn:
    case RealizedColumn: return m_format.signedNumber(value, 2);
    case ShareColumn: return m_format.percent(value, 1);
    case WinColumn: return m_format.percent(value, 0);
    case LongColumn:
    case ShortColumn:
    case NetColumn:
    case CostsColumn:
    case RiskColumn: return m_format.number(value, 2);
    case PositionsColumn:
    case TradesColumn:
    case RaisedColumn:
    case OrderedColumn:
    case DeclinedColumn:
    case ExpiredColumn:
    case DeniedColumn: return m_format.number(value, 0);
    case ColumnCount: break;
    }
    return {};
}

QVariant ExposureTableModel::sortValue(const ExposureRow &row, int column) const
{
    return column == NameColumn ? QVariant(row.name) : QVariant(number(row, column));
}

Tone ExposureTableModel::tone(const ExposureRow &row, int column) const
{
    if (column == NameColumn)
        return Tone::Strong;
    if (column == OpenColumn || column == RealizedColumn)
        return toneOf(number(row, column));
    if (column == RiskColumn && row.unprotected > 0)
        return Tone::Warning;
    return number(row, column) == 0 ? Tone::Muted : Tone::Flat;
}

QVariant ExposureTableModel::help(const ExposureRow &row, int column) const
{
    return column == RiskColumn && row.unprotected > 0 ? QVariant(tr("%n position(s) without a full stop", nullptr, row.unprotected)) : QVariant();
}

QVariant ExposureTableModel::extra(const ExposureRow &row, int column, int role) const
{
    return role == ProgressRole && column == ShareColumn ? QVariant(std::clamp(row.equityPercent / 100, 0.0, 1.0)) : QVariant();
}

} // namespace bellwether
