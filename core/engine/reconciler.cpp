#include "core/engine/reconciler.h"

#include <charconv>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

using Severity = DeskEvent::Severity;
using Report = VenueReport::Kind;

constexpr Duration overlap = std::chrono::minutes(2); // trades may reach the venue's lists late

bool isSettled(const Order &order, Timestamp asOf) { return order.updatedAt + Reconciler::settleTime <= asOf; }

// The number at the end of an id that looks like ours; 0 for another.
std::uint64_t ownNumber(const ClientOrderId &id)
{
    const std::string_view text = id.view();
    if (!text.starts_with("bw-"))
        return 0;
    const std::size_t last = text.find_last_of('-');
    std::uint64_t number = 0;
    std::from_chars(text.data() + last + 1, text.data() + text.size(), number);
    return number;
}

} // namespace

void Reconciler::start(Timestamp pastEnd)
{
    if (!isOn())
        return;
    m_pastEnd = pastEnd;
    refreshDoubt();
    ask();
}

Timestamp Reconciler::askSince() const
{
    // Before the account's first start nothing was ours to know.
    Timestamp since = (m_asOf.isValid() ? m_asOf : m_pastEnd) - overlap;
    for (const OrderId id : m_core.state.orders().active())
        since = std::min(since, m_core.state.orders().find(id)->createdAt);
    return std::max(since, m_core.state.firstStartedAt());
}

void Reconciler::ask()
{
    if (!isOn() || !m_broker.connection().isUp() || (m_isAsked && m_core.now() - m_askedAt < requestTimeout))
        return;
    m_isAsked = true;
    m_askedAt = m_core.now();
    m_nextAt = m_askedAt + requestTimeout; // should no answer come
    m_broker.requestBooks(askSince());
}

void Reconciler::onConnection(const VenueConnection &connection)
{
    if (!isOn())
        return;
    if (connection.isUp()) {
        if (m_downSince.isValid())
            m_core.log(Severity::Info, u"venue"_s, u"the connection is back"_s);
        m_downSince = {};
        m_isFresh = false;
        m_isAsked = false;
        refreshDoubt();
        ask();
        return;
    }
    if (!m_downSince.isValid()) {
        m_downSince = m_core.now();
        m_core.trouble(ErrorClass::Network, ErrorRecovery::Delay, u"venue"_s, u"the connection is %1%2"_s.arg(toString(connection.state),
                       connection.reason.isEmpty() ? QString() : u": "_s + connection.reason));
    }
    m_isFresh = false;
    m_isAsked = false;
    refreshDoubt();
}

void Reconciler::checkTime()
{
    if (!isOn())
        return;
    if (m_downSince.isValid() && !m_isGraceOver && m_core.now() - m_downSince >= std::chrono::seconds(m_core.config.disconnectGraceSeconds)) {
        m_isGraceOver = true;
        m_core.trouble(ErrorClass::Network, ErrorRecovery::Stop, u"venue"_s, u"the connection has been gone for %1 s; entries are cancelled when it returns"_s
                       .arg(m_core.config.disconnectGraceSeconds));
    }
    if (m_core.now() >= m_nextAt)
        ask();
    refreshDoubt();
}

