#pragma once

#include "tests/core/exchange/loopback.h"

#include <QThread>

namespace bellwether::exchange {

/// The stand-in on a thread of its own, for clients that wait for it.
class VenueThread {
public:
    VenueThread()
    {
        m_thread.start();
        m_context.moveToThread(&m_thread);
        run([this] {
            loopback = std::make_unique<Loopback>();
            port = loopback->server.port();
        });
    }
    ~VenueThread()
    {
        run([this] { loopback.reset(); });
        m_thread.quit();
        m_thread.wait();
    }
    /// Runs something on the venue's thread and waits for it.
    template <typename Action> void run(Action action) { QMetaObject::invokeMethod(&m_context, action, Qt::BlockingQueuedConnection); }
    /// The house asks this price, bids two less, and buys of itself.
    void print(const QString &at, const QString &quantity = QStringLiteral("0.1"))
    {
        run([&] {
            loopback->quote(toString(price(at) - Price::fromInt(2)), at);
            loopback->venue.engine().tradeHouse(0, Side::Buy, price(at), units(quantity), loopback->clock.now());
        });
    }
    QString address() const { return QStringLiteral("http://127.0.0.1:%1").arg(port); }

    std::unique_ptr<Loopback> loopback;
    quint16 port = 0;

private:
    QThread m_thread;
    QObject m_context;
};

} // namespace bellwether::exchange
