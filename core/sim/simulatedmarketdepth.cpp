#include "core/sim/simulatedmarket.h"

#include <ranges>

namespace bellwether {

namespace {

constexpr auto oneSecond = std::chrono::seconds(1);
constexpr int quoteAgeMax = 5; // seconds; at one tick a second every tick is a print, and there is no quote to stand on

enum Purpose : std::uint64_t { LevelSize = 101, LevelPhase };

/// 1, 2, 5, 10, 20 …: the largest that is not above `value`, at least 1.
std::int64_t roundStep(double value)
{
    std::int64_t step = 1;
    for (;;) {
        for (const std::int64_t factor : {2, 5, 10}) {
            if (double(step * factor) > value)
                return step * (factor == 2 ? 1 : factor == 5 ? 2 : 5);
        }
        step *= 10;
    }
}

} // namespace

std::optional<Quote> SimulatedMarket::quoteAt(InstrumentIndex index, Timestamp time, int ticksPerSecond, Block &cache) const
{
    MarketBatch events;
    const Timestamp second = Timestamp::fromSeconds(Timestamp::floorDiv(time.ns(), 1'000'000'000));
    for (int age = 0; age <= quoteAgeMax; ++age) {
        events.clear();
        appendSecond(index, second - oneSecond * age, ticksPerSecond, cache, events);
        for (const MarketEvent &event : events | std::views::reverse) {
            if (event.time > time)
                continue;
            if (const auto *quote = std::get_if<Quote>(&event.payload))
                return *quote;
        }
    }
    return {};
}

// Levels stand on a grid of round prices a fifth of the spread apart. What rests at a price depends on that price and
// drifts from one random size to the next every few seconds, each price at moments of its own, so that the book lives
// without ever jumping as a whole.
Depth SimulatedMarket::depth(InstrumentIndex index, Timestamp time, int ticksPerSecond, std::size_t levels, Block &cache) const
{
    Depth depth;
    depth.time = time;
    const Symbol &symbol = m_symbols[index];
    const auto quote = quoteAt(index, time, ticksPerSecond, cache);
    if (!quote || levels == 0)
        return depth;
    const Instrument &instrument = symbol.symbol.instrument;
    const std::int64_t tickRaw = instrument.tickSize.raw();
    const std::int64_t grid = roundStep(double((quote->ask - quote->bid).raw() / tickRaw) / 5);
    const double usual = 2 * usualLots(symbol, stepOf(symbol, time));
    const double now = double(time.ns()) / 1e9;
    const auto sizeAt = [&](std::int64_t tick, std::size_t level) {
        const double period = 2 + 4 * symbol.path.uniform(LevelPhase, tick);
        const double place = now / period + symbol.path.uniform(LevelPhase, tick + 1);
        const auto number = std::int64_t(place);
        const double part = place - double(number);
        const auto ofMoment = [&](std::int64_t moment) { return symbol.path.uniform(LevelSize, tick * 4'099 + moment); };
        const double chance = ofMoment(number) + part * (ofMoment(number + 1) - ofMoment(number));
        // Round prices gather orders; further from the market more rests than at it.
        const double round = tick % (10 * grid) == 0 ? 3 : tick % (5 * grid) == 0 ? 1.7 : 1;
        const double lots = usual * round * (0.3 + 1.4 * chance) * (1 + 0.12 * double(level));
        return Quantity::fromRaw(std::max<std::int64_t>(1, std::llround(lots)) * instrument.lotSize.raw());
    };
    const auto fill = [&](std::vector<DepthLevel> &side, Price best, Quantity size, int direction) {
        side.reserve(levels);
        side.push_back({best, size});
        const std::int64_t first = best.raw() / tickRaw;
        std::int64_t tick = direction < 0 ? (first - 1) / grid * grid : (first / grid + 1) * grid;
        for (; side.size() < levels && tick > 0; tick += direction * grid)
            side.push_back({Price::fromRaw(tick * tickRaw), sizeAt(tick, side.size())});
    };
    fill(depth.bids, quote->bid, quote->bidSize, -1);
    fill(depth.asks, quote->ask, quote->askSize, 1);
    return depth;
}

} // namespace bellwether
