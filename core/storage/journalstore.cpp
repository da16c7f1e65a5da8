#include "core/storage/journalstore.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <atomic>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

// What leads from the schema before to the next. The number in the header tells a journal from any other database.
constexpr std::uint32_t applicationId = 0x42576a6c; // "BWjl"
const std::array migrations{
    QStringList{
        u"CREATE TABLE journal (sequence INTEGER PRIMARY KEY, time INTEGER NOT NULL, body BLOB NOT NULL, hash BLOB NOT NULL)"_s,
        // The chain alone cannot show that its last entries were taken away.
        u"CREATE TABLE head (id INTEGER PRIMARY KEY CHECK (id = 1), sequence INTEGER NOT NULL, hash BLOB NOT NULL)"_s,
        u"INSERT INTO head VALUES (1, 0, zeroblob(32))"_s,
    },
    QStringList{u"PRAGMA application_id = %1"_s.arg(applicationId)},
};
constexpr int schemaVersion = int(std::tuple_size_v<decltype(migrations)>);

QString freshConnectionName()
{
    static std::atomic<int> count = 0; // names of Qt Sql connections are process-wide
    return u"journal-%1"_s.arg(++count);
}

tl::unexpected<Error> failed(const QString &path, const QString &what)
{
    return failure(ErrorCode::StoreFailed, u"%1: %2"_s.arg(path, what));
}

// A copy of a damaged journal, made before anything can change it, so that nothing is lost by trying to repair it. The same
// damage is copied once.
QString quarantine(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return {};
    const QString copy = path + u".damaged-"_s + QString::fromLatin1(hash.result().toHex().left(12));
    for (const QString &ending : {QString(), u"-wal"_s}) {
        if (QFile::exists(path + ending) && !QFile::exists(copy + ending))
            QFile::copy(path + ending, copy + ending);
    }
    return QFile::exists(copy) ? copy : QString();
}

Result<QVariant> single(QSqlQuery &query, const QString &statement)
{
    if (!query.exec(statement) || !query.next())
        return failure(ErrorCode::StoreFailed, u"%1: %2"_s.arg(statement, query.lastError().text()));
    const QVariant value = query.value(0);
    query.finish(); // an open statement would be in the way of others
    return value;
}

} // namespace

JournalStore::JournalStore(QString connection, std::unique_ptr<QLockFile> lock)
    : m_connection(std::move(connection)), m_lock(std::move(lock))
{
}

Result<void> JournalStore::archive(const QString &path, const QString &archived)
{
    JournalMark::remove(path); // first: from here on a new journal may begin
    JournalSnapshot::remove(path);
    if (!QFile::rename(path, archived))
        return failure(ErrorCode::FileUnwritable, u"%1 cannot be renamed to %2"_s.arg(path, archived));
    return {};
}

JournalStore::~JournalStore()
{
    {
        QSqlDatabase db = database();
        db.close();
    }
    QSqlDatabase::removeDatabase(m_connection);
}

QSqlDatabase JournalStore::database() const { return QSqlDatabase::database(m_connection, false); }

Result<std::unique_ptr<JournalStore>> JournalStore::open(const QString &path, const QByteArray &snapshotFormat)
{
    auto lock = std::make_unique<QLockFile>(path + u".lock"_s);
    lock->setStaleLockTime(std::chrono::milliseconds(0)); // only the death of its owner makes a lock stale
    if (!lock->tryLock()) {
        if (lock->error() != QLockFile::LockFailedError)
            return failed(path, u"its folder cannot be written"_s);
        qint64 pid = 0;
        QString host;
        QString program;
        lock->getLockInfo(&pid, &host, &program);
        return failure(ErrorCode::StoreLocked, u"%1 is in use by %2 (process %3)"_s.arg(path, program).arg(pid));
    }
    // SQLite takes an empty file for a new one; an account that has begun is never silently empty.
    const auto mark = JournalMark::read(path);
    if (mark && QFileInfo(path).size() == 0) {
        return failure(ErrorCode::StoreCorrupt,
                       u"%1 is %2, though the account has traded; restore it, or remove %3 to begin a new account"_s
                           .arg(path, QFile::exists(path) ? u"empty"_s : u"missing"_s, JournalMark::pathOf(path)));
    }
    auto store = std::unique_ptr<JournalStore>(new JournalStore(freshConnectionName(), std::move(lock)));
    store->m_path = path;
    if (auto loaded = store->load(mark ? mark->sequence : 0, snapshotFormat); !loaded) {
        Error error = loaded.error();
        if (error.code == ErrorCode::StoreCorrupt) {
            if (const QString copy = quarantine(path); !copy.isEmpty())
                error.detail += u"; a copy is kept as %1; a backup can be restored"_s.arg(copy);
        }
        return failure(error);
    }
    for (const QString &file : {path, path + u"-wal"_s, path + u"-shm"_s})
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
    const QString home = JournalMark::homeOf(path);
    if (mark && !mark->home.isEmpty() && mark->home != home)
        store->m_movedFrom = mark->home;
    else if (auto settled = store->settleMark(); !settled)
        return failure(settled.error());
    return store;
}

