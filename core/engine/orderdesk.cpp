#include "core/engine/orderdesk.h"

#include <QScopeGuard>
#include <QVarLengthArray>

#include <charconv>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

using Kind = OrderEvent::Kind;
using Severity = DeskEvent::Severity;

constexpr Duration askAgainAfter = std::chrono::seconds(5); // the venue, about orders that an exit waits for

bool isAtVenue(OrderState state) { return isWorking(state) && state != OrderState::Intent && state != OrderState::Unknown; }

// Ours at the venue for ever: the account's journal numbers orders without reuse.
ClientOrderId clientIdOf(const AccountId &account, OrderId id)
{
    std::array<char, 36> text{'b', 'w', '-'};
    const std::string_view name = account.view().substr(0, 12);
    char *end = std::copy(name.begin(), name.end(), text.data() + 3);
    *end++ = '-';
    end = std::to_chars(end, text.data() + text.size(), id.value).ptr;
    return ClientOrderId(std::string_view(text.data(), std::size_t(end - text.data())));
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

} // namespace

OrderDesk::OrderDesk(EngineCore &core, BrokerClient &broker)
    : m_core(core), m_broker(broker), m_risk(core), m_brackets(core, *this), m_watch(core, *this, m_brackets),
      m_filledAt(core.catalogue->size())
{
}

Result<OrderId> OrderDesk::place(Draft draft)
{
    draft.order.product = m_core.productOf(draft.order);
    if (auto denial = checkOrder(viewOf(draft))) {
        m_core.record(OrderRefused{draft.order.strategy, draft.order.instrument, denial->rule, denial->text});
        if (denial->rule == u"repeated_orders")
            stopRepeating({draft.order.strategy, draft.order.instrument}, denial->text);
        return failure(ErrorCode::Denied, denial->text);
    }
    const OrderId id = plan(std::move(draft.order), draft.work);
    if (m_broker.holdsBrackets())
        m_brackets.planWith(id);
    m_unsent.push_back({id, m_core.lastSequence()});
    return id;
}

OrderId OrderDesk::plan(Order order, WorkId work)
{
    const OrderId id = order.id = m_core.state.nextOrderId();
    order.clientId = clientIdOf(m_core.config.account, id);
    order.createdAt = order.updatedAt = m_core.now();
    order.product = m_core.productOf(order);
    if (auto checked = order.apply({Kind::PassedChecks, order.createdAt}); !checked)
        throw Fault(checked.error().detail);
    // The state keeps the order, in state Checked, until the intent is durable.
    m_core.record(OrderPlanned{std::move(order), work});
    if (orderOf(id).role == OrderRole::Entry)
        m_risk.count(orderOf(id));
    tell(orderOf(id));
    return id;
}

// A strategy that repeats itself does nothing more by itself: the trader is asked.
void OrderDesk::stopRepeating(const BookKey &key, const QString &reason)
{
    const DeskState::StrategySwitch switched = m_core.state.switchOf(key);
    if (!m_core.categoryOf(key.strategy) || !switched.isAutomatic)
        return;
    m_core.record(StrategySwitched{key.strategy, key.instrument, switched.isOn, false});
    m_core.trouble(ErrorClass::Trading, ErrorRecovery::Stop, u"risk"_s, u"%1 on %2 is taken out of auto-trading: %3"_s.arg(key.strategy.toString(), key.instrument.toString(), reason));
}

RiskView OrderDesk::viewOf(const Draft &draft) const
{
    const BookId book = m_core.state.portfolio().idOf({draft.order.strategy, draft.order.instrument});
    RiskView view = m_risk.viewOf(draft, book, m_watch.isBlocked(book));
    if (m_core.config.budget) {
        view.ordersLastSecond = m_core.config.budget->used(m_core.now()) + int(m_unsent.size() + m_waiting.size());
        if (m_broker.holdsBrackets() && draft.order.role == OrderRole::Entry)
            view.ordersAtOnce += (draft.order.bracketStop.isPositive() ? 1 : 0) + (draft.order.bracketTarget.isPositive() ? 1 : 0);
    }
    return view;
}

