// The half of SimBroker that meets market data: which orders an update fills, how much and at what price.
#include "core/sim/simbroker.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

using Kind = VenueReport::Kind;

constexpr Quantity unlimited = Quantity::fromRaw(std::numeric_limits<std::int64_t>::max());

/// What a share of a size allows; everything where there is no limit.
Quantity budgetOf(Ratio participation, Quantity size)
{
    if (participation.isZero())
        return unlimited;
    return Quantity::fromRaw(mulDiv(size.raw(), participation.raw(), decimalScale));
}

/// A quote without a size says nothing about it, so it does not limit.
Quantity quoteBudget(Ratio participation, Quantity size) { return size.isZero() ? unlimited : budgetOf(participation, size); }

} // namespace

void SimBroker::onMarket(const MarketEvent &event)
{
    Book &book = m_books[event.instrument];
    if (const auto *quote = std::get_if<Quote>(&event.payload))
        onQuote(event.instrument, book, *quote);
    else if (const auto *trade = std::get_if<TapeTrade>(&event.payload))
        onTrade(event.instrument, book, *trade);
    else
        onBar(event.instrument, book, std::get<TimedBar>(event.payload));
}

void SimBroker::onBar(InstrumentIndex index, Book &book, const TimedBar &timed)
{
    if (timed.timeframe > book.barTimeframe)
        return; // derived from the bars that drive
    book.barTimeframe = timed.timeframe;
    const Bar &bar = timed.bar;
    // Sessions differ in length, so a bar opened where the last one closed if that is later than its length says.
    const Timestamp nominalOpen = bar.closeTime - durationOf(timed.timeframe);
    const Timestamp lastClose = book.lastBar.closeTime;
    const Timestamp openedAt = lastClose > nominalOpen && lastClose < bar.closeTime ? lastClose : nominalOpen;
    book.lastBar = bar;
    book.barBudget = m_settings.barParticipation.isZero()
        ? unlimited
        : budgetOf(m_settings.barParticipation, Quantity::fromDouble(std::clamp(bar.volume, 0.0, 9e10)));
    if (book.hasQuotes || book.hasTrades)
        return;
    book.lastPrice = bar.close;
    if (book.orders.empty())
        return;

    settleTimes(index, openedAt);
    matchBar(index, bar, openedAt);
    compact(book);
}

void SimBroker::matchBar(InstrumentIndex index, const Bar &bar, Timestamp openedAt)
{
    const MatchingScope scope(m_depth);
    const std::size_t count = m_books[index].orders.size();
    const Quantity budget = m_books[index].barBudget;
    Step step{.fillTime = openedAt, .volume = bar.volume, .buyBudget = budget, .sellBudget = budget};
    m_filledParents.clear();
    if (m_path.empty())
        matchPath(index, count, {openedAt, bar}, step);
    for (std::size_t i = 0; i < m_path.size(); ++i) {
        PathBar part = m_path[i];
        if (i == 0) {
            part.openedAt = openedAt;
            part.bar.open = bar.open;
        }
        matchPath(index, count, part, step);
    }
    step.fillTime = bar.closeTime;
    match(index, count, step, [openedAt](const WorkingOrder &order) { return order.submittedAt <= openedAt; },
          [&](WorkingOrder &order) {
              const bool isDue = order.type == OrderType::Market && m_settings.fillTiming == FillTiming::Close;
              return isDue ? chanceAtOpen(order, bar.close) : std::nullopt;
          });
    concludeUpdate(index, count, openedAt);
    m_books[index].barBudget = std::min(step.buyBudget, step.sellBudget);
}

