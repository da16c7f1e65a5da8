#include "core/engine/journal.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace bellwether {

std::uint64_t MemoryJournal::append(Timestamp time, const QByteArray &body)
{
    m_entries.push_back({m_entries.size() + 1, time, body});
    return m_entries.size();
}

QByteArray chainHash(const QByteArray &previousHash, const JournalEntry &entry)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(previousHash);
    const std::array<quint64, 2> numbers{qToBigEndian(quint64(entry.sequence)), qToBigEndian(quint64(entry.time.ns()))};
    hash.addData(QByteArrayView(reinterpret_cast<const char *>(numbers.data()), sizeof numbers));
    hash.addData(entry.body);
    return hash.result();
}

} // namespace bellwether
