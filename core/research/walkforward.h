#pragma once

#include "core/backtest/runreport.h"
#include "core/research/searchreport.h"

namespace bellwether {

/// How a walk-forward test cuts its history.
struct WalkForwardSettings {
    bool isAnchored = false;        ///< every search begins with the first bar; otherwise the window rolls
    int windows = 5;                ///< out-of-sample parts
    double inSampleShare = 0.7;     ///< of a window: the length of the first search ÷ (search + out-of-sample part)
};

/// One step: a search over [searchFirst, testFirst), then its winner traded over [testFirst, testLast).
struct WalkForwardWindow {
    std::size_t searchFirst = 0;
    std::size_t testFirst = 0;
    std::size_t testLast = 0;

    bool operator==(const WalkForwardWindow &) const = default;
};

/// Windows over the rows [first, last): the out-of-sample parts are of one length, follow each other without a gap and end
/// with `last`. Errors: OutOfRange where settings are none or a part would have fewer than two bars.
Result<std::vector<WalkForwardWindow>> walkForwardWindows(const WalkForwardSettings &settings, std::size_t first, std::size_t last);

/// What one window came to.
struct WalkForwardStep {
    WalkForwardWindow window;
    Timestamp searchFrom;           ///< opens of first bars, closes of last ones
    Timestamp testFrom;
    Timestamp testTo;
    std::optional<SearchPoint> chosen; ///< none where no run of the search was accepted: the part is not traded
    double inSampleObjective = std::numeric_limits<double>::quiet_NaN();
    double outOfSampleObjective = std::numeric_limits<double>::quiet_NaN();
    double inSampleReturn = std::numeric_limits<double>::quiet_NaN();   ///< as fractions
    double outOfSampleReturn = 0;
    double inSampleDays = 0;        ///< calendar days
    double outOfSampleDays = 0;
    double drawdownMax = 0;         ///< of the out-of-sample part, as a fraction
    std::int64_t trades = 0;        ///< closed out of sample
    double endEquity = 0;           ///< of the stitched curve
    std::size_t runs = 0;           ///< of the search

    /// Return a day out of sample ÷ return a day in sample; NaN where the latter is not above 0.
    double efficiency() const;
};

/// A walk-forward test that has ended, or was ended.
struct WalkForwardReport {
    WalkForwardReport(const SearchSpace &itsSpace, const Goal &itsGoal) : space(itsSpace), goal(itsGoal) {}

    SearchSpace space;
    Goal goal;
    SearchSettings search;
    WalkForwardSettings settings;
    RunPlan plan;
    DataFacts data;
    std::vector<WalkForwardStep> steps;
    std::vector<Timestamp> markTime;    ///< of the stitched curve
    std::vector<double> equity;         ///< each part starts with the money that the one before ended with
    std::vector<RoundTrip> trades;      ///< of all parts
    RunFigures figures;                 ///< of the stitched curve and all its trades
    std::size_t resumedRuns = 0;        ///< taken from the state of an earlier attempt
    bool wasCancelled = false;
    double seconds = 0;

    /// Over all windows that traded: Σ out-of-sample returns ÷ their days, as a multiple of the same in sample.
    double efficiency() const;
    /// Share of the parts with a return above 0.
    double profitableShare() const;
};

/// Works out the figures of the stitched curve.
void complete(WalkForwardReport &report);

/// The documented JSON of `walk-forward` (docs/cli.md), and what people read.
QByteArray walkForwardJson(const WalkForwardReport &report, bool hasEquity);
QString walkForwardText(const WalkForwardReport &report);

} // namespace bellwether
