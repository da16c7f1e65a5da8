#include "core/indicators/history.h"

#include "core/indicators/momentum.h"
#include "core/indicators/trend.h"
#include "core/indicators/volume.h"
#include "core/indicators/widekernel.h"

namespace bellwether::history {

namespace {

template <typename... Spans> std::size_t commonLength(std::size_t length, const Spans &...others)
{
    if (((others.size() != length) || ...))
        throw Fault(QStringLiteral("indicator columns differ in length"));
    return length;
}

// Runs a copy of `indicator` so that its state can live in registers.
template <typename Indicator> void runOver(Column values, Indicator indicator, Output out)
{
    const std::size_t n = commonLength(values.size(), out);
    runKernel([&] {
        Indicator state = std::move(indicator);
        const double *in = values.data();
        double *to = out.data();
        for (std::size_t i = 0; i < n; ++i)
            to[i] = state.update(in[i]);
    });
}

template <typename Function> std::vector<double> allocated(std::size_t size, Function function)
{
    std::vector<double> column(size);
    function(Output(column));
    return column;
}

} // namespace

void sma(Column values, int period, Output out) { runOver(values, Sma(period), out); }
void ema(Column values, int period, Output out) { runOver(values, Ema(period), out); }
void wma(Column values, int period, Output out) { runOver(values, Wma(period), out); }
void rsi(Column close, int period, Output out) { runOver(close, Rsi(period), out); }
void roc(Column values, int period, Output out) { runOver(values, Roc(period), out); }
void zScore(Column values, int period, Output out) { runOver(values, ZScore(period), out); }

void macd(Column close, int fast, int slow, int signal, Output line, Output signalLine, Output histogram)
{
    const std::size_t n = commonLength(close.size(), line, signalLine, histogram);
    runKernel([&, state = Macd(fast, slow, signal)]() mutable {
        Macd macd = std::move(state);
        for (std::size_t i = 0; i < n; ++i) {
            const MacdValue value = macd.update(close[i]);
            line[i] = value.macd;
            signalLine[i] = value.signal;
            histogram[i] = value.histogram;
        }
    });
}

void bollinger(Column close, int period, double width, Output upper, Output middle, Output lower)
{
    const std::size_t n = commonLength(close.size(), upper, middle, lower);
    runKernel([&, state = Bollinger(period, width)]() mutable {
        Bollinger bands = std::move(state);
        for (std::size_t i = 0; i < n; ++i) {
            const BandsValue value = bands.update(close[i]);
            upper[i] = value.upper;
            middle[i] = value.middle;
            lower[i] = value.lower;
        }
    });
}

void atr(Column high, Column low, Column close, int period, Output out)
{
    const std::size_t n = commonLength(high.size(), low, close, out);
    runKernel([&, state = Atr(period)]() mutable {
        Atr range = state;
        for (std::size_t i = 0; i < n; ++i)
            out[i] = range.update(high[i], low[i], close[i]);
    });
}

void adx(Column high, Column low, Column close, int period, Output plusDi, Output minusDi, Output adx)
{
    const std::size_t n = commonLength(high.size(), low, close, plusDi, minusDi, adx);
    runKernel([&, state = Adx(period)]() mutable {
        Adx movement = state;
        for (std::size_t i = 0; i < n; ++i) {
            const DirectionalValue value = movement.update(high[i], low[i], close[i]);
            plusDi[i] = value.plusDi;
            minusDi[i] = value.minusDi;
            adx[i] = value.adx;
        }
    });
}

void superTrend(Column high, Column low, Column close, int period, double multiplier, Output line, Output direction)
{
    const std::size_t n = commonLength(high.size(), low, close, line, direction);
    runKernel([&, state = SuperTrend(period, multiplier)]() mutable {
        SuperTrend trend = state;
        for (std::size_t i = 0; i < n; ++i) {
            const SuperTrendValue value = trend.update(high[i], low[i], close[i]);
            line[i] = value.line;
            direction[i] = value.direction;
        }
    });
}

void superTrend(Column high, Column low, Column close, int period, double multiplier, Output line)
{
    const std::size_t n = commonLength(high.size(), low, close, line);
    runKernel([&, state = SuperTrend(period, multiplier)]() mutable {
        SuperTrend trend = state;
        for (std::size_t i = 0; i < n; ++i)
            line[i] = trend.update(high[i], low[i], close[i]).line;
    });
}

void stochastic(Column high, Column low, Column close, int period, int smooth, int signal, Output k, Output d)
{
    const std::size_t n = commonLength(high.size(), low, close, k, d);
    Stochastic state(period, smooth, signal);
    for (std::size_t i = 0; i < n; ++i) {
        const StochasticValue value = state.update(high[i], low[i], close[i]);
        k[i] = value.k;
        d[i] = value.d;
    }
}

void obv(Column close, Column volume, Output out)
{
    const std::size_t n = commonLength(close.size(), volume, out);
    Obv state;
    for (std::size_t i = 0; i < n; ++i)
        out[i] = state.update(close[i], volume[i]);
}

void vwap(Column high, Column low, Column close, Column volume, std::span<const std::int64_t> session, Output out)
{
    const std::size_t n = commonLength(high.size(), low, close, volume, out);
    if (!session.empty())
        commonLength(n, session);
    Vwap state;
    for (std::size_t i = 0; i < n; ++i) {
        const bool isStart = !session.empty() && i > 0 && session[i] != session[i - 1];
        out[i] = state.update(high[i], low[i], close[i], volume[i], isStart);
    }
}

void donchian(Column high, Column low, int period, Output upper, Output lower)
{
    const std::size_t n = commonLength(high.size(), low, upper, lower);
    Donchian state(period);
    for (std::size_t i = 0; i < n; ++i) {
        const ChannelValue value = state.update(high[i], low[i]);
        upper[i] = value.upper;
        lower[i] = value.lower;
    }
}

std::vector<double> sma(Column values, int period)
{
    return allocated(values.size(), [&](Output out) { sma(values, period, out); });
}

std::vector<double> ema(Column values, int period)
{
    return allocated(values.size(), [&](Output out) { ema(values, period, out); });
}

std::vector<double> wma(Column values, int period)
{
    return allocated(values.size(), [&](Output out) { wma(values, period, out); });
}

std::vector<double> rsi(Column close, int period)
{
    return allocated(close.size(), [&](Output out) { rsi(close, period, out); });
}

std::vector<double> atr(Column high, Column low, Column close, int period)
{
    return allocated(close.size(), [&](Output out) { atr(high, low, close, period, out); });
}

} // namespace bellwether::history
