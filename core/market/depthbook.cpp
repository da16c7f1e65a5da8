#include "core/market/depthbook.h"

#include <algorithm>

namespace bellwether {

void DepthBook::set(Side side, DepthLevel level)
{
    std::vector<DepthLevel> &levels = side == Side::Buy ? m_bids : m_asks;
    const auto isBefore = [side](const DepthLevel &held, Price price) {
        return side == Side::Buy ? held.price < price : held.price > price;
    };
    // Most updates are near the best price, at the end.
    auto it = levels.end();
    for (int steps = 0; steps < 8 && it != levels.begin() && !isBefore(*(it - 1), level.price); ++steps)
        --it;
    if (it != levels.begin() && !isBefore(*(it - 1), level.price))
        it = std::lower_bound(levels.begin(), it, level.price, isBefore);
    const bool isHeld = it != levels.end() && it->price == level.price;
    if (level.quantity.isZero()) {
        if (isHeld)
            levels.erase(it);
    } else if (isHeld) {
        it->quantity = level.quantity;
    } else {
        levels.insert(it, level);
    }
}

void DepthBook::clear()
{
    m_bids.clear();
    m_asks.clear();
}

void DepthBook::reserve(std::size_t levels)
{
    m_bids.reserve(levels);
    m_asks.reserve(levels);
}

std::optional<DepthLevel> DepthBook::best(Side side) const
{
    const auto &held = side == Side::Buy ? m_bids : m_asks;
    return held.empty() ? std::nullopt : std::optional(held.back());
}

} // namespace bellwether
