#include "core/sim/simbroker.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

using Kind = VenueReport::Kind;

} // namespace

SimBroker::SimBroker(CataloguePtr catalogue, const Clock &clock, SimBrokerSettings settings)
    : m_catalogue(std::move(catalogue)), m_clock(clock), m_settings(std::move(settings)), m_books(m_catalogue->size())
{
    for (InstrumentIndex index = 0; index < m_books.size(); ++index) {
        // An instrument without a known calendar trades on the UTC day.
        const auto calendar = ExchangeCalendar::find(m_catalogue->at(index).calendar);
        m_books[index].calendar = calendar ? *calendar : &ExchangeCalendar::crypto();
    }
}

std::optional<QString> SimBroker::refusalOf(const Order &order, std::optional<InstrumentIndex> index) const
{
    if (!index)
        return u"unknown instrument %1"_s.arg(order.instrument.toString());
    const Instrument &instrument = m_catalogue->at(*index);
    const Book &book = m_books[*index];
    if (instrument.kind == InstrumentKind::Index)
        return u"%1 is an index and cannot be traded"_s.arg(instrument.symbol);
    if (!order.quantity.isPositive() || !instrument.isOnLot(order.quantity))
        return u"quantity %1 is not a multiple of the lot %2"_s.arg(toString(order.quantity), toString(instrument.lotSize));
    if (order.quantity < instrument.quantityMin)
        return u"quantity %1 is below the minimum %2"_s.arg(toString(order.quantity), toString(instrument.quantityMin));

    const bool hasLimit = hasLimitPrice(order.type);
    const bool hasStop = hasTriggerPrice(order.type);
    const auto isBadPrice = [&](Price price) { return !price.isPositive() || !instrument.isOnTick(price); };
    if (hasLimit && isBadPrice(order.limitPrice))
        return u"limit price %1 is not a multiple of the tick %2"_s.arg(toString(order.limitPrice), toString(instrument.tickSize));
    if (hasStop && isBadPrice(order.stopPrice))
        return u"stop price %1 is not a multiple of the tick %2"_s.arg(toString(order.stopPrice), toString(instrument.tickSize));

    // A reduction of any size is taken, so that what partial fills left can always be closed.
    if (!isReducing(order.role) && instrument.notionalMin.amount.isPositive()) {
        Price price = hasLimit ? order.limitPrice : book.lastPrice;
        if (price.isZero())
            price = order.referencePrice;
        const Money notional = instrument.notional(price, order.quantity);
        if (!price.isZero() && notional < instrument.notionalMin)
            return u"notional %1 is below the minimum %2"_s.arg(toString(notional), toString(instrument.notionalMin));
    }
    // What is attached sells only what its entry will have bought.
    if (order.side == Side::Sell && !canShort(*index) && !order.isAttached && order.quantity > book.position)
        return u"a sale of %1 exceeds the %2 held, and %3 cannot be sold short"_s.arg(
            toString(order.quantity), toString(book.position), instrument.symbol);
    return {};
}

void SimBroker::submit(const Order &order)
{
    const Timestamp now = m_clock.now();
    noteSent(order);
    const auto index = m_catalogue->indexOf(order.instrument);
    if (const auto refusal = refusalOf(order, index)) {
        reject(order, now, *refusal);
        return;
    }
    const ClientOrderId id = order.clientId;
    take(*index, order, now);
    accept(*index, id, now);
    fillAtClose(*index, id, now);
}

void SimBroker::submitBracket(const Order &entry, const Order *stop, const Order *target)
{
    const Timestamp now = m_clock.now();
    const auto index = m_catalogue->indexOf(entry.instrument);
    std::array<const Order *, 3> parts{&entry, stop, target};
    std::optional<QString> refusal;
    for (const Order *part : parts) {
        if (part != nullptr)
            noteSent(*part);
        if (part != nullptr && !refusal)
            refusal = refusalOf(*part, index);
    }
    std::array<ClientOrderId, 3> ids; // the sink may end an order that it hears of
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i] == nullptr)
            continue;
        ids[i] = parts[i]->clientId;
        if (refusal)
            reject(*parts[i], now, *refusal);
        else
            take(*index, *parts[i], now);
    }
    if (refusal)
        return;
    for (const ClientOrderId &id : ids)
        accept(*index, id, now);
    fillAtClose(*index, ids[0], now);
}

