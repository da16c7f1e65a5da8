#include "core/sim/fillrules.h"

#include <charconv>

namespace bellwether {

namespace {

/// Has the price reached the stop: at or above for a buy, at or below for a sell.
bool reachesStop(const WorkingOrder &order, Price price)
{
    return order.side == Side::Buy ? price >= order.stopPrice : price <= order.stopPrice;
}

/// Is the price at least as good as the limit.
bool isWithinLimit(const WorkingOrder &order, Price price)
{
    return order.side == Side::Buy ? price <= order.limitPrice : price >= order.limitPrice;
}

bool isBeyondLimit(const WorkingOrder &order, Price price)
{
    return order.side == Side::Buy ? price < order.limitPrice : price > order.limitPrice;
}

bool fillsLimit(const WorkingOrder &order, Price price, LimitFill rule)
{
    return rule == LimitFill::AtTouch ? isWithinLimit(order, price) : isBeyondLimit(order, price);
}

bool actsAsLimit(const WorkingOrder &order)
{
    return order.type == OrderType::Limit || (order.type == OrderType::StopLimit && order.isTriggered);
}

} // namespace

QString venueNumber(std::string_view prefix, std::uint64_t number)
{
    std::array<char, 32> text;
    char *digits = std::copy(prefix.begin(), prefix.end(), text.data());
    for (std::uint64_t bound = 100'000; bound > number && bound > 1; bound /= 10)
        *digits++ = '0';
    const char *end = std::to_chars(digits, text.data() + text.size(), number).ptr;
    return QString::fromLatin1(text.data(), end - text.data());
}

std::optional<FillChance> chanceAtOpen(WorkingOrder &order, Price open)
{
    if (order.type == OrderType::Market)
        return FillChance{open};
    if (order.type == OrderType::Stop) {
        if (reachesStop(order, open))
            return FillChance{open, Liquidity::Taker, true};
        return {};
    }
    if (order.type == OrderType::StopLimit && !order.isTriggered) {
        if (!reachesStop(order, open))
            return {};
        order.isTriggered = true;
    }
    if (isWithinLimit(order, open))
        return FillChance{open, order.hasRested ? Liquidity::Maker : Liquidity::Taker, order.type == OrderType::StopLimit};
    return {};
}

std::optional<FillChance> chanceInside(WorkingOrder &order, const Bar &bar, LimitFill rule)
{
    const Price worst = order.side == Side::Buy ? bar.high : bar.low; // where a stop of this side is reached
    const Price best = order.side == Side::Buy ? bar.low : bar.high;  // where a limit of this side is reached
    if (order.type == OrderType::Stop) {
        if (reachesStop(order, worst))
            return FillChance{order.stopPrice, Liquidity::Taker, true};
        return {};
    }
    if (order.type == OrderType::StopLimit && !order.isTriggered) {
        if (!reachesStop(order, worst))
            return {};
        order.isTriggered = true;
        if (isWithinLimit(order, order.stopPrice))
            return FillChance{order.stopPrice, Liquidity::Taker, true};
        if (fillsLimit(order, bar.close, rule))
            return FillChance{order.limitPrice, Liquidity::Maker, true};
        return {};
    }
    if (actsAsLimit(order) && fillsLimit(order, best, rule))
        return FillChance{order.limitPrice, Liquidity::Maker, order.type == OrderType::StopLimit};
    return {};
}

std::optional<FillChance> chanceAfterEntry(WorkingOrder &order, const Bar &bar, LimitFill rule)
{
    Bar rest = bar;
    rest.open = order.armedAt;
    if (!order.isArmedByStop)
        (order.side == Side::Sell ? rest.high : rest.low) = bar.close;
    if (const auto atOnce = chanceAtOpen(order, rest.open))
        return atOnce;
    return chanceInside(order, rest, rule);
}

std::optional<FillChance> chanceAtQuote(WorkingOrder &order, const Quote &quote)
{
    const Price price = order.side == Side::Buy ? quote.ask : quote.bid;
    if (!price.isPositive() || quote.isCrossed())
        return {};
    if (order.type == OrderType::Market)
        return FillChance{price};
    if (order.type == OrderType::Stop)
        return reachesStop(order, price) ? std::optional(FillChance{price, Liquidity::Taker, true}) : std::nullopt;
    if (order.type == OrderType::StopLimit && !order.isTriggered) {
        if (!reachesStop(order, price))
            return {};
        order.isTriggered = true;
        if (isWithinLimit(order, price))
            return FillChance{price, Liquidity::Taker, true};
        return {};
    }
    if (!isWithinLimit(order, price))
        return {};
    if (order.hasRested)
        return FillChance{order.limitPrice, Liquidity::Maker};
    return FillChance{price};
}

std::optional<FillChance> chanceAtTrade(WorkingOrder &order, Price price, LimitFill rule, bool isLimitOnly)
{
    if (isLimitOnly) {
        if (actsAsLimit(order) && order.hasRested && fillsLimit(order, price, rule))
            return FillChance{order.limitPrice, Liquidity::Maker};
        return {};
    }
    if (order.type == OrderType::Market)
        return FillChance{price};
    if (order.type == OrderType::Stop)
        return reachesStop(order, price) ? std::optional(FillChance{price, Liquidity::Taker, true}) : std::nullopt;
    if (order.type == OrderType::StopLimit && !order.isTriggered) {
        if (!reachesStop(order, price))
            return {};
        order.isTriggered = true;
        if (isWithinLimit(order, price))
            return FillChance{price, Liquidity::Taker, true};
        return {};
    }
    if (!order.hasRested)
        return isWithinLimit(order, price) ? std::optional(FillChance{price}) : std::nullopt;
    if (fillsLimit(order, price, rule))
        return FillChance{order.limitPrice, Liquidity::Maker};
    return {};
}

} // namespace bellwether
