#pragma once

#include "core/analytics/montecarlo.h"
#include "core/lab/labreport.h"

namespace bellwether {

/// Paths of a run as a form asks for them, in words; an empty text means the default.
struct LabMonteCarloRequest {
    LabJobId run = 0;     ///< of this session
    QString method;       ///< `bootstrap`, `shuffle`, `block`
    QString paths;        ///< default 10000
    QString seed;         ///< default 1
    QString ruin;         ///< loss in percent that is ruin; default 50
};

/// What became of the paths.
struct LabMonteCarlo {
    LabJobId run = 0;
    PathMethod method = PathMethod::Bootstrap;
    std::uint64_t seed = 1;
    double ruinLoss = 0.5;
    std::size_t blockLength = 0;
    std::size_t samples = 0;        ///< trades or days that were drawn from
    double historicalDrawdown = 0;  ///< of the samples in the order they came
    QString currency;
    MonteCarloResult result;
    double seconds = 0;
};
using LabMonteCarloPtr = std::shared_ptr<const LabMonteCarlo>;

} // namespace bellwether
