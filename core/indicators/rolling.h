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

/// Highest (Direction +1) or lowest (−1) of the last `period` values: a monotonic queue in a fixed ring, O(1) per value
/// amortised. NaN before `period` values.
template <int Direction> class RollingExtreme {
public:
    explicit RollingExtreme(int period)
        : m_ring(std::bit_ceil(std::size_t(checkedPeriod(period)) + 1)), m_mask(m_ring.size() - 1), m_period(period)
    {
    }

    double update(double x)
    {
        const double key = Direction > 0 ? x : -x;
        while (m_last != m_first && m_ring[(m_last - 1) & m_mask].key <= key)
            --m_last;
        m_ring[m_last++ & m_mask] = {key, m_count};
        if (m_ring[m_first & m_mask].index + m_period <= m_count)
            ++m_first;
        ++m_count;
        return value();
    }
    double value() const
    {
        if (m_count < m_period)
            return notYet;
        const double key = m_ring[m_first & m_mask].key;
        return Direction > 0 ? key : -key;
    }

private:
    struct Entry {
        double key;
        std::int64_t index;
    };
    std::vector<Entry> m_ring;
    std::size_t m_mask;
    std::int64_t m_period;
    std::int64_t m_count = 0;
    std::size_t m_first = 0; // positions count up for ever and are masked into the ring
    std::size_t m_last = 0;
};

using RollingHighest = RollingExtreme<+1>;
using RollingLowest = RollingExtreme<-1>;

} // namespace bellwether
