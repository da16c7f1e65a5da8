#pragma once

#include "core/base/settings.h"

#include <QString>

namespace bellwether {

/// The folder that holds everything of one user: settings, bar store, journals, logs. Kept at mode 0700,
/// the files of the program in it at 0600.
struct Profile {
    QString folder;

    /// Opens or creates the folder; an empty path means the user's data folder. Errors: FileUnwritable, also for one
    /// that belongs to another user.
    static Result<Profile> open(const QString &path);

    QString settingsPath() const { return folder + QStringLiteral("/bellwether.ini"); }
    QString barStorePath() const { return folder + QStringLiteral("/bars.sqlite"); }
    QString runStorePath() const { return folder + QStringLiteral("/runs.sqlite"); }
    QString backupFolder() const { return folder + QStringLiteral("/backups"); }
    /// The journal of one account.
    QString journalPath(const QString &account) const { return folder + QStringLiteral("/journal-%1.sqlite").arg(account); }
};

} // namespace bellwether
