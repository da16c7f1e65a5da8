#pragma once

#include "core/engine/backlogwatch.h"
#include "core/engine/eventinbox.h"
#include "core/engine/memorywatch.h"
#include "core/engine/tradingengine.h"

#include <QThread>
#include <QTimer>

namespace bellwether {

/// How the engine takes what the threads bring.
enum class Pace {
    /// Events as they come; the engine never waits for a strategy.
    Live,
    /// Events in their order, each together with the signals that it raised, and none before the orders of the last one
    /// are durable and sent. Results do not depend on the timing of threads.
    Lockstep,
};

/// Owns the thread "engine" and the one TradingEngine on it. Everything reaches the engine through the inbox; what
/// leaves it are snapshots, about ten a second, and events.
class EngineHost : public QObject {
    Q_OBJECT
public:
    struct Parts {
        std::shared_ptr<void> owned;            ///< what the engine refers to: broker, journal, clock
        std::unique_ptr<TradingEngine> engine;
        SimClock *simClock = nullptr;           ///< moved to the time of each event, where the feed owns the time
        Pace pace = Pace::Live;
        std::size_t instruments = 0;
        std::function<void()> deliverCommits = [] {};  ///< passes journal answers to the engine
        std::function<void()> detachJournal = [] {};   ///< after it returns, the journal wakes nobody any more
        std::function<void()> flushJournal = [] {};    ///< commits what waits; a few times a second
        /// The state that the journal gives up to an entry: kept when the engine stops and when a day began.
        std::function<void(const DeskState &, std::uint64_t sequence)> keepSnapshot = [](const DeskState &, std::uint64_t) {};
        std::function<QString()> journalFailure = [] { return QString(); };
        std::function<std::size_t()> journalPending = [] { return std::size_t(0); };
        std::function<MemoryFigures()> readMemory = [] { return MemoryFigures(); }; ///< about once a second
        std::function<void(HealthView &)> fillHealth = [](HealthView &) {}; ///< feed and strategy lamps; engine thread
        std::function<void(std::uint64_t)> acknowledge = [](std::uint64_t) {}; ///< tells the feed how far we are
    };

    explicit EngineHost(Parts parts);
    ~EngineHost() override;

    EventInbox &inbox() { return m_inbox; }
    /// Starts the thread and the engine on it.
    void start(bool isAutoTrading);
    /// Stops the engine by its policy, flushes the journal and joins the thread; nothing to do before start(). From the
    /// owner's thread.
    void stop();
    /// Any thread: the journal has news.
    void wakeForJournal();

Q_SIGNALS:
    void snapshotReady(bellwether::DeskSnapshotPtr snapshot);
    /// The feed ended and everything it caused was settled; the engine has stopped.
    void finished();

private:
    void drain();
    void runCommands();
    void keepBacklogSmall();
    bool processMarket();
    void takeRaised(std::uint64_t upTo);
    void process(const MarketEvent &event);
    void finish();
    void tick();
    void publish();
    void keepSnapshot();
    void lookAtMemory();
    template <typename Action> void guarded(Action &&action);

    Parts m_parts;
    EventInbox m_inbox;
    QThread m_thread;
    QObject m_context;                 ///< lives on the engine's thread
    std::unique_ptr<QTimer> m_timer;   ///< likewise
    std::deque<MarketBatchPtr> m_market;
    std::size_t m_position = 0;        ///< in the first batch
    std::size_t m_backlog = 0;         ///< events in m_market, those of the first batch that are done included
    BacklogWatch m_backlogWatch;
    std::uint64_t m_processedUpTo = 0; ///< sequence of the last event the engine has seen
    std::deque<std::pair<std::uint64_t, TradeSignal>> m_raised;
    std::vector<EngineCommand> m_commands;
    std::uint64_t m_strategiesAt = 0;
    bool m_isFeedFinished = false;
    bool m_isFinished = false;
    bool m_isRescheduled = false;
    std::uint64_t m_eventsAtLastTick = 0;
    double m_eventsPerSecond = 0;
    int m_ticks = 0;
    std::int64_t m_snapshotDay = 0;    ///< the day on which the last snapshot of the state was kept
    QString m_journalFailure;
    MemoryView m_memory;
};

} // namespace bellwether
