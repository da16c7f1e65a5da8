#include "core/exchange/matchingengine.h"

#include "core/domain/decimal.h"

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace bellwether::exchange {

namespace {

/// Exact, since the constructor lets no symbol in whose tick times step has more than eight decimals.
Quantity valueOf(Price price, Quantity quantity)
{
    return Quantity::fromRaw(mulDiv(price.raw(), quantity.raw(), decimalScale));
}

Quantity shareOf(Quantity quantity, Ratio share) { return Quantity::fromRaw(mulDiv(quantity.raw(), share.raw(), decimalScale)); }

/// The largest multiple of `step` whose value at `price` is not above `money`.
Quantity affordable(Quantity money, Price price, Quantity step)
{
    const Int128 units = Int128(money.raw()) * decimalScale / price.raw();
    return Quantity::fromRaw(std::int64_t(units - units % step.raw()));
}

bool isReached(const NewOrder &order, Price last)
{
    if (!last.isPositive())
        return false;
    const bool isStop = order.kind == OrderKind::StopLoss || order.kind == OrderKind::StopLossLimit;
    const bool isUpward = isStop == (order.side == Side::Buy);
    return isUpward ? last >= order.stopPrice : last <= order.stopPrice;
}

Refusal badFilter(const char *name) { return {-1013, u"Filter failure: %1"_s.arg(QString::fromUtf8(name))}; }
Refusal noBalance() { return {-2010, u"Account has insufficient balance for requested action."_s}; }
Refusal noOrder() { return {-2011, u"Unknown order sent."_s}; }

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

std::optional<Refusal> MatchingEngine::checkSteps(const NewOrder &order, const ListedSymbol &listed) const
{
    for (const auto &[price, isNeeded] : {std::pair{order.price, !isAtMarket(order.kind)}, std::pair{order.stopPrice, hasTrigger(order.kind)}}) {
        if (!isNeeded)
            continue;
        if (!price.isPositive() || price > listed.priceMax || price.raw() % listed.tickSize.raw() != 0)
            return badFilter("PRICE_FILTER");
    }
    if (order.kind == OrderKind::Market && order.quoteQuantity.isPositive())
        return order.quoteQuantity < listed.notionalMin ? std::optional(badFilter("NOTIONAL")) : std::nullopt;
    if (order.quantity < listed.quantityMin || order.quantity > listed.quantityMax || order.quantity.raw() % listed.step.raw() != 0)
        return badFilter("LOT_SIZE");
    const Price at = isAtMarket(order.kind) ? (hasTrigger(order.kind) ? order.stopPrice : lastPrice(order.symbol)) : order.price;
    if (at.isPositive() && valueOf(at, order.quantity) < listed.notionalMin)
        return badFilter("NOTIONAL");
    return std::nullopt;
}

std::optional<Refusal> MatchingEngine::checkTrigger(const NewOrder &order) const
{
    if (hasTrigger(order.kind) && isReached(order, lastPrice(order.symbol)))
        return Refusal{-2010, u"Stop price would trigger immediately."_s};
    if (order.kind != OrderKind::LimitMaker)
        return std::nullopt;
    const auto opposite = book(order.symbol).best(order.side == Side::Buy ? Side::Sell : Side::Buy);
    const bool crosses = opposite && (order.side == Side::Buy ? order.price >= opposite->price : order.price <= opposite->price);
    return crosses ? std::optional(Refusal{-2010, u"Order would immediately match and take."_s}) : std::nullopt;
}

Quantity MatchingEngine::costOf(const NewOrder &order) const
{
    Quantity cost;
    Quantity left = order.quantity;
    for (const DepthLevel &level : book(order.symbol).levels(Side::Sell) | std::views::reverse) {
        const Quantity taken = std::min(left, level.quantity);
        cost += valueOf(level.price, taken);
        left -= taken;
        if (left.isZero())
            break;
    }
    return cost;
}

Reserve MatchingEngine::reserveFor(const NewOrder &order) const
{
    const ListedSymbol &listed = m_symbols.at(std::size_t(order.symbol));
    if (order.side == Side::Sell)
        return {listed.base, order.quantity};
    if (!isAtMarket(order.kind))
        return {listed.quote, valueOf(order.price, order.quantity)};
    return {listed.quote, hasTrigger(order.kind) ? valueOf(order.stopPrice, order.quantity) : costOf(order)};
}

std::optional<Refusal> MatchingEngine::check(const NewOrder &order) const
{
    const ListedSymbol &listed = m_symbols.at(std::size_t(order.symbol));
    if (const auto refusal = checkSteps(order, listed))
        return refusal;
    if (const OrderNumber same = find(order.account, order.clientOrderId); same != 0 && !isFinal(m_orders.at(same).status))
        return Refusal{-2010, u"Duplicate order sent."_s};
    if (int(openOrders(order.account, order.symbol).size()) >= listed.openOrdersMax)
        return badFilter("MAX_NUM_ORDERS");
    if (const auto refusal = checkTrigger(order))
        return refusal;
    if (order.kind == OrderKind::Market && market(order.symbol).depth.levels(order.side == Side::Buy ? Side::Sell : Side::Buy).empty())
        return Refusal{-2010, u"No orders on opposite side of book for market order"_s};
    const Reserve reserve = reserveFor(order);
    return balances(order.account).of(reserve.asset).free < reserve.amount ? std::optional(noBalance()) : std::nullopt;
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
    NewOrder order = asked;
    if (order.kind == OrderKind::Market && order.quoteQuantity.isPositive()) {
        // The quantity that the money stands for, level by level.
        const ListedSymbol &listed = m_symbols.at(std::size_t(order.symbol));
        Quantity money = order.quoteQuantity;
        order.quantity = {};
        for (const DepthLevel &level : book(order.symbol).levels(order.side == Side::Buy ? Side::Sell : Side::Buy) | std::views::reverse) {
            const Quantity units = std::min(level.quantity, affordable(money, level.price, listed.step));
            order.quantity += units;
            money -= valueOf(level.price, units);
            if (units < level.quantity)
                break;
        }
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

std::variant<std::int64_t, Refusal> MatchingEngine::placeOco(NewOrder limit, NewOrder trigger, Timestamp now)
{
    const bool isPair = limit.kind == OrderKind::LimitMaker && hasTrigger(trigger.kind) && limit.side == trigger.side
        && limit.quantity == trigger.quantity && limit.symbol == trigger.symbol;
    if (!isPair)
        return Refusal{-1158, u"Order type not supported in list position."_s};
    for (const NewOrder &leg : {limit, trigger}) {
        if (const auto refusal = check(leg))
            return *refusal;
    }
    // One reserve, large enough for either.
    const Reserve one = reserveFor(limit);
    const Reserve other = reserveFor(trigger);
    const auto shared = std::make_shared<Reserve>(Reserve{one.asset, std::max(one.amount, other.amount)});
    m_accounts[std::size_t(limit.account)].lock(shared->asset, shared->amount);
    OrderList &list = m_lists[++m_lastList];
    list.account = limit.account;
    for (const NewOrder &leg : {trigger, limit}) {
        OrderRecord &order = record(leg, now);
        order.list = m_lastList;
        order.reserve = shared;
        list.orders.push_back(order.number);
    }
    const std::int64_t number = m_lastList;
    m_listener.onList(number, limit.account, list.orders, false);
    for (const OrderNumber leg : std::vector(list.orders)) {
        tell(m_orders.at(leg), ExecutionType::New);
        start(m_orders.at(leg), now);
    }
    return number;
}

std::variant<std::int64_t, Refusal> MatchingEngine::placeOto(const NewOrder &working, NewOrder pending, Timestamp now)
{
    if (working.kind != OrderKind::Limit && working.kind != OrderKind::LimitMaker)
        return Refusal{-1158, u"Order type not supported in list position."_s};
    if (const auto refusal = check(working))
        return *refusal;
    if (const auto refusal = checkSteps(pending, m_symbols.at(std::size_t(pending.symbol))))
        return *refusal;
    OrderList &list = m_lists[++m_lastList];
    list.account = working.account;
    list.isOto = true;
    const std::int64_t number = m_lastList;
    for (const NewOrder &leg : {working, pending}) {
        OrderRecord &order = record(leg, now);
        order.list = number;
        list.orders.push_back(order.number);
    }
    OrderRecord &second = m_orders.at(list.orders[1]);
    second.status = OrderStatus::PendingNew;
    second.isWorking = false;
    OrderRecord &first = m_orders.at(list.orders[0]);
    setAside(first);
    m_listener.onList(number, working.account, list.orders, false);
    tell(first, ExecutionType::New);
    tell(second, ExecutionType::New);
    start(first, now);
    fireTriggers(working.symbol, now);
    return number;
}

void MatchingEngine::start(OrderRecord &order, Timestamp now)
{
    if (!order.isWorking) {
        market(order.asked.symbol).waiting.insert(order.number);
        return;
    }
    if (order.asked.timeInForce == TimeInForce::Fok && available(order) < order.leaves())
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
    const Side opposite = taker.asked.side == Side::Buy ? Side::Sell : Side::Buy;
    Quantity total;
    for (const DepthLevel &level : book(taker.asked.symbol).levels(opposite) | std::views::reverse) {
        const bool isBeyond = taker.asked.side == Side::Buy ? level.price > taker.asked.price : level.price < taker.asked.price;
        if (!isAtMarket(taker.asked.kind) && isBeyond)
            break;
        total += level.quantity;
    }
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
            trade(taker, maker, std::min(taker.leaves(), maker.leaves()), now);
        }
    };
    if (isBuy)
        takeFrom(here.asks);
    else
        takeFrom(here.bids);
}

void MatchingEngine::trade(OrderRecord &taker, OrderRecord &maker, Quantity quantity, Timestamp now)
{
    const SymbolNumber symbol = taker.asked.symbol;
    Market &here = market(symbol);
    const Price price = maker.asked.price;
    const std::int64_t number = ++here.lastTrade;
    here.lastPrice = price;
    m_listener.onTrade(symbol, number, price, quantity, maker.asked.side == Side::Buy, now);
    const bool isMakerDone = maker.leaves() == quantity;
    if (isMakerDone)
        takeOff(maker);
    settle(maker, price, quantity, true, number, now);
    if (!isMakerDone)
        changeDepth(symbol, maker.asked.side, price);
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

void MatchingEngine::rest(OrderRecord &order)
{
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

void MatchingEngine::onListMoved(OrderRecord &order, Timestamp now)
{
    if (order.list < 0)
        return;
    OrderList &list = m_lists.at(order.list);
    if (list.isDone)
        return;
    const bool isFirst = list.orders.front() == order.number;
    OrderRecord &other = m_orders.at(isFirst ? list.orders.back() : list.orders.front());
    const bool hasMoved = order.executed.isPositive() || isFinal(order.status) || (hasTrigger(order.asked.kind) && order.isWorking);
    if (list.isOto) {
        if (isFirst && order.status == OrderStatus::Filled && other.status == OrderStatus::PendingNew) {
            other.status = OrderStatus::New;
            other.isWorking = !hasTrigger(other.asked.kind);
            other.updated = now;
            const Reserve reserve = reserveFor(other.asked);
            if (balances(other.asked.account).of(reserve.asset).free < reserve.amount)
                return end(other, OrderStatus::Rejected, ExecutionType::Rejected, now);
            setAside(other);
            tell(other, ExecutionType::New);
            start(other, now);
        } else if (isFirst && isFinal(order.status) && other.status == OrderStatus::PendingNew) {
            end(other, order.status == OrderStatus::Canceled ? OrderStatus::Canceled : OrderStatus::Expired,
                order.status == OrderStatus::Canceled ? ExecutionType::Canceled : ExecutionType::Expired, now);
        }
    } else if (hasMoved && !list.isDecided) {
        list.isDecided = true;
        const bool isCancelled = order.status == OrderStatus::Canceled;
        end(other, isCancelled ? OrderStatus::Canceled : OrderStatus::Expired,
            isCancelled ? ExecutionType::Canceled : ExecutionType::Expired, now);
    }
    if (!list.isDone && isFinal(order.status) && isFinal(other.status)) {
        list.isDone = true;
        m_listener.onList(order.list, list.account, list.orders, true);
    }
}

std::optional<Refusal> MatchingEngine::cancel(AccountNumber account, OrderNumber number, Timestamp now)
{
    const auto it = m_orders.find(number);
    if (it == m_orders.end() || it->second.asked.account != account || isFinal(it->second.status))
        return noOrder();
    end(it->second, OrderStatus::Canceled, ExecutionType::Canceled, now);
    return std::nullopt;
}

std::optional<Refusal> MatchingEngine::fillLate(OrderNumber number, Timestamp now)
{
    const auto it = m_orders.find(number);
    if (it == m_orders.end() || it->second.asked.account == house || it->second.status == OrderStatus::Filled || !it->second.isWorking
        || isAtMarket(it->second.asked.kind))
        return noOrder();
    OrderRecord &order = it->second;
    if (isFinal(order.status)) {
        NewOrder rest = order.asked;
        rest.quantity = order.leaves();
        const Reserve reserve = reserveFor(rest);
        Balances &account = m_accounts[std::size_t(rest.account)];
        if (account.of(reserve.asset).free < reserve.amount)
            return noBalance();
        account.lock(reserve.asset, reserve.amount);
        order.reserve = std::make_shared<Reserve>(reserve);
    }
    OrderRecord &taker = record({.account = house, .symbol = order.asked.symbol, .side = opposite(order.asked.side),
                                 .quantity = order.leaves(), .price = order.asked.price}, now);
    trade(taker, order, order.leaves(), now);
    m_orders.erase(taker.number);
    fireTriggers(order.asked.symbol, now);
    return std::nullopt;
}

std::optional<Refusal> MatchingEngine::reduce(AccountNumber account, OrderNumber number, Quantity quantity, Timestamp now)
{
    const auto it = m_orders.find(number);
    if (it == m_orders.end() || it->second.asked.account != account || isFinal(it->second.status))
        return noOrder();
    OrderRecord &order = it->second;
    if (order.list >= 0 || !order.isWorking || quantity <= order.executed || quantity >= order.asked.quantity
        || quantity.raw() % listed(order).step.raw() != 0)
        return Refusal{-2038, u"Order amend (quantity increase or below what is filled) is not supported."_s};
    const Quantity less = order.asked.quantity - quantity;
    const Quantity freed = order.asked.side == Side::Buy ? valueOf(order.asked.price, less) : less;
    order.asked.quantity = quantity;
    order.updated = now;
    m_accounts[std::size_t(account)].unlock(order.reserve->asset, freed);
    order.reserve->amount -= freed;
    changeDepth(order.asked.symbol, order.asked.side, order.asked.price);
    tell(order, ExecutionType::New);
    return std::nullopt;
}

void MatchingEngine::fireTriggers(SymbolNumber symbol, Timestamp now)
{
    // What fires here trades, and so is called again: the loop below sees the last price of all.
    if (m_isFiring)
        return;
    m_isFiring = true;
    Market &here = market(symbol);
    for (bool hasFired = true; hasFired;) {
        hasFired = false;
        for (const OrderNumber number : std::set(here.waiting)) {
            OrderRecord &order = m_orders.at(number);
            if (!here.waiting.contains(number) || !isReached(order.asked, here.lastPrice))
                continue;
            here.waiting.erase(number);
            order.isWorking = true;
            order.updated = now;
            hasFired = true;
            onListMoved(order, now);
            if (order.asked.kind != OrderKind::StopLossLimit && order.asked.kind != OrderKind::TakeProfitLimit && order.asked.side == Side::Buy) {
                // The stop price was set aside: the market may ask for more.
                Balances &account = m_accounts[std::size_t(order.asked.account)];
                account.unlock(order.reserve->asset, order.reserve->amount);
                order.reserve = std::make_shared<Reserve>(Reserve{order.reserve->asset, costOf(order.asked)});
                if (account.of(order.reserve->asset).free < order.reserve->amount) {
                    order.reserve->amount = {};
                    end(order, OrderStatus::Expired, ExecutionType::Expired, now);
                    continue;
                }
                account.lock(order.reserve->asset, order.reserve->amount);
            }
            tell(order, ExecutionType::New);
            start(order, now);
        }
    }
    m_isFiring = false;
}

void MatchingEngine::quoteHouse(SymbolNumber symbol, const std::vector<DepthLevel> &bids, const std::vector<DepthLevel> &asks, Timestamp now)
{
    Market &here = market(symbol);
    for (const OrderNumber number : std::exchange(here.ofHouse, {})) {
        OrderRecord &order = m_orders.at(number);
        if (!isFinal(order.status))
            takeOff(order);
        m_orders.erase(number);
    }
    for (const auto &[side, levels] : {std::pair{Side::Buy, &bids}, std::pair{Side::Sell, &asks}}) {
        for (const DepthLevel &level : *levels) {
            if (!level.price.isPositive() || !level.quantity.isPositive())
                continue;
            OrderRecord &order = record({.account = house, .symbol = symbol, .side = side, .quantity = level.quantity, .price = level.price}, now);
            here.ofHouse.push_back(order.number);
            match(order, now);
            if (!isFinal(order.status))
                rest(order);
        }
    }
    fireTriggers(symbol, now);
}

void MatchingEngine::tradeHouse(SymbolNumber symbol, Side aggressor, Price price, Quantity quantity, Timestamp now)
{
    OrderRecord &order = record({.account = house, .symbol = symbol, .side = aggressor, .timeInForce = TimeInForce::Ioc,
                                 .quantity = quantity, .price = price}, now);
    match(order, now);
    m_orders.erase(order.number);
    fireTriggers(symbol, now);
}

void MatchingEngine::changeDepth(SymbolNumber symbol, Side side, Price price)
{
    Market &here = market(symbol);
    const auto totalOf = [&](const auto &levels) {
        Quantity total;
        if (const auto level = levels.find(price); level != levels.end()) {
            for (const OrderNumber number : level->second)
                total += m_orders.at(number).leaves();
        }
        return total;
    };
    const Quantity total = side == Side::Buy ? totalOf(here.bids) : totalOf(here.asks);
    here.depth.set(side, {price, total});
    here.changed[{side, price}] = total;
    ++here.lastUpdate;
}

DepthChanges MatchingEngine::takeChanges(SymbolNumber symbol)
{
    Market &here = market(symbol);
    DepthChanges changes;
    if (here.changed.empty())
        return changes;
    changes.firstUpdate = here.takenUpdate + 1;
    changes.lastUpdate = here.takenUpdate = here.lastUpdate;
    for (const auto &[key, quantity] : here.changed)
        (key.first == Side::Buy ? changes.bids : changes.asks).push_back({key.second, quantity});
    here.changed.clear();
    return changes;
}

OrderNumber MatchingEngine::find(AccountNumber account, const QString &clientOrderId) const
{
    const auto it = m_byClientId.find({account, clientOrderId});
    return it == m_byClientId.end() ? 0 : it->second;
}

std::vector<OrderNumber> MatchingEngine::ordersOf(AccountNumber account) const
{
    std::vector<OrderNumber> numbers;
    for (const auto &[number, order] : m_orders) {
        if (order.asked.account == account)
            numbers.push_back(number);
    }
    return numbers;
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

std::vector<OrderNumber> MatchingEngine::ordersOfList(std::int64_t list) const
{
    const auto it = m_lists.find(list);
    return it == m_lists.end() ? std::vector<OrderNumber>{} : it->second.orders;
}

} // namespace bellwether::exchange
