#include "core/engine/strategyhost.h"

#include "core/base/log.h"

namespace bellwether {

StrategyHost::StrategyHost(std::vector<Slot> slotList, std::size_t instruments, Sink sink, Retired retired)
    : m_slots(std::move(slotList)), m_byInstrument(instruments), m_sink(std::move(sink)), m_retired(std::move(retired)),
      m_running(int(m_slots.size()))
{
    for (std::size_t i = 0; i < m_slots.size(); ++i)
        m_byInstrument.at(m_slots[i].instrument).push_back(i);
    m_thread.setObjectName(QStringLiteral("strategies"));
    m_context.moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(&m_context, [this] { warmUp(); }, Qt::QueuedConnection);
}

StrategyHost::~StrategyHost()
{
    m_thread.quit();
    m_thread.wait();
}

void StrategyHost::warmUp()
{
    SignalBatch earlier;
    std::vector<SignalAt> raised;
    for (Slot &slot : m_slots) {
        try {
            slot.strategy->scan(slot.warmUp, 0, slot.warmUp.size(), raised);
        } catch (const std::exception &error) {
            retire(slot, QString::fromUtf8(error.what()));
        }
        if (!raised.empty() && raised.back().signal.time > slot.freshSince)
            earlier.raised.emplace_back(0, std::move(raised.back().signal));
        slot.warmUp = {};
        raised.clear();
    }
    if (!earlier.raised.empty())
        m_sink(std::move(earlier));
}

void StrategyHost::post(MarketBatchPtr batch)
{
    QMetaObject::invokeMethod(&m_context, [this, batch = std::move(batch)] { onBatch(*batch); }, Qt::QueuedConnection);
}

void StrategyHost::onBatch(const MarketBatch &batch)
{
    SignalBatch answer;
    for (const MarketEvent &event : batch) {
        if (std::holds_alternative<Quote>(event.payload))
            continue;
        for (const std::size_t index : m_byInstrument[event.instrument]) {
            Slot &slot = m_slots[index];
            if (!slot.strategy)
                continue;
            try {
                if (auto signal = ask(slot, event))
                    answer.raised.emplace_back(event.sequence, *std::move(signal));
            } catch (const std::exception &error) {
                retire(slot, QString::fromUtf8(error.what()));
            }
        }
    }
    if (!batch.empty()) {
        answer.upTo = batch.back().sequence;
        m_sink(std::move(answer));
    }
}

std::optional<TradeSignal> StrategyHost::ask(Slot &slot, const MarketEvent &event) const
{
    if (const auto *trade = std::get_if<TapeTrade>(&event.payload))
        return slot.strategy->onTrade(*trade);
    const auto &timed = std::get<TimedBar>(event.payload);
    if (timed.timeframe != slot.timeframe)
        return {};
    return slot.strategy->onBar(pointOf(timed.bar));
}

void StrategyHost::retire(Slot &slot, const QString &reason)
{
    qCWarning(logStrategy, "%s on %s is retired: %s", qUtf8Printable(QString::fromUtf8(slot.strategy->info().id.data())),
              qUtf8Printable(slot.instrumentId.toString()), qUtf8Printable(reason));
    m_retired(StrategyId(slot.strategy->info().id), slot.instrumentId, reason);
    slot.strategy.reset();
    --m_running;
    ++m_retiredCount;
}

} // namespace bellwether
