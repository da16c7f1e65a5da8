#pragma once

#include "core/engine/orderdesk.h"

#include <set>
#include <string>

namespace bellwether {

/// Keeps the account and its venue one: asks for the venue's books at start, when the connection returned and every 30
/// seconds, applies fills that no report told, takes up orders that others sent, and names what is left as differences
/// for the trader. Books only ever add evidence: a fill is never undone, an order missing from them is asked about by
/// itself, and a holding differs only when two readings in a row say so. Until a complete reading no new risk is taken.
class Reconciler {
public:
    static constexpr Duration settleTime = std::chrono::seconds(2);    ///< what may be on its way is not a difference yet
    static constexpr Duration requestTimeout = std::chrono::seconds(10); ///< a reading that did not come
    static constexpr int trustedReadings = 3;                          ///< intervals after which the last one is too old

    Reconciler(EngineCore &core, OrderDesk &orders, BrokerClient &broker) : m_core(core), m_orders(orders), m_broker(broker) {}

    /// `pastEnd`: when the journal ended before this run; invalid for a new account.
    void start(Timestamp pastEnd);
    void onConnection(const VenueConnection &connection);
    void onBooks(const VenueBooks &books);
    /// A report about an order that is not known here.
    void onForeignReport(const VenueReport &report);
    /// After a fill of an order of `external`: what it closed belongs to other books.
    void onExternalFill(BookId book, Price price);
    void checkTime();
    /// Asks now, unless an answer is awaited.
    void ask();
    /// Errors: NotFound where the difference is gone or has changed; InvalidArgument where it cannot be closed; those of
    /// the order that closes.
    Result<QString> decide(std::uint64_t difference, DifferenceAction action);
    VenueView view() const;

private:
    struct Difference {
        std::uint64_t id = 0;
        Quantity quantity;           ///< venue less ours, less what is ignored
        Money money;
        Quantity theirs;
        Money theirsMoney;
        Timestamp since;
        Timestamp seenAt;            ///< of the reading that found it
        bool isConfirmed = false;    ///< by a second reading
    };

    bool isOn() const { return m_core.config.reconcileEverySeconds > 0; }
    Timestamp askSince() const;
    /// Of an order as the venue names it; invalid where there is none.
    OrderId find(const ClientOrderId &clientId, const QString &venueOrderId) const;
    /// Takes it up less what it filled before we looked. Invalid where it cannot be.
    OrderId adopt(const VenueOrder &order, Quantity filledBefore);
    void takeTrades(const VenueBooks &books);
    const Order *unknownLike(const VenueTrade &trade) const;
    void takeOpenOrders(const VenueBooks &books);
    void meet(const Order &order, const VenueOrder &theirs, Timestamp asOf);
    void askAboutMissing(const VenueBooks &books);
    void comparePositions(const VenueBooks &books);
    void compareMoney(const VenueBooks &books);
    void confirm(Difference &difference, bool isSame, Timestamp asOf);
    void settleExternal(InstrumentIndex instrument, Price price);
    void move(BookId book, Quantity change, Price price, bool movesCash, const QString &reason);
    Quantity held(InstrumentIndex instrument) const;
    Quantity newTradesOf(const VenueBooks &books, const QString &venueOrderId) const;
    void adoptPosition(const InstrumentId &instrument, const Difference &difference);
    void refreshDoubt();
    void complain(const QString &reason);
    DifferenceRow rowOf(const InstrumentId &instrument, const Difference &difference) const;

    EngineCore &m_core;
    OrderDesk &m_orders;
    BrokerClient &m_broker;
    bool m_isAsked = false;
    Timestamp m_pastEnd;
    Timestamp m_askedAt;
    Timestamp m_nextAt;
    Timestamp m_asOf;              ///< of the last reading that counted
    Timestamp m_goodAt;            ///< when it came
    bool m_isFresh = false;        ///< a complete reading came since the connection did
    int m_failures = 0;
    QString m_error;               ///< of the last reading that failed
    Timestamp m_downSince;
    bool m_isGraceOver = false;
    std::map<InstrumentId, Difference> m_positions;
    std::optional<Difference> m_money;
    QString m_orderDoubt;          ///< an order of which the venue tells more than its trades explain
    std::uint64_t m_lastDifference = 0;
    std::uint64_t m_readings = 0;
    std::uint64_t m_fillsFound = 0;
    std::uint64_t m_externalOrders = 0;
};

} // namespace bellwether
