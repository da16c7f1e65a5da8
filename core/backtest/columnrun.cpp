#include "core/backtest/columnrun.h"

#include "core/backtest/fillmodel.h"

namespace bellwether {

namespace {

// Signals are large values; a block keeps the few of them in cache however long the history is.
constexpr std::size_t blockRows = 1024;

class ColumnRun {
public:
    ColumnRun(const RunPlan &plan, const BarColumns &bars, std::size_t firstRow, std::size_t lastRow, RunResult &result)
        : m_plan(plan), m_fills(plan), m_bars(bars), m_first(firstRow), m_last(lastRow), m_nextMark(firstRow),
          m_cash(plan.capital), m_result(result)
    {
        m_result.startOver(lastRow - firstRow);
        m_commission = m_spread = m_slippage = Money::zero(plan.capital.currency);
    }

    void onSignal(std::size_t row, const TradeSignal &signal);
    void finish();
    /// Tells the observer of the marks of the rows before `end`, which no later signal changes.
    bool report(std::size_t end, const RunObserver &observer);

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
    void enter(std::size_t row, Price reference, Timestamp time, const TradeSignal &signal, Quantity size);
    Quantity sizeAtDecision(std::size_t row) const;
    void exit(std::size_t row, Price reference, Timestamp time, ExitReason reason);
    void markUntil(std::size_t row);
    void deny(const char *reason) { ++m_result.denied[reason]; }
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
    RunResult &m_result;
};

void ColumnRun::onSignal(std::size_t row, const TradeSignal &signal)
{
    ++m_result.signalCount;
    const bool isAtOpen = m_plan.fill == FillMoment::NextOpen;
    const std::size_t fillRow = isAtOpen ? row + 1 : row;
    markUntil(fillRow);
    if (!isFlat() && m_holding.side == signal.side && m_plan.sizing != SizingKind::AllIn)
        return deny("already_in_position");
    // As in the engine, a signal to leave needs no confidence.
    if (isFlat() && signal.confidence < m_plan.confidenceMin)
        return deny("below_confidence_cutoff");
    const bool canOpen = signal.side == Side::Buy || m_plan.canShort;
    if (isFlat() && !canOpen)
        return deny("short_not_possible");
    if (fillRow >= m_last)
        return deny("no_bar_left_to_fill");
    const Quantity size = canOpen && m_plan.sizing != SizingKind::AllIn ? sizeAtDecision(row) : Quantity();
    const Price reference = priceAt(isAtOpen ? m_bars.open : m_bars.close, fillRow);
    const Timestamp time = isAtOpen ? openTime(fillRow) : m_bars.closeTime[fillRow];
    if (!isFlat())
        exit(fillRow, reference, time, ExitReason::Signal);
    if (canOpen)
        enter(fillRow, reference, time, signal, size);
}

Quantity ColumnRun::sizeAtDecision(std::size_t row) const
{
    const Price close = priceAt(m_bars.close, row);
    Money equity = m_cash;
    if (!isFlat()) {
        const Money value = m_plan.instrument.notional(close, m_holding.quantity);
        equity += m_holding.side == Side::Buy ? value : -value;
    }
    return m_fills.atDecision(equity, close);
}

void ColumnRun::enter(std::size_t row, Price reference, Timestamp time, const TradeSignal &signal, Quantity size)
{
    const Price price = m_fills.entryPrice(reference, signal.side);
    const Quantity quantity = m_plan.sizing == SizingKind::AllIn ? m_fills.allIn(m_cash, reference, price) : size;
    if (quantity.isZero())
        return deny("not_enough_money");
    const Money notional = m_plan.instrument.notional(price, quantity);
    const Money fee = m_fills.fee(notional);
    const auto reasons = signal.reasons.all();
    m_holding = {signal.side, quantity, price, notional, fee, time, row, m_cash.toDouble(),
                 std::uint32_t(m_result.reasons.size()), std::uint32_t(reasons.size())};
    m_result.reasons.insert(m_result.reasons.end(), reasons.begin(), reasons.end());
    m_cash += (signal.side == Side::Buy ? -notional : notional) - fee;
    m_commission += fee;
    addPriceCosts(reference, quantity, true);
}

void ColumnRun::exit(std::size_t row, Price reference, Timestamp time, ExitReason reason)
{
    const Holding held = m_holding;
    const Price price = m_fills.exitPrice(reference, opposite(held.side));
    const Money notional = m_plan.instrument.notional(price, held.quantity);
    const Money fee = m_fills.fee(notional);
    const Money gain = held.side == Side::Buy ? notional - held.notional : held.notional - notional;
    m_cash += (held.side == Side::Buy ? notional : -notional) - fee;
    m_commission += fee;
    addPriceCosts(reference, held.quantity, false);
    RoundTrip &trade = m_result.trades.emplace_back();
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

void ColumnRun::addPriceCosts(Price reference, Quantity quantity, bool isEntry)
{
    const auto cost = [&](Ratio share) {
        return m_plan.instrument.notional(FillModel::shareOf(reference, share), quantity);
    };
    if (isEntry && !m_plan.costs.spread.isZero())
        m_spread += cost(m_plan.costs.spread);
    if (!m_plan.costs.slippage.isZero())
        m_slippage += cost(m_plan.costs.slippage);
}

void ColumnRun::markUntil(std::size_t row)
{
    const std::size_t end = std::min(row, m_last);
    if (m_nextMark >= end)
        return;
    double *marks = m_result.equity.data() + (m_nextMark - m_first);
    const std::size_t count = end - m_nextMark;
    const double cash = m_cash.toDouble();
    if (isFlat()) {
        std::fill_n(marks, count, cash);
    } else {
        const double units = signedUnits();
        const double *close = m_bars.close.data() + m_nextMark;
        for (std::size_t i = 0; i < count; ++i)
            marks[i] = cash + units * close[i];
        // Only a short holding can lose more than there is.
        const double *ruin = m_holding.side == Side::Buy
            ? marks + count
            : std::find_if(marks, marks + count, [](double equity) { return equity <= 0; });
        if (ruin != marks + count) {
            const std::size_t at = m_nextMark + std::size_t(ruin - marks);
            exit(at, priceAt(m_bars.close, at), m_bars.closeTime[at], ExitReason::OutOfMoney);
            m_result.ranOutOfMoney = true;
            m_nextMark = at;
            return markUntil(row);
        }
    }
    m_nextMark = end;
}

bool ColumnRun::report(std::size_t end, const RunObserver &observer)
{
    markUntil(end);
    const std::size_t done = end - m_first;
    m_result.wasCancelled = !observer({done, m_last - m_first, std::span(m_bars.closeTime).subspan(m_first, done),
                                       std::span<const double>(m_result.equity).first(done)});
    return !m_result.wasCancelled;
}

void ColumnRun::finish()
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
        m_result.equity.back() = m_cash.toDouble();
    }
    m_result.finalEquity = m_cash;
    if (!isFlat()) {
        const Price last = priceAt(m_bars.close, lastBar);
        const Money value = m_plan.instrument.notional(last, m_holding.quantity);
        const Money gain = m_holding.side == Side::Buy ? value - m_holding.notional : m_holding.notional - value;
        m_result.finalEquity += m_holding.side == Side::Buy ? value : -value;
        m_result.open.push_back({m_holding.time, std::uint32_t(m_holding.row - m_first), m_holding.side, m_holding.quantity,
                                 m_holding.price, last, m_holding.fee, gain - m_holding.fee, m_holding.reasonFirst,
                                 m_holding.reasonCount});
    }
    m_result.costs = {{"commission", m_commission}, {"spread", m_spread}, {"slippage", m_slippage}};
}

} // namespace

