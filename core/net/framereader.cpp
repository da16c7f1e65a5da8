#include "core/net/framereader.h"

#include <simdjson.h>

#include <cstring>

namespace bellwether::net {

namespace {

constexpr std::size_t keptMax = 1 << 20; ///< room that is not given back after a long message

enum Opcode { Continuation = 0, TextFrame = 1, BinaryFrame = 2, CloseFrame = 8, PingFrame = 9, PongFrame = 10 };

bool isUtf8(const char *text, std::size_t size) { return simdjson::validate_utf8(text, size); }

} // namespace

char *FrameReader::room(std::size_t size)
{
    if (m_begin == m_end) {
        m_begin = m_end = 0;
        if (m_bytes.size() > keptMax && size < keptMax)
            std::vector<char>().swap(m_bytes);
    } else if (m_end + size > m_bytes.size() && m_begin > 0) {
        std::memmove(m_bytes.data(), m_bytes.data() + m_begin, m_end - m_begin);
        m_end -= m_begin;
        m_begin = 0;
    }
    if (m_end + size > m_bytes.size())
        m_bytes.resize(m_end + size);
    return m_bytes.data() + m_end;
}

FrameReader::Step FrameReader::refuse(int code, const char *why)
{
    m_closeCode = code;
    m_trouble = why;
    m_begin = m_end;
    return Step::Broken;
}

FrameReader::Step FrameReader::next(Message &message)
{
    if (m_isJoinedGivenOut) {
        m_isJoinedGivenOut = false;
        if (m_joined.capacity() > keptMax)
            std::vector<char>().swap(m_joined);
        m_joined.clear();
    }
    for (;;) {
        if (m_closeCode != 0)
            return Step::Broken;
        const std::size_t available = m_end - m_begin;
        if (available < 2)
            return Step::NeedsMore;
        const auto *head = reinterpret_cast<const unsigned char *>(m_bytes.data() + m_begin);
        const bool isLast = (head[0] & 0x80) != 0;
        const int opcode = head[0] & 0x0f;
        if ((head[0] & 0x70) != 0)
            return refuse(1002, "a frame uses an extension that was not agreed on");
        if ((head[1] & 0x80) != 0)
            return refuse(1002, "a frame of the server is masked");
        std::size_t headSize = 2;
        std::uint64_t size = head[1] & 0x7f;
        if (size >= 126) {
            const std::size_t bytes = size == 126 ? 2 : 8;
            headSize += bytes;
            if (available < headSize)
                return Step::NeedsMore;
            size = 0;
            for (std::size_t i = 0; i < bytes; ++i)
                size = size << 8 | head[2 + i];
            if (size < 126 || (bytes == 8 && size <= 0xffff))
                return refuse(1002, "the length of a frame is not in its shortest form");
        }
        if (opcode >= CloseFrame) {
            if (!isLast || size > 125 || opcode > PongFrame)
                return refuse(1002, "a control frame is of no known kind, cut, or too long");
        } else if (opcode > BinaryFrame) {
            return refuse(1002, "a frame is of no known kind");
        } else if ((opcode == Continuation) != m_isJoining) {
            return refuse(1002, "the fragments of a message are out of order");
        }
        if (size > m_messageBytesMax || m_joined.size() + size > m_messageBytesMax)
            return refuse(1009, "a message is too long");
        if (available - headSize < size)
            return Step::NeedsMore;
        const char *payload = m_bytes.data() + m_begin + headSize;
        m_begin += headSize + std::size_t(size);
        if (opcode >= CloseFrame) {
            message.kind = opcode == CloseFrame ? Kind::Close : opcode == PingFrame ? Kind::Ping : Kind::Pong;
            message.payload = {payload, qsizetype(size)};
            return Step::Message;
        }
        if (opcode != Continuation)
            m_joinedKind = opcode == TextFrame ? Kind::Text : Kind::Binary;
        message.kind = m_joinedKind;
        message.payload = {payload, qsizetype(size)};
        if (!isLast || m_isJoining) {
            m_joined.insert(m_joined.end(), payload, payload + size);
            m_isJoining = !isLast;
            if (!isLast)
                continue;
            message.payload = {m_joined.data(), qsizetype(m_joined.size())};
            m_isJoinedGivenOut = true;
        }
        if (message.kind == Kind::Text && !isUtf8(message.payload.data(), std::size_t(message.payload.size())))
            return refuse(1007, "a text is no UTF-8");
        return Step::Message;
    }
}

} // namespace bellwether::net
