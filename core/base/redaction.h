#pragma once

#include <QByteArray>
#include <QString>

namespace bellwether {

/// Takes secrets out of a text before it is written anywhere: values that were registered, also percent-encoded, and whatever
/// stands behind a field name that means a secret (`secret`, `signature`, `token`, `password`, `apiKey`, `listenKey`,
/// `authorization`, …) in JSON, a query, a header or an assignment, and private keys in PEM form. Any thread.
QString redacted(const QString &text);

/// From here on redacted() knows the value; shorter than six characters is ignored, since it would tear words apart.
void addSecretToRedact(const QByteArray &value);

} // namespace bellwether
