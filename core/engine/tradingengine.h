#pragma once

#include "core/engine/dayguard.h"
#include "core/engine/killswitch.h"
#include "core/engine/reconciler.h"
#include "core/engine/signaldesk.h"
#include "core/engine/snapshotbuilder.h"
#include "core/engine/workdesk.h"
#include "core/strategy/strategy.h"

namespace bellwether {

/// Signal queue, risk, execution and portfolio of one account: the single writer of its state. A plain object without a
/// thread of its own: the desk drives it from its engine thread, a backtest calls it inline, and neither it nor what
/// it owns can tell the difference.
///
/// For each market event the simulated venue matches resting orders first and its fills are delivered, then the
/// caller hands in the signals that the event raised, and their orders reach the venue: no order fills on the data that
/// caused it.
class TradingEngine {
public:
    using MarketTap = std::function<void(const MarketEvent &)>;

    TradingEngine(EngineConfig config, CataloguePtr catalogue, std::vector<const ExchangeCalendar *> calendars,
                  const Clock &clock, BrokerClient &broker, Journal &journal);

    /// A simulated venue sees each event before the engine's own rules do.
    void setMarketTap(MarketTap tap) { m_tap = std::move(tap); }
    /// And learns of time that passes without events: late cancels and day orders end by it.
    void setTimeTap(std::function<void(Timestamp)> tap) { m_timeTap = std::move(tap); }
    void setListener(EngineListener *listener) { m_core.setListener(listener); }

    /// Rebuilds the state from the account's journal, oldest entry first, before start(). Errors name the entry.
    Result<void> recover(const std::vector<JournalEntry> &entries);
    /// Begins with a snapshot of the state instead, before the entries that follow it are recovered. Errors: BadData;
    /// nothing has changed then.
    Result<void> restore(const QByteArray &snapshot) { return m_core.state.restore(snapshot); }
    /// Starting and recovering are the same path: writes the run record, asks the venue about every order that may be
    /// there, and only then runs.
    void start(bool isAutoTrading);
    /// Settles by policy (working entries are cancelled, protective orders stay) and writes the end of a finite run.
    void stop(bool isRunFinished);

    void onMarket(const MarketEvent &event);
    void onSignal(const TradeSignal &signal, SignalOrigin origin = SignalOrigin::Market);
    void onReport(const VenueReport &report);
    /// As time passes without events.
    void onTime();
    /// The journal made everything up to `sequence` durable.
    void onCommitted(std::uint64_t sequence);
    /// Orders wait for the journal: a replay must not go on before they have left.
    bool isWaitingForJournal() const { return m_orders.isWaitingForJournal(); }

    Result<OrderId> approveSignal(SignalId id, std::uint32_t version);
    Result<void> rejectSignal(SignalId id, std::uint32_t version, RejectReason reason);
    Result<void> editSignal(SignalId id, std::uint32_t version, const SignalEdit &edit);
    void setAutoTrading(bool isOn);
    /// What runs, for snapshots; before start().
    void setStrategies(std::vector<StrategyRow> rows) { m_snapshots.setStrategies(std::move(rows)); }
    /// Errors: NotFound for a strategy that does not run on the instrument.
    Result<void> switchStrategy(const BookKey &key, bool isOn, bool isAutomatic);
    /// Records other parameters of a strategy that ships. Errors: NotFound for one that does not run on the instrument or
    /// does not ship, and what ParameterSet says to the values.
    Result<ParameterSet> tuneStrategy(const BookKey &key, const QStringList &parameters);
    /// Null where it does not run on the instrument.
    const StrategyRow *strategy(const BookKey &key) const { return m_snapshots.strategy(key); }
    /// A run of a strategy was due while the one before was still going.
    void noteOverlap(const BookKey &key) { m_snapshots.noteOverlap(key); }
    /// A strategy was stopped for the rest of this run.
    void noteStopped(const BookKey &key, const QString &reason);
    /// Changes limits for the rest of the run, all or none; what they forbid now (a loss of the day beyond a tighter limit) is
    /// acted on at once. Errors: those of reviseLimits(); Denied where one would be looser and that is not confirmed.
    Result<QString> setLimits(const std::vector<LimitChange> &changes, bool isLooseningConfirmed);
    Result<OrderId> submitOrder(const OrderRequest &request);
    /// What the gate would say to it, what it would cost and risk. Errors: NotFound for the instrument.
    Result<OrderPreview> previewOrder(const OrderRequest &request) const;
    Result<void> modifyOrder(OrderId id, const OrderEdit &edit);
    Result<void> cancelOrder(OrderId id);
    int cancelAllOrders();
    Result<OrderId> closePosition(const BookKey &key);
    /// Sets or takes away (zero) stop and target of a book. Gives what was done in a sentence.
    Result<QString> protectPosition(const BookKey &key, Price stop, Price target);
    /// Moves or places the stop of what a book holds, wherever the price is: the venue closes what is through already.
    /// Errors: those of OrderDesk::setProtection.
    Result<void> moveStop(BookId book, Price stop);
    Result<QString> reversePosition(const BookKey &key);
    int closeAllPositions();
    /// Latches first, then cancels entries (all orders when flattening), then closes. Gives the receipt in one sentence.
    QString kill(bool shallFlatten);
    void resetLatches(const QString &note);

