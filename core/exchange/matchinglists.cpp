// Lists of orders of the matching engine: pairs of which one cancels the other, and chains.
#include "core/exchange/matchingengine.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bellwether::exchange {

namespace {

/// Where an order of a pair acts.
Price levelOf(const NewOrder &order) { return order.kind == OrderKind::LimitMaker ? order.price : order.stopPrice; }

} // namespace

std::optional<Refusal> MatchingEngine::checkPair(const NewOrder &one, const NewOrder &other) const
{
    for (const NewOrder &leg : {one, other}) {
        if (leg.kind != OrderKind::LimitMaker && !hasTrigger(leg.kind))
            return Refusal{-1158, u"Order type not supported in OCO."_s};
    }
    if (one.kind == OrderKind::LimitMaker && other.kind == OrderKind::LimitMaker)
        return Refusal{-1168, u"At least one OCO order must be contingent."_s};
    if (one.side != other.side || one.quantity != other.quantity || one.symbol != other.symbol || isStopLoss(one.kind) == isStopLoss(other.kind))
        return Refusal{-1014, u"Unsupported order combination."_s};
    const NewOrder &stop = isStopLoss(one.kind) ? one : other;
    const NewOrder &profit = isStopLoss(one.kind) ? other : one;
    if (!levelOf(stop).isPositive() || !levelOf(profit).isPositive())
        return std::nullopt; // a trail without a stop price is at no level
    if (one.side == Side::Buy ? levelOf(profit) >= levelOf(stop) : levelOf(profit) <= levelOf(stop))
        return Refusal{-2010, u"The relationship of the prices for the orders is not correct."_s};
    return std::nullopt;
}

MatchingEngine::OrderList &MatchingEngine::beginList(const NewOrder &first, const QString &listId)
{
    OrderList &list = m_lists[++m_lastList];
    list.account = first.account;
    list.symbol = first.symbol;
    list.clientId = listId.isEmpty() ? u"list-%1"_s.arg(m_lastList) : listId;
    return list;
}

std::variant<std::int64_t, Refusal> MatchingEngine::placeOco(const NewOrder &one, const NewOrder &other, Timestamp now, const QString &listId)
{
    m_now = now;
    if (const auto refusal = checkPair(one, other))
        return *refusal;
    if (int(listsOf(one.account, true).size()) >= m_symbols[std::size_t(one.symbol)].listsMax)
        return filterFailure("MAX_NUM_ORDER_LISTS");
    for (const NewOrder &leg : {one, other}) {
        if (const auto refusal = check(leg))
            return *refusal;
    }
    // One reserve, large enough for either.
    const Reserve first = reserveFor(one);
    const auto shared = std::make_shared<Reserve>(Reserve{first.asset, std::max(first.amount, reserveFor(other).amount)});
    m_accounts[std::size_t(one.account)].lock(shared->asset, shared->amount);
    OrderList &list = beginList(one, listId);
    const std::int64_t number = m_lastList;
    const bool isOtherFirst = one.kind == OrderKind::LimitMaker; // what waits comes before what rests
    for (const NewOrder *leg : {isOtherFirst ? &other : &one, isOtherFirst ? &one : &other}) {
        OrderRecord &order = record(*leg, now);
        order.list = number;
        order.reserve = shared;
        list.orders.push_back(order.number);
    }
    m_listener.onList(number, one.account, list.orders, false);
    for (const OrderNumber leg : std::vector(list.orders)) {
        tell(m_orders.at(leg), ExecutionType::New);
        start(m_orders.at(leg), now);
    }
    fireTriggers(one.symbol, now);
    return number;
}

std::variant<std::int64_t, Refusal> MatchingEngine::placeOto(const NewOrder &working, const std::vector<NewOrder> &pending, Timestamp now, const QString &listId)
{
    m_now = now;
    if (working.kind != OrderKind::Limit && working.kind != OrderKind::LimitMaker)
        return Refusal{-1158, u"Order type not supported in list position."_s};
    if (int(listsOf(working.account, true).size()) >= m_symbols[std::size_t(working.symbol)].listsMax)
        return filterFailure("MAX_NUM_ORDER_LISTS");
    if (const auto refusal = check(working))
        return *refusal;
    for (const NewOrder &leg : pending) {
        if (const auto refusal = checkFilters(m_symbols.at(std::size_t(leg.symbol)), leg, averagePrice(leg.symbol)))
            return *refusal;
    }
    if (pending.size() == 2) {
        if (const auto refusal = checkPair(pending[0], pending[1]))
            return *refusal;
    }
    OrderList &list = beginList(working, listId);
    list.isOto = true;
    const std::int64_t number = m_lastList;
    std::vector<NewOrder> legs{working};
    legs.insert(legs.end(), pending.begin(), pending.end());
    for (const NewOrder &leg : legs) {
        OrderRecord &order = record(leg, now);
        order.list = number;
        list.orders.push_back(order.number);
        if (list.orders.size() > 1) {
            order.status = OrderStatus::PendingNew;
            order.isWorking = false;
        }
    }
    OrderRecord &first = m_orders.at(list.orders[0]);
    setAside(first);
    m_listener.onList(number, working.account, list.orders, false);
    for (const OrderNumber leg : list.orders)
        tell(m_orders.at(leg), ExecutionType::New);
    start(first, now);
    fireTriggers(working.symbol, now);
    return number;
}

