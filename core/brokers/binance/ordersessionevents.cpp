// What the venue says: answers to questions and events of the account.
#include "core/brokers/binance/ordersession.h"

#include "core/base/log.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bellwether::binance {

using Outcome = RestAnswer::Outcome;
using Report = VenueReport::Kind;

namespace {

constexpr int absentReadsNeeded = 3;
const QString feeCoin = u"BNB"_s; // in which the venue takes fees at a discount
constexpr auto feeRateEvery = 5min;

bool isFinalWord(const QString &status)
{
    return status == u"FILLED" || status == u"CANCELED" || status == u"EXPIRED" || status == u"EXPIRED_IN_MATCH" || status == u"REJECTED";
}

QString tradeName(const InstrumentId &instrument, std::int64_t trade)
{
    return QString::fromLatin1(symbolOf(instrument)) + u'-' + QString::number(trade);
}

} // namespace

void OrderSession::beginAsking(Tracked &tracked, Duration first)
{
    if (tracked.isAsking)
        return;
    tracked.isAsking = true;
    tracked.absentReads = 0;
    tracked.wait = m_times.queryFirst;
    tracked.nextAt = m_rest->venueNow() + first;
    if (!m_isStarted || first > Duration::zero())
        return;
    ask(tracked);
}

void OrderSession::tick()
{
    const Timestamp now = m_rest->venueNow();
    std::vector<ClientOrderId> due;
    for (const auto &[id, tracked] : m_orders) {
        if (tracked.isAsking && !tracked.isInFlight && tracked.nextAt <= now)
            due.push_back(id);
    }
    for (const ClientOrderId &id : due)
        ask(*find(id));
    if (m_stream->isSubscribed() && now - m_feeRateAt > feeRateEvery)
        askFeeRate();
    tellStatus();
}

void OrderSession::ask(Tracked &tracked)
{
    tracked.isInFlight = true;
    const int generation = tracked.generation;
    m_rest->send(queryCall(tracked.order, generation), [this, id = tracked.order.clientId, generation](const RestAnswer &answer) {
        onAsked(id, generation, answer);
    });
}

bool OrderSession::isSettled(const Tracked &tracked) const
{
    return m_rest->venueNow() - tracked.sentAt > m_rest->recvWindow() + m_times.settleMargin;
}

void OrderSession::onAsked(const ClientOrderId &id, int generation, const RestAnswer &answer)
{
    Tracked &tracked = *find(id);
    tracked.isInFlight = false;
    if (!tracked.isAsking)
        return; // the stream has told meanwhile
    tracked.nextAt = m_rest->venueNow() + tracked.wait;
    tracked.wait = std::min(tracked.wait * 2, m_times.queryMax);
    if (answer.outcome == Outcome::Refused && answer.kind == RefusalKind::OrderUnknown)
        return onAbsent(tracked, generation);
    if (!answer.isDone()) {
        // A read that failed is no evidence of anything.
        if (answer.kind == RefusalKind::NotAllowed)
            m_keyRefusal = answer.why;
        return;
    }
    const auto order = readOrder(answer.body);
    if (!order || order->status.isEmpty() || generation != tracked.generation)
        return;
    conclude(tracked, *order, generation);
}

void OrderSession::onAbsent(Tracked &tracked, int)
{
    ++tracked.absentReads;
    if (tracked.absentReads < absentReadsNeeded || !isSettled(tracked))
        return;
    tracked.isAsking = false;
    tracked.doing = Doing::Nothing;
    tracked.mayHaveSuccessor = false;
    if (tracked.replaced) {
        const VenueOrder ended = *std::exchange(tracked.replaced, std::nullopt);
        --tracked.generation;
        tracked.executedBefore -= ended.executed;
        return tellEnd(tracked, ended);
    }
    tracked.isEnded = true;
    tell(tracked, Report::Absent, {});
}

