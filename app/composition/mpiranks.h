#pragma once

#include "core/base/result.h"
#include "core/research/ranks.h"

#include <memory>

namespace bellwether {

/// The processes that mpirun started together with this one; null where it was started alone. Once per process, on the
/// thread that will use it. Errors: Unsupported where this program was built without MPI, or MPI does not start.
Result<std::unique_ptr<Ranks>> startedRanks();

} // namespace bellwether
