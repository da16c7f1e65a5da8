#include "core/exchange/accountfile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bellwether::exchange {

namespace {

/// The 32 bytes of an Ed25519 key in SubjectPublicKeyInfo (RFC 8410); empty for anything else.
QByteArray publicKeyOf(QString pem)
{
    pem.remove(u"-----BEGIN PUBLIC KEY-----"_s).remove(u"-----END PUBLIC KEY-----"_s);
    const QByteArray der = QByteArray::fromBase64(pem.simplified().remove(u' ').toLatin1());
    static const QByteArray prefix = QByteArray::fromHex("302a300506032b6570032100");
    return der.size() == prefix.size() + 32 && der.startsWith(prefix) ? der.sliced(prefix.size()) : QByteArray();
}

Result<ListedAccount> accountOf(const QJsonObject &json, const QString &place)
{
    const auto bad = [&](const QString &field, const QString &why) { return failure(ErrorCode::BadData, u"%1.%2: %3"_s.arg(place, field, why)); };
    static const QStringList known{u"name"_s, u"api_key"_s, u"secret"_s, u"public_key"_s, u"balances"_s, u"can_trade"_s, u"can_withdraw"_s};
    for (const QString &key : json.keys()) {
        if (!known.contains(key))
            return bad(key.left(40), u"an account has no such field"_s);
    }
    ListedAccount account;
    account.keys.name = json[u"name"_s].toString();
    account.keys.apiKey = json[u"api_key"_s].toString().toLatin1();
    account.keys.secret = json[u"secret"_s].toString().toUtf8();
    if (account.keys.name.isEmpty())
        return bad(u"name"_s, u"expected a text"_s);
    if (account.keys.apiKey.isEmpty())
        return bad(u"api_key"_s, u"expected a text"_s);
    if (json.contains(u"public_key"_s)) {
        account.keys.publicKey = publicKeyOf(json[u"public_key"_s].toString());
        if (account.keys.publicKey.isEmpty())
            return bad(u"public_key"_s, u"expected an Ed25519 key in PEM"_s);
    }
    if (account.keys.secret.isEmpty() == account.keys.publicKey.isEmpty())
        return bad(u"secret"_s, u"expected either a secret or a public key"_s);
    for (const auto &[field, flag] : {std::pair{u"can_trade"_s, &account.keys.canTrade}, std::pair{u"can_withdraw"_s, &account.keys.canWithdraw}}) {
        if (json.contains(field) && !json[field].isBool())
            return bad(field, u"expected true or false"_s);
        *flag = json[field].toBool(*flag);
    }
    const QJsonObject balances = json[u"balances"_s].toObject();
    for (auto it = balances.begin(); it != balances.end(); ++it) {
        const auto amount = it->isString() ? parseQuantity(it->toString()) : failure(ErrorCode::InvalidNumber, QString());
        if (!amount || *amount < Quantity())
            return bad(u"balances."_s + it.key().left(20), u"expected a decimal text from 0 on"_s);
        account.balances[it.key()] = *amount;
    }
    return account;
}

} // namespace

Result<std::vector<ListedAccount>> readAccountFile(const QByteArray &json, const QString &file)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return failure(ErrorCode::BadData, u"%1: line %2: %3"_s.arg(file).arg(json.left(error.offset).count('\n') + 1).arg(error.errorString()));
    const QJsonArray rows = document.object().value(u"accounts"_s).toArray();
    if (rows.isEmpty())
        return failure(ErrorCode::BadData, u"%1: accounts: expected a list of accounts"_s.arg(file));
    std::vector<ListedAccount> accounts;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        auto account = accountOf(rows[i].toObject(), u"%1: accounts[%2]"_s.arg(file).arg(i));
        if (!account)
            return failure(account.error());
        const bool isTwice = std::any_of(accounts.begin(), accounts.end(), [&](const ListedAccount &one) {
            return one.keys.name == account->keys.name || one.keys.apiKey == account->keys.apiKey;
        });
        if (isTwice)
            return failure(ErrorCode::BadData, u"%1: accounts[%2]: its name or key is there twice"_s.arg(file).arg(i));
        accounts.push_back(std::move(*account));
    }
    return accounts;
}

} // namespace bellwether::exchange
