#pragma once

#include <algorithm>
#include <cstddef>

namespace bellwether {

/// Says when a backlog of market events is worth going through for quotes that nobody will miss: when it is longer than
/// usual, and then each time it has doubled, so that each event is copied a few times at most, however far behind the engine is.
class BacklogWatch {
public:
    static constexpr std::size_t usual = 20'000;
    static constexpr std::size_t usualWhenShort = usual / 10; ///< of memory

    bool isDue(std::size_t backlog, bool isMemoryShort) const
    {
        return backlog > std::max(isMemoryShort ? usualWhenShort : usual, m_next);
    }
    void thinned(std::size_t left) { m_next = 2 * left; }
    void emptied() { m_next = 0; }

private:
    std::size_t m_next = 0;
};

} // namespace bellwether