// One stretch of the way through a bar: its open, then its path.
void SimBroker::matchPath(InstrumentIndex index, std::size_t count, const PathBar &part, Step &step)
{
    const Bar &bar = part.bar;
    const Timestamp openedAt = part.openedAt;
    step.fillTime = openedAt;
    const bool fillsAtOpen = m_settings.fillTiming == FillTiming::NextOpen;
    const auto isEligible = [openedAt](const WorkingOrder &order) { return order.submittedAt <= openedAt; };
    const auto isStop = [](const WorkingOrder &order) { return isStopType(order.type); };
    const auto isLimit = [](const WorkingOrder &order) { return order.type != OrderType::Market && !isStopType(order.type); };
    const auto nothing = std::optional<FillChance>();

    match(index, count, step, isEligible, [&](WorkingOrder &order) {
        return isStop(order) || (order.type == OrderType::Market && fillsAtOpen) ? chanceAtOpen(order, bar.open) : nothing;
    });
    match(index, count, step, isEligible, [&](WorkingOrder &order) {
        return isLimit(order) ? chanceAtOpen(order, bar.open) : nothing;
    });
    step.fillTime = bar.closeTime;
    step.isInside = true;
    match(index, count, step, isEligible, [&](WorkingOrder &order) {
        // A limit entry better at the open came after the turn of the stops there.
        if (auto atOpen = order.isAttached && isStop(order) ? chanceAtOpen(order, bar.open) : nothing)
            return atOpen;
        return isStop(order) ? chanceInside(order, bar, m_settings.barLimitFill) : nothing;
    });
    match(index, count, step, isEligible, [&](WorkingOrder &order) {
        return isLimit(order) ? chanceInside(order, bar, m_settings.barLimitFill) : nothing;
    });
    step.isAfterEntry = true;
    for (const bool isStopsTurn : {true, false}) {
        match(index, count, step, isEligible, [&](WorkingOrder &order) {
            return isStop(order) == isStopsTurn ? chanceAfterEntry(order, bar, m_settings.barLimitFill) : nothing;
        });
    }
    step.isInside = step.isAfterEntry = false;
    markRested(index, count, openedAt);
}

void SimBroker::onQuote(InstrumentIndex index, Book &book, const Quote &quote)
{
    book.hasQuotes = true;
    if (quote.isTwoSided() && !quote.isCrossed())
        book.lastPrice = quote.bid;
    if (book.orders.empty())
        return;
    settleTimes(index, quote.time);
    {
        const MatchingScope scope(m_depth);
        const std::size_t count = book.orders.size();
        Step step{.fillTime = quote.time,
                  .hasQuotedSpread = true,
                  .buyBudget = quoteBudget(m_settings.quoteParticipation, quote.askSize),
                  .sellBudget = quoteBudget(m_settings.quoteParticipation, quote.bidSize)};
        const Timestamp arrivedBy = quote.time - m_settings.latency;
        m_filledParents.clear();
        match(index, count, step, [arrivedBy](const WorkingOrder &order) { return order.submittedAt <= arrivedBy; },
              [&](WorkingOrder &order) {
                  step.volume = (order.side == Side::Buy ? quote.askSize : quote.bidSize).toDouble();
                  return chanceAtQuote(order, quote);
              });
        concludeUpdate(index, count, arrivedBy);
    }
    compact(book);
}

void SimBroker::onTrade(InstrumentIndex index, Book &book, const TapeTrade &trade)
{
    book.hasTrades = true;
    book.lastPrice = trade.price;
    if (book.orders.empty())
        return;
    settleTimes(index, trade.time);
    {
        const MatchingScope scope(m_depth);
        const std::size_t count = book.orders.size();
        const Quantity budget = budgetOf(m_settings.tradeParticipation, trade.quantity);
        Step step{.fillTime = trade.time, .volume = trade.quantity.toDouble(), .buyBudget = budget, .sellBudget = budget};
        const Timestamp arrivedBy = trade.time - m_settings.latency;
        const bool isLimitOnly = book.hasQuotes;
        m_filledParents.clear();
        match(index, count, step, [arrivedBy](const WorkingOrder &order) { return order.submittedAt <= arrivedBy; },
              [&](WorkingOrder &order) {
                  return chanceAtTrade(order, trade.price, m_settings.tradeLimitFill, isLimitOnly);
              });
        if (!isLimitOnly)
            concludeUpdate(index, count, arrivedBy);
    }
    compact(book);
}

