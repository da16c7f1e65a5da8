#include "core/engine/orderdesk.h"

#include <QVarLengthArray>

#include <limits>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

using Kind = OrderEvent::Kind;
using Severity = DeskEvent::Severity;

bool isAtVenue(OrderState state) { return isWorking(state) && state != OrderState::Intent && state != OrderState::Unknown; }

// Ours at the venue for ever: the account's journal numbers orders without reuse.
ClientOrderId clientIdOf(const AccountId &account, OrderId id)
{
    return ClientOrderId("bw-" + std::string(account.view().substr(0, 12)) + "-" + std::to_string(id.value));
}

QString describe(const Order &order, const Instrument &instrument)
{
    QString text = u"%1 %2 %3 %4"_s.arg(toString(order.type), toString(order.side), toString(order.quantity), instrument.symbol);
    if (order.type == OrderType::Limit || order.type == OrderType::StopLimit)
        text += u" @ "_s + toString(order.limitPrice);
    if (order.type == OrderType::Stop || order.type == OrderType::StopLimit)
        text += u" stop "_s + toString(order.stopPrice);
    return text;
}

// What shows that the bracket of an entry is at the venue: its stop, or the target of one without a stop.
OrderRole guardOf(const Order &entry) { return entry.bracketStop.isPositive() ? OrderRole::StopLoss : OrderRole::TakeProfit; }

} // namespace

OrderDesk::OrderDesk(EngineCore &core, BrokerClient &broker) : m_core(core), m_broker(broker) {}

void OrderDesk::adoptState()
{
    for (const auto &[key, position] : m_core.state.portfolio().books()) {
        if (!position.isFlat())
            m_held.insert(key);
    }
}

Result<OrderId> OrderDesk::place(Draft draft)
{
    if (auto denial = checkOrder(viewOf(draft))) {
        m_core.record(OrderRefused{draft.order.strategy, draft.order.instrument, denial->rule, denial->text});
        return failure(ErrorCode::Denied, denial->text);
    }
    const OrderId id = plan(std::move(draft.order));
    if (m_broker.holdsBrackets())
        planBracket(id);
    m_unsent.push_back({id, m_core.lastSequence()});
    return id;
}

OrderId OrderDesk::plan(Order order)
{
    const OrderId id = order.id = m_core.state.nextOrderId();
    order.clientId = clientIdOf(m_core.config.account, id);
    order.createdAt = order.updatedAt = m_core.now();
    if (auto checked = order.apply({Kind::PassedChecks, order.createdAt}); !checked)
        throw Fault(checked.error().detail);
    if (order.role == OrderRole::Entry)
        m_flow.add(order);
    // The state keeps the order, in state Checked, until the intent is durable.
    m_core.record(OrderPlanned{std::move(order)});
    tell(*m_core.state.orders().find(id));
    return id;
}

void OrderDesk::planBracket(OrderId id)
{
    const Order &entry = *m_core.state.orders().find(id);
    if (entry.role != OrderRole::Entry)
        return;
    std::vector<Order> children;
    for (const OrderRole role : {OrderRole::StopLoss, OrderRole::TakeProfit}) {
        if ((role == OrderRole::StopLoss ? entry.bracketStop : entry.bracketTarget).isPositive())
            children.push_back(childOf(entry, role, entry.quantity));
    }
    if (children.size() == 2) {
        children[0].sibling = OrderId{id.value + 2};
        children[1].sibling = OrderId{id.value + 1};
    }
    for (Order &child : children) {
        child.isAttached = true;
        plan(std::move(child));
    }
}

Order OrderDesk::childOf(const Order &entry, OrderRole role, Quantity quantity)
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

const Order *OrderDesk::attachedOf(const Order &entry, OrderRole role) const
{
    for (const std::uint64_t number : {entry.id.value + 1, entry.id.value + 2}) {
        const Order *child = m_core.state.orders().find(OrderId{number});
        if (child != nullptr && child->isAttached && child->parent == entry.id && child->role == role)
            return child;
    }
    return nullptr;
}

