#include "core/backtest/bracketrun.h"

#include "core/backtest/bracketaccount.h"
#include "core/backtest/brackethit.h"
#include "core/backtest/dayloss.h"
#include "core/backtest/exitlevels.h"
#include "core/backtest/gallop.h"
#include "core/backtest/stoptrail.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr std::size_t blockRows = 1024;
constexpr double infinity = std::numeric_limits<double>::infinity();

class BracketRun {
public:
    BracketRun(const EventSetup &setup, const StrategyId &strategy, const RunLeg &leg);

    void onSignal(std::size_t row, TradeSignal signal);
    /// Lives through the bars before `end`: what they fill, what they are worth.
    void advance(std::size_t end);
    bool report(std::size_t end, const RunObserver &observer);
    RunResult finish();

private:
    bool isFlat() const { return m_account.isFlat(); }
    const BracketHolding &held() const { return m_account.holding(); }
    bool isAllIn() const { return m_plan.sizing == SizingKind::AllIn; }
    Price at(const std::vector<double> &column, std::size_t row) const { return Price::fromDouble(column[row]); }
    Timestamp openTime(std::size_t row) const;
    Money equityAt(Price price) const { return m_account.equityAt(price); }

    void decide(std::size_t row, const TradeSignal &signal);

    void liveThrough(std::size_t row);
    void matchBracket(std::size_t row);
    std::size_t quietUntil(std::size_t row, std::size_t end);
    void enter(std::size_t row, Price reference, Timestamp time);
    void exit(std::size_t row, const FillChance &chance, Timestamp time, ExitReason reason, OrderRole role);
    void closeAtDeadline(std::size_t row);
    double rangeAt(std::size_t row);
    void moveStop(std::size_t row);

    void checkLoss(Price last);
    void enterDay(std::size_t row);
    void deny(const std::string &reason) { ++m_result.denied[reason]; }

    const EventSetup &m_setup;
    const RunPlan &m_plan;
    const RiskLimits &m_limits;
    const Instrument m_instrument;
    const RunLeg &m_leg;
    const BarColumns &m_bars;
    const std::size_t m_first;
    const std::size_t m_last;
    const bool m_fillsAtOpen;
    const ExitDeadline m_deadline;
    EntryJudge m_judge;
    RunResult m_result;
    BracketAccount m_account;
    std::optional<BracketEntry> m_entry;        ///< to be filled at the next open
    std::optional<ExitReason> m_exit;           ///< of the holding, likewise
    std::size_t m_next;                         ///< rows before it are lived through
    std::size_t m_dayEnd;                       ///< first row of the next local day
    DayLoss m_dayLoss;
    ExitLevels m_levels;
    std::size_t m_levelRows = 0;
    StopTrail m_trail;
};

BracketRun::BracketRun(const EventSetup &setup, const StrategyId &strategy, const RunLeg &leg)
    : m_setup(setup), m_plan(setup.plan), m_limits(setup.engine.limits), m_instrument([&] {
          Instrument instrument = leg.instrument;
          instrument.canShort = setup.plan.canShort;
          return instrument;
      }()),
      m_leg(leg), m_bars(*leg.bars), m_first(leg.firstRow), m_last(leg.lastRow),
      m_fillsAtOpen(setup.venue.fillTiming == FillTiming::NextOpen), m_deadline(setup, strategy, leg),
      m_judge(setup, strategy, m_instrument, leg), m_account(setup, strategy, m_instrument, leg, m_result), m_next(leg.firstRow),
      m_dayLoss(m_limits.dailyLossMax), m_levels(setup.plan.exits), m_trail(setup.plan.exits)
{
    m_result.startOver(m_last - m_first);
    const Timestamp start = m_bars.closeTime[m_first] - durationOf(m_plan.timeframe);
    m_dayLoss.startDay(m_account.cash());
    m_dayEnd = m_plan.calendar->localDay(m_bars.closeTime[m_first]) == m_plan.calendar->localDay(start)
        ? gallop(m_first, m_last, [&](std::size_t row) { return m_plan.calendar->localDay(m_bars.closeTime[row]) > m_plan.calendar->localDay(start); })
        : m_first;
}

