#pragma once

#include "core/base/result.h"
#include "core/base/timestamp.h"
#include "core/domain/fixedpoint.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace bellwether::exchange {

/// A request as it came in: nothing decoded yet, since the signature is over the bytes.
struct ApiCall {
    QByteArray method;   ///< `GET`, `POST`, `PUT`, `DELETE`
    QByteArray path;     ///< `/api/v3/order`
    QByteArray query;
    QByteArray body;
    QByteArray apiKey;
    bool hasOrigin = false;   ///< sent by a web page
};

struct ApiReply {
    int status = 200;
    QByteArray body;
    std::vector<std::pair<QByteArray, QByteArray>> headers;
};

/// A refusal on its way out of a handler; caught where the call came in.
struct ApiError {
    int status = 400;
    int code = 0;
    QString message;
};

/// A refusal that says what was done all the same (a replace of which one half worked).
struct ApiPartial {
    int status = 400;
    int code = 0;
    QString message;
    QJsonObject data;
};

/// The parameters of a call, percent-decoded; what is in the query wins over the body. Whatever is wrong throws ApiError
/// with the venue's code, and a parameter that no handler asked for is refused at the end, as the venue does.
class ApiParams {
public:
    ApiParams(QByteArrayView query, QByteArrayView body);

    bool has(QByteArrayView name) const;
    /// The value as it is, empty where there is none; it does not count as asked for.
    QByteArray peek(QByteArrayView name) const;
    /// Errors: -1102 where it is missing, -1105 where it is empty.
    QByteArray text(QByteArrayView name);
    QByteArray text(QByteArrayView name, QByteArrayView fallback);
    std::int64_t integer(QByteArrayView name);
    std::int64_t integer(QByteArrayView name, std::int64_t fallback);
    /// Errors: -1100 for anything but digits and a point, -1111 for more than eight decimals; zero where absent.
    template <typename Fixed> Fixed decimal(QByteArrayView name) { return has(name) ? Fixed::fromRaw(raw(name)) : Fixed(); }
    /// The parameter has a meaning that this handler needs not look at.
    void pass(QByteArrayView name);
    /// Errors: -1104 for parameters that nobody asked for.
    void refuseOthers() const;

private:
    struct Param {
        QByteArray name;
        QByteArray value;
        bool isRead = false;
    };
    Param *find(QByteArrayView name);
    std::int64_t raw(QByteArrayView name);
    std::vector<Param> m_params;
};

/// What is signed: the bytes of query and body one after the other, without the signature itself; empty signature where
/// there is none.
struct SignedPayload {
    QByteArray payload;
    QByteArray signature;
};
SignedPayload payloadOf(const ApiCall &call);

} // namespace bellwether::exchange
