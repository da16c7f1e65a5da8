#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QUrl>

namespace bellwether::net {

/// The request that opens a web socket (RFC 6455, section 4.1); `key` is its nonce in base64.
QByteArray greetingOf(const QUrl &url, const QByteArray &key);
/// Whether `head`, the server's answer up to its empty line, opens it. Errors: Denied with what it says instead, BadData
/// where it is no answer to this request.
Result<void> checkGreeting(QByteArrayView head, const QByteArray &key);

} // namespace bellwether::net
