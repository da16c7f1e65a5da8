#include "core/net/requestsigner.h"

#include <algorithm>

namespace bellwether::net {

Result<RequestSigner> RequestSigner::make(const QByteArray &apiKey, const SecretBytes &secret)
{
    const auto isPrintable = [](char c) { return c > ' ' && c < 127; };
    if (apiKey.isEmpty() || apiKey.size() > 256 || !std::all_of(apiKey.begin(), apiKey.end(), isPrintable))
        return failure(ErrorCode::InvalidArgument, QStringLiteral("the API key is empty or holds other than printable characters"));
    if (secret.isEmpty())
        return failure(ErrorCode::InvalidArgument, QStringLiteral("the secret is empty"));
    RequestSigner signer;
    signer.m_apiKey = apiKey;
    if (secret.view().trimmed().startsWith("-----BEGIN")) {
        auto key = Ed25519Key::fromPem(secret.view());
        if (!key)
            return failure(key.error());
        signer.m_key = *std::move(key);
    } else {
        signer.m_secret = secret.clone();
    }
    return signer;
}

QByteArray RequestSigner::sign(QByteArrayView payload) const
{
    return m_key ? m_key->sign(payload) : hmacSha256Hex(m_secret.view(), payload);
}

} // namespace bellwether::net
