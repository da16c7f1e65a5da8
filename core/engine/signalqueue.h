#pragma once

#include "core/domain/fixedpoint.h"
#include "core/domain/signal.h"

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace bellwether {

/// A signal as it stands in the queue, with the order it would become. Approval names the version it saw.
struct QueuedSignal {
    SignalId id;
    std::uint32_t version = 1;
    SignalState state = SignalState::Pending;
    QString stateReason;
    TradeSignal signal;
    bool isExit = false;      ///< only closes the strategy's position
    bool isReversal = false;  ///< closes it and opens the other side
    Quantity quantity;
    Price price;              ///< reference price, on the tick
    Price limitPrice;         ///< set by an edit: enter with a limit order
    Price stop;               ///< zero for none
    Price target;             ///< zero for none
    Timestamp expiresAt;
    Timestamp decidedAt;
    OrderId order;
    /// Keeps the reason labels of a signal read back from a journal alive; null for a fresh one.
    std::shared_ptr<const std::vector<std::string>> labels;
};

/// The signals of a desk: those waiting, and the last ones that were decided.
class SignalQueue {
public:
    static constexpr std::size_t decidedKept = 1'000;

    void add(QueuedSignal signal);
    void edit(SignalId id, std::uint32_t version, Quantity quantity, Price limitPrice, Price stop, Price target);
    /// Moves a signal to a state; a final one leaves the waiting list.
    void decide(SignalId id, SignalState state, const QString &reason, OrderId order, Timestamp time);

    const QueuedSignal *find(SignalId id) const;
    /// Waiting for approval, oldest first.
    const std::map<SignalId, QueuedSignal> &waiting() const { return m_waiting; }
    const std::deque<QueuedSignal> &decided() const { return m_decided; }
    /// The waiting signal of the same strategy and instrument.
    const QueuedSignal *waitingFor(const StrategyId &strategy, const InstrumentId &instrument) const;

private:
    friend struct StateFields;
    std::map<SignalId, QueuedSignal> m_waiting;
    std::deque<QueuedSignal> m_decided;
};

} // namespace bellwether
