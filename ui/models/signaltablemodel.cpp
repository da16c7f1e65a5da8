#include "ui/models/signaltablemodel.h"

#include "ui/models/declaredtexts.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace bellwether {

bool SignalTraits::areSame(const SignalRow &a, const SignalRow &b)
{
    return a.version == b.version && a.state == b.state && a.stateReason == b.stateReason && a.now == b.now
        && a.driftPercent == b.driftPercent && a.quantity == b.quantity && a.signalPrice == b.signalPrice
        && a.stop == b.stop && a.target == b.target && a.risk == b.risk && a.confidence == b.confidence
        && a.expiresAt == b.expiresAt && a.decidedAt == b.decidedAt && a.order == b.order && a.mode == b.mode
        && a.reasons.size() == b.reasons.size();
}

double lifeLeft(const SignalRow &row, Timestamp now)
{
    const double whole = double((row.expiresAt - row.raisedAt).count());
    return whole > 0 ? std::clamp(double((row.expiresAt - now).count()) / whole, 0.0, 1.0) : 0.0;
}

bool takesNewRisk(const DeskSnapshot &snapshot)
{
    return snapshot.state == EngineState::Running && !snapshot.isKilled && !snapshot.isHalted;
}

QString categoryText(StrategyCategory category)
{
    switch (category) {
    case StrategyCategory::DayTrading: return QCoreApplication::translate("Signal", "Day trading");
    case StrategyCategory::ShortSelling: return QCoreApplication::translate("Signal", "Short selling");
    case StrategyCategory::ShortTerm: return QCoreApplication::translate("Signal", "Short term");
    case StrategyCategory::LongTerm: return QCoreApplication::translate("Signal", "Long term");
    }
    return {};
}

QString sideText(Side side)
{
    return side == Side::Buy ? QCoreApplication::translate("Side", "BUY") : QCoreApplication::translate("Side", "SELL");
}

QString modeText(RunMode mode)
{
    switch (mode) {
    case RunMode::Backtest: return QCoreApplication::translate("Mode", "BACKTEST");
    case RunMode::Paper: return QCoreApplication::translate("Mode", "PAPER");
    case RunMode::Live: return QCoreApplication::translate("Mode", "LIVE");
    }
    return {};
}

SignalTableModel::SignalTableModel(Format format, InstrumentLookup instruments, QObject *parent)
    : RowTableModel(parent), m_format(std::move(format)), m_instruments(std::move(instruments))
{
    m_columns = {
        {tr("Age"), tr("Time since the signal was raised"), true},
        {tr("Left"), tr("Time until the signal expires"), true},
        {tr("Decide"), tr("Approve (A) or reject (R)"), false},
        {tr("Symbol"), tr("Instrument"), false},
        {tr("Side"), tr("What approving it would do"), false},
        {tr("Qty"), tr("Quantity proposed by the sizing rule, in units"), true},
        {tr("Price"), tr("Price when the signal was raised"), true},
        {tr("Now"), tr("Price now"), true},
        {tr("Drift"), tr("How far the price has moved since the signal was raised"), true},
        {tr("R:R"), tr("Reward for each unit of risk"), true},
        {tr("Risk"), tr("Money lost if the stop is hit"), true},
        {tr("Conf."), tr("Confidence of the strategy, 0 to 100"), true},
        {tr("Stop"), tr("Stop-loss price"), true},
        {tr("Target"), tr("Take-profit price"), true},
        {tr("Strategy"), tr("Strategy that raised the signal"), false},
        {tr("Category"), tr("Category of the strategy, which sets the lifetime"), false},
        {tr("TF"), tr("Timeframe"), false},
        {tr("Account"), tr("Account the order would go to"), false},
        {tr("Mode"), tr("Paper or live"), false},
    };
}

void SignalTableModel::setNow(Timestamp now)
{
    const bool isNewSecond = now.seconds() != m_now.seconds();
    m_now = now;
    std::erase_if(m_busy, [this](SignalId id) { return rowOf(id) < 0; });
    if (isNewSecond && rowCount() > 0)
        Q_EMIT dataChanged(index(0, AgeColumn), index(rowCount() - 1, LeftColumn));
}

bool SignalTableModel::markBusy(SignalId id)
{
    const int place = rowOf(id);
    if (place < 0 || !m_busy.insert(id).second)
        return false;
    touch(place);
    return true;
}

void SignalTableModel::clearBusy(SignalId id)
{
    const int place = rowOf(id);
    if (m_busy.erase(id) > 0 && place >= 0)
        touch(place);
}

