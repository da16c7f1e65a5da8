#pragma once

#include "core/engine/orderrisk.h"
#include "core/execution/router.h"

namespace bellwether {

/// Gives each order an account where several stand behind one desk. New risk goes where Router says; what adds to a book
/// that holds something, or has orders at work, goes to the account that has them, and so does all that reduces it: a book is
/// with one account at a time, and an order whose outcome is not known is never tried elsewhere.
class OrderRouting {
public:
    OrderRouting(const EngineCore &core, const OrderRisk &risk) : m_core(core), m_risk(risk) {}

    bool isOn() const { return bool(m_core.config.accountOffers); }
    /// For an entry that passed the gate; `value` and `margin` are what it costs and ties up. Errors: those of
    /// chooseAccount().
    Result<Route> choose(const Order &order, const Money &value, const Money &margin) const;
    /// Of an order that is no choice: a child's is its parent's, an exit's that of its book. Empty where none is known.
    AccountId accountOf(const Order &order) const;
    /// What an account has free for new orders.
    Money freeCash(const AccountId &account) const;
    /// What of the desk's money is in that account.
    Money cashOf(const AccountId &account) const;

private:
    /// The account that a book is bound to as it stands; empty for none.
    AccountId boundTo(BookId book) const;

    const EngineCore &m_core;
    const OrderRisk &m_risk;
};

/// One line: the account that was chosen and why, then what is said of the others.
QString describe(const Route &route);

} // namespace bellwether
