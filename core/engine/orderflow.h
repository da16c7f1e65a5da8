#pragma once

#include "core/domain/order.h"

#include <deque>
#include <unordered_map>

namespace bellwether {

/// How many entries were placed in the last second, and how many like one another in the last minute. Constant work
/// per order on average, however many there were.
class OrderFlow {
public:
    void add(const Order &order)
    {
        const Identity identity = identityOf(order);
        m_second.push_back(order.createdAt);
        m_minute.emplace_back(order.createdAt, identity);
        ++m_counts[identity];
    }
    /// Drops what is older than the windows at `now`; times never go back.
    void forgetUntil(Timestamp now)
    {
        while (!m_second.empty() && m_second.front() <= now - std::chrono::seconds(1))
            m_second.pop_front();
        while (!m_minute.empty() && m_minute.front().first <= now - std::chrono::minutes(1)) {
            const auto it = m_counts.find(m_minute.front().second);
            if (--it->second == 0)
                m_counts.erase(it);
            m_minute.pop_front();
        }
    }
    int lastSecond() const { return int(m_second.size()); }
    int identicalLastMinute(const Order &order) const
    {
        const auto it = m_counts.find(identityOf(order));
        return it == m_counts.end() ? 0 : it->second;
    }

private:
    struct Identity {
        StrategyId strategy;
        InstrumentId instrument;
        Side side;
        Quantity quantity;
        bool operator==(const Identity &) const = default;
    };
    struct Hash {
        std::size_t operator()(const Identity &id) const
        {
            const std::size_t size = std::size_t(id.quantity.raw()) * 2 + std::size_t(id.side);
            return (id.strategy.hash() * 31 + id.instrument.hash()) * 31 + size;
        }
    };
    static Identity identityOf(const Order &order) { return {order.strategy, order.instrument, order.side, order.quantity}; }

    std::deque<Timestamp> m_second;
    std::deque<std::pair<Timestamp, Identity>> m_minute;
    std::unordered_map<Identity, int, Hash> m_counts;
};

} // namespace bellwether
