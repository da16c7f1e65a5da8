#include "core/exchange/matchingengine.h"

#include "core/exchange/venuemath.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bellwether::exchange {

namespace {

/// The largest multiple of `step` whose value at `price` is not above `money`.
Quantity affordable(Quantity money, Price price, Quantity step)
{
    const Int128 units = Int128(money.raw()) * decimalScale / price.raw();
    return Quantity::fromRaw(std::int64_t(units - units % step.raw()));
}

} // namespace

MatchingEngine::MatchingEngine(std::vector<ListedSymbol> symbols, VenueFees fees, VenueListener &listener)
    : m_symbols(std::move(symbols)), m_fees(fees), m_listener(listener), m_markets(m_symbols.size()), m_accounts(1), m_open(1)
{
    for (const ListedSymbol &symbol : m_symbols) {
        if (Int128(symbol.tickSize.raw()) * symbol.step.raw() % decimalScale != 0)
            throw Fault(u"%1: a tick times a step has more than eight decimals"_s.arg(symbol.symbol));
    }
}

AccountNumber MatchingEngine::addAccount()
{
    m_accounts.emplace_back();
    m_open.emplace_back();
    return AccountNumber(m_accounts.size()) - 1;
}

SymbolNumber MatchingEngine::findSymbol(const QString &symbol) const
{
    const auto it = std::find_if(m_symbols.begin(), m_symbols.end(), [&](const ListedSymbol &one) { return one.symbol == symbol; });
    return it == m_symbols.end() ? -1 : SymbolNumber(it - m_symbols.begin());
}

Price MatchingEngine::averagePrice(SymbolNumber symbol) const
{
    const Market &here = market(symbol);
    const int minutes = m_symbols[std::size_t(symbol)].averageMinutes;
    const Price average = minutes > 0 ? here.average.over(std::chrono::minutes(minutes), m_now) : Price();
    return average.isPositive() ? average : here.lastPrice;
}

template <typename Use> void MatchingEngine::walk(SymbolNumber symbol, Side side, Use use) const
{
    const auto through = [&](const auto &levels) {
        for (const auto &[price, level] : levels) {
            for (const OrderNumber number : level) {
                if (!use(price, m_orders.at(number).leaves())) // what an iceberg hides trades too
                    return;
            }
        }
    };
    if (side == Side::Buy)
        through(market(symbol).bids);
    else
        through(market(symbol).asks);
}

std::optional<Refusal> MatchingEngine::checkCounts(const NewOrder &order) const
{
    const ListedSymbol &listed = m_symbols[std::size_t(order.symbol)];
    int open = 0, algos = 0, icebergs = 0;
    Quantity position = balances(order.account).of(listed.base).free + balances(order.account).of(listed.base).locked;
    for (const OrderNumber number : m_open.at(std::size_t(order.account))) {
        const OrderRecord &other = m_orders.at(number);
        if (other.asked.symbol != order.symbol)
            continue;
        ++open;
        algos += hasTrigger(other.asked.kind) ? 1 : 0;
        icebergs += other.asked.icebergQuantity.isPositive() ? 1 : 0;
        position += other.asked.side == Side::Buy ? other.leaves() : Quantity();
    }
    if (open >= listed.openOrdersMax)
        return filterFailure("MAX_NUM_ORDERS");
    if (hasTrigger(order.kind) && algos >= listed.algoOrdersMax)
        return filterFailure("MAX_NUM_ALGO_ORDERS");
    if (order.icebergQuantity.isPositive() && icebergs >= listed.icebergOrdersMax)
        return filterFailure("MAX_NUM_ICEBERG_ORDERS");
    if (order.side == Side::Buy && listed.positionMax.isPositive() && position + order.quantity > listed.positionMax)
        return filterFailure("MAX_POSITION");
    return std::nullopt;
}

bool MatchingEngine::wouldTake(const NewOrder &order) const
{
    const auto best = book(order.symbol).best(opposite(order.side));
    return best && (order.side == Side::Buy ? order.price >= best->price : order.price <= best->price);
}

Quantity MatchingEngine::costOf(const NewOrder &order) const
{
    Quantity cost;
    Quantity left = order.quantity;
    walk(order.symbol, Side::Sell, [&](Price price, Quantity quantity) {
        const Quantity taken = std::min(left, quantity);
        cost += valueOf(price, taken);
        left -= taken;
        return left.isPositive();
    });
    return cost;
}