Result<void> JournalStore::load(std::uint64_t durable, const QByteArray &snapshotFormat)
{
    QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    db.setDatabaseName(m_path);
    if (!db.open())
        return failed(m_path, db.lastError().text());
    if (auto prepared = prepare(m_path); !prepared)
        return prepared;
    auto head = readEntries(snapshotFormat);
    if (head && head->sequence < durable)
        head = failure(ErrorCode::StoreCorrupt, u"entry %1 is missing: %2 were written; the write-ahead log was removed or replaced"_s.arg(head->sequence + 1).arg(durable));
    if (!head)
        return failure(head.error().code, u"%1: %2"_s.arg(m_path, head.error().detail));
    m_head = *std::move(head);
    return {};
}

Result<JournalHead> JournalStore::readEntries(const QByteArray &snapshotFormat)
{
    const auto keep = [this](JournalEntry &&entry) { m_entries.push_back(std::move(entry)); };
    m_snapshot = snapshotFormat.isEmpty() ? std::nullopt : JournalSnapshot::read(m_path, snapshotFormat);
    if (m_snapshot) {
        JournalHead there = m_snapshot->head;
        auto head = walkJournal(database(), keep, &there);
        if (!head || there == m_snapshot->head)
            return head;
        m_snapshot.reset(); // of another journal, or of one that was cut: from the beginning
        m_entries.clear();
    }
    return walkJournal(database(), keep);
}

// From here on the journal is the one of this machine and folder.
Result<void> JournalStore::settleMark()
{
    if (auto written = JournalMark::write(m_path, {m_head.sequence, JournalMark::homeOf(m_path)}); !written)
        return failed(m_path, u"its folder cannot be written"_s);
    m_movedFrom.clear();
    return m_mark.open(m_path);
}

Result<void> JournalStore::prepare(const QString &path)
{
    QSqlQuery query(database());
    const auto version = single(query, u"PRAGMA user_version"_s);
    if (!version)
        return failure(ErrorCode::StoreCorrupt, u"%1 is not a journal: %2"_s.arg(path, version.error().detail));
    if (version->toInt() > schemaVersion)
        return failure(ErrorCode::StoreTooNew, u"%1 was written by a newer program (schema %2)"_s.arg(path).arg(version->toInt()));
    const auto mark = single(query, u"PRAGMA application_id"_s);
    if (version->toInt() >= 2 && (!mark || mark->toUInt() != applicationId))
        return failure(ErrorCode::StoreCorrupt, u"%1 is a database of something else"_s.arg(path));
    if (version->toInt() == 0) {
        const auto tables = single(query, u"SELECT count(*) FROM sqlite_master"_s);
        if (!tables || tables->toInt() != 0)
            return failure(ErrorCode::StoreCorrupt, u"%1 is a database of something else"_s.arg(path));
    }
    const auto mode = single(query, u"PRAGMA journal_mode = WAL"_s);
    if (!mode || mode->toString() != u"wal")
        return failed(path, u"write-ahead logging is not available"_s);
    if (!query.exec(u"PRAGMA synchronous = FULL"_s))
        return failed(path, query.lastError().text());
    const auto synchronous = single(query, u"PRAGMA synchronous"_s);
    if (!synchronous || synchronous->toInt() != 2)
        return failed(path, u"full synchronisation is not available"_s);
    return version->toInt() < schemaVersion ? bringUpToDate(version->toInt()) : Result<void>();
}

