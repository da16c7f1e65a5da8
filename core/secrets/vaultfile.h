#pragma once

#include "core/secrets/secretstore.h"

#include <map>

namespace bellwether {

/// An encrypted file of secrets for where there is no keychain: the passphrase is stretched with Argon2id, the content
/// sealed with XChaCha20-Poly1305 together with its header, so that a changed byte anywhere is noticed and nothing can be
/// told from the file but its size. Mode 0600; replaced whole or not at all.
class VaultFile final : public SecretStore {
public:
    /// How much a guess at the passphrase costs. The file says what it was made with.
    struct Cost {
        std::uint64_t operations = 3;
        std::uint64_t memoryBytes = 256 << 20;
    };
    static constexpr std::size_t passphraseMin = 8;

    /// Opens the vault, or prepares a new one that is written by the first put(). Errors: Denied for a wrong passphrase
    /// or a vault that was changed (which cannot be told apart), InvalidArgument for one too short for a new vault,
    /// StoreCorrupt, FileUnreadable.
    static Result<std::unique_ptr<VaultFile>> open(const QString &path, const SecretBytes &passphrase, Cost cost);
    static Result<std::unique_ptr<VaultFile>> open(const QString &path, const SecretBytes &passphrase) { return open(path, passphrase, Cost()); }
    ~VaultFile() override;

    QString kind() const override { return QStringLiteral("vault"); }
    Result<void> put(const QString &name, const SecretBytes &secret) override;
    Result<SecretBytes> get(const QString &name) override;
    Result<void> remove(const QString &name) override;

private:
    VaultFile() = default;
    Result<void> save();

    QString m_path;
    QByteArray m_header;      ///< magic, costs, salt
    SecretBytes m_key;
    std::map<QString, SecretBytes> m_secrets;
};

} // namespace bellwether