Timestamp BracketRun::openTime(std::size_t row) const
{
    // As the venue has it: sessions differ in length, so a bar opened where the last one closed if that is later.
    const Timestamp close = m_bars.closeTime[row];
    const Timestamp nominal = close - durationOf(m_plan.timeframe);
    const Timestamp before = row > m_first ? m_bars.closeTime[row - 1] : Timestamp();
    return before > nominal && before < close ? before : nominal;
}

// The order of the questions is that of the engine's signal desk.
void BracketRun::onSignal(std::size_t row, TradeSignal signal)
{
    ++m_result.signalCount;
    std::ignore = rangeAt(row);
    m_levels.apply(signal);
    if (!(signal.referencePrice > 0 && signal.referencePrice < levelLargest) || !std::isfinite(signal.confidence))
        return deny("not_finite");
    const bool isOpposite = !isFlat() && held().side != signal.side;
    if (!isFlat() && !isOpposite && !isAllIn())
        return deny("already_in_position");
    if (!isOpposite && signal.confidence < m_limits.confidenceCutoff)
        return deny("below_confidence_cutoff");
    const bool canOpen = signal.side == Side::Buy || (m_instrument.canShort && m_limits.allowsShort);
    if (!isOpposite && !canOpen)
        return deny("short_not_possible");
    if (m_exit)
        return; // time was faster: the position is being closed
    if (!isAllIn() && m_judge.drifts(row, signal))
        return;
    const bool isClosing = !isFlat();
    const std::size_t fillRow = m_fillsAtOpen ? row + 1 : row;
    if (isClosing)
        m_exit = ExitReason::Signal;
    if (canOpen)
        decide(row, signal);
    if (m_fillsAtOpen)
        return;
    if (m_exit)
        exit(fillRow, {at(m_bars.close, row)}, m_bars.closeTime[row], ExitReason::Signal, OrderRole::Exit);
    if (m_entry)
        enter(fillRow, at(m_bars.close, row), m_bars.closeTime[row]);
    m_result.equity[row - m_first] = equityAt(at(m_bars.close, row)).toDouble();
}

void BracketRun::decide(std::size_t row, const TradeSignal &signal)
{
    BracketEntry entry{.side = signal.side, .levels = m_judge.levelsOf(signal), .reasons = signal.reasons};
    if (!isAllIn()) {
        // A holding that is being closed first leaves its money.
        const Money equity = equityAt(at(m_bars.close, row));
        entry.quantity = m_judge.size(signal, entry.levels, equity, m_result.trades);
        if (const auto denial = m_judge.denial(row, signal, entry.levels, entry.quantity, equity, m_dayLoss.isHalted()))
            return deny(denial->rule.toStdString());
    } else if (m_deadline.dueAfter(row, m_bars.closeTime[row]) == ExitReason::SquareOff) {
        return deny("square_off");
    }
    m_entry = entry;
}

void BracketRun::advance(std::size_t end)
{
    while (m_next < end) {
        if (m_exit || m_entry || m_next == m_dayEnd) {
            liveThrough(m_next++);
            continue;
        }
        const std::size_t quiet = quietUntil(m_next, std::min(end, m_dayEnd));
        if (quiet == m_next)
            liveThrough(m_next++);
        else
            m_next = quiet;
    }
}

