#include "core/engine/signaldesk.h"

#include "core/risk/sizing.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

using Severity = DeskEvent::Severity;

} // namespace

void SignalDesk::onSignal(const TradeSignal &signal, SignalOrigin origin)
{
    if (!(signal.referencePrice > 0 && signal.referencePrice < levelLargest) || !std::isfinite(signal.confidence)) {
        drop(signal, u"not_finite"_s);
        return;
    }
    const Instrument *known = m_core.catalogue->find(signal.instrument);
    if (known == nullptr) {
        drop(signal, u"unknown_instrument"_s);
        return;
    }
    const Instrument &instrument = *known;
    const Position *book = m_core.state.portfolio().find({signal.strategy, signal.instrument});
    const bool isHeld = book != nullptr && !book->isFlat();
    const bool isOpposite = isHeld && book->side() != signal.side;
    if (isHeld && !isOpposite) {
        drop(signal, u"already_in_position"_s);
        return;
    }
    if (!isOpposite && signal.confidence < m_core.config.limits.confidenceCutoff) {
        drop(signal, u"below_confidence_cutoff"_s);
        return;
    }
    const DeskState::StrategySwitch switched = m_core.state.switchOf({signal.strategy, signal.instrument});
    if (!isOpposite && !switched.isOn) {
        drop(signal, u"strategy_off"_s);
        return;
    }
    const bool canOpen = signal.side == Side::Buy || (instrument.canShort && m_core.config.limits.allowsShort);
    if (!isOpposite && !canOpen) {
        drop(signal, u"short_not_possible"_s);
        return;
    }
    if (const QueuedSignal *older = m_core.state.signalQueue().waitingFor(signal.strategy, signal.instrument)) {
        const SignalId id = older->id;
        decide(id, SignalState::Superseded, u"a newer signal of the strategy"_s, u"engine"_s);
    }
    QueuedSignal queued = propose(signal, isOpposite ? book : nullptr);
    queued.isExit = isOpposite && (!canOpen || !switched.isOn);
    queued.isReversal = isOpposite && !queued.isExit;
    if (queued.isExit) {
        queued.quantity = book->quantity().magnitude();
        queued.stop = queued.target = {};
    }
    const SignalId id = queued.id;
    m_core.record(SignalRaised{std::move(queued)});
    const QueuedSignal &waiting = *m_core.state.signalQueue().find(id);
    if (m_core.isNarrated()) {
        m_core.listener().onSignal(rowOf(waiting));
        m_core.log(Severity::Info, u"signal"_s, u"%1: %2 %3 at %4, confidence %5"_s
                       .arg(signal.strategy.toString(), toString(signal.side), instrument.symbol, toString(waiting.price))
                       .arg(signal.confidence, 0, 'f', 0));
    }
    if (m_core.state.isAutoTrading() && switched.isAutomatic && origin == SignalOrigin::Market)
        std::ignore = approve(id, waiting.version, u"auto"_s);
}

void SignalDesk::drop(const TradeSignal &signal, const QString &cause)
{
    ++m_dropped[cause];
    m_drops.push_back({signal.strategy, signal.instrument, signal.time, cause});
    if (m_drops.size() > dropsKept)
        m_drops.pop_front();
}

QString SignalDesk::causeOfDrop(const StrategyId &strategy, const InstrumentId &instrument, Timestamp raisedAt) const
{
    const auto found = std::find_if(m_drops.rbegin(), m_drops.rend(), [&](const Drop &each) {
        return each.raisedAt == raisedAt && each.strategy == strategy && each.instrument == instrument;
    });
    return found == m_drops.rend() ? QString() : found->cause;
}

QueuedSignal SignalDesk::propose(const TradeSignal &signal, const Position *closing) const
{
    const InstrumentIndex index = m_core.indexOf(signal.instrument);
    const Instrument &instrument = m_core.instrument(index);
    const RiskLimits &limits = m_core.config.limits;
    const bool isBuy = signal.side == Side::Buy;

    QueuedSignal queued;
    queued.id = m_core.state.nextSignalId();
    queued.signal = signal;
    queued.price = instrument.roundToTick(signal.referencePrice, Rounding::Nearest);
    if (m_core.config.usesBrackets) {
        constexpr double none = std::numeric_limits<double>::quiet_NaN();
        queued.stop = bracketLevel(signal.stop, signal.referencePrice, m_core.config.usesDefaultStop ? limits.stopDefault : none, !isBuy,
                                   instrument);
        queued.target = bracketLevel(signal.target, signal.referencePrice, m_core.config.usesDefaultTarget ? limits.targetDefault : none,
                                     isBuy, instrument);
    }
    const Duration lifetime = m_core.config.signalTimeoutSeconds > 0
        ? Duration(std::chrono::seconds(m_core.config.signalTimeoutSeconds))
        : signalLifetime(signal.category);
    queued.expiresAt = signal.time + lifetime;

    const SizingInput input = m_orders.risk().sizingOf(signal.strategy, index, queued.price, queued.stop, signal.confidence, closing);
    if (m_core.config.percentOf) {
        RiskLimits own = limits;
        own.percentPerTrade = m_core.config.percentOf(signal.strategy);
        queued.quantity = positionSize(input, instrument, own);
    } else {
        queued.quantity = positionSize(input, instrument, limits);
    }
    return queued;
}

