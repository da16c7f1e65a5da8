#include "core/sim/simulatedmarket.h"

#include "core/market/baraggregator.h"

namespace bellwether {

namespace {

constexpr auto minute = std::chrono::minutes(1);
constexpr auto oneSecond = std::chrono::seconds(1);

// Exchanges with sessions get a slot of 2^16 steps per day from 08:00 local time, so a night costs no more volatility
// than its share and every moment of every session has a step of its own.
constexpr std::int64_t slotSteps = 65'536;
constexpr std::int64_t slotStartSeconds = 8 * 3'600;

// The 24 parts of a slot are 45.5 minutes long; sessions from 09:15 to 15:30 fall into parts 1 to 9.
constexpr std::array<double, 24> sessionVolatility{1.3, 1.7, 1.3, 1.0, 0.85, 0.8, 0.8, 0.9, 1.05, 1.3, 1, 1,
                                                   1,   1,   1,   1,   1,    1,   1,   1,   1,    1,   1, 1};
constexpr std::array<double, 24> sessionVolume{1.5, 2.2, 1.3, 0.9, 0.7, 0.6, 0.65, 0.8, 1.1, 1.9, 1, 1,
                                               1,   1,   1,   1,   1,   1,   1,    1,   1,   1,   1, 1};
// Hours of the UTC day: Asia's morning, Europe's opening, and the peak with America's.
constexpr std::array<double, 24> worldVolatility{1.05, 1.05, 1.0, 0.9,  0.85, 0.85, 0.9, 1.0, 1.05, 1.0, 0.95, 0.95,
                                                 1.05, 1.25, 1.4, 1.35, 1.25, 1.15, 1.05, 1.0, 1.0, 0.95, 0.9, 0.95};
constexpr std::array<double, 24> worldVolume{1.0, 1.0, 0.9, 0.8, 0.75, 0.75, 0.8, 0.95, 1.05, 1.0, 0.95, 0.95,
                                             1.1, 1.4, 1.6, 1.5, 1.35, 1.2,  1.05, 1.0, 0.95, 0.9, 0.85, 0.9};

enum Purpose : std::uint64_t { MinuteVolume = 1, SecondVolume, TradePrice, TradeSide, TradeSize, TickTime, QuoteSize };

// FNV-1a of a symbol's id: symbols keep their path whatever else the market holds.
std::uint64_t hashOf(std::string_view text)
{
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (const char c : text)
        hash = (hash ^ std::uint8_t(c)) * 0x100000001b3u;
    return hash;
}

PathParameters parametersOf(std::uint64_t seed, const SimulatedSymbol &symbol, const ExchangeCalendar &calendar)
{
    const bool isAlwaysOpen = calendar.isAlwaysOpen();
    return {.seed = seed,
            .symbolSeed = hashOf(symbol.instrument.id.view()) ^ (seed * 0x9e3779b97f4a7c15u),
            .stepVolatility = symbol.minuteVolatility / std::sqrt(60.0),
            .commonShare = symbol.instrument.kind == InstrumentKind::Index ? 0.9 : 0.55,
            .coarseShare = isAlwaysOpen ? 1.0 : 0.6,
            .stepsPerDay = isAlwaysOpen ? 86'400 : slotSteps,
            .dayShape = isAlwaysOpen ? worldVolatility : sessionVolatility};
}

/// The sessions before `until`, newest first, handed to `take` until it answers false or two years are through.
template <typename Take> void forSessionsBefore(const ExchangeCalendar &calendar, Timestamp until, Take &&take)
{
    const std::int64_t today = calendar.localDay(until);
    for (std::int64_t day = today; day > today - 2 * 366; --day) {
        const std::vector<Session> sessions = calendar.sessionsOn(day);
        for (auto session = sessions.rbegin(); session != sessions.rend(); ++session) {
            if (session->open < until && !take(Session{session->open, std::min(session->close, until)}))
                return;
        }
    }
}

} // namespace

SimulatedMarket::SimulatedMarket(std::uint64_t seed, std::vector<SimulatedSymbol> symbols) : m_seed(seed)
{
    for (SimulatedSymbol &symbol : symbols) {
        const auto found = ExchangeCalendar::find(symbol.instrument.calendar);
        const ExchangeCalendar &calendar = found ? **found : ExchangeCalendar::crypto();
        const double daySeconds = calendar.isAlwaysOpen() ? 86'400 : 22'500;
        const double lotValue = symbol.level * symbol.instrument.lotSize.toDouble();
        const SimulatedPath path(parametersOf(seed, symbol, calendar));
        const double lotsPerSecond = symbol.dayTurnover / daySeconds / lotValue;
        m_symbols.push_back({std::move(symbol), &calendar, path, lotsPerSecond});
    }
}

std::int64_t SimulatedMarket::stepOf(const Symbol &symbol, Timestamp time) const
{
    if (symbol.calendar->isAlwaysOpen())
        return time.seconds();
    const std::int64_t day = symbol.calendar->localDay(time);
    return day * slotSteps + (time - symbol.calendar->dayStart(day)) / oneSecond - slotStartSeconds;
}

std::int64_t SimulatedMarket::ticksOf(const Symbol &symbol, double logPrice) const
{
    const double ticks = symbol.symbol.level * std::exp(logPrice) / symbol.symbol.instrument.tickSize.toDouble();
    return std::max<std::int64_t>(1, std::llround(ticks));
}

double SimulatedMarket::usualLots(const Symbol &symbol, std::int64_t step) const
{
    const bool isAlwaysOpen = symbol.calendar->isAlwaysOpen();
    const std::int64_t stepsPerDay = isAlwaysOpen ? 86'400 : slotSteps;
    const auto &shape = isAlwaysOpen ? worldVolume : sessionVolume;
    // Between the middles of two parts the shape goes straight, so volume drifts rather than jumps.
    const double place = double(step % stepsPerDay) * 24 / double(stepsPerDay) + 23.5;
    const double part = place - std::floor(place);
    const auto left = std::size_t(place) % 24;
    const double ofDay = shape[left] + part * (shape[(left + 1) % 24] - shape[left]);
    // Most minutes are ordinary, one in five is up to three times as busy.
    const double chance = symbol.path.uniform(MinuteVolume, step / 60);
    const double ofMinute = 0.5 + 0.6 * chance + (chance > 0.8 ? 9 * (chance - 0.8) : 0);
    return symbol.lotsPerSecond * ofDay * ofMinute;
}

const SimulatedMarket::Block &SimulatedMarket::blockAt(const Symbol &symbol, std::int64_t step, Block &cache) const
{
    const std::int64_t number = step >> SimulatedPath::blockBits;
    if (cache.number == number)
        return cache;
    std::array<double, SimulatedPath::blockSize> values;
    symbol.path.fillBlock(number, values);
    const PathRegime regime = symbol.path.regimeOf(number);
    const double usualMove = symbol.symbol.minuteVolatility / std::sqrt(60.0);
    double lots = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::int64_t at = (number << SimulatedPath::blockBits) + std::int64_t(i);
        cache.ticks[i] = ticksOf(symbol, values[i]);
        if (i == 0 || at % 60 == 0)
            lots = usualLots(symbol, at) * regime.volume;
        const double move = i == 0 ? 1 : std::fabs(values[i] - values[i - 1]) / usualMove;
        const double ofSecond = (0.4 + 0.8 * symbol.path.uniform(SecondVolume, at)) * (0.6 + 0.45 * std::min(move, 6.0));
        cache.lots[i] = std::max<std::int64_t>(1, std::llround(lots * ofSecond));
    }
    cache.number = number;
    return cache;
}

