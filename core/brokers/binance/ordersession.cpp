// What the engine asks of the venue; what the venue says of it is in ordersessionevents.cpp.
#include "core/brokers/binance/ordersession.h"

#include "core/base/log.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bellwether::binance {

using net::RequestPurpose;
using Outcome = RestAnswer::Outcome;
using Report = VenueReport::Kind;

namespace {

constexpr std::size_t trackedMax = 20'000;

RequestPurpose purposeOf(const Order &order) { return isReducing(order.role) ? RequestPurpose::Reducing : RequestPurpose::Trading; }

} // namespace

OrderSession::OrderSession(Endpoints endpoints, net::RequestSigner signer, std::shared_ptr<const ExchangeRules> rules,
                           std::vector<Instrument> instruments, Sinks sinks, SessionTimes times)
    : m_sinks(std::move(sinks)), m_rules(std::move(rules)), m_instruments(std::move(instruments)), m_times(times), m_timer(this)
{
    const bool needsLogon = signer.isEd25519();
    m_rest = std::make_unique<RestClient>(std::move(endpoints), std::move(signer));
    m_rest->setRecvWindow(m_times.recvWindow);
    m_rest->setLimits(m_rules->rateLimits);
    m_stream = std::make_unique<UserStream>(*m_rest, needsLogon, m_times.renewAfter, m_times.backoffMax);
    m_rest->setParent(this);
    m_stream->setParent(this);
    connect(m_rest.get(), &RestClient::clockReady, m_stream.get(), &UserStream::start);
    connect(m_rest.get(), &RestClient::suspended, this, &OrderSession::tellStatus);
    connect(m_stream.get(), &UserStream::subscribed, this, [this] {
        m_downReason.clear();
        m_keyRefusal.clear();
        m_needsAllTrades = true;
        // Whatever was told while nobody listened is asked for.
        for (auto &[id, tracked] : m_orders) {
            if (!tracked.isEnded)
                beginAsking(tracked);
        }
        tellStatus();
    });
    connect(m_stream.get(), &UserStream::lost, this, [this](const QString &why) {
        m_downReason = why;
        tellStatus();
    });
    connect(m_stream.get(), &UserStream::keyRefused, this, [this](const QString &why) {
        m_keyRefusal = why;
        tellStatus();
    });
    connect(m_stream.get(), &UserStream::received, this, &OrderSession::onEvent);
    connect(&m_timer, &QTimer::timeout, this, &OrderSession::tick);
}

OrderSession::~OrderSession()
{
    m_stream->setParent(nullptr);
    m_rest->setParent(nullptr);
    m_stream.reset(); // it asks the client to sign
}

void OrderSession::start()
{
    m_isStarted = true;
    m_rest->start();
    m_timer.start(50ms);
    tellStatus();
}

void OrderSession::stop()
{
    m_isStarted = false;
    m_timer.stop();
    m_stream->stop();
    m_rest->stop();
}

OrderSession::Tracked &OrderSession::track(const Order &order)
{
    if (m_orders.size() > trackedMax)
        forgetEnded();
    const auto [it, isNew] = m_orders.try_emplace(order.clientId);
    if (isNew) {
        it->second.order = order;
        takeUp(it->second);
    }
    return it->second;
}

// Of an earlier run: how often it was replaced since, and which order of its list it ends, is what the books say.
void OrderSession::takeUp(Tracked &tracked)
{
    const auto known = m_seen.find(tracked.order.clientId);
    if (known == m_seen.end())
        return;
    const Seen seen = known->second;
    m_seen.erase(known);
    tracked.generation = seen.generation;
    tracked.venueOrder = seen.order.orderId;
    tracked.executedBefore = tracked.told = std::max(Quantity(), tracked.order.filledQuantity() - seen.order.executed);
    if (seen.order.orderListId < 0)
        return;
    const auto other = std::find_if(m_seen.begin(), m_seen.end(), [&](const auto &one) { return one.second.order.orderListId == seen.order.orderListId; });
    if (other == m_seen.end())
        return;
    const VenueOrder &leg = other->second.order;
    Order partner;
    partner.clientId = other->first;
    partner.instrument = tracked.order.instrument;
    partner.side = leg.side;
    partner.type = orderTypeOf(leg.type).value_or(OrderType::Limit);
    partner.role = partner.type == OrderType::Limit ? OrderRole::TakeProfit : OrderRole::StopLoss;
    partner.quantity = leg.quantity;
    partner.limitPrice = leg.price;
    partner.stopPrice = leg.stopPrice;
    tracked.partner = partner.clientId;
    Tracked &second = m_orders[partner.clientId]; // no reference into the table goes stale by it
    second.order = partner;
    second.generation = other->second.generation;
    second.venueOrder = leg.orderId;
    second.partner = tracked.order.clientId;
    m_seen.erase(other);
}

