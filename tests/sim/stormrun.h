#pragma once

#include "core/engine/tradingengine.h"
#include "tests/sim/stormyvenue.h"

namespace bellwether::test {

/// A disk in virtual time: entries are durable some while after they were asked to be, a stall lasts two seconds, and a disk
/// that refuses does so for good. It outlives the desks that write to it.
class VirtualDisk final : public Journal {
public:
    VirtualDisk(const SimClock &clock, std::uint64_t seed) : m_clock(clock), m_rng(seed) {}

    double stalls = 0;    ///< share of the commits
    double refusals = 0;

    std::uint64_t append(Timestamp time, const QByteArray &body) override;
    void commit() override;
    /// Answers what is durable by now.
    void advance();
    bool hasRefused() const { return m_hasRefused; }

    const std::vector<JournalEntry> &entries() const { return m_entries; }
    std::uint64_t durable() const { return m_durable; }
    /// The program died: of what was not durable yet a random part is there.
    void crash();
    /// Sequence of the entry that planned an order; 0 for none.
    std::uint64_t plannedAt(const ClientOrderId &id) const;

private:
    const SimClock &m_clock;
    Rng m_rng;
    std::vector<JournalEntry> m_entries;
    std::map<ClientOrderId, std::uint64_t> m_planned;
    std::deque<std::pair<Timestamp, std::uint64_t>> m_asked; ///< when what is durable
    std::uint64_t m_durable = 0;
    bool m_hasRefused = false;
};

/// A whole desk on a stormy venue and disk, driven at random from one seed. What must hold is checked as it goes; what is
/// broken is in `trouble`.
class StormRun {
public:
    struct Outcome {
        QString trouble;          ///< empty while all is well
        QByteArray digest;        ///< of the desk and the ledger
        std::uint64_t orders = 0;
        std::uint64_t fills = 0;
        std::uint64_t restarts = 0;
        std::uint64_t lateFills = 0;
        std::uint64_t unknowns = 0;  ///< orders that were unknown when the storm ended
    };

    explicit StormRun(std::uint64_t seed);
    /// `events` of the storm, then calm: cancel, close, and sixty seconds.
    Outcome run(int events);

private:
    struct Desk {
        std::unique_ptr<StormyBroker> broker;
        std::unique_ptr<TradingEngine> engine;
    };
    void start();
    void restart();
    void elapse(Duration time);
    void act();
    void movePrice();
    void check();
    void fail(const QString &what);
    void compareWithLedger(bool isFinal);
    const DeskState &state() const { return m_desk.engine->state(); }

    std::uint64_t m_seed;
    Rng m_rng;
    CataloguePtr m_catalogue;
    SimClock m_clock;
    VenueLedger m_ledger;
    VirtualDisk m_disk;
    std::unique_ptr<EngineListener> m_listener;
    Desk m_desk;
    void recover();

    std::shared_ptr<ClientBudget> m_budget = std::make_shared<ClientBudget>(); ///< the client's, whichever run of the program
    std::deque<Timestamp> m_sends;       ///< of the last second
    std::uint64_t m_snapshotAt = 0;      ///< entry of the last snapshot; 0 for none
    QByteArray m_snapshot;
    Weather m_weather = Weather::storm();
    double m_level = 100;
    std::uint64_t m_sequence = 0;
    Outcome m_outcome;
};

} // namespace bellwether::test