// The order as the venue has it now. Fills come first, then what became of the order.
void OrderSession::conclude(Tracked &tracked, const VenueOrder &order, int generation)
{
    tracked.venueOrder = order.orderId;
    m_byVenueOrder[order.orderId] = tracked.order.clientId;
    for (const VenueFill &fill : order.fills)
        tellFill(tracked, fill);
    if (tracked.told < tracked.executedBefore + order.executed) {
        askTrades(tracked, order, [this, order, generation](Tracked &asked) { conclude(asked, order, generation); });
        return;
    }
    const bool isOwnChange = tracked.doing == Doing::Modify && !tracked.replaced;
    if (order.status == u"CANCELED" && (isOwnChange || tracked.mayHaveSuccessor)) {
        // It may have been replaced by the next generation, and in an earlier run that one again, any number of times: the
        // next one is asked for before this one counts as gone.
        tracked.replaced = order;
        tracked.executedBefore += order.executed;
        ++tracked.generation;
        tracked.absentReads = 0;
        if (!std::exchange(tracked.isAsking, true))
            tracked.wait = m_times.queryFirst;
        tracked.nextAt = m_rest->venueNow();
        return;
    }
    tracked.mayHaveSuccessor = false; // a replacement would have taken this one away
    if (std::exchange(tracked.replaced, std::nullopt)) {
        const bool isTriggered = hasTriggerPrice(tracked.order.type);
        tracked.doing = Doing::Nothing;
        tellModified(tracked, isTriggered ? order.stopPrice : order.price, tracked.executedBefore + order.quantity, order.time);
    }
    if (isFinalWord(order.status)) {
        tracked.isAsking = false;
        tracked.doing = Doing::Nothing;
        return tellEnd(tracked, order);
    }
    const bool isReduced = tracked.doing == Doing::Modify && order.quantity + tracked.executedBefore == tracked.wanted.quantity
        && tracked.wanted.quantity != tracked.order.quantity;
    if (isReduced) {
        tracked.doing = Doing::Nothing;
        const bool isTriggered = hasTriggerPrice(tracked.order.type);
        tellModified(tracked, isTriggered ? tracked.order.stopPrice : tracked.order.limitPrice, tracked.wanted.quantity, order.time);
    } else if (tracked.doing == Doing::Cancel || tracked.doing == Doing::Modify) {
        if (tracked.isAsking && !isSettled(tracked))
            return; // the request may still arrive
        tracked.doing = Doing::Nothing;
        tell(tracked, Report::RequestRefused, order.time, u"the venue has it as it was"_s);
    } else {
        tracked.doing = Doing::Nothing;
        tell(tracked, Report::Accepted, order.time);
    }
    tracked.isAsking = false;
}

void OrderSession::askTrades(Tracked &tracked, const VenueOrder &order, std::function<void(Tracked &)> then)
{
    tracked.isInFlight = true;
    m_rest->send(tradesCall(tracked.order, order.orderId), [this, id = tracked.order.clientId, then = std::move(then)](const RestAnswer &answer) {
        Tracked &asked = *find(id);
        asked.isInFlight = false;
        const auto fills = answer.isDone() ? readMyTrades(answer.body) : failure(ErrorCode::Stale, answer.why);
        const Quantity before = asked.told;
        for (const VenueFill &fill : fills ? *fills : std::vector<VenueFill>())
            tellFill(asked, fill);
        if (asked.told > before)
            return then(asked);
        // No answer, or one that lags behind the order: again, from the order on.
        if (!std::exchange(asked.isAsking, true))
            asked.wait = m_times.queryFirst;
        asked.nextAt = m_rest->venueNow() + asked.wait;
    });
}

void OrderSession::tellFill(Tracked &tracked, const VenueFill &fill)
{
    if (!tracked.trades.insert(fill.tradeId).second)
        return;
    tracked.told += fill.quantity;
    VenueReport report;
    report.kind = Report::Filled;
    report.order = tracked.order.clientId;
    report.time = fill.time.isValid() ? fill.time : m_rest->venueNow();
    report.venueOrderId = QString::number(tracked.venueOrder);
    report.venueTradeId = tradeName(tracked.order.instrument, fill.tradeId);
    report.price = fill.price;
    report.quantity = fill.quantity;
    report.commission = feeOf(tracked.order.instrument, fill);
    m_sinks.reports({report});
}

