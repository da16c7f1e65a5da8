#pragma once

#include "app/composition/livedesk.h"
#include "app/composition/session.h"
#include "core/desk/venueaccounts.h"

#include <QThreadPool>
#include <QTimer>

#include <map>

namespace bellwether {

/// The accounts of a profile, for the window. Everything that waits (the store of keys, the venue) is done on a thread of
/// its own, one after the other; the settings are read anew for each.
class LocalAccounts final : public VenueAccounts {
    Q_OBJECT
public:
    using OpenSession = std::function<Result<Session>()>;

    explicit LocalAccounts(OpenSession session);
    /// Gives up what is under way.
    ~LocalAccounts() override;

    /// The desk that trades an account of these, as long as it does: how its way to the venue is, and how to disarm it.
    struct Running {
        QString name;
        std::function<binance::SessionStatus()> status;      ///< null while it is being opened
        std::function<void(const QString &reason)> disarm;   ///< likewise
    };
    void setRunning(std::optional<Running> running);

    VenueAccountListPtr list() const override { return m_list; }
    void refresh() override;
    Job add(const QString &name, const QString &endpoint, const QString &apiKey, QByteArray secret, QByteArray passphrase) override;
    Job test(const QString &name, QByteArray passphrase) override;
    Job remove(const QString &name, QByteArray passphrase) override;
    Job arm(const QString &name, const QString &typed) override;
    Job disarm(const QString &name) override;
    Job goLive(const QString &name, QByteArray passphrase) override;
    Job findSymbols(const QString &name, const QString &words) override;
    Job watchSymbol(const QString &symbol, bool isWatched) override;

Q_SIGNALS:
    /// The arming of the account stands; the receiver opens it with the passphrase.
    void liveWanted(const QString &name, std::shared_ptr<bellwether::SecretBytes> passphrase);

private:
    using Connection = VenueAccountRow::Connection;
    /// What is remembered of an account beside the book.
    struct Known {
        Connection connection = Connection::Untested;
        QString error;
        Timestamp checkedAt;
        std::optional<binance::AccountCheck> check;
        int jobs = 0;
        bool isDisarmed = false;
    };
    struct Answer {
        bool isDone = false;
        QString text;
    };
    /// Runs on the thread of the store and the venue; what comes back is told, and the list is read anew.
    Job start(const QString &name, std::function<Answer()> work);
    void settle(Job job, const QString &name, const Answer &answer);
    void remember(const QString &name, const Result<binance::AccountCheck> &check);
    void read();
    void takeRunning(VenueAccountRow &row) const;
    void watch();

    OpenSession m_session;
    VenueAccountListPtr m_list = std::make_shared<VenueAccountList>();
    std::map<QString, Known> m_known;
    std::map<QString, std::shared_ptr<const binance::ExchangeRules>> m_rules; ///< by endpoint
    std::optional<Running> m_running;
    QString m_store;
    Job m_lastJob = 0;
    QTimer m_watch;
    binance::Cancellation m_cancellation = std::make_shared<std::atomic<bool>>(false);
    QThreadPool m_pool;
};

} // namespace bellwether
