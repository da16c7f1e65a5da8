#pragma once

#include "core/base/timestamp.h"

#include <functional>
#include <span>

namespace bellwether {

/// How far a run has come. The spans are the equity curve so far and are valid during the call alone.
struct RunProgress {
    std::size_t done = 0;                    ///< marks that are final
    std::size_t total = 0;                   ///< marks of the whole run
    std::span<const Timestamp> markTime;     ///< `done` values
    std::span<const double> equity;          ///< likewise
};

/// Told now and then how a run goes on, on the run's own thread. Returns whether it shall go on; after false the run
/// ends with what it has and says so in RunResult::wasCancelled.
using RunObserver = std::function<bool(const RunProgress &)>;

/// Bars between two calls of an observer.
inline constexpr std::size_t barsPerProgress = 4096;

} // namespace bellwether
