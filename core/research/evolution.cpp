#include "core/research/evolution.h"

#include "core/base/rng.h"

#include <pagmo/algorithm.hpp>
#include <pagmo/algorithms/de.hpp>
#include <pagmo/algorithms/sga.hpp>
#include <pagmo/population.hpp>
#include <pagmo/problem.hpp>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

/// pagmo asks for one cost after the other, while runs are best made side by side. What a generation consists of does
/// not depend on its own costs, so each is played twice: first to learn its combinations, then with their costs.
struct Stage {
    const EvolutionSetup &setup;
    const EvaluateGeneration &evaluate;
    std::map<SearchPoint, double> costs;
    std::vector<SearchPoint> asked;
    bool isRehearsal = false;
    bool goesOn = true;

    SearchPoint pointOf(const pagmo::vector_double &x) const
    {
        SearchPoint point(x.size());
        for (std::size_t i = 0; i < x.size(); ++i)
            point[i] = std::uint32_t(std::clamp(std::round(x[i]), 0.0, double(setup.counts[i] - 1)));
        return point;
    }
    void learn(const std::vector<SearchPoint> &points)
    {
        std::vector<double> values(points.size(), unacceptableCost);
        goesOn = evaluate(points, values);
        for (std::size_t i = 0; i < points.size(); ++i)
            costs.emplace(points[i], values[i]);
    }
    double costOf(const pagmo::vector_double &x)
    {
        const SearchPoint point = pointOf(x);
        const auto known = costs.find(point);
        if (known != costs.end())
            return known->second;
        if (isRehearsal) {
            asked.push_back(point);
            return 0;
        }
        learn({point});
        return costs.at(point);
    }
};

/// The problem as pagmo wants it: positions between the bounds; whole ones for the genetic algorithm, which knows them.
struct Problem {
    Stage *stage = nullptr;

    pagmo::vector_double fitness(const pagmo::vector_double &x) const { return {stage->costOf(x)}; }
    std::pair<pagmo::vector_double, pagmo::vector_double> get_bounds() const
    {
        pagmo::vector_double low;
        pagmo::vector_double high;
        const bool isWhole = get_nix() > 0;
        for (const std::uint32_t count : stage->setup.counts) {
            low.push_back(isWhole || count == 1 ? 0 : -0.49);
            high.push_back(isWhole || count == 1 ? count - 1 : count - 0.51);
        }
        return {low, high};
    }
    pagmo::vector_double::size_type get_nix() const
    {
        return stage && stage->setup.kind == EvolutionKind::Genetic ? stage->setup.counts.size() : 0;
    }
    pagmo::thread_safety get_thread_safety() const { return pagmo::thread_safety::none; }
};

/// One generation of the algorithm, fresh from the seed: the same object would go on with its own randomness.
pagmo::algorithm generationOf(const EvolutionSetup &setup, unsigned seed)
{
    if (setup.kind == EvolutionKind::Differential)
        return pagmo::algorithm(pagmo::de(1, 0.8, 0.9, 2, 0, 0, seed));
    const double mutation = std::clamp(1.0 / double(setup.counts.size()), 0.05, 0.3);
    return pagmo::algorithm(pagmo::sga(1, 0.9, 1, mutation, 1, 2, "exponential", "uniform", "tournament", seed));
}

void play(Stage &stage)
{
    const EvolutionSetup &setup = stage.setup;
    stage.learn(setup.first);
    pagmo::population population(pagmo::problem(Problem{&stage}), 0, unsigned(setup.seed));
    for (const SearchPoint &point : setup.first)
        population.push_back({point.begin(), point.end()}, {stage.costs.at(point)});
    Rng rng(setup.seed);
    for (std::size_t generation = 0; generation < setup.generations && stage.goesOn; ++generation) {
        const auto seed = unsigned(rng.next());
        stage.asked.clear();
        stage.isRehearsal = true;
        generationOf(setup, seed).evolve(population);
        stage.isRehearsal = false;
        if (!stage.asked.empty())
            stage.learn(stage.asked);
        if (stage.goesOn)
            population = generationOf(setup, seed).evolve(population);
    }
}

} // namespace

Result<void> evolve(const EvolutionSetup &setup, const EvaluateGeneration &evaluate)
{
    Stage stage{setup, evaluate, {}, {}};
    try {
        play(stage);
    } catch (const std::exception &error) {
        const QString reason = QString::fromUtf8(error.what()).section(u'\n', -1);
        return failure(ErrorCode::Unsupported, u"the evolutionary search cannot run: %1"_s.arg(reason));
    }
    return {};
}

} // namespace bellwether
