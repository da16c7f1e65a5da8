#include "ui/shell/tour.h"

namespace bellwether {

void TourWatch::skipStep()
{
    if (m_step != TourStep::Done)
        m_step = TourStep(int(m_step) + 1);
    m_hasBegun = false;
}

bool TourWatch::isDone(const DeskSnapshot &now) const
{
    switch (m_step) {
    case TourStep::Approve:
        // One that became an order since the step began.
        return !now.isAutoTrading && now.signalHistory && std::ranges::any_of(*now.signalHistory, [this](const SignalRow &row) {
            return row.state == SignalState::Ordered && !m_decided.contains(row.id);
        });
    case TourStep::DragStop:
        for (const PositionRow &row : now.positions) {
            const auto before = m_stops.find({row.strategy, row.instrument});
            if (before != m_stops.end() && before->second != row.stop)
                return true;
        }
        return now.pendingSignals && std::ranges::any_of(*now.pendingSignals, [this](const SignalRow &row) {
            const auto before = m_signalStops.find(row.id);
            return before != m_signalStops.end() && before->second != row.stop;
        });
    case TourStep::ArmAuto: return now.isAutoTrading;
    case TourStep::Backtest:
    case TourStep::ReadReport:
    case TourStep::Done: break;
    }
    return false;
}

bool TourWatch::see(const DeskSnapshot &snapshot)
{
    const bool isDeed = m_hasBegun && isDone(snapshot);
    if (isDeed)
        skipStep();
    if (!m_hasBegun) {
        m_decided.clear();
        if (snapshot.signalHistory) {
            for (const SignalRow &row : *snapshot.signalHistory)
                m_decided.emplace(row.id, row.state);
        }
    }
    m_hasBegun = true;
    m_stops.clear();
    for (const PositionRow &row : snapshot.positions)
        m_stops[{row.strategy, row.instrument}] = row.stop;
    m_signalStops.clear();
    if (snapshot.pendingSignals) {
        for (const SignalRow &row : *snapshot.pendingSignals)
            m_signalStops[row.id] = row.stop;
    }
    return isDeed;
}

QString TourWatch::title(TourStep step)
{
    switch (step) {
    case TourStep::Approve: return tr("Approve a signal");
    case TourStep::DragStop: return tr("Drag a stop");
    case TourStep::ArmAuto: return tr("Arm auto-trade");
    case TourStep::Backtest: return tr("Run a backtest");
    case TourStep::ReadReport: return tr("Read the report");
    case TourStep::Done: return tr("You have the desk in hand");
    }
    return {};
}

QString TourWatch::text(TourStep step)
{
    switch (step) {
    case TourStep::Approve:
        return tr("Strategies raise signals; nothing is bought before you say so. Choose one in the queue, look at its card and press A, "
                  "or the button. Z takes it back for two seconds. Everything here is on paper.");
    case TourStep::DragStop:
        return tr("The position has a stop, the red line in its chart. Drag it: the money at risk moves with it, Esc puts it back. The "
                  "stop of a chosen signal can be dragged too.");
    case TourStep::ArmAuto:
        return tr("With auto-trade armed, signals go to the risk gate without waiting for you. It tells its limits before it is armed, and "
                  "the same button disarms it.");
    case TourStep::Backtest:
        return tr("Open the backtest (Ctrl+B), choose a strategy and some bars, and run it: the same engine as here, on the past.");
    case TourStep::ReadReport:
        return tr("The headline is the short answer. Open Trades or Figures: a click on a trade centres the chart on it, and every figure "
                  "explains itself.");
    case TourStep::Done:
        return tr("Kill switch: Ctrl+Shift+K. Every key: ?. Any command: Ctrl+K. This tour waits under Help.");
    }
    return {};
}

} // namespace bellwether
