#pragma once

#include "core/base/result.h"

#include <QStringList>
#include <QUrl>

namespace bellwether::binance {

/// Where a venue of this protocol answers. Source: Binance spot API documentation, general information (2026-07-21).
struct Endpoints {
    QUrl rest;       ///< scheme, host and port of `/api/v3/…`
    QUrl streams;    ///< of `/stream` and `/ws`
    QUrl requests;   ///< the WebSocket API with its path, for user data

    /// `production`, `testnet`, `demo`, or the base address of another venue of this protocol, whose streams are at the
    /// same host (`http://127.0.0.1:8080`). Errors: InvalidArgument; plain http is for this machine alone.
    static Result<Endpoints> of(const QString &name);
    static const QStringList &names();
};

} // namespace bellwether::binance
