#pragma once

#include "core/exchange/apicall.h"

#include <memory>
#include <optional>

namespace bellwether::exchange {

/// Takes the bytes of a connection and gives the requests in them, one after the other. Heads and bodies are limited;
/// what is no HTTP/1.1 ends the connection.
class HttpRequestReader {
public:
    static constexpr std::size_t headBytesMax = 16 << 10;
    static constexpr std::size_t bodyBytesMax = 256 << 10;

    HttpRequestReader();
    ~HttpRequestReader();

    /// Adds bytes. False where they are no request that may be answered: the connection is to be closed.
    bool feed(QByteArrayView bytes);
    /// The next whole request; empty while it is not all there.
    std::optional<ApiCall> take();
    /// Whether the client wants the connection to stay open after the last request taken.
    bool keepsAlive() const { return m_keepsAlive; }

private:
    struct Parser;
    std::unique_ptr<Parser> m_parser;
    QByteArray m_bytes;
    bool m_keepsAlive = true;
};

/// The bytes of an answer.
QByteArray httpBytes(const ApiReply &reply, bool keepsAlive);

} // namespace bellwether::exchange
