#include "core/storage/journalbackup.h"

#include "core/storage/journalmark.h"
#include "core/storage/journalstore.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr int manifestFormat = 1;

Result<QString> sha256Of(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return failure(ErrorCode::FileUnreadable, u"%1: %2"_s.arg(path, file.errorString()));
    return QString::fromLatin1(hash.result().toHex());
}

// A file counts as there once it and the name of it are on the disk.
bool sync(const QString &path)
{
    for (const auto &[name, flags] : {std::pair(path, O_RDONLY), std::pair(QFileInfo(path).path(), O_RDONLY | O_DIRECTORY)}) {
        const int file = ::open(QFile::encodeName(name).constData(), flags | O_CLOEXEC);
        const bool isSynced = file >= 0 && ::fsync(file) == 0;
        if (file >= 0)
            ::close(file);
        if (!isSynced)
            return false;
    }
    return true;
}

Result<JournalBackup> readManifest(const QString &path)
{
    QFile file(path + u".json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileUnreadable, u"%1: %2"_s.arg(file.fileName(), file.errorString()));
    const QJsonObject object = QJsonDocument::fromJson(file.read(65'536)).object();
    const auto madeAt = parseIsoTime(object.value(u"made_at"_s).toString());
    bool isSequence = false;
    bool isBytes = false;
    JournalBackup backup;
    backup.path = path;
    backup.account = object.value(u"account"_s).toString();
    backup.madeAt = madeAt.value_or(Timestamp());
    backup.head.sequence = object.value(u"sequence"_s).toString().toULongLong(&isSequence);
    backup.head.hash = QByteArray::fromHex(object.value(u"hash"_s).toString().toLatin1());
    backup.bytes = object.value(u"bytes"_s).toString().toLongLong(&isBytes);
    backup.sha256 = object.value(u"sha256"_s).toString();
    if (object.value(u"format"_s).toInt() != manifestFormat || !madeAt || !isSequence || !isBytes || backup.head.hash.size() != 32
        || backup.account.isEmpty() || backup.sha256.size() != 64)
        return failure(ErrorCode::StoreCorrupt, u"%1: not the description of a backup"_s.arg(file.fileName()));
    return backup;
}

Result<void> writeManifest(const JournalBackup &backup)
{
    // Numbers as text: JSON readers keep 53 bits.
    const QJsonObject object{{u"format"_s, manifestFormat},
                             {u"account"_s, backup.account},
                             {u"made_at"_s, toIsoString(backup.madeAt)},
                             {u"sequence"_s, QString::number(backup.head.sequence)},
                             {u"hash"_s, QString::fromLatin1(backup.head.hash.toHex())},
                             {u"bytes"_s, QString::number(backup.bytes)},
                             {u"sha256"_s, backup.sha256}};
    QSaveFile file(backup.manifestPath());
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(object).toJson()) < 0 || !file.commit() || !sync(backup.manifestPath()))
        return failure(ErrorCode::FileUnwritable, u"%1: %2"_s.arg(backup.manifestPath(), file.errorString()));
    return {};
}

void removeDatabase(const QString &path)
{
    for (const QString &ending : {QString(), u"-wal"_s, u"-shm"_s, u".json"_s})
        QFile::remove(path + ending);
}

} // namespace

Result<JournalBackup> backUpJournal(const QString &journal, const QString &account, const QString &folder, Timestamp now, const EntryVisitor &visit)
{
    if (!QDir().mkpath(folder))
        return failure(ErrorCode::FileUnwritable, u"%1: the folder cannot be created"_s.arg(folder));
    auto source = JournalReader::open(journal);
    if (!source)
        return failure(source.error());
    JournalBackup backup;
    backup.account = account;
    backup.madeAt = now;
    const QString stamp = toIsoString(now).remove(u'-').remove(u':').left(15) + u'Z';
    backup.path = u"%1/%2-%3.sqlite"_s.arg(QDir(folder).absolutePath(), account, stamp);
    for (int number = 2; QFile::exists(backup.path); ++number)
        backup.path = u"%1/%2-%3-%4.sqlite"_s.arg(QDir(folder).absolutePath(), account, stamp).arg(number);
    const auto finish = [&]() -> Result<JournalBackup> {
        if (auto copied = source->copyTo(backup.path); !copied)
            return failure(copied.error());
        if (!sync(backup.path))
            return failure(ErrorCode::FileUnwritable, u"%1: %2"_s.arg(backup.path, qt_error_string()));
        {
            auto copy = JournalReader::open(backup.path);
            auto head = copy ? copy->walk() : failure(copy.error());
            if (!head)
                return failure(head.error());
            backup.head = *head;
        }
        const auto hash = sha256Of(backup.path);
        if (!hash)
            return failure(hash.error());
        backup.sha256 = *hash;
        backup.bytes = QFileInfo(backup.path).size();
        if (auto written = writeManifest(backup); !written)
            return failure(written.error());
        return checkBackup(backup.path, visit);
    };
    auto done = finish();
    if (!done)
        removeDatabase(backup.path);
    return done;
}