// Orders are visited by position and up to a count taken before: the sink may append and end orders meanwhile.
template <typename Eligible, typename Chance>
void SimBroker::match(InstrumentIndex index, std::size_t count, Step &step, Eligible &&isEligible, Chance &&chanceOf)
{
    for (std::size_t position = 0; position < count; ++position) {
        WorkingOrder &order = m_books[index].orders[position];
        if (order.isDone || !isEligible(order) || !order.fillable(step.isAfterEntry).isPositive())
            continue;
        const OrderId parent = order.parent;
        if (parent.isValid() && std::find(m_filledParents.begin(), m_filledParents.end(), parent) != m_filledParents.end())
            continue;
        if (const auto chance = chanceOf(order))
            fill(index, position, *chance, step);
    }
}

void SimBroker::fill(InstrumentIndex index, std::size_t position, const FillChance &chance, Step &step)
{
    Book &book = m_books[index];
    WorkingOrder &order = book.orders[position];
    const Instrument &instrument = m_catalogue->at(index);
    const bool isBuy = order.side == Side::Buy;
    Quantity &budget = isBuy ? step.buyBudget : step.sellBudget;

    if (order.timeInForce == TimeInForce::PostOnly && chance.liquidity == Liquidity::Taker) {
        finish(index, position, Kind::Expired, step.fillTime, u"post-only: it would have traded as it arrived"_s);
        return;
    }
    const Quantity wanted = order.fillable(step.isAfterEntry);
    Quantity quantity = std::min(wanted, budget);
    if (!isBuy && !canShort(index)) {
        if (!book.position.isPositive()) {
            finish(index, position, Kind::Cancelled, step.fillTime,
                   u"nothing is held, and %1 cannot be sold short"_s.arg(instrument.symbol));
            return;
        }
        quantity = std::min(quantity, book.position);
    }
    if (quantity < wanted)
        quantity = Quantity::fromRaw(quantity.raw() / instrument.lotSize.raw() * instrument.lotSize.raw());
    if (!quantity.isPositive())
        return;

    WorsenedPrice price{chance.price, {}, {}};
    if (chance.liquidity == Liquidity::Taker) {
        price = worsen(m_settings.costs, instrument, order.side, order.role, chance.price, step.hasQuotedSpread, quantity, step.volume);
        if (hasLimitPrice(order.type) && (isBuy ? price.price > order.limitPrice : price.price < order.limitPrice)) {
            price.price = order.limitPrice;
            price.spread = std::min(price.spread, (price.price - chance.price).magnitude());
            price.slippage = (price.price - chance.price).magnitude() - price.spread;
        }
    }
    const Money value = instrument.notional(price.price, quantity);
    m_lastFillCosts = m_settings.costs.scheduleOf(order.strategy, order.product).charge(order.side, chance.liquidity, order.filledValue, value);
    if (const Quantity back = std::min(quantity, -book.position); isBuy && back.isPositive())
        m_lastFillCosts.add(CostKind::Borrow, m_settings.costs.borrowing(instrument.notional(price.price, back), book.shortSince, step.fillTime));
    const Money commission = m_lastFillCosts.total();
    if (!price.spread.isZero())
        m_lastFillCosts.add(CostKind::Spread, instrument.notional(price.spread, quantity));
    if (!price.slippage.isZero())
        m_lastFillCosts.add(CostKind::Slippage, instrument.notional(price.slippage, quantity));
    costsIn(value.currency).add(m_lastFillCosts);

    if (budget != unlimited)
        budget -= quantity;
    order.filled += quantity;
    order.filledValue += value;
    const bool wasShort = book.position.isNegative();
    book.position = isBuy ? book.position + quantity : book.position - quantity;
    if (!wasShort && book.position.isNegative())
        book.shortSince = step.fillTime;
    const OrderId parent = order.parent;
    if (parent.isValid())
        m_filledParents.push_back(parent);
    if (order.isAttached)
        closeArmed(book, parent, quantity);
    else if (order.role == OrderRole::Entry)
        arm(book, order, quantity, chance, step);
    const bool isAttached = order.isAttached;

    const VenueReport filled{.kind = Kind::Filled,
                             .order = order.clientId,
                             .time = step.fillTime,
                             .venueOrderId = order.venueOrderId,
                             .venueTradeId = venueNumber("SIM-", ++m_lastTradeNumber),
                             .price = price.price,
                             .quantity = quantity,
                             .commission = commission,
                             .reason = {}};
    if (order.leaves().isZero()) {
        order.isDone = true;
        --m_workingCount;
        if (m_settings.keepsFinalOrders)
            m_final[order.clientId] = filled;
    }
    keep(filled, index, isBuy ? Side::Buy : Side::Sell, value);
    BrokerClient::report(filled); // the sink may append to the vector that holds `order`
    if (isAttached)
        endBracket(index, parent, Kind::Cancelled, step.fillTime, u"the other side of the bracket was filled"_s);
}

