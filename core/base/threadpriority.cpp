#include "core/base/threadpriority.h"

#ifdef __linux__
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace bellwether {

void lowerThreadPriority()
{
#ifdef __linux__
    constexpr int aThirdOfAShare = 5; // each step is worth a quarter: 1 / 1.25^5
    const auto thread = id_t(gettid());
    if (getpriority(PRIO_PROCESS, thread) < aThirdOfAShare)
        setpriority(PRIO_PROCESS, thread, aThirdOfAShare);
#endif
}

} // namespace bellwether
