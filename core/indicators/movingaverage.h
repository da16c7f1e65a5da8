#pragma once

#include "core/indicators/rolling.h"

namespace bellwether {

/// Simple moving average; first value with the `period`-th input.
using Sma = RollingMean;

/// Exponential smoothing e ← e (1 − gain) + gain x, started with the plain mean of the first `period` values.
class Smoother {
public:
    Smoother(int period, double gain) : m_period(checkedPeriod(period)), m_gain(gain), m_keep(1.0 - gain) {}

    double update(double x)
    {
        if (m_seen < m_period) [[unlikely]] {
            m_sum += x;
            if (++m_seen == m_period)
                m_value = m_sum / m_period;
            return m_value;
        }
        return m_value = m_value * m_keep + m_gain * x; // one multiply-add is on the chain
    }
    double value() const { return m_value; }

private:
    int m_period;
    int m_seen = 0;
    double m_gain;
    double m_keep;
    double m_sum = 0;
    double m_value = notYet;
};

/// Exponential moving average, gain 2 / (period + 1), seeded with the mean of the first `period` values.
class Ema : public Smoother {
public:
    explicit Ema(int period) : Smoother(period, 2.0 / (period + 1.0)) {}
};

/// Wilder's average, gain 1 / period, seeded the same way. Source: Wilder, New Concepts in Technical Trading, 1978.
class WilderAverage : public Smoother {
public:
    explicit WilderAverage(int period) : Smoother(period, 1.0 / period) {}
};

/// Linearly weighted moving average, weights 1…period with the newest heaviest. Summed in blocks as RollingDeviation
/// does, so that nothing drifts. O(1) per value, amortised.
class Wma {
public:
    explicit Wma(int period)
        : m_block(std::size_t(checkedPeriod(period))), m_tail(m_block.size()), m_inverse(2.0 / (double(period) * (period + 1.0)))
    {
    }

    double update(double x)
    {
        if (m_filled == m_block.size())
            startBlock(x);
        else if (m_filled == 0)
            m_shift = x;
        const double d = x - m_shift;
        m_block[m_filled] = x;
        const double tail = m_tail[m_filled];
        ++m_filled;
        m_sum += d;
        m_weighted += double(m_filled) * d;
        if (!m_isReady) {
            if (m_filled < m_block.size())
                return m_value = notYet;
            m_isReady = true;
        }
        const double older = double(m_block.size() - m_filled); // values of the window from the block before
        return m_value = m_shift + (tail + m_weighted + older * m_sum) * m_inverse;
    }
    double value() const { return m_value; }

private:
    void startBlock(double x)
    {
        m_shift = x;
        double sum = 0;
        double weighted = 0;
        for (std::size_t i = m_block.size(); i-- > 0;) {
            m_tail[i] = weighted;
            sum += m_block[i] - x; // one more value in front: every weight grows by one, and it gets weight 1
            weighted += sum;
        }
        m_sum = m_weighted = 0;
        m_filled = 0;
    }

    std::vector<double> m_block;
    std::vector<double> m_tail; // weighted sum of what follows position i in the finished block
    double m_inverse;
    std::size_t m_filled = 0;
    bool m_isReady = false;
    double m_shift = 0;
    double m_sum = 0;
    double m_weighted = 0;
    double m_value = notYet;
};

} // namespace bellwether
