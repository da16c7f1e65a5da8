// Signals through queue, risk gate and simulated fill without a journal, and the time from a tick to its order inside
// the process. The engine runs inline, as a backtest drives it.
#include "core/engine/tradingengine.h"
#include "core/sim/simbroker.h"

#include <benchmark/benchmark.h>

#include <limits>

using namespace bellwether;
using namespace std::string_view_literals;

namespace {

struct Desk {
    explicit Desk(std::size_t instruments)
        : clock(utcMidnight(2024, 1, 3)), catalogue(makeCatalogue(instruments)), venue(catalogue, clock, {.keepsFinalOrders = false}),
          engine(config(), catalogue, std::vector<const ExchangeCalendar *>(instruments, &ExchangeCalendar::crypto()), clock, venue, journal)
    {
        engine.setMarketTap([this](const MarketEvent &event) { venue.onMarket(event); });
        engine.start(true);
        for (InstrumentIndex i = 0; i < instruments; ++i)
            tick(i, 10'000);
    }
    static CataloguePtr makeCatalogue(std::size_t count)
    {
        std::vector<Instrument> made(count);
        for (std::size_t i = 0; i < count; ++i) {
            made[i].id = InstrumentId("BENCH:S" + std::to_string(i));
            made[i].symbol = QString::number(i);
            made[i].currency = Currency("USDT"sv);
            made[i].calendar = QStringLiteral("crypto");
            made[i].canShort = true;
            made[i].notionalMin = Money::zero(made[i].currency);
        }
        return std::make_shared<InstrumentCatalogue>(std::move(made));
    }
    static EngineConfig config()
    {
        EngineConfig made;
        made.startingCash = {FixedPoint<struct MoneyTag>::fromInt(100'000'000), Currency("USDT"sv)};
        made.limits = RiskLimits::unrestricted();
        made.limits.sizing = SizingMethod::FixedQuantity;
        return made;
    }
    void tick(InstrumentIndex instrument, std::int64_t cents)
    {
        clock.advanceTo(clock.now() + std::chrono::milliseconds(1));
        engine.onMarket({++sequence, instrument, clock.now(), TapeTrade{clock.now(), Price::fromRaw(cents * 1'000'000), Quantity::fromInt(1'000)}});
    }
    void signal(InstrumentIndex instrument, Side side)
    {
        TradeSignal made;
        made.strategy = StrategyId("bench"sv);
        made.instrument = catalogue->at(instrument).id;
        made.time = clock.now();
        made.side = side;
        made.referencePrice = 100;
        made.stop = made.target = std::numeric_limits<double>::quiet_NaN();
        made.confidence = 80;
        made.reasons.add("momentum", 2.0, Comparison::Above, 1.0);
        engine.onSignal(made);
    }

    SimClock clock;
    CataloguePtr catalogue;
    NullJournal journal;
    SimBroker venue;
    TradingEngine engine;
    std::uint64_t sequence = 0;
};

// Each signal reverses its book: an exit, an entry, their fills, a new stop and target, the old ones cancelled.
void signalsToFills(benchmark::State &state)
{
    Desk desk(std::size_t(state.range(0)));
    std::uint64_t count = 0;
    for (auto _ : state) {
        const InstrumentIndex instrument = InstrumentIndex(count % std::uint64_t(state.range(0)));
        desk.signal(instrument, count / std::uint64_t(state.range(0)) % 2 == 0 ? Side::Buy : Side::Sell);
        desk.tick(instrument, 10'000 + std::int64_t(count % 3));
        ++count;
    }
    state.counters["signals"] = benchmark::Counter(double(count), benchmark::Counter::kIsRate);
    state.counters["fills"] = double(desk.engine.state().fillCount());
}

// Signals that the gate refuses, so the queue and the risk rules alone are measured.
void signalsRefused(benchmark::State &state)
{
    Desk desk(10);
    desk.engine.kill(false);
    std::uint64_t count = 0;
    for (auto _ : state)
        desk.signal(InstrumentIndex(count++ % 10), Side::Buy);
    state.counters["signals"] = benchmark::Counter(double(count), benchmark::Counter::kIsRate);
}

// A print comes in, its signal is raised, the order reaches the venue: one flat book each time.
void tickToOrder(benchmark::State &state)
{
    Desk desk(1);
    bool isBuy = true;
    for (auto _ : state) {
        desk.tick(0, isBuy ? 10'000 : 10'001);
        desk.signal(0, isBuy ? Side::Buy : Side::Sell);
        isBuy = !isBuy;
    }
}

void ticks(benchmark::State &state)
{
    Desk desk(std::size_t(state.range(0)));
    for (InstrumentIndex i = 0; i < InstrumentIndex(state.range(0)); ++i)
        desk.signal(i, Side::Buy);
    for (InstrumentIndex i = 0; i < InstrumentIndex(state.range(0)); ++i)
        desk.tick(i, 10'001);
    std::uint64_t count = 0;
    for (auto _ : state) {
        desk.tick(InstrumentIndex(count % std::uint64_t(state.range(0))), 10'000 + std::int64_t(count / std::uint64_t(state.range(0)) % 2));
        ++count;
    }
    state.counters["ticks"] = benchmark::Counter(double(count), benchmark::Counter::kIsRate);
}

} // namespace

BENCHMARK(signalsToFills)->Arg(1)->Arg(50);
BENCHMARK(signalsRefused);
BENCHMARK(tickToOrder);
BENCHMARK(ticks)->Arg(1)->Arg(50)->Arg(500);

BENCHMARK_MAIN();
