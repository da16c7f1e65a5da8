#include "core/net/greeting.h"

#include <QCryptographicHash>

#include <boost/beast/http.hpp>

using namespace Qt::StringLiterals;

namespace bellwether::net {

namespace http = boost::beast::http;

QByteArray greetingOf(const QUrl &url, const QByteArray &key)
{
    const int usual = url.scheme() == u"wss"_s ? 443 : 80;
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    if (url.port(usual) != usual)
        host += ':' + QByteArray::number(url.port());
    QByteArray target = url.path(QUrl::FullyEncoded).toLatin1();
    if (target.isEmpty())
        target = "/";
    if (url.hasQuery())
        target += '?' + url.query(QUrl::FullyEncoded).toLatin1();
    return "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + key
        + "\r\n\r\n";
}

Result<void> checkGreeting(QByteArrayView head, const QByteArray &key)
{
    http::response_parser<http::empty_body> parser;
    parser.skip(true);
    boost::beast::error_code error;
    parser.put(boost::asio::buffer(head.data(), std::size_t(head.size())), error);
    if (error || !parser.is_header_done())
        return failure(ErrorCode::BadData, u"what answers the opening of the web socket is no HTTP"_s);
    const auto &answer = parser.get();
    if (answer.result_int() != 101)
        return failure(ErrorCode::Denied, u"the web socket was not opened: HTTP status %1"_s.arg(answer.result_int()));
    const QByteArray expected = QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1).toBase64();
    const auto accept = answer["Sec-WebSocket-Accept"];
    const bool isOurs = QByteArrayView(accept.data(), qsizetype(accept.size())) == expected;
    if (!isOurs || !http::token_list(answer[http::field::upgrade]).exists("websocket") || !http::token_list(answer[http::field::connection]).exists("upgrade"))
        return failure(ErrorCode::BadData, u"the answer to the opening of the web socket does not belong to it"_s);
    if (answer.find("Sec-WebSocket-Extensions") != answer.end() || answer.find("Sec-WebSocket-Protocol") != answer.end())
        return failure(ErrorCode::BadData, u"the web socket was opened with an extension that was not asked for"_s);
    return {};
}

} // namespace bellwether::net
