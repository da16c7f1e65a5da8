#pragma once

#include "core/base/rng.h"
#include "core/domain/bar.h"

#include <algorithm>

namespace bellwether::bench {

/// A seeded walk of one-minute bars: the same on every run and machine.
inline const BarColumns &minuteBars()
{
    static const BarColumns bars = [] {
        constexpr std::size_t count = 1'000'000;
        Rng rng(42);
        BarColumns made;
        made.reserve(count);
        double close = 100;
        for (std::size_t i = 0; i < count; ++i) {
            const double open = close;
            close = std::max(1.0, close * (1 + 0.0005 * rng.normal()));
            made.append(BarPoint{Timestamp::fromSeconds(std::int64_t(i + 1) * 60), open,
                                 std::max(open, close) * (1 + 0.0002 * rng.uniform()),
                                 std::min(open, close) * (1 - 0.0002 * rng.uniform()), close, 1'000 * rng.uniform()});
        }
        return made;
    }();
    return bars;
}

} // namespace bellwether::bench