Result<OrderId> SignalDesk::approve(SignalId id, std::uint32_t version, const QString &by)
{
    const auto found = pending(id, version);
    if (!found)
        return failure(found.error());
    const QueuedSignal &queued = **found;
    if (m_core.now() > queued.expiresAt) {
        decide(id, SignalState::Expired, u"its time was over"_s, u"engine"_s);
        return failure(ErrorCode::Stale, u"signal %1 expired"_s.arg(id.value));
    }
    if (drift(queued) > m_core.config.limits.driftMax) {
        decide(id, SignalState::Expired, u"the price moved %1 % since the signal"_s.arg(drift(queued) * 100, 0, 'f', 2), u"engine"_s);
        return failure(ErrorCode::Stale, u"signal %1: the price moved too far"_s.arg(id.value));
    }
    const auto placed = order(queued);
    if (!placed) {
        decide(id, SignalState::Denied, placed.error().detail, by);
        return failure(placed.error());
    }
    decide(id, SignalState::Approved, {}, by, *placed);
    decide(id, SignalState::Ordered, {}, by, *placed);
    return placed;
}

Result<OrderId> SignalDesk::order(const QueuedSignal &queued)
{
    const TradeSignal &signal = queued.signal;
    const BookId book = m_core.state.portfolio().idOf({signal.strategy, signal.instrument});
    const Position *position = book.isValid() ? &m_core.state.portfolio().position(book) : nullptr;
    const bool isOpposite = position != nullptr && !position->isFlat() && position->side() != signal.side;
    std::optional<OrderId> exit;
    if (isOpposite && m_core.config.closesOnOppositeSignal) {
        const auto closed = m_orders.closeBook(book, u"opposite signal"_s, queued.price, queued.id);
        if (!closed)
            return closed;
        exit = *closed;
    }
    if (queued.isExit) {
        return exit ? Result<OrderId>(*exit) : failure(ErrorCode::Conflict, u"there is nothing left to close"_s);
    }
    OrderDesk::Draft draft;
    draft.category = signal.category;
    draft.releasesBook = exit.has_value();
    Order &order = draft.order;
    order.signal = queued.id;
    order.strategy = signal.strategy;
    order.instrument = signal.instrument;
    order.role = OrderRole::Entry;
    order.side = signal.side;
    order.type = queued.limitPrice.isPositive() ? OrderType::Limit : OrderType::Market;
    order.quantity = queued.quantity;
    order.limitPrice = queued.limitPrice;
    order.referencePrice = queued.price;
    order.bracketStop = queued.stop;
    order.bracketTarget = queued.target;
    order.reason = u"signal "_s + QString::number(queued.id.value);
    auto entry = m_orders.place(std::move(draft));
    if (!entry && exit) {
        m_core.log(Severity::Warning, u"risk"_s, u"closed, but not reversed: "_s + entry.error().detail);
        return *exit;
    }
    return entry;
}

Result<void> SignalDesk::reject(SignalId id, std::uint32_t version, RejectReason reason)
{
    const auto found = pending(id, version);
    if (!found)
        return failure(found.error());
    decide(id, SignalState::Rejected, toString(reason), u"trader"_s);
    return {};
}

Result<void> SignalDesk::edit(SignalId id, std::uint32_t version, const SignalEdit &edit)
{
    const auto found = pending(id, version);
    if (!found)
        return failure(found.error());
    const QueuedSignal &queued = **found;
    const Instrument &instrument = *m_core.catalogue->find(queued.signal.instrument);
    const Quantity quantity = edit.quantity.value_or(queued.quantity);
    const Price limit = edit.limitPrice.value_or(queued.limitPrice);
    const Price stop = edit.stop.value_or(queued.stop);
    const Price target = edit.target.value_or(queued.target);
    const auto refused = [](const QString &text) { return failure(ErrorCode::InvalidArgument, text); };
    if (!quantity.isPositive() || !instrument.isOnLot(quantity))
        return refused(u"quantity %1 is not a positive multiple of %2"_s.arg(toString(quantity), toString(instrument.lotSize)));
    for (const Price price : {limit, stop, target}) {
        if (price.isNegative() || (!price.isZero() && !instrument.isOnTick(price)))
            return refused(u"price %1 is not a multiple of the tick %2"_s.arg(toString(price), toString(instrument.tickSize)));
    }
    const Price entry = limit.isPositive() ? limit : queued.price;
    const bool isBuy = queued.signal.side == Side::Buy;
    if (stop.isPositive() && (isBuy ? stop >= entry : stop <= entry))
        return refused(u"stop %1 is on the wrong side of %2"_s.arg(toString(stop), toString(entry)));
    if (target.isPositive() && (isBuy ? target <= entry : target >= entry))
        return refused(u"target %1 is on the wrong side of %2"_s.arg(toString(target), toString(entry)));
    m_core.record(SignalEdited{id, version + 1, quantity, limit, stop, target});
    m_core.listener().onSignal(rowOf(*m_core.state.signalQueue().find(id)));
    return {};
}

