#pragma once

#include "ui/charts/foldpyramid.h"

#include "ui/charts/qcustomplotheader.h"

#include <algorithm>
#include <cmath>

namespace bellwether {

/// The entries in view, as [first, last), where entry i stands at key i.
inline std::pair<std::size_t, std::size_t> entriesIn(const QCPRange &keys, std::size_t size)
{
    const double first = std::max(0.0, std::floor(keys.lower + 0.5));
    const double last = std::min(double(size), std::floor(keys.upper + 0.5) + 1);
    return last <= first ? std::pair<std::size_t, std::size_t>{0, 0}
                         : std::pair{std::size_t(first), std::size_t(last)};
}

inline double pixelsPerKey(const QCPAxis *axis) { return std::fabs(axis->coordToPixel(1) - axis->coordToPixel(0)); }

/// Calls `draw(x, from, to)` for each pixel column from left to right with the entries [from, to) that fall into it.
/// Every entry falls into one column. Where hundreds share a column its edges move by up to an eighth of a pixel to where
/// a fold begins, which spares the reading of single entries.
template <typename Draw>
void forEachPixelColumn(const QCPAxis *axis, std::size_t first, std::size_t last, Draw draw)
{
    const int left = int(std::floor(axis->coordToPixel(double(first) - 0.5)));
    const int right = int(std::ceil(axis->coordToPixel(double(last) - 0.5)));
    const double perPixel = 1 / std::max(pixelsPerKey(axis), 1e-9);
    std::size_t grain = 1;
    while (double(grain) * foldFan * 4 <= perPixel)
        grain *= foldFan;
    std::size_t from = first;
    for (int x = left; x < right && from < last; ++x) {
        const auto edge = std::size_t(std::max(0.0, axis->pixelToCoord(x + 1) + 0.5 + double(grain) / 2));
        const std::size_t to = x + 1 == right ? last : std::clamp(edge / grain * grain, from, last);
        if (to > from)
            draw(x, from, to);
        from = to;
    }
}

} // namespace bellwether
