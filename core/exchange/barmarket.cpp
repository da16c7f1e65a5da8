#include "core/exchange/barmarket.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace bellwether::exchange {

namespace {

Price onTick(double price, Price tick) { return Price::fromRaw(std::max<std::int64_t>(1, std::llround(price * 1e8 / double(tick.raw()))) * tick.raw()); }

} // namespace

void quoteLadder(MatchingEngine &engine, SymbolNumber symbol, const Quote &quote, int levels)
{
    const Price tick = engine.symbols()[std::size_t(symbol)].tickSize;
    std::vector<DepthLevel> bids;
    std::vector<DepthLevel> asks;
    for (int i = 0; i < levels; ++i) {
        // Further from the price rests more.
        const Price away = Price::fromRaw(tick.raw() * i * (i + 1));
        if (quote.bid > away)
            bids.push_back({quote.bid - away, Quantity::fromRaw(quote.bidSize.raw() * (i + 1))});
        asks.push_back({quote.ask + away, Quantity::fromRaw(quote.askSize.raw() * (i + 1))});
    }
    engine.quoteHouse(symbol, bids, asks, quote.time);
}

BarMarket::BarMarket(SpotVenue &venue, std::vector<Series> series, Timestamp start, double speed, double density)
    : m_venue(venue), m_start(Timestamp::fromSeconds(Timestamp::floorDiv(start.seconds(), 60) * 60)), m_speed(speed), m_density(density), m_clock(m_start)
{
    for (Series &one : series) {
        const Duration shift = m_start - (one.bars.closeTime.at(one.first) - one.length);
        BarColumns history;
        history.append(one.bars, 0, one.first);
        for (Timestamp &time : history.closeTime)
            time = time + shift;
        m_venue.setHistory(one.symbol, history);
        m_cursors.push_back({std::move(one), shift, 0, 0});
        m_cursors.back().row = m_cursors.back().series.first;
    }
    connect(&m_timer, &QTimer::timeout, this, [this] {
        playTo(m_start + Duration(std::int64_t(double(m_running.nsecsElapsed()) * m_speed)));
    });
}

void BarMarket::start()
{
    m_running.start();
    m_timer.start(20);
    playTo(m_start);
}

bool BarMarket::isOver() const
{
    return std::all_of(m_cursors.begin(), m_cursors.end(), [](const Cursor &cursor) { return cursor.isOver(); });
}

void BarMarket::playTo(Timestamp time)
{
    while (true) {
        Cursor *next = nullptr;
        for (Cursor &cursor : m_cursors) {
            if (!cursor.isOver() && cursor.due(m_start, m_density) <= time && (next == nullptr || cursor.time() < next->time()))
                next = &cursor;
        }
        if (next == nullptr)
            break;
        m_clock.advanceTo(next->due(m_start, m_density));
        play(*next);
    }
    m_clock.advanceTo(time);
}

void BarMarket::play(Cursor &cursor)
{
    MatchingEngine &engine = m_venue.engine();
    const SymbolNumber symbol = cursor.series.symbol;
    const ListedSymbol &listed = engine.symbols()[std::size_t(symbol)];
    const BarPoint bar = cursor.series.bars.point(cursor.row);
    const bool isUp = bar.close >= bar.open;
    const std::array path{bar.open, isUp ? bar.low : bar.high, isUp ? bar.high : bar.low, bar.close};
    const std::int64_t steps = std::clamp<std::int64_t>(std::llround(bar.volume / 4 * 1e8 / double(listed.step.raw())), 1, Quantity::fromInt(1'000'000).raw() / listed.step.raw());
    const Quantity quantity = Quantity::fromRaw(steps * listed.step.raw());
    const Price price = onTick(path[std::size_t(cursor.print)], listed.tickSize);
    const bool isRise = price >= engine.lastPrice(symbol);
    const Timestamp now = m_clock.now();
    const Quote quote{now, isRise ? price - listed.tickSize : price, isRise ? price : price + listed.tickSize, quantity + quantity, quantity + quantity};
    quoteLadder(engine, symbol, quote);
    engine.tradeHouse(symbol, isRise ? Side::Buy : Side::Sell, price, quantity, now);
    cursor.print = (cursor.print + 1) % int(path.size());
    cursor.row += cursor.print == 0 ? 1 : 0;
}

} // namespace bellwether::exchange
