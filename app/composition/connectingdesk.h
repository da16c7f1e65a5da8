#pragma once

#include "core/desk/tradingdesk.h"

#include <QTimer>

namespace bellwether {

/// A live desk that is not there yet: it shows its account, what it will watch and why it waits, and refuses every
/// command.
class ConnectingDesk final : public TradingDesk {
    Q_OBJECT
public:
    enum class State { Connecting, Down, Failed };

    ConnectingDesk(AccountId account, Currency currency, const QStringList &symbols);

    /// On the desk's thread.
    void tell(State state, const QString &text);

    DeskSnapshotPtr snapshot() const override { return m_snapshot; }
    const std::vector<Instrument> &instruments() const override { return m_instruments; }
    CommandId approveSignal(SignalId, std::uint32_t) override { return refuse(); }
    CommandId rejectSignal(SignalId, std::uint32_t, RejectReason) override { return refuse(); }
    CommandId editSignal(SignalId, std::uint32_t, const SignalEdit &) override { return refuse(); }
    CommandId setAutoTrading(bool) override { return refuse(); }
    CommandId switchStrategy(StrategyId, InstrumentId, bool, bool) override { return refuse(); }
    CommandId tuneStrategy(StrategyId, InstrumentId, const QStringList &) override { return refuse(); }
    CommandId submitOrder(const OrderRequest &) override { return refuse(); }
    CommandId previewOrder(const OrderRequest &) override;
    CommandId modifyOrder(OrderId, const OrderEdit &) override { return refuse(); }
    CommandId cancelOrder(OrderId) override { return refuse(); }
    CommandId cancelAllOrders() override { return refuse(); }
    CommandId closePosition(StrategyId, InstrumentId) override { return refuse(); }
    CommandId protectPosition(StrategyId, InstrumentId, Price, Price) override { return refuse(); }
    CommandId reversePosition(StrategyId, InstrumentId) override { return refuse(); }
    CommandId closeAllPositions() override { return refuse(); }
    CommandId kill(bool) override { return refuse(); }
    CommandId resetLatches(const QString &) override { return refuse(); }
    CommandId setLimits(const std::vector<LimitChange> &, bool) override { return refuse(); }
    CommandId startWork(const WorkRequest &) override { return refuse(); }
    CommandId cancelWork(WorkId) override { return refuse(); }
    CommandId reconcile() override { return refuse(); }
    CommandId resolveDifference(quint64, DifferenceAction) override { return refuse(); }
    void subscribeChart(InstrumentId instrument, Timeframe timeframe) override;
    void unsubscribeChart(InstrumentId, Timeframe) override {}
    void subscribeDepth(InstrumentId instrument) override;
    void unsubscribeDepth(InstrumentId) override {}
    CommandId explainBar(InstrumentId instrument, Timestamp after, Timestamp upTo) override;
    void setFeedSpeed(double) override {}
    void setFeedPaused(bool) override {}
    void stepFeed() override {}
    void runFeedTo(Timestamp) override {}

private:
    CommandId refuse();
    void show();

    QTimer m_clock; ///< the window's goes on
    std::vector<Instrument> m_instruments;
    DeskSnapshot m_shown;
    DeskSnapshotPtr m_snapshot;
    CommandId m_lastCommand = 0;
};

} // namespace bellwether
