#pragma once

#include "core/brokers/binance/answers.h"
#include "core/net/jsonvalue.h"

namespace bellwether::binance {

/// Readers of values that answers and user events share; they throw JsonValue::BadAnswer.
Side sideOf(const net::JsonValue &json);
Timestamp timeOf(const net::JsonValue &json);
VenueOrder orderOf(const net::JsonValue &json);

} // namespace bellwether::binance
