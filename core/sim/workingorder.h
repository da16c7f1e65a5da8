#pragma once

#include "core/domain/order.h"

namespace bellwether {

/// An order as the simulated venue holds it.
struct WorkingOrder {
    OrderId id;
    ClientOrderId clientId;
    QString venueOrderId;
    OrderId parent;
    StrategyId strategy;      ///< whose schedule of costs applies
    Product product = Product::None; ///< whose own one goes before it
    OrderRole role = OrderRole::Entry;
    Side side = Side::Buy;
    OrderType type = OrderType::Market;
    TimeInForce timeInForce = TimeInForce::GoodTillCancelled;
    Quantity quantity;
    Quantity filled;
    Money filledValue;
    Price limitPrice;
    Price stopPrice;
    Timestamp submittedAt;
    std::optional<Timestamp> cancelRequestedAt;
    bool isAttached = false;  ///< a stop or target that came with its parent and is armed by the parent's fills
    Quantity armed;           ///< attached: what the parent's fills hold, less what this order and its sibling closed
    Quantity armedInside;     ///< the part of it that the parent filled inside the present bar
    Price armedAt;            ///< price of that fill
    bool isArmedByStop = false; ///< that fill was triggered by a stop
    bool isTriggered = false; ///< an order with trigger and limit whose trigger was reached
    bool hasRested = false;   ///< was in the book during an earlier update, so its limit fills are a maker's
    bool isDone = false;      ///< final; removed when nobody iterates

    Quantity leaves() const { return quantity - filled; }
    /// What may fill now: of an attached order what is armed, and either what was so when the path inside a bar began
    /// or what came on that path.
    Quantity fillable(bool isFromInside = false) const
    {
        if (!isAttached)
            return isFromInside ? Quantity() : leaves();
        return std::min(leaves(), isFromInside ? std::min(armed, armedInside) : armed - std::min(armed, armedInside));
    }
};

/// `SIM-000041`: the venue's numbers have at least six digits.
QString venueNumber(std::string_view prefix, std::uint64_t number);

} // namespace bellwether
