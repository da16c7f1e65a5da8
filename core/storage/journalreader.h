#pragma once

#include "core/base/result.h"
#include "core/engine/journal.h"

#include <QString>

#include <functional>

class QSqlDatabase;

namespace bellwether {

/// Where the chain of a journal ends.
struct JournalHead {
    std::uint64_t sequence = 0;
    QByteArray hash = QByteArray(32, '\0');

    bool operator==(const JournalHead &) const = default;
};

using EntryVisitor = std::function<void(JournalEntry &&)>;

/// Goes through an open journal, oldest entry first, and checks numbers, hashes and the record of the last entry.
/// Entries up to `skipped` are checked and not visited; its hash becomes the one the chain has there, none where the
/// journal ends before. Errors: StoreCorrupt naming the first entry that does not fit; what was visited before it is sound.
Result<JournalHead> walkJournal(const QSqlDatabase &database, const EntryVisitor &visit, JournalHead *skipped = nullptr);

/// A journal opened for reading alone, beside the program that writes it. Used by one thread.
class JournalReader {
public:
    /// Errors: FileUnreadable (no such file), StoreFailed.
    static Result<JournalReader> open(const QString &path);
    JournalReader(JournalReader &&other) noexcept;
    JournalReader &operator=(JournalReader &&) = delete;
    ~JournalReader();

    /// The same walk, as the journal stands at one moment.
    Result<JournalHead> walk(const EntryVisitor &visit = [](JournalEntry &&) {}) const;
    /// What follows `head` and is chained to it, up to the first entry that is missing or does not fit.
    std::vector<JournalEntry> entriesAfter(JournalHead head) const;
    /// Writes the journal as it stands at one moment into a new file. Errors: FileUnwritable, StoreCorrupt.
    Result<void> copyTo(const QString &path) const;

private:
    JournalReader(const QString &path, const QString &connection) : m_path(path), m_connection(connection) {}
    QString m_path;
    QString m_connection;
};

} // namespace bellwether
