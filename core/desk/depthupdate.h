#pragma once

#include "core/base/ids.h"
#include "core/domain/depth.h"
#include "core/domain/quote.h"

#include <memory>
#include <optional>

namespace bellwether {

/// The order book of one instrument as its feed gives it, about ten times a second while someone looks.
struct DepthUpdate {
    InstrumentId instrument;
    bool isAvailable = false;            ///< the feed has a book at all: a replay of bars has none
    Depth depth;
    std::optional<TapeTrade> lastTrade;  ///< since someone looks
};
using DepthUpdatePtr = std::shared_ptr<const DepthUpdate>;

} // namespace bellwether
