#pragma once

#include "core/base/result.h"

#include <QSslConfiguration>

namespace bellwether::exchange {

/// The server's side of TLS from two PEM files: the certificate, with the chain behind it if there is one, and its private
/// key (RSA or EC, unencrypted). Errors: FileUnreadable; BadData, never with any part of the key.
Result<QSslConfiguration> readVenueTls(const QString &certificateFile, const QString &keyFile);

} // namespace bellwether::exchange
