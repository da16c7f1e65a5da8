// The market around the accounts, and the book that all of them see.
#include "core/exchange/matchingengine.h"

#include "core/exchange/venuemath.h"

namespace bellwether::exchange {

void MatchingEngine::quoteHouse(SymbolNumber symbol, const std::vector<DepthLevel> &bids, const std::vector<DepthLevel> &asks, Timestamp now)
{
    m_now = now;
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

std::optional<Refusal> MatchingEngine::fillLate(OrderNumber number, Timestamp now)
{
    const auto it = m_orders.find(number);
    if (it == m_orders.end() || it->second.asked.account == house || it->second.status == OrderStatus::Filled || !it->second.isWorking
        || isAtMarket(it->second.asked.kind))
        return noOrderRefusal();
    OrderRecord &order = it->second;
    if (isFinal(order.status)) {
        NewOrder rest = order.asked;
        rest.quantity = order.leaves();
        const Reserve reserve = reserveFor(rest);
        Balances &account = m_accounts[std::size_t(rest.account)];
        if (account.of(reserve.asset).free < reserve.amount)
            return noBalanceRefusal();
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

void MatchingEngine::changeDepth(SymbolNumber symbol, Side side, Price price)
{
    Market &here = market(symbol);
    const auto totalOf = [&](const auto &levels) {
        Quantity total;
        if (const auto level = levels.find(price); level != levels.end()) {
            for (const OrderNumber number : level->second)
                total += m_orders.at(number).shown();
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

} // namespace bellwether::exchange
