#pragma once

#include "core/base/clock.h"
#include "core/base/rng.h"
#include "core/execution/brokerclient.h"
#include "core/market/instrumentcatalogue.h"

#include <functional>
#include <map>
#include <set>

namespace bellwether::test {

/// How often each thing goes wrong, as shares of the occasions; all zero is calm.
struct Weather {
    double requestLost = 0;
    double replyLost = 0;
    double duplicated = 0;
    double late = 0;            ///< by up to five seconds, and so out of order
    double rejected = 0;
    double booksFail = 0;
    double disconnects = 0;     ///< for each step of time

    static Weather storm() { return {0.04, 0.06, 0.06, 0.1, 0.04, 0.15, 0.002}; }
};

/// A venue in virtual time with its own ledger, which is the truth of a simulated run: what it accepted, filled and
/// cancelled, whatever the other side was told. It outlives the desk that trades on it.
class VenueLedger {
public:
    enum class Status { Working, Filled, Cancelled, Rejected };
    struct Entry {
        Order order;             ///< terms as the venue has them
        QString venueId;
        Status status = Status::Working;
        Quantity filled;
        Timestamp acceptedAt;
        QString reason;
        bool isTriggered = false;
        std::vector<VenueTrade> trades;
    };

    VenueLedger(CataloguePtr catalogue, const SimClock &clock, std::uint64_t seed) : m_catalogue(std::move(catalogue)), m_clock(clock), m_rng(seed) {}

    /// Every change goes out through here, in the venue's order.
    std::function<void(const Entry &, const VenueTrade *)> onChange = [](const Entry &, const VenueTrade *) {};

    /// Takes an order, or rejects it. A client id that was used before is a broken invariant and kept in `violations`.
    void accept(const Order &order, bool shallReject);
    /// False where there is nothing to cancel or change any more.
    bool cancel(const ClientOrderId &id);
    bool modify(const ClientOrderId &id, const OrderChange &change);
    /// A new price: resting orders that it reaches are filled, wholly or in part.
    void price(InstrumentIndex instrument, Price last);

    const Entry *find(const ClientOrderId &id) const;
    const std::map<ClientOrderId, Entry> &entries() const { return m_entries; }
    Quantity position(InstrumentIndex instrument) const;
    VenueBooks books(Timestamp since) const;
    const QStringList &violations() const { return m_violations; }
    /// Everything that was ever traded, in one text: equal for equal runs.
    QByteArray digest() const;

private:
    void match(Entry &entry, Price last);
    void fill(Entry &entry, Quantity quantity, Price at);

    CataloguePtr m_catalogue;
    const SimClock &m_clock;
    Rng m_rng;
    std::map<ClientOrderId, Entry> m_entries;
    std::vector<ClientOrderId> m_working;
    std::map<InstrumentIndex, Price> m_last;
    std::uint64_t m_lastId = 0;
    std::uint64_t m_lastTrade = 0;
    QStringList m_violations;
};

/// The way of one run of the desk to the ledger: requests and reports travel in virtual time and are lost, doubled, late and
/// out of order as the weather has it.
class StormyBroker final : public BrokerClient {
public:
    /// After this long what has not arrived never will: from then on absence is proved.
    static constexpr Duration settleTime = std::chrono::seconds(6);

    StormyBroker(VenueLedger &ledger, CataloguePtr catalogue, const SimClock &clock, std::uint64_t seed);
    ~StormyBroker() override;

    Weather weather;
    /// Called before a request leaves, for who watches what does.
    std::function<void(const Order &)> onSend = [](const Order &) {};

    void submit(const Order &order) override;
    void cancel(const Order &order) override;
    void modify(const Order &order, const OrderChange &change) override;
    void query(const Order &order) override;
    void requestBooks(Timestamp since) override;

    /// Delivers what is due by now, and lets the connection come and go.
    void advance();

private:
    void after(Duration delay, std::function<void()> what) { m_due.emplace(m_clock.now() + delay, std::move(what)); }
    Duration latency() { return std::chrono::milliseconds(1 + m_rng.below(200)); }
    bool happens(double share) { return share > 0 && m_rng.uniform() < share; }
    void arrive(const char *what, std::function<void()> at);
    void deliver(const VenueReport &report);
    VenueReport reportOf(const VenueLedger::Entry &entry, VenueReport::Kind kind, const VenueTrade *trade = nullptr) const;
    void answer(const Order &asked);

    VenueLedger &m_ledger;
    CataloguePtr m_catalogue;
    const SimClock &m_clock;
    Rng m_rng;
    std::multimap<Timestamp, std::function<void()>> m_due;
    std::map<ClientOrderId, Timestamp> m_sentAt;
    Timestamp m_upAgain;
};

} // namespace bellwether::test
