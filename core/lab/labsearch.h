#pragma once

#include "core/lab/labreport.h"

namespace bellwether {

/// A search over parameters as a form asks for it, in words; an empty text means the default.
struct LabSearchRequest {
    LabRequest run;           ///< its parameters without a range are fixed
    QStringList ranges;       ///< `name=start:end:step`
    QStringList constraints;  ///< `trade_count >= 30`
    QString objective;        ///< default `sharpe`
    QString method;           ///< `grid`, `random`, `genetic`, `de`
    QString samples;          ///< of random; default 1000
    QString seed;             ///< default 1
};

/// One combination that was tried. Figures are as exported (percent for shares), NaN where there is none.
struct LabTrial {
    std::vector<double> values;  ///< of the searched parameters
    double objective = 0;
    double finalEquity = 0;
    std::int64_t trades = 0;
    double totalReturn = 0;
    double drawdownMax = 0;
    double sharpe = 0;
    double plateau = 0;          ///< mean objective of it and its neighbours; NaN where it is not known
    bool isAccepted = false;
};

/// How far a search has come.
struct LabSearchProgress {
    LabJobId job = 0;
    std::int64_t done = 0;
    std::int64_t expected = 0;   ///< at most
    double runsPerSecond = 0;
    double secondsLeft = 0;
    QStringList names;           ///< of the searched parameters
    bool hasBest = false;
    LabTrial best;               ///< so far, where there is one
};
using LabSearchProgressPtr = std::shared_ptr<const LabSearchProgress>;

/// A search that has ended, or was ended.
struct LabSearch {
    LabSearchRequest request;
    QString objective;
    bool isMinimised = false;
    QStringList names;               ///< of the searched parameters
    std::vector<LabTrial> trials;    ///< accepted ones first, best first
    int plateauBest = -1;            ///< the accepted trial in the best neighbourhood
    std::int64_t expected = 0;
    std::int64_t resumed = 0;        ///< taken from the state of an earlier attempt
    double deflatedSharpe = 0;       ///< probability that the best is better than the luckiest of as many worthless; NaN unknown
    bool wasCancelled = false;
    double seconds = 0;
    QByteArray csv;                  ///< one line per run, best first
};
using LabSearchPtr = std::shared_ptr<const LabSearch>;

/// Number of combinations of ranges `start:end:step`; NaN where one of them is no range.
double combinationsOf(const QStringList &ranges);

} // namespace bellwether
