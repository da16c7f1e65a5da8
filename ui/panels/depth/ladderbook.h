#pragma once

#include "core/desk/depthupdate.h"
#include "core/desk/desksnapshot.h"

#include <map>

namespace bellwether {

/// One price of the ladder with what rests there: the market's, and ours.
struct LadderRow {
    Quantity bid;
    Quantity ask;
    std::vector<OrderRow> buys;   ///< our working orders
    std::vector<OrderRow> sells;

    const std::vector<OrderRow> &ours(Side side) const { return side == Side::Buy ? buys : sells; }
};

/// Order book and own orders by row. Row n is the price n × step; what stands between two rows counts for the one that is
/// further from the market: a bid for the row below it, an offer for the row above.
class LadderBook {
public:
    /// `step` is a whole number of ticks, > 0.
    void setStep(Price step);
    Price step() const { return m_step; }
    void setDepth(const Depth &depth);
    /// The working orders of the ladder's instrument that stand at a price.
    void setOrders(std::vector<OrderRow> orders);
    void clear();

    Price priceOf(std::int64_t row) const { return Price::fromRaw(row * m_step.raw()); }
    std::int64_t rowOf(Side side, Price price) const;
    /// Empty where nothing rests.
    const LadderRow &row(std::int64_t row) const;
    Price best(Side side) const;
    /// Half way between the best prices, or the one that there is; none while nothing is quoted.
    std::optional<std::int64_t> middleRow() const;
    /// All that the book shows on one side.
    Quantity total(Side side) const;
    bool isEmpty() const { return m_depth.bids.empty() && m_depth.asks.empty(); }

    /// What an order at this price is: a limit order on its own side of the market, else a stop order.
    OrderType typeAt(Side side, Price price) const;

private:
    void rebuild();

    Price m_step = Price::fromRaw(1);
    Depth m_depth;
    std::vector<OrderRow> m_orders;
    std::map<std::int64_t, LadderRow> m_rows;
};

/// The price a working order stands at: its trigger, or its limit; zero for a market order.
Price standingPrice(const Order &order);
/// 1, 2, 5, 10 … ticks a row: the smallest that gives a row to each price that the book names on average.
std::int64_t usualTicksPerRow(const Depth &depth, Price tick);

} // namespace bellwether
