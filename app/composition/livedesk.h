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
    /// Built on one thread, used on another: hands it over, before start(), from the thread that built it.
    virtual void moveTo(QThread *thread) = 0;
};

/// The right to one live start: the arming has been taken up and the key is at hand. Given by grantLive() alone.
class LiveGrant {
public:
    LiveGrant(LiveGrant &&) = default;

private:
    LiveGrant(Profile profile, Settings settings, DeskRequest request, LiveAccess access);
    friend Result<LiveGrant> grantLive(const Profile &, const Settings &, const DeskRequest &, const std::function<std::optional<SecretBytes>()> &);
    friend Result<std::unique_ptr<LiveRunnableDesk>> connectLive(const LiveGrant &, const binance::Cancellation &,
                                                                        const std::function<void(const QString &)> &);

    Profile m_profile;
    Settings m_settings;
    DeskRequest m_request;
    LiveAccess m_access;
};

/// Takes up the arming of the account that the request names, and opens its key. The arming is looked at before anything
/// else, so that without one nothing is asked for; `passphrase` is asked where the secret is in a vault. Sends nothing.
/// Errors: Denied where it is not armed, those of the settings and of the store of keys.
Result<LiveGrant> grantLive(const Profile &profile, const Settings &settings, const DeskRequest &request,
                            const std::function<std::optional<SecretBytes>()> &passphrase);

/// Builds the desk of the account: its streams, its orders, its journal. Waits for the venue (instruments, past bars), so it
/// is for a thread that may wait. Errors: Denied where the key may not be used, NotFound for symbols the venue does not
/// trade, Stale where the venue cannot be reached, which may be tried again, and those of makeDesk(). `progress` is told
/// what is being done.
Result<std::unique_ptr<LiveRunnableDesk>> connectLive(const LiveGrant &grant, const binance::Cancellation &cancellation = {},
                                                      const std::function<void(const QString &)> &progress = [](const QString &) {});

/// Both in one.
Result<std::unique_ptr<LiveRunnableDesk>> openLiveDesk(const Profile &profile, const Settings &settings, const DeskRequest &request,
                                                       const std::function<std::optional<SecretBytes>()> &passphrase);

} // namespace bellwether
