#include "app/bellwether-bench/indworkload.h"

#include "core/indicators/history.h"

namespace bellwether::bench {

int runIndicators(const BarColumns &bars)
{
    const std::size_t n = bars.size();
    constexpr int repetitions = 5;
    std::vector<double> a(n);
    std::vector<double> b(n);
    std::vector<double> c(n);
    const auto time = [&](const char *metric, auto function) {
        const double seconds = bestSeconds(repetitions, function);
        report(metric, n, seconds, a.back());
    };
    time("ema", [&] { history::ema(bars.close, 20, a); });
    time("rsi", [&] { history::rsi(bars.close, 14, a); });
    time("macd", [&] { history::macd(bars.close, 12, 26, 9, a, b, c); });
    time("bbands", [&] { history::bollinger(bars.close, 20, 2, a, b, c); });
    time("atr", [&] { history::atr(bars.high, bars.low, bars.close, 14, a); });
    time("supertrend", [&] { history::superTrend(bars.high, bars.low, bars.close, 10, 3, a); });
    return 0;
}

} // namespace bellwether::bench
