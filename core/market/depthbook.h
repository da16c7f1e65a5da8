#pragma once

#include "core/domain/depth.h"
#include "core/domain/side.h"

#include <optional>
#include <span>
#include <vector>

namespace bellwether {

/// Price levels of one instrument as a venue tells them: absolute quantities per price, no single orders.
///
/// Both sides are kept sorted with the best price last, so that the many updates near the top move few levels.
class DepthBook {
public:
    /// Sets what rests at the price: zero removes it, removing what is not there is no error.
    void set(Side side, DepthLevel level);
    void clear();
    /// Makes room for this many levels a side, so that a full book grows without allocation.
    void reserve(std::size_t levels);

    std::optional<DepthLevel> best(Side side) const;
    /// All levels of a side with the best price last.
    std::span<const DepthLevel> levels(Side side) const { return side == Side::Buy ? m_bids : m_asks; }
    bool isCrossed() const { return !m_bids.empty() && !m_asks.empty() && m_bids.back().price >= m_asks.back().price; }

private:
    std::vector<DepthLevel> m_bids; ///< ascending
    std::vector<DepthLevel> m_asks; ///< descending
};

} // namespace bellwether
