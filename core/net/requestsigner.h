#pragma once

#include "core/net/signature.h"
#include "core/secrets/secretbytes.h"

#include <QByteArray>

#include <optional>

namespace bellwether::net {

/// Signs the requests of one account: with HMAC-SHA256 where the secret is a plain text, with Ed25519 where it is a
/// private key in PEM.
class RequestSigner {
public:
    /// Errors: InvalidArgument for an empty key or secret and for a PEM text of another kind; never with any part of it.
    static Result<RequestSigner> make(const QByteArray &apiKey, const SecretBytes &secret);

    const QByteArray &apiKey() const { return m_apiKey; }
    bool isEd25519() const { return m_key.has_value(); }
    /// Hexadecimal for HMAC, base64 for Ed25519; a url needs it percent-encoded.
    QByteArray sign(QByteArrayView payload) const;

private:
    RequestSigner() = default;
    QByteArray m_apiKey;
    SecretBytes m_secret;
    std::optional<Ed25519Key> m_key;
};

} // namespace bellwether::net
