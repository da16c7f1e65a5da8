#pragma once

#include "core/risk/riskview.h"

namespace bellwether {

/// The one place every order passes before it may become an intent. Entries meet every rule; an order that reduces risk
/// meets only those that keep it a valid, non-flipping order, so no halt, latch or limit ever stops a way out.
/// Gives the first refusal in a fixed order, or nothing.
std::optional<Denial> checkOrder(const RiskView &view);

/// Every refusal, for previews and explanations.
std::vector<Denial> checkOrderFully(const RiskView &view);

} // namespace bellwether
