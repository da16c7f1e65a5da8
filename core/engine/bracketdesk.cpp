#include "core/engine/bracketdesk.h"

#include "core/engine/orderdesk.h"

#include <QVarLengthArray>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

using Severity = DeskEvent::Severity;

// What shows that the bracket of an entry is at the venue: its stop, or the target of one without a stop.
OrderRole guardOf(const Order &entry) { return entry.bracketStop.isPositive() ? OrderRole::StopLoss : OrderRole::TakeProfit; }

constexpr std::array protectiveRoles{OrderRole::StopLoss, OrderRole::TakeProfit};

} // namespace

Order BracketDesk::childOf(const Order &entry, OrderRole role, Quantity quantity)
{
    Order child;
    child.signal = entry.signal;
    child.parent = entry.id;
    child.strategy = entry.strategy;
    child.instrument = entry.instrument;
    child.role = role;
    child.side = opposite(entry.side);
    child.quantity = quantity;
    if (role == OrderRole::StopLoss) {
        child.type = OrderType::Stop;
        child.stopPrice = child.referencePrice = entry.bracketStop;
    } else {
        child.type = OrderType::Limit;
        child.limitPrice = child.referencePrice = entry.bracketTarget;
    }
    return child;
}

void BracketDesk::planWith(OrderId id)
{
    const Order &entry = *m_core.state.orders().find(id);
    if (entry.role != OrderRole::Entry)
        return;
    const bool hasStop = entry.bracketStop.isPositive();
    const bool hasTarget = entry.bracketTarget.isPositive();
    for (const OrderRole role : protectiveRoles) {
        const bool isStop = role == OrderRole::StopLoss;
        if (!(isStop ? hasStop : hasTarget))
            continue;
        Order child = childOf(entry, role, entry.quantity);
        child.isAttached = true;
        if (hasStop && hasTarget)
            child.sibling = OrderId{id.value + (isStop ? 2 : 1)};
        m_orders.plan(std::move(child));
    }
}

const Order *BracketDesk::attachedOf(const Order &entry, OrderRole role) const
{
    if (entry.role != OrderRole::Entry)
        return nullptr;
    for (const std::uint64_t number : {entry.id.value + 1, entry.id.value + 2}) {
        const Order *child = m_core.state.orders().find(OrderId{number});
        if (child != nullptr && child->isAttached && child->parent == entry.id && child->role == role)
            return child;
    }
    return nullptr;
}

bool BracketDesk::isDormant(const Order &order) const
{
    const Order *entry = order.isAttached ? m_core.state.orders().find(order.parent) : nullptr;
    return entry != nullptr && !isFinal(entry->state()) && entry->filledQuantity().isZero();
}

Quantity BracketDesk::naked(BookId book, OrderRole guard) const
{
    return m_core.state.portfolio().position(book).quantity().magnitude()
        - m_core.state.orders().armed(book, [guard](const Order &order) {
              const bool isGuard = order.role == guard && order.state() != OrderState::CancelPending;
              return isGuard || order.role == OrderRole::Exit;
          });
}

void BracketDesk::onEntryFill(const Order &entry, Quantity filled, bool isEnding)
{
    // A fill that only closed the other side of its book leaves nothing to protect.
    const Position &position = m_core.state.portfolio().position(entry.book);
    if (position.isFlat() || position.side() != entry.side)
        return;
    const Quantity bare = naked(entry.book, guardOf(entry));
    if (!bare.isPositive())
        return; // the venue holds it
    // Of a stop that was taken back while its entry goes on nothing is restored; where the entry was ending too, this
    // fill was not meant to come.
    protect(entry, std::min({filled, bare, isEnding ? filled : uncovered(entry)}));
}

Quantity BracketDesk::uncovered(const Order &entry) const
{
    // A stop that was at the venue and is gone was cancelled on purpose; one that never got there was lost.
    Quantity planned;
    m_core.state.orders().forEachFrom(entry.id, [&](const Order &child) {
        if (child.parent != entry.id || child.role != guardOf(entry))
            return;
        const bool wasLost = child.state() == OrderState::Rejected || child.state() == OrderState::Denied;
        planned += wasLost ? child.filledQuantity() : child.quantity;
    });
    return entry.filledQuantity() - planned;
}

void BracketDesk::protect(const Order &entry, Quantity quantity)
{
    if (const Instrument &instrument = m_core.instrumentOf(entry.book); !instrument.isOnLot(quantity))
        quantity = instrument.roundToLot(quantity);
    if (!quantity.isPositive())
        return;
    const bool isPair = entry.bracketStop.isPositive() && entry.bracketTarget.isPositive();
    const OrderId first = m_core.state.nextOrderId();
    if (entry.bracketStop.isPositive()) {
        OrderDraft draft{childOf(entry, OrderRole::StopLoss, quantity)};
        if (isPair)
            draft.order.sibling = OrderId{first.value + 1};
        if (const auto placed = m_orders.place(std::move(draft)); !placed)
            m_core.trouble(ErrorClass::Trading, ErrorRecovery::Stop, u"order"_s, u"position unprotected: "_s + placed.error().detail);
    }
    if (entry.bracketTarget.isPositive()) {
        OrderDraft draft{childOf(entry, OrderRole::TakeProfit, quantity)};
        if (isPair)
            draft.order.sibling = first;
        if (const auto placed = m_orders.place(std::move(draft)); !placed)
            m_core.log(Severity::Warning, u"order"_s, u"target not placed: "_s + placed.error().detail);
    }
}

