#include "core/engine/tradingengine.h"

#include "core/risk/limitchange.h"
#include "core/strategy/strategycatalogue.h"

using namespace Qt::StringLiterals;

// The trader's own orders, and what he does to positions by hand.
namespace bellwether {

Product TradingEngine::usualProduct(const InstrumentId &instrument) const
{
    const Instrument *known = m_core.catalogue->find(instrument);
    const std::vector<Product> possible = known ? productsOf(*known) : std::vector<Product>();
    return possible.empty() ? Product::None : possible.front();
}

Result<OrderDesk::Draft> TradingEngine::draftOf(const OrderRequest &request) const
{
    if (m_core.catalogue->find(request.instrument) == nullptr)
        return failure(ErrorCode::NotFound, u"no instrument %1"_s.arg(request.instrument.toString()));
    OrderDesk::Draft draft;
    Order &order = draft.order;
    order.strategy = request.strategy;
    order.instrument = request.instrument;
    order.role = request.role;
    order.side = request.side;
    order.type = request.type;
    order.timeInForce = request.timeInForce;
    order.product = request.product;
    if (order.product == Product::None)
        order.product = m_core.productOf(order);
    if (order.product == Product::None && !isReducing(order.role))
        order.product = usualProduct(request.instrument);
    order.quantity = request.quantity;
    order.limitPrice = request.limitPrice;
    order.stopPrice = request.stopPrice;
    order.bracketStop = request.bracketStop;
    order.bracketTarget = request.bracketTarget;
    order.referencePrice = m_core.lastPrice(m_core.indexOf(request.instrument));
    return draft;
}

Result<OrderId> TradingEngine::submitOrder(const OrderRequest &request)
{
    auto draft = draftOf(request);
    if (!draft)
        return failure(draft.error());
    auto placed = m_orders.place(*std::move(draft));
    settle();
    return placed;
}

Result<OrderPreview> TradingEngine::previewOrder(const OrderRequest &request) const
{
    const auto draft = draftOf(request);
    if (!draft)
        return failure(draft.error());
    return m_orders.previewWhole(*draft);
}

Result<void> TradingEngine::modifyOrder(OrderId id, const OrderEdit &edit)
{
    auto done = m_orders.modify(id, {edit.price.value_or(Price()), edit.quantity.value_or(Quantity())});
    settle();
    return done;
}

Result<void> TradingEngine::switchStrategy(const BookKey &key, bool isOn, bool isAutomatic)
{
    if (m_snapshots.strategy(key) == nullptr)
        return failure(ErrorCode::NotFound, u"%1 does not run on %2"_s.arg(key.strategy.toString(), key.instrument.toString()));
    m_core.record(StrategySwitched{key.strategy, key.instrument, isOn, isAutomatic});
    m_core.log(DeskEvent::Severity::Info, u"desk"_s, u"%1 on %2 is %3%4"_s.arg(key.strategy.toString(), key.instrument.toString(),
                                                                                isOn ? u"on"_s : u"off"_s,
                                                                                isAutomatic ? QString() : u", never automatic"_s));
    return {};
}

Result<QString> TradingEngine::setLimits(const std::vector<LimitChange> &changes, bool isLooseningConfirmed)
{
    std::vector<std::pair<QString, double>> values;
    for (const LimitChange &change : changes)
        values.emplace_back(change.key, change.value);
    auto revision = reviseLimits(m_core.config.limits, values);
    if (!revision)
        return failure(revision.error());
    if (revision->changed.isEmpty())
        return u"the limits are as they were"_s;
    if (!revision->looser.isEmpty() && !isLooseningConfirmed)
        return failure(ErrorCode::Denied, u"this lets more risk pass and is not confirmed: %1"_s.arg(revision->looser.join(u", "_s)));
    m_core.record(LimitsChanged{revision->changed, revision->looser});
    m_core.config.limits = revision->limits;
    m_core.journal.commit();
    const QString text = u"limits changed: "_s + revision->changed.join(u", "_s);
    m_core.log(revision->looser.isEmpty() ? DeskEvent::Severity::Info : DeskEvent::Severity::Warning, u"risk"_s, text);
    m_guard.checkLoss();
    settle();
    return text;
}

Result<WorkId> TradingEngine::startWork(const WorkRequest &request)
{
    WorkRequest complete = request;
    if (complete.product == Product::None && !m_core.categoryOf(request.strategy))
        complete.product = usualProduct(request.instrument);
    auto started = m_work.start(complete);
    settle();
    return started;
}

Result<void> TradingEngine::cancelWork(WorkId id)
{
    auto done = m_work.cancel(id, u"by the trader"_s);
    settle();
    return done;
}

void TradingEngine::reconcile()
{
    m_reconciler.ask();
    settle();
}

Result<QString> TradingEngine::resolveDifference(std::uint64_t difference, DifferenceAction action)
{
    auto done = m_reconciler.decide(difference, action);
    m_core.journal.commit();
    settle();
    return done;
}

void TradingEngine::noteStopped(const BookKey &key, const QString &reason)
{
    m_snapshots.noteStopped(key, reason);
    m_core.trouble(ErrorClass::System, ErrorRecovery::Stop, u"desk"_s,
                   u"strategy %1 on %2 was stopped: %3"_s.arg(key.strategy.toString(), key.instrument.toString(), reason));
}

Result<ParameterSet> TradingEngine::tuneStrategy(const BookKey &key, const QStringList &parameters)
{
    if (m_snapshots.strategy(key) == nullptr)
        return failure(ErrorCode::NotFound, u"%1 does not run on %2"_s.arg(key.strategy.toString(), key.instrument.toString()));
    const auto info = findStrategy(key.strategy.toString());
    if (!info)
        return failure(info.error());
    ParameterSet set(**info);
    for (const QString &assignment : parameters) {
        if (auto done = set.setFromText(assignment); !done)
            return failure(done.error());
    }
    if (auto checked = set.check(); !checked)
        return failure(checked.error());
    m_core.record(StrategyTuned{key.strategy, key.instrument, parameters});
    m_core.log(DeskEvent::Severity::Info, u"desk"_s, u"%1 on %2: %3, from its next bar on"_s
                   .arg(key.strategy.toString(), key.instrument.toString(), parameters.isEmpty() ? u"default parameters"_s : parameters.join(u", "_s)));
    return set;
}

Result<QString> TradingEngine::protectPosition(const BookKey &key, Price stop, Price target)
{
    auto done = m_orders.protectBook(key, stop, target);
    settle();
    return done;
}

Result<void> TradingEngine::moveStop(BookId book, Price stop)
{
    auto moved = m_orders.setProtection(book, OrderRole::StopLoss, stop);
    settle();
    return moved;
}

Result<QString> TradingEngine::reversePosition(const BookKey &key)
{
    const BookId book = m_core.state.portfolio().idOf(key);
    const Position *position = book.isValid() ? &m_core.state.portfolio().position(book) : nullptr;
    if (position == nullptr || position->isFlat())
        return failure(ErrorCode::NotFound, u"%1 holds nothing in %2"_s.arg(key.strategy.toString(), key.instrument.toString()));
    const InstrumentIndex index = m_core.indexOf(key.instrument);
    const Instrument &instrument = m_core.instrument(index);
    const Price last = m_core.lastPrice(index);
    OrderDesk::Draft draft;
    draft.category = m_core.categoryOf(key.strategy).value_or(StrategyCategory::DayTrading);
    draft.releasesBook = true;
    Order &order = draft.order;
    order.strategy = key.strategy;
    order.instrument = key.instrument;
    order.side = opposite(position->side());
    order.quantity = position->quantity().magnitude();
    order.referencePrice = last;
    order.reason = u"reversed by the trader"_s;
    order.product = m_core.state.productOf(book);
    if (order.product == Product::Delivery && order.side == Side::Sell)
        order.product = Product::Intraday; // delivery knows no short sale
    if (m_core.config.usesBrackets && last.isPositive()) {
        const RiskLimits &limits = m_core.config.limits;
        const int sign = signOf(order.side);
        order.bracketStop = instrument.roundToTick(last.toDouble() * (1 - sign * limits.stopDefault), Rounding::Nearest);
        order.bracketTarget = instrument.roundToTick(last.toDouble() * (1 + sign * limits.targetDefault), Rounding::Nearest);
    }
    const auto closed = m_orders.closeBook(book, u"reversed by the trader"_s, last);
    if (!closed)
        return failure(closed.error());
    const auto entry = m_orders.place(std::move(draft));
    settle();
    return entry ? u"%1 is being reversed"_s.arg(instrument.symbol)
                 : u"%1 is being closed, but not reversed: %2"_s.arg(instrument.symbol, entry.error().detail);
}

} // namespace bellwether
