#include "app/composition/liveaccounts.h"

#include "app/composition/makedesk.h"
#include "core/base/redaction.h"
#include "core/secrets/keychainstore.h"
#include "core/secrets/vaultfile.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

const Setting<QString> storeSetting{u"accounts.store", u"auto", u"Where keys are kept: keychain, vault, or auto for the keychain where there is one"};
const Setting<QString> symbolsSetting{u"live.symbols", u"BTCUSDT,ETHUSDT,BNBUSDT,SOLUSDT,XRPUSDT", u"Symbols a live desk watches and trades"};
const Setting<QString> currencySetting{u"live.currency", u"USDT", u"Currency a live account is counted in; its symbols are quoted in it"};

constexpr Duration patience = std::chrono::seconds(15);

QString vaultPath(const Profile &profile) { return profile.folder + u"/keys.vault"_s; }

// Of a key in PEM each line is a secret of its own: a library may quote one of them.
void hideFromLogs(const SecretBytes &secret)
{
    const QByteArray whole = secret.view().toByteArray();
    addSecretToRedact(whole);
    if (!whole.contains('\n'))
        return;
    for (const QByteArray &line : whole.split('\n')) {
        if (!line.startsWith("-----"))
            addSecretToRedact(line.trimmed());
    }
}

} // namespace

std::vector<SettingSpec> liveSettings()
{
    return {SettingSpec(storeSetting, {u"auto"_s, u"keychain"_s, u"vault"_s}), symbolsSetting, currencySetting};
}

QStringList liveSymbols(const Settings &settings)
{
    QStringList symbols;
    for (const QString &symbol : settings.value(symbolsSetting).split(u',', Qt::SkipEmptyParts))
        symbols.append(symbol.trimmed().toUpper());
    return symbols;
}

Result<void> saveLiveSymbols(const QString &settingsPath, const QStringList &symbols)
{
    return saveSetting(settingsPath, symbolsSetting.key.toString(), symbols.join(u','));
}

Currency liveCurrency(const Settings &settings)
{
    const std::string text = settings.value(currencySetting).trimmed().toUpper().toStdString();
    return Currency::fits(text) && !text.empty() ? Currency(std::string_view(text)) : Currency(std::string_view("USDT"));
}

bool hasVault(const Profile &profile) { return QFile::exists(vaultPath(profile)); }

Result<QString> secretStoreKind(const Settings &settings)
{
    const QString wanted = settings.value(storeSetting);
    if (wanted == u"vault")
        return wanted;
    if (KeychainStore::isAvailable())
        return u"keychain"_s;
    if (wanted == u"keychain")
        return failure(ErrorCode::Unsupported, u"accounts.store asks for a keychain and this session has none that answers"_s);
    return u"vault"_s;
}

Result<std::unique_ptr<SecretStore>> openSecretStore(const Profile &profile, const QString &kind, const SecretBytes &passphrase)
{
    if (kind == u"keychain")
        return std::unique_ptr<SecretStore>(std::make_unique<KeychainStore>());
    hideFromLogs(passphrase);
    auto vault = VaultFile::open(vaultPath(profile), passphrase);
    if (!vault)
        return failure(vault.error());
    return std::unique_ptr<SecretStore>(*std::move(vault));
}

Result<LiveAccess> openAccount(const AccountRecord &record, SecretStore &store)
{
    auto endpoints = binance::Endpoints::of(record.endpoint);
    if (!endpoints)
        return failure(endpoints.error());
    auto secret = store.get(record.secretName());
    if (!secret)
        return failure(secret.error());
    hideFromLogs(*secret);
    return LiveAccess{record, *std::move(endpoints), *std::move(secret)};
}

Result<binance::AccountCheck> checkAccess(const AccountRecord &record, SecretStore &store, const binance::Cancellation &cancellation)
{
    auto access = openAccount(record, store);
    if (!access)
        return failure(access.error());
    auto signer = access->signer();
    if (!signer)
        return failure(signer.error());
    binance::BlockingRest rest(access->endpoints, *std::move(signer), patience, cancellation);
    return binance::checkAccount(rest);
}