Reserve MatchingEngine::reserveFor(const NewOrder &order) const
{
    const ListedSymbol &listed = m_symbols.at(std::size_t(order.symbol));
    if (order.side == Side::Sell)
        return {listed.base, order.quantity};
    if (!isAtMarket(order.kind))
        return {listed.quote, valueOf(order.price, order.quantity)};
    if (!hasTrigger(order.kind))
        return {listed.quote, costOf(order)};
    return {listed.quote, valueOf(order.stopPrice.isPositive() ? order.stopPrice : lastPrice(order.symbol), order.quantity)};
}

std::optional<Refusal> MatchingEngine::check(const NewOrder &order) const
{
    const ListedSymbol &listed = m_symbols.at(std::size_t(order.symbol));
    if (order.icebergQuantity > order.quantity)
        return Refusal{-2010, u"IcebergQty exceeds QTY."_s};
    if (const auto refusal = checkFilters(listed, order, averagePrice(order.symbol)))
        return refusal;
    if (const OrderNumber same = find(order.account, order.clientOrderId); same != 0 && !isFinal(m_orders.at(same).status))
        return Refusal{-2010, u"Duplicate order sent."_s};
    if (const auto refusal = checkCounts(order))
        return refusal;
    if (const auto refusal = checkTrigger(order))
        return refusal;
    if (order.kind == OrderKind::Market && market(order.symbol).depth.levels(opposite(order.side)).empty())
        return Refusal{-2010, u"No orders on opposite side of book for market order"_s};
    const Reserve reserve = reserveFor(order);
    return balances(order.account).of(reserve.asset).free < reserve.amount ? std::optional(noBalanceRefusal()) : std::nullopt;
}

OrderRecord &MatchingEngine::record(const NewOrder &asked, Timestamp now)
{
    const OrderNumber number = ++m_lastOrder;
    OrderRecord &order = m_orders[number];
    order.number = number;
    order.asked = asked;
    order.created = order.updated = now;
    order.isWorking = !hasTrigger(asked.kind);
    if (asked.account == house)
        return order;
    if (asked.clientOrderId.isEmpty())
        order.asked.clientOrderId = u"venue-%1"_s.arg(number);
    m_byClientId[{asked.account, order.asked.clientOrderId}] = number;
    m_open[std::size_t(asked.account)].insert(number);
    m_ordersOf[asked.account].push_back(number);
    return order;
}

void MatchingEngine::setAside(OrderRecord &order)
{
    order.reserve = std::make_shared<Reserve>(reserveFor(order.asked));
    if (order.asked.account != house)
        m_accounts[std::size_t(order.asked.account)].lock(order.reserve->asset, order.reserve->amount);
}

std::variant<OrderNumber, Refusal> MatchingEngine::place(const NewOrder &asked, Timestamp now)
{
    m_now = now;
    NewOrder order = asked;
    if (order.kind == OrderKind::Market && order.quoteQuantity.isPositive()) {
        // The quantity that the money stands for, level by level.
        const ListedSymbol &listed = m_symbols.at(std::size_t(order.symbol));
        Quantity money = order.quoteQuantity;
        order.quantity = {};
        walk(order.symbol, opposite(order.side), [&](Price price, Quantity quantity) {
            const Quantity units = std::min(quantity, affordable(money, price, listed.step));
            order.quantity += units;
            money -= valueOf(price, units);
            return units == quantity;
        });
        if (!order.quantity.isPositive())
            return Refusal{-2010, u"No orders on opposite side of book for market order"_s};
    }
    if (const auto refusal = check(order))
        return *refusal;
    OrderRecord &placed = record(order, now);
    setAside(placed);
    const OrderNumber number = placed.number;
    tell(placed, ExecutionType::New);
    start(placed, now);
    fireTriggers(order.symbol, now);
    return number;
}

void MatchingEngine::start(OrderRecord &order, Timestamp now)
{
    if (!order.isWorking) {
        market(order.asked.symbol).waiting.insert(order.number);
        return followTrail(order, now);
    }
    const bool isLate = order.asked.kind == OrderKind::LimitMaker && wouldTake(order.asked); // it waited in a list
    if (isLate || (order.asked.timeInForce == TimeInForce::Fok && available(order) < order.leaves()))
        return end(order, OrderStatus::Expired, ExecutionType::Expired, now);
    match(order, now);
    if (isFinal(order.status))
        return;
    if (isAtMarket(order.asked.kind) || order.asked.timeInForce != TimeInForce::Gtc)
        end(order, OrderStatus::Expired, ExecutionType::Expired, now);
    else
        rest(order);
}

