#pragma once

#include "core/engine/orderdesk.h"

namespace bellwether {

/// Works the orders that no venue holds for us. Each look at one of them is a step from what is known now (fills,
/// children at work, prices, time), so that a look too many does nothing and a restart goes on where the journal ends.
/// A child is never larger than what its parent still lacks, children at work and unknown ones counted as filled.
class WorkDesk {
public:
    static constexpr std::size_t barsKept = 600; ///< per series, for ranges, indicators and volume curves

    WorkDesk(EngineCore &core, OrderDesk &orders) : m_core(core), m_orders(orders) {}

    /// Errors: NotFound for the instrument; InvalidArgument for what does not fit it; Denied while new risk is halted;
    /// Stale while there is no price.
    Result<WorkId> start(const WorkRequest &request);
    /// Errors: NotFound where it is not going on.
    Result<void> cancel(WorkId id, const QString &reason);
    int cancelAll(const QString &reason);

    /// Bars from before the start.
    void seedBars(InstrumentIndex instrument, Timeframe timeframe, const BarColumns &bars);
    void onMarket(const MarketEvent &event, bool hasMoved);
    /// Something happened to an order: its parent, if it has one, looks again.
    void onOrder(OrderId child);
    void checkTime();
    /// Going on first, newest first; then those that ended. Shared with the last call while nothing changed.
    std::shared_ptr<const std::vector<WorkRow>> rows() const;

private:
    /// What a look at one worked order needs again and again.
    struct Look {
        const Work &work;
        InstrumentIndex index;
        const Instrument &instrument;
        BookId book;
        Price last;
        std::vector<OrderId> children;   ///< at work
        Quantity reserved;               ///< what they may still fill
        Quantity left() const { return work.request.quantity - work.filled - reserved; }
    };
    /// What is not worth a record: it comes back by itself.
    struct Memory {
        QString text;                    ///< what it is doing
        Price level;
        double best = 0;                 ///< trailing: best price since the start
        int placedIn = 0;                ///< slice that has its child
        Timestamp actedAt;
    };
    using SeriesKey = std::pair<InstrumentIndex, Timeframe>;

    void look(WorkId id);
    Look lookAt(const Work &work) const;
    bool addsRisk(const Work &work) const;
    void finishCancelling(const Look &look);
    bool cancelChildren(const Look &look, const QString &reason);
    void step(const Work &work, int steps);
    void end(const Work &work, WorkState state, const QString &reason);
    Result<OrderId> place(const Look &look, Order order, Quantity quantity);
    Order childOf(const Look &look, OrderType type, Price limit) const;
    double rangeOf(const Look &look) const;
    double indicatorOf(InstrumentIndex instrument, const WorkCondition &condition) const;
    /// Share of the whole that is due after a share of the time.
    double volumeShare(const Look &look, double share) const;
    QString outcomeOf(const Look &look) const;
    double progressOf(const Work &work) const;

    // workkinds.cpp
    void trail(const Look &look);
    void breakEven(const Look &look);
    void oco(const Look &look);
    void conditional(const Look &look);
    void iceberg(const Look &look);
    void slice(const Look &look);
    void makeMarket(const Look &look);
    void quote(const Look &look, Side side, Price price, Quantity quantity, OrderRole role);
    Price stopOf(const Look &look, bool &isBusy) const;
    bool isMet(const Look &look) const;

    EngineCore &m_core;
    OrderDesk &m_orders;
    std::map<WorkId, Memory> m_memory;
    std::map<SeriesKey, BarColumns> m_bars;
    bool m_isLooking = false;
    std::vector<WorkId> m_waiting;         ///< asked for while another look went on
    mutable std::shared_ptr<const std::vector<WorkRow>> m_rows;
    mutable std::uint64_t m_rowsAt = 0;
};

} // namespace bellwether
