#pragma once

#include <cstdint>
#include <span>
#include <vector>

/// The indicators over a whole history: columns in, columns out. Every function writes one value per input value, NaN
/// before the first (see the incremental class of the same name for conventions, it runs the same arithmetic; on
/// processors with fused multiply-add results differ in the last digits). Faults: columns of different lengths, a
/// period below 1. Values must be finite.
namespace bellwether::history {

using Column = std::span<const double>;
using Output = std::span<double>;

void sma(Column values, int period, Output out);
void ema(Column values, int period, Output out);
void wma(Column values, int period, Output out);
/// Wilder's RSI of closes.
void rsi(Column close, int period, Output out);
void macd(Column close, int fast, int slow, int signal, Output line, Output signalLine, Output histogram);
void bollinger(Column close, int period, double width, Output upper, Output middle, Output lower);
/// Average true range with Wilder smoothing, in price units.
void atr(Column high, Column low, Column close, int period, Output out);
/// Directional indicators and ADX, 0…100.
void adx(Column high, Column low, Column close, int period, Output plusDi, Output minusDi, Output adx);
/// `direction` is +1 or −1.
void superTrend(Column high, Column low, Column close, int period, double multiplier, Output line, Output direction);
/// The line alone.
void superTrend(Column high, Column low, Column close, int period, double multiplier, Output line);
void stochastic(Column high, Column low, Column close, int period, int smooth, int signal, Output k, Output d);
void obv(Column close, Column volume, Output out);
/// `session` names the session of each bar; a bar whose number differs from the one before starts anew. An empty span
/// means one session.
void vwap(Column high, Column low, Column close, Column volume, std::span<const std::int64_t> session, Output out);
/// Highest high and lowest low of the `period` bars before each bar.
void donchian(Column high, Column low, int period, Output upper, Output lower);
void roc(Column values, int period, Output out);
void zScore(Column values, int period, Output out);

/// The same with the column allocated: `const auto fast = ema(bars.close, 9);`
std::vector<double> sma(Column values, int period);
std::vector<double> ema(Column values, int period);
std::vector<double> wma(Column values, int period);
std::vector<double> rsi(Column close, int period);
std::vector<double> atr(Column high, Column low, Column close, int period);

} // namespace bellwether::history
