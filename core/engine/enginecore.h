#pragma once

#include "core/base/clock.h"
#include "core/engine/deskstate.h"
#include "core/engine/enginelistener.h"
#include "core/engine/errorledger.h"
#include "core/engine/journal.h"
#include "core/engine/marketview.h"
#include "core/execution/clientbudget.h"
#include "core/execution/router.h"
#include "core/risk/risklimits.h"

#include <functional>
#include <memory>
#include <set>

namespace bellwether {

/// How an engine is set up; constant while it runs, but for the limits (TradingEngine::setLimits).
struct EngineConfig {
    AccountId account{std::string_view("paper")};
    RunMode mode = RunMode::Paper;
    Money startingCash;
    RiskLimits limits;
    std::uint64_t seed = 1;
    QString settingsHash;
    const ExchangeCalendar *calendar = &ExchangeCalendar::crypto(); ///< the account's day
    std::map<StrategyId, StrategyCategory> categories;  ///< of the strategies that run; others have no schedule
    bool usesBrackets = true;        ///< entries get a stop and a target, from the signal or the limits' defaults
    bool usesDefaultStop = true;     ///< where the signal brings none; else such an entry has none
    bool usesDefaultTarget = true;
    bool timeStopsAll = false;       ///< the time stop is for positions of every category
    bool closesOnOppositeSignal = true;
    int signalTimeoutSeconds = 0;    ///< 0: the lifetime of the signal's category
    /// What the venue would charge for executing an order of this value; for previews.
    std::function<Money(const Order &, const Money &value)> estimateCosts = [](const Order &, const Money &value) {
        return Money::zero(value.currency);
    };
    /// Where several accounts stand behind the desk: what each offers an order of this value, but for margins; null for one
    /// account. Of what the account begins with each of `accounts` has an equal share; the first has what comes later, too.
    std::function<std::vector<AccountOffer>(const Order &, const Money &value)> accountOffers;
    std::vector<AccountId> accounts;
    /// Share of equity behind the next entry of a strategy, instead of `limits.percentPerTrade`; null: the limits'.
    std::function<double(const StrategyId &)> percentOf;
    /// Orders of the client in a second, shared by all its engines; null where the venue is of this very process and takes
    /// any number, so that only entries are counted against the limit.
    std::shared_ptr<ClientBudget> budget;
    /// After so long without a price of something held, while its exchange is open, the day's result counts as a breach
    /// of its limit; 0 never.
    int unknownPnlGraceSeconds = 0;
    std::set<StrategyId> keepsEntries; ///< strategies whose entries stay at the venue when the connection was gone
    int reconcileEverySeconds = 30;  ///< 0 never: a venue of this very process that nothing can come between
    int disconnectGraceSeconds = 30; ///< without connection, until entries are to be cancelled when it returns
    int squareOffMinutesBeforeClose = 20; ///< intraday categories are closed this long before the session ends

    /// Whether a strategy's category holds nothing over the night.
    bool isOfTheDay(const StrategyId &strategy) const;
    /// The same for what an order of it opens: where orders have products, the product decides.
    bool isIntraday(const StrategyId &strategy, Product product) const
    {
        return product == Product::None ? isOfTheDay(strategy) : product == Product::Intraday;
    }
};

/// What the parts of one engine share: configuration, state and the only ways to change it. Lives on the engine's
/// thread.
class EngineCore {
public:
    EngineCore(EngineConfig config, CataloguePtr catalogue, std::vector<const ExchangeCalendar *> calendars,
               const Clock &clock, Journal &journal);

    EngineConfig config;
    CataloguePtr catalogue;
    const Clock &clock;
    Journal &journal;
    DeskState state;
    MarketView market;
    EngineState lifecycle = EngineState::Idle;
    QString lifecycleReason;
    /// What forbids new risk until the venue and we agree; empty where nothing does. Kept by the Reconciler.
    struct Trust {
        QString account;
        std::map<InstrumentIndex, QString> instruments;
    };
    Trust trust;
    QString shortage;         ///< of memory: why no new risk is taken; empty where it is

    Timestamp now() const { return clock.now(); }
    /// Applies a record to the state and appends it to the journal. Fault when the state refuses it: the caller checked.
    DeskState::Effect record(const Record &record);
    /// The same for records that a venue caused: an impossible transition is an Error and nothing is written.
    Result<DeskState::Effect> tryRecord(const Record &record);
    /// Sequence of the last record appended to the journal.
    std::uint64_t lastSequence() const { return m_lastSequence; }
    void setListener(EngineListener *listener) { m_listener = listener ? listener : &m_silent; }
    EngineListener &listener() const { return *m_listener; }
    /// Somebody reads events, signals and orders: worth asking before their texts are made on a hot path.
    bool isNarrated() const { return m_listener->wantsNarration(); }
    void log(DeskEvent::Severity severity, const QString &source, const QString &text) const;
    /// An error: told as an event, and counted by its class with what is done about it.
    void trouble(ErrorClass errorClass, ErrorRecovery recovery, const QString &source, const QString &text,
                 DeskEvent::Severity severity = DeskEvent::Severity::Error);
    const ErrorLedger &errors() const { return m_errors; }

    const Instrument &instrument(InstrumentIndex index) const { return catalogue->at(index); }
    const Instrument &instrumentOf(BookId book) const { return catalogue->at(state.instrumentOf(book)); }
    InstrumentIndex indexOf(const InstrumentId &id) const;
    /// The price that something is worth or can be traded at now; zero when unknown.
    Price lastPrice(InstrumentIndex index) const { return market.at(index).last; }
    /// None for the trader's own orders and strategies that do not run.
    std::optional<StrategyCategory> categoryOf(const StrategyId &strategy) const;
    /// The product of an order that does not name one: that of its entry, of what it closes, or by the category of its
    /// strategy; none where the instrument has no products or nothing tells.
    Product productOf(const Order &order) const;
    bool isRunning() const { return lifecycle == EngineState::Running; }

private:
    std::uint64_t m_lastSequence = 0;
    ErrorLedger m_errors;
    class Silence final : public EngineListener {
    public:
        bool wantsNarration() const override { return false; }
    };
    Silence m_silent;
    EngineListener *m_listener = &m_silent;
};

} // namespace bellwether
