#pragma once

#include "core/domain/depth.h"
#include "core/market/exchangecalendar.h"
#include "core/market/marketevent.h"
#include "core/sim/simulatedpath.h"
#include "core/sim/simulatedsymbols.h"

namespace bellwether {

/// A market that exists as a pure function of its seed: prices, volumes, quotes and prints of every second of every
/// symbol, for any moment since 1970. Immutable; may be read from every thread.
///
/// Within a minute the first print of each second is at the path's price of that second and no print leaves the range
/// between neighbouring seconds, so the minute bars of bars() are exactly those that a BarBuilder makes of the prints,
/// whatever the tick rate.
class SimulatedMarket {
public:
    SimulatedMarket(std::uint64_t seed, std::vector<SimulatedSymbol> symbols);

    std::uint64_t seed() const { return m_seed; }
    std::size_t size() const { return m_symbols.size(); }
    const Instrument &instrument(InstrumentIndex index) const { return m_symbols[index].symbol.instrument; }
    const ExchangeCalendar &calendar(InstrumentIndex index) const { return *m_symbols[index].calendar; }

    /// The last `count` bars that closed at or before `until`, oldest first. 1m and 5m are what the prints of their
    /// minutes build; longer ones sample the same path, their open and close are exact and their extremes are estimates
    /// from at least 30 moments.
    BarColumns bars(InstrumentIndex index, Timeframe timeframe, Timestamp until, std::size_t count) const;

    /// Prices and volumes of one block of the path, the unit of caching.
    struct Block {
        std::int64_t number = -1;
        std::array<std::int64_t, SimulatedPath::blockSize> ticks{}; ///< price in ticks
        std::array<std::int64_t, SimulatedPath::blockSize> lots{};  ///< volume of the second in lots
    };
    /// Appends the quotes and prints of one second, in time order, `ticksPerSecond` ≥ 1 of them; nothing while the
    /// exchange is closed. `cache` is the caller's, one per symbol. Sequences are left at 0.
    void appendSecond(InstrumentIndex index, Timestamp second, int ticksPerSecond, Block &cache, MarketBatch &out) const;
    /// The order book at a moment, at most `levels` a side: its best prices and sizes are the last quote that appendSecond()
    /// gives by then. Both sides are empty while the exchange is closed and for an index.
    Depth depth(InstrumentIndex index, Timestamp time, int ticksPerSecond, std::size_t levels, Block &cache) const;

private:
    struct Symbol {
        SimulatedSymbol symbol;
        const ExchangeCalendar *calendar;
        SimulatedPath path;
        double lotsPerSecond;
    };
    std::int64_t stepOf(const Symbol &symbol, Timestamp time) const;
    std::int64_t ticksOf(const Symbol &symbol, double logPrice) const;
    double usualLots(const Symbol &symbol, std::int64_t step) const;
    std::optional<Quote> quoteAt(InstrumentIndex index, Timestamp time, int ticksPerSecond, Block &cache) const;
    const Block &blockAt(const Symbol &symbol, std::int64_t step, Block &cache) const;
    void appendMinutes(const Symbol &symbol, Timestamp first, std::int64_t count, Block &cache, BarColumns &bars) const;
    BarColumns minuteBars(const Symbol &symbol, Timestamp until, std::size_t count) const;
    BarColumns sampledBars(const Symbol &symbol, Timeframe timeframe, Timestamp until, std::size_t count) const;

    std::uint64_t m_seed;
    std::vector<Symbol> m_symbols;
};

using SimulatedMarketPtr = std::shared_ptr<const SimulatedMarket>;

/// The instruments of a market, in its order: what a catalogue is made of.
std::vector<Instrument> simulatedInstruments(const SimulatedMarket &market);

/// How far a desk's clock must run ahead of the wall for the exchange to be in session: nothing while it is open, else
/// the way to 45 minutes after the next opening. Nothing where the calendar knows no further session.
Duration aheadToSession(Timestamp wall, const ExchangeCalendar &calendar);

} // namespace bellwether
