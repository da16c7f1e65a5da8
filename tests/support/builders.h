#pragma once

#include "core/domain/fill.h"
#include "core/domain/instrument.h"
#include "core/domain/order.h"
#include "core/market/instrumentcatalogue.h"
#include "tests/support/money.h"

namespace bellwether::test {

/// A coin bought and sold in 0.001, on a tick of 0.01; cannot be sold short.
inline Instrument aCoin(std::string_view id = "TEST:COIN")
{
    Instrument made;
    made.id = InstrumentId(id);
    made.symbol = QString::fromLatin1(id.data() + 5, qsizetype(id.size()) - 5);
    made.currency = Currency(std::string_view("USDT"));
    made.tickSize = price(u"0.01");
    made.lotSize = made.quantityMin = quantity(u"0.001");
    made.notionalMin = usdt(u"5");
    made.calendar = QStringLiteral("crypto");
    return made;
}
/// A share in whole units that can be sold short.
inline Instrument aShare(std::string_view id = "TEST:SHARE")
{
    Instrument made = aCoin(id);
    made.kind = InstrumentKind::Equity;
    made.lotSize = made.quantityMin = quantity(u"1");
    made.notionalMin = usdt(u"0");
    made.canShort = true;
    return made;
}
inline CataloguePtr aCatalogue(std::vector<Instrument> instruments = {aCoin(), aShare()})
{
    return std::make_shared<InstrumentCatalogue>(std::move(instruments));
}

/// `aFill().buy(u"2").at(u"100").costing(u"0.1")`
struct FillBuilder {
    Fill fill;
    FillBuilder()
    {
        fill.strategy = StrategyId(std::string_view("alpha"));
        fill.instrument = InstrumentId(std::string_view("TEST:SHARE"));
        fill.commission = usdt(u"0");
        fill.time = Timestamp::fromSeconds(1);
    }
    FillBuilder &buy(const char16_t *size) { return sized(Side::Buy, size); }
    FillBuilder &sell(const char16_t *size) { return sized(Side::Sell, size); }
    FillBuilder &sized(Side side, const char16_t *size)
    {
        fill.side = side;
        fill.lastQuantity = quantity(size);
        return *this;
    }
    FillBuilder &at(const char16_t *text)
    {
        fill.lastPrice = price(text);
        return *this;
    }
    FillBuilder &costing(const char16_t *text)
    {
        fill.commission = usdt(text);
        return *this;
    }
    FillBuilder &trade(const QString &id)
    {
        fill.venueTradeId = id;
        return *this;
    }
    operator Fill() const { return fill; }
};
inline FillBuilder aFill() { return {}; }

/// `anOrder(7).buy(u"2").limit(u"250.50")`: a draft of strategy alpha in TEST:SHARE.
struct OrderBuilder {
    Order order;
    explicit OrderBuilder(std::uint64_t number)
    {
        order.id = {number};
        order.clientId = ClientOrderId("order-" + std::to_string(number));
        order.strategy = StrategyId(std::string_view("alpha"));
        order.instrument = InstrumentId(std::string_view("TEST:SHARE"));
        order.createdAt = order.updatedAt = Timestamp::fromSeconds(1);
    }
    OrderBuilder &buy(const char16_t *size) { return sized(Side::Buy, size); }
    OrderBuilder &sell(const char16_t *size) { return sized(Side::Sell, size); }
    OrderBuilder &sized(Side side, const char16_t *size)
    {
        order.side = side;
        order.quantity = quantity(size);
        return *this;
    }
    OrderBuilder &limit(const char16_t *at)
    {
        order.type = OrderType::Limit;
        order.limitPrice = price(at);
        return *this;
    }
    OrderBuilder &stop(const char16_t *at)
    {
        order.type = OrderType::Stop;
        order.stopPrice = price(at);
        return *this;
    }
    OrderBuilder &role(OrderRole value)
    {
        order.role = value;
        return *this;
    }
    operator Order() const { return order; }
};
inline OrderBuilder anOrder(std::uint64_t number = 1) { return OrderBuilder(number); }

} // namespace bellwether::test
