#pragma once

#include "core/exchange/spotvenue.h"

#include <QJsonObject>

namespace bellwether::exchange {

/// Event of the user data stream for what happened to an account (Binance spot API documentation, user-data-stream.md,
/// 2026-07-21). `now` is the venue's clock.
QJsonObject userDataJson(const SpotVenue &venue, const AccountEvent &event, Timestamp now);

} // namespace bellwether::exchange
