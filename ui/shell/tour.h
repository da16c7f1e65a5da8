#pragma once

#include "core/desk/desksnapshot.h"

#include <QCoreApplication>
#include <QString>

#include <map>

namespace bellwether {

/// The steps of the tour over the demo day.
enum class TourStep { Approve, DragStop, ArmAuto, Backtest, ReadReport, Done };

/// What the trader was seen to do between two snapshots. Pure, so that the tour reacts to the deed and not to the button.
class TourWatch {
    Q_DECLARE_TR_FUNCTIONS(TourWatch)
public:
    TourStep step() const { return m_step; }
    void restart() { *this = TourWatch(); }
    /// Goes on without the deed.
    void skipStep();
    /// Looks for the deed of the step; true where it was done and the next step has begun.
    bool see(const DeskSnapshot &snapshot);
    /// A backtest has finished.
    bool sawBacktest() { return m_step == TourStep::Backtest && (skipStep(), true); }
    /// Another page of a finished report was opened.
    bool sawReport() { return m_step == TourStep::ReadReport && (skipStep(), true); }

    static QString title(TourStep step);
    static QString text(TourStep step);

private:
    bool isDone(const DeskSnapshot &now) const;

    TourStep m_step = TourStep::Approve;
    std::map<SignalId, SignalState> m_decided;                    ///< final signals when the step began
    std::map<std::pair<StrategyId, InstrumentId>, Price> m_stops; ///< when it was last looked
    std::map<SignalId, Price> m_signalStops;
    bool m_hasBegun = false;
};

} // namespace bellwether
