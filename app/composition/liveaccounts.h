#pragma once

#include "app/composition/accountbook.h"
#include "core/base/settingspec.h"
#include "core/brokers/binance/venueaccount.h"
#include "core/risk/risklimits.h"
#include "core/secrets/secretstore.h"

namespace bellwether {

/// Where secrets are kept on this profile: `keychain` or `vault`, by the setting `accounts.store` and by what the session
/// has. Errors: Unsupported where the keychain is demanded and there is none.
Result<QString> secretStoreKind(const Settings &settings);
/// Opens a store of that kind; the passphrase is for a vault. Errors: those of the stores.
Result<std::unique_ptr<SecretStore>> openSecretStore(const Profile &profile, const QString &kind, const SecretBytes &passphrase);
/// Whether the profile has a vault already.
bool hasVault(const Profile &profile);

/// An account with the means to sign for it.
struct LiveAccess {
    AccountRecord record;
    binance::Endpoints endpoints;
    SecretBytes secret;

    /// Errors: InvalidArgument for a secret that cannot sign.
    Result<net::RequestSigner> signer() const { return net::RequestSigner::make(record.apiKey.toLatin1(), secret); }
};
/// Errors: NotFound, those of the store, InvalidArgument for a secret that cannot sign.
Result<LiveAccess> openAccount(const AccountRecord &record, SecretStore &store);
/// Checks the account of an access at its venue.
Result<binance::AccountCheck> checkAccess(const AccountRecord &record, SecretStore &store, const binance::Cancellation &cancellation = {});
/// Puts the secret away and the account into the book, after the venue has accepted it (see checkAccount); nothing is
/// kept after an error.
Result<binance::AccountCheck> addAccount(const Profile &profile, AccountRecord record, SecretStore &store, const SecretBytes &secret,
                                         const binance::Cancellation &cancellation = {});
Result<void> removeAccount(const Profile &profile, const QString &name, SecretStore *store);

/// Going live is a step of its own: the account's name is typed, with the limits in view, and the next start within a
/// quarter of an hour takes it up. It serves that one start, of the same build with the same settings of trading.
class Arming {
public:
    static constexpr auto validFor = std::chrono::minutes(15);

    Arming(const Profile &profile, const Settings &settings, const AccountRecord &record);
    /// What has to be typed.
    QString sentence() const;
    /// Errors: Denied for anything else than the sentence; those of writing.
    Result<void> arm(const QString &typed, Timestamp now) const;
    bool isArmed(Timestamp now) const;
    /// Until when; invalid where it is not armed.
    Timestamp armedUntil(Timestamp now) const;
    /// Errors: Denied with the reason why it is not armed.
    Result<void> check(Timestamp now) const;
    /// Takes the arming up; it is gone afterwards, whatever comes of the start. Errors: Denied with the reason.
    Result<void> consume(Timestamp now) const;
    Result<void> disarm() const;

private:
    QString m_path;
    QString m_name;
    QByteArray m_fingerprint; ///< of build, settings and account
};

/// For declaredSettings() of makedesk.h.
std::vector<SettingSpec> liveSettings();
/// Writes them to the settings file of a program. Errors: those of writing.
Result<void> saveLiveSymbols(const QString &settingsPath, const QStringList &symbols);
/// Symbols that a live desk watches and trades where the request names none.
QStringList liveSymbols(const Settings &settings);
Currency liveCurrency(const Settings &settings);

} // namespace bellwether
