#pragma once

#include "app/composition/accountbackups.h"
#include "core/desk/backupkeeper.h"

#include <atomic>

namespace bellwether {

/// The backups in the folder of a profile, read and made on a thread of its own.
class LocalBackups final : public BackupKeeper {
    Q_OBJECT
public:
    explicit LocalBackups(const Profile &profile, QObject *parent = nullptr);
    /// Waits for what is going on; what is only queued is left out.
    ~LocalBackups() override;

    QStringList accounts() const override { return accountsOf(m_profile); }
    void list() override;
    void backUp(const QString &account) override;

private:
    void listNow(unsigned round);

    Profile m_profile;
    QThreadPool m_pool;
    std::atomic<unsigned> m_round = 0; ///< a newer list ends the checks of the one before
};

} // namespace bellwether
