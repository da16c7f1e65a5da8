#include "core/storage/sqlitefile.h"

#include <QFileInfo>
#include <QSqlError>
#include <QUuid>
#include <QtEndian>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

// Result codes of sqlite3.h that call for different answers.
constexpr int sqliteBusy = 5;
constexpr int sqliteLocked = 6;
constexpr int sqliteCorrupt = 11;
constexpr int sqliteNotADatabase = 26;

constexpr qint64 alwaysCheckedBytes = qint64(64) << 20; // checking all pages of this takes well below a tenth of a second

ErrorCode codeOf(const QSqlError &error)
{
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case sqliteBusy:
    case sqliteLocked: return ErrorCode::StoreLocked;
    case sqliteCorrupt:
    case sqliteNotADatabase: return ErrorCode::StoreCorrupt;
    default: return ErrorCode::StoreFailed;
    }
}

Error errorOf(const QString &path, const QSqlError &error)
{
    const ErrorCode code = codeOf(error);
    const QString text = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    if (code == ErrorCode::StoreLocked)
        return {code, u"%1: another program is writing to it"_s.arg(path)};
    return {code, u"%1: %2"_s.arg(path, text)};
}

// What can be told from the header without SQLite, which takes an empty file for a new database.
Result<void> checkHeader(const QString &path, const SchemaPlan &plan)
{
    const auto corrupt = [&](const QString &why) { return failure(ErrorCode::StoreCorrupt, u"%1: %2"_s.arg(path, why)); };
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::StoreFailed, u"%1: %2"_s.arg(path, file.errorString()));
    const QByteArray header = file.read(100);
    if (header.size() < 100 || !header.startsWith(QByteArray("SQLite format 3\0", 16)))
        return corrupt(u"damaged, or not a %1"_s.arg(plan.what));
    const auto word = [&](int offset) { return qFromBigEndian<quint32>(header.constData() + offset); };
    if (word(68) != plan.applicationId)
        return corrupt(u"not a %1"_s.arg(plan.what));
    const quint32 pageField = qFromBigEndian<quint16>(header.constData() + 16);
    const qint64 pageSize = pageField == 1 ? 65'536 : qint64(pageField);
    const QFileInfo wal(path + u"-wal"_s);
    if ((!wal.exists() || wal.size() == 0) && file.size() < pageSize * qint64(word(28)))
        return corrupt(u"truncated: %1 of %2 bytes are there"_s.arg(file.size()).arg(pageSize * qint64(word(28))));
    return {};
}

} // namespace

SqliteFile::SqliteFile(SqliteFile &&other) noexcept
    : m_path(std::move(other.m_path)), m_connection(std::exchange(other.m_connection, QString()))
{
}

SqliteFile::~SqliteFile()
{
    if (m_connection.isEmpty())
        return;
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

QSqlDatabase SqliteFile::database() const { return QSqlDatabase::database(m_connection, false); }

Result<SqliteFile> SqliteFile::connect(const QString &path)
{
    SqliteFile file(path, u"bellwether-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces));
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, file.m_connection);
    database.setDatabaseName(path);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!database.open())
        return failure(errorOf(path, database.lastError()));
    return file;
}

tl::unexpected<Error> SqliteFile::failed(const QSqlQuery &query) const { return failure(errorOf(m_path, query.lastError())); }

Result<void> SqliteFile::run(const QString &statement) const
{
    QSqlQuery query(database());
    if (!query.exec(statement))
        return failed(query);
    return {};
}

Result<int> SqliteFile::number(const QString &pragma) const
{
    QSqlQuery query(database());
    if (!query.exec(u"PRAGMA "_s + pragma) || !query.next())
        return failed(query);
    return query.value(0).toInt();
}

Result<void> SqliteFile::checkPages() const
{
    QSqlQuery query(database());
    if (!query.exec(u"PRAGMA quick_check(1)"_s) || !query.next())
        return failed(query);
    if (query.value(0).toString() != u"ok"_s)
        return failure(ErrorCode::StoreCorrupt, u"%1: damaged: %2"_s.arg(m_path, query.value(0).toString().section(u'\n', 0, 0)));
    return {};
}

Result<void> SqliteFile::migrate(const SchemaPlan &plan, int version) const
{
    const int target = int(plan.migrations.size());
    auto transaction = SqliteTransaction::begin(*this);
    if (!transaction)
        return failure(transaction.error());
    for (int step = version; step < target; ++step) {
        for (const QString &statement : plan.migrations[std::size_t(step)].statements) {
            if (auto done = run(statement); !done)
                return done;
        }
    }
    if (auto done = run(u"PRAGMA user_version = %1"_s.arg(target)); !done)
        return done;
    return transaction->commit();
}

Result<SqliteFile> SqliteFile::open(const QString &path, const SchemaPlan &plan)
{
    if (!QFileInfo::exists(path)) {
        const QString draft = path + u".new-%1"_s.arg(::getpid());
        QFile::remove(draft);
        {
            auto file = connect(draft);
            if (!file)
                return failure(file.error());
            if (auto marked = file->run(u"PRAGMA application_id = %1"_s.arg(plan.applicationId)); !marked)
                return failure(marked.error());
            if (auto migrated = file->migrate(plan, 0); !migrated) {
                QFile::remove(draft);
                return failure(migrated.error());
            }
        }
        // link() does not replace a file that another process has made meanwhile; then that one is opened.
        const int linked = ::link(QFile::encodeName(draft).constData(), QFile::encodeName(path).constData());
        const int reason = errno;
        QFile::remove(draft);
        if (linked != 0 && reason != EEXIST)
            return failure(ErrorCode::StoreFailed, u"%1: cannot be created: %2"_s.arg(path, qt_error_string(reason)));
    }
    if (auto header = checkHeader(path, plan); !header)
        return failure(header.error());
    auto file = connect(path);
    if (!file)
        return failure(file.error());
    const auto version = file->number(u"user_version"_s);
    if (!version)
        return failure(version.error());
    const int known = int(plan.migrations.size());
    if (*version > known) {
        return failure(ErrorCode::StoreTooNew, u"%1: written by a newer version of the program (schema %2, this one knows %3)"_s
                                                   .arg(path).arg(*version).arg(known));
    }
    if (QFileInfo(path).size() <= alwaysCheckedBytes) {
        if (auto checked = file->checkPages(); !checked)
            return failure(checked.error());
    }
    for (const QString &pragma : {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s, u"PRAGMA foreign_keys = ON"_s}) {
        if (auto set = file->run(pragma); !set)
            return failure(set.error());
    }
    if (*version < known) {
        const QString copy = path + u".before-v%1"_s.arg(known);
        QFile::remove(copy);
        if (auto copied = file->run(u"VACUUM INTO '%1'"_s.arg(QString(copy).replace(u"'"_s, u"''"_s))); !copied)
            return failure(copied.error());
        if (auto migrated = file->migrate(plan, *version); !migrated)
            return failure(migrated.error());
    }
    return file;
}

Result<SqliteTransaction> SqliteTransaction::begin(const SqliteFile &file)
{
    if (auto begun = file.run(u"BEGIN IMMEDIATE"_s); !begun)
        return failure(begun.error());
    return SqliteTransaction(file);
}

SqliteTransaction::~SqliteTransaction()
{
    if (m_file)
        (void)m_file->run(u"ROLLBACK"_s);
}

Result<void> SqliteTransaction::commit()
{
    auto done = m_file->run(u"COMMIT"_s);
    if (done)
        m_file = nullptr;
    return done;
}

} // namespace bellwether
