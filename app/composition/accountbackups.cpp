#include "app/composition/accountbackups.h"

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/base/threadpriority.h"

#include <QDir>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

const Setting<int> keepDaysSetting{u"storage.backup_days", 30, {1, 3'650}, u"Days a daily backup of an account is kept"};

Result<VerifiedBackup> replayed(Result<JournalBackup> &&backup, const std::vector<JournalEntry> &entries)
{
    if (!backup)
        return failure(backup.error());
    auto summary = replayJournal(entries);
    if (!summary)
        return failure(summary.error().code, u"%1: %2"_s.arg(backup->path, summary.error().detail));
    return VerifiedBackup{*std::move(backup), *std::move(summary)};
}

} // namespace

QStringList accountsOf(const Profile &profile)
{
    QStringList accounts;
    static const QRegularExpression name(u"^journal-(.+)\\.sqlite$"_s);
    for (const QString &file : QDir(profile.folder).entryList({u"journal-*.sqlite"_s}, QDir::Files, QDir::Name))
        accounts.append(name.match(file).captured(1));
    return accounts;
}

Result<VerifiedBackup> backUpAccount(const Profile &profile, const QString &account, const QString &folder, Timestamp now)
{
    std::vector<JournalEntry> entries;
    auto made = backUpJournal(profile.journalPath(account), account, folder.isEmpty() ? profile.backupFolder() : folder, now,
                              [&entries](JournalEntry &&entry) { entries.push_back(std::move(entry)); });
    const QString path = made ? made->path : QString();
    auto verified = replayed(std::move(made), entries);
    if (!verified && !path.isEmpty()) {
        QFile::remove(path);
        QFile::remove(path + u".json"_s);
    }
    return verified;
}

Result<VerifiedBackup> verifyBackup(const QString &path)
{
    std::vector<JournalEntry> entries;
    auto checked = checkBackup(path, [&entries](JournalEntry &&entry) { entries.push_back(std::move(entry)); });
    return replayed(std::move(checked), entries);
}

Result<JournalRestore> restoreAccount(const Profile &profile, const QString &path, bool takeTail, Timestamp now)
{
    const auto verified = verifyBackup(path);
    if (!verified)
        return failure(verified.error());
    static const QRegularExpression allowed(u"^[a-z0-9-]{1,32}$"_s); // the name becomes part of a path
    if (!allowed.match(verified->backup.account).hasMatch())
        return failure(ErrorCode::StoreCorrupt, u"%1: '%2' is not the name of an account"_s.arg(path, verified->backup.account));
    return restoreJournal(path, profile.journalPath(verified->backup.account), takeTail, now);
}

DailyBackups::DailyBackups(const Profile &profile, const QString &account, int keepDays)
{
    m_pool.setMaxThreadCount(1);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this, profile, account, keepDays] {
        m_timer.setInterval(std::chrono::hours(1));
        m_pool.start([profile, account, keepDays] {
            lowerThreadPriority();
            keep(profile, account, keepDays, SystemClock().now());
        });
    });
    m_timer.start(std::chrono::minutes(1));
}

DailyBackups::~DailyBackups() { m_pool.waitForDone(); }

void DailyBackups::keep(const Profile &profile, const QString &account, int keepDays, Timestamp now)
{
    const auto backups = listBackups(profile.backupFolder(), account);
    if (!backups.empty() && backups.back().madeAt > now - std::chrono::hours(24))
        return;
    const auto made = backUpAccount(profile, account, {}, now);
    if (!made) {
        qCCritical(logStorage, "backup of %s: %s", qUtf8Printable(account), qUtf8Printable(made.error().detail));
        return;
    }
    dropOldBackups(profile.backupFolder(), account, now, std::chrono::hours(24 * keepDays));
    qCInfo(logStorage, "backup of %s up to entry %llu", qUtf8Printable(account), static_cast<unsigned long long>(made->backup.head.sequence));
}

std::vector<SettingSpec> backupSettings() { return {SettingSpec(keepDaysSetting)}; }

Result<int> backupDays(const Settings &settings) { return settings.value(keepDaysSetting); }

} // namespace bellwether
