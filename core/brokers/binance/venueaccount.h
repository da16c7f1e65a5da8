#pragma once

#include "core/brokers/binance/blockingrest.h"

namespace bellwether::binance {

/// What the venue says of a key before anything is traded with it.
struct AccountCheck {
    VenueAccount account;
    bool canTrade = false;
    bool canWithdraw = false;       ///< the key may take money away: it is refused
    bool isIpRestricted = false;
    bool areRightsTold = false;     ///< by the venue's list of the key's own rights; else by the account alone
    Duration latency{};
    Duration clockOffset{};
    std::vector<QString> warnings;
};

/// Asks for the account and the rights of the key. Errors: Denied with the reason for a key that the venue refuses, that
/// has the right to withdraw, or that may not trade; Stale where the venue cannot be reached.
///
/// Production tells the rights of a key under `/sapi/v1/account/apiRestrictions`; where that address does not exist
/// (test networks), `canWithdraw` of the account counts.
Result<AccountCheck> checkAccount(BlockingRest &rest);

} // namespace bellwether::binance