Quantity MatchingEngine::available(const OrderRecord &taker) const
{
    Quantity total;
    walk(taker.asked.symbol, opposite(taker.asked.side), [&](Price price, Quantity quantity) {
        const bool isBeyond = taker.asked.side == Side::Buy ? price > taker.asked.price : price < taker.asked.price;
        if (!isAtMarket(taker.asked.kind) && isBeyond)
            return false;
        total += quantity;
        return true;
    });
    return total;
}

void MatchingEngine::match(OrderRecord &taker, Timestamp now)
{
    const bool isBuy = taker.asked.side == Side::Buy;
    Market &here = market(taker.asked.symbol);
    const auto takeFrom = [&](auto &side) {
        while (!isFinal(taker.status) && taker.leaves().isPositive() && !side.empty()) {
            const Price best = side.begin()->first;
            if (!isAtMarket(taker.asked.kind) && (isBuy ? best > taker.asked.price : best < taker.asked.price))
                return;
            OrderRecord &maker = m_orders.at(side.begin()->second.front());
            const bool isSelf = taker.asked.account != house && taker.asked.account == maker.asked.account;
            if (isSelf && taker.asked.selfTrade != SelfTradeMode::None)
                prevent(taker, maker, now);
            else
                trade(taker, maker, std::min(taker.leaves(), maker.shown()), now);
        }
    };
    if (isBuy)
        takeFrom(here.asks);
    else
        takeFrom(here.bids);
}

void MatchingEngine::prevent(OrderRecord &taker, OrderRecord &maker, Timestamp now)
{
    const SelfTradeMode mode = taker.asked.selfTrade;
    PreventedMatch match{.number = ++market(taker.asked.symbol).lastPrevented, .symbol = taker.asked.symbol, .account = taker.asked.account,
                         .taker = taker.number, .maker = maker.number, .mode = mode, .price = maker.asked.price, .time = now};
    const Quantity common = std::min(taker.leaves(), maker.leaves());
    if (mode != SelfTradeMode::ExpireMaker)
        match.takerPrevented = mode == SelfTradeMode::Decrement ? common : taker.leaves();
    if (mode != SelfTradeMode::ExpireTaker)
        match.makerPrevented = mode == SelfTradeMode::Decrement ? common : maker.leaves();
    m_prevented.push_back(match);
    preventOne(maker, match.makerPrevented, match.number, now);
    preventOne(taker, match.takerPrevented, match.number, now);
}

void MatchingEngine::preventOne(OrderRecord &order, Quantity quantity, std::int64_t match, Timestamp now)
{
    if (quantity.isZero())
        return;
    order.prevented += quantity;
    order.lastPrevented = quantity;
    order.preventedMatch = match;
    order.updated = now;
    if (order.leaves().isZero())
        return end(order, OrderStatus::ExpiredInMatch, ExecutionType::Prevented, now);
    order.visible = std::min(order.visible, order.leaves());
    const bool isBuy = order.asked.side == Side::Buy;
    if (!isBuy || !isAtMarket(order.asked.kind)) {
        const Quantity freed = isBuy ? valueOf(order.asked.price, quantity) : quantity;
        m_accounts[std::size_t(order.asked.account)].unlock(order.reserve->asset, freed);
        order.reserve->amount -= freed;
    }
    changeDepth(order.asked.symbol, order.asked.side, order.asked.price);
    tell(order, ExecutionType::Prevented);
}

void MatchingEngine::trade(OrderRecord &taker, OrderRecord &maker, Quantity quantity, Timestamp now)
{
    const SymbolNumber symbol = taker.asked.symbol;
    Market &here = market(symbol);
    const Price price = maker.asked.price;
    const std::int64_t number = ++here.lastTrade;
    here.lastPrice = price;
    here.average.add(price, quantity, now);
    for (const OrderNumber waiting : here.waiting)
        followTrail(m_orders.at(waiting), now);
    m_listener.onTrade(symbol, number, price, quantity, maker.asked.side == Side::Buy, now);
    const bool isMakerDone = maker.leaves() == quantity;
    if (isMakerDone)
        takeOff(maker);
    settle(maker, price, quantity, true, number, now);
    if (!isMakerDone) {
        if (maker.asked.icebergQuantity.isPositive()) {
            maker.visible -= std::min(quantity, maker.visible);
            refillIceberg(maker);
        }
        changeDepth(symbol, maker.asked.side, price);
    }
    settle(taker, price, quantity, false, number, now);
    onListMoved(maker, now);
    onListMoved(taker, now);
}

