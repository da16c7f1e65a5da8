#pragma once

#include "app/bellwether-cli/verb.h"
#include "app/composition/backtestrequest.h"

namespace bellwether::cli {

/// What `backtest`, `optimise` and `walk-forward` ask of a run, as typed.
struct BacktestOptions {
    std::vector<std::string> data, instruments, strategies, parameters, categories;
    std::string timeframe, detail, from, to, capital, commission, spread, slippage, costs, participation, borrow, sizing, size, lot, stop, target,
        trail, breakeven, timeStop, fill, closeAtEnd, minConfidence, benchmark, seed;
    bool canShort = false;
    bool isSourceOptional = false; ///< without data and instrument all that is stored is meant
};

/// Adds the options to a verb; `options` outlives it.
void addBacktestOptions(CLI::App &verb, BacktestOptions &options);
/// The request, with store and settings of the profile where the run needs them. Errors: those of Session::open,
/// and InvalidArgument where neither data nor instrument is given.
Result<BacktestRequest> requestOf(const BacktestOptions &options, const Context &context);

} // namespace bellwether::cli
