// Reading the account's books: open orders, executions and balances.
#include "core/brokers/binance/ordersession.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bellwether::binance {

using net::HttpMethod;
using net::RequestPurpose;

/// One reading on its way; any part that fails makes it incomplete, and nothing is concluded from what is missing.
struct OrderSession::Reading {
    VenueBooks books;
    int waiting = 0;
    std::vector<VenueBalance> balances;
    std::vector<QByteArray> symbols;   ///< whose executions are to be read

    void fail(const QString &why)
    {
        if (books.error.isEmpty())
            books.error = why;
    }
};

void OrderSession::requestBooks(Timestamp engineNow, Timestamp since)
{
    auto reading = std::make_shared<Reading>();
    reading->books.asOf = engineNow;
    reading->books.since = since;
    if (!m_isStarted || !m_stream->isSubscribed()) {
        reading->fail(u"the connection to the venue is down"_s);
        return m_sinks.books(reading->books);
    }
    readBooks(reading);
}

void OrderSession::readBooks(const std::shared_ptr<Reading> &reading)
{
    reading->waiting = 2;
    m_rest->send({HttpMethod::Get, "/api/v3/openOrders", {}, true, 80, 0, RequestPurpose::Trading}, [this, reading](const RestAnswer &answer) {
        const auto orders = answer.isDone() ? readOrders(answer.body) : failure(ErrorCode::Stale, answer.why);
        if (orders)
            m_seen.clear();
        else
            reading->fail(orders.error().detail);
        for (const VenueOrder &order : orders ? *orders : std::vector<VenueOrder>()) {
            const Instrument *instrument = instrumentOf(order.symbol);
            const auto type = orderTypeOf(order.type);
            if (instrument == nullptr || !type)
                continue; // nothing that this desk trades
            bellwether::VenueOrder &told = reading->books.openOrders.emplace_back();
            const auto known = orderOfClientId(order.clientOrderId);
            const std::string id = order.clientOrderId.toStdString();
            if (known)
                told.clientId = known->first;
            else if (ClientOrderId::fits(id))
                told.clientId = ClientOrderId(std::string_view(id));
            if (known)
                noteSeen(known->first, order, known->second);
            const Tracked *tracked = known ? find(known->first) : nullptr;
            // An order that was replaced counts with what the ones before it have done.
            const Quantity before = tracked != nullptr && tracked->generation == known->second ? tracked->executedBefore : Quantity();
            told.venueOrderId = QString::number(order.orderId);
            told.instrument = instrument->id;
            told.side = order.side;
            told.type = *type;
            told.quantity = before + order.quantity;
            told.filled = before + order.executed;
            told.limitPrice = order.price;
            told.stopPrice = order.stopPrice;
            told.createdAt = order.time;
        }
        finishBooks(reading);
    });
    m_rest->send({HttpMethod::Get, "/api/v3/account", {{"omitZeroBalances", "true"}}, true, 20, 0, RequestPurpose::Trading}, [this, reading](const RestAnswer &answer) {
        const auto account = answer.isDone() ? readAccount(answer.body) : failure(ErrorCode::Stale, answer.why);
        if (!account) {
            reading->fail(account.error().detail);
            return finishBooks(reading);
        }
        std::map<QString, Quantity> holdings;
        for (const VenueBalance &balance : account->balances)
            holdings[balance.asset] = balance.free + balance.locked;
        reading->balances = account->balances;
        for (const Instrument &instrument : m_instruments) {
            const auto rules = m_rules->symbols.find(instrument.symbol);
            if (rules == m_rules->symbols.end())
                continue;
            const QString &base = rules->second.baseAsset;
            const bool isActive = std::any_of(m_orders.begin(), m_orders.end(), [&](const auto &one) {
                const Tracked &tracked = one.second;
                const bool isRecent = !tracked.isEnded || m_rest->venueNow() - tracked.sentAt < std::chrono::minutes(5);
                return tracked.order.instrument == instrument.id && isRecent;
            });
            if (m_needsAllTrades || isActive || m_holdings[base] != holdings[base])
                reading->symbols.push_back(instrument.symbol.toLatin1());
            const bool isTold = std::any_of(reading->books.positions.begin(), reading->books.positions.end(), [&](const VenuePosition &one) {
                const auto other = m_rules->symbols.find(QString::fromLatin1(symbolOf(one.instrument)));
                return other != m_rules->symbols.end() && other->second.baseAsset == base;
            });
            if (!isTold && holdings[base].isPositive())
                reading->books.positions.push_back({instrument.id, holdings[base]});
        }
        reading->books.hasPositions = true;
        m_holdings = std::move(holdings);
        for (const QByteArray &symbol : reading->symbols) {
            ++reading->waiting;
            const RestCall call{HttpMethod::Get, "/api/v3/myTrades",
                                {{"symbol", symbol}, {"startTime", QByteArray::number(qlonglong(std::max(reading->books.since, m_rest->venueNow() - std::chrono::hours(24)).ms()))},
                                 {"limit", "1000"}}, true, 20, 0, RequestPurpose::Trading};
            m_rest->send(call, [this, reading, symbol](const RestAnswer &trades) {
                const auto fills = trades.isDone() ? readMyTrades(trades.body) : failure(ErrorCode::Stale, trades.why);
                if (!fills)
                    reading->fail(fills.error().detail);
                else if (fills->size() == 1'000)
                    reading->fail(u"more executions of %1 than one answer holds"_s.arg(QString::fromLatin1(symbol)));
                const Instrument *instrument = instrumentOf(QString::fromLatin1(symbol));
                for (const VenueFill &fill : fills ? *fills : std::vector<VenueFill>()) {
                    VenueTrade &trade = reading->books.trades.emplace_back();
                    trade.venueTradeId = QString::fromLatin1(symbol) + u'-' + QString::number(fill.tradeId);
                    trade.venueOrderId = QString::number(fill.orderId);
                    if (const auto known = m_byVenueOrder.find(fill.orderId); known != m_byVenueOrder.end())
                        trade.clientId = known->second;
                    trade.instrument = instrument->id;
                    trade.side = fill.side;
                    trade.price = fill.price;
                    trade.quantity = fill.quantity;
                    trade.commission = feeOf(instrument->id, fill);
                    trade.time = fill.time;
                }
                finishBooks(reading);
            });
        }
        finishBooks(reading);
    });
}

void OrderSession::finishBooks(const std::shared_ptr<Reading> &reading)
{
    if (--reading->waiting > 0)
        return;
    VenueBooks &books = reading->books;
    for (const VenueBalance &balance : reading->balances) {
        const std::string asset = balance.asset.toStdString();
        if (Currency::fits(asset)) {
            const Currency currency{std::string_view(asset)};
            books.balances.push_back({currency, {FixedPoint<MoneyTag>::fromRaw((balance.free + balance.locked).raw()), currency}});
        }
    }
    books.hasBalances = books.error.isEmpty();
    books.isComplete = books.error.isEmpty();
    if (books.isComplete)
        m_needsAllTrades = false;
    m_sinks.books(books);
}

} // namespace bellwether::binance
