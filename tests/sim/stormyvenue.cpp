#include "tests/sim/stormyvenue.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace bellwether::test {

using Kind = VenueReport::Kind;

// ---- the ledger

void VenueLedger::accept(const Order &order, bool shallReject)
{
    if (m_entries.contains(order.clientId)) {
        m_violations.append(u"I01: %1 reached the venue twice"_s.arg(order.clientId.toString()));
        return;
    }
    Entry &entry = m_entries[order.clientId];
    entry.order = order;
    entry.venueId = u"V%1"_s.arg(++m_lastId);
    entry.acceptedAt = m_clock.now();
    const InstrumentIndex instrument = *m_catalogue->indexOf(order.instrument);
    if (shallReject || !m_last[instrument].isPositive()) {
        entry.status = Status::Rejected;
        entry.reason = u"the venue does not want it"_s;
        onChange(entry, nullptr);
        return;
    }
    m_working.push_back(order.clientId);
    onChange(entry, nullptr);
    match(entry, m_last[instrument]);
}

bool VenueLedger::cancel(const ClientOrderId &id)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end() || found->second.status != Status::Working)
        return false;
    found->second.status = Status::Cancelled;
    found->second.reason = u"cancelled"_s;
    std::erase(m_working, id);
    onChange(found->second, nullptr);
    return true;
}

bool VenueLedger::modify(const ClientOrderId &id, const OrderChange &change)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end() || found->second.status != Status::Working)
        return false;
    Entry &entry = found->second;
    if (change.quantity.isPositive() && change.quantity <= entry.filled)
        return false;
    if (change.quantity.isPositive())
        entry.order.quantity = change.quantity;
    if (!change.price.isZero())
        (hasTriggerPrice(entry.order.type) ? entry.order.stopPrice : entry.order.limitPrice) = change.price;
    return true;
}

void VenueLedger::price(InstrumentIndex instrument, Price last)
{
    m_last[instrument] = last;
    const std::vector<ClientOrderId> working = m_working; // a fill takes its order out
    for (const ClientOrderId &id : working) {
        Entry &entry = m_entries[id];
        if (m_catalogue->indexOf(entry.order.instrument) == instrument)
            match(entry, last);
    }
}

void VenueLedger::match(Entry &entry, Price last)
{
    const Order &order = entry.order;
    const bool isBuy = order.side == Side::Buy;
    switch (order.type) {
    case OrderType::Market:
        break;
    case OrderType::Limit:
        if (isBuy ? last > order.limitPrice : last < order.limitPrice)
            return;
        break;
    case OrderType::Stop:
    case OrderType::StopLimit:
        entry.isTriggered = entry.isTriggered || (isBuy ? last >= order.stopPrice : last <= order.stopPrice);
        if (!entry.isTriggered || (order.type == OrderType::StopLimit && (isBuy ? last > order.limitPrice : last < order.limitPrice)))
            return;
        break;
    case OrderType::MarketIfTouched:
    case OrderType::LimitIfTouched:
        entry.isTriggered = entry.isTriggered || (isBuy ? last <= order.stopPrice : last >= order.stopPrice);
        if (!entry.isTriggered || (order.type == OrderType::LimitIfTouched && (isBuy ? last > order.limitPrice : last < order.limitPrice)))
            return;
        break;
    }
    const Quantity leaves = order.quantity - entry.filled;
    const std::int64_t lots = leaves.raw() / Quantity::fromInt(1).raw();
    // Half the time a part of it, the rest at later prices.
    if (lots > 1 && m_rng.below(2) == 0)
        fill(entry, Quantity::fromInt(1 + std::int64_t(m_rng.below(std::uint64_t(lots - 1)))), last);
    else
        fill(entry, leaves, last);
}

