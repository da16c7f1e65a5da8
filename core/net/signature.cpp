#include "core/net/signature.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <sodium.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace bellwether::net {

namespace {

const unsigned char *bytesOf(QByteArrayView text) { return reinterpret_cast<const unsigned char *>(text.data()); }

/// Wipes what it holds when it goes.
class WipedBytes {
public:
    explicit WipedBytes(QByteArray bytes) : m_bytes(std::move(bytes)) {}
    ~WipedBytes() { sodium_memzero(m_bytes.data(), std::size_t(m_bytes.size())); }
    WipedBytes(const WipedBytes &) = delete;
    WipedBytes &operator=(const WipedBytes &) = delete;
    QByteArrayView view() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

} // namespace

QByteArray hmacSha256Hex(QByteArrayView secret, QByteArrayView payload)
{
    return QMessageAuthenticationCode::hash(payload.toByteArray(), secret.toByteArray(), QCryptographicHash::Sha256).toHex();
}

Result<Ed25519Key> Ed25519Key::fromSeed(QByteArrayView seed)
{
    if (seed.size() != qsizetype(crypto_sign_ed25519_SEEDBYTES))
        return failure(ErrorCode::InvalidArgument, u"an Ed25519 seed has 32 bytes, not %1"_s.arg(seed.size()));
    if (sodium_init() < 0)
        return failure(ErrorCode::Unsupported, u"the cryptographic library did not start"_s);
    Ed25519Key key;
    std::array<unsigned char, crypto_sign_ed25519_PUBLICKEYBYTES> publicKey{};
    crypto_sign_ed25519_seed_keypair(publicKey.data(), key.m_secret.data(), bytesOf(seed));
    return key;
}

Result<Ed25519Key> Ed25519Key::fromPem(QByteArrayView pem)
{
    const auto bad = [](const QString &why) { return failure(ErrorCode::InvalidArgument, u"private key: "_s + why); };
    const QByteArrayView begin("-----BEGIN PRIVATE KEY-----");
    const QByteArrayView end("-----END PRIVATE KEY-----");
    const qsizetype first = pem.indexOf(begin);
    const qsizetype last = pem.indexOf(end);
    if (first < 0 || last < first)
        return bad(u"expected a text that begins with -----BEGIN PRIVATE KEY-----"_s);
    const QByteArrayView body = pem.sliced(first + begin.size(), last - first - begin.size());
    const WipedBytes der(QByteArray::fromBase64(body.toByteArray()));
    // RFC 8410: version 0, algorithm 1.3.101.112, an octet string around an octet string of 32 bytes.
    static const QByteArray prefix = QByteArray::fromHex("302e020100300506032b657004220420");
    if (der.view().size() != prefix.size() + 32 || !der.view().startsWith(prefix))
        return bad(u"it is not an Ed25519 key in PKCS #8"_s);
    return fromSeed(der.view().sliced(prefix.size()));
}

Ed25519Key::Ed25519Key(Ed25519Key &&other) noexcept : m_secret(other.m_secret)
{
    sodium_memzero(other.m_secret.data(), other.m_secret.size());
}

Ed25519Key &Ed25519Key::operator=(Ed25519Key &&other) noexcept
{
    std::swap(m_secret, other.m_secret);
    return *this;
}

Ed25519Key::~Ed25519Key() { sodium_memzero(m_secret.data(), m_secret.size()); }

QByteArray Ed25519Key::sign(QByteArrayView payload) const
{
    QByteArray signature(qsizetype(crypto_sign_BYTES), '\0');
    crypto_sign_detached(reinterpret_cast<unsigned char *>(signature.data()), nullptr, bytesOf(payload),
                         static_cast<unsigned long long>(payload.size()), m_secret.data());
    return signature.toBase64();
}

} // namespace bellwether::net
