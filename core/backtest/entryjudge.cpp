#include "core/backtest/entryjudge.h"

#include "core/risk/riskgate.h"

namespace bellwether {

EntryJudge::EntryJudge(const EventSetup &setup, const StrategyId &strategy, const Instrument &instrument, const RunLeg &leg)
    : m_plan(setup.plan), m_engine(setup.engine), m_limits(setup.engine.limits), m_instrument(instrument), m_strategy(strategy),
      m_bars(*leg.bars), m_sessions(sessionsOf(setup.plan, leg)), m_turnover(leg, setup.plan.timeframe)
{
}

bool EntryJudge::drifts(std::size_t row, const TradeSignal &signal) const
{
    const double price = priceOf(signal).toDouble();
    return price > 0 && std::fabs(m_bars.close[row] / price - 1) > m_limits.driftMax;
}

EntryLevels EntryJudge::levelsOf(const TradeSignal &signal) const
{
    if (!m_engine.usesBrackets)
        return {};
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    const bool isBuy = signal.side == Side::Buy;
    return {bracketLevel(signal.stop, signal.referencePrice, m_engine.usesDefaultStop ? m_limits.stopDefault : none, !isBuy, m_instrument),
            bracketLevel(signal.target, signal.referencePrice, m_engine.usesDefaultTarget ? m_limits.targetDefault : none, isBuy, m_instrument)};
}

double EntryJudge::kellyShare(std::span<const RoundTrip> closed)
{
    for (; m_kellyCounted < closed.size(); ++m_kellyCounted)
        m_kelly.add(closed[m_kellyCounted].pnl.toDouble());
    return m_kelly.share(m_plan.kelly);
}

Quantity EntryJudge::size(const TradeSignal &signal, const EntryLevels &levels, const Money &equity, std::span<const RoundTrip> closed)
{
    const double room = std::clamp(m_limits.exposureMax * equity.toDouble(), 0.0, 9e10);
    const double sectorRoom = m_instrument.sector.isEmpty() ? room : std::clamp(m_limits.sectorExposureMax * equity.toDouble(), 0.0, 9e10);
    const Money exposureRoom{FixedPoint<MoneyTag>::fromDouble(std::min(room, sectorRoom)), equity.currency};
    const SizingInput input{equity, equity, exposureRoom, priceOf(signal), levels.stop, signal.confidence};
    if (m_plan.sizing != SizingKind::Kelly)
        return positionSize(input, m_instrument, m_limits);
    RiskLimits limits = m_limits;
    limits.percentPerTrade = kellyShare(closed);
    return positionSize(input, m_instrument, limits);
}

std::optional<Denial> EntryJudge::denial(std::size_t row, const TradeSignal &signal, const EntryLevels &levels, Quantity quantity,
                                         const Money &equity, bool isHalted)
{
    Order order;
    order.strategy = m_strategy;
    order.instrument = m_instrument.id;
    order.role = OrderRole::Entry;
    order.side = signal.side;
    order.quantity = quantity;
    order.referencePrice = priceOf(signal);
    order.bracketStop = levels.stop;
    order.bracketTarget = levels.target;
    RiskView view{order, m_instrument, m_limits, m_sessions, m_bars.closeTime[row], signal.category};
    view.isIntraday = m_engine.isOfTheDay(m_strategy);
    view.squareOffMinutes = m_engine.squareOffMinutesBeforeClose;
    view.isHalted = isHalted;
    view.last = Price::fromDouble(m_bars.close[row]);
    view.lastAt = view.now;
    view.tradedValue20d = m_limits.liquidityMin > 0 ? m_turnover.valueAfter(row) : 0;
    view.correlationMax = std::numeric_limits<double>::quiet_NaN();
    view.equity = view.cash = equity;
    view.grossExposure = view.sectorExposure = Money::zero(equity.currency);
    return checkOrder(view);
}

} // namespace bellwether
