#include "core/engine/dayguard.h"

using namespace Qt::StringLiterals;

namespace bellwether {

Money DayGuard::dayLoss() const
{
    const Money loss = m_core.state.dayStartEquity() - m_core.state.portfolio().equity();
    return loss.amount.isPositive() ? loss : Money::zero(loss.currency);
}

Money DayGuard::dayLossLimit() const
{
    return fractionOf(m_core.state.dayStartEquity(), Ratio::fromDouble(m_core.config.limits.dailyLossMax));
}

bool DayGuard::isEquityKnown() const
{
    // Only a fill can add something to what is held.
    if (m_knownAtFill == m_core.state.fillCount())
        return true;
    const bool isKnown = std::ranges::all_of(m_core.state.portfolio().held(), [this](BookId book) {
        return m_core.lastPrice(m_core.state.instrumentOf(book)).isPositive();
    });
    if (isKnown)
        m_knownAtFill = m_core.state.fillCount();
    return isKnown;
}

void DayGuard::checkLoss()
{
    // After a restart marks are only the fills of the past until the first prices come.
    if (!isEquityKnown())
        return;
    if (m_core.state.isHalted())
        return;
    lockProfit();
    if (m_core.state.isHalted() || dayLoss().amount < dayLossLimit().amount || dayLossLimit().amount.isZero())
        return;
    const QString reason = u"the day's loss of %1 reached the limit of %2"_s.arg(toString(dayLoss()), toString(dayLossLimit()));
    halt(reason);
}

void DayGuard::halt(const QString &reason, ErrorClass errorClass)
{
    m_core.record(LatchSet{Latch::DailyLoss, true, reason});
    m_core.trouble(errorClass, ErrorRecovery::Stop, u"risk"_s, reason + u"; entries are halted"_s);
    m_orders.cancelAll(OrderDesk::Scope::Entries, u"daily loss halt"_s);
}

void DayGuard::lockProfit()
{
    const RiskLimits &limits = m_core.config.limits;
    const Money start = m_core.state.dayStartEquity();
    if (limits.profitLockStart <= 0 || !start.amount.isPositive())
        return;
    const Money profit = m_core.state.portfolio().equity() - start;
    const auto &floor = m_core.state.dayFloor();
    if (profit >= fractionOf(start, Ratio::fromDouble(limits.profitLockStart))) {
        const Money next = fractionOf(profit, Ratio::fromDouble(limits.profitLockKeep));
        // In steps of a thousandth of the equity, so that not every tick is a record.
        if (!floor || next >= *floor + fractionOf(start, Ratio::fromDouble(0.001)))
            m_core.record(DayFloorRaised{next});
    }
    if (m_core.state.dayFloor() && profit <= *m_core.state.dayFloor())
        halt(u"the day's profit fell to %1, the floor of %2 that was locked"_s.arg(toString(profit), toString(*m_core.state.dayFloor())));
}

void DayGuard::checkTime()
{
    const std::int64_t day = m_core.config.calendar->localDay(m_core.now());
    if (day > m_core.state.localDay() && isEquityKnown()) {
        const bool isFirst = m_core.state.localDay() == 0;
        m_core.record(DayStarted{day, m_core.state.portfolio().equity()});
        if (!isFirst)
            m_core.log(DeskEvent::Severity::Info, u"desk"_s, u"a new trading day began with %1"_s.arg(toString(m_core.state.dayStartEquity())));
    }
    checkKnown();
    closeIntraday();
}

std::optional<BookId> DayGuard::unknownBook() const
{
    for (const BookId book : m_core.state.portfolio().held()) {
        const InstrumentIndex index = m_core.state.instrumentOf(book);
        const InstrumentView &market = m_core.market.at(index);
        const ExchangeCalendar &calendar = m_core.market.calendarOf(index);
        if (!calendar.isAlwaysOpen() && !calendar.isOpen(m_core.now()))
            continue; // the last price of the session stands
        if (!market.last.isPositive() || m_core.now() - market.updatedAt > std::chrono::seconds(m_core.config.limits.staleAfterSeconds))
            return book;
    }
    return {};
}

void DayGuard::checkKnown()
{
    const auto grace = std::chrono::seconds(m_core.config.unknownPnlGraceSeconds);
    const auto unknown = grace.count() == 0 || m_core.state.isHalted() ? std::nullopt : unknownBook();
    if (!unknown) {
        m_unknownSince = {};
        return;
    }
    if (!m_unknownSince.isValid())
        m_unknownSince = m_core.now();
    if (m_core.now() - m_unknownSince < grace)
        return;
    halt(u"the day's result has not been known for %1 s: there is no price of %2"_s.arg(grace.count()).arg(m_core.instrumentOf(*unknown).symbol),
         ErrorClass::Data);
}

void DayGuard::closeIntraday()
{
    const auto &limits = m_core.config.limits;
    std::vector<std::pair<BookId, QString>> closing;
    for (const BookId book : m_core.state.portfolio().held()) {
        const auto &[key, position] = m_core.state.portfolio().book(book);
        const bool hasTimeStop = m_core.config.isOfTheDay(key.strategy) || m_core.config.timeStopsAll;
        const bool isIntraday = m_core.config.isIntraday(key.strategy, m_core.state.productOf(book));
        if (!isIntraday && !hasTimeStop)
            continue;
        const Duration age = m_core.now() - position.openedAt();
        if (hasTimeStop && limits.timeStopMinutes > 0 && age >= std::chrono::minutes(limits.timeStopMinutes)) {
            closing.emplace_back(book, u"time stop"_s);
            continue;
        }
        const auto &calendar = m_core.market.calendarOf(m_core.state.instrumentOf(book));
        if (!isIntraday || calendar.isAlwaysOpen())
            continue;
        const auto session = calendar.sessionAt(m_core.now());
        if (session && session->close - m_core.now() <= std::chrono::minutes(m_core.config.squareOffMinutesBeforeClose))
            closing.emplace_back(book, u"intraday square-off"_s);
    }
    for (const auto &[book, reason] : closing) {
        const Price last = m_core.lastPrice(m_core.state.instrumentOf(book));
        std::ignore = m_orders.closeBook(book, reason, last); // a refusal means that an exit is already at work
    }
}

} // namespace bellwether
