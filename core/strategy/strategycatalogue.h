#pragma once

#include "core/strategy/strategy.h"

namespace bellwether {

/// The strategies that ship, in the order they are listed.
std::span<const StrategyInfo *const> shippedStrategies();
/// Errors: NotFound naming the known ids.
Result<const StrategyInfo *> findStrategy(QStringView id);
/// Builds a shipped strategy; `parameters` must be of the same info. Fault where they do not pass ParameterSet::check().
std::unique_ptr<Strategy> makeStrategy(const StrategyInfo &info, const ParameterSet &parameters,
                                       const StrategyContext &context);

} // namespace bellwether
