#pragma once

#include "core/base/error.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

namespace bellwether {

/// The value of an indicator that is not known yet.
inline constexpr double notYet = std::numeric_limits<double>::quiet_NaN();

/// `period` where an indicator accepts it; Fault below `least` or above ten million.
inline int checkedPeriod(int period, int least = 1)
{
    if (period < least || period > 10'000'000)
        throw Fault(QStringLiteral("indicator period %1 is out of range").arg(period));
    return period;
}

/// A running sum whose rounding errors are carried along (Neumaier 1974), so that a million additions and one huge
/// value that came and went leave no trace.
class CompensatedSum {
public:
    void add(double x)
    {
        const double sum = m_sum + x;
        const double added = sum - m_sum;
        m_carry += (m_sum - (sum - added)) + (x - added);
        m_sum = sum;
    }
    double value() const { return m_sum + m_carry; }
    double leading() const { return m_sum; }
    double carry() const { return m_carry; }

private:
    double m_sum = 0;
    double m_carry = 0;
};

/// Mean of the last `period` values, as exact as a double can say it: a flat series gives its value back bit for bit, and
/// equal sums give equal means whatever came before. O(1) per value; values must be finite.
class RollingMean {
public:
    explicit RollingMean(int period)
        : m_ring(std::size_t(checkedPeriod(period))), m_period(period), m_inverse(1.0 / period), m_left(period)
    {
    }

    double update(double x)
    {
        const double old = m_ring[m_next];
        m_ring[m_next] = x;
        m_next = m_next + 1 == m_ring.size() ? 0 : m_next + 1;
        // The step x − old and what its rounding lost; only one addition is on the chain from bar to bar.
        const double step = x - old;
        const double back = x - step;
        const double lost = (x - (step + back)) + (back - old);
        m_sum.add(step);
        m_lost += lost;
        if (m_left > 1) {
            --m_left;
            return m_value = notYet;
        }
        return m_value = mean();
    }
    double value() const { return m_value; }

private:
    double mean() const
    {
        const double carry = m_sum.carry() + m_lost;
        const double guess = (m_sum.leading() + carry) * m_inverse;
        // One correction step with guess × period in two exact halves.
        const double high = std::bit_cast<double>(std::bit_cast<std::uint64_t>(guess) & ~((std::uint64_t(1) << 27) - 1));
        const double rest = ((m_sum.leading() - high * m_period) - (guess - high) * m_period) + carry;
        return guess + rest * m_inverse;
    }

    std::vector<double> m_ring; // zeros until filled
    std::size_t m_next = 0;
    double m_period;
    double m_inverse;
    int m_left;
    CompensatedSum m_sum;
    double m_lost = 0;
    double m_value = notYet;
};

/// Mean and population standard deviation of the last `period` values. Nothing is ever subtracted from a running sum:
/// time is cut into blocks of `period` values, and a window is the tail of one block (summed backwards once per block)
/// plus the head of the next, both relative to the first value of the newer block. So an outlier leaves no trace once
/// it has left the window, and a flat window deviates by exactly 0. O(1) per value, amortised; values must be finite.
class RollingDeviation {
public:
    explicit RollingDeviation(int period)
        : m_block(std::size_t(checkedPeriod(period))), m_tail(m_block.size()), m_inverse(1.0 / period)
    {
    }

    struct Value {
        double mean = notYet;
        double deviation = notYet;
    };

    Value update(double x)
    {
        if (m_filled == m_block.size())
            startBlock(x);
        else if (m_filled == 0)
            m_shift = x;
        const double d = x - m_shift;
        m_sum += d;
        m_squares += d * d;
        m_block[m_filled] = x;
        const Sums &tail = m_tail[m_filled];
        ++m_filled;
        if (!m_isReady) {
            if (m_filled < m_block.size())
                return m_value = {};
            m_isReady = true;
        }
        const double mean = (m_sum + tail.sum) * m_inverse;
        const double variance = (m_squares + tail.squares) * m_inverse - mean * mean;
        return m_value = {m_shift + mean, std::sqrt(variance > 0 ? variance : 0)};
    }
    Value value() const { return m_value; }

private:
    struct Sums {
        double sum = 0;
        double squares = 0;
    };

    // m_tail[i]: the values of the finished block after position i, relative to the new shift.
    void startBlock(double x)
    {
        m_shift = x;
        Sums sums;
        for (std::size_t i = m_block.size(); i-- > 0;) {
            m_tail[i] = sums;
            const double d = m_block[i] - x;
            sums.sum += d;
            sums.squares += d * d;
        }
        m_sum = m_squares = 0;
        m_filled = 0;
    }

    std::vector<double> m_block;
    std::vector<Sums> m_tail;
    double m_inverse;
    std::size_t m_filled = 0;
    bool m_isReady = false;
    double m_shift = 0;
    double m_sum = 0;
    double m_squares = 0;
    Value m_value;
};

/// Highest (Direction +1) or lowest (−1) of the last `period` values, in blocks as RollingDeviation: the tail of one
/// block and the head of the next (van Herk 1992, Gil and Werman 1993). Three comparisons a value, none of them a jump
/// that the processor would have to guess. NaN before `period` values.
template <int Direction> class RollingExtreme {
public:
    explicit RollingExtreme(int period)
        : m_block(std::size_t(checkedPeriod(period))), m_tail(m_block.size(), worst), m_filled(m_block.size())
    {
    }

    double update(double x)
    {
        if (m_filled == m_block.size())
            startBlock();
        m_block[m_filled] = x;
        m_head = better(m_head, x);
        const double extreme = better(m_head, m_tail[m_filled]);
        ++m_filled;
        if (!m_isReady) [[unlikely]] {
            if (m_filled < m_block.size())
                return m_value;
            m_isReady = true;
        }
        return m_value = extreme;
    }
    double value() const { return m_value; }

private:
    static constexpr double worst = Direction > 0 ? -std::numeric_limits<double>::infinity()
                                                  : std::numeric_limits<double>::infinity();
    static double better(double a, double b) { return (Direction > 0 ? a > b : a < b) ? a : b; }

    void startBlock()
    {
        if (m_isReady) { // m_tail[i]: the extreme of what follows position i in the finished block
            double extreme = worst;
            for (std::size_t i = m_block.size(); i-- > 0;) {
                m_tail[i] = extreme;
                extreme = better(extreme, m_block[i]);
            }
        }
        m_head = worst;
        m_filled = 0;
    }

    std::vector<double> m_block;
    std::vector<double> m_tail;
    std::size_t m_filled;
    bool m_isReady = false;
    double m_head = worst;
    double m_value = notYet;
};

using RollingHighest = RollingExtreme<+1>;
using RollingLowest = RollingExtreme<-1>;

} // namespace bellwether
