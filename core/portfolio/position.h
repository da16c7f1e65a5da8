#pragma once

#include "core/domain/fill.h"
#include "core/domain/instrument.h"

namespace bellwether {

/// Net holding of one book (one strategy in one instrument), by the average-cost method. All amounts are exact: what is
/// held was bought for `cost`, and a reduction takes its share of it, the last one the whole rest, so
/// realised + unrealised = proceeds − payments to the last unit of 1e-8.
class Position {
public:
    explicit Position(Currency currency) : m_cost(Money::zero(currency)), m_realizedPnl(m_cost), m_commission(m_cost) {}

    /// What one fill did: the profit of the part that it closed (before costs), and how much it closed and opened.
    struct Outcome {
        Money realizedPnl;
        Quantity closed;
        Quantity opened;
    };
    /// Folds one fill in. A fill beyond the opposite holding closes it and opens the other side with the rest.
    Outcome apply(const Fill &fill, const Instrument &instrument);

    bool isFlat() const { return m_quantity.isZero(); }
    /// Signed: positive long, negative short.
    Quantity quantity() const { return m_quantity; }
    Side side() const { return m_quantity.isNegative() ? Side::Sell : Side::Buy; }
    /// Money paid for a long holding, or received for a short one (then negative).
    Money cost() const { return m_cost; }
    /// Average price of what is held; between the lowest and highest contributing fill. Zero when flat.
    Price averagePrice(const Instrument &instrument) const;
    Money realizedPnl() const { return m_realizedPnl; }
    Money commission() const { return m_commission; }
    /// Signed value at a price.
    Money marketValue(Price price, const Instrument &instrument) const;
    Money unrealizedPnl(Price price, const Instrument &instrument) const { return marketValue(price, instrument) - m_cost; }
    Timestamp openedAt() const { return m_openedAt; }

    bool operator==(const Position &) const = default;

private:
    friend struct StateFields;
    Quantity m_quantity;
    Money m_cost;
    Money m_realizedPnl;
    Money m_commission;
    Timestamp m_openedAt;
};

} // namespace bellwether