void SimBroker::reject(const Order &order, Timestamp now, const QString &reason)
{
    if (m_settings.keepsFinalOrders)
        m_final[order.clientId] = {.kind = Kind::Rejected, .order = order.clientId, .time = now, .reason = reason};
    report(Kind::Rejected, order.clientId, {}, now, reason);
}

void SimBroker::take(InstrumentIndex index, const Order &order, Timestamp now)
{
    m_books[index].orders.push_back({.id = order.id,
                                     .clientId = order.clientId,
                                     .venueOrderId = venueNumber("SIM-O", ++m_lastOrderNumber),
                                     .parent = order.parent,
                                     .strategy = order.strategy,
                                     .product = order.product,
                                     .role = order.role,
                                     .side = order.side,
                                     .type = order.type,
                                     .timeInForce = order.timeInForce,
                                     .quantity = order.quantity,
                                     .filled = {},
                                     .filledValue = Money::zero(m_catalogue->at(index).currency),
                                     .limitPrice = order.limitPrice,
                                     .stopPrice = order.stopPrice,
                                     .submittedAt = now,
                                     .cancelRequestedAt = {},
                                     .isAttached = order.isAttached,
                                     .armed = {},
                                     .armedInside = {},
                                     .armedAt = {}});
    ++m_workingCount;
}

void SimBroker::accept(InstrumentIndex index, const ClientOrderId &id, Timestamp now)
{
    if (const auto position = findWorking(m_books[index], id))
        report(Kind::Accepted, id, QString(m_books[index].orders[*position].venueOrderId), now);
}

void SimBroker::fillAtClose(InstrumentIndex index, const ClientOrderId &id, Timestamp now)
{
    Book &book = m_books[index];
    const bool isBarDriven = !book.hasQuotes && !book.hasTrades && book.lastBar.closeTime.isValid();
    if (m_settings.fillTiming != FillTiming::Close || !isBarDriven || book.lastBar.closeTime != now)
        return;
    const auto position = findWorking(book, id);
    if (!position || book.orders[*position].type != OrderType::Market)
        return;
    const Side side = book.orders[*position].side;
    {
        const MatchingScope scope(m_depth);
        Step step{.fillTime = now, .volume = book.lastBar.volume, .buyBudget = book.barBudget, .sellBudget = book.barBudget};
        fill(index, *position, FillChance{book.lastBar.close}, step);
        book.barBudget = side == Side::Buy ? step.buyBudget : step.sellBudget;
    }
    compact(book);
}

void SimBroker::cancel(const Order &order)
{
    const Timestamp now = m_clock.now();
    const auto index = m_catalogue->indexOf(order.instrument);
    const auto position = index ? findWorking(m_books[*index], order.clientId) : std::nullopt;
    if (!position) {
        report(Kind::RequestRefused, order.clientId, {}, now, u"the order is not working"_s);
        return;
    }
    if (m_settings.latency > Duration::zero()) {
        m_books[*index].orders[*position].cancelRequestedAt = now;
        return;
    }
    finish(*index, *position, Kind::Cancelled, now, u"cancelled on request"_s);
    compact(m_books[*index]);
}

