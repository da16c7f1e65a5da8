#pragma once

#include "core/exchange/apicall.h"
#include "core/exchange/venueorder.h"

#include <variant>

namespace bellwether::exchange {

/// The number, or the refusal as the answer.
OrderNumber numberOrThrow(const std::variant<OrderNumber, Refusal> &outcome);
void throwIf(const std::optional<Refusal> &refusal);

/// `pendingAbovePrice` of `pendingAbove` and `price`; the name alone without a prefix.
QByteArray joined(QByteArrayView prefix, const char *name);
/// A client's id for an order or a list; empty where none was sent. Errors: -1100 for other characters and lengths.
QString clientIdOf(ApiParams &params, QByteArrayView name);
/// What any order may carry: iceberg, trail, self-trade prevention, labels.
void readOptions(ApiParams &params, QByteArrayView prefix, NewOrder &order);
/// Errors: -1127 where both ends are given and lie more than a day apart.
void refuseLongWindow(const ApiParams &params, std::int64_t startMs, std::int64_t endMs);

} // namespace bellwether::exchange
