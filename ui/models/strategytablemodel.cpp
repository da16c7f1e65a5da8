#include "ui/models/strategytablemodel.h"

#include "ui/models/signaltablemodel.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

std::string keyOf(const StrategyId &strategy, const InstrumentId &instrument)
{
    std::string key(strategy.view());
    key += '|';
    key += instrument.view();
    return key;
}

bool areEqual(const StrategyScore &a, const StrategyScore &b)
{
    return a.raised == b.raised && a.ordered == b.ordered && a.rejected == b.rejected && a.expired == b.expired && a.denied == b.denied
        && a.trades == b.trades && a.wins == b.wins && a.net == b.net && a.netToday == b.netToday;
}

QString signedOrEmpty(const Format &format, double value) { return value == 0 ? QString() : format.signedNumber(value, 2); }

} // namespace

std::vector<StrategyLine> strategyLines(const DeskSnapshot &snapshot)
{
    std::vector<StrategyLine> lines;
    if (!snapshot.strategies)
        return lines;
    std::unordered_map<std::string, std::size_t> places;
    for (const StrategyRow &row : *snapshot.strategies) {
        places.emplace(keyOf(row.strategy, row.instrument), lines.size());
        lines.push_back({.row = row});
    }
    const auto lineOf = [&](const StrategyId &strategy, const InstrumentId &instrument) -> StrategyLine * {
        const auto place = places.find(keyOf(strategy, instrument));
        return place != places.end() ? &lines[place->second] : nullptr;
    };
    for (const PositionRow &position : snapshot.positions) {
        if (StrategyLine *line = lineOf(position.strategy, position.instrument)) {
            line->held = position.side == Side::Buy ? position.quantity : -position.quantity;
            line->quantityDecimals = position.quantityDecimals;
            line->openPnl = position.unrealizedPnl.toDouble();
        }
    }
    return lines;
}

StrategyTraits::Key StrategyTraits::key(const StrategyLine &line) { return keyOf(line.row.strategy, line.row.instrument); }

bool StrategyTraits::areSame(const StrategyLine &a, const StrategyLine &b)
{
    return a.row.isOn == b.row.isOn && a.row.isAutomatic == b.row.isAutomatic && a.row.stopReason == b.row.stopReason && a.held == b.held
        && a.openPnl == b.openPnl && a.row.nextRun == b.row.nextRun && a.row.overlaps == b.row.overlaps && a.row.mode == b.row.mode
        && a.row.parameters == b.row.parameters && areEqual(a.row.score, b.row.score);
}

StrategyTableModel::StrategyTableModel(Format format, QObject *parent) : RowTableModel(parent), m_format(std::move(format))
{
    m_columns = {
        {tr("Strategy"), tr("Name of the strategy"), false},
        {tr("Symbol"), tr("Instrument it watches"), false},
        {tr("State"), tr("Whether its signals to open something reach the queue"), false},
        {tr("Mode"), tr("Paper or live account"), false},
        {tr("Auto"), tr("Whether it takes part in auto-trading while that is armed"), false},
        {tr("Switch"), tr("On or off; with or without auto-trading"), false},
        {tr("Holds"), tr("Quantity of its book, minus for short"), true},
        {tr("Open P&L"), tr("Unrealized profit or loss, before costs"), true},
        {tr("Today"), tr("Realized on the exchange's day, after costs"), true},
        {tr("Result"), tr("Realized since the account began, after costs"), true},
        {tr("Signals"), tr("Signals that reached the queue since the account began"), true},
        {tr("Ordered"), tr("Signals that became orders"), true},
        {tr("Trades"), tr("Positions that were closed"), true},
        {tr("Hit"), tr("Share of the trades that ended with a gain, after costs"), true},
        {tr("Mean R"), tr("Mean result of a trade against what it would have lost at its first stop"), true},
        {tr("Category"), tr("Category of the strategy, which sets schedule and lifetime"), false},
        {tr("TF"), tr("Timeframe"), false},
        {tr("Next run"), tr("When it decides next; in brackets runs that were due while the one before was going"), false},
    };
}

