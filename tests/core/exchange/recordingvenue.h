#pragma once

#include "core/exchange/matchingengine.h"

#include <QTest>

namespace bellwether::exchange {

using namespace Qt::StringLiterals;

inline Price price(const QString &text) { return *parsePrice(text); }
inline Quantity units(const QString &text) { return *parseQuantity(text); }

/// A venue with one symbol and two accounts, which writes down what it tells.
class Venue : public VenueListener {
public:
    explicit Venue(VenueFees fees = {}, const ListedSymbol &listed = {.symbol = u"BTCUSDT"_s, .base = u"BTC"_s, .quote = u"USDT"_s})
        : engine({listed}, fees, *this)
    {
        anna = engine.addAccount();
        ben = engine.addAccount();
        for (const AccountNumber account : {anna, ben}) {
            engine.deposit(account, u"USDT"_s, units(u"100000"_s));
            engine.deposit(account, u"BTC"_s, units(u"10"_s));
        }
    }

    NewOrder ask(AccountNumber account, Side side, const QString &quantity, const QString &at) const
    {
        return {.account = account, .side = side, .quantity = units(quantity), .price = price(at)};
    }
    NewOrder market(AccountNumber account, Side side, const QString &quantity) const
    {
        return {.account = account, .side = side, .kind = OrderKind::Market, .quantity = units(quantity)};
    }
    OrderNumber put(const NewOrder &order)
    {
        const auto placed = engine.place(order, now);
        if (const auto *refusal = std::get_if<Refusal>(&placed))
            qFatal("refused: %s", qPrintable(refusal->message));
        return std::get<OrderNumber>(placed);
    }
    QString refused(const NewOrder &order)
    {
        const auto placed = engine.place(order, now);
        const auto *refusal = std::get_if<Refusal>(&placed);
        return refusal ? u"%1 %2"_s.arg(refusal->code).arg(refusal->message) : QString();
    }
    OrderStatus statusOf(OrderNumber number) const { return engine.order(number).status; }
    void quote(const QString &bid, const QString &ask, const QString &size = u"1"_s)
    {
        engine.quoteHouse(0, {{price(bid), units(size)}}, {{price(ask), units(size)}}, now);
    }

    void onOrder(const OrderRecord &order, ExecutionType type, const Execution *execution) override
    {
        static const QStringList names{u"new"_s, u"trade"_s, u"cancelled"_s, u"rejected"_s, u"expired"_s, u"replaced"_s, u"prevented"_s};
        QString line = u"%1 %2"_s.arg(order.number).arg(names[int(type)]);
        if (execution)
            line += u" %1@%2 %3"_s.arg(toString(execution->quantity), toString(execution->price), execution->isMaker ? u"maker"_s : u"taker"_s);
        told.append(line);
    }
    void onTrade(SymbolNumber, std::int64_t, Price, Quantity, bool, Timestamp) override { ++prints; }
    void onList(std::int64_t list, AccountNumber, const std::vector<OrderNumber> &, bool isDone) override
    {
        told.append(u"list %1 %2"_s.arg(list).arg(isDone ? u"done"_s : u"begins"_s));
    }

    MatchingEngine engine;
    AccountNumber anna = 0;
    AccountNumber ben = 0;
    Timestamp now = Timestamp::fromSeconds(1'700'000'000);
    QStringList told;
    int prints = 0;
};

} // namespace bellwether::exchange
