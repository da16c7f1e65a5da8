#include "core/secrets/secretbytes.h"

#include <sodium.h>

namespace bellwether {

SecretBytes::SecretBytes(QByteArray &&bytes) : m_bytes(std::exchange(bytes, {}))
{
    m_bytes.detach();
}

SecretBytes &SecretBytes::operator=(SecretBytes &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::exchange(other.m_bytes, {});
    }
    return *this;
}

SecretBytes::~SecretBytes() { wipe(); }

void SecretBytes::wipe()
{
    if (!m_bytes.isEmpty() && m_bytes.isDetached())
        sodium_memzero(m_bytes.data(), std::size_t(m_bytes.size()));
    m_bytes.clear();
}

} // namespace bellwether
