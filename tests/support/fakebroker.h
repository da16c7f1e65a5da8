#pragma once

#include "core/execution/brokerclient.h"

#include <vector>

namespace bellwether::test {

/// A venue that does nothing by itself: it writes down what it is asked, and a test says what it reports.
class FakeBroker final : public BrokerClient {
public:
    struct Modification {
        Order order;
        OrderChange change;
    };
    std::vector<Order> submitted;
    std::vector<Order> cancelled;
    std::vector<Modification> modified;
    std::vector<Order> queried;
    /// `since` of every books request.
    std::vector<Timestamp> booksAsked;
    bool isHoldingBrackets = false;
    bool isCountingSends = true; ///< else requests leave that the venue's tally lacks
    int bracketsSubmitted = 0;
    /// What the venue answers from inside a call; nothing by default.
    std::function<void(const Order &)> onSubmit;
    std::function<void(const Order &)> onCancel;
    std::function<void(const Order &)> onQuery;
    std::function<void()> onBooks;

    void submit(const Order &order) override
    {
        submitted.push_back(order);
        if (isCountingSends)
            noteSent(order);
        if (onSubmit)
            onSubmit(Order(order));
    }
    bool holdsBrackets() const override { return isHoldingBrackets; }
    void submitBracket(const Order &entry, const Order *stop, const Order *target) override
    {
        ++bracketsSubmitted;
        for (const Order *part : {&entry, stop, target}) {
            if (part != nullptr)
                submit(*part);
        }
    }
    void cancel(const Order &order) override
    {
        cancelled.push_back(order);
        if (onCancel)
            onCancel(Order(order));
    }
    void modify(const Order &order, const OrderChange &change) override { modified.push_back({order, change}); }
    void query(const Order &order) override
    {
        queried.push_back(order);
        if (onQuery)
            onQuery(Order(order));
    }

    void requestBooks(Timestamp since) override
    {
        booksAsked.push_back(since);
        if (onBooks)
            onBooks();
    }
    void tellBooks(const VenueBooks &books) { answerBooks(books); }
    void connect(VenueConnection::State state, const QString &reason = {}) { setConnection({state, {}, reason}); }
    /// A report about an order that another program sent.
    void tellForeign(VenueReport made) { report(made); }

    void tell(VenueReport::Kind kind, const ClientOrderId &order, const QString &reason = {})
    {
        VenueReport made;
        made.kind = kind;
        made.order = order;
        made.time = time;
        made.venueOrderId = QStringLiteral("V-") + order.toString();
        made.reason = reason;
        report(made);
    }
    void accept(const Order &order) { tell(VenueReport::Kind::Accepted, order.clientId); }
    /// A fill; trade ids count up unless one is given.
    void fill(const Order &order, Quantity quantity, Price price, const QString &trade = {})
    {
        VenueReport made;
        made.kind = VenueReport::Kind::Filled;
        made.order = order.clientId;
        made.time = time;
        made.venueTradeId = trade.isEmpty() ? QStringLiteral("T%1").arg(++m_trades) : trade;
        made.price = price;
        made.quantity = quantity;
        made.commission = Money::zero(Currency(std::string_view("USDT")));
        report(made);
    }
    void confirmModified(const Modification &modification)
    {
        VenueReport made;
        made.kind = VenueReport::Kind::Modified;
        made.order = modification.order.clientId;
        made.time = time;
        made.price = modification.change.price;
        made.quantity = modification.change.quantity;
        report(made);
    }
    Timestamp time = Timestamp::fromSeconds(1); ///< stamped on reports

private:
    int m_trades = 0;
};

} // namespace bellwether::test