void SimulatedMarket::appendMinutes(const Symbol &symbol, Timestamp first, std::int64_t count, Block &cache, BarColumns &bars) const
{
    const std::int64_t tickRaw = symbol.symbol.instrument.tickSize.raw();
    const std::int64_t lotRaw = symbol.symbol.instrument.lotSize.raw();
    const auto priceOf = [tickRaw](std::int64_t ticks) { return Price::fromRaw(ticks * tickRaw).toDouble(); };
    std::int64_t step = stepOf(symbol, first);
    for (std::int64_t i = 0; i < count; ++i) {
        std::int64_t open = 0;
        std::int64_t high = 0;
        std::int64_t low = std::numeric_limits<std::int64_t>::max();
        std::int64_t close = 0;
        std::int64_t lots = 0;
        for (int second = 0; second < 60; ++second, ++step) {
            const Block &block = blockAt(symbol, step, cache);
            const auto at = std::size_t(step & (SimulatedPath::blockSize - 1));
            close = block.ticks[at];
            open = second == 0 ? close : open;
            high = std::max(high, close);
            low = std::min(low, close);
            lots += block.lots[at];
        }
        const double volume = double(Int128(lots) * lotRaw) / double(decimalScale);
        bars.append(BarPoint{first + minute * (i + 1), priceOf(open), priceOf(high), priceOf(low), priceOf(close), volume});
    }
}