void Reconciler::onBooks(const VenueBooks &books)
{
    m_isAsked = false;
    if (!books.isComplete) {
        m_error = books.error;
        ++m_failures;
        m_nextAt = m_core.now() + std::chrono::seconds(std::min(1 << std::min(m_failures, 5), m_core.config.reconcileEverySeconds));
        complain(books.error);
        refreshDoubt();
        return;
    }
    if (m_asOf.isValid() && books.asOf < m_asOf)
        return; // what is known already is newer
    m_asOf = books.asOf;
    m_goodAt = m_core.now();
    m_error.clear();
    m_failures = 0;
    ++m_readings;
    m_nextAt = m_core.now() + std::chrono::seconds(m_core.config.reconcileEverySeconds);
    m_orderDoubt.clear();
    takeOpenOrders(books);
    takeTrades(books);
    for (const VenueOrder &theirs : books.openOrders) {
        const Order *order = m_core.state.orders().find(find(theirs.clientId, theirs.venueOrderId));
        if (order != nullptr && order->strategy != externalStrategy && theirs.filled > order->filledQuantity())
            m_orderDoubt = u"the venue filled more of order %1 than its trades tell"_s.arg(order->id.value);
    }
    askAboutMissing(books);
    comparePositions(books);
    compareMoney(books);
    if (!std::exchange(m_isFresh, true))
        m_core.log(Severity::Info, u"venue"_s, u"the account is reconciled: %1 orders are open at the venue, %2 holdings differ"_s
                       .arg(books.openOrders.size()).arg(m_positions.size()));
    if (std::exchange(m_isGraceOver, false))
        m_orders.cancelAll(OrderDesk::Scope::AfterOutage, u"the connection was gone"_s);
    refreshDoubt();
}

// Nearly every order is found by its own id; the rest are few, and looked for from the newest on.
OrderId Reconciler::find(const ClientOrderId &clientId, const QString &venueOrderId) const
{
    const OrderBook &orders = m_core.state.orders();
    if (const Order *order = clientId.isEmpty() ? nullptr : orders.find(clientId))
        return order->id;
    if (venueOrderId.isEmpty())
        return {};
    for (const Order &order : orders.all() | std::views::reverse) {
        if (order.venueId == venueOrderId)
            return order.id;
    }
    return {};
}

Quantity Reconciler::newTradesOf(const VenueBooks &books, const QString &venueOrderId) const
{
    Quantity total;
    for (const VenueTrade &trade : books.trades) {
        if (trade.venueOrderId == venueOrderId && trade.time >= m_core.state.firstStartedAt())
            total += trade.quantity;
    }
    return total;
}

OrderId Reconciler::adopt(const VenueOrder &theirs, Quantity filledBefore)
{
    const std::uint64_t number = ownNumber(theirs.clientId);
    const OrderId next = m_core.state.nextOrderId();
    Order order;
    order.id = number > next.value && number - next.value < DeskState::adoptionGapMax ? OrderId{number} : next;
    const std::string external = "ext-" + theirs.venueOrderId.toStdString();
    order.clientId = !theirs.clientId.isEmpty()         ? theirs.clientId
        : ClientOrderId::fits(std::string_view(external)) ? ClientOrderId(std::string_view(external))
                                                          : ClientOrderId(std::string_view("ext-" + std::to_string(order.id.value)));
    order.venueId = theirs.venueOrderId;
    order.strategy = externalStrategy;
    order.instrument = theirs.instrument;
    order.side = theirs.side;
    order.type = theirs.type;
    order.timeInForce = theirs.timeInForce;
    order.quantity = theirs.quantity - filledBefore;
    order.limitPrice = theirs.limitPrice;
    order.stopPrice = theirs.stopPrice;
    order.createdAt = order.updatedAt = theirs.createdAt.isValid() ? theirs.createdAt : m_core.now();
    order.reason = u"sent elsewhere"_s;
    const auto index = m_core.catalogue->indexOf(theirs.instrument);
    if (!index || !order.quantity.isPositive())
        return {}; // of what is not traded here nothing can be said
    order.referencePrice = order.limitPrice.isPositive() ? order.limitPrice
        : order.stopPrice.isPositive()                   ? order.stopPrice
                                                         : m_core.lastPrice(*index);
    if (!order.apply({OrderEvent::Kind::PassedChecks, order.createdAt}))
        return {};
    const OrderId id = order.id;
    if (const auto done = m_core.tryRecord(OrderAdopted{std::move(order)}); !done) {
        complain(done.error().detail);
        return {};
    }
    ++m_externalOrders;
    m_core.log(Severity::Warning, u"venue"_s, u"order %1 was sent elsewhere: %2 %3 %4, taken up as external"_s
                   .arg(theirs.venueOrderId, toString(theirs.side), toString(theirs.quantity), m_core.instrument(*index).symbol));
    m_orders.tellOf(id);
    return id;
}