Result<JournalBackup> checkBackup(const QString &path, const EntryVisitor &visit)
{
    auto backup = readManifest(path);
    if (!backup)
        return backup;
    const auto corrupt = [&path](const QString &what) { return failure(ErrorCode::StoreCorrupt, u"%1: %2"_s.arg(path, what)); };
    const auto hash = sha256Of(path);
    if (!hash)
        return failure(hash.error());
    if (*hash != backup->sha256 || QFileInfo(path).size() != backup->bytes)
        return corrupt(u"the file was changed after the backup was made"_s);
    auto reader = JournalReader::open(path);
    if (!reader)
        return failure(reader.error());
    const auto head = reader->walk(visit);
    if (!head)
        return failure(head.error());
    if (*head != backup->head)
        return corrupt(u"it ends at entry %1, its description says %2"_s.arg(head->sequence).arg(backup->head.sequence));
    return backup;
}

std::vector<JournalBackup> listBackups(const QString &folder, const QString &account)
{
    std::vector<JournalBackup> backups;
    for (const QFileInfo &file : QDir(folder).entryInfoList({u"*.sqlite.json"_s}, QDir::Files)) {
        auto backup = readManifest(file.filePath().chopped(5));
        if (backup && (account.isEmpty() || backup->account == account) && QFile::exists(backup->path))
            backups.push_back(*std::move(backup));
    }
    std::sort(backups.begin(), backups.end(), [](const JournalBackup &a, const JournalBackup &b) { return std::tie(a.madeAt, a.path) < std::tie(b.madeAt, b.path); });
    return backups;
}

int dropOldBackups(const QString &folder, const QString &account, Timestamp now, Duration keepFor)
{
    const auto backups = listBackups(folder, account);
    int dropped = 0;
    for (std::size_t i = 0; i + 1 < backups.size(); ++i) {
        if (backups[i].madeAt < now - keepFor) {
            removeDatabase(backups[i].path);
            ++dropped;
        }
    }
    return dropped;
}

Result<JournalRestore> restoreJournal(const QString &backup, const QString &journal, bool takeTail, Timestamp now)
{
    auto checked = checkBackup(backup);
    if (!checked)
        return failure(checked.error());
    JournalRestore done{*std::move(checked), 0, 0, {}};
    const QString draft = journal + u".restoring"_s;
    std::vector<JournalEntry> tail;
    {
        QLockFile lock(journal + u".lock"_s);
        lock.setStaleLockTime(std::chrono::milliseconds(0));
        if (!lock.tryLock())
            return failure(ErrorCode::StoreLocked, u"%1 is in use, or its folder cannot be written; stop the program that trades on it first"_s.arg(journal));
        if (takeTail && QFile::exists(journal)) {
            if (auto old = JournalReader::open(journal))
                tail = old->entriesAfter(done.backup.head);
        }
        QFile::remove(draft);
        if (!QFile::copy(backup, draft) || !QFile::setPermissions(draft, QFile::ReadOwner | QFile::WriteOwner) || !sync(draft))
            return failure(ErrorCode::FileUnwritable, u"%1 cannot be written"_s.arg(draft));
        // From here a cut leaves a mark without a journal, or a restored one: both are noticed at the next start.
        if (auto marked = JournalMark::write(journal, {done.backup.head.sequence, u"restored from "_s + backup}); !marked)
            return failure(marked.error());
        if (QFile::exists(journal)) {
            const QString stamp = toIsoString(now).remove(u'-').remove(u':').left(15) + u'Z';
            done.replaced = u"%1.replaced-%2"_s.arg(journal, stamp);
            for (int number = 2; QFile::exists(done.replaced); ++number)
                done.replaced = u"%1.replaced-%2-%3"_s.arg(journal, stamp).arg(number);
            for (const QString &ending : {u"-wal"_s, QString()}) {
                if (QFile::exists(journal + ending) && !QFile::rename(journal + ending, done.replaced + ending))
                    return failure(ErrorCode::FileUnwritable, u"%1 cannot be set aside"_s.arg(journal + ending));
            }
        }
        QFile::remove(journal + u"-wal"_s);
        QFile::remove(journal + u"-shm"_s);
        if (!QFile::rename(draft, journal) || !sync(journal))
            return failure(ErrorCode::FileUnwritable, u"%1 cannot be put in place"_s.arg(journal));
    }
    done.sequence = done.backup.head.sequence;
    if (tail.empty())
        return done;
    auto store = JournalStore::open(journal);
    if (!store)
        return failure(store.error());
    if (auto appended = (*store)->append(tail); !appended)
        return failure(appended.error());
    done.sequence = (*store)->lastSequence();
    done.fromTail = tail.size();
    store->reset();
    if (auto marked = JournalMark::write(journal, {done.sequence, u"restored from "_s + backup}); !marked)
        return failure(marked.error());
    return done;
}

} // namespace bellwether
