#include "core/base/clock.h"

namespace bellwether {

Timestamp SystemClock::now() const
{
    const auto sinceEpoch = std::chrono::system_clock::now().time_since_epoch();
    return Timestamp::fromNs(std::chrono::duration_cast<Duration>(sinceEpoch).count()) + m_ahead;
}

} // namespace bellwether
