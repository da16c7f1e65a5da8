#pragma once

#include "core/engine/strategyhost.h"

#include <atomic>
#include <deque>
#include <mutex>

namespace bellwether {

class TradingEngine;

/// A command on its way to the engine: runs on the engine's thread between two events.
using EngineCommand = std::function<void(TradingEngine &)>;

/// Carries events from any thread to the engine's. One wake-up per batch, not per event. Commands, signals, bars and
/// prints are all kept; where quotes pile up, a waiting quote gives way to a newer one of its instrument.
class EventInbox {
public:
    struct Contents {
        std::deque<MarketBatchPtr> market;
        std::vector<SignalBatch> strategySignals;
        std::vector<EngineCommand> commands;
        bool isFeedFinished = false;
    };

    /// `wake` posts one queued call to the engine's thread; it is called when the inbox was empty.
    explicit EventInbox(std::function<void()> wake) : m_wake(std::move(wake)) {}

    void post(MarketBatchPtr batch);      // any thread
    void post(SignalBatch batch);         // any thread
    void post(EngineCommand command);     // any thread
    void postFeedFinished();              // any thread
    /// Engine thread.
    Contents takeAll();
    /// Market events that wait; any thread.
    std::size_t depth() const { return m_depth.load(std::memory_order_relaxed); }

private:
    template <typename Add> void add(Add &&addition)
    {
        bool wasEmpty = false;
        {
            const std::scoped_lock lock(m_mutex);
            wasEmpty = std::exchange(m_isEmpty, false);
            addition(m_waiting);
        }
        if (wasEmpty)
            m_wake();
    }

    std::mutex m_mutex;
    Contents m_waiting;    ///< guarded by m_mutex
    bool m_isEmpty = true; ///< guarded by m_mutex
    std::atomic<std::size_t> m_depth = 0;
    std::function<void()> m_wake;
};

/// Takes the quotes out of `batches`, from number `first` on, that a later one of the same instrument replaces. Prints
/// and bars stay, and so does the last event of all: its sequence still says how far the feed has come. Batches are
/// shared, so those that change are replaced. Returns the events that are left in them.
std::size_t conflate(std::deque<MarketBatchPtr> &batches, std::size_t first, std::size_t instruments);

} // namespace bellwether
