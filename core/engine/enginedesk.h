#pragma once

#include "core/engine/enginehost.h"
#include "core/engine/feedhost.h"

#include <QThreadPool>

namespace bellwether {

/// The desk of a running engine: owns the feed, strategies and engine threads, posts commands into the engine's inbox
/// and brings its answers to the thread of its user.
class EngineDesk final : public TradingDesk {
    Q_OBJECT
public:
    struct Parts {
        CataloguePtr catalogue;
        std::unique_ptr<FeedHost> feed;
        std::vector<StrategyHost::Slot> strategies;
        StrategyHost::Policy policy;
        /// The strategies of an instrument made anew, with the parameters they have now, for explanations of the past.
        std::function<std::vector<StrategyHost::Slot>(InstrumentIndex, const DeskState &)> remake;
        EngineHost::Parts engine;
        QString feedName;
    };

    explicit EngineDesk(Parts parts, QObject *parent = nullptr);
    ~EngineDesk() override;

    /// Starts the threads: engine first, feed last.
    void start(bool isAutoTrading);
    /// Stops feed, strategies and engine in this order and joins their threads. Safe to call twice.
    void stop();
    /// Runs something on the engine's thread, in order; from any.
    void inEngine(EngineCommand command) { m_engine->inbox().post(std::move(command)); }
    /// The journal has news: any thread.
    void wakeForJournal() { m_engine->wakeForJournal(); }

    DeskSnapshotPtr snapshot() const override { return m_snapshot; }
    const std::vector<Instrument> &instruments() const override { return m_catalogue->all(); }

    CommandId approveSignal(SignalId id, std::uint32_t version) override;
    CommandId rejectSignal(SignalId id, std::uint32_t version, RejectReason reason) override;
    CommandId editSignal(SignalId id, std::uint32_t version, const SignalEdit &edit) override;
    CommandId setAutoTrading(bool isOn) override;
    CommandId switchStrategy(StrategyId strategy, InstrumentId instrument, bool isOn, bool isAutomatic) override;
    CommandId tuneStrategy(StrategyId strategy, InstrumentId instrument, const QStringList &parameters) override;
    CommandId setLimits(const std::vector<LimitChange> &changes, bool isLooseningConfirmed) override;
    CommandId submitOrder(const OrderRequest &request) override;
    CommandId previewOrder(const OrderRequest &request) override;
    CommandId modifyOrder(OrderId id, const OrderEdit &edit) override;
    CommandId cancelOrder(OrderId id) override;
    CommandId cancelAllOrders() override;
    CommandId closePosition(StrategyId strategy, InstrumentId instrument) override;
    CommandId protectPosition(StrategyId strategy, InstrumentId instrument, Price stop, Price target) override;
    CommandId reversePosition(StrategyId strategy, InstrumentId instrument) override;
    CommandId closeAllPositions() override;
    CommandId kill(bool shallFlatten) override;
    CommandId resetLatches(const QString &note) override;
    CommandId startWork(const WorkRequest &request) override;
    CommandId cancelWork(WorkId id) override;
    CommandId reconcile() override;
    CommandId resolveDifference(quint64 difference, DifferenceAction action) override;
    void subscribeChart(InstrumentId instrument, Timeframe timeframe) override;
    void unsubscribeChart(InstrumentId instrument, Timeframe timeframe) override;
    void subscribeDepth(InstrumentId instrument) override;
    void unsubscribeDepth(InstrumentId instrument) override;
    CommandId explainBar(InstrumentId instrument, Timestamp after, Timestamp upTo) override;
    void setFeedSpeed(double speed) override { m_feed->setSpeed(speed); }
    void setFeedPaused(bool isPaused) override { m_feed->setPaused(isPaused); }
    void stepFeed() override { m_feed->step(); }
    void runFeedTo(Timestamp time) override { m_feed->runTo(time); }

private:
    class Listener;
    /// Runs `action` on the engine's thread; its sentence, or its error, becomes the answer.
    CommandId post(std::function<Result<QString>(TradingEngine &)> action);
    StrategyHost::Sinks strategySinks();
    /// Hands the strategy with its new parameters over to its thread, warmed by what the feed has kept.
    void replaceStrategy(const StrategyRow &row, const ParameterSet &parameters);
    /// What each strategy saw at a bar, answered by barExplained(). On the pool.
    void explain(std::vector<StrategyHost::Slot> &slots, const FeedHost::SeriesMap &series, BarExplanation explanation);
    void takeSnapshot();

    CataloguePtr m_catalogue;
    QString m_feedName;
    std::unique_ptr<Listener> m_listener;
    std::unique_ptr<FeedHost> m_feed;
    std::unique_ptr<EngineHost> m_engine;
    std::vector<StrategyHost::Slot> m_slots; ///< until start()
    StrategyHost::Policy m_policy;
    std::function<std::vector<StrategyHost::Slot>(InstrumentIndex, const DeskState &)> m_remake;
    std::unique_ptr<StrategyHost> m_strategies;
    DeskSnapshotPtr m_snapshot;
    CommandId m_lastCommand = 0;
    bool m_isRunning = false;
    std::mutex m_mailMutex;
    DeskSnapshotPtr m_mail;   ///< the newest snapshot on its way; guarded by m_mailMutex
    QThreadPool m_pool;       ///< explanations; stop() waits for it
};

} // namespace bellwether
