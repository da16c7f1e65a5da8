#pragma once

#include "core/base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QStringList>

#include <functional>
#include <span>

namespace bellwether {

/// One step of a schema: the statements that lead from the version before to the next.
struct Migration {
    QStringList statements;
};

/// What a kind of database file is: the number in its header that tells it from other SQLite files, a word for messages,
/// and the steps of its schema (version n is reached by the first n).
struct SchemaPlan {
    std::uint32_t applicationId;
    QString what;
    std::vector<Migration> migrations;
};

/// A connection to one SQLite file, closed by the destructor. Belongs to the thread that opened it.
class SqliteFile {
public:
    /// Opens the file, or creates it whole (it appears under its name only when its schema is complete). An older
    /// schema is brought up to date in one transaction after a copy `PATH.before-vN` was made. Errors: StoreCorrupt
    /// (empty, truncated, foreign or damaged file), StoreTooNew, StoreLocked, StoreFailed, each with the path.
    static Result<SqliteFile> open(const QString &path, const SchemaPlan &plan);
    SqliteFile(SqliteFile &&other) noexcept;
    SqliteFile &operator=(SqliteFile &&) = delete;
    ~SqliteFile();

    QSqlDatabase database() const;
    const QString &path() const { return m_path; }
    /// Runs one statement. Errors as above.
    Result<void> run(const QString &statement) const;
    /// The error of a failed query, told apart by SQLite's code.
    tl::unexpected<Error> failed(const QSqlQuery &query) const;
    /// Full check of the pages. Errors: StoreCorrupt.
    Result<void> checkPages() const;

private:
    SqliteFile(const QString &path, const QString &connection) : m_path(path), m_connection(connection) {}
    static Result<SqliteFile> connect(const QString &path);
    Result<int> number(const QString &pragma) const;
    Result<void> migrate(const SchemaPlan &plan, int version) const;

    QString m_path;
    QString m_connection;
};

/// BEGIN IMMEDIATE … COMMIT; rolls back when it goes out of scope without commit().
class SqliteTransaction {
public:
    static Result<SqliteTransaction> begin(const SqliteFile &file);
    SqliteTransaction(SqliteTransaction &&other) noexcept : m_file(std::exchange(other.m_file, nullptr)) {}
    SqliteTransaction &operator=(SqliteTransaction &&) = delete;
    ~SqliteTransaction();
    Result<void> commit();

private:
    explicit SqliteTransaction(const SqliteFile &file) : m_file(&file) {}
    const SqliteFile *m_file;
};

} // namespace bellwether