void SimBroker::settleTimes(InstrumentIndex index, Timestamp now)
{
    {
        const MatchingScope scope(m_depth);
        const Book &book = m_books[index];
        for (std::size_t position = 0; position < book.orders.size(); ++position) {
            const WorkingOrder &order = book.orders[position];
            if (order.isDone)
                continue;
            const bool isOfEarlierDay = order.timeInForce == TimeInForce::Day
                && book.calendar->localDay(now) > book.calendar->localDay(order.submittedAt);
            if (order.cancelRequestedAt && *order.cancelRequestedAt + m_settings.latency <= now)
                finish(index, position, Kind::Cancelled, now, u"cancelled on request"_s);
            else if (isOfEarlierDay)
                finish(index, position, Kind::Expired, now, u"the trading day of the order is over"_s);
        }
    }
    compact(m_books[index]);
}

void SimBroker::markRested(InstrumentIndex index, std::size_t count, Timestamp arrivedBy)
{
    for (std::size_t position = 0; position < count; ++position) {
        WorkingOrder &order = m_books[index].orders[position];
        order.armedInside = {}; // from here on it counts like the rest
        if (!order.isDone && order.submittedAt <= arrivedBy)
            order.hasRested = !order.isAttached || order.armed.isPositive();
    }
}

void SimBroker::concludeUpdate(InstrumentIndex index, std::size_t count, Timestamp arrivedBy)
{
    markRested(index, count, arrivedBy);
    for (std::size_t position = 0; position < count; ++position) {
        const WorkingOrder &order = m_books[index].orders[position];
        if (!order.isDone && order.submittedAt <= arrivedBy && order.timeInForce == TimeInForce::ImmediateOrCancel)
            finish(index, position, Kind::Expired, m_clock.now(), u"immediate or cancel: the rest was not filled"_s);
    }
}

void SimBroker::finish(InstrumentIndex index, std::size_t position, VenueReport::Kind kind, Timestamp time, const QString &reason)
{
    WorkingOrder &order = m_books[index].orders[position];
    order.isDone = true;
    --m_workingCount;
    const VenueReport last{.kind = kind, .order = order.clientId, .time = time, .venueOrderId = order.venueOrderId, .reason = reason};
    if (m_settings.keepsFinalOrders)
        m_final[order.clientId] = last;
    const OrderId entry = order.role == OrderRole::Entry ? order.id : OrderId();
    BrokerClient::report(last);
    if (entry.isValid())
        endBracket(index, entry, Kind::Cancelled, time, u"its entry ended with nothing left to close"_s);
}

void SimBroker::compact(Book &book)
{
    if (m_depth == 0)
        std::erase_if(book.orders, [](const WorkingOrder &order) { return order.isDone; });
}

} // namespace bellwether
