#pragma once

#include "core/engine/strategyhost.h"

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <set>
#include <thread>

namespace bellwether {

/// What the threads of a StrategyHost share. It outlives the host where a strategy never comes back, for its thread
/// holds it.
///
/// One thread at a time leads: it walks through the events and calls the strategies, without the lock while it does. A
/// leader whose call takes too long loses the lead to a new thread, finishes that call and ends.
class StrategyHost::Crew : public std::enable_shared_from_this<Crew> {
public:
    Crew(std::vector<Slot> slotList, std::size_t instruments, Sinks sinks, Policy policy);

    void start();
    void post(MarketBatchPtr batch);
    void replace(const InstrumentId &instrument, std::unique_ptr<Strategy> successor, BarColumns past);
    void watch();
    void stop();

    int runningCount() const;
    int retiredCount() const;
    std::uint64_t overlapCount() const;

private:
    using Lock = std::unique_lock<std::mutex>;
    using Leader = int;
    struct Member {
        StrategyId id;
        Slot slot;
        std::vector<BarPoint> waiting;  ///< bars for the next run
        bool isBusy = false;            ///< its strategy is away on a thread
        bool isRetired = false;
        std::unique_ptr<Strategy> successor; ///< takes over with the first bar after …
        BarColumns past;                     ///< … these, which warm it
    };
    /// A call under way.
    struct Run {
        std::size_t member = 0;
        std::chrono::steady_clock::time_point since;
    };
    /// What a call came to.
    struct Outcome {
        std::optional<TradeSignal> signal;
        QString failure;
    };

    void lead(Leader leader);
    bool isLeading(Leader leader) const { return leader == m_leader && !m_isStopping; }
    void appoint();
    void walk(Lock &lock, Leader leader);
    void warmUp(Lock &lock, Leader leader);
    void workOff(Lock &lock, Leader leader);
    void offer(Lock &lock, Leader leader, std::size_t index, const MarketEvent &event);
    void offerBar(Lock &lock, Leader leader, std::size_t index, const MarketEvent &event, const BarPoint &bar);
    void succeed(Member &member, const BarPoint &bar);
    template <typename Call> Outcome call(Lock &lock, Leader leader, std::size_t index, Call &&action);
    void answer(Leader leader, std::uint64_t sequence, Outcome &&outcome);
    void retire(Member &member, const QString &reason);

    const Sinks m_sinks;
    const Policy m_policy;
    mutable std::mutex m_mutex;      // guards all below
    std::condition_variable m_news;
    std::vector<Member> m_members;
    std::vector<std::vector<std::size_t>> m_byInstrument;
    std::deque<MarketBatchPtr> m_batches;
    std::size_t m_warmed = 0;        ///< members whose warm-up was begun
    SignalBatch m_earlier;           ///< fresh signals of the warm-up
    std::size_t m_event = 0;         ///< of the first batch; the next one, together with
    std::size_t m_turn = 0;          ///< … whose turn it is among those of its instrument
    SignalBatch m_answer;            ///< to the first batch
    Leader m_leader = 0;
    std::map<Leader, Run> m_runs;
    std::map<Leader, std::thread> m_threads;
    std::set<Leader> m_ended;        ///< threads that have nothing left to do
    int m_retired = 0;
    std::uint64_t m_overlaps = 0;
    bool m_isStopping = false;
};

} // namespace bellwether
