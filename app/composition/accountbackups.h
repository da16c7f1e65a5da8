#pragma once

#include "app/composition/journalreplay.h"
#include "app/composition/profile.h"
#include "core/base/settingspec.h"
#include "core/storage/journalbackup.h"

#include <QThreadPool>
#include <QTimer>

namespace bellwether {

/// A backup and what its journal says.
struct VerifiedBackup {
    JournalBackup backup;
    JournalSummary summary;
};

/// Names of the accounts that have a journal in the profile.
QStringList accountsOf(const Profile &profile);

/// Backs up an account into `folder` (empty: that of the profile), reads the copy back and replays it. A copy that does not
/// replay is removed. Errors: those of backUpJournal, StoreCorrupt.
Result<VerifiedBackup> backUpAccount(const Profile &profile, const QString &account, const QString &folder, Timestamp now);
/// Checks a backup and replays it. Errors: those of checkBackup, StoreCorrupt.
Result<VerifiedBackup> verifyBackup(const QString &path);
/// Restores an account from a backup that verifyBackup() accepts; the account comes from the backup's description.
Result<JournalRestore> restoreAccount(const Profile &profile, const QString &path, bool takeTail, Timestamp now);

/// Keeps the daily backups of a running account: a minute after the start and then once an hour it looks whether the newest
/// is a day old, makes one where it is, and removes those that have outlived their time. The work is done on a thread
/// of its own; trouble goes to the log.
class DailyBackups {
public:
    DailyBackups(const Profile &profile, const QString &account, int keepDays);
    ~DailyBackups();
    Q_DISABLE_COPY_MOVE(DailyBackups)

    /// What the timer does; a test calls it with its own time.
    static void keep(const Profile &profile, const QString &account, int keepDays, Timestamp now);

private:
    QTimer m_timer;
    QThreadPool m_pool;
};

/// Keys of the settings that are read here.
std::vector<SettingSpec> backupSettings();
/// Days a daily backup is kept. Errors: a value out of its range.
Result<int> backupDays(const Settings &settings);

} // namespace bellwether
