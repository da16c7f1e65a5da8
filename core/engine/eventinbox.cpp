#include "core/engine/eventinbox.h"

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

MarketBatchPtr conflated(const MarketBatchPtr &batch, std::size_t instruments)
{
    std::vector<bool> hasNewer(instruments, false);
    auto kept = std::make_shared<MarketBatch>();
    for (auto it = batch->rbegin(); it != batch->rend(); ++it) {
        const bool isQuote = std::holds_alternative<Quote>(it->payload);
        if (isQuote && hasNewer[it->instrument] && it != batch->rbegin())
            continue;
        hasNewer[it->instrument] = hasNewer[it->instrument] || isQuote;
        kept->push_back(*it);
    }
    std::reverse(kept->begin(), kept->end());
    return kept;
}

} // namespace bellwether
