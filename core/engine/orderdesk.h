#pragma once

#include "core/engine/enginecore.h"
#include "core/engine/orderflow.h"
#include "core/execution/brokerclient.h"
#include "core/risk/riskgate.h"

#include <deque>

namespace bellwether {

/// Orders from plan to end: every one passes the risk gate here, is journalled, leaves once its intent is durable, and
/// is followed by what the venue reports. Stop and target go to the venue with their entry where it holds brackets, so
/// that they work from the moment of a fill; elsewhere they follow every fill. One cancels the other.
class OrderDesk {
public:
    OrderDesk(EngineCore &core, BrokerClient &broker);

    /// A draft that the gate has not seen yet.
    struct Draft {
        Order order;                    ///< without id, in state Draft
        StrategyCategory category = StrategyCategory::DayTrading;
        bool releasesBook = false;      ///< the opposite holding of its book is being closed first, by an order just placed
    };
    /// Checks a draft and, if nothing refuses it, journals the intent; it leaves on the next committed(). Gives the id,
    /// or Denied with the sentence of the rule. Where the venue holds brackets, the stop and target of an entry are
    /// planned with it, under the ids that follow its own, and leave with it.
    Result<OrderId> place(Draft draft);
    /// The refusals that place() would meet now; nothing is recorded.
    std::vector<Denial> preview(const Draft &draft) const;
    /// The same with what the order would cost and risk.
    OrderPreview previewWhole(const Draft &draft) const;

    /// Closes a book at the market: cancels its stops and targets, then sends one exit. Never gated by limits or latches.
    Result<OrderId> closeBook(const BookKey &key, const QString &reason, Price referencePrice, SignalId signal = {});
    Result<void> cancel(OrderId id, const QString &reason);
    /// Asks the venue for new terms. An entry passes the gate again and may not grow. Errors: InvalidTransition while the
    /// order cannot be changed; InvalidArgument; Denied.
    Result<void> modify(OrderId id, const OrderChange &change);
    /// Moves, places or takes away (zero) the stop and the target of a book that holds something. Errors: NotFound;
    /// InvalidArgument for a price off the tick or on the wrong side; Conflict while one of them is being changed.
    Result<QString> protectBook(const BookKey &key, Price stop, Price target);
    /// Cancels working orders: entries only, or all.
    int cancelAll(bool entriesOnly, const QString &reason);

    /// Intents up to here are durable: they leave now, in order.
    void committed(std::uint64_t upTo);
    /// Orders wait for the journal before they may leave.
    bool isWaitingForJournal() const { return !m_unsent.empty(); }
    /// What the venue said.
    void onReport(const VenueReport &report);
    /// Takes up the books of a recovered state.
    void adoptState();
    /// After recovery: orders that may have left are unknown, and the venue is asked; holdings whose stop was lost with
    /// the last moments before the end get it back.
    void resolveAfterRestart();

    /// Money that working entries may still take and the exposure they may add; unknown ones count as if filled.
    Money workingExposure() const;
    /// Held and working exposure to a sector; none for the empty name.
    Money sectorExposure(const QString &sector) const;
    const std::set<BookKey> &heldBooks() const { return m_held; }

private:
    struct Unsent {
        OrderId order;
        std::uint64_t sequence;
    };
    RiskView viewOf(const Draft &draft) const;
    void change(OrderId id, OrderEvent::Kind kind, const QString &reason = {});
    /// `isEnding`: its cancel was asked for, or it had ended already.
    void onFill(const Order &order, const Fill &fill, const Money &realizedPnl, bool isEnding);
    OrderId plan(Order order);
    void planBracket(OrderId entry);
    static Order childOf(const Order &entry, OrderRole role, Quantity quantity);
    /// Stop and target that left with an entry; null where there is none.
    const Order *attachedOf(const Order &entry, OrderRole role) const;
    void cover(const Order &entry, Quantity filled, bool isEnding);
    Quantity uncovered(const Order &entry) const;
    void protect(const Order &entry, Quantity quantity);
    /// Fits an attached order to an entry that ended: it may close what the entry filled and its sibling did not.
    void fitToEntry(OrderId child);
    bool isDormant(const Order &order) const;
    /// Stops and targets never close more than their book holds: what is beyond is cut, the oldest first.
    void fitToHolding(const BookKey &key);
    void fitToHolding(const BookKey &key, OrderRole role);
    void resize(OrderId id, Quantity quantity);
    void restoreProtection(const BookKey &key);
    void reduceSibling(const Order &filled);
    Result<void> setProtection(const BookKey &key, OrderRole role, Price price);
    /// Cancels what works for a book in one of the roles.
    void cancelBook(const BookKey &key, std::initializer_list<OrderRole> roles, const QString &reason);
    /// An order just confirmed may have been overtaken while it could not be cancelled or changed.
    void catchUp(OrderId id);
    bool exceedsHolding(const Order &order) const;
    Money reservedBy(const Order &order) const;
    void send(OrderId id);
    void tell(const Order &order) const;
    EngineCore &m_core;
    BrokerClient &m_broker;
    std::deque<Unsent> m_unsent;
    mutable OrderFlow m_flow;          ///< forgets as time passes
    std::set<BookKey> m_held;          ///< books that hold something
};

} // namespace bellwether
