#include "core/backtest/brackethit.h"

namespace bellwether {

namespace {

/// A bar, or a part of one.
struct Stretch {
    Price open;
    double low = 0;
    double high = 0;
    Timestamp openedAt;
    Timestamp closedAt;
};

std::optional<BracketHit> hitIn(const Stretch &stretch, BracketHolding &holding)
{
    const EntryLevels &levels = holding.levels;
    const bool isLong = holding.side == Side::Buy;
    const ExitReason stopped = holding.hasMovedStop ? ExitReason::MovedStop : ExitReason::Stop;
    const auto isReached = [](Price price, Price level, bool isBelow) {
        return level.isPositive() && (isBelow ? price <= level : price >= level);
    };
    const Liquidity atOpen = holding.hasRested ? Liquidity::Maker : Liquidity::Taker;
    holding.hasRested = true;
    if (isReached(stretch.open, levels.stop, isLong))
        return BracketHit{{stretch.open, Liquidity::Taker, true}, stretch.openedAt, stopped, OrderRole::StopLoss};
    if (isReached(stretch.open, levels.target, !isLong))
        return BracketHit{{stretch.open, atOpen}, stretch.openedAt, ExitReason::Target, OrderRole::TakeProfit};
    const Price low = Price::fromDouble(stretch.low);
    const Price high = Price::fromDouble(stretch.high);
    if (isReached(isLong ? low : high, levels.stop, isLong))
        return BracketHit{{levels.stop, Liquidity::Taker, true}, stretch.closedAt, stopped, OrderRole::StopLoss};
    if (isReached(isLong ? high : low, levels.target, !isLong))
        return BracketHit{{levels.target, Liquidity::Maker}, stretch.closedAt, ExitReason::Target, OrderRole::TakeProfit};
    return {};
}

} // namespace

std::optional<BracketHit> bracketHit(BracketHolding &holding, const RunLeg &leg, std::size_t row, Timestamp openedAt)
{
    const BarColumns &bars = *leg.bars;
    const Price open = Price::fromDouble(bars.open[row]);
    const auto inside = leg.detail ? leg.detail->inside(row) : BarDetail::Rows();
    if (inside.isEmpty())
        return hitIn({open, bars.low[row], bars.high[row], openedAt, bars.closeTime[row]}, holding);
    const BarColumns &path = leg.detail->columns();
    for (std::size_t at = inside.first; at < inside.last; ++at) {
        const bool isFirst = at == inside.first;
        const auto hit = hitIn({isFirst ? open : Price::fromDouble(path.open[at]), path.low[at], path.high[at],
                                isFirst ? openedAt : leg.detail->openTime(at), path.closeTime[at]}, holding);
        if (hit)
            return hit;
    }
    return {};
}

} // namespace bellwether
