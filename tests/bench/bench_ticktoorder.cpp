// From a tick that is posted to its order at the broker client, across the threads of the live desk: the poster, the
// strategies, the engine and, where the journal is a file, the storage thread. Ticks come one by one, two milliseconds
// apart, so that every thread has gone to sleep in between; a signal reverses the position each time.
//
// The file journal makes every intent durable before it leaves. Its folder is TMPDIR: on a disk the figure is that of the
// disk's flush, in /dev/shm that of the extra thread.
#include "core/engine/enginehost.h"
#include "core/sim/simbroker.h"
#include "core/storage/storagehost.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <benchmark/benchmark.h>

#include <limits>
#include <thread>

using namespace bellwether;
using namespace std::string_view_literals;

namespace {

using Moment = std::chrono::steady_clock::time_point;

/// Answers every print with a signal against the last one.
class FlippingStrategy final : public Strategy {
public:
    FlippingStrategy() { m_info.id = "bench"; }
    const StrategyInfo &info() const override { return m_info; }
    int warmUpBars() const override { return 0; }
    std::optional<TradeSignal> onBar(const BarPoint &) override { return {}; }
    std::optional<TradeSignal> onTrade(const TapeTrade &trade) override
    {
        m_isBuy = !m_isBuy;
        TradeSignal signal;
        signal.strategy = StrategyId("bench"sv);
        signal.instrument = InstrumentId("BENCH:S"sv);
        signal.time = trade.time;
        signal.side = m_isBuy ? Side::Buy : Side::Sell;
        signal.referencePrice = trade.price.toDouble();
        signal.stop = signal.target = std::numeric_limits<double>::quiet_NaN();
        signal.confidence = 80;
        signal.reasons.add("momentum", 2.0, Comparison::Above, 1.0);
        return signal;
    }

private:
    StrategyInfo m_info;
    bool m_isBuy = false;
};

/// The simulated venue, with the moment the first order after a tick reached it.
class TimedVenue final : public BrokerClient {
public:
    TimedVenue(CataloguePtr catalogue, const Clock &clock) : m_venue(std::move(catalogue), clock)
    {
        m_venue.setReportSink([this](const VenueReport &answer) { report(answer); });
        m_venue.setBooksSink([this](const VenueBooks &books) { answerBooks(books); });
    }
    void submit(const Order &order) override
    {
        if (!m_hasArrived.load(std::memory_order_relaxed)) {
            m_arrivedAt = std::chrono::steady_clock::now();
            m_hasArrived.store(true, std::memory_order_release);
        }
        noteSent(order);
        m_venue.submit(order);
    }
    void cancel(const Order &order) override { m_venue.cancel(order); }
    void modify(const Order &order, const OrderChange &change) override { m_venue.modify(order, change); }
    void query(const Order &order) override { m_venue.query(order); }
    void requestBooks(Timestamp since) override { m_venue.requestBooks(since); }
    void onMarket(const MarketEvent &event) { m_venue.onMarket(event); }

