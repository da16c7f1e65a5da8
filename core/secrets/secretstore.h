#pragma once

#include "core/base/result.h"
#include "core/secrets/secretbytes.h"

namespace bellwether {

/// Where the keys of accounts are kept. Secrets go in and come out as SecretBytes, never as text.
class SecretStore {
public:
    virtual ~SecretStore() = default;
    /// `keychain` or `vault`.
    virtual QString kind() const = 0;
    /// Errors of all three: StoreLocked where it cannot be opened, Denied for a wrong passphrase, StoreCorrupt,
    /// StoreFailed; get(): NotFound. None of them quotes a secret.
    virtual Result<void> put(const QString &name, const SecretBytes &secret) = 0;
    virtual Result<SecretBytes> get(const QString &name) = 0;
    /// Nothing to do for a name that is not there.
    virtual Result<void> remove(const QString &name) = 0;
};

} // namespace bellwether
