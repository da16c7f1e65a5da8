#pragma once

#include "core/domain/order.h"

namespace bellwether {

/// An order as the simulated venue holds it.
struct WorkingOrder {
    ClientOrderId clientId;
    QString venueOrderId;
    OrderId parent;
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
    bool isTriggered = false; ///< a stop-limit whose stop was reached
    bool hasRested = false;   ///< was in the book during an earlier update, so its limit fills are a maker's
    bool isDone = false;      ///< final; removed when nobody iterates

    Quantity leaves() const { return quantity - filled; }
};

} // namespace bellwether
