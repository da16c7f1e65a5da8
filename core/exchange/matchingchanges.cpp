// Cancelling and amending orders of the matching engine.
#include "core/exchange/matchingengine.h"

#include "core/exchange/venuemath.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bellwether::exchange {

namespace {

Refusal badAmend(const QString &why) { return {-2038, u"Order amend is not valid: %1."_s.arg(why)}; }

} // namespace

std::optional<Refusal> MatchingEngine::cancel(AccountNumber account, OrderNumber number, Timestamp now)
{
    const auto it = m_orders.find(number);
    if (it == m_orders.end() || it->second.asked.account != account || isFinal(it->second.status))
        return noOrderRefusal();
    end(it->second, OrderStatus::Canceled, ExecutionType::Canceled, now);
    return std::nullopt;
}

std::optional<Refusal> MatchingEngine::reduce(AccountNumber account, OrderNumber number, Quantity quantity, const QString &clientOrderId, Timestamp now)
{
    const auto it = m_orders.find(number);
    if (it == m_orders.end() || it->second.asked.account != account || isFinal(it->second.status))
        return noOrderRefusal();
    OrderRecord &order = it->second;
    if (order.amends >= listed(order).amendsMax)
        return badAmend(u"too many amendments"_s);
    if (quantity <= order.executed + order.prevented || quantity >= order.asked.quantity || isAtMarket(order.asked.kind))
        return badAmend(u"the new quantity must be smaller and above what is filled"_s);
    if (const auto refusal = checkFilters(listed(order), [&] { NewOrder asked = order.asked; asked.quantity = quantity; asked.icebergQuantity = {}; return asked; }(), {}))
        return refusal;
    const OrderNumber same = find(account, clientOrderId);
    if (same != 0 && same != number && !isFinal(m_orders.at(same).status))
        return Refusal{-2010, u"Duplicate order sent."_s};
    m_amendments.push_back({number, std::int64_t(m_amendments.size()) + 1, order.asked.clientOrderId, clientOrderId, order.asked.quantity, quantity, now});
    if (!clientOrderId.isEmpty()) {
        order.asked.clientOrderId = clientOrderId;
        m_byClientId[{account, clientOrderId}] = number;
    }
    ++order.amends;
    std::vector<OrderNumber> legs{number};
    if (order.list >= 0 && m_lists.at(order.list).isPair() && !(m_lists.at(order.list).isOto && m_lists.at(order.list).orders.front() == number)) {
        const OrderList &list = m_lists.at(order.list);
        legs.assign(list.orders.begin() + std::ptrdiff_t(list.pendingFrom()), list.orders.end());
    }
    // What the smaller orders do not need any more is free; a pair shares one reserve, sized for the dearer leg.
    const std::shared_ptr<Reserve> reserve = order.reserve;
    Quantity needed;
    for (const OrderNumber leg : legs) {
        OrderRecord &one = m_orders.at(leg);
        one.asked.quantity = quantity;
        one.visible = std::min(one.visible, one.leaves());
        one.updated = now;
        NewOrder left = one.asked;
        left.quantity = one.leaves();
        needed = std::max(needed, reserveFor(left).amount);
    }
    if (reserve && needed < reserve->amount) {
        m_accounts[std::size_t(account)].unlock(reserve->asset, reserve->amount - needed);
        reserve->amount = needed;
    }
    for (const OrderNumber leg : legs) {
        OrderRecord &one = m_orders.at(leg);
        if (one.isWorking)
            changeDepth(one.asked.symbol, one.asked.side, one.asked.price);
        tell(one, ExecutionType::Replaced);
    }
    return std::nullopt;
}

} // namespace bellwether::exchange
