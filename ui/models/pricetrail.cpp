#include "ui/models/pricetrail.h"

namespace bellwether {

bool PriceTrail::add(const DeskSnapshot &snapshot)
{
    const std::int64_t second = snapshot.time.seconds();
    if (second == m_second)
        return false;
    m_second = second;
    for (const WatchRow &row : snapshot.watch) {
        if (!row.last.isPositive())
            continue;
        std::vector<double> &prices = m_prices[row.instrument];
        if (prices.size() >= 2 * kept) // rarely moved, never reallocated
            prices.erase(prices.begin(), prices.end() - std::ptrdiff_t(kept));
        prices.push_back(row.last.toDouble());
    }
    return true;
}

const std::vector<double> &PriceTrail::of(const InstrumentId &instrument) const
{
    static const std::vector<double> nothing;
    const auto found = m_prices.find(instrument);
    return found != m_prices.end() ? found->second : nothing;
}

} // namespace bellwether
