// Both forms of every indicator over a million bars; the counter is nanoseconds per bar.
#include "core/indicators/indicatorcatalogue.h"
#include "tests/bench/benchbars.h"

#include <benchmark/benchmark.h>

using namespace bellwether;

namespace {

void setPerBar(benchmark::State &state, std::size_t bars)
{
    state.counters["per_bar"] = benchmark::Counter(double(state.iterations()) * double(bars),
                                                   benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void wholeHistory(benchmark::State &state, const IndicatorSpec &spec)
{
    const BarColumns &bars = bench::minuteBars();
    std::vector<std::vector<double>> columns(spec.info->outputs.size(), std::vector<double>(bars.size()));
    std::vector<std::span<double>> out(columns.begin(), columns.end());
    for (auto _ : state)
        spec.info->compute(bars, {}, spec.arguments(), out);
    setPerBar(state, bars.size());
}

void barByBar(benchmark::State &state, const IndicatorSpec &spec)
{
    const BarColumns &bars = bench::minuteBars();
    std::array<double, 4> out{};
    for (auto _ : state) {
        const auto indicator = makeLiveIndicator(spec);
        for (std::size_t row = 0; row < bars.size(); ++row)
            indicator->update(bars.point(row), false, {out.data(), spec.info->outputs.size()});
        benchmark::DoNotOptimize(out);
    }
    setPerBar(state, bars.size());
}

} // namespace

int main(int argc, char **argv)
{
    benchmark::Initialize(&argc, argv);
    for (const IndicatorInfo &info : shippedIndicators()) {
        const std::string name(info.name);
        const IndicatorSpec spec = parseIndicatorSpec(QString::fromStdString(name)).value();
        const auto add = [&spec](const std::string &title, auto function) {
            benchmark::RegisterBenchmark(title.c_str(), [spec, function](benchmark::State &state) { function(state, spec); })
                ->Unit(benchmark::kMillisecond);
        };
        add("whole_history/" + name, wholeHistory);
        add("bar_by_bar/" + name, barByBar);
    }
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