bool OrderDesk::isDormant(const Order &order) const
{
    const Order *entry = order.isAttached ? m_core.state.orders().find(order.parent) : nullptr;
    return entry != nullptr && !isFinal(entry->state()) && entry->filledQuantity().isZero();
}

std::vector<Denial> OrderDesk::preview(const Draft &draft) const { return checkOrderFully(viewOf(draft)); }

Result<OrderId> OrderDesk::closeBook(const BookKey &key, const QString &reason, Price referencePrice, SignalId signal)
{
    const Position *position = m_core.state.portfolio().find(key);
    if (position == nullptr || position->isFlat())
        return failure(ErrorCode::NotFound, u"%1 holds nothing in %2"_s.arg(key.strategy.toString(), key.instrument.toString()));
    Draft draft;
    draft.order.signal = signal;
    draft.order.strategy = key.strategy;
    draft.order.instrument = key.instrument;
    draft.order.role = OrderRole::Exit;
    draft.order.side = opposite(position->side());
    draft.order.quantity = position->quantity().magnitude()
        - m_core.state.orders().leaves(key, [](const Order &order) { return order.role == OrderRole::Exit; });
    draft.order.referencePrice = referencePrice;
    draft.order.reason = reason;
    if (!draft.order.quantity.isPositive())
        return failure(ErrorCode::Conflict, u"an exit is already at work"_s);
    cancelBook(key, {OrderRole::Entry, OrderRole::StopLoss, OrderRole::TakeProfit}, reason);
    return place(std::move(draft));
}

Result<void> OrderDesk::cancel(OrderId id, const QString &reason)
{
    const Order *order = m_core.state.orders().find(id);
    if (order == nullptr)
        return failure(ErrorCode::NotFound, u"no order %1"_s.arg(id.value));
    switch (order->state()) {
    case OrderState::Checked:
    case OrderState::Intent: // proved not sent: it waits here for the journal
        std::erase_if(m_unsent, [id](const Unsent &unsent) { return unsent.order == id; });
        change(id, Kind::Denied, reason);
        for (const OrderRole role : {OrderRole::StopLoss, OrderRole::TakeProfit}) {
            const Order *child = attachedOf(*m_core.state.orders().find(id), role);
            if (child != nullptr && !isFinal(child->state()))
                change(child->id, Kind::Denied, reason);
        }
        return {};
    case OrderState::Open:
    case OrderState::Partial: {
        change(id, Kind::CancelRequested, reason);
        m_broker.cancel(*m_core.state.orders().find(id));
        return {};
    }
    case OrderState::CancelPending:
        return {};
    default:
        return failure(ErrorCode::InvalidTransition, u"order %1 is %2"_s.arg(id.value).arg(toString(order->state())));
    }
}

int OrderDesk::cancelAll(bool entriesOnly, const QString &reason)
{
    int count = 0;
    const std::vector<OrderId> ids(m_core.state.orders().active().begin(), m_core.state.orders().active().end());
    for (const OrderId id : ids) {
        const Order *order = m_core.state.orders().find(id);
        if (isFinal(order->state()) || (entriesOnly && order->role != OrderRole::Entry))
            continue;
        if (cancel(id, reason))
            ++count;
    }
    return count;
}

void OrderDesk::committed(std::uint64_t upTo)
{
    // Sending may place more orders (the venue answers inline on paper); those wait for their own commit.
    while (!m_unsent.empty() && m_unsent.front().sequence <= upTo) {
        const OrderId id = m_unsent.front().order;
        m_unsent.pop_front();
        if (!exceedsHolding(*m_core.state.orders().find(id))) {
            send(id);
            continue;
        }
        // A stop or a target was faster while the exit waited for the disk.
        const Order exit = *m_core.state.orders().find(id);
        change(id, Kind::Denied, u"the position changed before the order could leave"_s);
        std::ignore = closeBook({exit.strategy, exit.instrument}, exit.reason, exit.referencePrice, exit.signal);
    }
}

bool OrderDesk::exceedsHolding(const Order &order) const
{
    if (order.role != OrderRole::Exit)
        return false;
    const Position *position = m_core.state.portfolio().find({order.strategy, order.instrument});
    const bool isAgainst = position != nullptr && !position->isFlat() && position->side() != order.side;
    return order.leavesQuantity() > (isAgainst ? position->quantity().magnitude() : Quantity());
}