std::vector<Denial> OrderDesk::preview(const Draft &draft) const { return checkOrderFully(viewOf(draft)); }

Result<OrderId> OrderDesk::closeBook(BookId book, const QString &reason, Price referencePrice, SignalId signal)
{
    const auto &[key, position] = m_core.state.portfolio().book(book);
    if (position.isFlat())
        return failure(ErrorCode::NotFound, u"%1 holds nothing in %2"_s.arg(key.strategy.toString(), key.instrument.toString()));
    Draft draft;
    draft.order.signal = signal;
    draft.order.strategy = key.strategy;
    draft.order.instrument = key.instrument;
    draft.order.role = OrderRole::Exit;
    draft.order.side = opposite(position.side());
    draft.order.quantity = position.quantity().magnitude()
        - m_core.state.orders().leaves(book, [](const Order &order) { return order.role == OrderRole::Exit; });
    draft.order.referencePrice = referencePrice;
    draft.order.reason = reason;
    if (!draft.order.quantity.isPositive())
        return failure(ErrorCode::Conflict, u"an exit is already at work"_s);
    if (const Instrument &instrument = m_core.instrumentOf(book); !instrument.isOnLot(draft.order.quantity)) {
        draft.order.quantity = instrument.roundToLot(draft.order.quantity); // fees taken in kind leave odd holdings
        if (!draft.order.quantity.isPositive())
            return failure(ErrorCode::InvalidArgument, u"what is held of %1 is less than the venue takes"_s.arg(instrument.symbol));
    }
    m_closing.insert_or_assign(book, m_core.now());
    cancelBook(book, {OrderRole::Entry, OrderRole::StopLoss, OrderRole::TakeProfit}, reason);
    auto placed = place(std::move(draft));
    if (!placed)
        m_closing.erase(book);
    return placed;
}

Result<void> OrderDesk::cancel(OrderId id, const QString &reason)
{
    const Order *order = m_core.state.orders().find(id);
    if (order == nullptr)
        return failure(ErrorCode::NotFound, u"no order %1"_s.arg(id.value));
    switch (order->state()) {
    case OrderState::Checked:
    case OrderState::Intent: // proved not sent: it waits here for the journal
        forgetUnsent(id);
        change(id, Kind::Denied, reason);
        for (const OrderRole role : {OrderRole::StopLoss, OrderRole::TakeProfit}) {
            const Order *child = m_brackets.attachedOf(orderOf(id), role);
            if (child != nullptr && !isFinal(child->state()))
                change(child->id, Kind::Denied, reason);
        }
        return {};
    case OrderState::Open:
    case OrderState::Partial:
        change(id, Kind::CancelRequested, reason);
        countRequest();
        m_broker.cancel(orderOf(id));
        return {};
    case OrderState::CancelPending:
        return {};
    default:
        return failure(ErrorCode::InvalidTransition, u"order %1 is %2"_s.arg(id.value).arg(toString(order->state())));
    }
}

int OrderDesk::cancelAll(Scope scope, const QString &reason)
{
    int count = 0;
    const std::vector<OrderId> ids = m_core.state.orders().active(); // a copy: cancelling changes it
    for (const OrderId id : ids) {
        const Order &order = orderOf(id);
        if (isFinal(order.state()) || (scope != Scope::All && order.role != OrderRole::Entry)
            || ((scope == Scope::OwnEntries || scope == Scope::AfterOutage) && order.strategy == externalStrategy)
            || (scope == Scope::AfterOutage && m_core.config.keepsEntries.contains(order.strategy)))
            continue;
        if (cancel(id, reason))
            ++count;
    }
    return count;
}

void OrderDesk::cancelBook(BookId book, std::initializer_list<OrderRole> roles, const QString &reason)
{
    const auto &active = m_core.state.orders().activeOf(book);
    const QVarLengthArray<OrderId, 8> ids(active.begin(), active.end()); // a copy: cancelling changes it
    for (const OrderId id : ids) {
        const Order &order = orderOf(id);
        if (!isFinal(order.state()) && !m_brackets.isDormant(order) && std::find(roles.begin(), roles.end(), order.role) != roles.end())
            std::ignore = cancel(id, reason);
    }
}

