#include "core/sim/fillrules.h"

#include <charconv>

namespace bellwether {

namespace {

/// Does the price have to rise to the trigger: of a stop that buys, and of an order to sell if touched.
bool needsRise(const WorkingOrder &order) { return isStopType(order.type) == (order.side == Side::Buy); }

bool reachesTrigger(const WorkingOrder &order, Price price)
{
    return needsRise(order) ? price >= order.stopPrice : price <= order.stopPrice;
}

/// Trades at the market once its trigger is reached.
bool triggersMarket(const WorkingOrder &order) { return order.type == OrderType::Stop || order.type == OrderType::MarketIfTouched; }
bool waitsForTrigger(const WorkingOrder &order) { return hasTriggerPrice(order.type) && hasLimitPrice(order.type) && !order.isTriggered; }

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
    return hasLimitPrice(order.type) && !waitsForTrigger(order);
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
    if (triggersMarket(order)) {
        if (reachesTrigger(order, open))
            return FillChance{open, Liquidity::Taker, isStopType(order.type)};
        return {};
    }
    if (waitsForTrigger(order)) {
        if (!reachesTrigger(order, open))
            return {};
        order.isTriggered = true;
    }
    if (isWithinLimit(order, open))
        return FillChance{open, order.hasRested ? Liquidity::Maker : Liquidity::Taker, order.type == OrderType::StopLimit};
    return {};
}

std::optional<FillChance> chanceInside(WorkingOrder &order, const Bar &bar, LimitFill rule)
{
    const bool isStop = isStopType(order.type);
    const Price best = order.side == Side::Buy ? bar.low : bar.high; // where a limit of this side is reached
    const Price end = needsRise(order) ? bar.high : bar.low;        // where a trigger is
    if (triggersMarket(order)) {
        if (reachesTrigger(order, end))
            return FillChance{order.stopPrice, Liquidity::Taker, isStop};
        return {};
    }
    if (waitsForTrigger(order)) {
        if (!reachesTrigger(order, end))
            return {};
        order.isTriggered = true;
        if (isWithinLimit(order, order.stopPrice))
            return FillChance{order.stopPrice, Liquidity::Taker, isStop};
        // The price runs away from the limit of a stop, and has to come back; it runs on to that of an order if touched.
        if (fillsLimit(order, isStop ? bar.close : best, rule))
            return FillChance{order.limitPrice, Liquidity::Maker, isStop};
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
    if (triggersMarket(order))
        return reachesTrigger(order, price) ? std::optional(FillChance{price, Liquidity::Taker, isStopType(order.type)}) : std::nullopt;
    if (waitsForTrigger(order)) {
        if (!reachesTrigger(order, price))
            return {};
        order.isTriggered = true;
        if (isWithinLimit(order, price))
            return FillChance{price, Liquidity::Taker, isStopType(order.type)};
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
    if (triggersMarket(order))
        return reachesTrigger(order, price) ? std::optional(FillChance{price, Liquidity::Taker, isStopType(order.type)}) : std::nullopt;
    if (waitsForTrigger(order)) {
        if (!reachesTrigger(order, price))
            return {};
        order.isTriggered = true;
        if (isWithinLimit(order, price))
            return FillChance{price, Liquidity::Taker, isStopType(order.type)};
        return {};
    }
    if (!order.hasRested)
        return isWithinLimit(order, price) ? std::optional(FillChance{price}) : std::nullopt;
    if (fillsLimit(order, price, rule))
        return FillChance{order.limitPrice, Liquidity::Maker};
    return {};
}

} // namespace bellwether
