#include "core/sim/simulatedpath.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace bellwether {

namespace {

constexpr int rootBits = 24;
constexpr int dayBits = 16;

enum Purpose : std::uint64_t { RegimeKind = 101, RegimeLevel, RangePhase, ShockMoment, ShockSize };

// splitmix64 (Steele, Lea, Flood 2014): every output bit depends on every input bit.
constexpr std::uint64_t mixed(std::uint64_t value)
{
    value += 0x9e3779b97f4a7c15u;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9u;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebu;
    return value ^ (value >> 31);
}

// The sum of four uniforms (Irwin and Hall), scaled to variance 1: no library function, so equal on every machine.
// Its thin tails do not matter here, shocks and changing volatility make the fat ones.
double normalOf(std::uint64_t hash)
{
    const double sum = double(hash & 0xffff) + double((hash >> 16) & 0xffff) + double((hash >> 32) & 0xffff) + double(hash >> 48);
    return (sum * 0x1.0p-16 - 2.0 + 0x1.0p-15) * std::numbers::sqrt3;
}

} // namespace

double SimulatedPath::uniform(std::uint64_t purpose, std::int64_t number) const
{
    return double(mixed(mixed(m_parameters.symbolSeed ^ (purpose << 48)) ^ std::uint64_t(number)) >> 11) * 0x1.0p-53;
}

PathRegime SimulatedPath::regimeOf(std::int64_t block) const
{
    PathRegime regime = usualRegimeOf(block);
    const std::int64_t middle = (block << blockBits) + blockSize / 2;
    regime.volatility *= m_parameters.dayShape[std::size_t(middle % m_parameters.stepsPerDay * 24 / m_parameters.stepsPerDay)];
    return regime;
}

PathRegime SimulatedPath::usualRegimeOf(std::int64_t block) const
{
    const double kind = uniform(RegimeKind, block);
    const double level = uniform(RegimeLevel, block);
    if (kind < 0.40)
        return {PathRegime::Kind::Trend, 0.8 + 0.5 * level, 0.9 + 0.5 * level};
    if (kind < 0.75)
        return {PathRegime::Kind::Range, 0.6 + 0.4 * level, 0.7 + 0.3 * level};
    if (kind < 0.90)
        return {PathRegime::Kind::Quiet, 0.4 + 0.3 * level, 0.4 + 0.3 * level};
    return {PathRegime::Kind::Shock, 1.3 + 0.9 * level, 1.6 + 1.2 * level};
}

double SimulatedPath::displacement(std::int64_t middle, int level, double volatility) const
{
    const std::uint64_t place = std::uint64_t(middle) << 6 | std::uint64_t(level);
    const double common = m_parameters.commonShare;
    const double own = std::sqrt(1 - common * common);
    const double normal = common * normalOf(mixed(place ^ mixed(m_parameters.seed))) + own * normalOf(mixed(place ^ mixed(m_parameters.symbolSeed)));
    // The middle of a bridge over 2^level steps has the standard deviation σ √(2^level) ÷ 2.
    const double bridge = 0.5 * std::sqrt(double(std::int64_t(1) << level));
    return normal * bridge * m_parameters.stepVolatility * volatility;
}

double SimulatedPath::coarse(std::int64_t step) const
{
    // Steps on the root grid stand alone; between them the interval that holds the step is halved until it is met.
    std::int64_t low = step >> rootBits << rootBits;
    double lowValue = displacement(low, rootBits, m_parameters.coarseShare);
    if (low == step)
        return lowValue;
    double highValue = displacement(low + (std::int64_t(1) << rootBits), rootBits, m_parameters.coarseShare);
    for (int level = rootBits; level > blockBits; --level) {
        const std::int64_t middle = low + (std::int64_t(1) << (level - 1));
        const double value = 0.5 * (lowValue + highValue) + displacement(middle, level, level > dayBits ? m_parameters.coarseShare : 1);
        if (middle == step)
            return value;
        if (step < middle) {
            highValue = value;
        } else {
            low = middle;
            lowValue = value;
        }
    }
    return lowValue;
}

double SimulatedPath::shape(const PathRegime &regime, std::int64_t block, std::int64_t offset) const
{
    const double part = double(offset) / double(blockSize);
    const double scale = m_parameters.stepVolatility * std::sqrt(double(blockSize));
    if (regime.kind == PathRegime::Kind::Range) {
        const double swings = 2 + std::floor(3 * uniform(RangePhase, block));
        return 0.45 * scale * std::sin(2 * std::numbers::pi * swings * part);
    }
    if (regime.kind == PathRegime::Kind::Shock) {
        const double moment = 0.15 + 0.6 * uniform(ShockMoment, block);
        if (part < moment)
            return 0;
        const double size = uniform(ShockSize, block) * 2 - 1;
        // A jump of one to two and a half block moves over about a minute, given back by the end of the block.
        const double sizeInBlocks = (size < 0 ? -1.0 : 1.0) + 1.5 * size;
        const double rise = std::min(1.0, (part - moment) * 50);
        return sizeInBlocks * scale * rise * (1 - part) / (1 - moment) * (0.5 + 0.5 * std::exp((moment - part) * 12));
    }
    return 0;
}

double SimulatedPath::at(std::int64_t step, BlockEnds &ends) const
{
    const std::int64_t block = step >> blockBits;
    std::int64_t low = block << blockBits;
    if (ends.block != block)
        ends = {block, coarse(low), coarse(low + blockSize), regimeOf(block)};
    if (low == step)
        return ends.first;
    const PathRegime &regime = ends.regime;
    double lowValue = ends.first;
    double highValue = ends.next;
    for (int level = blockBits; level > 0; --level) {
        const std::int64_t middle = low + (std::int64_t(1) << (level - 1));
        const double value = 0.5 * (lowValue + highValue) + displacement(middle, level, regime.volatility);
        if (middle == step)
            return value + shape(regime, block, step - (block << blockBits));
        if (step < middle) {
            highValue = value;
        } else {
            low = middle;
            lowValue = value;
        }
    }
    return lowValue;
}

void SimulatedPath::fillBlock(std::int64_t block, std::array<double, blockSize> &values) const
{
    const PathRegime regime = regimeOf(block);
    const std::int64_t first = block << blockBits;
    values[0] = coarse(first);
    const double end = coarse(first + blockSize);
    for (int level = blockBits; level > 0; --level) {
        const std::int64_t span = std::int64_t(1) << level;
        for (std::int64_t low = 0; low < blockSize; low += span) {
            const double highValue = low + span == blockSize ? end : values[std::size_t(low + span)];
            values[std::size_t(low + span / 2)] =
                0.5 * (values[std::size_t(low)] + highValue) + displacement(first + low + span / 2, level, regime.volatility);
        }
    }
    if (regime.kind != PathRegime::Kind::Range && regime.kind != PathRegime::Kind::Shock)
        return;
    for (std::int64_t offset = 1; offset < blockSize; ++offset)
        values[std::size_t(offset)] += shape(regime, block, offset);
}

} // namespace bellwether