void OrderDesk::resize(OrderId id, Quantity quantity, const QString &reason)
{
    const Order &order = orderOf(id);
    if (quantity <= order.filledQuantity()) {
        std::ignore = cancel(id, reason); // one that cannot be cancelled yet comes here again when it is accepted
    } else if (order.state() == OrderState::Open || order.state() == OrderState::Partial) {
        change(id, Kind::ModifyRequested);
        noteGrowth(order, quantity);
        countRequest();
        m_broker.modify(order, {{}, quantity});
    }
}

void OrderDesk::committed(std::uint64_t upTo)
{
    // Sending may place more orders (the venue answers inline on paper); those wait for their own commit.
    while (!m_unsent.empty() && m_unsent.front().sequence <= upTo) {
        const Unsent unsent = m_unsent.front();
        if (const Unsent *partner = partnerOf(unsent.order); partner != nullptr && partner->sequence > upTo)
            return; // they leave together, with the commit that holds both
        m_unsent.pop_front();
        const BookId book = orderOf(unsent.order).book;
        const bool isBehind = std::ranges::any_of(m_waiting, [&](const Unsent &other) { return orderOf(other.order).book == book; });
        if (isBehind || !leave(unsent.order))
            m_waiting.push_back(unsent);
    }
}

bool OrderDesk::leave(OrderId id)
{
    if (orderOf(id).state() != OrderState::Checked)
        return true; // it was taken back
    const Order &order = orderOf(id);
    const bool isEntry = order.role == OrderRole::Entry;
    if (isEntry && m_core.state.isKilled()) { // latched while the intent waited for the disk
        std::ignore = cancel(id, u"kill switch"_s);
        return true;
    }
    if (order.role == OrderRole::Exit && !isWayFree(order))
        return false;
    if (exceedsHolding(order)) {
        // A stop or a target was faster while the exit waited.
        const Order exit = order;
        change(id, Kind::Denied, u"the position changed before the order could leave"_s);
        if (!m_core.state.works().parentOf(id).isValid()) // a slice is not the whole
            std::ignore = closeBook(exit.book, exit.reason, exit.referencePrice, exit.signal);
        return true;
    }
    if (!hasRoom(order)) {
        if (!isEntry)
            return false;
        const QString reason = u"the client sent as many orders in this second as it may"_s; // late, it would be another decision
        m_core.record(OrderRefused{order.strategy, order.instrument, u"order_rate"_s, reason});
        std::ignore = cancel(id, reason);
        return true;
    }
    send(id);
    return true;
}

void OrderDesk::releaseWaiting()
{
    if (m_waiting.empty() || std::exchange(m_isReleasing, true))
        return;
    const auto released = qScopeGuard([this] { m_isReleasing = false; }); // after a fault too: exits have to leave later
    const std::deque<Unsent> waiting = m_waiting; // a copy: leaving changes it
    std::size_t stuck = 0;
    QVarLengthArray<BookId, 8> stuckBooks;
    for (const Unsent &unsent : waiting) {
        const auto it = std::ranges::find(m_waiting, unsent.order, &Unsent::order);
        if (it == m_waiting.end())
            continue; // it left with another one, or was taken back
        m_waiting.erase(it);
        const BookId book = orderOf(unsent.order).book;
        if (!stuckBooks.contains(book) && leave(unsent.order))
            continue;
        stuckBooks.append(book);
        m_waiting.insert(m_waiting.begin() + std::ptrdiff_t(stuck++), unsent);
    }
}

