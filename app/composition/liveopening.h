#pragma once

#include "app/composition/connectingdesk.h"
#include "app/composition/livedesk.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace bellwether {

/// The way to a live desk, beside the thread of the window: until the venue has answered, a desk that says how far it is
/// and trades nothing stands in its place. A venue that cannot be reached is tried again, after growing waits; whatever
/// else goes wrong ends it, and is told. The arming is taken up once.
class LiveOpening final : public QObject, public RunnableDesk {
    Q_OBJECT
public:
    /// `request` names the account.
    LiveOpening(Profile profile, Settings settings, DeskRequest request, Duration firstWait = std::chrono::seconds(2));
    /// Gives up what is under way.
    ~LiveOpening() override;

    /// Whether begin() needs the passphrase of the vault. Errors: unknown account, Denied where it is not armed.
    Result<bool> needsPassphrase() const;
    TradingDesk &desk() override { return m_desk; }
    /// Shows that it waits for begin().
    void start() override;
    void stop() override;
    /// Begins; once. Without a passphrase only an account whose secret is in the keychain opens.
    void begin(SecretBytes passphrase);
    /// It was not begun, and will not be.
    void giveUp(const QString &why);
    /// The desk, built and not started, after ready(); null before it and after the first call.
    std::unique_ptr<LiveRunnableDesk> take();

Q_SIGNALS:
    void ready();
    /// It ended without a desk.
    void failed(const QString &why);

private:
    void work(const SecretBytes &passphrase);
    void tell(ConnectingDesk::State state, const QString &text);
    bool waits(Duration time);

    Profile m_profile;
    Settings m_settings;
    DeskRequest m_request;
    Duration m_firstWait;
    ConnectingDesk m_desk;
    std::thread m_thread;
    binance::Cancellation m_cancellation = std::make_shared<std::atomic<bool>>(false);
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::unique_ptr<LiveRunnableDesk> m_ready; ///< guarded by m_mutex
    bool m_isBuilt = false;                    ///< likewise; the desk's own reads of the past go on
};

} // namespace bellwether