void OrderSession::noteSeen(const ClientOrderId &id, const VenueOrder &order, int generation)
{
    if (m_orders.contains(id))
        return;
    Seen &seen = m_seen[id];
    if (generation >= seen.generation)
        seen = {order, generation};
}

OrderSession::Tracked *OrderSession::find(const ClientOrderId &id)
{
    const auto it = m_orders.find(id);
    return it == m_orders.end() ? nullptr : &it->second;
}

void OrderSession::forgetEnded()
{
    std::erase_if(m_orders, [](const auto &one) { return one.second.isEnded && !one.second.isAsking; });
    std::erase_if(m_byVenueOrder, [this](const auto &one) { return !m_orders.contains(one.second); });
}

void OrderSession::tell(Tracked &tracked, Report kind, Timestamp time, const QString &reason)
{
    VenueReport report;
    report.kind = kind;
    report.order = tracked.order.clientId;
    report.time = time.isValid() ? time : m_rest->venueNow();
    report.venueOrderId = tracked.venueOrder == 0 ? QString() : QString::number(tracked.venueOrder);
    report.reason = reason;
    m_sinks.reports({report});
}

void OrderSession::tellModified(Tracked &tracked, Price price, Quantity quantity, Timestamp time)
{
    VenueReport report;
    report.kind = Report::Modified;
    report.order = tracked.order.clientId;
    report.time = time.isValid() ? time : m_rest->venueNow();
    report.venueOrderId = QString::number(tracked.venueOrder);
    report.price = price;
    report.quantity = quantity;
    tracked.order.quantity = quantity;
    const bool isTriggered = hasTriggerPrice(tracked.order.type);
    (isTriggered ? tracked.order.stopPrice : tracked.order.limitPrice) = price;
    m_sinks.reports({report});
}

void OrderSession::submit(const Order &order)
{
    Tracked &tracked = track(order);
    tracked.doing = Doing::Submit;
    const auto refuse = [&](const QString &why) {
        tracked.doing = Doing::Nothing;
        tracked.isEnded = true;
        tell(tracked, Report::Rejected, {}, why);
    };
    const auto rules = m_rules->symbols.find(QString::fromLatin1(symbolOf(order.instrument)));
    if (rules == m_rules->symbols.end())
        return refuse(u"the venue does not list %1"_s.arg(order.instrument.toString()));
    if (const auto checked = rules->second.check(order.type, order.quantity, order.limitPrice, order.stopPrice, order.referencePrice); !checked)
        return refuse(checked.error().detail);
    if (const QString type = QString::fromLatin1(venueType(order)); !rules->second.orderTypes.contains(type))
        return refuse(u"the venue takes no %1 orders in %2"_s.arg(type, rules->first));
    // New risk only where its fills would be heard of; what reduces risk goes as long as anything goes.
    if (!isReducing(order.role) && !m_stream->isSubscribed())
        return refuse(u"the connection to the venue is down"_s);
    if (!isReducing(order.role) && !m_disarmed.isEmpty())
        return refuse(u"the account is disarmed: "_s + m_disarmed);
    tracked.sentAt = m_rest->venueNow();
    RestCall call = placeCall(order, order.quantity, 0, purposeOf(order));
    call.timeout = m_times.requestTimeout;
    const bool isSent = m_rest->send(call, [this, id = order.clientId](const RestAnswer &answer) { onSubmitted(id, answer); });
    if (isSent)
        m_sinks.sent(order);
}

