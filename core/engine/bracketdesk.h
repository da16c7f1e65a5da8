#pragma once

#include "core/engine/enginecore.h"

namespace bellwether {

class OrderDesk;

/// Keeps stops and targets at the size of what they protect. They go to the venue with their entry where it holds
/// brackets, so that they work from the moment of a fill; elsewhere they follow every fill. One cancels the other, and
/// together they never close more than their book holds.
class BracketDesk {
public:
    BracketDesk(EngineCore &core, OrderDesk &orders) : m_core(core), m_orders(orders) {}

    /// Plans what leaves together with an entry just planned.
    void planWith(OrderId entry);
    /// Stop or target that left with an entry; null where there is none.
    const Order *attachedOf(const Order &entry, OrderRole role) const;
    /// Waits at the venue for the first fill of its entry.
    bool isDormant(const Order &order) const;

    /// `isEnding`: the entry's cancel was asked for, or it had ended, when this fill came.
    void onEntryFill(const Order &entry, Quantity filled, bool isEnding);
    /// An entry came to its end: what it left unfilled its bracket need not wait for.
    void onEntryEnd(const Order &entry);
    /// A stop or target was filled, wholly or in part: the other one shrinks by as much.
    void reduceSibling(const Order &filled);
    /// A stop or target was confirmed: it may have missed what happened meanwhile.
    void catchUp(const Order &child);
    /// Stops and targets never close more than their book holds: what is beyond is cut, the oldest first.
    void fitToHolding(BookId book);
    /// After a restart: fits what an entry left, and restores stops that were lost with the last moments.
    void restore(BookId book);

    /// What is held without a stop (or another guard) or an exit at work.
    Quantity naked(BookId book, OrderRole guard = OrderRole::StopLoss) const;

private:
    Quantity uncovered(const Order &entry) const;
    void protect(const Order &entry, Quantity quantity);
    void fitToEntry(const Order &child);
    void fitToHolding(BookId book, OrderRole role);
    static Order childOf(const Order &entry, OrderRole role, Quantity quantity);

    EngineCore &m_core;
    OrderDesk &m_orders;
};

} // namespace bellwether
