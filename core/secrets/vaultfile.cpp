#include "core/secrets/vaultfile.h"

#include <sodium.h>

#include <QDataStream>
#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

const QByteArray magic("BWVAULT1");
constexpr qsizetype headerSize = 8 + 8 + 8 + qsizetype(crypto_pwhash_SALTBYTES);
constexpr qsizetype nonceSize = qsizetype(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
constexpr qsizetype tagSize = qsizetype(crypto_aead_xchacha20poly1305_ietf_ABYTES);
constexpr qint64 fileMax = 4 << 20;
constexpr std::uint64_t memoryMax = std::uint64_t(1) << 30;
constexpr std::uint64_t operationsMax = 20;

unsigned char *bytes(QByteArray &array) { return reinterpret_cast<unsigned char *>(array.data()); }
const unsigned char *bytes(QByteArrayView array) { return reinterpret_cast<const unsigned char *>(array.data()); }

QByteArray headerOf(const VaultFile::Cost &cost)
{
    QByteArray header = magic;
    QDataStream stream(&header, QIODevice::Append);
    stream << quint64(cost.operations) << quint64(cost.memoryBytes);
    QByteArray salt(qsizetype(crypto_pwhash_SALTBYTES), '\0');
    randombytes_buf(salt.data(), std::size_t(salt.size()));
    return header + salt;
}

Result<SecretBytes> keyOf(const QByteArray &header, const SecretBytes &passphrase)
{
    QDataStream stream(header.mid(magic.size()));
    quint64 operations = 0;
    quint64 memory = 0;
    stream >> operations >> memory;
    if (operations < 1 || operations > operationsMax || memory < crypto_pwhash_MEMLIMIT_MIN || memory > memoryMax)
        return failure(ErrorCode::StoreCorrupt, u"the vault's header makes no sense"_s);
    QByteArray key(qsizetype(crypto_aead_xchacha20poly1305_ietf_KEYBYTES), '\0');
    const QByteArray salt = header.right(qsizetype(crypto_pwhash_SALTBYTES));
    if (crypto_pwhash(bytes(key), std::size_t(key.size()), passphrase.view().data(), std::size_t(passphrase.view().size()), bytes(QByteArrayView(salt)),
                      operations, std::size_t(memory), crypto_pwhash_ALG_ARGON2ID13) != 0)
        return failure(ErrorCode::StoreFailed, u"no memory to open the vault"_s);
    return SecretBytes(std::move(key));
}

} // namespace

VaultFile::~VaultFile() = default;

Result<std::unique_ptr<VaultFile>> VaultFile::open(const QString &path, const SecretBytes &passphrase, Cost cost)
{
    if (sodium_init() < 0)
        return failure(ErrorCode::StoreFailed, u"no source of random numbers"_s);
    std::unique_ptr<VaultFile> vault(new VaultFile);
    vault->m_path = path;
    QFile file(path);
    if (!file.exists()) {
        if (std::size_t(passphrase.view().size()) < passphraseMin)
            return failure(ErrorCode::InvalidArgument, u"a passphrase of a vault has at least %1 characters"_s.arg(passphraseMin));
        vault->m_header = headerOf(cost);
        auto key = keyOf(vault->m_header, passphrase);
        if (!key)
            return failure(key.error());
        vault->m_key = *std::move(key);
        return vault;
    }
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileUnreadable, u"%1: %2"_s.arg(path, file.errorString()));
    const QByteArray whole = file.size() > fileMax ? QByteArray() : file.readAll();
    if (whole.size() < headerSize + nonceSize + tagSize || !whole.startsWith(magic))
        return failure(ErrorCode::StoreCorrupt, u"%1 is no vault"_s.arg(path));
    vault->m_header = whole.left(headerSize);
    auto key = keyOf(vault->m_header, passphrase);
    if (!key)
        return failure(key.error());
    vault->m_key = *std::move(key);
    const QByteArrayView nonce = QByteArrayView(whole).sliced(headerSize, nonceSize);
    const QByteArrayView sealed = QByteArrayView(whole).sliced(headerSize + nonceSize);
    QByteArray plain(sealed.size() - tagSize, '\0');
    const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(bytes(plain), nullptr, nullptr, bytes(sealed), std::uint64_t(sealed.size()),
                                                                  bytes(QByteArrayView(vault->m_header)), std::uint64_t(headerSize), bytes(nonce),
                                                                  bytes(vault->m_key.view()));
    if (opened != 0)
        return failure(ErrorCode::Denied, u"the passphrase is wrong, or the vault was changed"_s);
    const SecretBytes content(std::move(plain));
    QDataStream stream(QByteArray::fromRawData(content.view().data(), content.view().size()));
    quint32 count = 0;
    stream >> count;
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        QString name;
        QByteArray secret;
        stream >> name >> secret;
        vault->m_secrets.insert_or_assign(name, SecretBytes(std::move(secret)));
    }
    if (stream.status() != QDataStream::Ok)
        return failure(ErrorCode::StoreCorrupt, u"%1 holds something else"_s.arg(path));
    return vault;
}

Result<void> VaultFile::save()
{
    QByteArray plain;
    {
        QDataStream stream(&plain, QIODevice::WriteOnly);
        stream << quint32(m_secrets.size());
        for (const auto &[name, secret] : m_secrets)
            stream << name << secret.view().toByteArray();
    }
    const SecretBytes content(std::move(plain));
    QByteArray nonce(nonceSize, '\0');
    randombytes_buf(nonce.data(), std::size_t(nonce.size()));
    QByteArray sealed(content.view().size() + tagSize, '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(sealed), nullptr, bytes(content.view()), std::uint64_t(content.view().size()),
                                               bytes(QByteArrayView(m_header)), std::uint64_t(headerSize), nullptr, bytes(QByteArrayView(nonce)),
                                               bytes(m_key.view()));
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(m_header + nonce + sealed) != m_header.size() + nonce.size() + sealed.size() || !file.commit())
        return failure(ErrorCode::FileUnwritable, u"%1: %2"_s.arg(m_path, file.errorString()));
    return {};
}

Result<void> VaultFile::put(const QString &name, const SecretBytes &secret)
{
    m_secrets.insert_or_assign(name, secret.clone());
    return save();
}

Result<SecretBytes> VaultFile::get(const QString &name)
{
    const auto found = m_secrets.find(name);
    if (found == m_secrets.end())
        return failure(ErrorCode::NotFound, u"the vault holds nothing of that name"_s);
    return found->second.clone();
}

Result<void> VaultFile::remove(const QString &name)
{
    if (m_secrets.erase(name) == 0)
        return {};
    return save();
}

} // namespace bellwether
