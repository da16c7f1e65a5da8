#include "core/storage/journalsnapshot.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr qint64 bytesMax = qint64(1) << 30;

// One line of words and then the state: `bellwether-snapshot FORMAT SEQUENCE TIME CHAIN SUM`. The sum is over all the rest.
QByteArray headerOf(const JournalSnapshot &snapshot)
{
    return "bellwether-snapshot " + snapshot.format + ' ' + QByteArray::number(qulonglong(snapshot.head.sequence)) + ' '
        + QByteArray::number(qlonglong(snapshot.time.ns())) + ' ' + snapshot.head.hash.toHex() + ' ';
}

QByteArray sumOf(const QByteArray &header, QByteArrayView state)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(header);
    hash.addData(state);
    return hash.result().toHex();
}

} // namespace

QString JournalSnapshot::pathOf(const QString &journal) { return journal + u".snapshot"_s; }

std::optional<JournalSnapshot> JournalSnapshot::read(const QString &journal, const QByteArray &format)
{
    QFile file(pathOf(journal));
    if (!file.open(QIODevice::ReadOnly) || file.size() > bytesMax)
        return std::nullopt;
    const QByteArray line = file.readLine(1'000).trimmed();
    const QList<QByteArray> words = line.split(' ');
    if (words.size() != 6 || words[1] != format)
        return std::nullopt;
    bool isSequence = false;
    bool isTime = false;
    JournalSnapshot snapshot;
    snapshot.format = format;
    snapshot.head.sequence = words[2].toULongLong(&isSequence);
    snapshot.time = Timestamp::fromNs(words[3].toLongLong(&isTime));
    snapshot.head.hash = QByteArray::fromHex(words[4]);
    snapshot.state = file.readAll();
    if (!isSequence || !isTime || snapshot.head.hash.size() != qsizetype(JournalChain::hashSize) || line != headerOf(snapshot) + sumOf(headerOf(snapshot), snapshot.state))
        return std::nullopt;
    return snapshot;
}

Result<void> JournalSnapshot::write(const QString &journal) const
{
    const QByteArray header = headerOf(*this);
    QSaveFile file(pathOf(journal));
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(header + sumOf(header, state) + '\n') < 0 || file.write(state) != state.size() || !file.commit())
        return failure(ErrorCode::FileUnwritable, u"%1: %2"_s.arg(pathOf(journal), file.errorString()));
    return {};
}

void JournalSnapshot::remove(const QString &journal) { QFile::remove(pathOf(journal)); }

} // namespace bellwether
