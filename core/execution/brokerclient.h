#pragma once

#include "core/domain/fill.h"
#include "core/execution/venuebooks.h"

#include <functional>
#include <memory>

namespace bellwether {

/// What a venue says about one order, or that it cannot be known.
struct VenueReport {
    enum class Kind { Accepted, Rejected, Filled, Cancelled, Expired, Modified, RequestRefused, Absent };
    Kind kind = Kind::Accepted;
    ClientOrderId order;
    Timestamp time;
    QString venueOrderId;
    QString venueTradeId;   ///< Filled
    Price price;            ///< Filled: execution price; Modified: new price
    Quantity quantity;      ///< Filled: executed now; Modified: new quantity
    Money commission;       ///< Filled
    QString reason;
    /// The order itself, where the venue tells: what lets one that is not known here be adopted.
    std::shared_ptr<const VenueOrder> terms = {};
};

/// How many order requests reached the wire, and what was in them: the sum of sendHash over all, which no order of
/// sending changes.
struct WireTally {
    std::uint64_t count = 0;
    std::uint64_t content = 0;

    bool operator==(const WireTally &) const = default;
};
/// Hash of what makes an order: client id, instrument, side, type, quantity and prices.
std::uint64_t sendHash(const Order &order);

/// New price and quantity of a working order; zero keeps a value.
struct OrderChange {
    Price price;
    Quantity quantity;
};

/// The way to a venue. Calls never block and never repeat a request; everything that comes of them arrives through the
/// sinks, reports in the venue's order. Calls are made and sinks are called on the thread of the engine: an adapter with
/// threads of its own takes what it has to say there first. An answer may come before the call returns.
class BrokerClient {
public:
    using ReportSink = std::function<void(const VenueReport &)>;
    using BooksSink = std::function<void(const VenueBooks &)>;
    using ConnectionSink = std::function<void(const VenueConnection &)>;

    virtual ~BrokerClient() = default;
    /// Sends an order whose intent is durable. Exactly one request.
    virtual void submit(const Order &order) = 0;
    /// The venue takes an entry together with its stop and target (submitBracket).
    virtual bool holdsBrackets() const { return false; }
    /// Sends an entry with its attached stop, target or both (at least one is there); exactly one request, and all are
    /// accepted or all rejected. Each fill of the entry arms as much of both, from that moment on; what one of them
    /// fills the other can no longer; an entry that ends unfilled ends them. Fault where the venue holds no brackets.
    virtual void submitBracket(const Order &entry, const Order *stop, const Order *target);
    /// The venue takes the stop and the target of one holding as a pair of which each ends the other. Where it locks what
    /// is sold, as spot venues do, two orders of their own could not stand side by side.
    virtual bool holdsPairs() const { return false; }
    /// Sends both with exactly one request; both are accepted or both rejected. Fault where the venue holds no pairs.
    virtual void submitPair(const Order &stop, const Order &target);
    virtual void cancel(const Order &order) = 0;
    virtual void modify(const Order &order, const OrderChange &change) = 0;
    /// Asks what became of an order with an unknown outcome; answers with a report, `Absent` only as proof.
    virtual void query(const Order &order) = 0;
    /// Reads open orders, trades from `since` on, positions and balances. Answered once through the books sink, also when
    /// it failed or the way to the venue is down.
    virtual void requestBooks(Timestamp since) = 0;
    /// How the way to the venue is now. Each change is told through the connection sink too; what happened while it was
    /// not connected may have been missed, so that connected again asks for books.
    const VenueConnection &connection() const { return m_connection; }
    /// What has reached the wire since the adapter was made. The engine holds it against what it journalled.
    virtual WireTally wire() const { return m_wire; }

    void setReportSink(ReportSink sink) { m_sink = std::move(sink); }
    void setBooksSink(BooksSink sink) { m_booksSink = std::move(sink); }
    void setConnectionSink(ConnectionSink sink) { m_connectionSink = std::move(sink); }

protected:
    void report(const VenueReport &report) const { m_sink(report); }
    void answerBooks(const VenueBooks &books) const { m_booksSink(books); }
    void setConnection(const VenueConnection &connection)
    {
        if (connection == m_connection)
            return;
        m_connection = connection;
        m_connectionSink(m_connection);
    }
    /// To be called for each order as its request is handed to the wire, from the request itself where it can be read back.
    void noteSent(const Order &order)
    {
        ++m_wire.count;
        m_wire.content += sendHash(order);
    }

private:
    ReportSink m_sink = [](const VenueReport &) {};
    BooksSink m_booksSink = [](const VenueBooks &) {};
    ConnectionSink m_connectionSink = [](const VenueConnection &) {};
    VenueConnection m_connection;
    WireTally m_wire;
};

inline void BrokerClient::submitBracket(const Order &, const Order *, const Order *)
{
    throw Fault(QStringLiteral("this venue holds no brackets"));
}

inline void BrokerClient::submitPair(const Order &, const Order &)
{
    throw Fault(QStringLiteral("this venue holds no pairs"));
}

} // namespace bellwether
