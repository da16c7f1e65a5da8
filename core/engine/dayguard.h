#pragma once

#include "core/engine/orderdesk.h"

namespace bellwether {

/// Watches what time and prices do to the account: the venue's day, the daily-loss latch, time stops and the square-off
/// of intraday positions. A result that cannot be known is taken for a breach after a grace time.
class DayGuard {
public:
    DayGuard(EngineCore &core, OrderDesk &orders) : m_core(core), m_orders(orders) {}

    /// After prices or fills changed the equity: latches in the same step when the day's loss reaches the limit.
    void checkLoss();
    /// As time passes, about once a second of market time: day rollover, time stops, square-off.
    void checkTime();
    /// Loss since the start of the day; never negative.
    Money dayLoss() const;
    Money dayLossLimit() const;

private:
    void halt(const QString &reason, ErrorClass errorClass = ErrorClass::Trading);
    /// Raises the floor under the day's profit, and halts where it is reached.
    void lockProfit();
    /// Whether everything held has had a price since the start; before that the equity is not known.
    bool isEquityKnown() const;
    void closeIntraday();
    /// Halts when the value of something held has not been known for the grace time.
    void checkKnown();
    /// What is held and has no price, or one that is stale while its exchange is open; none where all is well.
    std::optional<BookId> unknownBook() const;

    EngineCore &m_core;
    OrderDesk &m_orders;
    Timestamp m_unknownSince;                                  ///< invalid while the day's result is known
    mutable std::uint64_t m_knownAtFill = ~std::uint64_t(0); ///< fills when the equity was last found to be known
};

} // namespace bellwether
