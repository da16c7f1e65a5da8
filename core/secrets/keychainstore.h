#pragma once

#include "core/secrets/secretstore.h"

namespace bellwether {

/// The keychain of the desktop session (Secret Service, KWallet). Its fallback of plain text is off. Calls wait for the
/// keychain, ten seconds at most, and need the event loop of a QCoreApplication.
class KeychainStore final : public SecretStore {
public:
    /// Whether this session has one that answers.
    static bool isAvailable();

    QString kind() const override { return QStringLiteral("keychain"); }
    Result<void> put(const QString &name, const SecretBytes &secret) override;
    Result<SecretBytes> get(const QString &name) override;
    Result<void> remove(const QString &name) override;
};

} // namespace bellwether
