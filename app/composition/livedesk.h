#pragma once

#include "app/composition/liveaccounts.h"
#include "app/composition/makedesk.h"
#include "core/brokers/binance/binancebroker.h"

namespace bellwether {

/// A live desk with what only a live one has.
class LiveRunnableDesk : public RunnableDesk {
public:
    /// How the way to the venue is; any thread.
    virtual binance::SessionStatus venueStatus() const = 0;
    /// From now on no new risk leaves, until another start that is armed.
    virtual void disarm(const QString &reason) = 0;
};

/// Builds the desk of an account at a venue: its streams, its orders, its journal. The arming of the account is taken up
/// first, so each start needs one of its own. Waits for the venue (instruments, past bars); errors: Denied where it is
/// not armed or the key may not be used, NotFound for symbols the venue does not trade, Stale where the venue cannot be
/// reached, and those of makeDesk().
Result<std::unique_ptr<LiveRunnableDesk>> makeLiveDesk(const Profile &profile, const Settings &settings, const DeskRequest &request, LiveAccess access);

/// Opens the account that the request names and builds its desk. The arming is looked at before anything else, so that
/// without one nothing is asked for and no byte leaves; `passphrase` is asked where the secret is in a vault.
Result<std::unique_ptr<LiveRunnableDesk>> openLiveDesk(const Profile &profile, const Settings &settings, const DeskRequest &request,
                                                       const std::function<std::optional<SecretBytes>()> &passphrase);

} // namespace bellwether
