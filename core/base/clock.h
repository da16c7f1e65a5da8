#pragma once

#include "core/base/timestamp.h"

#include <atomic>

namespace bellwether {

/// Where the time comes from. Engine code asks now(), never the system, so a backtest and a replay own their time.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Timestamp now() const = 0;
};

/// The wall clock, optionally ahead of it by a fixed offset (the simulated market opens at the next session).
class SystemClock final : public Clock {
public:
    explicit SystemClock(Duration ahead = Duration::zero()) : m_ahead(ahead) {}
    Timestamp now() const override;

private:
    Duration m_ahead;
};

/// A clock that is moved by its owner; never backwards. Readable from any thread.
class SimClock final : public Clock {
public:
    explicit SimClock(Timestamp start = {}) : m_ns(start.ns()) {}
    Timestamp now() const override { return Timestamp::fromNs(m_ns.load(std::memory_order_relaxed)); }
    void advanceTo(Timestamp time)
    {
        if (time.ns() > m_ns.load(std::memory_order_relaxed))
            m_ns.store(time.ns(), std::memory_order_relaxed);
    }

private:
    std::atomic<std::int64_t> m_ns;
};

} // namespace bellwether
