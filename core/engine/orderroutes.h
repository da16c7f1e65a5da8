#pragma once

#include "core/domain/money.h"
#include "core/domain/order.h"

#include <map>

namespace bellwether {

/// Where several accounts stand behind one desk: which of them each order was given to, for ever, which one holds a book,
/// and what fills have moved in each. Part of the state that the journal determines.
class OrderRoutes {
public:
    /// Of the last order books keep (OrderBook::endedKept) and more.
    static constexpr std::size_t kept = 20'000;

    /// Errors: Conflict for an order that was given to another account.
    Result<void> assign(OrderId order, const AccountId &account)
    {
        const auto [given, isNew] = m_accounts.try_emplace(order, account);
        if (!isNew && given->second != account)
            return failure(ErrorCode::Conflict, QStringLiteral("order %1 was given to %2 already").arg(order.value).arg(given->second.toString()));
        if (m_accounts.size() > kept)
            m_accounts.erase(m_accounts.begin());
        return {};
    }
    /// An order moved the account's cash by so much; an entry makes it the account of its book.
    void fill(const Order &order, const Money &cash)
    {
        const AccountId account = of(order.id);
        if (account.isEmpty())
            return;
        const auto [moved, isNew] = m_moved.try_emplace(account, Money::zero(cash.currency));
        moved->second += cash;
        if (order.role == OrderRole::Entry)
            m_books[order.book] = account;
    }
    /// Empty where there is one account only.
    AccountId of(OrderId order) const { return found(m_accounts, order); }
    /// The account of the last entry that was filled for a book.
    AccountId of(BookId book) const { return found(m_books, book); }
    /// What fills have moved in an account since the beginning.
    Money moved(const AccountId &account, Currency currency) const
    {
        const auto known = m_moved.find(account);
        return known == m_moved.end() ? Money::zero(currency) : known->second;
    }
    const std::map<OrderId, AccountId> &all() const { return m_accounts; }

private:
    friend struct StateFields;
    template <typename Key> static AccountId found(const std::map<Key, AccountId> &map, Key key)
    {
        const auto known = map.find(key);
        return known == map.end() ? AccountId() : known->second;
    }

    std::map<OrderId, AccountId> m_accounts;
    std::map<BookId, AccountId> m_books;
    std::map<AccountId, Money> m_moved;
};

} // namespace bellwether