void OrderSession::tellEnd(Tracked &tracked, const VenueOrder &order)
{
    if (std::exchange(tracked.isEnded, true))
        return;
    if (order.status == u"CANCELED")
        tell(tracked, Report::Cancelled, order.time);
    else if (order.status.startsWith(u"EXPIRED"))
        tell(tracked, Report::Expired, order.time, u"expired at the venue"_s);
    else if (order.status == u"REJECTED")
        tell(tracked, Report::Rejected, order.time, u"rejected by the venue"_s);
}

// What the venue keeps of the coin itself stays an amount of that coin: the engine takes it from the holding.
Money OrderSession::feeOf(const InstrumentId &instrument, const VenueFill &fill) const
{
    const std::string asset = fill.commissionAsset.toStdString();
    const Instrument *known = instrumentOf(QString::fromLatin1(symbolOf(instrument)));
    const Currency own = known == nullptr ? Currency() : known->currency;
    if (fill.commission.isZero() || asset.empty() || !Currency::fits(asset) || known == nullptr)
        return Money::zero(own);
    const bool isOfTheTrade = known->symbol == fill.commissionAsset + own.toString() || fill.commissionAsset == own.toString();
    if (isOfTheTrade)
        return {FixedPoint<MoneyTag>::fromRaw(fill.commission.raw()), Currency(std::string_view(asset))};
    // Paid in the venue's own coin: worth what that coin was at the last look.
    if (fill.commissionAsset == feeCoin && m_feeRate.isPositive())
        return notionalOf(m_feeRate, fill.commission, own);
    qCWarning(logEngine, "a fee of %s %s has no price and counts as nothing", qPrintable(toString(fill.commission)), asset.c_str());
    return Money::zero(own);
}

void OrderSession::askFeeRate()
{
    if (m_instruments.empty())
        return;
    const QString symbol = feeCoin + m_instruments.front().currency.toString();
    m_feeRateAt = m_rest->venueNow();
    if (!m_rules->symbols.contains(symbol))
        return;
    m_rest->send({net::HttpMethod::Get, "/api/v3/ticker/price", {{"symbol", symbol.toLatin1()}}, false, 2}, [this](const RestAnswer &answer) {
        if (const auto price = answer.isDone() ? readLastPrice(answer.body) : failure(ErrorCode::Stale, answer.why))
            m_feeRate = *price;
    });
}

const Instrument *OrderSession::instrumentOf(const QString &symbol) const
{
    const auto it = std::find_if(m_instruments.begin(), m_instruments.end(), [&](const Instrument &one) { return one.symbol == symbol; });
    return it == m_instruments.end() ? nullptr : &*it;
}

void OrderSession::onEvent(const UserEvent &event)
{
    if (const auto *update = std::get_if<OrderUpdate>(&event))
        onUpdate(*update);
}

