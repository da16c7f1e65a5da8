#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>
#include <random>

namespace bellwether {

/// Randomness made from a run's seed; the same sequence on every machine (the standard's engines are exact, its
/// distributions are not, so the distributions are spelled out here).
class Rng {
public:
    explicit Rng(std::uint64_t seed) : m_engine(seed) {}

    std::uint64_t next() { return m_engine(); }
    /// Uniform in [0, 1).
    double uniform() { return double(m_engine() >> 11) * 0x1.0p-53; }
    double uniform(double low, double high) { return low + (high - low) * uniform(); }
    /// Uniform integer in [0, count); count > 0.
    std::uint64_t below(std::uint64_t count) { return std::uint64_t(uniform() * double(count)); }
    /// Standard normal, Box and Muller 1958.
    double normal()
    {
        const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
        return radius * std::cos(2.0 * std::numbers::pi * uniform());
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace bellwether
