#pragma once

#include "core/engine/signaldesk.h"

#include <unordered_map>

namespace bellwether {

/// The lists of a snapshot: signals, orders and fills, newest first. A row is made when its signal, order or fill
/// changes and is shared by all snapshots until then, so ten snapshots a second cost what changed in between.
class SnapshotLists {
public:
    SnapshotLists(const EngineCore &core, const SignalDesk &signalDesk);

    /// Puts the lists as they are now into `snapshot`.
    void refresh(DeskSnapshot &snapshot);

private:
    void refreshPending();
    void refreshHistory();
    void refreshOrders();
    void refreshFills();

    const EngineCore &m_core;
    const SignalDesk &m_signals;
    std::uint64_t m_sequence = 0;      ///< of the journal, when history, orders and fills were looked at
    std::unordered_map<std::uint64_t, SignalRow> m_waiting; ///< by signal, with the prices of the moment it was last changed
    RowListPtr<SignalRow> m_pending;
    RowListPtr<SignalRow> m_history;
    RowListPtr<OrderRow> m_orders;
    RowListPtr<FillRow> m_fills;
};

} // namespace bellwether
