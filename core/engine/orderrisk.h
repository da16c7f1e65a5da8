#pragma once

#include "core/engine/enginecore.h"
#include "core/engine/orderflow.h"
#include "core/risk/riskview.h"
#include "core/risk/sizing.h"

namespace bellwether {

/// An order that the gate has not seen yet.
struct OrderDraft {
    Order order;                    ///< without id, in state Draft
    StrategyCategory category = StrategyCategory::DayTrading;
    WorkId work;                    ///< whose child it is
    bool releasesBook = false;      ///< the opposite holding of its book is being closed first, by an order just placed
};

/// What the gate sees of the account when it judges an order: exposure held and reserved, positions, flow of orders.
class OrderRisk {
public:
    explicit OrderRisk(EngineCore &core) : m_core(core) {}

    /// `book`: the draft's, invalid when it was never used. `isBlocked`: nothing may be added to it.
    RiskView viewOf(const OrderDraft &draft, BookId book, bool isBlocked) const;
    /// An entry was planned: it counts in the flow.
    void count(const Order &entry) { m_flow.add(entry); }

    /// What a size depends on, for an entry of a strategy; what `closing` ties up counts as free.
    SizingInput sizingOf(const StrategyId &strategy, InstrumentIndex instrument, Price price, Price stop, double confidence,
                         const Position *closing = nullptr) const;
    /// Money that working entries may still take and the exposure they may add; unknown ones count as if filled.
    Money workingExposure() const;
    /// Cash that an order may take: without what working entries reserve, and with what intraday holdings and entries do not tie
    /// up.
    Money freeCash() const;
    /// Held and working exposure to a sector; none for the empty name.
    Money sectorExposure(const QString &sector) const;
    /// What one of the entries takes of both.
    Money reservedBy(const Order &order) const;
    /// The part of an intraday value that the margin leaves free.
    Money lentOn(Product product, const Money &value) const;

private:
    Price ownOpposite(const Order &order, InstrumentIndex index, BookId own) const;
    void viewReduction(const OrderDraft &draft, BookId book, RiskView &view) const;
    void viewAccount(const OrderDraft &draft, BookId book, RiskView &view) const;
    void viewPositions(const OrderDraft &draft, BookId own, InstrumentIndex index, RiskView &view) const;

    EngineCore &m_core;
    mutable OrderFlow m_flow;          ///< forgets as time passes
};

} // namespace bellwether