void Reconciler::takeOpenOrders(const VenueBooks &books)
{
    for (const VenueOrder &theirs : books.openOrders) {
        const OrderId id = find(theirs.clientId, theirs.venueOrderId);
        if (const Order *order = m_core.state.orders().find(id))
            meet(*order, theirs, books.asOf);
        else
            adopt(theirs, std::max(Quantity(), theirs.filled - newTradesOf(books, theirs.venueOrderId)));
    }
}

// An order that both sides have: what the venue says settles what we only asked for.
void Reconciler::meet(const Order &order, const VenueOrder &theirs, Timestamp asOf)
{
    if (order.strategy != externalStrategy && (order.instrument != theirs.instrument || order.side != theirs.side)) {
        m_orders.distrust(u"order %1 is another one at the venue"_s.arg(order.id.value));
        return;
    }
    VenueReport report;
    report.order = order.clientId;
    report.time = m_core.now();
    report.venueOrderId = theirs.venueOrderId;
    if (order.state() == OrderState::Unknown) {
        report.kind = Report::Accepted;
        m_orders.onReport(report);
        return;
    }
    if (!isSettled(order, asOf))
        return;
    const Price price = hasTriggerPrice(order.type) ? theirs.stopPrice : theirs.limitPrice;
    const Price ours = hasTriggerPrice(order.type) ? order.stopPrice : order.limitPrice;
    const bool isExternal = order.strategy == externalStrategy;
    const bool isChanged = (!isExternal && theirs.quantity != order.quantity) || (order.type != OrderType::Market && price != ours);
    if (order.state() == OrderState::ModifyPending) {
        report.kind = isChanged ? Report::Modified : Report::RequestRefused;
        report.price = price;
        report.quantity = theirs.quantity;
        report.reason = u"the venue has it as it was"_s;
        m_orders.onReport(report);
    } else if (order.state() == OrderState::CancelPending) {
        report.kind = Report::RequestRefused;
        report.reason = u"the venue still works it"_s;
        m_orders.onReport(report);
    } else if (isChanged && (order.state() == OrderState::Open || order.state() == OrderState::Partial)) {
        m_orders.takeTerms(order.id, price, isExternal ? order.quantity : theirs.quantity);
    }
}

// An order of ours that may have left, and of which the venue's number is not known yet: after a kill before its answer.
const Order *Reconciler::unknownLike(const VenueTrade &trade) const
{
    if (!trade.clientId.isEmpty())
        return nullptr;
    for (const OrderId id : m_core.state.orders().active()) {
        const Order *order = m_core.state.orders().find(id);
        if (order->state() == OrderState::Unknown && order->venueId.isEmpty() && order->instrument == trade.instrument && order->side == trade.side)
            return order;
    }
    return nullptr;
}

