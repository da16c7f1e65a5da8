#pragma once

#include "core/base/clock.h"
#include "core/execution/brokerclient.h"
#include "core/market/exchangecalendar.h"
#include "core/market/marketevent.h"
#include "core/sim/costmodel.h"
#include "core/sim/fillrules.h"

#include <deque>
#include <optional>
#include <unordered_map>

namespace bellwether {

/// When a market order fills on instruments that have bars only.
enum class FillTiming {
    NextOpen, ///< at the open of the next bar, stamped with the moment it opened
    Close,    ///< at the close of the bar that caused the order
};

/// A shorter bar inside the bar that drives.
struct PathBar {
    Timestamp openedAt;
    Bar bar;
};

/// How the simulated venue behaves. The defaults fill whole orders at once, free of cost.
struct SimBrokerSettings {
    CostModel costs;
    FillTiming fillTiming = FillTiming::NextOpen;
    /// From submit to the order's arrival, and from cancel to its effect, on quotes and prints. A bar is coarser than any
    /// latency: an order submitted before a bar opened takes part in it.
    Duration latency = Duration::zero();
    /// Largest share of a bar's volume, of a quote's size and of a print's size that we may take; 0 is no limit.
    Ratio barParticipation = {};
    Ratio quoteParticipation = {};
    Ratio tradeParticipation = {};
    LimitFill barLimitFill = LimitFill::AtTouch;
    LimitFill tradeLimitFill = LimitFill::Through;
    /// Lets a sale open a position whatever the instrument says.
    bool allowShort = false;
    /// Keeps what became of final orders and the last trades, so that query() and requestBooks() can answer. Sweeps of
    /// backtests do without.
    bool keepsFinalOrders = true;
};

/// The simulated venue: matches resting orders against market data, on the thread of the engine. Reports reach the sink
/// before the call that caused them returns; the sink may submit, cancel and modify from inside.
///
/// Which data drives an instrument: quotes once one was seen (then prints only fill resting limits, and bars are not
/// used); else prints once one was seen; else its bars of the smallest timeframe seen. No order fills on data that was
/// there when it was submitted: an order takes part in later updates, and in bars that opened at or after its submit.
/// In a bar the open comes first, then stops, then limits, each in order of submission: the stop of a bracket is assumed
/// before its target. Siblings of one parent never fill in the same update.
///
/// A stop and target that came with their entry are armed by each of its fills, at that moment: after an entry at the
/// open the whole bar counts, and after one inside the bar what can have followed, at its worst (chanceAfterEntry).
/// They close no more together than the entry filled, and end when nothing is left that they could close.
///
/// Rejected with a reason: unknown or untradable instruments, prices off the tick, quantities off the lot or below the
/// minimum, entries below the minimum notional, and sales beyond the position where the instrument cannot be shorted.
class SimBroker final : public BrokerClient {
public:
    /// `clock` gives submit and report times and outlives the broker.
    SimBroker(CataloguePtr catalogue, const Clock &clock, SimBrokerSettings settings = {});

    void submit(const Order &order) override;
    bool holdsBrackets() const override { return true; }
    void submitBracket(const Order &entry, const Order *stop, const Order *target) override;
    void cancel(const Order &order) override;
    void modify(const Order &order, const OrderChange &change) override;
    void query(const Order &order) override;
    /// Answers at once with everything open and held, the last `tradesKept` trades, and the balance where one was set.
    void requestBooks(Timestamp since) override;
    static constexpr std::size_t tradesKept = 5'000;

    /// How the bar of the next onMarket() came about, as shorter bars in time order: they tell the order of its fills, and
    /// their prices and moments, while its opening price, volume and close stay. Empty: the stop comes first. The span is
    /// valid until the caller sets another.
    void setPath(std::span<const PathBar> path) { m_path = path; }
    /// Matches the orders of the event's instrument. Costs nothing where none rests.
    void onMarket(const MarketEvent &event);
    /// Time passed without data: late cancels take effect and day orders of a finished day expire.
    void onTime(Timestamp now);

    struct Holding {
        InstrumentId instrument;
        Quantity quantity; ///< signed
    };
    /// Takes up where a journal ends: venue positions, orders that were working, and the numbers of the last order and
    /// trade given out. Instruments that the catalogue lacks are left out. Nothing is reported.
    void restore(const std::vector<Holding> &positions, const std::vector<Order> &openOrders, std::uint64_t lastOrderNumber,
                 std::uint64_t lastTradeNumber);

    /// The account's money, from now on moved by fills; without it no balance is told.
    void setBalance(const Money &balance) { m_balance = balance; }

    Quantity position(InstrumentIndex instrument) const { return m_books[instrument].position; }
    std::size_t workingCount() const { return m_workingCount; }
    std::uint64_t lastOrderNumber() const { return m_lastOrderNumber; }
    std::uint64_t lastTradeNumber() const { return m_lastTradeNumber; }
    /// What all fills so far have cost by kind, spread and slippage included; one entry per currency.
    const std::vector<CostBreakdown> &costs() const { return m_costs; }
    /// Costs by kind of the last fill reported; read it inside the sink.
    const CostBreakdown &lastFillCosts() const { return m_lastFillCosts; }

