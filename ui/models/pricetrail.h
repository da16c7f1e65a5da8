#pragma once

#include "core/desk/desksnapshot.h"

#include <unordered_map>
#include <vector>

namespace bellwether {

/// The last prices of every instrument, one a second of the desk's clock, for sparklines. Memory is bounded.
class PriceTrail {
public:
    static constexpr std::size_t kept = 240;

    /// Returns whether a second has passed and prices were added.
    bool add(const DeskSnapshot &snapshot);
    /// Oldest first; empty where nothing was seen.
    const std::vector<double> &of(const InstrumentId &instrument) const;

private:
    std::unordered_map<InstrumentId, std::vector<double>> m_prices;
    std::int64_t m_second = 0;
};

} // namespace bellwether