void Reconciler::takeTrades(const VenueBooks &books)
{
    std::vector<const VenueTrade *> trades;
    for (const VenueTrade &trade : books.trades) {
        if (!m_core.state.portfolio().hasApplied(trade.venueTradeId) && trade.time >= m_core.state.firstStartedAt())
            trades.push_back(&trade);
    }
    std::ranges::stable_sort(trades, [](const VenueTrade *a, const VenueTrade *b) {
        return std::tie(a->time, a->venueTradeId) < std::tie(b->time, b->venueTradeId);
    });
    for (const VenueTrade *trade : trades) {
        if (m_core.state.portfolio().hasApplied(trade->venueTradeId))
            continue; // twice in the list
        OrderId id = find(trade->clientId, trade->venueOrderId);
        if (const Order *open = id.isValid() ? nullptr : unknownLike(*trade)) {
            // Its own answer tells whether it is the one; until then it is neither's.
            m_orderDoubt = u"trade %1 may be of order %2, of which the outcome is not known"_s.arg(trade->venueTradeId).arg(open->id.value);
            m_nextAt = std::min(m_nextAt, m_core.now() + std::chrono::seconds(1));
            continue;
        }
        if (!id.isValid()) {
            // It came and went elsewhere: its trades say what it was.
            VenueOrder order{trade->clientId, trade->venueOrderId, trade->instrument, trade->side, OrderType::Market,
                             TimeInForce::GoodTillCancelled, newTradesOf(books, trade->venueOrderId), {}, {}, {}, trade->time};
            id = adopt(order, {});
            if (!id.isValid())
                continue;
        }
        VenueReport report;
        report.kind = Report::Filled;
        report.order = m_core.state.orders().find(id)->clientId;
        report.time = trade->time;
        report.venueOrderId = trade->venueOrderId;
        report.venueTradeId = trade->venueTradeId;
        report.price = trade->price;
        report.quantity = trade->quantity;
        report.commission = trade->commission;
        const std::uint64_t before = m_core.state.fillCount();
        m_orders.onReport(report);
        if (m_core.state.fillCount() == before) {
            m_orderDoubt = u"trade %1 does not fit order %2"_s.arg(trade->venueTradeId).arg(id.value);
            continue;
        }
        ++m_fillsFound;
        m_core.trouble(ErrorClass::Network, ErrorRecovery::Retry, u"venue"_s, u"a fill of order %1 was found that no report had told"_s.arg(id.value), Severity::Warning);
        const Order &order = *m_core.state.orders().find(id);
        if (order.strategy == externalStrategy)
            onExternalFill(order.book, trade->price);
    }
}

void Reconciler::askAboutMissing(const VenueBooks &books)
{
    std::set<OrderId> open;
    for (const VenueOrder &theirs : books.openOrders)
        open.insert(find(theirs.clientId, theirs.venueOrderId));
    const std::vector<OrderId> active = m_core.state.orders().active(); // a copy: answers may end orders
    for (const OrderId id : active) {
        const Order &order = *m_core.state.orders().find(id);
        // That it is not in the list is no evidence by itself: the venue is asked about this very order.
        const bool mayBeThere = isWorking(order.state()) && order.state() != OrderState::Intent;
        if (mayBeThere && !open.contains(id) && isSettled(order, books.asOf))
            m_broker.query(Order(order));
    }
}

Quantity Reconciler::held(InstrumentIndex instrument) const
{
    Quantity total;
    for (const BookId book : m_core.state.portfolio().held()) {
        if (m_core.state.instrumentOf(book) == instrument)
            total += m_core.state.portfolio().position(book).quantity();
    }
    return total;
}

void Reconciler::comparePositions(const VenueBooks &books)
{
    if (!books.hasPositions)
        return;
    std::map<InstrumentId, Quantity> theirs;
    for (const VenuePosition &position : books.positions)
        theirs[position.instrument] += position.quantity;
    for (const BookId book : m_core.state.portfolio().held())
        theirs.try_emplace(m_core.state.portfolio().book(book).key.instrument, Quantity());
    for (const auto &[instrument, difference] : m_positions)
        theirs.try_emplace(instrument, Quantity());
    for (const auto &[instrument, quantity] : theirs) {
        const auto index = m_core.catalogue->indexOf(instrument);
        if (!index)
            continue;
        if (m_orders.filledAt(*index) >= books.asOf)
            continue; // a fill that the reading may lack: the next one tells
        const Quantity change = quantity - held(*index) - m_core.state.ignoredQuantity(instrument);
        if (change.magnitude() < m_core.instrument(*index).lotSize) { // below a lot it is the rest of fees taken in kind
            m_positions.erase(instrument);
            continue;
        }
        Difference &difference = m_positions[instrument];
        const bool isSame = difference.id != 0 && difference.quantity == change;
        difference.quantity = change;
        difference.theirs = quantity;
        confirm(difference, isSame, books.asOf);
        if (difference.isConfirmed && difference.since == m_core.now())
            m_core.trouble(ErrorClass::Data, ErrorRecovery::Stop, u"venue"_s, u"the venue holds %1 %2, we %3; adopt, close or ignore it"_s
                           .arg(toString(quantity), m_core.instrument(*index).symbol, toString(held(*index))));
    }
}