void MatchingEngine::startPending(OrderList &list, Timestamp now)
{
    const std::vector<OrderNumber> pending(list.orders.begin() + 1, list.orders.end());
    auto shared = std::make_shared<Reserve>();
    for (const OrderNumber leg : pending) {
        const Reserve reserve = reserveFor(m_orders.at(leg).asked);
        *shared = {reserve.asset, std::max(shared->amount, reserve.amount)};
    }
    Balances &account = m_accounts[std::size_t(list.account)];
    const bool isCovered = account.of(shared->asset).free >= shared->amount;
    if (isCovered)
        account.lock(shared->asset, shared->amount);
    for (const OrderNumber leg : pending) {
        OrderRecord &order = m_orders.at(leg);
        order.status = OrderStatus::New;
        order.isWorking = !hasTrigger(order.asked.kind);
        order.updated = now;
        order.reserve = isCovered ? shared : nullptr;
    }
    for (const OrderNumber leg : pending) {
        OrderRecord &order = m_orders.at(leg);
        if (isFinal(order.status))
            continue; // its pair was quicker
        if (!isCovered) {
            order.isWorking = false;
            end(order, OrderStatus::Rejected, ExecutionType::Rejected, now);
            continue;
        }
        tell(order, ExecutionType::New);
        start(order, now);
    }
}

void MatchingEngine::onListMoved(OrderRecord &order, Timestamp now)
{
    if (order.list < 0)
        return;
    OrderList &list = m_lists.at(order.list);
    if (list.isDone)
        return;
    const bool isFirst = list.orders.front() == order.number;
    const bool isCancelled = order.status == OrderStatus::Canceled;
    const auto endWithIt = [&](OrderRecord &other) {
        if (!isFinal(other.status))
            end(other, isCancelled ? OrderStatus::Canceled : OrderStatus::Expired, isCancelled ? ExecutionType::Canceled : ExecutionType::Expired, now);
    };
    if (list.isOto && isFirst) {
        const bool isWaiting = m_orders.at(list.orders[1]).status == OrderStatus::PendingNew;
        if (order.status == OrderStatus::Filled && isWaiting)
            startPending(list, now);
        else if (isFinal(order.status) && isWaiting) {
            for (const OrderNumber leg : std::vector(list.orders))
                endWithIt(m_orders.at(leg));
        }
    } else if (list.isOto && isCancelled && !isFinal(m_orders.at(list.orders.front()).status)) {
        for (const OrderNumber leg : std::vector(list.orders))
            endWithIt(m_orders.at(leg));
    } else if (list.isPair() && !list.isDecided) {
        const bool hasMoved = order.executed.isPositive() || isFinal(order.status) || (hasTrigger(order.asked.kind) && order.isWorking);
        if (hasMoved) {
            list.isDecided = true;
            for (const OrderNumber leg : std::vector(list.orders.begin() + std::ptrdiff_t(list.pendingFrom()), list.orders.end())) {
                if (leg != order.number)
                    endWithIt(m_orders.at(leg));
            }
        }
    }
    const bool isOver = std::all_of(list.orders.begin(), list.orders.end(), [&](OrderNumber leg) { return isFinal(m_orders.at(leg).status); });
    if (isOver && !list.isDone) {
        list.isDone = true;
        m_listener.onList(order.list, list.account, list.orders, true);
    }
}

std::vector<OrderNumber> MatchingEngine::ordersOfList(std::int64_t list) const
{
    const auto it = m_lists.find(list);
    return it == m_lists.end() ? std::vector<OrderNumber>{} : it->second.orders;
}

std::int64_t MatchingEngine::findList(AccountNumber account, const QString &clientId) const
{
    for (auto it = m_lists.rbegin(); it != m_lists.rend(); ++it) {
        if (it->second.account == account && it->second.clientId == clientId)
            return it->first;
    }
    return 0;
}

std::vector<std::int64_t> MatchingEngine::listsOf(AccountNumber account, bool isOpenOnly) const
{
    std::vector<std::int64_t> numbers;
    for (const auto &[number, list] : m_lists) {
        if (list.account == account && !(isOpenOnly && list.isDone))
            numbers.push_back(number);
    }
    return numbers;
}

} // namespace bellwether::exchange
