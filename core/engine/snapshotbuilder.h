#pragma once

#include "core/engine/dayguard.h"
#include "core/engine/killswitch.h"
#include "core/engine/reconciler.h"
#include "core/engine/snapshotlists.h"

namespace bellwether {

/// Makes the values that users of the desk see. Lists that did not change are shared with the last snapshot.
class SnapshotBuilder {
public:
    SnapshotBuilder(const EngineCore &core, const OrderDesk &orders, const SignalDesk &signalDesk, const DayGuard &guard,
                    const Reconciler &reconciler, const WorkDesk &work, const KillSwitch &kill);

    /// `health` comes from whoever runs the engine.
    DeskSnapshotPtr build(const HealthView &health);
    AccountView account() const;
    void setStrategies(std::vector<StrategyRow> rows) { m_strategies = std::move(rows); }
    /// Null where it does not run.
    const StrategyRow *strategy(const BookKey &key) const;
    void noteStopped(const BookKey &key, const QString &reason);
    void noteOverlap(const BookKey &key);

private:
    std::vector<WatchRow> watch() const;
    std::vector<PositionRow> positions() const;
    Money scheduled(BookId book, Side side, const Money &value) const;
    void refreshStrategies();
    std::vector<LimitRow> limits(const AccountView &account, const std::vector<PositionRow> &positions) const;

    const EngineCore &m_core;
    const OrderDesk &m_orders;
    const SignalDesk &m_signals;
    const DayGuard &m_guard;
    const Reconciler &m_reconciler;
    const WorkDesk &m_work;
    const KillSwitch &m_kill;
    std::vector<StrategyRow> m_strategies;
    std::shared_ptr<const std::vector<StrategyRow>> m_sharedStrategies; ///< null when it has to be made again
    std::uint64_t m_switchesAt = ~std::uint64_t(0);
    std::uint64_t m_scoresAt = 0;
    Timestamp m_nextRun; ///< the first of all; rows are made again when it has passed
    std::uint64_t m_sequence = 0;
    SnapshotLists m_lists;
    std::vector<std::pair<Timestamp, double>> m_curve;
    std::shared_ptr<const std::vector<std::pair<Timestamp, double>>> m_sharedCurve;
    double m_peak = 0;
};

} // namespace bellwether