void Reconciler::compareMoney(const VenueBooks &books)
{
    if (!books.hasBalances)
        return;
    const Money ours = m_core.state.portfolio().cash();
    Money theirs = Money::zero(ours.currency);
    for (const VenueBalance &balance : books.balances) {
        if (balance.currency == ours.currency)
            theirs += balance.total;
    }
    if (m_orders.lastFillAt() >= books.asOf)
        return;
    const Money change = theirs - ours - m_core.state.ignoredMoney();
    // What rounding of fees makes is no difference.
    if (change.amount.magnitude() < FixedPoint<MoneyTag>::fromRaw(1'000'000)) {
        m_money.reset();
        return;
    }
    if (!m_money)
        m_money.emplace();
    const bool isSame = m_money->id != 0 && m_money->money == change;
    m_money->money = change;
    m_money->theirsMoney = theirs;
    confirm(*m_money, isSame, books.asOf);
    if (m_money->isConfirmed && m_money->since == m_core.now())
        m_core.log(Severity::Warning, u"venue"_s, u"the venue has %1, we %2; adopt or ignore it"_s.arg(toString(theirs), toString(ours)));
}

// A difference counts when two readings a settle time apart agree about it.
void Reconciler::confirm(Difference &difference, bool isSame, Timestamp asOf)
{
    if (!isSame) {
        difference.id = ++m_lastDifference;
        difference.isConfirmed = false;
        difference.seenAt = asOf;
        difference.since = {};
    } else if (!difference.isConfirmed && asOf - difference.seenAt >= settleTime) {
        difference.isConfirmed = true;
        difference.since = m_core.now();
    }
    if (!difference.isConfirmed)
        m_nextAt = std::min(m_nextAt, m_core.now() + settleTime);
}

void Reconciler::onForeignReport(const VenueReport &report)
{
    VenueReport ours = report;
    OrderId id = find(report.order, report.venueOrderId);
    if (!id.isValid() && report.terms && (report.kind == Report::Accepted || report.kind == Report::Filled || report.kind == Report::Modified))
        id = adopt(*report.terms, report.kind == Report::Filled ? std::max(Quantity(), report.terms->filled - report.quantity) : report.terms->filled);
    if (!id.isValid()) {
        // Whatever ended without having traded leaves nothing behind; all else is in the books.
        if (report.kind == Report::Filled || report.kind == Report::Accepted)
            ask();
        m_core.log(Severity::Warning, u"order"_s, u"the venue reports an order that is not ours: "_s + report.order.toString());
        return;
    }
    ours.order = m_core.state.orders().find(id)->clientId;
    m_orders.onReport(ours);
    const Order &order = *m_core.state.orders().find(id);
    if (report.kind == Report::Filled && order.strategy == externalStrategy)
        onExternalFill(order.book, report.price);
}

void Reconciler::onExternalFill(BookId book, Price price) { settleExternal(m_core.state.instrumentOf(book), price); }

// The venue knows one holding: what was sold elsewhere was somebody's here, and his stops must not sell it again.
void Reconciler::settleExternal(InstrumentIndex instrument, Price price)
{
    const Portfolio &portfolio = m_core.state.portfolio();
    const BookId external = portfolio.idOf({externalStrategy, m_core.instrument(instrument).id});
    if (!external.isValid())
        return;
    const auto held = portfolio.held();
    const std::vector<BookId> books(held.begin(), held.end());
    for (const BookId book : books) {
        const Quantity rest = portfolio.position(external).quantity();
        const Quantity here = portfolio.position(book).quantity();
        if (book == external || m_core.state.instrumentOf(book) != instrument || rest.isZero() || rest.isPositive() == here.isPositive())
            continue;
        const Quantity size = std::min(rest.magnitude(), here.magnitude());
        const Quantity change = here.isPositive() ? -size : size;
        move(external, -change, price, true, u"closed elsewhere"_s);
        move(book, change, price, true, u"closed elsewhere"_s);
    }
}

