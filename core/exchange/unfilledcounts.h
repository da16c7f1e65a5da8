#pragma once

#include "core/base/timestamp.h"
#include "core/exchange/venueorder.h"

#include <algorithm>
#include <array>
#include <map>

namespace bellwether::exchange {

/// How many orders of each account stand unfilled in the running ten seconds and the running UTC day. A first fill takes
/// one off, five where the order had rested (order_count_decrement.md); the counts never fall below zero.
class UnfilledCounts {
public:
    struct Counts {
        int inTenSeconds = 0;
        int inDay = 0;
    };

    Counts of(AccountNumber account, Timestamp now)
    {
        auto &windows = m_windows[account];
        for (std::size_t i = 0; i < windows.size(); ++i)
            windows[i].turnTo(Timestamp::floorDiv(now.seconds(), lengths[i]));
        return {windows[0].count, windows[1].count};
    }
    void add(AccountNumber account, int orders, Timestamp now)
    {
        (void)of(account, now);
        for (Window &window : m_windows[account])
            window.count = std::max(0, window.count + orders);
    }
    void onFirstFill(AccountNumber account, bool isMaker, Timestamp now) { add(account, isMaker ? -5 : -1, now); }

private:
    static constexpr std::array<std::int64_t, 2> lengths{10, 86'400};
    struct Window {
        std::int64_t index = 0;
        int count = 0;

        void turnTo(std::int64_t now)
        {
            if (index != now)
                *this = {now, 0};
        }
    };
    std::map<AccountNumber, std::array<Window, 2>> m_windows;
};

} // namespace bellwether::exchange
