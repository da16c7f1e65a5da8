// Twenty years of NSE minutes out of the store: 375 a day, 1.9 M bars.
#include "core/base/rng.h"
#include "core/storage/barstore.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <benchmark/benchmark.h>

#include <malloc.h>

using namespace bellwether;

namespace {

constexpr std::size_t barCount = 1'900'000;
constexpr std::size_t minutesOfDay = 375;

/// A random walk on ticks of 0.05, as a CSV of that venue would give it.
BarColumns minutes()
{
    Rng rng(1);
    BarColumns bars;
    bars.reserve(barCount);
    std::int64_t ticks = 20'000;
    const auto priceOf = [](std::int64_t count) { return double(count * 5) / 100; };
    for (std::size_t i = 0; i < barCount; ++i) {
        const Timestamp open = utcMidnight(2003, 1, 1) + std::chrono::minutes(225 + std::int64_t(i / minutesOfDay) * 1'440 + std::int64_t(i % minutesOfDay));
        const std::int64_t next = std::max<std::int64_t>(1'000, ticks + std::int64_t(rng.below(41)) - 20);
        const std::int64_t high = std::max(ticks, next) + std::int64_t(rng.below(6));
        const std::int64_t low = std::min(ticks, next) - std::int64_t(rng.below(6));
        bars.append(BarPoint{open + std::chrono::minutes(1), priceOf(ticks), priceOf(high), priceOf(low), priceOf(next), double(1 + rng.below(9'999))});
        ticks = next;
    }
    return bars;
}

void load(benchmark::State &state)
{
    const QTemporaryDir folder;
    auto store = BarStore::open(folder.filePath(QStringLiteral("bars.sqlite"))).value();
    const InstrumentId id(std::string_view("NSE:RELIANCE"));
    {
        const BarColumns bars = minutes();
        if (!store->import({{id, Timeframe::M1, &bars}}))
            return state.SkipWithError("the bars cannot be stored");
    }
    for (auto _ : state) {
        const auto bars = store->load(id, Timeframe::M1);
        if (!bars || bars->size() != barCount)
            return state.SkipWithError("the bars cannot be read");
        benchmark::DoNotOptimize(bars->close.back());
    }
    state.SetItemsProcessed(std::int64_t(state.iterations()) * std::int64_t(barCount));
}

} // namespace

BENCHMARK(load)->Unit(benchmark::kMillisecond);

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv); // for the database driver
    mallopt(M_MMAP_THRESHOLD, 1 << 20);       // fresh pages for every load, as the first one of a program gets them
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
