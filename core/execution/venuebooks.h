#pragma once

#include "core/domain/money.h"
#include "core/domain/order.h"

#include <vector>

namespace bellwether {

/// An order as its venue has it, whoever sent it.
struct VenueOrder {
    ClientOrderId clientId;      ///< empty where it was sent without one, for example from the venue's own app
    QString venueOrderId;
    InstrumentId instrument;
    Side side = Side::Buy;
    OrderType type = OrderType::Limit;
    TimeInForce timeInForce = TimeInForce::GoodTillCancelled;
    Quantity quantity;
    Quantity filled;
    Price limitPrice;
    Price stopPrice;
    Timestamp createdAt;

    bool operator==(const VenueOrder &) const = default;
};

/// One execution. `venueTradeId` is unique in the account: an adapter whose venue numbers trades by symbol adds the symbol.
struct VenueTrade {
    QString venueTradeId;
    ClientOrderId clientId;      ///< empty where the venue does not tell; `venueOrderId` is always there
    QString venueOrderId;
    InstrumentId instrument;
    Side side = Side::Buy;
    Price price;
    Quantity quantity;
    Money commission;
    Timestamp time;

    bool operator==(const VenueTrade &) const = default;
};

/// A net holding; positive long. On a spot venue the balance of the base asset, free and locked.
struct VenuePosition {
    InstrumentId instrument;
    Quantity quantity;

    bool operator==(const VenuePosition &) const = default;
};

/// All of one currency that the account owns, what open orders lock included.
struct VenueBalance {
    Currency currency;
    Money total;

    bool operator==(const VenueBalance &) const = default;
};

/// What a venue says of an account: the evidence that reconciliation goes by.
struct VenueBooks {
    /// By the engine's clock, when the first of the requests left: all that the venue did until then is in here; what it
    /// did later may be.
    Timestamp asOf;
    Timestamp since;             ///< trades from here on
    bool isComplete = false;     ///< every part was read whole, and freshly; else nothing is concluded from what is missing
    QString error;               ///< why it is not
    std::vector<VenueOrder> openOrders;
    std::vector<VenueTrade> trades;          ///< in any order; more than asked for does no harm
    bool hasPositions = false;   ///< `positions` names every holding: one that is missing is flat
    std::vector<VenuePosition> positions;
    bool hasBalances = false;
    std::vector<VenueBalance> balances;
};

/// How the way to a venue is.
struct VenueConnection {
    enum class State {
        Connecting,
        Connected,
        Down,
        Suspended,               ///< the venue asked for silence: no call leaves before `until`
    };
    State state = State::Connected;
    Timestamp until;
    QString reason;

    bool isUp() const { return state == State::Connected; }
    bool operator==(const VenueConnection &) const = default;
};

/// `connecting`, `connected`, `down`, `suspended`.
QString toString(VenueConnection::State state);

} // namespace bellwether
