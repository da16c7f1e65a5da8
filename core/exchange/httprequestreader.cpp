#include "core/exchange/httprequestreader.h"

#include <boost/beast/http.hpp>

namespace bellwether::exchange {

namespace http = boost::beast::http;

struct HttpRequestReader::Parser {
    http::request_parser<http::string_body> parser;

    Parser()
    {
        parser.header_limit(headBytesMax);
        parser.body_limit(bodyBytesMax);
        parser.eager(true);
    }
};

HttpRequestReader::HttpRequestReader() : m_parser(std::make_unique<Parser>()) {}
HttpRequestReader::~HttpRequestReader() = default;

bool HttpRequestReader::feed(QByteArrayView bytes)
{
    m_bytes.append(bytes.data(), bytes.size());
    while (!m_bytes.isEmpty() && !m_parser->parser.is_done()) {
        boost::beast::error_code error;
        const std::size_t used = m_parser->parser.put(boost::asio::buffer(m_bytes.constData(), std::size_t(m_bytes.size())), error);
        m_bytes.remove(0, qsizetype(used));
        if (error == http::error::need_more)
            return true;
        if (error)
            return false;
    }
    return true;
}

std::optional<ApiCall> HttpRequestReader::take()
{
    if (!m_parser->parser.is_done())
        return std::nullopt;
    const auto request = m_parser->parser.release();
    const auto bytesOf = [](boost::beast::string_view text) { return QByteArray(text.data(), qsizetype(text.size())); };
    ApiCall call;
    call.method = bytesOf(request.method_string());
    const QByteArray target = bytesOf(request.target());
    const qsizetype question = target.indexOf('?');
    call.path = question < 0 ? target : target.left(question);
    call.query = question < 0 ? QByteArray() : target.mid(question + 1);
    call.body = QByteArray::fromStdString(request.body());
    call.apiKey = bytesOf(request["X-MBX-APIKEY"]);
    call.hasOrigin = request.find(http::field::origin) != request.end();
    m_keepsAlive = request.keep_alive();
    m_parser = std::make_unique<Parser>();
    return call;
}

QByteArray httpBytes(const ApiReply &reply, bool keepsAlive)
{
    const boost::beast::string_view reason = http::obsolete_reason(http::int_to_status(unsigned(reply.status)));
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(reply.status) + ' ' + QByteArray(reason.data(), qsizetype(reason.size())) + "\r\n";
    bytes += "Content-Type: application/json;charset=UTF-8\r\nContent-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
    for (const auto &[name, value] : reply.headers)
        bytes += name + ": " + value + "\r\n";
    bytes += keepsAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    return bytes + reply.body;
}

} // namespace bellwether::exchange
