#pragma once

#include "core/lab/labsearch.h"

namespace bellwether {

/// A walk-forward test as a form asks for it, in words; an empty text means the default.
struct LabWalkForwardRequest {
    LabSearchRequest search;  ///< made in every window
    bool isAnchored = false;  ///< every search begins with the first bar
    QString windows;          ///< out-of-sample parts; default 5
    QString inSample;         ///< percent of the first window that is searched; default 70
};

/// One window: a search, then its winner traded over the bars after it. Shares as fractions, NaN where there is none.
struct LabWalkForwardStep {
    Timestamp searchFrom;
    Timestamp testFrom;
    Timestamp testTo;
    QString parameters;       ///< `fast 9, slow 21`; empty where no run of the search was accepted
    double inSampleObjective = 0;
    double outOfSampleObjective = 0;
    double inSampleReturn = 0;
    double outOfSampleReturn = 0;
    double drawdownMax = 0;
    double efficiency = 0;    ///< return a day out of sample ÷ in sample
    std::int64_t trades = 0;
    std::int64_t runs = 0;
};

/// A walk-forward test that has ended, or was ended.
struct LabWalkForward {
    LabWalkForwardRequest request;
    std::vector<LabWalkForwardStep> steps;
    LabCurve equity;          ///< of the out-of-sample parts, one after the other
    double capital = 0;
    QString currency;
    RunFigures figures;       ///< of that curve and all its trades
    double efficiency = 0;
    double profitableShare = 0;
    bool wasCancelled = false;
    double seconds = 0;
};
using LabWalkForwardPtr = std::shared_ptr<const LabWalkForward>;

} // namespace bellwether
