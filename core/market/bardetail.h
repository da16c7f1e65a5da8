#pragma once

#include "core/domain/bar.h"

#include <memory>

namespace bellwether {

/// The shorter bars inside the bars of a series: in which order the prices of each came.
class BarDetail {
public:
    /// Rows [first, last) of the shorter bars.
    struct Rows {
        std::size_t first = 0;
        std::size_t last = 0;

        bool isEmpty() const { return first >= last; }
    };

    /// `bars` are used during the call alone. `detail` are the shorter bars in time order.
    BarDetail(const BarColumns &bars, Timeframe timeframe, std::shared_ptr<const BarColumns> detail, Timeframe detailTimeframe);

    /// What is inside the bar of this row. Empty where there is nothing, or where the extremes are not those of the bar:
    /// then something is missing, and nobody knows when it was.
    Rows inside(std::size_t bar) const { return m_rows[bar]; }
    const BarColumns &columns() const { return *m_detail; }
    /// The moment a shorter bar opened.
    Timestamp openTime(std::size_t row) const { return m_detail->closeTime[row] - m_length; }
    /// Bars among the rows [first, last) whose inside is not known.
    std::size_t unknownIn(std::size_t first, std::size_t last) const;

private:
    std::shared_ptr<const BarColumns> m_detail;
    Duration m_length;
    std::vector<Rows> m_rows;
};

} // namespace bellwether