void SimBroker::modify(const Order &order, const OrderChange &change)
{
    const Timestamp now = m_clock.now();
    const auto index = m_catalogue->indexOf(order.instrument);
    const auto position = index ? findWorking(m_books[*index], order.clientId) : std::nullopt;
    const auto refuse = [&](const QString &reason) { report(Kind::RequestRefused, order.clientId, {}, now, reason); };
    if (!position)
        return refuse(u"the order is not working"_s);

    WorkingOrder &working = m_books[*index].orders[*position];
    const Instrument &instrument = m_catalogue->at(*index);
    if (!change.price.isZero() && (!change.price.isPositive() || !instrument.isOnTick(change.price)))
        return refuse(u"price %1 is not a multiple of the tick %2"_s.arg(toString(change.price), toString(instrument.tickSize)));
    if (!change.price.isZero() && working.type == OrderType::Market)
        return refuse(u"a market order has no price"_s);
    if (!change.quantity.isZero() && (!change.quantity.isPositive() || !instrument.isOnLot(change.quantity)))
        return refuse(u"quantity %1 is not a multiple of the lot %2"_s.arg(toString(change.quantity), toString(instrument.lotSize)));
    if (!change.quantity.isZero() && change.quantity <= working.filled)
        return refuse(u"%1 has been filled already"_s.arg(toString(working.filled)));
    if (working.side == Side::Sell && !canShort(*index) && !working.isAttached && change.quantity - working.filled > m_books[*index].position)
        return refuse(u"the quantity exceeds what is held"_s);

    if (!change.price.isZero()) {
        (hasTriggerPrice(working.type) ? working.stopPrice : working.limitPrice) = change.price;
        working.submittedAt = now;
        working.hasRested = false;
    }
    if (!change.quantity.isZero()) {
        working.quantity = change.quantity;
        fitArmed(m_books[*index], working);
    }
    BrokerClient::report({.kind = Kind::Modified,
                          .order = working.clientId,
                          .time = now,
                          .venueOrderId = working.venueOrderId,
                          .price = change.price,
                          .quantity = change.quantity});
}

void SimBroker::query(const Order &order)
{
    const Timestamp now = m_clock.now();
    const auto index = m_catalogue->indexOf(order.instrument);
    if (const auto position = index ? findWorking(m_books[*index], order.clientId) : std::nullopt) {
        report(Kind::Accepted, order.clientId, m_books[*index].orders[*position].venueOrderId, now);
        return;
    }
    // A final report is repeated as it was; a repeated fill carries its trade id and so counts once.
    const auto found = m_final.find(order.clientId);
    if (found != m_final.end())
        BrokerClient::report(found->second);
    else
        report(Kind::Absent, order.clientId, {}, now, u"the simulated venue never saw this order"_s);
}

void SimBroker::requestBooks(Timestamp since)
{
    VenueBooks books;
    books.asOf = m_clock.now();
    books.since = since;
    books.isComplete = true;
    books.hasPositions = true;
    for (InstrumentIndex index = 0; index < m_books.size(); ++index) {
        const InstrumentId &instrument = m_catalogue->at(index).id;
        for (const WorkingOrder &order : m_books[index].orders) {
            if (order.isDone)
                continue;
            books.openOrders.push_back({.clientId = order.clientId,
                                        .venueOrderId = order.venueOrderId,
                                        .instrument = instrument,
                                        .side = order.side,
                                        .type = order.type,
                                        .timeInForce = order.timeInForce,
                                        .quantity = order.quantity,
                                        .filled = order.filled,
                                        .limitPrice = order.limitPrice,
                                        .stopPrice = order.stopPrice,
                                        .createdAt = order.submittedAt});
        }
        if (!m_books[index].position.isZero())
            books.positions.push_back({instrument, m_books[index].position});
    }
    for (const VenueTrade &trade : m_trades) {
        if (trade.time >= since)
            books.trades.push_back(trade);
    }
    if (m_balance) {
        books.hasBalances = true;
        books.balances.push_back({m_balance->currency, *m_balance});
    }
    answerBooks(books);
}

void SimBroker::keep(const VenueReport &fill, InstrumentIndex index, Side side, const Money &value)
{
    if (m_balance && m_balance->currency == value.currency)
        *m_balance += (side == Side::Buy ? -value : value) - fill.commission;
    if (!m_settings.keepsFinalOrders)
        return;
    m_trades.push_back({fill.venueTradeId, fill.order, fill.venueOrderId, m_catalogue->at(index).id, side, fill.price,
                        fill.quantity, fill.commission, fill.time});
    if (m_trades.size() > tradesKept)
        m_trades.pop_front();
}

