// Balances, own trades and rights of SpotApi.
#include "core/exchange/spotapi.h"
#include "core/exchange/spotjson.h"
#include "core/exchange/spotparams.h"

#include "core/domain/decimal.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bellwether::exchange {

QJsonValue SpotApi::account(ApiParams &params, AccountNumber account, Timestamp now)
{
    const bool isShort = params.text("omitZeroBalances", "false") == "true";
    QJsonArray balances;
    for (const auto &[asset, holding] : m_venue.engine().balances(account).all()) {
        if (!isShort || holding != Balances::Holding{})
            balances.append(QJsonObject{{u"asset"_s, asset}, {u"free"_s, decimalText(holding.free)}, {u"locked"_s, decimalText(holding.locked)}});
    }
    const AccountKeys &keys = m_venue.keys(account);
    return QJsonObject{{u"makerCommission"_s, int(m_venue.fees().maker.raw() / 10'000)},
                       {u"takerCommission"_s, int(m_venue.fees().taker.raw() / 10'000)},
                       {u"buyerCommission"_s, 0},
                       {u"sellerCommission"_s, 0},
                       {u"commissionRates"_s, QJsonObject{{u"maker"_s, decimalText(m_venue.fees().maker)}, {u"taker"_s, decimalText(m_venue.fees().taker)},
                                                          {u"buyer"_s, decimalText(0)}, {u"seller"_s, decimalText(0)}}},
                       {u"canTrade"_s, keys.canTrade},
                       {u"canWithdraw"_s, keys.canWithdraw},
                       {u"canDeposit"_s, false},
                       {u"brokered"_s, false},
                       {u"requireSelfTradePrevention"_s, false},
                       {u"preventSor"_s, false},
                       {u"updateTime"_s, qint64(now.ms())},
                       {u"accountType"_s, u"SPOT"_s},
                       {u"balances"_s, balances},
                       {u"permissions"_s, QJsonArray{u"SPOT"_s}},
                       {u"uid"_s, account}};
}

QJsonValue SpotApi::commission(ApiParams &params, AccountNumber, Timestamp)
{
    const SymbolNumber symbol = symbolOf(params);
    const auto rates = [](Ratio maker, Ratio taker) {
        return QJsonObject{{u"maker"_s, decimalText(maker)}, {u"taker"_s, decimalText(taker)}, {u"buyer"_s, decimalText(0)}, {u"seller"_s, decimalText(0)}};
    };
    return QJsonObject{{u"symbol"_s, m_venue.engine().symbols()[std::size_t(symbol)].symbol},
                       {u"standardCommission"_s, rates(m_venue.fees().maker, m_venue.fees().taker)},
                       {u"specialCommission"_s, rates(Ratio(), Ratio())},
                       {u"taxCommission"_s, rates(Ratio(), Ratio())},
                       {u"discount"_s, QJsonObject{{u"enabledForAccount"_s, false}, {u"enabledForSymbol"_s, false},
                                                   {u"discountAsset"_s, u"BNB"_s}, {u"discount"_s, decimalText(0)}}}};
}

QJsonValue SpotApi::myTrades(ApiParams &params, AccountNumber account, Timestamp)
{
    const SymbolNumber symbol = symbolOf(params);
    const std::int64_t order = params.integer("orderId", 0);
    const std::int64_t from = params.integer("fromId", 0);
    const std::int64_t start = params.integer("startTime", 0);
    const std::int64_t end = params.integer("endTime", std::numeric_limits<std::int64_t>::max());
    refuseLongWindow(params, start, end);
    const std::int64_t count = std::clamp<std::int64_t>(params.integer("limit", 500), 1, 1'000);
    QJsonArray rows;
    for (const OwnTrade &trade : m_venue.ownTrades(account)) {
        if (trade.symbol != symbol || (order != 0 && trade.order != order) || trade.trade < from || trade.time.ms() < start || trade.time.ms() > end)
            continue;
        QJsonObject json = fillJson(trade.execution);
        json[u"id"_s] = json.take(u"tradeId"_s);
        json[u"symbol"_s] = m_venue.engine().symbols()[std::size_t(symbol)].symbol;
        json[u"orderId"_s] = qint64(trade.order);
        json[u"orderListId"_s] = qint64(trade.list);
        json[u"quoteQty"_s] = decimalText(mulDiv(trade.execution.price.raw(), trade.execution.quantity.raw(), decimalScale));
        json[u"time"_s] = qint64(trade.time.ms());
        json[u"isBuyer"_s] = trade.side == Side::Buy;
        json[u"isMaker"_s] = trade.execution.isMaker;
        json[u"isBestMatch"_s] = true;
        rows.append(json);
    }
    while (rows.size() > count)
        from > 0 ? rows.removeLast() : rows.removeFirst();
    return rows;
}

QJsonValue SpotApi::orderCounts(ApiParams &, AccountNumber account, Timestamp now)
{
    const UnfilledCounts::Counts counts = m_venue.unfilled().of(account, now);
    const auto row = [](const QString &interval, int number, int limit, qint64 count) {
        return QJsonObject{{u"rateLimitType"_s, u"ORDERS"_s}, {u"interval"_s, interval}, {u"intervalNum"_s, number}, {u"limit"_s, limit}, {u"count"_s, count}};
    };
    return QJsonArray{row(u"SECOND"_s, 10, m_limits.ordersPer10s, counts.inTenSeconds), row(u"DAY"_s, 1, m_limits.ordersPerDay, counts.inDay)};
}

QJsonValue SpotApi::keyRights(ApiParams &, AccountNumber account, Timestamp now)
{
    const AccountKeys &keys = m_venue.keys(account);
    QJsonObject json{{u"ipRestrict"_s, true}, {u"createTime"_s, qint64(now.ms())}, {u"enableReading"_s, true},
                     {u"enableWithdrawals"_s, keys.canWithdraw}, {u"enableSpotAndMarginTrading"_s, keys.canTrade}};
    for (const char *right : {"enableInternalTransfer", "enableMargin", "enableFutures", "permitsUniversalTransfer", "enableVanillaOptions",
                              "enablePortfolioMarginTrading", "enableFixApiTrade", "enableFixReadOnly"})
        json[QString::fromLatin1(right)] = false;
    return json;
}

} // namespace bellwether::exchange