void OrderDesk::send(OrderId id)
{
    const Order &order = *m_core.state.orders().find(id);
    std::array<const Order *, 3> parts{&order, attachedOf(order, OrderRole::StopLoss), attachedOf(order, OrderRole::TakeProfit)};
    for (const Order *&part : parts) {
        if (part == nullptr || part->state() != OrderState::Checked) {
            part = nullptr; // it was taken back meanwhile
            continue;
        }
        change(part->id, Kind::IntentCommitted);
        change(part->id, Kind::SendStarted);
    }
    if (parts[1] != nullptr || parts[2] != nullptr)
        m_broker.submitBracket(order, parts[1], parts[2]);
    else
        m_broker.submit(order);
}

void OrderDesk::onReport(const VenueReport &report)
{
    const Order *order = m_core.state.orders().find(report.order);
    if (order == nullptr) {
        m_core.log(Severity::Warning, u"order"_s, u"the venue reports an order that is not ours: "_s + report.order.toString());
        return;
    }
    const OrderId id = order->id;
    const bool isPending = order->state() == OrderState::CancelPending || order->state() == OrderState::ModifyPending;
    const bool isEnding = order->state() == OrderState::CancelPending || isFinal(order->state());
    // A replay of old news, or the answer to a query: nothing that is not known.
    if (report.kind == VenueReport::Kind::Filled && m_core.state.portfolio().hasApplied(report.venueTradeId))
        return;
    if (report.kind == VenueReport::Kind::Accepted && isAtVenue(order->state()))
        return;
    if (report.kind != VenueReport::Kind::Filled && isFinal(order->state()))
        return;
    OrderChanged changed{id, {Kind::Accepted, report.time}, report.venueOrderId, {}, {}, {}};
    changed.event.reason = report.reason;
    switch (report.kind) {
    case VenueReport::Kind::Accepted: changed.event.kind = Kind::Accepted; break;
    case VenueReport::Kind::Rejected: changed.event.kind = Kind::Rejected; break;
    case VenueReport::Kind::Cancelled: changed.event.kind = Kind::Cancelled; break;
    case VenueReport::Kind::Expired: changed.event.kind = Kind::Expired; break;
    case VenueReport::Kind::RequestRefused: changed.event.kind = Kind::CancelRefused; break;
    case VenueReport::Kind::Absent:
        // What was accepted once and is absent now is gone; only an order that was never heard of was never there.
        changed.event.kind = isPending ? Kind::Cancelled : Kind::Rejected;
        changed.event.reason = isPending ? u"the venue does not have it any more"_s : u"the venue never saw it"_s;
        break;
    case VenueReport::Kind::Modified:
        changed.event.kind = Kind::Modified;
        changed.event.price = report.price;
        changed.event.quantity = report.quantity;
        break;
    case VenueReport::Kind::Filled:
        changed.event.kind = isFinal(order->state()) ? Kind::LateFill : Kind::Filled;
        changed.event.price = report.price;
        changed.event.quantity = report.quantity;
        changed.venueTradeId = report.venueTradeId;
        changed.commission = report.commission;
        changed.fill = m_core.state.nextFillId();
        break;
    }
    const auto effect = m_core.tryRecord(changed);
    if (!effect) {
        m_core.log(Severity::Warning, u"order"_s, u"report ignored: "_s + effect.error().detail);
        return;
    }
    order = m_core.state.orders().find(id);
    tell(*order);
    if (order->role == OrderRole::Entry && isFinal(order->state()) && order->filledQuantity().isPositive()) {
        for (const OrderRole role : {OrderRole::StopLoss, OrderRole::TakeProfit}) {
            if (const Order *child = attachedOf(*order, role))
                fitToEntry(child->id);
        }
    }
    if (effect->fill)
        onFill(*order, *effect->fill, effect->realizedPnl, isEnding);
    else if (changed.event.kind == Kind::Rejected)
        m_core.log(Severity::Error, u"order"_s, u"%1 rejected: %2"_s.arg(describe(*order, *m_core.catalogue->find(order->instrument)), changed.event.reason));
    if (changed.event.kind == Kind::CancelRefused)
        m_broker.query(*m_core.state.orders().find(id)); // it may have been filled or cancelled meanwhile
    else if (changed.event.kind == Kind::Accepted || changed.event.kind == Kind::Modified)
        catchUp(id);
}

