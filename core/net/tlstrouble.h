#pragma once

#include <QSslError>
#include <QStringList>
#include <QUrl>

namespace bellwether::net {

/// One English line for a server whose certificate is not the one of who it claims to be. Nothing has been sent to it.
inline QString tlsTrouble(const QUrl &url, const QList<QSslError> &errors)
{
    QStringList reasons;
    for (const QSslError &error : errors) {
        if (!reasons.contains(error.errorString()))
            reasons.append(error.errorString());
    }
    return QStringLiteral("%1 cannot be trusted, nothing was sent: %2").arg(url.host(), reasons.join(QStringLiteral("; ")));
}

} // namespace bellwether::net
