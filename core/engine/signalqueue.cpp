#include "core/engine/signalqueue.h"

namespace bellwether {

void SignalQueue::add(QueuedSignal signal)
{
    const SignalId id = signal.id;
    if (!m_waiting.emplace(id, std::move(signal)).second)
        throw Fault(QStringLiteral("signal id %1 is used twice").arg(id.value));
}

void SignalQueue::edit(SignalId id, std::uint32_t version, Quantity quantity, Price limitPrice, Price stop, Price target)
{
    QueuedSignal &signal = m_waiting.at(id);
    signal.version = version;
    signal.quantity = quantity;
    signal.limitPrice = limitPrice;
    signal.stop = stop;
    signal.target = target;
}

void SignalQueue::decide(SignalId id, SignalState state, const QString &reason, OrderId order, Timestamp time)
{
    const auto it = m_waiting.find(id);
    if (it == m_waiting.end())
        throw Fault(QStringLiteral("signal %1 is decided but does not wait").arg(id.value));
    QueuedSignal &signal = it->second;
    signal.state = state;
    ++signal.version;
    signal.stateReason = reason;
    signal.order = order;
    signal.decidedAt = time;
    if (!isFinal(state))
        return;
    m_decided.push_back(std::move(signal));
    m_waiting.erase(it);
    if (m_decided.size() > decidedKept)
        m_decided.pop_front();
}

const QueuedSignal *SignalQueue::find(SignalId id) const
{
    if (const auto it = m_waiting.find(id); it != m_waiting.end())
        return &it->second;
    const auto it = std::find_if(m_decided.rbegin(), m_decided.rend(), [id](const QueuedSignal &s) { return s.id == id; });
    return it == m_decided.rend() ? nullptr : &*it;
}

const QueuedSignal *SignalQueue::waitingFor(const StrategyId &strategy, const InstrumentId &instrument) const
{
    for (const auto &[id, signal] : m_waiting) {
        if (signal.signal.strategy == strategy && signal.signal.instrument == instrument)
            return &signal;
    }
    return nullptr;
}

} // namespace bellwether