Result<binance::AccountCheck> addAccount(const Profile &profile, AccountRecord record, SecretStore &store, const SecretBytes &secret,
                                         const binance::Cancellation &cancellation)
{
    hideFromLogs(secret);
    auto book = AccountBook::load(profile);
    if (!book)
        return failure(book.error());
    auto endpoints = binance::Endpoints::of(record.endpoint);
    if (!endpoints)
        return failure(endpoints.error());
    auto signer = net::RequestSigner::make(record.apiKey.toLatin1(), secret);
    if (!signer)
        return failure(signer.error());
    binance::BlockingRest rest(*endpoints, *std::move(signer), patience, cancellation);
    auto check = binance::checkAccount(rest);
    if (!check)
        return check;
    for (const AccountRecord &other : book->all()) {
        if (other.apiKey == record.apiKey)
            return failure(ErrorCode::Duplicate, u"the key belongs to account '%1' already"_s.arg(other.name));
    }
    record.store = store.kind();
    if (auto added = book->add(record); !added)
        return failure(added.error());
    if (auto kept = store.put(record.secretName(), secret); !kept) {
        std::ignore = book->remove(record.name);
        return failure(kept.error());
    }
    return check;
}

Result<void> removeAccount(const Profile &profile, const QString &name, SecretStore *store)
{
    auto book = AccountBook::load(profile);
    if (!book)
        return failure(book.error());
    const auto record = book->find(name);
    if (!record)
        return failure(record.error());
    if (store != nullptr) {
        if (auto removed = store->remove(record->secretName()); !removed)
            return removed;
    }
    return book->remove(name);
}

Arming::Arming(const Profile &profile, const Settings &settings, const AccountRecord &record)
    : m_path(profile.folder + u"/armed-%1.json"_s.arg(record.name)), m_name(record.name)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QString &text) {
        hash.addData(text.toUtf8());
        hash.addData(QByteArrayView("\n"));
    };
    add(QStringLiteral(BELLWETHER_VERSION));
    for (const QString &text : {record.name, record.venue, record.endpoint, record.apiKey})
        add(text);
    // What a desk is made of; where the panels of a window stand is nothing of it.
    for (const QStringView key : declaredSettings()) {
        if (settings.contains(key))
            add(key.toString() + u'=' + settings.values().value(key.toString()));
    }
    m_fingerprint = hash.result().toHex();
}

QString Arming::sentence() const { return u"LIVE "_s + m_name; }

Result<void> Arming::arm(const QString &typed, Timestamp now) const
{
    if (typed.trimmed() != sentence())
        return failure(ErrorCode::Denied, u"not armed: what was typed is not '%1'"_s.arg(sentence()));
    const QByteArray text = QJsonDocument(QJsonObject{{u"account"_s, m_name}, {u"armed_ms"_s, qint64(now.ms())},
                                                      {u"fingerprint"_s, QString::fromLatin1(m_fingerprint)}}).toJson();
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) || file.write(text) != text.size() || !file.commit())
        return failure(ErrorCode::FileUnwritable, u"%1: %2"_s.arg(m_path, file.errorString()));
    return {};
}

Result<void> Arming::check(Timestamp now) const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Denied, u"account '%1' is not armed: `bellwether-cli account arm %1`"_s.arg(m_name));
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    const Timestamp at = Timestamp::fromMs(json[u"armed_ms"_s].toInteger());
    if (json[u"account"_s].toString() != m_name || now < at || now - at > validFor)
        return failure(ErrorCode::Denied, u"the arming of account '%1' is older than %2 minutes"_s.arg(m_name).arg(validFor.count()));
    if (json[u"fingerprint"_s].toString().toLatin1() != m_fingerprint)
        return failure(ErrorCode::Denied, u"account '%1' was armed with other settings or another build: arm it again"_s.arg(m_name));
    return {};
}

bool Arming::isArmed(Timestamp now) const { return check(now).has_value(); }

Timestamp Arming::armedUntil(Timestamp now) const
{
    QFile file(m_path);
    if (!isArmed(now) || !file.open(QIODevice::ReadOnly))
        return {};
    return Timestamp::fromMs(QJsonDocument::fromJson(file.readAll()).object()[u"armed_ms"_s].toInteger()) + validFor;
}

Result<void> Arming::consume(Timestamp now) const
{
    auto checked = check(now);
    if (auto gone = disarm(); !gone && checked)
        return gone;
    return checked;
}

Result<void> Arming::disarm() const
{
    if (QFile::exists(m_path) && !QFile::remove(m_path))
        return failure(ErrorCode::FileUnwritable, u"%1 cannot be removed"_s.arg(m_path));
    return {};
}

} // namespace bellwether
