#include "core/analytics/montecarlo.h"

#include "core/analytics/statistics.h"

#include <QThread>
#include <QThreadPool>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr std::size_t countMax = 1'000'000;
constexpr std::size_t fanStepsMax = 500;        // more than a chart has room for
constexpr std::size_t fanValuesMax = 8'000'000;
constexpr std::size_t pathsPerTask = 64;        // their marks of a step share cache lines of the fan

/// The start of a path's own random sequence, so that no thread needs to know what the others drew.
/// Source: Steele, Lea and Flood, Fast splittable pseudorandom number generators, 2014.
std::uint64_t seedOfPath(std::uint64_t seed, std::uint64_t path)
{
    std::uint64_t z = seed + (path + 1) * 0x9e3779b97f4a7c15ULL;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

/// Calls `work(first, last)` for stretches of [0, count) on as many threads as asked for.
template <typename Work> void inParallel(std::size_t count, std::size_t stretch, int threads, const Work &work)
{
    QThreadPool pool;
    pool.setMaxThreadCount(threads > 0 ? threads : QThread::idealThreadCount());
    std::atomic<std::size_t> next = 0;
    for (int i = 0; i < pool.maxThreadCount(); ++i) {
        pool.start([&] {
            for (std::size_t first = next.fetch_add(stretch); first < count; first = next.fetch_add(stretch))
                work(first, std::min(first + stretch, count));
        });
    }
    pool.waitForDone();
}

/// Where the marks of all paths go.
struct Marks {
    std::vector<std::size_t> fanStep; ///< steps that the fan shows, ascending, the last one included
    std::vector<double> fan;          ///< [position in fanStep × paths + path]
    std::vector<double> finals;
    std::vector<double> drawdowns;
    std::vector<char> isRuined;
};

std::vector<std::size_t> fanStepsOf(const MonteCarloPlan &plan)
{
    const std::size_t count = std::min({plan.steps, fanStepsMax, std::max<std::size_t>(fanValuesMax / plan.paths, 1)});
    std::vector<std::size_t> steps;
    for (std::size_t i = 1; i <= count; ++i)
        steps.push_back(i * plan.steps / count);
    return steps;
}

void walk(const MonteCarloPlan &plan, std::size_t path, std::span<const double> factors, Marks &marks)
{
    double equity = plan.startingEquity;
    double peak = equity;
    double low = equity;
    double drawdown = 0;
    std::size_t done = 0;
    for (std::size_t position = 0; position < marks.fanStep.size(); ++position) {
        for (; done < marks.fanStep[position]; ++done) {
            equity *= std::max(factors[done], 0.0);
            peak = std::max(peak, equity);
            low = std::min(low, equity);
            drawdown = std::max(drawdown, 1.0 - equity / peak);
        }
        marks.fan[position * plan.paths + path] = equity;
    }
    marks.finals[path] = equity;
    marks.drawdowns[path] = drawdown;
    marks.isRuined[path] = low < plan.startingEquity * (1.0 - plan.ruinLoss) || low <= 0;
}

/// Quantile as quantileOfSorted, of values in any order; `from` of them are known to lie at or below the quantile before.
double quantileInPlace(std::span<double> values, std::size_t from, double level)
{
    const double position = double(values.size() - 1) * level;
    const auto below = std::size_t(position);
    std::nth_element(values.begin() + std::ptrdiff_t(from), values.begin() + std::ptrdiff_t(below), values.end());
    if (below + 1 >= values.size())
        return values[below];
    const double above = *std::min_element(values.begin() + std::ptrdiff_t(below) + 1, values.end());
    return values[below] + (position - double(below)) * (above - values[below]);
}

FanStep fanStepOf(std::size_t step, std::span<double> equities)
{
    static constexpr std::array levels{0.05, 0.25, 0.5, 0.75, 0.95};
    FanStep out{step, {}};
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const auto from = i == 0 ? std::size_t(0) : std::size_t(double(equities.size() - 1) * levels[i - 1]);
        out.equity[i] = quantileInPlace(equities, from, levels[i]);
    }
    return out;
}

Percentiles percentilesOf(std::span<const double> ascending)
{
    Percentiles out;
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = quantileOfSorted(ascending, percentileLevels[i]);
    return out;
}

Result<void> validate(const MonteCarloPlan &plan)
{
    const auto bad = [](const QString &what) { return failure(ErrorCode::InvalidArgument, what); };
    if (plan.steps < 1 || plan.steps > countMax)
        return bad(u"a path of %1 steps: expected 1 to %2"_s.arg(plan.steps).arg(countMax));
    if (plan.paths < 1 || plan.paths > countMax)
        return bad(u"%1 paths: expected 1 to %2"_s.arg(plan.paths).arg(countMax));
    if (!(plan.startingEquity > 0) || !std::isfinite(plan.startingEquity))
        return bad(u"starting equity %1: expected a number above 0"_s.arg(plan.startingEquity));
    if (!(plan.ruinLoss > 0 && plan.ruinLoss <= 1))
        return bad(u"ruin at a loss of %1 %: expected above 0 and up to 100"_s.arg(plan.ruinLoss * 100));
    return {};
}

