#include "core/portfolio/position.h"

namespace bellwether {

namespace {

Money signedNotional(const Fill &fill, Quantity quantity, const Instrument &instrument)
{
    const Money value = instrument.notional(fill.lastPrice, quantity);
    return fill.side == Side::Buy ? value : -value;
}

} // namespace

Position::Outcome Position::apply(const Fill &fill, const Instrument &instrument)
{
    Outcome outcome{Money::zero(m_cost.currency), {}, fill.lastQuantity};
    m_commission += fill.commission;
    const Quantity change = fill.side == Side::Buy ? fill.lastQuantity : -fill.lastQuantity;
    const bool isReducing = !isFlat() && m_quantity.isPositive() != change.isPositive();
    // Of a fill that flips the position each side gets a part, and the parts add up to what the cash account moves by.
    Money openedValue = signedNotional(fill, fill.lastQuantity, instrument);
    if (isReducing) {
        outcome.closed = std::min(fill.lastQuantity, m_quantity.magnitude());
        outcome.opened = fill.lastQuantity - outcome.closed;
        const bool isLast = outcome.closed == m_quantity.magnitude();
        const Money share = isLast
            ? m_cost
            : Money{FixedPoint<MoneyTag>::fromRaw(
                        mulDiv(m_cost.amount.raw(), outcome.closed.raw(), m_quantity.magnitude().raw())),
                    m_cost.currency};
        // A sale brings in its notional and gives up its share of the cost; a buy-back the other way round.
        const Money closedValue = signedNotional(fill, outcome.closed, instrument);
        openedValue -= closedValue;
        outcome.realizedPnl = -closedValue - share;
        m_cost -= share;
        m_realizedPnl += outcome.realizedPnl;
        m_quantity += fill.side == Side::Buy ? outcome.closed : -outcome.closed;
    }
    if (outcome.opened.isPositive()) {
        if (isFlat())
            m_openedAt = fill.time;
        m_cost += openedValue;
        m_quantity += fill.side == Side::Buy ? outcome.opened : -outcome.opened;
    }
    return outcome;
}

Price Position::averagePrice(const Instrument &instrument) const
{
    if (isFlat())
        return {};
    const std::int64_t perUnit = mulDiv(m_cost.amount.raw(), decimalScale, m_quantity.raw());
    return Price::fromRaw(instrument.multiplier == 1 ? perUnit : mulDiv(perUnit, 1, instrument.multiplier));
}

Money Position::marketValue(Price price, const Instrument &instrument) const
{
    const Money value = instrument.notional(price, m_quantity.magnitude());
    return m_quantity.isNegative() ? -value : value;
}

} // namespace bellwether