bool OrderDesk::isWayFree(const Order &exit)
{
    const auto closing = m_closing.find(exit.book);
    if (closing == m_closing.end())
        return true;
    bool isFree = true;
    const bool isAsking = m_core.now() - closing->second >= askAgainAfter;
    const auto &active = m_core.state.orders().activeOf(exit.book);
    const QVarLengthArray<OrderId, 8> ids(active.begin(), active.end()); // a copy: cancelling changes it
    for (const OrderId id : ids) {
        const Order &order = orderOf(id);
        const bool isProtective = order.role == OrderRole::StopLoss || order.role == OrderRole::TakeProfit;
        if (!isProtective || isFinal(order.state()) || m_brackets.isDormant(order))
            continue;
        std::ignore = cancel(id, exit.reason); // asked for already, or it could not be cancelled before
        if (isFinal(orderOf(id).state()))
            continue;
        isFree = false;
        if (isAsking)
            m_broker.query(orderOf(id));
    }
    if (isFree) {
        m_closing.erase(exit.book);
    } else if (isAsking) {
        m_closing[exit.book] = m_core.now();
        m_core.trouble(ErrorClass::Api, ErrorRecovery::Retry, u"order"_s,
                       u"the exit of %1 waits: the venue has not said what became of its stop or target"_s.arg(m_core.instrumentOf(exit.book).symbol));
    }
    return isFree;
}

bool OrderDesk::hasRoom(const Order &order)
{
    const EngineConfig &config = m_core.config;
    if (!config.budget)
        return true;
    int count = partnerOf(order.id) != nullptr ? 2 : 1;
    for (const OrderRole role : {OrderRole::StopLoss, OrderRole::TakeProfit})
        count += m_brackets.attachedOf(order, role) != nullptr ? 1 : 0;
    return config.budget->take(m_core.now(), count, order.role == OrderRole::Entry, {config.limits.ordersPerSecondMax, config.limits.ordersReserved});
}

void OrderDesk::countRequest()
{
    if (m_core.config.budget)
        m_core.config.budget->note(m_core.now());
}

bool OrderDesk::exceedsHolding(const Order &order) const
{
    if (order.role != OrderRole::Exit)
        return false;
    const Position &position = m_core.state.portfolio().position(order.book);
    const bool isAgainst = !position.isFlat() && position.side() != order.side;
    return order.leavesQuantity() > (isAgainst ? position.quantity().magnitude() : Quantity());
}

const OrderDesk::Unsent *OrderDesk::partnerOf(OrderId id) const
{
    const Order &order = orderOf(id);
    if (!m_broker.holdsPairs() || !order.sibling.isValid() || order.isAttached)
        return nullptr;
    const Unsent *partner = nullptr;
    for (const auto *list : {&m_unsent, &m_waiting}) {
        if (const auto found = std::ranges::find(*list, order.sibling, &Unsent::order); found != list->end())
            partner = &*found;
    }
    if (partner == nullptr)
        return nullptr;
    const Order &other = orderOf(order.sibling);
    const bool isPair = other.sibling == id && other.side == order.side && other.quantity == order.quantity
        && ((order.type == OrderType::Stop && other.type == OrderType::Limit) || (order.type == OrderType::Limit && other.type == OrderType::Stop));
    return isPair ? partner : nullptr;
}

void OrderDesk::sendPair(const Order &one, const Order &other)
{
    for (const Order *order : {&one, &other}) {
        change(order->id, Kind::IntentCommitted);
        change(order->id, Kind::SendStarted);
        ++m_sent.count;
        m_sent.content += sendHash(*order);
    }
    const bool isStopFirst = one.type == OrderType::Stop;
    m_broker.submitPair(isStopFirst ? one : other, isStopFirst ? other : one);
}

void OrderDesk::forgetUnsent(OrderId id)
{
    for (auto *unsent : {&m_unsent, &m_waiting})
        std::erase_if(*unsent, [id](const Unsent &each) { return each.order == id; });
    if (orderOf(id).role == OrderRole::Exit)
        m_closing.erase(orderOf(id).book);
}

void OrderDesk::send(OrderId id)
{
    const Order &order = orderOf(id);
    if (const Unsent *partner = partnerOf(id)) {
        const Order &other = orderOf(partner->order);
        forgetUnsent(other.id);
        return sendPair(order, other);
    }
    std::array<const Order *, 3> parts{&order, m_brackets.attachedOf(order, OrderRole::StopLoss),
                                       m_brackets.attachedOf(order, OrderRole::TakeProfit)};
    for (const Order *&part : parts) {
        if (part == nullptr || part->state() != OrderState::Checked) {
            part = nullptr; // it was taken back meanwhile
            continue;
        }
        change(part->id, Kind::IntentCommitted);
        change(part->id, Kind::SendStarted);
        ++m_sent.count;
        m_sent.content += sendHash(*part);
    }
    if (parts[1] != nullptr || parts[2] != nullptr)
        m_broker.submitBracket(order, parts[1], parts[2]);
    else
        m_broker.submit(order);
}