void OrderSession::submitPair(const Order &stop, const Order &target)
{
    for (const Order *order : {&stop, &target}) {
        Tracked &tracked = track(*order);
        tracked.doing = Doing::Submit;
        tracked.partner = order == &stop ? target.clientId : stop.clientId;
        tracked.sentAt = m_rest->venueNow();
    }
    RestCall call = pairCall(stop, target, 0);
    call.timeout = m_times.requestTimeout;
    const bool isSent = m_rest->send(call, [this, first = stop.clientId, second = target.clientId](const RestAnswer &answer) {
        if (answer.isDone()) {
            if (const auto list = readOrderList(answer.body)) {
                for (const VenueOrder &order : list->orders) {
                    const auto known = orderOfClientId(order.clientOrderId);
                    if (Tracked *tracked = known ? find(known->first) : nullptr; tracked != nullptr && tracked->doing == Doing::Submit) {
                        tracked->doing = Doing::Nothing;
                        conclude(*tracked, order, 0);
                    }
                }
            }
        }
        // What the list does not name, or a refusal, is one answer for both.
        for (const ClientOrderId &id : {first, second}) {
            if (Tracked *tracked = find(id); tracked != nullptr && tracked->doing == Doing::Submit)
                onSubmitted(id, answer);
        }
    });
    if (isSent) {
        m_sinks.sent(stop);
        m_sinks.sent(target);
    }
}

void OrderSession::onSubmitted(const ClientOrderId &id, const RestAnswer &answer)
{
    Tracked &tracked = *find(id);
    if (tracked.doing != Doing::Submit) {
        // The stream was faster, and the order may be on its way to other terms by now: of the answer only the fills count.
        if (const auto order = answer.outcome == Outcome::Done ? readOrder(answer.body) : failure(ErrorCode::Stale, answer.why)) {
            for (const VenueFill &fill : order->fills)
                tellFill(tracked, fill);
        }
        return;
    }
    switch (answer.outcome) {
    case Outcome::Done: {
        const auto order = readOrder(answer.body);
        if (!order || order->symbol.toLatin1() != symbolOf(tracked.order.instrument))
            return beginAsking(tracked, m_times.queryFirst); // an answer that says nothing
        tracked.doing = Doing::Nothing;
        return conclude(tracked, *order, 0);
    }
    case Outcome::Refused:
        // "Duplicate order sent." proves that the first one exists.
        if (answer.error.message.contains(u"Duplicate"_s, Qt::CaseInsensitive))
            return beginAsking(tracked);
        [[fallthrough]];
    case Outcome::NotSent:
        if (answer.kind == RefusalKind::NotAllowed)
            m_keyRefusal = answer.why;
        tracked.doing = Doing::Nothing;
        tracked.isEnded = true;
        return tell(tracked, Report::Rejected, {}, answer.why);
    case Outcome::Unknown:
        qCWarning(logEngine, "order %s: outcome unknown (%s)", qPrintable(id.toString()), qPrintable(answer.why));
        return beginAsking(tracked, m_times.queryFirst);
    }
}

void OrderSession::cancel(const Order &order)
{
    Tracked &tracked = track(order);
    if (tracked.isEnded)
        return beginAsking(tracked);
    tracked.doing = Doing::Cancel;
    tracked.sentAt = m_rest->venueNow();
    RestCall call = cancelCall(order, tracked.generation);
    call.timeout = m_times.requestTimeout;
    m_rest->send(call, [this, id = order.clientId](const RestAnswer &answer) { onCancelled(id, answer); });
}

void OrderSession::onCancelled(const ClientOrderId &id, const RestAnswer &answer)
{
    Tracked &tracked = *find(id);
    if (tracked.doing != Doing::Cancel)
        return; // the stream was faster
    switch (answer.outcome) {
    case Outcome::Done:
        // The answer to the cancel of one leg of a list is the list.
        if (const auto order = readOrder(answer.body); order && order->status == u"CANCELED") {
            tracked.doing = Doing::Nothing;
            return conclude(tracked, *order, tracked.generation);
        }
        return beginAsking(tracked);
    case Outcome::NotSent:
        tracked.doing = Doing::Nothing;
        return tell(tracked, Report::RequestRefused, {}, answer.why);
    case Outcome::Refused:
    case Outcome::Unknown:
        // It may have been filled, cancelled, or the request lost: the order itself tells.
        return beginAsking(tracked);
    }
}