void BracketDesk::onEntryEnd(const Order &entry)
{
    if (entry.filledQuantity().isZero())
        return; // the venue ends what it held for it
    for (const OrderRole role : protectiveRoles) {
        if (const Order *child = attachedOf(entry, role))
            fitToEntry(*child);
    }
}

void BracketDesk::fitToEntry(const Order &child)
{
    if (!child.isAttached || (child.state() != OrderState::Open && child.state() != OrderState::Partial))
        return;
    const Order *entry = m_core.state.orders().find(child.parent);
    if (entry == nullptr || !isFinal(entry->state()))
        return;
    const Order *sibling = m_core.state.orders().find(child.sibling);
    const Quantity mayClose = entry->filledQuantity() - (sibling == nullptr ? Quantity() : sibling->filledQuantity());
    if (mayClose < child.quantity)
        m_orders.resize(child.id, mayClose, u"nothing is left to close"_s);
}

void BracketDesk::reduceSibling(const Order &filled)
{
    const Order *sibling = m_core.state.orders().find(filled.sibling);
    if (sibling == nullptr || isFinal(sibling->state()))
        return;
    const QString reason = u"the other side of the bracket was filled"_s;
    if (filled.leavesQuantity().isZero())
        std::ignore = m_orders.cancel(sibling->id, reason);
    else
        m_orders.resize(sibling->id, filled.leavesQuantity() + sibling->filledQuantity(), reason);
}

void BracketDesk::catchUp(const Order &child)
{
    fitToEntry(child);
    if (const Order *sibling = m_core.state.orders().find(child.sibling);
        sibling != nullptr && sibling->filledQuantity().isPositive() && sibling->leavesQuantity() < child.leavesQuantity())
        reduceSibling(*sibling);
    fitToHolding(child.book);
}

void BracketDesk::fitToHolding(BookId book)
{
    for (const OrderRole role : protectiveRoles)
        fitToHolding(book, role);
}

void BracketDesk::fitToHolding(BookId book, OrderRole role)
{
    const OrderBook &orders = m_core.state.orders();
    const Position &position = m_core.state.portfolio().position(book);
    struct Cut {
        OrderId id;
        Quantity armed;
        bool isAgainst; // closes what is held, rather than adding to it
    };
    QVarLengthArray<Cut, 8> cuts; // acting changes what is active
    Quantity excess = -position.quantity().magnitude();
    for (const OrderId id : orders.activeOf(book)) {
        const Order &order = *orders.find(id);
        if (order.role != role || order.state() == OrderState::CancelPending)
            continue;
        if (order.state() == OrderState::ModifyPending)
            return; // its answer comes here again
        const Quantity armed = orders.armedLeaves(order);
        if (!armed.isPositive())
            continue;
        cuts.push_back({id, armed, !position.isFlat() && position.side() != order.side});
        if (cuts.back().isAgainst)
            excess += armed;
    }
    for (const Cut &cut : cuts) {
        const Quantity by = cut.isAgainst ? std::clamp(excess, Quantity(), cut.armed) : cut.armed;
        if (!by.isPositive())
            continue;
        m_orders.resize(cut.id, orders.find(cut.id)->quantity - by, u"position closed"_s);
        if (cut.isAgainst)
            excess -= by;
    }
}

void BracketDesk::restore(BookId book)
{
    const std::vector<OrderId> active = m_core.state.orders().activeOf(book);
    for (const OrderId id : active)
        fitToEntry(*m_core.state.orders().find(id)); // its entry may have ended unheard of
    const Position &position = m_core.state.portfolio().position(book);
    const Quantity bare = position.isFlat() ? Quantity() : naked(book);
    if (!bare.isPositive())
        return;
    for (const Order &entry : m_core.state.orders().all() | std::views::reverse) {
        if (entry.role != OrderRole::Entry || entry.book != book || entry.side != position.side()
            || entry.filledQuantity().isZero() || !entry.bracketStop.isPositive())
            continue;
        const Quantity lost = std::min(bare, uncovered(entry));
        if (!lost.isPositive())
            return;
        protect(entry, lost);
        m_core.log(Severity::Warning, u"order"_s, u"stop of %1 restored after the restart"_s.arg(m_core.instrumentOf(book).symbol));
        return;
    }
}

} // namespace bellwether
