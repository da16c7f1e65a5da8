#pragma once

#include "core/research/ranks.h"
#include "core/research/search.h"
#include "core/research/searchtext.h"
#include "core/research/trialrunner.h"
#include "core/research/trialstore.h"

#include <mutex>

namespace bellwether {

/// How far a search has come.
struct SearchProgress {
    std::size_t done = 0;           ///< runs, those taken from the store included
    std::size_t expected = 0;       ///< at most
    std::size_t resumed = 0;        ///< taken from the store
    double seconds = 0;
    const Trial *best = nullptr;    ///< so far; null while none is acceptable. Valid during the call
    const SearchSpace *space = nullptr;

    double runsPerSecond() const { return seconds > 0 ? double(done - resumed) / seconds : 0; }
    /// `fast 9, slow 21` of the best.
    QString bestText() const { return pointText(*space, best->point); }
    double secondsLeft() const { return runsPerSecond() > 0 ? double(expected - std::min(done, expected)) / runsPerSecond() : 0; }
};
/// Told after every few runs, on one thread at a time but any. Returns whether the search shall go on.
using SearchObserver = std::function<bool(const SearchProgress &)>;

/// Runs batches of trials on several threads and, with others, on several processes. Which thread or process makes a run
/// changes nothing: every result lands in its place.
class TrialPool {
public:
    struct Setup {
        const TrialRunner &runner;
        const SearchSpace &space;
        const Goal &goal;
        std::size_t jobs = 1;           ///< threads
        std::size_t expected = 0;       ///< runs of the whole search, for the progress
        TrialStore *store = nullptr;    ///< keeps finished runs; may be null
        Ranks *ranks = nullptr;         ///< the processes that share the search; null: this one alone
        SearchObserver observer;        ///< may be null
    };
    explicit TrialPool(Setup setup);

    /// As RunTrials. Fault of a run (a broken assumption) is thrown on.
    bool run(std::span<Trial> trials);
    /// Whether it was the observer that ended the search.
    bool wasCancelled() const { return m_isCancelled; }
    std::size_t resumed() const { return m_progress.resumed; }

private:
    void runHere(std::span<Trial *const> trials);
    void exchange(std::span<Trial *const> mine, std::span<Trial *const> chunk);
    void note(std::span<Trial *const> done);

    Setup m_setup;
    std::mutex m_mutex;             ///< guards what follows
    SearchProgress m_progress;
    Trial m_best;
    std::chrono::steady_clock::time_point m_started;
    std::atomic<bool> m_isCancelled = false;
    std::vector<TrialRunner::Memory> m_memory;
};

} // namespace bellwether
