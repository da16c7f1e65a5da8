#pragma once

#include "core/storage/journalstore.h"

#include <QThread>

#include <mutex>

namespace bellwether {

/// The journal of an engine, written on the storage thread: the engine's thread appends and asks, the file is written
/// and synced elsewhere, and the answer comes back through `wake`, which must run `deliver()` on the engine's thread.
class StorageHost final : public Journal {
public:
    using Wake = std::function<void()>;

    /// Opens the journal on a thread of its own and reads it. Errors: those of JournalStore::open.
    static Result<std::unique_ptr<StorageHost>> open(const QString &path, const QByteArray &snapshotFormat = {});
    /// Writes what is left and joins the thread.
    ~StorageHost() override;

    /// What was in the file, for recovery, after the snapshot where there is one; empty after the first call.
    std::vector<JournalEntry> takeEntries() { return std::move(m_entries); }
    std::optional<JournalSnapshot> takeSnapshot() { return std::exchange(m_snapshot, std::nullopt); }
    /// The account had not begun when the journal was opened.
    bool isNew() const { return !m_lastTime.isValid(); }
    /// Of the last entry at the opening; invalid for a new account.
    Timestamp lastTime() const { return m_lastTime; }
    /// Keeps the state that the journal gives at `sequence`, an entry that is appended already, once that is durable: a
    /// later start goes on from it.
    void keepSnapshot(std::uint64_t sequence, Timestamp time, const QByteArray &format, QByteArray state);
    const std::vector<JournalEntry> &entries() const { return m_entries; }
    /// As JournalStore::movedFrom() was at the opening.
    const QString &movedFrom() const { return m_movedFrom; }
    void setWake(Wake wake);

    std::uint64_t append(Timestamp time, const QByteArray &body) override;
    void commit() override;
    /// Engine thread: passes on what was made durable since the last call.
    void deliver();
    /// Entries appended but not yet durable.
    std::size_t pendingCount() const;
    /// Why nothing is written at present; empty while all is well. What could not be written waits, the journal is opened and
    /// verified anew every second, and goes on where that works. Any thread.
    QString failureText() const;

private:
    StorageHost();

    struct Shared;
    static void serve(Shared &shared, const QString &path, std::unique_ptr<JournalStore> store);
    static void writeSnapshot(Shared &shared, std::unique_lock<std::mutex> &lock, const QString &path, const JournalStore *store);

    std::unique_ptr<Shared> m_shared;
    std::unique_ptr<QThread> m_thread;
    std::vector<JournalEntry> m_entries;
    std::optional<JournalSnapshot> m_snapshot;
    Timestamp m_lastTime;
    QString m_movedFrom;
    std::vector<JournalEntry> m_unwritten; ///< engine thread
    std::uint64_t m_last = 0;
    std::uint64_t m_durable = 0;
};

} // namespace bellwether
