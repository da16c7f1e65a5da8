#pragma once

#include "core/base/timestamp.h"
#include "core/domain/fixedpoint.h"

#include <vector>

namespace bellwether {

/// One price of an order book with what rests there. A quantity of zero in an update removes the price.
struct DepthLevel {
    Price price;
    Quantity quantity;

    bool operator==(const DepthLevel &) const = default;
};

/// What rests around the market at one moment, the best price of each side first. Both empty: nothing is quoted.
struct Depth {
    Timestamp time;
    std::vector<DepthLevel> bids; ///< descending
    std::vector<DepthLevel> asks; ///< ascending

    bool operator==(const Depth &) const = default;
};

} // namespace bellwether