    /// What a market order would pay per unit when the data shows `base`: for sizing with all available money. Without
    /// the part of slippage that depends on size.
    Price marketFillPrice(InstrumentIndex instrument, Side side, OrderRole role, Price base) const;
    const SimBrokerSettings &settings() const { return m_settings; }

private:
    /// Everything of one instrument.
    struct Book {
        std::vector<WorkingOrder> orders; ///< by submission
        Quantity position;
        Timestamp shortSince;             ///< when the position went below zero
        Timeframe barTimeframe = Timeframe::W1; ///< smallest seen
        Bar lastBar;
        Price lastPrice;
        Quantity barBudget;               ///< what participation left of the last bar
        bool hasQuotes = false;
        bool hasTrades = false;
        const ExchangeCalendar *calendar = nullptr;
    };
    /// One step of matching: what it gives an order, and the sizes that are left to take.
    struct Step {
        Timestamp fillTime = {};
        double volume = 0;
        bool hasQuotedSpread = false;
        Quantity buyBudget = {};
        Quantity sellBudget = {};
        bool isInside = false;     ///< on the path inside a bar, so what is armed now has only the rest of it
        bool isAfterEntry = false; ///< fills what was armed on that path
    };
    /// Marks matching in progress, also when the sink throws.
    class MatchingScope {
    public:
        explicit MatchingScope(int &depth) : m_depth(depth) { ++m_depth; }
        ~MatchingScope() { --m_depth; }
        Q_DISABLE_COPY_MOVE(MatchingScope)

    private:
        int &m_depth;
    };

    void onBar(InstrumentIndex index, Book &book, const TimedBar &timed);
    void onQuote(InstrumentIndex index, Book &book, const Quote &quote);
    void onTrade(InstrumentIndex index, Book &book, const TapeTrade &trade);
    template <typename Eligible, typename Chance>
    void match(InstrumentIndex index, std::size_t count, Step &step, Eligible &&isEligible, Chance &&chanceOf);
    void fill(InstrumentIndex index, std::size_t position, const FillChance &chance, Step &step);
    void settleTimes(InstrumentIndex index, Timestamp now);
    void markRested(InstrumentIndex index, std::size_t count, Timestamp arrivedBy);
    /// Marks the first `count` orders that took part as rested and ends the immediate ones.
    void concludeUpdate(InstrumentIndex index, std::size_t count, Timestamp arrivedBy);
    void matchBar(InstrumentIndex index, const Bar &bar, Timestamp openedAt);
    void matchPath(InstrumentIndex index, std::size_t count, const PathBar &part, Step &step);
    void finish(InstrumentIndex index, std::size_t position, VenueReport::Kind kind, Timestamp time, const QString &reason);
    void take(InstrumentIndex index, const Order &order, Timestamp now);
    void accept(InstrumentIndex index, const ClientOrderId &id, Timestamp now);
    void fillAtClose(InstrumentIndex index, const ClientOrderId &id, Timestamp now);
    // simbrokerbrackets.cpp
    void arm(Book &book, const WorkingOrder &entry, Quantity quantity, const FillChance &chance, const Step &step);
    static void fitArmed(const Book &book, WorkingOrder &order);
    void closeArmed(Book &book, OrderId parent, Quantity quantity);
    /// Ends what is attached to `parent` and can no longer fill.
    void endBracket(InstrumentIndex index, OrderId parent, VenueReport::Kind kind, Timestamp time, const QString &reason);
    void compact(Book &book);

    std::optional<QString> refusalOf(const Order &order, std::optional<InstrumentIndex> index) const;
    void reject(const Order &order, Timestamp now, const QString &reason);
    std::optional<std::size_t> findWorking(const Book &book, const ClientOrderId &id) const;
    bool canShort(InstrumentIndex index) const;
    void report(VenueReport::Kind kind, const ClientOrderId &order, const QString &venueOrderId, Timestamp time,
                const QString &reason = {}) const;
    CostBreakdown &costsIn(Currency currency);
    void keep(const VenueReport &fill, InstrumentIndex index, Side side, const Money &value);

    CataloguePtr m_catalogue;
    const Clock &m_clock;
    SimBrokerSettings m_settings;
    std::vector<Book> m_books;
    std::unordered_map<ClientOrderId, VenueReport> m_final; ///< the last report of each final order
    std::deque<VenueTrade> m_trades;
    std::optional<Money> m_balance;
    std::vector<CostBreakdown> m_costs;
    CostBreakdown m_lastFillCosts;
    std::vector<OrderId> m_filledParents; ///< parents of which a child filled in this update
    std::span<const PathBar> m_path;
    std::size_t m_workingCount = 0;
    std::uint64_t m_lastOrderNumber = 0;
    std::uint64_t m_lastTradeNumber = 0;
    int m_depth = 0;                      ///< matching in progress: vectors may grow but not shrink
};

} // namespace bellwether
