#pragma once

#include "core/base/error.h"
#include "core/domain/fixedpoint.h"

#include <QString>

#include <map>

namespace bellwether::exchange {

/// What one account holds of each asset: free, and locked for its orders. Neither is ever below zero; a Fault where a
/// change would make it so.
class Balances {
public:
    struct Holding {
        Quantity free;
        Quantity locked;
        bool operator==(const Holding &) const = default;
    };

    Holding of(const QString &asset) const
    {
        const auto it = m_holdings.find(asset);
        return it == m_holdings.end() ? Holding{} : it->second;
    }
    const std::map<QString, Holding> &all() const { return m_holdings; }

    void deposit(const QString &asset, Quantity amount) { m_holdings[asset].free += amount; }
    void lock(const QString &asset, Quantity amount)
    {
        Holding &holding = m_holdings[asset];
        holding.free = taken(holding.free, amount);
        holding.locked += amount;
    }
    void unlock(const QString &asset, Quantity amount)
    {
        Holding &holding = m_holdings[asset];
        holding.locked = taken(holding.locked, amount);
        holding.free += amount;
    }
    void spendLocked(const QString &asset, Quantity amount)
    {
        Holding &holding = m_holdings[asset];
        holding.locked = taken(holding.locked, amount);
    }

private:
    static Quantity taken(Quantity from, Quantity amount)
    {
        if (amount > from)
            throw Fault(QStringLiteral("a balance would fall below zero"));
        return from - amount;
    }
    std::map<QString, Holding> m_holdings;
};

} // namespace bellwether::exchange
