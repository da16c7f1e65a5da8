#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace bellwether {

inline constexpr std::size_t foldFan = 16; ///< entries under a fold of the first level, folds under one of the next

/// Folds of a row of entries, folds of those folds, and so on: what any range comes to is answered in logarithmic time,
/// so a chart of a million bars costs what its pixels cost. `Fold` starts as the fold of nothing and has
/// `extend(const Fold &next)`; a `Leaf` gives the fold of one entry by its index.
template <typename Fold> class FoldPyramid {
public:
    void clear() { m_levels.clear(); }
    /// Brings the folds up to date after the entries from `from` on changed; `size` is their number now.
    template <typename Leaf> void refold(std::size_t from, std::size_t size, Leaf leaf);
    /// The fold of the entries [first, last).
    template <typename Leaf> Fold fold(std::size_t first, std::size_t last, Leaf leaf) const;

private:
    std::vector<std::vector<Fold>> m_levels;
};

template <typename Fold>
template <typename Leaf>
void FoldPyramid<Fold>::refold(std::size_t from, std::size_t size, Leaf leaf)
{
    std::size_t below = size;
    std::size_t first = from;
    for (std::size_t level = 0; below > foldFan; ++level) {
        if (m_levels.size() <= level)
            m_levels.emplace_back();
        std::vector<Fold> &folds = m_levels[level];
        const std::size_t count = (below + foldFan - 1) / foldFan;
        // A level that is new starts at its beginning, whatever changed below it.
        const std::size_t start = folds.empty() ? 0 : std::min(first / foldFan, folds.size());
        if (count > folds.capacity())
            folds.reserve(folds.empty() ? count : count + count / 8);
        folds.resize(count);
        for (std::size_t i = start; i < count; ++i) {
            const std::size_t end = std::min(below, (i + 1) * foldFan);
            Fold fold = level == 0 ? leaf(i * foldFan) : m_levels[level - 1][i * foldFan];
            for (std::size_t j = i * foldFan + 1; j < end; ++j)
                fold.extend(level == 0 ? leaf(j) : m_levels[level - 1][j]);
            folds[i] = fold;
        }
        below = count;
        first = start;
    }
}

template <typename Fold>
template <typename Leaf>
Fold FoldPyramid<Fold>::fold(std::size_t first, std::size_t last, Leaf leaf) const
{
    Fold result;
    std::size_t i = first;
    while (i < last) {
        // The largest fold that starts here and ends inside the range.
        std::size_t span = 1;
        std::size_t level = 0;
        while (level < m_levels.size() && i % (span * foldFan) == 0 && i + span * foldFan <= last) {
            span *= foldFan;
            ++level;
        }
        result.extend(level == 0 ? leaf(i) : m_levels[level - 1][i / span]);
        i += span;
    }
    return result;
}

} // namespace bellwether
