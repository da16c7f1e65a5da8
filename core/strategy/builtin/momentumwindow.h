#pragma once

#include "core/indicators/rolling.h"

#include <array>
#include <cstdint>

namespace bellwether::builtin {

/// A rolling window over prints, cut into twelve buckets, with the ten windows before it as the measure of what is usual.
/// Prints of one bucket are folded into it, so any rate of ticks fits the fixed ring; O(1) per print.
class MomentumWindow {
public:
    static constexpr std::int64_t windowBuckets = 12;
    static constexpr std::int64_t historyBuckets = 120;
    /// Buckets of history from which volatility and volume can be judged.
    static constexpr std::int64_t historyMin = 24;

    /// A print in bucket number `bucket`. Numbers never go back (an older one counts as the current); a hole longer than
    /// window and history together starts anew.
    void add(std::int64_t bucket, double price, double volume)
    {
        if (m_count == 0 || bucket - m_bucket > windowBuckets + historyBuckets)
            restart(bucket, price);
        while (m_bucket < bucket)
            openNext();
        Bucket &current = at(m_bucket);
        current.last = price;
        current.volume += volume;
        m_windowVolume.add(volume);
    }

    std::int64_t bucket() const { return m_bucket; }
    bool isReady() const { return m_historyCount >= historyMin; }
    /// Change of the price over the window as a share of it; NaN before the window is full.
    double move() const { return isReady() ? at(m_bucket).last / at(m_bucket - windowBuckets).last - 1 : notYet; }
    /// Standard deviation that moves over a window have by the bucket returns of the history; NaN where it is not known,
    /// 0 where nothing moved.
    double usualMove() const
    {
        return isReady() ? std::sqrt(std::max(0.0, m_squares.value()) / double(m_historyCount) * double(windowBuckets)) : notYet;
    }
    /// The move in units of the usual one; NaN where nothing moved in the history.
    double zScore() const
    {
        const double usual = usualMove();
        return usual > 1e-12 ? move() / usual : notYet;
    }
    /// Volume of the window as a multiple of the history's average; NaN where nothing traded.
    double surge() const
    {
        const double usual = m_historyVolume.value() / double(m_historyCount) * double(windowBuckets);
        return isReady() && usual > 0 ? m_windowVolume.value() / usual : notYet;
    }

private:
    struct Bucket {
        double last = 0;
        double volume = 0;
        double squaredReturn = 0;
    };
    static constexpr std::int64_t ringSize = 256; // a power of two above window + history

    Bucket &at(std::int64_t bucket) { return m_ring[std::size_t(bucket & (ringSize - 1))]; }
    const Bucket &at(std::int64_t bucket) const { return m_ring[std::size_t(bucket & (ringSize - 1))]; }

    void restart(std::int64_t bucket, double price)
    {
        *this = {};
        m_bucket = bucket;
        m_count = 1;
        at(bucket).last = price;
    }

    void openNext()
    {
        // The bucket being closed gets its return; buckets older than the window become history.
        Bucket &closed = at(m_bucket);
        if (m_count > 1) {
            const double change = closed.last / at(m_bucket - 1).last - 1;
            closed.squaredReturn = change * change;
        }
        const double price = closed.last;
        ++m_bucket;
        ++m_count;
        at(m_bucket) = {price, 0, 0};
        if (m_count <= windowBuckets)
            return;
        const Bucket &left = at(m_bucket - windowBuckets);
        m_windowVolume.add(-left.volume);
        m_historyVolume.add(left.volume);
        m_squares.add(left.squaredReturn);
        if (m_historyCount < historyBuckets) {
            ++m_historyCount;
            return;
        }
        const Bucket &gone = at(m_bucket - windowBuckets - historyBuckets);
        m_historyVolume.add(-gone.volume);
        m_squares.add(-gone.squaredReturn);
    }

    std::array<Bucket, std::size_t(ringSize)> m_ring{};
    std::int64_t m_bucket = 0;
    std::int64_t m_count = 0;        // buckets since the start
    std::int64_t m_historyCount = 0;
    CompensatedSum m_windowVolume;
    CompensatedSum m_historyVolume;
    CompensatedSum m_squares;
};

} // namespace bellwether::builtin
