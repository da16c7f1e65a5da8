#include "core/engine/snapshotlists.h"

namespace bellwether {

namespace {

constexpr std::size_t rowsKept = 500;

bool isSameOrder(const Order &a, const Order &b)
{
    return a.id == b.id && a.revision() == b.revision() && a.venueId == b.venueId;
}

} // namespace

SnapshotLists::SnapshotLists(const EngineCore &core, const SignalDesk &signalDesk)
    : m_core(core), m_signals(signalDesk), m_pending(std::make_shared<RowList<SignalRow>>()),
      m_history(std::make_shared<RowList<SignalRow>>()), m_orders(std::make_shared<RowList<OrderRow>>()),
      m_fills(std::make_shared<RowList<FillRow>>())
{
}

void SnapshotLists::refresh(DeskSnapshot &snapshot)
{
    refreshPending();
    // The others change with the journal and with nothing else.
    if (m_sequence != m_core.lastSequence() || m_sequence == 0) {
        m_sequence = m_core.lastSequence();
        refreshHistory();
        refreshOrders();
        refreshFills();
    }
    snapshot.pendingSignals = m_pending;
    snapshot.signalHistory = m_history;
    snapshot.orders = m_orders;
    snapshot.fills = m_fills;
}

void SnapshotLists::refreshPending()
{
    const auto &waiting = m_core.state.signalQueue().waiting();
    if (waiting.empty() && m_pending->empty())
        return;
    std::erase_if(m_waiting, [&](const auto &each) { return !waiting.contains(SignalId{each.first}); });
    std::vector<RowList<SignalRow>::Handle> rows;
    rows.reserve(waiting.size());
    for (auto it = waiting.rbegin(); it != waiting.rend(); ++it) {
        const QueuedSignal &queued = it->second;
        auto [kept, isNew] = m_waiting.try_emplace(queued.id.value);
        SignalRow &row = kept->second;
        if (isNew || row.version != queued.version || row.state != queued.state)
            row = m_signals.rowOf(queued);
        else
            m_signals.reprice(row, queued);
        rows.push_back(std::make_shared<const SignalRow>(row));
    }
    m_pending = std::make_shared<const RowList<SignalRow>>(std::move(rows));
}

// A decided signal never changes: only those decided since the last look are made.
void SnapshotLists::refreshHistory()
{
    const auto &decided = m_core.state.signalQueue().decided();
    const bool isAny = !m_history->empty();
    const SignalId newest = isAny ? m_history->front().id : SignalId{};
    if (decided.empty() || (isAny && decided.back().id == newest))
        return;
    std::vector<RowList<SignalRow>::Handle> rows;
    rows.reserve(rowsKept);
    for (auto it = decided.rbegin(); it != decided.rend() && rows.size() < rowsKept && !(isAny && it->id == newest); ++it)
        rows.push_back(std::make_shared<const SignalRow>(m_signals.rowOf(*it)));
    const auto &held = m_history->handles();
    rows.insert(rows.end(), held.begin(), held.begin() + std::ptrdiff_t(std::min(held.size(), rowsKept - rows.size())));
    m_history = std::make_shared<const RowList<SignalRow>>(std::move(rows));
}

void SnapshotLists::refreshOrders()
{
    const auto &held = m_orders->handles();
    std::size_t next = 0; // of the rows held: both go from the newest to the oldest
    bool isChanged = false;
    std::vector<RowList<OrderRow>::Handle> rows;
    rows.reserve(rowsKept);
    for (const Order &order : m_core.state.orders().all() | std::views::reverse) {
        if (rows.size() == rowsKept)
            break;
        while (next < held.size() && held[next]->order.id > order.id)
            ++next;
        if (next < held.size() && isSameOrder(held[next]->order, order)) {
            rows.push_back(held[next]);
            continue;
        }
        const Instrument &instrument = m_core.instrumentOf(order.book);
        rows.push_back(std::make_shared<const OrderRow>(
            OrderRow{order, instrument.symbol, instrument.priceDecimals(), instrument.quantityDecimals()}));
        isChanged = true;
    }
    if (isChanged || rows.size() != held.size())
        m_orders = std::make_shared<const RowList<OrderRow>>(std::move(rows));
}

void SnapshotLists::refreshFills()
{
    const auto &recent = m_core.state.recentFills();
    const auto &held = m_fills->handles();
    if (recent.empty() || (!held.empty() && recent.back().first.id == held.front()->fill.id))
        return;
    std::vector<RowList<FillRow>::Handle> rows;
    rows.reserve(recent.size());
    for (auto it = recent.rbegin(); it != recent.rend() && (held.empty() || it->first.id > held.front()->fill.id); ++it) {
        const Instrument &instrument = *m_core.catalogue->find(it->first.instrument);
        rows.push_back(std::make_shared<const FillRow>(
            FillRow{it->first, instrument.symbol, it->second, instrument.priceDecimals(), instrument.quantityDecimals()}));
    }
    rows.insert(rows.end(), held.begin(), held.begin() + std::ptrdiff_t(std::min(held.size(), recent.size() - rows.size())));
    m_fills = std::make_shared<const RowList<FillRow>>(std::move(rows));
}

} // namespace bellwether
