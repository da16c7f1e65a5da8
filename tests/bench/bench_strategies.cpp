// Every shipped strategy with its defaults, scanning a million one-minute bars; the counter is nanoseconds per bar.
#include "core/strategy/strategycatalogue.h"
#include "tests/bench/benchbars.h"

#include <benchmark/benchmark.h>

using namespace bellwether;

namespace {

void scan(benchmark::State &state, const StrategyInfo &info)
{
    using namespace std::string_view_literals;
    const BarColumns &bars = bench::minuteBars();
    const StrategyContext context{InstrumentId("BENCH:WALK"sv), Timeframe::M1, &ExchangeCalendar::crypto()};
    std::vector<SignalAt> found;
    for (auto _ : state) {
        found.clear();
        makeStrategy(info, ParameterSet(info), context)->scan(bars, 0, bars.size(), found);
        benchmark::DoNotOptimize(found.data());
    }
    state.counters["signals"] = double(found.size());
    state.counters["per_bar"] = benchmark::Counter(double(state.iterations()) * double(bars.size()),
                                                   benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

} // namespace

int main(int argc, char **argv)
{
    benchmark::Initialize(&argc, argv);
    for (const StrategyInfo *info : shippedStrategies()) {
        benchmark::RegisterBenchmark(("scan/" + std::string(info->id)).c_str(),
                                     [info](benchmark::State &state) { scan(state, *info); })
            ->Unit(benchmark::kMillisecond);
    }
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
