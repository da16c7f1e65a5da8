#pragma once

#include "core/engine/orderdesk.h"
#include "core/engine/shadowledger.h"

namespace bellwether {

/// Market: an event just raised it. BeforeStart: it was raised while the desk was off and is still fresh; it waits for
/// the trader even with auto-trading on, so that a start is no burst of late orders.
enum class SignalOrigin { Market, BeforeStart };

/// Signals from arrival to order: sizes them, keeps the queue, expires by time and drift, and turns an approved one into
/// orders, exactly once per (id, version).
class SignalDesk {
public:
    SignalDesk(EngineCore &core, OrderDesk &orders) : m_core(core), m_orders(orders), m_shadow(core.catalogue) {}

    /// A strategy's opinion. It is dropped when its confidence is below the cut-off or it asks for what its book already
    /// is; else it waits, or, with auto-trading on, is approved at once.
    void onSignal(const TradeSignal &signal, SignalOrigin origin = SignalOrigin::Market);
    /// Errors: NotFound, Conflict (another version, or no longer pending), Stale (expired by time or drift), Denied.
    Result<OrderId> approve(SignalId id, std::uint32_t version, const QString &by);
    Result<void> reject(SignalId id, std::uint32_t version, RejectReason reason);
    Result<void> edit(SignalId id, std::uint32_t version, const SignalEdit &edit);
    /// Expires what is too old or has drifted too far. Called as time passes.
    void expire();

    SignalRow rowOf(const QueuedSignal &queued) const;
    /// Brings the price of now and the drift of a row up to date.
    void reprice(SignalRow &row, const QueuedSignal &queued) const;
    /// What the rejected and expired ones would have made.
    ShadowLedger &shadow() { return m_shadow; }
    const ShadowLedger &shadow() const { return m_shadow; }
    /// Signals that never reached the queue, by cause.
    const std::map<QString, int> &dropped() const { return m_dropped; }
    /// Why the signal of that bar never reached the queue; empty where it did, or where that is too long ago.
    QString causeOfDrop(const StrategyId &strategy, const InstrumentId &instrument, Timestamp raisedAt) const;

private:
    struct Drop {
        StrategyId strategy;
        InstrumentId instrument;
        Timestamp raisedAt;
        QString cause;
    };
    static constexpr std::size_t dropsKept = 5'000;
    void drop(const TradeSignal &signal, const QString &cause);
    QueuedSignal propose(const TradeSignal &signal, const Position *book) const;
    Result<OrderId> order(const QueuedSignal &queued);
    void decide(SignalId id, SignalState state, const QString &reason, const QString &by, OrderId order = {});
    Result<const QueuedSignal *> pending(SignalId id, std::uint32_t version) const;
    double drift(const QueuedSignal &queued) const;

    EngineCore &m_core;
    OrderDesk &m_orders;
    ShadowLedger m_shadow;
    std::map<QString, int> m_dropped;
    std::deque<Drop> m_drops; ///< the last ones, for explanations; not journalled
};

} // namespace bellwether
