#pragma once

#include "core/domain/fill.h"
#include "core/domain/order.h"

#include <functional>
#include <vector>

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
};

/// New price and quantity of a working order; zero keeps a value.
struct OrderChange {
    Price price;
    Quantity quantity;
};

/// The way to a venue. Calls never block and never repeat a request; everything that comes of them arrives as reports,
/// in the venue's order, through the sink given at construction of the adapter.
class BrokerClient {
public:
    using ReportSink = std::function<void(const VenueReport &)>;

    virtual ~BrokerClient() = default;
    /// Sends an order whose intent is durable. Exactly one request.
    virtual void submit(const Order &order) = 0;
    /// The venue takes an entry together with its stop and target (submitBracket).
    virtual bool holdsBrackets() const { return false; }
    /// Sends an entry with its attached stop, target or both (at least one is there); exactly one request, and all are
    /// accepted or all rejected. Each fill of the entry arms as much of both, from that moment on; what one of them
    /// fills the other can no longer; an entry that ends unfilled ends them. Fault where the venue holds no brackets.
    virtual void submitBracket(const Order &entry, const Order *stop, const Order *target);
    virtual void cancel(const Order &order) = 0;
    virtual void modify(const Order &order, const OrderChange &change) = 0;
    /// Asks what became of an order with an unknown outcome; answers with a report, `Absent` only as proof.
    virtual void query(const Order &order) = 0;
    void setReportSink(ReportSink sink) { m_sink = std::move(sink); }

protected:
    void report(const VenueReport &report) const { m_sink(report); }

private:
    ReportSink m_sink = [](const VenueReport &) {};
};

inline void BrokerClient::submitBracket(const Order &, const Order *, const Order *)
{
    throw Fault(QStringLiteral("this venue holds no brackets"));
}

} // namespace bellwether
