#include "core/risk/riskgate.h"

#include "core/risk/rules.h"

namespace bellwether {

namespace {

constexpr std::array<rules::Rule, 32> entryRules{
    rules::killLatch,      rules::dailyLossHalt,  rules::engineState,    rules::reconciled,         rules::unprotectedBook,
    rules::knownPrice,     rules::stalePrice,     rules::crossedBook,    rules::openSession,        rules::squareOff,
    rules::shortSale,      rules::orderShape,     rules::product,        rules::orderQuantity,      rules::priceDistance,
    rules::orderValue,     rules::priceFloor,     rules::liquidityFloor, rules::positionCount,      rules::positionsPerSymbol,
    rules::symbolList,     rules::leverage,       rules::exposure,       rules::sectorExposure,     rules::availableCash,
    rules::riskPerTrade,   rules::correlation,    rules::openOrders,     rules::orderRate,          rules::repeatedOrders,
    rules::lossStreak,     rules::selfMatch,
};
constexpr std::array<rules::Rule, 2> reducingRules{rules::orderShape, rules::reducingSize};

std::span<const rules::Rule> rulesFor(const RiskView &view)
{
    return isReducing(view.order.role) ? std::span<const rules::Rule>(reducingRules) : std::span<const rules::Rule>(entryRules);
}

} // namespace

std::optional<Denial> checkOrder(const RiskView &view)
{
    for (const rules::Rule rule : rulesFor(view)) {
        if (auto denial = rule(view))
            return denial;
    }
    return {};
}

std::vector<Denial> checkOrderFully(const RiskView &view)
{
    std::vector<Denial> denials;
    for (const rules::Rule rule : rulesFor(view)) {
        if (auto denial = rule(view))
            denials.push_back(std::move(*denial));
    }
    return denials;
}

} // namespace bellwether