MonteCarloResult summarise(const MonteCarloPlan &plan, Marks marks)
{
    MonteCarloResult result;
    result.paths = plan.paths;
    result.steps = plan.steps;
    result.startingEquity = plan.startingEquity;
    result.ruinLevel = plan.startingEquity * (1.0 - plan.ruinLoss);
    result.fan.resize(marks.fanStep.size() + 1);
    result.fan.front().equity.fill(plan.startingEquity);
    inParallel(marks.fanStep.size(), 1, plan.threads, [&](std::size_t position, std::size_t) {
        const std::span equities = std::span(marks.fan).subspan(position * plan.paths, plan.paths);
        result.fan[position + 1] = fanStepOf(marks.fanStep[position], equities);
    });
    result.meanFinal = meanOf(marks.finals);
    result.deviationFinal = sampleDeviation(marks.finals);
    const auto paths = double(plan.paths);
    result.probabilityOfLoss = double(std::count_if(marks.finals.begin(), marks.finals.end(),
                                                    [&](double value) { return value < plan.startingEquity; }))
        / paths;
    result.probabilityOfRuin = double(std::count(marks.isRuined.begin(), marks.isRuined.end(), char(1))) / paths;
    std::sort(marks.finals.begin(), marks.finals.end());
    std::sort(marks.drawdowns.begin(), marks.drawdowns.end());
    result.finalEquity = percentilesOf(marks.finals);
    result.drawdown = percentilesOf(marks.drawdowns);
    result.sortedFinals = std::move(marks.finals);
    result.sortedDrawdowns = std::move(marks.drawdowns);
    return result;
}

} // namespace

Result<PathMethod> parsePathMethod(QStringView text)
{
    for (const PathMethod method : {PathMethod::Shuffle, PathMethod::Bootstrap, PathMethod::Block})
        if (text == toString(method))
            return method;
    return failure(ErrorCode::InvalidArgument, u"method '%1': expected shuffle, bootstrap or block"_s.arg(text));
}

QString toString(PathMethod method)
{
    switch (method) {
    case PathMethod::Shuffle: return u"shuffle"_s;
    case PathMethod::Bootstrap: return u"bootstrap"_s;
    case PathMethod::Block: return u"block"_s;
    }
    return {};
}

std::size_t usualBlockLength(std::size_t returns) { return std::size_t(std::ceil(std::sqrt(double(returns)))); }

PathMaker pathsOf(PathMethod method, std::vector<double> returns, std::size_t blockLength)
{
    for (double &value : returns)
        value += 1.0;
    switch (method) {
    case PathMethod::Shuffle:
        return [factors = std::move(returns)](Rng &rng, std::span<double> out) {
            // Fisher and Yates, from the front; a path longer than the trades goes through them again.
            for (std::size_t i = 0; i < out.size(); ++i)
                out[i] = factors[i % factors.size()];
            for (std::size_t i = 0; i + 1 < out.size(); ++i)
                std::swap(out[i], out[i + rng.below(out.size() - i)]);
        };
    case PathMethod::Bootstrap:
        return [factors = std::move(returns)](Rng &rng, std::span<double> out) {
            for (double &factor : out)
                factor = factors[rng.below(factors.size())];
        };
    case PathMethod::Block:
        return [factors = std::move(returns), blockLength](Rng &rng, std::span<double> out) {
            std::size_t at = 0;
            for (std::size_t i = 0; i < out.size(); ++i, ++at) {
                if (i % blockLength == 0)
                    at = rng.below(factors.size());
                if (at == factors.size())
                    at = 0;
                out[i] = factors[at];
            }
        };
    }
    return {};
}

PathMaker brownianPaths(double drift, double volatility, double years)
{
    return [=](Rng &rng, std::span<double> out) {
        const double step = years / double(out.size());
        const double mean = (drift - volatility * volatility / 2) * step;
        const double deviation = volatility * std::sqrt(step);
        for (double &factor : out)
            factor = std::exp(mean + deviation * rng.normal());
    };
}

Result<MonteCarloResult> simulatePaths(const MonteCarloPlan &plan, const PathMaker &maker)
{
    if (const auto valid = validate(plan); !valid)
        return failure(valid.error());
    Marks marks;
    marks.fanStep = fanStepsOf(plan);
    marks.fan.resize(marks.fanStep.size() * plan.paths);
    marks.finals.resize(plan.paths);
    marks.drawdowns.resize(plan.paths);
    marks.isRuined.resize(plan.paths);
    const auto isCancelled = [&] { return plan.isCancelled && plan.isCancelled->load(std::memory_order_relaxed); };
    inParallel(plan.paths, pathsPerTask, plan.threads, [&](std::size_t first, std::size_t last) {
        std::vector<double> factors(plan.steps);
        for (std::size_t path = first; path < last && !isCancelled(); ++path) {
            Rng rng(seedOfPath(plan.seed, path));
            maker(rng, factors);
            walk(plan, path, factors, marks);
        }
    });
    if (isCancelled())
        return failure(ErrorCode::Cancelled, u"cancelled"_s);
    return summarise(plan, std::move(marks));
}

} // namespace bellwether
