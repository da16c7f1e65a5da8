#pragma once

#include "core/base/timestamp.h"

#include <deque>
#include <mutex>

namespace bellwether {

/// How many orders the client of a venue has sent in the last second, over all its strategies and accounts: they share
/// one. New risk leaves a reserve for orders that reduce it; cancels are counted and never held. Any thread.
class ClientBudget {
public:
    struct Limit {
        int perSecond = 0;
        int reserve = 0;   ///< of these, kept for orders that reduce risk
    };

    /// Orders in the second that ends now.
    int used(Timestamp now)
    {
        const std::scoped_lock lock(m_mutex);
        forget(now);
        return int(m_sent.size());
    }
    /// Takes `orders` that are about to leave, if there is room for all of them.
    bool take(Timestamp now, int orders, bool isEntry, const Limit &limit)
    {
        const std::scoped_lock lock(m_mutex);
        forget(now);
        if (int(m_sent.size()) + orders > limit.perSecond - (isEntry ? limit.reserve : 0))
            return false;
        m_sent.insert(m_sent.end(), std::size_t(orders), now);
        return true;
    }
    /// Counts what leaves in any case: a cancel, a change of terms.
    void note(Timestamp now)
    {
        const std::scoped_lock lock(m_mutex);
        forget(now);
        m_sent.push_back(now);
    }

private:
    void forget(Timestamp now)
    {
        while (!m_sent.empty() && m_sent.front() <= now - std::chrono::seconds(1))
            m_sent.pop_front();
    }

    std::mutex m_mutex;
    std::deque<Timestamp> m_sent; ///< guarded by m_mutex
};

} // namespace bellwether