void SimBroker::onTime(Timestamp now)
{
    if (m_workingCount == 0)
        return;
    for (InstrumentIndex index = 0; index < m_books.size(); ++index) {
        if (!m_books[index].orders.empty())
            settleTimes(index, now);
    }
}

void SimBroker::restore(const std::vector<Holding> &positions, const std::vector<Order> &openOrders,
                        std::uint64_t lastOrderNumber, std::uint64_t lastTradeNumber)
{
    for (Book &book : m_books) {
        book.orders.clear();
        book.position = {};
    }
    m_workingCount = 0;
    m_lastOrderNumber = lastOrderNumber;
    m_lastTradeNumber = lastTradeNumber;
    for (const Holding &holding : positions) {
        if (const auto index = m_catalogue->indexOf(holding.instrument))
            m_books[*index].position += holding.quantity;
    }
    for (const Order &order : openOrders) {
        const auto index = m_catalogue->indexOf(order.instrument);
        if (!index || !order.leavesQuantity().isPositive())
            continue;
        const Instrument &instrument = m_catalogue->at(*index);
        // What is attached to an entry still at work leaves as much more than is armed as the entry leaves.
        const auto entry = std::find_if(openOrders.begin(), openOrders.end(), [&order](const Order &o) { return o.id == order.parent; });
        const Quantity dormant = order.isAttached && entry != openOrders.end() ? entry->leavesQuantity() : Quantity();
        m_books[*index].orders.push_back(
            {.id = order.id,
             .clientId = order.clientId,
             .venueOrderId = order.venueId.isEmpty() ? venueNumber("SIM-O", ++m_lastOrderNumber) : order.venueId,
             .parent = order.parent,
             .strategy = order.strategy,
             .product = order.product,
             .role = order.role,
             .side = order.side,
             .type = order.type,
             .timeInForce = order.timeInForce,
             .quantity = order.quantity,
             .filled = order.filledQuantity(),
             .filledValue = instrument.notional(order.averagePrice(), order.filledQuantity()),
             .limitPrice = order.limitPrice,
             .stopPrice = order.stopPrice,
             .submittedAt = order.updatedAt.isValid() ? order.updatedAt : order.createdAt,
             .cancelRequestedAt = {},
             .isAttached = order.isAttached,
             .armed = order.leavesQuantity() - std::min(dormant, order.leavesQuantity()),
             .armedInside = {},
             .armedAt = {}});
        ++m_workingCount;
    }
}

Price SimBroker::marketFillPrice(InstrumentIndex instrument, Side side, OrderRole role, Price base) const
{
    return worsen(m_settings.costs, m_catalogue->at(instrument), side, role, base, m_books[instrument].hasQuotes, {}, 0).price;
}

bool SimBroker::canShort(InstrumentIndex index) const
{
    return m_settings.allowShort || m_catalogue->at(index).canShort;
}

std::optional<std::size_t> SimBroker::findWorking(const Book &book, const ClientOrderId &id) const
{
    for (std::size_t position = 0; position < book.orders.size(); ++position) {
        if (book.orders[position].clientId == id && !book.orders[position].isDone)
            return position;
    }
    return {};
}

void SimBroker::report(VenueReport::Kind kind, const ClientOrderId &order, const QString &venueOrderId, Timestamp time,
                       const QString &reason) const
{
    BrokerClient::report({.kind = kind, .order = order, .time = time, .venueOrderId = venueOrderId, .reason = reason});
}

CostBreakdown &SimBroker::costsIn(Currency currency)
{
    for (CostBreakdown &costs : m_costs) {
        if (costs.currency() == currency)
            return costs;
    }
    return m_costs.emplace_back(currency);
}

} // namespace bellwether
