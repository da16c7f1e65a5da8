#pragma once

#include "app/bellwether-cli/backtestoptions.h"
#include "app/composition/optimisejob.h"

namespace bellwether::cli {

/// What `optimise` and `walk-forward` ask of a search, as typed.
struct OptimiseOptions {
    BacktestOptions run;
    std::vector<std::string> ranges, constraints;
    std::string objective = "sharpe", method = "grid", heatMap, state, csv;
    SearchSettings settings;
    std::size_t jobs = 0;
    std::size_t top = 10;
    std::int64_t minTrades = 0;
    double maxDrawdown = 0;
    bool isMinimised = false;
    bool isFresh = false;
};

/// Adds the options of a search and of its runs to a verb; `options` outlives it.
void addOptimiseOptions(CLI::App &verb, OptimiseOptions &options);
/// The request. Errors: as of requestOf() of a backtest.
Result<OptimiseRequest> requestOf(const OptimiseOptions &options, const Context &context);

/// Says where finished runs wait for the next attempt: in the profile, unless a file was named. A profile that nobody
/// named and that cannot be opened is done without. Errors: those of Profile::open().
Result<void> chooseState(OptimiseRequest &request, const Context &context);

/// Asks the program to stop where SIGINT or SIGTERM came; the first of them since watchStopSignals().
void watchStopSignals();
bool isStopWanted();

/// One line on a terminal that is written over, plain lines otherwise, a few a second; nothing when quiet.
class SearchProgressLine {
public:
    explicit SearchProgressLine(bool isQuiet);
    ~SearchProgressLine() { close(); }
    void show(const QString &title, const SearchProgress &progress);
    /// Ends the line; what follows begins its own.
    void close();

private:
    bool m_isQuiet;
    bool m_isTerminal;
    bool m_isOpen = false;
    std::chrono::steady_clock::time_point m_shown;
};

} // namespace bellwether::cli