QString SignalTableModel::text(const SignalRow &row, int column) const
{
    const int decimals = m_instruments.priceDecimals(row.instrument);
    switch (Column(column)) {
    case AgeColumn: return Format::age(m_now - row.raisedAt);
    case LeftColumn: return Format::countdown(row.expiresAt - m_now);
    case ActionColumn:
        if (m_busy.contains(row.id))
            return tr("sending…");
        return row.state == SignalState::Approved ? tr("approved") : QString();
    case SymbolColumn: return row.symbol;
    case SideColumn: return row.isExit ? tr("%1 to close").arg(sideText(row.side)) : sideText(row.side);
    case QuantityColumn: return m_format.quantity(row.quantity, m_instruments.quantityDecimals(row.instrument));
    case PriceColumn: return m_format.price(row.signalPrice, decimals);
    case NowColumn: return m_format.price(row.now, decimals);
    case DriftColumn: return m_format.signedPercent(row.driftPercent);
    case StopColumn: return m_format.price(row.stop, decimals);
    case TargetColumn: return m_format.price(row.target, decimals);
    case RewardRiskColumn: return m_format.number(row.rewardRisk, 1);
    case RiskColumn: return m_format.money(row.risk);
    case ConfidenceColumn: return m_format.number(row.confidence, 0);
    case StrategyColumn: return row.strategy.toString();
    case CategoryColumn: return categoryText(row.category);
    case TimeframeColumn: return toString(row.timeframe);
    case AccountColumn: return row.account;
    case ModeColumn: return modeText(row.mode);
    case ColumnCount: break;
    }
    return {};
}

QVariant SignalTableModel::sortValue(const SignalRow &row, int column) const
{
    switch (Column(column)) {
    case AgeColumn: return -qint64(row.raisedAt.ns());
    case LeftColumn: return qint64(row.expiresAt.ns());
    case QuantityColumn: return row.quantity.toDouble();
    case PriceColumn: return row.signalPrice.toDouble();
    case NowColumn: return row.now.toDouble();
    case DriftColumn: return row.driftPercent;
    case StopColumn: return row.stop.toDouble();
    case TargetColumn: return row.target.toDouble();
    case RewardRiskColumn: return row.rewardRisk;
    case RiskColumn: return row.risk.toDouble();
    case ConfidenceColumn: return row.confidence;
    case TimeframeColumn: return int(row.timeframe);
    case ActionColumn:
    case SymbolColumn:
    case SideColumn:
    case StrategyColumn:
    case CategoryColumn:
    case AccountColumn:
    case ModeColumn:
    case ColumnCount: break;
    }
    return text(row, column);
}

Tone SignalTableModel::tone(const SignalRow &row, int column) const
{
    switch (Column(column)) {
    case LeftColumn: return lifeLeft(row, m_now) < 0.2 ? Tone::Warning : Tone::Flat;
    case SideColumn: return toneOf(row.side);
    case DriftColumn: return toneOf(row.driftPercent);
    case AgeColumn:
    case ActionColumn:
    case CategoryColumn:
    case TimeframeColumn:
    case AccountColumn:
    case ModeColumn: return Tone::Muted;
    case SymbolColumn: return Tone::Strong;
    case QuantityColumn:
    case PriceColumn:
    case NowColumn:
    case StopColumn:
    case TargetColumn:
    case RewardRiskColumn:
    case RiskColumn:
    case ConfidenceColumn:
    case StrategyColumn:
    case ColumnCount: break;
    }
    return Tone::Flat;
}

QVariant SignalTableModel::help(const SignalRow &row, int column) const
{
    if (column == LeftColumn)
        return tr("Expires %1").arg(m_format.dualTime(row.expiresAt));
    if (column == AgeColumn)
        return tr("Raised %1").arg(m_format.dualTime(row.raisedAt));
    QStringList lines;
    for (const ReasonText &reason : row.reasons)
        lines.append((reason.isMet ? u"✓ "_s : u"✗ "_s) + reasonText(reason));
    return lines.join(u'\n');
}

QVariant SignalTableModel::extra(const SignalRow &row, int column, int role) const
{
    if (role == BusyRole)
        return m_busy.contains(row.id) || row.state != SignalState::Pending;
    if (role != ProgressRole)
        return {};
    if (column == LeftColumn)
        return lifeLeft(row, m_now);
    return column == ConfidenceColumn ? QVariant(std::clamp(row.confidence / 100.0, 0.0, 1.0)) : QVariant();
}

} // namespace bellwether
