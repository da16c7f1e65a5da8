#pragma once

#include "core/research/searchspace.h"

#include <functional>

namespace bellwether {

enum class EvolutionKind { Genetic, Differential };

/// An evolutionary search over positions 0…count − 1 in each range. The algorithms are pagmo's, behind this header so
/// that theirs cost one file.
struct EvolutionSetup {
    EvolutionKind kind = EvolutionKind::Genetic;
    std::size_t generations = 1;
    std::uint64_t seed = 1;
    std::vector<std::uint32_t> counts;
    std::vector<SearchPoint> first;     ///< the first generation; its size is that of all
};

/// What a combination costs that may not be tried or breaks a constraint.
inline constexpr double unacceptableCost = 1e30;

/// The costs of a generation, all at once so that they can be worked out side by side; smaller is better. False ends the
/// search.
using EvaluateGeneration = std::function<bool(std::span<const SearchPoint> points, std::span<double> costs)>;

/// Errors: Unsupported with pagmo's reason.
Result<void> evolve(const EvolutionSetup &setup, const EvaluateGeneration &evaluate);

} // namespace bellwether
