#pragma once

#include "app/composition/optimisejob.h"
#include "core/research/walkforward.h"

namespace bellwether {

/// How far a walk-forward test has come: which window, and the search in it.
struct WalkForwardProgress {
    std::size_t window = 0;         ///< from 0
    std::size_t windows = 0;
    SearchProgress search;
};
/// As SearchObserver.
using WalkForwardObserver = std::function<bool(const WalkForwardProgress &)>;

/// Searches each window and trades its winner over the bars after it, which the search has not seen. A part starts with
/// the money that the one before ended with, and on columns its position is closed at its last close; one whose search
/// found nothing acceptable is not traded. Errors: InvalidArgument for several instruments; those of
/// OptimiseJob::prepare(), walkForwardWindows() and runPrepared(). With a state folder in the request a test that was
/// stopped goes on from the runs it had made.
Result<WalkForwardReport> runWalkForward(const OptimiseRequest &request, const WalkForwardSettings &settings,
                                         const WalkForwardObserver &observer, Ranks *ranks = nullptr);

} // namespace bellwether
