#include "app/composition/livedesk.h"

#include "app/composition/accountbackups.h"
#include "app/composition/deskassembly.h"
#include "core/brokers/binance/binancefeed.h"
#include "core/storage/storagehost.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

// Far more than a venue's clock drifts and than a request's time stamp bears: somebody set the machine's clock.
constexpr auto clockAlarm = std::chrono::seconds(2);

/// Whatever the engine refers to, in the order it must go away.
struct Owned {
    std::unique_ptr<net::VenueClock> clock;
    std::unique_ptr<StorageHost> journal;
    std::unique_ptr<binance::BinanceBroker> broker;
};

class LiveDesk final : public LiveRunnableDesk {
public:
    LiveDesk(std::unique_ptr<EngineDesk> desk, std::shared_ptr<Owned> owned, bool isAutoTrading, bool isNew, std::function<std::unique_ptr<DailyBackups>()> makeBackups)
        : m_owned(std::move(owned)), m_desk(std::move(desk)), m_isAutoTrading(isAutoTrading), m_makeBackups(std::move(makeBackups))
    {
        if (isNew)
            QObject::connect(m_desk.get(), &TradingDesk::snapshotChanged, &m_watch, [this](const DeskSnapshotPtr &snapshot) { leaveWhatWasThere(*snapshot); });
        QObject::connect(&m_watch, &QTimer::timeout, m_desk.get(), [this] { watchClock(); });
    }
    ~LiveDesk() override { stop(); }

    TradingDesk &desk() override { return *m_desk; }
    void start() override
    {
        m_ahead = wallAhead();
        m_watch.start(std::chrono::seconds(1));
        m_backups = m_makeBackups(); // its timer belongs to the thread that runs the desk
        m_desk->start(m_isAutoTrading);
        m_owned->broker->start([desk = m_desk.get()](std::function<void()> action) {
            desk->inEngine([action = std::move(action)](TradingEngine &) { action(); });
        });
    }
    void stop() override
    {
        m_watch.stop();
        m_backups.reset();
        m_desk->stop();
        m_owned->broker->stop(); // after the engine: what it cancelled at its end still leaves
    }
    binance::SessionStatus venueStatus() const override { return m_owned->broker->status(); }
    void disarm(const QString &reason) override
    {
        m_owned->broker->disarm(reason);
        m_desk->setAutoTrading(false);
        m_desk->inEngine([reason](TradingEngine &engine) { engine.core().log(DeskEvent::Severity::Error, u"desk"_s, u"disarmed: "_s + reason); });
    }
    void moveTo(QThread *thread) override
    {
        m_desk->moveToThread(thread);
        m_watch.moveToThread(thread);
    }

private:
    // What a new account holds already is its owner's affair: the desk neither counts nor sells it.
    void leaveWhatWasThere(const DeskSnapshot &snapshot)
    {
        if (snapshot.counters.orders > 0)
            return;
        for (const DifferenceRow &row : snapshot.venue.differences) {
            if (!row.isMoney() && m_left.insert(row.id).second)
                m_desk->resolveDifference(row.id, DifferenceAction::Ignore);
        }
    }
    Duration wallAhead() const { return SystemClock().now() - m_owned->clock->now() + m_owned->clock->offset(); }
    void watchClock()
    {
        const Duration jump = wallAhead() - m_ahead;
        if (m_isAlarmed || (jump < clockAlarm && jump > -clockAlarm))
            return;
        m_isAlarmed = true;
        disarm(u"the machine's clock was set by %1 s"_s.arg(std::chrono::duration<double>(jump).count(), 0, 'f', 1));
    }

    std::shared_ptr<Owned> m_owned;
    std::unique_ptr<EngineDesk> m_desk;
    bool m_isAutoTrading;
    std::function<std::unique_ptr<DailyBackups>()> m_makeBackups;
    std::unique_ptr<DailyBackups> m_backups;
    QTimer m_watch;
    Duration m_ahead{};
    bool m_isAlarmed = false;
    std::set<std::uint64_t> m_left;
};

Result<std::vector<Instrument>> instrumentsOf(const binance::ExchangeRules &rules, const QStringList &symbols, Currency currency)
{
    std::vector<Instrument> instruments;
    for (const QString &symbol : symbols) {
        const auto found = rules.symbols.find(symbol.section(u':', -1));
        if (found == rules.symbols.end())
            return failure(ErrorCode::NotFound, u"the venue does not list '%1'"_s.arg(symbol));
        if (found->second.instrument.currency != currency)
            return failure(ErrorCode::InvalidArgument, u"%1 is not quoted in %2, in which the account is counted"_s.arg(symbol, currency.toString()));
        if (!found->second.isTrading())
            return failure(ErrorCode::NotFound, u"the venue takes no orders in %1 (status %2)"_s.arg(symbol, found->second.status));
        instruments.push_back(found->second.instrument);
    }
    if (instruments.empty())
        return failure(ErrorCode::InvalidArgument, u"a live desk needs a symbol"_s);
    return instruments;
}