void Reconciler::move(BookId book, Quantity change, Price price, bool movesCash, const QString &reason)
{
    const BookKey key = m_core.state.portfolio().book(book).key;
    m_core.record(BookAdjusted{key.strategy, key.instrument, change, price, movesCash, reason});
    if (key.strategy != externalStrategy)
        m_core.log(Severity::Warning, u"venue"_s, u"%1 of %2 in %3: %4"_s.arg(toString(change), key.strategy.toString(),
                                                                             m_core.instrumentOf(book).symbol, reason));
    m_orders.fitToHolding(book);
}

void Reconciler::adoptPosition(const InstrumentId &instrument, const Difference &difference)
{
    const InstrumentIndex index = m_core.indexOf(instrument);
    const Price last = m_core.lastPrice(index);
    Quantity left = difference.quantity;
    // What is missing at the venue is missing in the books that hold it; those of the trader's strategies last.
    std::vector<BookId> books;
    for (const BookId book : m_core.state.portfolio().held()) {
        if (m_core.state.instrumentOf(book) == index)
            books.push_back(book);
    }
    std::ranges::stable_partition(books, [&](BookId book) { return m_core.state.portfolio().book(book).key.strategy == externalStrategy; });
    for (const BookId book : books) {
        const Quantity here = m_core.state.portfolio().position(book).quantity();
        if (left.isZero() || here.isPositive() == left.isPositive())
            continue;
        const Quantity size = std::min(left.magnitude(), here.magnitude());
        const Quantity change = left.isPositive() ? size : -size;
        left -= change;
        move(book, change, last, false, u"adopted from the venue"_s);
    }
    if (!left.isZero())
        m_core.record(BookAdjusted{externalStrategy, instrument, left, last, false, u"adopted from the venue"_s});
}

Result<QString> Reconciler::decide(std::uint64_t id, DifferenceAction action)
{
    if (m_money && m_money->id == id && m_money->isConfirmed) {
        if (action == DifferenceAction::Close)
            return failure(ErrorCode::InvalidArgument, u"money cannot be closed"_s);
        const Money change = m_money->money;
        m_money.reset();
        if (action == DifferenceAction::Adopt)
            m_core.record(CashAdjusted{change, u"adopted from the venue"_s});
        else
            m_core.record(DifferenceIgnored{{}, {}, m_core.state.ignoredMoney() + change});
        refreshDoubt();
        return u"%1 %2"_s.arg(toString(change), action == DifferenceAction::Adopt ? u"adopted"_s : u"ignored"_s);
    }
    const auto found = std::ranges::find_if(m_positions, [id](const auto &each) { return each.second.id == id && each.second.isConfirmed; });
    if (found == m_positions.end())
        return failure(ErrorCode::NotFound, u"the difference is gone or has changed"_s);
    const auto [instrument, difference] = *found;
    const InstrumentIndex index = m_core.indexOf(instrument);
    if (action == DifferenceAction::Close && !rowOf(instrument, difference).canClose)
        return failure(ErrorCode::InvalidArgument, u"the venue holds nothing of it that could be closed"_s);
    if (action != DifferenceAction::Ignore && !m_core.lastPrice(index).isPositive())
        return failure(ErrorCode::Stale, u"%1 has no price yet"_s.arg(m_core.instrument(index).symbol));
    m_positions.erase(found);
    if (action == DifferenceAction::Ignore)
        m_core.record(DifferenceIgnored{instrument, m_core.state.ignoredQuantity(instrument) + difference.quantity, {}});
    else
        adoptPosition(instrument, difference);
    refreshDoubt();
    if (action == DifferenceAction::Close) {
        const BookId book = m_core.state.portfolio().idOf({externalStrategy, instrument});
        auto closed = m_orders.closeBook(book, u"not ours"_s, m_core.lastPrice(index));
        if (!closed)
            return failure(closed.error());
    }
    return u"%1 %2 %3"_s.arg(toString(difference.quantity), m_core.instrument(index).symbol,
                             action == DifferenceAction::Adopt ? u"adopted"_s : action == DifferenceAction::Close ? u"is being closed"_s : u"ignored"_s);
}

