#include "core/market/bardetail.h"

#include <algorithm>

namespace bellwether {

BarDetail::BarDetail(const BarColumns &bars, Timeframe timeframe, std::shared_ptr<const BarColumns> detail, Timeframe detailTimeframe)
    : m_detail(std::move(detail)), m_length(durationOf(detailTimeframe)), m_rows(bars.size())
{
    const BarColumns &shorter = *m_detail;
    std::size_t row = 0;
    for (std::size_t bar = 0; bar < bars.size(); ++bar) {
        // Sessions differ in length, so a bar may have opened where the last one closed.
        const Timestamp nominal = bars.closeTime[bar] - durationOf(timeframe);
        const Timestamp opened = bar == 0 ? nominal : std::max(nominal, bars.closeTime[bar - 1]);
        while (row < shorter.size() && shorter.closeTime[row] <= opened)
            ++row;
        const std::size_t first = row;
        double high = bars.open[bar];
        double low = bars.open[bar];
        for (; row < shorter.size() && shorter.closeTime[row] <= bars.closeTime[bar]; ++row) {
            high = std::max(high, shorter.high[row]);
            low = std::min(low, shorter.low[row]);
        }
        if (row > first && high == bars.high[bar] && low == bars.low[bar])
            m_rows[bar] = {first, row};
    }
}

std::size_t BarDetail::unknownIn(std::size_t first, std::size_t last) const
{
    return std::size_t(std::count_if(m_rows.begin() + std::ptrdiff_t(first), m_rows.begin() + std::ptrdiff_t(last),
                                     [](const Rows &rows) { return rows.isEmpty(); }));
}

} // namespace bellwether
