#pragma once

#include "core/engine/cadence.h"
#include "core/market/marketevent.h"
#include "core/strategy/strategy.h"

#include <functional>
#include <limits>
#include <memory>

namespace bellwether {

/// Signals of one batch of market data. `upTo` is the last sequence the strategies have seen: no earlier event will
/// raise another signal, but for one whose strategy took so long that the others went on without it.
struct SignalBatch {
    std::uint64_t upTo = 0;
    /// By the sequence of the event that raised each; 0 for one that was raised before the start and is still fresh.
    std::vector<std::pair<std::uint64_t, TradeSignal>> raised;
};

/// Runs every live strategy away from the engine, on the thread "strategies": market data in, signals out, values only.
/// A strategy that throws is retired and the rest go on.
///
/// One that takes long is left alone on its thread while a new thread goes on with the others; bars that close
/// meanwhile are counted as overlaps and handed over with the next run, so no strategy ever runs beside itself. One that
/// gives no answer in time is retired; its thread ends when it comes back, and nobody waits for it.
class StrategyHost {
public:
    /// None of them may call the host.
    struct Sinks {
        std::function<void(SignalBatch)> batch;       ///< on a strategies thread, in order
        /// Strategy, instrument, reason; on a strategies thread or that of watch().
        std::function<void(const StrategyId &, const InstrumentId &, const QString &)> retired;
        /// What a run after the close found; on a strategies thread.
        std::function<void(const TradeSignal &)> analysed = [](const TradeSignal &) {};
        /// A run was due while the one before was still going; on a strategies thread.
        std::function<void(const StrategyId &, const InstrumentId &)> overlapped = [](const StrategyId &, const InstrumentId &) {};
    };

    struct Policy {
        int concurrentMax = 5;                             ///< runs under way at once
        std::chrono::milliseconds slowAfter{100};          ///< then the others go on without it
        std::chrono::milliseconds timeout{5 * 60'000};     ///< then it is retired
    };

    struct Slot {
        InstrumentIndex instrument = 0;
        InstrumentId instrumentId;
        Timeframe timeframe = Timeframe::M1;
        std::unique_ptr<Strategy> strategy;
        BarColumns warmUp;   ///< bars from before the start, scanned once
        Timestamp freshSince = Timestamp::fromNs(std::numeric_limits<std::int64_t>::max()); ///< the last signal of the warm-up counts if it was raised after this
        std::optional<Cadence> cadence = {}; ///< none: it decides on every bar as it closes
    };

    StrategyHost(std::vector<Slot> slotList, std::size_t instruments, Sinks sinks, Policy policy);
    StrategyHost(std::vector<Slot> slotList, std::size_t instruments, Sinks sinks)
        : StrategyHost(std::move(slotList), instruments, std::move(sinks), Policy())
    {
    }
    ~StrategyHost();
    Q_DISABLE_COPY_MOVE(StrategyHost)

    /// Any thread: taken in order.
    void post(MarketBatchPtr batch);
    /// Any thread: puts `successor` in the place of the strategy of its id on the instrument, with the first bar that closes
    /// after `past`, which warms it. No effect where that strategy does not run or was retired.
    void replace(const InstrumentId &instrument, std::unique_ptr<Strategy> successor, BarColumns past);
    /// Looks after the runs under way; call it a few times a second, from one thread.
    void watch();
    /// Ends the threads; nothing reaches the sinks after it returns. A strategy that is stuck is waited for a moment and
    /// then left behind.
    void stop();

    int runningCount() const;
    int retiredCount() const;
    /// Bars that closed while the run before was still going.
    std::uint64_t overlapCount() const;

private:
    class Crew;
    std::shared_ptr<Crew> m_crew;
};

} // namespace bellwether
