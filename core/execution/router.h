#pragma once

#include "core/domain/money.h"
#include "core/domain/order.h"
#include "core/execution/venuebooks.h"

#include <span>
#include <vector>

namespace bellwether {

/// What an account offers an order at this moment.
struct AccountOffer {
    AccountId account;
    VenueConnection::State connection = VenueConnection::State::Connected;
    QString doubt;               ///< why it takes no new risk: a latch, not reconciled; empty where it does
    bool covers = true;          ///< trades the instrument, with the order's type and product
    Money marginFree;
    Money marginNeeded;          ///< for this order
    Money costs;                 ///< estimated, both in and out
    Duration latency = Duration::zero(); ///< typical, of the last orders
};

/// Why an account was taken or left.
struct RouteRow {
    AccountId account;
    bool isFit = false;
    QString text;                ///< one sentence with its numbers
};

struct Route {
    AccountId account;
    std::vector<RouteRow> rows;  ///< every account, the chosen one first, then those that would do, then the others
};

/// Chooses the account for a new order: of those that are connected, in order, cover the instrument and have the margin, the
/// one that costs least; of equal costs the one with more margin left, then the faster, then the first by name. One that is
/// down only drops out itself. Errors: Denied naming every account's reason where none is fit; InvalidTransition for an order
/// that may have left for some account already: an outcome that is not known is never tried elsewhere.
Result<Route> chooseAccount(const Order &order, std::span<const AccountOffer> offers);

} // namespace bellwether
