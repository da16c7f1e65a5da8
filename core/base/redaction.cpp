#include "core/base/redaction.h"

#include <QRegularExpression>

#include <mutex>
#include <vector>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

struct Known {
    std::mutex mutex;
    std::vector<QString> values; ///< guarded by mutex
};

Known &known()
{
    static Known values; // secrets belong to the process, as its log does
    return values;
}

const QString mark = u"[redacted]"_s;

} // namespace

void addSecretToRedact(const QByteArray &value)
{
    if (value.size() < 6)
        return;
    const std::scoped_lock lock(known().mutex);
    for (const QByteArray &form : {value, value.toPercentEncoding(), value.toBase64()}) {
        const QString text = QString::fromUtf8(form);
        if (std::find(known().values.begin(), known().values.end(), text) == known().values.end())
            known().values.push_back(text);
    }
}

QString redacted(const QString &text)
{
    static const QRegularExpression field(
        uR"(((?:[a-z0-9_-]*(?:api[-_]?key|secret|signature|token|listen[-_]?key|passw(?:or)?d|passphrase|private[-_]?key))|authorization)("?\s*[:=]\s*"?(?:(?:bearer|basic|token)\s+)?+)(?!\[redacted\])([^\s"'&,;}\]]+))"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression pem(u"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(-----END [A-Z ]*PRIVATE KEY-----|$)"_s,
                                        QRegularExpression::DotMatchesEverythingOption);
    QString result = text;
    result.replace(pem, mark);
    result.replace(field, u"\\1\\2"_s + mark);
    const std::scoped_lock lock(known().mutex);
    for (const QString &value : known().values)
        result.replace(value, mark);
    return result;
}

} // namespace bellwether
