#include "core/engine/deskstate.h"

#include "core/engine/recordcodec.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr std::size_t recentFillsKept = 1'000;

bool isFill(OrderEvent::Kind kind) { return kind == OrderEvent::Kind::Filled || kind == OrderEvent::Kind::LateFill; }

} // namespace

DeskState::DeskState(CataloguePtr catalogue, Money startingCash)
    : m_catalogue(std::move(catalogue)), m_portfolio(startingCash), m_ignoredMoney(Money::zero(startingCash.currency)),
      m_dayStartEquity(startingCash), m_dayStartCosts(Money::zero(startingCash.currency))
{
}

Result<DeskState::Effect> DeskState::apply(const Record &record, Timestamp time)
{
    Effect effect{{}, Money::zero(m_portfolio.cash().currency)};
    if (const auto *changed = std::get_if<OrderChanged>(&record)) {
        if (isFill(changed->event.kind) && m_portfolio.hasApplied(changed->venueTradeId))
            return effect;
        if (auto done = m_orders.apply(changed->order, changed->event); !done)
            return failure(done.error());
        if (!changed->venueOrderId.isEmpty())
            m_orders.setVenueId(changed->order, changed->venueOrderId);
        if (isFill(changed->event.kind))
            effect = applyChange(*changed, *m_orders.find(changed->order));
    } else if (const auto *raised = std::get_if<SignalRaised>(&record)) {
        if (m_catalogue->find(raised->signal.signal.instrument) == nullptr)
            return failure(ErrorCode::NotFound, u"no instrument '%1'"_s.arg(raised->signal.signal.instrument.toString()));
        m_signals.add(raised->signal);
        m_scores.onRaised({raised->signal.signal.strategy, raised->signal.signal.instrument});
        m_lastSignal = std::max(m_lastSignal, raised->signal.id.value);
    } else if (const auto *decided = std::get_if<SignalDecided>(&record)) {
        if (const QueuedSignal *waiting = m_signals.find(decided->id))
            m_scores.onDecided({waiting->signal.strategy, waiting->signal.instrument}, decided->state);
        m_signals.decide(decided->id, decided->state, decided->reason, decided->order, time);
    } else if (const auto *edited = std::get_if<SignalEdited>(&record)) {
        m_signals.edit(edited->id, edited->version, edited->quantity, edited->limitPrice, edited->stop, edited->target);
    } else if (const auto *planned = std::get_if<OrderPlanned>(&record)) {
        if (auto taken = takeUp(planned->order); !taken)
            return failure(taken.error());
        if (planned->work.isValid())
            m_works.addChild(planned->work, planned->order.id);
    } else if (const auto *routed = std::get_if<OrderRouted>(&record)) {
        if (m_orders.find(routed->order) == nullptr)
            return failure(ErrorCode::NotFound, u"no order %1"_s.arg(routed->order.value));
        if (auto given = m_routes.assign(routed->order, routed->account); !given)
            return failure(given.error());
    } else if (const auto *refused = std::get_if<OrderRefused>(&record)) {
        ++m_refusals[refused->rule];
    } else if (const auto *automatic = std::get_if<AutoTradingSet>(&record)) {
        m_isAutoTrading = automatic->isOn;
    } else if (const auto *switched = std::get_if<StrategySwitched>(&record)) {
        m_switches[{switched->strategy, switched->instrument}] = {switched->isOn, switched->isAutomatic};
        ++m_switchCount;
    } else if (const auto *tuned = std::get_if<StrategyTuned>(&record)) {
        m_tuned[{tuned->strategy, tuned->instrument}] = tuned->parameters;
        ++m_switchCount;
    } else if (const auto *latch = std::get_if<LatchSet>(&record)) {
        if (latch->latch == Latch::Kill) {
            m_killedAt = !latch->isSet ? Timestamp() : m_isKilled ? m_killedAt : time;
            m_isKilled = latch->isSet;
            m_killFlattens = latch->isSet && latch->shallFlatten;
        } else {
            m_isHalted = latch->isSet;
            m_haltReason = latch->isSet ? latch->reason : QString();
        }
    } else if (const auto *day = std::get_if<DayStarted>(&record)) {
        m_localDay = day->localDay;
        m_dayStartEquity = day->equity;
        m_dayStartCosts = m_portfolio.commission();
        m_isHalted = false;
        m_haltReason.clear();
        m_dayFloor.reset();
        m_scores.onDay();
    } else if (const auto *run = std::get_if<RunStarted>(&record)) {
        if (m_runs == 0) {
            m_firstStartedAt = time;
            m_ignoredMoney = Money::zero(run->startingCash.currency);
            m_portfolio = Portfolio(run->startingCash);
            m_instrumentOf.clear();
            m_products.clear();
            m_dayStartEquity = run->startingCash;
            m_dayStartCosts = Money::zero(run->startingCash.currency);
        }
        ++m_runs;
        m_isFinished = false;
    } else if (std::holds_alternative<RunFinished>(record)) {
        m_isFinished = true;
    } else if (const auto *adopted = std::get_if<OrderAdopted>(&record)) {
        if (auto taken = adopt(adopted->order, time); !taken)
            return failure(taken.error());
    } else if (const auto *adjusted = std::get_if<BookAdjusted>(&record)) {
        if (auto done = adjust(*adjusted, time); !done)
            return failure(done.error());
    } else if (const auto *raisedFloor = std::get_if<DayFloorRaised>(&record)) {
        m_dayFloor = raisedFloor->floor;
    } else if (const auto *work = std::get_if<WorkStarted>(&record)) {
        if (m_catalogue->find(work->request.instrument) == nullptr)
            return failure(ErrorCode::NotFound, u"no instrument '%1'"_s.arg(work->request.instrument.toString()));
        if (auto started = m_works.start(work->id, work->request, time); !started)
            return failure(started.error());
    } else if (const auto *step = std::get_if<WorkChanged>(&record)) {
        if (auto done = m_works.change(step->id, step->state, step->steps, step->reason, time); !done)
            return failure(done.error());
    } else if (const auto *cash = std::get_if<CashAdjusted>(&record)) {
        m_portfolio.deposit(cash->change);
        m_dayStartEquity += cash->change; // neither a profit nor a loss of the day
    } else if (const auto *ignored = std::get_if<DifferenceIgnored>(&record)) {
        if (ignored->instrument.isEmpty())
            m_ignoredMoney = ignored->money;
        else
            m_ignored[ignored->instrument] = ignored->quantity;
    }
    m_lastTime = std::max(m_lastTime, time);
    return effect;
}

