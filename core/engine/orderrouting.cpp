#include "core/engine/orderrouting.h"

#include <ranges>

using namespace Qt::StringLiterals;

namespace bellwether {

QString describe(const Route &route)
{
    QStringList texts;
    for (const RouteRow &row : route.rows)
        texts += u"%1: %2"_s.arg(row.account.toString(), row.text);
    return u"at "_s + texts.join(u"; "_s);
}

Result<Route> OrderRouting::choose(const Order &order, const Money &value, const Money &margin) const
{
    std::vector<AccountOffer> offers = m_core.config.accountOffers(order, value);
    const AccountId bound = boundTo(m_core.state.portfolio().idOf({order.strategy, order.instrument}));
    for (AccountOffer &offer : offers) {
        offer.marginFree = freeCash(offer.account);
        offer.marginNeeded = margin;
        if (!bound.isEmpty() && offer.account != bound && offer.doubt.isEmpty())
            offer.doubt = u"%1 has what this adds to"_s.arg(bound.toString());
    }
    return chooseAccount(order, offers);
}

AccountId OrderRouting::boundTo(BookId book) const
{
    if (!book.isValid())
        return {};
    const OrderRoutes &routes = m_core.state.routes();
    for (const OrderId id : m_core.state.orders().activeOf(book)) {
        if (const AccountId account = routes.of(id); !account.isEmpty())
            return account;
    }
    return m_core.state.portfolio().position(book).isFlat() ? AccountId() : routes.of(book);
}

AccountId OrderRouting::accountOf(const Order &order) const
{
    const OrderRoutes &routes = m_core.state.routes();
    const AccountId parent = order.parent.isValid() ? routes.of(order.parent) : AccountId();
    const BookId book = m_core.state.portfolio().idOf({order.strategy, order.instrument});
    return !parent.isEmpty() ? parent : book.isValid() ? routes.of(book) : AccountId();
}

// The first account has whatever is not in the others, so that deposits are in one of them.
Money OrderRouting::cashOf(const AccountId &account) const
{
    const std::vector<AccountId> &accounts = m_core.config.accounts;
    const Portfolio &portfolio = m_core.state.portfolio();
    const Money starting = portfolio.startingCash();
    const Money share{FixedPoint<MoneyTag>::fromRaw(starting.amount.raw() / std::int64_t(accounts.size())), starting.currency};
    Money rest = portfolio.cash();
    for (const AccountId &other : accounts | std::views::drop(1)) {
        const Money there = share + m_core.state.routes().moved(other, starting.currency);
        if (other == account)
            return there;
        rest -= there;
    }
    return rest;
}

Money OrderRouting::freeCash(const AccountId &account) const
{
    Money free = cashOf(account);
    const Portfolio &portfolio = m_core.state.portfolio();
    for (const BookId book : portfolio.held()) {
        if (m_core.state.routes().of(book) == account)
            free += m_risk.lentOn(m_core.state.productOf(book), portfolio.valueOf(book));
    }
    for (const OrderId id : m_core.state.orders().activeEntries()) {
        if (m_core.state.routes().of(id) != account)
            continue;
        const Order &order = *m_core.state.orders().find(id);
        const Money reserved = m_risk.reservedBy(order);
        free += m_risk.lentOn(order.product, reserved) - reserved;
    }
    return free;
}

} // namespace bellwether