void OrderDesk::checkTime()
{
    m_watch.checkTime();
    releaseWaiting();
    // A request that waits in the adapter makes the wire lag; ahead of us, or different, it can never be.
    const WireTally &wire = m_broker.wire();
    if (!m_core.state.isKilled() && (wire.count > m_sent.count || (wire.count == m_sent.count && wire.content != m_sent.content)))
        distrust(u"%1 orders reached the wire, %2 were journalled"_s.arg(wire.count).arg(m_sent.count)
                 + (wire.count == m_sent.count ? u", and they are not the same"_s : QString()));
}

void OrderDesk::noteGrowth(const Order &order, Quantity quantity)
{
    if (quantity > order.quantity)
        m_growing[order.id] = quantity;
    else
        m_growing.erase(order.id);
}

// The answer to a request for a larger size may be lost or late, and fills of that size come first. They prove it; what the size
// really is the venue is asked.
bool OrderDesk::growToFill(const VenueReport &report, const Order &order)
{
    if (report.kind != VenueReport::Kind::Filled || isFinal(order.state()) || m_core.state.portfolio().hasApplied(report.venueTradeId))
        return false;
    const Quantity needed = order.filledQuantity() + report.quantity;
    const auto growing = order.state() == OrderState::ModifyPending ? m_growing.find(order.id) : m_growing.end();
    Quantity size = growing != m_growing.end() ? std::max(needed, growing->second) : order.quantity;
    if (needed > size)
        size = needed + m_core.instrumentOf(order.book).lotSize; // open until the venue has told how large it was
    if (size == order.quantity)
        return false;
    if (order.state() == OrderState::Unknown)
        change(order.id, Kind::Accepted);
    if (order.state() == OrderState::CancelPending)
        change(order.id, Kind::CancelRefused, u"it is larger at the venue"_s);
    if (order.state() != OrderState::ModifyPending)
        change(order.id, Kind::ModifyRequested, u"it is larger at the venue"_s);
    m_core.record(OrderChanged{order.id, {Kind::Modified, m_core.now(), size, {}, {}}, {}, {}, {}, {}});
    m_growing.erase(order.id);
    return true;
}

void OrderDesk::onReport(const VenueReport &report)
{
    const Order *order = m_core.state.orders().find(report.order);
    if (order == nullptr) {
        m_core.log(Severity::Warning, u"order"_s, u"the venue reports an order that is not ours: "_s + report.order.toString());
        return;
    }
    const bool wasCancelling = order->state() == OrderState::CancelPending;
    const bool hasGrown = growToFill(report, *order);
    const auto changed = changeOf(report, *order);
    if (!changed)
        return;
    const OrderState before = order->state();
    const auto effect = m_core.tryRecord(*changed);
    if (!effect) {
        m_core.trouble(ErrorClass::Data, ErrorRecovery::Stop, u"order"_s, u"report ignored: "_s + effect.error().detail, Severity::Warning);
        return;
    }
    tell(*order);
    if (order->role == OrderRole::Entry && isFinal(order->state()))
        m_brackets.onEntryEnd(*order);
    if (effect->fill)
        onFill(*order, *effect->fill, effect->realizedPnl, before == OrderState::CancelPending || isFinal(before));
    onChanged(*order, before, changed->event.kind, changed->event.reason);
    releaseWaiting();
    order = m_core.state.orders().find(report.order);
    if (!hasGrown || order == nullptr || isFinal(order->state()))
        return;
    if (wasCancelling)
        std::ignore = cancel(order->id, u"as asked before"_s);
    m_broker.query(orderOf(order->id));
}

