#include "core/exchange/apicall.h"

#include "core/domain/decimal.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bellwether::exchange {

namespace {

QByteArray decoded(QByteArrayView text)
{
    QByteArray bytes = text.toByteArray();
    bytes.replace('+', ' ');
    return QByteArray::fromPercentEncoding(bytes);
}

[[noreturn]] void refuse(int code, const QString &message) { throw ApiError{400, code, message}; }

/// Cuts `signature=…` out of one half of a payload.
QByteArray withoutSignature(const QByteArray &half, QByteArray &signature)
{
    QByteArray rest;
    for (const QByteArray &part : half.split('&')) {
        if (part.startsWith("signature="))
            signature = QByteArray::fromPercentEncoding(part.mid(10));
        else
            rest += (rest.isEmpty() ? "" : "&") + part;
    }
    return rest;
}

} // namespace

ApiParams::ApiParams(QByteArrayView query, QByteArrayView body)
{
    for (const QByteArrayView half : {query, body}) {
        for (const QByteArray &part : half.toByteArray().trimmed().split('&')) {
            if (part.isEmpty())
                continue;
            const qsizetype equals = part.indexOf('=');
            const QByteArray name = decoded(equals < 0 ? QByteArrayView(part) : QByteArrayView(part).first(equals));
            if (!has(name))
                m_params.push_back({name, equals < 0 ? QByteArray() : decoded(QByteArrayView(part).sliced(equals + 1))});
        }
    }
}

ApiParams::Param *ApiParams::find(QByteArrayView name)
{
    const auto it = std::find_if(m_params.begin(), m_params.end(), [&](const Param &param) { return param.name == name; });
    return it == m_params.end() ? nullptr : &*it;
}

bool ApiParams::has(QByteArrayView name) const
{
    return std::any_of(m_params.begin(), m_params.end(), [&](const Param &param) { return param.name == name; });
}

QByteArray ApiParams::peek(QByteArrayView name) const
{
    const auto it = std::find_if(m_params.begin(), m_params.end(), [&](const Param &param) { return param.name == name; });
    return it == m_params.end() ? QByteArray() : it->value;
}

QByteArray ApiParams::text(QByteArrayView name)
{
    Param *param = find(name);
    const QString shown = QString::fromLatin1(name.data(), name.size());
    if (param == nullptr)
        refuse(-1102, u"Mandatory parameter '%1' was not sent, was empty/null, or malformed."_s.arg(shown));
    if (param->value.isEmpty())
        refuse(-1105, u"Parameter '%1' was empty."_s.arg(shown));
    param->isRead = true;
    return param->value;
}

QByteArray ApiParams::text(QByteArrayView name, QByteArrayView fallback) { return has(name) ? text(name) : fallback.toByteArray(); }

std::int64_t ApiParams::integer(QByteArrayView name)
{
    const QByteArray value = text(name);
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    if (!isNumber)
        refuse(-1100, u"Illegal characters found in parameter '%1'; legal range is '^[0-9]{1,20}$'."_s.arg(QString::fromLatin1(name.data(), name.size())));
    return number;
}

std::int64_t ApiParams::integer(QByteArrayView name, std::int64_t fallback) { return has(name) ? integer(name) : fallback; }

std::int64_t ApiParams::raw(QByteArrayView name)
{
    const QByteArray value = text(name);
    const QString shown = QString::fromLatin1(name.data(), name.size());
    const auto number = parseDecimal(std::string_view(value.constData(), std::size_t(value.size())));
    if (number && *number >= 0 && !value.startsWith('+'))
        return *number;
    const bool isDecimal = std::all_of(value.begin(), value.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
    if (isDecimal && value.indexOf('.') >= 0 && value.size() - value.indexOf('.') > decimalPlaces + 1)
        refuse(-1111, u"Parameter '%1' has too much precision."_s.arg(shown));
    refuse(-1100, u"Illegal characters found in parameter '%1'; legal range is '^([0-9]{1,20})(\\.[0-9]{1,20})?$'."_s.arg(shown));
}

void ApiParams::pass(QByteArrayView name)
{
    if (Param *param = find(name))
        param->isRead = true;
}

void ApiParams::refuseOthers() const
{
    const auto read = std::count_if(m_params.begin(), m_params.end(), [](const Param &param) { return param.isRead; });
    if (std::size_t(read) != m_params.size())
        refuse(-1104, u"Not all sent parameters were read; read '%1' parameter(s) but was sent '%2'."_s.arg(read).arg(m_params.size()));
}

SignedPayload payloadOf(const ApiCall &call)
{
    SignedPayload signedPayload;
    signedPayload.payload = withoutSignature(call.query, signedPayload.signature);
    signedPayload.payload += withoutSignature(call.body.trimmed(), signedPayload.signature);
    return signedPayload;
}

} // namespace bellwether::exchange
