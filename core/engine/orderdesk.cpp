#include "core/engine/orderdesk.h"

#include <QVarLengthArray>
#include <charconv>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

using Kind = OrderEvent::Kind;
using Severity = DeskEvent::Severity;

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

} // namespace

OrderDesk::OrderDesk(EngineCore &core, BrokerClient &broker)
    : m_core(core), m_broker(broker), m_risk(core), m_routing(core, m_risk), m_brackets(core, *this), m_watch(core, *this, m_brackets),
      m_filledAt(core.catalogue->size())
{
}

Result<OrderId> OrderDesk::place(Draft draft)
{
    draft.order.product = m_core.productOf(draft.order);
    const RiskView view = viewOf(draft);
    const auto refuse = [&](const QString &rule, const QString &text) {
        m_core.record(OrderRefused{draft.order.strategy, draft.order.instrument, rule, text});
        return failure(ErrorCode::Denied, text);
    };
    if (auto denial = checkOrder(view)) {
        auto refused = refuse(denial->rule, denial->text);
        if (denial->rule == u"repeated_orders")
            stopRepeating({draft.order.strategy, draft.order.instrument}, denial->text);
        return refused;
    }
    Route route;
    if (m_routing.isOn() && draft.order.role == OrderRole::Entry) {
        auto chosen = m_routing.choose(draft.order, view.expectedValue(), view.marginNeeded());
        if (!chosen)
            return refuse(u"no_account"_s, chosen.error().detail);
        route = *std::move(chosen);
    }
    const OrderId id = plan(std::move(draft.order), draft.work, &route);
    if (m_broker.holdsBrackets())
        m_brackets.planWith(id);
    m_unsent.push_back({id, m_core.lastSequence()});
    return id;
}

OrderId OrderDesk::plan(Order order, WorkId work, const Route *route)
{
    const OrderId id = order.id = m_core.state.nextOrderId();
    order.clientId = clientIdOf(m_core.config.account, id);
    order.createdAt = order.updatedAt = m_core.now();
    order.product = m_core.productOf(order);
    if (auto checked = order.apply({Kind::PassedChecks, order.createdAt}); !checked)
        throw Fault(checked.error().detail);
    const bool isChosen = route != nullptr && !route->account.isEmpty();
    const AccountId account = !m_routing.isOn() ? AccountId() : isChosen ? route->account : m_routing.accountOf(order);
    if (isChosen)
        order.reason += (order.reason.isEmpty() ? QString() : u"; "_s) + describe(*route);
    // The state keeps the order, in state Checked, until the intent is durable.
    m_core.record(OrderPlanned{std::move(order), work});
    if (!account.isEmpty())
        m_core.record(OrderRouted{id, account, isChosen ? describe(*route) : u"with what it belongs to"_s});
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

std::vector<Denial> OrderDesk::preview(const Draft &draft) const
{
    const RiskView view = viewOf(draft);
    std::vector<Denial> denials = checkOrderFully(view);
    if (m_routing.isOn() && draft.order.role == OrderRole::Entry) {
        if (const auto chosen = m_routing.choose(draft.order, view.expectedValue(), view.marginNeeded()); !chosen)
            denials.push_back({u"no_account"_s, chosen.error().detail});
    }
    return denials;
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
