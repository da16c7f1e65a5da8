#pragma once

#include "core/market/marketevent.h"
#include "core/strategy/strategy.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <limits>
#include <memory>

namespace bellwether {

/// Signals of one batch of market data. `upTo` is the last sequence the strategies have seen: no earlier event will
/// raise another signal.
struct SignalBatch {
    std::uint64_t upTo = 0;
    /// By the sequence of the event that raised each; 0 for one that was raised before the start and is still fresh.
    std::vector<std::pair<std::uint64_t, TradeSignal>> raised;
};

/// Runs every live strategy on the thread "strategies": market data in, signals out, values only. A strategy that
/// throws is retired and the rest go on.
class StrategyHost {
public:
    using Sink = std::function<void(SignalBatch)>;                                    ///< called on the strategies thread
    using Retired = std::function<void(const StrategyId &, const InstrumentId &, const QString &)>;

    struct Slot {
        InstrumentIndex instrument = 0;
        InstrumentId instrumentId;
        Timeframe timeframe = Timeframe::M1;
        std::unique_ptr<Strategy> strategy;
        BarColumns warmUp;   ///< bars from before the start, scanned once
        Timestamp freshSince = Timestamp::fromNs(std::numeric_limits<std::int64_t>::max()); ///< the last signal of the warm-up counts if it was raised after this
    };

    StrategyHost(std::vector<Slot> slotList, std::size_t instruments, Sink sink, Retired retired);
    ~StrategyHost();
    Q_DISABLE_COPY_MOVE(StrategyHost)

    /// Any thread: queued, in order.
    void post(MarketBatchPtr batch);
    int runningCount() const { return m_running.load(); }
    int retiredCount() const { return m_retiredCount.load(); }

private:
    void warmUp();
    void onBatch(const MarketBatch &batch);
    std::optional<TradeSignal> ask(Slot &slot, const MarketEvent &event) const;
    void retire(Slot &slot, const QString &reason);

    std::vector<Slot> m_slots;
    std::vector<std::vector<std::size_t>> m_byInstrument; ///< slots of each instrument
    Sink m_sink;
    Retired m_retired;
    std::atomic<int> m_running;
    std::atomic<int> m_retiredCount = 0;
    QObject m_context; ///< lives on the thread; queued calls name it
    QThread m_thread;
};

} // namespace bellwether
