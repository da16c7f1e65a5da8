#pragma once

#include "core/storage/journalreader.h"

#include <QStringList>

namespace bellwether {

/// One backup of an account's journal: a database file and, beside it under the same name and `.json`, what it is.
struct JournalBackup {
    QString path;
    QString account;
    Timestamp madeAt;
    JournalHead head;
    qint64 bytes = 0;
    QString sha256;          ///< of the file, hexadecimal

    QString manifestPath() const { return path + QStringLiteral(".json"); }
};

/// Copies a journal, which may be written meanwhile, into `folder` as it stands at one moment, and checks the copy as
/// checkBackup() does. Nothing is left behind after an error. Errors: FileUnreadable, FileUnwritable, StoreCorrupt.
Result<JournalBackup> backUpJournal(const QString &journal, const QString &account, const QString &folder, Timestamp now,
                                    const EntryVisitor &visit = [](JournalEntry &&) {});
/// Reads a backup whole: the file is the one its manifest describes, and every entry of it follows the one before.
/// Errors: FileUnreadable; StoreCorrupt where anything was changed.
Result<JournalBackup> checkBackup(const QString &path, const EntryVisitor &visit = [](JournalEntry &&) {});
/// What the manifests of a folder say, oldest first; unreadable ones are left out.
std::vector<JournalBackup> listBackups(const QString &folder, const QString &account);
/// Removes the backups of an account that are older than `keepFor`, but never the newest. Returns how many.
int dropOldBackups(const QString &folder, const QString &account, Timestamp now, Duration keepFor);

/// What a restore did.
struct JournalRestore {
    JournalBackup backup;
    std::uint64_t sequence = 0;   ///< the journal now ends here
    std::uint64_t fromTail = 0;   ///< entries that were taken over from the journal that was replaced
    QString replaced;             ///< where that one is now; empty where there was none
};

/// Puts a checked backup in the place of an account's journal. The old one is set aside, not deleted; with
/// `takeTail`, entries of it that still follow the backup are appended. Whoever starts the account next learns that it was
/// restored. Errors: those of checkBackup; StoreLocked while a program trades on it; FileUnwritable.
Result<JournalRestore> restoreJournal(const QString &backup, const QString &journal, bool takeTail, Timestamp now);

} // namespace bellwether
