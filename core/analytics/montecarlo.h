#pragma once

#include "core/base/result.h"
#include "core/base/rng.h"

#include <array>
#include <atomic>
#include <functional>
#include <span>
#include <vector>

namespace bellwether {

/// How a path is made of what happened. Shuffle and bootstrap draw from the results of trades as shares of the equity
/// before them, block from daily returns.
enum class PathMethod {
    Shuffle,   ///< the same trades in another order: the end stays, the drawdowns vary
    Bootstrap, ///< as many trades, drawn with replacement
    Block,     ///< stretches of consecutive daily returns, drawn with replacement from the circle of them
};
/// Errors: InvalidArgument naming the accepted words.
Result<PathMethod> parsePathMethod(QStringView text);
/// `shuffle`, `bootstrap`, `block`.
QString toString(PathMethod method);

/// Fills one path: the growth factor of each step, 1 + return. Called from several threads at once.
using PathMaker = std::function<void(Rng &rng, std::span<double> factors)>;

/// The maker of a method over `returns` (as fractions, not empty). `blockLength` ≥ 1 counts for Block alone.
PathMaker pathsOf(PathMethod method, std::vector<double> returns, std::size_t blockLength);
/// Geometric Brownian motion over `years` in equal steps: dS = drift·S dt + volatility·S dW.
PathMaker brownianPaths(double drift, double volatility, double years);
/// √n to the next whole number, the usual length of a block of n returns.
std::size_t usualBlockLength(std::size_t returns);

struct MonteCarloPlan {
    double startingEquity = 1;
    std::size_t steps = 0;           ///< of one path
    std::size_t paths = 10'000;
    std::uint64_t seed = 1;
    double ruinLoss = 0.5;           ///< ruined is who falls below startingEquity × (1 − ruinLoss)
    int threads = 0;                 ///< 0: one per core; the numbers do not depend on it
    const std::atomic<bool> *isCancelled = nullptr;
};

/// 1, 5, 25, 50, 75, 95 and 99 %.
inline constexpr std::array percentileLevels{0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};
using Percentiles = std::array<double, percentileLevels.size()>;

/// Equity after `step` steps: the 5, 25, 50, 75 and 95 % of all paths.
struct FanStep {
    std::size_t step = 0;
    std::array<double, 5> equity{};
    bool operator==(const FanStep &) const = default;
};

struct MonteCarloResult {
    std::size_t paths = 0;
    std::size_t steps = 0;
    double startingEquity = 0;
    double ruinLevel = 0;
    Percentiles finalEquity{};
    Percentiles drawdown{};              ///< maximum drawdown of a path, a fraction > 0
    double meanFinal = 0;
    double deviationFinal = 0;           ///< sample deviation
    double probabilityOfLoss = 0;        ///< share of paths that end below the start
    double probabilityOfRuin = 0;        ///< share of paths below the ruin level at any step
    std::vector<FanStep> fan;            ///< from step 0 to the last: every step up to 500 of them, evenly thinned above
    std::vector<double> sortedFinals;    ///< ascending, one per path
    std::vector<double> sortedDrawdowns;
};

/// Runs the paths. A factor below 0 counts as 0: what is lost is lost. Memory is 8 bytes × paths × fan steps, at most
/// 64 MB. Errors: InvalidArgument (steps, paths, start or ruin outside 1…1e6, 1…1e6, > 0, 0…1), Cancelled.
Result<MonteCarloResult> simulatePaths(const MonteCarloPlan &plan, const PathMaker &maker);

} // namespace bellwether
