#include "core/backtest/bracketaccount.h"

namespace bellwether {

BracketAccount::BracketAccount(const EventSetup &setup, const StrategyId &strategy, const Instrument &instrument, const RunLeg &leg, RunResult &result)
    : m_setup(setup), m_instrument(instrument), m_schedule(setup.venue.costs.scheduleOf(strategy)), m_bars(*leg.bars), m_first(leg.firstRow),
      m_result(result), m_cash(setup.plan.capital), m_costs(setup.plan.capital.currency)
{
}

Money BracketAccount::equityAt(Price price) const
{
    if (isFlat())
        return m_cash;
    const Money value = m_instrument.notional(price, m_holding.quantity);
    return m_holding.side == Side::Buy ? m_cash + value : m_cash - value;
}

Price BracketAccount::averagePrice() const
{
    const std::int64_t perUnit = mulDiv(m_holding.notional.amount.raw(), decimalScale, m_holding.quantity.raw());
    return Price::fromRaw(m_instrument.multiplier == 1 ? perUnit : mulDiv(perUnit, 1, m_instrument.multiplier));
}

Quantity BracketAccount::allInSize(Side side, Price reference) const
{
    if (!m_cash.amount.isPositive())
        return {};
    // The fee of all the money tells its share; the cap of a schedule can only leave something over.
    const WorsenedPrice price = worsen(m_setup.venue.costs, m_instrument, side, OrderRole::Entry, reference, false, {}, 0);
    const Money fee = m_schedule.charge(side, Liquidity::Taker, Money::zero(m_cash.currency), m_cash).total();
    const auto share = Ratio::fromRaw(mulDiv(fee.amount.raw(), decimalScale, m_cash.amount.raw()));
    const Int128 unitCost = (Int128(price.price.raw()) + mulDiv(reference.raw(), share.raw(), decimalScale)) * m_instrument.multiplier;
    if (unitCost <= 0)
        return {};
    const Int128 units = Int128(m_cash.amount.raw() - 1) * decimalScale / unitCost; // strictly less than all of it
    const Quantity quantity = m_instrument.roundToLot(Quantity::fromRaw(units > INT64_MAX ? INT64_MAX : std::int64_t(units)));
    const bool isTooSmall = m_instrument.notional(price.price, quantity).amount < m_instrument.notionalMin.amount;
    return isTooSmall ? Quantity() : quantity;
}

void BracketAccount::enter(const BracketEntry &entry, Quantity quantity, std::size_t row, Price reference, Timestamp time)
{
    const WorsenedPrice price = worsen(m_setup.venue.costs, m_instrument, entry.side, OrderRole::Entry, reference, false, quantity,
                                       m_bars.volume[row]);
    const Money notional = m_instrument.notional(price.price, quantity);
    const CostBreakdown fees = m_schedule.charge(entry.side, Liquidity::Taker, Money::zero(m_cash.currency), notional);
    const auto reasons = entry.reasons.all();
    const std::size_t mark = row - m_first;
    m_holding = {.side = entry.side,
                 .quantity = quantity,
                 .price = price.price,
                 .notional = notional,
                 .fee = fees.total(),
                 .openedAt = time,
                 .row = row,
                 .equityBefore = mark == 0 ? m_setup.plan.capital.toDouble() : m_result.equity[mark - 1],
                 .reasonFirst = std::uint32_t(m_result.reasons.size()),
                 .reasonCount = std::uint32_t(reasons.size()),
                 .levels = entry.levels,
                 .target = entry.levels.target};
    if (entry.levels.stop.isPositive())
        m_holding.moneyAtRisk = std::fabs((price.price - entry.levels.stop).toDouble()) * quantity.toDouble() * double(m_instrument.multiplier);
    m_result.reasons.insert(m_result.reasons.end(), reasons.begin(), reasons.end());
    m_cash += (entry.side == Side::Buy ? -notional : notional) - m_holding.fee;
    charge(price, quantity, fees);
}

void BracketAccount::exit(std::size_t row, const FillChance &chance, Timestamp time, ExitReason reason, OrderRole role)
{
    const BracketHolding held = std::exchange(m_holding, {});
    const Side side = opposite(held.side);
    WorsenedPrice price{chance.price, {}, {}};
    if (chance.liquidity == Liquidity::Taker) {
        price = worsen(m_setup.venue.costs, m_instrument, side, role, chance.price, false, held.quantity, m_bars.volume[row]);
        const bool isBeyond = side == Side::Buy ? price.price > held.levels.target : price.price < held.levels.target;
        if (role == OrderRole::TakeProfit && isBeyond) {
            price.price = held.levels.target;
            price.spread = std::min(price.spread, (price.price - chance.price).magnitude());
            price.slippage = (price.price - chance.price).magnitude() - price.spread;
        }
    }
    const Money notional = m_instrument.notional(price.price, held.quantity);
    CostBreakdown fees = m_schedule.charge(side, chance.liquidity, Money::zero(m_cash.currency), notional);
    if (side == Side::Buy)
        fees.add(CostKind::Borrow, m_setup.venue.costs.borrowing(notional, held.openedAt, time));
    const Money fee = fees.total();
    m_cash += (held.side == Side::Buy ? notional : -notional) - fee;
    charge(price, held.quantity, fees);
    RoundTrip &trade = m_result.trades.emplace_back();
    trade.entryTime = held.openedAt;
    trade.exitTime = time;
    trade.entryBar = std::uint32_t(held.row - m_first);
    trade.exitBar = std::uint32_t(row - m_first);
    trade.side = held.side;
    trade.exitReason = reason;
    trade.reasonFirst = held.reasonFirst;
    trade.reasonCount = held.reasonCount;
    trade.quantity = held.quantity;
    trade.entryPrice = held.price;
    trade.exitPrice = price.price;
    trade.costs = held.fee + fee;
    trade.pnl = (held.side == Side::Buy ? notional - held.notional : held.notional - notional) - trade.costs;
    trade.equityBefore = held.equityBefore;
    trade.moneyAtRisk = held.moneyAtRisk;
    trade.target = held.target;
}

void BracketAccount::charge(const WorsenedPrice &price, Quantity quantity, const CostBreakdown &fees)
{
    m_costs.add(fees);
    if (!price.spread.isZero())
        m_costs.add(CostKind::Spread, m_instrument.notional(price.spread, quantity));
    if (!price.slippage.isZero())
        m_costs.add(CostKind::Slippage, m_instrument.notional(price.slippage, quantity));
}

void BracketAccount::finish(Price last)
{
    m_result.finalEquity = equityAt(last);
    if (!isFlat()) {
        const Money value = m_instrument.notional(last, m_holding.quantity);
        const Money gain = m_holding.side == Side::Buy ? value - m_holding.notional : m_holding.notional - value;
        m_result.open.push_back({m_holding.openedAt, std::uint32_t(m_holding.row - m_first), m_holding.side, m_holding.quantity,
                                 m_holding.price, last, m_holding.fee, gain - m_holding.fee, m_holding.reasonFirst,
                                 m_holding.reasonCount});
    }
    for (const char *kind : {"commission", "spread", "slippage"})
        m_result.costs[kind] = Money::zero(m_cash.currency);
    for (std::size_t kind = 0; kind < costKindCount; ++kind)
        if (const Money amount = m_costs.of(CostKind(kind)); !amount.amount.isZero())
            m_result.costs[toString(CostKind(kind)).toStdString()] = amount;
}

} // namespace bellwether
