#include "core/domain/bar.h"

namespace bellwether {

void BarColumns::reserve(std::size_t count)
{
    closeTime.reserve(count);
    for (auto *column : {&open, &high, &low, &close, &volume})
        column->reserve(count);
}

void BarColumns::append(const BarPoint &point)
{
    closeTime.push_back(point.closeTime);
    open.push_back(point.open);
    high.push_back(point.high);
    low.push_back(point.low);
    close.push_back(point.close);
    volume.push_back(point.volume);
}

void BarColumns::append(const BarColumns &other, std::size_t first, std::size_t last)
{
    const auto copy = [first, last](auto &to, const auto &from) {
        to.insert(to.end(), from.begin() + std::ptrdiff_t(first), from.begin() + std::ptrdiff_t(last));
    };
    copy(closeTime, other.closeTime);
    copy(open, other.open);
    copy(high, other.high);
    copy(low, other.low);
    copy(close, other.close);
    copy(volume, other.volume);
}

std::pair<std::size_t, std::size_t> BarColumns::rowsBetween(Timestamp from, Timestamp to) const
{
    const auto first = std::lower_bound(closeTime.begin(), closeTime.end(), from);
    const auto last = std::upper_bound(first, closeTime.end(), to);
    return {std::size_t(first - closeTime.begin()), std::size_t(last - closeTime.begin())};
}

} // namespace bellwether
