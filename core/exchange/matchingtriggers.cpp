// Orders of the matching engine that wait for a price.
#include "core/exchange/matchingengine.h"

#include "core/domain/decimal.h"

using namespace Qt::StringLiterals;

namespace bellwether::exchange {

namespace {

bool isReached(const NewOrder &order, Price last)
{
    if (!last.isPositive())
        return false;
    const bool isUpward = isStopLoss(order.kind) == (order.side == Side::Buy);
    return isUpward ? last >= order.stopPrice : last <= order.stopPrice;
}

} // namespace

std::optional<Refusal> MatchingEngine::checkTrigger(const NewOrder &order) const
{
    if (hasTrigger(order.kind) && order.trailingDelta == 0 && isReached(order, lastPrice(order.symbol)))
        return Refusal{-2010, u"Stop price would trigger immediately."_s};
    if (order.kind == OrderKind::LimitMaker && wouldTake(order))
        return Refusal{-2010, u"Order would immediately match and take."_s};
    return std::nullopt;
}

void MatchingEngine::followTrail(OrderRecord &order, Timestamp now)
{
    const Price last = lastPrice(order.asked.symbol);
    if (order.asked.trailingDelta == 0 || !last.isPositive())
        return;
    if (!order.trailFrom.isPositive()) {
        // With a stop price the trail begins where that is met, else at once.
        if (order.asked.stopPrice.isPositive() && !isReached(order.asked, last))
            return;
        order.trailFrom = last;
        order.trailTime = now;
    }
    order.trailFrom = order.asked.side == Side::Buy ? std::min(order.trailFrom, last) : std::max(order.trailFrom, last);
}

bool MatchingEngine::isTriggered(const OrderRecord &order) const
{
    const Price last = lastPrice(order.asked.symbol);
    if (order.asked.trailingDelta == 0)
        return isReached(order.asked, last);
    if (!order.trailFrom.isPositive())
        return false;
    constexpr int whole = 10'000;
    const bool isBuy = order.asked.side == Side::Buy;
    const Int128 bound = Int128(order.trailFrom.raw()) * (isBuy ? whole + order.asked.trailingDelta : whole - order.asked.trailingDelta);
    const Int128 price = Int128(last.raw()) * whole;
    return isBuy ? price >= bound : price <= bound;
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
            if (!here.waiting.contains(number) || !isTriggered(order))
                continue;
            hasFired = true;
            fire(order, now);
        }
    }
    m_isFiring = false;
}

void MatchingEngine::fire(OrderRecord &order, Timestamp now)
{
    market(order.asked.symbol).waiting.erase(order.number);
    order.isWorking = true;
    order.updated = now;
    onListMoved(order, now);
    if (isAtMarket(order.asked.kind) && order.asked.side == Side::Buy) {
        // The stop price was set aside: the market may ask for more.
        Balances &account = m_accounts[std::size_t(order.asked.account)];
        account.unlock(order.reserve->asset, order.reserve->amount);
        order.reserve = std::make_shared<Reserve>(Reserve{order.reserve->asset, costOf(order.asked)});
        if (account.of(order.reserve->asset).free < order.reserve->amount) {
            order.reserve->amount = {};
            return end(order, OrderStatus::Expired, ExecutionType::Expired, now);
        }
        account.lock(order.reserve->asset, order.reserve->amount);
    }
    tell(order, ExecutionType::New);
    start(order, now);
}

} // namespace bellwether::exchange
