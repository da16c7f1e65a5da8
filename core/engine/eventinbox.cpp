#include "core/engine/eventinbox.h"

#include <ranges>

namespace bellwether {

void EventInbox::post(MarketBatchPtr batch)
{
    m_depth.fetch_add(batch->size(), std::memory_order_relaxed);
    add([&batch](Contents &waiting) { waiting.market.push_back(std::move(batch)); });
}

void EventInbox::post(SignalBatch batch)
{
    add([&batch](Contents &waiting) { waiting.strategySignals.push_back(std::move(batch)); });
}

void EventInbox::post(EngineCommand command)
{
    add([&command](Contents &waiting) { waiting.commands.push_back(std::move(command)); });
}

void EventInbox::postFeedFinished()
{
    add([](Contents &waiting) { waiting.isFeedFinished = true; });
}

EventInbox::Contents EventInbox::takeAll()
{
    const std::scoped_lock lock(m_mutex);
    m_isEmpty = true;
    m_depth.store(0, std::memory_order_relaxed);
    return std::exchange(m_waiting, {});
}

std::size_t conflate(std::deque<MarketBatchPtr> &batches, std::size_t first, std::size_t instruments)
{
    std::vector<bool> hasNewer(instruments, false);
    std::size_t left = 0;
    bool isLast = true;
    for (std::size_t i = batches.size(); i-- > first;) {
        auto kept = std::make_shared<MarketBatch>();
        for (const MarketEvent &event : std::views::reverse(*batches[i])) {
            const bool isQuote = std::holds_alternative<Quote>(event.payload);
            const bool isOutdated = isQuote && hasNewer[event.instrument];
            hasNewer[event.instrument] = hasNewer[event.instrument] || isQuote;
            if (!isOutdated || isLast)
                kept->push_back(event);
            isLast = false;
        }
        left += kept->size();
        if (kept->size() == batches[i]->size())
            continue;
        std::reverse(kept->begin(), kept->end());
        batches[i] = std::move(kept);
    }
    return left;
}

} // namespace bellwether
