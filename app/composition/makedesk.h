#pragma once

#include "app/composition/profile.h"
#include "core/base/settingspec.h"
#include "core/desk/tradingdesk.h"

#include <memory>

namespace bellwether {

/// What a user asks of a desk; everything else comes from the settings.
struct DeskRequest {
    QString market = QStringLiteral("crypto");      ///< `crypto`, `indian`
    std::optional<Money> capital;                   ///< of a new account; 10,000 USDT or 1,000,000 INR by default
    QStringList symbols;                            ///< empty: all of the market
    QStringList strategies;                         ///< empty: those of `strategies.enabled`
    bool isAutoTrading = false;
    QStringList replayFiles;                        ///< empty: the simulated market
    bool isReplayFresh = false;                     ///< a run of the same replay that was interrupted is archived, not continued
    Timestamp replayTo;                             ///< a replay runs there as fast as possible first; invalid: it does not
    bool isReplayPaused = false;                    ///< and waits there
    double replaySpeed = 1;                         ///< of a replay or the simulated market; 0 is as fast as possible
    std::uint64_t seed = 1;
    QStringList accounts;                           ///< several paper accounts behind the desk (parsePaperAccounts); empty: one
    QString liveAccount;                            ///< an account of the profile, for makeLiveDesk(); empty: on paper
};

/// A desk that was built but not started.
class RunnableDesk {
public:
    virtual ~RunnableDesk() = default;
    virtual TradingDesk &desk() = 0;
    virtual void start() = 0;
    /// Stops in order: feed, strategies, engine, journal. Safe to call twice.
    virtual void stop() = 0;
};

/// Builds the paper desk of a request on a profile: the one place that knows which clock, feed, broker and journal a mode
/// uses. Recovers the account from its journal. Errors: unknown market, symbol, strategy or setting; unreadable replay
/// file; journal in use, corrupt or too new.
Result<std::unique_ptr<RunnableDesk>> makeDesk(const Profile &profile, const Settings &settings, const DeskRequest &request);

/// `trade.signal_timeout` in seconds.
Result<int> signalTimeoutOf(const Settings &settings);

/// Every setting key that programs read, for environment overrides and listings.
const std::vector<QStringView> &declaredSettings();
/// The same with type, range, default and help, for pages of settings.
std::vector<SettingSpec> declaredSettingSpecs();

} // namespace bellwether