void OrderSession::modify(const Order &order, const OrderChange &change)
{
    Tracked &tracked = track(order);
    Order wanted = tracked.order;
    const bool isTriggered = hasTriggerPrice(order.type);
    Price &price = isTriggered ? wanted.stopPrice : wanted.limitPrice;
    const Price before = price;
    if (!change.price.isZero())
        price = change.price;
    if (!change.quantity.isZero())
        wanted.quantity = change.quantity;
    const Quantity executed = std::max(tracked.told, order.filledQuantity());
    tracked.executedKnown = executed;
    if (tracked.isEnded || wanted.quantity <= executed)
        return tell(tracked, Report::RequestRefused, {}, u"it cannot be changed any more"_s);
    tracked.doing = Doing::Modify;
    tracked.wanted = wanted;
    tracked.sentAt = m_rest->venueNow();
    if (const Tracked *partner = find(tracked.partner); partner != nullptr && !partner->isEnded)
        return replacePair(tracked);
    if (price != before || wanted.quantity > tracked.order.quantity)
        return replace(tracked);
    RestCall call = reduceCall(order, wanted.quantity - tracked.executedBefore, tracked.generation);
    call.timeout = m_times.requestTimeout;
    m_rest->send(call, [this, id = order.clientId](const RestAnswer &answer) { onReduced(id, answer); });
}

void OrderSession::onReduced(const ClientOrderId &id, const RestAnswer &answer)
{
    Tracked &tracked = *find(id);
    if (tracked.doing != Doing::Modify)
        return;
    if (answer.isDone()) {
        if (const auto order = readOrder(answer.body)) {
            tracked.doing = Doing::Nothing;
            const bool isTriggered = hasTriggerPrice(tracked.order.type);
            return tellModified(tracked, isTriggered ? tracked.order.stopPrice : tracked.order.limitPrice,
                                order->quantity + tracked.executedBefore, order->time);
        }
    }
    // Proved that it was not done, for a symbol or a type that cannot be amended: another way to the same end.
    const bool isForAnotherWay = answer.outcome == Outcome::Refused && answer.kind == RefusalKind::Refused;
    if (isForAnotherWay)
        return replace(tracked);
    if (answer.outcome == Outcome::NotSent) {
        tracked.doing = Doing::Nothing;
        return tell(tracked, Report::RequestRefused, {}, answer.why);
    }
    beginAsking(tracked);
}

void OrderSession::replace(Tracked &tracked)
{
    const Quantity executed = std::max(tracked.told, tracked.executedKnown);
    RestCall call = replaceCall(tracked.wanted, tracked.wanted.quantity - executed, tracked.generation);
    call.timeout = m_times.requestTimeout;
    m_rest->send(call, [this, id = tracked.order.clientId, executed](const RestAnswer &answer) { onReplaced(id, executed, answer); });
}

// A list cannot be changed: it is taken away and placed anew, of which each is one request. Between the two, and where the
// second fails, both legs are gone; that is told, and whoever protects the holding acts on it.
void OrderSession::replacePair(Tracked &tracked)
{
    Tracked &partner = *find(tracked.partner);
    partner.doing = Doing::Modify;
    partner.wanted = partner.order;
    partner.wanted.quantity = tracked.wanted.quantity;
    partner.sentAt = tracked.sentAt;
    RestCall call = cancelCall(tracked.order, tracked.generation);
    call.timeout = m_times.requestTimeout;
    m_rest->send(call, [this, id = tracked.order.clientId, other = partner.order.clientId](const RestAnswer &answer) {
        Tracked &first = *find(id);
        Tracked &second = *find(other);
        if (answer.outcome == Outcome::NotSent) {
            first.doing = second.doing = Doing::Nothing;
            return tell(first, Report::RequestRefused, {}, answer.why);
        }
        const auto list = answer.isDone() ? readOrderList(answer.body) : failure(ErrorCode::BadData, answer.why);
        const bool isCancelled = list && list->orders.size() == 2 && std::ranges::all_of(list->orders, [](const VenueOrder &order) {
            return order.executed.isZero() && (order.status == u"CANCELED" || order.status == u"EXPIRED");
        });
        if (!isCancelled) {
            beginAsking(first);
            return beginAsking(second);
        }
        for (const VenueOrder &order : list->orders) {
            const auto known = orderOfClientId(order.clientOrderId);
            Tracked &leg = known && known->first == id ? first : second;
            leg.replaced = order;
            leg.replaced->status = u"CANCELED"_s;
            ++leg.generation;
        }
        const bool isStopFirst = first.order.type == OrderType::Stop;
        placePairAgain(isStopFirst ? id : other, isStopFirst ? other : id, id);
    });
}

