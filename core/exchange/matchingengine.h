#pragma once

#include "core/domain/money.h"
#include "core/exchange/averageprice.h"
#include "core/exchange/balances.h"
#include "core/exchange/listedsymbol.h"
#include "core/market/depthbook.h"

#include <deque>
#include <map>
#include <set>
#include <variant>

namespace bellwether::exchange {

/// What the venue tells of what happens, in the order in which it happens.
class VenueListener {
public:
    virtual ~VenueListener() = default;
    /// An order of an account changed. `execution` is there for ExecutionType::Trade.
    virtual void onOrder(const OrderRecord &order, ExecutionType type, const Execution *execution) = 0;
    /// A print on the tape. `isBuyerMaker`: the seller took.
    virtual void onTrade(SymbolNumber symbol, std::int64_t trade, Price price, Quantity quantity, bool isBuyerMaker, Timestamp time) = 0;
    /// A list of orders began or ended.
    virtual void onList(std::int64_t list, AccountNumber account, const std::vector<OrderNumber> &orders, bool isDone) = 0;
};

/// Fees as shares of what an order receives.
struct VenueFees {
    Ratio maker = Ratio::fromRaw(100'000);  ///< 0.1 %
    Ratio taker = Ratio::fromRaw(100'000);
};

/// Changes of a book since the last time they were taken.
struct DepthChanges {
    std::uint64_t firstUpdate = 0; ///< 0: nothing changed
    std::uint64_t lastUpdate = 0;
    std::vector<DepthLevel> bids;
    std::vector<DepthLevel> asks;
};

/// The matching of the stand-in venue: price before time, exact balances, every order of the spot protocol.
///
/// The market around the accounts comes as orders of the house, account 0, which has no balances and whose orders are not
/// told. Time is given with each call and never goes back. Refusals carry the codes and texts of Binance spot; its
/// documentation of order types and filters is the source of the rules.
class MatchingEngine {
public:
    static constexpr AccountNumber house = 0;

    MatchingEngine(std::vector<ListedSymbol> symbols, VenueFees fees, VenueListener &listener);

    AccountNumber addAccount();
    void deposit(AccountNumber account, const QString &asset, Quantity amount) { m_accounts.at(std::size_t(account)).deposit(asset, amount); }
    const Balances &balances(AccountNumber account) const { return m_accounts.at(std::size_t(account)); }

    /// Places an order; it may be filled when this returns.
    std::variant<OrderNumber, Refusal> place(const NewOrder &order, Timestamp now);
    /// What place() would refuse, without placing.
    std::optional<Refusal> check(const NewOrder &order) const;
    /// One cancels the other: two orders of one side and quantity, at least one of them with a trigger.
    std::variant<std::int64_t, Refusal> placeOco(const NewOrder &one, const NewOrder &other, Timestamp now, const QString &listId = {});
    /// The second order is placed when the first is filled whole; two of them as a pair of which one cancels the other.
    std::variant<std::int64_t, Refusal> placeOto(const NewOrder &working, const std::vector<NewOrder> &pending, Timestamp now, const QString &listId = {});
    /// With an order of a list the whole list goes.
    std::optional<Refusal> cancel(AccountNumber account, OrderNumber order, Timestamp now);
    /// The house fills what is left of a limit order at its price: one on the book, or one that had ended already, as where
    /// a fill and a cancel cross. Refuses what is filled, waits for its trigger, has no price, or is not covered any more.
    std::optional<Refusal> fillLate(OrderNumber order, Timestamp now);
    /// Makes the quantity smaller and keeps the place in the queue, under another client id where one is given; of a pair
    /// that of the other order too.
    std::optional<Refusal> reduce(AccountNumber account, OrderNumber order, Quantity quantity, const QString &clientOrderId, Timestamp now);

    /// Replaces what the house offers: levels with the best price first. What crosses resting orders trades with them.
    void quoteHouse(SymbolNumber symbol, const std::vector<DepthLevel> &bids, const std::vector<DepthLevel> &asks, Timestamp now);
    /// A trade of the market around: the house takes this quantity at this price or better from whoever is first.
    void tradeHouse(SymbolNumber symbol, Side aggressor, Price price, Quantity quantity, Timestamp now);

    /// Fault where there is no such order.
    const OrderRecord &order(OrderNumber number) const { return m_orders.at(number); }
    /// The newest order of the account with this client id; 0 for none.
    OrderNumber find(AccountNumber account, const QString &clientOrderId) const;
    /// Open orders of an account, oldest first; of one symbol or, with -1, of all.
    std::vector<OrderNumber> openOrders(AccountNumber account, SymbolNumber symbol = -1) const;
    /// All orders of an account, oldest first.
    const std::vector<OrderNumber> &ordersOf(AccountNumber account) const
    {
        static const std::vector<OrderNumber> none;
        const auto it = m_ordersOf.find(account);
        return it == m_ordersOf.end() ? none : it->second;
    }
    std::vector<OrderNumber> ordersOfList(std::int64_t list) const;
    /// Whether a list is a chain (one order after the other) and no pair.
    bool isChain(std::int64_t list) const { return m_lists.at(list).isOto; }
    const QString &clientIdOf(std::int64_t list) const { return m_lists.at(list).clientId; }
    /// The newest list of the account with this client id; 0 for none.
    std::int64_t findList(AccountNumber account, const QString &clientId) const;
    /// All lists of an account, oldest first; or the open ones.
    std::vector<std::int64_t> listsOf(AccountNumber account, bool isOpenOnly) const;
    const std::vector<PreventedMatch> &preventedMatches() const { return m_prevented; }
    const std::vector<Amendment> &amendments() const { return m_amendments; }

    const std::vector<ListedSymbol> &symbols() const { return m_symbols; }
    /// −1 for none.
    SymbolNumber findSymbol(const QString &symbol) const;
    const DepthBook &book(SymbolNumber symbol) const { return market(symbol).depth; }
    std::uint64_t lastUpdate(SymbolNumber symbol) const { return market(symbol).lastUpdate; }
    /// Zero before the first trade.
    Price lastPrice(SymbolNumber symbol) const { return market(symbol).lastPrice; }
    /// Of the minutes that the symbol says, weighted; the last price where nothing traded in them.
    Price averagePrice(SymbolNumber symbol) const;
    DepthChanges takeChanges(SymbolNumber symbol);

private:
    using Level = std::deque<OrderNumber>;
    struct Market {
        std::map<Price, Level, std::greater<>> bids;
        std::map<Price, Level> asks;
        DepthBook depth;
        std::set<OrderNumber> waiting;  ///< for their trigger
        std::vector<OrderNumber> ofHouse;
        Price lastPrice;
        mutable AveragePrice average;   ///< asking it forgets what is too old
        std::int64_t lastTrade = 0;
        std::int64_t lastPrevented = -1;
        std::uint64_t lastUpdate = 0;
        std::uint64_t takenUpdate = 0;
        std::map<std::pair<Side, Price>, Quantity> changed;
    };
    struct OrderList {
        AccountNumber account = 0;
        SymbolNumber symbol = 0;
        QString clientId;
        std::vector<OrderNumber> orders;
        bool isOto = false;     ///< the first order works, the others wait for it
        bool isDecided = false; ///< of a pair: one has moved, the other is ended

        std::size_t pendingFrom() const { return isOto ? 1 : 0; }
        bool isPair() const { return orders.size() - pendingFrom() == 2; }
        bool isDone = false;
    };

    Market &market(SymbolNumber symbol) { return m_markets.at(std::size_t(symbol)); }
    const Market &market(SymbolNumber symbol) const { return m_markets.at(std::size_t(symbol)); }
    const ListedSymbol &listed(const OrderRecord &order) const { return m_symbols.at(std::size_t(order.asked.symbol)); }

    OrderRecord &record(const NewOrder &asked, Timestamp now);
    std::optional<Refusal> checkCounts(const NewOrder &order) const;
    std::optional<Refusal> checkTrigger(const NewOrder &order) const;
    std::optional<Refusal> checkPair(const NewOrder &one, const NewOrder &other) const;
    bool wouldTake(const NewOrder &order) const;
    /// Calls use(price, quantity) for the resting orders of a side, best first, until it says false.
    template <typename Use> void walk(SymbolNumber symbol, Side side, Use use) const;
    Reserve reserveFor(const NewOrder &order) const;
    void setAside(OrderRecord &order);
    void start(OrderRecord &order, Timestamp now);
    void match(OrderRecord &taker, Timestamp now);
    void trade(OrderRecord &taker, OrderRecord &maker, Quantity quantity, Timestamp now);
    void prevent(OrderRecord &taker, OrderRecord &maker, Timestamp now);
    void preventOne(OrderRecord &order, Quantity quantity, std::int64_t match, Timestamp now);
    void refillIceberg(OrderRecord &order);
    void settle(OrderRecord &order, Price price, Quantity quantity, bool isMaker, std::int64_t tradeNumber, Timestamp now);
    void rest(OrderRecord &order);
    void takeOff(OrderRecord &order);
    void end(OrderRecord &order, OrderStatus status, ExecutionType type, Timestamp now);
    void release(OrderRecord &order);
    // matchingtriggers.cpp
    void fireTriggers(SymbolNumber symbol, Timestamp now);
    void fire(OrderRecord &order, Timestamp now);
    void followTrail(OrderRecord &order, Timestamp now);
    bool isTriggered(const OrderRecord &order) const;
    // matchinglists.cpp
    OrderList &beginList(const NewOrder &first, const QString &listId);
    void onListMoved(OrderRecord &order, Timestamp now);
    void startPending(OrderList &list, Timestamp now);
    void changeDepth(SymbolNumber symbol, Side side, Price price);
    Quantity available(const OrderRecord &taker) const;
    Quantity costOf(const NewOrder &order) const;
    void tell(const OrderRecord &order, ExecutionType type, const Execution *execution = nullptr)
    {
        if (order.asked.account != house)
            m_listener.onOrder(order, type, execution);
    }

    std::vector<ListedSymbol> m_symbols;
    VenueFees m_fees;
    VenueListener &m_listener;
    std::vector<Market> m_markets;
    std::vector<Balances> m_accounts;
    std::vector<std::set<OrderNumber>> m_open; ///< by account
    std::map<OrderNumber, OrderRecord> m_orders;
    std::map<std::pair<AccountNumber, QString>, OrderNumber> m_byClientId;
    std::map<std::int64_t, OrderList> m_lists;
    std::map<AccountNumber, std::vector<OrderNumber>> m_ordersOf; ///< oldest first
    std::vector<PreventedMatch> m_prevented;
    std::vector<Amendment> m_amendments;
    Timestamp m_now;
    OrderNumber m_lastOrder = 0;
    std::int64_t m_lastList = 0;
    bool m_isFiring = false;
};

} // namespace bellwether::exchange
