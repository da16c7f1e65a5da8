// The market data of SpotApi.
#include "core/exchange/daystatistics.h"
#include "core/exchange/spotapi.h"
#include "core/exchange/spotjson.h"

#include "core/domain/decimal.h"
#include "core/domain/timeframe.h"
#include "core/market/baraggregator.h"
#include "core/market/exchangecalendar.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace bellwether::exchange {

namespace {

QJsonArray levelsJson(std::span<const DepthLevel> bestLast, std::size_t count)
{
    QJsonArray rows;
    for (const DepthLevel &level : bestLast | std::views::reverse | std::views::take(std::ptrdiff_t(count)))
        rows.append(QJsonArray{decimalText(level.price), decimalText(level.quantity)});
    return rows;
}

QJsonObject filter(const QString &type, const QJsonObject &values)
{
    QJsonObject json = values;
    json[u"filterType"_s] = type;
    return json;
}

QJsonObject symbolJson(const ListedSymbol &symbol)
{
    QJsonArray filters{
        filter(u"PRICE_FILTER"_s, {{u"minPrice"_s, decimalText(symbol.tickSize)}, {u"maxPrice"_s, decimalText(symbol.priceMax)}, {u"tickSize"_s, decimalText(symbol.tickSize)}}),
        filter(u"PERCENT_PRICE_BY_SIDE"_s, {{u"bidMultiplierUp"_s, decimalText(symbol.bidUp)}, {u"bidMultiplierDown"_s, decimalText(symbol.bidDown)},
                                            {u"askMultiplierUp"_s, decimalText(symbol.askUp)}, {u"askMultiplierDown"_s, decimalText(symbol.askDown)},
                                            {u"avgPriceMins"_s, symbol.averageMinutes}}),
        filter(u"LOT_SIZE"_s, {{u"minQty"_s, decimalText(symbol.quantityMin)}, {u"maxQty"_s, decimalText(symbol.quantityMax)}, {u"stepSize"_s, decimalText(symbol.step)}}),
        filter(u"MARKET_LOT_SIZE"_s, {{u"minQty"_s, decimalText(0)}, {u"maxQty"_s, decimalText(symbol.marketQuantityMax.isPositive() ? symbol.marketQuantityMax : symbol.quantityMax)}, {u"stepSize"_s, decimalText(0)}}),
        filter(u"NOTIONAL"_s, {{u"minNotional"_s, decimalText(symbol.notionalMin)}, {u"applyMinToMarket"_s, true}, {u"maxNotional"_s, decimalText(symbol.notionalMax)}, {u"applyMaxToMarket"_s, false}, {u"avgPriceMins"_s, symbol.averageMinutes}}),
        filter(u"MAX_NUM_ORDERS"_s, {{u"maxNumOrders"_s, symbol.openOrdersMax}}),
        filter(u"MAX_NUM_ALGO_ORDERS"_s, {{u"maxNumAlgoOrders"_s, symbol.algoOrdersMax}}),
        filter(u"ICEBERG_PARTS"_s, {{u"limit"_s, symbol.icebergParts}}),
        filter(u"MAX_NUM_ICEBERG_ORDERS"_s, {{u"maxNumIcebergOrders"_s, symbol.icebergOrdersMax}}),
        filter(u"TRAILING_DELTA"_s, {{u"minTrailingAboveDelta"_s, symbol.trailingMin}, {u"maxTrailingAboveDelta"_s, symbol.trailingMax},
                                     {u"minTrailingBelowDelta"_s, symbol.trailingMin}, {u"maxTrailingBelowDelta"_s, symbol.trailingMax}}),
        filter(u"MAX_NUM_ORDER_AMENDS"_s, {{u"maxNumOrderAmends"_s, symbol.amendsMax}}),
        filter(u"MAX_NUM_ORDER_LISTS"_s, {{u"maxNumOrderLists"_s, symbol.listsMax}}),
    };
    if (symbol.positionMax.isPositive())
        filters.append(filter(u"MAX_POSITION"_s, {{u"maxPosition"_s, decimalText(symbol.positionMax)}}));
    return {{u"symbol"_s, symbol.symbol},
            {u"status"_s, u"TRADING"_s},
            {u"baseAsset"_s, symbol.base},
            {u"baseAssetPrecision"_s, 8},
            {u"quoteAsset"_s, symbol.quote},
            {u"quotePrecision"_s, 8},
            {u"quoteAssetPrecision"_s, 8},
            {u"baseCommissionPrecision"_s, 8},
            {u"quoteCommissionPrecision"_s, 8},
            {u"orderTypes"_s, QJsonArray{u"LIMIT"_s, u"LIMIT_MAKER"_s, u"MARKET"_s, u"STOP_LOSS"_s, u"STOP_LOSS_LIMIT"_s, u"TAKE_PROFIT"_s, u"TAKE_PROFIT_LIMIT"_s}},
            {u"icebergAllowed"_s, true},
            {u"ocoAllowed"_s, true},
            {u"otoAllowed"_s, true},
            {u"quoteOrderQtyMarketAllowed"_s, true},
            {u"allowTrailingStop"_s, true},
            {u"cancelReplaceAllowed"_s, true},
            {u"amendAllowed"_s, true},
            {u"isSpotTradingAllowed"_s, true},
            {u"isMarginTradingAllowed"_s, false},
            {u"filters"_s, filters},
            {u"permissions"_s, QJsonArray{}},
            {u"permissionSets"_s, QJsonArray{QJsonArray{u"SPOT"_s}}},
            {u"defaultSelfTradePreventionMode"_s, u"NONE"_s},
            {u"allowedSelfTradePreventionModes"_s, QJsonArray{u"NONE"_s, u"EXPIRE_TAKER"_s, u"EXPIRE_MAKER"_s, u"EXPIRE_BOTH"_s, u"DECREMENT"_s}}};
}

QJsonObject limitJson(const QString &type, const QString &interval, int number, int limit)
{
    return {{u"rateLimitType"_s, type}, {u"interval"_s, interval}, {u"intervalNum"_s, number}, {u"limit"_s, limit}};
}

/// `symbol`, `symbols` as a JSON array, or none for all.
std::vector<SymbolNumber> symbolsOf(ApiParams &params, const MatchingEngine &engine, bool &isOne)
{
    std::vector<SymbolNumber> numbers;
    QJsonArray names;
    isOne = params.has("symbol");
    if (isOne)
        names.append(QString::fromUtf8(params.text("symbol")));
    else if (params.has("symbols"))
        names = QJsonDocument::fromJson(params.text("symbols")).array();
    for (const QJsonValue &name : std::as_const(names)) {
        numbers.push_back(engine.findSymbol(name.toString()));
        if (numbers.back() < 0)
            throw ApiError{400, -1121, u"Invalid symbol."_s};
    }
    for (std::size_t i = 0; names.isEmpty() && i < engine.symbols().size(); ++i)
        numbers.push_back(SymbolNumber(i));
    return numbers;
}

/// One object where one symbol was asked for, else a list.
template <typename Make> QJsonValue oneOrList(ApiParams &params, const MatchingEngine &engine, Make make)
{
    bool isOne = false;
    QJsonArray rows;
    for (const SymbolNumber symbol : symbolsOf(params, engine, isOne))
        rows.append(make(symbol));
    return isOne ? QJsonValue(rows.first()) : QJsonValue(rows);
}

} // namespace

