#pragma once

#include <algorithm>
#include <cstddef>

namespace bellwether {

/// The first row in [from, to) for which `isAfter` holds, which then holds for all later ones; near rows are found first.
template <typename Predicate> std::size_t gallop(std::size_t from, std::size_t to, Predicate isAfter)
{
    std::size_t reach = 1;
    while (from + reach < to && !isAfter(from + reach)) {
        from += reach;
        reach *= 2;
    }
    std::size_t end = std::min(from + reach, to);
    while (from < end) {
        const std::size_t middle = from + (end - from) / 2;
        if (isAfter(middle))
            end = middle;
        else
            from = middle + 1;
    }
    return from;
}

} // namespace bellwether
