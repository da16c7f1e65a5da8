#include "core/net/ratebudget.h"

#include <algorithm>

namespace bellwether::net {

namespace {

std::int64_t indexOf(Duration interval, Timestamp time) { return Timestamp::floorDiv(time.ns(), interval.count()); }

int ceilingOf(int weightMax, RequestPurpose purpose)
{
    switch (purpose) {
    case RequestPurpose::Background: return int(std::int64_t(weightMax) * RateBudget::backgroundPercent / 100);
    case RequestPurpose::Trading: return int(std::int64_t(weightMax) * RateBudget::tradingPercent / 100);
    case RequestPurpose::Reducing: return weightMax;
    }
    return 0;
}

} // namespace

void RateBudget::Window::turnTo(Timestamp time)
{
    const std::int64_t current = indexOf(limit.interval, time);
    if (current == index)
        return;
    index = current;
    used = 0;
}

void RateBudget::setLimits(const std::vector<RateLimit> &limits)
{
    std::vector<Window> windows;
    for (const RateLimit &limit : limits) {
        if (limit.interval <= Duration::zero() || limit.weightMax <= 0)
            continue;
        Window window{limit};
        for (const Window &held : m_windows) {
            if (held.limit.interval == limit.interval)
                window = {limit, held.index, held.used};
        }
        windows.push_back(window);
    }
    m_windows = std::move(windows);
}

bool RateBudget::tryTake(int weight, RequestPurpose purpose, Timestamp venueTime)
{
    if (isBlocked(venueTime))
        return false;
    for (Window &window : m_windows) {
        window.turnTo(venueTime);
        if (window.used + weight > ceilingOf(window.limit.weightMax, purpose))
            return false;
    }
    for (Window &window : m_windows)
        window.used += weight;
    return true;
}

void RateBudget::onUsed(Duration interval, int used, Timestamp venueTime)
{
    for (Window &window : m_windows) {
        if (window.limit.interval != interval)
            continue;
        window.turnTo(venueTime);
        window.used = std::max(window.used, used);
    }
}

void RateBudget::block(Timestamp until) { m_blockedUntil = std::max(m_blockedUntil, until); }

double RateBudget::usedShare(Timestamp venueTime) const
{
    double share = 0;
    for (const Window &window : m_windows) {
        if (indexOf(window.limit.interval, venueTime) == window.index)
            share = std::max(share, double(window.used) / double(window.limit.weightMax));
    }
    return share;
}

Timestamp RateBudget::nextRoom(int weight, RequestPurpose purpose, Timestamp venueTime) const
{
    Timestamp next = std::max(venueTime, m_blockedUntil);
    for (const Window &window : m_windows) {
        const std::int64_t current = indexOf(window.limit.interval, venueTime);
        const bool isFull = current == window.index && window.used + weight > ceilingOf(window.limit.weightMax, purpose);
        if (isFull)
            next = std::max(next, Timestamp::fromNs((current + 1) * window.limit.interval.count()));
    }
    return next;
}

} // namespace bellwether::net
