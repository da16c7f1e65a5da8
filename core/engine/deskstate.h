#pragma once

#include "core/engine/orderroutes.h"
#include "core/engine/records.h"
#include "core/engine/strategyscores.h"
#include "core/engine/workbook.h"
#include "core/execution/orderbook.h"
#include "core/market/instrumentcatalogue.h"
#include "core/portfolio/portfolio.h"

namespace bellwether {

/// Everything an account's journal determines: orders, positions, cash, signals, latches, counters. Changes only by
/// apply(), live and in recovery alike, so replaying a journal gives the state the program had.
class DeskState {
public:
    DeskState(CataloguePtr catalogue, Money startingCash);

    /// The furthest that the number of an order from elsewhere may lie beyond ours.
    static constexpr std::uint64_t adoptionGapMax = 100'000;

    /// What one record did beyond the obvious, for whoever reacts to it.
    struct Effect {
        std::optional<Fill> fill;
        Money realizedPnl;    ///< of the closed part of the fill
    };
    /// Errors: those of Order::apply, and NotFound for an instrument the catalogue does not have. A duplicate fill is no
    /// error and has no effect.
    Result<Effect> apply(const Record &record, Timestamp time);

    const OrderBook &orders() const { return m_orders; }
    const WorkBook &works() const { return m_works; }
    /// Where several accounts stand behind the desk; empty where there is one.
    const OrderRoutes &routes() const { return m_routes; }
    const SignalQueue &signalQueue() const { return m_signals; }
    const Portfolio &portfolio() const { return m_portfolio; }
    /// The instrument of a book, as the catalogue numbers it.
    InstrumentIndex instrumentOf(BookId book) const { return m_instrumentOf.at(book.value - 1); }
    /// Of the last entry that was filled for a book; none where it named none.
    Product productOf(BookId book) const;
    /// Marks are not state: they come back with the first prices after a restart.
    void mark(const Instrument &instrument, Price price) { m_portfolio.mark(instrument, price); }

    bool isKilled() const { return m_isKilled; }
    /// Of the kill latch: when it was set, and whether positions are to be closed.
    Timestamp killedAt() const { return m_killedAt; }
    bool killFlattens() const { return m_killFlattens; }
    bool isHalted() const { return m_isHalted; }
    const QString &haltReason() const { return m_haltReason; }
    bool isAutoTrading() const { return m_isAutoTrading; }
    /// How the trader has switched a strategy on an instrument; on and automatic by default.
    struct StrategySwitch {
        bool isOn = true;
        bool isAutomatic = true;
    };
    StrategySwitch switchOf(const BookKey &key) const;
    /// `name=value` of the parameters that the trader has set; empty for the defaults.
    QStringList parametersOf(const BookKey &key) const;
    const StrategyScores &scores() const { return m_scores; }
    /// Counts the switches and changes of parameters, so that whoever shows them knows when to look again.
    std::uint64_t switchCount() const { return m_switchCount; }
    bool hasStarted() const { return m_runs > 0; }
    bool isFinished() const { return m_isFinished; }
    int runs() const { return m_runs; }
    Timestamp lastTime() const { return m_lastTime; }

    /// When the account first started; invalid before.
    Timestamp firstStartedAt() const { return m_firstStartedAt; }
    /// A difference with the venue (venue less ours) that the trader left as it is; of money for the empty instrument.
    Quantity ignoredQuantity(const InstrumentId &instrument) const;
    const Money &ignoredMoney() const { return m_ignoredMoney; }

    std::int64_t localDay() const { return m_localDay; }
    /// The day's locked profit; none before the first was.
    const std::optional<Money> &dayFloor() const { return m_dayFloor; }
    /// Closings at a loss in a row, costs not counted, and when the last was.
    int lossStreak() const { return m_lossStreak; }
    Timestamp lastLossAt() const { return m_lastLossAt; }
    Money dayStartEquity() const { return m_dayStartEquity; }
    /// Costs charged until the day began.
    Money dayStartCosts() const { return m_dayStartCosts; }

    OrderId nextOrderId() const { return {m_lastOrder + 1}; }
    SignalId nextSignalId() const { return {m_lastSignal + 1}; }
    FillId nextFillId() const { return {m_lastFill + 1}; }

    /// Fills since the account began, the last 1,000, oldest first, with the profit each realised.
    const std::deque<std::pair<Fill, Money>> &recentFills() const { return m_recentFills; }
    std::uint64_t fillCount() const { return m_lastFill; }
    /// Refusals by rule.
    const std::map<QString, int> &refusals() const { return m_refusals; }

    /// SHA-256 over all of the state in a canonical text: equal for equal states.
    QByteArray digest() const;

    /// Names what snapshot() writes and what a record does to a state: raised with every change of either, so that a
    /// snapshot of another program is replayed around and never reinterpreted.
    static constexpr std::string_view snapshotFormat = BELLWETHER_VERSION "-2";
    /// All of the state as bytes. Restored and followed by the records since, it is what a replay from the first record
    /// gives.
    QByteArray snapshot() const;
    /// Takes a snapshot's state in the place of this one. Errors: BadData; the state is unchanged then.
    Result<void> restore(const QByteArray &snapshot);

private:
    friend struct StateFields;
    Result<void> takeUp(Order order);
    Result<void> adopt(Order order, Timestamp time);
    Result<void> adjust(const BookAdjusted &adjusted, Timestamp time);
    BookId bookOf(const BookKey &key, InstrumentIndex instrument);
    Effect applyChange(const OrderChanged &change, const Order &order);
    Money takeInKind(Fill &fill, BookId book, Quantity quantity);

    CataloguePtr m_catalogue;
    OrderBook m_orders;
    SignalQueue m_signals;
    WorkBook m_works;
    OrderRoutes m_routes;
    Portfolio m_portfolio;
    std::vector<InstrumentIndex> m_instrumentOf; ///< by book
    std::map<BookId, Product> m_products;        ///< of books whose entries name one
    bool m_isKilled = false;
    bool m_killFlattens = false;
    Timestamp m_killedAt;
    bool m_isHalted = false;
    QString m_haltReason;
    bool m_isAutoTrading = false;
    bool m_isFinished = false;
    int m_runs = 0;
    Timestamp m_lastTime;
    Timestamp m_firstStartedAt;
    std::map<InstrumentId, Quantity> m_ignored;
    Money m_ignoredMoney;
    std::int64_t m_localDay = 0;
    Money m_dayStartEquity;
    Money m_dayStartCosts;
    std::optional<Money> m_dayFloor;
    int m_lossStreak = 0;
    Timestamp m_lastLossAt;
    std::uint64_t m_lastOrder = 0;
    std::uint64_t m_lastSignal = 0;
    std::uint64_t m_lastFill = 0;
    std::deque<std::pair<Fill, Money>> m_recentFills;
    std::map<QString, int> m_refusals;
    std::map<BookKey, StrategySwitch> m_switches;
    std::map<BookKey, QStringList> m_tuned;
    std::uint64_t m_switchCount = 0;
    StrategyScores m_scores;
};

} // namespace bellwether