void OrderDesk::catchUp(OrderId id)
{
    const Order &order = *m_core.state.orders().find(id);
    if (order.state() != OrderState::Open && order.state() != OrderState::Partial)
        return;
    if (order.role == OrderRole::Entry) {
        const EngineState lifecycle = m_core.lifecycle;
        if (m_core.state.isKilled() || m_core.state.isHalted() || lifecycle == EngineState::Faulted
            || lifecycle == EngineState::Stopping || lifecycle == EngineState::Stopped)
            std::ignore = cancel(id, u"entries are halted"_s);
        return;
    }
    fitToEntry(id);
    if (const Order *sibling = m_core.state.orders().find(order.sibling);
        sibling != nullptr && sibling->filledQuantity().isPositive() && sibling->leavesQuantity() < order.leavesQuantity())
        reduceSibling(*sibling);
    fitToHolding({order.strategy, order.instrument});
    const Position *position = m_core.state.portfolio().find({order.strategy, order.instrument});
    if (order.role == OrderRole::Exit && (position == nullptr || position->isFlat() || position->side() == order.side))
        std::ignore = cancel(id, u"position closed"_s);
}

void OrderDesk::onFill(const Order &order, const Fill &fill, const Money &realizedPnl, bool isEnding)
{
    const BookKey key{fill.strategy, fill.instrument};
    const Instrument &instrument = *m_core.catalogue->find(fill.instrument);
    FillRow row{fill, instrument.symbol, realizedPnl, instrument.priceDecimals(), instrument.quantityDecimals()};
    m_core.listener().onFill(row);
    if (m_core.isNarrated()) {
        QString text = u"%1 %2 %3 @ %4"_s.arg(fill.side == Side::Buy ? u"bought"_s : u"sold"_s, toString(fill.lastQuantity), instrument.symbol, toString(fill.lastPrice));
        if (!realizedPnl.amount.isZero())
            text += u", result %1"_s.arg(realizedPnl.toDouble(), 0, 'f', 2);
        m_core.log(realizedPnl.amount.isNegative() ? Severity::Warning : Severity::Good, u"fill"_s, text);
    }

    const bool isHeld = !m_core.state.portfolio().find(key)->isFlat();
    if (isHeld)
        m_held.insert(key);
    else
        m_held.erase(key);
    if (order.role == OrderRole::Entry) {
        // A fill that only closed the other side of its book leaves nothing to protect.
        const Position &position = *m_core.state.portfolio().find(key);
        if (isHeld && position.side() == fill.side)
            cover(order, fill.lastQuantity, isEnding);
    }
    if (order.role == OrderRole::StopLoss || order.role == OrderRole::TakeProfit)
        reduceSibling(order);
    if (!isHeld)
        cancelBook(key, {OrderRole::Exit}, u"position closed"_s);
    fitToHolding(key);
}

void OrderDesk::fitToHolding(const BookKey &key)
{
    fitToHolding(key, OrderRole::StopLoss);
    fitToHolding(key, OrderRole::TakeProfit);
}

void OrderDesk::fitToHolding(const BookKey &key, OrderRole role)
{
    const OrderBook &orders = m_core.state.orders();
    const Position *position = m_core.state.portfolio().find(key);
    const bool isFlat = position == nullptr || position->isFlat();
    struct Cut {
        OrderId id;
        Quantity armed;
        bool isAgainst; // closes what is held, rather than adding to it
    };
    QVarLengthArray<Cut, 8> cuts; // acting changes what is active
    Quantity excess = isFlat ? Quantity() : -position->quantity().magnitude();
    for (const OrderId id : orders.activeOf(key)) {
        const Order &order = *orders.find(id);
        if (order.role != role || order.state() == OrderState::CancelPending)
            continue;
        if (order.state() == OrderState::ModifyPending)
            return; // its answer comes here again
        const Quantity armed = orders.armedLeaves(order);
        if (!armed.isPositive())
            continue;
        cuts.push_back({id, armed, !isFlat && position->side() != order.side});
        if (cuts.back().isAgainst)
            excess += armed;
    }
    for (const Cut &cut : cuts) {
        const Quantity by = cut.isAgainst ? std::clamp(excess, Quantity(), cut.armed) : cut.armed;
        if (!by.isPositive())
            continue;
        resize(cut.id, orders.find(cut.id)->quantity - by);
        if (cut.isAgainst)
            excess -= by;
    }
}

