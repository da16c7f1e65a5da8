#pragma once

#include "core/domain/bar.h"

#include <compare>
#include <memory>
#include <span>
#include <vector>

namespace bellwether {

/// Names one value per bar that runs of a sweep can share: an indicator with its parameters.
struct ColumnKey {
    enum class Kind : std::uint8_t {
        Constant,       ///< x on every bar
        Close,
        Ema,            ///< a: period
        EmaFromFirst,   ///< a: period; starts with the first close instead of the mean of the first `period`
        Sma,            ///< a: period
        VolumeRatio,    ///< a: period; volume as a multiple of its average, 0 where that is not known
        MacdLine,       ///< a, b: fast, slow
        MacdHistogram,  ///< a, b, c: fast, slow, signal
        BandUpper,      ///< a: period, x: width
        BandLower,
        Rsi,            ///< a: period
        SuperTrendSide, ///< a: period, x: multiple; 1 up, −1 down
        ChannelUpper,   ///< a: period
        ChannelLower,
        Adx,            ///< a: period
    };
    Kind kind = Kind::Constant;
    int a = 0;
    int b = 0;
    int c = 0;
    double x = 0;

    auto operator<=>(const ColumnKey &) const = default;
};

/// Distinct columns, computed once for all runs that read them, a block of rows at a time: a block of dozens of columns
/// stays in the cache while every run goes over it. The values are those of the incremental indicators, bit for bit.
class SweepColumns {
public:
    static constexpr std::size_t blockRows = 1024;

    /// `keys` are distinct.
    explicit SweepColumns(std::vector<ColumnKey> keys);
    ~SweepColumns();
    SweepColumns(SweepColumns &&) noexcept;
    SweepColumns &operator=(SweepColumns &&) noexcept;

    /// Position of a key. Fault where it is not among them.
    std::size_t indexOf(const ColumnKey &key) const;
    /// Computes the rows [first, last), at most blockRows, which follow those of the last call or are the first.
    void advance(const BarColumns &bars, std::size_t first, std::size_t last);
    /// The values of the block; [−1] is that of the row before it, NaN before the first row. Room for blockRows values
    /// is readable whatever the number of rows.
    const double *column(std::size_t index) const { return m_values.data() + index * stride + lead; }

private:
    class Feed;
    struct Emas;
    // A row before the block and the rest of its cache line.
    static constexpr std::size_t lead = 8;
    static constexpr std::size_t stride = blockRows + lead;

    std::vector<ColumnKey> m_keys;               // sorted
    std::vector<std::unique_ptr<Feed>> m_feeds;  // null where m_emas serves the column
    std::unique_ptr<Emas> m_emas;
    std::vector<double> m_values;
    std::size_t m_rows = 0;                      // of the last block
};

} // namespace bellwether
