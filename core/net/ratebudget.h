#pragma once

#include "core/base/timestamp.h"

#include <vector>

namespace bellwether::net {

/// What a request is for. What reduces risk always gets through while the venue lets anything through.
enum class RequestPurpose {
    Background, ///< back-fill, reconcile: leaves room for everything else
    Trading,    ///< new orders and what they need
    Reducing,   ///< cancels, closes, queries of unknown orders
};

/// A venue's limit: so much weight in each interval of its clock (a minute begins at :00).
struct RateLimit {
    Duration interval{};
    int weightMax = 0;
};

/// How much of a venue's rate limits is left. One budget serves one kind of weight (requests of an address, orders of an
/// account). Counting is ours between the venue's own figures, which win where they are higher.
class RateBudget {
public:
    /// Of each limit Background may use 60 %, Trading 90 %, Reducing all of it.
    static constexpr int backgroundPercent = 60;
    static constexpr int tradingPercent = 90;

    /// Replaces the limits, as the venue names them; what was used stays for intervals that stay.
    void setLimits(const std::vector<RateLimit> &limits);
    /// Takes the weight where every limit has room for this purpose and no block is on.
    bool tryTake(int weight, RequestPurpose purpose, Timestamp venueTime);
    /// What the venue says was used in the running interval of this length.
    void onUsed(Duration interval, int used, Timestamp venueTime);
    /// Nothing goes out before `until` (429 and 418 with Retry-After); a shorter block never ends a longer one.
    void block(Timestamp until);

    bool isBlocked(Timestamp venueTime) const { return venueTime < m_blockedUntil; }
    Timestamp blockedUntil() const { return m_blockedUntil; }
    /// The largest share of any limit that is used, 0 to 1 and beyond; for the lamp.
    double usedShare(Timestamp venueTime) const;
    /// The moment from which tryTake() with this weight and purpose succeeds if nothing else is taken until then.
    Timestamp nextRoom(int weight, RequestPurpose purpose, Timestamp venueTime) const;

private:
    struct Window {
        RateLimit limit;
        std::int64_t index = 0; ///< which interval since 1970
        int used = 0;

        void turnTo(Timestamp time);
    };
    std::vector<Window> m_windows;
    Timestamp m_blockedUntil;
};

} // namespace bellwether::net
