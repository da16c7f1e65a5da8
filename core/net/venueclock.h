#pragma once

#include "core/base/clock.h"

namespace bellwether::net {

/// The clock of a live desk: starts from the wall clock, goes on by one that nobody can set, and follows the venue's once
/// that is measured. It never goes back; readable from any thread.
class VenueClock final : public Clock {
public:
    VenueClock() : m_wallStart(SystemClock().now()), m_steadyStart(steadyNs()) {}

    Timestamp now() const override
    {
        const std::int64_t reading = m_wallStart.ns() + (steadyNs() - m_steadyStart) + m_offset.load(std::memory_order_relaxed);
        std::int64_t last = m_last.load(std::memory_order_relaxed);
        while (reading > last && !m_last.compare_exchange_weak(last, reading, std::memory_order_relaxed)) {
        }
        return Timestamp::fromNs(std::max(reading, last));
    }
    /// Venue time minus the machine's.
    void setOffset(Duration offset) { m_offset.store(offset.count(), std::memory_order_relaxed); }
    Duration offset() const { return Duration(m_offset.load(std::memory_order_relaxed)); }

private:
    static std::int64_t steadyNs()
    {
        return std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now().time_since_epoch()).count();
    }
    Timestamp m_wallStart;
    std::int64_t m_steadyStart;
    std::atomic<std::int64_t> m_offset = 0;
    mutable std::atomic<std::int64_t> m_last = 0;
};

} // namespace bellwether::net