std::optional<OrderChanged> OrderDesk::changeOf(const VenueReport &report, const Order &order) const
{
    // A replay of old news, or the answer to a query: nothing that is not known.
    if (report.kind == VenueReport::Kind::Filled && m_core.state.portfolio().hasApplied(report.venueTradeId))
        return {};
    if (report.kind == VenueReport::Kind::Accepted && isAtVenue(order.state()))
        return {};
    if (report.kind != VenueReport::Kind::Filled && isFinal(order.state()))
        return {};
    OrderChanged changed{order.id, {Kind::Accepted, report.time, {}, {}, report.reason}, report.venueOrderId, {}, {}, {}};
    switch (report.kind) {
    case VenueReport::Kind::Accepted: changed.event.kind = Kind::Accepted; break;
    case VenueReport::Kind::Rejected: changed.event.kind = Kind::Rejected; break;
    case VenueReport::Kind::Cancelled: changed.event.kind = Kind::Cancelled; break;
    case VenueReport::Kind::Expired: changed.event.kind = Kind::Expired; break;
    case VenueReport::Kind::RequestRefused: changed.event.kind = Kind::CancelRefused; break;
    case VenueReport::Kind::Absent: {
        // What was accepted once and is absent now is gone; only an order that was never heard of was never there.
        const bool isPending = order.state() == OrderState::CancelPending || order.state() == OrderState::ModifyPending;
        changed.event.kind = isPending ? Kind::Cancelled : Kind::Rejected;
        changed.event.reason = isPending ? u"the venue does not have it any more"_s : u"the venue never saw it"_s;
        break;
    }
    case VenueReport::Kind::Modified:
        changed.event.kind = Kind::Modified;
        changed.event.price = report.price;
        changed.event.quantity = report.quantity;
        break;
    case VenueReport::Kind::Filled:
        changed.event.kind = isFinal(order.state()) ? Kind::LateFill : Kind::Filled;
        changed.event.price = report.price;
        changed.event.quantity = report.quantity;
        changed.venueTradeId = report.venueTradeId;
        changed.commission = report.commission;
        changed.fill = m_core.state.nextFillId();
        break;
    }
    return changed;
}

void OrderDesk::onChanged(const Order &order, OrderState before, Kind kind, const QString &reason)
{
    const bool isProtective = order.role == OrderRole::StopLoss || order.role == OrderRole::Exit;
    switch (kind) {
    case Kind::Rejected:
        m_core.trouble(ErrorClass::Trading, ErrorRecovery::Stop, u"order"_s, u"%1 rejected: %2"_s.arg(describe(order, m_core.instrumentOf(order.book)), reason));
        [[fallthrough]];
    case Kind::Cancelled:
    case Kind::Expired:
        if (isProtective && before != OrderState::CancelPending)
            m_watch.onLost(order, reason);
        break;
    case Kind::CancelRefused:
        m_broker.query(order); // it may have been filled or cancelled meanwhile
        break;
    case Kind::Accepted:
    case Kind::Modified:
        catchUp(order.id);
        if (isProtective)
            m_watch.onPlaced(order);
        break;
    default:
        break;
    }
}

void OrderDesk::catchUp(OrderId id)
{
    const Order &order = orderOf(id);
    if (order.state() != OrderState::Open && order.state() != OrderState::Partial)
        return;
    if (order.role == OrderRole::Entry) {
        const EngineState lifecycle = m_core.lifecycle;
        if (m_core.state.isKilled() || m_core.state.isHalted() || lifecycle == EngineState::Faulted
            || lifecycle == EngineState::Stopping || lifecycle == EngineState::Stopped)
            std::ignore = cancel(id, u"entries are halted"_s);
        else
            m_brackets.fitToHolding(order.book); // one made smaller leaves less to wait for
    } else if (order.role == OrderRole::Exit) {
        const Position &position = m_core.state.portfolio().position(order.book);
        if (position.isFlat() || position.side() == order.side)
            std::ignore = cancel(id, u"position closed"_s);
    } else {
        m_brackets.catchUp(order);
    }
}

