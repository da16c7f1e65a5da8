#pragma once

#include "app/composition/preparedbacktest.h"
#include "core/research/searchreport.h"
#include "core/research/trialpool.h"

namespace bellwether {

/// A search as it is asked for. Empty texts mean the defaults.
struct OptimiseRequest {
    BacktestRequest run;        ///< of its parameters those without a range are fixed
    QStringList ranges;         ///< `name=start:end:step`
    QStringList constraints;    ///< expressions of parameters and metrics
    QString objective;          ///< default `sharpe`
    bool isMinimised = false;
    QString method;             ///< default `grid`
    SearchSettings settings;    ///< all but the method
    QString heatMap;            ///< `x,y`: two searched parameters; default the first two
    QString statePath;          ///< where finished runs are kept until the search is over; empty: nowhere
    QString stateFolder;        ///< likewise, in a file named after the search
    bool startsAfresh = false;  ///< forgets what an earlier attempt has left in the folder
    std::size_t jobs = 0;       ///< threads; 0: as many as cores
};

/// A search with its data, ready to go. Its parts refer to each other: it stays where it is.
class OptimiseJob {
public:
    /// Checks everything that does not need the bars first. Errors: as of prepareBacktest(); InvalidArgument and OutOfRange
    /// for ranges, constraints, objective and settings.
    static Result<std::unique_ptr<OptimiseJob>> prepare(const OptimiseRequest &request);
    OptimiseJob(const OptimiseJob &) = delete;

    std::size_t expectedRuns() const { return m_search->expectedRuns(); }
    const SearchSpace &space() const { return *m_space; }
    const Goal &goal() const { return *m_goal; }
    const PreparedBacktest &prepared() const { return *m_prepared; }
    const SearchSettings &settings() const { return m_request.settings; }
    std::size_t jobs() const { return m_jobs; }

    /// Makes the runs, with `ranks` together with other processes. One that the observer ended has the runs made until
    /// then. Errors: those of TrialStore::open() and Search::run().
    Result<SearchReport> run(const SearchObserver &observer, Ranks *ranks = nullptr) const;
    /// The same over another part of the data, one window of a walk-forward test. Its state stays until forget().
    Result<SearchReport> runOn(const PreparedBacktest &part, const SearchObserver &observer, Ranks *ranks = nullptr) const;
    /// Removes what runOn() has kept of the part.
    void forget(const PreparedBacktest &part) const;

private:
    explicit OptimiseJob(const OptimiseRequest &request) : m_request(request) {}
    Result<std::unique_ptr<TrialStore>> openStore(const QString &name, Ranks *ranks) const;
    QString stateFile(const QString &name) const;
    Result<SearchReport> runOn(const PreparedBacktest &part, TrialStore *store, const SearchObserver &observer, Ranks *ranks) const;
    /// Names everything that the runs over this part depend on; the whole where it is that.
    QString name(const PreparedBacktest &part) const;

    OptimiseRequest m_request;
    std::optional<PreparedBacktest> m_prepared; ///< has a value once prepared
    std::optional<SearchSpace> m_space;
    std::optional<Goal> m_goal;
    std::optional<Search> m_search;
    std::optional<std::pair<std::size_t, std::size_t>> m_heatMap;
    std::size_t m_jobs = 1;
};

} // namespace bellwether
