#pragma once

#include "core/base/result.h"
#include "core/engine/journal.h"
#include "core/storage/journalmark.h"
#include "core/storage/journalsnapshot.h"

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
    /// copy of it is put aside as `PATH.damaged-…`. A journal of an older schema is brought up to date in one transaction,
    /// after a copy `PATH.before-vN` was made. With a `snapshotFormat`, entries that a snapshot of that format covers are
    /// verified like all others but not kept.
    static Result<std::unique_ptr<JournalStore>> open(const QString &path, const QByteArray &snapshotFormat = {});
    /// Puts a closed journal aside under another name, so that a new one may begin. Error: FileUnwritable.
    static Result<void> archive(const QString &path, const QString &archived);
    ~JournalStore();
    Q_DISABLE_COPY_MOVE(JournalStore)

    /// What open() read, oldest entry first, after the snapshot where there is one; empty after the first call.
    std::vector<JournalEntry> takeEntries() { return std::move(m_entries); }
    /// The snapshot that open() found to belong to this journal.
    std::optional<JournalSnapshot> takeSnapshot() { return std::exchange(m_snapshot, std::nullopt); }
    const JournalHead &head() const { return m_head; }
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
    Result<void> load(std::uint64_t durable, const QByteArray &snapshotFormat);
    Result<JournalHead> readEntries(const QByteArray &snapshotFormat);
    Result<void> prepare(const QString &path);
    Result<void> bringUpToDate(int version);
    Result<void> settleMark();

    QString m_connection;
    std::unique_ptr<QLockFile> m_lock;
    JournalHead m_head;
    JournalMark m_mark;
    QString m_path;
    QString m_movedFrom;
    std::vector<JournalEntry> m_entries;
    std::optional<JournalSnapshot> m_snapshot;
    bool m_isBroken = false;
};

} // namespace bellwether
