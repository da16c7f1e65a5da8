#pragma once

#include <array>
#include <cstdint>

namespace bellwether {

/// How one simulated price moves.
struct PathParameters {
    std::uint64_t seed = 1;        ///< of the market: shared by its symbols, so they move together
    std::uint64_t symbolSeed = 1;  ///< of the symbol alone
    double stepVolatility = 7.7e-5; ///< standard deviation of the log price over one step, regimes aside
    double commonShare = 0.5;      ///< correlation with the market's own path, 0…1
    double coarseShare = 1;        ///< scale of moves longer than 2^16 steps: below 1, nights count for less
    std::int64_t stepsPerDay = 86'400;
    /// Volatility over the day in 24 equal parts.
    std::array<double, 24> dayShape{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
};

/// What a stretch of about an hour is like.
struct PathRegime {
    enum class Kind { Trend, Range, Quiet, Shock };
    Kind kind = Kind::Trend;
    double volatility = 1; ///< factor on stepVolatility within the stretch, the time of day included
    double volume = 1;     ///< factor on the usual volume
};

/// A log price as a pure function of the seeds and the step number: any step is found without walking from a start, so
/// a restart goes on where the last run was and any length of history costs what is read of it.
///
/// Brownian motion by midpoint displacement (Lévy's construction) with hashed normals, over dyadic intervals of up to
/// 2^24 steps between independent points around the level, which keeps the price near it for ever. Within blocks of 4,096
/// steps a hashed regime scales the displacements and adds its shape: a swing around the line between the block's ends
/// (range) or a jump that decays (shock).
class SimulatedPath {
public:
    static constexpr int blockBits = 12;
    static constexpr std::int64_t blockSize = std::int64_t(1) << blockBits;

    explicit SimulatedPath(const PathParameters &parameters) : m_parameters(parameters) {}

    /// What at() finds out about a block; reading steps of one block in a row then costs half.
    struct BlockEnds {
        std::int64_t block = -1;
        double first = 0;
        double next = 0;
        PathRegime regime;
    };
    /// Deviation of the log price from its level at a step ≥ 0.
    double at(std::int64_t step, BlockEnds &ends) const;
    double at(std::int64_t step) const
    {
        BlockEnds ends;
        return at(step, ends);
    }
    /// The same values for all steps of a block, bit for bit, at a fraction of the cost.
    void fillBlock(std::int64_t block, std::array<double, blockSize> &values) const;
    PathRegime regimeOf(std::int64_t block) const;
    /// Uniform in [0, 1), a pure function of the symbol, a purpose and a number.
    double uniform(std::uint64_t purpose, std::int64_t number) const;

private:
    double coarse(std::int64_t step) const;
    PathRegime usualRegimeOf(std::int64_t block) const;
    double displacement(std::int64_t middle, int level, double volatility) const;
    double shape(const PathRegime &regime, std::int64_t block, std::int64_t offset) const;

    PathParameters m_parameters;
};

} // namespace bellwether
