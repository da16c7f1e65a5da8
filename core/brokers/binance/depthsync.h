#pragma once

#include "core/brokers/binance/streammessage.h"

#include <deque>

namespace bellwether::binance {

/// Keeps an order book by the venue's procedure: changes are kept until a snapshot is there, those it already holds are
/// dropped, the rest are applied in order, and a hole between update ids throws the book away. Changes of futures name
/// the update before them; those of spot follow it by one.
/// Source: Binance spot API documentation, "How to manage a local order book correctly".
class DepthSync {
public:
    enum class State {
        Waiting,   ///< for a snapshot; changes are kept
        Live,      ///< the book is right up to lastUpdate()
        Broken,    ///< a hole, a crossed book or too many kept changes: start over, then ask for a new snapshot
    };

    /// Kept changes beyond this many mean that no snapshot will catch up any more.
    static constexpr std::size_t keptMax = 2'000;

    /// Forgets everything and waits for a snapshot.
    void startOver();
    /// A `@depth` message.
    void onChange(const StreamMessage &change);
    /// The answer of `GET depth`, read as PartialDepth. One older than the first kept change leaves the state Waiting:
    /// another has to be asked for.
    void onSnapshot(const StreamMessage &snapshot);

    State state() const { return m_state; }
    const DepthBook &book() const { return m_book; }
    std::uint64_t lastUpdate() const { return m_lastUpdate; }
    /// Holes met since construction; shown by the health lamp.
    std::uint64_t holes() const { return m_holes; }

private:
    struct Change {
        std::uint64_t firstUpdate = 0;
        std::uint64_t lastUpdate = 0;
        std::uint64_t previousUpdate = 0;
        std::vector<DepthLevel> bids;
        std::vector<DepthLevel> asks;
    };
    template <typename AnyChange> void apply(const AnyChange &change);
    void fail();

    State m_state = State::Waiting;
    DepthBook m_book;
    std::uint64_t m_lastUpdate = 0;
    std::uint64_t m_holes = 0;
    std::deque<Change> m_kept;
};

} // namespace bellwether::binance