void VenueLedger::fill(Entry &entry, Quantity quantity, Price at)
{
    VenueTrade trade;
    trade.venueTradeId = u"T%1"_s.arg(++m_lastTrade);
    trade.clientId = entry.order.clientId;
    trade.venueOrderId = entry.venueId;
    trade.instrument = entry.order.instrument;
    trade.side = entry.order.side;
    trade.price = at;
    trade.quantity = quantity;
    trade.commission = Money::zero(Currency(std::string_view("USDT")));
    trade.time = m_clock.now();
    entry.filled += quantity;
    entry.trades.push_back(trade);
    if (entry.filled == entry.order.quantity) {
        entry.status = Status::Filled;
        std::erase(m_working, entry.order.clientId);
    } else if (entry.filled > entry.order.quantity) {
        m_violations.append(u"the venue itself filled too much"_s);
    }
    onChange(entry, &trade);
}

const VenueLedger::Entry *VenueLedger::find(const ClientOrderId &id) const
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? nullptr : &found->second;
}

Quantity VenueLedger::position(InstrumentIndex instrument) const
{
    Quantity held;
    for (const auto &[id, entry] : m_entries) {
        if (m_catalogue->indexOf(entry.order.instrument) == instrument)
            held += entry.order.side == Side::Buy ? entry.filled : -entry.filled;
    }
    return held;
}

VenueBooks VenueLedger::books(Timestamp since) const
{
    VenueBooks books;
    books.since = since;
    books.isComplete = true;
    books.hasPositions = true;
    for (const auto &[id, entry] : m_entries) {
        for (const VenueTrade &trade : entry.trades) {
            if (trade.time >= since)
                books.trades.push_back(trade);
        }
        if (entry.status != Status::Working)
            continue;
        const Order &order = entry.order;
        books.openOrders.push_back({order.clientId, entry.venueId, order.instrument, order.side, order.type, order.timeInForce, order.quantity,
                                    entry.filled, order.limitPrice, order.stopPrice, entry.acceptedAt});
    }
    for (InstrumentIndex index = 0; index < m_catalogue->size(); ++index) {
        if (const Quantity held = position(index); !held.isZero())
            books.positions.push_back({m_catalogue->at(index).id, held});
    }
    return books;
}

QByteArray VenueLedger::digest() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto &[id, entry] : m_entries) {
        hash.addData(u"%1 %2 %3 %4 %5\n"_s.arg(id.toString(), entry.venueId).arg(int(entry.status)).arg(toString(entry.filled), toString(entry.order.quantity)).toUtf8());
        for (const VenueTrade &trade : entry.trades)
            hash.addData(u"%1 %2 %3 %4\n"_s.arg(trade.venueTradeId, toString(trade.price), toString(trade.quantity)).arg(trade.time.ns()).toUtf8());
    }
    return hash.result();
}

// ---- the way to it

StormyBroker::StormyBroker(VenueLedger &ledger, CataloguePtr catalogue, const SimClock &clock, std::uint64_t seed)
    : m_ledger(ledger), m_catalogue(std::move(catalogue)), m_clock(clock), m_rng(seed)
{
    m_ledger.onChange = [this](const VenueLedger::Entry &entry, const VenueTrade *trade) {
        if (trade != nullptr)
            deliver(reportOf(entry, Kind::Filled, trade));
        else if (entry.status == VenueLedger::Status::Working)
            deliver(reportOf(entry, Kind::Accepted));
        else
            deliver(reportOf(entry, entry.status == VenueLedger::Status::Rejected ? Kind::Rejected : Kind::Cancelled));
    };
}

StormyBroker::~StormyBroker() { m_ledger.onChange = [](const VenueLedger::Entry &, const VenueTrade *) {}; }

VenueReport StormyBroker::reportOf(const VenueLedger::Entry &entry, Kind kind, const VenueTrade *trade) const
{
    VenueReport made;
    made.kind = kind;
    made.order = entry.order.clientId;
    made.time = m_clock.now();
    made.venueOrderId = entry.venueId;
    made.reason = entry.reason;
    if (trade != nullptr) {
        made.time = trade->time;
        made.venueTradeId = trade->venueTradeId;
        made.price = trade->price;
        made.quantity = trade->quantity;
        made.commission = trade->commission;
    }
    return made;
}