Result<void> DeskState::takeUp(Order order)
{
    const auto index = m_catalogue->indexOf(order.instrument);
    if (!index)
        return failure(ErrorCode::NotFound, u"no instrument '%1'"_s.arg(order.instrument.toString()));
    if (order.id.value != m_lastOrder + 1)
        return failure(ErrorCode::BadData, u"order %1 does not follow order %2"_s.arg(order.id.value).arg(m_lastOrder));
    order.book = bookOf({order.strategy, order.instrument}, *index);
    m_lastOrder = order.id.value;
    m_orders.add(std::move(order));
    return {};
}

BookId DeskState::bookOf(const BookKey &key, InstrumentIndex instrument)
{
    const BookId book = m_portfolio.openBook(key, m_catalogue->at(instrument));
    if (book.value > m_instrumentOf.size())
        m_instrumentOf.push_back(instrument);
    return book;
}

Result<void> DeskState::adopt(Order order, Timestamp time)
{
    const auto index = m_catalogue->indexOf(order.instrument);
    if (!index)
        return failure(ErrorCode::NotFound, u"no instrument '%1'"_s.arg(order.instrument.toString()));
    // Ids may be left out here: one that looks like ours keeps its number, so that it is never given again.
    if (order.id.value <= m_lastOrder || order.id.value - m_lastOrder > adoptionGapMax)
        return failure(ErrorCode::BadData, u"order %1 cannot be taken up after order %2"_s.arg(order.id.value).arg(m_lastOrder));
    for (const auto kind : {OrderEvent::Kind::IntentCommitted, OrderEvent::Kind::SendStarted, OrderEvent::Kind::Accepted}) {
        if (auto done = order.apply({kind, time}); !done)
            return done;
    }
    order.book = bookOf({order.strategy, order.instrument}, *index);
    m_lastOrder = order.id.value;
    m_orders.add(std::move(order));
    return {};
}

