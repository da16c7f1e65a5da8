#include "app/composition/localbackups.h"

#include "core/base/clock.h"
#include "core/base/threadpriority.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

BackupRow rowOf(const JournalBackup &backup)
{
    BackupRow row;
    row.path = backup.path;
    row.account = backup.account;
    row.madeAt = backup.madeAt;
    row.entries = backup.head.sequence;
    row.bytes = backup.bytes;
    return row;
}

} // namespace

LocalBackups::LocalBackups(const Profile &profile, QObject *parent) : BackupKeeper(parent), m_profile(profile)
{
    m_pool.setMaxThreadCount(1);
}

LocalBackups::~LocalBackups()
{
    ++m_round;
    m_pool.clear();
    m_pool.waitForDone();
}

void LocalBackups::list()
{
    const unsigned round = ++m_round;
    m_pool.start([this, round] {
        lowerThreadPriority();
        listNow(round);
    });
}

void LocalBackups::backUp(const QString &account)
{
    const unsigned round = ++m_round;
    m_pool.start([this, round, account] {
        lowerThreadPriority();
        if (const auto made = backUpAccount(m_profile, account, {}, SystemClock().now()); !made)
            QMetaObject::invokeMethod(this, [this, text = made.error().detail] { Q_EMIT failed(text); }, Qt::QueuedConnection);
        listNow(round);
    });
}

// On the pool.
void LocalBackups::listNow(unsigned round)
{
    std::vector<BackupRow> rows;
    for (const JournalBackup &backup : listBackups(m_profile.backupFolder(), {}))
        rows.push_back(rowOf(backup));
    std::ranges::stable_sort(rows, std::greater(), &BackupRow::madeAt);
    QMetaObject::invokeMethod(this, [this, rows] { Q_EMIT listed(rows); }, Qt::QueuedConnection);
    for (BackupRow row : rows) {
        if (m_round != round)
            return;
        if (const auto verified = verifyBackup(row.path)) {
            row.check = BackupRow::Check::Whole;
            row.orders = verified->summary.orders;
            row.fills = verified->summary.fills;
            row.holdings = verified->summary.holdings;
            row.cash = verified->summary.cash;
        } else {
            row.check = BackupRow::Check::Damaged;
            row.trouble = verified.error().detail;
        }
        QMetaObject::invokeMethod(this, [this, row] { Q_EMIT checked(row); }, Qt::QueuedConnection);
    }
}

} // namespace bellwether