// Marks the bars from `row` on in which nothing can happen; gives the first that must be looked at.
std::size_t BracketRun::quietUntil(std::size_t row, std::size_t end)
{
    double *marks = m_result.equity.data() + (row - m_first);
    const double cash = m_account.cash().toDouble();
    if (isFlat()) {
        std::fill_n(marks, end - row, cash);
        return end;
    }
    end = std::min(end, std::max(row, held().deadline));
    const BracketHolding &holding = held();
    const bool isLong = holding.side == Side::Buy;
    const Price below = isLong ? holding.levels.stop : holding.levels.target;
    const Price above = isLong ? holding.levels.target : holding.levels.stop;
    double low = below.isPositive() ? below.toDouble() : -infinity;
    double high = above.isPositive() ? above.toDouble() : infinity;
    if (m_trail.isActive()) // a new best price moves the stop
        (isLong ? high : low) = m_trail.needsNextBar() ? (isLong ? -infinity : infinity)
            : isLong ? std::min(high, m_trail.best()) : std::max(low, m_trail.best());
    const double units = signOf(holding.side) * holding.quantity.toDouble() * double(m_instrument.multiplier);
    const double lossFloor = m_dayLoss.floor();
    const double *close = m_bars.close.data();
    const double *lows = m_bars.low.data();
    const double *highs = m_bars.high.data();
    for (; row < end; ++row) {
        const double mark = cash + units * close[row];
        *marks++ = mark;
        if ((lows[row] <= low) | (highs[row] >= high) | (mark <= lossFloor))
            break;
    }
    if (row > m_next)
        m_account.holding().hasRested = true;
    return row;
}

// One bar as the engine sees it: orders at the open, the bracket inside, the day's loss, then what time brings.
void BracketRun::liveThrough(std::size_t row)
{
    if (m_fillsAtOpen && (m_exit || m_entry)) {
        const Price open = at(m_bars.open, row);
        const Timestamp openedAt = openTime(row);
        if (m_exit)
            exit(row, {open}, openedAt, *m_exit, OrderRole::Exit);
        if (m_entry)
            enter(row, open, openedAt);
    }
    if (!isFlat())
        matchBracket(row);
    if (!isFlat())
        checkLoss(at(m_bars.close, row));
    if (row == m_dayEnd)
        enterDay(row);
    if (!isFlat() && row >= held().deadline)
        closeAtDeadline(row);
    if (!isFlat() && !m_exit && m_trail.isActive())
        moveStop(row);
    m_result.equity[row - m_first] = equityAt(at(m_bars.close, row)).toDouble();
}

void BracketRun::matchBracket(std::size_t row)
{
    if (const auto hit = bracketHit(m_account.holding(), m_leg, row, openTime(row)))
        exit(row, hit->chance, hit->time, hit->reason, hit->role);
}

void BracketRun::enter(std::size_t row, Price reference, Timestamp time)
{
    const BracketEntry entry = *std::exchange(m_entry, std::nullopt);
    const Quantity quantity = isAllIn() ? m_account.allInSize(entry.side, reference) : entry.quantity;
    if (quantity.isZero())
        return deny("not_enough_money");
    m_account.enter(entry, quantity, row, reference, time);
    m_account.holding().deadline = m_deadline.find(m_fillsAtOpen ? row : row + 1, time);
    m_trail.start(entry.side, m_account.averagePrice());
    checkLoss(at(m_bars.close, row));
}

void BracketRun::exit(std::size_t row, const FillChance &chance, Timestamp time, ExitReason reason, OrderRole role)
{
    m_exit.reset();
    m_account.exit(row, chance, time, reason, role);
    checkLoss(at(m_bars.close, row));
}

void BracketRun::closeAtDeadline(std::size_t row)
{
    const auto reason = m_deadline.dueAfter(row, held().openedAt);
    if (!reason || m_exit)
        return;
    m_account.holding().levels = {};
    m_exit = reason;
    if (!m_fillsAtOpen)
        exit(row, {at(m_bars.close, row)}, m_bars.closeTime[row], *reason, OrderRole::Exit);
}

double BracketRun::rangeAt(std::size_t row)
{
    if (m_levels.needsBars())
        for (; m_levelRows <= row; ++m_levelRows)
            m_levels.onBar(m_bars.high[m_levelRows], m_bars.low[m_levelRows], m_bars.close[m_levelRows]);
    return m_levels.range();
}

