#pragma once

#include "core/brokers/binance/ordersession.h"

#include <QThread>

#include <mutex>

namespace bellwether::binance {

/// The engine's way to a Binance account: commands go to the thread of the sockets, what comes back is brought to the
/// engine's thread.
class BinanceBroker final : public BrokerClient {
public:
    /// Runs something on the engine's thread, in order; callable from any.
    using Executor = std::function<void(std::function<void()>)>;

    struct Account {
        Endpoints endpoints;
        net::RequestSigner signer;
        std::shared_ptr<const ExchangeRules> rules;
        std::vector<Instrument> instruments;
        const Clock *clock = nullptr;          ///< the engine's
        SessionTimes times = {};
    };

    explicit BinanceBroker(Account account);
    ~BinanceBroker() override;
    Q_DISABLE_COPY_MOVE(BinanceBroker)

    /// Connects; before it nothing is told. What was asked of it earlier has waited.
    void start(Executor executor);
    /// Closes everything and joins the thread; nothing is told after it returns.
    void stop();

    void submit(const Order &order) override;
    bool holdsPairs() const override { return true; }
    void submitPair(const Order &stop, const Order &target) override;
    void cancel(const Order &order) override;
    void modify(const Order &order, const OrderChange &change) override;
    void query(const Order &order) override;
    void requestBooks(Timestamp since) override;

    /// From now on no order that adds risk leaves; any thread.
    void disarm(const QString &reason);
    /// The last status; any thread.
    SessionStatus status() const;

private:
    template <typename Action> void onSession(Action action);
    void onEngine(std::function<void()> action);

    const Clock &m_clock;
    QThread m_thread;
    std::unique_ptr<OrderSession> m_session; ///< lives on m_thread
    Executor m_executor;                     ///< set before the session starts
    mutable std::mutex m_mutex;
    SessionStatus m_status;                  ///< guarded by m_mutex
    bool m_isRunning = false;
};

} // namespace bellwether::binance