BarColumns SimulatedMarket::minuteBars(const Symbol &symbol, Timestamp until, std::size_t count) const
{
    std::vector<Session> sessions;
    std::int64_t missing = std::int64_t(count);
    forSessionsBefore(*symbol.calendar, until, [&](const Session &session) {
        const std::int64_t minutes = (session.close - session.open) / minute;
        const std::int64_t used = std::min(minutes, missing);
        const Timestamp close = session.open + minute * minutes;
        sessions.push_back({close - minute * used, close});
        missing -= used;
        return missing > 0;
    });
    BarColumns bars;
    bars.reserve(count);
    Block cache;
    for (auto session = sessions.rbegin(); session != sessions.rend(); ++session)
        appendMinutes(symbol, session->open, (session->close - session->open) / minute, cache, bars);
    return bars;
}

BarColumns SimulatedMarket::sampledBars(const Symbol &symbol, Timeframe timeframe, Timestamp until, std::size_t count) const
{
    std::vector<Bucket> buckets; // newest first
    forSessionsBefore(*symbol.calendar, until, [&](const Session &session) {
        std::vector<Bucket> ofSession;
        for (Timestamp time = session.open; time < session.close;) {
            const auto bucket = bucketAt(time, timeframe, *symbol.calendar);
            if (!bucket)
                break;
            // A day with several sessions gives the same bucket for each.
            if (bucket->end <= until && (buckets.empty() || bucket->end <= buckets.back().start))
                ofSession.push_back(*bucket);
            time = bucket->end;
        }
        buckets.insert(buckets.end(), ofSession.rbegin(), ofSession.rend());
        return buckets.size() < count;
    });
    if (buckets.size() > count)
        buckets.resize(count);

    BarColumns bars;
    bars.reserve(buckets.size());
    const std::int64_t tickRaw = symbol.symbol.instrument.tickSize.raw();
    const auto priceOf = [tickRaw](std::int64_t ticks) { return Price::fromRaw(ticks * tickRaw).toDouble(); };
    SimulatedPath::BlockEnds ends;
    for (auto bucket = buckets.rbegin(); bucket != buckets.rend(); ++bucket) {
        const Duration length = bucket->end - bucket->start;
        const std::int64_t samples = std::max<std::int64_t>(30, std::min<std::int64_t>(48, length / std::chrono::minutes(10)));
        const std::int64_t seconds = length / oneSecond;
        std::int64_t open = 0;
        std::int64_t high = 0;
        std::int64_t low = std::numeric_limits<std::int64_t>::max();
        std::int64_t close = 0;
        double lots = 0;
        for (std::int64_t i = 0; i <= samples; ++i) {
            const Timestamp time = bucket->start + oneSecond * ((seconds - 1) * i / samples);
            const std::int64_t step = stepOf(symbol, time);
            close = ticksOf(symbol, symbol.path.at(step, ends));
            open = i == 0 ? close : open;
            high = std::max(high, close);
            low = std::min(low, close);
            if (i < samples) // 0.8 × 0.96: the mean of what blockAt() puts on the usual volume of a second
                lots += usualLots(symbol, step) * ends.regime.volume * 0.77;
        }
        const double volume = std::round(lots * double(seconds) / double(samples)) * symbol.symbol.instrument.lotSize.toDouble();
        bars.append(BarPoint{bucket->end, priceOf(open), priceOf(high), priceOf(low), priceOf(close), volume});
    }
    return bars;
}

BarColumns SimulatedMarket::bars(InstrumentIndex index, Timeframe timeframe, Timestamp until, std::size_t count) const
{
    const Symbol &symbol = m_symbols[index];
    if (count == 0)
        return {};
    const auto lastOf = [count](const BarColumns &all) {
        BarColumns last;
        last.append(all, all.size() - std::min(all.size(), count), all.size());
        return last;
    };
    switch (timeframe) {
    case Timeframe::M1: return minuteBars(symbol, until, count);
    case Timeframe::M5: {
        BarColumns fives = aggregate(minuteBars(symbol, until, (count + 1) * 5), Timeframe::M5, *symbol.calendar);
        BarColumns whole; // aggregate() ends with the bucket that is growing
        whole.append(fives, 0, fives.rowsBetween(Timestamp::fromNs(1), until).second);
        return lastOf(whole);
    }
    case Timeframe::W1: {
        const BarColumns days = sampledBars(symbol, Timeframe::D1, until, std::min<std::size_t>(count * 7 + 7, 700));
        const BarColumns weeks = aggregate(days, Timeframe::W1, *symbol.calendar);
        BarColumns whole;
        whole.append(weeks, 0, weeks.rowsBetween(Timestamp::fromNs(1), until).second);
        return lastOf(whole);
    }
    default: return sampledBars(symbol, timeframe, until, count);
    }
}

