#include "core/risk/rules.h"

using namespace Qt::StringLiterals;

namespace bellwether::rules {

std::optional<Denial> knownPrice(const RiskView &view)
{
    if (view.last.isPositive())
        return {};
    return Denial{u"no_price"_s, u"no price of %1 has been seen yet"_s.arg(view.instrument.symbol)};
}

std::optional<Denial> stalePrice(const RiskView &view)
{
    const Duration age = view.now - view.lastAt;
    if (age <= std::chrono::seconds(view.limits.staleAfterSeconds))
        return {};
    const double seconds = std::chrono::duration<double>(age).count();
    return Denial{u"stale_price"_s, u"the last price is %1 s old (limit %2 s)"_s.arg(seconds, 0, 'f', 1).arg(view.limits.staleAfterSeconds)};
}

std::optional<Denial> crossedBook(const RiskView &view)
{
    const bool hasBid = view.bid.isPositive();
    const bool hasAsk = view.ask.isPositive();
    // Without any quote the price comes from prints or bars, which have no book to be wrong.
    if (view.order.type != OrderType::Market || (!hasBid && !hasAsk))
        return {};
    if (hasBid != hasAsk)
        return Denial{u"crossed_book"_s, u"the book has no %1: a market order has no price to go by"_s.arg(hasBid ? u"ask"_s : u"bid"_s)};
    if (view.bid <= view.ask)
        return {};
    return Denial{u"crossed_book"_s, u"the book is crossed: bid %1 above ask %2"_s.arg(toString(view.bid), toString(view.ask))};
}

std::optional<Denial> openSession(const RiskView &view)
{
    // A bar is delivered at its close, so the session that ends at this very moment still counts as open.
    if (view.calendar.isAlwaysOpen() || view.calendar.isOpen(view.now) || view.calendar.isOpen(view.now - Duration(1)))
        return {};
    return Denial{u"closed_session"_s, u"the exchange is closed"_s};
}

std::optional<Denial> squareOff(const RiskView &view)
{
    if (!view.isIntraday || view.calendar.isAlwaysOpen())
        return {};
    const auto session = view.calendar.sessionAt(view.now);
    if (!session || session->close - view.now > std::chrono::minutes(view.squareOffMinutes))
        return {};
    return Denial{u"square_off"_s, u"intraday positions are closed %1 minutes before the session ends"_s.arg(view.squareOffMinutes)};
}

std::optional<Denial> symbolList(const RiskView &view)
{
    const auto names = [&](const QStringList &list) {
        return list.contains(view.instrument.symbol, Qt::CaseInsensitive) || list.contains(view.instrument.id.toString(), Qt::CaseInsensitive);
    };
    const RiskLimits &limits = view.limits;
    if (names(limits.symbolsRefused))
        return Denial{u"symbol_list"_s, u"%1 is on the list of symbols that are never entered"_s.arg(view.instrument.symbol)};
    if (limits.symbols.contains(u"*"_s) || names(limits.symbols))
        return {};
    return Denial{u"symbol_list"_s, u"%1 is not on the list of symbols that may be entered"_s.arg(view.instrument.symbol)};
}

std::optional<Denial> shortSale(const RiskView &view)
{
    if (view.order.side == Side::Buy)
        return {};
    const auto denied = [](const QString &text) { return Denial{u"short_sale"_s, text}; };
    if (!view.limits.allowsShort)
        return denied(u"short positions are switched off"_s);
    if (!view.instrument.canShort)
        return denied(u"%1 cannot be sold short"_s.arg(view.instrument.symbol));
    if (view.category == StrategyCategory::ShortSelling && !view.calendar.isAlwaysOpen()) {
        const auto session = view.calendar.sessionAt(view.now);
        const auto quiet = std::chrono::minutes(view.limits.noShortMinutesBeforeClose);
        if (session && session->close - view.now < quiet)
            return denied(u"no new shorts in the last %1 minutes of the session"_s.arg(view.limits.noShortMinutesBeforeClose));
    }
    return {};
}

std::optional<Denial> priceFloor(const RiskView &view)
{
    // The floor is meant for penny stocks: a coin quoted in fractions of a dollar is judged by its liquidity.
    if (view.instrument.kind == InstrumentKind::Spot || view.last.toDouble() >= view.limits.priceMin)
        return {};
    return Denial{u"price_floor"_s, u"price %1 is below %2"_s.arg(toString(view.last)).arg(view.limits.priceMin)};
}

std::optional<Denial> liquidityFloor(const RiskView &view)
{
    if (view.limits.liquidityMin <= 0 || view.tradedValue20d >= view.limits.liquidityMin)
        return {};
    if (std::isnan(view.tradedValue20d))
        return Denial{u"liquidity_floor"_s, u"the traded value of %1 is not known yet"_s.arg(view.instrument.symbol)};
    return Denial{u"liquidity_floor"_s, u"average traded value %1 is below %2"_s.arg(view.tradedValue20d, 0, 'f', 0)
                                            .arg(view.limits.liquidityMin, 0, 'f', 0)};
}

} // namespace bellwether::rules