Result<void> DeskState::adjust(const BookAdjusted &adjusted, Timestamp time)
{
    const auto index = m_catalogue->indexOf(adjusted.instrument);
    if (!index)
        return failure(ErrorCode::NotFound, u"no instrument '%1'"_s.arg(adjusted.instrument.toString()));
    const BookId book = bookOf({adjusted.strategy, adjusted.instrument}, *index);
    // By what counts as deposited and not by the equity: that goes by marks, which are no part of the journal.
    const Money before = m_portfolio.netDeposits();
    m_portfolio.adjust(book, adjusted.change, adjusted.price, adjusted.movesCash, time);
    m_dayStartEquity += m_portfolio.netDeposits() - before;
    return {};
}

Quantity DeskState::ignoredQuantity(const InstrumentId &instrument) const
{
    const auto found = m_ignored.find(instrument);
    return found == m_ignored.end() ? Quantity() : found->second;
}

DeskState::Effect DeskState::applyChange(const OrderChanged &change, const Order &order)
{
    Effect effect{{}, Money::zero(m_portfolio.cash().currency)};
    Fill fill;
    fill.id = change.fill;
    fill.order = order.id;
    fill.strategy = order.strategy;
    fill.instrument = order.instrument;
    fill.venueTradeId = change.venueTradeId;
    fill.time = change.event.time;
    fill.side = order.side;
    fill.lastPrice = change.event.price;
    fill.lastQuantity = change.event.quantity;
    fill.leavesQuantity = order.leavesQuantity();
    fill.commission = change.commission;
    fill.referencePrice = order.referencePrice;
    const Instrument &instrument = m_catalogue->at(instrumentOf(order.book));
    const bool isFeeInKind = change.commission.currency != instrument.currency && change.commission.amount.isPositive();
    if (isFeeInKind)
        fill.commission = Money::zero(instrument.currency);
    const Money cashBefore = m_portfolio.cash();
    const auto outcome = m_portfolio.apply(fill, order.book);
    if (!outcome)
        throw Fault(u"trade %1 is counted twice"_s.arg(change.venueTradeId));
    m_routes.fill(order, m_portfolio.cash() - cashBefore);
    if (order.role == OrderRole::Entry && order.product != Product::None)
        m_products[order.book] = order.product;
    effect.realizedPnl = outcome->realizedPnl;
    if (isFeeInKind)
        effect.realizedPnl += takeInKind(fill, order.book, Quantity::fromRaw(change.commission.amount.raw()));
    // What such fees leave below one lot can never be sold: it counts as a cost when its position is closed.
    const Quantity rest = m_portfolio.position(order.book).quantity();
    if (order.role != OrderRole::Entry && rest.isPositive() && rest < instrument.lotSize) {
        effect.realizedPnl += takeInKind(fill, order.book, rest);
        m_ignored[order.instrument] += rest; // the venue still has it, and some of these make a lot
    }
    m_lastFill = std::max(m_lastFill, fill.id.value);
    m_works.fill(order.id, fill.lastPrice, fill.lastQuantity);
    if (effect.realizedPnl.amount.isNegative()) {
        ++m_lossStreak;
        m_lastLossAt = fill.time;
    } else if (effect.realizedPnl.amount.isPositive()) {
        m_lossStreak = 0;
    }
    m_scores.onFill({order.strategy, order.instrument}, order, fill, effect.realizedPnl, m_portfolio.position(order.book).isFlat(),
                    m_catalogue->at(m_instrumentOf[order.book.value - 1]));
    m_recentFills.emplace_back(fill, effect.realizedPnl);
    if (m_recentFills.size() > recentFillsKept)
        m_recentFills.pop_front();
    effect.fill = std::move(fill);
    return effect;
}