bool isPlain(const RunPlan &plan) { return plan.sizing != SizingKind::Risk; }

RunResult runColumns(const RunPlan &plan, Strategy &strategy, const BarColumns &bars, std::size_t firstRow,
                     std::size_t lastRow, const RunObserver &observer)
{
    RunResult result;
    runColumns(plan, strategy, bars, firstRow, lastRow, result, observer);
    return result;
}

void runColumns(const RunPlan &plan, Strategy &strategy, const BarColumns &bars, std::size_t firstRow,
                std::size_t lastRow, RunResult &result, const RunObserver &observer)
{
    if (!isPlain(plan) || firstRow >= lastRow || lastRow > bars.size())
        throw Fault(QStringLiteral("column run outside its terms"));
    ColumnRun run(plan, bars, firstRow, lastRow, result);
    std::vector<SignalAt> raised;
    for (std::size_t row = 0; row < lastRow; row += blockRows) {
        raised.clear();
        strategy.scan(bars, row, std::min(row + blockRows, lastRow), raised);
        // Opens are read at fills only, too far apart for the processor to foresee.
        for (const SignalAt &at : raised)
            __builtin_prefetch(bars.open.data() + std::min(at.row + 1, lastRow - 1));
        for (const SignalAt &at : raised)
            if (at.row >= firstRow)
                run.onSignal(at.row, at.signal);
        const std::size_t end = std::min(row + blockRows, lastRow);
        if (observer && end > firstRow && end < lastRow && end % barsPerProgress == 0 && !run.report(end, observer))
            return;
    }
    run.finish();
}

} // namespace bellwether
