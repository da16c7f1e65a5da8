#include "ui/models/strategytablemodel.h"

#include "ui/models/signaltablemodel.h"

namespace bellwether {

namespace {

std::string keyOf(const StrategyId &strategy, const InstrumentId &instrument)
{
    std::string key(strategy.view());
    key += '|';
    key += instrument.view();
    return key;
}

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
    if (snapshot.fills) {
        for (const FillRow &fill : *snapshot.fills) {
            if (StrategyLine *line = lineOf(fill.fill.strategy, fill.fill.instrument))
                line->realizedPnl += fill.realizedPnl.toDouble();
        }
    }
    for (const auto &list : {snapshot.pendingSignals, snapshot.signalHistory}) {
        if (!list)
            continue;
        for (const SignalRow &signal : *list) {
            if (StrategyLine *line = lineOf(signal.strategy, signal.instrument)) {
                ++line->raised;
                line->ordered += signal.state == SignalState::Ordered ? 1 : 0;
            }
        }
    }
    return lines;
}

StrategyTraits::Key StrategyTraits::key(const StrategyLine &line) { return keyOf(line.row.strategy, line.row.instrument); }

bool StrategyTraits::areSame(const StrategyLine &a, const StrategyLine &b)
{
    return a.row.isOn == b.row.isOn && a.row.isAutomatic == b.row.isAutomatic && a.row.stopReason == b.row.stopReason && a.held == b.held
        && a.openPnl == b.openPnl && a.realizedPnl == b.realizedPnl && a.raised == b.raised && a.ordered == b.ordered;
}

StrategyTableModel::StrategyTableModel(Format format, QObject *parent) : RowTableModel(parent), m_format(std::move(format))
{
    m_columns = {
        {tr("Strategy"), tr("Name of the strategy"), false},
        {tr("Symbol"), tr("Instrument it watches"), false},
        {tr("State"), tr("Whether its signals to open something reach the queue"), false},
        {tr("Auto"), tr("Whether it takes part in auto-trading while that is armed"), false},
        {tr("Switch"), tr("On or off; with or without auto-trading"), false},
        {tr("Holds"), tr("Quantity of its book, minus for short"), true},
        {tr("Open P&L"), tr("Unrealized profit or loss, before costs"), true},
        {tr("Realized"), tr("Realized profit or loss of the fills listed, before costs"), true},
        {tr("Signals"), tr("Signals raised, as the queue and the history list them"), true},
        {tr("Ordered"), tr("Signals that became orders"), true},
        {tr("Category"), tr("Category of the strategy, which sets schedule and lifetime"), false},
        {tr("TF"), tr("Timeframe"), false},
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
    case RealizedColumn: return line.realizedPnl == 0 ? QString() : m_format.signedNumber(line.realizedPnl, 2);
    case RaisedColumn: return QString::number(line.raised);
    case OrderedColumn: return QString::number(line.ordered);
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
    case RealizedColumn: return line.realizedPnl;
    case RaisedColumn: return line.raised;
    case OrderedColumn: return line.ordered;
    case TimeframeColumn: return int(line.row.timeframe);
    case StrategyColumn:
    case SymbolColumn:
    case StateColumn:
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
    case RealizedColumn: return toneOf(line.realizedPnl);
    case AutoColumn:
    case CategoryColumn:
    case TimeframeColumn: return Tone::Muted;
    case SymbolColumn:
    case ActionColumn:
    case HeldColumn:
    case RaisedColumn:
    case OrderedColumn:
    case ColumnCount: break;
    }
    return Tone::Flat;
}

QVariant StrategyTableModel::help(const StrategyLine &line, int column) const
{
    return column == StateColumn && !line.row.stopReason.isEmpty() ? QVariant(line.row.stopReason) : QVariant();
}

} // namespace bellwether
