#pragma once

#include "core/strategy/strategy.h"

/// The strategies that ship, one file each: a rule, its parameters, and how sure it is.
namespace bellwether::builtin {

/// What the catalogue knows of one strategy.
struct Entry {
    const StrategyInfo *info;
    std::unique_ptr<Strategy> (*make)(const ParameterSet &parameters, const StrategyContext &context);
};

Entry emaCrossover();
Entry bollingerReversion();
Entry macdMomentum();
Entry trendFollowing();
Entry liveMomentum();
Entry superTrendEma();
Entry superTrendMacdRsiEma();
Entry simpleEma();
Entry intradayShort();
Entry smaCrossover();

} // namespace bellwether::builtin
