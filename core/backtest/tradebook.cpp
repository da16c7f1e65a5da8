#include "core/backtest/tradebook.h"

namespace bellwether {

namespace {

Price averageOf(const Money &value, Quantity quantity, const Instrument &instrument)
{
    return Price::fromRaw(mulDiv(value.amount.raw(), decimalScale, quantity.raw()) / instrument.multiplier);
}

} // namespace

void TradeBook::enter(Holding &holding, const Fill &fill, Quantity quantity, const Instrument &instrument,
                      const FillContext &context)
{
    RoundTrip &trade = holding.trade;
    if (holding.held.isZero()) {
        holding = {};
        holding.paid = holding.received = Money::zero(instrument.currency);
        trade.costs = trade.pnl = holding.paid;
        trade.entryTime = fill.time;
        trade.entryBar = context.bar;
        trade.side = fill.side;
        trade.equityBefore = context.equityBefore;
        trade.target = context.bracketTarget;
        trade.reasonFirst = context.reasonFirst;
        trade.reasonCount = context.reasonCount;
        trade.instrument = context.instrument;
        trade.strategy = context.strategy;
    }
    holding.held += quantity;
    holding.paid += instrument.notional(fill.lastPrice, quantity);
    trade.quantity += quantity;
    trade.entryPrice = averageOf(holding.paid, trade.quantity, instrument);
    if (context.bracketStop.isPositive())
        trade.moneyAtRisk = std::fabs((trade.entryPrice - context.bracketStop).toDouble()) * trade.quantity.toDouble()
            * double(instrument.multiplier);
}

void TradeBook::apply(const Fill &fill, const Instrument &instrument, const FillContext &context)
{
    Holding &holding = m_holdings[{fill.strategy, fill.instrument}];
    const bool isExit = holding.held.isPositive() && holding.trade.side != fill.side;
    const Quantity closed = isExit ? std::min(fill.lastQuantity, holding.held) : Quantity();
    const Quantity opened = fill.lastQuantity - closed;
    Money commission = fill.commission;
    if (closed.isPositive()) {
        // A fill that turns the holding over splits its fee by quantity, the rest going to the new side.
        const Money share{FixedPoint<MoneyTag>::fromRaw(
                              mulDiv(fill.commission.amount.raw(), closed.raw(), fill.lastQuantity.raw())),
                          fill.commission.currency};
        commission -= share;
        holding.held -= closed;
        holding.received += instrument.notional(fill.lastPrice, closed);
        RoundTrip &trade = holding.trade;
        trade.costs += share;
        if (holding.held.isZero()) {
            trade.exitTime = fill.time;
            trade.exitBar = context.bar;
            trade.exitReason = context.exitReason;
            trade.exitPrice = averageOf(holding.received, trade.quantity, instrument);
            trade.pnl = (trade.isLong() ? holding.received - holding.paid : holding.paid - holding.received) - trade.costs;
            m_trades.push_back(trade);
        }
    }
    if (opened.isPositive()) {
        enter(holding, fill, opened, instrument, context);
        holding.trade.costs += commission;
    }
}

std::vector<OpenTrade> TradeBook::open(const Instrument &instrument, Price last) const
{
    std::vector<OpenTrade> out;
    for (const auto &[key, holding] : m_holdings) {
        if (key.second != instrument.id || holding.held.isZero())
            continue;
        const RoundTrip &trade = holding.trade;
        const Money value = instrument.notional(last, holding.held) + holding.received;
        const Money gain = trade.isLong() ? value - holding.paid : holding.paid - value;
        out.push_back({trade.entryTime, trade.entryBar, trade.side, holding.held, trade.entryPrice, last, trade.costs,
                       gain - trade.costs, trade.reasonFirst, trade.reasonCount, trade.instrument, trade.strategy});
    }
    return out;
}

} // namespace bellwether