void OrderSession::placePairAgain(const ClientOrderId &stop, const ClientOrderId &target, const ClientOrderId &changed)
{
    const Tracked &first = *find(stop);
    RestCall call = pairCall(first.wanted, find(target)->wanted, first.generation);
    call.timeout = m_times.requestTimeout;
    for (const ClientOrderId &id : {stop, target})
        find(id)->sentAt = m_rest->venueNow();
    m_rest->send(call, [this, stop, target, changed](const RestAnswer &answer) {
        const auto list = answer.isDone() ? readOrderList(answer.body) : failure(ErrorCode::BadData, answer.why);
        for (const ClientOrderId &id : {stop, target}) {
            Tracked &leg = *find(id);
            if (answer.outcome == Outcome::Refused || answer.outcome == Outcome::NotSent) {
                leg.doing = Doing::Nothing;
                --leg.generation;
                tellEnd(leg, *std::exchange(leg.replaced, std::nullopt));
                continue;
            }
            if (!list) {
                beginAsking(leg, m_times.queryFirst);
                continue;
            }
            leg.doing = Doing::Nothing;
            leg.replaced.reset();
            for (const VenueOrder &order : list->orders) {
                if (const auto known = orderOfClientId(order.clientOrderId); known && known->first == id) {
                    leg.venueOrder = order.orderId;
                    m_byVenueOrder[order.orderId] = id;
                }
            }
            const Order terms = leg.wanted;
            const Price price = terms.type == OrderType::Stop ? terms.stopPrice : terms.limitPrice;
            const bool hasChanged = id == changed || terms.quantity != leg.order.quantity;
            if (hasChanged)
                tellModified(leg, price, terms.quantity, {});
        }
    });
}

void OrderSession::onReplaced(const ClientOrderId &id, Quantity executedKnown, const RestAnswer &answer)
{
    Tracked &tracked = *find(id);
    if (tracked.doing != Doing::Modify)
        return;
    if (answer.outcome == Outcome::NotSent) {
        tracked.doing = Doing::Nothing;
        return tell(tracked, Report::RequestRefused, {}, answer.why);
    }
    const auto halves = answer.outcome == Outcome::Unknown ? failure(ErrorCode::BadData, answer.why) : readCancelReplace(answer.body);
    if (!halves || !halves->cancelled)
        return beginAsking(tracked);
    const VenueOrder &old = *halves->cancelled;
    if (!halves->placed) {
        if (!halves->placeError)
            return beginAsking(tracked);
        // It was taken away and the new terms were refused.
        tracked.doing = Doing::Nothing;
        VenueOrder ended = old;
        ended.status = u"CANCELED"_s;
        return conclude(tracked, ended, tracked.generation);
    }
    tracked.doing = Doing::Nothing;
    tracked.executedBefore += old.executed;
    ++tracked.generation;
    tracked.venueOrder = halves->placed->orderId;
    m_byVenueOrder[tracked.venueOrder] = id;
    const VenueOrder &placed = *halves->placed;
    const bool isTriggered = hasTriggerPrice(tracked.order.type);
    const Price price = isTriggered ? tracked.wanted.stopPrice : tracked.wanted.limitPrice;
    tellModified(tracked, price, tracked.executedBefore + placed.quantity, placed.time);
    // What was filled between our reading and the cancel is too much now: the rest gets smaller by as much.
    const Quantity surplus = tracked.executedBefore - executedKnown;
    if (tracked.told < tracked.executedBefore)
        askTrades(tracked, old, [](Tracked &) {});
    if (surplus.isPositive()) {
        if (placed.quantity > surplus) {
            m_rest->send(reduceCall(tracked.order, placed.quantity - surplus, tracked.generation), [this, id](const RestAnswer &) {
                if (Tracked *found = find(id); found != nullptr && !found->isEnded)
                    beginAsking(*found);
            });
        } else {
            cancel(Order(tracked.order));
        }
    }
    conclude(tracked, placed, tracked.generation);
}

void OrderSession::query(const Order &order)
{
    const bool isKnown = m_orders.contains(order.clientId);
    Tracked &tracked = track(order);
    if (!isKnown) {
        tracked.mayHaveSuccessor = true;
        tracked.sentAt = m_rest->venueNow();
    }
    beginAsking(tracked);
}

} // namespace bellwether::binance