    void expect() { m_hasArrived.store(false, std::memory_order_release); }
    std::optional<Moment> arrival() const { return m_hasArrived.load(std::memory_order_acquire) ? std::optional(m_arrivedAt) : std::nullopt; }

private:
    SimBroker m_venue;
    std::atomic<bool> m_hasArrived = true;
    Moment m_arrivedAt;
};

struct Owned {
    SimClock clock{utcMidnight(2024, 1, 3)};
    CataloguePtr catalogue;
    std::unique_ptr<StorageHost> file;
    MemoryJournal memory;
    std::unique_ptr<TimedVenue> venue;
};

CataloguePtr oneInstrument()
{
    Instrument made;
    made.id = InstrumentId("BENCH:S"sv);
    made.symbol = QStringLiteral("S");
    made.currency = Currency("USDT"sv);
    made.calendar = QStringLiteral("crypto");
    made.canShort = true;
    made.notionalMin = Money::zero(made.currency);
    return std::make_shared<InstrumentCatalogue>(std::vector{made});
}

EngineConfig config()
{
    EngineConfig made;
    made.startingCash = {FixedPoint<struct MoneyTag>::fromInt(100'000'000), Currency("USDT"sv)};
    made.limits = RiskLimits::unrestricted();
    made.limits.sizing = SizingMethod::FixedQuantity;
    return made;
}

/// Strategies and engine on their threads, as a live desk runs them.
struct Desk {
    explicit Desk(const QString &journalPath) : owned(std::make_shared<Owned>())
    {
        owned->catalogue = oneInstrument();
        owned->venue = std::make_unique<TimedVenue>(owned->catalogue, owned->clock);
        if (!journalPath.isEmpty())
            owned->file = std::move(StorageHost::open(journalPath).value());
        Journal &journal = owned->file ? static_cast<Journal &>(*owned->file) : owned->memory;
        EngineHost::Parts parts;
        parts.owned = owned;
        parts.engine = std::make_unique<TradingEngine>(config(), owned->catalogue, std::vector{&ExchangeCalendar::crypto()}, owned->clock,
                                                       *owned->venue, journal);
        parts.engine->setMarketTap([venue = owned->venue.get()](const MarketEvent &event) { venue->onMarket(event); });
        parts.instruments = 1;
        if (StorageHost *file = owned->file.get()) {
            parts.deliverCommits = [file] { file->deliver(); };
            parts.detachJournal = [file] { file->setWake([] {}); };
            parts.flushJournal = [file] { file->commit(); };
        }
        engine = std::make_unique<EngineHost>(std::move(parts));
        if (owned->file)
            owned->file->setWake([host = engine.get()] { host->wakeForJournal(); });
        std::vector<StrategyHost::Slot> hosted(1);
        hosted[0].instrumentId = InstrumentId("BENCH:S"sv);
        hosted[0].strategy = std::make_unique<FlippingStrategy>();
        strategies = std::make_unique<StrategyHost>(
            std::move(hosted), 1,
            StrategyHost::Sinks{[this](SignalBatch batch) { engine->inbox().post(std::move(batch)); },
                                [](const StrategyId &, const InstrumentId &, const QString &) {}});
        engine->start(true);
    }
    ~Desk()
    {
        strategies.reset();
        engine->stop();
    }
    /// The time one tick took to become an order, in microseconds; nothing where none came of it.
    std::optional<double> tick()
    {
        owned->venue->expect();
        owned->clock.advanceTo(owned->clock.now() + std::chrono::milliseconds(2));
        const Timestamp now = owned->clock.now();
        ++sequence;
        auto batch = std::make_shared<const MarketBatch>(
            MarketBatch{{sequence, 0, now, TapeTrade{now, Price::fromInt(100 + std::int64_t(sequence % 2)), Quantity::fromInt(1'000)}}});
        const Moment posted = std::chrono::steady_clock::now();
        engine->inbox().post(batch);
        strategies->post(std::move(batch));
        for (int wait = 0; wait < 1'000; ++wait) {
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
            if (const auto arrived = owned->venue->arrival())
                return std::chrono::duration<double, std::micro>(*arrived - posted).count();
        }
        return std::nullopt;
    }

    std::shared_ptr<Owned> owned;
    std::unique_ptr<EngineHost> engine;
    std::unique_ptr<StrategyHost> strategies;
    std::uint64_t sequence = 0;
};

void measure(benchmark::State &state, const QString &journalPath)
{
    Desk desk(journalPath);
    for (int i = 0; i < 50; ++i)
        desk.tick(); // first touches
    std::vector<double> micros;
    for (auto _ : state) {
        const auto taken = desk.tick();
        if (!taken) {
            state.SkipWithError("a tick became no order");
            return;
        }
        micros.push_back(*taken);
        state.SetIterationTime(*taken / 1e6);
    }
    std::sort(micros.begin(), micros.end());
    const auto percentile = [&micros](double share) { return micros[std::min(micros.size() - 1, std::size_t(share * double(micros.size())))]; };
    state.counters["p50_us"] = percentile(0.5);
    state.counters["p99_us"] = percentile(0.99);
    state.counters["p99.9_us"] = percentile(0.999);
}

void journalInMemory(benchmark::State &state) { measure(state, {}); }

void journalInFile(benchmark::State &state)
{
    const QTemporaryDir folder;
    measure(state, folder.filePath(QStringLiteral("journal.sqlite")));
}

} // namespace

BENCHMARK(journalInMemory)->UseManualTime()->Unit(benchmark::kMicrosecond);
BENCHMARK(journalInFile)->UseManualTime()->Unit(benchmark::kMicrosecond);

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
