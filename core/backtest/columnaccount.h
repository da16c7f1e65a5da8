#pragma once

#include "core/backtest/fillmodel.h"
#include "core/backtest/runresult.h"

namespace bellwether {

/// The account of a plain run, fed with decisions in the order of their rows. What it leaves behind goes to a Record,
/// which may keep less than everything:
///   static constexpr bool keepsCosts;       // sums of commission, spread and slippage
///   bool keepsCurve() const;                // a mark per bar in result().equity
///   RunResult &result();
///   void countSignal();
///   void deny(const char *reason);
///   std::uint32_t addReasons(std::span<const Reason>);   // where they start in the pool
///   RoundTrip &addTrade();                  // to be filled in
template <typename Record> class ColumnAccount {
public:
    ColumnAccount(const RunPlan &plan, const BarColumns &bars, std::size_t firstRow, std::size_t lastRow, Record record)
        : m_plan(plan), m_fills(plan), m_bars(bars), m_first(firstRow), m_last(lastRow), m_nextMark(firstRow),
          m_cash(plan.capital), m_record(record)
    {
        m_commission = m_spread = m_slippage = Money::zero(plan.capital.currency);
    }

    /// A decision taken on the close of `row`, which is in the tested period.
    void onDecision(std::size_t row, Side side, double confidence, std::span<const Reason> reasons);
    /// Makes the marks of the rows before `end` final; no later decision changes them.
    void markUntil(std::size_t end);
    void finish();

private:
    struct Holding {
        Side side = Side::Buy;
        Quantity quantity;          ///< zero when flat
        Price price;
        Money notional;
        Money fee;
        Timestamp time;
        std::size_t row = 0;
        double equityBefore = 0;
        std::uint32_t reasonFirst = 0;
        std::uint32_t reasonCount = 0;
    };

    bool isFlat() const { return m_holding.quantity.isZero(); }
    /// `size` is what was decided when the bar closed; all-in decides now.
    void enter(std::size_t row, Price reference, Timestamp time, Side side, Quantity size, std::span<const Reason> reasons);
    Quantity sizeAtDecision(std::size_t row) const;
    void exit(std::size_t row, Price reference, Timestamp time, ExitReason reason);
    void addPriceCosts(Price reference, Quantity quantity, bool isEntry);
    Price priceAt(const std::vector<double> &column, std::size_t row) const { return Price::fromDouble(column[row]); }
    Timestamp openTime(std::size_t row) const { return openTimeOf(m_bars.closeTime[row], m_plan.timeframe, *m_plan.calendar); }
    double signedUnits() const
    {
        return signOf(m_holding.side) * m_holding.quantity.toDouble() * double(m_plan.instrument.multiplier);
    }

    const RunPlan &m_plan;
    const FillModel m_fills;
    const BarColumns &m_bars;
    const std::size_t m_first;
    const std::size_t m_last;
    std::size_t m_nextMark;         ///< marks of rows before it are final
    Money m_cash;
    Holding m_holding;
    Money m_commission;
    Money m_spread;
    Money m_slippage;
    Record m_record;
};

template <typename Record> void ColumnAccount<Record>::onDecision(std::size_t row, Side side, double confidence,
                                                                     std::span<const Reason> reasons)
{
    m_record.countSignal();
    const bool isAtOpen = m_plan.fill == FillMoment::NextOpen;
    const std::size_t fillRow = isAtOpen ? row + 1 : row;
    // The last mark waits for the end rule, which may close at the last open.
    markUntil(std::min(fillRow, m_last - 1));
    if (!isFlat() && m_holding.side == side && m_plan.sizing != SizingKind::AllIn)
        return m_record.deny("already_in_position");
    // As in the engine, a signal to leave needs no confidence.
    if (isFlat() && confidence < m_plan.confidenceMin)
        return m_record.deny("below_confidence_cutoff");
    const bool canOpen = side == Side::Buy || m_plan.canShort;
    if (isFlat() && !canOpen)
        return m_record.deny("short_not_possible");
    if (fillRow >= m_last)
        return m_record.deny("no_bar_left_to_fill");
    const Quantity size = canOpen && m_plan.sizing != SizingKind::AllIn ? sizeAtDecision(row) : Quantity();
    const Price reference = priceAt(isAtOpen ? m_bars.open : m_bars.close, fillRow);
    const Timestamp time = isAtOpen ? openTime(fillRow) : m_bars.closeTime[fillRow];
    if (!isFlat())
        exit(fillRow, reference, time, ExitReason::Signal);
    if (canOpen)
        enter(fillRow, reference, time, side, size, reasons);
}

template <typename Record> Quantity ColumnAccount<Record>::sizeAtDecision(std::size_t row) const
{
    const Price close = priceAt(m_bars.close, row);
    Money equity = m_cash;
    if (!isFlat()) {
        const Money value = m_plan.instrument.notional(close, m_holding.quantity);
        equity += m_holding.side == Side::Buy ? value : -value;
    }
    return m_fills.atDecision(equity, close);
}

template <typename Record> void ColumnAccount<Record>::enter(std::size_t row, Price reference, Timestamp time, Side side,
                                                               Quantity size, std::span<const Reason> reasons)
{
    const Price price = m_fills.entryPrice(reference, side);
    const Quantity quantity = m_plan.sizing == SizingKind::AllIn ? m_fills.allIn(m_cash, reference, price) : size;
    if (quantity.isZero())
        return m_record.deny("not_enough_money");
    const Money notional = m_plan.instrument.notional(price, quantity);
    const Money fee = m_fills.fee(notional);
    m_holding = {side, quantity, price, notional, fee, time, row, m_cash.toDouble(), m_record.addReasons(reasons),
                 std::uint32_t(reasons.size())};
    m_cash += (side == Side::Buy ? -notional : notional) - fee;
    if constexpr (Record::keepsCosts) {
        m_commission += fee;
        addPriceCosts(reference, quantity, true);
    }
}

template <typename Record> void ColumnAccount<Record>::exit(std::size_t row, Price reference, Timestamp time, ExitReason reason)
{
    const Holding held = m_holding;
    const Price price = m_fills.exitPrice(reference, opposite(held.side));
    const Money notional = m_plan.instrument.notional(price, held.quantity);
    const Money fee = m_fills.fee(notional);
    const Money gain = held.side == Side::Buy ? notional - held.notional : held.notional - notional;
    m_cash += (held.side == Side::Buy ? notional : -notional) - fee;
    if constexpr (Record::keepsCosts) {
        m_commission += fee;
        addPriceCosts(reference, held.quantity, false);
    }
    RoundTrip &trade = m_record.addTrade();
    trade.entryTime = held.time;
    trade.exitTime = time;
    trade.entryBar = std::uint32_t(held.row - m_first);
    trade.exitBar = std::uint32_t(row - m_first);
    trade.side = held.side;
    trade.exitReason = reason;
    trade.reasonFirst = held.reasonFirst;
    trade.reasonCount = held.reasonCount;
    trade.quantity = held.quantity;
    trade.entryPrice = held.price;
    trade.exitPrice = price;
    trade.costs = held.fee + fee;
    trade.pnl = gain - trade.costs;
    trade.equityBefore = held.equityBefore;
    m_holding = {};
}

template <typename Record> void ColumnAccount<Record>::addPriceCosts(Price reference, Quantity quantity, bool isEntry)
{
    const auto cost = [&](Ratio share) {
        return m_plan.instrument.notional(FillModel::shareOf(reference, share), quantity);
    };
    if (isEntry && !m_plan.costs.spread.isZero())
        m_spread += cost(m_plan.costs.spread);
    if (!m_plan.costs.slippage.isZero())
        m_slippage += cost(m_plan.costs.slippage);
}

template <typename Record> void ColumnAccount<Record>::markUntil(std::size_t row)
{
    const std::size_t end = std::min(row, m_last);
    if (m_nextMark >= end)
        return;
    const double cash = m_cash.toDouble();
    const double units = isFlat() ? 0 : signedUnits();
    if (m_record.keepsCurve()) {
        double *marks = m_record.result().equity.data() + (m_nextMark - m_first);
        const double *close = m_bars.close.data() + m_nextMark;
        const std::size_t count = end - m_nextMark;
        if (isFlat()) {
            std::fill_n(marks, count, cash);
        } else {
            for (std::size_t i = 0; i < count; ++i)
                marks[i] = cash + units * close[i];
        }
    }
    // Only a short holding can lose more than there is.
    if (!isFlat() && m_holding.side == Side::Sell) {
        const auto first = m_bars.close.begin() + std::ptrdiff_t(m_nextMark);
        const auto last = m_bars.close.begin() + std::ptrdiff_t(end);
        const auto ruin = std::find_if(first, last, [=](double close) { return cash + units * close <= 0; });
        if (ruin != last) {
            m_nextMark = std::size_t(ruin - m_bars.close.begin());
            exit(m_nextMark, priceAt(m_bars.close, m_nextMark), m_bars.closeTime[m_nextMark], ExitReason::OutOfMoney);
            m_record.result().ranOutOfMoney = true;
            return markUntil(row);
        }
    }
    m_nextMark = end;
}

template <typename Record> void ColumnAccount<Record>::finish()
{
    const std::size_t lastBar = m_last - 1;
    if (m_plan.end == EndRule::CloseAtLastOpen) {
        markUntil(lastBar);
        if (!isFlat() && m_nextMark == lastBar)
            exit(lastBar, priceAt(m_bars.open, lastBar), openTime(lastBar), ExitReason::EndOfData);
    }
    markUntil(m_last);
    if (m_plan.end == EndRule::CloseAtLastClose && !isFlat()) {
        exit(lastBar, priceAt(m_bars.close, lastBar), m_bars.closeTime[lastBar], ExitReason::EndOfData);
        if (m_record.keepsCurve())
            m_record.result().equity.back() = m_cash.toDouble();
    }
    RunResult &result = m_record.result();
    result.finalEquity = m_cash;
    if (!isFlat()) {
        const Price last = priceAt(m_bars.close, lastBar);
        const Money value = m_plan.instrument.notional(last, m_holding.quantity);
        const Money gain = m_holding.side == Side::Buy ? value - m_holding.notional : m_holding.notional - value;
        result.finalEquity += m_holding.side == Side::Buy ? value : -value;
        result.open.push_back({m_holding.time, std::uint32_t(m_holding.row - m_first), m_holding.side, m_holding.quantity,
                                 m_holding.price, last, m_holding.fee, gain - m_holding.fee, m_holding.reasonFirst,
                                 m_holding.reasonCount});
    }
    if constexpr (Record::keepsCosts)
        result.costs = {{"commission", m_commission}, {"spread", m_spread}, {"slippage", m_slippage}};
}

} // namespace bellwether
