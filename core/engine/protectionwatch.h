#pragma once

#include "core/engine/bracketdesk.h"

#include <map>

namespace bellwether {

/// Looks after positions whose stop or exit the venue refused or took away. The position is named at once; the order is
/// placed again after 1, 2 and 4 seconds; a stop that cannot be placed gives way to an exit at the market, and a book
/// that cannot be closed either takes no entry until it is flat. What is unknown is never placed again. A stop-limit that was reached and has not filled after five
/// seconds is taken back, and once that is proved its rest is closed at the market.
class ProtectionWatch {
public:
    static constexpr int attemptsMax = 3;
    static constexpr Duration fillPatience = std::chrono::seconds(5); ///< after a stop-limit was reached

    ProtectionWatch(EngineCore &core, OrderDesk &orders, const BracketDesk &brackets)
        : m_core(core), m_orders(orders), m_brackets(brackets) {}

    /// A stop or exit ended without having been asked to: rejected, cancelled or expired by the venue.
    void onLost(const Order &order, const QString &reason);
    /// A stop or exit is at the venue: what was lost is made good.
    void onPlaced(const Order &order);
    void checkTime();
    /// The book could not be closed: it must not grow.
    bool isBlocked(BookId book) const;

private:
    struct Repair {
        OrderRole role = OrderRole::StopLoss; ///< what is to be placed
        int attempts = 0;                     ///< so far, with this role
        Timestamp due;                        ///< of the next one
        bool isGivenUp = false;
        Price stop;
        OrderId parent;
        OrderId sibling;
    };
    /// A stop that was reached but whose limit has not filled.
    struct Late {
        Timestamp since;
        bool isCancelled = false;
    };
    void checkStopLimits();
    bool isReached(const Order &order) const;
    void exitInstead(const Order &order);
    bool isNeeded(BookId book) const;
    bool isLoss(const Order &order) const;
    void attempt(BookId book, Repair &repair);
    void schedule(BookId book, Repair &repair, const QString &reason);
    Result<OrderId> placeStop(BookId book, const Repair &repair);

    EngineCore &m_core;
    OrderDesk &m_orders;
    const BracketDesk &m_brackets;
    std::map<BookId, Repair> m_repairs;
    std::map<OrderId, Late> m_late;
};

} // namespace bellwether
