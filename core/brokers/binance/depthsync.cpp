#include "core/brokers/binance/depthsync.h"

namespace bellwether::binance {

namespace {

/// The first update that a change holds. Ids of futures leave holes, so there the change before it counts.
template <typename AnyChange> std::uint64_t beginOf(const AnyChange &change)
{
    return change.previousUpdate == 0 ? change.firstUpdate : change.previousUpdate + 1;
}

} // namespace

void DepthSync::startOver()
{
    m_state = State::Waiting;
    m_book.clear();
    m_lastUpdate = 0;
    m_kept.clear();
}

void DepthSync::onChange(const StreamMessage &change)
{
    switch (m_state) {
    case State::Broken:
        return;
    case State::Waiting:
        if (m_kept.size() == keptMax)
            return fail();
        m_kept.push_back({change.firstUpdate, change.lastUpdate, change.previousUpdate, change.bids, change.asks});
        return;
    case State::Live:
        return apply(change);
    }
}

void DepthSync::onSnapshot(const StreamMessage &snapshot)
{
    if (m_state != State::Waiting)
        return;
    // An older snapshot cannot be joined to what was kept: the caller asks again.
    if (!m_kept.empty() && snapshot.lastUpdate + 1 < beginOf(m_kept.front()))
        return;
    m_book.clear();
    m_book.reserve(std::max(snapshot.bids.size(), snapshot.asks.size()) + 1'000);
    // Snapshots come with the best price first: the other way round every level is put at the end.
    for (auto level = snapshot.bids.rbegin(); level != snapshot.bids.rend(); ++level)
        m_book.set(Side::Buy, *level);
    for (auto level = snapshot.asks.rbegin(); level != snapshot.asks.rend(); ++level)
        m_book.set(Side::Sell, *level);
    m_lastUpdate = snapshot.lastUpdate;
    m_state = State::Live;
    const std::deque<Change> kept = std::move(m_kept);
    m_kept.clear();
    for (const Change &change : kept) {
        if (m_state == State::Live)
            apply(change);
    }
}

template <typename AnyChange> void DepthSync::apply(const AnyChange &change)
{
    if (change.lastUpdate <= m_lastUpdate)
        return;
    if (beginOf(change) > m_lastUpdate + 1)
        return fail();
    for (const DepthLevel &level : change.bids)
        m_book.set(Side::Buy, level);
    for (const DepthLevel &level : change.asks)
        m_book.set(Side::Sell, level);
    m_lastUpdate = change.lastUpdate;
    if (m_book.isCrossed())
        fail();
}

void DepthSync::fail()
{
    startOver();
    m_state = State::Broken;
    ++m_holes;
}

} // namespace bellwether::binance