void SimulatedMarket::appendSecond(InstrumentIndex index, Timestamp second, int ticksPerSecond, Block &cache, MarketBatch &out) const
{
    const Symbol &symbol = m_symbols[index];
    if (!symbol.calendar->isAlwaysOpen() && !symbol.calendar->isOpen(second))
        return;
    const Instrument &instrument = symbol.symbol.instrument;
    const SimulatedPath &path = symbol.path;
    const std::int64_t step = stepOf(symbol, second);
    const Block &block = blockAt(symbol, step, cache);
    const auto at = std::size_t(step & (SimulatedPath::blockSize - 1));
    const std::int64_t here = block.ticks[at];
    // The last second of a minute holds its price: what comes next belongs to the next minute's bar.
    const bool isStill = second.seconds() % 60 == 59 || at + 1 == block.ticks.size();
    const std::int64_t next = isStill ? here : block.ticks[at + 1];

    const bool hasQuotes = instrument.kind != InstrumentKind::Index;
    const std::int64_t wanted = hasQuotes ? std::max(1, ticksPerSecond * 2 / 5) : ticksPerSecond;
    const std::int64_t trades = std::min(wanted, block.lots[at]);
    const double slot = 1e9 / double(ticksPerSecond);
    const double phase = path.uniform(TickTime, 0);
    std::int64_t lotsLeft = block.lots[at];
    std::int64_t tradesDone = 0;
    std::int64_t price = here;
    for (int tick = 0; tick < ticksPerSecond; ++tick) {
        const std::int64_t number = step * 1'024 + tick;
        const double chance = path.uniform(TickTime, number);
        const Timestamp time = second + Duration(std::int64_t(slot * (double(tick) + 0.2 * phase + 0.7 * (tick == 0 ? 0 : chance))));
        const bool isTrade = !hasQuotes || tick * trades / ticksPerSecond != (tick - 1) * trades / ticksPerSecond || tick == 0;
        const Side side = path.uniform(TradeSide, number) < 0.5 ? Side::Buy : Side::Sell;
        if (isTrade && tradesDone < trades) {
            if (tick > 0)
                price = here + std::llround(double(next - here) * path.uniform(TradePrice, number));
            ++tradesDone;
            const std::int64_t tradesAfter = trades - tradesDone;
            const double share = (0.4 + 1.2 * path.uniform(TradeSize, number)) / double(tradesAfter + 1);
            const std::int64_t lots =
                tradesAfter == 0 ? lotsLeft : std::clamp<std::int64_t>(std::llround(double(lotsLeft) * share), 1, lotsLeft - tradesAfter);
            lotsLeft -= lots;
            out.push_back({0, index, time,
                           TapeTrade{time, Price::fromRaw(price * instrument.tickSize.raw()),
                                     Quantity::fromRaw(lots * instrument.lotSize.raw()), std::uint64_t(number) + 1, side}});
            continue;
        }
        if (!hasQuotes)
            continue;
        const std::int64_t spread = std::max<std::int64_t>(1, std::llround(double(price) * symbol.symbol.spreadShare));
        const std::int64_t bid = std::max<std::int64_t>(1, price - (side == Side::Buy ? spread : spread / 2));
        const auto sizeOf = [&](int which) {
            const double lots = double(block.lots[at]) * (0.3 + 2.5 * path.uniform(QuoteSize + std::uint64_t(which), number));
            return Quantity::fromRaw(std::max<std::int64_t>(1, std::llround(lots)) * instrument.lotSize.raw());
        };
        out.push_back({0, index, time,
                       Quote{time, Price::fromRaw(bid * instrument.tickSize.raw()),
                             Price::fromRaw((bid + spread) * instrument.tickSize.raw()), sizeOf(0), sizeOf(1)}});
    }
}

std::vector<Instrument> simulatedInstruments(const SimulatedMarket &market)
{
    std::vector<Instrument> instruments;
    for (InstrumentIndex index = 0; index < market.size(); ++index)
        instruments.push_back(market.instrument(index));
    return instruments;
}

Duration aheadToSession(Timestamp wall, const ExchangeCalendar &calendar)
{
    if (calendar.isAlwaysOpen() || calendar.isOpen(wall))
        return Duration::zero();
    const auto session = calendar.sessionAtOrAfter(wall);
    if (!session)
        return Duration::zero();
    // A special session may be shorter than the 45 minutes.
    const Duration into = std::min<Duration>(std::chrono::minutes(45), (session->close - session->open) / 2);
    return session->open + into - wall;
}

} // namespace bellwether