QJsonValue SpotApi::ping(ApiParams &, AccountNumber, Timestamp) { return QJsonObject(); }

QJsonValue SpotApi::time(ApiParams &, AccountNumber, Timestamp now) { return QJsonObject{{u"serverTime"_s, qint64(now.ms())}}; }

QJsonValue SpotApi::exchangeInfo(ApiParams &params, AccountNumber, Timestamp now)
{
    for (const char *filterName : {"permissions", "showPermissionSets", "symbolStatus"})
        params.pass(filterName);
    bool isOne = false;
    QJsonArray symbols;
    for (const SymbolNumber symbol : symbolsOf(params, m_venue.engine(), isOne))
        symbols.append(symbolJson(m_venue.engine().symbols()[std::size_t(symbol)]));
    return QJsonObject{{u"timezone"_s, u"UTC"_s},
                       {u"serverTime"_s, qint64(now.ms())},
                       {u"rateLimits"_s, QJsonArray{limitJson(u"REQUEST_WEIGHT"_s, u"MINUTE"_s, 1, m_limits.weightPerMinute),
                                                    limitJson(u"ORDERS"_s, u"SECOND"_s, 10, m_limits.ordersPer10s),
                                                    limitJson(u"ORDERS"_s, u"DAY"_s, 1, m_limits.ordersPerDay)}},
                       {u"exchangeFilters"_s, QJsonArray()},
                       {u"symbols"_s, symbols}};
}

