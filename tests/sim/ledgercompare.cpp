#include "tests/sim/ledgercompare.h"

#include "core/brokers/binance/orderrequests.h"
#include "core/domain/decimal.h"
#include "core/engine/recordcodec.h"

#include <QJsonArray>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

QString textOf(const std::vector<LedgerView::VenueSide> &sides)
{
    QStringList texts;
    for (const LedgerView::VenueSide &side : sides)
        texts += u"%1: %2 %3"_s.arg(side.generation).arg(side.status, toString(side.executed));
    return texts.join(u", "_s);
}

Quantity quantityOf(const QJsonValue &text) { return *parseQuantity(text.toString()); }

std::optional<std::pair<QString, int>> ownId(const QString &clientId)
{
    const auto known = binance::orderOfClientId(clientId);
    if (!known)
        return {};
    return std::pair(known->first.toString(), known->second);
}

} // namespace

LedgerView::LedgerView(const QJsonObject &ledger, const QString &account, std::map<QString, std::int64_t> &askedFor)
{
    requestCount = ledger[u"request_count"_s].toInteger();
    for (const QJsonValue &row : ledger[u"requests"_s].toArray()) {
        const std::int64_t number = row[u"number"_s].toInteger();
        const QString path = row[u"path"_s].toString();
        if (path == u"/api/v3/openOrders")
            m_lastReading = std::max(m_lastReading, number);
        if (row[u"method"_s].toString() != u"POST" || (!path.startsWith(u"/api/v3/order") && !path.startsWith(u"/api/v3/orderList")))
            continue;
        // A replacement that the venue refused, because what it was to replace is gone, placed nothing.
        if (path == u"/api/v3/order/cancelReplace" && row[u"status"_s].toInt() != 200)
            continue;
        for (const auto &[name, value] : QUrlQuery(row[u"parameters"_s].toString()).queryItems()) {
            const bool isNew = name.endsWith(u"ClientOrderId") && name != u"cancelOrigClientOrderId" && name != u"origClientOrderId";
            if (!isNew)
                continue;
            const auto [known, isFirst] = askedFor.try_emplace(value, number);
            if (!isFirst && known->second != number)
                trouble += u"%1 was asked for twice, by the requests %2 and %3"_s.arg(value).arg(known->second).arg(number);
        }
    }
    const QJsonObject books = ledger[u"accounts"_s][account].toObject();
    std::set<QString> ids;
    for (const QJsonValue &row : books[u"orders"_s].toArray()) {
        const QString clientId = row[u"clientOrderId"_s].toString();
        const auto own = ownId(clientId);
        if (!own) {
            trouble += u"%1 is an order of nobody"_s.arg(clientId);
            continue;
        }
        if (!ids.insert(clientId).second)
            trouble += u"%1 is there twice"_s.arg(clientId);
        orders[own->first].push_back({row[u"status"_s].toString(), quantityOf(row[u"executedQty"_s]), own->second});
    }
    for (const auto &[id, sides] : orders) {
        if (std::ranges::count_if(sides, &VenueSide::isOpen) > 1)
            trouble += u"%1 is open twice"_s.arg(id);
    }
    for (const QJsonValue &row : books[u"fills"_s].toArray()) {
        const QString name = u"%1-%2"_s.arg(row[u"symbol"_s].toString()).arg(row[u"tradeId"_s].toInteger());
        trades[name] = quantityOf(row[u"qty"_s]);
        tradedAt[name] = Timestamp::fromMs(row[u"time"_s].toInteger());
    }
}

std::size_t LedgerView::count() const
{
    std::size_t all = 0;
    for (const auto &[id, sides] : orders)
        all += sides.size();
    return all;
}

bool LedgerView::isOver(const QString &order) const
{
    return std::ranges::none_of(orders.at(order), &VenueSide::isOpen);
}

Quantity LedgerView::executed(const QString &order) const
{
    Quantity total;
    for (const VenueSide &side : orders.at(order))
        total += side.executed;
    return total;
}

JournalFollower::JournalFollower(QString path, CataloguePtr catalogue, Money cash) : m_path(std::move(path)), m_state(std::move(catalogue), cash) {}