void OrderDesk::resize(OrderId id, Quantity quantity)
{
    const Order &order = *m_core.state.orders().find(id);
    if (quantity <= order.filledQuantity()) {
        std::ignore = cancel(id, u"position closed"_s); // one that cannot be cancelled yet comes here again when accepted
    } else if (order.state() == OrderState::Open || order.state() == OrderState::Partial) {
        change(id, Kind::ModifyRequested);
        m_broker.modify(order, {{}, quantity});
    }
}

void OrderDesk::cover(const Order &entry, Quantity filled, bool isEnding)
{
    const BookKey key{entry.strategy, entry.instrument};
    const OrderBook &orders = m_core.state.orders();
    const OrderRole guard = guardOf(entry);
    const Quantity naked = m_core.state.portfolio().find(key)->quantity().magnitude()
        - orders.armed(key, [guard](const Order &order) {
              const bool isGuard = order.role == guard && order.state() != OrderState::CancelPending;
              return isGuard || order.role == OrderRole::Exit;
          });
    if (!naked.isPositive())
        return; // the venue holds it
    // Of a stop that was taken back while its entry goes on nothing is restored; where the entry was ending too, this
    // fill was not meant to come.
    protect(entry, std::min({filled, naked, isEnding ? filled : uncovered(entry)}));
}

Quantity OrderDesk::uncovered(const Order &entry) const
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

void OrderDesk::protect(const Order &entry, Quantity quantity)
{
    if (!quantity.isPositive())
        return;
    const bool isPair = entry.bracketStop.isPositive() && entry.bracketTarget.isPositive();
    const OrderId first = m_core.state.nextOrderId();
    if (entry.bracketStop.isPositive()) {
        Draft draft{childOf(entry, OrderRole::StopLoss, quantity)};
        if (isPair)
            draft.order.sibling = OrderId{first.value + 1};
        if (const auto placed = place(std::move(draft)); !placed)
            m_core.log(Severity::Error, u"order"_s, u"position unprotected: "_s + placed.error().detail);
    }
    if (entry.bracketTarget.isPositive()) {
        Draft draft{childOf(entry, OrderRole::TakeProfit, quantity)};
        if (isPair)
            draft.order.sibling = first;
        if (const auto placed = place(std::move(draft)); !placed)
            m_core.log(Severity::Warning, u"order"_s, u"target not placed: "_s + placed.error().detail);
    }
}

void OrderDesk::fitToEntry(OrderId id)
{
    const Order &child = *m_core.state.orders().find(id);
    if (!child.isAttached || (child.state() != OrderState::Open && child.state() != OrderState::Partial))
        return;
    const Order *entry = m_core.state.orders().find(child.parent);
    if (entry == nullptr || !isFinal(entry->state()))
        return;
    const Order *sibling = m_core.state.orders().find(child.sibling);
    const Quantity mayClose = entry->filledQuantity() - (sibling == nullptr ? Quantity() : sibling->filledQuantity());
    if (mayClose < child.quantity)
        resize(id, mayClose);
}

void OrderDesk::reduceSibling(const Order &filled)
{
    const Order *sibling = m_core.state.orders().find(filled.sibling);
    if (sibling == nullptr || isFinal(sibling->state()))
        return;
    if (filled.leavesQuantity().isZero()) {
        std::ignore = cancel(sibling->id, u"the other side of the bracket was filled"_s);
    } else if (sibling->state() == OrderState::Open || sibling->state() == OrderState::Partial) {
        resize(sibling->id, filled.leavesQuantity() + sibling->filledQuantity());
    }
}

