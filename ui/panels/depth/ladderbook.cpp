#include "ui/panels/depth/ladderbook.h"

namespace bellwether {

Price standingPrice(const Order &order)
{
    return hasTriggerPrice(order.type) ? order.stopPrice : order.limitPrice;
}

std::int64_t usualTicksPerRow(const Depth &depth, Price tick)
{
    const auto &side = depth.bids.size() >= depth.asks.size() ? depth.bids : depth.asks;
    if (side.size() < 3 || !tick.isPositive())
        return 1;
    // From the second price on: the best one stands where the market is, the others on the venue's grid.
    const std::int64_t apart = (side[1].price - side.back().price).magnitude().raw() / std::int64_t(side.size() - 2) / tick.raw();
    for (std::int64_t decade = 1;; decade *= 10) {
        for (const std::int64_t factor : {1, 2, 5}) {
            if (decade * factor >= apart)
                return decade * factor;
        }
    }
}

void LadderBook::setStep(Price step)
{
    m_step = step;
    rebuild();
}

void LadderBook::setDepth(const Depth &depth)
{
    m_depth = depth;
    rebuild();
}

void LadderBook::setOrders(std::vector<OrderRow> orders)
{
    m_orders = std::move(orders);
    rebuild();
}

void LadderBook::clear()
{
    m_depth = {};
    m_orders.clear();
    m_rows.clear();
}

std::int64_t LadderBook::rowOf(Side side, Price price) const
{
    const std::int64_t below = Timestamp::floorDiv(price.raw(), m_step.raw());
    return side == Side::Buy || below * m_step.raw() == price.raw() ? below : below + 1;
}

void LadderBook::rebuild()
{
    m_rows.clear();
    for (const DepthLevel &level : m_depth.bids)
        m_rows[rowOf(Side::Buy, level.price)].bid += level.quantity;
    for (const DepthLevel &level : m_depth.asks)
        m_rows[rowOf(Side::Sell, level.price)].ask += level.quantity;
    for (const OrderRow &row : m_orders) {
        const Price price = standingPrice(row.order);
        if (price.isZero())
            continue;
        LadderRow &at = m_rows[rowOf(row.order.side, price)];
        (row.order.side == Side::Buy ? at.buys : at.sells).push_back(row);
    }
}

const LadderRow &LadderBook::row(std::int64_t row) const
{
    static const LadderRow nothing;
    const auto found = m_rows.find(row);
    return found != m_rows.end() ? found->second : nothing;
}

Price LadderBook::best(Side side) const
{
    const auto &levels = side == Side::Buy ? m_depth.bids : m_depth.asks;
    return levels.empty() ? Price() : levels.front().price;
}

std::optional<std::int64_t> LadderBook::middleRow() const
{
    const Price bid = best(Side::Buy);
    const Price ask = best(Side::Sell);
    if (bid.isZero() && ask.isZero())
        return {};
    const std::int64_t raw = bid.isZero() ? ask.raw() : ask.isZero() ? bid.raw() : bid.raw() + (ask - bid).raw() / 2;
    return Timestamp::floorDiv(raw, m_step.raw());
}

Quantity LadderBook::total(Side side) const
{
    Quantity sum;
    for (const DepthLevel &level : side == Side::Buy ? m_depth.bids : m_depth.asks)
        sum += level.quantity;
    return sum;
}

OrderType LadderBook::typeAt(Side side, Price price) const
{
    const Price against = best(opposite(side));
    if (against.isZero())
        return OrderType::Limit;
    const bool isPassive = side == Side::Buy ? price < against : price > against;
    return isPassive ? OrderType::Limit : OrderType::Stop;
}

} // namespace bellwether