Result<void> JournalFollower::follow()
{
    const auto reader = JournalReader::open(m_path);
    if (!reader)
        return failure(reader.error());
    // What does not chain to what was read before would be left out here: the whole walk of the last look finds it.
    for (const JournalEntry &entry : reader->entriesAfter(m_head)) {
        if (auto taken = take(entry); !taken)
            return failure(taken.error().code, u"entry %1: %2"_s.arg(entry.sequence).arg(taken.error().detail));
        m_head = {entry.sequence, chainHash(m_head.hash, entry)};
    }
    return {};
}

Result<void> JournalFollower::take(const JournalEntry &entry)
{
    if (entry.sequence != m_head.sequence + 1)
        return failure(ErrorCode::StoreCorrupt, u"follows entry %1"_s.arg(m_head.sequence));
    if (entry.time < m_last)
        return failure(ErrorCode::StoreCorrupt, u"its time goes back"_s);
    m_last = entry.time;
    const auto record = decodeRecord(entry.body);
    if (!record)
        return failure(record.error());
    if (const auto applied = m_state.apply(*record, entry.time); !applied)
        return failure(applied.error());
    if (const auto *planned = std::get_if<OrderPlanned>(&*record)) {
        const QString client = planned->order.clientId.toString();
        if (!m_orders.try_emplace(client).second || !m_clients.try_emplace(planned->order.id, client).second)
            return failure(ErrorCode::StoreCorrupt, u"order %1 is planned twice"_s.arg(client));
    }
    const auto *change = std::get_if<OrderChanged>(&*record);
    const auto client = change != nullptr ? m_clients.find(change->order) : m_clients.end();
    if (client == m_clients.end())
        return {};
    Known &known = m_orders.at(client->second);
    if (!change->venueTradeId.isEmpty() && !m_trades.try_emplace(change->venueTradeId, change->event.quantity).second)
        return failure(ErrorCode::StoreCorrupt, u"trade %1 is counted twice"_s.arg(change->venueTradeId));
    if (const Order *order = m_state.orders().find(change->order)) {
        known.state = order->state();
        known.filled = order->filledQuantity();
        known.isAtVenue = known.isAtVenue || known.state == OrderState::Open || known.state == OrderState::Partial || !known.filled.isZero();
    }
    return {};
}

QStringList JournalFollower::contradictions(const LedgerView &ledger) const
{
    QStringList found = ledger.trouble;
    for (const auto &[id, sides] : ledger.orders) {
        const auto known = m_orders.find(id);
        if (known == m_orders.end()) {
            found += u"%1 is at the venue and was never planned"_s.arg(id);
            continue;
        }
        if (!ledger.isOver(id) && isFinal(known->second.state))
            found += u"%1 is open at the venue and %2 here"_s.arg(id, toString(known->second.state));
        if (known->second.filled > ledger.executed(id))
            found += u"%1 filled %2 here and %3 at the venue"_s.arg(id, toString(known->second.filled), toString(ledger.executed(id)));
    }
    for (const auto &[id, known] : m_orders) {
        if (known.isAtVenue && !ledger.orders.contains(id))
            found += u"%1 is %2 here and the venue has never seen it"_s.arg(id, toString(known.state));
    }
    for (const auto &[trade, quantity] : m_trades) {
        const auto theirs = ledger.trades.find(trade);
        if (theirs == ledger.trades.end() || theirs->second != quantity)
            found += u"trade %1 is not the venue's"_s.arg(trade);
    }
    return found;
}

QStringList JournalFollower::missing(const LedgerView &ledger) const
{
    QStringList found;
    for (const auto &[trade, quantity] : ledger.trades) {
        if (!m_trades.contains(trade))
            found += u"trade %1 (%2 ms after the account began)"_s.arg(trade).arg((ledger.tradedAt.at(trade) - m_state.firstStartedAt()).count() / 1'000'000);
    }
    for (const auto &[id, sides] : ledger.orders) {
        const auto known = m_orders.find(id);
        if (known == m_orders.end() || (ledger.isOver(id) && (!isFinal(known->second.state) || known->second.filled != ledger.executed(id))))
            found += u"the end of %1 (here %2, %3; there %4)"_s.arg(id, known == m_orders.end() ? u"not at all"_s : toString(known->second.state),
                                                                  known == m_orders.end() ? QString() : toString(known->second.filled), textOf(sides));
    }
    return found;
}

} // namespace bellwether