void OrderDesk::cancelBook(const BookKey &key, std::initializer_list<OrderRole> roles, const QString &reason)
{
    const std::set<OrderId> ids = m_core.state.orders().activeOf(key); // a copy: cancelling changes it
    for (const OrderId id : ids) {
        const Order *order = m_core.state.orders().find(id);
        if (!isFinal(order->state()) && !isDormant(*order) && std::find(roles.begin(), roles.end(), order->role) != roles.end())
            std::ignore = cancel(id, reason);
    }
}

void OrderDesk::resolveAfterRestart()
{
    // What was checked or durable but never heard of may have left: rule 2 of the order states.
    const std::vector<OrderId> ids(m_core.state.orders().active().begin(), m_core.state.orders().active().end());
    for (const OrderId id : ids) {
        switch (m_core.state.orders().find(id)->state()) {
        case OrderState::Checked:
            change(id, Kind::IntentCommitted);
            [[fallthrough]];
        case OrderState::Intent:
            change(id, Kind::SendStarted);
            [[fallthrough]];
        default:
            break;
        }
        m_broker.query(*m_core.state.orders().find(id));
        // A request that was out when the program ended may be lost: repeating it cannot do more than the first.
        const Order &order = *m_core.state.orders().find(id);
        if (order.state() == OrderState::CancelPending) {
            m_broker.cancel(order);
        } else if (order.state() == OrderState::ModifyPending) {
            change(id, Kind::CancelRefused, u"the outcome of the modification is not known"_s);
            catchUp(id);
        }
    }
    for (const OrderId id : ids)
        fitToEntry(id); // what ended last may have done so unheard of
    for (const BookKey &key : std::set<BookKey>(m_held))
        restoreProtection(key);
}

void OrderDesk::restoreProtection(const BookKey &key)
{
    const Position &position = *m_core.state.portfolio().find(key);
    const Quantity stopped = m_core.state.orders().armed(key, [](const Order &o) { return o.role == OrderRole::StopLoss; });
    const Quantity naked = position.quantity().magnitude() - stopped;
    if (!naked.isPositive())
        return;
    const auto &all = m_core.state.orders().all();
    for (auto it = all.rbegin(); it != all.rend(); ++it) {
        const Order &entry = it->second;
        if (entry.role != OrderRole::Entry || entry.strategy != key.strategy || entry.instrument != key.instrument
            || entry.side != position.side() || entry.filledQuantity().isZero() || !entry.bracketStop.isPositive())
            continue;
        const Quantity lost = std::min(naked, uncovered(entry));
        if (!lost.isPositive())
            return;
        protect(entry, lost);
        m_core.log(Severity::Warning, u"order"_s, u"stop of %1 restored after the restart"_s.arg(m_core.catalogue->find(key.instrument)->symbol));
        return;
    }
}

void OrderDesk::change(OrderId id, Kind kind, const QString &reason)
{
    m_core.record(OrderChanged{id, {kind, m_core.now(), {}, {}, reason}, {}, {}, {}, {}});
    tell(*m_core.state.orders().find(id));
}

Money OrderDesk::reservedBy(const Order &order) const
{
    const Price price = order.type == OrderType::Market ? order.referencePrice
        : order.limitPrice.isPositive()                 ? order.limitPrice
                                                        : order.stopPrice;
    return m_core.catalogue->find(order.instrument)->notional(price, order.leavesQuantity());
}

Money OrderDesk::workingExposure() const
{
    Money total = Money::zero(m_core.config.startingCash.currency);
    for (const OrderId id : m_core.state.orders().activeEntries())
        total += reservedBy(*m_core.state.orders().find(id));
    return total;
}

Money OrderDesk::sectorExposure(const QString &sector) const
{
    Money total = Money::zero(m_core.config.startingCash.currency);
    if (sector.isEmpty())
        return total;
    for (const BookKey &key : m_held) {
        const Instrument &instrument = *m_core.catalogue->find(key.instrument);
        if (instrument.sector != sector)
            continue;
        const Portfolio &portfolio = m_core.state.portfolio();
        const Money value = portfolio.find(key)->marketValue(portfolio.markOf(key.instrument), instrument);
        total += value.amount.isNegative() ? -value : value;
    }
    for (const OrderId id : m_core.state.orders().activeEntries()) {
        const Order &order = *m_core.state.orders().find(id);
        if (m_core.catalogue->find(order.instrument)->sector == sector)
            total += reservedBy(order);
    }
    return total;
}