Money balanceOf(const binance::VenueAccount &account, Currency currency)
{
    Money total = Money::zero(currency);
    for (const binance::VenueBalance &balance : account.balances) {
        if (balance.asset == currency.toString())
            total.amount = FixedPoint<MoneyTag>::fromRaw((balance.free + balance.locked).raw());
    }
    return total;
}

} // namespace

LiveGrant::LiveGrant(Profile profile, Settings settings, DeskRequest request, LiveAccess access)
    : m_profile(std::move(profile)), m_settings(std::move(settings)), m_request(std::move(request)), m_access(std::move(access))
{
}

Result<LiveGrant> grantLive(const Profile &profile, const Settings &settings, const DeskRequest &request,
                            const std::function<std::optional<SecretBytes>()> &passphrase)
{
    const auto book = AccountBook::load(profile);
    const auto record = book ? book->find(request.liveAccount) : failure(book.error());
    if (!record)
        return failure(record.error());
    const Arming arming(profile, settings, *record);
    if (auto armed = arming.check(SystemClock().now()); !armed)
        return failure(armed.error());
    if (request.market != u"crypto" || !request.replayFiles.isEmpty())
        return failure(ErrorCode::InvalidArgument, u"a live desk is of the market crypto and no replay"_s);
    const auto limits = RiskLimits::fromSettings(settings);
    const auto plan = StrategyPlan::make(settings, request);
    const auto timeout = signalTimeoutOf(settings);
    const auto keepDays = backupDays(settings);
    for (const Error *error : {keepDays ? nullptr : &keepDays.error(), limits ? nullptr : &limits.error(), plan ? nullptr : &plan.error(), timeout ? nullptr : &timeout.error()}) {
        if (error != nullptr)
            return failure(*error);
    }
    SecretBytes opener;
    if (record->store == u"vault") {
        auto given = passphrase();
        if (!given)
            return failure(ErrorCode::Denied, u"the vault of keys was not opened"_s);
        opener = *std::move(given);
    }
    auto store = openSecretStore(profile, record->store, opener);
    if (!store)
        return failure(store.error());
    auto access = openAccount(*record, **store);
    if (!access)
        return failure(access.error());
    if (auto armed = arming.consume(SystemClock().now()); !armed)
        return failure(armed.error());
    return LiveGrant(profile, settings, request, *std::move(access));
}