void SignalDesk::expire()
{
    std::vector<std::pair<SignalId, QString>> expired;
    for (const auto &[id, queued] : m_core.state.signalQueue().waiting()) {
        if (m_core.now() > queued.expiresAt)
            expired.emplace_back(id, u"its time was over"_s);
        else if (const double moved = drift(queued); moved > m_core.config.limits.driftMax)
            expired.emplace_back(id, u"the price moved %1 % since the signal"_s.arg(moved * 100, 0, 'f', 2));
    }
    for (const auto &[id, reason] : expired)
        decide(id, SignalState::Expired, reason, u"engine"_s);
}

Result<const QueuedSignal *> SignalDesk::pending(SignalId id, std::uint32_t version) const
{
    const QueuedSignal *queued = m_core.state.signalQueue().find(id);
    if (queued == nullptr)
        return failure(ErrorCode::NotFound, u"no signal %1"_s.arg(id.value));
    if (queued->state != SignalState::Pending)
        return failure(ErrorCode::Conflict, u"signal %1 is already %2"_s.arg(id.value).arg(toString(queued->state)));
    if (queued->version != version)
        return failure(ErrorCode::Conflict, u"signal %1 has changed since it was shown"_s.arg(id.value));
    return queued;
}

void SignalDesk::decide(SignalId id, SignalState state, const QString &reason, const QString &by, OrderId order)
{
    m_core.record(SignalDecided{id, state, reason, by, order});
    if (state == SignalState::Rejected || state == SignalState::Expired) {
        const QueuedSignal &declined = *m_core.state.signalQueue().find(id);
        m_shadow.follow(declined, m_core.lastPrice(m_core.indexOf(declined.signal.instrument)));
    }
    if (!m_core.isNarrated())
        return;
    const QueuedSignal &queued = *m_core.state.signalQueue().find(id);
    m_core.listener().onSignal(rowOf(queued));
    if (state == SignalState::Denied || state == SignalState::Expired || state == SignalState::Rejected) {
        m_core.log(state == SignalState::Denied ? Severity::Warning : Severity::Info, state == SignalState::Denied ? u"risk"_s : u"signal"_s,
                   u"%1 %2 %3 %4: %5"_s.arg(queued.signal.strategy.toString(), toString(queued.signal.side),
                                            m_core.catalogue->find(queued.signal.instrument)->symbol, toString(state), reason));
    }
}

double SignalDesk::drift(const QueuedSignal &queued) const
{
    const Price last = m_core.lastPrice(m_core.indexOf(queued.signal.instrument));
    if (!last.isPositive() || !queued.price.isPositive())
        return 0;
    return std::fabs(last.toDouble() / queued.price.toDouble() - 1);
}

SignalRow SignalDesk::rowOf(const QueuedSignal &queued) const
{
    const TradeSignal &signal = queued.signal;
    const InstrumentIndex index = m_core.indexOf(signal.instrument);
    const Instrument &instrument = m_core.instrument(index);
    SignalRow row;
    row.id = queued.id;
    row.version = queued.version;
    row.state = queued.state;
    row.stateReason = queued.stateReason;
    row.strategy = signal.strategy;
    row.instrument = signal.instrument;
    row.symbol = instrument.symbol;
    row.category = signal.category;
    row.timeframe = signal.timeframe;
    row.side = signal.side;
    row.isExit = queued.isExit;
    row.raisedAt = signal.time;
    row.expiresAt = queued.expiresAt;
    row.decidedAt = queued.decidedAt;
    row.quantity = queued.quantity;
    row.signalPrice = queued.limitPrice.isPositive() ? queued.limitPrice : queued.price;
    reprice(row, queued);
    row.stop = queued.stop;
    row.target = queued.target;
    const double risk = std::fabs((row.signalPrice - queued.stop).toDouble());
    row.rewardRisk = queued.stop.isPositive() && queued.target.isPositive() && risk > 0
        ? std::fabs((queued.target - row.signalPrice).toDouble()) / risk
        : std::numeric_limits<double>::quiet_NaN();
    row.risk = queued.stop.isPositive() ? instrument.notional((row.signalPrice - queued.stop).magnitude(), queued.quantity)
                                        : Money::zero(instrument.currency);
    row.confidence = signal.confidence;
    for (const Reason &reason : signal.reasons.all())
        row.reasons.push_back({toString(reason), reason.isMet});
    row.account = m_core.config.account.toString();
    row.mode = m_core.config.mode;
    row.order = queued.order;
    return row;
}

void SignalDesk::reprice(SignalRow &row, const QueuedSignal &queued) const
{
    row.now = m_core.lastPrice(m_core.indexOf(queued.signal.instrument));
    row.driftPercent = row.now.isPositive() && queued.price.isPositive() ? (row.now.toDouble() / queued.price.toDouble() - 1) * 100 : 0;
}

} // namespace bellwether
