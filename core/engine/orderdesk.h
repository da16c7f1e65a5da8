#pragma once

#include "core/engine/bracketdesk.h"
#include "core/engine/orderrisk.h"
#include "core/engine/orderrouting.h"
#include "core/engine/protectionwatch.h"
#include "core/execution/brokerclient.h"
#include "core/risk/riskgate.h"

#include <deque>

namespace bellwether {

/// Orders from plan to end: every one passes the risk gate here, is journalled, leaves once its intent is durable, and
/// is followed by what the venue reports. What protects positions is the work of BracketDesk and ProtectionWatch.
class OrderDesk {
public:
    using Draft = OrderDraft;

    OrderDesk(EngineCore &core, BrokerClient &broker);

    /// Checks a draft and, if nothing refuses it, journals the intent; it leaves on the next committed(). Gives the id,
    /// or Denied with the sentence of the rule. Where the venue holds brackets, the stop and target of an entry are
    /// planned with it, under the ids that follow its own, and leave with it.
    Result<OrderId> place(Draft draft);
    /// Journals an order that needs no check of its own, without sending it: it goes with another. Of several accounts it
    /// goes to that of `route`, or to the one that has what it belongs to.
    OrderId plan(Order order, WorkId work = {}, const Route *route = nullptr);
    /// The refusals that place() would meet now; nothing is recorded.
    std::vector<Denial> preview(const Draft &draft) const;
    /// The same with what the order would cost and risk.
    OrderPreview previewWhole(const Draft &draft) const;

    /// Closes a book at the market: cancels its stops and targets and sends one exit, once the venue has given its last
    /// word on them: what they filled meanwhile is not closed again. Never gated by limits or latches.
    Result<OrderId> closeBook(BookId book, const QString &reason, Price referencePrice, SignalId signal = {});
    Result<void> cancel(OrderId id, const QString &reason);
    /// Asks the venue for new terms. An entry passes the gate again and may not grow. Errors: InvalidTransition while the
    /// order cannot be changed; InvalidArgument; Denied.
    Result<void> modify(OrderId id, const OrderChange &change);
    /// Moves, places or takes away (zero) the stop and the target of a book that holds something. Errors: NotFound;
    /// InvalidArgument for a price off the tick or on the wrong side; Conflict while one of them is being changed.
    Result<QString> protectBook(const BookKey &key, Price stop, Price target);
    /// One of both, without looking where the price is. Errors: those of place() and modify().
    Result<void> setProtection(BookId book, OrderRole role, Price price);
    /// Own: but for those that were sent elsewhere. After an outage: of these, but for strategies that keep theirs.
    enum class Scope { All, Entries, OwnEntries, AfterOutage };
    /// Cancels working orders.
    int cancelAll(Scope scope, const QString &reason);
    /// Cancels what works for a book in one of the roles, but for brackets that still wait for their entry.
    void cancelBook(BookId book, std::initializer_list<OrderRole> roles, const QString &reason);
    /// Asks the venue for another quantity; one that is filled already cancels the order.
    void resize(OrderId id, Quantity quantity, const QString &reason);

    /// A holding changed without a fill: what protects and closes it follows.
    void fitToHolding(BookId book);
    /// The venue has other terms of a working order than we: somebody changed it there.
    void takeTerms(OrderId id, Price price, Quantity quantity);
    /// The venue has what we never sent: the kill latch is set, for what else leaves us cannot be known.
    void distrust(const QString &reason);
    void tellOf(OrderId id) const { tell(orderOf(id)); }
    /// When the last fill of an instrument, or of any, was taken in; invalid before the first of this run.
    Timestamp filledAt(InstrumentIndex instrument) const { return m_filledAt.at(instrument); }
    Timestamp lastFillAt() const { return m_lastFillAt; }

    /// Intents up to here are durable: they leave now, in order.
    void committed(std::uint64_t upTo);
    /// What waits for the venue's word on other orders, or for room in the client's orders of this second, leaves if it may.
    void releaseWaiting();
    /// Orders wait for the journal before they may leave.
    bool isWaitingForJournal() const { return !m_unsent.empty(); }
    /// What the venue said.
    void onReport(const VenueReport &report);
    /// As time passes: what protects positions is looked after.
    void checkTime();
    /// After recovery: orders that may have left are unknown, and the venue is asked; holdings whose stop was lost with
    /// the last moments before the end get it back.
    void resolveAfterRestart();

    const OrderRisk &risk() const { return m_risk; }
    const OrderRouting &routing() const { return m_routing; }
    bool venueHoldsBrackets() const { return m_broker.holdsBrackets(); }

private:
    struct Unsent {
        OrderId order;
        std::uint64_t sequence;
    };
    const Order &orderOf(OrderId id) const { return *m_core.state.orders().find(id); }
    void change(OrderId id, OrderEvent::Kind kind, const QString &reason = {});
    std::optional<OrderChanged> changeOf(const VenueReport &report, const Order &order) const;
    void onChanged(const Order &order, OrderState before, OrderEvent::Kind kind, const QString &reason);
    void onFill(const Order &order, const Fill &fill, const Money &realizedPnl, bool isEnding);
    void stopRepeating(const BookKey &key, const QString &reason);
    RiskView viewOf(const Draft &draft) const;
    /// An order just confirmed may have been overtaken while it could not be cancelled or changed.
    void catchUp(OrderId id);
    bool exceedsHolding(const Order &order) const;
    void suggestSize(const RiskView &view, OrderPreview &preview) const;
    void noteGrowth(const Order &order, Quantity quantity);
    bool growToFill(const VenueReport &report, const Order &order);
    void send(OrderId id);
    void forgetUnsent(OrderId id);
    /// Sends a durable order, or lets go of one that must not leave any more. False where it has to wait.
    bool leave(OrderId id);
    /// The same; one that a fault kept from leaving waits at `place` of those that wait.
    bool leaveOrKeep(const Unsent &unsent, std::size_t place);
    /// Whether the stops and targets of the exit's book have ended, where they were to.
    bool isWayFree(const Order &exit);
    bool hasRoom(const Order &order);
    void countRequest();
    /// The other one of a stop and a target that are to leave together; null where there is none.
    const Unsent *partnerOf(OrderId id) const;
    void sendPair(const Order &one, const Order &other);
    void tell(const Order &order) const;

    EngineCore &m_core;
    BrokerClient &m_broker;
    OrderRisk m_risk;
    OrderRouting m_routing;
    BracketDesk m_brackets;
    ProtectionWatch m_watch;
    std::deque<Unsent> m_unsent;
    std::deque<Unsent> m_waiting; ///< durable, and not yet gone
    std::map<BookId, Timestamp> m_closing; ///< books whose exit waits: when their other orders were last asked about
    bool m_isReleasing = false;
    WireTally m_sent;             ///< journalled and handed to the adapter
    std::map<OrderId, Quantity> m_growing; ///< sizes asked for and not confirmed, larger than the present ones
    std::vector<Timestamp> m_filledAt; ///< by instrument
    Timestamp m_lastFillAt;
};

} // namespace bellwether
