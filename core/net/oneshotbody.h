#pragma once

#include <QIODevice>

#include <algorithm>
#include <cstring>

namespace bellwether::net {

/// A request body that can be read once. Sequential and not resettable: whoever wants to send it a second time fails,
/// which is what keeps an order from being sent twice.
class OneShotBody final : public QIODevice {
public:
    explicit OneShotBody(QByteArray bytes, QObject *parent = nullptr) : QIODevice(parent), m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }
    bool reset() override { return false; }
    qint64 bytesAvailable() const override { return m_bytes.size() - m_read + QIODevice::bytesAvailable(); }
    bool atEnd() const override { return m_read == m_bytes.size(); }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        if (m_read == m_bytes.size())
            return -1;
        const qint64 count = std::min<qint64>(size, m_bytes.size() - m_read);
        std::memcpy(data, m_bytes.constData() + m_read, std::size_t(count));
        m_read += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_read = 0;
};

} // namespace bellwether::net
