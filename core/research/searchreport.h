#pragma once

#include "core/backtest/runreport.h"
#include "core/research/search.h"

namespace bellwether {

/// How a combination stands among its neighbours: those that were tried within one step in every parameter (with more
/// than three parameters, in one of them at a time).
struct PlateauScore {
    double score = std::numeric_limits<double>::quiet_NaN(); ///< mean objective of it and its neighbours
    int neighbours = 0;

    bool isKnown() const { return !std::isnan(score); }
};

/// The best objective for each pair of values of two parameters, whatever the others are; NaN where none was accepted.
struct HeatMap {
    std::size_t x = 0;              ///< numbers of the ranges
    std::size_t y = 0;
    std::vector<double> xValues;
    std::vector<double> yValues;
    std::vector<double> best;       ///< row by row: best[iy × xValues.size() + ix]
};

/// What is left of the best Sharpe ratio when the number of trials is taken into account.
struct DeflatedSharpe {
    std::size_t trials = 0;         ///< with a Sharpe ratio
    double variance = std::numeric_limits<double>::quiet_NaN();        ///< of their per-period Sharpe ratios
    double expectedMaximum = std::numeric_limits<double>::quiet_NaN(); ///< of as many worthless trials, per period
    double probability = std::numeric_limits<double>::quiet_NaN();     ///< that the true Sharpe of the best exceeds that
};

/// A search that has ended, or was ended.
struct SearchReport {
    SearchReport(const SearchSpace &itsSpace, const Goal &itsGoal) : space(itsSpace), goal(itsGoal) {}

    SearchSpace space;
    Goal goal;
    SearchSettings settings;
    RunPlan plan;
    DataFacts data;
    std::vector<Trial> trials;      ///< accepted ones first, best first; equal ones in the order they were tried
    std::vector<PlateauScore> plateau; ///< of each trial
    std::optional<std::size_t> plateauBest; ///< the accepted trial with the best score
    std::optional<HeatMap> heatMap;
    DeflatedSharpe deflated;
    std::size_t expectedRuns = 0;
    std::size_t resumedRuns = 0;    ///< taken from the state of an earlier attempt
    bool wasCancelled = false;
    double seconds = 0;

    /// None where no run was accepted.
    const Trial *best() const { return trials.empty() || !trials.front().isAccepted ? nullptr : &trials.front(); }
};

/// Ranks the trials and works out plateau, deflated Sharpe and, with two distinct ranges, their heat map.
void complete(SearchReport &report, std::vector<Trial> trials, std::optional<std::pair<std::size_t, std::size_t>> heatMap);

/// Mean objective over the neighbourhood; a neighbour that was not accepted counts as the worst objective that was. Without
/// neighbours, or for a trial that was not accepted itself, the score is not known.
std::vector<PlateauScore> plateauScores(const SearchSpace &space, const Goal &goal, std::span<const Trial> trials);
/// Over all trials with a Sharpe ratio; the probability is that of `best`. Source: Bailey and López de Prado, The deflated
/// Sharpe ratio, 2014.
DeflatedSharpe deflatedSharpe(const Goal &goal, std::span<const Trial> trials, const Trial *best, double periodsPerYear);

} // namespace bellwether