void OrderDesk::onFill(const Order &order, const Fill &fill, const Money &realizedPnl, bool isEnding)
{
    const Instrument &instrument = m_core.instrumentOf(order.book);
    m_core.listener().onFill({fill, instrument.symbol, realizedPnl, instrument.priceDecimals(), instrument.quantityDecimals()});
    if (m_core.isNarrated()) {
        QString text = u"%1 %2 %3 @ %4"_s.arg(fill.side == Side::Buy ? u"bought"_s : u"sold"_s, toString(fill.lastQuantity), instrument.symbol, toString(fill.lastPrice));
        if (!realizedPnl.amount.isZero())
            text += u", result %1"_s.arg(realizedPnl.toDouble(), 0, 'f', 2);
        m_core.log(realizedPnl.amount.isNegative() ? Severity::Warning : Severity::Good, u"fill"_s, text);
    }
    const BookId book = order.book;
    m_lastFillAt = m_filledAt[m_core.state.instrumentOf(book)] = m_core.now();
    if (order.role == OrderRole::Entry)
        m_brackets.onEntryFill(order, fill.lastQuantity, isEnding);
    else if (order.role != OrderRole::Exit)
        m_brackets.reduceSibling(order);
    fitToHolding(book);
}

void OrderDesk::fitToHolding(BookId book)
{
    if (m_core.state.portfolio().position(book).isFlat())
        cancelBook(book, {OrderRole::Exit}, u"position closed"_s);
    m_brackets.fitToHolding(book);
}

void OrderDesk::takeTerms(OrderId id, Price price, Quantity quantity)
{
    const Order &order = orderOf(id);
    m_core.log(Severity::Warning, u"venue"_s, u"order %1 was changed elsewhere: %2 @ %3"_s.arg(id.value).arg(toString(quantity), toString(price)));
    change(id, Kind::ModifyRequested, u"changed elsewhere"_s);
    VenueReport report;
    report.kind = VenueReport::Kind::Modified;
    report.order = order.clientId;
    report.time = m_core.now();
    report.price = price;
    report.quantity = quantity;
    onReport(report);
}

void OrderDesk::distrust(const QString &reason)
{
    if (!m_core.state.isKilled()) {
        m_core.record(LatchSet{Latch::Kill, true, reason});
        m_core.journal.commit();
        m_core.trouble(ErrorClass::Trading, ErrorRecovery::Stop, u"risk"_s, reason + u"; the kill switch is latched"_s);
    }
    cancelAll(Scope::OwnEntries, reason);
}

void OrderDesk::resolveAfterRestart()
{
    // What was checked or durable but never heard of may have left: rule 2 of the order states.
    const std::vector<OrderId> ids = m_core.state.orders().active();
    for (const OrderId id : ids) {
        switch (orderOf(id).state()) {
        case OrderState::Checked:
            change(id, Kind::IntentCommitted);
            [[fallthrough]];
        case OrderState::Intent:
            change(id, Kind::SendStarted);
            [[fallthrough]];
        default:
            break;
        }
        m_broker.query(orderOf(id));
        // A request that was out when the program ended may be lost: repeating it cannot do more than the first.
        const Order &order = orderOf(id);
        if (order.state() == OrderState::CancelPending) {
            m_broker.cancel(order);
        } else if (order.state() == OrderState::ModifyPending) {
            change(id, Kind::CancelRefused, u"the outcome of the modification is not known"_s);
            catchUp(id);
        }
    }
    for (std::uint64_t number = 1; number <= m_core.state.portfolio().books().size(); ++number)
        m_brackets.restore(BookId{number});
}

void OrderDesk::change(OrderId id, Kind kind, const QString &reason)
{
    m_core.record(OrderChanged{id, {kind, m_core.now(), {}, {}, reason}, {}, {}, {}, {}});
    tell(orderOf(id));
}

void OrderDesk::tell(const Order &order) const
{
    if (!m_core.isNarrated())
        return;
    const Instrument &instrument = m_core.instrumentOf(order.book);
    m_core.listener().onOrder({order, instrument.symbol, instrument.priceDecimals(), instrument.quantityDecimals()});
}

} // namespace bellwether
