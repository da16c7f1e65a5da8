#pragma once

#include "core/backtest/runleg.h"
#include "core/backtest/runreport.h"
#include "core/backtest/sweep.h"
#include "core/research/goal.h"
#include "core/research/trial.h"

namespace bellwether {

/// What the runs of a search share.
struct TrialTask {
    RunPlan plan;
    RunLeg leg;                 ///< of a run on columns
    std::vector<Timestamp> markTime; ///< of the equity curve
    /// A run that columns alone cannot make; any thread. Errors mean a run without a result. Null: everything runs on columns.
    std::function<Result<RunResult>(const ParameterSet &)> runBare;
    /// The same with its report, for figures that need more than trades and curve. Null where there is nothing to look up.
    std::function<Result<RunReport>(const ParameterSet &)> runWhole;
};

/// Runs the trials of a search: together, where plan and strategy allow it, otherwise one by one on columns, or through
/// `TrialTask::runBare`. All three give the same figures for the same parameters. Any number of threads may call run().
class TrialRunner {
public:
    /// Task, space and goal outlive the object.
    TrialRunner(const TrialTask &task, const SearchSpace &space, const Goal &goal);

    /// How many trials a call had better have: dozens when they share columns, else one.
    std::size_t batchSize() const { return m_sweep ? 64 : 1; }
    /// Memory of one thread, kept from call to call.
    struct Memory {
        Sweep::Memory sweep;
        RunResult result;
    };
    /// Fills in everything but the points. A run whose amounts leave the range of Money is done without a result.
    void run(std::span<Trial> trials, Memory &memory) const;

    /// Objective and acceptance of a trial that is done, from its figures.
    void judge(Trial &trial) const;

private:
    void runTogether(std::span<Trial> trials, Memory &memory) const;
    void runAlone(Trial &trial, Memory &memory) const;
    void take(Trial &trial, const RunResult &result) const;

    const TrialTask &m_task;
    const SearchSpace &m_space;
    const Goal &m_goal;
    const FigureNeeds m_needs;
    bool m_isWhole = false;
    bool m_isBare = false;
    std::unique_ptr<Sweep> m_sweep;
};

} // namespace bellwether
