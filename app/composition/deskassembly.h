#pragma once

#include "app/composition/deskstrategies.h"
#include "app/composition/feeds.h"
#include "core/base/settingspec.h"
#include "core/engine/enginedesk.h"

namespace bellwether {

class StorageHost;

/// What every desk is put together from, whatever its mode.
struct DeskAssembly {
    static constexpr std::size_t warmUpBars = 1'500;
    static constexpr std::size_t chartBars = 3'000;

    /// The calendars that the instruments name.
    static std::vector<const ExchangeCalendar *> calendarsOf(const InstrumentCatalogue &catalogue);
    /// Seeds the engine with the past of every instrument and makes the plan's strategies, warmed. `freshFor`: signals of
    /// the past that are no older are queued; nothing where none are.
    static void addStrategies(TradingEngine &engine, const StrategyPlan &plan, FeedSource &source, const Clock &clock,
                              const std::vector<const ExchangeCalendar *> &calendars, std::function<Duration(StrategyCategory)> freshFor,
                              EngineDesk::Parts &parts);
    /// The feed's thread with its bars loaded; takes the feed.
    static std::unique_ptr<FeedHost> makeFeedHost(FeedSource &source, const StrategyPlan &plan, const std::vector<const ExchangeCalendar *> &calendars);
    /// Whether another place wrote this journal last (a restored, copied or moved account), which is told in the log: such an
    /// account starts disarmed.
    static bool wasMoved(const StorageHost &journal, const QString &name);
    static void connectJournal(EngineHost::Parts &parts, StorageHost &storage);
    /// What holds for an account beyond its limits, from the settings of the profile: the orders of its client in a second, a
    /// result that cannot be known, a connection that was gone. Errors name the key.
    static Result<void> applyPolicy(EngineConfig &config, const Settings &settings);
    static std::vector<SettingSpec> policySettings();
    /// What the journal of an account is opened with, so that starts go on from snapshots of its state.
    static QByteArray snapshotFormat();
    /// Rebuilds the state from what the opened journal holds; from its first entry where its snapshot cannot be read.
    /// Errors: those of TradingEngine::recover.
    static Result<void> recover(TradingEngine &engine, StorageHost &storage, const QString &journalPath);
    /// Lets the engine keep snapshots beside that journal.
    static void keepSnapshots(EngineHost::Parts &parts, StorageHost &storage);
};

} // namespace bellwether
