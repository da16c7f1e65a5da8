#include "core/storage/journalreader.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <memory>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

tl::unexpected<Error> corrupt(const QString &what) { return failure(ErrorCode::StoreCorrupt, what); }

JournalEntry entryOf(const QSqlQuery &query)
{
    return {query.value(0).toULongLong(), Timestamp::fromNs(query.value(1).toLongLong()), query.value(2).toByteArray()};
}

} // namespace

Result<JournalHead> walkJournal(const QSqlDatabase &database, const EntryVisitor &visit, JournalHead *skipped)
{
    // A start reads every entry there is: by SQLite's own interface it takes a third of the time that Qt's takes.
    sqlite3 *handle = *static_cast<sqlite3 *const *>(database.driver()->handle().constData());
    const auto reason = [handle] { return QString::fromUtf8(::sqlite3_errmsg(handle)); };
    sqlite3_stmt *prepared = nullptr;
    if (::sqlite3_prepare_v2(handle, "SELECT sequence, time, body, hash FROM journal ORDER BY sequence", -1, &prepared, nullptr) != SQLITE_OK)
        return corrupt(reason());
    std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt *)> row(prepared, ::sqlite3_finalize);
    const auto blob = [&row](int column) {
        const void *data = ::sqlite3_column_blob(row.get(), column); // before its size, by the interface's contract
        return QByteArrayView(static_cast<const char *>(data), ::sqlite3_column_bytes(row.get(), column));
    };
    const std::uint64_t skip = skipped != nullptr ? skipped->sequence : 0;
    std::uint64_t last = 0;
    JournalChain chain;
    int step = SQLITE_ROW;
    while ((step = ::sqlite3_step(row.get())) == SQLITE_ROW) {
        const auto sequence = std::uint64_t(::sqlite3_column_int64(row.get(), 0));
        const Timestamp time = Timestamp::fromNs(::sqlite3_column_int64(row.get(), 1));
        const QByteArrayView body = blob(2);
        if (sequence != last + 1)
            return corrupt(u"entry %1 is missing"_s.arg(last + 1));
        chain.add(sequence, time, body);
        if (!chain.endsWith(blob(3)))
            return corrupt(u"entry %1 was changed after it was written"_s.arg(sequence));
        last = sequence;
        if (sequence > skip)
            visit({sequence, time, body.toByteArray()});
        else if (sequence == skip)
            skipped->hash = chain.hash();
    }
    if (step != SQLITE_DONE)
        return corrupt(u"entry %1 cannot be read: %2"_s.arg(last + 1).arg(reason()));
    row.reset();
    if (skip > last)
        skipped->hash.clear();
    const JournalHead head{last, chain.hash()};
    QSqlQuery query(database);
    if (!query.exec(u"SELECT sequence, hash FROM head"_s) || !query.next())
        return corrupt(u"the record of the last entry is missing"_s);
    const auto written = query.value(0).toULongLong();
    if (written > head.sequence)
        return corrupt(u"entry %1 is missing: %2 were written"_s.arg(head.sequence + 1).arg(written));
    if (written < head.sequence || query.value(1).toByteArray() != head.hash)
        return corrupt(u"entry %1 was added by someone else"_s.arg(written + 1));
    return head;
}

Result<JournalReader> JournalReader::open(const QString &path)
{
    if (!QFile::exists(path))
        return failure(ErrorCode::FileUnreadable, u"%1: no such journal"_s.arg(path));
    JournalReader reader(path, u"journal-reader-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces));
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, reader.m_connection);
    database.setDatabaseName(path);
    database.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!database.open())
        return failure(ErrorCode::StoreFailed, u"%1: %2"_s.arg(path, database.lastError().text()));
    return reader;
}

JournalReader::JournalReader(JournalReader &&other) noexcept
    : m_path(std::move(other.m_path)), m_connection(std::exchange(other.m_connection, QString()))
{
}

JournalReader::~JournalReader()
{
    if (m_connection.isEmpty())
        return;
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<JournalHead> JournalReader::walk(const EntryVisitor &visit) const
{
    const QSqlDatabase database = QSqlDatabase::database(m_connection, false);
    QSqlQuery query(database);
    if (!query.exec(u"BEGIN"_s)) // the entries and the record of the last one, of the same moment
        return failure(ErrorCode::StoreFailed, u"%1: %2"_s.arg(m_path, query.lastError().text()));
    auto head = walkJournal(database, visit);
    query.exec(u"COMMIT"_s);
    if (!head)
        return failure(head.error().code, u"%1: %2"_s.arg(m_path, head.error().detail));
    return head;
}

std::vector<JournalEntry> JournalReader::entriesAfter(JournalHead head) const
{
    std::vector<JournalEntry> entries;
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    query.prepare(u"SELECT sequence, time, body, hash FROM journal WHERE sequence > ? ORDER BY sequence"_s);
    query.bindValue(0, qulonglong(head.sequence));
    if (!query.exec())
        return entries;
    while (query.next()) {
        JournalEntry entry = entryOf(query);
        head.hash = chainHash(head.hash, entry);
        if (entry.sequence != ++head.sequence || query.value(3).toByteArray() != head.hash)
            break;
        entries.push_back(std::move(entry));
    }
    return entries;
}

Result<void> JournalReader::copyTo(const QString &path) const
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    if (!query.exec(u"VACUUM INTO '%1'"_s.arg(QString(path).replace(u"'"_s, u"''"_s))))
        return failure(ErrorCode::FileUnwritable, u"%1: %2"_s.arg(path, query.lastError().text()));
    return {};
}

} // namespace bellwether
