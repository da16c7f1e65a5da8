#pragma once

#include "core/domain/bar.h"
#include "core/domain/quote.h"
#include "core/market/instrumentcatalogue.h"

#include <memory>
#include <variant>
#include <vector>

namespace bellwether {

/// A closed bar with its interval.
struct TimedBar {
    Timeframe timeframe = Timeframe::M1;
    Bar bar;
};

/// One update of one instrument. `sequence` counts all events of a feed from 1 without holes and gives their order;
/// `time` never goes back within a feed.
struct MarketEvent {
    std::uint64_t sequence = 0;
    InstrumentIndex instrument = 0;
    Timestamp time;
    std::variant<Quote, TapeTrade, TimedBar> payload;
};

/// What crosses threads: many events at once, because a queued call per event costs microseconds.
using MarketBatch = std::vector<MarketEvent>;
using MarketBatchPtr = std::shared_ptr<const MarketBatch>;

} // namespace bellwether