QString StrategyTableModel::text(const StrategyLine &line, int column) const
{
    switch (Column(column)) {
    case StrategyColumn: return line.row.strategy.toString();
    case SymbolColumn: return line.row.symbol;
    case StateColumn: return !line.row.stopReason.isEmpty() ? tr("stopped") : line.row.isOn ? tr("on") : tr("off");
    case AutoColumn: return line.row.isAutomatic ? tr("with auto-trade") : tr("asks always");
    case ActionColumn: return {};
    case HeldColumn: return line.held.isZero() ? QString() : m_format.quantity(line.held, line.quantityDecimals);
    case OpenColumn: return line.openPnl == 0 ? QString() : m_format.signedNumber(line.openPnl, 2);
    case ModeColumn: return modeText(line.row.mode);
    case TodayColumn: return signedOrEmpty(m_format, line.row.score.netToday);
    case NetColumn: return signedOrEmpty(m_format, line.row.score.net);
    case RaisedColumn: return QString::number(line.row.score.raised);
    case OrderedColumn: return QString::number(line.row.score.ordered);
    case TradesColumn: return QString::number(line.row.score.trades);
    case HitColumn: return line.row.score.trades > 0 ? m_format.percent(line.row.score.hitPercent, 0) : QString();
    case MeanRColumn: return std::isnan(line.row.score.meanR) ? QString() : m_format.signedNumber(line.row.score.meanR, 2);
    case NextColumn: {
        const QString time = line.row.nextRun.isValid() ? m_format.minute(line.row.nextRun) : u"—"_s;
        return line.row.overlaps > 0 ? u"%1 (%2)"_s.arg(time).arg(line.row.overlaps) : time;
    }
    case CategoryColumn: return categoryText(line.row.category);
    case TimeframeColumn: return toString(line.row.timeframe);
    case ColumnCount: break;
    }
    return {};
}

QVariant StrategyTableModel::sortValue(const StrategyLine &line, int column) const
{
    switch (Column(column)) {
    case HeldColumn: return line.held.toDouble();
    case OpenColumn: return line.openPnl;
    case TodayColumn: return line.row.score.netToday;
    case NetColumn: return line.row.score.net;
    case RaisedColumn: return line.row.score.raised;
    case OrderedColumn: return line.row.score.ordered;
    case TradesColumn: return line.row.score.trades;
    case HitColumn: return line.row.score.hitPercent;
    case MeanRColumn: return line.row.score.meanR;
    case NextColumn: return qlonglong(line.row.nextRun.ns());
    case TimeframeColumn: return int(line.row.timeframe);
    case StrategyColumn:
    case SymbolColumn:
    case StateColumn:
    case ModeColumn:
    case AutoColumn:
    case ActionColumn:
    case CategoryColumn:
    case ColumnCount: break;
    }
    return text(line, column);
}

Tone StrategyTableModel::tone(const StrategyLine &line, int column) const
{
    switch (Column(column)) {
    case StrategyColumn: return Tone::Strong;
    case StateColumn: return !line.row.stopReason.isEmpty() ? Tone::Warning : line.row.isOn ? Tone::Gain : Tone::Muted;
    case OpenColumn: return toneOf(line.openPnl);
    case TodayColumn: return toneOf(line.row.score.netToday);
    case NetColumn: return toneOf(line.row.score.net);
    case MeanRColumn: return toneOf(line.row.score.meanR);
    case NextColumn: return line.row.overlaps > 0 ? Tone::Warning : Tone::Muted;
    case ModeColumn:
    case AutoColumn:
    case CategoryColumn:
    case TimeframeColumn: return Tone::Muted;
    case SymbolColumn:
    case ActionColumn:
    case HeldColumn:
    case RaisedColumn:
    case OrderedColumn:
    case TradesColumn:
    case HitColumn:
    case ColumnCount: break;
    }
    return Tone::Flat;
}

QVariant StrategyTableModel::help(const StrategyLine &line, int column) const
{
    return column == StateColumn && !line.row.stopReason.isEmpty() ? QVariant(line.row.stopReason) : QVariant();
}

} // namespace bellwether
