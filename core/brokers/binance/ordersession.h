#pragma once

#include "core/brokers/binance/orderrequests.h"
#include "core/brokers/binance/userstream.h"
#include "core/execution/brokerclient.h"

#include <set>
#include <unordered_map>

namespace bellwether::binance {

/// Times of an account's client; tests make them short.
struct SessionTimes {
    Duration requestTimeout = std::chrono::seconds(8);
    /// A request that has not shown after the window of its time stamp and this much more never will.
    Duration settleMargin = std::chrono::milliseconds(1'500);
    Duration recvWindow = std::chrono::seconds(5);
    Duration queryFirst = std::chrono::milliseconds(200);
    Duration queryMax = std::chrono::seconds(2);
    Duration renewAfter = std::chrono::hours(23);
    Duration backoffMax = std::chrono::seconds(60);
};

/// How an account's client is, for lamps.
struct SessionStatus {
    VenueConnection connection;
    Duration latency{};
    Duration clockOffset{};
    double weightShare = 0;
    double orderShare = 0;
    int unresolved = 0;          ///< orders whose fate is being asked for
};

/// The orders of one account on the thread of their sockets. Every intent is one request; one whose outcome is not proved
/// is asked about by its client id until the venue shows it, or until enough reads after the time in which it could
/// still have arrived say that it is not there. What the stream and the answers tell twice is told on once.
class OrderSession : public QObject {
    Q_OBJECT
public:
    struct Sinks {
        std::function<void(std::vector<VenueReport>)> reports;
        std::function<void(const VenueBooks &)> books;
        std::function<void(const SessionStatus &)> status;
        std::function<void(const Order &)> sent;       ///< its request has been handed to the wire
    };

    OrderSession(Endpoints endpoints, net::RequestSigner signer, std::shared_ptr<const ExchangeRules> rules, std::vector<Instrument> instruments,
                 Sinks sinks, SessionTimes times = {});
    ~OrderSession() override;

    void start();
    void stop();
    void submit(const Order &order);
    void submitPair(const Order &stop, const Order &target);
    void cancel(const Order &order);
    void modify(const Order &order, const OrderChange &change);
    void query(const Order &order);
    /// `engineNow` and `since` by the engine's clock, which follows the venue's.
    void requestBooks(Timestamp engineNow, Timestamp since);

    /// From now on no order that adds risk leaves.
    void disarm(const QString &reason) { m_disarmed = reason; }
    int requestsInFlight() const { return m_rest->inFlight(); }
    int streamsOpened() const { return m_stream->openedCount(); }

private:
    enum class Doing { Nothing, Submit, Cancel, Modify };
    /// What is known of one order of ours.
    struct Tracked {
        Order order;
        int generation = 0;
        Quantity executedBefore;         ///< by the generations that were replaced
        Quantity executedKnown;          ///< to the engine, when it last asked for a change
        std::set<std::int64_t> trades;   ///< told on
        Quantity told;                   ///< Σ of them
        std::int64_t venueOrder = 0;
        Doing doing = Doing::Nothing;
        Order wanted;                    ///< Modify: the terms asked for
        bool isAsking = false;           ///< its fate is being asked for
        bool isInFlight = false;         ///< a question is on its way
        bool mayHaveSuccessor = false;   ///< from an earlier run: a later generation may be at the venue
        ClientOrderId partner;           ///< the other leg of its list; empty for none
        std::optional<VenueOrder> replaced; ///< the generation before, while the next one is looked for
        bool isEnded = false;
        Timestamp sentAt;                ///< venue time of the request in doubt
        Timestamp nextAt;
        Duration wait{};
        int absentReads = 0;
    };

    /// An order of ours of an earlier run, as the venue's books show it.
    struct Seen {
        VenueOrder order;
        int generation = 0;
    };

    Tracked &track(const Order &order);
    void takeUp(Tracked &tracked);
    void noteSeen(const ClientOrderId &id, const VenueOrder &order, int generation);
    Tracked *find(const ClientOrderId &id);
    void onSubmitted(const ClientOrderId &id, const RestAnswer &answer);
    void onCancelled(const ClientOrderId &id, const RestAnswer &answer);
    void onReplaced(const ClientOrderId &id, Quantity executedKnown, const RestAnswer &answer);
    void onReduced(const ClientOrderId &id, const RestAnswer &answer);
    void replace(Tracked &tracked);
    void replacePair(Tracked &tracked);
    void placePairAgain(const ClientOrderId &stop, const ClientOrderId &target, const ClientOrderId &changed);
    void beginAsking(Tracked &tracked, Duration first = {});
    void ask(Tracked &tracked);
    void onAsked(const ClientOrderId &id, int generation, const RestAnswer &answer);
    void onAbsent(Tracked &tracked, int generation);
    void askTrades(Tracked &tracked, const VenueOrder &order, std::function<void(Tracked &)> then);
    void tellFill(Tracked &tracked, const VenueFill &fill);
    void conclude(Tracked &tracked, const VenueOrder &order, int generation);
    void tellEnd(Tracked &tracked, const VenueOrder &order);
    void tell(Tracked &tracked, VenueReport::Kind kind, Timestamp time, const QString &reason = {});
    void tellModified(Tracked &tracked, Price price, Quantity quantity, Timestamp time);
    void onEvent(const UserEvent &event);
    void onUpdate(const OrderUpdate &update);
    void tellForeign(const OrderUpdate &update);
    Money feeOf(const InstrumentId &instrument, const VenueFill &fill) const;
    bool isSettled(const Tracked &tracked) const;
    void tick();
    void tellStatus();
    void askFeeRate();
    const Instrument *instrumentOf(const QString &symbol) const;

    Sinks m_sinks;
    std::shared_ptr<const ExchangeRules> m_rules;
    std::vector<Instrument> m_instruments;
    SessionTimes m_times;
    std::unique_ptr<RestClient> m_rest;
    std::unique_ptr<UserStream> m_stream;
    std::unordered_map<ClientOrderId, Tracked> m_orders;
    std::unordered_map<ClientOrderId, Seen> m_seen; ///< open at the venue, and nothing has been asked of it in this run
    std::unordered_map<std::int64_t, ClientOrderId> m_byVenueOrder;
    std::set<QString> m_foreignTrades;
    std::map<QString, Quantity> m_holdings;   ///< of the last complete reading, by asset
    bool m_needsAllTrades = true;
    QTimer m_timer;
    QString m_downReason;
    QString m_keyRefusal;
    QString m_disarmed;
    Price m_feeRate;                 ///< of the venue's own coin in the account's currency; zero while not known
    Timestamp m_feeRateAt;
    SessionStatus m_status;
    bool m_isStarted = false;

    struct Reading;
    void readBooks(const std::shared_ptr<Reading> &reading);
    void finishBooks(const std::shared_ptr<Reading> &reading);
    void forgetEnded();
};

} // namespace bellwether::binance