    Result<WorkId> startWork(const WorkRequest &request);
    Result<void> cancelWork(WorkId id);
    /// Bars from before the start, for ranges, indicators and volume curves of worked orders.
    void seedBars(InstrumentIndex instrument, Timeframe timeframe, const BarColumns &bars) { m_work.seedBars(instrument, timeframe, bars); }
    /// Asks the venue for its books now, unless an answer is awaited.
    void reconcile();
    /// Adopts, closes or ignores one difference with the venue. Errors: those of Reconciler::decide.
    Result<QString> resolveDifference(std::uint64_t difference, DifferenceAction action);

    /// Something broke an assumption: entries are cancelled, protective orders stay, only reducing orders pass.
    void enterFaulted(const QString &reason);
    /// The same while the journal cannot be written.
    void onJournalFailed(const QString &reason);
    /// It is written and verified again: the venue is asked for its books, and what was stopped goes on at the deliberate reset
    /// of the latches, no sooner.
    void onJournalWritten();
    /// Why no new risk is taken for want of memory; empty where it is.
    void setShortage(const QString &reason) { m_core.shortage = reason; }
    /// Counts and tells an error of the parts around the engine.
    void noteTrouble(ErrorClass errorClass, ErrorRecovery recovery, const QString &source, const QString &text) { m_core.trouble(errorClass, recovery, source, text); }

    MarketView &market() { return m_core.market; }
    const EngineCore &core() const { return m_core; }
    const DeskState &state() const { return m_core.state; }
    /// Of several accounts behind the desk: what of its money is in one of them.
    Money cashOf(const AccountId &account) const { return m_orders.routing().cashOf(account); }
    const SignalDesk &signalDesk() const { return m_signals; }
    DeskSnapshotPtr snapshot(const HealthView &health) { return m_snapshots.build(health); }
    AccountView account() const { return m_snapshots.account(); }

private:
    Result<OrderDesk::Draft> draftOf(const OrderRequest &request) const;
    /// Of a trader's own orders that name none.
    Product usualProduct(const InstrumentId &instrument) const;
    void settle();
    void checkTime();

    EngineCore m_core;
    OrderDesk m_orders;
    SignalDesk m_signals;
    DayGuard m_guard;
    Reconciler m_reconciler;
    WorkDesk m_work;
    KillSwitch m_kill;
    SnapshotBuilder m_snapshots;
    MarketTap m_tap;
    std::function<void(Timestamp)> m_timeTap;
    std::int64_t m_checkedSecond = -1;
    std::uint64_t m_committing = 0; ///< sequence the last commit was asked for
    bool m_isSettling = false;
    bool m_isJournalFault = false; ///< the fault is the journal's and ends with it
};

} // namespace bellwether
