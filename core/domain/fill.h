#pragma once

#include "core/base/ids.h"
#include "core/base/timestamp.h"
#include "core/domain/money.h"
#include "core/domain/side.h"

namespace bellwether {

/// Our execution of part of an order. `venueTradeId` is applied once per account. Costs are ≥ 0 and in the money of
/// the instrument.
struct Fill {
    FillId id;
    OrderId order;
    StrategyId strategy;
    InstrumentId instrument;
    QString venueTradeId;
    Timestamp time;
    Side side = Side::Buy;
    Price lastPrice;
    Quantity lastQuantity;
    Quantity leavesQuantity;
    Money commission;
    Price referencePrice; ///< the price the decision saw; the difference to lastPrice is slippage

    bool operator==(const Fill &) const = default;
};

} // namespace bellwether
