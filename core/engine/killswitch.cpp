#include "core/engine/killswitch.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

using Severity = DeskEvent::Severity;

} // namespace

QString KillSwitch::trigger(bool shallFlatten)
{
    if (!m_core.state.isKilled() || shallFlatten != m_core.state.killFlattens())
        m_core.record(LatchSet{Latch::Kill, true, u"kill switch"_s, shallFlatten || m_core.state.killFlattens()});
    m_latch = m_core.lastSequence();
    m_triggeredAt = m_core.now();
    m_isTold = false;
    m_core.journal.commit();
    if (m_latch != 0)
        return u"kill switch latched: orders are cancelled as soon as that is on disk"_s;
    return m_core.state.killFlattens()
        ? u"kill switch latched: %1 orders cancelled, %2 positions closing"_s.arg(m_cancelled).arg(m_closing)
        : u"kill switch latched: %1 entries cancelled, protective orders stay"_s.arg(m_cancelled);
}

void KillSwitch::committed(std::uint64_t upTo)
{
    if (m_latch != 0 && upTo >= m_latch)
        act();
}

void KillSwitch::act()
{
    m_latch = 0;
    m_work.cancelAll(u"kill switch"_s);
    const bool isFlattening = m_core.state.killFlattens();
    m_cancelled = m_orders.cancelAll(isFlattening ? OrderDesk::Scope::All : OrderDesk::Scope::Entries, u"kill switch"_s);
    m_closing = 0;
    const auto held = m_core.state.portfolio().held();
    const std::vector<BookId> books(held.begin(), held.end());
    for (const BookId book : books) {
        if (isFlattening && m_orders.closeBook(book, u"kill switch"_s, m_core.lastPrice(m_core.state.instrumentOf(book))))
            ++m_closing;
    }
    m_repeatedAt = m_core.now();
    m_core.log(Severity::Error, u"desk"_s, isFlattening ? u"kill switch: %1 orders cancelled, %2 positions closing"_s.arg(m_cancelled).arg(m_closing)
                                                        : u"kill switch: %1 entries cancelled"_s.arg(m_cancelled));
}

void KillSwitch::checkTime()
{
    if (!m_core.state.isKilled()) {
        m_askedAt.clear();
        return;
    }
    if (m_latch != 0 && m_core.now() - m_triggeredAt >= journalPatience) {
        m_core.trouble(ErrorClass::System, ErrorRecovery::Stop, u"desk"_s, u"the journal does not answer: the kill switch goes on without it"_s);
        act();
    }
    if (m_latch == 0 && m_core.now() - m_repeatedAt >= repeatEvery)
        repeat();
}

void KillSwitch::repeat()
{
    m_repeatedAt = m_core.now();
    const std::vector<OrderId> active = m_core.state.orders().active();
    for (const OrderId id : active) {
        const Order &order = *m_core.state.orders().find(id);
        if (!isInScope(order))
            continue;
        if (m_orders.cancel(id, u"kill switch"_s) && order.state() != OrderState::CancelPending)
            continue;
        // Silent: the request, or its answer, may be lost.
        Timestamp &asked = m_askedAt[id];
        if (isWorking(order.state()) && order.state() != OrderState::Intent && m_core.now() - std::max(order.updatedAt, asked) >= silenceMax) {
            asked = m_core.now();
            m_broker.query(Order(order));
        }
    }
    const auto held = m_core.state.portfolio().held();
    const std::vector<BookId> books(held.begin(), held.end());
    for (const BookId book : books) {
        if (m_core.state.killFlattens())
            std::ignore = m_orders.closeBook(book, u"kill switch"_s, m_core.lastPrice(m_core.state.instrumentOf(book))); // refused while an exit is at work
    }
    if (const KillView now = view(); now.isDone && !std::exchange(m_isTold, true))
        m_core.log(Severity::Info, u"desk"_s, now.isFlattening ? u"kill switch done: no order is left, every position is closed"_s
                                                               : u"kill switch done: no entry is left"_s);
}

bool KillSwitch::isInScope(const Order &order) const
{
    // Closing orders of the switch itself stay.
    return order.role == OrderRole::Entry || (m_core.state.killFlattens() && order.role != OrderRole::Exit);
}

int KillSwitch::ordersLeft() const
{
    return int(std::ranges::count_if(m_core.state.orders().active(), [this](OrderId id) { return isInScope(*m_core.state.orders().find(id)); }));
}

KillView KillSwitch::view() const
{
    KillView view;
    view.isSet = m_core.state.isKilled();
    if (!view.isSet)
        return view;
    view.setAt = m_core.state.killedAt();
    view.isFlattening = m_core.state.killFlattens();
    view.isDurable = m_latch == 0;
    view.ordersLeft = ordersLeft();
    view.positionsLeft = view.isFlattening ? m_core.state.portfolio().openPositionCount() : 0;
    view.cancelled = m_cancelled;
    view.closing = m_closing;
    view.isDone = view.isDurable && view.ordersLeft == 0 && view.positionsLeft == 0;
    return view;
}

} // namespace bellwether
