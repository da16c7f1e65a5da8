#pragma once

#include "core/base/clock.h"

namespace bellwether::exchange {

/// Another clock, ahead of it or behind by what its owner sets: a venue whose clock is wrong.
class OffsetClock final : public Clock {
public:
    explicit OffsetClock(const Clock &clock) : m_clock(clock) {}
    Timestamp now() const override { return m_clock.now() + m_offset; }
    void setOffset(Duration offset) { m_offset = offset; }

private:
    const Clock &m_clock;
    Duration m_offset{};
};

} // namespace bellwether::exchange
