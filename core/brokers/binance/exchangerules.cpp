#include "core/brokers/binance/exchangerules.h"

#include "core/brokers/binance/orderfields.h"

using namespace Qt::StringLiterals;

namespace bellwether::binance {

using net::JsonValue;
using net::readJson;

namespace {

NamedRateLimit rateLimitOf(const JsonValue &json)
{
    const std::string_view unit = json["interval"].text();
    std::chrono::seconds length{};
    if (unit == "SECOND")
        length = std::chrono::seconds(1);
    else if (unit == "MINUTE")
        length = std::chrono::minutes(1);
    else if (unit == "HOUR")
        length = std::chrono::hours(1);
    else if (unit == "DAY")
        length = std::chrono::hours(24);
    else
        json["interval"].refuse("SECOND, MINUTE, HOUR or DAY");
    const std::int64_t count = json["intervalNum"].integer();
    const std::int64_t limit = json["limit"].integer();
    if (count < 1 || count > 100'000 || limit < 0 || limit > 2'000'000'000)
        json["limit"].refuse("a limit that makes sense");
    return {json["rateLimitType"].string(), length * count, int(limit)};
}

int countOf(const JsonValue &json)
{
    const std::int64_t count = json.integer();
    return count < 0 || count > 1'000'000 ? 0 : int(count);
}

void readFilter(const JsonValue &filter, SymbolRules &rules)
{
    Instrument &instrument = rules.instrument;
    const Currency currency = instrument.currency;
    const auto money = [&](const JsonValue &value) { return Money{value.decimal<FixedPoint<MoneyTag>>(), currency}; };
    const std::string_view type = filter["filterType"].text();
    if (type == "PRICE_FILTER") {
        rules.priceMin = filter["minPrice"].decimal<Price>();
        rules.priceMax = filter["maxPrice"].decimal<Price>();
        instrument.tickSize = filter["tickSize"].decimal<Price>();
    } else if (type == "LOT_SIZE") {
        instrument.quantityMin = filter["minQty"].decimal<Quantity>();
        rules.quantityMax = filter["maxQty"].decimal<Quantity>();
        instrument.lotSize = filter["stepSize"].decimal<Quantity>();
    } else if (type == "MARKET_LOT_SIZE") {
        rules.marketQuantityMin = filter["minQty"].decimal<Quantity>();
        rules.marketQuantityMax = filter["maxQty"].decimal<Quantity>();
        rules.marketStep = filter["stepSize"].decimal<Quantity>();
    } else if (type == "MIN_NOTIONAL") {
        instrument.notionalMin = money(filter["minNotional"]);
        rules.notionalMinAppliesToMarket = filter["applyToMarket"].flag();
    } else if (type == "NOTIONAL") {
        instrument.notionalMin = money(filter["minNotional"]);
        rules.notionalMax = money(filter["maxNotional"]);
        rules.notionalMinAppliesToMarket = filter["applyMinToMarket"].flag();
        rules.notionalMaxAppliesToMarket = filter["applyMaxToMarket"].flag();
    } else if (type == "MAX_NUM_ORDERS") {
        rules.ordersMax = countOf(filter["maxNumOrders"]);
    } else if (type == "MAX_NUM_ALGO_ORDERS") {
        rules.stopOrdersMax = countOf(filter["maxNumAlgoOrders"]);
    }
}

SymbolRules rulesOf(const JsonValue &json)
{
    SymbolRules rules;
    const std::string_view symbol = json["symbol"].text();
    const std::string_view quote = json["quoteAsset"].text();
    if (symbol.empty() || !InstrumentId::fits("BINANCE:" + std::string(symbol)) || !Currency::fits(quote))
        json["symbol"].refuse("a symbol of this program's length");
    Instrument &instrument = rules.instrument;
    instrument.symbol = json["symbol"].string();
    instrument.id = InstrumentId(std::string_view("BINANCE:" + std::string(symbol)));
    rules.baseAsset = json["baseAsset"].string();
    rules.quoteAsset = json["quoteAsset"].string();
    instrument.name = rules.baseAsset + u" / "_s + rules.quoteAsset;
    instrument.kind = InstrumentKind::Spot;
    instrument.currency = Currency(quote);
    instrument.notionalMin = rules.notionalMax = Money::zero(instrument.currency);
    instrument.calendar = u"crypto"_s;
    rules.status = json["status"].string();
    json["orderTypes"].forEach([&](const JsonValue &type) { rules.orderTypes.append(type.string()); });
    rules.isSpotAllowed = json["isSpotTradingAllowed"].flag();
    if (const auto allowed = json.find("quoteOrderQtyMarketAllowed"))
        rules.hasQuoteQuantity = allowed->flag();
    json["filters"].forEach([&](const JsonValue &filter) { readFilter(filter, rules); });
    // A rule that is off leaves the finest step there is.
    if (!instrument.tickSize.isPositive())
        instrument.tickSize = Price::fromRaw(1);
    if (!instrument.lotSize.isPositive())
        instrument.lotSize = Quantity::fromRaw(1);
    return rules;
}

} // namespace

Result<void> SymbolRules::check(OrderType type, Quantity quantity, Price limitPrice, Price stopPrice, Price reference) const
{
    const auto denied = [&](const QString &why) {
        return failure(ErrorCode::Denied, u"%1: %2"_s.arg(instrument.symbol, why));
    };
    if (!isTrading())
        return denied(u"the venue takes no orders (status %1)"_s.arg(status));
    for (const Price price : {limitPrice, stopPrice}) {
        if (price.isZero())
            continue;
        if (!instrument.isOnTick(price))
            return denied(u"price %1 is not a multiple of the tick %2"_s.arg(toString(price), toString(instrument.tickSize)));
        if (price < priceMin || (priceMax.isPositive() && price > priceMax))
            return denied(u"price %1 is outside %2 to %3"_s.arg(toString(price), toString(priceMin), toString(priceMax)));
    }
    if (!instrument.isOnLot(quantity))
        return denied(u"quantity %1 is not a multiple of the step %2"_s.arg(toString(quantity), toString(instrument.lotSize)));
    const bool isMarket = type == OrderType::Market;
    if (quantity < instrument.quantityMin || (isMarket && quantity < marketQuantityMin))
        return denied(u"quantity %1 is below the minimum %2"_s
                          .arg(toString(quantity), toString(std::max(instrument.quantityMin, isMarket ? marketQuantityMin : Quantity()))));
    for (const Quantity largest : {quantityMax, isMarket ? marketQuantityMax : Quantity()}) {
        if (largest.isPositive() && quantity > largest)
            return denied(u"quantity %1 is above the maximum %2"_s.arg(toString(quantity), toString(largest)));
    }
    if (isMarket && marketStep.isPositive() && quantity.raw() % marketStep.raw() != 0)
        return denied(u"quantity %1 is not a multiple of the market step %2"_s.arg(toString(quantity), toString(marketStep)));
    const Price price = limitPrice.isPositive() ? limitPrice : stopPrice.isPositive() ? stopPrice : reference;
    const Money value = instrument.notional(price, quantity);
    if ((!isMarket || notionalMinAppliesToMarket) && value < instrument.notionalMin)
        return denied(u"value %1 is below the minimum %2"_s.arg(toString(value), toString(instrument.notionalMin)));
    if (notionalMax.amount.isPositive() && (!isMarket || notionalMaxAppliesToMarket) && value > notionalMax)
        return denied(u"value %1 is above the maximum %2"_s.arg(toString(value), toString(notionalMax)));
    return {};
}

Result<ExchangeRules> readExchangeRules(QByteArrayView json)
{
    return readJson(json, u"exchangeInfo"_s, [](const JsonValue &root) {
        ExchangeRules rules;
        rules.serverTime = timeOf(root["serverTime"]);
        root["rateLimits"].forEach([&](const JsonValue &limit) { rules.rateLimits.push_back(rateLimitOf(limit)); });
        root["symbols"].forEach([&](const JsonValue &symbol) {
            // One strange listing must not take the market away.
            try {
                SymbolRules one = rulesOf(symbol);
                rules.symbols.emplace(one.instrument.symbol, std::move(one));
            } catch (const JsonValue::BadAnswer &bad) {
                rules.passedOver.append(symbol["symbol"].string() + u": "_s + bad.what);
            }
        });
        return rules;
    });
}

} // namespace bellwether::binance
