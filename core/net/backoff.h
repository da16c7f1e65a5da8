#pragma once

#include "core/base/rng.h"
#include "core/base/timestamp.h"

namespace bellwether::net {

/// How long to wait before the next try of a connection: longer after each failure, never less than a second, and
/// spread at random so that many clients do not come back at the same moment.
class Backoff {
public:
    static constexpr Duration shortest = std::chrono::seconds(1);

    explicit Backoff(std::uint64_t seed, Duration longest = std::chrono::seconds(60)) : m_rng(seed), m_longest(longest) {}

    /// After the n-th failure in a row: between a second and min(2ⁿ seconds, the longest).
    Duration next()
    {
        m_ceiling = std::min(m_ceiling * 2, m_longest);
        const auto spread = double((m_ceiling - shortest).count());
        return shortest + Duration(std::int64_t(spread * m_rng.uniform()));
    }
    /// A connection has proved good.
    void reset() { m_ceiling = shortest; }

private:
    Rng m_rng;
    Duration m_longest;
    Duration m_ceiling = shortest;
};

} // namespace bellwether::net
