#pragma once

#include "core/brokers/binance/answers.h"
#include "core/brokers/binance/restclient.h"
#include "core/domain/order.h"

namespace bellwether::binance {

/// `BTCUSDT` of `BINANCE:BTCUSDT`.
QByteArray symbolOf(const InstrumentId &instrument);
/// The id of an order at the venue after it was replaced `generation` times: each replacement is an order of its own there,
/// and no id is ever used twice.
QByteArray venueClientId(const ClientOrderId &order, int generation);
/// The order and generation of a venue's client id; nothing for a text that cannot be one of ours.
std::optional<std::pair<ClientOrderId, int>> orderOfClientId(const QString &clientId);
/// A decimal as the venue takes it: no exponent, no more places than it needs.
template <typename Tag> QByteArray decimalOf(FixedPoint<Tag> value) { return toString(value).toLatin1(); }

/// What the venue calls an order of this type: a stop is a STOP_LOSS (at the market when hit), a stop-limit a
/// STOP_LOSS_LIMIT, the same if touched a TAKE_PROFIT and a TAKE_PROFIT_LIMIT, a post-only limit a LIMIT_MAKER.
QByteArray venueType(const Order &order);
/// Everything that the venue demands of a new order, `quantity` of it, under this generation's id. On the venue's day-less
/// market a day order is good till cancelled. Source: Binance spot API documentation, "New order" (2026-07-21).
RestCall placeCall(const Order &order, Quantity quantity, int generation, net::RequestPurpose purpose);
RestCall cancelCall(const Order &order, int generation);
/// One order list in which the stop and the target of one holding end each other. They agree in instrument, side and
/// quantity.
RestCall pairCall(const Order &stop, const Order &target, int generation);
/// Cancels `generation` and, where that worked, places `quantity` at new terms under the next one.
RestCall replaceCall(const Order &changed, Quantity quantity, int generation);
/// Fewer of the same order, which keeps its place in the queue and its id.
RestCall reduceCall(const Order &order, Quantity quantity, int generation);
RestCall queryCall(const Order &order, int generation);
/// The executions of one order of the venue.
RestCall tradesCall(const Order &order, std::int64_t venueOrder);

/// What an order of the venue is in our words; empty for a type that we do not send.
std::optional<OrderType> orderTypeOf(const QString &type);

} // namespace bellwether::binance
