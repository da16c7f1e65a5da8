#pragma once

#include <QByteArray>

#include <utility>

namespace bellwether {

/// Bytes of a secret. They are wiped when they end, never copied implicitly, and no text of them is made.
class SecretBytes {
public:
    SecretBytes() = default;
    /// Takes the bytes over; the caller's array is left empty.
    explicit SecretBytes(QByteArray &&bytes);
    SecretBytes(SecretBytes &&other) noexcept : m_bytes(std::exchange(other.m_bytes, {})) {}
    SecretBytes &operator=(SecretBytes &&other) noexcept;
    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;
    ~SecretBytes();

    QByteArrayView view() const { return m_bytes; }
    bool isEmpty() const { return m_bytes.isEmpty(); }
    SecretBytes clone() const { return SecretBytes(QByteArray(m_bytes.constData(), m_bytes.size())); }

private:
    void wipe();
    QByteArray m_bytes;
};

} // namespace bellwether
