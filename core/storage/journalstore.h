#pragma once

#include "core/base/result.h"
#include "core/engine/journal.h"
#include "core/storage/journalmark.h"
#include "core/storage/journalreader.h"

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
    /// been opened before, or ends earlier than it was durable), StoreFailed. What is corrupt is left as it is, and a
    /// copy of it is put aside as `PATH.damaged-…`.
    static Result<std::unique_ptr<JournalStore>> open(const QString &path);
    /// Puts a closed journal aside under another name, so that a new one may begin. Error: FileUnwritable.
    static Result<void> archive(const QString &path, const QString &archived);
    ~JournalStore();
    Q_DISABLE_COPY_MOVE(JournalStore)

    /// What open() read, oldest entry first; empty after the first call.
    std::vector<JournalEntry> takeEntries() { return std::move(m_entries); }
    /// Every entry, oldest first.
    Result<std::vector<JournalEntry>> readAll() const;
    std::uint64_t lastSequence() const { return m_head.sequence; }
    /// Why this is not the journal that this machine and folder last wrote: it was restored, copied or moved. Empty else.
    /// The first append makes it the journal of here.
    const QString &movedFrom() const { return m_movedFrom; }
    /// Writes entries that follow the last one in one transaction and syncs it. After an error nothing of it is there
    /// and nothing more is accepted until the file is opened again.
    Result<void> append(const std::vector<JournalEntry> &entries);

private:
    JournalStore(QString connection, std::unique_ptr<QLockFile> lock);
    QSqlDatabase database() const;
    Result<void> load(std::uint64_t durable);
    Result<void> prepare(const QString &path);
    Result<void> settleMark();

    QString m_connection;
    std::unique_ptr<QLockFile> m_lock;
    JournalHead m_head;
    JournalMark m_mark;
    QString m_path;
    QString m_movedFrom;
    std::vector<JournalEntry> m_entries;
    bool m_isBroken = false;
};

} // namespace bellwether
