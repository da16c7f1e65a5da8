#pragma once

#include "core/base/rng.h"
#include "core/desk/tradingdesk.h"

#include <QTimer>

#include <map>
#include <set>

namespace bellwether::test {

/// A command as it reached the desk.
struct DeskCommand {
    enum class Kind { Explain, Approve, Reject, Edit, AutoTrading, Submit, Cancel, CancelAll, Close, CloseAll, Kill, Reset, Preview, Modify,
                      Protect, Reverse, Switch, Tune, Limits, RunTo, Reconcile, Resolve, StartWork, CancelWork,
                      Subscribe, Unsubscribe, SubscribeDepth, UnsubscribeDepth, Speed, Pause, Step };
    Kind kind{};
    CommandId id = 0;
    SignalId signal{};
    std::uint32_t version = 0;
    RejectReason reason{};
    SignalEdit edit{};
    OrderId order{};
    OrderRequest request{};
    OrderEdit orderEdit{};
    Price stop{};
    Price target{};
    InstrumentId instrument{};
    StrategyId strategy{};
    Timeframe timeframe{};
    bool isOn = false;       ///< auto-trading, flatten, pause
    double speed = 0;
    QString note{};
    quint64 difference = 0;
    WorkId work{};
    WorkRequest workRequest{};
    DifferenceAction action{};
    std::vector<LimitChange> limits{};
    Timestamp time{};
};

/// A desk for tests of the window: a seeded random market with believable rows, every command written down, and the
/// consequences of approving, cancelling, closing and killing played out at once. It moves only in advance(); run()
/// calls that on a timer. Not an engine: sizes and money are kept in double where the exact value does not matter.
class FakeDesk final : public TradingDesk {
    Q_OBJECT
public:
    struct Options {
        bool isIndian = false;
        int symbols = 12;
        int historyBars = 600;
        int pendingSignals = 4;          ///< kept waiting; one that goes is replaced
        bool areSignalsRenewed = true;
        std::uint64_t seed = 7;
        double notionalMin = 0;          ///< least value of an order
    };

    explicit FakeDesk(Options options);
    FakeDesk() : FakeDesk(Options{}) {}

    /// Moves the market by `step` and emits a snapshot, chart updates and events.
    void advance(Duration step = std::chrono::milliseconds(100));
    /// advance() on a timer, `hz` times a second.
    void run(int hz = 10);
    /// Emits the present state again.
    void publish();

    const std::vector<DeskCommand> &commands() const { return m_commands; }
    int count(DeskCommand::Kind kind) const;
    /// Commands stay unanswered until answer(); for tests of busy rows.
    void holdAnswers(bool isHeld) { m_isHeld = isHeld; }
    void answerHeld();

    /// What the gate says to every preview from now on; empty lets everything pass.
    void refusePreviews(std::vector<OrderPreview::Refusal> refusals) { m_previewRefusals = std::move(refusals); }

    /// Whether the feed has an order book; a replay has none.
    void setDepthAvailable(bool isAvailable) { m_isDepthAvailable = isAvailable; }
    /// The book it sends now: 20 prices a side, one tick apart, 1, 2, 3 … lots from the market outwards.
    Depth depthOf(std::size_t instrument) const;

    /// For tests that set the scene.
    DeskSnapshot &scene() { return m_scene; }
    std::vector<SignalRow> &pending() { return m_pending; }
    SignalId addSignal(std::size_t instrument, Side side);
    void openPosition(std::size_t instrument, Side side);
    /// Lets `bars` of every subscribed chart close at once.
    void closeBars(int bars);

    DeskSnapshotPtr snapshot() const override { return m_snapshot; }
    const std::vector<Instrument> &instruments() const override { return m_instruments; }
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
    void setFeedSpeed(double speed) override;
    void setFeedPaused(bool isPaused) override;
    void stepFeed() override;
    void runFeedTo(Timestamp time) override;

private:
    struct Market {
        double price = 0;
        double dayOpen = 0;
        double high = 0;
        double low = 0;
        double volume = 0;
        double volatility = 0; ///< of one 100 ms step, as a fraction
    };
    using Series = std::pair<InstrumentId, Timeframe>;

    void moveMarket(Duration step);
    void moveSignals();
    void moveAccount();
    void moveCharts();
    void moveBooks();
    std::size_t indexOf(const InstrumentId &id) const;
    Price priceOf(std::size_t instrument, double value) const;
    BarColumns history(std::size_t instrument, Timeframe timeframe, std::size_t bars);
    void endSignal(SignalId id, SignalState state, const QString &reason);
    OrderId fillMarket(std::size_t instrument, Side side, Quantity quantity, const StrategyId &strategy, OrderRole role,
                       SignalId signal, Price stop, Price target);
    void addWorkingOrder(std::size_t instrument, Side side, Quantity quantity, const StrategyId &strategy, OrderRole role,
                         Price price, OrderId parent);
    void closeRow(std::size_t position);
    void log(DeskEvent::Severity severity, const QString &source, const QString &text);
    CommandId record(DeskCommand command, bool isAccepted, const QString &text);

    Options m_options;
    Rng m_rng;
    std::vector<Instrument> m_instruments;
    std::vector<Market> m_market;
    DeskSnapshot m_scene;
    std::vector<SignalRow> m_pending;
    std::vector<SignalRow> m_history;
    std::vector<OrderRow> m_orders;
    std::vector<FillRow> m_fills;
    std::vector<DeskEvent> m_events;
    std::vector<DeskCommand> m_commands;
    std::vector<CommandAnswer> m_heldAnswers;
    std::map<Series, BarPoint> m_charts; ///< the forming bar of each subscription
    std::set<InstrumentId> m_books;      ///< subscribed
    std::vector<OrderPreview::Refusal> m_previewRefusals;
    DeskSnapshotPtr m_snapshot;
    QTimer m_timer;
    double m_cash = 0;
    double m_realized = 0;
    double m_costs = 0;
    double m_speed = 1;
    std::uint64_t m_nextId = 1;
    bool m_isPaused = false;
    bool m_isHeld = false;
    bool m_isDepthAvailable = true;
};

} // namespace bellwether::test