RiskView OrderDesk::viewOf(const Draft &draft) const
{
    const DeskState &state = m_core.state;
    const Portfolio &portfolio = state.portfolio();
    const Order &order = draft.order;
    const InstrumentIndex index = m_core.indexOf(order.instrument);
    const Instrument &instrument = m_core.instrument(index);
    const InstrumentView &market = m_core.market.at(index);
    const BookKey key{order.strategy, order.instrument};
    const Position *book = portfolio.find(key);
    const bool isHeld = book != nullptr && !book->isFlat();

    RiskView view{order, instrument, m_core.config.limits, m_core.market.calendarOf(index), m_core.now(), draft.category};
    if (isReducing(order.role)) {
        if (isHeld && book->side() != order.side) {
            view.heldAgainst = book->quantity().magnitude();
            if (order.role == OrderRole::Exit)
                view.heldAgainst -= state.orders().leaves(key, [](const Order &o) { return o.role == OrderRole::Exit; });
        }
        view.last = market.last;
        return view;
    }
    view.isKilled = state.isKilled();
    view.isHalted = state.isHalted();
    view.haltReason = state.haltReason();
    view.isRunning = m_core.isRunning();
    view.stateReason = m_core.lifecycleReason.isEmpty() ? u"the engine is %1"_s.arg(toString(m_core.lifecycle)) : m_core.lifecycleReason;
    view.last = market.last;
    view.lastAt = market.updatedAt;
    view.bid = market.bid;
    view.ask = market.ask;
    view.tradedValue20d = m_core.market.tradedValue(index);

    const Money working = workingExposure();
    view.equity = portfolio.equity();
    view.cash = portfolio.cash() - working;
    view.grossExposure = portfolio.grossExposure() + working;
    view.openOrders = state.orders().workingCount();
    view.sectorExposure = sectorExposure(instrument.sector);
    view.isBookHeld = isHeld && !draft.releasesBook;
    std::set<BookKey> books = m_held;
    for (const OrderId id : state.orders().activeEntries()) {
        const Order &other = *state.orders().find(id);
        books.insert({other.strategy, other.instrument});
    }
    if (draft.releasesBook && isHeld) {
        // The holding is being closed by an order that goes first: what it ties up becomes free.
        books.erase(key);
        const Money value = book->marketValue(market.last, instrument);
        view.cash += value;
        const Money tiedUp = value.amount.isNegative() ? -value : value;
        view.grossExposure -= tiedUp;
        if (!instrument.sector.isEmpty())
            view.sectorExposure -= tiedUp;
    }
    view.openPositions = int(books.size());
    double highest = std::numeric_limits<double>::quiet_NaN();
    for (const BookKey &other : books) {
        if (other.instrument == order.instrument)
            ++view.openPositionsInSymbol;
        const InstrumentIndex otherIndex = m_core.indexOf(other.instrument);
        const Position *held = portfolio.find(other);
        if (otherIndex != index && held != nullptr && !held->isFlat() && held->side() == order.side) {
            const double value = m_core.market.correlations().between(index, otherIndex);
            if (!std::isnan(value) && !(value <= highest)) {
                highest = value;
                view.correlatedWith = other.instrument;
            }
        }
    }
    view.correlationMax = highest;
    m_flow.forgetUntil(m_core.now());
    view.ordersLastSecond = m_flow.lastSecond();
    view.identicalOrdersLastMinute = m_flow.identicalLastMinute(order);
    return view;
}

void OrderDesk::tell(const Order &order) const
{
    if (!m_core.isNarrated())
        return;
    const Instrument &instrument = *m_core.catalogue->find(order.instrument);
    m_core.listener().onOrder({order, instrument.symbol, instrument.priceDecimals(), instrument.quantityDecimals()});
}

} // namespace bellwether
