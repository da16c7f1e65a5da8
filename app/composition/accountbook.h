#pragma once

#include "app/composition/profile.h"
#include "core/base/ids.h"
#include "core/base/timestamp.h"

#include <vector>

namespace bellwether {

/// One account at a venue, as the profile knows it: everything but its secret.
struct AccountRecord {
    QString name;             ///< `main`: at most 7 small letters and digits
    QString venue;            ///< `binance`
    QString endpoint;         ///< `production`, `testnet`, `demo` or the address of another venue of the protocol
    QString apiKey;           ///< names the account to the venue; worth nothing without the secret
    QString store;            ///< `keychain` or `vault`
    QString tag;              ///< four characters by chance: order ids of an account that is added again are new ones
    Timestamp addedAt;

    bool operator==(const AccountRecord &) const = default;
    /// What the desk and the venue's order ids call it.
    AccountId id() const { return AccountId(name + QLatin1Char('-') + tag); }
    /// What the secret is kept under.
    QString secretName() const { return venue + QLatin1Char('/') + name; }
};

/// The accounts of a profile, in `accounts.json`.
class AccountBook {
public:
    /// Errors: BadData naming the file, FileUnreadable.
    static Result<AccountBook> load(const Profile &profile);

    const std::vector<AccountRecord> &all() const { return m_records; }
    /// Errors: NotFound naming those there are.
    Result<AccountRecord> find(const QString &name) const;
    /// Errors: InvalidArgument for a name, Duplicate, and those of writing.
    Result<void> add(AccountRecord record);
    Result<void> remove(const QString &name);

private:
    Result<void> save() const;
    QString m_path;
    std::vector<AccountRecord> m_records;
};

} // namespace bellwether
