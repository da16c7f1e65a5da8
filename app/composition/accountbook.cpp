#include "app/composition/accountbook.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace bellwether {

Result<AccountBook> AccountBook::load(const Profile &profile)
{
    AccountBook book;
    book.m_path = profile.folder + u"/accounts.json"_s;
    QFile file(book.m_path);
    if (!file.exists())
        return book;
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileUnreadable, u"%1: %2"_s.arg(book.m_path, file.errorString()));
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isArray())
        return failure(ErrorCode::BadData, u"%1 is no list of accounts"_s.arg(book.m_path));
    for (const QJsonValue &value : document.array()) {
        const QJsonObject json = value.toObject();
        AccountRecord record{json[u"name"_s].toString(), json[u"venue"_s].toString(), json[u"endpoint"_s].toString(),
                             json[u"api_key"_s].toString(), json[u"store"_s].toString(),
                             json[u"tag"_s].toString(), Timestamp::fromMs(json[u"added_ms"_s].toInteger())};
        if (record.name.isEmpty() || record.venue != u"binance" || record.apiKey.isEmpty() || record.tag.size() != 4)
            return failure(ErrorCode::BadData, u"%1: an account without name, venue or key"_s.arg(book.m_path));
        book.m_records.push_back(std::move(record));
    }
    return book;
}

Result<AccountRecord> AccountBook::find(const QString &name) const
{
    QStringList known;
    for (const AccountRecord &record : m_records) {
        if (record.name == name)
            return record;
        known.append(record.name);
    }
    return failure(ErrorCode::NotFound, known.isEmpty() ? u"there is no account '%1': add it with `bellwether-cli account add`"_s.arg(name)
                                                        : u"there is no account '%1', only %2"_s.arg(name, known.join(u", "_s)));
}

Result<void> AccountBook::add(AccountRecord record)
{
    static const QRegularExpression good(u"^[a-z][a-z0-9]{0,6}$"_s);
    if (!good.match(record.name).hasMatch())
        return failure(ErrorCode::InvalidArgument, u"'%1' is no name of an account: up to 7 small letters and digits"_s.arg(record.name.left(40)));
    if (record.name == u"paper" || record.name == u"replay")
        return failure(ErrorCode::InvalidArgument, u"'%1' would read as an account on paper"_s.arg(record.name));
    if (find(record.name))
        return failure(ErrorCode::Duplicate, u"there is an account '%1' already"_s.arg(record.name));
    for (record.tag.clear(); record.tag.size() < 4;)
        record.tag += QChar(u"abcdefghijkmnpqrstuvwxyz23456789"[QRandomGenerator::system()->bounded(32)]);
    m_records.push_back(std::move(record));
    return save();
}

Result<void> AccountBook::remove(const QString &name)
{
    if (std::erase_if(m_records, [&](const AccountRecord &record) { return record.name == name; }) == 0)
        return failure(find(name).error());
    return save();
}

Result<void> AccountBook::save() const
{
    QJsonArray list;
    for (const AccountRecord &record : m_records)
        list.append(QJsonObject{{u"name"_s, record.name}, {u"venue"_s, record.venue}, {u"endpoint"_s, record.endpoint},
                                {u"api_key"_s, record.apiKey}, {u"store"_s, record.store}, {u"tag"_s, record.tag},
                                {u"added_ms"_s, qint64(record.addedAt.ms())}});
    const QByteArray text = QJsonDocument(list).toJson();
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) || file.write(text) != text.size() || !file.commit())
        return failure(ErrorCode::FileUnwritable, u"%1: %2"_s.arg(m_path, file.errorString()));
    return {};
}

} // namespace bellwether