// The bar is over: from the next one on the stop is where its best price brought it.
void BracketRun::moveStop(std::size_t row)
{
    BracketHolding &holding = m_account.holding();
    const Price stop = m_trail.after(m_bars.high[row], m_bars.low[row], rangeAt(row), m_account.averagePrice(), m_instrument);
    if (!isNearer(stop, holding.levels.stop, holding.side))
        return;
    holding.levels.stop = stop;
    holding.hasMovedStop = true;
}

void BracketRun::enterDay(std::size_t row)
{
    const std::int64_t day = m_plan.calendar->localDay(m_bars.closeTime[row]);
    m_dayLoss.startDay(equityAt(at(m_bars.close, row)));
    const Timestamp end = m_plan.calendar->dayStart(day + 1);
    m_dayEnd = gallop(row + 1, m_last, [&](std::size_t next) { return m_bars.closeTime[next] >= end; });
}

void BracketRun::checkLoss(Price last)
{
    if (m_dayLoss.isWatching() && m_dayLoss.halts(equityAt(last)))
        m_entry.reset(); // entries that wait are cancelled
}

bool BracketRun::report(std::size_t end, const RunObserver &observer)
{
    advance(end);
    const std::size_t done = end - m_first;
    m_result.wasCancelled = !observer({done, m_last - m_first, std::span(m_bars.closeTime).subspan(m_first, done),
                                       std::span<const double>(m_result.equity).first(done)});
    return !m_result.wasCancelled;
}

RunResult BracketRun::finish()
{
    advance(m_last);
    const std::size_t row = m_last - 1;
    const Price last = at(m_bars.close, row);
    if (m_plan.end == EndRule::CloseAtLastClose && !isFlat()) {
        exit(row, {last}, m_bars.closeTime[row], ExitReason::EndOfData, OrderRole::Exit);
        m_result.equity.back() = m_account.cash().toDouble();
    }
    m_account.finish(last);
    return std::move(m_result);
}

} // namespace

bool isBracketable(const EventSetup &setup)
{
    const RiskLimits &limits = setup.engine.limits;
    // A bar brings at most one entry and its bracket, and bars are a minute apart at least.
    const bool isRateFree = limits.ordersPerSecondMax - limits.ordersReserved >= 4 && limits.openOrdersMax >= 8 && limits.repeatedOrdersMax >= 3;
    return isRateFree && setup.venue.barParticipation.isZero() && setup.venue.barLimitFill == LimitFill::AtTouch
        && (setup.plan.instrument.kind != InstrumentKind::Index || setup.plan.sizing != SizingKind::Risk) && setup.engine.closesOnOppositeSignal
        && setup.plan.end != EndRule::CloseAtLastOpen && setup.engine.signalTimeoutSeconds == 0;
}

RunResult runBrackets(const EventSetup &setup, Strategy &strategy, const RunLeg &leg, const RunObserver &observer)
{
    if (!isBracketable(setup) || leg.firstRow >= leg.lastRow || leg.lastRow > leg.bars->size())
        throw Fault(u"bracket run outside its terms"_s);
    const BarColumns &bars = *leg.bars;
    BracketRun run(setup, StrategyId(strategy.info().id), leg);
    std::vector<SignalAt> raised;
    for (std::size_t row = 0; row < leg.lastRow; row += blockRows) {
        raised.clear();
        const std::size_t end = std::min(row + blockRows, leg.lastRow);
        strategy.scan(bars, row, end, raised);
        for (const SignalAt &at : raised) {
            if (at.row < leg.firstRow)
                continue;
            run.advance(at.row + 1);
            run.onSignal(at.row, at.signal);
        }
        if (observer && end > leg.firstRow && end < leg.lastRow && end % barsPerProgress == 0 && !run.report(end, observer))
            break;
    }
    return run.finish();
}

} // namespace bellwether
