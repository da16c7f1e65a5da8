#pragma once

#include <QByteArrayView>

#include <cstdint>
#include <vector>

namespace bellwether::net {

/// Takes the messages of a web socket's server out of the bytes of its connection (RFC 6455, section 5). Fragments are
/// joined, texts are UTF-8, and neither a frame nor a whole message is longer than was allowed: that is refused at its
/// head, before its bytes are kept. Allocates nothing per message once it has met the longest one.
class FrameReader {
public:
    enum class Kind { Text, Binary, Ping, Pong, Close };
    enum class Step {
        Message, ///< one is there
        NeedsMore,
        Broken,  ///< the connection is to be closed with closeCode(); nothing more comes of it
    };
    struct Message {
        Kind kind = Kind::Text;
        QByteArrayView payload; ///< until bytes are added
    };

    explicit FrameReader(std::uint64_t messageBytesMax) : m_messageBytesMax(messageBytesMax) {}

    /// Room for `size` bytes; filled() says how many of them there are.
    char *room(std::size_t size);
    void filled(std::size_t size) { m_end += size; }
    Step next(Message &message);

    /// 1002, 1007 or 1009, and why in one English line.
    int closeCode() const { return m_closeCode; }
    const char *trouble() const { return m_trouble; }

private:
    Step refuse(int code, const char *why);

    std::uint64_t m_messageBytesMax;
    std::vector<char> m_bytes;
    std::size_t m_begin = 0;        ///< of what has not been read yet
    std::size_t m_end = 0;
    std::vector<char> m_joined;     ///< the fragments of a message so far
    Kind m_joinedKind = Kind::Text;
    bool m_isJoining = false;
    bool m_isJoinedGivenOut = false;
    int m_closeCode = 0;
    const char *m_trouble = "";
};

} // namespace bellwether::net
