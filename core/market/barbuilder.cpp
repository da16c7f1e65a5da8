#include "core/market/barbuilder.h"

namespace bellwether {

namespace {

constexpr std::int64_t nsPerMinute = 60'000'000'000;

// The venue's numbering decides; time only where a print has no number.
bool isBefore(const TapeTrade &a, const TapeTrade &b)
{
    return a.id != 0 && b.id != 0 ? a.id < b.id : a.time < b.time;
}

double unitsOf(Int128 raw, double scale) { return double(raw) / scale; }

} // namespace

BuiltBar BarBuilder::built(const Minute &minute)
{
    constexpr double scale = double(decimalScale);
    return {{Timestamp::fromNs((minute.index + 1) * nsPerMinute), minute.first.price, minute.high, minute.low,
             minute.last.price, unitsOf(minute.volume, scale)},
            minute.count,
            unitsOf(minute.takerBuy, scale),
            unitsOf(minute.turnover, scale * scale),
            minute.isDelivered};
}

BarBuilder::Minute &BarBuilder::minuteAt(std::int64_t index)
{
    auto it = std::lower_bound(m_minutes.begin(), m_minutes.end(), index,
                               [](const Minute &minute, std::int64_t wanted) { return minute.index < wanted; });
    if (it == m_minutes.end() || it->index != index) {
        it = m_minutes.insert(it, Minute{});
        it->index = index;
        it->isDelivered = index < m_openIndex; // a closed minute that had no print: its first one is a revision too
    }
    return *it;
}

void BarBuilder::closeUpTo(std::int64_t index, std::vector<BuiltBar> &bars)
{
    if (index <= m_openIndex)
        return;
    m_openIndex = index;
    for (Minute &minute : m_minutes) {
        if (minute.index >= index || minute.isDelivered)
            continue;
        bars.push_back(built(minute));
        minute.isDelivered = true;
    }
    while (!m_minutes.empty() && m_minutes.front().index < index - m_lateMinutes)
        m_minutes.pop_front();
}

std::vector<BuiltBar> BarBuilder::push(const TapeTrade &trade)
{
    std::vector<BuiltBar> bars;
    if (!trade.price.isPositive() || !trade.quantity.isPositive() || !trade.time.isValid()) {
        ++m_droppedInvalid;
        return bars;
    }
    const std::int64_t index = Timestamp::floorDiv(trade.time.ns(), nsPerMinute);
    if (m_openIndex != 0 && index < m_openIndex - m_lateMinutes) {
        ++m_droppedLate;
        return bars;
    }
    if (!m_calendar->isAlwaysOpen() && !m_calendar->isOpen(trade.time)) {
        ++m_droppedClosed;
        return bars;
    }
    closeUpTo(index, bars);
    Minute &minute = minuteAt(index);
    if (trade.id != 0) {
        const auto it = std::lower_bound(minute.ids.begin(), minute.ids.end(), trade.id);
        if (it != minute.ids.end() && *it == trade.id) {
            ++m_duplicates;
            return bars;
        }
        minute.ids.insert(it, trade.id);
    }
    if (minute.count == 0) {
        minute.first = minute.last = trade;
        minute.high = minute.low = trade.price;
    } else {
        if (isBefore(trade, minute.first))
            minute.first = trade;
        if (!isBefore(trade, minute.last))
            minute.last = trade;
        minute.high = std::max(minute.high, trade.price);
        minute.low = std::min(minute.low, trade.price);
    }
    ++minute.count;
    minute.volume += trade.quantity.raw();
    if (trade.aggressor == Side::Buy)
        minute.takerBuy += trade.quantity.raw();
    minute.turnover += Int128(trade.price.raw()) * trade.quantity.raw();
    if (minute.isDelivered)
        bars.push_back(built(minute));
    return bars;
}

std::vector<BuiltBar> BarBuilder::advanceTo(Timestamp now)
{
    std::vector<BuiltBar> bars;
    closeUpTo(Timestamp::floorDiv(now.ns(), nsPerMinute), bars);
    return bars;
}

std::optional<BuiltBar> BarBuilder::forming() const
{
    if (m_minutes.empty() || m_minutes.back().isDelivered)
        return std::nullopt;
    return built(m_minutes.back());
}

} // namespace bellwether