void MatchingEngine::settle(OrderRecord &order, Price price, Quantity quantity, bool isMaker, std::int64_t tradeNumber, Timestamp now)
{
    const ListedSymbol &symbol = listed(order);
    const Quantity value = valueOf(price, quantity);
    order.executed += quantity;
    order.quoteExecuted += value;
    order.updated = now;
    order.status = order.leaves().isZero() ? OrderStatus::Filled : OrderStatus::PartiallyFilled;
    if (order.asked.account == house)
        return;
    Balances &account = m_accounts[std::size_t(order.asked.account)];
    Reserve &reserve = *order.reserve;
    const bool isBuy = order.asked.side == Side::Buy;
    const Quantity given = isBuy ? value : quantity;
    // A buy had its limit set aside; what the better price saves is free again.
    const Quantity setAside = !isBuy || isAtMarket(order.asked.kind) ? given : valueOf(order.asked.price, quantity);
    account.spendLocked(reserve.asset, given);
    account.unlock(reserve.asset, setAside - given);
    reserve.amount -= setAside;
    const Quantity received = isBuy ? quantity : value;
    const Quantity fee = shareOf(received, isMaker ? m_fees.maker : m_fees.taker);
    const QString asset = isBuy ? symbol.base : symbol.quote;
    account.deposit(asset, received - fee);
    if (isFinal(order.status))
        release(order);
    const Execution execution{tradeNumber, price, quantity, fee, asset, isMaker};
    tell(order, ExecutionType::Trade, &execution);
}

void MatchingEngine::refillIceberg(OrderRecord &order)
{
    // The next part shows when the one before is gone, at the end of the queue.
    if (order.visible.isPositive())
        return;
    order.visible = std::min(order.asked.icebergQuantity, order.leaves());
    const auto moveBack = [&](auto &side) {
        Level &level = side.at(order.asked.price);
        std::erase(level, order.number);
        level.push_back(order.number);
    };
    if (order.asked.side == Side::Buy)
        moveBack(market(order.asked.symbol).bids);
    else
        moveBack(market(order.asked.symbol).asks);
}

void MatchingEngine::rest(OrderRecord &order)
{
    order.visible = std::min(order.asked.icebergQuantity, order.leaves());
    Market &here = market(order.asked.symbol);
    if (order.asked.side == Side::Buy)
        here.bids[order.asked.price].push_back(order.number);
    else
        here.asks[order.asked.price].push_back(order.number);
    changeDepth(order.asked.symbol, order.asked.side, order.asked.price);
}

void MatchingEngine::takeOff(OrderRecord &order)
{
    Market &here = market(order.asked.symbol);
    const auto remove = [&](auto &side) {
        const auto level = side.find(order.asked.price);
        if (level == side.end())
            return;
        std::erase(level->second, order.number);
        if (level->second.empty())
            side.erase(level);
    };
    if (order.asked.side == Side::Buy)
        remove(here.bids);
    else
        remove(here.asks);
    changeDepth(order.asked.symbol, order.asked.side, order.asked.price);
}

void MatchingEngine::release(OrderRecord &order)
{
    // The orders of a pair have one reserve: the last of them gives back what is left.
    if (order.asked.account == house)
        return;
    m_open[std::size_t(order.asked.account)].erase(order.number);
    if (!order.reserve)
        return;
    for (const OrderNumber other : ordersOfList(order.list)) {
        const OrderRecord &leg = m_orders.at(other);
        if (other != order.number && leg.reserve == order.reserve && !isFinal(leg.status))
            return;
    }
    m_accounts[std::size_t(order.asked.account)].unlock(order.reserve->asset, order.reserve->amount);
    order.reserve->amount = {};
}

void MatchingEngine::end(OrderRecord &order, OrderStatus status, ExecutionType type, Timestamp now)
{
    market(order.asked.symbol).waiting.erase(order.number);
    if (order.isWorking && !isAtMarket(order.asked.kind))
        takeOff(order);
    order.status = status;
    order.updated = now;
    release(order);
    tell(order, type);
    onListMoved(order, now);
}

OrderNumber MatchingEngine::find(AccountNumber account, const QString &clientOrderId) const
{
    const auto it = m_byClientId.find({account, clientOrderId});
    return it == m_byClientId.end() ? 0 : it->second;
}

std::vector<OrderNumber> MatchingEngine::openOrders(AccountNumber account, SymbolNumber symbol) const
{
    std::vector<OrderNumber> numbers;
    for (const OrderNumber number : m_open.at(std::size_t(account))) {
        if (symbol < 0 || m_orders.at(number).asked.symbol == symbol)
            numbers.push_back(number);
    }
    return numbers;
}

} // namespace bellwether::exchange