// All steps or none; until then the old journal is there under its name, and after it as a copy too.
Result<void> JournalStore::bringUpToDate(int version)
{
    QSqlQuery query(database());
    if (version > 0) {
        const QString copy = m_path + u".before-v%1"_s.arg(schemaVersion);
        QFile::remove(copy); // of an attempt that did not come to its end
        if (!query.exec(u"VACUUM INTO '%1'"_s.arg(QString(copy).replace(u'\'', u"''"_s))))
            return failed(m_path, u"the copy before the change of its format cannot be made: "_s + query.lastError().text());
        QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
    }
    QStringList statements{u"BEGIN IMMEDIATE"_s};
    for (int step = version; step < schemaVersion; ++step)
        statements += migrations[std::size_t(step)];
    statements += {u"PRAGMA user_version = %1"_s.arg(schemaVersion), u"COMMIT"_s};
    for (const QString &statement : statements) {
        if (query.exec(statement))
            continue;
        const QString text = query.lastError().text();
        query.exec(u"ROLLBACK"_s);
        return failed(m_path, text);
    }
    return {};
}

Result<std::vector<JournalEntry>> JournalStore::readAll() const
{
    QSqlQuery query(database());
    query.setForwardOnly(true);
    if (!query.exec(u"SELECT sequence, time, body FROM journal ORDER BY sequence"_s))
        return failure(ErrorCode::StoreCorrupt, query.lastError().text());
    std::vector<JournalEntry> entries;
    while (query.next())
        entries.push_back({query.value(0).toULongLong(), Timestamp::fromNs(query.value(1).toLongLong()), query.value(2).toByteArray()});
    if (query.lastError().isValid())
        return failure(ErrorCode::StoreCorrupt, query.lastError().text());
    return entries;
}

Result<void> JournalStore::append(const std::vector<JournalEntry> &entries)
{
    if (m_isBroken)
        return failure(ErrorCode::StoreFailed, u"the journal is closed after a write error"_s);
    const auto broken = [this](const QSqlQuery &query) {
        const QString text = query.lastError().text();
        m_isBroken = true;
        database().rollback();
        return failure(ErrorCode::StoreFailed, text);
    };
    std::uint64_t sequence = m_head.sequence;
    for (const JournalEntry &entry : entries) {
        if (entry.sequence != ++sequence)
            throw Fault(u"journal entry %1 does not follow %2"_s.arg(entry.sequence).arg(sequence - 1));
    }
    if (entries.empty())
        return {};
    QSqlQuery query(database());
    if (!query.exec(u"BEGIN IMMEDIATE"_s))
        return broken(query);
    QSqlQuery insert(database());
    if (!insert.prepare(u"INSERT INTO journal (sequence, time, body, hash) VALUES (?, ?, ?, ?)"_s))
        return broken(insert);
    QByteArray hash = m_head.hash;
    for (const JournalEntry &entry : entries) {
        hash = chainHash(hash, entry);
        insert.bindValue(0, qulonglong(entry.sequence));
        insert.bindValue(1, qlonglong(entry.time.ns()));
        insert.bindValue(2, entry.body);
        insert.bindValue(3, hash);
        if (!insert.exec())
            return broken(insert);
    }
    if (!query.prepare(u"UPDATE head SET sequence = ?, hash = ?"_s))
        return broken(query);
    query.bindValue(0, qulonglong(sequence));
    query.bindValue(1, hash);
    if (!query.exec() || !query.exec(u"COMMIT"_s))
        return broken(query);
    m_head = {sequence, hash};
    if (!m_movedFrom.isEmpty())
        std::ignore = settleMark(); // the entries are durable whatever becomes of the mark
    else
        m_mark.note(sequence);
    return {};
}

} // namespace bellwether
