#pragma once

#include "core/base/result.h"
#include "core/engine/journal.h"

#include <QLockFile>
#include <QString>

#include <memory>

class QSqlDatabase;

namespace bellwether {

/// The journal file of one account: SQLite in WAL mode with `synchronous=FULL`, one writer, every entry chained to the
/// one before by its hash. Used by one thread; the connection belongs to the thread that opened it.
class JournalStore {
public:
    /// Opens or creates the file, mode 0600, and verifies its chain. Errors: StoreLocked (another program trades on it),
    /// StoreTooNew, StoreCorrupt (names the first entry that does not fit; or the file is empty or missing though it had
    /// been opened before), StoreFailed.
    static Result<std::unique_ptr<JournalStore>> open(const QString &path);
    /// Puts a closed journal aside under another name, so that a new one may begin. Error: FileUnwritable.
    static Result<void> archive(const QString &path, const QString &archived);
    ~JournalStore();
    Q_DISABLE_COPY_MOVE(JournalStore)

    /// Every entry, oldest first.
    Result<std::vector<JournalEntry>> readAll() const;
    std::uint64_t lastSequence() const { return m_lastSequence; }
    /// Writes entries that follow the last one in one transaction and syncs it. After an error nothing of it is there
    /// and nothing more is accepted until the file is opened again.
    Result<void> append(const std::vector<JournalEntry> &entries);

private:
    JournalStore(QString connection, std::unique_ptr<QLockFile> lock);
    QSqlDatabase database() const;
    Result<void> prepare(const QString &path);
    Result<void> verify();

    QString m_connection;
    std::unique_ptr<QLockFile> m_lock;
    std::uint64_t m_lastSequence = 0;
    QByteArray m_lastHash = QByteArray(32, '\0');
    bool m_isBroken = false;
};

} // namespace bellwether
