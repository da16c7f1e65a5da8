#pragma once

#include "core/desk/depthupdate.h"
#include "core/desk/desksnapshot.h"
#include "core/desk/barexplanation.h"

#include <QObject>

namespace bellwether {

/// What the trader changed on a signal before approving it; unset members keep the proposal.
struct SignalEdit {
    std::optional<Quantity> quantity;
    std::optional<Price> limitPrice;  ///< makes the entry a limit order
    std::optional<Price> stop;
    std::optional<Price> target;
};

enum class RejectReason { NotNow, TooRisky, PriceMoved, NewsAhead, DoNotTrust, Duplicate, Other };
QString toString(RejectReason reason);

/// What becomes of a difference with the venue: ours is made theirs; what the venue has more is taken over and closed; it
/// stays as it is, and counts again when it grows or shrinks.
enum class DifferenceAction { Adopt, Close, Ignore };
/// `adopt`, `close`, `ignore`.
QString toString(DifferenceAction action);

/// An order of the trader's own, on its way to the risk gate.
struct OrderRequest {
    InstrumentId instrument;
    StrategyId strategy{std::string_view("manual")};
    OrderRole role = OrderRole::Entry;
    Side side = Side::Buy;
    OrderType type = OrderType::Market;
    TimeInForce timeInForce = TimeInForce::GoodTillCancelled;
    Product product = Product::None; ///< none: the usual one of the instrument
    Quantity quantity;
    Price limitPrice;
    Price stopPrice;
    Price bracketStop;
    Price bracketTarget;
};

/// New terms of a working order; unset members stay.
struct OrderEdit {
    std::optional<Quantity> quantity;
    std::optional<Price> price;       ///< the trigger of a stop or stop-limit, else the limit
};

/// Identifies a command in its answer.
using CommandId = quint64;

/// What would become of an order if it were sent now. Nothing of it is recorded.
struct OrderPreview {
    struct Refusal {
        QString rule;
        QString text;
    };
    CommandId command = 0;
    QString error;                 ///< why nothing could be worked out; the rest is then empty
    std::vector<Refusal> refusals; ///< of every rule that would refuse it; empty where it would pass
    Price price;                   ///< it is expected to trade at
    Money value;
    Money costs;                   ///< charged by the venue for the entry
    Money exitCosts;               ///< for getting out again at the same price; zero for an order that closes
    Money margin;                  ///< what the order ties up; zero for one that closes
    Money cashFree;                ///< what an order may take now: cash that working entries do not hold
    Money risk;                    ///< lost if the stop is hit, costs of both sides included; zero without a stop
    Money riskCosts;               ///< the costs in it
    double riskPercent = 0;        ///< of the equity
    double exposurePercentNow = 0; ///< gross exposure with working entries ÷ equity
    double exposurePercentAfter = 0;
    Money equity;
    Quantity suggested;            ///< what the sizing of the limits would take at this price and stop; zero where it cannot tell
    QString sizing;                ///< by which method, with its figures
};

/// A new value of one limit of the risk gate.
struct LimitChange {
    QString key;                   ///< as LimitRow has it
    double value = 0;

    bool operator==(const LimitChange &) const = default;
};

struct CommandAnswer {
    CommandId command = 0;
    bool isAccepted = false;
    QString text;      ///< what was done, or the reason it was refused
};

/// The desk as the window and the command line see it: commands in, snapshots and events out. Lives on the thread of
/// its user; every command returns at once and is answered by commandAnswered().
class TradingDesk : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// The last snapshot; never null after the first snapshotChanged().
    virtual DeskSnapshotPtr snapshot() const = 0;
    /// What can be watched and traded; constant for the life of the desk.
    virtual const std::vector<Instrument> &instruments() const = 0;

