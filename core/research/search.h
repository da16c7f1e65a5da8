#pragma once

#include "core/research/goal.h"
#include "core/research/trial.h"

namespace bellwether {

/// How the combinations are chosen.
enum class SearchMethod {
    Grid,         ///< all of them
    Random,       ///< distinct ones, evenly
    Genetic,      ///< pagmo's simple genetic algorithm
    Differential, ///< pagmo's differential evolution
};
/// `grid`, `random`, `genetic`, `de`. Errors: InvalidArgument naming the words.
Result<SearchMethod> parseSearchMethod(QStringView text);
QString toString(SearchMethod method);

struct SearchSettings {
    SearchMethod method = SearchMethod::Grid;
    std::uint64_t seed = 1;
    std::size_t samples = 1000;        ///< Random: combinations to try
    std::size_t population = 32;       ///< Genetic, Differential
    std::size_t generations = 20;      ///< likewise, after the first one
    std::size_t runsMax = 1'000'000;   ///< Grid: more are refused
};

/// Fills in trials whose points are set; those that are done already stay. False when the search is to stop: some may
/// not be done.
using RunTrials = std::function<bool(std::span<Trial> trials)>;

/// A search that is ready to go.
class Search {
public:
    /// Space and goal outlive the object. Errors: OutOfRange or InvalidArgument, one line that says how many combinations
    /// there are and what to do, or that none is left.
    static Result<Search> prepare(const SearchSpace &space, const Goal &goal, const SearchSettings &settings);

    /// Runs that will be made at most; exact for a grid.
    std::size_t expectedRuns() const { return m_expected; }
    /// A combination that may be tried.
    const SearchPoint &somePoint() const { return m_points.front(); }
    /// The distinct combinations tried, in the order they were chosen, which depends on the settings and the results of
    /// the runs alone: the same with any number of threads. Undone ones are left out. Errors: Unsupported, where pagmo
    /// refuses the settings.
    Result<std::vector<Trial>> run(const RunTrials &runTrials) const;

private:
    Search(const SearchSpace &space, const Goal &goal, const SearchSettings &settings) : m_space(space), m_goal(goal), m_settings(settings) {}
    bool mayTry(const SearchPoint &point) const;
    Result<void> listGrid();
    Result<void> draw(std::size_t count);
    Result<std::vector<Trial>> evolveTrials(const RunTrials &runTrials) const;

    const SearchSpace &m_space;
    const Goal &m_goal;
    SearchSettings m_settings;
    std::vector<SearchPoint> m_points; ///< all of them, or the first generation
    std::size_t m_expected = 0;
};

} // namespace bellwether
