#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <array>

namespace bellwether::net {

/// HMAC-SHA256 (RFC 2104) of the payload as lower-case hexadecimal.
QByteArray hmacSha256Hex(QByteArrayView secret, QByteArrayView payload);

/// A private Ed25519 key (RFC 8032). Its bytes are wiped when it ends.
class Ed25519Key {
public:
    /// From the 32 bytes of its seed. Errors: InvalidArgument for another length.
    static Result<Ed25519Key> fromSeed(QByteArrayView seed);
    /// From an unencrypted PKCS #8 text (`-----BEGIN PRIVATE KEY-----`), as `openssl genpkey -algorithm ed25519` writes
    /// it. Errors: InvalidArgument, never with any part of the text.
    static Result<Ed25519Key> fromPem(QByteArrayView pem);

    Ed25519Key(Ed25519Key &&other) noexcept;
    Ed25519Key &operator=(Ed25519Key &&other) noexcept;
    ~Ed25519Key();

    /// The signature of the payload in base64.
    QByteArray sign(QByteArrayView payload) const;

private:
    Ed25519Key() = default;
    std::array<unsigned char, 64> m_secret{};
};

} // namespace bellwether::net