void StormyBroker::deliver(const VenueReport &made)
{
    if (!connection().isUp() || happens(weather.replyLost))
        return;
    const int copies = happens(weather.duplicated) ? 2 : 1;
    for (int i = 0; i < copies; ++i) {
        const Duration delay = happens(weather.late) ? Duration(std::chrono::milliseconds(m_rng.below(5'000))) : Duration(std::chrono::milliseconds(5));
        after(delay, [this, made] {
            if (connection().isUp())
                report(made);
        });
    }
}

void StormyBroker::arrive(const char *, std::function<void()> at)
{
    if (!connection().isUp() || happens(weather.requestLost))
        return;
    after(latency(), std::move(at));
}

void StormyBroker::submit(const Order &order)
{
    onSend(order);
    noteSent(order);
    m_sentAt[order.clientId] = m_clock.now();
    arrive("submit", [this, order] { m_ledger.accept(order, happens(weather.rejected)); });
}

void StormyBroker::cancel(const Order &order)
{
    arrive("cancel", [this, id = order.clientId] {
        if (m_ledger.cancel(id))
            return;
        VenueReport refused;
        refused.kind = Kind::RequestRefused;
        refused.order = id;
        refused.time = m_clock.now();
        refused.reason = u"unknown or final"_s;
        deliver(refused);
    });
}

void StormyBroker::modify(const Order &order, const OrderChange &change)
{
    arrive("modify", [this, id = order.clientId, change] {
        VenueReport made;
        made.kind = m_ledger.modify(id, change) ? Kind::Modified : Kind::RequestRefused;
        made.order = id;
        made.time = m_clock.now();
        made.price = change.price;
        made.quantity = change.quantity;
        deliver(made);
    });
}

void StormyBroker::query(const Order &order)
{
    arrive("query", [this, order] { answer(order); });
}

void StormyBroker::answer(const Order &asked)
{
    const ClientOrderId &id = asked.clientId;
    const VenueLedger::Entry *entry = m_ledger.find(id);
    if (entry == nullptr) {
        // FAULTS S06, rule 4: what was just sent may still be on its way; only time proves that it is not.
        const auto sent = m_sentAt.find(id);
        const bool isProved = sent == m_sentAt.end() || m_clock.now() - sent->second >= settleTime;
        if (!isProved)
            return;
        VenueReport absent;
        absent.kind = Kind::Absent;
        absent.order = id;
        absent.time = m_clock.now();
        deliver(absent);
        return;
    }
    for (const VenueTrade &trade : entry->trades)
        deliver(reportOf(*entry, Kind::Filled, &trade));
    switch (entry->status) {
    case VenueLedger::Status::Working: deliver(reportOf(*entry, Kind::Accepted)); break;
    case VenueLedger::Status::Cancelled: deliver(reportOf(*entry, Kind::Cancelled)); break;
    case VenueLedger::Status::Rejected: deliver(reportOf(*entry, Kind::Rejected)); break;
    case VenueLedger::Status::Filled:
        // It was made smaller, the answer to that was lost, and what was left of it is filled: the rest will not come.
        if (entry->order.quantity < asked.quantity)
            deliver(reportOf(*entry, Kind::Cancelled));
        break;
    }
}

void StormyBroker::requestBooks(Timestamp since)
{
    const Timestamp asked = m_clock.now();
    const bool isBad = !connection().isUp() || happens(weather.booksFail);
    after(latency(), [this, since, asked, isBad] {
        VenueBooks books = isBad ? VenueBooks() : m_ledger.books(since);
        if (isBad)
            books.error = u"the connection broke"_s;
        books.since = since;
        books.asOf = asked;
        // Read at one moment, told at another (W08).
        after(latency() + (happens(weather.late) ? Duration(std::chrono::seconds(3)) : Duration()), [this, books] { answerBooks(books); });
    });
}

void StormyBroker::advance()
{
    using State = VenueConnection::State;
    if (connection().isUp() && happens(weather.disconnects)) {
        m_upAgain = m_clock.now() + std::chrono::milliseconds(500 + m_rng.below(8'000));
        setConnection({State::Down, {}, u"hung up"_s});
    } else if (!connection().isUp() && m_clock.now() >= m_upAgain) {
        setConnection({State::Connected, {}, {}});
    }
    while (!m_due.empty() && m_due.begin()->first <= m_clock.now()) {
        const auto what = std::move(m_due.begin()->second);
        m_due.erase(m_due.begin());
        what();
    }
}

} // namespace bellwether::test
