#include "app/composition/makedesk.h"

#include "app/composition/accountbackups.h"
#include "app/composition/deskassembly.h"
#include "app/composition/liveaccounts.h"
#include "app/composition/paperaccounts.h"
#include "app/composition/papervenue.h"
#include "core/engine/recordcodec.h"
#include "core/risk/limitsettings.h"
#include "core/storage/journalstore.h"
#include "core/storage/storagehost.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

const Setting<int> signalTimeout{u"trade.signal_timeout", 0, {0, 86'400}, u"Seconds a signal waits; 0 is by its category"};
const Setting<bool> autoTrade{u"trade.auto_trade", false, u"Arm auto-trading at start"};

/// Whatever an engine refers to, in the order it must go away.
struct Owned {
    std::unique_ptr<SimClock> clock;
    std::unique_ptr<StorageHost> journal;
    std::unique_ptr<PaperVenues> venues;
};

class PaperDesk final : public RunnableDesk {
public:
    PaperDesk(std::unique_ptr<EngineDesk> desk, bool isAutoTrading, const DeskRequest &request, std::unique_ptr<DailyBackups> backups)
        : m_desk(std::move(desk)), m_isAutoTrading(isAutoTrading), m_replayTo(request.replayTo), m_isPaused(request.isReplayPaused),
          m_backups(std::move(backups))
    {
    }
    TradingDesk &desk() override { return *m_desk; }
    void start() override
    {
        if (m_isPaused)
            m_desk->setFeedPaused(true);
        m_desk->start(m_isAutoTrading);
        if (m_replayTo.isValid())
            m_desk->runFeedTo(m_replayTo);
    }
    void stop() override { m_desk->stop(); }

private:
    std::unique_ptr<EngineDesk> m_desk;
    bool m_isAutoTrading;
    Timestamp m_replayTo;
    bool m_isPaused;
    std::unique_ptr<DailyBackups> m_backups;
};

// A replay that ended, or one of other data, makes room for a new account; an interrupted one goes on.
Result<std::unique_ptr<StorageHost>> openReplayJournal(const QString &path, const QString &settingsHash, bool isFresh)
{
    auto journal = StorageHost::open(path);
    if (!journal)
        return journal;
    const auto &entries = (*journal)->entries();
    if (entries.empty())
        return journal;
    const auto first = decodeRecord(entries.front().body);
    const auto last = decodeRecord(entries.back().body);
    const auto *run = first ? std::get_if<RunStarted>(&*first) : nullptr;
    const bool isFinished = last && std::holds_alternative<RunFinished>(*last);
    if (run != nullptr && run->settingsHash == settingsHash && !isFinished && !isFresh)
        return journal;
    journal->reset();
    for (int number = 1;; ++number) {
        const QString archived = QString(path).replace(u".sqlite"_s, u"-%1.sqlite"_s.arg(number));
        if (QFile::exists(archived))
            continue;
        if (auto done = JournalStore::archive(path, archived); !done)
            return failure(done.error());
        return StorageHost::open(path);
    }
}

} // namespace

Result<std::unique_ptr<RunnableDesk>> makeDesk(const Profile &profile, const Settings &settings, const DeskRequest &request)
{
    if (request.market != u"crypto" && request.market != u"indian")
        return failure(ErrorCode::InvalidArgument, u"market '%1' is not crypto or indian"_s.arg(request.market));
    if (!request.liveAccount.isEmpty())
        return failure(ErrorCode::Denied, u"a desk on paper trades on no account at a venue"_s);
    const auto limits = RiskLimits::fromSettings(settings);
    const auto timeout = settings.value(signalTimeout);
    const auto isAutomatic = settings.value(autoTrade);
    const auto plan = StrategyPlan::make(settings, request);
    const auto keepDays = backupDays(settings);
    const auto accounts = parsePaperAccounts(request.accounts);
    if (!accounts)
        return failure(accounts.error());
    for (const Error *error : {keepDays ? nullptr : &keepDays.error(), limits ? nullptr : &limits.error(), timeout ? nullptr : &timeout.error(),
                               isAutomatic ? nullptr : &isAutomatic.error(), plan ? nullptr : &plan.error()}) {
        if (error != nullptr)
            return failure(*error);
    }
    const bool isReplay = !request.replayFiles.isEmpty();
    const auto named = deskName((isReplay ? u"replay-"_s : u"paper-"_s) + request.market, *accounts);
    if (!named)
        return failure(named.error());
    const AccountId account = *named;
    const QString journalPath = profile.journalPath(account.toString());
    // A replay's journal belongs to its data; the simulated market goes on where the account's time ended.
    auto journal = isReplay ? Result<std::unique_ptr<StorageHost>>(nullptr)
                            : StorageHost::open(journalPath, DeskAssembly::snapshotFormat());
    if (!journal)
        return failure(journal.error());
    const Timestamp notBefore = isReplay ? Timestamp() : (*journal)->lastTime();
    auto source = makeFeed(settings, request, notBefore);
    if (!source)
        return failure(source.error());
    const QString settingsHash = source->fingerprint;
    if (isReplay)
        journal = openReplayJournal(journalPath, settingsHash, request.isReplayFresh);
    if (!journal)
        return failure(journal.error());

    auto owned = std::make_shared<Owned>();
    owned->journal = *std::move(journal);
    if (isReplay)
        owned->clock = std::make_unique<SimClock>();
    const Clock &clock = isReplay ? *owned->clock : *source->clock;

    EngineConfig config;
    config.account = account;
    config.startingCash = request.capital.value_or(
        request.market == u"indian" ? Money{FixedPoint<MoneyTag>::fromInt(1'000'000), Currency(std::string_view("INR"))}
                                    : Money{FixedPoint<MoneyTag>::fromInt(10'000), Currency(std::string_view("USDT"))});
    config.limits = *limits;
    config.seed = request.seed;
    config.settingsHash = settingsHash;
    if (isReplay)
        config.reconcileEverySeconds = 0; // the venue is an object of this run, and its hours pass in seconds
    else if (auto applied = DeskAssembly::applyPolicy(config, settings); !applied)
        return failure(applied.error());
    config.calendar = *ExchangeCalendar::find(request.market == u"indian" ? u"nse" : u"crypto");
    config.signalTimeoutSeconds = *timeout;
    for (const StrategyPlan::Item &item : plan->items)
        config.categories[StrategyId(item.info->id)] = item.info->category;
    const SimBrokerSettings venue = isReplay ? paperVenue(*config.calendar, config.categories)
                                             : tickedPaperVenue(*config.calendar, config.categories);
    config.estimateCosts = [costs = venue.costs](const Order &order, const Money &value) {
        return costs.scheduleOf(order.strategy, order.product).charge(order.side, Liquidity::Taker, Money::zero(value.currency), value).total();
    };

    owned->venues = std::make_unique<PaperVenues>(source->catalogue, clock, venue, *accounts);
    owned->venues->configure(config);

    const std::vector<const ExchangeCalendar *> calendars = DeskAssembly::calendarsOf(*source->catalogue);
    auto engine = std::make_unique<TradingEngine>(config, source->catalogue, calendars, clock, owned->venues->broker(), *owned->journal);
    owned->venues->attach(*engine);
    if (auto recovered = DeskAssembly::recover(*engine, *owned->journal, journalPath); !recovered)
        return failure(recovered.error());
    owned->venues->restore(*engine);
    if (isReplay && engine->state().hasStarted()) {
        owned->clock->advanceTo(engine->state().lastTime());
        source->resumeAfter(engine->state().lastTime());
    }

    EngineDesk::Parts parts;
    parts.catalogue = source->catalogue;
    parts.feedName = source->name;
    std::function<Duration(StrategyCategory)> freshFor;
    if (!isReplay) {
        freshFor = [seconds = *timeout](StrategyCategory category) {
            return seconds > 0 ? Duration(std::chrono::seconds(seconds)) : signalLifetime(category);
        };
    }
    DeskAssembly::addStrategies(*engine, *plan, *source, clock, calendars, freshFor, parts);
    parts.feed = DeskAssembly::makeFeedHost(*source, *plan, calendars);
    parts.engine.engine = std::move(engine);
    parts.engine.simClock = owned->clock.get();
    parts.engine.pace = isReplay ? Pace::Lockstep : Pace::Live;
    StorageHost *storage = owned->journal.get();
    DeskAssembly::connectJournal(parts.engine, *storage);
    if (!isReplay) // one of a replay begins anew with its data
        DeskAssembly::keepSnapshots(parts.engine, *storage);
    parts.engine.owned = owned;

    auto desk = std::make_unique<EngineDesk>(std::move(parts));
    storage->setWake([engineDesk = desk.get()] { engineDesk->wakeForJournal(); });
    // A replay's journal can be made again; that of an account cannot.
    auto backups = isReplay ? nullptr : std::make_unique<DailyBackups>(profile, account.toString(), *keepDays);
    const bool isArmed = !DeskAssembly::wasMoved(*storage, account.toString()) && (request.isAutoTrading || *isAutomatic);
    return std::unique_ptr<RunnableDesk>(std::make_unique<PaperDesk>(std::move(desk), isArmed, request, std::move(backups)));
}

Result<int> signalTimeoutOf(const Settings &settings) { return settings.value(signalTimeout); }

const std::vector<QStringView> &declaredSettings()
{
    static const std::vector<QStringView> keys = [] {
        std::vector<QStringView> all = RiskLimits::settingKeys();
        for (const QStringView key : {signalTimeout.key, autoTrade.key})
            all.push_back(key);
        for (const SettingSpec &spec : backupSettings())
            all.push_back(spec.key);
        for (const auto &some : {strategySettingKeys(), feedSettingKeys()})
            all.insert(all.end(), some.begin(), some.end());
        for (const auto &specs : {liveSettings(), DeskAssembly::policySettings()}) {
            for (const SettingSpec &spec : specs)
                all.push_back(spec.key);
        }
        return all;
    }();
    return keys;
}

std::vector<SettingSpec> declaredSettingSpecs()
{
    std::vector<SettingSpec> specs = limitSettings();
    specs.emplace_back(signalTimeout);
    specs.emplace_back(autoTrade);
    for (const auto &some : {strategySettings(), feedSettings(), backupSettings(), liveSettings(), DeskAssembly::policySettings()})
        specs.insert(specs.end(), some.begin(), some.end());
    return specs;
}

} // namespace bellwether