    /// Approves the signal if it is still pending at `version`; at most one order comes of it.
    virtual CommandId approveSignal(SignalId id, std::uint32_t version) = 0;
    virtual CommandId rejectSignal(SignalId id, std::uint32_t version, RejectReason reason) = 0;
    /// Changes the proposal; the signal gets a new version.
    virtual CommandId editSignal(SignalId id, std::uint32_t version, const SignalEdit &edit) = 0;
    virtual CommandId setAutoTrading(bool isOn) = 0;
    /// Switches one strategy on one instrument, from now on and over restarts. One that is off opens nothing; its signals
    /// to close what it holds still come.
    virtual CommandId switchStrategy(StrategyId strategy, InstrumentId instrument, bool isOn, bool isAutomatic) = 0;
    /// Gives a strategy on one instrument other parameters, from its next bar on and over restarts: `name=value` of each
    /// that is not the default; an empty list is all defaults.
    virtual CommandId tuneStrategy(StrategyId strategy, InstrumentId instrument, const QStringList &parameters) = 0;
    /// Changes limits of the risk gate from now on, for this run: all of them or, where one is out of its range or the set does
    /// not fit together, none. One that would let more risk pass than now needs `isLooseningConfirmed`. Journalled.
    virtual CommandId setLimits(const std::vector<LimitChange> &changes, bool isLooseningConfirmed) = 0;
    virtual CommandId submitOrder(const OrderRequest &request) = 0;
    /// Asks the risk gate what it would say, and works out what the order would cost and risk. Answered by
    /// orderPreviewed(), not by commandAnswered().
    virtual CommandId previewOrder(const OrderRequest &request) = 0;
    /// Moves or resizes a working order; an entry may not grow.
    virtual CommandId modifyOrder(OrderId id, const OrderEdit &edit) = 0;
    virtual CommandId cancelOrder(OrderId id) = 0;
    virtual CommandId cancelAllOrders() = 0;
    /// Closes one strategy's book of one instrument at the market.
    virtual CommandId closePosition(StrategyId strategy, InstrumentId instrument) = 0;
    /// Sets the stop and the target of a whole book; a zero price takes one away.
    virtual CommandId protectPosition(StrategyId strategy, InstrumentId instrument, Price stop, Price target) = 0;
    /// Closes a book at the market and opens the other side with the same quantity.
    virtual CommandId reversePosition(StrategyId strategy, InstrumentId instrument) = 0;
    virtual CommandId closeAllPositions() = 0;
    /// Latches the kill switch: no new risk, everything cancelled, positions flattened when asked.
    virtual CommandId kill(bool shallFlatten) = 0;
    /// Deliberate reset of the kill and daily-loss latches; `note` is journalled.
    virtual CommandId resetLatches(const QString &note) = 0;
    /// Starts a worked order; the answer names its number.
    virtual CommandId startWork(const WorkRequest &request) = 0;
    /// Ends it: nothing more is sent, and what is at the venue is cancelled until that is proved.
    virtual CommandId cancelWork(WorkId id) = 0;
    /// Asks the venue for its books now.
    virtual CommandId reconcile() = 0;
    /// Decides a difference of the snapshot; one that changed meanwhile has another id and is not touched.
    virtual CommandId resolveDifference(quint64 difference, DifferenceAction action) = 0;
    /// Starts chart updates for one series; the first carries the history. Answered by chartUpdated().
    virtual void subscribeChart(InstrumentId instrument, Timeframe timeframe) = 0;
    virtual void unsubscribeChart(InstrumentId instrument, Timeframe timeframe) = 0;
    /// Starts updates of the order book. Answered by depthUpdated(), the first at once.
    virtual void subscribeDepth(InstrumentId instrument) = 0;
    virtual void unsubscribeDepth(InstrumentId instrument) = 0;
    /// Asks what every strategy saw at the bars that closed in (after, upTo], and what stopped it. Answered by
    /// barExplained().
    virtual CommandId explainBar(InstrumentId instrument, Timestamp after, Timestamp upTo) = 0;
    /// Replay and simulated market: 1 is real time, 0 as fast as possible.
    virtual void setFeedSpeed(double speed) = 0;
    virtual void setFeedPaused(bool isPaused) = 0;
    virtual void stepFeed() = 0;
    /// Replay: goes on as fast as possible until `time`, then at the speed, or paused, as before. Nothing where the replay is
    /// past it; a pause on the way ends it.
    virtual void runFeedTo(Timestamp time) = 0;

Q_SIGNALS:
    void snapshotChanged(bellwether::DeskSnapshotPtr snapshot);
    void chartUpdated(bellwether::ChartUpdatePtr update);
    void depthUpdated(bellwether::DepthUpdatePtr update);
    /// Every event, none lost; a batch at a time.
    void eventsLogged(const std::vector<bellwether::DeskEvent> &events);
    void filled(const bellwether::FillRow &fill);
    /// A signal was raised or changed state, an order was planned or changed state; each one, in order.
    void signalChanged(const bellwether::SignalRow &row);
    void orderChanged(const bellwether::OrderRow &order);
    void commandAnswered(const bellwether::CommandAnswer &answer);
    void orderPreviewed(const bellwether::OrderPreview &preview);
    void barExplained(const bellwether::BarExplanation &explanation);
    /// The feed of a replay has ended and everything it caused has been settled.
    void finished();
};

} // namespace bellwether