void OrderSession::onUpdate(const OrderUpdate &update)
{
    const auto known = orderOfClientId(update.order.clientOrderId);
    Tracked *tracked = known ? find(known->first) : nullptr;
    if (tracked == nullptr)
        return tellForeign(update);
    const int generation = known->second;
    if (generation == tracked->generation) {
        tracked->venueOrder = update.order.orderId;
        m_byVenueOrder[update.order.orderId] = tracked->order.clientId;
    }
    if (update.fill)
        tellFill(*tracked, *update.fill);
    if (generation != tracked->generation || tracked->isEnded)
        return; // of a generation that was replaced, or old news
    const QString &status = update.order.status;
    if (status == u"CANCELED" && tracked->doing == Doing::Modify)
        return; // one half of its replacement: the answer, or a question, tells the rest
    if (update.execution == u"REPLACED" || update.execution == u"TRADE_PREVENTION")
        return;
    if (isFinalWord(status)) {
        if (tracked->told < tracked->executedBefore + update.order.executed)
            return beginAsking(*tracked); // an execution before it was never told
        tracked->isAsking = false;
        tracked->doing = Doing::Nothing;
        if (status == u"REJECTED" || status.startsWith(u"EXPIRED")) {
            tracked->isEnded = true;
            return tell(*tracked, status == u"REJECTED" ? Report::Rejected : Report::Expired, update.order.time,
                        update.rejectReason.isEmpty() ? status.toLower() : update.rejectReason);
        }
        return tellEnd(*tracked, update.order);
    }
    if (tracked->doing == Doing::Submit || update.execution == u"NEW") {
        // The stream was faster than the answer: that proves the order. Of a change or a cancel in doubt it says nothing.
        if (tracked->doing == Doing::Submit)
            tracked->doing = Doing::Nothing;
        if (tracked->doing == Doing::Nothing)
            tracked->isAsking = false;
        tell(*tracked, Report::Accepted, update.order.time);
    }
}

// Sent from elsewhere: the venue's own app, another program, or by us in a run of which no journal is left.
void OrderSession::tellForeign(const OrderUpdate &update)
{
    const Instrument *instrument = instrumentOf(update.order.symbol);
    const auto type = orderTypeOf(update.order.type);
    if (instrument == nullptr || !type)
        return; // nothing that this desk trades
    VenueReport report;
    const std::string id = update.order.clientOrderId.toStdString();
    if (ClientOrderId::fits(id))
        report.order = ClientOrderId(std::string_view(id));
    report.time = update.order.time;
    report.venueOrderId = QString::number(update.order.orderId);
    report.reason = update.rejectReason;
    auto terms = std::make_shared<bellwether::VenueOrder>();
    terms->clientId = report.order;
    terms->venueOrderId = report.venueOrderId;
    terms->instrument = instrument->id;
    terms->side = update.order.side;
    terms->type = *type;
    terms->quantity = update.order.quantity;
    terms->filled = update.order.executed;
    terms->limitPrice = update.order.price;
    terms->stopPrice = update.order.stopPrice;
    terms->createdAt = update.order.time;
    report.terms = terms;
    if (update.fill) {
        const QString trade = tradeName(instrument->id, update.fill->tradeId);
        if (!m_foreignTrades.insert(trade).second)
            return;
        report.kind = Report::Filled;
        report.venueTradeId = trade;
        report.price = update.fill->price;
        report.quantity = update.fill->quantity;
        report.commission = feeOf(instrument->id, *update.fill);
    } else if (update.order.status == u"CANCELED") {
        report.kind = Report::Cancelled;
    } else if (update.order.status.startsWith(u"EXPIRED")) {
        report.kind = Report::Expired;
    } else if (update.order.status == u"REJECTED") {
        report.kind = Report::Rejected;
    } else {
        report.kind = Report::Accepted;
    }
    m_sinks.reports({report});
}

void OrderSession::tellStatus()
{
    SessionStatus status;
    status.latency = m_rest->latency();
    status.clockOffset = m_rest->clockOffset();
    status.weightShare = m_rest->weightShare();
    status.orderShare = m_rest->orderShare();
    status.unresolved = int(std::count_if(m_orders.begin(), m_orders.end(), [](const auto &one) { return one.second.isAsking; }));
    using State = VenueConnection::State;
    if (const Timestamp until = m_rest->suspendedUntil(); until.isValid())
        status.connection = {State::Suspended, until, u"the venue asked for silence"_s};
    else if (!m_keyRefusal.isEmpty() && !m_stream->isSubscribed())
        status.connection = {State::Down, {}, u"the venue refuses the key: "_s + m_keyRefusal};
    else if (m_stream->isSubscribed())
        status.connection = {State::Connected, {}, {}};
    else
        status.connection = {m_downReason.isEmpty() ? State::Connecting : State::Down, {}, m_downReason};
    m_status = status;
    m_sinks.status(status);
}

} // namespace bellwether::binance
