#pragma once

#include "core/exchange/apicall.h"
#include "core/exchange/venueorder.h"

#include <QJsonObject>

namespace bellwether::exchange {

/// Words and numbers of the spot protocol.
QString wordOf(OrderStatus status);
QString wordOf(OrderKind kind);
QString wordOf(TimeInForce timeInForce);
QString wordOf(SelfTradeMode mode);
QString wordOf(Side side);
/// Throw ApiError with the venue's code for a word that is none.
OrderKind readKind(const QByteArray &word);
TimeInForce readTimeInForce(const QByteArray &word);
SelfTradeMode readSelfTradeMode(const QByteArray &word);
Side readSide(const QByteArray &word);
/// All eight decimals, as the venue writes them: `0.00100000`.
QString decimalText(std::int64_t raw);
template <typename Tag> QString decimalText(FixedPoint<Tag> value) { return decimalText(value.raw()); }

/// One execution inside the answer to its order.
QJsonObject fillJson(const Execution &execution);

} // namespace bellwether::exchange
