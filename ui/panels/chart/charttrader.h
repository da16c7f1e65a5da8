#pragma once

#include "ui/charts/levellayer.h"
#include "ui/panels/panel.h"

class QMenu;

namespace bellwether {

class PriceChart;

/// Trading on one chart: shows the orders, positions and the chosen signal of its instrument as lines, and turns what the
/// hand does with them into commands of the desk. It decides nothing: every command passes the desk's own gate.
class ChartTrader final : public QObject {
    Q_OBJECT
public:
    ChartTrader(const PanelContext &context, PriceChart &chart);

    void setInstrument(const InstrumentId &instrument);
    void apply(const DeskSnapshot &snapshot);
    /// Draws entry, stop and target of this signal while its instrument is shown; none where empty.
    void setChosenSignal(std::optional<SignalRow> signal);
    /// Orders at `price`, those that the last price rules out disabled, and what can be done with open lines.
    void addActions(QMenu &menu, double price);
    LevelLayer &layer() { return *m_layer; }

Q_SIGNALS:
    void notice(const QString &text);

private:
    void rebuild();
    void addOrders(std::vector<ChartLevel> &levels) const;
    void addPositions(std::vector<ChartLevel> &levels) const;
    void addSignal(std::vector<ChartLevel> &levels) const;
    void move(const ChartLevel &level, Price price);
    void remove(const ChartLevel &level);
    void protect(const ChartLevel &position, ChartLevel::Kind kind, Price price);
    void askOrder(Side side, OrderType type, Price price);
    const PositionRow *positionOf(StrategyId strategy) const;
    Price lastPrice() const;
    /// What the cost switch of the window counts against an open position.
    double countedCosts(const PositionRow &row) const;

    PanelContext m_context;
    PriceChart &m_chart;
    LevelLayer *m_layer;
    InstrumentId m_instrument;
    const Instrument *m_details = nullptr;
    DeskSnapshotPtr m_snapshot;
    std::optional<SignalRow> m_chosen;
    std::vector<CommandId> m_waiting; ///< answers that settle a dropped line
};

} // namespace bellwether