QJsonValue SpotApi::depth(ApiParams &params, AccountNumber, Timestamp)
{
    const SymbolNumber symbol = symbolOf(params);
    const auto count = std::size_t(std::clamp<std::int64_t>(params.integer("limit", 100), 1, 5'000));
    const MatchingEngine &engine = m_venue.engine();
    return QJsonObject{{u"lastUpdateId"_s, qint64(engine.lastUpdate(symbol))},
                       {u"bids"_s, levelsJson(engine.book(symbol).levels(Side::Buy), count)},
                       {u"asks"_s, levelsJson(engine.book(symbol).levels(Side::Sell), count)}};
}

QJsonValue SpotApi::trades(ApiParams &params, AccountNumber, Timestamp)
{
    const SymbolNumber symbol = symbolOf(params);
    const auto count = std::size_t(std::clamp<std::int64_t>(params.integer("limit", 500), 1, 1'000));
    const std::int64_t from = params.integer("fromId", -1);
    const auto &tape = m_venue.tape(symbol);
    auto first = from >= 0 ? std::find_if(tape.begin(), tape.end(), [&](const TapePrint &one) { return std::int64_t(one.print.id) >= from; })
                           : tape.end() - std::ptrdiff_t(std::min(count, tape.size()));
    QJsonArray rows;
    for (; first != tape.end() && std::size_t(rows.size()) < count; ++first) {
        const TapeTrade &print = first->print;
        rows.append(QJsonObject{{u"id"_s, qint64(print.id)},
                                {u"price"_s, decimalText(print.price)},
                                {u"qty"_s, decimalText(print.quantity)},
                                {u"quoteQty"_s, decimalText(mulDiv(print.price.raw(), print.quantity.raw(), decimalScale))},
                                {u"time"_s, qint64(print.time.ms())},
                                {u"isBuyerMaker"_s, first->isBuyerMaker},
                                {u"isBestMatch"_s, true}});
    }
    return rows;
}

// Every print stands for itself: aggregation is the venue's choice, and one of one is a valid one.
QJsonValue SpotApi::aggregateTrades(ApiParams &params, AccountNumber, Timestamp)
{
    const SymbolNumber symbol = symbolOf(params);
    const auto count = std::size_t(std::clamp<std::int64_t>(params.integer("limit", 500), 1, 1'000));
    const std::int64_t from = params.integer("fromId", -1);
    const std::int64_t start = params.integer("startTime", 0);
    const std::int64_t end = params.integer("endTime", std::numeric_limits<std::int64_t>::max());
    QJsonArray rows;
    for (const TapePrint &one : m_venue.tape(symbol)) {
        const TapeTrade &print = one.print;
        if (std::int64_t(print.id) < from || print.time.ms() < start || print.time.ms() > end)
            continue;
        rows.append(QJsonObject{{u"a"_s, qint64(print.id)}, {u"p"_s, decimalText(print.price)}, {u"q"_s, decimalText(print.quantity)},
                                {u"f"_s, qint64(print.id)}, {u"l"_s, qint64(print.id)}, {u"T"_s, qint64(print.time.ms())},
                                {u"m"_s, one.isBuyerMaker}, {u"M"_s, true}});
    }
    const bool isNewest = from < 0 && start == 0;
    while (std::size_t(rows.size()) > count)
        isNewest ? rows.removeFirst() : rows.removeLast();
    return rows;
}

QJsonValue SpotApi::klines(ApiParams &params, AccountNumber, Timestamp)
{
    const SymbolNumber symbol = symbolOf(params);
    const auto timeframe = parseTimeframe(QString::fromLatin1(params.text("interval")));
    if (!timeframe)
        throw ApiError{400, -1120, u"Invalid interval."_s};
    const auto count = std::size_t(std::clamp<std::int64_t>(params.integer("limit", 500), 1, 1'000));
    const std::int64_t start = params.integer("startTime", -1);
    const std::int64_t end = params.integer("endTime", -1);
    const BarColumns &minutes = m_venue.bars(symbol);
    const BarColumns bars = *timeframe == Timeframe::M1 ? minutes : aggregate(minutes, *timeframe, ExchangeCalendar::crypto());
    const Duration length = durationOf(*timeframe);
    // Times are those of the opens. Without a start the newest count.
    const Timestamp from = start >= 0 ? Timestamp::fromMs(start) + length : Timestamp::fromNs(0);
    const Timestamp to = end >= 0 ? Timestamp::fromMs(end) + length : Timestamp::fromNs(std::numeric_limits<std::int64_t>::max());
    auto [first, last] = bars.rowsBetween(from, to);
    if (last - first > count)
        start >= 0 ? last = first + count : first = last - count;
    QJsonArray rows;
    for (std::size_t row = first; row < last; ++row) {
        const Timestamp close = bars.closeTime[row];
        const QString volume = numberText(bars.volume[row]);
        const QString turnover = numberText(bars.volume[row] * bars.close[row]);
        rows.append(QJsonArray{qint64((close - length).ms()), numberText(bars.open[row]), numberText(bars.high[row]),
                               numberText(bars.low[row]), numberText(bars.close[row]), volume, qint64(close.ms() - 1), turnover, 1,
                               u"0.00000000"_s, u"0.00000000"_s, u"0"_s});
    }
    return rows;
}

QJsonValue SpotApi::averagePrice(ApiParams &params, AccountNumber, Timestamp now)
{
    const SymbolNumber symbol = symbolOf(params);
    const MatchingEngine &engine = m_venue.engine();
    return QJsonObject{{u"mins"_s, engine.symbols()[std::size_t(symbol)].averageMinutes}, {u"price"_s, decimalText(engine.averagePrice(symbol))}, {u"closeTime"_s, qint64(now.ms())}};
}

QJsonValue SpotApi::dayTicker(ApiParams &params, AccountNumber, Timestamp now)
{
    params.pass("type");
    return oneOrList(params, m_venue.engine(), [&](SymbolNumber symbol) {
        const DayStatistics day = dayOf(m_venue.bars(symbol), now);
        const auto bid = m_venue.engine().book(symbol).best(Side::Buy).value_or(DepthLevel());
        const auto ask = m_venue.engine().book(symbol).best(Side::Sell).value_or(DepthLevel());
        const auto &tape = m_venue.tape(symbol);
        return QJsonObject{{u"symbol"_s, m_venue.engine().symbols()[std::size_t(symbol)].symbol},
                           {u"priceChange"_s, numberText(day.close - day.open)},
                           {u"priceChangePercent"_s, QString::number(day.open > 0 ? (day.close / day.open - 1) * 100 : 0, 'f', 3)},
                           {u"weightedAvgPrice"_s, numberText(day.volume > 0 ? day.turnover / day.volume : 0)},
                           {u"prevClosePrice"_s, numberText(day.open)},
                           {u"lastPrice"_s, numberText(day.close)},
                           {u"lastQty"_s, decimalText(tape.empty() ? Quantity() : tape.back().print.quantity)},
                           {u"bidPrice"_s, decimalText(bid.price)}, {u"bidQty"_s, decimalText(bid.quantity)},
                           {u"askPrice"_s, decimalText(ask.price)}, {u"askQty"_s, decimalText(ask.quantity)},
                           {u"openPrice"_s, numberText(day.open)}, {u"highPrice"_s, numberText(day.high)},
                           {u"lowPrice"_s, numberText(day.low)}, {u"volume"_s, numberText(day.volume)},
                           {u"quoteVolume"_s, numberText(day.turnover)},
                           {u"openTime"_s, qint64((now - std::chrono::hours(24)).ms())}, {u"closeTime"_s, qint64(now.ms())},
                           {u"firstId"_s, tape.empty() ? -1 : qint64(tape.front().print.id)},
                           {u"lastId"_s, tape.empty() ? -1 : qint64(tape.back().print.id)},
                           {u"count"_s, qint64(tape.size())}};
    });
}

QJsonValue SpotApi::priceTicker(ApiParams &params, AccountNumber, Timestamp)
{
    return oneOrList(params, m_venue.engine(), [&](SymbolNumber symbol) {
        return QJsonObject{{u"symbol"_s, m_venue.engine().symbols()[std::size_t(symbol)].symbol},
                           {u"price"_s, decimalText(m_venue.engine().lastPrice(symbol))}};
    });
}

QJsonValue SpotApi::bookTicker(ApiParams &params, AccountNumber, Timestamp)
{
    return oneOrList(params, m_venue.engine(), [&](SymbolNumber symbol) {
        const auto bid = m_venue.engine().book(symbol).best(Side::Buy).value_or(DepthLevel());
        const auto ask = m_venue.engine().book(symbol).best(Side::Sell).value_or(DepthLevel());
        return QJsonObject{{u"symbol"_s, m_venue.engine().symbols()[std::size_t(symbol)].symbol},
                           {u"bidPrice"_s, decimalText(bid.price)}, {u"bidQty"_s, decimalText(bid.quantity)},
                           {u"askPrice"_s, decimalText(ask.price)}, {u"askQty"_s, decimalText(ask.quantity)}};
    });
}

} // namespace bellwether::exchange
