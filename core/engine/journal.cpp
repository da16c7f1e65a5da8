#include "core/engine/journal.h"

#include "core/base/error.h"

#include <QtEndian>

#include <memory>
#include <openssl/evp.h>

namespace bellwether {

namespace {

/// SHA-256 of OpenSSL, which uses what the processor has for it; looked up once and used again by its thread.
struct Sha256 {
    std::unique_ptr<EVP_MD, void (*)(EVP_MD *)> kind{EVP_MD_fetch(nullptr, "SHA256", nullptr), EVP_MD_free};
    std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX *)> context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
};

} // namespace

std::uint64_t MemoryJournal::append(Timestamp time, const QByteArray &body)
{
    m_entries.push_back({m_entries.size() + 1, time, body});
    return m_entries.size();
}

JournalChain::JournalChain(const QByteArray &hash)
{
    if (std::size_t(hash.size()) != hashSize)
        throw Fault(QStringLiteral("a hash of %1 bytes").arg(hash.size()));
    std::copy(hash.begin(), hash.end(), m_hash.begin());
}

void JournalChain::add(std::uint64_t sequence, Timestamp time, QByteArrayView body)
{
    thread_local const Sha256 sha;
    const std::array<quint64, 2> numbers{qToBigEndian(quint64(sequence)), qToBigEndian(quint64(time.ns()))};
    EVP_MD_CTX *context = sha.context.get();
    const bool isDone = EVP_DigestInit_ex2(context, sha.kind.get(), nullptr) == 1
        && EVP_DigestUpdate(context, m_hash.data(), m_hash.size()) == 1
        && EVP_DigestUpdate(context, numbers.data(), sizeof numbers) == 1
        && EVP_DigestUpdate(context, body.data(), std::size_t(body.size())) == 1
        && EVP_DigestFinal_ex(context, reinterpret_cast<unsigned char *>(m_hash.data()), nullptr) == 1;
    if (!isDone)
        throw Fault(QStringLiteral("SHA-256 is not available"));
}

QByteArray chainHash(const QByteArray &previousHash, const JournalEntry &entry)
{
    JournalChain chain(previousHash);
    chain.add(entry.sequence, entry.time, entry.body);
    return chain.hash();
}

} // namespace bellwether
