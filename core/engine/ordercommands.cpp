#include "core/engine/orderdesk.h"

using namespace Qt::StringLiterals;

// What a trader does to orders and positions by hand, and what he may ask before.
namespace bellwether {

namespace {

using Kind = OrderEvent::Kind;

bool isOpen(OrderState state) { return state == OrderState::Open || state == OrderState::Partial; }

} // namespace

OrderPreview OrderDesk::previewWhole(const Draft &draft) const
{
    Draft whole = draft;
    whole.order.product = m_core.productOf(draft.order);
    const RiskView view = viewOf(whole);
    const Order &order = whole.order;
    OrderPreview preview;
    for (Denial &denial : this->preview(whole))
        preview.refusals.push_back({std::move(denial.rule), std::move(denial.text)});
    preview.price = view.expectedPrice();
    preview.value = view.expectedValue();
    preview.costs = m_core.config.estimateCosts(order, preview.value);
    preview.equity = m_core.state.portfolio().equity();
    const Money working = m_risk.workingExposure();
    preview.cashFree = m_risk.freeCash();
    preview.margin = isReducing(order.role) ? Money::zero(preview.value.currency) : view.marginNeeded();
    preview.risk = preview.riskCosts = Money::zero(preview.value.currency);
    Order exit = order;
    exit.side = opposite(order.side);
    preview.exitCosts = isReducing(order.role) ? Money::zero(preview.value.currency) : m_core.config.estimateCosts(exit, preview.value);
    if (order.bracketStop.isPositive() && preview.price.isPositive()) {
        const Money stopValue = view.instrument.notional(order.bracketStop, order.quantity);
        preview.risk = view.instrument.notional((preview.price - order.bracketStop).magnitude(), order.quantity)
            + preview.costs + m_core.config.estimateCosts(exit, stopValue);
        preview.riskCosts = preview.costs + m_core.config.estimateCosts(exit, stopValue);
    }
    if (order.role == OrderRole::Entry && preview.price.isPositive())
        suggestSize(view, preview);
    const double equity = preview.equity.toDouble();
    if (equity > 0) {
        const double gross = (m_core.state.portfolio().grossExposure() + working).toDouble();
        preview.riskPercent = preview.risk.toDouble() / equity * 100;
        preview.exposurePercentNow = gross / equity * 100;
        preview.exposurePercentAfter = (gross + (isReducing(order.role) ? -1 : 1) * preview.value.toDouble()) / equity * 100;
    }
    return preview;
}

void OrderDesk::suggestSize(const RiskView &view, OrderPreview &preview) const
{
    constexpr double neutral = 100.0 / 3; // the confidence whose multiplier is one: the trader has given none
    const RiskLimits &limits = view.limits;
    const SizingInput input = m_risk.sizingOf(view.order.strategy, m_core.indexOf(view.order.instrument), preview.price, view.order.bracketStop, neutral);
    preview.suggested = positionSize(input, view.instrument, limits);
    const auto percent = [](double share) { return QString::number(share * 100, 'g', 3) + u" %"_s; };
    switch (limits.sizing) {
    case SizingMethod::RiskFraction:
        preview.sizing = u"%1 of equity at risk"_s.arg(percent(limits.riskPerTrade));
        break;
    case SizingMethod::PercentOfEquity:
        preview.sizing = u"%1 of equity"_s.arg(percent(limits.percentPerTrade));
        break;
    case SizingMethod::FixedQuantity:
        preview.sizing = u"fixed quantity"_s;
        break;
    case SizingMethod::Kelly:
        preview.sizing = u"Kelly: %1 of equity after %2 trades"_s
                             .arg(percent(input.results.share({limits.kellyFraction, limits.percentPerTrade, limits.kellyTradesMin})))
                             .arg(input.results.trades());
        break;
    case SizingMethod::VolatilityTarget:
        preview.sizing = input.volatility > 0 ? u"volatility %1 a year, target %2"_s.arg(percent(input.volatility), percent(limits.volatilityTarget))
                                              : u"the volatility is not known yet"_s;
        break;
    }
}

Result<void> OrderDesk::modify(OrderId id, const OrderChange &change)
{
    const Order *order = m_core.state.orders().find(id);
    if (order == nullptr)
        return failure(ErrorCode::NotFound, u"no order %1"_s.arg(id.value));
    if (!isOpen(order->state()))
        return failure(ErrorCode::InvalidTransition, u"order %1 is %2"_s.arg(id.value).arg(toString(order->state())));
    const Instrument &instrument = *m_core.catalogue->find(order->instrument);
    if (change.price.isZero() && change.quantity.isZero())
        return failure(ErrorCode::InvalidArgument, u"nothing is to be changed"_s);
    if (!change.price.isZero() && (order->type == OrderType::Market || !change.price.isPositive() || !instrument.isOnTick(change.price)))
        return failure(ErrorCode::InvalidArgument, u"price %1 is not a multiple of the tick %2"_s.arg(toString(change.price), toString(instrument.tickSize)));
    if (!change.quantity.isZero() && (change.quantity <= order->filledQuantity() || !instrument.isOnLot(change.quantity)))
        return failure(ErrorCode::InvalidArgument, u"quantity %1 is not a multiple of %2 above what is filled"_s
                                                       .arg(toString(change.quantity), toString(instrument.lotSize)));
    // More of an entry is another decision, with its own check and its own intent in the journal.
    if (order->role == OrderRole::Entry && change.quantity > order->quantity)
        return failure(ErrorCode::Denied, u"an entry cannot grow; send another order"_s);
    Draft draft{*order};
    if (!change.quantity.isZero())
        draft.order.quantity = change.quantity;
    if (!change.price.isZero())
        (hasTriggerPrice(order->type) ? draft.order.stopPrice : draft.order.limitPrice) = change.price;
    RiskView view = viewOf(draft);
    if (order->role == OrderRole::Entry) {
        // It is counted among the working ones already.
        const Money reserved = m_risk.reservedBy(*order);
        view.grossExposure -= reserved;
        view.cash += reserved;
        if (!instrument.sector.isEmpty())
            view.sectorExposure -= reserved;
        --view.openOrders;
        view.openPositions = std::min(view.openPositions, view.limits.positionsMax - 1);
        view.openPositionsInSymbol = std::min(view.openPositionsInSymbol, view.limits.positionsPerSymbolMax - 1);
    }
    if (const auto denial = checkOrder(view))
        return failure(ErrorCode::Denied, denial->text);
    this->change(id, Kind::ModifyRequested);
    noteGrowth(*order, change.quantity);
    countRequest();
    m_broker.modify(*m_core.state.orders().find(id), change);
    return {};
}

Result<QString> OrderDesk::protectBook(const BookKey &key, Price stop, Price target)
{
    const BookId book = m_core.state.portfolio().idOf(key);
    if (!book.isValid() || m_core.state.portfolio().position(book).isFlat())
        return failure(ErrorCode::NotFound, u"%1 holds nothing in %2"_s.arg(key.strategy.toString(), key.instrument.toString()));
    const Instrument &instrument = m_core.instrumentOf(book);
    const Price last = m_core.lastPrice(m_core.state.instrumentOf(book));
    const bool isLong = m_core.state.portfolio().position(book).side() == Side::Buy;
    for (const Price price : {stop, target}) {
        if (price.isNegative() || (!price.isZero() && !instrument.isOnTick(price)))
            return failure(ErrorCode::InvalidArgument, u"price %1 is not a multiple of the tick %2"_s.arg(toString(price), toString(instrument.tickSize)));
    }
    if (!last.isPositive())
        return failure(ErrorCode::Stale, u"%1 has no price yet"_s.arg(instrument.symbol));
    if (stop.isPositive() && (isLong ? stop >= last : stop <= last))
        return failure(ErrorCode::InvalidArgument, u"stop %1 is on the wrong side of %2"_s.arg(toString(stop), toString(last)));
    if (target.isPositive() && (isLong ? target <= last : target >= last))
        return failure(ErrorCode::InvalidArgument, u"target %1 is on the wrong side of %2"_s.arg(toString(target), toString(last)));
    // Both are looked at before either is touched.
    for (const OrderId id : m_core.state.orders().activeOf(book)) {
        const Order &order = *m_core.state.orders().find(id);
        if ((order.role == OrderRole::StopLoss || order.role == OrderRole::TakeProfit) && !m_brackets.isDormant(order) && !isOpen(order.state()))
            return failure(ErrorCode::Conflict, u"order %1 is being changed; try again in a moment"_s.arg(id.value));
    }
    for (const auto &[role, price] : {std::pair{OrderRole::StopLoss, stop}, std::pair{OrderRole::TakeProfit, target}}) {
        if (auto done = setProtection(book, role, price); !done)
            return failure(done.error());
    }
    return u"%1: stop %2, target %3"_s.arg(instrument.symbol, stop.isZero() ? u"none"_s : toString(stop),
                                           target.isZero() ? u"none"_s : toString(target));
}

Result<void> OrderDesk::setProtection(BookId book, OrderRole role, Price price)
{
    const bool isStop = role == OrderRole::StopLoss;
    const std::vector<OrderId> ids = m_core.state.orders().activeOf(book); // a copy: changing orders changes it
    Quantity covered;
    for (const OrderId id : ids) {
        const Order &order = *m_core.state.orders().find(id);
        if (order.role != role || m_brackets.isDormant(order) || !isOpen(order.state()))
            continue;
        if (price.isZero()) {
            if (auto cancelled = cancel(id, u"taken away by the trader"_s); !cancelled)
                return cancelled;
            continue;
        }
        covered += m_core.state.orders().armedLeaves(order);
        if ((isStop ? order.stopPrice : order.limitPrice) == price)
            continue;
        if (auto changed = modify(id, {price, {}}); !changed)
            return changed;
    }
    const auto &[key, position] = m_core.state.portfolio().book(book);
    const Quantity naked = position.quantity().magnitude() - covered;
    if (price.isZero() || !naked.isPositive())
        return {};
    Draft draft;
    draft.order.strategy = key.strategy;
    draft.order.instrument = key.instrument;
    draft.order.role = role;
    draft.order.side = opposite(position.side());
    draft.order.type = isStop ? OrderType::Stop : OrderType::Limit;
    draft.order.quantity = naked;
    (isStop ? draft.order.stopPrice : draft.order.limitPrice) = price;
    draft.order.referencePrice = price;
    draft.order.reason = u"set by the trader"_s;
    const auto placed = place(std::move(draft));
    return placed ? Result<void>() : failure(placed.error());
}

} // namespace bellwether