// The venue keeps part of the coin itself: as if that part were sold at the same price for a fee of as much, so that the
// holding is what the venue has and no cash moves.
Money DeskState::takeInKind(Fill &fill, BookId book, Quantity quantity)
{
    Fill kept = fill;
    kept.venueTradeId.clear();
    kept.side = Side::Sell;
    kept.lastQuantity = quantity;
    kept.commission = m_catalogue->at(instrumentOf(book)).notional(fill.lastPrice, quantity);
    fill.commission += kept.commission;
    return m_portfolio.apply(kept, book)->realizedPnl;
}

Product DeskState::productOf(BookId book) const
{
    const auto found = m_products.find(book);
    return found != m_products.end() ? found->second : Product::None;
}

DeskState::StrategySwitch DeskState::switchOf(const BookKey &key) const
{
    const auto found = m_switches.find(key);
    return found != m_switches.end() ? found->second : StrategySwitch();
}

QStringList DeskState::parametersOf(const BookKey &key) const
{
    const auto found = m_tuned.find(key);
    return found != m_tuned.end() ? found->second : QStringList();
}

QByteArray DeskState::digest() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QString &text) {
        hash.addData(text.toUtf8());
        hash.addData(QByteArrayView("\n"));
    };
    for (const Order &order : m_orders.all()) {
        hash.addData(encodeRecord(OrderPlanned{order}));
        add(u"%1 %2 %3"_s.arg(toString(order.state()), toString(order.filledQuantity()), toString(order.averagePrice())));
    }
    for (const auto &[key, position] : m_portfolio.books()) {
        add(u"%1 %2 %3 %4 %5 %6"_s.arg(key.strategy.toString(), key.instrument.toString(), toString(position.quantity()),
                                       toString(position.cost()), toString(position.realizedPnl()),
                                       toString(position.commission())));
    }
    for (const auto &[id, signal] : m_signals.waiting())
        hash.addData(encodeRecord(SignalRaised{signal}));
    for (const auto &[key, how] : m_switches)
        add(u"%1 %2 %3 %4"_s.arg(key.strategy.toString(), key.instrument.toString()).arg(how.isOn).arg(how.isAutomatic));
    for (const auto &[id, work] : m_works.active())
        add(u"%1 %2 %3 %4"_s.arg(id.value).arg(int(work.state)).arg(work.steps).arg(toString(work.filled)));
    add(u"%1 %2 %3"_s.arg(m_lossStreak).arg(m_lastLossAt.ns()).arg(m_dayFloor ? toString(*m_dayFloor) : QString()));
    for (const auto &[instrument, quantity] : m_ignored)
        add(u"%1 %2"_s.arg(instrument.toString(), toString(quantity)));
    add(u"%1 %2"_s.arg(toString(m_ignoredMoney), toString(m_portfolio.netDeposits())));
    for (const auto &[key, parameters] : m_tuned)
        add(u"%1 %2 %3"_s.arg(key.strategy.toString(), key.instrument.toString(), parameters.join(u' ')));
    for (const auto &[book, product] : m_products)
        add(u"%1 %2"_s.arg(book.value).arg(toString(product)));
    for (const auto &[order, account] : m_routes.all())
        add(u"%1 %2"_s.arg(order.value).arg(account.toString()));
    for (const auto &[rule, count] : m_refusals)
        add(rule + u' ' + QString::number(count));
    add(u"%1 %2 %3 %4"_s.arg(toString(m_portfolio.cash())).arg(m_isKilled).arg(m_isHalted).arg(m_isAutoTrading));
    add(u"%1 %2 %3 %4 %5"_s.arg(m_localDay).arg(toString(m_dayStartEquity)).arg(m_lastOrder).arg(m_lastSignal).arg(m_lastFill));
    return hash.result();
}

} // namespace bellwether