Result<std::unique_ptr<LiveRunnableDesk>> connectLive(const LiveGrant &grant, const binance::Cancellation &cancellation,
                                                      const std::function<void(const QString &)> &progress)
{
    const Profile &profile = grant.m_profile;
    const Settings &settings = grant.m_settings;
    const DeskRequest &request = grant.m_request;
    const LiveAccess &access = grant.m_access;
    const auto limits = RiskLimits::fromSettings(settings); // both were read when the grant was given
    const auto plan = StrategyPlan::make(settings, request);
    const auto keepDays = backupDays(settings);
    const auto timeout = signalTimeoutOf(settings);
    // The venue first: an account whose key may not be used gets no journal.
    auto signer = access.signer();
    auto checkSigner = access.signer();
    if (!signer || !checkSigner)
        return failure(!signer ? signer.error() : checkSigner.error());
    progress(u"asking the venue for its rules"_s);
    // Open to everybody, and so the quickest to say that there is no way to the venue.
    auto loader = std::make_shared<binance::HistoryLoader>(access.endpoints, std::chrono::seconds(15), cancellation);
    auto rules = loader->exchangeRules();
    if (!rules)
        return failure(rules.error());
    const auto sharedRules = std::make_shared<const binance::ExchangeRules>(*std::move(rules));
    progress(u"asking the venue for the account"_s);
    binance::AccountCheck check;
    {
        binance::BlockingRest rest(access.endpoints, *std::move(checkSigner), std::chrono::seconds(15), cancellation);
        rest.setLimits(sharedRules->rateLimits);
        auto checked = binance::checkAccount(rest);
        if (!checked)
            return failure(checked.error());
        check = *std::move(checked);
    }
    const Currency currency = liveCurrency(settings);
    auto instruments = instrumentsOf(*sharedRules, request.symbols.isEmpty() ? liveSymbols(settings) : request.symbols, currency);
    if (!instruments)
        return failure(instruments.error());

    const AccountId account = access.record.id();
    const QString journalName = u"live-"_s + account.toString();
    const QString journalPath = profile.journalPath(journalName);
    auto journal = StorageHost::open(journalPath, DeskAssembly::snapshotFormat());
    if (!journal)
        return failure(journal.error());
    const bool isNew = (*journal)->isNew();
    auto owned = std::make_shared<Owned>();
    owned->journal = *std::move(journal);
    owned->clock = std::make_unique<net::VenueClock>();
    FeedSource source;
    source.catalogue = std::make_shared<const InstrumentCatalogue>(*instruments);
    source.clock = owned->clock.get();
    source.name = u"Binance %1"_s.arg(access.record.endpoint);
    auto feed = std::make_unique<binance::BinanceFeed>(access.endpoints, source.catalogue, loader, *owned->clock);
    const binance::BinanceFeed *past = feed.get();
    source.feed = std::move(feed);
    owned->broker = std::make_unique<binance::BinanceBroker>(
        binance::BinanceBroker::Account{access.endpoints, *std::move(signer), sharedRules, *instruments, owned->clock.get()});

    EngineConfig config;
    config.mode = RunMode::Live;
    config.account = account;
    config.startingCash = balanceOf(check.account, currency);
    config.limits = *limits;
    config.seed = request.seed;
    config.calendar = &ExchangeCalendar::crypto();
    if (auto applied = DeskAssembly::applyPolicy(config, settings); !applied)
        return failure(applied.error());
    config.signalTimeoutSeconds = *timeout;
    for (const StrategyPlan::Item &item : plan->items)
        config.categories[StrategyId(item.info->id)] = item.info->category;
    config.estimateCosts = [taker = check.account.takerFee](const Order &, const Money &value) { return fractionOf(value, taker); };

    const std::vector<const ExchangeCalendar *> calendars = DeskAssembly::calendarsOf(*source.catalogue);
    auto engine = std::make_unique<TradingEngine>(config, source.catalogue, calendars, *owned->clock, *owned->broker, *owned->journal);
    if (auto recovered = DeskAssembly::recover(*engine, *owned->journal, journalPath); !recovered)
        return failure(recovered.error());
    EngineDesk::Parts parts;
    parts.catalogue = source.catalogue;
    parts.feedName = source.name;
    const auto freshFor = [seconds = *timeout](StrategyCategory category) {
        return seconds > 0 ? Duration(std::chrono::seconds(seconds)) : signalLifetime(category);
    };
    progress(u"reading the past bars of %1 symbols"_s.arg(instruments->size()));
    DeskAssembly::addStrategies(*engine, *plan, source, *owned->clock, calendars, freshFor, parts);
    parts.feed = DeskAssembly::makeFeedHost(source, *plan, calendars);
    // Strategies and charts without a past would be wrong for days: the desk opens with it.
    if (past->pastTrouble())
        return failure(*past->pastTrouble());
    parts.engine.engine = std::move(engine);
    parts.engine.pace = Pace::Live;
    DeskAssembly::connectJournal(parts.engine, *owned->journal);
    DeskAssembly::keepSnapshots(parts.engine, *owned->journal);
    parts.engine.owned = owned;
    if (cancellation && *cancellation)
        return failure(ErrorCode::Cancelled, u"the start was given up"_s);
    auto desk = std::make_unique<EngineDesk>(std::move(parts));
    owned->journal->setWake([engineDesk = desk.get()] { engineDesk->wakeForJournal(); });
    const bool isArmed = request.isAutoTrading && !DeskAssembly::wasMoved(*owned->journal, journalName);
    return std::unique_ptr<LiveRunnableDesk>(std::make_unique<LiveDesk>(std::move(desk), owned, isArmed, isNew,
                                                                        [profile, journalName, days = *keepDays] { return std::make_unique<DailyBackups>(profile, journalName, days); }));
}

Result<std::unique_ptr<LiveRunnableDesk>> openLiveDesk(const Profile &profile, const Settings &settings, const DeskRequest &request,
                                                       const std::function<std::optional<SecretBytes>()> &passphrase)
{
    const auto grant = grantLive(profile, settings, request, passphrase);
    if (!grant)
        return failure(grant.error());
    return connectLive(*grant);
}

} // namespace bellwether