void Reconciler::refreshDoubt()
{
    const VenueConnection &connection = m_broker.connection();
    const Duration age = m_core.now() - m_goodAt;
    QString doubt;
    if (!connection.isUp())
        doubt = u"the connection to the venue is %1"_s.arg(toString(connection.state));
    else if (!m_isFresh)
        doubt = m_error.isEmpty() ? u"the account is being reconciled"_s : u"the account is not reconciled: "_s + m_error;
    else if (age > std::chrono::seconds(trustedReadings * m_core.config.reconcileEverySeconds))
        doubt = u"the account was last reconciled %1 s ago"_s.arg(std::chrono::duration_cast<std::chrono::seconds>(age).count());
    else if (!m_orderDoubt.isEmpty())
        doubt = m_orderDoubt;
    else if (m_money && m_money->money.amount.isNegative())
        doubt = u"the venue has %1 less than the account"_s.arg(toString(-m_money->money));
    m_core.trust.account = doubt;
    m_core.trust.instruments.clear();
    for (const auto &[instrument, difference] : m_positions)
        m_core.trust.instruments[m_core.indexOf(instrument)] = u"the venue holds %1 of it, we %2"_s
            .arg(toString(difference.theirs), toString(difference.theirs - difference.quantity));
}

void Reconciler::complain(const QString &reason)
{
    m_core.trouble(ErrorClass::Api, ErrorRecovery::Delay, u"venue"_s, u"the venue's books could not be read: "_s + reason, Severity::Warning);
}

DifferenceRow Reconciler::rowOf(const InstrumentId &instrument, const Difference &difference) const
{
    DifferenceRow row;
    row.id = difference.id;
    row.instrument = instrument;
    row.since = difference.since;
    row.theirs = difference.theirs;
    if (instrument.isEmpty()) {
        row.oursMoney = m_core.state.portfolio().cash();
        row.theirsMoney = difference.theirsMoney;
        row.symbol = row.oursMoney.currency.toString();
        return row;
    }
    const InstrumentIndex index = m_core.indexOf(instrument);
    row.ours = held(index);
    row.symbol = m_core.instrument(index).symbol;
    row.quantityDecimals = m_core.instrument(index).quantityDecimals();
    // Only what goes beyond ours, on the side that we hold or on a flat book, is the venue's alone.
    row.canClose = row.ours.isZero() || row.ours.isPositive() == difference.quantity.isPositive();
    return row;
}

VenueView Reconciler::view() const
{
    VenueView view;
    view.connection = toString(m_broker.connection().state);
    view.connectionReason = m_broker.connection().reason;
    if (m_broker.connection().state == VenueConnection::State::Suspended)
        view.suspendedUntil = m_broker.connection().until;
    view.isReconciled = m_core.trust.account.isEmpty() && m_core.trust.instruments.empty();
    view.doubt = m_core.trust.account;
    if (view.doubt.isEmpty() && !m_core.trust.instruments.empty()) {
        const auto &[index, text] = *m_core.trust.instruments.begin();
        view.doubt = m_core.instrument(index).symbol + u": "_s + text;
    }
    view.reconciledAt = m_goodAt;
    view.readings = m_readings;
    view.fillsFound = m_fillsFound;
    view.externalOrders = m_externalOrders;
    for (const auto &[instrument, difference] : m_positions) {
        if (difference.isConfirmed)
            view.differences.push_back(rowOf(instrument, difference));
    }
    if (m_money && m_money->isConfirmed)
        view.differences.push_back(rowOf({}, *m_money));
    return view;
}

} // namespace bellwether
