#pragma once

#include "core/base/ids.h"
#include "core/base/timestamp.h"
#include "core/domain/fixedpoint.h"
#include "core/domain/side.h"

namespace bellwether {

/// Best bid and ask. A zero price means that side is empty.
struct Quote {
    Timestamp time;
    Price bid;
    Price ask;
    Quantity bidSize;
    Quantity askSize;

    bool isTwoSided() const { return bid.isPositive() && ask.isPositive(); }
    bool isCrossed() const { return isTwoSided() && bid > ask; }
    bool operator==(const Quote &) const = default;
};

/// A print on the tape. `id` is the venue's number of it, 0 where the venue gives none; `aggressor` is the taker's side.
struct TapeTrade {
    Timestamp time;
    Price price;
    Quantity quantity;
    std::uint64_t id = 0;
    Side aggressor = Side::Buy;

    bool operator==(const TapeTrade &) const = default;
};

} // namespace bellwether
