#pragma once

#include "core/indicators/movingaverage.h"

namespace bellwether {

/// Wilder's relative strength index, 0…100; first value with the `period`-th change. 50 while there has been no change
/// at all.
class Rsi {
public:
    explicit Rsi(int period) : m_gain(period), m_loss(period) {}

    double update(double close)
    {
        const double change = close - m_previous;
        m_previous = close;
        if (std::isnan(change)) [[unlikely]]
            return m_value;
        const double up = 0.5 * (change + std::fabs(change)); // without a branch: signs cannot be predicted
        const double gain = m_gain.update(up);
        const double total = gain + m_loss.update(up - change);
        const double ratio = 100.0 * gain / total;
        return m_value = total == 0 ? 50.0 : ratio;
    }
    double value() const { return m_value; }

private:
    WilderAverage m_gain;
    WilderAverage m_loss;
    double m_previous = notYet;
    double m_value = notYet;
};

struct MacdValue {
    double macd = notYet;
    double signal = notYet;
    double histogram = notYet;
};

/// Moving average convergence and divergence: EMA(fast) − EMA(slow), each seeded on its own first values; the signal is
/// an EMA of that line seeded with the mean of its first values; the histogram is line − signal.
class Macd {
public:
    Macd(int fast, int slow, int signal) : m_fast(fast), m_slow(slow), m_signal(signal) {}

    MacdValue update(double close)
    {
        const double macd = m_fast.update(close) - m_slow.update(close);
        m_value.macd = macd;
        if (!std::isnan(macd)) [[likely]] {
            m_value.signal = m_signal.update(macd);
            m_value.histogram = macd - m_value.signal;
        }
        return m_value;
    }
    const MacdValue &value() const { return m_value; }

private:
    Ema m_fast;
    Ema m_slow;
    Ema m_signal;
    MacdValue m_value;
};

/// Rate of change in percent against the value `period` values ago; NaN where that value is 0.
class Roc {
public:
    explicit Roc(int period) : m_ring(std::size_t(checkedPeriod(period)), notYet) {}

    double update(double x)
    {
        const double old = m_ring[m_next];
        m_ring[m_next] = x;
        m_next = m_next + 1 == m_ring.size() ? 0 : m_next + 1;
        return m_value = old != 0 ? 100.0 * (x / old - 1.0) : notYet;
    }
    double value() const { return m_value; }

private:
    std::vector<double> m_ring;
    std::size_t m_next = 0;
    double m_value = notYet;
};

struct StochasticValue {
    double k = notYet;
    double d = notYet;
};

/// Slow stochastic: raw = 100 (close − lowest low) / (highest high − lowest low) over `period` bars, 50 where the range
/// is empty; k = SMA(smooth) of raw, d = SMA(signal) of k.
class Stochastic {
public:
    Stochastic(int period, int smooth, int signal) : m_highest(period), m_lowest(period), m_k(smooth), m_d(signal) {}

    StochasticValue update(double high, double low, double close)
    {
        const double top = m_highest.update(high);
        const double bottom = m_lowest.update(low);
        if (std::isnan(top))
            return m_value;
        const double range = top - bottom;
        m_value.k = m_k.update(range > 0 ? 100.0 * (close - bottom) / range : 50.0);
        if (!std::isnan(m_value.k))
            m_value.d = m_d.update(m_value.k);
        return m_value;
    }
    const StochasticValue &value() const { return m_value; }

private:
    RollingHighest m_highest;
    RollingLowest m_lowest;
    Sma m_k;
    Sma m_d;
    StochasticValue m_value;
};

} // namespace bellwether
